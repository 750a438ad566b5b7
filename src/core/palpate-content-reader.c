/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-content-reader.h"

#include <string.h>

#define LONGEST_NAME 40

struct _PalpateContentReader {
  GPtrArray    *problems;   /* borrowed */
  GPtrArray    *blocks;     /* owned: everything that the structures point to */
  GStringChunk *strings;
  char         *file;
  const char   *item;       /* id or position of the item being read */
  GString      *path;       /* member path inside the item */
};

static const char *const no_strings[] = { NULL };

char *
palpate_problem_to_string (const PalpateProblem *problem)
{
  GString *string = g_string_new (problem->file);

  if (problem->item != NULL)
    g_string_append_printf (string, ": %s", problem->item);
  if (problem->member != NULL)
    g_string_append_printf (string, ": %s", problem->member);
  g_string_append_printf (string, ": %s", problem->reason);
  return g_string_free (string, FALSE);
}

void
palpate_problem_free (PalpateProblem *problem)
{
  g_free (problem->file);
  g_free (problem->item);
  g_free (problem->member);
  g_free (problem->reason);
  g_free (problem);
}

/* Ids and names stand in many places, and are shared; sentences are not looked for again. */
static const char *
keep_string (PalpateContentReader *self,
             const char           *string)
{
  return strnlen (string, LONGEST_NAME + 1) <= LONGEST_NAME ? g_string_chunk_insert_const (self->strings, string)
                                                           : g_string_chunk_insert (self->strings, string);
}

static gpointer
keep_block (PalpateContentReader *self,
            gsize                 size)
{
  gpointer block = g_malloc0 (size);

  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
report_here (PalpateContentReader *self,
             const char           *member,
             const char           *reason)
{
  g_autofree char *path = g_strconcat (self->path->str, member, NULL);

  palpate_content_reader_report (self, self->item, path, "%s", reason);
}

static gboolean
is_slug (const char *id)
{
  if (*id == '\0')
    return FALSE;
  for (; *id != '\0'; id++)
    if (!g_ascii_isalnum (*id) && *id != '-')
      return FALSE;
  return TRUE;
}

static const char *
read_string (PalpateContentReader *self,
             const PalpateMember  *member,
             const char           *where,
             JsonNode             *node)
{
  const char *string;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      report_here (self, where, "must be a string");
      return "";
    }
  string = json_node_get_string (node);
  if (*string == '\0' && !(member->flags & PALPATE_MEMBER_OPTIONAL))
    report_here (self, where, "must not be empty");
  return keep_string (self, string);
}

static int
find_value (const char *const *values,
            const char        *value)
{
  for (int i = 0; values[i] != NULL; i++)
    if (strcmp (values[i], value) == 0)
      return i;
  return -1;
}

static void
check_value (PalpateContentReader *self,
             const PalpateMember  *member,
             const char           *where,
             const char           *value)
{
  g_autofree char *all = NULL;
  g_autofree char *reason = NULL;

  if (find_value (member->values, value) >= 0)
    return;
  all = g_strjoinv (", ", (char **) member->values);
  reason = g_strdup_printf ("“%s” is not one of: %s", value, all);
  report_here (self, where, reason);
}

static const char *const *
read_strings (PalpateContentReader *self,
              const PalpateMember  *member,
              JsonNode             *node)
{
  JsonArray *array;
  guint length;
  const char **strings;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      report_here (self, member->name, "must be a list of strings");
      return no_strings;
    }
  array = json_node_get_array (node);
  length = json_array_get_length (array);
  if (length == 0)
    {
      if (member->flags & PALPATE_MEMBER_NONEMPTY)
        report_here (self, member->name, "must not be empty");
      return no_strings;
    }
  strings = keep_block (self, (length + 1) * sizeof (char *));
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", member->name, i);

      strings[i] = read_string (self, member, where, json_array_get_element (array, i));
      if (member->type == PALPATE_MEMBER_ENUMS)
        check_value (self, member, where, strings[i]);
    }
  return strings;
}

static int
read_integer (PalpateContentReader *self,
              const PalpateMember  *member,
              JsonNode             *node)
{
  gint64 value;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    {
      report_here (self, member->name, "must be a whole number");
      return member->minimum;
    }
  value = json_node_get_int (node);
  if (value < member->minimum || value > member->maximum)
    {
      g_autofree char *reason = g_strdup_printf ("%" G_GINT64_FORMAT " is outside %d to %d", value,
                                                 member->minimum, member->maximum);

      report_here (self, member->name, reason);
      return member->minimum;
    }
  return value;
}

