/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the drawing and the input halves of the chart view share.
 */
#pragma once

#include "palpate-chart-raster.h"
#include "palpate-chart-view.h"
#include "palpate-mark-button.h"
#include "palpate-mask.h"

G_BEGIN_DECLS

#define PALPATE_CHART_VIEW_MAX_ZOOM 14.0

/* What part of the chart is seen: its centre in chart units, and how much larger than fitting. */
typedef struct {
  double x, y, zoom;
} PalpateCamera;

struct _PalpateChartView {
  GtkWidget parent_instance;

  /* owned */
  PalpateExplorer    *explorer;
  PalpateChart       *chart;           /* %NULL if it cannot be read */
  PalpateChartRaster *raster;
  GPtrArray          *region_buttons;  /* of PalpateMarkButton */
  GPtrArray          *point_buttons;
  AdwAnimation       *flight;
  GtkWidget          *popover;

  /* children */
  GtkWidget *caption;
  GtkWidget *name_tag;
  GtkWidget *left_letter;
  GtkWidget *right_letter;
  GtkWidget *trouble;

  PalpateView    view;
  PalpateScheme  scheme;
  double         depth;
  gboolean       show_danger;
  gboolean       is_passive;           /* only looked at: nothing to hit or focus */
  gboolean       is_picture;           /* passive, but with the open point and the letters of the sides */
  PalpateCamera  camera;
  PalpateCamera  flight_from;
  PalpateCamera  flight_to;
  PalpateBox     target;               /* what is kept in sight while the size changes */
  gboolean       has_target;
  int            last_width;
  int            last_height;
  guint          rest_id;              /* a redraw when the zooming rests */
  guint          painted_id;           /* what follows the first frame */
  PalpatePlace   last_focus;
  gboolean       was_allocated;
  gboolean       waits_for_paint;      /* what the first frame need not show is made after it */
  gboolean       is_dragging;
  gboolean       is_pointed;           /* the pointer is over this view */
  gboolean       by_pointer;           /* the last input was a pointer or a finger */

  /* painting */
  GtkGesture      *stroke;             /* borrowed; draws the strokes */
  PalpateBrush     brush;
  PalpateMask     *live;               /* owned; what is painted here with the stroke under way; %NULL between strokes */
  gboolean         stroke_erases;
  PalpatePosition  stroke_at;          /* how far the stroke came, in chart units */
  PalpateMask     *traced;             /* owned; the cells that @painted is the outline of */
  PalpateMark      painted;            /* its path is owned */

  /* gestures */
  PalpateCamera   gesture_camera;
  PalpatePosition gesture_middle;      /* between two fingers */
  double          pointer_x, pointer_y;
};

double          palpate_chart_view_get_scale   (PalpateChartView *self);
PalpatePosition palpate_chart_view_to_chart    (PalpateChartView *self,
                                                double            x,
                                                double            y);
void            palpate_chart_view_set_camera  (PalpateChartView *self,
                                                PalpateCamera     camera);
void            palpate_chart_view_stop_flight (PalpateChartView *self);
void            palpate_chart_view_first_painted (PalpateChartView *self);
GArray         *palpate_chart_view_create_signs (PalpateChartView *self);
PalpatePosition palpate_chart_view_to_widget   (PalpateChartView *self,
                                                double            x,
                                                double            y);
PalpateCamera   palpate_chart_view_fit_camera  (PalpateChartView *self);
void            palpate_chart_view_follow_size (PalpateChartView *self,
                                                int               width,
                                                int               height);
void            palpate_chart_view_request_drawing      (PalpateChartView *self);
void            palpate_chart_view_request_when_resting (PalpateChartView *self);

guint           palpate_chart_view_wanted_layers (PalpateChartView        *self);
guint           palpate_sided_point_sides        (const PalpateSidedPoint *source,
                                                  PalpateSidedPoint        sides[2]);
const PalpateMark *palpate_chart_view_region_mark  (PalpateChartView *self,
                                                    PalpatePlace      place);
const PalpateMark *palpate_chart_view_focused_mark (PalpateChartView *self);
void            palpate_chart_view_size_allocate (GtkWidget       *widget,
                                                int               width,
                                                int               height,
                                                int               baseline);
void            palpate_chart_view_snapshot      (GtkWidget        *widget,
                                                  GtkSnapshot      *snapshot);

gboolean        palpate_chart_view_zoom_to_reachable (PalpateChartView  *self,
                                                      const PalpateMark *mark);
const PalpateMark *palpate_chart_view_get_painted   (PalpateChartView *self);
gboolean        palpate_chart_view_get_painted_box (PalpateChartView *self,
                                                PalpateBox       *box);
void            palpate_chart_view_forget_painted (PalpateChartView *self);
void            palpate_chart_view_begin_pinch (PalpateChartView *self,
                                                PalpatePosition   middle);
void            palpate_chart_view_pinch       (PalpateChartView *self,
                                                double            scale,
                                                PalpatePosition   middle);
void            palpate_chart_view_begin_stroke (PalpateChartView *self,
                                                gboolean          erases,
                                                double            x,
                                                double            y);
void            palpate_chart_view_move_stroke (PalpateChartView *self,
                                                double            x,
                                                double            y);
void            palpate_chart_view_end_stroke  (PalpateChartView *self);
void            palpate_chart_view_cancel_stroke (PalpateChartView *self);
gboolean        palpate_chart_view_shows_brush (PalpateChartView *self);
void            palpate_chart_view_paint_brush (PalpateChartView *self,
                                                double            pixel,
                                                cairo_t          *cr);
void            palpate_chart_view_update_cursor (PalpateChartView *self);
void            palpate_chart_view_init_brush  (PalpateChartView *self);
void            palpate_chart_view_init_input  (PalpateChartView *self);
gboolean        palpate_chart_view_focus       (GtkWidget        *widget,
                                                GtkDirectionType  direction);

G_END_DECLS
