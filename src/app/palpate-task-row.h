/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One task of a routine as a row that opens: side, technique, dose, stretch, each within its ceiling; to be dragged,
 * moved by keys and taken out. Follows its task; owned by the list of the routine page.
 */
#pragma once

#include <adwaita.h>

#include "palpate-care.h"
#include "palpate-routine.h"

G_BEGIN_DECLS

GtkWidget *palpate_task_row_new (PalpateRoutine *routine,
                                 PalpateTask    *task,
                                 PalpateCare    *care) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
