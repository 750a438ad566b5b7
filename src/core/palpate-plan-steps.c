/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The steps that a task of a routine comes to, within the ceilings of its point; and those of a short break.
 */
#include "palpate-plan-private.h"

#include <glib/gi18n-lib.h>

/* A break of stretches: about a minute. */
#define BREAK_SECONDS 75

int
palpate_plan_get_rule (PalpatePlan    *self,
          PalpateRuleKind kind)
{
  return palpate_atlas_get_rule (self->atlas, kind)->value;
}

const char *
palpate_plan_get_rule_text (PalpatePlan    *self,
               PalpateRuleKind kind)
{
  const PalpateRule *rule = palpate_atlas_get_rule (self->atlas, kind);

  return palpate_content_text (rule->id, rule->text);
}

char *
palpate_plan_dup_key (PalpateSidedPoint source)
{
  return g_strdup_printf ("%s/%s", source.point->id, palpate_side_to_id (source.side));
}

int
palpate_plan_get_count (GHashTable        *table,
           PalpateSidedPoint  source)
{
  g_autofree char *key = palpate_plan_dup_key (source);

  return GPOINTER_TO_INT (g_hash_table_lookup (table, key));
}

static void
add_note (PalpatePlan       *self,
          PalpateSidedPoint  source,
          const char        *reason)
{
  g_autofree char *name = palpate_atlas_describe_point (self->atlas, source.point);

  for (guint i = 0; i < self->notes->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (self->notes, i), name))
      return;
  /* Translators: the name of a point, then a whole sentence that says why something is shorter or left out */
  g_ptr_array_add (self->notes, g_strdup_printf (_("%1$s: %2$s"), name, reason));
}

/* Seconds that the point may still be pressed. */
static int
get_room (PalpatePlan       *self,
          PalpateSidedPoint  source)
{
  const int pressed = palpate_plan_get_count (self->pressed, source);
  const int today = palpate_plan_get_count (self->today, source);

  return MIN (palpate_plan_get_rule (self, PALPATE_RULE_POINT_SECONDS) - pressed,
              palpate_plan_get_rule (self, PALPATE_RULE_POINT_SECONDS_A_DAY) - today - pressed);
}

static void
add_pressed (PalpatePlan       *self,
             PalpateSidedPoint  source,
             int                seconds)
{
  g_hash_table_insert (self->pressed, palpate_plan_dup_key (source), GINT_TO_POINTER (palpate_plan_get_count (self->pressed, source) + seconds));
}

static void
add_step (PalpatePlan *self,
          PalpateStep *step,
          int          seconds)
{
  step->seconds = seconds;
  step->longest = MAX (step->longest, seconds);
  if (seconds > 0)
    g_array_append_val (self->steps, *step);
}

static void
add_prepare (PalpatePlan *self,
             PalpateStep  step)
{
  step.kind = PALPATE_STEP_PREPARE;
  step.presses = FALSE;
  step.longest = 0;
  add_step (self, &step, palpate_plan_get_rule (self, PALPATE_RULE_PREPARE_SECONDS));
}

static void
add_rest (PalpatePlan *self,
          PalpateStep  step,
          int          seconds)
{
  step.kind = PALPATE_STEP_REST;
  step.presses = FALSE;
  step.longest = 0;
  add_step (self, &step, seconds);
}

/* What a flag of the care profile says goes with the step. */
static void
set_care (PalpatePlan      *self,
          PalpateStep      *step,
          PalpateJudgement *judgement)
{
  g_autofree char *note = judgement != NULL && judgement->verdict == PALPATE_VERDICT_FLAGGED ? palpate_judgement_describe (judgement) : NULL;

  step->care_note = note != NULL ? g_string_chunk_insert_const (self->care_notes, note) : NULL;
  step->pressure = note != NULL ? palpate_judgement_get_pressure (judgement) : 0;
}

