/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "palpate"

#include "palpate-chart-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "palpate-chart-painter.h"
#include "palpate-compat.h"

/* Logical pixels kept free round a view that fits: the toolbars float there. */
#define MARGIN_SIDE 18
#define MARGIN_TOP 48
#define MARGIN_BOTTOM 84
#define CAPTION_DISTANCE 72   /* of the caption's middle from the bottom */
#define PASSIVE_MARGIN 8

/* In a low view the toolbars' corners are all that they need. */
#define LOW_HEIGHT 420
#define LOW_MARGIN_TOP 10
#define LOW_MARGIN_BOTTOM 34
#define LOW_CAPTION_DISTANCE 18
#define PASSIVE_WIDTH 200
#define PASSIVE_HEIGHT 236
#define POINT_TARGET 34
#define REST_MS 90
#define FLIGHT_MS 200
#define LETTER_EDGE 26

/* How strongly muscles are drawn, so that marks stand out (design: screens 01 and 03). */
#define SOFT 0.62
#define FADED 0.42

G_DEFINE_FINAL_TYPE (PalpateChartView, palpate_chart_view, GTK_TYPE_WIDGET)

static double
margin_top (PalpateChartView *self)
{
  if (self->is_passive)
    return PASSIVE_MARGIN;
  return gtk_widget_get_height (GTK_WIDGET (self)) < LOW_HEIGHT ? LOW_MARGIN_TOP : MARGIN_TOP;
}

static double
margin_bottom (PalpateChartView *self)
{
  if (self->is_passive)
    return PASSIVE_MARGIN;
  return gtk_widget_get_height (GTK_WIDGET (self)) < LOW_HEIGHT ? LOW_MARGIN_BOTTOM : MARGIN_BOTTOM;
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

static PalpatePosition
to_widget (PalpateChartView *self,
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

static PalpateCamera
fit_camera (PalpateChartView *self)
{
  const PalpateBox frame = palpate_chart_get_frame (self->chart);

  return (PalpateCamera) { frame.x + frame.width / 2, frame.y + frame.height / 2, 1 };
}

/* The camera that shows the target with some room. */
static PalpateCamera
target_camera (PalpateChartView *self)
{
  const PalpateBox box = self->target;
  const double room = 1.25;
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) - margin_top (self) - margin_bottom (self);
  const double scale = MIN (gtk_widget_get_width (GTK_WIDGET (self)) / MAX (box.width * room, 40),
                            MAX (height, 10) / MAX (box.height * room, 40));
  PalpateCamera camera = { box.x + box.width / 2, box.y + box.height / 2, scale / fit_scale (self) };

  camera.zoom = CLAMP (camera.zoom, 1, PALPATE_CHART_VIEW_MAX_ZOOM);
  return camera.zoom <= 1 ? fit_camera (self) : camera;
}

/* Layers in the order of the enumeration: how strongly each is seen at a depth of 3 (skin) to 0 (bones). */
static void
layer_opacities (double depth,
                 double opacities[PALPATE_N_LAYERS])
{
  opacities[PALPATE_LAYER_SKIN] = 1;
  opacities[PALPATE_LAYER_MUSCLES] = CLAMP (depth - 1, 0, 1) * CLAMP (3 - depth, 0, 1);
  opacities[PALPATE_LAYER_DEEP] = CLAMP (2 - depth, 0, 1) * CLAMP (depth, 0, 1);
  opacities[PALPATE_LAYER_BONES] = CLAMP (2 - depth, 0, 1);
}

static guint
wanted_layers (PalpateChartView *self)
{
  double opacities[PALPATE_N_LAYERS];
  guint layers = 0;

  layer_opacities (self->depth, opacities);
  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    if (opacities[i] > 0 && palpate_chart_has_layer (self->chart, i))
      layers |= 1u << i;
  return layers;
}

/* Asks for the part that is seen, at device pixels. */
static void
request_drawing (PalpateChartView *self)
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

  palpate_chart_raster_request (self->raster, &request, wanted_layers (self));
}

