/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How well the pattern of a point fits a painted area (design, section 6): how much of what is painted it covers, the
 * core before the spillover, against how much of its core is not painted.
 */
#include "palpate-lookup-private.h"

#include <glib/gi18n-lib.h>

#define SPILLOVER_WEIGHT 0.4
#define UNPAINTED_PENALTY 0.7

/* Nobody paints to the millimetre: a pattern that lies beside the painting, in a place that it marks, is still a suspect, the
 * last ones. */
#define NEAR_WEIGHT 0.04
#define LEAST_OVERLAP 0.01

/* Below this share of a core it is said that much of it is not painted. */
#define LITTLE_OF_CORE 0.4

/* Whether the person could have painted this part of the pattern: a painted view shows its place. */
static gboolean
is_shown (const PalpateReferral *referral,
          PalpateSide            side,
          const PalpateCoverage *coverage)
{
  for (PalpateSide where = PALPATE_SIDE_NONE; where <= PALPATE_SIDE_RIGHT; where++)
    {
      const PalpatePlace place = { g_intern_string (referral->region), where };

      if (palpate_lookup_referral_reaches (referral, side, place) && palpate_coverage_shows (coverage, place))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_marked (const PalpateReferral *referral,
           PalpateSide            side,
           const PalpatePlace    *places,
           guint                  n_places)
{
  for (guint i = 0; i < n_places; i++)
    if (palpate_lookup_referral_reaches (referral, side, places[i]))
      return TRUE;
  return FALSE;
}

/* The share of the core that is neither painted nor marked, 0 to 1: by area where a painted view shows it, by places
 * elsewhere. */
static double
unpainted_core (const PalpatePoint    *point,
                PalpateSide            side,
                const PalpatePlace    *places,
                guint                  n_places,
                const PalpateCoverage *coverage,
                PalpateOverlap         overlap)
{
  const double painted = overlap.whole_core > 0 ? overlap.core / overlap.whole_core : 0;
  double core = 0, shown = 0, elsewhere = 0;

  for (guint i = 0; i < point->refers_to.length; i++)
    {
      const PalpateReferral *referral = point->refers_to.items[i];
      const double weight = palpate_lookup_share_weight (referral);

      if (referral->kind != PALPATE_KIND_ESSENTIAL)
        continue;
      core += weight;
      if (is_shown (referral, side, coverage))
        shown += weight;
      else if (is_marked (referral, side, places, n_places))
        elsewhere += weight;
    }
  return core > 0 ? 1 - (painted * shown + elsewhere) / core : 1 - painted;
}

static char *
why_painted (const PalpatePoint *point,
             double              core,
             double              whole,
             double              unpainted)
{
  const gboolean by_core = core >= PALPATE_PAINTED_PART && core * 2 >= whole;
  const char *reach;

  if (by_core)
    reach = core >= PALPATE_PAINTED_ALL    ? _("Its main pain area covers nearly all of what you painted.")
            : core >= PALPATE_PAINTED_MOST ? _("Its main pain area covers most of what you painted.")
                                           : _("Its main pain area covers part of what you painted.");
  else if (whole >= PALPATE_PAINTED_PART)
    reach = whole >= PALPATE_PAINTED_ALL    ? _("Some people feel it in nearly all of what you painted.")
            : whole >= PALPATE_PAINTED_MOST ? _("Some people feel it in most of what you painted.")
                                            : _("Some people feel it in part of what you painted.");
  else
    reach = _("Its pain area lies near what you painted.");
  /* Translators: two sentences: where the pattern lies, and what to think of it */
  return g_strdup_printf (C_("reason", "%1$s %2$s"), reach,
                          by_core && unpainted > 1 - LITTLE_OF_CORE ? _("Much of that area is not painted.")
                                                                    : palpate_lookup_prevalence_sentence (point));
}

/* Returns: (transfer full) (nullable): the point on that side as a suspect; its @score, @why and @painted are set */
PalpateSuspect *
palpate_lookup_suspect_painted (const PalpatePoint    *point,
                                PalpateSide            side,
                                const PalpatePlace    *places,
                                guint                  n_places,
                                const PalpateCoverage *coverage)
{
  const PalpateOverlap overlap = palpate_coverage_get_point (coverage, point->id, side);
  const double area = palpate_coverage_get_area (coverage);
  const double core = overlap.core / area, whole = (overlap.core + overlap.spillover) / area;
  PalpateSuspect *suspect;
  guint32 covered = 0, covered_core = 0;
  guint n_painted = 0;
  double near = 0, clicked = 0, cover, unpainted;

  for (guint i = 0; i < n_places; i++)
    {
      const PalpateReferral *referral = palpate_lookup_best_referral (point, side, places[i]);
      const gboolean is_painted = palpate_coverage_has_place (coverage, places[i]);

      n_painted += is_painted;
      if (referral == NULL)
        continue;
      covered |= 1u << i;
      covered_core |= referral->kind == PALPATE_KIND_ESSENTIAL ? 1u << i : 0;
      *(is_painted ? &near : &clicked) += palpate_lookup_referral_weight (referral);
    }
  if (covered == 0 && whole < LEAST_OVERLAP)
    return NULL;

  unpainted = unpainted_core (point, side, places, n_places, coverage, overlap);
  cover = core + SPILLOVER_WEIGHT * (whole - core) + NEAR_WEIGHT * near / MAX (n_painted, 1);
  suspect = g_new0 (PalpateSuspect, 1);
  suspect->source.point = point;
  suspect->source.side = side;
  suspect->kind = core > 0 || (whole <= 0 && covered_core != 0) ? PALPATE_KIND_ESSENTIAL : PALPATE_KIND_SPILLOVER;
  suspect->covered = covered;
  suspect->covered_core = covered_core;
  suspect->painted = whole;
  suspect->score = ((n_painted * cover + clicked) / MAX (n_places, 1) / (1 + NEAR_WEIGHT) * (1 - UNPAINTED_PENALTY * unpainted)
                    + PALPATE_PREVALENCE_WEIGHT * palpate_lookup_prevalence_weight (point))
                   / (1 + PALPATE_PREVALENCE_WEIGHT);
  suspect->why = why_painted (point, core, whole, unpainted);
  return suspect;
}
