/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-timeline.h"

#include <glib/gi18n-lib.h>

#define FEWEST_DAYS 7

typedef enum { UNIT_DAYS, UNIT_WEEKS, UNIT_MONTHS, UNIT_YEARS } Unit;

/* How far the ticks stand apart, from close to wide. */
static const struct {
  Unit unit;
  int  step;
} steps[] = {
  { UNIT_DAYS, 1 },   { UNIT_DAYS, 2 },   { UNIT_WEEKS, 1 },  { UNIT_WEEKS, 2 },  { UNIT_MONTHS, 1 }, { UNIT_MONTHS, 2 },
  { UNIT_MONTHS, 3 }, { UNIT_MONTHS, 6 }, { UNIT_YEARS, 1 }, { UNIT_YEARS, 2 }, { UNIT_YEARS, 5 }, { UNIT_YEARS, 10 },
};

static GDateTime *
get_day (int year,
         int month,
         int day)
{
  return g_date_time_new_local (year, month, day, 0, 0, 0);
}

/* The midnight that begins the day of a moment, or of another one @days later. */
static GDateTime *
get_midnight (gint64 moment_us,
              int    days)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (moment_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) other = g_date_time_add_days (moment, days);

  return get_day (g_date_time_get_year (other), g_date_time_get_month (other), g_date_time_get_day_of_month (other));
}

static gint64
to_us (GDateTime *moment)
{
  return g_date_time_to_unix (moment) * G_USEC_PER_SEC;
}

/**
 * palpate_timeline_fit:
 *
 * Returns: whole days, from that of @first_us to that of @last_us, and a week at least
 */
PalpateTimeline
palpate_timeline_fit (gint64 first_us,
                      gint64 last_us)
{
  g_autoptr (GDateTime) end = get_midnight (last_us, 1);
  g_autoptr (GDateTime) begin = get_midnight (first_us, 0);
  g_autoptr (GDateTime) week = get_midnight (last_us, 1 - FEWEST_DAYS);

  return (PalpateTimeline) { MIN (to_us (begin), to_us (week)), to_us (end) };
}

/**
 * palpate_timeline_get_share:
 *
 * Returns: where @moment_us is, 0 at the begin and 1 at the end
 */
double
palpate_timeline_get_share (const PalpateTimeline *self,
                            gint64                 moment_us)
{
  return (moment_us - self->from_us) / (double) MAX (self->to_us - self->from_us, 1);
}

/* The first day from the begin on that may have a tick: any day, a Monday, the first of a month or of January. */
static GDateTime *
get_first (const PalpateTimeline *self,
           Unit                   unit,
           int                    step)
{
  g_autoptr (GDateTime) begin = get_midnight (self->from_us, 0);
  const int year = g_date_time_get_year (begin), month = g_date_time_get_month (begin);
  g_autoptr (GDateTime) this_month = get_day (year, month, 1);
  g_autoptr (GDateTime) later = NULL;

  switch (unit)
    {
    case UNIT_DAYS:
      return g_steal_pointer (&begin);
    case UNIT_WEEKS:
      return get_midnight (self->from_us + G_TIME_SPAN_HOUR * 12, (8 - g_date_time_get_day_of_week (begin)) % 7);
    case UNIT_MONTHS:
      /* those that are counted from January on */
      later = g_date_time_add_months (this_month, (step - (month - 1) % step) % step);
      if (to_us (later) >= self->from_us)
        return g_steal_pointer (&later);
      return g_date_time_add_months (later, step);
    default:
      later = get_day ((year + step - 1) / step * step, 1, 1);
      if (to_us (later) >= self->from_us)
        return g_steal_pointer (&later);
      return get_day (g_date_time_get_year (later) + step, 1, 1);
    }
}

static GDateTime *
get_next (GDateTime *day,
          Unit       unit,
          int        step)
{
  if (unit == UNIT_DAYS || unit == UNIT_WEEKS)
    return g_date_time_add_days (day, step * (unit == UNIT_WEEKS ? 7 : 1));
  return unit == UNIT_MONTHS ? g_date_time_add_months (day, step) : g_date_time_add_years (day, step);
}

static char *
describe (GDateTime *day,
          Unit       unit)
{
  if (unit == UNIT_DAYS || unit == UNIT_WEEKS)
    /* Translators: a day in a plot, as strftime has it; short */
    return g_date_time_format (day, _("%-d %b"));
  /* January stands for its year */
  return g_date_time_format (day, g_date_time_get_month (day) == 1 ? "%Y" : "%b");
}

static void
clear_tick (gpointer data)
{
  g_free (((PalpateTimelineTick *) data)->label);
}

/* Returns: whether the ticks are not too many */
static gboolean
fill (const PalpateTimeline *self,
      GArray                *ticks,
      guint                  most,
      Unit                   unit,
      int                    step)
{
  g_autoptr (GDateTime) day = get_first (self, unit, step);

  while (to_us (day) < self->to_us)
    {
      g_autoptr (GDateTime) next = get_next (day, unit, step);
      const PalpateTimelineTick tick = { palpate_timeline_get_share (self, to_us (day)), describe (day, unit) };

      g_array_append_val (ticks, tick);
      if (ticks->len > most)
        return FALSE;
      g_date_time_unref (day);
      day = g_steal_pointer (&next);
    }
  return TRUE;
}

/**
 * palpate_timeline_list_ticks:
 * @most: how many there is room for; three at least
 *
 * Returns: (transfer full) (element-type PalpateTimelineTick): the beginnings of days, weeks, months or years, as close as
 *   there is room for
 */
GArray *
palpate_timeline_list_ticks (const PalpateTimeline *self,
                             guint                  most)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (PalpateTimelineTick));

  g_array_set_clear_func (ticks, clear_tick);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_array_set_size (ticks, 0);
      if (fill (self, ticks, MAX (most, 3), steps[i].unit, steps[i].step))
        break;
    }
  return ticks;
}
