/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine as JSON, as it is kept on disk:
 *
 *   { "format": 1, "name": "Desk neck", "keepsOrder": false, "tasks": [
 *     { "point": "levator-scapulae-TrP1", "side": "left", "technique": "press-fingers",
 *       "dose": { "holdSeconds": 45, "repeats": 2, "restSeconds": 20, "timesADay": 2 },
 *       "stretch": "levator-scapulae-sit", "stretchDose": { "holdSeconds": 20, "repeats": 2, "timesADay": 2 },
 *       "days": 10, "note": "before work" } ] }
 *
 * `side` is left, right or both. Only `point` must be there; what is missing is as in a new task. A `stretch` that is
 * null means: none; no `days`: nobody said for how long. What cannot be used is listed and left out, what is above a ceiling is listed and lowered.
 */
#include "palpate-routine.h"

#include <string.h>

#include "palpate-error.h"

#define FORMAT 1

/* What reading needs at hand. */
typedef struct {
  GPtrArray  *problems;
  const char *item;
} Reading;

static void
report (Reading    *reading,
        const char *member,
        const char *format,
        ...) G_GNUC_PRINTF (3, 4);

static void
report (Reading    *reading,
        const char *member,
        const char *format,
        ...)
{
  PalpateProblem *problem;
  va_list arguments;

  if (reading->problems == NULL)
    return;
  problem = g_new0 (PalpateProblem, 1);
  va_start (arguments, format);
  problem->file = g_strdup ("routine");
  problem->item = g_strdup (reading->item);
  problem->member = g_strdup (member);
  problem->reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (reading->problems, problem);
}

/* Returns: (nullable): the text, if it is one */
static const char *
get_text (Reading    *reading,
          JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);
  report (reading, member, "must be a string");
  return NULL;
}

static gboolean
get_boolean (Reading    *reading,
             JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node);
  report (reading, member, "must be true or false");
  return FALSE;
}

static JsonObject *
get_object (Reading    *reading,
            JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  report (reading, member, "must be an object");
  return NULL;
}

static int
get_number (Reading    *reading,
            JsonObject *object,
            const char *member,
            int         otherwise)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL)
    return otherwise;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return (int) CLAMP (json_node_get_int (node), -1, 100000);
  report (reading, member, "must be a whole number");
  return otherwise;
}

static PalpateDose
read_dose (Reading           *reading,
           JsonObject        *object,
           const PalpateDose *otherwise)
{
  PalpateDose dose = *otherwise;

  dose.hold_seconds = get_number (reading, object, "holdSeconds", otherwise->hold_seconds);
  dose.repeats = get_number (reading, object, "repeats", otherwise->repeats);
  dose.rest_seconds = get_number (reading, object, "restSeconds", otherwise->rest_seconds);
  dose.times_a_day = get_number (reading, object, "timesADay", otherwise->times_a_day);
  return dose;
}

static void
compare_numbers (Reading    *reading,
                 const char *dose,
                 const char *member,
                 int         asked,
                 int         taken)
{
  g_autofree char *path = g_strconcat (dose, ".", member, NULL);

  if (asked > taken)
    report (reading, path, "%d is above the ceiling, %d is taken", asked, taken);
  else if (asked < taken)
    report (reading, path, "%d is too little, %d is taken", asked, taken);
}

static void
compare_doses (Reading           *reading,
               const char        *member,
               const PalpateDose *asked,
               const PalpateDose *taken)
{
  compare_numbers (reading, member, "holdSeconds", asked->hold_seconds, taken->hold_seconds);
  compare_numbers (reading, member, "repeats", asked->repeats, taken->repeats);
  compare_numbers (reading, member, "restSeconds", asked->rest_seconds, taken->rest_seconds);
  compare_numbers (reading, member, "timesADay", asked->times_a_day, taken->times_a_day);
}

