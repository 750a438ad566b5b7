/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TASKS 8   /* all orders of so many can be tried; the rules of the content allow fewer */

struct _PalpatePlan {
  GObject parent_instance;

  /* owned */
  PalpateAtlas *atlas;
  char         *name;
  GArray       *steps;     /* of PalpateStep */
  GPtrArray    *notes;     /* what was left out and why; ends with NULL */
  GHashTable   *pressed;   /* what the plan presses: "point/side" → seconds */
  GHashTable   *today;     /* what was pressed before, the same way */
};

G_DEFINE_FINAL_TYPE (PalpatePlan, palpate_plan, G_TYPE_OBJECT)

static void
palpate_plan_finalize (GObject *object)
{
  PalpatePlan *self = PALPATE_PLAN (object);

  g_clear_object (&self->atlas);
  g_free (self->name);
  g_array_unref (self->steps);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->pressed);
  g_hash_table_unref (self->today);

  G_OBJECT_CLASS (palpate_plan_parent_class)->finalize (object);
}

static void
palpate_plan_class_init (PalpatePlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_plan_finalize;
}

static void
palpate_plan_init (PalpatePlan *self)
{
  self->steps = g_array_new (FALSE, FALSE, sizeof (PalpateStep));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->pressed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->today = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static int
get_rule (PalpatePlan    *self,
          PalpateRuleKind kind)
{
  return palpate_atlas_get_rule (self->atlas, kind)->value;
}

static const char *
get_rule_text (PalpatePlan    *self,
               PalpateRuleKind kind)
{
  const PalpateRule *rule = palpate_atlas_get_rule (self->atlas, kind);

  return palpate_content_text (rule->id, rule->text);
}

static char *
get_key (PalpateSidedPoint source)
{
  return g_strdup_printf ("%s/%s", source.point->id, palpate_side_to_id (source.side));
}

static int
get_count (GHashTable        *table,
           PalpateSidedPoint  source)
{
  g_autofree char *key = get_key (source);

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
  const int pressed = get_count (self->pressed, source);
  const int today = get_count (self->today, source);

  return MIN (get_rule (self, PALPATE_RULE_POINT_SECONDS) - pressed,
              get_rule (self, PALPATE_RULE_POINT_SECONDS_A_DAY) - today - pressed);
}

static void
add_pressed (PalpatePlan       *self,
             PalpateSidedPoint  source,
             int                seconds)
{
  g_hash_table_insert (self->pressed, get_key (source), GINT_TO_POINTER (get_count (self->pressed, source) + seconds));
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
  add_step (self, &step, get_rule (self, PALPATE_RULE_PREPARE_SECONDS));
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
              get_count (self->today, step.source) == 0 ? get_rule_text (self, PALPATE_RULE_POINT_SECONDS)
              : step.count == 0                         ? _("Enough for today. Next: tomorrow.")
                                                        : get_rule_text (self, PALPATE_RULE_POINT_SECONDS_A_DAY));
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
        judgement = palpate_care_judge (care, step.source.point->muscle, technique->id);
      if (judgement != NULL && judgement->verdict == PALPATE_VERDICT_LEFT_OUT)
        continue;
      dose.repeats = palpate_technique_counts_strokes (technique) ? dose.repeats : 1;   /* one set after the holds */
      if (get_room (self, step.source) < dose.hold_seconds)
        return;
      step.use = use;
      step.technique = technique;
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
        add_rest (self, step, get_rule (self, PALPATE_RULE_STRETCH_REST_SECONDS));
      step.longest = step.stretch->ceiling->hold_seconds;
      add_step (self, &step, dose.hold_seconds);
    }
}

static int
get_pressure_posture (PalpateTask *task)
{
  return palpate_atlas_get_technique (palpate_task_get_atlas (task), palpate_task_get_technique (task)->technique)->posture;
}

static int
get_stretch_posture (PalpateTask *task)
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