static gboolean
rest_cb (gpointer user_data)
{
  PalpateChartView *self = user_data;

  self->rest_id = 0;
  if (self->chart != NULL && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    request_drawing (self);
  return G_SOURCE_REMOVE;
}

/* While zooming the old drawing is stretched; a sharp one is asked for when the movement rests. */
static void
request_when_resting (PalpateChartView *self)
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
    camera = fit_camera (self);
  camera.x = CLAMP (camera.x, frame.x, frame.x + frame.width);
  camera.y = CLAMP (camera.y, frame.y, frame.y + frame.height);
  self->camera = camera;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  request_when_resting (self);
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
  if (!animate || !adw_get_enable_animations (GTK_WIDGET (self)) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
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

/* Which kinds of marks does the explorer want painted, from the bottom up? */
static void
paint_zone_of (PalpateChartView        *self,
               const PalpateSidedPoint *source,
               PalpateMarkKind          kind,
               double                   pixel,
               cairo_t                 *cr)
{
  const PalpateMark *zone = palpate_chart_get_mark (self->chart, kind, source->point->id, source->side);

  if (zone != NULL)
    palpate_paint_zone (zone, self->scheme, pixel, cr);
}

/* The sides of a source that are drawn: one, or both. */
static guint
sides_of (const PalpateSidedPoint *source,
          PalpateSidedPoint        sides[2])
{
  sides[0] = sides[1] = *source;
  if (source->side != PALPATE_SIDE_BOTH)
    return 1;
  sides[0].side = PALPATE_SIDE_LEFT;
  sides[1].side = PALPATE_SIDE_RIGHT;
  return 2;
}

/* Paints the pixels of a layer inside a shape. */
static void
paint_layer_inside (PalpateChartView  *self,
                    PalpateLayer       layer,
                    const PalpateMark *mark,
                    cairo_t           *cr)
{
  PalpateBox box;
  cairo_surface_t *surface = palpate_chart_raster_get_surface (self->raster, layer, &box);

  if (surface == NULL)
    return;
  cairo_save (cr);
  palpate_path_append (mark->path, cr);
  cairo_clip (cr);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, box.width / cairo_image_surface_get_width (surface), box.height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* The chosen muscle keeps its colour where the others fade; one that lies under others shines through. */
static void
paint_muscle_of (PalpateChartView        *self,
                 const PalpateSidedPoint *source,
                 double                   pixel,
                 cairo_t                 *cr)
{
  const char *const *parts = palpate_chart_set_get_parts (palpate_explorer_get_charts (self->explorer), source->point->muscle->id);
  const gboolean is_deep = self->depth < 1.5;

  for (; parts != NULL && *parts != NULL; parts++)
    {
      const PalpateMark *upper = palpate_chart_get_mark (self->chart, PALPATE_MARK_MUSCLE, *parts, source->side);
      const PalpateMark *deep = palpate_chart_get_mark (self->chart, PALPATE_MARK_DEEP_MUSCLE, *parts, source->side);

      if (is_deep ? deep != NULL : upper != NULL)
        {
          paint_layer_inside (self, is_deep ? PALPATE_LAYER_DEEP : PALPATE_LAYER_MUSCLES, is_deep ? deep : upper, cr);
          palpate_paint_muscle (is_deep ? deep : upper, FALSE, self->scheme, pixel, cr);
        }
      else if (deep != NULL)
        {
          palpate_paint_muscle (deep, TRUE, self->scheme, pixel, cr);
        }
    }
}

static void
paint_dangers (PalpateChartView *self,
               double            pixel,
               cairo_t          *cr)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  GPtrArray *areas = palpate_chart_get_marks (self->chart, PALPATE_MARK_DANGER);

  for (guint i = 0; i < areas->len; i++)
    {
      const PalpateMark *area = g_ptr_array_index (areas, i);
      const gboolean is_near = opened != NULL && (area->side == PALPATE_SIDE_NONE || area->side == opened->side)
                               && g_strv_contains (opened->point->danger_areas, area->id);

      if (self->show_danger || is_near)
        palpate_paint_danger (area, self->scheme, pixel, cr);
    }
}

static const PalpateMark *
region_mark (PalpateChartView *self,
             PalpatePlace      place)
{
  if (place.region == NULL)
    return NULL;
  return palpate_chart_get_mark (self->chart, PALPATE_MARK_REGION, place.region, place.side);
}

static void
paint_places (PalpateChartView *self,
              double            pixel,
              cairo_t          *cr)
{
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  GArray *found = palpate_explorer_get_found (self->explorer);

  for (guint i = 0; i < n_places; i++)
    if (region_mark (self, places[i]) != NULL)
      palpate_paint_region (region_mark (self, places[i]), self->scheme, pixel, cr);
  for (guint i = 0; i < found->len; i++)
    if (region_mark (self, g_array_index (found, PalpatePlace, i)) != NULL)
      palpate_paint_hover (region_mark (self, g_array_index (found, PalpatePlace, i)), self->scheme, pixel, cr);
}

static void
paint_letters (PalpateChartView *self,
               double            pixel,
               cairo_t          *cr)
{
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);

  for (guint i = 0; i < n_places && n_places > 1; i++)
    {
      const char letter[] = { 'A' + MIN (i, 25), '\0' };

      if (region_mark (self, places[i]) != NULL)
        palpate_paint_letter (palpate_path_get_inside (region_mark (self, places[i])->path), letter, self->scheme, pixel, cr);
    }
}

static void
paint_points (PalpateChartView *self,
              double            pixel,
              cairo_t          *cr)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  const PalpateSidedPoint *shown = palpate_explorer_get_shown (self->explorer);
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  PalpateSidedPoint sides[2];

  if (self->is_passive)
    return;
  for (guint i = opened == NULL ? palpate_explorer_get_n_numbered (self->explorer) : 0; i > 0; i--)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i - 1);
      const guint n_sides = sides_of (&suspect->source, sides);
      g_autofree char *number = g_strdup_printf ("%u", i);

      for (guint j = 0; j < n_sides; j++)
        {
          const PalpateMark *mark = palpate_chart_get_mark (self->chart, PALPATE_MARK_POINT, sides[j].point->id, sides[j].side);

          if (mark != NULL)
            palpate_paint_point (mark, number, shown != NULL && shown->point == sides[j].point, self->scheme, pixel, cr);
        }
    }
  if (opened != NULL)
    {
      const guint n_sides = sides_of (opened, sides);

      for (guint j = 0; j < n_sides; j++)
        {
          const PalpateMark *mark = palpate_chart_get_mark (self->chart, PALPATE_MARK_POINT, sides[j].point->id, sides[j].side);

          if (mark != NULL)
            palpate_paint_point (mark, NULL, FALSE, self->scheme, pixel, cr);
        }
    }
}

