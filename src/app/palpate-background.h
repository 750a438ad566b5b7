/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Leave to wait without a window, from the start of the desktop on: through the desktop's portal in a sandbox, by a
 * file among those that the desktop starts elsewhere. Keeps nothing; asks only when told to.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PalpateBackgroundFunc:
 * @trouble: (nullable): why it is not allowed or not possible, a sentence for the reader
 */
typedef void (*PalpateBackgroundFunc) (const char *trouble,
                                       gpointer    user_data);

void palpate_background_request (GDBusConnection       *bus,
                                 gboolean               wanted,
                                 PalpateBackgroundFunc  func,
                                 gpointer               user_data,
                                 GDestroyNotify         destroy);

G_END_DECLS
