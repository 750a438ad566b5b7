/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages as a PDF: fonts embedded, text selectable, with title, outline and tags. The same pages give the same bytes.
 */
#pragma once

#include "palpate-sheet-pages.h"

G_BEGIN_DECLS

GBytes   *palpate_sheet_pdf_create (PalpateSheetPages  *pages,
                                    const GDate        *date,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  palpate_sheet_pdf_save   (PalpateSheetPages  *pages,
                                    const GDate        *date,
                                    GFile              *file,
                                    GError            **error);

G_END_DECLS
