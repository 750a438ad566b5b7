/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reminders among the preferences, with the real widgets: what is clicked and typed is what the settings hold.
 */
#include "palpate-reminders-group.h"
#include "palpate-settings.h"

typedef struct {
  GSettings *settings;
  GtkWindow *window;
  GtkWidget *group;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->settings = palpate_settings_new (NULL);
  g_settings_reset (self->settings, PALPATE_KEY_REMINDERS);
  g_settings_reset (self->settings, PALPATE_KEY_REMINDER_TIMES);
  g_settings_reset (self->settings, PALPATE_KEY_REMINDER_DAYS);
  self->window = GTK_WINDOW (gtk_window_new ());
  self->group = g_object_new (PALPATE_TYPE_REMINDERS_GROUP, NULL);
  palpate_reminders_group_setup (PALPATE_REMINDERS_GROUP (self->group), self->settings, NULL);
  gtk_window_set_child (self->window, self->group);
  gtk_window_present (self->window);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (self->window);
  g_object_unref (self->settings);
}

/* Every widget of @type that can be used, in its order on the screen. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_child_visible (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GtkWidget *
get (Fixture *self,
     GType    type,
     guint    number)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (self->group, type, found);
  g_assert_cmpuint (found->len, >, number);
  return g_ptr_array_index (found, number);
}

static void
assert_list (Fixture    *self,
             const char *key,
             const char *expected)
{
  g_auto (GStrv) values = g_settings_get_strv (self->settings, key);
  g_autofree char *joined = g_strjoinv (" ", values);

  g_assert_cmpstr (joined, ==, expected);
}

static void
type (GtkWidget  *spin,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
}

static void
test_off_at_first (Fixture       *self,
                   gconstpointer  data)
{
  GtkWidget *spin = get (self, GTK_TYPE_SPIN_BUTTON, 0);

  g_assert_false (g_settings_get_boolean (self->settings, PALPATE_KEY_REMINDERS));
  g_assert_false (gtk_widget_is_sensitive (spin));
  gtk_switch_set_active (GTK_SWITCH (get (self, GTK_TYPE_SWITCH, 0)), TRUE);
  g_assert_true (g_settings_get_boolean (self->settings, PALPATE_KEY_REMINDERS));
  g_assert_true (gtk_widget_is_sensitive (spin));
}

static void
test_times (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *spin = get (self, GTK_TYPE_SPIN_BUTTON, 0);

  g_settings_set_boolean (self->settings, PALPATE_KEY_REMINDERS, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "10:30");
  type (spin, "9.05");
  assert_list (self, PALPATE_KEY_REMINDER_TIMES, "09:05 15:00");
  gtk_spin_button_spin (GTK_SPIN_BUTTON (spin), GTK_SPIN_STEP_FORWARD, 5);
  assert_list (self, PALPATE_KEY_REMINDER_TIMES, "09:10 15:00");
  type (spin, "25:00");   /* no time: it stays */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "09:10");
  type (spin, "17");
  assert_list (self, PALPATE_KEY_REMINDER_TIMES, "17:00 15:00");
}

static void
test_more_and_fewer (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *add;

  g_settings_set_boolean (self->settings, PALPATE_KEY_REMINDERS, TRUE);
  collect (self->group, ADW_TYPE_ACTION_ROW, rows);
  add = g_ptr_array_index (rows, rows->len - 1);
  for (int i = 0; i < 4; i++)
    {
      g_assert_true (gtk_widget_is_sensitive (add));
      adw_action_row_activate (ADW_ACTION_ROW (add));
    }
  assert_list (self, PALPATE_KEY_REMINDER_TIMES, "10:30 15:00 16:00 17:00 18:00 19:00");
  g_assert_false (gtk_widget_is_sensitive (add));   /* six are enough */
  for (int i = 0; i < 6; i++)
    {
      GtkWidget *row = gtk_widget_get_ancestor (get (self, GTK_TYPE_SPIN_BUTTON, 0), ADW_TYPE_ACTION_ROW);
      g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

      collect (row, GTK_TYPE_BUTTON, buttons);
      g_signal_emit_by_name (g_ptr_array_index (buttons, buttons->len - 1), "clicked");
    }
  assert_list (self, PALPATE_KEY_REMINDER_TIMES, "");
  g_assert_true (gtk_widget_is_sensitive (add));
}

static void
test_days (Fixture       *self,
           gconstpointer  data)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get (self, GTK_TYPE_TOGGLE_BUTTON, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Monday");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get (self, GTK_TYPE_TOGGLE_BUTTON, 0)), FALSE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get (self, GTK_TYPE_TOGGLE_BUTTON, 6)), TRUE);
  assert_list (self, PALPATE_KEY_REMINDER_DAYS, "tuesday wednesday thursday friday sunday");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);   /* gtk_test_init() wants a locale that need not be there */
  gtk_init ();
  adw_init ();

  g_test_add ("/reminders/off-at-first", Fixture, NULL, set_up, test_off_at_first, tear_down);
  g_test_add ("/reminders/times", Fixture, NULL, set_up, test_times, tear_down);
  g_test_add ("/reminders/more-and-fewer", Fixture, NULL, set_up, test_more_and_fewer, tear_down);
  g_test_add ("/reminders/days", Fixture, NULL, set_up, test_days, tear_down);
  return g_test_run ();
}
