/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-routine.h"

#include <glib/gi18n-lib.h>

#include "palpate-error.h"

struct _PalpateRoutine {
  GObject parent_instance;

  /* owned */
  PalpateAtlas *atlas;
  GPtrArray    *tasks;
  char         *name;

  gboolean keeps_order;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed_cb (PalpateRoutine *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GType
get_item_type (GListModel *model)
{
  return PALPATE_TYPE_TASK;
}

static guint
get_n_items (GListModel *model)
{
  return PALPATE_ROUTINE (model)->tasks->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  PalpateRoutine *self = PALPATE_ROUTINE (model);

  return position < self->tasks->len ? g_object_ref (g_ptr_array_index (self->tasks, position)) : NULL;
}

static void
init_list_model (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (PalpateRoutine, palpate_routine, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static void
palpate_routine_finalize (GObject *object)
{
  PalpateRoutine *self = PALPATE_ROUTINE (object);

  for (guint i = 0; i < self->tasks->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->tasks, i), self);
  g_ptr_array_unref (self->tasks);
  g_clear_object (&self->atlas);
  g_free (self->name);

  G_OBJECT_CLASS (palpate_routine_parent_class)->finalize (object);
}

static void
palpate_routine_class_init (PalpateRoutineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_routine_finalize;

  /* something in the routine or in one of its tasks is different */
  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_ROUTINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_routine_init (PalpateRoutine *self)
{
  self->tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->name = g_strdup ("");
}

PalpateRoutine *
palpate_routine_new (PalpateAtlas *atlas)
{
  PalpateRoutine *self;

  g_return_val_if_fail (PALPATE_IS_ATLAS (atlas), NULL);

  self = g_object_new (PALPATE_TYPE_ROUTINE, NULL);
  self->atlas = g_object_ref (atlas);
  return self;
}

PalpateAtlas *
palpate_routine_get_atlas (PalpateRoutine *self)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), NULL);

  return self->atlas;
}

const char *
palpate_routine_get_name (PalpateRoutine *self)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), NULL);

  return self->name;
}

void
palpate_routine_set_name (PalpateRoutine *self,
                          const char     *name)
{
  g_return_if_fail (PALPATE_IS_ROUTINE (self));
  g_return_if_fail (name != NULL);

  if (g_str_equal (name, self->name))
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  emit_changed_cb (self);
}

/**
 * palpate_routine_get_keeps_order:
 *
 * Returns: whether the tasks are done in this order; otherwise a plan may change it to spare getting up
 */
gboolean
palpate_routine_get_keeps_order (PalpateRoutine *self)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), FALSE);

  return self->keeps_order;
}

void
palpate_routine_set_keeps_order (PalpateRoutine *self,
                                 gboolean        keeps_order)
{
  g_return_if_fail (PALPATE_IS_ROUTINE (self));

  if (self->keeps_order == keeps_order)
    return;
  self->keeps_order = keeps_order;
  emit_changed_cb (self);
}

guint
palpate_routine_get_n_tasks (PalpateRoutine *self)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), 0);

  return self->tasks->len;
}

/**
 * palpate_routine_get_task:
 *
 * Returns: (transfer none): the task at @position, which must be one
 */
PalpateTask *
palpate_routine_get_task (PalpateRoutine *self,
                          guint           position)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), NULL);
  g_return_val_if_fail (position < self->tasks->len, NULL);

  return g_ptr_array_index (self->tasks, position);
}

/**
 * palpate_routine_find:
 *
 * Returns: (transfer none) (nullable): the task for this point that works on this side too
 */
PalpateTask *
palpate_routine_find (PalpateRoutine    *self,
                      PalpateSidedPoint  source)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), NULL);

  for (guint i = 0; i < self->tasks->len; i++)
    {
      PalpateTask *task = g_ptr_array_index (self->tasks, i);
      const PalpateSidedPoint other = palpate_task_get_source (task);

      if (other.point == source.point
          && (other.side == PALPATE_SIDE_BOTH || source.side == PALPATE_SIDE_BOTH || other.side == source.side))
        return task;
    }
  return NULL;
}

/**
 * palpate_routine_may_append:
 * @error: why not, a sentence for the reader
 */
