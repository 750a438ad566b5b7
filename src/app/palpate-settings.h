/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The person's preferences. The only code that names settings keys is here and in the schema; windows bind to the
 * #GSettings that this hands out. Owned by the application.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PALPATE_KEY_WINDOW_WIDTH "window-width"
#define PALPATE_KEY_WINDOW_HEIGHT "window-height"
#define PALPATE_KEY_WINDOW_MAXIMIZED "window-maximized"
#define PALPATE_KEY_SHOW_PANEL "show-panel"
#define PALPATE_KEY_VIEW "view"
#define PALPATE_KEY_LAYER "layer"
#define PALPATE_KEY_SAFETY_READ "safety-read"
#define PALPATE_KEY_SINGLE_LETTERS "single-letter-keys"
#define PALPATE_KEY_SHOW_DANGER "show-danger-areas"
#define PALPATE_KEY_KEPT "kept"
#define PALPATE_KEY_PRACTICE_NAME "practice-name"
#define PALPATE_KEY_PRACTICE_CONTACT "practice-contact"
#define PALPATE_KEY_PRACTICE_LOGO "practice-logo"
#define PALPATE_KEY_CARE "care-profile"
#define PALPATE_KEY_SESSION_GATHER "session-gather"
#define PALPATE_KEY_SESSION_SOUND "session-sound"
#define PALPATE_KEY_SESSION_ANNOUNCE "session-announcements"
#define PALPATE_KEY_SESSION_NOTIFY "session-notifications"
#define PALPATE_KEY_SESSION_HIGHLIGHT "session-highlight"
#define PALPATE_KEY_SESSION_BREATH "session-breath"
#define PALPATE_KEY_JOURNAL "journal"
#define PALPATE_KEY_REMINDERS "reminders"
#define PALPATE_KEY_QUIT_TOLD "quit-told"
#define PALPATE_KEY_REMINDER_TIMES "reminder-times"
#define PALPATE_KEY_REMINDER_DAYS "reminder-days"

GSettings *palpate_settings_new            (GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   palpate_settings_list_contains  (GSettings   *settings,
                                            const char  *key,
                                            const char  *value);
void       palpate_settings_list_toggle    (GSettings   *settings,
                                            const char  *key,
                                            const char  *value,
                                            gboolean     present);

G_END_DECLS