/* The holds of one side, or one set of strokes, cut to what the point may still get. */
static void
add_pressure (PalpatePlan *self,
              PalpateStep  step,
              PalpateDose  dose)
{
  const gboolean is_set = palpate_technique_counts_strokes (step.technique);
  const PalpateDose ceiling = palpate_technique_get_ceiling (self->atlas, step.technique, &dose);
  const int n_holds = is_set ? 1 : dose.repeats;
  const gboolean limited = palpate_technique_presses (step.technique);
  int room = limited ? get_room (self, step.source) : G_MAXINT;

  step.presses = limited;
  step.kind = is_set || step.technique->family == PALPATE_FAMILY_FRICTION ? PALPATE_STEP_STROKES : PALPATE_STEP_HOLD;
  step.count = MIN (n_holds, MAX (room, 0) / dose.hold_seconds);
  if (step.count < n_holds)
    add_note (self, step.source,
              palpate_plan_get_count (self->today, step.source) == 0 ? palpate_plan_get_rule_text (self, PALPATE_RULE_POINT_SECONDS)
              : step.count == 0                         ? _("Enough for today. Next: tomorrow.")
                                                        : palpate_plan_get_rule_text (self, PALPATE_RULE_POINT_SECONDS_A_DAY));
  for (step.number = 1; step.number <= step.count; step.number++)
    {
      if (step.number == 1)
        add_prepare (self, step);
      else
        add_rest (self, step, dose.rest_seconds);
      step.longest = ceiling.hold_seconds;
      add_step (self, &step, dose.hold_seconds);
    }
  if (limited)
    add_pressed (self, step.source, step.count * dose.hold_seconds);
}

/* Strokes or friction that the point has besides its holds, if what is left of its time is worth it. */
static void
add_strokes (PalpatePlan *self,
             PalpateStep  step,
             PalpateCare *care)
{
  const PalpateList *techniques = &step.source.point->techniques;

  if (step.technique->family != PALPATE_FAMILY_COMPRESSION)
    return;
  for (guint i = 0; i < techniques->length; i++)
    {
      const PalpatePointTechnique *use = techniques->items[i];
      const PalpateTechnique *technique = palpate_atlas_get_technique (self->atlas, use->technique);
      g_autoptr (PalpateJudgement) judgement = NULL;
      PalpateDose dose = use->dose;

      if (technique->family != PALPATE_FAMILY_STROKE && technique->family != PALPATE_FAMILY_FRICTION)
        continue;
      if (care != NULL)
        judgement = palpate_care_judge_use (care, step.source.point, use);
      if (judgement != NULL && judgement->verdict == PALPATE_VERDICT_LEFT_OUT)
        continue;
      dose.repeats = palpate_technique_counts_strokes (technique) ? dose.repeats : 1;   /* one set after the holds */
      if (get_room (self, step.source) < dose.hold_seconds)
        return;
      step.use = use;
      step.technique = technique;
      set_care (self, &step, judgement);
      add_pressure (self, step, dose);
      return;
    }
}

static void
add_stretch (PalpatePlan *self,
             PalpateTask *task,
             PalpateStep  step)
{
  const PalpateDose dose = palpate_task_get_stretch_dose (task);

  step.use = NULL;
  step.technique = NULL;
  step.presses = FALSE;
  step.stretch = palpate_task_get_stretch (task);
  step.count = dose.repeats;
  for (step.number = 1; step.number <= step.count; step.number++)
    {
      step.kind = PALPATE_STEP_STRETCH;
      if (step.number == 1)
        add_prepare (self, step);
      else
        add_rest (self, step, palpate_plan_get_rule (self, PALPATE_RULE_STRETCH_REST_SECONDS));
      step.longest = step.stretch->ceiling->hold_seconds;
      add_step (self, &step, dose.hold_seconds);
    }
}

int
palpate_task_get_pressure_posture (PalpateTask *task)
{
  return palpate_atlas_get_technique (palpate_task_get_atlas (task), palpate_task_get_technique (task)->technique)->posture;
}

int
palpate_task_get_stretch_posture (PalpateTask *task)
{
  const PalpateStretch *stretch = palpate_task_get_stretch (task);

  return stretch != NULL ? stretch->posture : PALPATE_POSTURE_ANY;
}

