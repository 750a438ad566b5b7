/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The minute of stretches that a reminder offers, and notes on the way.
 */
#include "palpate-session.h"
#include "shipped.h"

static PalpateAtlas *atlas;

/* A break: stretches alone, about a minute, every point in its turn. */
static void
test_plan_break (void)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpateRoutine) empty = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) none = palpate_plan_new_break (empty, NULL, 0);
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);
  static const char *const ids[] = { "trapezius-upper-TrP1", "infraspinatus-TrP1", "gastrocnemius-TrP1" };

  g_assert_cmpuint (palpate_plan_get_n_steps (none), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (palpate_routine_append (routine, shipped_point (atlas, ids[i], i == 0 ? PALPATE_SIDE_BOTH : PALPATE_SIDE_LEFT), NULL));
  for (guint turn = 0; turn < 6; turn++)
    {
      g_autoptr (PalpatePlan) plan = palpate_plan_new_break (routine, NULL, turn);

      g_assert_cmpint (palpate_plan_get_seconds (plan), >=, 30);
      g_assert_cmpint (palpate_plan_get_seconds (plan), <=, 75);
      for (guint i = 0; i < palpate_plan_get_n_steps (plan); i++)
        {
          const PalpateStep *step = palpate_plan_get_step (plan, i);

          g_assert_nonnull (step->stretch);
          g_assert_false (step->presses);
          g_assert_cmpint (step->seconds, <=, MAX (15, step->stretch->ceiling->hold_seconds));
          g_assert_cmpint (step->number, <=, step->count);
        }
      g_hash_table_add (first, (gpointer) palpate_plan_get_step (plan, 0)->source.point);
    }
  g_assert_cmpuint (g_hash_table_size (first), ==, 3);
}

/* The break of any point can be gone through to its end. */
static void
test_break_goes_on (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  PalpateInstant now = { G_USEC_PER_SEC, G_USEC_PER_SEC, G_USEC_PER_SEC };
  guint n_breaks = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const PalpateSidedPoint source = { g_ptr_array_index (points, i), PALPATE_SIDE_BOTH };
      g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
      g_autoptr (PalpatePlan) plan = NULL;
      g_autoptr (PalpateSession) session = NULL;

      if (palpate_routine_append (routine, source, NULL) == NULL)
        continue;
      plan = palpate_plan_new_break (routine, NULL, 0);
      if (palpate_plan_get_n_steps (plan) == 0)
        continue;
      g_assert_cmpint (palpate_plan_get_seconds (plan), <=, 90);
      session = palpate_session_new (plan);
      palpate_session_start (session, &now);
      for (guint second = 0; second < 100; second++)
        {
          now.monotonic_us += G_USEC_PER_SEC;
          now.elapsed_us += G_USEC_PER_SEC;
          now.wall_us += G_USEC_PER_SEC;
          palpate_session_tick (session, &now);
        }
      g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_DONE);
      n_breaks++;
    }
  g_assert_cmpuint (n_breaks, >, 50);
}

/* A note of the person's own goes along with the steps of its point, after the routine is gone too. */
static void
test_note (void)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) plan = NULL;

  palpate_task_set_note (palpate_routine_append (routine, shipped_point (atlas, "soleus-TrP1", PALPATE_SIDE_LEFT), NULL), "with the green ball");
  g_assert_nonnull (palpate_routine_append (routine, shipped_point (atlas, "infraspinatus-TrP1", PALPATE_SIDE_LEFT), NULL));
  plan = palpate_plan_new (routine, NULL, NULL, NULL);
  g_clear_object (&routine);
  for (guint i = 0; i < palpate_plan_get_n_steps (plan); i++)
    {
      const PalpateStep *step = palpate_plan_get_step (plan, i);

      g_assert_cmpstr (palpate_plan_get_task_note (plan, step), ==,
                       g_str_equal (step->source.point->id, "soleus-TrP1") ? "with the green ball" : NULL);
    }
}

/* What a condition of the care profile leaves out, or warns of, is in no break. */
static void
test_care (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  GPtrArray *profiles = palpate_atlas_list (atlas, PALPATE_ITEM_PROFILE);
  g_autoptr (PalpateCare) care = palpate_care_new (atlas);
  guint n_left_out = 0;

  for (guint i = 0; i < profiles->len * points->len; i++)
    {
      const PalpateProfile *profile = g_ptr_array_index (profiles, i / points->len);
      const PalpateSidedPoint source = { g_ptr_array_index (points, i % points->len), PALPATE_SIDE_LEFT };
      const char *const ids[] = { profile->id, NULL };
      g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
      g_autoptr (PalpateJudgement) judgement = NULL;
      g_autoptr (PalpatePlan) plan = NULL;

      PalpateTask *task = palpate_routine_append (routine, source, NULL);

      palpate_care_set_ids (care, ids);
      if (task == NULL || palpate_task_get_stretch (task) == NULL)
        continue;
      judgement = palpate_care_judge_stretch (care, source.point->muscle, palpate_task_get_stretch (task));
      if (judgement->verdict == PALPATE_VERDICT_ALLOWED)
        continue;
      plan = palpate_plan_new_break (routine, care, 0);
      g_assert_cmpuint (palpate_plan_get_n_steps (plan), ==, 0);
      n_left_out++;
    }
  g_assert_cmpuint (n_left_out, >, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_func ("/break/stretches", test_plan_break);
  g_test_add_func ("/break/goes-on", test_break_goes_on);
  g_test_add_func ("/break/note", test_note);
  g_test_add_func ("/break/care", test_care);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
