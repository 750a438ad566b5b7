/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A painted area on the shipped charts: which places it marks, and whether the point whose pattern was painted is found.
 */
#include "palpate-chart-grid.h"
#include "palpate-marks.h"
#include "palpate-outline.h"
#include "palpate-survey.h"
#include "shipped.h"

/* Of the 193 points that send pain, so many must be among the first three when exactly their core is painted. */
#define LEAST_EXACT 193
/* The same, painted with a thick brush and in one view only. */
#define LEAST_ROUGH 185

static PalpateChartSet *charts;
static PalpateAtlas *atlas;

static PalpateChart *
get_chart (PalpateView view)
{
  g_autoptr (GError) error = NULL;
  PalpateChart *chart = palpate_chart_set_get (charts, view, &error);

  g_assert_no_error (error);
  return chart;
}

static const PalpateMask *
core_of (const PalpatePoint *point,
         PalpateView         view)
{
  const PalpateMark *zone = palpate_chart_get_mark (get_chart (view), PALPATE_MARK_ZONE_ESSENTIAL, point->id, PALPATE_SIDE_LEFT);

  return zone != NULL ? palpate_chart_grid_get_zone (palpate_chart_get_grid (get_chart (view)), zone) : NULL;
}

static PalpatePainting *
paint_exactly (const PalpatePoint *point)
{
  PalpatePainting *painting = palpate_painting_new ();

  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      const PalpateMask *core = core_of (point, view);
      g_autoptr (PalpateMask) mask = palpate_survey_new_mask (get_chart (view));
      PalpatePainting *next;

      if (core == NULL)
        continue;
      palpate_mask_add (mask, core);
      next = palpate_painting_with_mask (painting, view, mask);
      palpate_painting_unref (painting);
      painting = next;
    }
  return painting;
}

/* As by hand: in the view that shows most of it, too thick by a brush of 6 units (about 1 cm), and over its edge. */
static PalpatePainting *
paint_roughly (const PalpatePoint *point)
{
  g_autoptr (PalpatePainting) nothing = palpate_painting_new ();
  PalpateView best = PALPATE_N_VIEWS;
  double most = 0;
  g_autoptr (PalpateMask) mask = NULL;
  int column, row, n_columns, n_rows, step;

  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      const PalpateMask *core = core_of (point, view);

      if (core != NULL && palpate_mask_get_area (core) > most)
        {
          most = palpate_mask_get_area (core);
          best = view;
        }
    }
  mask = palpate_survey_new_mask (get_chart (best));
  g_assert_true (palpate_mask_get_extent (core_of (point, best), &column, &row, &n_columns, &n_rows));
  step = (int) (2 / palpate_mask_get_grid (mask).cell);
  for (int y = row; y < row + n_rows; y += step)
    for (int x = column; x < column + n_columns; x += step)
      if (palpate_mask_get (core_of (point, best), x, y))
        {
          const PalpateGrid grid = palpate_mask_get_grid (mask);
          const double at_x = grid.x + (x + 0.5) * grid.cell + 2, at_y = grid.y + (y + 0.5) * grid.cell + 2;

          palpate_mask_add_stroke (mask, at_x, at_y, at_x, at_y, 6);
        }
  palpate_mask_intersect (mask, palpate_chart_grid_get_body (palpate_chart_get_grid (get_chart (best))));
  return palpate_painting_with_mask (nothing, best, mask);
}

/* The row of the list that the point stands in, from 1. */
static guint
row_when_painted (const PalpatePoint *point,
                   PalpatePainting    *painting)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();
  g_autoptr (PalpateCoverage) coverage = palpate_survey_painting (charts, painting);
  g_autoptr (GPtrArray) suspects = NULL;

  palpate_marks_paint (marks, painting, coverage);
  suspects = palpate_marks_look_up (marks, atlas);
  for (guint i = 0; i < suspects->len; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);

      if (suspect->source.point == point && suspect->source.side != PALPATE_SIDE_RIGHT)
        return suspect->row;
    }
  return G_MAXUINT;
}

static guint
count_found (const char       *how,
             PalpatePainting *(*paint) (const PalpatePoint *point))
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  guint n_points = 0, n_found = 0, n_first = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);
      g_autoptr (PalpatePainting) painting = NULL;
      guint row;

      if (point->painless)
        continue;
      n_points++;
      painting = paint (point);
      row = row_when_painted (point, painting);
      n_found += row <= 3;
      n_first += row == 1;
      if (row > 3)
        g_test_message ("%s, painted %s: row %u", point->id, how, row);
    }
  g_test_message ("painted %s: %u of %u points are in the first three rows, %u in the first", how, n_found, n_points, n_first);
  return n_found;
}

static void
test_every_pattern_is_found (void)
{
  g_assert_cmpuint (count_found ("exactly", paint_exactly), >=, LEAST_EXACT);
  g_assert_cmpuint (count_found ("roughly", paint_roughly), >=, LEAST_ROUGH);
}

static PalpatePainting *
paint_region (const char  *region,
              PalpateSide  side,
              PalpateView  view)
{
  g_autoptr (PalpatePainting) nothing = palpate_painting_new ();
  const PalpateMark *mark = palpate_chart_get_mark (get_chart (view), PALPATE_MARK_REGION, region, side);
  g_autoptr (PalpateMask) cells = palpate_chart_grid_mask_shape (palpate_chart_get_grid (get_chart (view)), mark->path);
  g_autoptr (PalpateMask) mask = palpate_survey_new_mask (get_chart (view));

  palpate_mask_add (mask, cells);
  return palpate_painting_with_mask (nothing, view, mask);
}

