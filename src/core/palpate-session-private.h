/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the two halves of a session share: its course (palpate-session.c) and what limits it and was done
 * (palpate-session-limits.c).
 */
#pragma once

#include "palpate-plan-private.h"
#include "palpate-session.h"

G_BEGIN_DECLS

struct _PalpateSession {
  GObject parent_instance;

  /* owned */
  PalpatePlan *plan;
  GArray      *records;   /* of PalpateSessionRecord */

  PalpateSessionState state;
  PalpateCountdown    countdown;   /* of the step */
  guint               position;
  gint64              active_us;   /* what all steps took together */
  gboolean            slept;
  gboolean            warned;      /* the step gave its ten-second cue */
};

gboolean              palpate_session_step_is_recorded (const PalpateStep *step);
PalpateSessionRecord *palpate_session_find_record      (PalpateSession    *self,
                                                        const PalpateStep *step);
PalpateSessionRecord *palpate_session_ensure_record    (PalpateSession    *self,
                                                        const PalpateStep *step);
int                   palpate_session_get_room         (PalpateSession    *self);
int                   palpate_session_get_step_room    (PalpateSession    *self,
                                                        guint              position);
guint                 palpate_session_find_after_too_much (PalpateSession *self);

G_END_DECLS
