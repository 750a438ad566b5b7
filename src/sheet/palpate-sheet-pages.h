/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a sheet, laid out once and drawn as often as one likes: on the screen, by a printer, into a PDF. All
 * three go through palpate_sheet_pages_draw(), in points. Immutable; a changed sheet needs new pages.
 */
#pragma once

#include "palpate-sheet-figure.h"
#include "palpate-sheet.h"

G_BEGIN_DECLS

typedef struct _PalpateSheetPages PalpateSheetPages;

PalpateSheetPages *palpate_sheet_pages_new         (PalpateSheet         *sheet,
                                                    PalpateSheetFigures  *figures,
                                                    const char           *locale_dir,
                                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
PalpateSheetPages *palpate_sheet_pages_ref         (PalpateSheetPages    *self);
void               palpate_sheet_pages_unref       (PalpateSheetPages    *self);

guint              palpate_sheet_pages_get_n_pages (PalpateSheetPages    *self);
void               palpate_sheet_pages_get_size    (PalpateSheetPages    *self,
                                                    double               *width,
                                                    double               *height);
const char        *palpate_sheet_pages_get_title   (PalpateSheetPages    *self);
const char        *palpate_sheet_pages_get_language (PalpateSheetPages   *self);
guint              palpate_sheet_pages_count_missing (PalpateSheetPages  *self);
void               palpate_sheet_pages_draw        (PalpateSheetPages    *self,
                                                    guint                 page,
                                                    cairo_t              *cr);
char              *palpate_sheet_pages_describe    (PalpateSheetPages    *self,
                                                    guint                 page) G_GNUC_WARN_UNUSED_RESULT;
char              *palpate_sheet_pages_dup_text    (PalpateSheetPages    *self,
                                                    guint                 page) G_GNUC_WARN_UNUSED_RESULT;

/* A heading of the sheet and where it stands, for an outline. */
typedef void (*PalpateSheetHeadingFunc) (const char *text,
                                         guint       page,
                                         double      y,
                                         gpointer    user_data);

void               palpate_sheet_pages_foreach_heading (PalpateSheetPages       *self,
                                                        PalpateSheetHeadingFunc  func,
                                                        gpointer                 user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateSheetPages, palpate_sheet_pages_unref)

G_END_DECLS
