/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The drawings of a sheet: the small whole bodies with numbered points, and the enlarged detail of one point. Keeps
 * each view as a recording, so that a page stays vectors and is drawn fast. Owned by who makes pages.
 */
#pragma once

#include <pango/pango.h>

#include "palpate-lookup.h"
#include "palpate-sheet-marks.h"

G_BEGIN_DECLS

#define PALPATE_SHEET_MAX_VIEWS 4

typedef struct _PalpateSheetFigures PalpateSheetFigures;

/**
 * PalpateSheetBodies:
 * @sources: the points of the sheet; their numbers are their places in it
 * @marks: (nullable): where it hurts
 *
 * What the small bodies show.
 */
typedef struct {
  const PalpateSidedPoint *sources;
  guint                    n_sources;
  PalpateView              views[PALPATE_SHEET_MAX_VIEWS];
  guint                    n_views;
  PalpateSheetMarks       *marks;
} PalpateSheetBodies;

PalpateSheetFigures *palpate_sheet_figures_new         (PalpateChartSet         *charts) G_GNUC_WARN_UNUSED_RESULT;
PalpateSheetFigures *palpate_sheet_figures_ref         (PalpateSheetFigures     *self);
void                 palpate_sheet_figures_unref       (PalpateSheetFigures     *self);

void                 palpate_sheet_figures_prepare     (PalpateSheetFigures     *self,
                                                        PalpateSidedPoint        source);
PalpateChartSet     *palpate_sheet_figures_get_charts   (PalpateSheetFigures     *self);
gboolean             palpate_sheet_figures_find_detail (PalpateSheetFigures     *self,
                                                        PalpateSidedPoint        source,
                                                        PalpateView             *view);
void                 palpate_sheet_figures_plan_bodies (PalpateSheetFigures     *self,
                                                        const PalpateSidedPoint *sources,
                                                        guint                    n_sources,
                                                        PalpateMarks            *marks,
                                                        PalpateSheetBodies      *bodies);
double               palpate_sheet_figures_get_aspect  (PalpateSheetFigures     *self,
                                                        PalpateView              view);

void                 palpate_sheet_figures_count_labels (PalpateSheetFigures     *self,
                                                        const PalpateSheetBodies *bodies,
                                                        guint                    counts[PALPATE_N_VIEWS][2]);
double               palpate_sheet_measure_labels      (guint                    counts[PALPATE_N_VIEWS][2],
                                                        const PangoFontDescription *font);
double               palpate_sheet_figures_measure_sides (PalpateSheetFigures    *self,
                                                        PalpateView              view,
                                                        const guint              counts[2],
                                                        double                   height,
                                                        PangoContext            *context,
                                                        const PangoFontDescription *font,
                                                        const char *const        letters[2],
                                                        double                   sides[2]);
void                 palpate_sheet_figures_draw_body   (PalpateSheetFigures     *self,
                                                        PalpateView              view,
                                                        const PalpateSheetBodies *bodies,
                                                        PalpateBox               box,
                                                        PangoContext            *context,
                                                        const PangoFontDescription *font,
                                                        const char *const        letters[2],
                                                        cairo_t                 *cr);
void                 palpate_sheet_figures_draw_detail (PalpateSheetFigures     *self,
                                                        PalpateSidedPoint        source,
                                                        gboolean                 is_pressed,
                                                        PalpateBox               box,
                                                        PangoContext            *context,
                                                        const PangoFontDescription *font,
                                                        const char *const        letters[2],
                                                        cairo_t                 *cr);
void                 palpate_sheet_draw_number         (guint                    number,
                                                        PalpatePosition          middle,
                                                        double                   radius,
                                                        PangoContext            *context,
                                                        const PangoFontDescription *font,
                                                        cairo_t                 *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateSheetFigures, palpate_sheet_figures_unref)

G_END_DECLS
