/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-session-private.h"

#include <glib/gi18n-lib.h>

static int
get_rule (PalpateSession *self,
          PalpateRuleKind kind)
{
  return palpate_atlas_get_rule (palpate_plan_get_atlas (self->plan), kind)->value;
}

static gboolean
is_same_point (PalpateSidedPoint a,
               PalpateSidedPoint b)
{
  return a.point == b.point && a.side == b.side;
}

/* Returns: (nullable): the record of what @step does, valid until the next one is added */
PalpateSessionRecord *
palpate_session_find_record (PalpateSession    *self,
                             const PalpateStep *step)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      PalpateSessionRecord *record = &g_array_index (self->records, PalpateSessionRecord, i);

      if (is_same_point (record->source, step->source) && record->use == step->use && record->stretch == step->stretch)
        return record;
    }
  return NULL;
}

gboolean
palpate_session_step_is_recorded (const PalpateStep *step)
{
  return step->kind == PALPATE_STEP_HOLD || step->kind == PALPATE_STEP_STROKES || step->kind == PALPATE_STEP_STRETCH;
}

PalpateSessionRecord *
palpate_session_ensure_record (PalpateSession    *self,
                               const PalpateStep *step)
{
  PalpateSessionRecord record = { step->source, step->use, step->stretch, self->countdown.last.wall_us, 0, PALPATE_FEEDBACK_NONE };
  PalpateSessionRecord *known = palpate_session_find_record (self, step);

  if (known != NULL)
    return known;
  g_array_append_val (self->records, record);
  return &g_array_index (self->records, PalpateSessionRecord, self->records->len - 1);
}

static gint64
get_pressed_us (PalpateSession    *self,
                PalpateSidedPoint  source)
{
  gint64 pressed_us = 0;

  for (guint i = 0; i < self->records->len; i++)
    {
      const PalpateSessionRecord *record = &g_array_index (self->records, PalpateSessionRecord, i);

      if (record->use != NULL && is_same_point (record->source, source))
        pressed_us += record->done_us;
    }
  return pressed_us;
}

/* Whole seconds that the point may still be pressed in this session and on this day. */
static int
get_point_room (PalpateSession    *self,
                const PalpateStep *step)
{
  const int each_time = get_rule (self, PALPATE_RULE_POINT_SECONDS);
  const int today = get_rule (self, PALPATE_RULE_POINT_SECONDS_A_DAY) - palpate_plan_get_today (self->plan, step->source);

  if (!step->presses)
    return G_MAXINT;
  return MAX (0, (int) (((gint64) MIN (each_time, today) * G_USEC_PER_SEC - get_pressed_us (self, step->source)) / G_USEC_PER_SEC));
}

/* Whole seconds that the session may still last. */
int
palpate_session_get_room (PalpateSession *self)
{
  return MAX (0, (int) (((gint64) get_rule (self, PALPATE_RULE_ROUTINE_SECONDS) * G_USEC_PER_SEC - self->active_us) / G_USEC_PER_SEC));
}

/* Seconds that a step would last if it began now, or is reckoned with where it waits; 0 if its point has had enough. */
int
palpate_session_get_step_room (PalpateSession *self,
                               guint           position)
{
  const PalpateStep *step = palpate_plan_get_step (self->plan, position);

  return MIN (step->seconds, get_point_room (self, step));
}

static char *
dup_rule_text (PalpateSession *self,
               PalpateRuleKind kind)
{
  const PalpateRule *rule = palpate_atlas_get_rule (palpate_plan_get_atlas (self->plan), kind);

  return g_strdup (palpate_content_text (rule->id, rule->text));
}

/**
 * palpate_session_get_extra:
 * @reason: (out) (optional) (nullable): why it cannot be made longer, a sentence
 *
 * Returns: by how many seconds palpate_session_extend() would make the step longer
 */
