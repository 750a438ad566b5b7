/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sheet as a file, to save, mail and open again. The JSON:
 *
 *   { "format": 1, "kind": "palpate-sheet", "title": "Calf", "date": "2026-11-22", "note": "", "paper": "a4",
 *     "weeks": 2, "largePrint": false, "language": "", "leftAway": ["habits"], "tasks": [ … ],
 *     "ask": [ { "point": "popliteus-TrP1", "side": "left" } ] }
 *
 * A task is written as in a routine (palpate-routine-json.c). `person` is there only if it was asked for. What cannot
 * be used is listed and left out; a dose above its ceiling is lowered.
 */
#pragma once

#include "palpate-chart-set.h"
#include "palpate-sheet.h"

G_BEGIN_DECLS

#define PALPATE_SHEET_MIME_TYPE "application/vnd.palpate.sheet+json"
#define PALPATE_SHEET_SUFFIX ".palpate"

char         *palpate_sheet_to_data       (PalpateSheet   *sheet,
                                           gboolean        with_person) G_GNUC_WARN_UNUSED_RESULT;
gboolean      palpate_sheet_assign_data   (PalpateSheet   *sheet,
                                           const char     *data,
                                           gssize          size,
                                           GPtrArray      *problems,
                                           GError        **error);
void          palpate_sheet_add_copy      (PalpateSheet   *sheet,
                                           PalpateTask    *task);
gboolean      palpate_sheet_save          (PalpateSheet   *sheet,
                                           GFile          *file,
                                           gboolean        with_person,
                                           GError        **error);
gboolean      palpate_sheet_load          (PalpateSheet   *sheet,
                                           PalpateChartSet *charts,
                                           GFile          *file,
                                           GPtrArray      *problems,
                                           GError        **error);

G_END_DECLS