static gboolean
is_left_out (PalpatePlan      *self,
             PalpateSidedPoint source,
             PalpateJudgement *judgement)
{
  g_autofree char *reason = NULL;

  if (judgement == NULL || judgement->verdict != PALPATE_VERDICT_LEFT_OUT)
    return FALSE;
  reason = palpate_judgement_describe (judgement);
  add_note (self, source, reason);
  return TRUE;
}

/* Returns: (transfer full): @task, or if the care profile leaves its technique out, one with the point's technique that the profile
 * lets stand in for it, and a note of why; @task as well if there is none */
static PalpateTask *
admit_pressing (PalpatePlan *self,
                PalpateTask *task,
                PalpateCare *care)
{
  const PalpateSidedPoint source = palpate_task_get_source (task);
  g_autoptr (PalpateJudgement) judgement = care != NULL ? palpate_care_judge_use (care, source.point, palpate_task_get_technique (task)) : NULL;
  const PalpatePointTechnique *other;
  PalpateTask *admitted;

  if (!is_left_out (self, source, judgement))
    return g_object_ref (task);
  other = palpate_care_suggest (care, source.point);
  if (other == NULL)
    return g_object_ref (task);
  admitted = palpate_task_new (self->atlas, source);
  palpate_task_set_technique (admitted, other);
  return admitted;
}

void
palpate_plan_add_task (PalpatePlan *self,
                       PalpateTask *task,
                       guint        position,
                       PalpateCare *care)
{
  const PalpateSidedPoint source = palpate_task_get_source (task);
  const PalpateMuscle *muscle = source.point->muscle;
  const gboolean is_both = source.side == PALPATE_SIDE_BOTH;
  const PalpateSide sides[] = { is_both ? PALPATE_SIDE_LEFT : source.side, PALPATE_SIDE_RIGHT };
  g_autoptr (PalpateTask) pressed = admit_pressing (self, task, care);
  const PalpatePointTechnique *use = palpate_task_get_technique (pressed);
  g_autoptr (PalpateJudgement) pressing = care != NULL ? palpate_care_judge_use (care, source.point, use) : NULL;
  const PalpateStretch *stretch = palpate_task_get_stretch (task);
  g_autoptr (PalpateJudgement) stretching = care != NULL && stretch != NULL ? palpate_care_judge_stretch (care, muscle, stretch) : NULL;
  const gboolean presses = pressing == NULL || pressing->verdict != PALPATE_VERDICT_LEFT_OUT;
  const gboolean stretches = stretch != NULL && !is_left_out (self, source, stretching);
  /* both sides are pressed before both are stretched where that spares getting up */
  const gboolean apart = is_both && palpate_task_get_pressure_posture (pressed) != palpate_task_get_stretch_posture (task);
  PalpateStep step = { .task = position, .use = use, .technique = palpate_atlas_get_technique (self->atlas, use->technique) };

  for (int i = 0; i < (is_both ? 2 : 1); i++)
    {
      step.source = (PalpateSidedPoint) { source.point, sides[i] };
      if (presses)
        {
          set_care (self, &step, pressing);
          add_pressure (self, step, palpate_task_get_dose (pressed));
          add_strokes (self, step, care);
        }
      set_care (self, &step, stretching);
      if (stretches && !apart)
        add_stretch (self, task, step);
    }
  for (int i = 0; stretches && apart && i < 2; i++)
    {
      step.source.side = sides[i];
      add_stretch (self, task, step);
    }
}

/* One stretch of a break, and whether it still fits into it. */
static gboolean
add_break_stretch (PalpatePlan *self,
                   PalpateTask *task,
                   PalpateStep  step)
{
  const int seconds = palpate_task_get_stretch_dose (task).hold_seconds;
  const int taken = palpate_plan_get_seconds (self);

  if (taken > 0 && taken + palpate_plan_get_rule (self, PALPATE_RULE_PREPARE_SECONDS) + seconds > BREAK_SECONDS)
    return FALSE;
  step.stretch = palpate_task_get_stretch (task);
  step.number = step.count = 1;
  add_prepare (self, step);
  step.kind = PALPATE_STEP_STRETCH;
  step.longest = step.stretch->ceiling->hold_seconds;
  add_step (self, &step, seconds);
  return TRUE;
}

