/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be changed about a sheet, as rows. Changes the sheet and nothing else; part of the sheet page.
 */
#pragma once

#include <adwaita.h>

#include "palpate-sheet.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_SHEET_EDITOR (palpate_sheet_editor_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSheetEditor, palpate_sheet_editor, PALPATE, SHEET_EDITOR, AdwBin)

GtkWidget *palpate_sheet_editor_new (PalpateSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
