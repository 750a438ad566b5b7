/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "palpate-error.h"
#include "palpate-json.h"
#include "palpate-routine.h"

#define FORMAT 1
#define KIND "palpate-sheet"
#define MAX_SIZE (8 * 1024 * 1024)   /* far more than all views, painted in stripes */

/* Texts that are kept; practice and logo belong to the person who prints. */
static const struct {
  const char       *name;
  PalpateSheetText  text;
} texts[] = { { "title", PALPATE_SHEET_TITLE }, { "note", PALPATE_SHEET_NOTE }, { "language", PALPATE_SHEET_LANGUAGE }, { "person", PALPATE_SHEET_PERSON } };

static const char *const parts[PALPATE_N_SHEET_PARTS] = { "body", "marks", "pressing", "stretches", "habits" };

void
palpate_sheet_report (GPtrArray  *problems,
                      const char *member,
                      const char *reason)
{
  PalpateProblem *problem;

  if (problems == NULL)
    return;
  problem = g_new0 (PalpateProblem, 1);
  problem->file = g_strdup (_("sheet"));
  problem->member = g_strdup (member);
  problem->reason = g_strdup (reason);
  g_ptr_array_add (problems, problem);
}

/* Returns: (transfer full): a task as it stands in a routine */
static JsonNode *
task_to_json (PalpateAtlas *atlas,
              PalpateTask  *task)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (JsonNode) node = NULL;

  palpate_routine_insert (routine, 0, task);
  node = palpate_routine_to_json (routine);
  return json_node_copy (json_array_get_element (json_object_get_array_member (json_node_get_object (node), "tasks"), 0));
}

static void
write_tasks (PalpateSheet *sheet,
             JsonObject   *object)
{
  JsonArray *tasks = json_array_new ();

  for (guint i = 0; i < palpate_sheet_get_n_tasks (sheet); i++)
    json_array_add_element (tasks, task_to_json (palpate_sheet_get_atlas (sheet), palpate_sheet_get_task (sheet, i)));
  json_object_set_array_member (object, "tasks", tasks);
}

static void
write_asked (PalpateSheet *sheet,
             JsonObject   *object)
{
  GArray *asked = palpate_sheet_get_asked (sheet);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < asked->len; i++)
    {
      const PalpateSidedPoint *source = &g_array_index (asked, PalpateSidedPoint, i);
      JsonObject *item = json_object_new ();

      json_object_set_string_member (item, "point", source->point->id);
      json_object_set_string_member (item, "side", palpate_side_to_id (source->side));
      json_array_add_object_element (array, item);
    }
  json_object_set_array_member (object, "ask", array);
}

/**
 * palpate_sheet_to_data:
 * @with_person: whether the name is kept, and where it hurts also if the page does not show it: for undo, not for a file
 *
 * Returns: (transfer full): the file's text
 */
char *
palpate_sheet_to_data (PalpateSheet *sheet,
                       gboolean      with_person)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *left_away = json_array_new ();
  const GDate *date = palpate_sheet_get_date (sheet);
  g_autofree char *day = g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));

  json_node_take_object (root, object);
  json_object_set_int_member (object, "format", FORMAT);
  json_object_set_string_member (object, "kind", KIND);
  for (guint i = 0; i < G_N_ELEMENTS (texts) - (with_person ? 0 : 1); i++)
    json_object_set_string_member (object, texts[i].name, palpate_sheet_get_text (sheet, texts[i].text));
  json_object_set_string_member (object, "date", day);
  json_object_set_string_member (object, "paper", palpate_paper_to_id (palpate_sheet_get_paper (sheet)));
  json_object_set_int_member (object, "weeks", palpate_sheet_get_weeks (sheet));
  json_object_set_boolean_member (object, "largePrint", palpate_sheet_get_large_print (sheet));
  for (guint i = 0; i < PALPATE_N_SHEET_PARTS; i++)
    if (!palpate_sheet_has_part (sheet, i))
      json_array_add_string_element (left_away, parts[i]);
  json_object_set_array_member (object, "leftAway", left_away);
  write_tasks (sheet, object);
  write_asked (sheet, object);
  palpate_sheet_write_marks (sheet, !with_person, object);
  return json_to_string (root, TRUE);
}

/* Returns: (nullable): the value of that type; another type is listed */
JsonNode *
palpate_sheet_get_value (JsonObject *object,
                         const char *name,
                         GType       type,
                         GPtrArray  *problems)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type))
    return node;
  palpate_sheet_report (problems, name, type == G_TYPE_STRING ? _("must be a string") : type == G_TYPE_INT64 ? _("must be a whole number") : _("must be true or false"));
  return NULL;
}

