/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A session keeps time through pauses, sleep, stalls and clocks that are set; rings once; loses no step; and never
 * goes above a ceiling. The clock is stepped.
 */
#include <string.h>

#include "palpate-step.h"
#include "plans.h"
#include "shipped.h"
#include "stepped-clock.h"

#define MS 1000

static PalpateAtlas *atlas;

/* countdown */

static void
test_countdown (void)
{
  PalpateCountdown countdown = { 0 };

  palpate_countdown_start (&countdown, 60, &clock_now);
  g_assert_cmpint (palpate_countdown_get_seconds (&countdown), ==, 60);
  clock_pass (1);
  g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_NOTHING);
  g_assert_cmpint (palpate_countdown_get_seconds (&countdown), ==, 60);
  clock_pass (59 * G_USEC_PER_SEC + 999 * MS);
  g_assert_cmpint (palpate_countdown_pause (&countdown, &clock_now), ==, PALPATE_TICK_NOTHING);
  g_assert_cmpint (countdown.remaining_us, ==, MS - 1);   /* the last millisecond */
  g_assert_cmpint (palpate_countdown_get_seconds (&countdown), ==, 1);
  clock_pass (3600 * (gint64) G_USEC_PER_SEC);
  clock_sleep (3600 * (gint64) G_USEC_PER_SEC);
  g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_NOTHING);
  g_assert_cmpint (palpate_countdown_get_deadline (&countdown), ==, -1);
  palpate_countdown_resume (&countdown, &clock_now);
  g_assert_cmpint (palpate_countdown_get_deadline (&countdown), ==, clock_now.monotonic_us + MS - 1);
  clock_pass (MS - 1);
  g_assert_cmpint (palpate_countdown_pause (&countdown, &clock_now), ==, PALPATE_TICK_RANG);
  g_assert_cmpint (countdown.state, ==, PALPATE_COUNTDOWN_RUNG);
  g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_NOTHING);
  palpate_countdown_resume (&countdown, &clock_now);
  clock_pass (G_USEC_PER_SEC);
  g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_NOTHING);
  g_assert_false (palpate_countdown_extend (&countdown, 15));
}

static void
test_clocks (void)
{
  static const gint64 jumps[] = { -86400, -3600, -1, 1, 3600, 86400 };
  PalpateCountdown countdown = { 0 };

  /* somebody sets the clock: nothing happens */
  palpate_countdown_start (&countdown, 60, &clock_now);
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      clock_pass (G_USEC_PER_SEC);
      clock_now.wall_us += jumps[i] * G_USEC_PER_SEC;
      g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_NOTHING);
    }
  g_assert_cmpint (palpate_countdown_get_seconds (&countdown), ==, 54);
  /* a short stall between two readings is no sleep, a real one is */
  clock_sleep (G_USEC_PER_SEC);
  g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_NOTHING);
  clock_sleep (5 * G_USEC_PER_SEC);
  g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_SLEPT);
  g_assert_cmpint (palpate_countdown_get_seconds (&countdown), ==, 54);
  g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_NOTHING);
  /* a monotonic clock that went back would still not give time back */
  clock_now.monotonic_us -= 10 * G_USEC_PER_SEC;
  clock_now.elapsed_us -= 10 * G_USEC_PER_SEC;
  palpate_countdown_tick (&countdown, &clock_now);
  g_assert_cmpint (palpate_countdown_get_seconds (&countdown), ==, 54);
  /* a stall past the deadline rings once, and never shows less than nothing */
  clock_pass (600 * G_USEC_PER_SEC);
  g_assert_cmpint (palpate_countdown_tick (&countdown, &clock_now), ==, PALPATE_TICK_RANG);
  g_assert_cmpint (palpate_countdown_get_seconds (&countdown), ==, 0);
}

/* plan */

