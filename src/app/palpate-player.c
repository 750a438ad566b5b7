/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-player.h"

#include <time.h>

struct _PalpatePlayer {
  GObject parent_instance;

  /* owned */
  PalpateSession *session;   /* %NULL while nothing is played */
  GSource        *alarm;
  GHashTable     *today;     /* "point/side" → whole seconds of pressure on this day, sessions that were left */
  char           *day;

  PalpateTodayFunc earlier;   /* what is written of this day, from earlier runs too */
  gpointer         earlier_data;
  PalpatePlateauFunc is_plateau;   /* what is written of weeks */
  gpointer           plateau_data;

  guint    n_watchers;
  gboolean gathers;   /* plans begin with getting everything ready */
};

G_DEFINE_FINAL_TYPE (PalpatePlayer, palpate_player, G_TYPE_OBJECT)

enum {
  CHANGED,
  SECOND,
  CUE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * palpate_instant_read:
 * @now: (out): what the clocks say
 */
void
palpate_instant_read (PalpateInstant *now)
{
  struct timespec elapsed;

  now->monotonic_us = g_get_monotonic_time ();
  now->elapsed_us = now->monotonic_us;
  now->wall_us = g_get_real_time ();
#ifdef CLOCK_BOOTTIME
  /* where there is no such clock, the monotonic one goes on in sleep, and a step simply rings late */
  if (clock_gettime (CLOCK_BOOTTIME, &elapsed) == 0)
    now->elapsed_us = (gint64) elapsed.tv_sec * G_USEC_PER_SEC + elapsed.tv_nsec / 1000;
#else
  (void) elapsed;
#endif
}

/* When the shown number of seconds changes. */
static gint64
get_next_second (PalpatePlayer *self)
{
  PalpateInstant now;
  const gint64 left_us = palpate_session_get_left_us (self->session);

  palpate_instant_read (&now);
  return now.monotonic_us + (left_us - 1) % G_USEC_PER_SEC + 1;
}

/* Sets the alarm for what is due next. The session was brought to the present just before. */
static void
arm (PalpatePlayer *self)
{
  gint64 wake = self->session != NULL ? palpate_session_get_wake (self->session) : -1;

  if (wake >= 0 && self->n_watchers > 0)
    wake = MIN (wake, get_next_second (self));
  g_source_set_ready_time (self->alarm, wake);
}

static void
catch_up (PalpatePlayer *self)
{
  PalpateInstant now;

  palpate_instant_read (&now);
  palpate_session_tick (self->session, &now);
}

static gboolean
alarm_dispatch (GSource     *source,
                GSourceFunc  callback,
                gpointer     user_data)
{
  return callback (user_data);
}

static gboolean
alarm_cb (gpointer user_data)
{
  PalpatePlayer *self = user_data;

  g_source_set_ready_time (self->alarm, -1);
  if (self->session == NULL)
    return G_SOURCE_CONTINUE;
  g_object_ref (self);
  catch_up (self);
  g_signal_emit (self, signals[SECOND], 0);
  arm (self);
  g_object_unref (self);
  return G_SOURCE_CONTINUE;
}

static void
session_changed_cb (PalpatePlayer *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
session_cue_cb (PalpateSession *session,
                int             cue,
                PalpatePlayer  *self)
{
  g_signal_emit (self, signals[CUE], 0, cue);
}

/* A new day begins with nothing. */
static void
turn_day (PalpatePlayer *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%F");

  if (g_strcmp0 (day, self->day) == 0)
    return;
  g_hash_table_remove_all (self->today);
  g_free (self->day);
  self->day = g_steal_pointer (&day);
}

static char *
get_key (PalpateSidedPoint source)
{
  return g_strdup_printf ("%s/%s", source.point->id, palpate_side_to_id (source.side));
}

static int
count_pressed (PalpateSession    *session,
               PalpateSidedPoint  source)
{
  guint n_records;
  const PalpateSessionRecord *records = palpate_session_get_records (session, &n_records);
  gint64 pressed_us = 0;

  for (guint i = 0; i < n_records; i++)
    if (records[i].use != NULL && records[i].source.point == source.point && records[i].source.side == source.side)
      pressed_us += records[i].done_us;
  return (int) ((pressed_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

/* Books what the session pressed, so that the next one knows. */
static void
book_session (PalpatePlayer *self)
{
  guint n_records;
  const PalpateSessionRecord *records = palpate_session_get_records (self->session, &n_records);

  turn_day (self);
  for (guint i = 0; i < n_records; i++)
    {
      g_autofree char *key = get_key (records[i].source);
      const int before = GPOINTER_TO_INT (g_hash_table_lookup (self->today, key));
      const int pressed = (int) ((records[i].done_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);

      if (records[i].use != NULL)
        g_hash_table_replace (self->today, g_steal_pointer (&key), GINT_TO_POINTER (before + pressed));
    }
}

static void
drop_session (PalpatePlayer *self)
{
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      book_session (self);
    }
  g_clear_object (&self->session);
}

static void
palpate_player_finalize (GObject *object)
{
  PalpatePlayer *self = PALPATE_PLAYER (object);

  drop_session (self);
  g_source_destroy (self->alarm);
  g_source_unref (self->alarm);
  g_hash_table_unref (self->today);
  g_free (self->day);

  G_OBJECT_CLASS (palpate_player_parent_class)->finalize (object);
}

static void
palpate_player_class_init (PalpatePlayerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_player_finalize;

  /* another session, step or state, or plans are made in another way */
  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* time passed; comes every second only while somebody watches */
  signals[SECOND] = g_signal_new ("second", PALPATE_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* the session's cues */
  signals[CUE] = g_signal_new ("cue", PALPATE_TYPE_PLAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
palpate_player_init (PalpatePlayer *self)
{
  static GSourceFuncs functions = { .dispatch = alarm_dispatch };

  self->today = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->alarm = g_source_new (&functions, sizeof (GSource));
  g_source_set_static_name (self->alarm, "[palpate] session");
  g_source_set_priority (self->alarm, G_PRIORITY_HIGH);   /* on time while the main loop is busy */
  g_source_set_callback (self->alarm, alarm_cb, self, NULL);
  g_source_attach (self->alarm, NULL);
}

PalpatePlayer *
palpate_player_new (void)
{
  return g_object_new (PALPATE_TYPE_PLAYER, NULL);
}

/**
 * palpate_player_play:
 *
 * Begins a session; one that ran before is left.
 */
void
palpate_player_play (PalpatePlayer *self,
                     PalpatePlan   *plan)
{
  PalpateInstant now;

  g_return_if_fail (PALPATE_IS_PLAYER (self));

  drop_session (self);
  self->session = palpate_session_new (plan);
  g_signal_connect_swapped (self->session, "changed", G_CALLBACK (session_changed_cb), self);
  g_signal_connect (self->session, "cue", G_CALLBACK (session_cue_cb), self);
  palpate_instant_read (&now);
  palpate_session_start (self->session, &now);
  arm (self);
}

/**
 * palpate_player_leave:
 *
 * Forgets the session.
 */
void
palpate_player_leave (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  if (self->session == NULL)
    return;
  drop_session (self);
  arm (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_player_get_session:
 *
 * Returns: (transfer none) (nullable): what is played, or was played last and not left yet
 */
PalpateSession *
palpate_player_get_session (PalpatePlayer *self)
{
  g_return_val_if_fail (PALPATE_IS_PLAYER (self), NULL);

  return self->session;
}

gboolean
palpate_player_is_running (PalpatePlayer *self)
{
  g_return_val_if_fail (PALPATE_IS_PLAYER (self), FALSE);

  return self->session != NULL && palpate_session_get_state (self->session) == PALPATE_SESSION_RUNNING;
}

/**
 * palpate_player_get_today:
 *
 * A #PalpateTodayFunc: seconds of pressure that a point had on this day, as far as this run of the program and the
 * journal know.
 */
int
palpate_player_get_today (PalpateSidedPoint source,
                          gpointer          player)
{
  PalpatePlayer *self = PALPATE_PLAYER (player);
  g_autofree char *key = get_key (source);
  int earlier = 0;

  turn_day (self);
  if (self->earlier != NULL)
    earlier = self->earlier (source, self->earlier_data);
  return MAX (earlier, GPOINTER_TO_INT (g_hash_table_lookup (self->today, key))) + (self->session != NULL ? count_pressed (self->session, source) : 0);
}

/**
 * palpate_player_set_earlier:
 * @earlier: (nullable): what is written of this day, without the session that is played
 */
void
palpate_player_set_earlier (PalpatePlayer    *self,
                            PalpateTodayFunc  earlier,
                            gpointer          user_data)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  self->earlier = earlier;
  self->earlier_data = user_data;
}

/**
 * palpate_player_set_plateau:
 * @is_plateau: (nullable): which points nothing changes any more
 */
void
palpate_player_set_plateau (PalpatePlayer      *self,
                            PalpatePlateauFunc  is_plateau,
                            gpointer            user_data)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  self->is_plateau = is_plateau;
  self->plateau_data = user_data;
}

/**
 * palpate_player_set_gathers:
 * @gathers: whether plans begin with getting everything ready; off at first
 */
void
palpate_player_set_gathers (PalpatePlayer *self,
                            gboolean       gathers)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  if (self->gathers == gathers)
    return;
  self->gathers = gathers;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_player_plan:
 *
 * Returns: (transfer full): the plan of @routine, with what is known of this day and of the weeks before
 */
PalpatePlan *
palpate_player_plan (PalpatePlayer  *self,
                     PalpateRoutine *routine,
                     PalpateCare    *care)
{
  PalpatePlan *plan;

  g_return_val_if_fail (PALPATE_IS_PLAYER (self), NULL);

  plan = palpate_plan_new (routine, care, palpate_player_get_today, self);
  if (self->is_plateau != NULL)
    palpate_plan_hold_back (plan, self->is_plateau, self->plateau_data);
  if (self->gathers)
    palpate_plan_gather (plan, care);
  return plan;
}

/**
 * palpate_player_watch:
 *
 * Asks for `second`; to be given back by palpate_player_unwatch().
 */
void
palpate_player_watch (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  self->n_watchers++;
  if (self->session != NULL)
    catch_up (self);
  arm (self);
}

void
palpate_player_unwatch (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));
  g_return_if_fail (self->n_watchers > 0);

  self->n_watchers--;
  arm (self);
}

/* One of the session's functions that only need to know what time it is. */
static void
call (PalpatePlayer *self,
      void (*function) (PalpateSession *, const PalpateInstant *))
{
  PalpateInstant now;

  if (self->session == NULL)
    return;
  palpate_instant_read (&now);
  function (self->session, &now);
  arm (self);
}

void
palpate_player_toggle (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  call (self, palpate_player_is_running (self) ? palpate_session_pause : palpate_session_resume);
}

void
palpate_player_resume (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  call (self, palpate_session_resume);
}

void
palpate_player_next (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  call (self, palpate_session_next);
}

void
palpate_player_previous (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  call (self, palpate_session_previous);
}

void
palpate_player_extend (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  call (self, palpate_session_extend);
}

void
palpate_player_stop (PalpatePlayer *self)
{
  g_return_if_fail (PALPATE_IS_PLAYER (self));

  call (self, palpate_session_stop);
}

void
palpate_player_set_feedback (PalpatePlayer   *self,
                             PalpateFeedback  feedback)
{
  PalpateInstant now;

  g_return_if_fail (PALPATE_IS_PLAYER (self));

  if (self->session == NULL)
    return;
  palpate_instant_read (&now);
  palpate_session_set_feedback (self->session, feedback, &now);
  arm (self);
}