/* Returns: (nullable) */
JsonArray *
palpate_sheet_get_list (JsonObject *object,
                        const char *name,
                        GPtrArray  *problems)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || JSON_NODE_HOLDS_ARRAY (node))
    return node != NULL ? json_node_get_array (node) : NULL;
  palpate_sheet_report (problems, name, _("must be a list"));
  return NULL;
}

static void
read_date (PalpateSheet *sheet,
           const char   *text,
           GPtrArray    *problems)
{
  g_autofree char *stamp = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (stamp, NULL);
  GDate date;

  if (day == NULL)
    {
      palpate_sheet_report (problems, "date", _("must be a day such as 2026-11-22"));
      return;
    }
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (day), g_date_time_get_month (day), g_date_time_get_year (day));
  palpate_sheet_set_date (sheet, &date);
}

static void
read_values (PalpateSheet *sheet,
             JsonObject   *object,
             GPtrArray    *problems)
{
  JsonNode *node;
  PalpatePaper paper;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      node = palpate_sheet_get_value (object, texts[i].name, G_TYPE_STRING, problems);
      palpate_sheet_set_text (sheet, texts[i].text, node != NULL ? json_node_get_string (node) : "");
    }
  if ((node = palpate_sheet_get_value (object, "date", G_TYPE_STRING, problems)) != NULL)
    read_date (sheet, json_node_get_string (node), problems);
  if ((node = palpate_sheet_get_value (object, "paper", G_TYPE_STRING, problems)) != NULL)
    {
      if (palpate_paper_from_id (json_node_get_string (node), &paper))
        palpate_sheet_set_paper (sheet, paper);
      else
        palpate_sheet_report (problems, "paper", _("must be a4, letter or a5"));
    }
  if ((node = palpate_sheet_get_value (object, "weeks", G_TYPE_INT64, problems)) != NULL)
    {
      const gint64 weeks = json_node_get_int (node);

      if (weeks == 0 || weeks == 2 || weeks == 4)
        palpate_sheet_set_weeks (sheet, (guint) weeks);
      else
        palpate_sheet_report (problems, "weeks", _("must be 0, 2 or 4"));
    }
  if ((node = palpate_sheet_get_value (object, "largePrint", G_TYPE_BOOLEAN, problems)) != NULL)
    palpate_sheet_set_large_print (sheet, json_node_get_boolean (node));
}

static void
read_parts (PalpateSheet *sheet,
            JsonObject   *object,
            GPtrArray    *problems)
{
  JsonArray *list = palpate_sheet_get_list (object, "leftAway", problems);

  for (guint i = 0; i < PALPATE_N_SHEET_PARTS; i++)
    palpate_sheet_set_part (sheet, i, TRUE);
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *name = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
      guint part;

      for (part = 0; part < PALPATE_N_SHEET_PARTS && strcmp (parts[part], name) != 0; part++)
        ;
      if (part < PALPATE_N_SHEET_PARTS)
        palpate_sheet_set_part (sheet, part, FALSE);
      else
        palpate_sheet_report (problems, "leftAway", _("names a part that there is not"));
    }
}

/* Reads a task as a routine of one, so that both understand the same. */
static void
read_task (PalpateSheet *sheet,
           JsonNode     *element,
           GPtrArray    *problems)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonArray *list = json_array_new ();
  g_autoptr (PalpateRoutine) routine = NULL;

  json_node_take_object (root, object);
  json_array_add_element (list, json_node_copy (element));
  json_object_set_int_member (object, "format", 1);
  json_object_set_array_member (object, "tasks", list);
  routine = palpate_routine_new_from_json (palpate_sheet_get_atlas (sheet), root, problems, NULL);
  if (routine == NULL || palpate_routine_get_n_tasks (routine) == 0)
    return;
  if (palpate_sheet_get_n_tasks (sheet) < PALPATE_SHEET_MAX_TASKS)
    palpate_sheet_add_task (sheet, palpate_routine_get_task (routine, 0));
  else
    palpate_sheet_report (problems, "tasks", _("has more points than a sheet holds"));
}

static void
read_asked (PalpateSheet *sheet,
            JsonNode     *element,
            GPtrArray    *problems)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
  JsonNode *id = object != NULL ? palpate_sheet_get_value (object, "point", G_TYPE_STRING, problems) : NULL;
  JsonNode *side = object != NULL ? palpate_sheet_get_value (object, "side", G_TYPE_STRING, problems) : NULL;
  PalpateSidedPoint source = { id != NULL ? palpate_atlas_get_point (palpate_sheet_get_atlas (sheet), json_node_get_string (id)) : NULL,
                               side != NULL ? palpate_side_from_id (json_node_get_string (side)) : PALPATE_SIDE_BOTH };
  g_autoptr (GError) error = NULL;

  if (source.side == PALPATE_SIDE_NONE)
    source.side = PALPATE_SIDE_BOTH;
  if (source.point == NULL)
    palpate_sheet_report (problems, "ask", _("names a point that there is not"));
  else if (!palpate_sheet_add (sheet, source, &error))
    palpate_sheet_report (problems, "ask", error->message);
}

