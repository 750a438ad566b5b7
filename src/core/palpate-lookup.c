/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-lookup-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How much a part of a pattern counts. Order, not truth: the design's section 6 asks for core before spillover,
 * and for marks covered against pattern left unmarked. How common a point is comes from the content.
 */
#define CORE_WEIGHT 1.0
#define SPILLOVER_WEIGHT 0.4
#define UNMARKED_PENALTY 0.35

/* Scores of the two sides of a point that differ less are one suspect, if all that is painted is on
 * the midline or the pattern has two sides. */
#define ALIKE_PAINTED 0.08

/* One place. Together 1; core passes all that comes after it, and a step of prevalence passes the last two together. */
#define ONE_CORE 0.5
#define ONE_PREVALENCE 0.35
#define ONE_SHARE 0.1
#define ONE_MARKED 0.05

static const double share_weights[] = { 1.0, 0.9, 0.7 };
static const double prevalence_weights[] = { 1.0, 0.7, 0.4, 0.1 };

static void
free_suspect (gpointer data)
{
  PalpateSuspect *suspect = data;

  g_free (suspect->why);
  g_free (suspect);
}

const char *
palpate_answer_to_id (PalpateAnswer answer)
{
  static const char *const ids[] = { "none", "yes", "local", "no" };

  g_return_val_if_fail (answer <= PALPATE_ANSWER_NO, NULL);

  return ids[answer];
}

/* Whether a pattern of a point on @side reaches @place. A point on the midline's marks may be on either side. */
gboolean
palpate_lookup_referral_reaches (const PalpateReferral *referral,
                                 PalpateSide            side,
                                 PalpatePlace           place)
{
  if (!g_str_equal (referral->region, place.region))
    return FALSE;
  if (place.side == PALPATE_SIDE_NONE)
    return TRUE;
  switch ((PalpateReferralSide) referral->side)
    {
    case PALPATE_REFERRAL_SAME:
      return place.side == side;
    case PALPATE_REFERRAL_OPPOSITE:
      return place.side == palpate_side_opposite (side);
    case PALPATE_REFERRAL_BOTH:
      return TRUE;
    }
  return FALSE;
}

/* The strongest referral of the point that reaches the place. */
const PalpateReferral *
palpate_lookup_best_referral (const PalpatePoint *point,
                              PalpateSide         side,
                              PalpatePlace        place)
{
  const PalpateReferral *best = NULL;

  for (guint i = 0; i < point->refers_to.length; i++)
    {
      const PalpateReferral *referral = point->refers_to.items[i];

      if (palpate_lookup_referral_reaches (referral, side, place)
          && (best == NULL || referral->kind < best->kind || (referral->kind == best->kind && referral->share < best->share)))
        best = referral;
    }
  return best;
}

double
palpate_lookup_share_weight (const PalpateReferral *referral)
{
  return share_weights[referral->share];
}

double
palpate_lookup_referral_weight (const PalpateReferral *referral)
{
  return (referral->kind == PALPATE_KIND_ESSENTIAL ? CORE_WEIGHT : SPILLOVER_WEIGHT) * share_weights[referral->share];
}

/* How much of a referral is marked, 0 to 1: half of it if the pattern has two sides and one is marked. */
static double
marked_share (const PalpateReferral *referral,
              PalpateSide            side,
              const PalpatePlace    *places,
              guint                  n_places)
{
  gboolean left = FALSE, right = FALSE;

  for (guint i = 0; i < n_places; i++)
    if (palpate_lookup_referral_reaches (referral, side, places[i]))
      {
        left |= places[i].side != PALPATE_SIDE_RIGHT;
        right |= places[i].side != PALPATE_SIDE_LEFT;
      }
  return referral->side == PALPATE_REFERRAL_BOTH ? (left + right) / 2.0 : left || right;
}

/* The share of the core that lies outside every mark, 0 to 1. */
static double
unmarked_core (const PalpatePoint *point,
               PalpateSide         side,
               const PalpatePlace *places,
               guint               n_places)
{
  double core = 0, unmarked = 0;

  for (guint i = 0; i < point->refers_to.length; i++)
    {
      const PalpateReferral *referral = point->refers_to.items[i];
      const double weight = share_weights[referral->share];

      if (referral->kind != PALPATE_KIND_ESSENTIAL)
        continue;
      core += weight;
      unmarked += weight * (1 - marked_share (referral, side, places, n_places));
    }
  return core > 0 ? unmarked / core : 0;
}

double
palpate_lookup_prevalence_weight (const PalpatePoint *point)
{
  return prevalence_weights[point->prevalence->value];
}

