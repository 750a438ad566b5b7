/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chart cut into cells: which place each cell shows, and which cells the patterns of the points cover. Made once, when
 * somebody first paints on the chart, and never changed; owned by the chart.
 */
#pragma once

#include "palpate-chart.h"
#include "palpate-mask.h"

G_BEGIN_DECLS

PalpateGrid        palpate_chart_grid_lay          (PalpateChart           *chart);
PalpateChartGrid  *palpate_chart_grid_new          (PalpateChart           *chart) G_GNUC_WARN_UNUSED_RESULT;
void               palpate_chart_grid_free         (PalpateChartGrid       *self);

PalpateGrid        palpate_chart_grid_get_cells    (const PalpateChartGrid *self);
const PalpateMask *palpate_chart_grid_get_body     (const PalpateChartGrid *self);
PalpateMask       *palpate_chart_grid_mask_shape   (const PalpateChartGrid *self,
                                                    const PalpatePath      *path) G_GNUC_WARN_UNUSED_RESULT;
const PalpateMask *palpate_chart_grid_get_zone     (const PalpateChartGrid *self,
                                                    const PalpateMark      *zone);
guint              palpate_chart_grid_count_region (const PalpateChartGrid *self,
                                                    guint                   region);
guint             *palpate_chart_grid_count_in     (const PalpateChartGrid *self,
                                                    const PalpateMask      *mask) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateChartGrid, palpate_chart_grid_free)

G_END_DECLS
