/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-task.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PalpateTask {
  GObject parent_instance;

  /* owned */
  PalpateAtlas *atlas;
  char         *note;

  /* borrowed from the atlas */
  PalpateSidedPoint            source;
  const PalpatePointTechnique *use;
  const PalpateTechnique      *technique;
  const PalpateStretch        *stretch;

  PalpateDose dose;
  PalpateDose stretch_dose;
  guint       days;
};

G_DEFINE_FINAL_TYPE (PalpateTask, palpate_task, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
get_rule (PalpateTask    *self,
          PalpateRuleKind kind)
{
  return palpate_atlas_get_rule (self->atlas, kind)->value;
}

/**
 * palpate_technique_counts_strokes:
 *
 * Returns: whether a dose's repeats are strokes of one set, and its seconds the length of that set
 */
gboolean
palpate_technique_counts_strokes (const PalpateTechnique *technique)
{
  return technique->family == PALPATE_FAMILY_STROKE;
}

/**
 * palpate_technique_presses:
 *
 * Returns: whether it loads the point, so that the general ceilings of pressure hold for it
 */
gboolean
palpate_technique_presses (const PalpateTechnique *technique)
{
  return technique->family == PALPATE_FAMILY_COMPRESSION || technique->family == PALPATE_FAMILY_STROKE
         || technique->family == PALPATE_FAMILY_FRICTION || technique->family == PALPATE_FAMILY_RELEASE;
}

/**
 * palpate_technique_get_ceiling:
 * @dose: how many repeats are allowed depends on its hold
 *
 * Returns: the strictest of what the technique and the general rules allow
 */
PalpateDose
palpate_technique_get_ceiling (PalpateAtlas           *atlas,
                               const PalpateTechnique *technique,
                               const PalpateDose      *dose)
{
  PalpateDose ceiling = *technique->ceiling;

  if (palpate_technique_presses (technique))
    {
      ceiling.hold_seconds = MIN (ceiling.hold_seconds, palpate_atlas_get_rule (atlas, PALPATE_RULE_HOLD_SECONDS)->value);
      ceiling.per_point_seconds = MIN (ceiling.per_point_seconds, palpate_atlas_get_rule (atlas, PALPATE_RULE_POINT_SECONDS)->value);
    }
  ceiling.hold_seconds = MIN (ceiling.hold_seconds, ceiling.per_point_seconds);
  ceiling.times_a_day = MIN (ceiling.times_a_day, palpate_atlas_get_rule (atlas, PALPATE_RULE_TIMES_A_DAY)->value);
  ceiling.rest_seconds = 120;
  if (palpate_technique_counts_strokes (technique))
    ceiling.repeats = technique->dose->repeats;
  else
    ceiling.repeats = MAX (1, ceiling.per_point_seconds / CLAMP (dose->hold_seconds, 1, ceiling.hold_seconds));
  return ceiling;
}

/**
 * palpate_dose_get_work_seconds:
 *
 * Returns: seconds on the point each time, without rests
 */
int
palpate_dose_get_work_seconds (const PalpateDose      *dose,
                               const PalpateTechnique *technique)
{
  return palpate_technique_counts_strokes (technique) ? dose->hold_seconds : dose->hold_seconds * dose->repeats;
}

/**
 * palpate_dose_describe:
 *
 * Returns: one line: how long, how many times, how often
 */
char *
palpate_dose_describe (const PalpateDose      *dose,
                       const PalpateTechnique *technique)
{
  const char *often = dose->times_a_day == 1 ? _("once a day") : dose->times_a_day == 2 ? _("up to twice a day") : NULL;
  g_autofree char *many = often == NULL ? g_strdup_printf (_("up to %d times a day"), dose->times_a_day) : NULL;

  if (palpate_technique_counts_strokes (technique))
    /* Translators: number of strokes, then how often a day */
    return g_strdup_printf (ngettext ("%1$d slow stroke · %2$s", "%1$d slow strokes · %2$s", dose->repeats), dose->repeats,
                            often != NULL ? often : many);
  if (dose->repeats == 1)
    /* Translators: seconds, then how often a day */
    return g_strdup_printf (_("%1$d s, once · %2$s"), dose->hold_seconds, often != NULL ? often : many);
  /* Translators: seconds, how many times, seconds of rest, how often a day */
  return g_strdup_printf (_("%1$d s, %2$d times, %3$d s rest · %4$s"), dose->hold_seconds, dose->repeats, dose->rest_seconds,
                          often != NULL ? often : many);
}

/**
 * palpate_stretch_describe_dose:
 *
 * Returns: one line: how long, how many times
 */
char *
palpate_stretch_describe_dose (const PalpateDose *dose)
{
  return g_strdup_printf (ngettext ("%1$d s, once", "%1$d s, %2$d times", dose->repeats), dose->hold_seconds, dose->repeats);
}

static PalpateDose
get_own_stretch_dose (PalpateTask *self)
{
  PalpateDose dose = { 0 };

  if (self->stretch != NULL)
    {
      dose.hold_seconds = self->stretch->hold_seconds;
      dose.repeats = self->stretch->repeats;
      dose.times_a_day = self->stretch->ceiling->times_a_day;
    }
  return dose;
}

static void
clamp_dose (PalpateDose       *dose,
            const PalpateDose *ceiling,
            int                shortest_rest)
{
  dose->hold_seconds = CLAMP (dose->hold_seconds, 1, ceiling->hold_seconds);
  dose->repeats = CLAMP (dose->repeats, 1, ceiling->repeats);
  dose->rest_seconds = CLAMP (dose->rest_seconds, shortest_rest, ceiling->rest_seconds);
  dose->times_a_day = CLAMP (dose->times_a_day, 1, ceiling->times_a_day);
  dose->per_point_seconds = 0;
}

/* Not less rest than the content asks for. */
static int
get_shortest_rest (PalpateTask *self)
{
  return MIN (self->use->dose.rest_seconds, get_rule (self, PALPATE_RULE_REST_SECONDS));
}

static void
apply_dose (PalpateTask *self,
            PalpateDose  dose)
{
  PalpateDose ceiling = palpate_technique_get_ceiling (self->atlas, self->technique, &dose);

  clamp_dose (&dose, &ceiling, get_shortest_rest (self));
  self->dose = dose;
}

static void
palpate_task_finalize (GObject *object)
{
  PalpateTask *self = PALPATE_TASK (object);

  g_clear_object (&self->atlas);
  g_free (self->note);

  G_OBJECT_CLASS (palpate_task_parent_class)->finalize (object);
}

static void
palpate_task_class_init (PalpateTaskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_task_finalize;

  /* something about the task is different */
  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_TASK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_task_init (PalpateTask *self)
{
  self->note = g_strdup ("");
}

/**
 * palpate_task_new:
 * @source: a point with techniques, so not a professional one; its side is left, right or both
 *
 * Returns: (transfer full): the point's first technique with its dose, then the muscle's first stretch
 */
PalpateTask *
palpate_task_new (PalpateAtlas      *atlas,
                  PalpateSidedPoint  source)
{
  PalpateTask *self;
  const char *const *stretches;

  g_return_val_if_fail (PALPATE_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (source.point != NULL && source.point->techniques.length > 0, NULL);

  self = g_object_new (PALPATE_TYPE_TASK, NULL);
  self->atlas = g_object_ref (atlas);
  self->source = source;
  if (self->source.side == PALPATE_SIDE_NONE)
    self->source.side = PALPATE_SIDE_BOTH;
  self->use = source.point->techniques.items[0];
  self->technique = palpate_atlas_get_technique (atlas, self->use->technique);
  apply_dose (self, self->use->dose);
  stretches = source.point->muscle->stretches;
  self->stretch = stretches[0] != NULL ? palpate_atlas_get_stretch (atlas, stretches[0]) : NULL;
  self->stretch_dose = get_own_stretch_dose (self);
  return self;
}

PalpateAtlas *
palpate_task_get_atlas (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), NULL);

  return self->atlas;
}

PalpateSidedPoint
palpate_task_get_source (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), ((PalpateSidedPoint) { NULL, PALPATE_SIDE_NONE }));

  return self->source;
}

