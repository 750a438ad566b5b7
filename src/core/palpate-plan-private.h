/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a plan keeps, shared by what orders its tasks and what makes steps of them.
 */
#pragma once

#include "palpate-plan.h"

G_BEGIN_DECLS

struct _PalpatePlan {
  GObject parent_instance;

  /* owned */
  PalpateAtlas *atlas;
  char         *name;
  GArray       *steps;     /* of PalpateStep */
  GPtrArray    *notes;     /* what was left out and why; ends with NULL */
  GHashTable   *pressed;   /* what the plan presses: "point/side" → seconds */
  GHashTable   *today;     /* what was pressed before, the same way */
  char        **task_notes; /* the person's own, one for each task of the routine */
  GStringChunk *care_notes; /* what the steps say of the care profile */
};

int         palpate_plan_get_rule         (PalpatePlan       *self,
                                           PalpateRuleKind    kind);
const char *palpate_plan_get_rule_text    (PalpatePlan       *self,
                                           PalpateRuleKind    kind);
int         palpate_plan_count_timed      (PalpatePlan       *self,
                                           guint              position);
char       *palpate_plan_dup_key          (PalpateSidedPoint  source);
int         palpate_plan_get_count        (GHashTable        *table,
                                           PalpateSidedPoint  source);
int         palpate_task_get_pressure_posture (PalpateTask   *task);
int         palpate_task_get_stretch_posture  (PalpateTask   *task);
void        palpate_plan_add_task         (PalpatePlan       *self,
                                           PalpateTask       *task,
                                           guint              position,
                                           PalpateCare       *care);
void        palpate_plan_add_break        (PalpatePlan       *self,
                                           PalpateRoutine    *routine,
                                           PalpateCare       *care,
                                           guint              turn);

G_END_DECLS