/* Who paints a place whole marks it, in every view, on either side, and nothing else. */
static void
test_every_place_is_marked (void)
{
  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      GPtrArray *regions = palpate_chart_get_marks (get_chart (view), PALPATE_MARK_REGION);

      for (guint i = 0; i < regions->len; i++)
        {
          const PalpateMark *region = g_ptr_array_index (regions, i);
          g_autoptr (PalpatePainting) painting = paint_region (region->id, region->side, view);
          g_autoptr (PalpateCoverage) coverage = palpate_survey_painting (charts, painting);
          g_autoptr (PalpatePainting) rest = NULL;
          guint n_places;
          const PalpatePlace *places = palpate_coverage_get_places (coverage, &n_places);
          const PalpatePlace place = { g_intern_string (region->id), region->side };

          g_assert_cmpuint (n_places, ==, 1);
          g_assert_true (palpate_place_equal (places[0], place));
          rest = palpate_survey_take_place (charts, painting, place);
          g_assert_true (palpate_painting_is_empty (rest));
        }
    }
}

/* Finer than what the edge of a stroke leaves: where there is nothing else, it still marks its place. */
static void
test_fine_dabs (void)
{
  g_autoptr (PalpatePainting) nothing = palpate_painting_new ();
  g_autoptr (PalpatePainting) whole = paint_region ("buttock", PALPATE_SIDE_LEFT, PALPATE_VIEW_BACK);
  const PalpateMask *cells = palpate_painting_get_mask (whole, PALPATE_VIEW_BACK);
  const PalpatePlace buttock = { g_intern_string ("buttock"), PALPATE_SIDE_LEFT };
  g_autoptr (PalpateMask) mask = palpate_survey_new_mask (get_chart (PALPATE_VIEW_BACK));
  int column, row, n_columns, n_rows;

  g_assert_true (palpate_mask_get_extent (cells, &column, &row, &n_columns, &n_rows));
  for (int i = 1; i <= 2; i++)
    {
      const int x = column + n_columns / 2, y = row + n_rows * i / 3;
      g_autoptr (PalpatePainting) painting = NULL;
      g_autoptr (PalpateCoverage) coverage = NULL;

      g_assert_true (palpate_mask_get (cells, x, y));
      palpate_mask_set (mask, x, y);
      painting = palpate_painting_with_mask (nothing, PALPATE_VIEW_BACK, mask);
      coverage = palpate_survey_painting (charts, painting);
      g_assert_cmpuint (palpate_coverage_get_n_patches (coverage), ==, i);
      g_assert_true (palpate_coverage_has_place (coverage, buttock));
    }
}

/* The side views are each other's mirror image. */
static void
test_sides (void)
{
  g_autoptr (PalpatePainting) left = paint_region ("outer-hip-thigh", PALPATE_SIDE_LEFT, PALPATE_VIEW_LEFT);
  g_autoptr (PalpatePainting) right = paint_region ("outer-hip-thigh", PALPATE_SIDE_RIGHT, PALPATE_VIEW_RIGHT);
  g_autoptr (PalpateCoverage) on_left = palpate_survey_painting (charts, left);
  g_autoptr (PalpateCoverage) on_right = palpate_survey_painting (charts, right);
  const PalpateOverlap a = palpate_coverage_get_point (on_left, "gluteus-minimus-anterior-upper", PALPATE_SIDE_LEFT);
  const PalpateOverlap b = palpate_coverage_get_point (on_right, "gluteus-minimus-anterior-upper", PALPATE_SIDE_RIGHT);

  g_assert_cmpfloat (palpate_coverage_get_area (on_left), >, 1000);
  g_assert_cmpfloat_with_epsilon (palpate_coverage_get_area (on_left), palpate_coverage_get_area (on_right), 20);
  g_assert_cmpfloat (a.core + a.spillover, >, 100);
  g_assert_cmpfloat_with_epsilon (a.core + a.spillover, b.core + b.spillover, 20);
}

/* The outline of what is painted goes round it: as large, over holes too. */
static void
test_outline (void)
{
  g_autoptr (PalpateMask) mask = palpate_survey_new_mask (get_chart (PALPATE_VIEW_BACK));
  g_autoptr (PalpateMask) hole = palpate_survey_new_mask (get_chart (PALPATE_VIEW_BACK));
  g_autoptr (PalpatePath) path = NULL;

  palpate_mask_add_stroke (mask, -40, 300, 40, 300, 30);
  palpate_mask_add_stroke (mask, 0, 500, 0, 500, 30);
  palpate_mask_add_stroke (hole, 0, 500, 0, 500, 15);
  palpate_mask_subtract (mask, hole);
  path = palpate_outline_trace (mask);
  g_assert_true (palpate_path_contains (path, 60, 300));
  g_assert_false (palpate_path_contains (path, 75, 300));
  g_assert_true (palpate_path_contains (path, 0, 522));
  g_assert_false (palpate_path_contains (path, 0, 505));
  g_assert_cmpfloat_with_epsilon (palpate_path_get_area (path), palpate_mask_get_area (mask), 0.02 * palpate_mask_get_area (mask));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) charts_folder = shipped_folder ("charts");
  int status;

  g_test_init (&argc, &argv, NULL);
  charts = palpate_chart_set_new (charts_folder);
  atlas = shipped_atlas ();
  g_test_add_func ("/painting/outline", test_outline);
  g_test_add_func ("/painting/sides", test_sides);
  g_test_add_func ("/painting/fine-dabs", test_fine_dabs);
  g_test_add_func ("/painting/every-place-is-marked", test_every_place_is_marked);
  g_test_add_func ("/painting/every-pattern-is-found", test_every_pattern_is_found);
  status = g_test_run ();
  g_object_unref (charts);
  g_object_unref (atlas);
  return status;
}