static gboolean
read_boolean (PalpateContentReader *self,
              const PalpateMember  *member,
              JsonNode             *node)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  report_here (self, member->name, "must be true or false");
  return FALSE;
}

static void fill_all_absent (const PalpateShape *shape,
                             gpointer            block);
static void read_members (PalpateContentReader *self,
                          const PalpateShape   *shape,
                          JsonObject           *object,
                          gpointer              block);

static gpointer
read_object (PalpateContentReader *self,
             const PalpateShape   *shape,
             const char           *where,
             JsonNode             *node)
{
  gpointer block = keep_block (self, shape->size);
  gsize length = self->path->len;
  const char *outer = self->item;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fill_all_absent (shape, block);
      report_here (self, where, "must be an object");
      return block;
    }
  g_string_append_printf (self->path, "%s.", where);
  read_members (self, shape, json_node_get_object (node), block);
  g_string_truncate (self->path, length);
  self->item = outer;
  return block;
}

static void
read_objects (PalpateContentReader *self,
              const PalpateMember  *member,
              JsonNode             *node,
              PalpateList          *list)
{
  JsonArray *array;
  gconstpointer *items;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      report_here (self, member->name, "must be a list");
      return;
    }
  array = json_node_get_array (node);
  list->length = json_array_get_length (array);
  if (list->length == 0 && (member->flags & PALPATE_MEMBER_NONEMPTY))
    report_here (self, member->name, "must not be empty");
  list->items = items = keep_block (self, MAX (list->length, 1) * sizeof (gpointer));
  for (guint i = 0; i < list->length; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", member->name, i);

      items[i] = read_object (self, member->shape, where, json_array_get_element (array, i));
    }
}

static const char *
read_id (PalpateContentReader *self,
         const PalpateMember  *member,
         JsonNode             *node)
{
  const char *id = read_string (self, member, member->name, node);

  if (*id != '\0' && !is_slug (id))
    report_here (self, member->name, "must be made of letters, digits and dashes");
  return id;
}

static int
read_enum (PalpateContentReader *self,
           const PalpateMember  *member,
           JsonNode             *node)
{
  const char *value = read_string (self, member, member->name, node);

  if (*value != '\0')
    check_value (self, member, member->name, value);
  return MAX (find_value (member->values, value), 0);
}

static void
read_member (PalpateContentReader *self,
             const PalpateMember  *member,
             JsonNode             *node,
             gpointer              field)
{
  switch (member->type)
    {
    case PALPATE_MEMBER_ID:
      *(const char **) field = read_id (self, member, node);
      break;
    case PALPATE_MEMBER_STRING:
    case PALPATE_MEMBER_TEXT:
    case PALPATE_MEMBER_REFERENCE:
      *(const char **) field = read_string (self, member, member->name, node);
      break;
    case PALPATE_MEMBER_WORDS:
    case PALPATE_MEMBER_STRINGS:
    case PALPATE_MEMBER_ENUMS:
    case PALPATE_MEMBER_REFERENCES:
      *(const char *const **) field = read_strings (self, member, node);
      break;
    case PALPATE_MEMBER_BOOLEAN:
      *(gboolean *) field = read_boolean (self, member, node);
      break;
    case PALPATE_MEMBER_INTEGER:
      *(int *) field = read_integer (self, member, node);
      break;
    case PALPATE_MEMBER_ENUM:
      *(int *) field = read_enum (self, member, node);
      break;
    case PALPATE_MEMBER_OBJECT:
      *(gpointer *) field = read_object (self, member->shape, member->name, node);
      break;
    case PALPATE_MEMBER_OBJECTS:
      read_objects (self, member, node, field);
      break;
    case PALPATE_MEMBER_INLINE:
      g_assert_not_reached ();
    }
}

/* A reader of the structures never meets NULL where a list belongs. */
static void
fill_absent (const PalpateMember *member,
             gpointer             field)
{
  switch (member->type)
    {
    case PALPATE_MEMBER_WORDS:
    case PALPATE_MEMBER_STRINGS:
    case PALPATE_MEMBER_ENUMS:
    case PALPATE_MEMBER_REFERENCES:
      *(const char *const **) field = no_strings;
      break;
    case PALPATE_MEMBER_ID:
    case PALPATE_MEMBER_STRING:
    case PALPATE_MEMBER_TEXT:
    case PALPATE_MEMBER_REFERENCE:
      *(const char **) field = "";
      break;
    default:
      break;
    }
}

