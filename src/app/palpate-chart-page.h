/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The chart with its floating toolbars: one view of the body, or two beside each other. Chooses the views that show
 * what the panel is about. Owned by the window, which gives it its actions.
 */
#pragma once

#include <adwaita.h>

#include "palpate-chart-view.h"
#include "palpate-location.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_CHART_PAGE (palpate_chart_page_get_type ())
G_DECLARE_FINAL_TYPE (PalpateChartPage, palpate_chart_page, PALPATE, CHART_PAGE, GtkWidget)

void        palpate_chart_page_setup           (PalpateChartPage      *self,
                                                PalpateExplorer       *explorer,
                                                GSettings             *settings);
gboolean    palpate_chart_page_set_mode        (PalpateChartPage      *self,
                                                const char            *mode);
const char *palpate_chart_page_get_mode        (PalpateChartPage      *self);
void        palpate_chart_page_follow          (PalpateChartPage      *self,
                                                const PalpateLocation *location,
                                                gboolean               marks_several);
void        palpate_chart_page_zoom_by         (PalpateChartPage      *self,
                                                double                 factor);
void        palpate_chart_page_zoom_to_fit     (PalpateChartPage      *self);
void        palpate_chart_page_pan_by          (PalpateChartPage      *self,
                                                double                 dx,
                                                double                 dy);
void        palpate_chart_page_set_brush       (PalpateChartPage      *self,
                                                PalpateBrush           brush);
void        palpate_chart_page_step_depth      (PalpateChartPage      *self,
                                                int                    steps);
void        palpate_chart_page_open_close_ups  (PalpateChartPage      *self);
void        palpate_chart_page_focus           (PalpateChartPage      *self);
void        palpate_chart_page_get_views       (PalpateChartPage      *self,
                                                PalpateChartView      *views[2]);
gboolean    palpate_chart_page_shows_drawing   (PalpateChartPage      *self);
gboolean    palpate_chart_page_is_complete     (PalpateChartPage      *self);

G_END_DECLS
