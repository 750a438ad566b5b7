/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who made the program, out of what, and under which licences.
 */
#pragma once

#include <gtk/gtk.h>

#include "palpate-atlas.h"

G_BEGIN_DECLS

void palpate_about_present (GtkWindow    *parent,
                            PalpateAtlas *atlas);

G_END_DECLS
