/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-session-private.h"

#define WARNING_US (10 * G_USEC_PER_SEC)

G_DEFINE_FINAL_TYPE (PalpateSession, palpate_session, G_TYPE_OBJECT)

enum {
  CHANGED,
  CUE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
palpate_session_finalize (GObject *object)
{
  PalpateSession *self = PALPATE_SESSION (object);

  g_clear_object (&self->plan);
  g_array_unref (self->records);

  G_OBJECT_CLASS (palpate_session_parent_class)->finalize (object);
}

static void
palpate_session_class_init (PalpateSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_session_finalize;

  /* the step, its length or the state is different; passing time alone is no change */
  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* a PalpateCue is due */
  signals[CUE] = g_signal_new ("cue", PALPATE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
palpate_session_init (PalpateSession *self)
{
  self->records = g_array_new (FALSE, TRUE, sizeof (PalpateSessionRecord));
}

static void
give_cue (PalpateSession *self,
          PalpateCue      cue)
{
  g_signal_emit (self, signals[CUE], 0, (int) cue);
}

static void
finish (PalpateSession *self,
        PalpateCue      cue)
{
  palpate_countdown_clear (&self->countdown);
  self->state = PALPATE_SESSION_DONE;
  give_cue (self, cue);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Begins the first step from @position on for which there is time; a paused session stays paused in it, and waits in one
 * that has no time of its own. */
static void
enter (PalpateSession       *self,
       guint                 position,
       const PalpateInstant *now)
{
  int seconds = 0;

  while (position < palpate_plan_get_n_steps (self->plan) && (seconds = palpate_session_get_step_room (self, position)) == 0)
    position++;
  if (position >= palpate_plan_get_n_steps (self->plan))
    {
      finish (self, PALPATE_CUE_FINISHED);
      return;
    }
  seconds = MIN (seconds, palpate_session_get_room (self));
  if (seconds == 0)
    {
      finish (self, PALPATE_CUE_ENOUGH);
      return;
    }
  self->position = position;
  self->warned = FALSE;
  palpate_countdown_start (&self->countdown, seconds, now);
  if (palpate_session_get_step (self)->kind == PALPATE_STEP_GATHER)
    {
      palpate_countdown_clear (&self->countdown);
      self->state = PALPATE_SESSION_WAITING;
    }
  else if (self->state == PALPATE_SESSION_WAITING)
    self->state = PALPATE_SESSION_RUNNING;
  else if (self->state != PALPATE_SESSION_RUNNING)
    palpate_countdown_pause (&self->countdown, now);
  give_cue (self, PALPATE_CUE_STEP);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Brings the countdown to @now and books what was done. */
static PalpateTick
count (PalpateSession       *self,
       const PalpateInstant *now,
       gboolean              pause)
{
  const PalpateStep *step = palpate_session_get_step (self);
  const gint64 before_us = self->countdown.remaining_us;
  const PalpateTick tick = pause ? palpate_countdown_pause (&self->countdown, now) : palpate_countdown_tick (&self->countdown, now);
  const gint64 done_us = before_us - self->countdown.remaining_us;

  if (done_us > 0)
    {
      self->active_us += done_us;
      if (palpate_session_step_is_recorded (step))
        palpate_session_ensure_record (self, step)->done_us += done_us;
    }
  return tick;
}

static void
sleep_if_slept (PalpateSession       *self,
                PalpateTick           tick,
                const PalpateInstant *now)
{
  if (!(tick & PALPATE_TICK_SLEPT) || self->state != PALPATE_SESSION_RUNNING)
    return;
  palpate_countdown_pause (&self->countdown, now);
  self->state = PALPATE_SESSION_PAUSED;
  self->slept = TRUE;
  give_cue (self, PALPATE_CUE_SLEPT);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ring (PalpateSession       *self,
      const PalpateInstant *now)
{
  give_cue (self, palpate_session_step_is_recorded (palpate_session_get_step (self)) ? PALPATE_CUE_LET_GO : PALPATE_CUE_READY);
  enter (self, self->position + 1, now);
}

static void
warn_in_time (PalpateSession *self)
{
  const PalpateStep *step = palpate_session_get_step (self);

  if (self->state != PALPATE_SESSION_RUNNING || self->warned || !palpate_session_step_is_recorded (step) || self->countdown.total_us < 2 * WARNING_US
      || self->countdown.remaining_us > WARNING_US)
    return;
  self->warned = TRUE;
  give_cue (self, PALPATE_CUE_TEN_SECONDS);
}

/* Returns: whether the step ended by time, so that what was asked for comes too late for it */
static gboolean
catch_up (PalpateSession       *self,
          const PalpateInstant *now,
          gboolean              pause)
{
  const PalpateTick tick = count (self, now, pause);

  if (tick & PALPATE_TICK_RANG)
    ring (self, now);
  sleep_if_slept (self, tick, now);
  return (tick & PALPATE_TICK_RANG) != 0;
}

/**
 * palpate_session_new:
 * @plan: one that can be started
 */
PalpateSession *
palpate_session_new (PalpatePlan *plan)
{
  PalpateSession *self;

  g_return_val_if_fail (PALPATE_IS_PLAN (plan), NULL);
  g_return_val_if_fail (palpate_plan_get_n_steps (plan) > 0, NULL);

  self = g_object_new (PALPATE_TYPE_SESSION, NULL);
  self->plan = g_object_ref (plan);
  return self;
}

void
palpate_session_start (PalpateSession       *self,
                       const PalpateInstant *now)
{
  g_return_if_fail (PALPATE_IS_SESSION (self));

  if (self->state != PALPATE_SESSION_READY)
    return;
  self->state = PALPATE_SESSION_RUNNING;
  enter (self, 0, now);
}

/**
 * palpate_session_tick:
 *
 * Gives what is due at @now. May be called at any time; palpate_session_get_wake() says when it must be.
 */
void
palpate_session_tick (PalpateSession       *self,
                      const PalpateInstant *now)
{
  g_return_if_fail (PALPATE_IS_SESSION (self));

  if (self->state != PALPATE_SESSION_RUNNING)
    return;
  catch_up (self, now, FALSE);
  warn_in_time (self);
}

void
palpate_session_pause (PalpateSession       *self,
                       const PalpateInstant *now)
{
  g_return_if_fail (PALPATE_IS_SESSION (self));

  if (self->state != PALPATE_SESSION_RUNNING)
    return;
  /* what rang in time has rung; then it is the next step that pauses */
  catch_up (self, now, TRUE);
  if (self->state != PALPATE_SESSION_RUNNING)
    return;
  palpate_countdown_pause (&self->countdown, now);
  self->state = PALPATE_SESSION_PAUSED;
  self->slept = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_session_resume:
 *
 * Goes on after a pause or a stop, or when everything is ready.
 */
void
palpate_session_resume (PalpateSession       *self,
                        const PalpateInstant *now)
{
  g_return_if_fail (PALPATE_IS_SESSION (self));

  if (self->state == PALPATE_SESSION_WAITING)
    palpate_session_next (self, now);
  if (self->state != PALPATE_SESSION_PAUSED && self->state != PALPATE_SESSION_STOPPED)
    return;
  self->state = palpate_session_get_step (self)->kind == PALPATE_STEP_GATHER ? PALPATE_SESSION_WAITING : PALPATE_SESSION_RUNNING;
  self->slept = FALSE;
  palpate_countdown_resume (&self->countdown, now);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_session_is_active:
 *
 * Returns: whether it runs, pauses or waits, so that steps can be taken
 */
gboolean
palpate_session_is_active (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), FALSE);

  return self->state == PALPATE_SESSION_RUNNING || self->state == PALPATE_SESSION_PAUSED || self->state == PALPATE_SESSION_WAITING;
}

void
palpate_session_next (PalpateSession       *self,
                      const PalpateInstant *now)
{
  g_return_if_fail (PALPATE_IS_SESSION (self));

  if (!palpate_session_is_active (self) || catch_up (self, now, FALSE))
    return;
  enter (self, self->position + 1, now);
}

/**
 * palpate_session_previous:
 *
 * Goes back to the nearest step before this one that there is still time for, or begins this one again.
 */
void
palpate_session_previous (PalpateSession       *self,
                          const PalpateInstant *now)
{
  guint position;

  g_return_if_fail (PALPATE_IS_SESSION (self));

  if (!palpate_session_is_active (self) || catch_up (self, now, FALSE))
    return;
  position = self->position;
  while (position > 0)
    if (palpate_session_get_step_room (self, --position) > 0)
      {
        enter (self, position, now);
        return;
      }
  if (palpate_session_get_step_room (self, self->position) > 0)
    enter (self, self->position, now);
}

void
palpate_session_extend (PalpateSession       *self,
                        const PalpateInstant *now)
{
  int extra;

  g_return_if_fail (PALPATE_IS_SESSION (self));

  if (!palpate_session_is_active (self) || catch_up (self, now, FALSE))
    return;
  extra = palpate_session_get_extra (self, NULL);
  if (extra <= 0 || !palpate_countdown_extend (&self->countdown, extra))
    return;
  self->warned = self->warned && self->countdown.remaining_us <= WARNING_US;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
palpate_session_stop (PalpateSession       *self,
                      const PalpateInstant *now)
{
  g_return_if_fail (PALPATE_IS_SESSION (self));

  if (!palpate_session_is_active (self))
    return;
  catch_up (self, now, TRUE);
  if (!palpate_session_is_active (self))
    return;
  palpate_countdown_pause (&self->countdown, now);
  self->state = PALPATE_SESSION_STOPPED;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_session_set_feedback:
 *
 * Says how the pressure is. Too much ends the hold.
 */
void
palpate_session_set_feedback (PalpateSession       *self,
                              PalpateFeedback       feedback,
                              const PalpateInstant *now)
{
  const PalpateStep *step;

  g_return_if_fail (PALPATE_IS_SESSION (self));

  step = palpate_session_get_step (self);
  if (!palpate_session_is_active (self) || !palpate_session_step_is_recorded (step))
    return;
  if (catch_up (self, now, FALSE))
    {
      PalpateSessionRecord *record = palpate_session_find_record (self, step);

      if (record != NULL)
        record->feedback = feedback;   /* it was said of the step that has just ended */
      return;
    }
  palpate_session_ensure_record (self, step)->feedback = feedback;
  if (feedback == PALPATE_FEEDBACK_TOO_MUCH)
    enter (self, palpate_session_find_after_too_much (self), now);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

PalpatePlan *
palpate_session_get_plan (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), NULL);

  return self->plan;
}

PalpateSessionState
palpate_session_get_state (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), PALPATE_SESSION_DONE);

  return self->state;
}

/**
 * palpate_session_has_slept:
 *
 * Returns: whether it pauses because the computer slept
 */
gboolean
palpate_session_has_slept (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), FALSE);

  return self->slept;
}

guint
palpate_session_get_position (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), 0);

  return self->position;
}

/**
 * palpate_session_get_step:
 *
 * Returns: (transfer none) (nullable): the step that runs, or will run first
 */
const PalpateStep *
palpate_session_get_step (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), NULL);

  return palpate_plan_get_step (self->plan, self->position);
}

