/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All techniques beside each other: how they are meant to work, what they may do, their limits, for whom, how sure.
 * A table where there is room, else a card for each. Made for one width and thrown away.
 */
#pragma once

#include <adwaita.h>

#include "palpate-atlas.h"

G_BEGIN_DECLS

GtkWidget *palpate_techniques_table_new (PalpateAtlas *atlas,
                                         gboolean      is_wide) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
