/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An axis of days: where a moment stands on it, and which days, weeks, months or years to name. A plain value in local
 * time; it draws nothing.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PalpateTimeline:
 * @from_us: the midnight that begins the first day, microseconds since 1970
 * @to_us: the midnight that ends the last one
 */
typedef struct {
  gint64 from_us;
  gint64 to_us;
} PalpateTimeline;

/**
 * PalpateTimelineTick:
 * @share: where, from 0 to 1
 * @label: owned by the array: "22 Nov", "Dec" or "2026"
 */
typedef struct {
  double  share;
  char   *label;
} PalpateTimelineTick;

PalpateTimeline  palpate_timeline_fit        (gint64                 first_us,
                                              gint64                 last_us);
double           palpate_timeline_get_share  (const PalpateTimeline *self,
                                              gint64                 moment_us);
GArray          *palpate_timeline_list_ticks (const PalpateTimeline *self,
                                              guint                  most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
