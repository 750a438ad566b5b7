/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A routine keeps the rules, never goes above a ceiling, and comes back from its file as it was.
 */
#include <string.h>

#include "palpate-error.h"
#include "palpate-routine.h"
#include "shipped.h"

static PalpateAtlas *atlas;

static void
count_cb (gpointer  object,
          guint    *n_changes)
{
  (*n_changes)++;
}

/* Every point with techniques gives a task whose numbers are within all ceilings, whatever is asked for. */
static void
test_ceilings (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  const PalpateDose greedy = { 10000, 10000, 10000, 10000, 10000 };
  const PalpateDose tiny = { -5, -5, -5, -5, -5 };
  guint n_tasks = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);

      for (guint j = 0; j < point->techniques.length; j++)
        {
          g_autoptr (PalpateTask) task = palpate_task_new (atlas, (PalpateSidedPoint) { point, PALPATE_SIDE_LEFT });
          const PalpatePointTechnique *use = point->techniques.items[j];
          const PalpateTechnique *technique = palpate_atlas_get_technique (atlas, use->technique);
          PalpateDose dose;

          palpate_task_set_technique (task, use);
          dose = palpate_task_get_dose (task);
          g_assert_cmpint (dose.hold_seconds, ==, use->dose.hold_seconds);
          g_assert_cmpint (dose.repeats, ==, use->dose.repeats);
          palpate_task_set_dose (task, greedy);
          dose = palpate_task_get_dose (task);
          g_assert_cmpint (dose.hold_seconds, <=, MIN (90, technique->ceiling->hold_seconds));
          g_assert_cmpint (palpate_dose_get_work_seconds (&dose, technique), <=, MIN (120, technique->ceiling->per_point_seconds));
          g_assert_cmpint (dose.times_a_day, <=, 2);
          g_assert_cmpint (dose.repeats, ==, palpate_task_get_ceiling (task).repeats);
          palpate_task_set_dose (task, tiny);
          dose = palpate_task_get_dose (task);
          g_assert_cmpint (dose.hold_seconds, ==, 1);
          g_assert_cmpint (dose.repeats, ==, 1);
          g_assert_cmpint (dose.rest_seconds, ==, MIN (20, use->dose.rest_seconds));
          n_tasks++;
        }
    }
  g_assert_cmpuint (n_tasks, >, 200);
}

static void
test_hold_first (void)
{
  g_autoptr (PalpateTask) task = palpate_task_new (atlas, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT));
  PalpateDose dose = palpate_task_get_dose (task);

  dose.hold_seconds = 60;
  dose.repeats = 5;
  palpate_task_set_dose (task, dose);
  g_assert_cmpint (palpate_task_get_dose (task).hold_seconds, ==, 60);
  g_assert_cmpint (palpate_task_get_dose (task).repeats, ==, 2);
  dose.hold_seconds = 30;
  dose.repeats = 5;
  palpate_task_set_dose (task, dose);
  g_assert_cmpint (palpate_task_get_dose (task).repeats, ==, 4);
}

static void
test_stretch (void)
{
  g_autoptr (PalpateTask) task = palpate_task_new (atlas, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT));
  const PalpateStretch *stretch = palpate_task_get_stretch (task);
  PalpateDose dose = palpate_task_get_stretch_dose (task);

  g_assert_nonnull (stretch);
  g_assert_cmpint (dose.hold_seconds, ==, stretch->hold_seconds);
  dose.hold_seconds = 1000;
  dose.repeats = 1000;
  palpate_task_set_stretch_dose (task, dose);
  dose = palpate_task_get_stretch_dose (task);
  g_assert_cmpint (dose.hold_seconds, ==, stretch->ceiling->hold_seconds);
  g_assert_cmpint (dose.hold_seconds * dose.repeats, <=, stretch->ceiling->per_point_seconds);
  palpate_task_set_stretch (task, NULL);
  g_assert_cmpint (palpate_task_get_stretch_dose (task).hold_seconds, ==, 0);
}

static void
test_rules (void)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  g_autoptr (GError) error = NULL;
  guint n_added = 0;

  g_assert_null (palpate_routine_append (routine, shipped_point (atlas, "scaleni-minimus", PALPATE_SIDE_LEFT), &error));
  g_assert_nonnull (strstr (error->message, "trained hands"));
  g_clear_error (&error);
  g_assert_nonnull (palpate_routine_append (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT), &error));
  g_assert_null (palpate_routine_append (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT), &error));
  g_assert_nonnull (strstr (error->message, "already"));
  g_clear_error (&error);
  /* the other side is another task, both would press one of them twice */
  g_assert_null (palpate_routine_append (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_BOTH), NULL));
  g_assert_true (palpate_routine_may_append (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_RIGHT), NULL));
  for (guint i = 0; i < points->len && n_added < 10; i++)
    {
      const PalpateSidedPoint source = { g_ptr_array_index (points, i), PALPATE_SIDE_LEFT };

      if (source.point->techniques.length > 0 && palpate_routine_append (routine, source, NULL) != NULL)
        n_added++;
    }
  g_assert_cmpuint (palpate_routine_get_n_tasks (routine), ==, 5);
  g_assert_null (palpate_routine_append (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_RIGHT), &error));
  g_assert_nonnull (strstr (error->message, "At most five points"));
}

