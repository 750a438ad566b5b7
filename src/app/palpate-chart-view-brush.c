/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Painting where it hurts: the strokes of brush and eraser, from the press to what they leave in the marks. A stroke is
 * shown while it goes; it counts when it ends.
 */
#include "palpate-chart-view-private.h"

#include <math.h>

#include "palpate-chart-grid.h"
#include "palpate-chart-painter.h"
#include "palpate-outline.h"
#include "palpate-survey.h"

/* The brush is as large on the screen at every zoom, so that who comes nearer paints finer: so many units of the chart
 * when the whole body just fits, within limits in logical pixels. */
#define BRUSH_UNITS 20.0
#define BRUSH_MIN 7.0
#define BRUSH_MAX 13.0
#define ERASER_FACTOR 1.15
#define RING_WIDTH 1.6
#define CASING_EXTRA 2.4

/* What an eraser leaves of a piece of paint is a crumb if it is under this share of the eraser's own area. */
#define CRUMB 0.35

static double
brush_radius (PalpateChartView *self)
{
  const gboolean erases = self->live != NULL ? self->stroke_erases : self->brush == PALPATE_BRUSH_ERASE;

  const double scale = palpate_chart_view_get_scale (self);
  const double pixels = CLAMP (BRUSH_UNITS * scale / self->camera.zoom, BRUSH_MIN, BRUSH_MAX);

  return (erases ? ERASER_FACTOR : 1) * pixels / scale;
}

static PalpateMask *
painted_mask (PalpateChartView *self)
{
  return palpate_painting_get_mask (palpate_marks_get_painting (palpate_explorer_get_marks (self->explorer)), self->view);
}

/**
 * palpate_chart_view_get_painted:
 *
 * Returns: (transfer none) (nullable): what is painted on this view, with the stroke that is under way
 */
const PalpateMark *
palpate_chart_view_get_painted (PalpateChartView *self)
{
  PalpateMask *mask = self->live != NULL ? self->live : self->chart != NULL ? painted_mask (self) : NULL;

  if (mask == NULL)
    {
      palpate_chart_view_forget_painted (self);
      return NULL;
    }
  /* what is under way changes in place */
  if (mask == self->traced && mask != self->live)
    return &self->painted;
  palpate_chart_view_forget_painted (self);
  self->traced = palpate_mask_ref (mask);
  self->painted = (PalpateMark) { .kind = PALPATE_MARK_REGION, .path = palpate_outline_trace (mask) };
  return &self->painted;
}

void
palpate_chart_view_forget_painted (PalpateChartView *self)
{
  g_clear_pointer (&self->traced, palpate_mask_unref);
  g_clear_pointer (&self->painted.path, palpate_path_unref);
}

/**
 * palpate_chart_view_get_painted_box:
 * @box: (out): what is painted on this view, in chart units
 *
 * Returns: whether anything is
 */
gboolean
palpate_chart_view_get_painted_box (PalpateChartView *self,
                                    PalpateBox       *box)
{
  PalpateMask *mask = painted_mask (self);
  int column, row, n_columns, n_rows;
  PalpateGrid grid;

  if (mask == NULL || !palpate_mask_get_extent (mask, &column, &row, &n_columns, &n_rows))
    return FALSE;
  grid = palpate_mask_get_grid (mask);
  *box = (PalpateBox) { grid.x + column * grid.cell, grid.y + row * grid.cell, n_columns * grid.cell, n_rows * grid.cell };
  return TRUE;
}

/**
 * palpate_chart_view_move_stroke:
 * @x: logical pixels of the view
 */
