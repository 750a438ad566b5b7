/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What part of the chart a view shows: fitting, zooming, flying, and asking for sharp drawings.
 */
#include "palpate-chart-view-private.h"

#include <math.h>

#include "palpate-compat.h"

/* Logical pixels kept free round a view that fits: the toolbars float there. In a low view their corners are enough. */
#define MARGIN_SIDE 18
#define MARGIN_TOP 48
#define MARGIN_BOTTOM 84
#define LOW_MARGIN_TOP 10
#define LOW_MARGIN_BOTTOM 40
#define PASSIVE_MARGIN 8

/* Chart units round a point or a place, so that one sees where on the body that is: a head, a hand and its wrist. */
#define LEAST_SEEN 120.0
#define LEAST_ROUND_PLACE 70.0

/* Chart units that are shown at most so that where pain may come from is in sight, too. */
#define MOST_SEEN 300.0

#define REST_MS 90
#define FLIGHT_MS 200

static double
margin_top (PalpateChartView *self)
{
  if (self->is_passive)
    return PASSIVE_MARGIN;
  return gtk_widget_get_height (GTK_WIDGET (self)) < PALPATE_CHART_VIEW_LOW ? LOW_MARGIN_TOP : MARGIN_TOP;
}

static double
margin_bottom (PalpateChartView *self)
{
  if (self->is_passive)
    return PASSIVE_MARGIN;
  return gtk_widget_get_height (GTK_WIDGET (self)) < PALPATE_CHART_VIEW_LOW ? LOW_MARGIN_BOTTOM : MARGIN_BOTTOM;
}

/* Pixels a unit when the whole view just fits. */
static double
fit_scale (PalpateChartView *self)
{
  const PalpateBox frame = palpate_chart_get_frame (self->chart);
  const double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * (self->is_passive ? PASSIVE_MARGIN : MARGIN_SIDE);
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) - margin_top (self) - margin_bottom (self);

  return MIN (MAX (width, 10) / frame.width, MAX (height, 10) / frame.height);
}

/* The pixel that the camera points at: the middle of what the toolbars leave free. */
static PalpatePosition
focus_pixel (PalpateChartView *self)
{
  return (PalpatePosition) { gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                             (gtk_widget_get_height (GTK_WIDGET (self)) + margin_top (self) - margin_bottom (self)) / 2.0 };
}

double
palpate_chart_view_get_scale (PalpateChartView *self)
{
  return fit_scale (self) * self->camera.zoom;
}

PalpatePosition
palpate_chart_view_to_widget (PalpateChartView *self,
                              double            x,
                              double            y)
{
  const double scale = palpate_chart_view_get_scale (self);
  const PalpatePosition focus = focus_pixel (self);

  return (PalpatePosition) { focus.x + (x - self->camera.x) * scale, focus.y + (y - self->camera.y) * scale };
}

PalpatePosition
palpate_chart_view_to_chart (PalpateChartView *self,
                             double            x,
                             double            y)
{
  const double scale = palpate_chart_view_get_scale (self);
  const PalpatePosition focus = focus_pixel (self);

  return (PalpatePosition) { self->camera.x + (x - focus.x) / scale, self->camera.y + (y - focus.y) / scale };
}

PalpateCamera
palpate_chart_view_fit_camera (PalpateChartView *self)
{
  const PalpateBox frame = palpate_chart_get_frame (self->chart);

  return (PalpateCamera) { frame.x + frame.width / 2, frame.y + frame.height / 2, 1 };
}

/* The middle of what is seen along one axis, so that nothing beside the frame is seen while some of the frame is not. */
static double
keep_inside (double middle,
             double seen,
             double start,
             double length)
{
  return seen >= length ? start + length / 2 : CLAMP (middle, start + seen / 2, start + length - seen / 2);
}

