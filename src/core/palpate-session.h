/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Leads through the steps of a plan in time: start, pause, next, previous, more time, stop, go on. It keeps every
 * ceiling whatever is asked of it, and remembers what was done. It reads no clock and makes no sound; whoever plays it
 * says what time it is, and listens to `changed` and `cue`.
 */
#pragma once

#include "palpate-countdown.h"
#include "palpate-plan.h"

G_BEGIN_DECLS

typedef enum {
  PALPATE_SESSION_READY,
  PALPATE_SESSION_RUNNING,
  PALPATE_SESSION_PAUSED,
  PALPATE_SESSION_WAITING,    /* while one gets everything ready; going on leads to the next step */
  PALPATE_SESSION_STOPPED,    /* can be gone on with */
  PALPATE_SESSION_DONE,
} PalpateSessionState;

/**
 * PalpateCue: something to see, hear and read out, once
 * @PALPATE_CUE_STEP: a step began
 * @PALPATE_CUE_TEN_SECONDS: a hold or a stretch has ten seconds left
 * @PALPATE_CUE_LET_GO: the time of a hold, a set or a stretch is over
 * @PALPATE_CUE_READY: the time to rest or to get into position is over
 * @PALPATE_CUE_SLEPT: the computer slept, so the session pauses
 * @PALPATE_CUE_FINISHED: the last step is over
 * @PALPATE_CUE_ENOUGH: it ended early, since it has lasted as long as it may
 */
typedef enum {
  PALPATE_CUE_STEP,
  PALPATE_CUE_TEN_SECONDS,
  PALPATE_CUE_LET_GO,
  PALPATE_CUE_READY,
  PALPATE_CUE_SLEPT,
  PALPATE_CUE_FINISHED,
  PALPATE_CUE_ENOUGH,
} PalpateCue;

typedef enum {
  PALPATE_FEEDBACK_NONE,
  PALPATE_FEEDBACK_TOO_MUCH,
  PALPATE_FEEDBACK_ABOUT_RIGHT,
  PALPATE_FEEDBACK_TOO_LITTLE,
} PalpateFeedback;

/**
 * PalpateSessionRecord: what was done to one point on one side in one way
 * @use: (nullable): how it was pressed
 * @stretch: (nullable): or stretched
 * @begun_us: by the clock on the wall, microseconds since 1970
 * @done_us: how long in all
 * @feedback: what was last said of the pressure
 */
typedef struct {
  PalpateSidedPoint            source;
  const PalpatePointTechnique *use;
  const PalpateStretch        *stretch;
  gint64                       begun_us;
  gint64                       done_us;
  PalpateFeedback              feedback;
} PalpateSessionRecord;

#define PALPATE_TYPE_SESSION (palpate_session_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSession, palpate_session, PALPATE, SESSION, GObject)

PalpateSession      *palpate_session_new           (PalpatePlan          *plan) G_GNUC_WARN_UNUSED_RESULT;

void                 palpate_session_start         (PalpateSession       *self,
                                                    const PalpateInstant *now);
void                 palpate_session_tick          (PalpateSession       *self,
                                                    const PalpateInstant *now);
void                 palpate_session_pause         (PalpateSession       *self,
                                                    const PalpateInstant *now);
void                 palpate_session_resume        (PalpateSession       *self,
                                                    const PalpateInstant *now);
void                 palpate_session_next          (PalpateSession       *self,
                                                    const PalpateInstant *now);
void                 palpate_session_previous      (PalpateSession       *self,
                                                    const PalpateInstant *now);
int                  palpate_session_get_extra     (PalpateSession       *self,
                                                    char                **reason);
void                 palpate_session_extend        (PalpateSession       *self,
                                                    const PalpateInstant *now);
void                 palpate_session_stop          (PalpateSession       *self,
                                                    const PalpateInstant *now);
PalpateFeedback      palpate_session_get_feedback  (PalpateSession       *self);
void                 palpate_session_set_feedback  (PalpateSession       *self,
                                                    PalpateFeedback       feedback,
                                                    const PalpateInstant *now);

PalpatePlan         *palpate_session_get_plan      (PalpateSession       *self);
PalpateSessionState  palpate_session_get_state     (PalpateSession       *self);
gboolean             palpate_session_has_slept     (PalpateSession       *self);
gboolean             palpate_session_is_active     (PalpateSession       *self);
guint                palpate_session_get_position  (PalpateSession       *self);
const PalpateStep   *palpate_session_get_step      (PalpateSession       *self);
int                  palpate_session_get_seconds   (PalpateSession       *self);
gint64               palpate_session_get_left_us   (PalpateSession       *self);
gint64               palpate_session_get_total_us  (PalpateSession       *self);
gint64               palpate_session_get_active_us (PalpateSession       *self);
int                  palpate_session_get_seconds_left (PalpateSession    *self);
gint64               palpate_session_get_wake      (PalpateSession       *self);
const PalpateSessionRecord *
                     palpate_session_get_records   (PalpateSession       *self,
                                                    guint                *n_records);

G_END_DECLS
