/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal says over time, of a place, a point or all of it: how strong the pain was, what helped, and whether
 * nothing changes any more. It reckons with the entries of a journal and keeps nothing.
 */
#pragma once

#include "palpate-journal.h"

G_BEGIN_DECLS

typedef enum {
  PALPATE_HISTORY_ALL,
  PALPATE_HISTORY_PLACE,   /* where points sent their pain, each to the main area of its pattern */
  PALPATE_HISTORY_POINT,
} PalpateHistoryKind;

/**
 * PalpateHistory:
 * @place: of a place
 * @source: of a point
 * @entries: (element-type PalpateEntry): its sessions, the oldest first; they belong to the list that was asked
 */
typedef struct {
  PalpateHistoryKind   kind;
  PalpatePlace       place;
  PalpateSidedPoint  source;
  GPtrArray         *entries;
} PalpateHistory;

/**
 * PalpateHelp: what was answered after sessions that had this technique or stretch
 * @name: in the person's language
 */
typedef struct {
  const char *name;
  guint       n_better;
  guint       n_answers;
} PalpateHelp;

GPtrArray *palpate_journal_list_histories   (PalpateAtlas       *atlas,
                                          GPtrArray          *entries) G_GNUC_WARN_UNUSED_RESULT;
gboolean   palpate_history_equal           (const PalpateHistory *a,
                                          const PalpateHistory *b);
char      *palpate_history_describe        (PalpateAtlas       *atlas,
                                          const PalpateHistory *history) G_GNUC_WARN_UNUSED_RESULT;
GArray    *palpate_history_list_help       (PalpateAtlas       *atlas,
                                          const PalpateHistory *history) G_GNUC_WARN_UNUSED_RESULT;
gboolean   palpate_history_is_plateau      (const PalpateHistory *history,
                                          guint               n_sessions);
gboolean   palpate_journal_is_plateau      (GPtrArray          *entries,
                                          PalpateSidedPoint   source,
                                          guint               n_sessions);
GArray    *palpate_entry_list_sources      (PalpateAtlas       *atlas,
                                          const PalpateEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
const PalpateEntry *
           palpate_history_find_last       (PalpateAtlas       *atlas,
                                          GPtrArray          *entries);
char      *palpate_history_describe_course (const PalpateHistory *history) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
