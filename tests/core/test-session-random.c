/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * 10,000 random sequences of a session beside a plain model: no double ring, no lost step, no negative time.
 */
#include "palpate-session.h"
#include "shipped.h"
#include "stepped-clock.h"

#define MS 1000

static PalpateAtlas *atlas;

/* The model knows a step by its number, and time by adding up small pieces. */
typedef struct {
  PalpatePlan *plan;
  char         state;      /* r, p, w, s, d */
  guint        position;
  gint64       left_us;
  gint64       total_us;
  gint64       active_us;
  gint64       pressed_us[2];   /* by task, one point each */
  guint        n_rings;
} Model;

static gint64
model_room (Model *model,
            guint  position)
{
  const PalpateStep *step = palpate_plan_get_step (model->plan, position);
  const gint64 room = step->presses ? (120 * G_USEC_PER_SEC - model->pressed_us[step->task]) / G_USEC_PER_SEC : 1000;

  return MIN (step->seconds, room);
}

static void
model_enter (Model *model,
             guint  position)
{
  gint64 seconds;

  while (position < palpate_plan_get_n_steps (model->plan) && model_room (model, position) == 0)
    position++;
  seconds = position < palpate_plan_get_n_steps (model->plan)
              ? MIN (model_room (model, position), (900 * G_USEC_PER_SEC - model->active_us) / G_USEC_PER_SEC) : 0;
  if (seconds == 0)
    {
      model->state = 'd';
      model->left_us = model->total_us = 0;
      return;
    }
  model->position = position;
  if (palpate_plan_get_step (model->plan, position)->kind == PALPATE_STEP_GATHER)
    {
      model->state = 'w';
      seconds = 0;
    }
  else if (model->state == 'w')
    model->state = 'r';
  model->left_us = model->total_us = seconds * G_USEC_PER_SEC;
}

static gboolean
model_pass (Model  *model,
            gint64  us)
{
  const gint64 done_us = MIN (us, model->left_us);

  if (model->state != 'r')
    return FALSE;
  model->left_us -= done_us;
  model->active_us += done_us;
  if (palpate_plan_get_step (model->plan, model->position)->presses)
    model->pressed_us[palpate_plan_get_step (model->plan, model->position)->task] += done_us;
  if (model->left_us > 0)
    return FALSE;
  model->n_rings++;
  model_enter (model, model->position + 1);
  return TRUE;
}

static void
model_previous (Model *model)
{
  for (guint position = model->position; position > 0;)
    if (model_room (model, --position) > 0)
      {
        model_enter (model, position);
        return;
      }
  if (model_room (model, model->position) > 0)
    model_enter (model, model->position);
}

