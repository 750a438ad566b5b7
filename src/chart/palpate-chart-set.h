/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All views, each loaded when it is first asked for, and the style sheets of the colour sets. Owned by the
 * application; may be asked from any thread. A view that cannot be read is reported every time it is asked for.
 */
#pragma once

#include "palpate-chart.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_CHART_SET (palpate_chart_set_get_type ())
G_DECLARE_FINAL_TYPE (PalpateChartSet, palpate_chart_set, PALPATE, CHART_SET, GObject)

PalpateChartSet *palpate_chart_set_new               (GFile            *directory) G_GNUC_WARN_UNUSED_RESULT;
PalpateChartSet *palpate_chart_set_new_from_resource (void) G_GNUC_WARN_UNUSED_RESULT;

PalpateChart    *palpate_chart_set_get          (PalpateChartSet  *self,
                                                 PalpateView       view,
                                                 GError          **error);
GBytes          *palpate_chart_set_get_style    (PalpateChartSet  *self,
                                                 PalpateScheme     scheme);
gboolean         palpate_chart_set_shows        (PalpateChartSet  *self,
                                                 PalpateView       view,
                                                 PalpateMarkKind   kind,
                                                 const char       *id,
                                                 PalpateSide       side);
gboolean         palpate_chart_set_find_view    (PalpateChartSet  *self,
                                                 PalpateMarkKind   kind,
                                                 const char       *id,
                                                 PalpateSide       side,
                                                 PalpateView      *view);

void             palpate_chart_set_prepare      (PalpateChartSet  *self,
                                                 PalpateView       view,
                                                 PalpateScheme     scheme);
cairo_surface_t *palpate_chart_set_take_picture (PalpateChartSet  *self,
                                                 PalpateView       view,
                                                 PalpateScheme     scheme,
                                                 PalpateLayer      layer);
char            *palpate_chart_set_name_picture (PalpateView       view,
                                                 PalpateScheme     scheme,
                                                 PalpateLayer      layer) G_GNUC_WARN_UNUSED_RESULT;

const char *const *palpate_chart_set_get_parts  (PalpateChartSet  *self,
                                                 const char       *muscle);
const char        *palpate_chart_set_find_muscle (PalpateChartSet *self,
                                                 const char       *part);

G_END_DECLS
