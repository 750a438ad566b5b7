/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole-window page of a running session: ring, one instruction, what comes next, small chart, when to stop; a
 * second face for across the room; and what was done, at the end. Follows the player, and asks it for seconds while
 * it is seen. Owned by the window.
 */
#pragma once

#include <adwaita.h>

#include "palpate-chart-set.h"
#include "palpate-diary.h"
#include "palpate-player.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_SESSION_PAGE (palpate_session_page_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSessionPage, palpate_session_page, PALPATE, SESSION_PAGE, AdwBin)

GtkWidget *palpate_session_page_new      (PalpatePlayer      *player,
                                          PalpateAtlas       *atlas,
                                          PalpateChartSet    *charts,
                                          GSettings          *settings) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_session_page_set_wide (PalpateSessionPage *self,
                                          gboolean            is_wide);
gboolean   palpate_session_page_is_wide  (PalpateSessionPage *self);
void       palpate_session_page_focus    (PalpateSessionPage *self);

void        palpate_session_page_set_diary (PalpateSessionPage *self,
                                            PalpateDiary       *diary);

G_END_DECLS