static void
model_extend (Model *model)
{
  const PalpateStep *step = palpate_plan_get_step (model->plan, model->position);
  gint64 later = 0, extra = 15;

  for (guint i = model->position + 1; i < palpate_plan_get_n_steps (model->plan); i++)
    later += palpate_plan_get_step (model->plan, i)->kind != PALPATE_STEP_GATHER ? palpate_plan_get_step (model->plan, i)->seconds : 0;
  later += (model->left_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
  if (step->longest > 0)
    extra = MIN (extra, step->longest - model->total_us / G_USEC_PER_SEC);
  if (step->presses)
    extra = MIN (extra, (120 * G_USEC_PER_SEC - model->pressed_us[step->task]) / G_USEC_PER_SEC
                          - (model->left_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
  extra = MIN (extra, (900 * G_USEC_PER_SEC - model->active_us) / G_USEC_PER_SEC - later);
  if (extra <= 0)
    return;
  model->total_us += extra * G_USEC_PER_SEC;
  model->left_us += extra * G_USEC_PER_SEC;
}

static void
count_rings_cb (PalpateSession *session,
                int             cue,
                guint          *n_rings)
{
  if (cue == PALPATE_CUE_LET_GO || cue == PALPATE_CUE_READY)
    (*n_rings)++;
}

static void
apply (PalpateSession *session,
       Model          *model,
       int             event,
       gint64          us)
{
  const gboolean active = model->state == 'r' || model->state == 'p' || model->state == 'w';
  const gboolean waited = model->state == 'w';
  const gboolean rang = model_pass (model, event == 8 ? 0 : us);

  if (event == 8)   /* asleep for a while */
    clock_sleep (us + 3 * G_USEC_PER_SEC);
  else
    clock_pass (us);
  if (event == 9)
    clock_now.wall_us -= 7200 * (gint64) G_USEC_PER_SEC;   /* the clock is set back */
  switch (event)
    {
    case 0:
      palpate_session_pause (session, &clock_now);
      model->state = model->state == 'r' ? 'p' : model->state;
      break;
    case 1:
      palpate_session_resume (session, &clock_now);
      palpate_session_tick (session, &clock_now);   /* where it runs already, going on does nothing */
      if (waited)
        model_enter (model, model->position + 1);
      else if (model->state == 'p' || model->state == 's')
        model->state = palpate_plan_get_step (model->plan, model->position)->kind == PALPATE_STEP_GATHER ? 'w' : 'r';
      break;
    case 2:
      palpate_session_next (session, &clock_now);
      if (active && !rang)
        model_enter (model, model->position + 1);
      break;
    case 3:
      palpate_session_previous (session, &clock_now);
      if (active && !rang)
        model_previous (model);
      break;
    case 4:
      palpate_session_extend (session, &clock_now);
      if (active && model->state != 'w' && !rang)
        model_extend (model);
      break;
    case 5:
      palpate_session_stop (session, &clock_now);
      model->state = model->state == 'r' || model->state == 'p' || model->state == 'w' ? 's' : model->state;
      break;
    case 8:
      palpate_session_tick (session, &clock_now);
      model->state = model->state == 'r' ? 'p' : model->state;
      break;
    default:
      palpate_session_tick (session, &clock_now);
      break;
    }
}

static void
compare (PalpateSession *session,
         Model          *model,
         guint           n_rings)
{
  static const char states[] = { '-', 'r', 'p', 'w', 's', 'd' };

  g_assert_cmpint (states[palpate_session_get_state (session)], ==, model->state);
  g_assert_cmpint (palpate_session_get_left_us (session), ==, model->left_us);
  g_assert_cmpint (palpate_session_get_left_us (session), >=, 0);
  g_assert_cmpint (palpate_session_get_active_us (session), ==, model->active_us);
  g_assert_cmpint (model->active_us, <=, 900 * G_USEC_PER_SEC);
  for (guint i = 0; i < G_N_ELEMENTS (model->pressed_us); i++)
    g_assert_cmpint (model->pressed_us[i], <=, 120 * G_USEC_PER_SEC);
  g_assert_cmpuint (n_rings, ==, model->n_rings);
  if (model->state != 'd')
    g_assert_cmpuint (palpate_session_get_position (session), ==, model->position);
}

static void
test_random (gconstpointer gathers)
{
  static const gint64 pieces[] = { 0, 1, MS - 1, MS, 999 * MS, G_USEC_PER_SEC, 7 * G_USEC_PER_SEC, 100 * G_USEC_PER_SEC };
  const PalpateSidedPoint source = { palpate_atlas_get_point (atlas, "trapezius-middle-TrP6"), PALPATE_SIDE_LEFT };
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) plan = NULL;
  guint n_done = 0;

  palpate_routine_append (routine, source, NULL);
  if (gathers != NULL)   /* in the middle, too: another tool, another posture */
    {
      const PalpateSidedPoint second = { palpate_atlas_get_point (atlas, "infraspinatus-TrP2"), PALPATE_SIDE_LEFT };

      palpate_routine_append (routine, second, NULL);
    }
  plan = palpate_plan_new (routine, NULL, NULL, NULL);
  if (gathers != NULL)
    palpate_plan_gather (plan, NULL);

  for (int sequence = 0; sequence < 10000; sequence++)
    {
      g_autoptr (PalpateSession) session = palpate_session_new (plan);
      Model model = { .plan = plan, .state = 'r' };
      guint n_rings = 0;

      g_signal_connect (session, "cue", G_CALLBACK (count_rings_cb), &n_rings);
      palpate_session_start (session, &clock_now);
      model_enter (&model, 0);
      for (int i = 0; i < (gathers != NULL ? 150 : 60); i++)
        {
          /* often exactly at the deadline, or a microsecond from it */
          const gint64 us = g_test_rand_int_range (0, 4) == 0 ? MAX (0, model.left_us + g_test_rand_int_range (-1, 2))
                                                              : pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

          apply (session, &model, g_test_rand_int_range (0, 10), us);
          compare (session, &model, n_rings);
        }
      n_done += model.state == 'd';
    }
  g_assert_cmpuint (n_done, >, 100);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_data_func ("/session/random", NULL, test_random);
  g_test_add_data_func ("/session/random/gathers", GINT_TO_POINTER (TRUE), test_random);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