static void
test_plan_steps (void)
{
  /* squeeze 60 s twice, stretch twice */
  g_autoptr (PalpatePlan) one = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-upper-TrP1");
  /* press 45 s twice, one set of friction, stretch twice */
  g_autoptr (PalpatePlan) friction = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-middle-TrP6");
  /* strokes first; the point's other technique is not added */
  g_autoptr (PalpatePlan) strokes = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "flexor-digitorum-brevis-TrP1");
  /* 3 × 30 s with a ball on the wall and 20 s of strokes, standing; the stretch stands too */
  g_autoptr (PalpatePlan) both = plan_of (atlas, PALPATE_SIDE_BOTH, 0, "infraspinatus-TrP2");

  expect_kinds (one, "PHRHPTRT");
  g_assert_cmpint (palpate_plan_get_step (one, 1)->seconds, ==, 60);
  g_assert_cmpint (palpate_plan_get_step (one, 2)->seconds, ==, 20);
  g_assert_cmpint (palpate_plan_get_step (one, 3)->number, ==, 2);
  g_assert_cmpint (palpate_plan_get_seconds (one), ==, 15 + 60 + 20 + 60 + 15 + 20 + 10 + 20);
  expect_kinds (friction, "PHRHPSPTRT");
  expect_kinds (strokes, "PSPTRT");
  g_assert_cmpint (palpate_plan_get_step (both, 0)->source.side, ==, PALPATE_SIDE_LEFT);
  g_assert_cmpint (palpate_plan_get_step (both, palpate_plan_get_n_steps (both) - 1)->source.side, ==, PALPATE_SIDE_RIGHT);
  g_assert_null (palpate_plan_get_notes (both)[0]);
}

static void
test_plan_order (void)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) own = NULL;
  g_autoptr (PalpatePlan) better = NULL;

  /* wall, hand, wall: the two at the wall come together, the first of them stays first */
  palpate_routine_append (routine, shipped_point (atlas, "gluteus-medius-TrP1", PALPATE_SIDE_LEFT), NULL);
  palpate_routine_append (routine, shipped_point (atlas, "semitendinosus-semimembranosus-TrP1", PALPATE_SIDE_LEFT), NULL);
  palpate_routine_append (routine, shipped_point (atlas, "vastus-lateralis-TrP5", PALPATE_SIDE_LEFT), NULL);
  better = palpate_plan_new (routine, NULL, NULL, NULL);
  palpate_routine_set_keeps_order (routine, TRUE);
  own = palpate_plan_new (routine, NULL, NULL, NULL);
  g_assert_cmpuint (palpate_plan_get_n_changes (better), <, palpate_plan_get_n_changes (own));
  g_assert_cmpuint (palpate_plan_get_step (own, palpate_plan_get_n_steps (own) - 1)->task, ==, 2);
  for (guint i = 1; i < palpate_plan_get_n_steps (own); i++)
    g_assert_cmpuint (palpate_plan_get_step (own, i)->task, >=, palpate_plan_get_step (own, i - 1)->task);
}

static void
test_plan_ceilings (void)
{
  g_autoptr (PalpatePlan) some = plan_of (atlas, PALPATE_SIDE_LEFT, 150, "trapezius-upper-TrP1");
  g_autoptr (PalpatePlan) none = plan_of (atlas, PALPATE_SIDE_LEFT, 200, "trapezius-upper-TrP1");
  g_autoptr (PalpatePlan) much = plan_of (atlas, PALPATE_SIDE_BOTH, 0, "trapezius-upper-TrP1 levator-scapulae-TrP1 infraspinatus-TrP1 "
                                                "rhomboidei-TrP1 rhomboidei-TrP2");
  g_autofree char *obstacle = palpate_plan_dup_obstacle (much);

  expect_kinds (some, "PHPTRT");
  g_assert_nonnull (strstr (palpate_plan_get_notes (some)[0], "a day"));
  expect_kinds (none, "PTRT");
  g_assert_nonnull (strstr (palpate_plan_get_notes (none)[0], "Enough for today"));
  g_assert_cmpint (palpate_plan_get_seconds (much), >, 900);
  g_assert_nonnull (strstr (obstacle, "15 minutes"));
}

