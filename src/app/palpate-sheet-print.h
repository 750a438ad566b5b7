/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints a sheet: through the dialog, or, for tests, into a file through the same code. What the person chose in the
 * dialog is remembered in the configuration folder.
 */
#pragma once

#include <gtk/gtk.h>

#include "palpate-sheet-pages.h"

G_BEGIN_DECLS

GtkPrintOperation *palpate_sheet_print_new (PalpateSheetPages *pages) G_GNUC_WARN_UNUSED_RESULT;
void               palpate_sheet_print_run (GtkPrintOperation *operation,
                                            GtkWindow         *parent);

G_END_DECLS
