/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-reminders-group.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "palpate-reminder.h"
#include "palpate-settings.h"
#include "palpate-text.h"

#define STEP_MINUTES 5
#define DAY_MINUTES (24 * 60)

struct _PalpateRemindersGroup {
  AdwPreferencesGroup parent_instance;

  /* owned */
  GSettings        *settings;
  PalpateReminders *reminders;   /* %NULL where there are none to ask about trouble */
  GPtrArray        *times;       /* the rows, from first to last */

  GtkWidget *switch_row;
  GtkWidget *switch_;
  GtkWidget *days_row;
  GtkWidget *add_row;
  gboolean   is_writing;
};

G_DEFINE_FINAL_TYPE (PalpateRemindersGroup, palpate_reminders_group, ADW_TYPE_PREFERENCES_GROUP)

static GtkSpinButton *
get_spin (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "spin");
}

static void
write_times (PalpateRemindersGroup *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) times = NULL;

  for (guint i = 0; i < self->times->len; i++)
    {
      const int minute = gtk_spin_button_get_value_as_int (get_spin (g_ptr_array_index (self->times, i)));
      g_autofree char *time = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

      g_strv_builder_add (builder, time);
    }
  times = g_strv_builder_end (builder);
  self->is_writing = TRUE;
  g_settings_set_strv (self->settings, PALPATE_KEY_REMINDER_TIMES, (const char *const *) times);
  self->is_writing = FALSE;
}

/* A number of minutes is shown as a time, and read as one. */
static gboolean
output_cb (GtkSpinButton *spin)
{
  const int minute = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  return TRUE;
}

static int
input_cb (GtkSpinButton *spin,
          double        *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (spin))));
  char *end;
  const guint64 hours = g_ascii_strtoull (text, &end, 10);
  const guint64 minutes = *end == ':' || *end == '.' ? g_ascii_strtoull (end + 1, &end, 10) : 0;

  if (end == text || *end != '\0' || hours > 23 || minutes > 59)
    *value = gtk_spin_button_get_value_as_int (spin);   /* no time: it goes back to what it was */
  else
    *value = (double) (hours * 60 + minutes);
  return TRUE;
}

static void
update_add_row (PalpateRemindersGroup *self)
{
  gtk_widget_set_sensitive (self->add_row, self->times->len < PALPATE_REMINDER_MOST && g_settings_get_boolean (self->settings, PALPATE_KEY_REMINDERS));
}

static void
remove_time_cb (GtkWidget *button,
                GtkWidget *row)
{
  PalpateRemindersGroup *self = PALPATE_REMINDERS_GROUP (gtk_widget_get_ancestor (row, PALPATE_TYPE_REMINDERS_GROUP));

  gtk_widget_grab_focus (self->switch_row);
  g_ptr_array_remove (self->times, row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  write_times (self);
  update_add_row (self);
}

static GtkWidget *
add_time (PalpateRemindersGroup *self,
          int                    minute)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, DAY_MINUTES - 1, 1);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Time"));
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (spin), STEP_MINUTES, 60);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), FALSE);   /* a colon is no number */
  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 5);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time"), -1);
  g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), minute);
  output_cb (GTK_SPIN_BUTTON (spin));
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (write_times), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (button, _("Remove this time"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_time_cb), row, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "spin", spin);
  g_settings_bind (self->settings, PALPATE_KEY_REMINDERS, row, "sensitive", G_SETTINGS_BIND_GET);
  g_ptr_array_add (self->times, row);
  /* the row to add another one stays last */
  g_object_ref (self->add_row);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->add_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
  g_object_unref (self->add_row);
  return row;
}

static void
read_times (PalpateRemindersGroup *self)
{
  g_auto (GStrv) times = g_settings_get_strv (self->settings, PALPATE_KEY_REMINDER_TIMES);

  if (self->is_writing)
    return;
  for (guint i = 0; i < self->times->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->times, i));
  g_ptr_array_set_size (self->times, 0);
  for (guint i = 0; times[i] != NULL && self->times->len < PALPATE_REMINDER_MOST; i++)
    if (palpate_reminder_parse_time (times[i]) >= 0)
      add_time (self, palpate_reminder_parse_time (times[i]));
  update_add_row (self);
}