void
palpate_task_set_side (PalpateTask *self,
                       PalpateSide  side)
{
  g_return_if_fail (PALPATE_IS_TASK (self));
  g_return_if_fail (side != PALPATE_SIDE_NONE);

  if (self->source.side == side)
    return;
  self->source.side = side;
  g_signal_emit (self, signals[CHANGED], 0);
}

const PalpatePointTechnique *
palpate_task_get_technique (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), NULL);

  return self->use;
}

/**
 * palpate_task_set_technique:
 * @use: one of the point's; its own dose comes with it
 */
void
palpate_task_set_technique (PalpateTask                 *self,
                            const PalpatePointTechnique *use)
{
  gboolean is_own = FALSE;

  g_return_if_fail (PALPATE_IS_TASK (self));
  for (guint i = 0; i < self->source.point->techniques.length; i++)
    is_own |= self->source.point->techniques.items[i] == use;
  g_return_if_fail (is_own);

  if (self->use == use)
    return;
  self->use = use;
  self->technique = palpate_atlas_get_technique (self->atlas, use->technique);
  apply_dose (self, use->dose);
  g_signal_emit (self, signals[CHANGED], 0);
}

PalpateDose
palpate_task_get_dose (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), ((PalpateDose) { 0 }));

  return self->dose;
}