static const PalpateMark *
focused_mark (PalpateChartView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (!PALPATE_IS_MARK_BUTTON (focus) || !gtk_widget_has_focus (focus))
    return NULL;
  return palpate_mark_button_get_mark (PALPATE_MARK_BUTTON (focus));
}

/* Everything that people add, in one pass over chart units. */
static void
paint_overlay (PalpateChartView *self,
               cairo_t          *cr)
{
  const double pixel = 1 / palpate_chart_view_get_scale (self);
  const PalpateSidedPoint *shown = palpate_explorer_get_shown (self->explorer);
  const PalpateMark *hovered = region_mark (self, palpate_explorer_get_hovered (self->explorer));
  const PalpateMark *focused = focused_mark (self);
  const PalpatePosition origin = to_widget (self, 0, 0);
  PalpateSidedPoint sides[2];
  const guint n_sides = shown != NULL ? sides_of (shown, sides) : 0;

  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, 1 / pixel, 1 / pixel);
  for (guint i = 0; i < n_sides; i++)
    paint_muscle_of (self, &sides[i], pixel, cr);
  paint_places (self, pixel, cr);
  for (guint i = 0; i < n_sides; i++)
    paint_zone_of (self, &sides[i], PALPATE_MARK_ZONE_SPILLOVER, pixel, cr);
  for (guint i = 0; i < n_sides; i++)
    paint_zone_of (self, &sides[i], PALPATE_MARK_ZONE_ESSENTIAL, pixel, cr);
  paint_dangers (self, pixel, cr);
  if (hovered != NULL && hovered != focused)
    palpate_paint_hover (hovered, self->scheme, pixel, cr);
  if (focused != NULL && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    palpate_paint_hover (focused, self->scheme, pixel * 1.3, cr);
  paint_letters (self, pixel, cr);
  paint_points (self, pixel, cr);
}

