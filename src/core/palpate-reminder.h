/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * When to remind: chosen times of chosen days, and a snooze. A plain value that reads no clock: each call says what
 * time it is and where. A time rings once, on its day; one that was missed by more than a few minutes does not ring.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PALPATE_REMINDER_MOST 6              /* times a day */
#define PALPATE_REMINDER_SNOOZE (10 * 60)    /* seconds */
#define PALPATE_REMINDER_LATE (10 * 60)      /* what is later than that was missed */

/**
 * PalpateReminder:
 * @minutes: of the day, in their order
 * @days: bit 0 for Monday to bit 6 for Sunday
 * @looked: seconds since 1970 until which all has been seen to; 0 before it begins
 * @snoozed: when it rings again; 0 where nobody asked for it
 * @snooze: how long a snooze is, in seconds
 * @rung: (element-type gint64): days and minutes that are over, of late
 */
typedef struct {
  int     minutes[PALPATE_REMINDER_MOST];
  guint   n_minutes;
  guint   days;
  gint64  looked;
  gint64  snoozed;
  int     snooze;
  GArray *rung;
} PalpateReminder;

void     palpate_reminder_init     (PalpateReminder    *self);
void     palpate_reminder_clear    (PalpateReminder    *self);
void     palpate_reminder_set      (PalpateReminder    *self,
                                    const char *const  *times,
                                    const char *const  *days,
                                    gint64              now);
gint64   palpate_reminder_get_next (PalpateReminder    *self,
                                    GTimeZone          *zone,
                                    gint64              now);
gboolean palpate_reminder_tick     (PalpateReminder    *self,
                                    GTimeZone          *zone,
                                    gint64              now);
void     palpate_reminder_snooze   (PalpateReminder    *self,
                                    gint64              now);

int         palpate_reminder_parse_time (const char    *text);
const char *palpate_reminder_get_day_id (guint          day);

G_END_DECLS
