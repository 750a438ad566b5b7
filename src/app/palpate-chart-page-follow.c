/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which views show what the panel is about.
 */
#include "palpate-chart-page-private.h"

#include <glib/gi18n.h>

#include "palpate-chart-view-private.h"

/* A second view is worth showing if it has this much of what the best one has. */
#define PAIR_SHARE 0.3
#define INSET_SHARE 0.25

/* Logical pixels of width and of height below which an inset would hide too much; and what it gets where there is room. */
#define INSET_LEAST_ROOM 440
#define INSET_WIDTH 200
#define INSET_HEIGHT 236

/* A point so many chart units from the edge of the body is seen aslant, and a view that shows more of the pattern by less
 * than this serves better. */
#define EDGE 12.0
#define ASLANT_SHARE 0.2

/* Painted is where the person looked. */
#define PAINTED_WEIGHT 1000

/* How much of the open point's pattern a view shows, in square units. */
static double
pattern_area (PalpateChartPage *self,
              PalpateView       view)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  PalpateChart *chart = palpate_chart_set_get (palpate_explorer_get_charts (self->explorer), view, NULL);
  const PalpateMark *core, *spill;

  if (chart == NULL)
    return 0;
  core = palpate_chart_get_mark (chart, PALPATE_MARK_ZONE_ESSENTIAL, opened->point->id, opened->side);
  spill = palpate_chart_get_mark (chart, PALPATE_MARK_ZONE_SPILLOVER, opened->point->id, opened->side);
  return (core != NULL ? palpate_path_get_area (core->path) : 0) + (spill != NULL ? palpate_path_get_area (spill->path) / 3 : 0);
}

static gboolean
shows_opened (PalpateChartPage *self,
              PalpateView       view,
              PalpateMarkKind   kind)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);

  return palpate_chart_set_shows (palpate_explorer_get_charts (self->explorer), view, kind, opened->point->id, opened->side);
}

/* Whether a view shows the open point near the edge of the body, where it is seen aslant. */
static gboolean
shows_aslant (PalpateChartPage *self,
              PalpateView       view)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  PalpateChart *chart = palpate_chart_set_get (palpate_explorer_get_charts (self->explorer), view, NULL);
  const PalpateMark *point = chart != NULL ? palpate_chart_get_mark (chart, PALPATE_MARK_POINT, opened->point->id, opened->side) : NULL;
  const PalpateBox box = point != NULL ? palpate_path_get_box (point->path) : (PalpateBox) { 0 };
  const double x = box.x + box.width / 2, y = box.y + box.height / 2;

  return point != NULL
         && (palpate_chart_hit (chart, PALPATE_MARK_REGION, x - EDGE, y) == NULL
             || palpate_chart_hit (chart, PALPATE_MARK_REGION, x + EDGE, y) == NULL);
}

/* The view with most of the open point's pattern among those that show @kind of it well, a close-up only if nothing else does. */
static PalpateView
find_view_with (PalpateChartPage *self,
                PalpateMarkKind   kind)
{
  PalpateView best = PALPATE_N_VIEWS;
  double most = 0;

  for (PalpateView view = PALPATE_VIEW_FRONT; view < PALPATE_N_VIEWS; view++)
    {
      const gboolean is_poor = kind == PALPATE_MARK_POINT && shows_aslant (self, view);
      const double area = (1 + pattern_area (self, view)) * (is_poor ? ASLANT_SHARE : 1);

      if (palpate_view_is_close_up (view) && best < PALPATE_N_VIEWS && !palpate_view_is_close_up (best))
        break;
      if (area > most && shows_opened (self, view, kind))
        {
          most = area;
          best = view;
        }
    }
  return best;
}

/* Another view of the whole body that shows much of the pattern, too. */
static PalpateView
find_other_view (PalpateChartPage *self,
                 PalpateView       first)
{
  PalpateView best = PALPATE_N_VIEWS;
  double most = PAIR_SHARE * pattern_area (self, first);

  for (PalpateView view = PALPATE_VIEW_FRONT; view <= PALPATE_VIEW_RIGHT; view++)
    if (view != first && pattern_area (self, view) > most)
      {
        most = pattern_area (self, view);
        best = view;
      }
  return best;
}

