/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place to learn: a list of pages and the page that is open, with a history of its own. Owned by the window.
 */
#pragma once

#include <adwaita.h>

#include "palpate-explorer.h"
#include "palpate-location.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_LEARN_PAGE (palpate_learn_page_get_type ())
G_DECLARE_FINAL_TYPE (PalpateLearnPage, palpate_learn_page, PALPATE, LEARN_PAGE, GtkWidget)

void                   palpate_learn_page_setup        (PalpateLearnPage      *self,
                                                        PalpateExplorer       *explorer,
                                                        GSettings             *settings);
gboolean               palpate_learn_page_holds        (const PalpateLocation *location);
void                   palpate_learn_page_open         (PalpateLearnPage      *self,
                                                        const PalpateLocation *location);
const PalpateLocation *palpate_learn_page_get_location (PalpateLearnPage      *self);
gboolean               palpate_learn_page_can_go       (PalpateLearnPage      *self,
                                                        int                    steps);
void                   palpate_learn_page_go           (PalpateLearnPage      *self,
                                                        int                    steps);
void                   palpate_learn_page_set_narrow   (PalpateLearnPage      *self,
                                                        gboolean               is_narrow);
void                   palpate_learn_page_focus        (PalpateLearnPage      *self);

G_END_DECLS
