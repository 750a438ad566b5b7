/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What part of the body a view shows of itself: all of an open pattern, and no empty place beside the body while some
 * of the body is cut off. What stands beside the body and on it.
 */
#include <adwaita.h>
#include <stdlib.h>

#include "palpate-chart-view-private.h"
#include "palpate-signs.h"
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

/* Where a letter of the sides stands, in units of the chart. */
static PalpateBox
place_of (PalpateChartView *view,
          GtkWidget        *letter)
{
  graphene_rect_t bounds;
  PalpatePosition corner, other;

  g_assert_true (gtk_widget_compute_bounds (letter, GTK_WIDGET (view), &bounds));
  corner = palpate_chart_view_to_chart (view, bounds.origin.x, bounds.origin.y);
  other = palpate_chart_view_to_chart (view, bounds.origin.x + bounds.size.width, bounds.origin.y + bounds.size.height);
  return (PalpateBox) { corner.x, corner.y, other.x - corner.x, other.y - corner.y };
}

static void
assert_beside_body (PalpateChart *chart,
                    PalpateBox    letter)
{
  const PalpateBox inside = { letter.x + 1, letter.y + 1, letter.width - 2, letter.height - 2 };

  for (int x = 0; x <= 8; x++)
    for (int y = 0; y <= 4; y++)
      g_assert_null (palpate_chart_hit (chart, PALPATE_MARK_REGION, inside.x + inside.width * x / 8, inside.y + inside.height * y / 4));
}

/* Where the script has words in the place of the letters L and R, these do not lie on the shoulders of a small body. */
static void
test_words_for_letters (void)
{
  const char *const words[][2] = { { "L", "R" }, { "يسار", "يمين" }, { "vasemmalla", "oikealla" } };
  g_autoptr (GError) error = NULL;
  PalpateChart *chart = palpate_chart_set_get (charts, PALPATE_VIEW_BACK, &error);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (PalpateExplorer) explorer = palpate_explorer_new (atlas, charts);
      GtkWidget *window = gtk_window_new ();
      PalpateChartView *view = PALPATE_CHART_VIEW (palpate_chart_view_new_picture (explorer));

      gtk_label_set_label (GTK_LABEL (view->left_letter), words[i][0]);
      gtk_label_set_label (GTK_LABEL (view->right_letter), words[i][1]);
      gtk_widget_set_size_request (GTK_WIDGET (view), 420, 440);
      gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
      palpate_chart_view_set_view (view, PALPATE_VIEW_BACK);
      gtk_window_present (GTK_WINDOW (window));
      while (!palpate_chart_view_is_complete (view))
        g_main_context_iteration (NULL, TRUE);
      assert_beside_body (chart, place_of (view, view->left_letter));
      assert_beside_body (chart, place_of (view, view->right_letter));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* Each row of the list whose points are seen has its number on the chart, once a side, though its first point is elsewhere. */
static void
test_numbers_of_rows (void)
{
  static const char *const places[] = { "shoulder-blade-left", "temple-left", "side-of-shoulder-left", "back-of-neck-left" };
  g_autoptr (PalpateExplorer) explorer = palpate_explorer_new (atlas, charts);
  GtkWidget *window = gtk_window_new ();
  PalpateChartView *view = PALPATE_CHART_VIEW (palpate_chart_view_new (explorer));

  gtk_widget_set_size_request (GTK_WIDGET (view), 420, 440);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < G_N_ELEMENTS (places) * 2; i++)
    {
      GPtrArray *suspects;
      g_autoptr (GArray) signs = NULL;
      gboolean is_seen[64] = { FALSE };
      guint n_numbers[64] = { 0 };

      palpate_chart_view_set_view (view, i % 2 == 0 ? PALPATE_VIEW_BACK : PALPATE_VIEW_FRONT);
      while (!palpate_chart_view_is_complete (view))
        g_main_context_iteration (NULL, TRUE);
      palpate_marks_clear (palpate_explorer_get_marks (explorer));
      palpate_marks_toggle (palpate_explorer_get_marks (explorer), palpate_place_parse (places[i / 2]));
      suspects = palpate_explorer_get_suspects (explorer);
      palpate_explorer_set_n_numbered (explorer, suspects->len);
      for (guint j = 0; j < suspects->len; j++)
        {
          const PalpateSuspect *suspect = g_ptr_array_index (suspects, j);

          is_seen[suspect->row] |= palpate_chart_get_mark (view->chart, PALPATE_MARK_POINT, suspect->source.point->id, suspect->source.side) != NULL;
        }
      signs = palpate_chart_view_create_signs (view);
      for (guint j = 0; j < signs->len; j++)
        if (!g_array_index (signs, PalpateSign, j).is_letter && *g_array_index (signs, PalpateSign, j).text != '\0')
          n_numbers[atoi (g_array_index (signs, PalpateSign, j).text)]++;
      for (guint row = 0; row < G_N_ELEMENTS (is_seen); row++)
        g_assert_cmpuint (n_numbers[row], ==, is_seen[row]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
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
  g_test_add_func ("/camera/words-for-letters", test_words_for_letters);
  g_test_add_func ("/camera/numbers-of-rows", test_numbers_of_rows);
  status = g_test_run ();
  g_object_unref (charts);
  g_object_unref (atlas);
  return status;
}