/* Every ready-made routine can be started, with nothing cut, getting ready or not. */
static void
test_plan_ready (void)
{
  GPtrArray *ready = palpate_atlas_list (atlas, PALPATE_ITEM_ROUTINE);

  g_assert_cmpuint (ready->len, >=, 6);
  for (guint i = 0; i < ready->len; i++)
    {
      const PalpateReadyRoutine *item = g_ptr_array_index (ready, i);
      g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
      g_autoptr (PalpatePlan) plan = NULL;
      g_autofree char *obstacle = NULL;

      palpate_routine_fill (routine, item);
      g_assert_cmpuint (palpate_routine_get_n_tasks (routine), ==, item->tasks.length);
      plan = palpate_plan_new (routine, NULL, NULL, NULL);
      palpate_plan_gather (plan, NULL);
      obstacle = palpate_plan_dup_obstacle (plan);
      g_test_message ("%s: %d s, %u changes", item->id, palpate_plan_get_seconds (plan), palpate_plan_get_n_changes (plan));
      g_assert_cmpstr (obstacle, ==, NULL);
      g_assert_null (palpate_plan_get_notes (plan)[0]);
    }
}

/* Whatever is chosen, no plan goes above a ceiling. */
static void
test_plan_all_points (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);

  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);
      g_autoptr (PalpatePlan) plan = NULL;
      int pressed = 0;

      if (point->techniques.length == 0)
        continue;
      plan = plan_of (atlas, PALPATE_SIDE_RIGHT, 0, point->id);
      palpate_plan_gather (plan, NULL);
      for (guint j = 0; j < palpate_plan_get_n_steps (plan); j++)
        {
          const PalpateStep *step = palpate_plan_get_step (plan, j);
          g_autofree char *where = palpate_step_describe_where (atlas, step);
          g_autofree char *act = palpate_step_describe_act (step);
          g_autofree char *feel = palpate_step_describe_feel (step, PALPATE_FEEDBACK_NONE);

          g_assert_cmpint (step->seconds, >, 0);
          g_assert_true (*where != '\0' && *act != '\0' && *feel != '\0');
          pressed += step->presses ? step->seconds : 0;
          g_assert_cmpint (step->kind == PALPATE_STEP_HOLD ? step->seconds : 0, <=, 90);
        }
      g_assert_cmpint (pressed, <=, 120);
      g_assert_null (palpate_plan_get_notes (plan)[0]);
    }
}

/* Whatever the profile and the point: what a flag says is said in every step of it, and no pressure above its own. */
static void
test_plan_care (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  GPtrArray *profiles = palpate_atlas_list (atlas, PALPATE_ITEM_PROFILE);
  g_autoptr (PalpateCare) care = palpate_care_new (atlas);
  guint n_flagged = 0, n_lighter = 0;

  for (guint i = 0; i < profiles->len * points->len; i++)
    {
      const PalpateProfile *profile = g_ptr_array_index (profiles, i / points->len);
      const PalpateSidedPoint source = { g_ptr_array_index (points, i % points->len), PALPATE_SIDE_LEFT };
      const char *const ids[] = { profile->id, NULL };
      g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
      g_autoptr (PalpatePlan) plan = NULL;

      palpate_care_set_ids (care, ids);
      if (palpate_routine_append (routine, source, NULL) == NULL)
        continue;
      plan = palpate_plan_new (routine, care, NULL, NULL);
      for (guint j = 0; j < palpate_plan_get_n_steps (plan); j++)
        {
          const PalpateStep *step = palpate_plan_get_step (plan, j);
          g_autofree char *feel = palpate_step_describe_feel (step, PALPATE_FEEDBACK_TOO_LITTLE);
          g_autoptr (PalpateJudgement) judgement
            = step->stretch != NULL ? palpate_care_judge_stretch (care, source.point->muscle, step->stretch)
                                    : palpate_care_judge_use (care, source.point, step->use);
          g_autofree char *words = palpate_judgement_describe (judgement);

          g_assert_cmpint (judgement->verdict, !=, PALPATE_VERDICT_LEFT_OUT);
          if (judgement->verdict == PALPATE_VERDICT_ALLOWED || step->kind == PALPATE_STEP_REST)
            continue;
          g_assert_nonnull (strstr (feel, words));
          n_flagged++;
          if (palpate_judgement_get_pressure (judgement) == 0)
            continue;
          g_assert_null (strstr (feel, "4 to 6"));
          g_assert_null (strstr (feel, "never above 6"));
          n_lighter++;
        }
    }
  g_assert_cmpuint (n_flagged, >, 100);
  g_assert_cmpuint (n_lighter, >, 100);
}