/* One place: core first, then how common, then how much of the place lies in the pattern and how little of the pattern
 * elsewhere (design, section 6). */
static double
score_one (const PalpatePoint    *point,
           const PalpateReferral *referral,
           double                 unmarked)
{
  return (referral->kind == PALPATE_KIND_ESSENTIAL ? ONE_CORE : 0)
         + ONE_PREVALENCE * palpate_lookup_prevalence_weight (point)
         + ONE_SHARE * share_weights[referral->share]
         + ONE_MARKED * (1 - unmarked);
}

const char *
palpate_lookup_prevalence_sentence (const PalpatePoint *point)
{
  switch (point->prevalence->value)
    {
    case PALPATE_PREVALENCE_VERY_COMMON:
      return _("Very common.");
    case PALPATE_PREVALENCE_COMMON:
      return _("Common.");
    case PALPATE_PREVALENCE_OCCASIONAL:
      return _("Now and then.");
    default:
      return _("Rare.");
    }
}

static const char *
reach_sentence (const PalpateReferral *referral)
{
  static const char *const sentences[2][3] = {
    { N_("Its main pain area covers this place."), N_("Its main pain area is in this place."),
      N_("Its main pain area touches this place.") },
    { N_("Some people feel it all over this place."), N_("Some people feel it here."),
      N_("Some people feel it at the edge of this place.") },
  };

  return _(sentences[referral->kind][referral->share]);
}

static char *
why_one (const PalpatePoint    *point,
         const PalpateReferral *referral,
         gboolean               exact)
{
  /* no half of a sentence in English: what is not translated is said in general words */
  if (referral->words != NULL && *referral->words != '\0' && !palpate_content_falls_back (point->id, referral->words))
    {
      const char *words = palpate_content_text (point->id, referral->words);
      const char *format = exact
                             /* Translators: %1$s is a part of the place ("lower part"), %2$s "Common." */
                             ? _("Main pain area only here: %1$s. %2$s")
                           : referral->kind == PALPATE_KIND_ESSENTIAL
                             /* Translators: %1$s is a part of the place ("lower part"), %2$s "Common." */
                             ? _("Main pain area here: %1$s. %2$s")
                             /* Translators: %1$s is a part of the place ("lower part"), %2$s "Common." */
                             : _("Some people feel it here: %1$s. %2$s");
      return g_strdup_printf (format, words, palpate_lookup_prevalence_sentence (point));
    }
  /* Translators: two sentences: where the pattern lies, and how common the point is */
  return g_strdup_printf (C_("reason", "%1$s %2$s"),
                          exact ? _("Its main pain area is here and nowhere else.") : reach_sentence (referral),
                          palpate_lookup_prevalence_sentence (point));
}

