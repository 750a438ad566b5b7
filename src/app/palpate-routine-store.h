/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The person's routines on disk: the one being put together, and those kept with a name. Saves itself a moment after
 * a change. A file that cannot be read is set aside, never written over. Owned by the application.
 */
#pragma once

#include "palpate-routine.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_ROUTINE_STORE (palpate_routine_store_get_type ())
G_DECLARE_FINAL_TYPE (PalpateRoutineStore, palpate_routine_store, PALPATE, ROUTINE_STORE, GObject)

PalpateRoutineStore *palpate_routine_store_new         (PalpateAtlas        *atlas,
                                                        GFile               *file) G_GNUC_WARN_UNUSED_RESULT;
PalpateRoutine      *palpate_routine_store_get_current (PalpateRoutineStore *self);
GListModel          *palpate_routine_store_get_kept    (PalpateRoutineStore *self);
PalpateRoutine      *palpate_routine_store_find        (PalpateRoutineStore *self,
                                                        const char          *name);
void                 palpate_routine_store_keep        (PalpateRoutineStore *self,
                                                        const char          *name);
PalpateRoutine      *palpate_routine_store_forget      (PalpateRoutineStore *self,
                                                        guint                position) G_GNUC_WARN_UNUSED_RESULT;
void                 palpate_routine_store_restore     (PalpateRoutineStore *self,
                                                        guint                position,
                                                        PalpateRoutine      *routine);
void                 palpate_routine_store_save        (PalpateRoutineStore *self);
const char          *palpate_routine_store_get_trouble (PalpateRoutineStore *self);

void                 palpate_routine_copy              (PalpateRoutine      *from,
                                                        PalpateRoutine      *to);

G_END_DECLS
