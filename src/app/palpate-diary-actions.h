/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to the journal as a whole, as actions of the application: export, delete everything, and what is
 * wrong with it.
 */
#pragma once

#include <adwaita.h>

#include "palpate-diary.h"

G_BEGIN_DECLS

void palpate_diary_add_actions (PalpateDiary   *self,
                                GtkApplication *application,
                                PalpateAtlas   *atlas);

G_END_DECLS
