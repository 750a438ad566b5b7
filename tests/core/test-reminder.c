/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reminders by a stepped clock: once each, on their days, never late, whatever becomes of clock and time zone.
 */
#include "palpate-reminder.h"

/* Rules instead of names: they need no files of time zones. */
#define BERLIN "CET-1CEST,M3.5.0/2,M10.5.0/3"
#define LONDON "GMT0BST,M3.5.0/1,M10.5.0/2"

static const char *const weekdays[] = { "monday", "tuesday", "wednesday", "thursday", "friday", NULL };
static const char *const all_days[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", NULL };

typedef struct {
  PalpateReminder reminder;
  GTimeZone      *zone;
  gint64          now;
} Stage;

static gint64
at (Stage *stage,
    int    month,
    int    day,
    int    hours,
    int    minutes)
{
  g_autoptr (GDateTime) time = g_date_time_new (stage->zone, 2026, month, day, hours, minutes, 0);

  return g_date_time_to_unix (time);
}

static void
set_zone (Stage      *stage,
          const char *zone)
{
  g_clear_pointer (&stage->zone, g_time_zone_unref);
  stage->zone = g_time_zone_new_identifier (zone);
  g_assert_nonnull (stage->zone);
}

static void
set_up (Stage         *stage,
        gconstpointer  data)
{
  static const char *const times[] = { "15:00", "10:30", NULL };

  set_zone (stage, BERLIN);
  stage->now = at (stage, 11, 25, 8, 0);   /* a Wednesday */
  palpate_reminder_init (&stage->reminder);
  palpate_reminder_set (&stage->reminder, times, weekdays, stage->now);
}

static void
tear_down (Stage         *stage,
           gconstpointer  data)
{
  palpate_reminder_clear (&stage->reminder);
  g_time_zone_unref (stage->zone);
}

/* Goes to @end by steps of @step seconds. Returns: how often it rang */
static guint
walk (Stage  *stage,
      gint64  end,
      int     step)
{
  guint n_rings = 0;

  while (stage->now < end)
    {
      stage->now = MIN (stage->now + step, end);
      n_rings += palpate_reminder_tick (&stage->reminder, stage->zone, stage->now);
    }
  return n_rings;
}

/* Sleeps as the program does: from one time that is due to the next. */
static guint
sleep_until (Stage  *stage,
             gint64  end)
{
  guint n_rings = 0;

  for (;;)
    {
      const gint64 next = palpate_reminder_get_next (&stage->reminder, stage->zone, stage->now);

      if (next < 0 || next > end)
        break;
      stage->now = next;
      n_rings += palpate_reminder_tick (&stage->reminder, stage->zone, stage->now);
    }
  stage->now = end;
  return n_rings;
}

static gint64
get_next (Stage *stage)
{
  return palpate_reminder_get_next (&stage->reminder, stage->zone, stage->now);
}

static void
test_next (Stage         *stage,
           gconstpointer  data)
{
  static const char *const none[] = { NULL };
  static const char *const wrong[] = { "24:00", "9:00", "12:60", "", "12:000", "noon", "07:15", NULL };
  static const char *const monday[] = { "monday", NULL };

  g_assert_cmpint (get_next (stage), ==, at (stage, 11, 25, 10, 30));
  stage->now = at (stage, 11, 25, 10, 30);
  g_assert_cmpint (get_next (stage), ==, at (stage, 11, 25, 15, 0));
  stage->now = at (stage, 11, 27, 15, 0);   /* Friday is over */
  g_assert_cmpint (get_next (stage), ==, at (stage, 11, 30, 10, 30));
  palpate_reminder_set (&stage->reminder, wrong, monday, stage->now);
  g_assert_cmpint (get_next (stage), ==, at (stage, 11, 30, 7, 15));
  stage->now = at (stage, 11, 30, 7, 15);   /* only a week later again */
  g_assert_cmpint (get_next (stage), ==, at (stage, 12, 7, 7, 15));
  palpate_reminder_set (&stage->reminder, none, all_days, stage->now);
  g_assert_cmpint (get_next (stage), ==, -1);
  palpate_reminder_set (&stage->reminder, weekdays, none, stage->now);
  g_assert_cmpint (get_next (stage), ==, -1);
}

static void
test_once_each (Stage         *stage,
                gconstpointer  data)
{
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 10, 30) - 1, 1), ==, 0);
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 10, 30), 1), ==, 1);   /* to the second */
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 15, 0) - 1, 1), ==, 0);
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 15, 0) + 5, 1), ==, 1);
  g_assert_cmpuint (sleep_until (stage, at (stage, 11, 26, 0, 0)), ==, 0);
  g_assert_cmpuint (sleep_until (stage, at (stage, 12, 3, 0, 0)), ==, 10);   /* a week with its weekend */
}

