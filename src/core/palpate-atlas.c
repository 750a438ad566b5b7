/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-atlas-private.h"

#include <string.h>

#include "palpate-error.h"
#include "palpate-json.h"

#define CONTENT_FORMAT 1

struct _PalpateAtlas {
  GObject parent_instance;

  /* owned */
  PalpateContentReader *reader;                       /* owns the structures; NULL where they are built in */
  GPtrArray            *problems;
  GHashTable           *by_id[PALPATE_N_ITEM_KINDS];  /* borrowed id → structure */
  GPtrArray            *lists[PALPATE_N_ITEM_KINDS];
  GArray               *items;                        /* of PalpateItem */
};

G_DEFINE_FINAL_TYPE (PalpateAtlas, palpate_atlas, G_TYPE_OBJECT)

static const PalpateShape *
points_shape (const PalpateShape *muscle_shape)
{
  const PalpateMember *member = muscle_shape->members;

  while (member->offset != G_STRUCT_OFFSET (PalpateMuscle, points))
    member++;
  return member->shape;
}

/* Adds an item, and with a muscle its points. */
void
palpate_atlas_add_item (PalpateAtlas       *self,
                        PalpateItemKind     kind,
                        const PalpateShape *shape,
                        const char         *file,
                        gconstpointer       data)
{
  const PalpateItem item = { kind, shape, g_intern_string (file), data };
  const char *id = *(const char *const *) data;   /* the id is the first member of every item */

  g_array_append_val (self->items, item);
  g_ptr_array_add (self->lists[kind], (gpointer) data);
  if (id != NULL && *id != '\0' && !g_hash_table_insert (self->by_id[kind], (gpointer) id, (gpointer) data))
    palpate_content_reader_report (self->reader, id, "id", "another %s has the same id",
                                   palpate_item_kind_to_string (kind));
  if (kind == PALPATE_ITEM_MUSCLE)
    for (guint i = 0; i < ((const PalpateMuscle *) data)->points.length; i++)
      palpate_atlas_add_item (self, PALPATE_ITEM_POINT, points_shape (shape), file, ((const PalpateMuscle *) data)->points.items[i]);
}

/* What of a muscle stands round it in the file. */
static void
complete_muscle (PalpateMuscle *muscle,
                 int            body_part)
{
  muscle->body_part = body_part;
  for (guint i = 0; i < muscle->points.length; i++)
    ((PalpatePoint *) muscle->points.items[i])->muscle = muscle;
}

static int
find_body_part (PalpateAtlas *self,
                JsonObject   *root)
{
  JsonNode *node = json_object_get_member (root, "bodyPart");
  const char *id = node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
  const char *const *ids = palpate_body_part_ids ();

  for (int i = 0; ids[i] != NULL; i++)
    if (strcmp (ids[i], id) == 0)
      return i;
  palpate_content_reader_report (self->reader, NULL, "bodyPart", "must name a part of the body");
  return 0;
}

static void
read_list (PalpateAtlas             *self,
           const PalpateContentList *list,
           const char               *file,
           JsonObject               *root)
{
  JsonNode *node = json_object_get_member (root, list->member);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      palpate_content_reader_report (self->reader, NULL, list->member, node == NULL ? "is missing" : "must be a list");
      return;
    }
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *position = g_strdup_printf ("%s[%u]", list->member, i);
      gpointer data = palpate_content_reader_read_item (self->reader, list->shape, json_array_get_element (array, i), position);

      if (list->kind == PALPATE_ITEM_MUSCLE)
        complete_muscle (data, find_body_part (self, root));
      palpate_atlas_add_item (self, list->kind, list->shape, file, data);
    }
}

static gboolean
member_is_known (const char *file,
                 const char *member)
{
  guint n_lists;
  const PalpateContentList *lists = palpate_content_lists (&n_lists);

  if (strcmp (member, "format") == 0)
    return TRUE;
  if (g_str_has_prefix (file, "muscles/") && strcmp (member, "bodyPart") == 0)
    return TRUE;
  for (guint i = 0; i < n_lists; i++)
    if (strcmp (lists[i].member, member) == 0
        && (g_str_has_suffix (lists[i].file, "/") ? g_str_has_prefix (file, lists[i].file)
                                                  : strcmp (file, lists[i].file) == 0))
      return TRUE;
  return FALSE;
}

static void
check_header (PalpateAtlas *self,
              const char   *file,
              JsonObject   *root)
{
  JsonNode *format = json_object_get_member (root, "format");
  g_autoptr (GList) members = json_object_get_members (root);

  if (format == NULL || json_node_get_value_type (format) != G_TYPE_INT64)
    palpate_content_reader_report (self->reader, NULL, "format", "must be the number %d", CONTENT_FORMAT);
  else if (json_node_get_int (format) != CONTENT_FORMAT)
    palpate_content_reader_report (self->reader, NULL, "format", "is %" G_GINT64_FORMAT ", this program reads %d",
                                   json_node_get_int (format), CONTENT_FORMAT);
  for (GList *l = members; l != NULL; l = l->next)
    if (!member_is_known (file, l->data))
      palpate_content_reader_report (self->reader, NULL, l->data, "is not a known member");
}

