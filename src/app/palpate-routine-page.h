/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The place "Routine": the routine being put together, what it comes to, those kept and those ready-made. Shows the
 * store and asks the window by actions (`win.routine-…`) to do things. Owned by the window.
 */
#pragma once

#include <adwaita.h>

#include "palpate-care.h"
#include "palpate-player.h"
#include "palpate-routine-store.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_ROUTINE_PAGE (palpate_routine_page_get_type ())
G_DECLARE_FINAL_TYPE (PalpateRoutinePage, palpate_routine_page, PALPATE, ROUTINE_PAGE, AdwBin)

void palpate_routine_page_setup      (PalpateRoutinePage  *self,
                                      PalpateRoutineStore *store,
                                      PalpateCare         *care,
                                      PalpatePlayer       *player);
void palpate_routine_page_set_narrow (PalpateRoutinePage  *self,
                                      gboolean             is_narrow);

G_END_DECLS