static void
snapshot_layers (PalpateChartView *self,
                 GtkSnapshot      *snapshot)
{
  const double scale = palpate_chart_view_get_scale (self);
  const double soft = palpate_explorer_get_shown (self->explorer) != NULL ? FADED : SOFT;
  double opacities[PALPATE_N_LAYERS];
  GdkTexture *texture;
  PalpatePosition corner;
  PalpateBox box;

  layer_opacities (self->depth, opacities);
  opacities[PALPATE_LAYER_MUSCLES] *= soft;
  opacities[PALPATE_LAYER_DEEP] *= soft + 0.2;
  texture = palpate_chart_raster_get_composite (self->raster, opacities, &box);
  if (texture == NULL)
    return;
  corner = to_widget (self, box.x, box.y);
  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (corner.x, corner.y, box.width * scale, box.height * scale));
}

static gboolean
has_overlay (PalpateChartView *self)
{
  guint n_places;

  palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  return n_places > 0 || palpate_explorer_get_shown (self->explorer) != NULL || self->show_danger
         || palpate_explorer_get_hovered (self->explorer).region != NULL || focused_mark (self) != NULL
         || palpate_explorer_get_found (self->explorer)->len > 0;
}

static void
palpate_chart_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  if (self->chart != NULL)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      snapshot_layers (self, snapshot);
      if (has_overlay (self))
        {
          cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

          paint_overlay (self, cr);
          cairo_destroy (cr);
        }
      gtk_snapshot_pop (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->left_letter, snapshot);
  gtk_widget_snapshot_child (widget, self->right_letter, snapshot);
  gtk_widget_snapshot_child (widget, self->caption, snapshot);
  gtk_widget_snapshot_child (widget, self->trouble, snapshot);
  gtk_widget_snapshot_child (widget, self->name_tag, snapshot);
}

static void
palpate_chart_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (widget);
  int child = 0;

  if (self->is_passive)
    {
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? PASSIVE_WIDTH : PASSIVE_HEIGHT;
      return;
    }
  gtk_widget_measure (self->caption, orientation, -1, &child, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (child, 160) : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 430 : 700;
}

static void
allocate_at (GtkWidget *child,
             double     x,
             double     y,
             int        width,
             int        height)
{
  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

/* Puts a label round a point, but always inside the view. */
static void
allocate_label (PalpateChartView *self,
                GtkWidget        *label,
                double            x,
                double            y)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkRequisition size;

  if (!gtk_widget_should_layout (label))
    return;
  gtk_widget_get_preferred_size (label, NULL, &size);
  size.width = MIN (size.width, width);
  allocate_at (label, CLAMP (x - size.width / 2.0, 0, MAX (width - size.width, 0)),
               CLAMP (y - size.height / 2.0, 0, MAX (height - size.height, 0)), size.width, size.height);
}

static void
allocate_button (PalpateChartView  *self,
                 PalpateMarkButton *button)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (button);
  const PalpateBox box = palpate_path_get_box (mark->path);
  const double scale = palpate_chart_view_get_scale (self);
  PalpatePosition corner = to_widget (self, box.x, box.y);
  double width = box.width * scale, height = box.height * scale;

  if (mark->kind == PALPATE_MARK_POINT)
    {
      corner = to_widget (self, box.x + box.width / 2, box.y + box.height / 2);
      corner.x -= POINT_TARGET / 2.0;
      corner.y -= POINT_TARGET / 2.0;
      width = height = POINT_TARGET;
    }
  palpate_mark_button_set_geometry (button, box.x, box.y, scale);
  allocate_at (GTK_WIDGET (button), corner.x, corner.y, MAX ((int) ceil (width), 1), MAX ((int) ceil (height), 1));
}

/* The letters stand beside the shoulders, and stay at the edges when those are out of sight. */
static void
allocate_letters (PalpateChartView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const gboolean is_back = self->view == PALPATE_VIEW_BACK;
  const PalpatePosition start = to_widget (self, -150, 160);
  const PalpatePosition end = to_widget (self, 150, 160);
  const double y = CLAMP (start.y, MIN (90, height / 2.0), MAX (height - 90, height / 2.0));

  allocate_label (self, is_back ? self->left_letter : self->right_letter, CLAMP (start.x, LETTER_EDGE, width - LETTER_EDGE), y);
  allocate_label (self, is_back ? self->right_letter : self->left_letter, CLAMP (end.x, LETTER_EDGE, width - LETTER_EDGE), y);
}

