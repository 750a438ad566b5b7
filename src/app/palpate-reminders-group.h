/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reminders among the preferences: on or off, days, times. Bound to the settings; keeps nothing itself.
 */
#pragma once

#include <adwaita.h>

#include "palpate-reminders.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_REMINDERS_GROUP (palpate_reminders_group_get_type ())
G_DECLARE_FINAL_TYPE (PalpateRemindersGroup, palpate_reminders_group, PALPATE, REMINDERS_GROUP, AdwPreferencesGroup)

void palpate_reminders_group_setup (PalpateRemindersGroup *self,
                                    GSettings             *settings,
                                    PalpateReminders      *reminders);

G_END_DECLS
