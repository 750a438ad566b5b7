/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which views stand beside an open page of the panel.
 */
#include <adwaita.h>

#include "palpate-chart-page-private.h"
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
  PalpateChartView *views[2];

  palpate_chart_page_get_views (self->page, views);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (views[i] != NULL && gtk_widget_get_visible (GTK_WIDGET (views[i]))
        && palpate_chart_set_shows (self->charts, palpate_chart_view_get_view (views[i]), kind, point.point->id, point.side))
      return TRUE;
  return FALSE;
}

/* The open page of a point says where to press and where it is felt, and the chart beside it shows both, whatever views
 * that takes; a narrow window shows where to press. */
static void
test_point (Fixture       *self,
            gconstpointer  width)
{
  const PalpateLocation location = { .kind = PALPATE_PAGE_POINT };
  const gboolean is_narrow = GPOINTER_TO_INT (width) < PALPATE_CHART_PAGE_WIDE;
  GPtrArray *points = palpate_atlas_list (self->atlas, PALPATE_ITEM_POINT);

  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->page)) < PALPATE_CHART_PAGE_WIDE, ==, is_narrow);
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
        if (!is_narrow && palpate_chart_set_find_view (self->charts, PALPATE_MARK_ZONE_ESSENTIAL, source.point->id, side, &view))
          g_assert_true (is_seen (self, PALPATE_MARK_ZONE_ESSENTIAL, source));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/chart-page/point", Fixture, GINT_TO_POINTER (900), set_up, test_point, tear_down);
  g_test_add ("/chart-page/point/narrow", Fixture, GINT_TO_POINTER (500), set_up, test_point, tear_down);
  return g_test_run ();
}