/* How much of what is marked a view shows, in square units. */
static double
shown_area (PalpateChartPage *self,
            PalpateView       view)
{
  PalpateChart *chart = palpate_chart_set_get (palpate_explorer_get_charts (self->explorer), view, NULL);
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  PalpatePainting *painting = palpate_marks_get_painting (palpate_explorer_get_marks (self->explorer));
  double area = 0;

  if (chart == NULL)
    return 0;
  if (palpate_painting_get_mask (painting, view) != NULL)
    area += PAINTED_WEIGHT * palpate_mask_get_area (palpate_painting_get_mask (painting, view));
  for (guint i = 0; i < n_places; i++)
    {
      const PalpateMark *region = palpate_chart_get_mark (chart, PALPATE_MARK_REGION, places[i].region, places[i].side);

      area += region != NULL ? palpate_path_get_area (region->path) : 0;
    }
  return area;
}

/* The whole-body views that show most of what is marked, the best one first. */
static void
best_views (PalpateChartPage *self,
            PalpateView       best[2])
{
  double areas[2] = { 0, 0 };

  best[0] = best[1] = PALPATE_N_VIEWS;
  for (PalpateView view = PALPATE_VIEW_FRONT; view <= PALPATE_VIEW_RIGHT; view++)
    {
      const double area = shown_area (self, view);

      if (area > areas[0])
        {
          areas[1] = areas[0];
          best[1] = best[0];
          areas[0] = area;
          best[0] = view;
        }
      else if (area > areas[1])
        {
          areas[1] = area;
          best[1] = view;
        }
    }
}

static gboolean
is_wide (PalpateChartPage *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width == 0 || width >= PALPATE_CHART_PAGE_WIDE;
}

static gboolean
has_room_for_two (PalpateChartPage *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width == 0 || width >= PALPATE_CHART_PAGE_PAIR;
}

/* A view on top of the main one, which has its camera, in the corner that is further from what that shows; as far as there is
 * room. */
static void
show_inset (PalpateChartPage *self,
            PalpateView       view,
            const char       *format)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *label = g_strdup_printf (format, palpate_view_get_name (view));

  palpate_chart_view_set_view (self->inset, view);
  palpate_chart_view_zoom_to_shown (self->inset, FALSE);
  gtk_widget_set_halign (self->inset_button, palpate_chart_view_shows_at_right (self->views[0]) == is_rtl ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_size_request (GTK_WIDGET (self->inset), is_wide (self) ? INSET_WIDTH : -1, is_wide (self) ? INSET_HEIGHT : -1);
  gtk_label_set_label (self->inset_label, label);
  gtk_widget_set_tooltip_text (self->inset_button, label);
  gtk_widget_set_visible (self->inset_button, width == 0 || (width >= INSET_LEAST_ROOM && height >= INSET_LEAST_ROOM));
}

static void
zoom_views (PalpateChartPage *self)
{
  palpate_chart_view_zoom_to_shown (self->views[0], TRUE);
  if (gtk_widget_get_visible (GTK_WIDGET (self->views[1])))
    palpate_chart_view_zoom_to_shown (self->views[1], TRUE);
}

/* Where to press, and where it is felt: in one view if that shows both, else in two, the second as an inset where there is
 * no room beside the first. */
static void
follow_point (PalpateChartPage *self)
{
  const PalpateView press = find_view_with (self, PALPATE_MARK_POINT);
  const PalpateView felt = find_view_with (self, PALPATE_MARK_ZONE_ESSENTIAL);
  const PalpateView first = press != PALPATE_N_VIEWS ? press : felt;
  PalpateView second;

  if (first == PALPATE_N_VIEWS)
    return;
  second = felt != PALPATE_N_VIEWS && felt != first ? felt : find_other_view (self, first);
  if (second != PALPATE_N_VIEWS && has_room_for_two (self))
    {
      palpate_chart_page_show_pair (self, MIN (first, second), MAX (first, second));
      zoom_views (self);
    }
  else
    {
      palpate_chart_page_show_views (self, first, PALPATE_N_VIEWS);
      palpate_chart_page_set_mode_name (self, palpate_view_to_id (first), palpate_view_get_name (first));
      zoom_views (self);
      if (second == felt && second != PALPATE_N_VIEWS && !shows_opened (self, first, PALPATE_MARK_ZONE_ESSENTIAL))
        show_inset (self, felt, _("Also seen: %s"));
    }
}

