/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The player on real clocks: it rings within 50 ms of the deadline while the main loop is busy, wakes once a second
 * for who watches, and not at all otherwise.
 */
#include "palpate-player.h"
#include "shipped.h"

static PalpateAtlas *atlas;

/* A plan whose first hold lasts @seconds. */
static PalpatePlan *
plan_new (int seconds)
{
  const PalpateSidedPoint source = { palpate_atlas_get_point (atlas, "trapezius-upper-TrP1"), PALPATE_SIDE_LEFT };
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  PalpateTask *task = palpate_routine_append (routine, source, NULL);
  PalpateDose dose = palpate_task_get_dose (task);

  dose.hold_seconds = seconds;
  palpate_task_set_dose (task, dose);
  return palpate_plan_new (routine, NULL, NULL, NULL);
}

/* Keeps the loop busy: 20 ms of work at a time, again and again. */
static gboolean
work_cb (gpointer user_data)
{
  const gint64 end = g_get_monotonic_time () + 20 * 1000;

  while (g_get_monotonic_time () < end)
    ;
  return G_SOURCE_CONTINUE;
}

static void
let_go_cb (PalpatePlayer *player,
           int            cue,
           gint64        *rang)
{
  if (cue == PALPATE_CUE_LET_GO)
    {
      g_assert_cmpint (*rang, ==, 0);   /* once */
      *rang = g_get_monotonic_time ();
    }
}

/* How long after its deadline the end of a hold rang, in microseconds. */
static gint64
ring (void)
{
  g_autoptr (PalpatePlan) plan = plan_new (2);
  g_autoptr (PalpatePlayer) player = palpate_player_new ();
  const guint work = g_idle_add (work_cb, NULL);
  gint64 rang = 0;
  gint64 deadline;

  g_signal_connect (player, "cue", G_CALLBACK (let_go_cb), &rang);
  palpate_player_play (player, plan);
  palpate_player_watch (player);
  palpate_player_next (player);
  deadline = palpate_session_get_wake (palpate_player_get_session (player));
  while (rang == 0 && g_get_monotonic_time () < deadline + 5 * G_USEC_PER_SEC)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (work);
  g_test_message ("rang %.1f ms after its deadline", (rang - deadline) / 1000.0);
  g_assert_cmpint (rang, >=, deadline);
  return rang - deadline;
}

/* A machine that is busy with something else may be late, but not every time. */
static void
test_accuracy (void)
{
  gint64 late = ring ();

  for (guint i = 0; late >= 50 * 1000 && i < 4; i++)
    late = ring ();
  g_assert_cmpint (late, <, 50 * 1000);
}

static void
count_cb (PalpatePlayer *player,
          guint         *n_seconds)
{
  (*n_seconds)++;
}

static gboolean
end_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Returns: how often the main loop woke in 3.3 seconds, without its end */
static guint
count_wakes (void)
{
  gboolean ended = FALSE;
  guint n_wakes = 0;

  g_timeout_add (3300, end_cb, &ended);
  while (!ended)
    {
      g_main_context_iteration (NULL, TRUE);
      n_wakes++;
    }
  return n_wakes - 1;
}

static void
test_wakes (void)
{
  g_autoptr (PalpatePlan) plan = plan_new (60);
  g_autoptr (PalpatePlayer) player = palpate_player_new ();
  guint n_seconds = 0;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count_wakes (), ==, 0);   /* nothing is played */
  g_signal_connect (player, "second", G_CALLBACK (count_cb), &n_seconds);
  palpate_player_play (player, plan);
  palpate_player_next (player);
  g_assert_cmpuint (count_wakes (), <=, 1);   /* nobody watches */
  palpate_player_watch (player);
  n_seconds = 0;
  g_assert_cmpuint (count_wakes (), <=, 8);
  g_assert_cmpuint (n_seconds, >=, 3);
  g_assert_cmpuint (n_seconds, <=, 4);
  palpate_player_unwatch (player);
  palpate_player_toggle (player);
  g_assert_cmpuint (count_wakes (), <=, 1);   /* paused */
}

/* What one session pressed, the next one knows. */
static void
test_today (void)
{
  g_autoptr (PalpatePlan) plan = plan_new (2);
  g_autoptr (PalpatePlayer) player = palpate_player_new ();
  const PalpateSidedPoint left = { palpate_atlas_get_point (atlas, "trapezius-upper-TrP1"), PALPATE_SIDE_LEFT };
  const PalpateSidedPoint right = { left.point, PALPATE_SIDE_RIGHT };
  gint64 rang = 0;

  g_signal_connect (player, "cue", G_CALLBACK (let_go_cb), &rang);
  palpate_player_play (player, plan);
  palpate_player_next (player);
  while (rang == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (palpate_player_get_today (left, player), ==, 2);
  palpate_player_stop (player);
  palpate_player_leave (player);
  g_assert_cmpint (palpate_player_get_today (left, player), ==, 2);
  g_assert_cmpint (palpate_player_get_today (right, player), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_func ("/player/accuracy", test_accuracy);
  g_test_add_func ("/player/wakes", test_wakes);
  g_test_add_func ("/player/today", test_today);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
