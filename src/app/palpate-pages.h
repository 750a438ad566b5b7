/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of the side panel and of the place to learn. Each is made for one location and thrown away when left; what changes while it is
 * open, it takes from the explorer's signals.
 */
#pragma once

#include <adwaita.h>

#include "palpate-diary.h"
#include "palpate-explorer.h"
#include "palpate-location.h"

G_BEGIN_DECLS

GtkWidget *palpate_start_page_new   (PalpateExplorer       *explorer,
                                     PalpateDiary          *diary) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_areas_page_new   (PalpateExplorer       *explorer) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_places_page_new  (PalpateExplorer       *explorer,
                                     GSettings             *settings) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_search_page_new  (PalpateExplorer       *explorer,
                                     const char            *text) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_point_page_new   (PalpateExplorer       *explorer,
                                     GSettings             *settings,
                                     PalpateSidedPoint      source) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_muscle_page_new  (PalpateExplorer       *explorer,
                                     const PalpateMuscle   *muscle,
                                     PalpateSide            side) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_kept_page_new    (PalpateExplorer       *explorer,
                                     GSettings             *settings) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_care_page_new    (PalpateExplorer       *explorer,
                                     GSettings             *settings) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_guide_page_new   (PalpateExplorer       *explorer) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_habits_page_new  (PalpateExplorer       *explorer) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_article_page_new (PalpateExplorer       *explorer,
                                     const PalpateLocation *location,
                                     gboolean               is_wide) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