static gboolean
view_shows_place (PalpateChartPage *self,
                  PalpateChartView *view,
                  PalpatePlace      place)
{
  return gtk_widget_get_visible (GTK_WIDGET (view))
         && palpate_chart_set_shows (palpate_explorer_get_charts (self->explorer), palpate_chart_view_get_view (view),
                                     PALPATE_MARK_REGION, place.region, place.side);
}

/* Of how many of the first suspects a view shows where to press, though @main does not. */
static guint
count_more_points (PalpateChartPage *self,
                   PalpateView       view,
                   PalpateView       main)
{
  PalpateChartSet *charts = palpate_explorer_get_charts (self->explorer);
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  PalpateSidedPoint sides[2];
  guint n = 0;

  for (guint i = 0; i < suspects->len; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);
      const guint n_sides = suspect->row <= PALPATE_CHART_VIEW_SIGHT_ROWS ? palpate_sided_point_sides (&suspect->source, sides) : 0;

      for (guint j = 0; j < n_sides; j++)
        n += !palpate_chart_set_shows (charts, main, PALPATE_MARK_POINT, sides[j].point->id, sides[j].side)
             && palpate_chart_set_shows (charts, view, PALPATE_MARK_POINT, sides[j].point->id, sides[j].side);
    }
  return n;
}

/* Whether a close-up alone shows where to press for any of the first suspects; to read close-ups takes time. */
static gboolean
needs_close_ups (PalpateChartPage *self)
{
  PalpateChartSet *charts = palpate_explorer_get_charts (self->explorer);
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);

  for (guint i = 0; i < suspects->len; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);
      PalpateView view = PALPATE_VIEW_FRONT;

      while (view <= PALPATE_VIEW_RIGHT
             && !palpate_chart_set_shows (charts, view, PALPATE_MARK_POINT, suspect->source.point->id, suspect->source.side))
        view++;
      if (suspect->row <= PALPATE_CHART_VIEW_SIGHT_ROWS && suspect->source.side != PALPATE_SIDE_BOTH && view > PALPATE_VIEW_RIGHT)
        return TRUE;
    }
  return FALSE;
}

/* Beside the main view of a place: where else most of the points are, or else, on a chart of some width, the place itself is
 * seen. */
static void
add_inset (PalpateChartPage *self,
           PalpateView       main)
{
  const PalpateView last = needs_close_ups (self) ? PALPATE_N_VIEWS - 1 : PALPATE_VIEW_RIGHT;
  PalpateView best = PALPATE_N_VIEWS;
  guint most_points = 0;
  double most_area = INSET_SHARE * shown_area (self, main);

  for (PalpateView view = PALPATE_VIEW_FRONT; view <= last; view++)
    {
      const guint n_points = view != main ? count_more_points (self, view, main) : 0;
      const double area = view != main ? shown_area (self, view) : 0;

      if (n_points < most_points || (n_points == most_points && (area <= most_area || palpate_view_is_close_up (view))))
        continue;
      best = view;
      most_points = n_points;
      most_area = area;
    }
  /* Translators: %s is a view of the body, "Left side" */
  if (best != PALPATE_N_VIEWS && (most_points > 0 || is_wide (self)))
    show_inset (self, best, most_points > 0 ? _("More points: %s") : _("Also seen: %s"));
}

