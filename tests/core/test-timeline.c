/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The axis of the journal's plots: sessions stand where their days are, and the days that are named fit the span.
 */
#include "palpate-timeline.h"

#include <locale.h>

static gint64
moment (int year,
        int month,
        int day,
        int hour)
{
  g_autoptr (GDateTime) then = g_date_time_new_local (year, month, day, hour, 0, 0);

  return g_date_time_to_unix (then) * G_USEC_PER_SEC;
}

static void
expect_ticks (PalpateTimeline  timeline,
              guint            most,
              const char      *expected)
{
  g_autoptr (GArray) ticks = palpate_timeline_list_ticks (&timeline, most);
  g_autoptr (GString) found = g_string_new (NULL);
  double last = -1;

  for (guint i = 0; i < ticks->len; i++)
    {
      const PalpateTimelineTick *tick = &g_array_index (ticks, PalpateTimelineTick, i);

      g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", tick->label);
      g_assert_cmpfloat (tick->share, >, last);
      g_assert_cmpfloat (tick->share, >=, 0);
      g_assert_cmpfloat (tick->share, <, 1);
      last = tick->share;
    }
  g_assert_cmpuint (ticks->len, <=, most);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_places (void)
{
  const PalpateTimeline month = palpate_timeline_fit (moment (2026, 6, 1, 9), moment (2026, 6, 30, 21));
  const PalpateTimeline day = palpate_timeline_fit (moment (2026, 6, 30, 9), moment (2026, 6, 30, 21));

  g_assert_cmpfloat_with_epsilon (palpate_timeline_get_share (&month, moment (2026, 6, 1, 0)), 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (palpate_timeline_get_share (&month, moment (2026, 6, 16, 0)), 0.5, 1e-9);
  /* a pause of two weeks is seen as one */
  g_assert_cmpfloat_with_epsilon (palpate_timeline_get_share (&month, moment (2026, 6, 22, 9)) - palpate_timeline_get_share (&month, moment (2026, 6, 8, 9)),
                                  14 / 30.0, 1e-9);
  /* a single day stands at the end of its week */
  g_assert_cmpfloat_with_epsilon (palpate_timeline_get_share (&day, moment (2026, 6, 30, 12)), 6.5 / 7, 1e-9);
}

static void
test_ticks (void)
{
  expect_ticks (palpate_timeline_fit (moment (2026, 6, 1, 9), moment (2026, 6, 7, 9)), 8, "1 Jun, 2 Jun, 3 Jun, 4 Jun, 5 Jun, 6 Jun, 7 Jun");
  expect_ticks (palpate_timeline_fit (moment (2026, 6, 1, 9), moment (2026, 6, 7, 9)), 5, "1 Jun, 3 Jun, 5 Jun, 7 Jun");
  /* weeks begin on Monday */
  expect_ticks (palpate_timeline_fit (moment (2026, 6, 3, 9), moment (2026, 7, 3, 9)), 6, "8 Jun, 15 Jun, 22 Jun, 29 Jun");
  expect_ticks (palpate_timeline_fit (moment (2026, 6, 3, 9), moment (2026, 7, 31, 9)), 6, "8 Jun, 22 Jun, 6 Jul, 20 Jul");
  expect_ticks (palpate_timeline_fit (moment (2025, 10, 12, 9), moment (2026, 2, 28, 9)), 6, "Nov, Dec, 2026, Feb");
  expect_ticks (palpate_timeline_fit (moment (2025, 2, 12, 9), moment (2026, 5, 28, 9)), 6, "Apr, Jul, Oct, 2026, Apr");
  expect_ticks (palpate_timeline_fit (moment (2023, 2, 12, 9), moment (2026, 5, 28, 9)), 4, "2024, 2025, 2026");
}

/* When the clocks change, ticks stay at midnight. */
static void
test_summer_time (void)
{
  const PalpateTimeline spring = palpate_timeline_fit (moment (2026, 3, 26, 9), moment (2026, 4, 1, 9));
  const PalpateTimeline autumn = palpate_timeline_fit (moment (2026, 10, 22, 9), moment (2026, 10, 28, 9));

  g_assert_cmpint (spring.to_us - spring.from_us, ==, (7 * 24 - 1) * G_TIME_SPAN_HOUR);
  g_assert_cmpint (autumn.to_us - autumn.from_us, ==, (7 * 24 + 1) * G_TIME_SPAN_HOUR);
  expect_ticks (spring, 7, "26 Mar, 27 Mar, 28 Mar, 29 Mar, 30 Mar, 31 Mar, 1 Apr");
  expect_ticks (autumn, 7, "22 Oct, 23 Oct, 24 Oct, 25 Oct, 26 Oct, 27 Oct, 28 Oct");
}

/* Whatever the span, there are some ticks, and not too many. */
static void
test_any_span (void)
{
  for (int days = 0; days < 4000; days += 1 + days / 9)
    for (guint most = 3; most < 14; most += 3)
      {
        const gint64 last = moment (2026, 11, 30, 12);
        const PalpateTimeline timeline = palpate_timeline_fit (last - days * G_TIME_SPAN_DAY, last);
        g_autoptr (GArray) ticks = palpate_timeline_list_ticks (&timeline, most);

        g_assert_cmpuint (ticks->len, >, 0);
        g_assert_cmpuint (ticks->len, <=, most);
      }
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", TRUE);
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/places", test_places);
  g_test_add_func ("/timeline/ticks", test_ticks);
  g_test_add_func ("/timeline/summer-time", test_summer_time);
  g_test_add_func ("/timeline/any-span", test_any_span);
  return g_test_run ();
}
