/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the desktop hears of a session: sounds, announcements, a notification while nobody looks, a screen that stays
 * awake while it runs, an application that stays alive without a window, and the actions that steer it (`app.session-…`).
 * Owned by the application; each cue can be switched off.
 */
#pragma once

#include <adwaita.h>

#include "palpate-player.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_ATTENDANT (palpate_attendant_get_type ())
G_DECLARE_FINAL_TYPE (PalpateAttendant, palpate_attendant, PALPATE, ATTENDANT, GObject)

PalpateAttendant *palpate_attendant_new    (GtkApplication   *application,
                                            PalpatePlayer    *player,
                                            GSettings        *settings) G_GNUC_WARN_UNUSED_RESULT;
void              palpate_attendant_update (PalpateAttendant *self);

G_END_DECLS
