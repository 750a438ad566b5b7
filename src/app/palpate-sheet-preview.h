/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a sheet on a grey desk, exactly as they are printed, with zoom. Part of the sheet editor.
 */
#pragma once

#include <adwaita.h>

#include "palpate-sheet-pages.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_SHEET_PREVIEW (palpate_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSheetPreview, palpate_sheet_preview, PALPATE, SHEET_PREVIEW, AdwBin)

GtkWidget *palpate_sheet_preview_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_sheet_preview_set_pages (PalpateSheetPreview *self,
                                            PalpateSheetPages   *pages);
void       palpate_sheet_preview_zoom_by   (PalpateSheetPreview *self,
                                            double               factor);
void       palpate_sheet_preview_zoom_fit  (PalpateSheetPreview *self);

G_END_DECLS