/* A technique that the profile leaves out is taken over by one that it allows, as on the sheet, and the plan says why. */
static void
test_plan_swaps (void)
{
  const char *const ids[] = { "blood-thinners", NULL };
  const PalpateSidedPoint source = shipped_point (atlas, "levator-scapulae-TrP1", PALPATE_SIDE_LEFT);
  g_autoptr (PalpateCare) care = palpate_care_new (atlas);
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) plan = NULL;
  PalpateTask *task = palpate_routine_append (routine, source, NULL);
  guint n_pressed = 0;

  palpate_care_set_ids (care, ids);
  for (guint i = 0; i < source.point->techniques.length; i++)
    {
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_use (care, source.point, source.point->techniques.items[i]);

      if (judgement->verdict == PALPATE_VERDICT_LEFT_OUT)
        palpate_task_set_technique (task, source.point->techniques.items[i]);
    }
  g_assert_true (palpate_task_get_technique (task) != palpate_care_suggest (care, source.point));
  plan = palpate_plan_new (routine, care, NULL, NULL);
  for (guint i = 0; i < palpate_plan_get_n_steps (plan); i++)
    if (palpate_plan_get_step (plan, i)->kind == PALPATE_STEP_HOLD)
      {
        g_assert_true (palpate_plan_get_step (plan, i)->use == palpate_care_suggest (care, source.point));
        n_pressed++;
      }
  g_assert_cmpuint (n_pressed, >, 0);
  g_assert_cmpuint (g_strv_length ((char **) palpate_plan_get_notes (plan)), >, 0);
}

/* session */

typedef struct {
  GString *cues;
  guint    n_changes;
} Heard;

static void
cue_cb (PalpateSession *session,
        int             cue,
        Heard          *heard)
{
  g_string_append_c (heard->cues, "stlrzfe"[cue]);
}

static void
changed_cb (PalpateSession *session,
            Heard          *heard)
{
  heard->n_changes++;
}

static PalpateSession *
session_of (PalpatePlan *plan,
            Heard       *heard)
{
  PalpateSession *session = palpate_session_new (plan);

  heard->cues = g_string_new (NULL);
  heard->n_changes = 0;
  g_signal_connect (session, "cue", G_CALLBACK (cue_cb), heard);
  g_signal_connect (session, "changed", G_CALLBACK (changed_cb), heard);
  return session;
}

static void
expect_cues (Heard      *heard,
             const char *cues)
{
  g_assert_cmpstr (heard->cues->str, ==, cues);
  g_string_truncate (heard->cues, 0);
}

static void
run_for (PalpateSession *session,
         int             seconds)
{
  for (int i = 0; i < seconds * 10; i++)
    {
      clock_pass (100 * MS);
      palpate_session_tick (session, &clock_now);
    }
}

/* Start to end by time alone: every cue comes once and in its order. */
static void
test_whole (void)
{
  g_autoptr (PalpatePlan) plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-upper-TrP1");
  Heard heard;
  g_autoptr (PalpateSession) session = session_of (plan, &heard);
  const PalpateSessionRecord *records;
  guint n_records;

  g_assert_cmpint (palpate_session_get_wake (session), ==, -1);
  palpate_session_start (session, &clock_now);
  palpate_session_start (session, &clock_now);
  expect_cues (&heard, "s");
  run_for (session, 15);
  expect_cues (&heard, "rs");
  run_for (session, 60);
  expect_cues (&heard, "tls");
  run_for (session, 20);
  expect_cues (&heard, "rs");
  run_for (session, 60);
  expect_cues (&heard, "tls");
  run_for (session, 15 + 20 + 10 + 20);
  expect_cues (&heard, "rstlsrstlf");
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_DONE);
  run_for (session, 60);
  palpate_session_next (session, &clock_now);
  palpate_session_resume (session, &clock_now);
  expect_cues (&heard, "");
  records = palpate_session_get_records (session, &n_records);
  g_assert_cmpuint (n_records, ==, 2);
  g_assert_cmpint (records[0].done_us, ==, 120 * G_USEC_PER_SEC);
  g_assert_nonnull (records[0].use);
  g_assert_cmpint (records[1].done_us, ==, 40 * G_USEC_PER_SEC);
  g_assert_nonnull (records[1].stretch);
  g_assert_cmpint (palpate_session_get_active_us (session), ==, (gint64) palpate_plan_get_seconds (plan) * G_USEC_PER_SEC);
  g_string_free (heard.cues, TRUE);
}

