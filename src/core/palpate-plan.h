/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a routine comes to: its steps in order, each with its seconds, cut to what a point may still get today, and
 * what had to be left out. A plan is made from a routine as it is now, and does not follow it.
 */
#pragma once

#include "palpate-care.h"
#include "palpate-routine.h"

G_BEGIN_DECLS

typedef enum {
  PALPATE_STEP_PREPARE,           /* get into position, for pressing or for a stretch */
  PALPATE_STEP_HOLD,
  PALPATE_STEP_REST,
  PALPATE_STEP_STROKES,           /* strokes or friction, after the holds or instead of them */
  PALPATE_STEP_STRETCH,
  PALPATE_STEP_GATHER,            /* have all ready before pressing: posture, tools, warmth; it lasts until one goes on */
} PalpateStepKind;

/**
 * PalpateStep:
 * @task: which task of the routine, counted from 0
 * @source: left or right
 * @use: (nullable): how the point is pressed; %NULL for a stretch
 * @stretch: (nullable): for a stretch and what leads to it
 * @number: this is number … of @count holds, sets or stretches
 * @presses: whether its seconds count for the ceilings of the point
 * @longest: seconds that it can be made to last
 * @held_back: nothing has changed for long: more of it is not to be proposed
 * @strokes: (nullable): to get ready for, besides @technique
 * @warms: whether warmth may come first, where one gets everything ready
 * @no_warmth: or what the care profile has against it; its members are %NULL where nothing is said of warmth
 * @care_note: (nullable): what the care profile says to mind; owned by the plan
 * @pressure: how sore pressing may feel at most by the care profile, of 10; 0 where it says nothing of it
 */
typedef struct {
  PalpateStepKind              kind;
  guint                        task;
  PalpateSidedPoint            source;
  const PalpatePointTechnique *use;
  const PalpateTechnique      *technique;
  const PalpateStretch        *stretch;
  int                          seconds;
  int                          longest;
  int                          number;
  int                          count;
  gboolean                     presses;
  gboolean                     held_back;
  const PalpateTechnique      *strokes;
  gboolean                     warms;
  PalpateCareReason            no_warmth;
  const char                  *care_note;
  int                          pressure;
} PalpateStep;

/* How many seconds a point was pressed today, on one side. */
typedef int (*PalpateTodayFunc) (PalpateSidedPoint source,
                                 gpointer          user_data);

/* Whether the last @n_sessions with a point on one side have changed nothing. */
typedef gboolean (*PalpatePlateauFunc) (PalpateSidedPoint source,
                                        guint             n_sessions,
                                        gpointer          user_data);

#define PALPATE_TYPE_PLAN (palpate_plan_get_type ())
G_DECLARE_FINAL_TYPE (PalpatePlan, palpate_plan, PALPATE, PLAN, GObject)

PalpatePlan       *palpate_plan_new           (PalpateRoutine     *routine,
                                               PalpateCare        *care,
                                               PalpateTodayFunc    today,
                                               gpointer            user_data) G_GNUC_WARN_UNUSED_RESULT;
PalpatePlan       *palpate_plan_new_break     (PalpateRoutine     *routine,
                                               PalpateCare        *care,
                                               guint               turn) G_GNUC_WARN_UNUSED_RESULT;
void               palpate_plan_hold_back     (PalpatePlan        *self,
                                               PalpatePlateauFunc  is_plateau,
                                               gpointer            user_data);
void               palpate_plan_gather        (PalpatePlan        *self,
                                               PalpateCare        *care);
PalpateAtlas      *palpate_plan_get_atlas     (PalpatePlan        *self);
const char        *palpate_plan_get_name      (PalpatePlan        *self);
guint              palpate_plan_get_n_steps   (PalpatePlan        *self);
const PalpateStep *palpate_plan_get_step      (PalpatePlan        *self,
                                               guint               position);
int                palpate_plan_get_seconds   (PalpatePlan        *self);
guint              palpate_plan_get_n_changes (PalpatePlan        *self);
int                palpate_plan_get_today     (PalpatePlan        *self,
                                               PalpateSidedPoint   source);
const char *const *palpate_plan_get_notes     (PalpatePlan        *self);
const char        *palpate_plan_get_task_note (PalpatePlan        *self,
                                               const PalpateStep  *step);
char              *palpate_plan_dup_obstacle  (PalpatePlan        *self);
char              *palpate_plan_describe_length (PalpatePlan      *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
