/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What part of the body a view shows of itself: all of an open pattern, and no empty place beside the body while some
 * of the body is cut off.
 */
#include <adwaita.h>

#include "palpate-chart-view-private.h"
#include "shipped.h"

static PalpateAtlas *atlas;
static PalpateChartSet *charts;

/* Shows the point in a view of that size, and gives back what is seen, in units of the chart. */
static PalpateBox
show_point (const char  *id,
            PalpateView  side,
            int          width,
            int          height)
{
  const PalpateSidedPoint point = shipped_point (atlas, id, PALPATE_SIDE_LEFT);
  g_autoptr (PalpateExplorer) explorer = palpate_explorer_new (atlas, charts);
  GtkWidget *window = gtk_window_new ();
  PalpateChartView *view = PALPATE_CHART_VIEW (palpate_chart_view_new_picture (explorer));
  PalpatePosition corner, other;

  palpate_explorer_set_opened (explorer, point);
  gtk_widget_set_size_request (GTK_WIDGET (view), width, height);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  palpate_chart_view_set_view (view, side);
  palpate_chart_view_zoom_to_shown (view, FALSE);
  gtk_window_present (GTK_WINDOW (window));
  while (!palpate_chart_view_is_complete (view))
    g_main_context_iteration (NULL, TRUE);
  corner = palpate_chart_view_to_chart (view, 0, 0);
  other = palpate_chart_view_to_chart (view, gtk_widget_get_width (GTK_WIDGET (view)), gtk_widget_get_height (GTK_WIDGET (view)));
  gtk_window_destroy (GTK_WINDOW (window));
  return (PalpateBox) { corner.x, corner.y, other.x - corner.x, other.y - corner.y };
}

static void
test_pattern_at_the_side (void)
{
  g_autoptr (GError) error = NULL;
  PalpateChart *chart = palpate_chart_set_get (charts, PALPATE_VIEW_BACK, &error);
  const PalpateMark *zone = palpate_chart_get_mark (chart, PALPATE_MARK_ZONE_SPILLOVER, "infraspinatus-TrP2", PALPATE_SIDE_LEFT);
  const PalpateBox frame = palpate_chart_get_frame (chart), pattern = palpate_path_get_box (zone->path);
  const PalpateBox wide = show_point ("infraspinatus-TrP2", PALPATE_VIEW_BACK, 400, 300);
  const PalpateBox narrow = show_point ("infraspinatus-TrP2", PALPATE_VIEW_BACK, 120, 300);

  /* there is room for the whole width of the body, which stands in the middle of it */
  g_assert_cmpfloat (wide.width, >, frame.width);
  g_assert_cmpfloat_with_epsilon (wide.x + wide.width / 2, frame.x + frame.width / 2, 1);
  /* there is not: it begins where the body does */
  g_assert_cmpfloat (narrow.width, <, frame.width);
  g_assert_cmpfloat (narrow.x, >=, frame.x - 1);
  g_assert_cmpfloat (narrow.x + narrow.width, <=, frame.x + frame.width + 1);
  g_assert_cmpfloat (narrow.x, <=, pattern.x);
  g_assert_cmpfloat (narrow.x + narrow.width, >=, pattern.x + pattern.width);
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
  g_test_add_func ("/camera/pattern-at-the-side", test_pattern_at_the_side);
  status = g_test_run ();
  g_object_unref (charts);
  g_object_unref (atlas);
  return status;
}
