/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_TASKS 8   /* all orders of so many can be tried; the rules of the content allow fewer */

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
  g_strfreev (self->task_notes);
  g_string_chunk_free (self->care_notes);

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
  self->care_notes = g_string_chunk_new (256);
  self->pressed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->today = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

      n_changes += count_change (palpate_task_get_pressure_posture (task), &posture);
      n_changes += count_change (palpate_task_get_stretch_posture (task), &posture);
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

        g_hash_table_insert (self->today, palpate_plan_dup_key (source), GINT_TO_POINTER (MAX (today (source, user_data), 0)));
      }
}

static PalpatePlan *
plan_new (PalpateRoutine *routine)
{
  PalpatePlan *self = g_object_new (PALPATE_TYPE_PLAN, NULL);

  self->atlas = g_object_ref (palpate_routine_get_atlas (routine));
  self->name = g_strdup (palpate_routine_get_name (routine));
  self->task_notes = g_new0 (char *, palpate_routine_get_n_tasks (routine) + 1);
  for (guint i = 0; i < palpate_routine_get_n_tasks (routine); i++)
    {
      const char *note = palpate_task_get_note (palpate_routine_get_task (routine, i));

      self->task_notes[i] = g_strdup (note != NULL ? note : "");
    }
  return self;
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

  self = plan_new (routine);
  if (today != NULL)
    read_today (self, routine, today, user_data);
  ordering.n_tasks = MIN (palpate_routine_get_n_tasks (routine), MAX_TASKS);
  for (guint i = 0; i < ordering.n_tasks; i++)
    ordering.best[i] = ordering.order[i] = i;
  if (!palpate_routine_get_keeps_order (routine))
    try_orders (&ordering, 0);
  for (guint i = 0; i < ordering.n_tasks; i++)
    palpate_plan_add_task (self, palpate_routine_get_task (routine, ordering.best[i]), ordering.best[i], care);
  g_ptr_array_add (self->notes, NULL);
  return self;
}

/**
 * palpate_plan_new_break:
 * @care: (nullable): leaves out what it does not allow without a warning
 * @turn: which point comes first; a number that goes up from break to break
 *
 * Returns: (transfer full): about a minute of stretches for the points of @routine, without pressure; no steps where none
 *   of them has a stretch that is allowed
 */
PalpatePlan *
palpate_plan_new_break (PalpateRoutine *routine,
                        PalpateCare    *care,
                        guint           turn)
{
  PalpatePlan *self;

  g_return_val_if_fail (PALPATE_IS_ROUTINE (routine), NULL);

  self = plan_new (routine);
  g_free (self->name);
  self->name = g_strdup (_("A minute of stretches"));
  palpate_plan_add_break (self, routine, care, turn);
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

/* Seconds of the steps from @position on that run by the clock. */
int
palpate_plan_count_timed (PalpatePlan *self,
                          guint        position)
{
  int seconds = 0;

  for (guint i = position; i < self->steps->len; i++)
    {
      const PalpateStep *step = &g_array_index (self->steps, PalpateStep, i);

      seconds += step->kind != PALPATE_STEP_GATHER ? step->seconds : 0;
    }
  return seconds;
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

  return palpate_plan_get_count (self->today, source);
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
 * palpate_plan_get_task_note:
 *
 * Returns: (nullable): what the person noted for the point of @step
 */
const char *
palpate_plan_get_task_note (PalpatePlan       *self,
                            const PalpateStep *step)
{
  g_return_val_if_fail (PALPATE_IS_PLAN (self), NULL);

  return *self->task_notes[step->task] != '\0' ? self->task_notes[step->task] : NULL;
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
  if (palpate_plan_count_timed (self, 0) > palpate_plan_get_rule (self, PALPATE_RULE_ROUTINE_SECONDS))
    /* Translators: %s is a whole sentence such as "At most 15 minutes each time." */
    return g_strdup_printf (_("%s Take a point out, or choose one side."), palpate_plan_get_rule_text (self, PALPATE_RULE_ROUTINE_SECONDS));
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
