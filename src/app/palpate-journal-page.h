/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place that shows the journal: a list of places and points, and what came of the one that is chosen. It is made
 * anew when it is seen and something has changed. Owned by the window.
 */
#pragma once

#include <adwaita.h>

#include "palpate-diary.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_JOURNAL_PAGE (palpate_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (PalpateJournalPage, palpate_journal_page, PALPATE, JOURNAL_PAGE, AdwBin)

void palpate_journal_page_setup      (PalpateJournalPage *self,
                                      PalpateAtlas       *atlas,
                                      PalpateDiary       *diary,
                                      GSettings          *settings);
void palpate_journal_page_set_narrow (PalpateJournalPage *self,
                                      gboolean            is_narrow);

G_END_DECLS
