/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-reminder.h"

#include <stdlib.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)
#define KEPT_DAYS 7      /* for so long it is known what rang */

void
palpate_reminder_init (PalpateReminder *self)
{
  memset (self, 0, sizeof *self);
  self->snooze = PALPATE_REMINDER_SNOOZE;
  self->rung = g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
palpate_reminder_clear (PalpateReminder *self)
{
  g_clear_pointer (&self->rung, g_array_unref);
}

/**
 * palpate_reminder_parse_time:
 * @text: as "09:30"
 *
 * Returns: the minute of the day, or -1
 */
int
palpate_reminder_parse_time (const char *text)
{
  const int hours = g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) ? (text[0] - '0') * 10 + text[1] - '0' : -1;

  if (hours < 0 || hours > 23 || text[2] != ':' || text[3] < '0' || text[3] > '5' || !g_ascii_isdigit (text[4]) || text[5] != '\0')
    return -1;
  return hours * 60 + (text[3] - '0') * 10 + text[4] - '0';
}

/**
 * palpate_reminder_get_day_id:
 * @day: 0 for Monday to 6 for Sunday
 */
const char *
palpate_reminder_get_day_id (guint day)
{
  static const char *const ids[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

  g_return_val_if_fail (day < G_N_ELEMENTS (ids), NULL);

  return ids[day];
}

static int
compare_minutes (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * palpate_reminder_set:
 * @times: "09:30" each; what is no time, or too many, is passed over
 * @days: ids of days
 *
 * Takes other times and days. What was due until @now is over; a snooze goes on.
 */
void
palpate_reminder_set (PalpateReminder   *self,
                      const char *const *times,
                      const char *const *days,
                      gint64             now)
{
  self->n_minutes = 0;
  self->days = 0;
  for (; *times != NULL && self->n_minutes < PALPATE_REMINDER_MOST; times++)
    if (palpate_reminder_parse_time (*times) >= 0)
      self->minutes[self->n_minutes++] = palpate_reminder_parse_time (*times);
  qsort (self->minutes, self->n_minutes, sizeof (int), compare_minutes);
  for (guint day = 0; day < 7; day++)
    if (g_strv_contains (days, palpate_reminder_get_day_id (day)))
      self->days |= 1u << day;
  self->looked = now;
}

/* A time of a day, whatever clocks and time zones do. */
static gint64
get_key (GDateTime *day,
         int        minute)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (day), (GDateMonth) g_date_time_get_month (day),
                  (GDateYear) g_date_time_get_year (day));
  return (gint64) g_date_get_julian (&date) * DAY_MINUTES + minute;
}

static gboolean
has_rung (PalpateReminder *self,
          gint64           key)
{
  for (guint i = 0; i < self->rung->len; i++)
    if (g_array_index (self->rung, gint64, i) == key)
      return TRUE;
  return FALSE;
}

/* Remembers that it rang, and forgets what is long ago, or was in a future that the clock has come back from. */
static void
set_rung (PalpateReminder *self,
          gint64           key)
{
  for (guint i = self->rung->len; i-- > 0;)
    if (ABS (g_array_index (self->rung, gint64, i) - key) > KEPT_DAYS * DAY_MINUTES)
      g_array_remove_index_fast (self->rung, i);
  if (!has_rung (self, key))
    g_array_append_val (self->rung, key);
}

/* Noon of the day that is @offset days from @now: no clock is changed at noon. */
static GDateTime *
get_noon (GTimeZone *zone,
          gint64     now,
          int        offset)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  g_autoptr (GDateTime) noon = NULL;

  if (here == NULL)
    return NULL;
  noon = g_date_time_new (zone, g_date_time_get_year (here), g_date_time_get_month (here), g_date_time_get_day_of_month (here), 12, 0, 0);
  return noon != NULL ? g_date_time_add_days (noon, offset) : NULL;
}

/* When it is @minute on the day of @noon; of an hour that is skipped, just after it. */
static gint64
get_time (GTimeZone *zone,
          GDateTime *noon,
          int        minute)
{
  g_autoptr (GDateTime) time = g_date_time_new (zone, g_date_time_get_year (noon), g_date_time_get_month (noon),
                                                g_date_time_get_day_of_month (noon), minute / 60, minute % 60, 0);

  return time != NULL ? g_date_time_to_unix (time) : -1;
}

static gboolean
is_day (PalpateReminder *self,
        GDateTime       *noon)
{
  return (self->days & (1u << (g_date_time_get_day_of_week (noon) - 1))) != 0;
}

/**
 * palpate_reminder_get_next:
 *
 * Returns: when to look again, in seconds since 1970; -1 for never
 */
gint64
palpate_reminder_get_next (PalpateReminder *self,
                           GTimeZone       *zone,
                           gint64           now)
{
  gint64 next = self->snoozed > 0 ? MAX (self->snoozed, now) : -1;

  for (int offset = 0; offset <= 8; offset++)
    {
      g_autoptr (GDateTime) noon = get_noon (zone, now, offset);

      for (guint i = 0; noon != NULL && is_day (self, noon) && i < self->n_minutes; i++)
        {
          const gint64 time = get_time (zone, noon, self->minutes[i]);

          if (time > now && !has_rung (self, get_key (noon, self->minutes[i])))
            return next > 0 ? MIN (next, time) : time;
        }
    }
  return next;
}

/* Whether a snooze is over; one that was missed is forgotten. */
static gboolean
tick_snooze (PalpateReminder *self,
             gint64           now)
{
  const gint64 late = now - self->snoozed;

  if (self->snoozed == 0)
    return FALSE;
  self->snoozed = MIN (self->snoozed, now + self->snooze);   /* the clock was set back */
  if (late < 0)
    return FALSE;
  self->snoozed = 0;
  return late <= PALPATE_REMINDER_LATE;
}

/**
 * palpate_reminder_tick:
 *
 * Looks at the clock, at any time and as often as one likes.
 *
 * Returns: whether to remind now
 */
gboolean
palpate_reminder_tick (PalpateReminder *self,
                       GTimeZone       *zone,
                       gint64           now)
{
  gboolean rings = tick_snooze (self, now);

  if (self->looked > now)
    self->looked = now - PALPATE_REMINDER_LATE - 1;   /* the clock was set back */
  for (int offset = -1; offset <= 0; offset++)
    {
      g_autoptr (GDateTime) noon = get_noon (zone, now, offset);

      for (guint i = 0; noon != NULL && is_day (self, noon) && i < self->n_minutes; i++)
        {
          const gint64 time = get_time (zone, noon, self->minutes[i]);
          const gint64 key = get_key (noon, self->minutes[i]);

          if (time <= self->looked || time > now || now - time > PALPATE_REMINDER_LATE || has_rung (self, key))
            continue;
          set_rung (self, key);
          rings = TRUE;
        }
    }
  self->looked = now;
  if (rings)
    self->snoozed = 0;
  return rings;
}

/**
 * palpate_reminder_snooze:
 *
 * Reminds once more, after a snooze.
 */
void
palpate_reminder_snooze (PalpateReminder *self,
                         gint64           now)
{
  self->snoozed = now + self->snooze;
}