static void
add_task (PalpatePlan *self,
          PalpateTask *task,
          guint        position,
          PalpateCare *care)
{
  const PalpateSidedPoint source = palpate_task_get_source (task);
  const PalpateMuscle *muscle = source.point->muscle;
  const gboolean is_both = source.side == PALPATE_SIDE_BOTH;
  const PalpateSide sides[] = { is_both ? PALPATE_SIDE_LEFT : source.side, PALPATE_SIDE_RIGHT };
  const PalpatePointTechnique *use = palpate_task_get_technique (task);
  g_autoptr (PalpateJudgement) pressing = care != NULL ? palpate_care_judge (care, muscle, use->technique) : NULL;
  g_autoptr (PalpateJudgement) stretching = care != NULL ? palpate_care_judge_stretch (care, muscle) : NULL;
  const gboolean presses = !is_left_out (self, source, pressing);
  const gboolean stretches = palpate_task_get_stretch (task) != NULL && !is_left_out (self, source, stretching);
  /* both sides are pressed before both are stretched where that spares getting up */
  const gboolean apart = is_both && get_pressure_posture (task) != get_stretch_posture (task);
  PalpateStep step = { .task = position, .use = use, .technique = palpate_atlas_get_technique (self->atlas, use->technique) };

  for (int i = 0; i < (is_both ? 2 : 1); i++)
    {
      step.source = (PalpateSidedPoint) { source.point, sides[i] };
      if (presses)
        {
          add_pressure (self, step, palpate_task_get_dose (task));
          add_strokes (self, step, care);
        }
      if (stretches && !apart)
        add_stretch (self, task, step);
    }
  for (int i = 0; stretches && apart && i < 2; i++)
    {
      step.source.side = sides[i];
      add_stretch (self, task, step);
    }
}

static guint
count_change (int  posture,
              int *current)
{
  const gboolean changes = posture != PALPATE_POSTURE_ANY && *current != PALPATE_POSTURE_ANY && posture != *current;

  if (posture != PALPATE_POSTURE_ANY)
    *current = posture;
  return changes ? 1 : 0;
}

static guint
count_order (PalpateRoutine *routine,
             const guint    *order,
             guint           n_tasks)
{
  int posture = PALPATE_POSTURE_ANY;
  guint n_changes = 0;

  for (guint i = 0; i < n_tasks; i++)
    {
      PalpateTask *task = palpate_routine_get_task (routine, order[i]);

      n_changes += count_change (get_pressure_posture (task), &posture);
      n_changes += count_change (get_stretch_posture (task), &posture);
    }
  return n_changes;
}

typedef struct {
  PalpateRoutine *routine;
  guint           n_tasks;
  guint           order[MAX_TASKS];
  guint           best[MAX_TASKS];
  guint           n_changes;   /* of the best */
} Ordering;

/* Tries every order, those nearest to the person's own first, so that it gives way only to a better one. */
static void
try_orders (Ordering *self,
            guint     depth)
{
  if (depth == self->n_tasks)
    {
      const guint n_changes = count_order (self->routine, self->order, self->n_tasks);

      if (n_changes < self->n_changes)
        {
          self->n_changes = n_changes;
          memcpy (self->best, self->order, sizeof self->best);
        }
      return;
    }
  for (guint i = depth; i < self->n_tasks; i++)
    {
      const guint chosen = self->order[i];

      memmove (self->order + depth + 1, self->order + depth, (i - depth) * sizeof (guint));
      self->order[depth] = chosen;
      try_orders (self, depth + 1);
      memmove (self->order + depth, self->order + depth + 1, (i - depth) * sizeof (guint));
      self->order[i] = chosen;
    }
}

