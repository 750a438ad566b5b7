/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brush and eraser on a view: what a stroke leaves, what the pointer looks like, and what the panel makes of it.
 */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "palpate-chart-view-private.h"
#include "palpate-pages.h"
#include "palpate-settings.h"
#include "palpate-survey.h"
#include "shipped.h"
#include "widgets.h"

/* Places of the back, in units of the chart. */
#define BUTTOCK "buttock-left"
#define CALF "calf-left"

static PalpateAtlas *atlas;
static PalpateChartSet *charts;

static PalpateChart *
get_back (void)
{
  g_autoptr (GError) error = NULL;
  PalpateChart *chart = palpate_chart_set_get (charts, PALPATE_VIEW_BACK, &error);

  g_assert_no_error (error);
  return chart;
}

static PalpatePosition
middle_of (const char *id)
{
  const PalpatePlace place = palpate_place_parse (id);
  const PalpateBox box = palpate_path_get_box (palpate_chart_get_mark (get_back (), PALPATE_MARK_REGION, place.region, place.side)->path);

  return (PalpatePosition) { box.x + box.width / 2, box.y + box.height / 2 };
}

/* A window with the back of the body, which is empty. */
static PalpateChartView *
open_back (PalpateExplorer *explorer)
{
  GtkWidget *window = gtk_window_new ();
  PalpateChartView *view = PALPATE_CHART_VIEW (palpate_chart_view_new (explorer));

  gtk_widget_set_size_request (GTK_WIDGET (view), 400, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  palpate_chart_view_set_view (view, PALPATE_VIEW_BACK);
  gtk_window_present (GTK_WINDOW (window));
  while (!palpate_chart_view_is_complete (view))
    g_main_context_iteration (NULL, TRUE);
  return view;
}

static void
close_view (PalpateChartView *view)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
}

/* Dabs round these positions, above each other. */
static void
paint_dabs (PalpateExplorer *explorer,
            PalpatePosition  at,
            double           radius,
            guint            n_dabs)
{
  g_autoptr (PalpateMask) mask = palpate_survey_new_mask (get_back ());
  const double distance = 3 * radius;

  for (guint i = 0; i < n_dabs; i++)
    {
      const double y = at.y + (i - (n_dabs - 1) / 2.0) * distance;

      palpate_mask_add_stroke (mask, at.x, y, at.x, y, radius);
    }
  g_assert_true (palpate_explorer_paint (explorer, PALPATE_VIEW_BACK, mask));
}

static void
erase (PalpateChartView *view,
       PalpatePosition   at)
{
  const PalpatePosition corner = palpate_chart_view_to_widget (view, at.x, at.y);

  palpate_chart_view_begin_stroke (view, TRUE, corner.x, corner.y);
  palpate_chart_view_end_stroke (view);
}

static double
painted_area (PalpateExplorer *explorer)
{
  PalpateMask *mask = palpate_painting_get_mask (palpate_marks_get_painting (palpate_explorer_get_marks (explorer)), PALPATE_VIEW_BACK);

  return mask != NULL ? palpate_mask_get_area (mask) : 0;
}

/* The eraser takes what is left of the paint that it touched, if that is a crumb; fine paint elsewhere was meant. */
static void
test_eraser_leaves_the_rest (void)
{
  g_autoptr (PalpateExplorer) explorer = palpate_explorer_new (atlas, charts);
  PalpateChartView *view = open_back (explorer);
  const PalpatePosition buttock = middle_of (BUTTOCK), calf = middle_of (CALF);
  PalpatePosition beside = buttock;
  double fine;

  palpate_chart_view_set_brush (view, PALPATE_BRUSH_ERASE);
  paint_dabs (explorer, buttock, 3, 2);
  fine = painted_area (explorer);
  erase (view, calf);
  g_assert_cmpfloat (painted_area (explorer), ==, fine);
  erase (view, buttock);
  g_assert_cmpfloat (painted_area (explorer), ==, 0);

  paint_dabs (explorer, buttock, 20, 1);
  beside.x += 5;
  erase (view, beside);
  g_assert_cmpfloat (painted_area (explorer), ==, 0);
  close_view (view);
}

/* The ring stands for the pointer, but not where a broken drawing leaves nothing to paint on. */
static void
test_pointer (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palpate-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (PalpateChartSet) broken = palpate_chart_set_new (file);
  PalpateChartSet *sets[] = { charts, broken };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (PalpateExplorer) explorer = palpate_explorer_new (atlas, sets[i]);
      GtkWidget *view = g_object_ref_sink (palpate_chart_view_new (explorer));

      for (guint first = 0; first < 2; first++)   /* the brush is taken up before, or after */
        {
          if (first == 0)
            palpate_chart_view_set_view (PALPATE_CHART_VIEW (view), PALPATE_VIEW_BACK);
          palpate_chart_view_set_brush (PALPATE_CHART_VIEW (view), PALPATE_BRUSH_PAINT);
          palpate_chart_view_set_view (PALPATE_CHART_VIEW (view), first == 0 ? PALPATE_VIEW_FRONT : PALPATE_VIEW_BACK);
          g_assert_cmpint (gtk_widget_get_cursor (view) != NULL, ==, sets[i] == charts);
          palpate_chart_view_set_brush (PALPATE_CHART_VIEW (view), PALPATE_BRUSH_NONE);
          g_assert_null (gtk_widget_get_cursor (view));
        }
      g_object_unref (view);
    }
  g_rmdir (folder);
}

