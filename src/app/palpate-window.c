/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "palpate-compat.h"
#include "palpate-pages.h"
#include "palpate-settings.h"

/* Below this the panel goes under the chart (design: screens, section 1), with some play. */
#define NARROW 860
#define PLAY 20

G_DEFINE_FINAL_TYPE (PalpateWindow, palpate_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
layout_cb (gpointer user_data)
{
  PalpateWindow *self = user_data;
  const int height = gtk_widget_get_height (GTK_WIDGET (self->chart_place));

  self->layout_id = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->chart_place),
                                  self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->separator),
                                  self->is_narrow ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  /* the chart keeps more than a third */
  gtk_widget_set_size_request (GTK_WIDGET (self->panel), -1, self->is_narrow ? height / 2 : -1);
  palpate_panel_set_fixed (self->panel, !self->is_narrow);
  /* a title in the very middle needs twice the room of the buttons */
  adw_header_bar_set_centering_policy (self->header, self->is_narrow ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
  palpate_window_layout_places (self);
  return G_SOURCE_REMOVE;
}

static void
palpate_window_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  PalpateWindow *self = PALPATE_WINDOW (widget);
  const gboolean is_narrow = width < NARROW + (self->is_narrow ? PLAY : 0);

  GTK_WIDGET_CLASS (palpate_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (is_narrow == self->is_narrow)
    return;
  self->is_narrow = is_narrow;
  g_clear_handle_id (&self->layout_id, g_source_remove);
  self->layout_id = g_idle_add (layout_cb, self);
}

static gboolean
palpate_window_close_request (GtkWindow *window)
{
  PalpateWindow *self = PALPATE_WINDOW (window);

  if (!gtk_window_is_maximized (window) && !gtk_window_is_fullscreen (window))
    {
      int width, height;

      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, PALPATE_KEY_WINDOW_WIDTH, CLAMP (width, 360, 16384));
      g_settings_set_int (self->settings, PALPATE_KEY_WINDOW_HEIGHT, CLAMP (height, 294, 16384));
    }
  g_settings_set_boolean (self->settings, PALPATE_KEY_WINDOW_MAXIMIZED, gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (palpate_window_parent_class)->close_request (window);
}

static void
navigated_cb (PalpateWindow *self)
{
  palpate_chart_page_follow (self->chart_page, palpate_panel_get_location (self->panel), palpate_window_marks_several (self));
  palpate_window_update_actions (self);
}

static void
mode_changed_cb (PalpateWindow *self)
{
  palpate_window_update_actions (self);
}

/* Marks lead the panel: something marked opens its page, nothing marked leaves it. */
static void
marks_changed_cb (PalpateWindow *self)
{
  const PalpateLocation start = { PALPATE_PAGE_START, NULL, PALPATE_SIDE_NONE };
  const PalpatePageKind kind = palpate_panel_get_location (self->panel)->kind;
  guint n_places;

  palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  if (n_places == 0 && kind == PALPATE_PAGE_PLACES)
    palpate_panel_open (self->panel, &start);
  else if (kind == PALPATE_PAGE_PLACES)
    palpate_chart_page_follow (self->chart_page, palpate_panel_get_location (self->panel), palpate_window_marks_several (self));
  palpate_window_update_actions (self);
  palpate_window_announce_marks (self);
}

static void
panel_visible_cb (PalpateWindow *self)
{
  gtk_widget_set_visible (self->separator, gtk_widget_get_visible (GTK_WIDGET (self->panel)));
}

/* The settings keep the care profile; the pages ask the explorer's. */
static void
care_setting_cb (PalpateWindow *self)
{
  g_auto (GStrv) ids = g_settings_get_strv (self->settings, PALPATE_KEY_CARE);

  palpate_care_set_ids (palpate_explorer_get_care (self->explorer), (const char *const *) ids);
  palpate_window_update_routine (self);
}

/* Any letter begins a search where nobody types. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PalpateWindow         *self)
{
  const gunichar letter = gdk_keyval_to_unicode (keyval);
  const PalpatePageKind kind = palpate_panel_get_location (self->panel)->kind;
  char text[8] = { 0 };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (palpate_window_shows_session (self) || palpate_window_shows_sheet (self)
      || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isalpha (letter)
      || GTK_IS_EDITABLE (focus) || GTK_IS_TEXT (focus) || !g_settings_get_boolean (self->settings, PALPATE_KEY_SINGLE_LETTERS))
    return GDK_EVENT_PROPAGATE;
  if (kind == PALPATE_PAGE_POINT && strchr ("yon", (int) g_unichar_tolower (letter)) != NULL && letter < 128)
    {
      const char *answer = g_unichar_tolower (letter) == 'y' ? "yes" : g_unichar_tolower (letter) == 'o' ? "local" : "no";

      gtk_widget_activate_action (GTK_WIDGET (self), "win.answer", "s", answer);
      return GDK_EVENT_STOP;
    }
  g_unichar_to_utf8 (letter, text);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.search", "s", text);
  return GDK_EVENT_STOP;
}

static void
note_response_cb (GtkWidget     *button,
                  PalpateWindow *self)
{
  g_settings_set_boolean (self->settings, PALPATE_KEY_SAFETY_READ, TRUE);
  palpate_compat_dialog_close (button);
}

/**
 * palpate_window_show_safety_note:
 *
 * The first thing that a new user reads: when to get help instead.
 */