/**
 * palpate_task_set_dose:
 *
 * Takes what is within the ceilings of @dose: first the hold, then as many repeats as still go.
 */
void
palpate_task_set_dose (PalpateTask *self,
                       PalpateDose  dose)
{
  const PalpateDose before = self->dose;

  g_return_if_fail (PALPATE_IS_TASK (self));

  apply_dose (self, dose);
  if (memcmp (&before, &self->dose, sizeof before) != 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

PalpateDose
palpate_task_get_ceiling (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), ((PalpateDose) { 0 }));

  return palpate_technique_get_ceiling (self->atlas, self->technique, &self->dose);
}

const PalpateStretch *
palpate_task_get_stretch (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), NULL);

  return self->stretch;
}

/**
 * palpate_task_set_stretch:
 * @stretch: (nullable): its own dose comes with it
 */
void
palpate_task_set_stretch (PalpateTask          *self,
                          const PalpateStretch *stretch)
{
  g_return_if_fail (PALPATE_IS_TASK (self));

  if (self->stretch == stretch)
    return;
  self->stretch = stretch;
  self->stretch_dose = get_own_stretch_dose (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

PalpateDose
palpate_task_get_stretch_dose (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), ((PalpateDose) { 0 }));

  return self->stretch_dose;
}

/**
 * palpate_task_get_stretch_ceiling:
 *
 * Returns: what the stretch allows at its present hold; all zero where there is none
 */
PalpateDose
palpate_task_get_stretch_ceiling (PalpateTask *self)
{
  PalpateDose ceiling = { 0 };

  g_return_val_if_fail (PALPATE_IS_TASK (self), ceiling);

  if (self->stretch == NULL)
    return ceiling;
  ceiling = *self->stretch->ceiling;
  ceiling.times_a_day = MIN (ceiling.times_a_day, get_rule (self, PALPATE_RULE_TIMES_A_DAY));
  ceiling.repeats = MAX (1, ceiling.per_point_seconds / CLAMP (self->stretch_dose.hold_seconds, 1, ceiling.hold_seconds));
  return ceiling;
}

void
palpate_task_set_stretch_dose (PalpateTask *self,
                               PalpateDose  dose)
{
  const PalpateDose before = self->stretch_dose;
  PalpateDose ceiling;

  g_return_if_fail (PALPATE_IS_TASK (self));

  if (self->stretch == NULL)
    return;
  self->stretch_dose.hold_seconds = dose.hold_seconds;
  ceiling = palpate_task_get_stretch_ceiling (self);
  clamp_dose (&dose, &ceiling, 0);
  self->stretch_dose = dose;
  if (memcmp (&before, &self->stretch_dose, sizeof before) != 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

const char *
palpate_task_get_note (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), NULL);

  return self->note;
}

void
palpate_task_set_note (PalpateTask *self,
                       const char  *note)
{
  g_return_if_fail (PALPATE_IS_TASK (self));

  if (g_strcmp0 (note != NULL ? note : "", self->note) == 0)
    return;
  g_free (self->note);
  self->note = g_strdup (note != NULL ? note : "");
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_task_get_days:
 *
 * Returns: for how many days it is to be done; 0 if nobody said
 */
guint
palpate_task_get_days (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), 0);

  return self->days;
}

void
palpate_task_set_days (PalpateTask *self,
                       guint        days)
{
  g_return_if_fail (PALPATE_IS_TASK (self));

  days = MIN (days, PALPATE_TASK_MAX_DAYS);
  if (self->days == days)
    return;
  self->days = days;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_task_describe_dose:
 *
 * Returns: one line for rows and sheets
 */
char *
palpate_task_describe_dose (PalpateTask *self)
{
  g_return_val_if_fail (PALPATE_IS_TASK (self), NULL);

  return palpate_dose_describe (&self->dose, self->technique);
}
