/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One view of the body on the screen: cached drawing below, a button for every place above, marks and patterns
 * between. Zooms and pans, and is painted on. Tells what was activated by the actions `win.mark`, `win.open` and
 * `win.painted`; owned by the chart page.
 */
#pragma once

#include <adwaita.h>

#include "palpate-explorer.h"

G_BEGIN_DECLS

/* What a press on the body does. */
typedef enum {
  PALPATE_BRUSH_NONE,     /* it marks a place, or pans */
  PALPATE_BRUSH_PAINT,
  PALPATE_BRUSH_ERASE,
} PalpateBrush;

/* Logical pixels; a view of less height keeps smaller margins. */
#define PALPATE_CHART_VIEW_LOW 420

/* Rows of the list of suspects whose points the chart takes care to show. */
#define PALPATE_CHART_VIEW_SIGHT_ROWS 4

#define PALPATE_TYPE_CHART_VIEW (palpate_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (PalpateChartView, palpate_chart_view, PALPATE, CHART_VIEW, GtkWidget)

GtkWidget   *palpate_chart_view_new          (PalpateExplorer   *explorer) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget   *palpate_chart_view_new_passive  (PalpateExplorer   *explorer) G_GNUC_WARN_UNUSED_RESULT;
PalpateScheme palpate_chart_view_current_scheme (void);
GtkWidget   *palpate_chart_view_new_picture  (PalpateExplorer   *explorer) G_GNUC_WARN_UNUSED_RESULT;
void         palpate_chart_view_set_view     (PalpateChartView  *self,
                                              PalpateView        view);
PalpateView  palpate_chart_view_get_view     (PalpateChartView  *self);
void         palpate_chart_view_set_depth    (PalpateChartView  *self,
                                              double             depth);
void         palpate_chart_view_set_scheme   (PalpateChartView  *self,
                                              PalpateScheme      scheme);
void         palpate_chart_view_set_show_danger (PalpateChartView *self,
                                              gboolean           show_danger);
void         palpate_chart_view_set_brush    (PalpateChartView  *self,
                                              PalpateBrush       brush);
void         palpate_chart_view_zoom_by      (PalpateChartView  *self,
                                              double             factor);
void         palpate_chart_view_zoom_to_fit  (PalpateChartView  *self,
                                              gboolean           animate);
void         palpate_chart_view_zoom_to_box  (PalpateChartView  *self,
                                              PalpateBox         box,
                                              gboolean           animate);
gboolean     palpate_chart_view_shows_at_right (PalpateChartView *self);
void         palpate_chart_view_zoom_to_shown (PalpateChartView *self,
                                              gboolean           animate);
double       palpate_chart_view_get_zoom     (PalpateChartView  *self);
void         palpate_chart_view_pan_by       (PalpateChartView  *self,
                                              double             dx,
                                              double             dy);
gboolean     palpate_chart_view_focus_place  (PalpateChartView  *self,
                                              PalpatePlace       place);
gboolean     palpate_chart_view_shows_drawing (PalpateChartView *self);
gboolean     palpate_chart_view_is_complete  (PalpateChartView  *self);

G_END_DECLS