/* Many dabs on one place are not pain in many places. */
static void
test_dabs_are_no_places (void)
{
  g_autoptr (PalpateExplorer) explorer = palpate_explorer_new (atlas, charts);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = palpate_settings_new (&error);
  static const char *const ids[] = { "temple-left", "heel-left", "sacrum", "calf-right", "temple-right" };
  const char *many = "Pain in many places has other causes too.";
  GtkWidget *page;

  g_assert_no_error (error);
  paint_dabs (explorer, middle_of (BUTTOCK), 2, 7);
  g_assert_cmpuint (palpate_coverage_get_n_patches (palpate_marks_get_coverage (palpate_explorer_get_marks (explorer))), ==, 7);
  page = g_object_ref_sink (palpate_places_page_new (explorer, settings));
  g_assert_true (says (page, "Painted area"));
  g_assert_false (says (page, many));
  g_object_unref (page);
  /* but with as many other places they are */
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    palpate_marks_toggle (palpate_explorer_get_marks (explorer), palpate_place_parse (ids[i]));
  page = g_object_ref_sink (palpate_places_page_new (explorer, settings));
  g_assert_true (says (page, many));
  g_object_unref (page);
}

static void
assert_said (PalpateExplorer *explorer,
             const char      *pattern)
{
  g_autofree char *said = palpate_explorer_describe_marks (explorer);

  if (!g_pattern_match_simple (pattern, said))
    g_error ("“%s” is said, not “%s”", said, pattern);
}

/* What a screen reader hears: what is painted, and why paint marks no place. */
static void
test_said (void)
{
  g_autoptr (PalpateExplorer) explorer = palpate_explorer_new (atlas, charts);
  const PalpatePosition buttock = middle_of (BUTTOCK);
  const PalpateBox frame = palpate_chart_get_frame (get_back ());
  const PalpatePosition beside = { frame.x + 8, frame.y + 8 };

  assert_said (explorer, "Nothing marked");
  paint_dabs (explorer, beside, 3, 1);
  assert_said (explorer, "What you painted covers no place of the body. Paint a little more.");
  paint_dabs (explorer, buttock, 20, 1);
  assert_said (explorer, "Painted area: Buttock, left. * possible sources.");
  palpate_marks_toggle (palpate_explorer_get_marks (explorer), palpate_place_parse (CALF));
  palpate_explorer_unpaint (explorer, palpate_place_parse (BUTTOCK));
  assert_said (explorer, "Calf, left, marked. * possible sources.");
}

/* Two fingers move the body and zoom it, also while the brush is in the hand: what lay between them stays there. */
static void
test_two_fingers (void)
{
  g_autoptr (PalpateExplorer) explorer = palpate_explorer_new (atlas, charts);
  PalpateChartView *view = open_back (explorer);
  const PalpatePosition from = { 200, 300 }, to = { 230, 280 };
  PalpatePosition held, there;
  double scale;

  palpate_chart_view_set_brush (view, PALPATE_BRUSH_PAINT);
  palpate_chart_view_begin_pinch (view, from);
  palpate_chart_view_pinch (view, 3, from);
  held = palpate_chart_view_to_chart (view, from.x, from.y);
  scale = palpate_chart_view_get_scale (view);

  palpate_chart_view_begin_pinch (view, from);
  palpate_chart_view_pinch (view, 1, to);
  there = palpate_chart_view_to_widget (view, held.x, held.y);
  g_assert_cmpfloat_with_epsilon (there.x, to.x, 1);
  g_assert_cmpfloat_with_epsilon (there.y, to.y, 1);
  g_assert_cmpfloat (palpate_chart_view_get_scale (view), ==, scale);
  palpate_chart_view_pinch (view, 1.5, to);
  there = palpate_chart_view_to_widget (view, held.x, held.y);
  g_assert_cmpfloat_with_epsilon (there.x, to.x, 1);
  g_assert_cmpfloat_with_epsilon (there.y, to.y, 1);
  g_assert_cmpfloat (palpate_chart_view_get_scale (view), >, scale);
  close_view (view);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = shipped_folder ("charts");
  charts = palpate_chart_set_new (folder);
  atlas = palpate_atlas_new_built_in ();
  g_test_add_func ("/brush/eraser-leaves-the-rest", test_eraser_leaves_the_rest);
  g_test_add_func ("/brush/pointer", test_pointer);
  g_test_add_func ("/brush/dabs-are-no-places", test_dabs_are_no_places);
  g_test_add_func ("/brush/said", test_said);
  g_test_add_func ("/brush/two-fingers", test_two_fingers);
  status = g_test_run ();
  g_object_unref (charts);
  g_object_unref (atlas);
  return status;
}
