/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The user's language, for all programs of the project.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void        palpate_language_init          (void);
const char *palpate_language_get_directory (void);
char       *palpate_language_get_code      (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    palpate_language_is_source     (void);

G_END_DECLS
