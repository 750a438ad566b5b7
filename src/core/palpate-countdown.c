/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-countdown.h"

/* Clocks that are read one after the other may differ by a stall between the two readings. */
#define SLEEP_US (2 * G_USEC_PER_SEC)

/**
 * palpate_countdown_start:
 * @seconds: at least one
 */
void
palpate_countdown_start (PalpateCountdown     *self,
                         int                   seconds,
                         const PalpateInstant *now)
{
  g_return_if_fail (seconds > 0);

  self->state = PALPATE_COUNTDOWN_RUNNING;
  self->total_us = (gint64) seconds * G_USEC_PER_SEC;
  self->remaining_us = self->total_us;
  self->last = *now;
}

/**
 * palpate_countdown_tick:
 *
 * Brings the countdown to @now. May be called as often as one likes; it rings once.
 *
 * Returns: what happened. After a sleep the countdown still runs; whoever is told, decides.
 */
PalpateTick
palpate_countdown_tick (PalpateCountdown     *self,
                        const PalpateInstant *now)
{
  PalpateTick tick = PALPATE_TICK_NOTHING;
  gint64 passed_us;

  if (self->state != PALPATE_COUNTDOWN_RUNNING)
    {
      self->last = *now;
      return tick;
    }
  passed_us = MAX (now->monotonic_us - self->last.monotonic_us, 0);
  if (now->elapsed_us - self->last.elapsed_us - passed_us > SLEEP_US)
    tick |= PALPATE_TICK_SLEPT;
  self->remaining_us -= MIN (passed_us, self->remaining_us);
  self->last = *now;
  if (self->remaining_us == 0)
    {
      self->state = PALPATE_COUNTDOWN_RUNG;
      tick |= PALPATE_TICK_RANG;
    }
  return tick;
}

/**
 * palpate_countdown_pause:
 *
 * Returns: what happened until @now; a countdown that rang in time is not paused any more
 */
PalpateTick
palpate_countdown_pause (PalpateCountdown     *self,
                         const PalpateInstant *now)
{
  const PalpateTick tick = palpate_countdown_tick (self, now);

  if (self->state == PALPATE_COUNTDOWN_RUNNING)
    self->state = PALPATE_COUNTDOWN_PAUSED;
  return tick;
}

void
palpate_countdown_resume (PalpateCountdown     *self,
                          const PalpateInstant *now)
{
  if (self->state != PALPATE_COUNTDOWN_PAUSED)
    return;
  self->state = PALPATE_COUNTDOWN_RUNNING;
  self->last = *now;
}

/**
 * palpate_countdown_extend:
 *
 * Returns: whether there was a countdown to make longer; how far is the caller's to know
 */
gboolean
palpate_countdown_extend (PalpateCountdown *self,
                          int               seconds)
{
  g_return_val_if_fail (seconds > 0, FALSE);

  if (self->state != PALPATE_COUNTDOWN_RUNNING && self->state != PALPATE_COUNTDOWN_PAUSED)
    return FALSE;
  self->total_us += (gint64) seconds * G_USEC_PER_SEC;
  self->remaining_us += (gint64) seconds * G_USEC_PER_SEC;
  return TRUE;
}

void
palpate_countdown_clear (PalpateCountdown *self)
{
  self->state = PALPATE_COUNTDOWN_IDLE;
  self->total_us = 0;
  self->remaining_us = 0;
}

/**
 * palpate_countdown_get_deadline:
 *
 * Returns: when it rings, in monotonic time; -1 while it does not run
 */
gint64
palpate_countdown_get_deadline (const PalpateCountdown *self)
{
  return self->state == PALPATE_COUNTDOWN_RUNNING ? self->last.monotonic_us + self->remaining_us : -1;
}

/**
 * palpate_countdown_get_seconds:
 *
 * Returns: seconds left as people count them: the last one is 1 until it rings
 */
int
palpate_countdown_get_seconds (const PalpateCountdown *self)
{
  return (int) ((self->remaining_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}
