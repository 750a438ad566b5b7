/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The side panel: pages with a history, like a browser. It makes each page for its location and tells the explorer
 * which point is open. Owned by the window.
 */
#pragma once

#include <adwaita.h>

#include "palpate-diary.h"
#include "palpate-explorer.h"
#include "palpate-location.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_PANEL (palpate_panel_get_type ())
G_DECLARE_FINAL_TYPE (PalpatePanel, palpate_panel, PALPATE, PANEL, GtkWidget)

void                   palpate_panel_setup          (PalpatePanel          *self,
                                                     PalpateExplorer       *explorer,
                                                     GSettings             *settings,
                                                     PalpateDiary          *diary);
void                   palpate_panel_open           (PalpatePanel          *self,
                                                     const PalpateLocation *location);
void                   palpate_panel_replace        (PalpatePanel          *self,
                                                     const PalpateLocation *location);
void                   palpate_panel_search         (PalpatePanel          *self,
                                                     const char            *text);
const PalpateLocation *palpate_panel_get_location   (PalpatePanel          *self);
gboolean               palpate_panel_can_go_back    (PalpatePanel          *self);
gboolean               palpate_panel_can_go_forward (PalpatePanel          *self);
void                   palpate_panel_go_back        (PalpatePanel          *self);
void                   palpate_panel_go_forward     (PalpatePanel          *self);
void                   palpate_panel_set_fixed      (PalpatePanel          *self,
                                                     gboolean               fixed);
void                   palpate_panel_focus          (PalpatePanel          *self);

G_END_DECLS