static void
test_by_hand (void)
{
  g_autoptr (PalpatePlan) plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-upper-TrP1");
  Heard heard;
  g_autoptr (PalpateSession) session = session_of (plan, &heard);
  g_autofree char *reason = NULL;

  palpate_session_start (session, &clock_now);
  palpate_session_next (session, &clock_now);
  g_assert_cmpuint (palpate_session_get_position (session), ==, 1);
  run_for (session, 10);
  /* paused, next, previous: it stays paused */
  palpate_session_pause (session, &clock_now);
  palpate_session_pause (session, &clock_now);
  g_assert_cmpint (palpate_session_get_wake (session), ==, -1);
  palpate_session_next (session, &clock_now);
  run_for (session, 100);
  g_assert_cmpuint (palpate_session_get_position (session), ==, 2);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 20);
  palpate_session_previous (session, &clock_now);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 60);
  palpate_session_resume (session, &clock_now);
  /* pressing begins again: 10 s are gone, 60 s to go, so 50 s are left for later */
  g_assert_cmpint (palpate_session_get_extra (session, NULL), ==, 15);
  palpate_session_extend (session, &clock_now);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 75);
  palpate_session_extend (session, &clock_now);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 90);
  g_assert_cmpint (palpate_session_get_extra (session, &reason), ==, 0);
  g_assert_cmpstr (reason, ==, "90 seconds are the most here");
  palpate_session_extend (session, &clock_now);
  run_for (session, 90);
  /* 100 s pressed: the second hold is cut to 20 s */
  g_assert_cmpuint (palpate_session_get_position (session), ==, 2);
  palpate_session_next (session, &clock_now);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 20);
  g_clear_pointer (&reason, g_free);
  g_assert_cmpint (palpate_session_get_extra (session, &reason), ==, 0);
  g_assert_nonnull (strstr (reason, "2 minutes"));
  run_for (session, 20);
  /* the point has had enough: back leads over both holds to the rest between them */
  g_assert_cmpint (palpate_session_get_step (session)->kind, ==, PALPATE_STEP_PREPARE);
  palpate_session_previous (session, &clock_now);
  g_assert_cmpuint (palpate_session_get_position (session), ==, 2);
  run_for (session, 20);
  g_assert_cmpint (palpate_session_get_step (session)->kind, ==, PALPATE_STEP_PREPARE);
  g_string_free (heard.cues, TRUE);
}

static void
test_stop (void)
{
  g_autoptr (PalpatePlan) plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-upper-TrP1");
  Heard heard;
  g_autoptr (PalpateSession) session = session_of (plan, &heard);

  palpate_session_start (session, &clock_now);
  palpate_session_next (session, &clock_now);
  run_for (session, 38);
  palpate_session_stop (session, &clock_now);
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_STOPPED);
  palpate_session_next (session, &clock_now);
  palpate_session_extend (session, &clock_now);
  palpate_session_set_feedback (session, PALPATE_FEEDBACK_TOO_MUCH, &clock_now);
  run_for (session, 100);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 22);
  palpate_session_resume (session, &clock_now);
  run_for (session, 21);
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 1);
  g_string_free (heard.cues, TRUE);
}

static void
test_feedback (void)
{
  g_autoptr (PalpatePlan) plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-middle-TrP6");
  Heard heard;
  g_autoptr (PalpateSession) session = session_of (plan, &heard);
  const PalpateSessionRecord *records;
  g_autofree char *feel = NULL;
  guint n_records;

  palpate_session_start (session, &clock_now);
  palpate_session_set_feedback (session, PALPATE_FEEDBACK_TOO_MUCH, &clock_now);   /* nobody presses yet */
  g_assert_cmpuint (palpate_session_get_position (session), ==, 0);
  palpate_session_next (session, &clock_now);
  run_for (session, 5);
  palpate_session_set_feedback (session, PALPATE_FEEDBACK_ABOUT_RIGHT, &clock_now);
  g_assert_cmpuint (palpate_session_get_position (session), ==, 1);
  palpate_session_set_feedback (session, PALPATE_FEEDBACK_TOO_MUCH, &clock_now);
  g_assert_cmpint (palpate_session_get_step (session)->kind, ==, PALPATE_STEP_REST);
  palpate_session_next (session, &clock_now);
  feel = palpate_step_describe_feel (palpate_session_get_step (session), palpate_session_get_feedback (session));
  g_assert_nonnull (strstr (feel, "half as hard"));
  /* and the friction on the same spot is left out */
  palpate_session_set_feedback (session, PALPATE_FEEDBACK_TOO_MUCH, &clock_now);
  g_assert_cmpint (palpate_session_get_step (session)->kind, ==, PALPATE_STEP_PREPARE);
  g_assert_nonnull (palpate_session_get_step (session)->stretch);
  records = palpate_session_get_records (session, &n_records);
  g_assert_cmpuint (n_records, ==, 1);
  g_assert_cmpint (records[0].feedback, ==, PALPATE_FEEDBACK_TOO_MUCH);
  g_assert_cmpint (records[0].done_us, ==, 5 * G_USEC_PER_SEC);
  g_string_free (heard.cues, TRUE);
}