/* The camera that shows the target with some room. */
static PalpateCamera
target_camera (PalpateChartView *self)
{
  const PalpateBox frame = palpate_chart_get_frame (self->chart);
  const PalpateBox box = self->target;
  const double room = 1.25;
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) - margin_top (self) - margin_bottom (self);
  const double scale = MIN (gtk_widget_get_width (GTK_WIDGET (self)) / MAX (box.width * room, 40),
                            MAX (height, 10) / MAX (box.height * room, 40));
  PalpateCamera camera = { box.x + box.width / 2, box.y + box.height / 2, scale / fit_scale (self) };

  camera.zoom = CLAMP (camera.zoom, 1, PALPATE_CHART_VIEW_MAX_ZOOM);
  camera.x = keep_inside (camera.x, gtk_widget_get_width (GTK_WIDGET (self)) / (fit_scale (self) * camera.zoom), frame.x, frame.width);
  camera.y = keep_inside (camera.y, MAX (height, 10) / (fit_scale (self) * camera.zoom), frame.y, frame.height);
  return camera.zoom <= 1 ? palpate_chart_view_fit_camera (self) : camera;
}

/* Asks for the part that is seen, at device pixels. */
void
palpate_chart_view_request_drawing (PalpateChartView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const double factor = palpate_compat_get_scale (GTK_WIDGET (self));
  const double scale = palpate_chart_view_get_scale (self);
  const PalpatePosition corner = palpate_chart_view_to_chart (self, 0, 0);
  const PalpateRasterRequest request = {
    .chart = self->chart,
    .scheme = self->scheme,
    .box = { corner.x, corner.y, width / scale, height / scale },
    .width = (int) ceil (width * factor),
    .height = (int) ceil (height * factor),
  };

  if (width <= 0 || height <= 0)   /* hidden: it asks again when it gets a size */
    return;
  /* the first frame need not wait for the sharp drawing, nor share the processor with it */
  if (self->waits_for_paint && palpate_chart_raster_show_pictures (self->raster, &request, palpate_chart_view_wanted_layers (self)))
    return;
  palpate_chart_raster_request (self->raster, &request, palpate_chart_view_wanted_layers (self));
}

/**
 * palpate_chart_view_shows_drawing:
 *
 * Returns: whether every layer is on the screen, though perhaps not yet sharp
 */
gboolean
palpate_chart_view_shows_drawing (PalpateChartView *self)
{
  return self->chart != NULL && palpate_chart_raster_shows (self->raster, palpate_chart_view_wanted_layers (self));
}

/**
 * palpate_chart_view_is_complete:
 *
 * Returns: whether the drawing on the screen is sharp and nothing is under way
 */
gboolean
palpate_chart_view_is_complete (PalpateChartView *self)
{
  PalpateBox box;

  return self->chart != NULL && self->rest_id == 0 && !self->waits_for_paint && self->flight == NULL && palpate_chart_raster_is_complete (self->raster)
         && palpate_chart_raster_get_surface (self->raster, PALPATE_LAYER_SKIN, &box) != NULL;
}