static guint
count_bits (guint32 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static char *
why_several (const PalpateSuspect *suspect,
             guint                 n_places)
{
  const guint covered = count_bits (suspect->covered);
  const guint core = count_bits (suspect->covered_core);

  if (suspect->exact)
    return g_strdup_printf (C_("reason", "%1$s %2$s"), _("Its main pain area is exactly what you marked."),
                            palpate_lookup_prevalence_sentence (suspect->source.point));
  if (core == covered)
    /* Translators: how many of the marked places a pattern reaches; "main area" is the essential part */
    return g_strdup_printf (ngettext ("Reaches %1$u of your %2$u place, with its main area.",
                                      "Reaches %1$u of your %2$u places, all with its main area.", n_places),
                            covered, n_places);
  if (core == 0)
    return g_strdup_printf (ngettext ("Some people feel it in %1$u of your %2$u place.",
                                      "Some people feel it in %1$u of your %2$u places.", n_places),
                            covered, n_places);
  return g_strdup_printf (ngettext ("Reaches %1$u of your %2$u place, %3$u with its main area.",
                                    "Reaches %1$u of your %2$u places, %3$u with its main area.", n_places),
                          covered, n_places, core);
}

/**
 * palpate_suspect_describe_cover:
 *
 * Returns: (transfer full): the short tag of a row when several places are marked: "Covers both", "Covers A",
 *   "Part of B"; or when an area is painted: "Most of it"
 */
char *
palpate_suspect_describe_cover (const PalpateSuspect *suspect,
                                guint                 n_places)
{
  const guint32 bits = suspect->covered_core != 0 ? suspect->covered_core : suspect->covered;
  g_autoptr (GString) letters = g_string_new (NULL);

  /* Translators: the next four say how much of the painted area a pattern reaches, on a small tag */
  if (suspect->painted >= 0)
    return g_strdup (suspect->painted >= PALPATE_PAINTED_ALL    ? C_("cover", "All of it")
                     : suspect->painted >= PALPATE_PAINTED_MOST ? C_("cover", "Most of it")
                     : suspect->painted >= PALPATE_PAINTED_PART ? C_("cover", "Part of it")
                                                                : C_("cover", "Near"));
  if (count_bits (suspect->covered) == n_places)
    return g_strdup (n_places == 2 ? _("Covers both") : _("Covers all"));
  for (guint i = 0; i < n_places; i++)
    if (bits & (1u << i))
      g_string_append_printf (letters, "%s%c", letters->len > 0 ? ", " : "", 'A' + (int) MIN (i, 25));
  /* Translators: %s are the letters of marked places, "A, C" */
  return g_strdup_printf (suspect->covered_core != 0 ? _("Covers %s") : _("Part of %s"), letters->str);
}

static PalpateSuspect *
suspect_point (const PalpatePoint *point,
               PalpateSide         side,
               const PalpatePlace *places,
               guint               n_places)
{
  PalpateSuspect *suspect;
  const PalpateReferral *first = NULL;
  guint32 covered = 0, core = 0;
  double cover = 0, unmarked;

  for (guint i = 0; i < n_places; i++)
    {
      const PalpateReferral *referral = palpate_lookup_best_referral (point, side, places[i]);

      if (referral == NULL)
        continue;
      if (first == NULL || referral->kind < first->kind)
        first = referral;
      covered |= 1u << i;
      core |= referral->kind == PALPATE_KIND_ESSENTIAL ? 1u << i : 0;
      cover += palpate_lookup_referral_weight (referral);
    }
  if (covered == 0)
    return NULL;

  unmarked = unmarked_core (point, side, places, n_places);
  suspect = g_new0 (PalpateSuspect, 1);
  suspect->source.point = point;
  suspect->source.side = side;
  suspect->kind = first->kind;
  suspect->covered = covered;
  suspect->covered_core = core;
  suspect->exact = count_bits (core) == n_places && unmarked <= 0;
  suspect->painted = -1;
  if (n_places == 1)
    {
      suspect->score = score_one (point, first, unmarked);
      suspect->why = why_one (point, first, suspect->exact);
    }
  else
    {
      suspect->score = (cover / n_places * (1 - UNMARKED_PENALTY * unmarked) + PALPATE_PREVALENCE_WEIGHT * palpate_lookup_prevalence_weight (point))
                       / (1 + PALPATE_PREVALENCE_WEIGHT);
      suspect->why = why_several (suspect, n_places);
    }
  return suspect;
}

/* On the midline alone both sides are equal suspects: one row stands for both. */
static gboolean
all_on_midline (const PalpatePlace *places,
                guint               n_places)
{
  for (guint i = 0; i < n_places; i++)
    if (places[i].side != PALPATE_SIDE_NONE)
      return FALSE;
  return TRUE;
}

static gboolean
is_two_sided_pattern (const PalpatePoint *point)
{
  for (guint i = 0; i < point->refers_to.length; i++)
    if (((const PalpateReferral *) point->refers_to.items[i])->side != PALPATE_REFERRAL_SAME)
      return TRUE;
  return FALSE;
}

static void
add_suspects (GPtrArray             *suspects,
              const PalpatePoint    *point,
              const PalpatePlace    *places,
              guint                  n_places,
              const PalpateCoverage *coverage)
{
  PalpateSuspect *left = coverage == NULL ? suspect_point (point, PALPATE_SIDE_LEFT, places, n_places)
                                          : palpate_lookup_suspect_painted (point, PALPATE_SIDE_LEFT, places, n_places, coverage);
  PalpateSuspect *right = coverage == NULL ? suspect_point (point, PALPATE_SIDE_RIGHT, places, n_places)
                                           : palpate_lookup_suspect_painted (point, PALPATE_SIDE_RIGHT, places, n_places, coverage);
  /* nobody paints the halves of a place on the midline alike */
  const double alike = coverage != NULL ? ALIKE_PAINTED : 1e-9;

  if (left != NULL && right != NULL && (all_on_midline (places, n_places) || is_two_sided_pattern (point))
      && fabs (left->score - right->score) < alike)
    {
      /* Marks on one side only: the point on that side stands for both. */
      gboolean only_left = TRUE, only_right = TRUE;

      for (guint i = 0; i < n_places; i++)
        {
          only_left &= places[i].side == PALPATE_SIDE_LEFT;
          only_right &= places[i].side == PALPATE_SIDE_RIGHT;
        }
      if (right->score > left->score)
        {
          PalpateSuspect *better = right;

          right = left;
          left = better;
        }
      left->source.side = only_left ? PALPATE_SIDE_LEFT : only_right ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_BOTH;
      g_clear_pointer (&right, free_suspect);
    }
  if (left != NULL)
    g_ptr_array_add (suspects, left);
  if (right != NULL)
    g_ptr_array_add (suspects, right);
}

/**
 * palpate_sided_point_describe:
 *
 * Returns: (transfer full): "Upper trapezius, point 1, left"
 */
char *
palpate_sided_point_describe (PalpateAtlas      *atlas,
                              PalpateSidedPoint  source)
{
  g_autofree char *name = palpate_atlas_describe_point (atlas, source.point);

  switch (source.side)
    {
    case PALPATE_SIDE_LEFT:
      /* Translators: a point, on the person's own left */
      return g_strdup_printf (C_("point", "%s, left"), name);
    case PALPATE_SIDE_RIGHT:
      /* Translators: a point, on the person's own right */
      return g_strdup_printf (C_("point", "%s, right"), name);
    case PALPATE_SIDE_BOTH:
      /* Translators: a point that may be on either side */
      return g_strdup_printf (C_("point", "%s, left or right"), name);
    default:
      return g_steal_pointer (&name);
    }
}

/**
 * palpate_lookup:
 * @places: (array length=n_places): what was marked, at most %PALPATE_MAX_PLACES
 * @answer: (nullable) (scope call): what pressing the points did
 *
 * Returns: (transfer full) (element-type PalpateSuspect): the suspects, most likely first
 */
GPtrArray *
palpate_lookup (PalpateAtlas       *atlas,
                const PalpatePlace *places,
                guint               n_places,
                PalpateAnswerFunc   answer,
                gpointer            user_data)
{
  return palpate_lookup_painted (atlas, places, n_places, NULL, answer, user_data);
}

/**
 * palpate_lookup_painted:
 * @places: (array length=n_places): what was marked, painted or not, at most %PALPATE_MAX_PLACES
 * @coverage: (nullable): what the painted area covers; its places count by area, the others as whole places; %NULL if
 *   nothing is painted
 * @answer: (nullable) (scope call): what pressing the points did
 *
 * Returns: (transfer full) (element-type PalpateSuspect): the suspects, most likely first
 */
GPtrArray *
palpate_lookup_painted (PalpateAtlas          *atlas,
                        const PalpatePlace    *places,
                        guint                  n_places,
                        const PalpateCoverage *coverage,
                        PalpateAnswerFunc      answer,
                        gpointer               user_data)
{
  GPtrArray *points;
  GPtrArray *suspects = g_ptr_array_new_with_free_func (free_suspect);

  g_return_val_if_fail (PALPATE_IS_ATLAS (atlas), suspects);
  g_return_val_if_fail (n_places <= PALPATE_MAX_PLACES, suspects);

  points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  for (guint i = 0; i < points->len && n_places > 0; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);

      /* gooseflesh or extra heartbeats are no answer to "where does the pain come from" */
      if (!point->painless)
        add_suspects (suspects, point, places, n_places, coverage);
    }
  palpate_lookup_rank (suspects, answer, user_data);
  return suspects;
}

