/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts down to a deadline. It never reads a clock: each call says what time it is. A plain value, owned by whoever
 * counts. A sleep of the computer is noticed and reported, setting the clock changes nothing.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PalpateInstant:
 * @monotonic_us: stands still while the computer sleeps
 * @elapsed_us: the same, but goes on while it sleeps
 * @wall_us: what the clock on the wall says; can jump at any time, and is only remembered, never counted with
 */
typedef struct {
  gint64 monotonic_us;
  gint64 elapsed_us;
  gint64 wall_us;
} PalpateInstant;

typedef enum {
  PALPATE_COUNTDOWN_IDLE,
  PALPATE_COUNTDOWN_RUNNING,
  PALPATE_COUNTDOWN_PAUSED,
  PALPATE_COUNTDOWN_RUNG,
} PalpateCountdownState;

/* What happened since the last call. */
typedef enum {
  PALPATE_TICK_NOTHING = 0,
  PALPATE_TICK_RANG    = 1 << 0,
  PALPATE_TICK_SLEPT   = 1 << 1,
} PalpateTick;

typedef struct {
  PalpateCountdownState state;
  gint64                total_us;
  gint64                remaining_us;   /* at @last */
  PalpateInstant        last;
} PalpateCountdown;

void        palpate_countdown_start         (PalpateCountdown       *self,
                                             int                     seconds,
                                             const PalpateInstant   *now);
PalpateTick palpate_countdown_tick          (PalpateCountdown       *self,
                                             const PalpateInstant   *now);
PalpateTick palpate_countdown_pause         (PalpateCountdown       *self,
                                             const PalpateInstant   *now);
void        palpate_countdown_resume        (PalpateCountdown       *self,
                                             const PalpateInstant   *now);
gboolean    palpate_countdown_extend        (PalpateCountdown       *self,
                                             int                     seconds);
void        palpate_countdown_clear         (PalpateCountdown       *self);
gint64      palpate_countdown_get_deadline  (const PalpateCountdown *self);
int         palpate_countdown_get_seconds   (const PalpateCountdown *self);

G_END_DECLS