int
palpate_session_get_extra (PalpateSession  *self,
                           char           **reason)
{
  const PalpateStep *step = palpate_session_get_step (self);
  const int total = (int) (self->countdown.total_us / G_USEC_PER_SEC);
  const int left = (int) ((self->countdown.remaining_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
  const int own = step != NULL && step->longest > 0 ? step->longest - total : G_MAXINT;
  int point, session, extra;

  if (reason != NULL)
    *reason = NULL;
  if (!palpate_session_is_active (self) || self->state == PALPATE_SESSION_WAITING)
    return 0;
  point = step->presses ? get_point_room (self, step) - left : G_MAXINT;
  session = palpate_session_get_room (self) - left - palpate_plan_count_timed (self->plan, self->position + 1);
  extra = MIN (get_rule (self, PALPATE_RULE_EXTRA_SECONDS), MIN (own, MIN (point, session)));
  if (extra > 0)
    return extra;
  if (reason != NULL && own <= 0 && step->held_back)
    *reason = dup_rule_text (self, PALPATE_RULE_PLATEAU_SESSIONS);
  else if (reason != NULL && own <= 0)
    *reason = g_strdup_printf (ngettext ("%d second is the most here", "%d seconds are the most here", step->longest), step->longest);
  else if (reason != NULL && point <= 0)
    *reason = dup_rule_text (self, palpate_plan_get_today (self->plan, step->source) > 0 ? PALPATE_RULE_POINT_SECONDS_A_DAY
                                                                                         : PALPATE_RULE_POINT_SECONDS);
  else if (reason != NULL)
    *reason = dup_rule_text (self, PALPATE_RULE_ROUTINE_SECONDS);
  return 0;
}

/**
 * palpate_session_get_feedback:
 *
 * Returns: what was last said of the pressure on this point
 */
PalpateFeedback
palpate_session_get_feedback (PalpateSession *self)
{
  const PalpateStep *step = palpate_session_get_step (self);
  const PalpateSessionRecord *record = step != NULL ? palpate_session_find_record (self, step) : NULL;

  return record != NULL ? record->feedback : PALPATE_FEEDBACK_NONE;
}

/* After too much pressure the strokes on the same point are left out too. */
guint
palpate_session_find_after_too_much (PalpateSession *self)
{
  const PalpateStep *step = palpate_session_get_step (self);
  guint position = self->position + 1;
  const PalpateStep *next = palpate_plan_get_step (self->plan, position);

  while (next != NULL && is_same_point (next->source, step->source) && next->use != NULL && next->use != step->use)
    next = palpate_plan_get_step (self->plan, ++position);
  return position;
}

/**
 * palpate_session_get_seconds_left:
 *
 * Returns: seconds left of the whole session
 */
int
palpate_session_get_seconds_left (PalpateSession *self)
{
  int seconds;

  g_return_val_if_fail (PALPATE_IS_SESSION (self), 0);

  if (self->state == PALPATE_SESSION_DONE)
    return 0;
  if (self->state == PALPATE_SESSION_READY)
    return palpate_plan_get_seconds (self->plan);
  seconds = palpate_countdown_get_seconds (&self->countdown);
  if (palpate_session_get_step (self)->kind == PALPATE_STEP_GATHER)
    seconds = palpate_session_get_step (self)->seconds;
  for (guint i = self->position + 1; i < palpate_plan_get_n_steps (self->plan); i++)
    seconds += palpate_plan_get_step (self->plan, i)->seconds;
  return seconds;
}

/**
 * palpate_session_get_records:
 *
 * Returns: (transfer none) (array length=n_records): what was done so far
 */
const PalpateSessionRecord *
palpate_session_get_records (PalpateSession *self,
                             guint          *n_records)
{
  g_return_val_if_fail (PALPATE_IS_SESSION (self), NULL);

  *n_records = self->records->len;
  return (const PalpateSessionRecord *) (gpointer) self->records->data;
}
