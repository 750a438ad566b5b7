/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The fixed parts of the sheet page.
 */
#pragma once

#include "palpate-sheet-page.h"

G_BEGIN_DECLS

GtkWidget *palpate_sheet_page_create_header (AdwWindowTitle **title,
                                             GtkWidget      **preview_button);
void       palpate_sheet_page_set_title     (AdwWindowTitle    *title,
                                             PalpateSheetPages *pages,
                                             PalpatePaper       paper);
GtkWidget *palpate_sheet_page_create_empty  (void);
GtkWidget *palpate_sheet_page_create_problem (void);
void       palpate_sheet_page_set_problem   (GtkWidget       *page,
                                             GFile           *file,
                                             const GError    *error);
char      *palpate_sheet_page_create_file_name (PalpateSheetPages *pages,
                                                const char      *suffix);
GtkFileFilter *palpate_sheet_page_create_filter (const char     *name,
                                                 const char     *pattern,
                                                 const char     *mime_type);

G_END_DECLS
