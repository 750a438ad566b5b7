/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window and its actions share.
 */
#pragma once

#include "palpate-window.h"

G_BEGIN_DECLS

struct _PalpateWindow {
  AdwApplicationWindow parent_instance;

  /* template children */
  AdwToastOverlay  *toasts;
  AdwViewStack     *stack;
  GtkBox           *chart_place;
  PalpateChartPage *chart_page;
  GtkWidget        *separator;
  PalpatePanel     *panel;
  GtkMenuButton    *menu_button;

  /* owned */
  PalpateExplorer *explorer;
  GSettings       *settings;

  guint    layout_id;
  gboolean is_narrow;
};

void palpate_window_init_actions   (PalpateWindow *self);
void palpate_window_update_actions (PalpateWindow *self);
gboolean palpate_window_marks_several (PalpateWindow *self);
void palpate_window_show_safety_note (PalpateWindow *self);

G_END_DECLS
