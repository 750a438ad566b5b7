/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws what people add to the body: marked places, zones, points, danger areas. The same strokes serve the
 * window, pictures and print. Every function draws into a context in chart units; @pixel is the size of one
 * logical pixel (or point on paper) in chart units, so that lines keep their width at every zoom.
 */
#pragma once

#include "palpate-chart.h"

G_BEGIN_DECLS

void palpate_paint_layers      (PalpateChart       *chart,
                                PalpateScheme       scheme,
                                GBytes             *style,
                                const double        opacities[PALPATE_N_LAYERS],
                                cairo_t            *cr);
void palpate_paint_edges       (PalpateChart       *chart,
                                cairo_t            *cr);
void palpate_paint_hover       (const PalpateMark  *region,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_region      (const PalpateMark  *region,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_outline     (const PalpateMark  *region,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_quietly     (const PalpateMark  *region,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_zone        (const PalpateMark  *zone,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_danger      (const PalpateMark  *area,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_muscle      (const PalpateMark  *muscle,
                                gboolean            is_covered,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_point       (const PalpateMark  *point,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_number      (PalpatePosition     position,
                                const char         *number,
                                gboolean            is_chosen,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);
void palpate_paint_letter      (PalpatePosition     position,
                                const char         *letter,
                                PalpateScheme       scheme,
                                double              pixel,
                                cairo_t            *cr);

G_END_DECLS
