/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file: { "format": 1, "current": ROUTINE, "kept": [ ROUTINE, … ] }, a routine as in palpate-routine-json.c.
 */
#include "palpate-routine-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "palpate-json.h"

#define FORMAT 1
#define SAVE_DELAY_MS 800

struct _PalpateRoutineStore {
  GObject parent_instance;

  /* owned */
  PalpateAtlas   *atlas;
  GFile          *file;
  PalpateRoutine *current;
  GListStore     *kept;
  char           *trouble;   /* what the reader should know of the file */

  guint    save_id;
  gboolean is_loading;
};

G_DEFINE_FINAL_TYPE (PalpateRoutineStore, palpate_routine_store, G_TYPE_OBJECT)

static gboolean
save_cb (gpointer user_data)
{
  PalpateRoutineStore *self = user_data;

  self->save_id = 0;
  palpate_routine_store_save (self);
  return G_SOURCE_REMOVE;
}

static void
save_soon (PalpateRoutineStore *self)
{
  if (self->is_loading || self->file == NULL)
    return;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY_MS, save_cb, self);
}

static void
palpate_routine_store_dispose (GObject *object)
{
  PalpateRoutineStore *self = PALPATE_ROUTINE_STORE (object);

  if (self->save_id != 0)
    {
      g_clear_handle_id (&self->save_id, g_source_remove);
      palpate_routine_store_save (self);
    }
  if (self->current != NULL)
    g_signal_handlers_disconnect_by_data (self->current, self);
  g_clear_object (&self->current);
  g_clear_object (&self->kept);
  g_clear_object (&self->file);
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->trouble, g_free);

  G_OBJECT_CLASS (palpate_routine_store_parent_class)->dispose (object);
}

static void
palpate_routine_store_class_init (PalpateRoutineStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_routine_store_dispose;
}

static void
palpate_routine_store_init (PalpateRoutineStore *self)
{
  self->kept = g_list_store_new (PALPATE_TYPE_ROUTINE);
}

/* A routine that is there twice: as it is kept, and as it is worked on. */
void
palpate_routine_copy (PalpateRoutine *from,
                      PalpateRoutine *to)
{
  g_autoptr (JsonNode) node = palpate_routine_to_json (from);
  g_autoptr (PalpateRoutine) copy = palpate_routine_new_from_json (palpate_routine_get_atlas (from), node, NULL, NULL);

  g_return_if_fail (copy != NULL);

  palpate_routine_clear (to);
  palpate_routine_set_name (to, palpate_routine_get_name (copy));
  palpate_routine_set_keeps_order (to, palpate_routine_get_keeps_order (copy));
  while (palpate_routine_get_n_tasks (copy) > 0)
    {
      g_autoptr (PalpateTask) task = palpate_routine_remove (copy, 0);

      palpate_routine_insert (to, G_MAXUINT, task);
    }
}

static gboolean
read_root (PalpateRoutineStore *self,
           JsonNode            *root,
           GPtrArray           *problems,
           GError             **error)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *kept = object != NULL ? json_object_get_member (object, "kept") : NULL;
  JsonNode *format = object != NULL ? json_object_get_member (object, "format") : NULL;
  g_autoptr (PalpateRoutine) current = NULL;

  if (format != NULL && JSON_NODE_HOLDS_VALUE (format) && json_node_get_value_type (format) == G_TYPE_INT64
      && json_node_get_int (format) > FORMAT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("a newer Palpate wrote them"));
      return FALSE;
    }
  if (object == NULL || kept == NULL || !JSON_NODE_HOLDS_ARRAY (kept))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("it is not a list of routines"));
      return FALSE;
    }
  current = palpate_routine_new_from_json (self->atlas, json_object_get_member (object, "current"), problems, error);
  if (current == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (kept)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (kept), i);
      g_autoptr (PalpateRoutine) routine = palpate_routine_new_from_json (self->atlas, node, problems, error);

      if (routine == NULL)
        return FALSE;
      g_list_store_append (self->kept, routine);
    }
  palpate_routine_copy (current, self->current);
  return TRUE;
}

/* What cannot be read is moved away, so that saving does not destroy it. */
static void
set_aside (PalpateRoutineStore *self,
           const char          *reason)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *aside_name = g_strconcat (name, ".unreadable", NULL);
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autoptr (GFile) aside = g_file_get_child (folder, aside_name);
  g_autoptr (GError) error = NULL;

  g_list_store_remove_all (self->kept);
  palpate_routine_clear (self->current);
  if (g_file_move (self->file, aside, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    /* Translators: why the file could not be read, then the new name of that file */
    self->trouble = g_strdup_printf (_("Your routines could not be read: %1$s. The file is kept as “%2$s”."), reason, aside_name);
  else
    {
      self->trouble = g_strdup_printf (_("Your routines could not be read: %s. Nothing will be saved."), reason);
      g_clear_object (&self->file);
    }
  g_message ("%s", self->trouble);
}

static void
load (PalpateRoutineStore *self)
{
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_load_contents (self->file, NULL, &contents, &length, NULL, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        set_aside (self, error->message);
      return;
    }
  root = palpate_json_parse (contents, length, &error);
  if (root == NULL || !read_root (self, root, problems, &error))
    set_aside (self, error->message);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = palpate_problem_to_string (g_ptr_array_index (problems, i));

      g_message ("%s", line);
    }
}