static void
test_missed (Stage         *stage,
             gconstpointer  data)
{
  walk (stage, at (stage, 11, 25, 10, 29), 60);
  stage->now = at (stage, 11, 25, 10, 41);   /* slept too long */
  g_assert_false (palpate_reminder_tick (&stage->reminder, stage->zone, stage->now));
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 14, 59), 60), ==, 0);
  stage->now = at (stage, 11, 25, 15, 9);    /* only a little */
  g_assert_true (palpate_reminder_tick (&stage->reminder, stage->zone, stage->now));
  g_assert_false (palpate_reminder_tick (&stage->reminder, stage->zone, stage->now));
  stage->now = at (stage, 12, 24, 10, 30);   /* weeks later: one, not one for every day */
  g_assert_cmpuint (walk (stage, stage->now + 3600, 60), ==, 1);
  stage->now = at (stage, 12, 28, 12, 0);
  g_assert_cmpuint (walk (stage, stage->now + 3600, 60), ==, 0);
}

static void
test_other_times (Stage         *stage,
                  gconstpointer  data)
{
  static const char *const times[] = { "10:29", "10:30", "10:31", NULL };

  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 10, 30), 1), ==, 1);
  palpate_reminder_set (&stage->reminder, times, weekdays, stage->now);   /* what is past, or rang, does not ring */
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 10, 31) - 1, 1), ==, 0);
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 10, 35), 1), ==, 1);
}

static void
test_snooze (Stage         *stage,
             gconstpointer  data)
{
  const gint64 ring = at (stage, 11, 25, 10, 30);

  walk (stage, ring + 20, 10);
  palpate_reminder_snooze (&stage->reminder, stage->now);
  g_assert_cmpint (get_next (stage), ==, ring + 20 + 600);
  g_assert_cmpuint (walk (stage, ring + 20 + 599, 1), ==, 0);
  g_assert_cmpuint (walk (stage, ring + 20 + 700, 1), ==, 1);
  g_assert_cmpint (get_next (stage), ==, at (stage, 11, 25, 15, 0));
  /* asked for just before the next time: that one is enough */
  stage->now = at (stage, 11, 25, 14, 55);
  palpate_reminder_snooze (&stage->reminder, stage->now);
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 16, 0), 10), ==, 1);
  /* the computer slept over it */
  palpate_reminder_snooze (&stage->reminder, stage->now);
  stage->now += 2 * 3600;
  g_assert_false (palpate_reminder_tick (&stage->reminder, stage->zone, stage->now));
  g_assert_cmpint (get_next (stage), ==, at (stage, 11, 26, 10, 30));
  /* the clock was set back: ten minutes stay ten minutes */
  palpate_reminder_snooze (&stage->reminder, stage->now);
  stage->now -= 3 * 3600;
  g_assert_false (palpate_reminder_tick (&stage->reminder, stage->zone, stage->now));
  g_assert_cmpint (get_next (stage), ==, stage->now + 600);
}

static void
test_clock_is_set (Stage         *stage,
                   gconstpointer  data)
{
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 10, 45), 60), ==, 1);
  stage->now = at (stage, 11, 25, 10, 0);    /* back: it does not ring again */
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 11, 0), 60), ==, 0);
  stage->now = at (stage, 11, 28, 9, 0);     /* days forward, and it stays there for a moment */
  palpate_reminder_tick (&stage->reminder, stage->zone, stage->now);
  stage->now = at (stage, 11, 25, 11, 1);    /* and back: this day goes on */
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 23, 0), 60), ==, 1);
  stage->now = at (stage, 11, 25, 10, 0) + 4 * 365 * 86400;   /* an empty battery the other way round */
  walk (stage, stage->now + 7 * 86400, 600);
  stage->now = at (stage, 11, 26, 8, 0);
  g_assert_cmpuint (sleep_until (stage, at (stage, 11, 27, 0, 0)), ==, 2);
}

