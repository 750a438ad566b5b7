/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-preferences-window.h"

#include "palpate-settings.h"

struct _PalpatePreferencesWindow {
  AdwPreferencesWindow parent_instance;

  /* template children */
  GtkSwitch *danger_switch;
  GtkSwitch *letters_switch;
};

G_DEFINE_FINAL_TYPE (PalpatePreferencesWindow, palpate_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
palpate_preferences_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PALPATE_TYPE_PREFERENCES_WINDOW);

  G_OBJECT_CLASS (palpate_preferences_window_parent_class)->dispose (object);
}

static void
palpate_preferences_window_class_init (PalpatePreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_preferences_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesWindow, danger_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpatePreferencesWindow, letters_switch);
}

static void
palpate_preferences_window_init (PalpatePreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
palpate_preferences_window_new (GtkWindow    *parent,
                                GSettings    *settings,
                                PalpateAtlas *atlas)
{
  PalpatePreferencesWindow *self = g_object_new (PALPATE_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  g_settings_bind (settings, PALPATE_KEY_SHOW_DANGER, self->danger_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, PALPATE_KEY_SINGLE_LETTERS, self->letters_switch, "active", G_SETTINGS_BIND_DEFAULT);
  return GTK_WIDGET (self);
}
