/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Preferences, and the care profile, which changes what is offered. Bound to the settings; keeps nothing itself.
 */
#pragma once

#include <adwaita.h>

#include "palpate-atlas.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_PREFERENCES_WINDOW (palpate_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (PalpatePreferencesWindow, palpate_preferences_window, PALPATE, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *palpate_preferences_window_new (GtkWindow    *parent,
                                           GSettings    *settings,
                                           PalpateAtlas *atlas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
