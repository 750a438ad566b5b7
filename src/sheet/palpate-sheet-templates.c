/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file: { "format": 1, "kind": "palpate-templates", "templates": [ { "name": "Neck", "sheet": SHEET }, … ] },
 * a sheet as in palpate-sheet-file.h.
 */
#include "palpate-sheet-templates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "palpate-error.h"
#include "palpate-json.h"
#include "palpate-sheet-file.h"

#define FORMAT 1
#define KIND "palpate-templates"

struct _PalpateSheetTemplate {
  GObject parent_instance;

  char     *name;
  JsonNode *sheet;
};

G_DEFINE_FINAL_TYPE (PalpateSheetTemplate, palpate_sheet_template, G_TYPE_OBJECT)

struct _PalpateSheetTemplates {
  GObject parent_instance;

  /* owned */
  GFile      *file;      /* (nullable): none if it can neither be read nor be put aside */
  GListStore *list;
  char       *trouble;   /* what the reader should know of the file */
};

G_DEFINE_FINAL_TYPE (PalpateSheetTemplates, palpate_sheet_templates, G_TYPE_OBJECT)

static void
palpate_sheet_template_finalize (GObject *object)
{
  PalpateSheetTemplate *self = PALPATE_SHEET_TEMPLATE (object);

  g_free (self->name);
  json_node_unref (self->sheet);

  G_OBJECT_CLASS (palpate_sheet_template_parent_class)->finalize (object);
}

static void
palpate_sheet_template_class_init (PalpateSheetTemplateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_sheet_template_finalize;
}

static void
palpate_sheet_template_init (PalpateSheetTemplate *self)
{
}

/* @sheet: (transfer full) */
static PalpateSheetTemplate *
template_new (const char *name,
              JsonNode   *sheet)
{
  PalpateSheetTemplate *self = g_object_new (PALPATE_TYPE_SHEET_TEMPLATE, NULL);

  self->name = g_strdup (name);
  self->sheet = sheet;
  return self;
}

const char *
palpate_sheet_template_get_name (PalpateSheetTemplate *self)
{
  return self->name;
}

static void
palpate_sheet_templates_finalize (GObject *object)
{
  PalpateSheetTemplates *self = PALPATE_SHEET_TEMPLATES (object);

  g_clear_object (&self->file);
  g_clear_object (&self->list);
  g_free (self->trouble);

  G_OBJECT_CLASS (palpate_sheet_templates_parent_class)->finalize (object);
}

static void
palpate_sheet_templates_class_init (PalpateSheetTemplatesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_sheet_templates_finalize;
}

static void
palpate_sheet_templates_init (PalpateSheetTemplates *self)
{
  self->list = g_list_store_new (PALPATE_TYPE_SHEET_TEMPLATE);
}

static const char *
get_string (JsonObject *object,
            const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

/* Fills @found. Returns: (nullable): why the file is none of ours */
static const char *
read_root (JsonNode   *root,
           GListStore *found)
{
  JsonObject *object = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *format = object != NULL ? json_object_get_member (object, "format") : NULL;
  JsonNode *list = object != NULL ? json_object_get_member (object, "templates") : NULL;

  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list) || g_strcmp0 (get_string (object, "kind"), KIND) != 0)
    return _("it is not a list of templates");
  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format) || json_node_get_value_type (format) != G_TYPE_INT64 || json_node_get_int (format) > FORMAT)
    return _("a newer Palpate wrote it");
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    {
      JsonNode *node = json_array_get_element (json_node_get_array (list), i);
      JsonObject *item = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      const char *name = item != NULL ? get_string (item, "name") : NULL;
      JsonNode *sheet = item != NULL ? json_object_get_member (item, "sheet") : NULL;
      g_autoptr (PalpateSheetTemplate) kept = NULL;

      if (name == NULL || *name == '\0' || sheet == NULL || !JSON_NODE_HOLDS_OBJECT (sheet))
        return _("one of the templates is damaged");
      kept = template_new (name, json_node_copy (sheet));
      g_list_store_append (found, kept);
    }
  return NULL;
}