/* Returns: (transfer full) (nullable): an object */
static JsonNode *
parse_file (PalpateAtlas *self,
            GFile        *directory,
            const char   *file)
{
  g_autoptr (GFile) child = g_file_resolve_relative_path (directory, file);
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  palpate_content_reader_set_file (self->reader, file);
  if (!g_file_load_contents (child, NULL, &contents, &length, NULL, &error))
    {
      palpate_content_reader_report (self->reader, NULL, NULL, "cannot be read: %s", error->message);
      return NULL;
    }
  if (!g_utf8_validate (contents, length, NULL))
    {
      palpate_content_reader_report (self->reader, NULL, NULL, "is not UTF-8 text");
      return NULL;
    }
  root = palpate_json_parse (contents, length, &error);
  if (root == NULL)
    {
      palpate_content_reader_report (self->reader, NULL, NULL, "is not JSON: %s", error->message);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      palpate_content_reader_report (self->reader, NULL, NULL, "must be a JSON object");
      return NULL;
    }
  return g_steal_pointer (&root);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Returns: (transfer full): sorted paths of the JSON files of a folder */
static GPtrArray *
list_folder (PalpateAtlas *self,
             GFile        *directory,
             const char   *folder)
{
  g_autoptr (GFile) child = g_file_resolve_relative_path (directory, folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) children = NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  GFileInfo *info;

  palpate_content_reader_set_file (self->reader, folder);
  children = g_file_enumerate_children (child, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, &error);
  while (children != NULL && g_file_enumerator_iterate (children, &info, NULL, NULL, &error) && info != NULL)
    if (g_str_has_suffix (g_file_info_get_name (info), ".json"))
      g_ptr_array_add (files, g_strconcat (folder, g_file_info_get_name (info), NULL));
  if (error != NULL)
    palpate_content_reader_report (self->reader, NULL, NULL, "cannot be read: %s", error->message);
  g_ptr_array_sort (files, compare_names);
  return files;
}

static void
read_file (PalpateAtlas *self,
           GFile        *directory,
           const char   *file)
{
  g_autoptr (JsonNode) node = parse_file (self, directory, file);
  JsonObject *root;
  guint n_lists;
  const PalpateContentList *lists = palpate_content_lists (&n_lists);

  if (node == NULL)
    return;
  root = json_node_get_object (node);
  check_header (self, file, root);
  for (guint i = 0; i < n_lists; i++)
    if (g_str_has_suffix (lists[i].file, "/") ? g_str_has_prefix (file, lists[i].file) : strcmp (file, lists[i].file) == 0)
      read_list (self, &lists[i], file, root);
}

static void
read_all (PalpateAtlas *self,
          GFile        *directory)
{
  guint n_lists;
  const PalpateContentList *lists = palpate_content_lists (&n_lists);
  const char *previous = "";

  for (guint i = 0; i < n_lists; i++)
    {
      if (strcmp (lists[i].file, previous) == 0)
        continue;
      previous = lists[i].file;
      if (g_str_has_suffix (previous, "/"))
        {
          g_autoptr (GPtrArray) files = list_folder (self, directory, previous);

          for (guint j = 0; j < files->len; j++)
            read_file (self, directory, g_ptr_array_index (files, j));
        }
      else
        {
          read_file (self, directory, previous);
        }
    }
}

static void
palpate_atlas_finalize (GObject *object)
{
  PalpateAtlas *self = PALPATE_ATLAS (object);

  for (guint i = 0; i < PALPATE_N_ITEM_KINDS; i++)
    {
      g_hash_table_unref (self->by_id[i]);
      g_ptr_array_unref (self->lists[i]);
    }
  g_array_unref (self->items);
  g_clear_pointer (&self->reader, palpate_content_reader_free);
  g_clear_pointer (&self->problems, g_ptr_array_unref);

  G_OBJECT_CLASS (palpate_atlas_parent_class)->finalize (object);
}

static void
palpate_atlas_class_init (PalpateAtlasClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_atlas_finalize;
}

static void
palpate_atlas_init (PalpateAtlas *self)
{
  for (guint i = 0; i < PALPATE_N_ITEM_KINDS; i++)
    {
      self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
      self->lists[i] = g_ptr_array_new ();
    }
  self->items = g_array_new (FALSE, FALSE, sizeof (PalpateItem));
}

GPtrArray *
palpate_problems_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) palpate_problem_free);
}

static void
set_problem_error (GPtrArray  *problems,
                   GError    **error)
{
  g_autofree char *first = palpate_problem_to_string (g_ptr_array_index (problems, 0));

  if (problems->len == 1)
    g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT, first);
  else
    g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT, "%s (and %u more)", first, problems->len - 1);
}

/**
 * palpate_atlas_new_from_directory:
 * @directory: the content folder
 * @problems: (nullable): filled with every defect found, as #PalpateProblem
 * @error: set to %PALPATE_ERROR_CONTENT if there was any defect
 *
 * Returns: (transfer full) (nullable): the atlas, if the content is without defect
 */
