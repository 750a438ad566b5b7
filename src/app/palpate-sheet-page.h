/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole-window page on which a home-care sheet is made: editor, exact preview, printing, PDF, sheet files, undo.
 * `opened` says that it now has the sheet of a file. Owned by the window.
 */
#pragma once

#include <adwaita.h>

#include "palpate-care.h"
#include "palpate-chart-set.h"
#include "palpate-sheet-pages.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_SHEET_PAGE (palpate_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSheetPage, palpate_sheet_page, PALPATE, SHEET_PAGE, AdwBin)

GtkWidget         *palpate_sheet_page_new         (PalpateAtlas        *atlas,
                                                   PalpateChartSet     *charts,
                                                   PalpateCare         *care,
                                                   GSettings           *settings) G_GNUC_WARN_UNUSED_RESULT;
PalpateSheet      *palpate_sheet_page_get_sheet   (PalpateSheetPage    *self);
PalpateSheetPages *palpate_sheet_page_get_pages   (PalpateSheetPage    *self);
gboolean           palpate_sheet_page_add         (PalpateSheetPage    *self,
                                                   PalpateSidedPoint    source);
void               palpate_sheet_page_set_tasks   (PalpateSheetPage    *self,
                                                   GListModel          *tasks);
void               palpate_sheet_page_open        (PalpateSheetPage    *self,
                                                   GFile               *file);
void               palpate_sheet_page_set_narrow  (PalpateSheetPage    *self,
                                                   gboolean             narrow);
void               palpate_sheet_page_focus       (PalpateSheetPage    *self);
void               palpate_sheet_page_zoom_by     (PalpateSheetPage    *self,
                                                   double               factor);
void               palpate_sheet_page_zoom_fit    (PalpateSheetPage    *self);

G_END_DECLS
