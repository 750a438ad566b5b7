/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-preferences-page.h"

#include "palpate-settings.h"

struct _PalpatePreferencesPage {
  AdwPreferencesPage parent_instance;

  /* template children */
  GtkSwitch *danger_switch;
  GtkSwitch *letters_switch;
  GtkSwitch *sound_switch;
  GtkSwitch *announce_switch;
  GtkSwitch *notify_switch;
  GtkSwitch *highlight_switch;
  GtkSwitch *breath_switch;
};

G_DEFINE_FINAL_TYPE (PalpatePreferencesPage, palpate_preferences_page, ADW_TYPE_PREFERENCES_PAGE)

static void
palpate_preferences_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PALPATE_TYPE_PREFERENCES_PAGE);

  G_OBJECT_CLASS (palpate_preferences_page_parent_class)->dispose (object);
}

static void
palpate_preferences_page_class_init (PalpatePreferencesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_preferences_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/preferences-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, danger_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, letters_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, sound_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, announce_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, notify_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, highlight_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesPage, breath_switch);
}

static void
palpate_preferences_page_init (PalpatePreferencesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwPreferencesPage *
palpate_preferences_page_new (GSettings    *settings,
                              PalpateAtlas *atlas)
{
  PalpatePreferencesPage *self = g_object_new (PALPATE_TYPE_PREFERENCES_PAGE, NULL);

  g_settings_bind (settings, PALPATE_KEY_SHOW_DANGER, self->danger_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SINGLE_LETTERS, self->letters_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_SOUND, self->sound_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_ANNOUNCE, self->announce_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_NOTIFY, self->notify_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_HIGHLIGHT, self->highlight_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SESSION_BREATH, self->breath_switch, "active", G_SETTINGS_BIND_DEFAULT);
  return ADW_PREFERENCES_PAGE (self);
}
