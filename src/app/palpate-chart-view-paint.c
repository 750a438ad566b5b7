/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a view draws: the body, and what people added to it.
 */
#include "palpate-chart-view-private.h"

#include <math.h>

#include "palpate-chart-painter.h"
#include "palpate-signs.h"

/* How strongly muscles are drawn, so that marks stand out (design: screens 01 and 03). */
#define SOFT 0.62
#define FADED 0.42

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

guint
palpate_chart_view_wanted_layers (PalpateChartView *self)
{
  double opacities[PALPATE_N_LAYERS];
  guint layers = 0;

  layer_opacities (self->depth, opacities);
  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    if (opacities[i] > 0 && palpate_chart_has_layer (self->chart, i))
      layers |= 1u << i;
  return layers;
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
guint
palpate_sided_point_sides (const PalpateSidedPoint *source,
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

const PalpateMark *
palpate_chart_view_region_mark (PalpateChartView *self,
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
  const PalpateMark *painted = palpate_chart_view_get_painted (self);

  for (guint i = 0; i < n_places; i++)
    {
      const PalpateMark *region = palpate_chart_view_region_mark (self, places[i]);

      if (region == NULL)
        continue;
      if (palpate_marks_is_only_painted (palpate_explorer_get_marks (self->explorer), places[i]))
        palpate_paint_quietly (region, self->scheme, pixel, cr);
      else
        palpate_paint_region (region, self->scheme, pixel, cr);
    }
  if (painted != NULL)
    palpate_paint_region (painted, self->scheme, pixel, cr);
  for (guint i = 0; i < found->len; i++)
    if (palpate_chart_view_region_mark (self, g_array_index (found, PalpatePlace, i)) != NULL)
      palpate_paint_hover (palpate_chart_view_region_mark (self, g_array_index (found, PalpatePlace, i)), self->scheme, pixel, cr);
}

static void
add_places (PalpateChartView *self,
            GArray           *signs)
{
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);

  /* what is painted is not counted by places, so nothing refers to their letters */
  if (palpate_marks_is_painted (palpate_explorer_get_marks (self->explorer)))
    return;
  for (guint i = 0; i < n_places && n_places > 1; i++)
    {
      const PalpateMark *region = palpate_chart_view_region_mark (self, places[i]);

      if (region != NULL)
        {
          const PalpateSign sign = palpate_sign_new_place (region, i);

          g_array_append_val (signs, sign);
        }
    }
}

/* Whether another point before this one, of the same row, is seen in this view on that side. */
static gboolean
follows_in_row (PalpateChartView *self,
                guint             position,
                PalpateSide       side)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  const PalpateSuspect *suspect = g_ptr_array_index (suspects, position);

  for (guint i = position; i > 0; i--)
    {
      const PalpateSuspect *before = g_ptr_array_index (suspects, i - 1);

      if (before->row != suspect->row)
        return FALSE;
      if (palpate_chart_get_mark (self->chart, PALPATE_MARK_POINT, before->source.point->id, side) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The first lies on top. Of the points that share a row, the first that is seen has the number. */
static void
add_points (PalpateChartView *self,
            GArray           *signs)
{
  const PalpateSidedPoint *shown = palpate_explorer_get_shown (self->explorer);
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  PalpateSidedPoint sides[2];

  for (guint i = palpate_explorer_get_n_numbered (self->explorer); i > 0; i--)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i - 1);
      const guint n_sides = palpate_sided_point_sides (&suspect->source, sides);

      for (guint j = 0; j < n_sides; j++)
        {
          const PalpateMark *mark = palpate_chart_get_mark (self->chart, PALPATE_MARK_POINT, sides[j].point->id, sides[j].side);

          if (mark != NULL)
            {
              const gboolean is_chosen = shown != NULL && shown->point == sides[j].point;
              const guint number = follows_in_row (self, i - 1, sides[j].side) ? 0 : suspect->row;
              const PalpateSign sign = palpate_sign_new_point (mark, number, is_chosen);

              g_array_append_val (signs, sign);
            }
        }
    }
}

/**
 * palpate_chart_view_create_signs:
 *
 * Returns: (transfer full) (element-type PalpateSign): the letters of the marked places and the numbers of the points,
 *   where they stand at this zoom
 */
GArray *
palpate_chart_view_create_signs (PalpateChartView *self)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (PalpateSign));

  if (self->is_picture || self->chart == NULL)
    return signs;
  add_places (self, signs);
  if (palpate_explorer_get_opened (self->explorer) == NULL)
    add_points (self, signs);
  palpate_signs_spread (signs, 1 / palpate_chart_view_get_scale (self));
  return signs;
}

