/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An ordered, named list of chosen points: a GListModel of PalpateTask that keeps the rules (no professional point,
 * not too many). `changed` says that something in it or in a task is different. It plans and times nothing.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "palpate-task.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_ROUTINE (palpate_routine_get_type ())
G_DECLARE_FINAL_TYPE (PalpateRoutine, palpate_routine, PALPATE, ROUTINE, GObject)

PalpateRoutine *palpate_routine_new           (PalpateAtlas       *atlas) G_GNUC_WARN_UNUSED_RESULT;
PalpateRoutine *palpate_routine_new_from_json (PalpateAtlas       *atlas,
                                               JsonNode           *node,
                                               GPtrArray          *problems,
                                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void            palpate_routine_fill           (PalpateRoutine     *self,
                                               const PalpateReadyRoutine *ready);
JsonNode       *palpate_routine_to_json       (PalpateRoutine     *self) G_GNUC_WARN_UNUSED_RESULT;

PalpateAtlas   *palpate_routine_get_atlas     (PalpateRoutine     *self);
const char     *palpate_routine_get_name      (PalpateRoutine     *self);
void            palpate_routine_set_name      (PalpateRoutine     *self,
                                               const char         *name);
gboolean        palpate_routine_get_keeps_order (PalpateRoutine   *self);
void            palpate_routine_set_keeps_order (PalpateRoutine   *self,
                                               gboolean            keeps_order);
guint           palpate_routine_get_n_tasks   (PalpateRoutine     *self);
PalpateTask    *palpate_routine_get_task      (PalpateRoutine     *self,
                                               guint               position);
PalpateTask    *palpate_routine_find          (PalpateRoutine     *self,
                                               PalpateSidedPoint   source);

gboolean        palpate_routine_may_append    (PalpateRoutine     *self,
                                               PalpateSidedPoint   source,
                                               GError            **error);
PalpateTask    *palpate_routine_append        (PalpateRoutine     *self,
                                               PalpateSidedPoint   source,
                                               GError            **error);
void            palpate_routine_insert        (PalpateRoutine     *self,
                                               guint               position,
                                               PalpateTask        *task);
PalpateTask    *palpate_routine_remove        (PalpateRoutine     *self,
                                               guint               position) G_GNUC_WARN_UNUSED_RESULT;
void            palpate_routine_move          (PalpateRoutine     *self,
                                               guint               from,
                                               guint               to);
void            palpate_routine_clear         (PalpateRoutine     *self);

G_END_DECLS