void
palpate_window_show_safety_note (PalpateWindow *self)
{
  const PalpateLocation safety = { PALPATE_PAGE_SAFETY, NULL, PALPATE_SIDE_NONE };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label (_("I have read this"));

  gtk_box_append (GTK_BOX (box), palpate_article_page_new (self->explorer, &safety, FALSE));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_set_margin_bottom (button, 18);
  g_signal_connect_object (button, "clicked", G_CALLBACK (note_response_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
  palpate_compat_dialog_present (palpate_compat_dialog_new (_("Before you begin"), 560, 520, box), GTK_WINDOW (self), button);
}

static void
palpate_window_dispose (GObject *object)
{
  PalpateWindow *self = PALPATE_WINDOW (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  /* pages that go away still change the explorer */
  if (self->explorer != NULL)
    g_signal_handlers_disconnect_by_data (self->explorer, self);
  if (self->player != NULL)
    g_signal_handlers_disconnect_by_data (self->player, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PALPATE_TYPE_WINDOW);
  g_clear_object (&self->explorer);
  g_clear_object (&self->settings);
  g_clear_object (&self->player);
  g_clear_object (&self->store);
  g_clear_object (&self->diary);
  g_clear_object (&self->seen_marks);
  g_clear_weak_pointer (&self->focus_before);
  g_clear_pointer (&self->routine_undo, g_free);
  g_clear_weak_pointer (&self->last_toast);

  G_OBJECT_CLASS (palpate_window_parent_class)->dispose (object);
}

static void
palpate_window_class_init (PalpateWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_window_dispose;
  widget_class->size_allocate = palpate_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = palpate_window_close_request;

  g_type_ensure (PALPATE_TYPE_CHART_PAGE);
  g_type_ensure (PALPATE_TYPE_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, chart_place);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, chart_page);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, panel);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, panel_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, learn_place);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, routine_place);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, journal_place);
  gtk_widget_class_bind_template_child (widget_class, PalpateWindow, header);
}

static void
palpate_window_init (PalpateWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->panel, "notify::visible", G_CALLBACK (panel_visible_cb), self, G_CONNECT_SWAPPED);
}

/**
 * palpate_window_new:
 * @diary: (nullable): the journal
 *
 * Returns: (transfer floating): a window, as the last one was left
 */
GtkWidget *
palpate_window_new (GtkApplication  *application,
                    PalpateAtlas    *atlas,
                    PalpateChartSet *charts,
                    GSettings       *settings,
                    PalpateDiary    *diary)
{
  PalpateWindow *self = g_object_new (PALPATE_TYPE_WINDOW, "application", application, NULL);

  self->explorer = palpate_explorer_new (atlas, charts);
  self->settings = g_object_ref (settings);
  g_set_object (&self->diary, diary);
  care_setting_cb (self);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_CARE, G_CALLBACK (care_setting_cb), self, G_CONNECT_SWAPPED);
  palpate_window_init_actions (self);
  palpate_window_init_sheet_actions (self);
  palpate_chart_page_setup (self->chart_page, self->explorer, settings);
  palpate_panel_setup (self->panel, self->explorer, settings, diary);
  g_settings_bind (settings, PALPATE_KEY_SHOW_PANEL, self->panel, "visible", G_SETTINGS_BIND_DEFAULT);
  palpate_window_init_places (self);
  g_signal_connect_object (self->panel, "navigated", G_CALLBACK (navigated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart_page, "mode-changed", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (palpate_explorer_get_marks (self->explorer), "changed", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
  palpate_window_update_actions (self);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, PALPATE_KEY_WINDOW_WIDTH),
                               g_settings_get_int (settings, PALPATE_KEY_WINDOW_HEIGHT));
  if (g_settings_get_boolean (settings, PALPATE_KEY_WINDOW_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

PalpateExplorer *
palpate_window_get_explorer (PalpateWindow *self)
{
  return self->explorer;
}

PalpatePanel *
palpate_window_get_panel (PalpateWindow *self)
{
  return self->panel;
}

PalpateChartPage *
palpate_window_get_chart_page (PalpateWindow *self)
{
  return self->chart_page;
}
