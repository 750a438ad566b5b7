/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-care.h"


/* The technique of the atlas that every muscle's stretch is an instance of. */
#define STRETCHING "stretching"

struct _PalpateCare {
  GObject parent_instance;

  /* owned */
  PalpateAtlas *atlas;
  GPtrArray    *profiles;   /* of PalpateProfile that are switched on, in the order of the content */
};

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalpateCare, palpate_care, G_TYPE_OBJECT)

void
palpate_judgement_free (PalpateJudgement *self)
{
  g_array_unref (self->reasons);
  g_free (self);
}

static PalpateJudgement *
judgement_new (void)
{
  PalpateJudgement *self = g_new0 (PalpateJudgement, 1);

  self->reasons = g_array_new (FALSE, FALSE, sizeof (PalpateCareReason));
  return self;
}

/* Takes a reason in; a stricter one drops the milder ones before it. */
static void
judgement_add (PalpateJudgement           *self,
               const PalpateProfile       *profile,
               const PalpateProfileEffect *effect)
{
  const PalpateVerdict verdict = effect->effect == PALPATE_EFFECT_REMOVE ? PALPATE_VERDICT_LEFT_OUT : PALPATE_VERDICT_FLAGGED;
  const PalpateCareReason reason = { profile, effect };

  if (verdict < self->verdict)
    return;
  if (verdict > self->verdict)
    g_array_set_size (self->reasons, 0);
  self->verdict = verdict;
  for (guint i = 0; i < self->reasons->len; i++)
    if (g_array_index (self->reasons, PalpateCareReason, i).effect == effect)
      return;
  g_array_append_val (self->reasons, reason);
}

/**
 * palpate_judgement_describe:
 *
 * Returns: (transfer full): the reasons as sentences; empty if there are none
 */
char *
palpate_judgement_describe (const PalpateJudgement *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const PalpateCareReason *reason = &g_array_index (self->reasons, PalpateCareReason, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", palpate_content_text (reason->profile->id, reason->effect->text));
    }
  return g_string_free (text, FALSE);
}

/**
 * palpate_judgement_name_profiles:
 *
 * Returns: (transfer full): the conditions behind it, each once: "Pregnancy, Blood clot, now or before"
 */
char *
palpate_judgement_name_profiles (const PalpateJudgement *self)
{
  GString *text = g_string_new (NULL);
  const PalpateProfile *last = NULL;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const PalpateProfile *profile = g_array_index (self->reasons, PalpateCareReason, i).profile;

      if (profile != last)
        g_string_append_printf (text, "%s%s", last != NULL ? " · " : "", palpate_content_text (profile->id, profile->name));
      last = profile;
    }
  return g_string_free (text, FALSE);
}

/**
 * palpate_judgement_get_pressure:
 *
 * Returns: how sore pressing may feel at most, of 10; 0 where nothing is said of it
 */
int
palpate_judgement_get_pressure (const PalpateJudgement *self)
{
  int least = 0;

  for (guint i = 0; i < self->reasons->len; i++)
    {
      const int pressure = g_array_index (self->reasons, PalpateCareReason, i).effect->pressure;

      if (pressure > 0 && (least == 0 || pressure < least))
        least = pressure;
    }
  return least;
}

static void
palpate_care_finalize (GObject *object)
{
  PalpateCare *self = PALPATE_CARE (object);

  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (palpate_care_parent_class)->finalize (object);
}

