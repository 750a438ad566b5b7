/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that read and write a sheet share.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "palpate-sheet-file.h"

G_BEGIN_DECLS

void       palpate_sheet_report      (GPtrArray       *problems,
                                      const char      *member,
                                      const char      *reason);
JsonNode  *palpate_sheet_get_value   (JsonObject      *object,
                                      const char      *name,
                                      GType            type,
                                      GPtrArray       *problems);
JsonArray *palpate_sheet_get_list    (JsonObject      *object,
                                      const char      *name,
                                      GPtrArray       *problems);
void       palpate_sheet_write_marks (PalpateSheet    *sheet,
                                      gboolean         for_others,
                                      JsonObject      *object);
void       palpate_sheet_read_marks  (PalpateSheet    *sheet,
                                      PalpateChartSet *charts,
                                      JsonObject      *object,
                                      GPtrArray       *problems);

G_END_DECLS