/* A break with room left does its last stretch once more. */
static void
repeat_last (PalpatePlan    *self,
             PalpateRoutine *routine)
{
  PalpateStep step = g_array_index (self->steps, PalpateStep, self->steps->len - 1);
  PalpateTask *task = palpate_routine_get_task (routine, step.task);
  const int rest = palpate_plan_get_rule (self, PALPATE_RULE_STRETCH_REST_SECONDS);

  if (palpate_task_get_stretch_ceiling (task).repeats < 2 || palpate_plan_get_seconds (self) + rest + step.seconds > BREAK_SECONDS)
    return;
  g_array_index (self->steps, PalpateStep, self->steps->len - 1).count = 2;
  step.number = step.count = 2;
  add_rest (self, step, rest);
  add_step (self, &step, step.seconds);
}

/**
 * palpate_plan_add_break:
 * @turn: which task comes first, so that every point has its turn
 *
 * Adds about a minute of stretches of the tasks, and no pressure.
 */
void
palpate_plan_add_break (PalpatePlan    *self,
                        PalpateRoutine *routine,
                        PalpateCare    *care,
                        guint           turn)
{
  const guint n_tasks = palpate_routine_get_n_tasks (routine);
  gboolean fits = TRUE;

  for (guint i = 0; i < n_tasks && fits; i++)
    {
      const guint position = (turn + i) % n_tasks;
      PalpateTask *task = palpate_routine_get_task (routine, position);
      const PalpateSidedPoint source = palpate_task_get_source (task);
      const gboolean is_both = source.side == PALPATE_SIDE_BOTH;
      g_autoptr (PalpateJudgement) judgement = NULL;
      PalpateStep step = { .task = position, .source = { source.point, is_both ? PALPATE_SIDE_LEFT : source.side } };

      if (care != NULL && palpate_task_get_stretch (task) != NULL)
        judgement = palpate_care_judge_stretch (care, source.point->muscle, palpate_task_get_stretch (task));
      /* nobody reads a warning on the way: what is only flagged is left out as well */
      if (palpate_task_get_stretch (task) == NULL || (judgement != NULL && judgement->verdict != PALPATE_VERDICT_ALLOWED))
        continue;
      fits = add_break_stretch (self, task, step);
      step.source.side = PALPATE_SIDE_RIGHT;
      if (fits && is_both)
        fits = add_break_stretch (self, task, step);
    }
  if (self->steps->len > 0)
    repeat_last (self, routine);
}

/* Says of @source what the rule says, once. */
static void
add_plateau_note (PalpatePlan       *self,
                  PalpateSidedPoint  source)
{
  g_autofree char *name = palpate_atlas_describe_point (self->atlas, source.point);
  /* Translators: the name of a point, then a whole sentence that says why something is shorter or left out */
  g_autofree char *note = g_strdup_printf (_("%1$s: %2$s"), name, palpate_plan_get_rule_text (self, PALPATE_RULE_PLATEAU_SESSIONS));

  for (guint i = 0; i + 1 < self->notes->len; i++)
    if (g_str_equal (g_ptr_array_index (self->notes, i), note))
      return;
  g_ptr_array_insert (self->notes, (int) self->notes->len - 1, g_steal_pointer (&note));
}

/**
 * palpate_plan_hold_back:
 * @is_plateau: (scope call): what the journal says of a point
 *
 * Where sessions have changed nothing for long, no hold is longer than the content suggests or can be made so, and the
 * notes say to see somebody.
 */
void
palpate_plan_hold_back (PalpatePlan        *self,
                        PalpatePlateauFunc  is_plateau,
                        gpointer            user_data)
{
  const guint n_sessions = (guint) palpate_plan_get_rule (self, PALPATE_RULE_PLATEAU_SESSIONS);

  for (guint i = 0; i < self->steps->len; i++)
    {
      PalpateStep *step = &g_array_index (self->steps, PalpateStep, i);

      if (!step->presses || !is_plateau (step->source, n_sessions, user_data))
        continue;
      step->held_back = TRUE;
      step->seconds = MIN (step->seconds, step->use->dose.hold_seconds);
      step->longest = step->seconds;
      add_plateau_note (self, step->source);
    }
}