static gboolean
rest_cb (gpointer user_data)
{
  PalpateChartView *self = user_data;

  self->rest_id = 0;
  if (self->chart != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    palpate_chart_view_request_drawing (self);
  return G_SOURCE_REMOVE;
}

/* While zooming the old drawing is stretched; a sharp one is asked for when the movement rests. */
void
palpate_chart_view_request_when_resting (PalpateChartView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

void
palpate_chart_view_set_camera (PalpateChartView *self,
                               PalpateCamera     camera)
{
  const PalpateBox frame = palpate_chart_get_frame (self->chart);

  camera.zoom = CLAMP (camera.zoom, 1, PALPATE_CHART_VIEW_MAX_ZOOM);
  if (camera.zoom <= 1)
    camera = palpate_chart_view_fit_camera (self);
  camera.x = CLAMP (camera.x, frame.x, frame.x + frame.width);
  camera.y = CLAMP (camera.y, frame.y, frame.y + frame.height);
  self->camera = camera;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  palpate_chart_view_request_when_resting (self);
}

static void
flight_cb (double            t,
           PalpateChartView *self)
{
  const PalpateCamera a = self->flight_from, b = self->flight_to;
  const PalpateCamera here = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.zoom * pow (b.zoom / a.zoom, t) };

  palpate_chart_view_set_camera (self, t >= 1 ? b : here);
}

void
palpate_chart_view_stop_flight (PalpateChartView *self)
{
  g_autoptr (AdwAnimation) flight = g_steal_pointer (&self->flight);

  if (flight != NULL && adw_animation_get_state (flight) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (flight);
}

static void
fly_to (PalpateChartView *self,
        PalpateCamera     camera,
        gboolean          animate)
{
  palpate_chart_view_stop_flight (self);
  if (!animate || palpate_compat_reduces_motion (GTK_WIDGET (self)) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      palpate_chart_view_set_camera (self, camera);
      return;
    }
  self->flight_from = self->camera;
  self->flight_to = camera;
  self->flight = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, FLIGHT_MS,
                                          adw_callback_animation_target_new ((AdwAnimationTargetFunc) flight_cb, self, NULL));
  g_signal_connect_object (self->flight, "done", G_CALLBACK (palpate_chart_view_stop_flight), self, G_CONNECT_SWAPPED);
  adw_animation_play (self->flight);
}

/* Keeps the target in sight when the view gets another size. */
void
palpate_chart_view_follow_size (PalpateChartView *self,
                                int               width,
                                int               height)
{
  if (self->has_target && (width != self->last_width || height != self->last_height || !self->was_allocated))
    {
      if (self->flight != NULL)
        self->flight_to = target_camera (self);
      else
        self->camera = target_camera (self);
    }
  self->last_width = width;
  self->last_height = height;
}

void
palpate_chart_view_zoom_by (PalpateChartView *self,
                            double            factor)
{
  PalpateCamera camera = self->camera;

  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->chart == NULL)
    return;
  self->has_target = FALSE;
  camera.zoom *= factor;
  fly_to (self, camera, TRUE);
}

void
palpate_chart_view_zoom_to_fit (PalpateChartView *self,
                                gboolean          animate)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  self->has_target = FALSE;
  if (self->chart != NULL)
    fly_to (self, palpate_chart_view_fit_camera (self), animate);
}

/**
 * palpate_chart_view_zoom_to_box:
 * @box: what shall be seen, in chart units; some room is left round it
 *
 * The box stays in sight when the size changes, until the person zooms or pans.
 */
void
palpate_chart_view_zoom_to_box (PalpateChartView *self,
                                PalpateBox        box,
                                gboolean          animate)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->chart == NULL)
    return;
  self->target = box;
  self->has_target = TRUE;
  if (self->was_allocated)
    fly_to (self, target_camera (self), animate);
}

static gboolean
include_box (PalpateBox  box,
             PalpateBox *all,
             gboolean    has_any)
{
  double right, bottom;

  if (!has_any)
    {
      *all = box;
      return TRUE;
    }
  right = MAX (all->x + all->width, box.x + box.width);
  bottom = MAX (all->y + all->height, box.y + box.height);
  all->x = MIN (all->x, box.x);
  all->y = MIN (all->y, box.y);
  all->width = right - all->x;
  all->height = bottom - all->y;
  return TRUE;
}

static PalpateBox
widened (PalpateBox box,
         double     width,
         double     height)
{
  return (PalpateBox) { box.x - width / 2, box.y - height / 2, box.width + width, box.height + height };
}

static gboolean
include_mark (PalpateChartView *self,
              PalpateMarkKind   kind,
              const char       *id,
              PalpateSide       side,
              PalpateBox       *all,
              gboolean          has_any)
{
  const PalpateMark *mark = palpate_chart_get_mark (self->chart, kind, id, side);

  return mark != NULL ? include_box (palpate_path_get_box (mark->path), all, has_any) : has_any;
}