gboolean
palpate_routine_may_append (PalpateRoutine    *self,
                            PalpateSidedPoint  source,
                            GError           **error)
{
  const PalpateRule *rule;

  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), FALSE);
  g_return_val_if_fail (source.point != NULL, FALSE);

  rule = palpate_atlas_get_rule (self->atlas, PALPATE_RULE_POINTS);
  if (source.point->mode == PALPATE_MODE_PROFESSIONAL || source.point->techniques.length == 0)
    g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT,
                         _("This point is for trained hands, so it cannot be part of a routine."));
  else if (palpate_routine_find (self, source) != NULL)
    g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT, _("This point is in the routine already."));
  else if (self->tasks->len >= (guint) rule->value)
    g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT,
                 /* Translators: %s is a whole sentence such as "At most five points each time." */
                 _("%s Take one out to add another."), palpate_content_text (rule->id, rule->text));
  else
    return TRUE;
  return FALSE;
}

/**
 * palpate_routine_append:
 *
 * Returns: (transfer none) (nullable): the new task, or %NULL with a reason that can be shown
 */
PalpateTask *
palpate_routine_append (PalpateRoutine    *self,
                        PalpateSidedPoint  source,
                        GError           **error)
{
  g_autoptr (PalpateTask) task = NULL;

  if (!palpate_routine_may_append (self, source, error))
    return NULL;
  task = palpate_task_new (self->atlas, source);
  palpate_routine_insert (self, self->tasks->len, task);
  return task;   /* the routine's reference stays */
}

/**
 * palpate_routine_insert:
 * @task: (transfer none): one that was removed before; taking back asks for no permission
 */
void
palpate_routine_insert (PalpateRoutine *self,
                        guint           position,
                        PalpateTask    *task)
{
  g_return_if_fail (PALPATE_IS_ROUTINE (self));
  g_return_if_fail (PALPATE_IS_TASK (task));

  position = MIN (position, self->tasks->len);
  g_ptr_array_insert (self->tasks, (int) position, g_object_ref (task));
  g_signal_connect_swapped (task, "changed", G_CALLBACK (emit_changed_cb), self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  emit_changed_cb (self);
}

/**
 * palpate_routine_remove:
 *
 * Returns: (transfer full): the task, for taking it back
 */
PalpateTask *
palpate_routine_remove (PalpateRoutine *self,
                        guint           position)
{
  PalpateTask *task;

  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), NULL);
  g_return_val_if_fail (position < self->tasks->len, NULL);

  task = g_ptr_array_steal_index (self->tasks, position);
  g_signal_handlers_disconnect_by_data (task, self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
  emit_changed_cb (self);
  return task;
}

void
palpate_routine_move (PalpateRoutine *self,
                      guint           from,
                      guint           to)
{
  gpointer task;

  g_return_if_fail (PALPATE_IS_ROUTINE (self));
  g_return_if_fail (from < self->tasks->len && to < self->tasks->len);

  if (from == to)
    return;
  task = g_ptr_array_steal_index (self->tasks, from);
  g_ptr_array_insert (self->tasks, (int) to, task);
  g_list_model_items_changed (G_LIST_MODEL (self), MIN (from, to), MAX (from, to) - MIN (from, to) + 1,
                              MAX (from, to) - MIN (from, to) + 1);
  emit_changed_cb (self);
}

void
palpate_routine_clear (PalpateRoutine *self)
{
  const guint n_tasks = palpate_routine_get_n_tasks (self);

  if (n_tasks == 0)
    return;
  for (guint i = 0; i < n_tasks; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (self->tasks, i), self);
  g_ptr_array_set_size (self->tasks, 0);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_tasks, 0);
  emit_changed_cb (self);
}

/**
 * palpate_routine_fill:
 *
 * Becomes a ready-made one.
 */
void
palpate_routine_fill (PalpateRoutine            *self,
                      const PalpateReadyRoutine *ready)
{
  static const PalpateSide sides[] = { PALPATE_SIDE_LEFT, PALPATE_SIDE_RIGHT, PALPATE_SIDE_BOTH };

  g_return_if_fail (PALPATE_IS_ROUTINE (self));

  palpate_routine_clear (self);
  palpate_routine_set_name (self, palpate_content_text (ready->id, ready->name));
  palpate_routine_set_keeps_order (self, FALSE);
  for (guint i = 0; i < ready->tasks.length; i++)
    {
      const PalpateReadyTask *item = ready->tasks.items[i];
      const PalpatePoint *point = palpate_atlas_get_point (self->atlas, item->point);
      PalpateTask *task = palpate_routine_append (self, (PalpateSidedPoint) { point, sides[item->side] }, NULL);

      for (guint j = 0; task != NULL && j < point->techniques.length; j++)
        if (g_str_equal (((const PalpatePointTechnique *) point->techniques.items[j])->technique, item->technique))
          palpate_task_set_technique (task, point->techniques.items[j]);
    }
}
