/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plays a session: reads the clocks, wakes exactly when something is due, and passes on what the person asks for.
 * While somebody watches it also wakes when the seconds change; otherwise, and while nothing runs, it sleeps.
 * Owned by the application, so that it outlives windows; makes no sound and shows nothing.
 */
#pragma once

#include "palpate-session.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_PLAYER (palpate_player_get_type ())
G_DECLARE_FINAL_TYPE (PalpatePlayer, palpate_player, PALPATE, PLAYER, GObject)

PalpatePlayer  *palpate_player_new          (void) G_GNUC_WARN_UNUSED_RESULT;

void            palpate_player_play         (PalpatePlayer   *self,
                                             PalpatePlan     *plan);
void            palpate_player_leave        (PalpatePlayer   *self);
PalpateSession *palpate_player_get_session  (PalpatePlayer   *self);
gboolean        palpate_player_is_running   (PalpatePlayer   *self);
int             palpate_player_get_today    (PalpateSidedPoint source,
                                             gpointer         player);
void            palpate_player_set_earlier  (PalpatePlayer   *self,
                                             PalpateTodayFunc earlier,
                                             gpointer         user_data);
void            palpate_player_set_plateau  (PalpatePlayer   *self,
                                             PalpatePlateauFunc is_plateau,
                                             gpointer         user_data);
void            palpate_player_set_gathers  (PalpatePlayer   *self,
                                             gboolean         gathers);
PalpatePlan    *palpate_player_plan         (PalpatePlayer   *self,
                                             PalpateRoutine  *routine,
                                             PalpateCare     *care) G_GNUC_WARN_UNUSED_RESULT;
void            palpate_player_watch        (PalpatePlayer   *self);
void            palpate_player_unwatch      (PalpatePlayer   *self);

void            palpate_player_toggle       (PalpatePlayer   *self);
void            palpate_player_resume       (PalpatePlayer   *self);
void            palpate_player_next         (PalpatePlayer   *self);
void            palpate_player_previous     (PalpatePlayer   *self);
void            palpate_player_extend       (PalpatePlayer   *self);
void            palpate_player_stop         (PalpatePlayer   *self);
void            palpate_player_set_feedback (PalpatePlayer   *self,
                                             PalpateFeedback  feedback);

void            palpate_instant_read        (PalpateInstant  *now);

G_END_DECLS