static void
follow_one_place (PalpateChartPage *self,
                  PalpatePlace      place)
{
  PalpateView best[2], view = PALPATE_N_VIEWS;

  best_views (self, best);
  /* the view that the person looks at, if it shows enough */
  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    if (view_shows_place (self, self->views[i], place)
        && (view == PALPATE_N_VIEWS || shown_area (self, palpate_chart_view_get_view (self->views[i])) > shown_area (self, view)))
      view = palpate_chart_view_get_view (self->views[i]);
  if (view == PALPATE_N_VIEWS || (best[0] != PALPATE_N_VIEWS && shown_area (self, view) < 0.3 * shown_area (self, best[0])))
    view = best[0];
  if (view == PALPATE_N_VIEWS
      && !palpate_chart_set_find_view (palpate_explorer_get_charts (self->explorer), PALPATE_MARK_REGION, place.region, place.side, &view))
    return;   /* a place of the list only */
  palpate_chart_page_show_views (self, view, PALPATE_N_VIEWS);
  palpate_chart_page_set_mode_name (self, palpate_view_to_id (view), palpate_view_get_name (view));
  zoom_views (self);
  add_inset (self, view);
}

/* Whether a stroke, or taking one back, is why this is asked, and all of it is in a view that is shown. */
static gboolean
is_just_painted (PalpateChartPage *self)
{
  PalpatePainting *painting = palpate_marks_get_painting (palpate_explorer_get_marks (self->explorer));
  const gboolean is_new = self->followed == NULL ? !palpate_painting_is_empty (painting) : !palpate_painting_equal (painting, self->followed);

  palpate_painting_unref (self->followed);
  self->followed = palpate_painting_ref (painting);
  for (guint view = 0; view < PALPATE_N_VIEWS && is_new; view++)
    if (palpate_painting_get_mask (painting, view) != NULL && palpate_chart_view_get_view (self->views[0]) != view
        && (!gtk_widget_get_visible (GTK_WIDGET (self->views[1])) || palpate_chart_view_get_view (self->views[1]) != view))
      return FALSE;
  return is_new && !palpate_painting_is_empty (painting);
}

/* Returns: whether anything may move; the next stroke goes on where the last one was. */
static gboolean
follow_places (PalpateChartPage *self,
               gboolean          marks_several)
{
  PalpateView best[2];
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  gboolean all_shown = n_places > 0;

  if (is_just_painted (self))
    return FALSE;
  for (guint i = 0; i < n_places; i++)
    all_shown &= view_shows_place (self, self->views[0], places[i]) || view_shows_place (self, self->views[1], places[i]);
  if (marks_several && all_shown)
    return TRUE;   /* the next place shall still be in sight */
  if (n_places == 1)
    {
      follow_one_place (self, places[0]);
      return TRUE;
    }
  if (all_shown)
    {
      zoom_views (self);
      return TRUE;
    }
  best_views (self, best);
  if (best[0] == PALPATE_N_VIEWS)
    return TRUE;
  if (best[1] != PALPATE_N_VIEWS && has_room_for_two (self))
    palpate_chart_page_show_pair (self, MIN (best[0], best[1]), MAX (best[0], best[1]));
  zoom_views (self);
  return TRUE;
}

/**
 * palpate_chart_page_follow:
 * @marks_several: the person is marking several places, so the views stay as they are if they can
 *
 * Shows what the panel is about.
 */
void
palpate_chart_page_follow (PalpateChartPage      *self,
                           const PalpateLocation *location,
                           gboolean               marks_several)
{
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  const gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->views_box)) != NULL;
  gboolean may_move = TRUE;
  guint n_places;
  const PalpatePlace *places;

  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  places = palpate_marks_get_places (marks, &n_places);
  if (location->kind == PALPATE_PAGE_POINT)
    follow_point (self);
  else if (location->kind == PALPATE_PAGE_PLACES && n_places > 0)
    may_move = follow_places (self, marks_several);
  else if (self->brush != PALPATE_BRUSH_NONE)
    return;   /* the first stroke was taken back: the next one goes on here */
  else if (location->kind == PALPATE_PAGE_START || (location->kind == PALPATE_PAGE_PLACES && n_places == 0))
    palpate_chart_page_set_mode (self, self->base_mode);
  /* the place keeps the focus that it had in another view; a stroke of the brush moves nothing */
  if (!may_move || !had_focus || n_places == 0 || palpate_marks_is_only_painted (marks, places[n_places - 1]))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    if (view_shows_place (self, self->views[i], places[n_places - 1])
        && palpate_chart_view_focus_place (self->views[i], places[n_places - 1]))
      break;
}
