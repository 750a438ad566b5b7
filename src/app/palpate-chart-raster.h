/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns the layers of a chart into pictures on worker threads. Owned by one chart view, which goes on showing the
 * old ones, stretched, until `ready` says that sharper ones are there. Knows nothing of marks.
 */
#pragma once

#include <gsk/gsk.h>

#include "palpate-chart-set.h"

G_BEGIN_DECLS

/**
 * PalpateRasterRequest:
 * @box: the part of the chart to draw, in chart units
 * @width: device pixels
 * @height: device pixels
 */
typedef struct {
  PalpateChart  *chart;
  PalpateScheme  scheme;
  PalpateBox     box;
  int            width;
  int            height;
} PalpateRasterRequest;

#define PALPATE_TYPE_CHART_RASTER (palpate_chart_raster_get_type ())
G_DECLARE_FINAL_TYPE (PalpateChartRaster, palpate_chart_raster, PALPATE, CHART_RASTER, GObject)

PalpateChartRaster *palpate_chart_raster_new         (PalpateChartSet            *charts) G_GNUC_WARN_UNUSED_RESULT;
void                palpate_chart_raster_request     (PalpateChartRaster         *self,
                                                      const PalpateRasterRequest *request,
                                                      guint                       layers);
gboolean            palpate_chart_raster_show_pictures (PalpateChartRaster       *self,
                                                      const PalpateRasterRequest *request,
                                                      guint                       layers);
GskRenderNode      *palpate_chart_raster_get_composite (PalpateChartRaster       *self,
                                                      gboolean                    is_cairo,
                                                      const double                opacities[PALPATE_N_LAYERS],
                                                      PalpateBox                 *box);
cairo_surface_t    *palpate_chart_raster_get_surface (PalpateChartRaster         *self,
                                                      PalpateLayer                layer,
                                                      PalpateBox                 *box);
gboolean            palpate_chart_raster_is_complete (PalpateChartRaster         *self);
gboolean            palpate_chart_raster_shows       (PalpateChartRaster         *self,
                                                      guint                       layers);
void                palpate_chart_raster_clear       (PalpateChartRaster         *self);

G_END_DECLS