/* The name stands beside the place, never on it. */
static void
allocate_name_tag (PalpateChartView *self)
{
  const PalpateMark *hovered = region_mark (self, palpate_explorer_get_hovered (self->explorer));
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  PalpateBox box;
  PalpatePosition corner;
  GtkRequisition size;
  double scale, x, y;

  if (hovered == NULL || !gtk_widget_should_layout (self->name_tag))
    return;
  gtk_widget_get_preferred_size (self->name_tag, NULL, &size);
  scale = palpate_chart_view_get_scale (self);
  box = palpate_path_get_box (hovered->path);
  corner = to_widget (self, box.x, box.y);
  x = corner.x + box.width * scale + 14 + size.width / 2.0;
  y = corner.y + box.height * scale / 2;
  if (x + size.width / 2.0 > width)
    x = corner.x - 14 - size.width / 2.0;
  if (x - size.width / 2.0 < 0)
    {
      x = corner.x + box.width * scale / 2;
      y = corner.y - 22 > size.height ? corner.y - 22 : corner.y + box.height * scale + 22;
    }
  allocate_label (self, self->name_tag, x, y);
}

/* Keeps the target in sight when the view gets another size. */
static void
follow_size (PalpateChartView *self,
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

static void
palpate_chart_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (widget);

  if (gtk_widget_should_layout (self->trouble))
    gtk_widget_allocate (self->trouble, width, height, -1, NULL);
  if (self->chart == NULL)
    return;
  follow_size (self, width, height);
  for (guint i = 0; i < self->region_buttons->len; i++)
    allocate_button (self, g_ptr_array_index (self->region_buttons, i));
  for (guint i = 0; i < self->point_buttons->len; i++)
    allocate_button (self, g_ptr_array_index (self->point_buttons, i));
  allocate_letters (self);
  allocate_label (self, self->caption, width / 2.0, height - (height < LOW_HEIGHT ? LOW_CAPTION_DISTANCE : CAPTION_DISTANCE));
  allocate_name_tag (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  if (!self->was_allocated)
    request_drawing (self);
  else
    request_when_resting (self);
  self->was_allocated = TRUE;
}

static void
place_clicked_cb (PalpateMarkButton *button,
                  PalpateChartView  *self)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (button);
  const PalpatePlace place = { g_intern_string (mark->id), mark->side };
  const gboolean keep = (palpate_mark_button_get_modifiers (button) & GDK_CONTROL_MASK) != 0;
  g_autofree char *id = palpate_place_to_id (place);

  if (palpate_chart_view_zoom_to_reachable (self, mark))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.mark", "(sb)", id, keep);
}

static void
point_clicked_cb (PalpateMarkButton *button,
                  PalpateChartView  *self)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (button);
  g_autofree char *location = g_strdup_printf ("point/%s/%s", mark->id, palpate_side_to_id (mark->side));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", location);
}

static void
button_focus_cb (GtkWidget        *button,
                 GParamSpec       *pspec,
                 PalpateChartView *self)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (PALPATE_MARK_BUTTON (button));
  GtkRoot *root = gtk_widget_get_root (button);
  PalpatePlace place = { NULL, PALPATE_SIDE_NONE };

  if (root == NULL)   /* on its way out, with the view that it stood in */
    return;
  if (gtk_widget_has_focus (button))
    {
      place = (PalpatePlace) { g_intern_string (mark->id), mark->side };
      self->last_focus = place;
    }
  if (gtk_window_get_focus_visible (GTK_WINDOW (root)) || place.region == NULL)
    palpate_explorer_set_hovered (self->explorer, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
describe_region_button (PalpateChartView  *self,
                        PalpateMarkButton *button)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (button);
  const PalpatePlace place = { g_intern_string (mark->id), mark->side };
  const gboolean is_marked = palpate_marks_contains (palpate_explorer_get_marks (self->explorer), place);
  const guint n_sources = palpate_explorer_count_sources (self->explorer, place.region);
  g_autofree char *name = palpate_atlas_describe_place (palpate_explorer_get_atlas (self->explorer), place);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u possible source", "%u possible sources", n_sources), n_sources);
  g_autofree char *description = g_strdup_printf ("%s. %s.", sources, is_marked ? _("Marked") : _("Not marked"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  palpate_mark_button_set_pressed (button, is_marked);
}

static void
remove_buttons (GPtrArray *buttons)
{
  for (guint i = 0; i < buttons->len; i++)
    gtk_widget_unparent (g_ptr_array_index (buttons, i));
  g_ptr_array_set_size (buttons, 0);
}

static void
add_region_buttons (PalpateChartView *self)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (self->explorer);
  GPtrArray *marks = palpate_chart_get_marks (self->chart, PALPATE_MARK_REGION);

  for (guint i = 0; i < marks->len; i++)
    {
      const PalpateMark *mark = g_ptr_array_index (marks, i);
      GtkWidget *button;

      if (palpate_atlas_get_region (atlas, mark->id) == NULL)
        {
          g_warning ("%s: the chart shows a region that the content does not know", mark->id);
          continue;
        }
      button = palpate_mark_button_new (mark);
      g_signal_connect_object (button, "clicked", G_CALLBACK (place_clicked_cb), self, 0);
      g_signal_connect_object (button, "notify::has-focus", G_CALLBACK (button_focus_cb), self, 0);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->region_buttons, button);
      describe_region_button (self, PALPATE_MARK_BUTTON (button));
    }
}

