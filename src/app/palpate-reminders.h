/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reminders of a minute of stretches, as notifications and nothing else: off unless asked for, at the times of the
 * settings, with a snooze. Keeps the application alive while they are on, and wakes for them alone.
 * Owned by the application, which says what the minute holds and starts it.
 */
#pragma once

#include <gtk/gtk.h>

#include "palpate-plan.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (nullable): the minute that is next; NULL where it is no time for it */
typedef PalpatePlan *(*PalpateBreakFunc) (gpointer user_data);

#define PALPATE_TYPE_REMINDERS (palpate_reminders_get_type ())
G_DECLARE_FINAL_TYPE (PalpateReminders, palpate_reminders, PALPATE, REMINDERS, GObject)

PalpateReminders *palpate_reminders_new         (GtkApplication   *application,
                                                 GSettings        *settings,
                                                 PalpateBreakFunc  func,
                                                 gpointer          user_data) G_GNUC_WARN_UNUSED_RESULT;
gboolean          palpate_reminders_are_on      (PalpateReminders *self);
const char       *palpate_reminders_get_trouble (PalpateReminders *self);

G_END_DECLS