/* An hour after the last. */
static void
add_time_cb (PalpateRemindersGroup *self)
{
  int minute = 10 * 60;
  GtkWidget *row;

  if (self->times->len > 0)
    minute = (gtk_spin_button_get_value_as_int (get_spin (g_ptr_array_index (self->times, self->times->len - 1))) + 60) % DAY_MINUTES;
  row = add_time (self, minute);
  write_times (self);
  update_add_row (self);
  gtk_widget_grab_focus (GTK_WIDGET (get_spin (row)));
}

static void
day_toggled_cb (GtkToggleButton       *button,
                PalpateRemindersGroup *self)
{
  palpate_settings_list_toggle (self->settings, PALPATE_KEY_REMINDER_DAYS, g_object_get_data (G_OBJECT (button), "day"),
                                gtk_toggle_button_get_active (button));
}

static GtkWidget *
day_button_new (PalpateRemindersGroup *self,
                guint                  day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2026, 6, 1 + (int) day, 12, 0, 0);   /* the first is a Monday */
  g_autofree char *brief = g_date_time_format (date, "%a");
  g_autofree char *name = g_date_time_format (date, "%A");
  GtkWidget *button = gtk_toggle_button_new_with_label (brief);
  const char *id = palpate_reminder_get_day_id (day);

  g_object_set_data (G_OBJECT (button), "day", (gpointer) id);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), palpate_settings_list_contains (self->settings, PALPATE_KEY_REMINDER_DAYS, id));
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "rating");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (day_toggled_cb), self, 0);
  return button;
}

static GtkWidget *
days_row_new (PalpateRemindersGroup *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint day = 0; day < 7; day++)
    gtk_box_append (GTK_BOX (box), day_button_new (self, day));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Days"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_settings_bind (self->settings, PALPATE_KEY_REMINDERS, row, "sensitive", G_SETTINGS_BIND_GET);
  return row;
}

static void
update_trouble (PalpateRemindersGroup *self)
{
  const char *trouble = self->reminders != NULL ? palpate_reminders_get_trouble (self->reminders) : NULL;
  g_autofree char *shown = trouble != NULL ? palpate_text_isolate_paths (trouble) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->switch_row),
                               shown != NULL ? shown : _("A notification with a Start button; Palpate waits for it without a window, also after Quit"));
}

static void
palpate_reminders_group_dispose (GObject *object)
{
  PalpateRemindersGroup *self = PALPATE_REMINDERS_GROUP (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->reminders);
  g_clear_pointer (&self->times, g_ptr_array_unref);

  G_OBJECT_CLASS (palpate_reminders_group_parent_class)->dispose (object);
}

static void
palpate_reminders_group_class_init (PalpateRemindersGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_reminders_group_dispose;
}

static void
palpate_reminders_group_init (PalpateRemindersGroup *self)
{
  self->times = g_ptr_array_new ();
}

static void
add_switch_row (PalpateRemindersGroup *self)
{
  self->switch_row = adw_action_row_new ();
  self->switch_ = gtk_switch_new ();
  gtk_widget_set_valign (self->switch_, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->switch_row), _("_Remind me"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->switch_row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->switch_row), self->switch_);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->switch_row), self->switch_);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->switch_row);
}

static void
add_add_row (PalpateRemindersGroup *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");

  self->add_row = adw_action_row_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_row), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add a time"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _("_Add a time"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->add_row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->add_row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->add_row), TRUE);
  g_signal_connect_object (self->add_row, "activated", G_CALLBACK (add_time_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add_row);
}

/**
 * palpate_reminders_group_setup:
 * @reminders: (nullable): tells whether the desktop lets them come
 */
void
palpate_reminders_group_setup (PalpateRemindersGroup *self,
                               GSettings             *settings,
                               PalpateReminders      *reminders)
{
  g_return_if_fail (PALPATE_IS_REMINDERS_GROUP (self));

  self->settings = g_object_ref (settings);
  g_set_object (&self->reminders, reminders);
  add_switch_row (self);
  self->days_row = days_row_new (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->days_row);
  add_add_row (self);
  read_times (self);
  g_settings_bind (settings, PALPATE_KEY_REMINDERS, self->switch_, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_REMINDERS, G_CALLBACK (update_add_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_REMINDER_TIMES, G_CALLBACK (read_times), self, G_CONNECT_SWAPPED);
  if (reminders != NULL)
    g_signal_connect_object (reminders, "changed", G_CALLBACK (update_trouble), self, G_CONNECT_SWAPPED);
  update_trouble (self);
}
