/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stepped-clock.h"

PalpateInstant clock_now = { 1000 * G_USEC_PER_SEC, 5000 * (gint64) G_USEC_PER_SEC, 1800000000 * (gint64) G_USEC_PER_SEC };

void
clock_pass (gint64 us)
{
  clock_now.monotonic_us += us;
  clock_sleep (us);
}

void
clock_sleep (gint64 us)
{
  clock_now.elapsed_us += us;
  clock_now.wall_us += us;
}