static JsonObject *
check_root (JsonNode  *root,
            GError   **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonNode *kind = object != NULL ? palpate_sheet_get_value (object, "kind", G_TYPE_STRING, NULL) : NULL;
  JsonNode *format = object != NULL ? palpate_sheet_get_value (object, "format", G_TYPE_INT64, NULL) : NULL;

  if (kind == NULL || format == NULL || strcmp (json_node_get_string (kind), KIND) != 0)
    g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, _("This is not a home-care sheet of Palpate."));
  else if (json_node_get_int (format) > FORMAT)
    g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_UNSUPPORTED_VERSION,
                         _("This sheet was made by a newer Palpate. Update Palpate to open it."));
  else
    return object;
  return NULL;
}

static gboolean
assign (PalpateSheet     *sheet,
        PalpateChartSet  *charts,
        const char       *data,
        gsize             size,
        GPtrArray        *problems,
        GError          **error)
{
  g_autoptr (JsonNode) root = palpate_json_parse (data, size, NULL);
  JsonObject *object;
  JsonArray *list;

  if (root == NULL)
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE,
                           _("The file is damaged, or it is not a home-care sheet of Palpate."));
      return FALSE;
    }
  object = check_root (root, error);
  if (object == NULL)
    return FALSE;
  palpate_sheet_freeze (sheet);
  palpate_sheet_clear (sheet);
  read_values (sheet, object, problems);
  read_parts (sheet, object, problems);
  list = palpate_sheet_get_list (object, "tasks", problems);
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    read_task (sheet, json_array_get_element (list, i), problems);
  palpate_sheet_read_marks (sheet, charts, object, problems);
  list = palpate_sheet_get_list (object, "ask", problems);
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    read_asked (sheet, json_array_get_element (list, i), problems);
  palpate_sheet_thaw (sheet);
  return TRUE;
}

/**
 * palpate_sheet_assign_data:
 * @data: that this program wrote itself; palpate_sheet_load() is for what others wrote
 * @problems: (nullable) (element-type PalpateProblem): gets what had to be left out or changed
 * @error: why it is no sheet, a sentence for the reader; @sheet is untouched then
 *
 * Gives @sheet what a file says, in one change; practice and logo stay.
 */
gboolean
palpate_sheet_assign_data (PalpateSheet  *sheet,
                           const char    *data,
                           gssize         size,
                           GPtrArray     *problems,
                           GError       **error)
{
  return assign (sheet, NULL, data, size >= 0 ? (gsize) size : strlen (data), problems, error);
}

/**
 * palpate_sheet_add_copy:
 * @task: (transfer none): a task of somebody else, which stays as it is
 */
void
palpate_sheet_add_copy (PalpateSheet *sheet,
                        PalpateTask  *task)
{
  g_autoptr (JsonNode) node = task_to_json (palpate_sheet_get_atlas (sheet), task);

  read_task (sheet, node, NULL);
}

gboolean
palpate_sheet_save (PalpateSheet  *sheet,
                    GFile         *file,
                    gboolean       with_person,
                    GError       **error)
{
  g_autofree char *data = palpate_sheet_to_data (sheet, with_person);

  return g_file_replace_contents (file, data, strlen (data), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

/* The problems from @first on are this file's. */
static void
name_file (GPtrArray *problems,
           guint      first,
           GFile     *file)
{
  for (guint i = first; i < problems->len; i++)
    {
      PalpateProblem *problem = g_ptr_array_index (problems, i);

      g_free (problem->file);
      problem->file = g_file_get_basename (file);
    }
}

/**
 * palpate_sheet_load:
 * @charts: what a painting must fit; one that fits none, or would take too long to draw, is left out
 * @problems: (element-type PalpateProblem): gets what had to be left out or changed
 *
 * Opens a file that somebody else may have made, or spoilt.
 */
gboolean
palpate_sheet_load (PalpateSheet     *sheet,
                    PalpateChartSet  *charts,
                    GFile            *file,
                    GPtrArray        *problems,
                    GError          **error)
{
  g_autofree char *data = NULL;
  const guint first = problems->len;
  gboolean is_sheet;
  gsize size;

  if (!g_file_load_contents (file, NULL, &data, &size, NULL, error))
    return FALSE;
  if (size > MAX_SIZE)
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, _("The file is too large for a home-care sheet."));
      return FALSE;
    }
  is_sheet = assign (sheet, charts, data, size, problems, error);
  name_file (problems, first, file);
  return is_sheet;
}
