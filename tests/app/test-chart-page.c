/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which views stand beside an open page of the panel.
 */
#include <adwaita.h>

#include "palpate-chart-page-private.h"
#include "palpate-chart-view-private.h"
#include "palpate-settings.h"
#include "shipped.h"

typedef struct {
  PalpateAtlas     *atlas;
  PalpateChartSet  *charts;
  PalpateExplorer  *explorer;
  GSettings        *settings;
  PalpateChartPage *page;
  GtkWidget        *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  width)
{
  g_autoptr (GFile) folder = shipped_folder ("charts");

  self->atlas = palpate_atlas_new_built_in ();
  self->charts = palpate_chart_set_new (folder);
  self->explorer = palpate_explorer_new (self->atlas, self->charts);
  self->settings = palpate_settings_new (NULL);
  self->page = g_object_new (PALPATE_TYPE_CHART_PAGE, NULL);
  palpate_chart_page_setup (self->page, self->explorer, self->settings);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), GPOINTER_TO_INT (width), 600);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  while (!palpate_chart_page_is_complete (self->page) || gtk_widget_get_width (GTK_WIDGET (self->page)) == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  width)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_object_unref (self->settings);
  g_object_unref (self->explorer);
  g_object_unref (self->charts);
  g_object_unref (self->atlas);
}

static gboolean
is_seen (Fixture           *self,
         PalpateMarkKind    kind,
         PalpateSidedPoint  point)
{
  PalpateChartView *views[3];

  palpate_chart_page_get_views (self->page, views);
  views[2] = gtk_widget_get_visible (self->page->inset_button) ? self->page->inset : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] != NULL && gtk_widget_get_visible (GTK_WIDGET (views[i]))
        && palpate_chart_set_shows (self->charts, palpate_chart_view_get_view (views[i]), kind, point.point->id, point.side))
      return TRUE;
  return FALSE;
}

/* The open page of a point says where to press and where it is felt, and the chart beside it shows both, whatever views
 * that takes; a narrow window where it is felt in the inset. */
static void
test_point (Fixture       *self,
            gconstpointer  width)
{
  const PalpateLocation location = { .kind = PALPATE_PAGE_POINT };
  const gboolean is_narrow = GPOINTER_TO_INT (width) < PALPATE_CHART_PAGE_PAIR;
  GPtrArray *points = palpate_atlas_list (self->atlas, PALPATE_ITEM_POINT);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->page)) < PALPATE_CHART_PAGE_PAIR, ==, is_narrow);
  for (guint i = 0; i < points->len; i++)
    for (PalpateSide side = PALPATE_SIDE_LEFT; side <= PALPATE_SIDE_RIGHT; side++)
      {
        const PalpateSidedPoint source = { g_ptr_array_index (points, i), side };
        PalpateView view;

        palpate_explorer_set_opened (self->explorer, source);
        palpate_chart_page_follow (self->page, &location, FALSE);
        g_test_message ("%s", source.point->id);
        if (palpate_chart_set_find_view (self->charts, PALPATE_MARK_POINT, source.point->id, side, &view))
          g_assert_true (is_seen (self, PALPATE_MARK_POINT, source));
        else
          g_assert_cmpint (source.point->mode, ==, PALPATE_MODE_PROFESSIONAL);   /* nothing to press from outside */
        if (palpate_chart_set_find_view (self->charts, PALPATE_MARK_ZONE_ESSENTIAL, source.point->id, side, &view))
          g_assert_true (is_seen (self, PALPATE_MARK_ZONE_ESSENTIAL, source));
      }
}

/* Whether a view shows where to press, and that is not beside what is seen of it. */
static gboolean
is_in_sight (PalpateChartView *view,
             PalpateSidedPoint point)
{
  const PalpateMark *mark = palpate_chart_get_mark (view->chart, PALPATE_MARK_POINT, point.point->id, point.side);
  const PalpateBox box = mark != NULL ? palpate_path_get_box (mark->path) : (PalpateBox) { 0 };
  const PalpatePosition pixel = palpate_chart_view_to_widget (view, box.x + box.width / 2, box.y + box.height / 2);

  return mark != NULL && gtk_widget_get_mapped (GTK_WIDGET (view)) && gtk_widget_contains (GTK_WIDGET (view), pixel.x, pixel.y);
}

/* Whether the inset lies over the middle of a marked place in the main view. */
static gboolean
is_covered (Fixture      *self,
            PalpatePlace  place)
{
  const PalpateMark *mark = palpate_chart_get_mark (self->page->views[0]->chart, PALPATE_MARK_REGION, place.region, place.side);
  const PalpateBox box = mark != NULL ? palpate_path_get_box (mark->path) : (PalpateBox) { 0 };
  const PalpatePosition pixel = palpate_chart_view_to_widget (self->page->views[0], box.x + box.width / 2, box.y + box.height / 2);
  graphene_rect_t inset;

  return mark != NULL && gtk_widget_get_mapped (self->page->inset_button)
         && gtk_widget_compute_bounds (self->page->inset_button, GTK_WIDGET (self->page->views[0]), &inset)
         && graphene_rect_contains_point (&inset, &GRAPHENE_POINT_INIT (pixel.x, pixel.y));
}

