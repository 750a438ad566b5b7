/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog of the sheets that are kept under a name: keep this one, begin with one, rename, delete and take back.
 * Lives as long as its window.
 */
#pragma once

#include <adwaita.h>

#include "palpate-sheet-templates.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_SHEET_TEMPLATES_DIALOG (palpate_sheet_templates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSheetTemplatesDialog, palpate_sheet_templates_dialog, PALPATE, SHEET_TEMPLATES_DIALOG, AdwBin)

GtkWidget *palpate_sheet_templates_dialog_new (PalpateSheetTemplates *templates,
                                               PalpateSheet          *sheet) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
