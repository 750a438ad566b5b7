/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows of the sheet editor for the sheet's day and its language. They follow the sheet.
 */
#pragma once

#include <adwaita.h>

#include "palpate-sheet.h"

G_BEGIN_DECLS

GtkWidget *palpate_sheet_date_row_new     (PalpateSheet *sheet) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_sheet_language_row_new (PalpateSheet *sheet,
                                           const char   *locale_dir) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