PalpateAtlas *
palpate_atlas_new_from_directory (GFile      *directory,
                                  GPtrArray  *problems,
                                  GError    **error)
{
  g_autoptr (PalpateAtlas) self = NULL;

  g_return_val_if_fail (G_IS_FILE (directory), NULL);

  self = g_object_new (PALPATE_TYPE_ATLAS, NULL);
  self->problems = problems != NULL ? g_ptr_array_ref (problems) : palpate_problems_new ();
  self->reader = palpate_content_reader_new (self->problems);
  read_all (self, directory);
  palpate_atlas_check (self, self->items, self->reader);
  if (self->problems->len > 0)
    {
      set_problem_error (self->problems, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * palpate_atlas_get:
 *
 * Returns: (transfer none) (nullable): the structure of @kind with this id
 */
gconstpointer
palpate_atlas_get (PalpateAtlas    *self,
                   PalpateItemKind  kind,
                   const char      *id)
{
  g_return_val_if_fail (PALPATE_IS_ATLAS (self), NULL);
  g_return_val_if_fail (kind < PALPATE_N_ITEM_KINDS, NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id[kind], id) : NULL;
}

/**
 * palpate_atlas_list:
 *
 * Returns: (transfer none): all structures of @kind in the order of the files
 */
GPtrArray *
palpate_atlas_list (PalpateAtlas    *self,
                    PalpateItemKind  kind)
{
  g_return_val_if_fail (PALPATE_IS_ATLAS (self), NULL);
  g_return_val_if_fail (kind < PALPATE_N_ITEM_KINDS, NULL);

  return self->lists[kind];
}

const PalpateRegion *
palpate_atlas_get_region (PalpateAtlas *self,
                          const char   *id)
{
  return palpate_atlas_get (self, PALPATE_ITEM_REGION, id);
}

const PalpateMuscle *
palpate_atlas_get_muscle (PalpateAtlas *self,
                          const char   *id)
{
  return palpate_atlas_get (self, PALPATE_ITEM_MUSCLE, id);
}

const PalpatePoint *
palpate_atlas_get_point (PalpateAtlas *self,
                         const char   *id)
{
  return palpate_atlas_get (self, PALPATE_ITEM_POINT, id);
}

const PalpateTechnique *
palpate_atlas_get_technique (PalpateAtlas *self,
                             const char   *id)
{
  return palpate_atlas_get (self, PALPATE_ITEM_TECHNIQUE, id);
}

const PalpateStretch *
palpate_atlas_get_stretch (PalpateAtlas *self,
                           const char   *id)
{
  return palpate_atlas_get (self, PALPATE_ITEM_STRETCH, id);
}

/**
 * palpate_atlas_get_rule:
 *
 * Returns: (transfer none): the rule; loading refuses content that lacks one
 */
const PalpateRule *
palpate_atlas_get_rule (PalpateAtlas    *self,
                        PalpateRuleKind  kind)
{
  return palpate_atlas_get (self, PALPATE_ITEM_RULE, palpate_rule_kind_to_id (kind));
}

static void
foreach_text_of (const PalpateShape   *shape,
                 gconstpointer         block,
                 const char           *item_id,
                 PalpateAtlasTextFunc  func,
                 gpointer              user_data)
{
  for (const PalpateMember *member = shape->members; member->name != NULL; member++)
    {
      gconstpointer field = (const guint8 *) block + member->offset;

      switch (member->type)
        {
        case PALPATE_MEMBER_ID:
          item_id = *(const char *const *) field;
          break;
        case PALPATE_MEMBER_TEXT:
          if (**(const char *const *) field != '\0')
            func (item_id, *(const char *const *) field, user_data);
          break;
        case PALPATE_MEMBER_WORDS:
          for (const char *const *words = *(const char *const *const *) field; *words != NULL; words++)
            func (item_id, *words, user_data);
          break;
        case PALPATE_MEMBER_INLINE:
          foreach_text_of (member->shape, field, item_id, func, user_data);
          break;
        case PALPATE_MEMBER_OBJECT:
          if (*(gconstpointer *) field != NULL)
            foreach_text_of (member->shape, *(gconstpointer *) field, item_id, func, user_data);
          break;
        case PALPATE_MEMBER_OBJECTS:
          for (guint i = 0; i < ((const PalpateList *) field)->length; i++)
            foreach_text_of (member->shape, ((const PalpateList *) field)->items[i], item_id, func, user_data);
          break;
        default:
          break;
        }
    }
}

/**
 * palpate_atlas_foreach_text:
 *
 * Calls @func for every translatable text, with the id of the nearest item round it.
 */
void
palpate_atlas_foreach_text (PalpateAtlas         *self,
                            PalpateAtlasTextFunc  func,
                            gpointer              user_data)
{
  g_return_if_fail (PALPATE_IS_ATLAS (self));

  for (guint i = 0; i < self->items->len; i++)
    {
      const PalpateItem *item = &g_array_index (self->items, PalpateItem, i);

      if (item->kind != PALPATE_ITEM_POINT)   /* reached through its muscle */
        foreach_text_of (item->shape, item->data, NULL, func, user_data);
    }
}