static gboolean
buttons_cb (gpointer user_data)
{
  PalpateChartView *self = user_data;

  self->buttons_id = 0;
  add_region_buttons (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
add_point_button (PalpateChartView *self,
                  PalpateSidedPoint source,
                  guint             rank)
{
  const PalpateMark *mark = palpate_chart_get_mark (self->chart, PALPATE_MARK_POINT, source.point->id, source.side);
  g_autofree char *name = palpate_explorer_describe_sided_point (self->explorer, source);
  g_autofree char *label = g_strdup_printf ("%u: %s", rank, name);
  GtkWidget *button;

  if (mark == NULL)
    return;
  button = palpate_mark_button_new (mark);
  gtk_widget_set_focusable (button, FALSE);   /* the panel's list is the way for keys */
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (point_clicked_cb), self, 0);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->point_buttons, button);
}

static void
update_point_buttons (PalpateChartView *self)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  PalpateSidedPoint sides[2];

  remove_buttons (self->point_buttons);
  if (self->is_passive || palpate_explorer_get_opened (self->explorer) != NULL)
    return;
  for (guint i = palpate_explorer_get_n_numbered (self->explorer); i > 0; i--)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i - 1);
      const guint n_sides = sides_of (&suspect->source, sides);

      for (guint j = 0; j < n_sides; j++)
        add_point_button (self, sides[j], i);
    }
}

static void
explorer_changed_cb (PalpateChartView *self)
{
  if (self->chart == NULL)
    return;
  for (guint i = 0; i < self->region_buttons->len; i++)
    describe_region_button (self, g_ptr_array_index (self->region_buttons, i));
  update_point_buttons (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
explorer_hovered_cb (PalpateChartView *self)
{
  const PalpatePlace place = palpate_explorer_get_hovered (self->explorer);
  const gboolean is_here = !self->is_passive && self->chart != NULL && region_mark (self, place) != NULL;

  if (is_here)
    {
      g_autofree char *name = palpate_atlas_describe_place (palpate_explorer_get_atlas (self->explorer), place);

      gtk_label_set_label (GTK_LABEL (self->name_tag), name);
    }
  gtk_widget_set_visible (self->name_tag, is_here && (self->is_pointed || focused_mark (self) != NULL));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_trouble (PalpateChartView *self,
              const char       *message)
{
  g_autofree char *safe = g_markup_escape_text (message, -1);

  g_message ("%s", message);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->trouble), safe);
  gtk_widget_set_visible (self->trouble, TRUE);
  gtk_widget_set_visible (self->caption, FALSE);
  gtk_widget_set_visible (self->left_letter, FALSE);
  gtk_widget_set_visible (self->right_letter, FALSE);
}

static void
raster_failed_cb (PalpateChartView *self,
                  const char       *message)
{
  show_trouble (self, message);
}

static GtkWidget *
add_label (PalpateChartView *self,
           const char       *text,
           const char       *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
palpate_chart_view_dispose (GObject *object)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (object);
  GtkWidget *child;

  palpate_chart_view_stop_flight (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->buttons_id, g_source_remove);
  if (self->raster != NULL)
    palpate_chart_raster_clear (self->raster);
  self->popover = NULL;
  g_clear_pointer (&self->region_buttons, g_ptr_array_unref);
  g_clear_pointer (&self->point_buttons, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->raster);
  g_clear_object (&self->chart);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (palpate_chart_view_parent_class)->dispose (object);
}

static void
palpate_chart_view_class_init (PalpateChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_chart_view_dispose;
  widget_class->measure = palpate_chart_view_measure;
  widget_class->size_allocate = palpate_chart_view_size_allocate;
  widget_class->snapshot = palpate_chart_view_snapshot;
  widget_class->focus = palpate_chart_view_focus;

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
palpate_chart_view_init (PalpateChartView *self)
{
  self->region_buttons = g_ptr_array_new ();
  self->point_buttons = g_ptr_array_new ();
  self->depth = 2;
  self->camera.zoom = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);

  self->caption = add_label (self, NULL, "chart-caption");
  /* Translators: the person's left on the chart; one letter, or the word where the script has no usual letter */
  self->left_letter = add_label (self, C_("side letter", "L"), "side-letter");
  /* Translators: the person's right on the chart; one letter, or the word where the script has no usual letter */
  self->right_letter = add_label (self, C_("side letter", "R"), "side-letter");
  self->name_tag = add_label (self, NULL, "name-tag");
  gtk_widget_set_visible (self->name_tag, FALSE);
  self->trouble = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->trouble), "image-missing-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->trouble), _("The drawing could not be opened. You can still use the list."));
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_widget_set_parent (self->trouble, GTK_WIDGET (self));
  palpate_chart_view_init_input (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (request_when_resting), NULL);
}