static void
read_technique (Reading     *reading,
                JsonObject  *object,
                PalpateTask *task)
{
  const PalpateList *techniques = &palpate_task_get_source (task).point->techniques;
  const char *id = get_text (reading, object, "technique");
  JsonObject *dose = get_object (reading, object, "dose");
  gboolean is_known = id == NULL;

  for (guint i = 0; i < techniques->length && !is_known; i++)
    {
      const PalpatePointTechnique *use = techniques->items[i];

      if (strcmp (use->technique, id) == 0)
        {
          palpate_task_set_technique (task, use);
          is_known = TRUE;
        }
    }
  if (!is_known)
    report (reading, "technique", "“%s” is not a technique for this point, the suggested one is taken", id);
  else if (dose != NULL)
    {
      const PalpateDose own = palpate_task_get_dose (task);
      const PalpateDose asked = read_dose (reading, dose, &own);
      PalpateDose taken;

      palpate_task_set_dose (task, asked);
      taken = palpate_task_get_dose (task);
      compare_doses (reading, "dose", &asked, &taken);
    }
}

static void
read_stretch (Reading      *reading,
              JsonObject   *object,
              PalpateTask  *task)
{
  JsonNode *node = json_object_get_member (object, "stretch");
  const char *id = get_text (reading, object, "stretch");
  JsonObject *dose = get_object (reading, object, "stretchDose");

  if (node != NULL && JSON_NODE_HOLDS_NULL (node))
    palpate_task_set_stretch (task, NULL);
  else if (id != NULL && !g_strv_contains (palpate_task_get_source (task).point->muscle->stretches, id))
    {
      report (reading, "stretch", "“%s” is not a stretch of this muscle, the suggested one is taken", id);
      return;
    }
  else if (id != NULL)
    palpate_task_set_stretch (task, palpate_atlas_get_stretch (palpate_task_get_atlas (task), id));
  if (dose != NULL && palpate_task_get_stretch (task) != NULL)
    {
      const PalpateDose own = palpate_task_get_stretch_dose (task);
      const PalpateDose asked = read_dose (reading, dose, &own);
      PalpateDose taken;

      palpate_task_set_stretch_dose (task, asked);
      taken = palpate_task_get_stretch_dose (task);
      compare_doses (reading, "stretchDose", &asked, &taken);
    }
}

static void
read_days (Reading     *reading,
           JsonObject  *object,
           PalpateTask *task)
{
  const int days = get_number (reading, object, "days", 0);

  palpate_task_set_days (task, (guint) MAX (days, 0));
  if (days != (int) palpate_task_get_days (task))
    report (reading, "days", "must be 0 to %d", PALPATE_TASK_MAX_DAYS);
}

static void
read_task (Reading        *reading,
           JsonObject     *object,
           PalpateRoutine *routine)
{
  const char *id = get_text (reading, object, "point");
  const char *side = get_text (reading, object, "side");
  PalpateSidedPoint source = { NULL, PALPATE_SIDE_BOTH };
  g_autoptr (GError) error = NULL;
  PalpateTask *task;

  if (id == NULL)
    {
      report (reading, "point", "is missing");
      return;
    }
  reading->item = id;
  source.point = palpate_atlas_get_point (palpate_routine_get_atlas (routine), id);
  if (source.point == NULL)
    {
      report (reading, "point", "there is no such point");
      return;
    }
  if (side != NULL)
    source.side = palpate_side_from_id (side);
  if (source.side == PALPATE_SIDE_NONE)
    {
      report (reading, "side", "must be left, right or both");
      source.side = PALPATE_SIDE_BOTH;
    }
  task = palpate_routine_append (routine, source, &error);
  if (task == NULL)
    {
      report (reading, NULL, "%s", error->message);
      return;
    }
  read_technique (reading, object, task);
  read_stretch (reading, object, task);
  read_days (reading, object, task);
  palpate_task_set_note (task, get_text (reading, object, "note"));
}

static gboolean
check_format (JsonObject  *object,
              GError     **error)
{
  JsonNode *format = json_object_get_member (object, "format");

  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format) || json_node_get_value_type (format) != G_TYPE_INT64
      || json_node_get_int (format) < 1)
    g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "format: must be a number");
  else if (json_node_get_int (format) > FORMAT)
    g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_UNSUPPORTED_VERSION,
                 "format: is %" G_GINT64_FORMAT ", this program reads %d", json_node_get_int (format), FORMAT);
  else
    return TRUE;
  return FALSE;
}

/**
 * palpate_routine_new_from_json:
 * @problems: (nullable) (element-type PalpateProblem): gets what had to be left out or changed
 *
 * Returns: (transfer full) (nullable): %NULL where it is no routine, or one of a newer program
 */