static int
compare_urgency (gconstpointer a,
                 gconstpointer b)
{
  const PalpateRedFlag *x = *(const PalpateRedFlag *const *) a;
  const PalpateRedFlag *y = *(const PalpateRedFlag *const *) b;

  return x->urgency - y->urgency;
}

/**
 * palpate_lookup_red_flags:
 *
 * Returns: (transfer container) (element-type PalpateRedFlag): what must be read before any technique,
 *   most urgent first, each once
 */
GPtrArray *
palpate_lookup_red_flags (PalpateAtlas       *atlas,
                          const PalpatePlace *places,
                          guint               n_places)
{
  GPtrArray *flags = g_ptr_array_new ();

  g_return_val_if_fail (PALPATE_IS_ATLAS (atlas), flags);

  for (guint i = 0; i < n_places; i++)
    {
      const PalpateRegion *region = palpate_atlas_get_region (atlas, places[i].region);

      for (const char *const *id = region != NULL ? region->red_flags : NULL; id != NULL && *id != NULL; id++)
        {
          gpointer flag = (gpointer) palpate_atlas_get (atlas, PALPATE_ITEM_RED_FLAG, *id);

          if (!g_ptr_array_find (flags, flag, NULL))
            g_ptr_array_add (flags, flag);
        }
    }
  g_ptr_array_sort (flags, compare_urgency);
  return flags;
}
