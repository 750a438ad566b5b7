/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Comparing words as people type them: without case, accents and small slips. Paths in sentences of any direction.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *palpate_text_fold          (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GStrv  palpate_text_words         (const char *text) G_GNUC_WARN_UNUSED_RESULT;
guint  palpate_text_distance      (const char *a,
                                   const char *b,
                                   guint       limit);
char  *palpate_text_isolate_paths (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
