/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes sessions into the journal while they go on, if the person wants one, and goes on without it where the file
 * cannot be used. `changed` says that the journal is another one, or has other entries. Owned by the application.
 */
#pragma once

#include "palpate-journal.h"
#include "palpate-player.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_DIARY (palpate_diary_get_type ())
G_DECLARE_FINAL_TYPE (PalpateDiary, palpate_diary, PALPATE, DIARY, GObject)

PalpateDiary       *palpate_diary_new         (GFile         *file,
                                               GSettings     *settings,
                                               PalpatePlayer *player) G_GNUC_WARN_UNUSED_RESULT;
PalpateJournal     *palpate_diary_get_journal (PalpateDiary  *self);
const char         *palpate_diary_get_trouble (PalpateDiary  *self);
const PalpateEntry *palpate_diary_get_entry   (PalpateDiary  *self);
GPtrArray          *palpate_diary_get_entries (PalpateDiary  *self);
void                palpate_diary_rate        (PalpateDiary  *self,
                                               int            before,
                                               int            after,
                                               PalpateEffect  effect);
gboolean            palpate_diary_delete_all  (PalpateDiary  *self,
                                               GError       **error);

G_END_DECLS
