/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that make a sheet's words share.
 */
#pragma once

#include "palpate-sheet-texts.h"

G_BEGIN_DECLS

char *palpate_sheet_label        (const char        *name,
                                  const char        *text) G_GNUC_WARN_UNUSED_RESULT;
void  palpate_sheet_add_sentence (GString           *string,
                                  const char        *sentence);
void  palpate_sheet_collect_ids  (GPtrArray         *order,
                                  const char *const *ids);

G_END_DECLS
