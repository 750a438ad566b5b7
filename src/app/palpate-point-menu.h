/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of a point wherever it stands in a list: by the second button of the mouse, by holding a finger on it, by
 * the Menu key or Shift+F10. It leads to actions of the window and keeps nothing.
 */
#pragma once

#include <gtk/gtk.h>

#include "palpate-atlas.h"

G_BEGIN_DECLS

void palpate_point_menu_add     (GtkWidget    *row,
                                 const char   *location);
void palpate_point_menu_add_all (GtkWidget    *row,
                                 PalpateAtlas *atlas,
                                 GArray       *sources);

G_END_DECLS
