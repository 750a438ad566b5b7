/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-coverage.h"

struct _PalpateCoverage {
  double      area;
  guint       n_patches;
  GArray     *places;   /* owned; of PalpatePlace */
  GArray     *shown;    /* owned; of PalpatePlace */
  GHashTable *points;   /* owned; "point:side" → PalpateOverlap */
};

PalpateCoverage *
palpate_coverage_new (void)
{
  PalpateCoverage *self = g_rc_box_new0 (PalpateCoverage);

  self->places = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  self->shown = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  self->points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

PalpateCoverage *
palpate_coverage_ref (PalpateCoverage *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_coverage (gpointer data)
{
  PalpateCoverage *self = data;

  g_array_unref (self->places);
  g_array_unref (self->shown);
  g_hash_table_unref (self->points);
}

void
palpate_coverage_unref (PalpateCoverage *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_coverage);
}

/**
 * palpate_coverage_add_area:
 * @area: how much is painted in one more view
 * @n_patches: in how many pieces that do not hang together
 */
void
palpate_coverage_add_area (PalpateCoverage *self,
                           double           area,
                           guint            n_patches)
{
  self->area += area;
  self->n_patches += n_patches;
}

static gboolean
has_place (GArray       *places,
           PalpatePlace  place)
{
  return palpate_place_find (place, (const PalpatePlace *) places->data, places->len) >= 0;
}

/**
 * palpate_coverage_add_place:
 *
 * The painting marks @place; told twice is told once.
 */
void
palpate_coverage_add_place (PalpateCoverage *self,
                            PalpatePlace     place)
{
  if (!has_place (self->places, place))
    g_array_append_val (self->places, place);
}

/**
 * palpate_coverage_add_shown:
 *
 * A painted view shows @place, so that the person could have painted it.
 */
void
palpate_coverage_add_shown (PalpateCoverage *self,
                            PalpatePlace     place)
{
  if (!has_place (self->shown, place))
    g_array_append_val (self->shown, place);
}

static char *
key_of (const char  *point,
        PalpateSide  side)
{
  return g_strdup_printf ("%s:%d", point, side);
}

/**
 * palpate_coverage_add_point:
 * @overlap: in one more view
 */
void
palpate_coverage_add_point (PalpateCoverage *self,
                            const char      *point,
                            PalpateSide      side,
                            PalpateOverlap   overlap)
{
  g_autofree char *key = key_of (point, side);
  PalpateOverlap *sum = g_hash_table_lookup (self->points, key);

  if (sum == NULL)
    {
      sum = g_new0 (PalpateOverlap, 1);
      g_hash_table_insert (self->points, g_steal_pointer (&key), sum);
    }
  sum->core += overlap.core;
  sum->spillover += overlap.spillover;
  sum->whole_core += overlap.whole_core;
}

guint
palpate_coverage_get_n_patches (const PalpateCoverage *self)
{
  return self->n_patches;
}

double
palpate_coverage_get_area (const PalpateCoverage *self)
{
  return self->area;
}

/**
 * palpate_coverage_get_places:
 * @n_places: (out): how many
 *
 * Returns: (transfer none) (array length=n_places): what the painting marks, in the order in which it was told
 */
const PalpatePlace *
palpate_coverage_get_places (const PalpateCoverage *self,
                             guint                 *n_places)
{
  *n_places = self->places->len;
  return (const PalpatePlace *) self->places->data;
}

gboolean
palpate_coverage_has_place (const PalpateCoverage *self,
                            PalpatePlace           place)
{
  return has_place (self->places, place);
}

gboolean
palpate_coverage_shows (const PalpateCoverage *self,
                        PalpatePlace           place)
{
  return has_place (self->shown, place);
}

/**
 * palpate_coverage_get_point:
 *
 * Returns: how much of that point's pattern is painted; all 0 if no painted view shows it
 */
PalpateOverlap
palpate_coverage_get_point (const PalpateCoverage *self,
                            const char            *point,
                            PalpateSide            side)
{
  static const PalpateOverlap nothing = { 0, 0, 0 };
  g_autofree char *key = key_of (point, side);
  const PalpateOverlap *found = g_hash_table_lookup (self->points, key);

  return found != NULL ? *found : nothing;
}