static void
test_changes (void)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpateTask) removed = NULL;
  PalpateTask *first, *second;
  guint n_changes = 0;

  g_signal_connect (routine, "changed", G_CALLBACK (count_cb), &n_changes);
  first = palpate_routine_append (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT), NULL);
  second = palpate_routine_append (routine, shipped_point (atlas, "levator-scapulae-TrP1", PALPATE_SIDE_LEFT), NULL);
  g_assert_cmpuint (n_changes, ==, 2);
  palpate_task_set_side (first, PALPATE_SIDE_BOTH);
  palpate_task_set_side (first, PALPATE_SIDE_BOTH);
  palpate_task_set_note (first, "before work");
  g_assert_cmpuint (n_changes, ==, 4);
  palpate_routine_move (routine, 0, 1);
  g_assert_true (palpate_routine_get_task (routine, 0) == second);
  g_assert_cmpuint (n_changes, ==, 5);
  removed = palpate_routine_remove (routine, 1);
  g_assert_true (removed == first);
  palpate_task_set_side (removed, PALPATE_SIDE_LEFT);
  g_assert_cmpuint (n_changes, ==, 6);
  palpate_routine_insert (routine, 0, removed);
  g_assert_true (palpate_routine_find (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT)) == first);
  g_assert_null (palpate_routine_find (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_RIGHT)));
  palpate_routine_clear (routine);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (routine)), ==, 0);
  g_assert_cmpuint (n_changes, ==, 8);
}

static PalpateRoutine *
read_text (const char  *text,
           GPtrArray   *problems,
           GError     **error)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return palpate_routine_new_from_json (atlas, node, problems, error);
}

static void
test_round_trip (void)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpateRoutine) again = NULL;
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) node_again = NULL;
  PalpateTask *task;
  PalpateDose dose;

  palpate_routine_set_name (routine, "Nacken „abends“");
  task = palpate_routine_append (routine, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_RIGHT), NULL);
  dose = palpate_task_get_dose (task);
  dose.hold_seconds = 25;
  palpate_task_set_dose (task, dose);
  palpate_task_set_note (task, "after lunch");
  task = palpate_routine_append (routine, shipped_point (atlas, "levator-scapulae-TrP1", PALPATE_SIDE_BOTH), NULL);
  palpate_task_set_stretch (task, NULL);
  node = palpate_routine_to_json (routine);
  again = palpate_routine_new_from_json (atlas, node, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  node_again = palpate_routine_to_json (again);
  g_assert_true (json_node_equal (node, node_again));
  g_assert_cmpstr (palpate_routine_get_name (again), ==, "Nacken „abends“");
}

static void
test_unusable (void)
{
  static const char *const texts[] = {
    "[]", "{}", "{\"format\":\"1\",\"tasks\":[]}", "{\"format\":1}", "{\"format\":1,\"tasks\":{}}", "{\"format\":0,\"tasks\":[]}",
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_null (read_text (texts[i], NULL, &error));
      g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_PARSE);
      g_clear_error (&error);
    }
  g_assert_null (read_text ("{\"format\":2,\"tasks\":[]}", NULL, &error));
  g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_UNSUPPORTED_VERSION);
}

static void
test_problems (void)
{
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (PalpateRoutine) routine = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);
  static const char *const expected[] = {
    "tasks[0]: must be an object", "tasks[1]: point: is missing", "zz: point: there is no such point", "trained hands",
    "dose.holdSeconds: 600 is above the ceiling, 90 is taken", "dose.restSeconds: 0 is too little, 20 is taken",
    "“dry-needling” is not a technique", "“zz” is not a stretch", "side: must be left, right or both", "note: must be a string",
    "dose: must be an object", "already",
  };

  routine = read_text ("{\"format\":1,\"name\":3,\"more\":true,\"tasks\":[7,{},{\"point\":\"zz\"},{\"point\":\"scaleni-minimus\"},"
                       "{\"point\":\"trapezius-upper-TrP1\",\"side\":\"middle\",\"dose\":{\"holdSeconds\":600,\"repeats\":1,\"restSeconds\":0}},"
                       "{\"point\":\"trapezius-upper-TrP1\"},"
                       "{\"point\":\"levator-scapulae-TrP1\",\"technique\":\"dry-needling\",\"stretch\":\"zz\",\"dose\":4,\"note\":5}]}",
                       problems, NULL);
  g_assert_nonnull (routine);
  g_assert_cmpuint (palpate_routine_get_n_tasks (routine), ==, 2);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = palpate_problem_to_string (g_ptr_array_index (problems, i));

      g_string_append_printf (lines, "%s\n", line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    if (strstr (lines->str, expected[i]) == NULL)
      g_test_fail_printf ("“%s” is not in:\n%s", expected[i], lines->str);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_func ("/routine/ceilings", test_ceilings);
  g_test_add_func ("/routine/hold-first", test_hold_first);
  g_test_add_func ("/routine/stretch", test_stretch);
  g_test_add_func ("/routine/rules", test_rules);
  g_test_add_func ("/routine/changes", test_changes);
  g_test_add_func ("/routine/round-trip", test_round_trip);
  g_test_add_func ("/routine/unusable", test_unusable);
  g_test_add_func ("/routine/problems", test_problems);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
