/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of the content that nobody has translated yet are shown in English, with a tag that says so. One tag stands at
 * the head of a group whose texts are all in English; else one at each of its rows that is. In English there are none.
 */
#pragma once

#include <adwaita.h>

#include "palpate-content.h"

G_BEGIN_DECLS

GtkWidget *palpate_fallback_tag_new      (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_fallback_heading_new  (GtkWidget         *heading,
                                          gboolean           falls_back) G_GNUC_WARN_UNUSED_RESULT;
gboolean   palpate_fallback_any          (const char        *item_id,
                                          const char *const *texts);
void       palpate_fallback_note         (GtkWidget         *row,
                                          const char        *item_id,
                                          const char        *text);
void       palpate_fallback_note_list    (GtkWidget         *row,
                                          const char        *item_id,
                                          const char *const *texts);
void       palpate_fallback_add          (GtkWidget         *group,
                                          GtkWidget         *row);

G_END_DECLS
