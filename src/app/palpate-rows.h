/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pieces that pages of the side panel are made of. Texts are plain, never markup. A piece that leads somewhere
 * activates `win.open` with a location, so pages hold no code for it.
 */
#pragma once

#include <adwaita.h>

#include "palpate-atlas.h"

G_BEGIN_DECLS

GtkWidget *palpate_rows_page_new      (GtkWidget         **box) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_rows_page_set_width (GtkWidget         *page,
                                        int                width);
GtkWidget *palpate_rows_title_new     (const char         *title,
                                       const char         *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_text_new      (const char         *text,
                                       const char         *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_group_new     (const char         *title,
                                       const char         *description) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_row_new       (const char         *title,
                                       const char         *subtitle) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_content_new   (const char         *title,
                                       const char         *item_id,
                                       const char         *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_joined_new    (const char         *title,
                                       const char         *item_id,
                                       const char *const  *texts) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_link_new      (const char         *title,
                                       const char         *subtitle,
                                       const char         *location) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_rows_add_tag       (GtkWidget          *link,
                                       const char         *text,
                                       const char         *css_class);
void       palpate_rows_add_suffix    (GtkWidget          *row,
                                       GtkWidget          *suffix);
GtkWidget *palpate_rows_tag_new       (const char         *text,
                                       const char         *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_badge_new     (const char         *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_swatch_new    (const char         *css_class) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_card_new      (const char         *title,
                                       const char         *text,
                                       const char         *button,
                                       const char         *location) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_red_flags_new (GPtrArray          *flags) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_rows_card_add_tag  (GtkWidget          *card,
                                       GtkWidget          *tag);
GtkWidget *palpate_rows_steps_new     (const char         *item_id,
                                       const char *const  *steps) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_bullets_new   (const char         *item_id,
                                       const char *const  *texts) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_evidence_new  (PalpateAtlas       *atlas,
                                       const char         *item_id,
                                       const PalpateEvidence *evidence) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rows_keep_button_new (GSettings        *settings,
                                         const char       *kept,
                                         const char       *tooltip) G_GNUC_WARN_UNUSED_RESULT;
void        palpate_rows_say          (GtkWidget          *widget,
                                        const char         *message);
const char *palpate_rows_grade_name   (int                 grade);

G_END_DECLS