static void
palpate_care_class_init (PalpateCareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_care_finalize;

  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_CARE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_care_init (PalpateCare *self)
{
  self->profiles = g_ptr_array_new ();
}

/**
 * palpate_care_new:
 *
 * Returns: (transfer full): a profile with nothing switched on
 */
PalpateCare *
palpate_care_new (PalpateAtlas *atlas)
{
  PalpateCare *self = g_object_new (PALPATE_TYPE_CARE, NULL);

  self->atlas = g_object_ref (atlas);
  return self;
}

/**
 * palpate_care_dup_ids:
 *
 * Returns: (transfer full): the ids of what is switched on
 */
char **
palpate_care_dup_ids (PalpateCare *self)
{
  GStrvBuilder *ids = g_strv_builder_new ();
  char **result;

  for (guint i = 0; i < self->profiles->len; i++)
    g_strv_builder_add (ids, ((const PalpateProfile *) g_ptr_array_index (self->profiles, i))->id);
  result = g_strv_builder_end (ids);
  g_strv_builder_unref (ids);
  return result;
}

/**
 * palpate_care_set_ids:
 * @ids: what is switched on; ids that the atlas does not know are passed over
 */
void
palpate_care_set_ids (PalpateCare       *self,
                      const char *const *ids)
{
  GPtrArray *all = palpate_atlas_list (self->atlas, PALPATE_ITEM_PROFILE);
  g_autoptr (GPtrArray) profiles = g_ptr_array_new ();
  gboolean same;

  for (guint i = 0; i < all->len; i++)
    if (g_strv_contains (ids, ((const PalpateProfile *) g_ptr_array_index (all, i))->id))
      g_ptr_array_add (profiles, g_ptr_array_index (all, i));
  same = profiles->len == self->profiles->len;
  for (guint i = 0; same && i < profiles->len; i++)
    same = g_ptr_array_index (profiles, i) == g_ptr_array_index (self->profiles, i);
  if (same)
    return;
  g_ptr_array_unref (self->profiles);
  self->profiles = g_steal_pointer (&profiles);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
palpate_care_is_empty (PalpateCare *self)
{
  return self->profiles->len == 0;
}

static gboolean
list_admits (const char *const *list,
             const char        *value)
{
  return list[0] == NULL || (value != NULL && g_strv_contains (list, value));
}

static gboolean
lists_meet (const char *const *list,
            const char *const *values)
{
  for (const char *const *value = values; *value != NULL; value++)
    if (g_strv_contains (list, *value))
      return TRUE;
  return list[0] == NULL;
}

static gboolean
effect_matches (const PalpateProfileEffect *effect,
                const PalpateMuscle        *muscle,
                const char                 *technique,
                int                         family,
                const char *const          *involves)
{
  return lists_meet (effect->involves, involves) && list_admits (effect->techniques, technique) && list_admits (effect->families, palpate_family_ids ()[family])
         && list_admits (effect->body_parts, muscle != NULL ? palpate_body_part_ids ()[muscle->body_part] : NULL)
         && list_admits (effect->muscles, muscle != NULL ? muscle->id : NULL);
}

static PalpateJudgement *
judge (PalpateCare         *self,
       const PalpateMuscle *muscle,
       const char          *technique,
       const char *const   *involves)
{
  const PalpateTechnique *item = palpate_atlas_get_technique (self->atlas, technique);
  PalpateJudgement *judgement = judgement_new ();

  g_return_val_if_fail (item != NULL, judgement);

  for (guint i = 0; i < self->profiles->len; i++)
    {
      const PalpateProfile *profile = g_ptr_array_index (self->profiles, i);

      for (guint j = 0; j < profile->effects.length; j++)
        if (effect_matches (profile->effects.items[j], muscle, technique, item->family, involves))
          judgement_add (judgement, profile, profile->effects.items[j]);
    }
  return judgement;
}

/**
 * palpate_care_judge:
 * @muscle: (nullable): where; %NULL for a technique that is not about a muscle, such as breathing
 * @technique: a technique's id
 *
 * Returns: (transfer full): whether the technique is allowed there, and if not or only with care, why
 */
PalpateJudgement *
palpate_care_judge (PalpateCare         *self,
                    const PalpateMuscle *muscle,
                    const char          *technique)
{
  static const char *const nothing[] = { NULL };

  return judge (self, muscle, technique, nothing);
}

/**
 * palpate_care_judge_use:
 *
 * Returns: (transfer full): the same for the way a point is pressed, and how one lies or sits for it
 */
PalpateJudgement *
palpate_care_judge_use (PalpateCare                 *self,
                        const PalpatePoint          *point,
                        const PalpatePointTechnique *use)
{
  return judge (self, point->muscle, use->technique, use->involves);
}

/**
 * palpate_care_judge_stretch:
 *
 * Returns: (transfer full): the same for a stretch of a muscle
 */
PalpateJudgement *
palpate_care_judge_stretch (PalpateCare          *self,
                            const PalpateMuscle  *muscle,
                            const PalpateStretch *stretch)
{
  return judge (self, muscle, STRETCHING, stretch->involves);
}

/**
 * palpate_care_judge_point:
 *
 * Returns: (transfer full): a point as a whole: left out if all its techniques are, flagged if any is not simply allowed
 */
PalpateJudgement *
palpate_care_judge_point (PalpateCare        *self,
                          const PalpatePoint *point)
{
  PalpateJudgement *whole = judgement_new ();
  gboolean all_left_out = point->techniques.length > 0;

  for (guint i = 0; i < point->techniques.length; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];
      g_autoptr (PalpateJudgement) one = palpate_care_judge_use (self, point, use);

      all_left_out = all_left_out && one->verdict == PALPATE_VERDICT_LEFT_OUT;
      for (guint j = 0; j < one->reasons->len; j++)
        {
          const PalpateCareReason *reason = &g_array_index (one->reasons, PalpateCareReason, j);

          judgement_add (whole, reason->profile, reason->effect);
        }
    }
  if (whole->verdict == PALPATE_VERDICT_LEFT_OUT && !all_left_out)
    whole->verdict = PALPATE_VERDICT_FLAGGED;
  return whole;
}

/**
 * palpate_care_suggest:
 *
 * Returns: (transfer none) (nullable): the first technique of the point that is not left out
 */
const PalpatePointTechnique *
palpate_care_suggest (PalpateCare        *self,
                      const PalpatePoint *point)
{
  for (guint i = 0; i < point->techniques.length; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_use (self, point, use);

      if (judgement->verdict != PALPATE_VERDICT_LEFT_OUT)
        return use;
    }
  return NULL;
}

/**
 * palpate_care_suggest_stretch:
 *
 * Returns: (transfer none) (nullable): the first stretch of the muscle that is not left out
 */
const PalpateStretch *
palpate_care_suggest_stretch (PalpateCare         *self,
                              const PalpateMuscle *muscle)
{
  for (const char *const *id = muscle->stretches; *id != NULL; id++)
    {
      const PalpateStretch *stretch = palpate_atlas_get_stretch (self->atlas, *id);
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_stretch (self, muscle, stretch);

      if (judgement->verdict != PALPATE_VERDICT_LEFT_OUT)
        return stretch;
    }
  return NULL;
}

/**
 * palpate_care_leaves_any:
 *
 * Returns: whether there is anything to do oneself about the point, be it only a stretch; never for one for trained hands
 */
gboolean
palpate_care_leaves_any (PalpateCare        *self,
                         const PalpatePoint *point)
{
  if (point->techniques.length == 0)
    return FALSE;
  return palpate_care_suggest (self, point) != NULL || palpate_care_suggest_stretch (self, point->muscle) != NULL;
}
