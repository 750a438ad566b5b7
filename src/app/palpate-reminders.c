/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-reminders.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "palpate-background.h"
#include "palpate-reminder.h"
#include "palpate-settings.h"
#include "palpate-step.h"

#define NOTIFICATION "reminder"

struct _PalpateReminders {
  GObject parent_instance;

  GtkApplication *application;   /* borrowed: owns this */

  /* owned */
  GSettings    *settings;
  GFileMonitor *zone_monitor;    /* tells of a journey */
  char         *trouble;

  PalpateReminder  reminder;
  PalpateBreakFunc func;
  gpointer         user_data;
  int              timer;        /* by the clock on the wall; tells when that is set */
  guint            timer_id;
  gboolean         is_on;
};

G_DEFINE_FINAL_TYPE (PalpateReminders, palpate_reminders, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Sleeps until something is due, or the clock is set. */
static void
arm (PalpateReminders *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  const gint64 next = self->is_on ? palpate_reminder_get_next (&self->reminder, zone, get_now ()) : -1;
  const struct itimerspec when = { .it_value.tv_sec = MAX (next, 0) };

  if (self->timer >= 0)
    timerfd_settime (self->timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL);
}

/* What the minute holds: its stretches, each once. */
static char *
describe (PalpatePlan *plan)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < palpate_plan_get_n_steps (plan); i++)
    {
      const PalpateStretch *stretch = palpate_plan_get_step (plan, i)->stretch;
      const char *name = palpate_content_text (stretch->id, stretch->name);

      if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
        g_ptr_array_add (names, (gpointer) name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

static void
notify (PalpateReminders *self)
{
  g_autoptr (PalpatePlan) plan = self->func (self->user_data);
  const gboolean has_steps = plan != NULL && palpate_plan_get_n_steps (plan) > 0;
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *body = NULL;

  if (plan == NULL)
    return;
  notification = g_notification_new (has_steps ? _("Time for a minute of stretches") : _("Time to get up for a minute"));
  if (has_steps)
    {
      body = describe (plan);
      g_notification_set_body (notification, body);
      g_notification_add_button (notification, _("Start"), "app.reminder-start");
    }
  g_notification_add_button (notification, _("In 10 minutes"), "app.reminder-snooze");
  g_notification_set_default_action (notification, "app.new-session");
  g_application_send_notification (G_APPLICATION (self->application), NOTIFICATION, notification);
}

static void
look (PalpateReminders *self)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  if (self->is_on && palpate_reminder_tick (&self->reminder, zone, get_now ()))
    notify (self);
  arm (self);
}

static gboolean
timer_cb (int          fd,
          GIOCondition condition,
          gpointer     user_data)
{
  guint64 n_times;

  /* the clock was set if that fails; both are reasons to look */
  if (read (fd, &n_times, sizeof n_times) < 0 && errno != ECANCELED)
    return G_SOURCE_CONTINUE;
  look (user_data);
  return G_SOURCE_CONTINUE;
}

static void
withdraw (PalpateReminders *self)
{
  g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION);
}

static void
set_times (PalpateReminders *self)
{
  g_auto (GStrv) times = g_settings_get_strv (self->settings, PALPATE_KEY_REMINDER_TIMES);
  g_auto (GStrv) days = g_settings_get_strv (self->settings, PALPATE_KEY_REMINDER_DAYS);

  palpate_reminder_set (&self->reminder, (const char *const *) times, (const char *const *) days, get_now ());
  arm (self);
}

static void
set_on (PalpateReminders *self,
        gboolean          is_on)
{
  if (self->is_on == is_on)
    return;
  self->is_on = is_on;
  self->reminder.snoozed = 0;
  set_times (self);
  if (is_on)
    {
      g_application_hold (G_APPLICATION (self->application));
      return;
    }
  withdraw (self);
  g_application_release (G_APPLICATION (self->application));
}

static void
answered_cb (const char *trouble,
             gpointer    user_data)
{
  PalpateReminders *self = user_data;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The person has switched them on or off: only then is the desktop asked. */
static void
switched_cb (PalpateReminders *self)
{
  const gboolean is_on = g_settings_get_boolean (self->settings, PALPATE_KEY_REMINDERS);

  if (self->is_on == is_on)
    return;
  set_on (self, is_on);
  palpate_background_request (g_application_get_dbus_connection (G_APPLICATION (self->application)), is_on, answered_cb, g_object_ref (self),
                              g_object_unref);
}

static void
snooze_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PalpateReminders *self = user_data;

  withdraw (self);
  if (self->is_on)
    palpate_reminder_snooze (&self->reminder, get_now ());
  arm (self);
}

static const GActionEntry entries[] = {
  { "reminder-snooze", snooze_cb },
};

static void
palpate_reminders_dispose (GObject *object)
{
  PalpateReminders *self = PALPATE_REMINDERS (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->timer >= 0)
    close (self->timer);
  self->timer = -1;
  g_clear_object (&self->zone_monitor);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->trouble, g_free);
  palpate_reminder_clear (&self->reminder);

  G_OBJECT_CLASS (palpate_reminders_parent_class)->dispose (object);
}

static void
palpate_reminders_class_init (PalpateRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_reminders_dispose;

  /* there is another trouble, or none any more */
  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_REMINDERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_reminders_init (PalpateReminders *self)
{
  g_autoptr (GFile) zone = g_file_new_for_path ("/etc/localtime");
  const char *snooze = g_getenv ("PALPATE_SNOOZE_SECONDS");

  palpate_reminder_init (&self->reminder);
  if (snooze != NULL)   /* for who cannot wait: tests */
    self->reminder.snooze = (int) CLAMP (g_ascii_strtoll (snooze, NULL, 10), 1, PALPATE_REMINDER_SNOOZE);
  self->timer = timerfd_create (CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
  if (self->timer >= 0)
    self->timer_id = g_unix_fd_add (self->timer, G_IO_IN, timer_cb, self);
  self->zone_monitor = g_file_monitor_file (zone, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->zone_monitor != NULL)
    g_signal_connect_swapped (self->zone_monitor, "changed", G_CALLBACK (look), self);
}

/**
 * palpate_reminders_new:
 * @func: (scope forever): makes the minute when it is time
 *
 * Adds `app.reminder-snooze`; `app.reminder-start` is the application's.
 */
PalpateReminders *
palpate_reminders_new (GtkApplication   *application,
                       GSettings        *settings,
                       PalpateBreakFunc  func,
                       gpointer          user_data)
{
  PalpateReminders *self = g_object_new (PALPATE_TYPE_REMINDERS, NULL);

  self->application = application;
  self->settings = g_object_ref (settings);
  self->func = func;
  self->user_data = user_data;
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_REMINDERS, G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_REMINDER_TIMES, G_CALLBACK (set_times), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_REMINDER_DAYS, G_CALLBACK (set_times), self, G_CONNECT_SWAPPED);
  set_on (self, g_settings_get_boolean (settings, PALPATE_KEY_REMINDERS));
  return self;
}

gboolean
palpate_reminders_are_on (PalpateReminders *self)
{
  g_return_val_if_fail (PALPATE_IS_REMINDERS (self), FALSE);

  return self->is_on;
}

/**
 * palpate_reminders_get_trouble:
 *
 * Returns: (nullable): why the program cannot wait for them by itself, a sentence
 */
const char *
palpate_reminders_get_trouble (PalpateReminders *self)
{
  g_return_val_if_fail (PALPATE_IS_REMINDERS (self), NULL);

  return self->trouble;
}
