/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences. Bound to the settings; keeps nothing itself.
 */
#pragma once

#include <adwaita.h>

#include "palpate-reminders.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_PREFERENCES_PAGE (palpate_preferences_page_get_type ())
G_DECLARE_FINAL_TYPE (PalpatePreferencesPage, palpate_preferences_page, PALPATE, PREFERENCES_PAGE, AdwPreferencesPage)

AdwPreferencesPage *palpate_preferences_page_new (GSettings        *settings,
                                                  PalpateReminders *reminders) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