static void
paint_opened (PalpateChartView *self,
              double            pixel,
              cairo_t          *cr)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  PalpateSidedPoint sides[2];
  const guint n_sides = opened != NULL && (!self->is_passive || self->is_picture) ? palpate_sided_point_sides (opened, sides) : 0;

  for (guint j = 0; j < n_sides; j++)
    {
      const PalpateMark *mark = palpate_chart_get_mark (self->chart, PALPATE_MARK_POINT, sides[j].point->id, sides[j].side);

      if (mark != NULL)
        palpate_paint_point (mark, self->scheme, pixel, cr);
    }
}

const PalpateMark *
palpate_chart_view_focused_mark (PalpateChartView *self)
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
  const PalpateMark *hovered = palpate_chart_view_region_mark (self, palpate_explorer_get_hovered (self->explorer));
  const PalpateMark *focused = palpate_chart_view_focused_mark (self);
  const PalpatePosition origin = palpate_chart_view_to_widget (self, 0, 0);
  g_autoptr (GArray) signs = NULL;
  PalpateSidedPoint sides[2];
  const guint n_sides = shown != NULL ? palpate_sided_point_sides (shown, sides) : 0;

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
  if (hovered != NULL && hovered != focused && self->brush == PALPATE_BRUSH_NONE && self->live == NULL)
    palpate_paint_hover (hovered, self->scheme, pixel, cr);
  if (focused != NULL && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    palpate_paint_hover (focused, self->scheme, pixel * 1.3, cr);
  signs = palpate_chart_view_create_signs (self);
  palpate_signs_paint (signs, self->scheme, pixel, cr);
  paint_opened (self, pixel, cr);
  if (palpate_chart_view_shows_brush (self))
    palpate_chart_view_paint_brush (self, pixel, cr);
}

/* Its node is no larger than what is painted: where a mark comes or goes, only that part of the window is drawn anew. */
static void
snapshot_overlay (PalpateChartView *self,
                  GtkSnapshot      *snapshot)
{
  const cairo_rectangle_t all = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };
  cairo_surface_t *ink = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &all);
  cairo_t *cr = cairo_create (ink);
  double x, y, width, height;

  paint_overlay (self, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (ink, &x, &y, &width, &height);
  if (width > 0 && height > 0)
    {
      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (floor (x), floor (y), ceil (width) + 1, ceil (height) + 1));
      cairo_set_source_surface (cr, ink, 0, 0);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (ink);
}

static void
snapshot_layers (PalpateChartView *self,
                 GtkSnapshot      *snapshot)
{
  const double scale = palpate_chart_view_get_scale (self);
  const double soft = palpate_explorer_get_shown (self->explorer) != NULL ? FADED : SOFT;
  double opacities[PALPATE_N_LAYERS];
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));
  GskRenderNode *picture;
  graphene_rect_t pixels;
  PalpatePosition corner;
  PalpateBox box;

  layer_opacities (self->depth, opacities);
  opacities[PALPATE_LAYER_MUSCLES] *= soft;
  opacities[PALPATE_LAYER_DEEP] *= soft + 0.2;
  picture = palpate_chart_raster_get_composite (self->raster, GSK_IS_CAIRO_RENDERER (renderer), opacities, &box);
  if (picture == NULL)
    return;
  corner = palpate_chart_view_to_widget (self, box.x, box.y);
  gsk_render_node_get_bounds (picture, &pixels);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (corner.x, corner.y));
  gtk_snapshot_scale (snapshot, box.width * scale / pixels.size.width, box.height * scale / pixels.size.height);
  gtk_snapshot_append_node (snapshot, picture);
  gtk_snapshot_restore (snapshot);
}

static gboolean
has_overlay (PalpateChartView *self)
{
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  guint n_places;

  palpate_marks_get_places (marks, &n_places);
  return n_places > 0 || palpate_marks_is_painted (marks) || palpate_explorer_get_shown (self->explorer) != NULL || self->show_danger
         || palpate_explorer_get_hovered (self->explorer).region != NULL || palpate_chart_view_focused_mark (self) != NULL
         || palpate_explorer_get_found (self->explorer)->len > 0 || palpate_chart_view_shows_brush (self);
}

void
palpate_chart_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  if (self->waits_for_paint)
    palpate_chart_view_first_painted (self);
  if (self->chart != NULL)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
      snapshot_layers (self, snapshot);
      if (has_overlay (self))
        snapshot_overlay (self, snapshot);
      gtk_snapshot_pop (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->left_letter, snapshot);
  gtk_widget_snapshot_child (widget, self->right_letter, snapshot);
  gtk_widget_snapshot_child (widget, self->caption, snapshot);
  gtk_widget_snapshot_child (widget, self->trouble, snapshot);
  gtk_widget_snapshot_child (widget, self->name_tag, snapshot);
}

/**
 * palpate_chart_view_new_picture:
 *
 * Returns: (transfer floating): a view that is only looked at, with the opened point and the letters of the sides
 */
GtkWidget *
palpate_chart_view_new_picture (PalpateExplorer *explorer)
{
  GtkWidget *widget = palpate_chart_view_new_passive (explorer);

  PALPATE_CHART_VIEW (widget)->is_picture = TRUE;
  return widget;
}