/* The points of the first suspects, the nearer to the top of the list the rather. */
static gboolean
include_suspects (PalpateChartView *self,
                  PalpateBox       *all,
                  gboolean          has_any)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  PalpateSidedPoint sides[2];

  for (guint i = 0; i < suspects->len; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);
      const guint n_sides = suspect->row <= PALPATE_CHART_VIEW_SIGHT_ROWS ? palpate_sided_point_sides (&suspect->source, sides) : 0;

      for (guint j = 0; j < n_sides; j++)
        {
          PalpateBox box = *all;

          if (include_mark (self, PALPATE_MARK_POINT, sides[j].point->id, sides[j].side, &box, has_any)
              && box.width <= MAX (MOST_SEEN, all->width) && box.height <= MAX (MOST_SEEN, all->height))
            {
              *all = box;
              has_any = TRUE;
            }
        }
    }
  return has_any;
}

/**
 * palpate_chart_view_zoom_to_shown:
 *
 * Zooms to the open point with its pattern; or to the marked places, what is painted, and where that may come from; as far as
 * this view shows them.
 */
void
palpate_chart_view_zoom_to_shown (PalpateChartView *self,
                                  gboolean          animate)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  PalpateBox box = { 0 }, painted;
  gboolean has_any = FALSE, has_painted;

  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->chart == NULL)
    return;
  has_painted = palpate_chart_view_get_painted_box (self, &painted);
  if (has_painted)
    has_any = include_box (painted, &box, has_any);
  for (guint i = 0; i < n_places; i++)
    if (!has_painted || !palpate_marks_is_only_painted (palpate_explorer_get_marks (self->explorer), places[i]))
      has_any = include_mark (self, PALPATE_MARK_REGION, places[i].region, places[i].side, &box, has_any);
  if (opened != NULL)
    {
      PalpateSidedPoint sides[2];
      const guint n_sides = palpate_sided_point_sides (opened, sides);

      for (guint i = 0; i < n_sides; i++)
        {
          has_any = include_mark (self, PALPATE_MARK_POINT, sides[i].point->id, sides[i].side, &box, has_any);
          has_any = include_mark (self, PALPATE_MARK_ZONE_ESSENTIAL, sides[i].point->id, sides[i].side, &box, has_any);
          has_any = include_mark (self, PALPATE_MARK_ZONE_SPILLOVER, sides[i].point->id, sides[i].side, &box, has_any);
        }
    }
  if (has_any && opened == NULL)   /* a place alone is shown with its neighbourhood */
    {
      const double more = MAX (MAX (box.width, box.height) * 1.4, LEAST_ROUND_PLACE);

      box = widened (box, more, more);
    }
  if (opened == NULL)
    has_any = include_suspects (self, &box, has_any);
  if (has_any)
    box = widened (box, MAX (LEAST_SEEN - box.width, 0), MAX (LEAST_SEEN - box.height, 0));
  if (has_any)
    palpate_chart_view_zoom_to_box (self, box, animate);
  else
    palpate_chart_view_zoom_to_fit (self, animate);
}

/**
 * palpate_chart_view_shows_at_right:
 *
 * Returns: whether where to press, or what is marked, is right of the middle, once a flight has ended
 */
gboolean
palpate_chart_view_shows_at_right (PalpateChartView *self)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  PalpateBox box;
  gboolean has_any = FALSE;

  g_return_val_if_fail (PALPATE_IS_CHART_VIEW (self), FALSE);

  if (self->chart == NULL)
    return FALSE;
  if (opened != NULL)
    has_any = include_mark (self, PALPATE_MARK_POINT, opened->point->id, opened->side, &box, has_any);
  for (guint i = 0; i < n_places && opened == NULL; i++)
    has_any = include_mark (self, PALPATE_MARK_REGION, places[i].region, places[i].side, &box, has_any);
  return has_any && box.x + box.width / 2 > (self->flight != NULL ? self->flight_to : self->camera).x;
}

double
palpate_chart_view_get_zoom (PalpateChartView *self)
{
  return self->camera.zoom;
}