GtkWidget *
palpate_chart_view_new (PalpateExplorer *explorer)
{
  PalpateChartView *self = g_object_new (PALPATE_TYPE_CHART_VIEW, NULL);

  self->explorer = g_object_ref (explorer);
  self->raster = palpate_chart_raster_new (palpate_explorer_get_charts (explorer));
  g_signal_connect_object (self->raster, "ready", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->raster, "failed", G_CALLBACK (raster_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "changed", G_CALLBACK (explorer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "hovered", G_CALLBACK (explorer_hovered_cb), self, G_CONNECT_SWAPPED);
  self->view = PALPATE_N_VIEWS;
  return GTK_WIDGET (self);
}

/**
 * palpate_chart_view_new_passive:
 *
 * Returns: (transfer floating): a view that is only looked at, as a picture on a button
 */
GtkWidget *
palpate_chart_view_new_passive (PalpateExplorer *explorer)
{
  GtkWidget *widget = palpate_chart_view_new (explorer);

  PALPATE_CHART_VIEW (widget)->is_passive = TRUE;
  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_set_can_focus (widget, FALSE);
  return widget;
}

static void
update_letters (PalpateChartView *self)
{
  const gboolean is_two_sided = self->view == PALPATE_VIEW_FRONT || self->view == PALPATE_VIEW_BACK;
  const gboolean is_right = palpate_view_is_mirrored (self->view);

  gtk_widget_set_visible (self->caption, !self->is_passive);
  gtk_widget_set_visible (self->left_letter, !self->is_passive && (is_two_sided || !is_right));
  gtk_widget_set_visible (self->right_letter, !self->is_passive && (is_two_sided || is_right));
}

/**
 * palpate_chart_view_set_view:
 *
 * Shows another view, whole.
 */
void
palpate_chart_view_set_view (PalpateChartView *self,
                             PalpateView       view)
{
  g_autoptr (GError) error = NULL;
  PalpateChart *chart;
  g_autofree char *label = NULL;

  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->view == view)
    return;
  palpate_chart_view_stop_flight (self);
  self->view = view;
  remove_buttons (self->region_buttons);
  remove_buttons (self->point_buttons);
  chart = palpate_chart_set_get (palpate_explorer_get_charts (self->explorer), view, &error);
  g_set_object (&self->chart, chart);
  gtk_widget_set_visible (self->trouble, chart == NULL);
  if (chart == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  self->camera = fit_camera (self);
  self->has_target = FALSE;
  self->was_allocated = FALSE;
  /* Translators: %s is a view of the body, "Front" */
  label = g_strdup_printf (_("Body chart, %s. Arrow keys move, Enter marks."), palpate_view_get_name (view));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_label (GTK_LABEL (self->caption), palpate_view_get_name (view));
  update_letters (self);
  if (!self->is_passive)
    {
      g_clear_handle_id (&self->buttons_id, g_source_remove);
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        add_region_buttons (self);
      else   /* the first frame need not wait for them */
        self->buttons_id = g_idle_add_full (G_PRIORITY_LOW, buttons_cb, self, NULL);
      update_point_buttons (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

PalpateView
palpate_chart_view_get_view (PalpateChartView *self)
{
  g_return_val_if_fail (PALPATE_IS_CHART_VIEW (self), PALPATE_VIEW_FRONT);

  return self->view;
}

/**
 * palpate_chart_view_set_depth:
 * @depth: 3 shows the skin, 2 the muscles, 1 the deep muscles, 0 the bones; layers fade in between
 */
void
palpate_chart_view_set_depth (PalpateChartView *self,
                              double            depth)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->depth == depth)
    return;
  self->depth = depth;
  if (self->chart != NULL && self->was_allocated)
    request_drawing (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
palpate_chart_view_set_scheme (PalpateChartView *self,
                               PalpateScheme     scheme)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->scheme == scheme)
    return;
  self->scheme = scheme;
  if (self->chart != NULL && self->was_allocated)
    request_drawing (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * palpate_chart_view_set_show_danger:
 * @show_danger: all danger areas, not only those near the open point
 */
void
palpate_chart_view_set_show_danger (PalpateChartView *self,
                                    gboolean          show_danger)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->show_danger == show_danger)
    return;
  self->show_danger = show_danger;
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
    fly_to (self, fit_camera (self), animate);
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
include_mark (PalpateChartView *self,
              PalpateMarkKind   kind,
              const char       *id,
              PalpateSide       side,
              PalpateBox       *all,
              gboolean          has_any)
{
  const PalpateMark *mark = palpate_chart_get_mark (self->chart, kind, id, side);
  PalpateBox box;
  double right, bottom;

  if (mark == NULL)
    return has_any;
  box = palpate_path_get_box (mark->path);
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

/**
 * palpate_chart_view_zoom_to_shown:
 *
 * Zooms to the open point with its pattern and the marked places, as far as this view shows them.
 */
void
palpate_chart_view_zoom_to_shown (PalpateChartView *self,
                                  gboolean          animate)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  PalpateBox box;
  gboolean has_any = FALSE;

  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->chart == NULL)
    return;
  for (guint i = 0; i < n_places; i++)
    has_any = include_mark (self, PALPATE_MARK_REGION, places[i].region, places[i].side, &box, has_any);
  if (opened != NULL)
    {
      PalpateSidedPoint sides[2];
      const guint n_sides = sides_of (opened, sides);

      for (guint i = 0; i < n_sides; i++)
        {
          has_any = include_mark (self, PALPATE_MARK_POINT, sides[i].point->id, sides[i].side, &box, has_any);
          has_any = include_mark (self, PALPATE_MARK_ZONE_ESSENTIAL, sides[i].point->id, sides[i].side, &box, has_any);
          has_any = include_mark (self, PALPATE_MARK_ZONE_SPILLOVER, sides[i].point->id, sides[i].side, &box, has_any);
        }
    }
  if (has_any && opened == NULL)
    {
      /* a place alone is shown with its neighbourhood */
      const double more = MAX (MAX (box.width, box.height) * 1.4, 70);

      box = (PalpateBox) { box.x - more / 2, box.y - more / 2, box.width + more, box.height + more };
    }
  if (has_any)
    palpate_chart_view_zoom_to_box (self, box, animate);
  else
    palpate_chart_view_zoom_to_fit (self, animate);
}

double
palpate_chart_view_get_zoom (PalpateChartView *self)
{
  return self->camera.zoom;
}

/**
 * palpate_chart_view_shows_drawing:
 *
 * Returns: whether every layer is on the screen, though perhaps not yet sharp
 */
gboolean
palpate_chart_view_shows_drawing (PalpateChartView *self)
{
  return self->chart != NULL && palpate_chart_raster_shows (self->raster, wanted_layers (self));
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

  return self->chart != NULL && self->rest_id == 0 && self->buttons_id == 0 && self->flight == NULL && palpate_chart_raster_is_complete (self->raster)
         && palpate_chart_raster_get_surface (self->raster, PALPATE_LAYER_SKIN, &box) != NULL;
}
