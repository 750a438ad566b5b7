/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where it hurts, as the small bodies of a sheet show it: by view, the places to hatch whole, and what is painted. Made for
 * the views of one sheet, and never changed. Owned by who makes pages.
 */
#pragma once

#include "palpate-chart-set.h"
#include "palpate-marks.h"

G_BEGIN_DECLS

typedef struct _PalpateSheetMarks PalpateSheetMarks;

PalpateSheetMarks *palpate_sheet_marks_new      (PalpateChartSet         *charts,
                                                 PalpateMarks            *marks,
                                                 const PalpateView       *views,
                                                 guint                    n_views) G_GNUC_WARN_UNUSED_RESULT;
void               palpate_sheet_marks_free     (PalpateSheetMarks       *self);

GArray            *palpate_sheet_marks_get_unseen (const PalpateSheetMarks *self);
gboolean           palpate_sheet_marks_is_empty (const PalpateSheetMarks *self);
void               palpate_sheet_marks_paint    (const PalpateSheetMarks *self,
                                                 PalpateView              view,
                                                 PalpateScheme            scheme,
                                                 double                   pixel,
                                                 cairo_t                 *cr);
void               palpate_sheet_marks_outline  (const PalpateSheetMarks *self,
                                                 PalpateView              view,
                                                 PalpateScheme            scheme,
                                                 double                   pixel,
                                                 cairo_t                 *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateSheetMarks, palpate_sheet_marks_free)

G_END_DECLS