PalpateRoutine *
palpate_routine_new_from_json (PalpateAtlas  *atlas,
                               JsonNode      *node,
                               GPtrArray     *problems,
                               GError       **error)
{
  g_autoptr (PalpateRoutine) self = NULL;
  Reading reading = { problems, NULL };
  JsonObject *object;
  JsonNode *tasks;
  const char *name;

  g_return_val_if_fail (PALPATE_IS_ATLAS (atlas), NULL);

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "must be an object");
      return NULL;
    }
  object = json_node_get_object (node);
  if (!check_format (object, error))
    return NULL;
  tasks = json_object_get_member (object, "tasks");
  if (tasks == NULL || !JSON_NODE_HOLDS_ARRAY (tasks))
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "tasks: must be a list");
      return NULL;
    }
  self = palpate_routine_new (atlas);
  name = get_text (&reading, object, "name");
  palpate_routine_set_name (self, name != NULL ? name : "");
  palpate_routine_set_keeps_order (self, get_boolean (&reading, object, "keepsOrder"));
  for (guint i = 0; i < json_array_get_length (json_node_get_array (tasks)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (tasks), i);
      g_autofree char *position = g_strdup_printf ("tasks[%u]", i);

      reading.item = position;
      if (JSON_NODE_HOLDS_OBJECT (element))
        read_task (&reading, json_node_get_object (element), self);
      else
        report (&reading, NULL, "must be an object");
    }
  return g_steal_pointer (&self);
}

static void
write_dose (JsonBuilder       *builder,
            const char        *member,
            const PalpateDose *dose,
            gboolean           has_rest)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "holdSeconds");
  json_builder_add_int_value (builder, dose->hold_seconds);
  json_builder_set_member_name (builder, "repeats");
  json_builder_add_int_value (builder, dose->repeats);
  if (has_rest)
    {
      json_builder_set_member_name (builder, "restSeconds");
      json_builder_add_int_value (builder, dose->rest_seconds);
    }
  json_builder_set_member_name (builder, "timesADay");
  json_builder_add_int_value (builder, dose->times_a_day);
  json_builder_end_object (builder);
}

static void
write_text (JsonBuilder *builder,
            const char  *member,
            const char  *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

static void
write_task (JsonBuilder *builder,
            PalpateTask *task)
{
  const PalpateSidedPoint source = palpate_task_get_source (task);
  const PalpateStretch *stretch = palpate_task_get_stretch (task);
  const PalpateDose dose = palpate_task_get_dose (task);
  const PalpateDose stretch_dose = palpate_task_get_stretch_dose (task);

  json_builder_begin_object (builder);
  write_text (builder, "point", source.point->id);
  write_text (builder, "side", palpate_side_to_id (source.side));
  write_text (builder, "technique", palpate_task_get_technique (task)->technique);
  write_dose (builder, "dose", &dose, TRUE);
  if (stretch != NULL)
    {
      write_text (builder, "stretch", stretch->id);
      write_dose (builder, "stretchDose", &stretch_dose, FALSE);
    }
  else
    {
      json_builder_set_member_name (builder, "stretch");
      json_builder_add_null_value (builder);
    }
  if (palpate_task_get_days (task) > 0)
    {
      json_builder_set_member_name (builder, "days");
      json_builder_add_int_value (builder, palpate_task_get_days (task));
    }
  if (*palpate_task_get_note (task) != '\0')
    write_text (builder, "note", palpate_task_get_note (task));
  json_builder_end_object (builder);
}

/**
 * palpate_routine_to_json:
 *
 * Returns: (transfer full): everything that palpate_routine_new_from_json() reads
 */
JsonNode *
palpate_routine_to_json (PalpateRoutine *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (PALPATE_IS_ROUTINE (self), NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, FORMAT);
  write_text (builder, "name", palpate_routine_get_name (self));
  json_builder_set_member_name (builder, "keepsOrder");
  json_builder_add_boolean_value (builder, palpate_routine_get_keeps_order (self));
  json_builder_set_member_name (builder, "tasks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < palpate_routine_get_n_tasks (self); i++)
    write_task (builder, palpate_routine_get_task (self, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