/* A place that was clicked: the chart shows where to press for the first rows of the list, beside the place or in the inset. */
static void
test_place (Fixture       *self,
            gconstpointer  width)
{
  const PalpateLocation location = { .kind = PALPATE_PAGE_PLACES };
  GPtrArray *regions = palpate_atlas_list (self->atlas, PALPATE_ITEM_REGION);
  guint n_points = 0, n_seen = 0;

  for (guint i = 0; i < regions->len; i++)
    {
      const PalpateRegion *region = g_ptr_array_index (regions, i);
      const PalpatePlace place = { region->id, region->sided ? PALPATE_SIDE_LEFT : PALPATE_SIDE_NONE };
      GPtrArray *suspects;

      palpate_marks_clear (palpate_explorer_get_marks (self->explorer));
      palpate_chart_page_set_mode (self->page, "front-and-back");
      palpate_marks_toggle (palpate_explorer_get_marks (self->explorer), place);
      palpate_chart_page_follow (self->page, &location, FALSE);
      gtk_test_widget_wait_for_draw (self->window);
      suspects = palpate_explorer_get_suspects (self->explorer);
      for (guint j = 0; j < suspects->len; j++)
        {
          const PalpateSuspect *suspect = g_ptr_array_index (suspects, j);
          PalpateView view;

          if (suspect->row > 4 || !palpate_chart_set_find_view (self->charts, PALPATE_MARK_POINT, suspect->source.point->id, suspect->source.side, &view))
            continue;
          n_points++;
          if (is_in_sight (self->page->views[0], suspect->source) || is_in_sight (self->page->inset, suspect->source))
            n_seen++;
          else
            g_test_message ("%s: %s", region->id, suspect->source.point->id);
        }
    }
  g_test_message ("%u of %u points are in sight", n_seen, n_points);
  g_assert_cmpuint (n_seen * 10, >=, n_points * 9);
}

/* The inset never hides the place that was clicked, on neither side of the body, in neither direction of reading. */
static void
test_place_uncovered (Fixture       *self,
                      gconstpointer  width)
{
  const PalpateLocation location = { .kind = PALPATE_PAGE_PLACES };
  GPtrArray *regions = palpate_atlas_list (self->atlas, PALPATE_ITEM_REGION);

  for (guint i = 0; i < regions->len * 4; i++)
    {
      const PalpateRegion *region = g_ptr_array_index (regions, i / 4);
      const PalpatePlace place = { region->id, !region->sided ? PALPATE_SIDE_NONE : i % 2 == 0 ? PALPATE_SIDE_LEFT : PALPATE_SIDE_RIGHT };

      gtk_widget_set_default_direction (i % 4 < 2 ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
      palpate_marks_clear (palpate_explorer_get_marks (self->explorer));
      palpate_chart_page_set_mode (self->page, "front-and-back");
      palpate_marks_toggle (palpate_explorer_get_marks (self->explorer), place);
      palpate_chart_page_follow (self->page, &location, FALSE);
      gtk_test_widget_wait_for_draw (self->window);
      g_test_message ("%s, %s", region->id, palpate_side_to_id (place.side));
      g_assert_false (is_covered (self, place));
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* The teeth in the middle may hurt from a point of either temple, which only a side view shows; the inset says so. */
static void
test_place_midline (Fixture       *self,
                    gconstpointer  width)
{
  const PalpateLocation location = { .kind = PALPATE_PAGE_PLACES };

  palpate_marks_toggle (palpate_explorer_get_marks (self->explorer), palpate_place_parse ("mouth-teeth"));
  palpate_chart_page_follow (self->page, &location, FALSE);
  g_assert_true (gtk_widget_get_visible (self->page->inset_button));
  g_assert_cmpstr (gtk_label_get_label (self->page->inset_label), ==, "More points: Left side");
}

/* A window that is made low keeps no inset that would stand out over the header bar. */
static void
test_place_low (Fixture       *self,
                gconstpointer  width)
{
  const PalpateLocation location = { .kind = PALPATE_PAGE_PLACES };

  palpate_marks_toggle (palpate_explorer_get_marks (self->explorer), palpate_place_parse ("outer-elbow-left"));
  palpate_chart_page_follow (self->page, &location, FALSE);
  g_assert_true (gtk_widget_get_visible (self->page->inset_button));
  gtk_window_set_default_size (GTK_WINDOW (self->window), GPOINTER_TO_INT (width), 330);
  while (gtk_widget_get_height (GTK_WIDGET (self->page)) > 400 || self->page->layout_id != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (self->page->inset_button));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/chart-page/point", Fixture, GINT_TO_POINTER (900), set_up, test_point, tear_down);
  g_test_add ("/chart-page/point/narrow", Fixture, GINT_TO_POINTER (500), set_up, test_point, tear_down);
  g_test_add ("/chart-page/place", Fixture, GINT_TO_POINTER (900), set_up, test_place, tear_down);
  g_test_add ("/chart-page/place/uncovered", Fixture, GINT_TO_POINTER (900), set_up, test_place_uncovered, tear_down);
  g_test_add ("/chart-page/place/midline", Fixture, GINT_TO_POINTER (900), set_up, test_place_midline, tear_down);
  g_test_add ("/chart-page/place/low", Fixture, GINT_TO_POINTER (900), set_up, test_place_low, tear_down);
  return g_test_run ();
}
