/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of a point wherever it stands in a list: by the second button of the mouse, by holding a finger on it, by
 * the Menu key or Shift+F10. It leads to actions of the window and keeps nothing.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void palpate_point_menu_add (GtkWidget  *row,
                             const char *location);

G_END_DECLS
