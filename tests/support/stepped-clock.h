/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The clocks of a test: they stand still until it steps them.
 */
#pragma once

#include "palpate-countdown.h"

G_BEGIN_DECLS

extern PalpateInstant clock_now;

void clock_pass  (gint64 us);
void clock_sleep (gint64 us);   /* the machine's: what it spends asleep the monotonic clock does not count */

G_END_DECLS