/* What is not even an object can still be walked. */
static void
fill_all_absent (const PalpateShape *shape,
                 gpointer            block)
{
  for (const PalpateMember *member = shape->members; member->name != NULL; member++)
    {
      gpointer field = (guint8 *) block + member->offset;

      if (member->type == PALPATE_MEMBER_INLINE)
        fill_all_absent (member->shape, field);
      else
        fill_absent (member, field);
    }
}

/* Returns how many members of the object the table took. */
static guint
read_by_table (PalpateContentReader *self,
               const PalpateShape   *shape,
               JsonObject           *object,
               gpointer              block)
{
  guint taken = 0;

  for (const PalpateMember *member = shape->members; member->name != NULL; member++)
    {
      gpointer field = (guint8 *) block + member->offset;
      JsonNode *node;

      if (member->type == PALPATE_MEMBER_INLINE)
        {
          taken += read_by_table (self, member->shape, object, field);
          continue;
        }
      fill_absent (member, field);
      node = json_object_get_member (object, member->name);
      if (node != NULL)
        {
          taken++;
          read_member (self, member, node, field);
        }
      else if (!(member->flags & PALPATE_MEMBER_OPTIONAL))
        {
          report_here (self, member->name, "is missing");
        }
    }
  return taken;
}

static gboolean
shape_has_member (const PalpateShape *shape,
                  const char         *name)
{
  for (const PalpateMember *member = shape->members; member->name != NULL; member++)
    if (member->type == PALPATE_MEMBER_INLINE ? shape_has_member (member->shape, name)
                                              : strcmp (member->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
report_unknown_members (PalpateContentReader *self,
                        const PalpateShape   *shape,
                        JsonObject           *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    if (!shape_has_member (shape, l->data))
      report_here (self, l->data, "is not a known member");
}

static void
read_members (PalpateContentReader *self,
              const PalpateShape   *shape,
              JsonObject           *object,
              gpointer              block)
{
  const PalpateMember *first = &shape->members[0];
  JsonNode *id = first->type == PALPATE_MEMBER_ID ? json_object_get_member (object, first->name) : NULL;

  /* An item inside an item (a trigger point) is named by its own id. */
  if (id != NULL && json_node_get_value_type (id) == G_TYPE_STRING && *json_node_get_string (id) != '\0')
    {
      self->item = keep_string (self, json_node_get_string (id));
      g_string_truncate (self->path, 0);
    }
  if (read_by_table (self, shape, object, block) != json_object_get_size (object))
    report_unknown_members (self, shape, object);
}

/**
 * palpate_content_reader_new:
 * @problems: where defects are added, as #PalpateProblem; must outlive the reader
 *
 * Returns: (transfer full): a reader that owns every structure it reads
 */
PalpateContentReader *
palpate_content_reader_new (GPtrArray *problems)
{
  PalpateContentReader *self = g_new0 (PalpateContentReader, 1);

  self->problems = problems;
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (16 * 1024);
  self->path = g_string_new (NULL);
  return self;
}

void
palpate_content_reader_free (PalpateContentReader *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_string_free (self->path, TRUE);
  g_free (self->file);
  g_free (self);
}

void
palpate_content_reader_set_file (PalpateContentReader *self,
                                 const char           *file)
{
  g_free (self->file);
  self->file = g_strdup (file);
}

/**
 * palpate_content_reader_read_item:
 * @shape: what the item must be
 * @position: where it stands, to name an item that has no id
 *
 * Returns: (transfer none): the structure, complete enough to be walked even if it has defects
 */
gpointer
palpate_content_reader_read_item (PalpateContentReader *self,
                                  const PalpateShape   *shape,
                                  JsonNode             *node,
                                  const char           *position)
{
  gpointer block;

  self->item = keep_string (self, position);
  g_string_truncate (self->path, 0);
  block = keep_block (self, shape->size);
  fill_all_absent (shape, block);
  if (JSON_NODE_HOLDS_OBJECT (node))
    read_members (self, shape, json_node_get_object (node), block);
  else
    palpate_content_reader_report (self, self->item, NULL, "must be an object");
  self->item = NULL;
  return block;
}

void
palpate_content_reader_report (PalpateContentReader *self,
                               const char           *item,
                               const char           *member,
                               const char           *format,
                               ...)
{
  PalpateProblem *problem = g_new0 (PalpateProblem, 1);
  va_list args;

  va_start (args, format);
  problem->reason = g_strdup_vprintf (format, args);
  va_end (args);
  problem->file = g_strdup (self->file != NULL ? self->file : "");
  problem->item = g_strdup (item);
  problem->member = g_strdup (member);
  g_ptr_array_add (self->problems, problem);
}