static void
read_today (PalpatePlan      *self,
            PalpateRoutine   *routine,
            PalpateTodayFunc  today,
            gpointer          user_data)
{
  static const PalpateSide sides[] = { PALPATE_SIDE_LEFT, PALPATE_SIDE_RIGHT };

  for (guint i = 0; i < palpate_routine_get_n_tasks (routine); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
      {
        const PalpateSidedPoint source = { palpate_task_get_source (palpate_routine_get_task (routine, i)).point, sides[j] };

        g_hash_table_insert (self->today, get_key (source), GINT_TO_POINTER (MAX (today (source, user_data), 0)));
      }
}

/**
 * palpate_plan_new:
 * @care: (nullable): leaves out what it does not allow
 * @today: (nullable) (scope call): what was pressed before on this day
 *
 * Returns: (transfer full): the steps. A routine that keeps its own order is left in it, any other is ordered so that
 *   one sits down and gets up as little as possible.
 */
PalpatePlan *
palpate_plan_new (PalpateRoutine   *routine,
                  PalpateCare      *care,
                  PalpateTodayFunc  today,
                  gpointer          user_data)
{
  PalpatePlan *self;
  Ordering ordering = { .routine = routine, .n_changes = G_MAXUINT };

  g_return_val_if_fail (PALPATE_IS_ROUTINE (routine), NULL);

  self = g_object_new (PALPATE_TYPE_PLAN, NULL);
  self->atlas = g_object_ref (palpate_routine_get_atlas (routine));
  self->name = g_strdup (palpate_routine_get_name (routine));
  if (today != NULL)
    read_today (self, routine, today, user_data);
  ordering.n_tasks = MIN (palpate_routine_get_n_tasks (routine), MAX_TASKS);
  for (guint i = 0; i < ordering.n_tasks; i++)
    ordering.best[i] = ordering.order[i] = i;
  if (!palpate_routine_get_keeps_order (routine))
    try_orders (&ordering, 0);
  for (guint i = 0; i < ordering.n_tasks; i++)
    add_task (self, palpate_routine_get_task (routine, ordering.best[i]), ordering.best[i], care);
  g_ptr_array_add (self->notes, NULL);
  return self;
}

PalpateAtlas *
palpate_plan_get_atlas (PalpatePlan *self)
{
  g_return_val_if_fail (PALPATE_IS_PLAN (self), NULL);

  return self->atlas;
}

const char *
palpate_plan_get_name (PalpatePlan *self)
{
  g_return_val_if_fail (PALPATE_IS_PLAN (self), NULL);

  return self->name;
}

guint
palpate_plan_get_n_steps (PalpatePlan *self)
{
  g_return_val_if_fail (PALPATE_IS_PLAN (self), 0);

  return self->steps->len;
}

/**
 * palpate_plan_get_step:
 *
 * Returns: (transfer none) (nullable): the step at @position, %NULL after the last
 */
const PalpateStep *
palpate_plan_get_step (PalpatePlan *self,
                       guint        position)
{
  g_return_val_if_fail (PALPATE_IS_PLAN (self), NULL);

  return position < self->steps->len ? &g_array_index (self->steps, PalpateStep, position) : NULL;
}

/**
 * palpate_plan_get_seconds:
 *
 * Returns: how long all steps take
 */
int
palpate_plan_get_seconds (PalpatePlan *self)
{
  int seconds = 0;

  g_return_val_if_fail (PALPATE_IS_PLAN (self), 0);

  for (guint i = 0; i < self->steps->len; i++)
    seconds += g_array_index (self->steps, PalpateStep, i).seconds;
  return seconds;
}

/**
 * palpate_plan_get_n_changes:
 *
 * Returns: how often one changes between sitting, standing, kneeling and lying
 */
guint
palpate_plan_get_n_changes (PalpatePlan *self)
{
  int posture = PALPATE_POSTURE_ANY;
  guint n_changes = 0;

  g_return_val_if_fail (PALPATE_IS_PLAN (self), 0);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PalpateStep *step = &g_array_index (self->steps, PalpateStep, i);

      n_changes += count_change (step->stretch != NULL ? step->stretch->posture : step->technique->posture, &posture);
    }
  return n_changes;
}

/**
 * palpate_plan_get_today:
 *
 * Returns: seconds of pressure that @source had on this day before the plan
 */
int
palpate_plan_get_today (PalpatePlan       *self,
                        PalpateSidedPoint  source)
{
  g_return_val_if_fail (PALPATE_IS_PLAN (self), 0);

  return get_count (self->today, source);
}

/**
 * palpate_plan_get_notes:
 *
 * Returns: (transfer none): what is shorter than asked for or left out, a line each
 */
const char *const *
palpate_plan_get_notes (PalpatePlan *self)
{
  g_return_val_if_fail (PALPATE_IS_PLAN (self), NULL);

  return (const char *const *) self->notes->pdata;
}

/**
 * palpate_plan_dup_obstacle:
 *
 * Returns: (transfer full) (nullable): why it cannot be started, a sentence; %NULL if it can
 */
char *
palpate_plan_dup_obstacle (PalpatePlan *self)
{
  g_return_val_if_fail (PALPATE_IS_PLAN (self), NULL);

  if (self->steps->len == 0)
    return g_strdup (self->notes->len > 1 ? g_ptr_array_index (self->notes, 0) : _("There is nothing in it yet."));
  if (palpate_plan_get_seconds (self) > get_rule (self, PALPATE_RULE_ROUTINE_SECONDS))
    /* Translators: %s is a whole sentence such as "At most 15 minutes each time." */
    return g_strdup_printf (_("%s Take a point out, or choose one side."), get_rule_text (self, PALPATE_RULE_ROUTINE_SECONDS));
  return NULL;
}

/**
 * palpate_plan_describe_length:
 *
 * Returns: "about 8 minutes"
 */
char *
palpate_plan_describe_length (PalpatePlan *self)
{
  const int minutes = (palpate_plan_get_seconds (self) + 30) / 60;

  if (minutes < 1)
    return g_strdup (_("less than a minute"));
  return g_strdup_printf (ngettext ("about %d minute", "about %d minutes", minutes), minutes);
}
