/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-preferences-page.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-reminders-group.h"
#include "palpate-settings.h"

struct _PalpatePreferencesPage {
  AdwPreferencesPage parent_instance;

  /* template children */
  GtkSwitch *danger_switch;
  GtkSwitch *letters_switch;
  GtkSwitch *gather_switch;
  GtkSwitch *sound_switch;
  GtkSwitch *announce_switch;
  GtkSwitch *notify_switch;
  GtkSwitch *highlight_switch;
  GtkSwitch *breath_switch;
  GtkSwitch *journal_switch;
  PalpateRemindersGroup *reminders_group;
  GtkEditable *practice_row;
  GtkEditable *contact_row;
  AdwActionRow *logo_row;
  GtkButton *clear_logo_button;

  GSettings *settings;   /* owned */
};

G_DEFINE_FINAL_TYPE (PalpatePreferencesPage, palpate_preferences_page, ADW_TYPE_PREFERENCES_PAGE)

static void
logo_setting_cb (PalpatePreferencesPage *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, PALPATE_KEY_PRACTICE_LOGO);
  g_autofree char *name = *path != '\0' ? g_filename_display_basename (path) : NULL;

  adw_action_row_set_subtitle (self->logo_row, name != NULL ? name : _("PNG or SVG file"));
  gtk_widget_set_visible (GTK_WIDGET (self->clear_logo_button), name != NULL);
}

static void
logo_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  PalpatePreferencesPage *self = user_data;
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    g_settings_set_string (self->settings, PALPATE_KEY_PRACTICE_LOGO, path);
}

static void
choose_logo_cb (PalpatePreferencesPage *self)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Pictures"));
  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  palpate_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Choose a Logo"), NULL, filter, logo_chosen_cb,
                              g_object_ref (self), g_object_unref);
}

static void
clear_logo_cb (PalpatePreferencesPage *self)
{
  g_settings_reset (self->settings, PALPATE_KEY_PRACTICE_LOGO);
}

/* By the application: the window of preferences has no actions of its own at the old end. */
static void
activate (const char *action,
          GVariant   *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), action, target);
}

static void
export_csv_cb (PalpatePreferencesPage *self)
{
  activate ("journal-export", g_variant_new_string ("csv"));
}

static void
export_json_cb (PalpatePreferencesPage *self)
{
  activate ("journal-export", g_variant_new_string ("json"));
}

static void
delete_journal_cb (PalpatePreferencesPage *self)
{
  activate ("journal-delete", NULL);
}

static void
palpate_preferences_page_dispose (GObject *object)
{
  g_clear_object (&PALPATE_PREFERENCES_PAGE (object)->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), PALPATE_TYPE_PREFERENCES_PAGE);

  G_OBJECT_CLASS (palpate_preferences_page_parent_class)->dispose (object);
}

static void
palpate_preferences_page_class_init (PalpatePreferencesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_preferences_page_dispose;

  g_type_ensure (PALPATE_TYPE_REMINDERS_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/preferences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, danger_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, letters_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, gather_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, sound_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, announce_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, notify_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, highlight_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, breath_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, journal_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, reminders_group);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, practice_row);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, contact_row);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, logo_row);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, clear_logo_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_logo_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_csv_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_json_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_journal_cb);
}

static void
palpate_preferences_page_init (PalpatePreferencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwPreferencesPage *
palpate_preferences_page_new (GSettings        *settings,
                              PalpateReminders *reminders)
{
  PalpatePreferencesPage *self = g_object_new (PALPATE_TYPE_PREFERENCES_PAGE, NULL);

  g_settings_bind (settings, PALPATE_KEY_SHOW_DANGER, self->danger_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SINGLE_LETTERS, self->letters_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_GATHER, self->gather_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_SOUND, self->sound_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_ANNOUNCE, self->announce_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_NOTIFY, self->notify_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_HIGHLIGHT, self->highlight_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_BREATH, self->breath_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_JOURNAL, self->journal_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_PRACTICE_NAME, self->practice_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_PRACTICE_CONTACT, self->contact_row, "text", G_SETTINGS_BIND_DEFAULT);
  palpate_reminders_group_setup (self->reminders_group, settings, reminders);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_PRACTICE_LOGO, G_CALLBACK (logo_setting_cb), self, G_CONNECT_SWAPPED);
  logo_setting_cb (self);
  return ADW_PREFERENCES_PAGE (self);
}