static void
test_summer_time (Stage         *stage,
                  gconstpointer  data)
{
  static const char *const times[] = { "02:30", NULL };

  /* an hour that is skipped */
  stage->now = at (stage, 3, 28, 12, 0);
  palpate_reminder_set (&stage->reminder, times, all_days, stage->now);
  g_assert_cmpuint (walk (stage, at (stage, 3, 29, 12, 0), 30), ==, 1);
  g_assert_cmpuint (sleep_until (stage, at (stage, 3, 30, 12, 0)), ==, 1);
  /* an hour that comes twice */
  stage->now = at (stage, 10, 24, 12, 0);
  palpate_reminder_set (&stage->reminder, times, all_days, stage->now);
  g_assert_cmpuint (walk (stage, at (stage, 10, 25, 12, 0), 30), ==, 1);
  stage->now = at (stage, 10, 25, 12, 0);
  g_assert_cmpuint (sleep_until (stage, at (stage, 10, 26, 12, 0)), ==, 1);
  /* the time on the clock is kept, not the distance */
  g_assert_cmpint (get_next (stage), ==, at (stage, 10, 27, 2, 30));
}

static void
test_journey (Stage         *stage,
              gconstpointer  data)
{
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 10, 40), 60), ==, 1);
  set_zone (stage, LONDON);                  /* it is 9:40 there */
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 14, 59), 60), ==, 0);
  g_assert_cmpuint (walk (stage, at (stage, 11, 25, 15, 1), 60), ==, 1);
}

/* Anything at all: no time of a day rings twice, and none is late. */
static void
test_random (Stage         *stage,
             gconstpointer  data)
{
  static const char *const times[] = { "00:00", "06:30", "10:30", "10:35", "15:00", "23:59", NULL };
  g_autoptr (GHashTable) rung = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_rings = 0;

  palpate_reminder_set (&stage->reminder, times, all_days, stage->now);
  for (guint i = 0; i < 10000; i++)
    {
      const int what = g_test_rand_int_range (0, 20);

      if (what == 0)
        stage->now -= g_test_rand_int_range (0, 7200);        /* set back */
      else if (what == 1)
        stage->now += g_test_rand_int_range (0, 7200);        /* slept */
      else
        stage->now += g_test_rand_int_range (0, 300);
      if (!palpate_reminder_tick (&stage->reminder, stage->zone, stage->now))
        continue;
      n_rings++;
      for (int late = 0; late <= PALPATE_REMINDER_LATE / 60; late++)
        {
          g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (stage->now - late * 60);
          g_autoptr (GDateTime) here = g_date_time_to_timezone (utc, stage->zone);
          g_autofree char *minute = g_date_time_format (here, "%H:%M");
          g_autofree char *key = g_date_time_format (here, "%F %H:%M");

          if (g_strv_contains (times, minute) && g_hash_table_add (rung, g_steal_pointer (&key)))
            break;
          g_assert_cmpint (late, <, PALPATE_REMINDER_LATE / 60);   /* else it rang for nothing, or again */
        }
    }
  g_assert_cmpuint (n_rings, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/reminder/next", Stage, NULL, set_up, test_next, tear_down);
  g_test_add ("/reminder/once-each", Stage, NULL, set_up, test_once_each, tear_down);
  g_test_add ("/reminder/missed", Stage, NULL, set_up, test_missed, tear_down);
  g_test_add ("/reminder/other-times", Stage, NULL, set_up, test_other_times, tear_down);
  g_test_add ("/reminder/snooze", Stage, NULL, set_up, test_snooze, tear_down);
  g_test_add ("/reminder/clock-is-set", Stage, NULL, set_up, test_clock_is_set, tear_down);
  g_test_add ("/reminder/summer-time", Stage, NULL, set_up, test_summer_time, tear_down);
  g_test_add ("/reminder/journey", Stage, NULL, set_up, test_journey, tear_down);
  g_test_add ("/reminder/random", Stage, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