/**
 * palpate_session_get_seconds:
 *
 * Returns: seconds left of the step, as one counts them aloud
 */
int
palpate_session_get_seconds (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), 0);

  return palpate_countdown_get_seconds (&self->countdown);
}

gint64
palpate_session_get_left_us (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), 0);

  return self->countdown.remaining_us;
}

gint64
palpate_session_get_total_us (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), 0);

  return self->countdown.total_us;
}

/**
 * palpate_session_get_active_us:
 *
 * Returns: how long it has run in all, without pauses
 */
gint64
palpate_session_get_active_us (PalpateSession *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), 0);

  return self->active_us;
}

/**
 * palpate_session_get_wake:
 *
 * Returns: when something is due, in monotonic time; -1 for never
 */
gint64
palpate_session_get_wake (PalpateSession *self)
{
  const gint64 deadline = palpate_countdown_get_deadline (&self->countdown);

  g_return_val_if_fail (PALPATE_IS_SESSION (self), -1);

  if (self->state != PALPATE_SESSION_RUNNING || deadline < 0)
    return -1;
  if (!self->warned && palpate_session_step_is_recorded (palpate_session_get_step (self)) && self->countdown.total_us >= 2 * WARNING_US)
    return MAX (deadline - WARNING_US, self->countdown.last.monotonic_us);
  return deadline;
}
