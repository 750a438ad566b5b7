/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fixed parts of the sheet page.
 */
#pragma once

#include "palpate-sheet-page.h"

G_BEGIN_DECLS

GtkWidget *palpate_sheet_page_create_header (AdwWindowTitle **title,
                                             GtkWidget      **preview_button);
GtkWidget *palpate_sheet_page_create_empty  (void);

G_END_DECLS
