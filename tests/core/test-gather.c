/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Getting everything ready before pressing: where it stands in a plan, what it says, and how a session waits for it.
 */
#include <string.h>

#include "palpate-step.h"
#include "plans.h"
#include "shipped.h"
#include "stepped-clock.h"

static PalpateAtlas *atlas;

/* Getting everything ready comes first, and again only where the body or the tool changes; the minutes tell of it. */
static void
test_plan_gather (void)
{
  /* squeezed with the hand; then a ball at the wall, three times; then the hand again */
  g_autoptr (PalpatePlan) plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-upper-TrP1 infraspinatus-TrP2 trapezius-middle-TrP6");
  g_autoptr (PalpatePlan) both = plan_of (atlas, PALPATE_SIDE_BOTH, 0, "trapezius-middle-TrP6");
  g_autoptr (PalpatePlan) none = plan_of (atlas, PALPATE_SIDE_LEFT, 240, "trapezius-upper-TrP1");
  const int before = palpate_plan_get_seconds (plan);
  guint n_gathers = 0;

  palpate_plan_gather (plan, NULL);
  palpate_plan_gather (both, NULL);
  palpate_plan_gather (none, NULL);
  expect_kinds (both, "GPHRHPSPHRHPSPTRTPTRT");
  expect_kinds (none, "PTRT");   /* nothing is pressed */
  for (guint i = 0; i < palpate_plan_get_n_steps (plan); i++)
    {
      const PalpateStep *step = palpate_plan_get_step (plan, i);
      g_autofree char *tools = step->kind == PALPATE_STEP_GATHER ? palpate_step_describe_tools (step) : NULL;
      g_autofree char *posture = step->kind == PALPATE_STEP_GATHER ? palpate_step_describe_posture (step) : NULL;

      if (step->kind != PALPATE_STEP_GATHER)
        continue;
      n_gathers++;
      g_assert_cmpint (palpate_plan_get_step (plan, i + 1)->kind, ==, PALPATE_STEP_PREPARE);
      g_assert_true (step->warms == (i == 0));
      if (g_str_equal (step->source.point->id, "infraspinatus-TrP2"))
        {
          g_assert_nonnull (strstr (tools, "wall"));
          g_assert_cmpstr (posture, ==, "You will stand.");
        }
      else
        g_assert_cmpstr (tools, ==, "Your hands are enough.");
    }
  g_assert_cmpuint (n_gathers, ==, 2);
  g_assert_cmpint (palpate_plan_get_seconds (plan), ==, before + 2 * 30);
}

/* Warmth is proposed where nothing in the care profile speaks against it; where something does, that is said. */
static void
test_plan_warmth (void)
{
  static const struct { const char *profile, *point, *says; } cases[] = {
    { NULL, "trapezius-upper-TrP1", "warm shower" },
    { "osteoporosis", "trapezius-upper-TrP1", "warm shower" },
    { "numbness", "trapezius-upper-TrP1", "numb skin cannot warn" },
    { "surgery-injury", "trapezius-upper-TrP1", "operation or injury" },
    { "skin-infection", "trapezius-upper-TrP1", "sore skin" },
    { "blood-thinners", "trapezius-upper-TrP1", "bruise" },
    { "cancer-treatment", "trapezius-upper-TrP1", "cancer team" },
    { "blood-clot", "trapezius-upper-TrP1", "warm shower" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const ids[] = { cases[i].profile, NULL };
      g_autoptr (PalpateCare) care = palpate_care_new (atlas);
      g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
      g_autoptr (PalpatePlan) plan = NULL;
      g_autofree char *warmth = NULL;
      g_autofree char *feel = NULL;

      palpate_care_set_ids (care, ids);
      palpate_routine_append (routine, shipped_point (atlas, cases[i].point, PALPATE_SIDE_LEFT), NULL);
      plan = palpate_plan_new (routine, care, NULL, NULL);
      palpate_plan_gather (plan, care);
      g_assert_cmpint (palpate_plan_get_step (plan, 0)->kind, ==, PALPATE_STEP_GATHER);
      warmth = palpate_step_describe_warmth (palpate_plan_get_step (plan, 0));
      feel = palpate_step_describe_feel (palpate_plan_get_step (plan, 0), PALPATE_FEEDBACK_NONE);
      g_assert_nonnull (strstr (warmth, cases[i].says));
      g_assert_true (strstr (warmth, "warm pack") == NULL || palpate_plan_get_step (plan, 0)->warms);
      g_assert_nonnull (strstr (feel, warmth));
    }
}

/* What is reckoned for getting ready is no care: it does not count for the quarter of an hour. */
static void
test_ceiling (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  guint n_found = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);
      g_autofree char *ids = g_strconcat ("trapezius-upper-TrP1 infraspinatus-TrP2 trapezius-middle-TrP6 ", point->id, NULL);
      g_autoptr (PalpatePlan) plan = NULL;
      g_autofree char *obstacle = NULL;

      if (point->techniques.length == 0 || strstr (ids, point->id) != strrchr (ids, ' ') + 1)
        continue;
      plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, ids);
      if (palpate_plan_get_seconds (plan) > 900)
        continue;
      palpate_plan_gather (plan, NULL);
      n_found += palpate_plan_get_seconds (plan) > 900;
      obstacle = palpate_plan_dup_obstacle (plan);
      g_assert_null (obstacle);
    }
  g_assert_cmpuint (n_found, >, 0);
}

static void
test_session (void)
{
  g_autoptr (PalpatePlan) plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-upper-TrP1");
  g_autoptr (PalpateSession) session = NULL;
  const int whole = palpate_plan_get_seconds (plan);
  guint n_records;

  palpate_plan_gather (plan, NULL);
  session = palpate_session_new (plan);
  palpate_session_start (session, &clock_now);
  for (int i = 0; i < 1000; i++)
    {
      clock_pass (G_USEC_PER_SEC);
      palpate_session_tick (session, &clock_now);
    }
  /* it waits as long as one likes, wakes nobody, counts nothing */
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_WAITING);
  g_assert_true (palpate_session_is_active (session));
  g_assert_cmpint (palpate_session_get_wake (session), ==, -1);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 0);
  g_assert_cmpint (palpate_session_get_seconds_left (session), ==, whole + 30);
  g_assert_cmpint (palpate_session_get_active_us (session), ==, 0);
  g_assert_cmpint (palpate_session_get_extra (session, NULL), ==, 0);
  palpate_session_pause (session, &clock_now);
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_WAITING);
  /* stopped and gone on with, it waits again */
  palpate_session_stop (session, &clock_now);
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_STOPPED);
  palpate_session_resume (session, &clock_now);
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_WAITING);
  /* going on and next step lead on alike, and time runs */
  palpate_session_resume (session, &clock_now);
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_RUNNING);
  g_assert_cmpuint (palpate_session_get_position (session), ==, 1);
  clock_pass (5 * G_USEC_PER_SEC);
  palpate_session_pause (session, &clock_now);
  palpate_session_previous (session, &clock_now);
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_WAITING);
  palpate_session_next (session, &clock_now);
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_RUNNING);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 15);
  palpate_session_get_records (session, &n_records);
  g_assert_cmpuint (n_records, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_func ("/gather/plan", test_plan_gather);
  g_test_add_func ("/gather/warmth", test_plan_warmth);
  g_test_add_func ("/gather/ceiling", test_ceiling);
  g_test_add_func ("/gather/session", test_session);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