/* What cannot be read is moved to a name that nothing has yet, so that saving does not destroy it. */
static void
set_aside (PalpateSheetTemplates *self,
           const char            *reason)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autofree char *base = g_file_get_basename (self->file);
  g_autofree char *name = NULL;
  gboolean is_moved = FALSE;

  for (guint i = 1; i < 100 && !is_moved; i++)
    {
      g_autoptr (GFile) aside = NULL;
      g_autoptr (GError) error = NULL;

      g_free (name);
      name = i == 1 ? g_strconcat (base, ".unreadable", NULL) : g_strdup_printf ("%s.unreadable-%u", base, i);
      aside = g_file_get_child (folder, name);
      is_moved = g_file_move (self->file, aside, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      if (!is_moved && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
        break;
    }
  if (is_moved)
    /* Translators: why the file could not be read, then the new name of that file */
    self->trouble = g_strdup_printf (_("Your templates could not be read: %1$s. The file is kept as “%2$s”."), reason, name);
  else
    {
      self->trouble = g_strdup_printf (_("Your templates could not be read: %s. Nothing will be saved."), reason);
      g_clear_object (&self->file);
    }
  g_message ("%s", self->trouble);
}

static void
load (PalpateSheetTemplates *self)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GListStore) found = g_list_store_new (PALPATE_TYPE_SHEET_TEMPLATE);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  const char *reason;
  gsize length;

  if (!g_file_load_contents (self->file, NULL, &contents, &length, NULL, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        set_aside (self, error->message);
      return;
    }
  root = palpate_json_parse (contents, length, NULL);
  reason = root != NULL ? read_root (root, found) : _("it is damaged");
  if (reason != NULL)
    {
      set_aside (self, reason);
      return;
    }
  g_object_unref (self->list);
  self->list = g_steal_pointer (&found);
}

/**
 * palpate_sheet_templates_new:
 * @file: where they are; need not be there yet
 */
PalpateSheetTemplates *
palpate_sheet_templates_new (GFile *file)
{
  PalpateSheetTemplates *self = g_object_new (PALPATE_TYPE_SHEET_TEMPLATES, NULL);

  self->file = g_object_ref (file);
  load (self);
  return self;
}

/**
 * palpate_sheet_templates_get_list:
 *
 * Returns: (transfer none): the templates, #PalpateSheetTemplate each
 */
GListModel *
palpate_sheet_templates_get_list (PalpateSheetTemplates *self)
{
  return G_LIST_MODEL (self->list);
}

/**
 * palpate_sheet_templates_get_trouble:
 *
 * Returns: (nullable): what the reader should know of the file, a sentence or two
 */
const char *
palpate_sheet_templates_get_trouble (PalpateSheetTemplates *self)
{
  return self->trouble;
}

static char *
write_text (PalpateSheetTemplates *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *list = json_array_new ();

  json_node_take_object (root, object);
  json_object_set_int_member (object, "format", FORMAT);
  json_object_set_string_member (object, "kind", KIND);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (PalpateSheetTemplate) kept = g_list_model_get_item (G_LIST_MODEL (self->list), i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "name", kept->name);
      json_object_set_member (item, "sheet", json_node_copy (kept->sheet));
      json_array_add_object_element (list, item);
    }
  json_object_set_array_member (object, "templates", list);
  return json_to_string (root, TRUE);
}

static gboolean
save (PalpateSheetTemplates  *self,
      GError                **error)
{
  g_autofree char *text = write_text (self);
  g_autoptr (GFile) folder = NULL;

  if (self->file == NULL)
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT, self->trouble);
      return FALSE;
    }
  folder = g_file_get_parent (self->file);
  g_file_make_directory_with_parents (folder, NULL, NULL);   /* if it cannot be made, writing says why */
  return g_file_replace_contents (self->file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}

/* Takes out what is at @position, and puts in @kept; back to what was if it cannot be saved. */
static gboolean
replace (PalpateSheetTemplates *self,
         guint                  position,
         guint                  n_removed,
         PalpateSheetTemplate  *kept,
         GError               **error)
{
  g_autoptr (PalpateSheetTemplate) before = n_removed > 0 ? g_list_model_get_item (G_LIST_MODEL (self->list), position) : NULL;

  g_list_store_splice (self->list, position, n_removed, (gpointer *) &kept, kept != NULL ? 1 : 0);
  if (save (self, error))
    return TRUE;
  g_list_store_splice (self->list, position, kept != NULL ? 1 : 0, (gpointer *) &before, n_removed);
  return FALSE;
}