void
palpate_chart_view_move_stroke (PalpateChartView *self,
                                double            x,
                                double            y)
{
  const PalpatePosition here = palpate_chart_view_to_chart (self, x, y);
  const PalpatePosition from = self->stroke_at;
  const PalpateGrid grid = palpate_mask_get_grid (self->live);
  const double radius = brush_radius (self);
  const double left = MIN (from.x, here.x) - radius, top = MIN (from.y, here.y) - radius;
  const int n_columns = (int) ceil ((fabs (here.x - from.x) + 2 * radius) / grid.cell) + 2;
  const int n_rows = (int) ceil ((fabs (here.y - from.y) + 2 * radius) / grid.cell) + 2;
  g_autoptr (PalpateMask) piece = palpate_mask_new_part (grid, (int) floor ((left - grid.x) / grid.cell),
                                                         (int) floor ((top - grid.y) / grid.cell), n_columns, n_rows);

  palpate_mask_add_stroke (piece, from.x, from.y, here.x, here.y, radius);
  palpate_mask_intersect (piece, palpate_chart_grid_get_body (palpate_chart_get_grid (self->chart)));
  if (self->stroke_erases)
    palpate_mask_subtract (self->live, piece);
  else
    palpate_mask_add (self->live, piece);
  self->stroke_at = here;
  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * palpate_chart_view_begin_stroke:
 * @x: logical pixels of the view, which must show a chart
 */
void
palpate_chart_view_begin_stroke (PalpateChartView *self,
                                 gboolean          erases,
                                 double            x,
                                 double            y)
{
  PalpateMask *mask = painted_mask (self);

  palpate_chart_view_stop_flight (self);
  self->has_target = FALSE;
  self->live = mask != NULL ? palpate_mask_copy (mask) : palpate_survey_new_mask (self->chart);
  self->stroke_erases = erases;
  self->stroke_at = palpate_chart_view_to_chart (self, x, y);
  self->by_pointer = TRUE;
  gtk_widget_set_visible (self->name_tag, FALSE);
  palpate_chart_view_move_stroke (self, x, y);
}

/* Leaves what was painted before as it was. */
void
palpate_chart_view_cancel_stroke (PalpateChartView *self)
{
  palpate_chart_view_forget_painted (self);
  g_clear_pointer (&self->live, palpate_mask_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
has_patch (GPtrArray         *patches,
           const PalpateMask *patch)
{
  for (guint i = 0; i < patches->len; i++)
    if (palpate_mask_equal (g_ptr_array_index (patches, i), patch))
      return TRUE;
  return FALSE;
}

/* Small paint that the stroke did not touch was meant so, and stays. */
static void
sweep_crumbs (PalpateMask       *mask,
              const PalpateMask *before,
              double             radius)
{
  g_autoptr (GPtrArray) patches = palpate_mask_split (mask);
  g_autoptr (GPtrArray) whole = palpate_mask_split (before);

  for (guint i = 0; i < patches->len; i++)
    {
      const PalpateMask *patch = g_ptr_array_index (patches, i);

      if (palpate_mask_get_area (patch) < CRUMB * G_PI * radius * radius && !has_patch (whole, patch))
        palpate_mask_subtract (mask, patch);
    }
}

/* What the stroke changed counts from now on. */
void
palpate_chart_view_end_stroke (PalpateChartView *self)
{
  g_autoptr (PalpateMask) mask = NULL;

  if (self->stroke_erases && painted_mask (self) != NULL)
    sweep_crumbs (self->live, painted_mask (self), brush_radius (self));
  mask = g_steal_pointer (&self->live);
  palpate_chart_view_forget_painted (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (palpate_explorer_paint (self->explorer, self->view, mask))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.painted", NULL);
}

/* Whether a press begins a stroke: with the tool, with Shift, or with the other end of a pen. */
static gboolean
wants_stroke (PalpateChartView *self,
              GtkGesture       *gesture,
              gboolean         *erases)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GdkDeviceTool *tool = event != NULL ? gdk_event_get_device_tool (event) : NULL;
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const gboolean by_pen = tool != NULL && gdk_device_tool_get_tool_type (tool) == GDK_DEVICE_TOOL_TYPE_ERASER;
  const gboolean has_tool = self->brush != PALPATE_BRUSH_NONE;

  if (self->chart == NULL || self->is_passive || self->live != NULL)
    return FALSE;
  *erases = by_pen || self->brush == PALPATE_BRUSH_ERASE || button == GDK_BUTTON_SECONDARY || (state & GDK_CONTROL_MASK) != 0;
  if (button == GDK_BUTTON_SECONDARY)
    return has_tool;
  return button == GDK_BUTTON_PRIMARY && (has_tool || by_pen || (state & GDK_SHIFT_MASK) != 0);
}

static void
drag_begin_cb (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               PalpateChartView *self)
{
  gboolean erases;

  if (!wants_stroke (self, GTK_GESTURE (gesture), &erases))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  palpate_chart_view_begin_stroke (self, erases, x, y);
}

static void
drag_update_cb (GtkGestureDrag   *gesture,
                double            dx,
                double            dy,
                PalpateChartView *self)
{
  double x, y;

  if (self->live != NULL && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    palpate_chart_view_move_stroke (self, x + dx, y + dy);
}

static void
drag_end_cb (GtkGestureDrag   *gesture,
             double            dx,
             double            dy,
             PalpateChartView *self)
{
  if (self->live != NULL)
    palpate_chart_view_end_stroke (self);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           PalpateChartView *self)
{
  if (self->live != NULL)
    palpate_chart_view_cancel_stroke (self);
}

void
palpate_chart_view_init_brush (PalpateChartView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->stroke = drag;
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* The ring stands for the pointer, where there is a body to paint on. */
void
palpate_chart_view_update_cursor (PalpateChartView *self)
{
  const gboolean has_ring = self->brush != PALPATE_BRUSH_NONE && self->chart != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), has_ring ? "none" : NULL);
}

/**
 * palpate_chart_view_set_brush:
 * @brush: what a press on the body does from now on
 */
void
palpate_chart_view_set_brush (PalpateChartView *self,
                              PalpateBrush      brush)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->brush == brush)
    return;
  if (self->live != NULL)
    palpate_chart_view_cancel_stroke (self);
  self->brush = brush;
  palpate_chart_view_update_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
palpate_chart_view_shows_brush (PalpateChartView *self)
{
  return self->chart != NULL && (self->live != NULL || (self->brush != PALPATE_BRUSH_NONE && self->is_pointed));
}

/* As large as what a press paints; broken for the eraser. */
void
palpate_chart_view_paint_brush (PalpateChartView *self,
                                double            pixel,
                                cairo_t          *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (self->scheme);
  const gboolean erases = self->live != NULL ? self->stroke_erases : self->brush == PALPATE_BRUSH_ERASE;
  const PalpatePosition middle = palpate_chart_view_to_chart (self, self->pointer_x, self->pointer_y);
  const double dashes[] = { 4 * pixel, 3 * pixel };

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, middle.x, middle.y, brush_radius (self), 0, 2 * G_PI);
  cairo_set_line_width (cr, (RING_WIDTH * palette->line + CASING_EXTRA) * pixel);
  palpate_color_set (&palette->casing, cr);
  cairo_stroke_preserve (cr);
  if (erases)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, RING_WIDTH * palette->line * pixel);
  palpate_color_set (erases ? &palette->ink : &palette->accent, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}
