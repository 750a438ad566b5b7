/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the drawings of a sheet share.
 */
#pragma once

#include "palpate-sheet-figure.h"

G_BEGIN_DECLS

#define PALPATE_SHEET_SCHEME PALPATE_SCHEME_PRINT

PalpateChart *palpate_sheet_figures_get_chart  (PalpateSheetFigures        *self,
                                                PalpateView                 view);
void          palpate_sheet_figures_paint      (PalpateSheetFigures        *self,
                                                PalpateChart               *chart,
                                                PalpateBox                  part,
                                                cairo_t                    *cr);
gboolean      palpate_sheet_figures_show       (PalpateSheetFigures        *self,
                                                PalpateView                 view,
                                                PalpateSidedPoint           source);
double        palpate_sheet_figures_score_view (PalpateSheetFigures        *self,
                                                PalpateView                 view,
                                                PalpateSidedPoint           source);
guint         palpate_sheet_list_sides         (PalpateSide                 side,
                                                PalpateSide                 sides[2]);
void          palpate_sheet_paint_zones        (PalpateChart               *chart,
                                                PalpateSidedPoint           source,
                                                double                      pixel,
                                                cairo_t                    *cr);
void          palpate_sheet_show_centred       (const char                 *text,
                                                PalpatePosition             middle,
                                                PangoContext               *context,
                                                const PangoFontDescription *font,
                                                gboolean                    has_casing,
                                                cairo_t                    *cr);
double        palpate_sheet_measure_half       (const char                 *text,
                                                PangoContext               *context,
                                                const PangoFontDescription *font);
void          palpate_sheet_order_letters      (PalpateView                 view,
                                                const char *const           letters[2],
                                                const char                 *ordered[2]);

G_END_DECLS