/* Returns: where the one of that name is, or the end */
static guint
find (PalpateSheetTemplates *self,
      const char            *name)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->list)); i++)
    {
      g_autoptr (PalpateSheetTemplate) kept = g_list_model_get_item (G_LIST_MODEL (self->list), i);

      if (g_str_equal (kept->name, name))
        break;
    }
  return i;
}

/**
 * palpate_sheet_templates_keep:
 * @name: of the template; one that has it already is replaced
 *
 * Keeps what is on @sheet, without the person and where it hurts that person.
 */
gboolean
palpate_sheet_templates_keep (PalpateSheetTemplates  *self,
                              PalpateSheet           *sheet,
                              const char             *name,
                              GError                **error)
{
  g_autofree char *data = palpate_sheet_to_data (sheet, FALSE);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (JsonNode) node = json_from_string (data, NULL);
  g_autoptr (PalpateSheetTemplate) kept = NULL;
  const guint position = find (self, g_strstrip (valid));

  g_return_val_if_fail (*valid != '\0', FALSE);

  json_object_remove_member (json_node_get_object (node), "marks");
  kept = template_new (valid, g_steal_pointer (&node));
  return replace (self, position, position < g_list_model_get_n_items (G_LIST_MODEL (self->list)) ? 1 : 0, kept, error);
}

/**
 * palpate_sheet_templates_use:
 *
 * Gives @sheet what the template has; its day, its person and where it hurts stay.
 */
gboolean
palpate_sheet_templates_use (PalpateSheetTemplates  *self,
                             guint                   position,
                             PalpateSheet           *sheet,
                             GError                **error)
{
  g_autoptr (PalpateSheetTemplate) kept = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  g_autofree char *data = NULL;
  g_autofree char *person = g_strdup (palpate_sheet_get_text (sheet, PALPATE_SHEET_PERSON));
  g_autoptr (PalpateMarks) marks = g_object_ref (palpate_sheet_get_marks (sheet));
  const GDate date = *palpate_sheet_get_date (sheet);
  gboolean is_used;

  g_return_val_if_fail (kept != NULL, FALSE);

  data = json_to_string (kept->sheet, FALSE);
  palpate_sheet_freeze (sheet);
  is_used = palpate_sheet_assign_data (sheet, data, -1, NULL, error);
  if (is_used)
    {
      palpate_sheet_set_text (sheet, PALPATE_SHEET_PERSON, person);
      palpate_sheet_set_date (sheet, &date);
      palpate_sheet_set_marks (sheet, marks);
    }
  palpate_sheet_thaw (sheet);
  return is_used;
}

/**
 * palpate_sheet_templates_rename:
 * @error: also if another one has that name
 */
gboolean
palpate_sheet_templates_rename (PalpateSheetTemplates  *self,
                                guint                   position,
                                const char             *name,
                                GError                **error)
{
  g_autoptr (PalpateSheetTemplate) before = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  g_autoptr (PalpateSheetTemplate) after = NULL;
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  guint other;

  g_return_val_if_fail (before != NULL, FALSE);

  other = find (self, g_strstrip (valid));
  if (other == position)
    return TRUE;
  if (*valid == '\0' || other < g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT,
                           *valid == '\0' ? _("A template needs a name.") : _("Another template has this name."));
      return FALSE;
    }
  after = template_new (valid, json_node_copy (before->sheet));
  return replace (self, position, 1, after, error);
}

/**
 * palpate_sheet_templates_remove:
 *
 * Returns: (transfer full) (nullable): the template, for taking it back
 */
PalpateSheetTemplate *
palpate_sheet_templates_remove (PalpateSheetTemplates  *self,
                                guint                   position,
                                GError                **error)
{
  g_autoptr (PalpateSheetTemplate) kept = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  g_return_val_if_fail (kept != NULL, NULL);

  return replace (self, position, 1, NULL, error) ? g_steal_pointer (&kept) : NULL;
}

gboolean
palpate_sheet_templates_restore (PalpateSheetTemplates  *self,
                                 guint                   position,
                                 PalpateSheetTemplate   *kept,
                                 GError                **error)
{
  return replace (self, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->list))), 0, kept, error);
}
