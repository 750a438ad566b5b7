/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One point of a sheet in the editor: side, technique, dose within its ceilings, note, and its place in the order.
 */
#pragma once

#include <adwaita.h>

#include "palpate-sheet.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_SHEET_TASK_ROW (palpate_sheet_task_row_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSheetTaskRow, palpate_sheet_task_row, PALPATE, SHEET_TASK_ROW, AdwExpanderRow)

GtkWidget *palpate_sheet_task_row_new (PalpateSheet *sheet,
                                       guint         position) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