static void
test_sleep (void)
{
  g_autoptr (PalpatePlan) plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-upper-TrP1");
  Heard heard;
  g_autoptr (PalpateSession) session = session_of (plan, &heard);

  palpate_session_start (session, &clock_now);
  run_for (session, 5);
  clock_sleep (3600 * (gint64) G_USEC_PER_SEC);
  clock_pass (10 * MS);
  palpate_session_tick (session, &clock_now);
  expect_cues (&heard, "sz");
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_PAUSED);
  g_assert_true (palpate_session_has_slept (session));
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 10);
  palpate_session_resume (session, &clock_now);
  g_assert_false (palpate_session_has_slept (session));
  run_for (session, 9);
  expect_cues (&heard, "");
  /* over the deadline by a sleep: it rings once, and the next step waits */
  clock_sleep (60 * (gint64) G_USEC_PER_SEC);
  clock_pass (2 * G_USEC_PER_SEC);
  palpate_session_tick (session, &clock_now);
  expect_cues (&heard, "rsz");
  g_assert_cmpint (palpate_session_get_seconds (session), ==, 60);
  /* a sleep while paused is no news */
  clock_sleep (60 * (gint64) G_USEC_PER_SEC);
  palpate_session_tick (session, &clock_now);
  palpate_session_resume (session, &clock_now);
  palpate_session_tick (session, &clock_now);
  expect_cues (&heard, "");
  g_assert_cmpint (palpate_session_get_state (session), ==, PALPATE_SESSION_RUNNING);
  g_string_free (heard.cues, TRUE);
}

/* However long one turns back, the session ends after a quarter of an hour of doing. */
static void
test_enough (void)
{
  g_autoptr (PalpatePlan) plan = plan_of (atlas, PALPATE_SIDE_LEFT, 0, "trapezius-upper-TrP1");
  Heard heard;
  g_autoptr (PalpateSession) session = session_of (plan, &heard);

  palpate_session_start (session, &clock_now);
  for (int i = 0; i < 100 && palpate_session_get_state (session) != PALPATE_SESSION_DONE; i++)
    {
      run_for (session, 14);
      palpate_session_previous (session, &clock_now);
    }
  g_assert_cmpint (palpate_session_get_active_us (session), ==, 900 * G_USEC_PER_SEC);
  g_assert_true (g_str_has_suffix (heard.cues->str, "e"));
  g_string_free (heard.cues, TRUE);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_func ("/countdown/transitions", test_countdown);
  g_test_add_func ("/countdown/clocks", test_clocks);
  g_test_add_func ("/plan/steps", test_plan_steps);
  g_test_add_func ("/plan/order", test_plan_order);
  g_test_add_func ("/plan/ceilings", test_plan_ceilings);
  g_test_add_func ("/plan/ready", test_plan_ready);
  g_test_add_func ("/plan/all-points", test_plan_all_points);
  g_test_add_func ("/plan/care", test_plan_care);
  g_test_add_func ("/plan/swaps", test_plan_swaps);
  g_test_add_func ("/session/whole", test_whole);
  g_test_add_func ("/session/by-hand", test_by_hand);
  g_test_add_func ("/session/stop", test_stop);
  g_test_add_func ("/session/feedback", test_feedback);
  g_test_add_func ("/session/sleep", test_sleep);
  g_test_add_func ("/session/enough", test_enough);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