/**
 * palpate_routine_store_new:
 * @file: where the routines are; need not be there yet
 */
PalpateRoutineStore *
palpate_routine_store_new (PalpateAtlas *atlas,
                           GFile        *file)
{
  PalpateRoutineStore *self;

  g_return_val_if_fail (PALPATE_IS_ATLAS (atlas), NULL);

  self = g_object_new (PALPATE_TYPE_ROUTINE_STORE, NULL);
  self->atlas = g_object_ref (atlas);
  self->file = g_object_ref (file);
  self->current = palpate_routine_new (atlas);
  self->is_loading = TRUE;
  load (self);
  self->is_loading = FALSE;
  g_signal_connect_swapped (self->current, "changed", G_CALLBACK (save_soon), self);
  return self;
}

PalpateRoutine *
palpate_routine_store_get_current (PalpateRoutineStore *self)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE_STORE (self), NULL);

  return self->current;
}

/**
 * palpate_routine_store_get_kept:
 *
 * Returns: (transfer none): the routines with a name, #PalpateRoutine each
 */
GListModel *
palpate_routine_store_get_kept (PalpateRoutineStore *self)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE_STORE (self), NULL);

  return G_LIST_MODEL (self->kept);
}

/**
 * palpate_routine_store_find:
 *
 * Returns: (transfer none) (nullable): the routine that is kept under @name
 */
PalpateRoutine *
palpate_routine_store_find (PalpateRoutineStore *self,
                            const char          *name)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE_STORE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->kept)); i++)
    {
      g_autoptr (PalpateRoutine) routine = g_list_model_get_item (G_LIST_MODEL (self->kept), i);

      if (g_str_equal (palpate_routine_get_name (routine), name))
        return routine;   /* the list's reference stays */
    }
  return NULL;
}

/**
 * palpate_routine_store_keep:
 *
 * Keeps the current routine under @name, in the place of one that has this name already.
 */
void
palpate_routine_store_keep (PalpateRoutineStore *self,
                            const char          *name)
{
  g_autoptr (PalpateRoutine) routine = NULL;
  PalpateRoutine *known;

  g_return_if_fail (PALPATE_IS_ROUTINE_STORE (self));
  g_return_if_fail (name != NULL && *name != '\0');

  palpate_routine_set_name (self->current, name);
  known = palpate_routine_store_find (self, name);
  if (known != NULL)
    {
      palpate_routine_copy (self->current, known);
    }
  else
    {
      routine = palpate_routine_new (self->atlas);
      palpate_routine_copy (self->current, routine);
      g_list_store_append (self->kept, routine);
    }
  save_soon (self);
}

/**
 * palpate_routine_store_forget:
 *
 * Returns: (transfer full): the routine, for taking it back
 */
PalpateRoutine *
palpate_routine_store_forget (PalpateRoutineStore *self,
                              guint                position)
{
  PalpateRoutine *routine;

  g_return_val_if_fail (PALPATE_IS_ROUTINE_STORE (self), NULL);

  routine = g_list_model_get_item (G_LIST_MODEL (self->kept), position);
  g_list_store_remove (self->kept, position);
  save_soon (self);
  return routine;
}

void
palpate_routine_store_restore (PalpateRoutineStore *self,
                               guint                position,
                               PalpateRoutine      *routine)
{
  g_return_if_fail (PALPATE_IS_ROUTINE_STORE (self));

  g_list_store_insert (self->kept, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->kept))), routine);
  save_soon (self);
}

static char *
write_text (PalpateRoutineStore *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, FORMAT);
  json_builder_set_member_name (builder, "current");
  json_builder_add_value (builder, palpate_routine_to_json (self->current));
  json_builder_set_member_name (builder, "kept");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->kept)); i++)
    {
      g_autoptr (PalpateRoutine) routine = g_list_model_get_item (G_LIST_MODEL (self->kept), i);

      json_builder_add_value (builder, palpate_routine_to_json (routine));
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

/**
 * palpate_routine_store_save:
 *
 * Writes the file now, as a whole or not at all.
 */
void
palpate_routine_store_save (PalpateRoutineStore *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PALPATE_IS_ROUTINE_STORE (self));

  if (self->file == NULL)
    return;
  text = write_text (self);
  folder = g_file_get_parent (self->file);
  g_file_make_directory_with_parents (folder, NULL, NULL);   /* if it cannot be made, writing says why */
  if (!g_file_replace_contents (self->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    g_message ("routines are not saved: %s", error->message);
}

/**
 * palpate_routine_store_get_trouble:
 *
 * Returns: (nullable): what the reader should know of the file, a sentence or two
 */
const char *
palpate_routine_store_get_trouble (PalpateRoutineStore *self)
{
  g_return_val_if_fail (PALPATE_IS_ROUTINE_STORE (self), NULL);

  return self->trouble;
}
