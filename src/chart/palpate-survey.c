/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-survey.h"

#include "palpate-chart-grid.h"

/* A place is marked if so much of one painted patch lies in it; or if half of it is painted; or a quarter of it, and that is
 * a real part of what is painted: of the edge of a place that a view shows just a little, a quarter is quickly painted. A
 * patch always marks the place in which most of it lies. */
#define SHARE_OF_PATCH 0.20
#define LEAST_PATCH 5   /* cells; less is what an edge leaves */
#define MOST_OF_PLACE 0.50
#define SHARE_OF_PLACE 0.25
#define SHARE_OF_PAINTING 0.10

/**
 * palpate_survey_new_mask:
 *
 * Returns: (transfer full): nothing painted yet on @chart
 */
PalpateMask *
palpate_survey_new_mask (PalpateChart *chart)
{
  return palpate_mask_new (palpate_chart_grid_get_cells (palpate_chart_get_grid (chart)));
}

static void
add_points (PalpateChart      *chart,
            PalpateMarkKind    kind,
            const PalpateMask *mask,
            PalpateCoverage   *coverage)
{
  const PalpateChartGrid *grid = palpate_chart_get_grid (chart);
  const double cell = palpate_chart_grid_get_cells (grid).cell * palpate_chart_grid_get_cells (grid).cell;
  GPtrArray *zones = palpate_chart_get_marks (chart, kind);

  for (guint i = 0; i < zones->len; i++)
    {
      const PalpateMark *zone = g_ptr_array_index (zones, i);
      const PalpateMask *cells = palpate_chart_grid_get_zone (grid, zone);
      const double common = cell * palpate_mask_count_common (cells, mask);
      PalpateOverlap overlap = { 0, 0, 0 };

      if (kind == PALPATE_MARK_ZONE_ESSENTIAL)
        {
          overlap.core = common;
          overlap.whole_core = cell * palpate_mask_count (cells);
        }
      else
        {
          overlap.spillover = common;
        }
      palpate_coverage_add_point (coverage, zone->id, zone->side, overlap);
    }
}

/* How much of a region is painted, and whether that marks it. */
typedef struct {
  guint    region;
  guint    n_painted;
  gboolean is_marked;
} Share;

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const Share *x = a, *y = b;

  if (x->n_painted != y->n_painted)
    return x->n_painted > y->n_painted ? -1 : 1;
  return (int) x->region - (int) y->region;
}

static void
add_patch (const PalpateChartGrid *grid,
           const PalpateMask      *patch,
           guint                   least,
           GArray                 *shares)
{
  g_autofree guint *counts = palpate_chart_grid_count_in (grid, patch);
  const guint size = palpate_mask_count (patch);
  guint most = 0;

  if (size < least)
    return;
  for (guint i = 0; i < shares->len; i++)
    {
      Share *share = &g_array_index (shares, Share, i);

      share->n_painted += counts[i];
      share->is_marked |= counts[i] > SHARE_OF_PATCH * size;
      most = counts[i] > counts[most] ? i : most;
    }
  if (shares->len > 0 && counts[most] > 0)
    g_array_index (shares, Share, most).is_marked = TRUE;
}

static gboolean
is_place_painted (const Share *share,
                  guint        n_region,
                  guint        n_painted)
{
  return share->is_marked
         || (share->n_painted > 0 && share->n_painted >= MOST_OF_PLACE * n_region)
         || (share->n_painted >= SHARE_OF_PLACE * n_region && share->n_painted >= SHARE_OF_PAINTING * n_painted);
}

/* How many cells make a patch count: where all are fine, none of them is what an edge left. */
static guint
least_of (GPtrArray *patches)
{
  guint largest = 0;

  for (guint i = 0; i < patches->len; i++)
    largest = MAX (largest, palpate_mask_count (g_ptr_array_index (patches, i)));
  return largest < LEAST_PATCH ? 1 : LEAST_PATCH;
}

/* The most painted places first. */
static void
add_places (PalpateChart      *chart,
            const PalpateMask *mask,
            GPtrArray         *patches,
            PalpateCoverage   *coverage)
{
  const PalpateChartGrid *grid = palpate_chart_get_grid (chart);
  const guint n_painted = palpate_mask_count (mask);
  const guint least = least_of (patches);
  GPtrArray *regions = palpate_chart_get_marks (chart, PALPATE_MARK_REGION);
  g_autoptr (GArray) shares = g_array_new (FALSE, TRUE, sizeof (Share));

  g_array_set_size (shares, regions->len);
  for (guint i = 0; i < regions->len; i++)
    g_array_index (shares, Share, i).region = i;
  for (guint i = 0; i < patches->len; i++)
    add_patch (grid, g_ptr_array_index (patches, i), least, shares);
  g_array_sort (shares, compare_shares);
  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      const PalpateMark *region = g_ptr_array_index (regions, share->region);
      const PalpatePlace place = { g_intern_string (region->id), region->side };

      palpate_coverage_add_shown (coverage, place);
      if (is_place_painted (share, palpate_chart_grid_count_region (grid, share->region), n_painted))
        palpate_coverage_add_place (coverage, place);
    }
}

/**
 * palpate_survey_painting:
 *
 * Returns: (transfer full): what @painting covers; a view that cannot be read covers nothing
 */
PalpateCoverage *
palpate_survey_painting (PalpateChartSet       *charts,
                         const PalpatePainting *painting)
{
  PalpateCoverage *coverage = palpate_coverage_new ();

  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      const PalpateMask *mask = palpate_painting_get_mask (painting, view);
      PalpateChart *chart = mask != NULL ? palpate_chart_set_get (charts, view, NULL) : NULL;
      g_autoptr (GPtrArray) patches = chart != NULL ? palpate_mask_split (mask) : NULL;

      if (chart == NULL)
        continue;
      palpate_coverage_add_area (coverage, palpate_mask_get_area (mask), patches->len);
      add_points (chart, PALPATE_MARK_ZONE_ESSENTIAL, mask, coverage);
      add_points (chart, PALPATE_MARK_ZONE_SPILLOVER, mask, coverage);
      add_places (chart, mask, patches, coverage);
    }
  return coverage;
}

/**
 * palpate_survey_take_place:
 *
 * Returns: (transfer full): @painting without what is painted on @place, in any view
 */
PalpatePainting *
palpate_survey_take_place (PalpateChartSet       *charts,
                           const PalpatePainting *painting,
                           PalpatePlace           place)
{
  PalpatePainting *left = palpate_painting_new ();

  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      PalpateMask *mask = palpate_painting_get_mask (painting, view);
      PalpateChart *chart = mask != NULL ? palpate_chart_set_get (charts, view, NULL) : NULL;
      const PalpateMark *region = chart != NULL ? palpate_chart_get_mark (chart, PALPATE_MARK_REGION, place.region, place.side) : NULL;
      g_autoptr (PalpateMask) rest = mask != NULL ? palpate_mask_copy (mask) : NULL;
      PalpatePainting *next;

      if (rest == NULL)
        continue;
      if (region != NULL)
        {
          g_autoptr (PalpateMask) cells = palpate_chart_grid_mask_shape (palpate_chart_get_grid (chart), region->path);

          palpate_mask_subtract (rest, cells);
        }
      next = palpate_painting_with_mask (left, view, rest);
      palpate_painting_unref (left);
      left = next;
    }
  return left;
}
