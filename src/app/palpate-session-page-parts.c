/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Parts of the session page: the face for across the room, the small chart, the pace of breath, and the end.
 */
#include "palpate-session-page-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "palpate-compat.h"
#include "palpate-fallback.h"
#include "palpate-rating.h"
#include "palpate-rows.h"
#include "palpate-settings.h"
#include "palpate-step.h"

/* The disc is drawn so often a second; more would only warm the computer. */
#define BREATH_MS 125

static GtkLabel *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
stop_line_new (PalpateSessionPage *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 28);
  gtk_box_append (GTK_BOX (line), icon);
  self->wide_stop = add_label (line, "wide-small");
  return line;
}

static GtkWidget *
keys_new (PalpateSessionPage *self)
{
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 36);

  self->wide_space = add_label (keys, "wide-small");
  gtk_label_set_label (add_label (keys, "wide-small"), _("→: next"));
  gtk_label_set_label (add_label (keys, "wide-small"), _("Esc: stop"));
  gtk_widget_set_halign (keys, GTK_ALIGN_END);
  gtk_widget_set_valign (keys, GTK_ALIGN_END);
  gtk_widget_set_hexpand (keys, TRUE);
  return keys;
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkWidget       *face)
{
  gtk_widget_activate_action (face, "app.session-toggle", NULL);
}

/* One size of each thing, nothing small, and all of it is a button for pause. */
void
palpate_session_page_init_wide (PalpateSessionPage *self)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 64);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkGesture *click = gtk_gesture_click_new ();

  self->wide_face = face;
  self->wide_ring = PALPATE_RING (palpate_ring_new ());
  palpate_ring_set_plain (self->wide_ring, TRUE);
  gtk_widget_add_css_class (face, "wide-face");
  gtk_widget_set_size_request (GTK_WIDGET (self->wide_ring), 404, 404);
  gtk_widget_set_valign (GTK_WIDGET (self->wide_ring), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (face), stop_line_new (self));
  gtk_widget_set_vexpand (middle, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->wide_ring));
  gtk_box_append (GTK_BOX (middle), texts);
  self->wide_where = add_label (texts, "wide-text");
  self->wide_language = palpate_fallback_tag_new ();
  gtk_widget_set_halign (self->wide_language, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), self->wide_language);
  self->wide_act = add_label (texts, "wide-act");
  self->wide_feel = add_label (texts, "wide-text");
  gtk_box_append (GTK_BOX (face), middle);
  self->wide_next = add_label (foot, "wide-text");
  gtk_widget_set_valign (GTK_WIDGET (self->wide_next), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (foot), keys_new (self));
  gtk_box_append (GTK_BOX (face), foot);
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), face, 0);
  gtk_widget_add_controller (face, GTK_EVENT_CONTROLLER (click));
  gtk_stack_add_child (self->faces, face);
}

/* The point of the step and its pattern, in the view that shows the point. */
void
palpate_session_page_update_picture (PalpateSessionPage *self)
{
  const PalpateStep *step = palpate_session_get_step (palpate_player_get_session (self->player));
  g_autofree char *name = NULL;
  PalpateView view;

  palpate_chart_view_set_scheme (self->picture, palpate_chart_view_current_scheme ());
  if (self->shown.point == step->source.point && self->shown.side == step->source.side)
    return;
  self->shown = step->source;
  if (!palpate_chart_set_find_view (palpate_explorer_get_charts (self->explorer), PALPATE_MARK_POINT, step->source.point->id,
                                    step->source.side, &view))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->picture_place), FALSE);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->picture_place), TRUE);
  palpate_explorer_set_opened (self->explorer, step->source);
  palpate_chart_view_set_view (self->picture, view);
  palpate_chart_view_zoom_to_shown (self->picture, FALSE);
  name = palpate_sided_point_describe (self->atlas, step->source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
breath_cb (gpointer user_data)
{
  PalpateSessionPage *self = user_data;
  PalpateSession *session = palpate_player_get_session (self->player);
  const int pace = palpate_atlas_get_rule (self->atlas, PALPATE_RULE_BREATHS_A_MINUTE)->value;
  const double turn = fmod (g_get_monotonic_time () / (60.0 * G_USEC_PER_SEC) * pace, 1);
  const gboolean moves = !palpate_compat_reduces_motion (GTK_WIDGET (self));

  if (session == NULL)
    return G_SOURCE_CONTINUE;
  palpate_ring_set_breath (self->is_wide ? self->wide_ring : self->ring, moves ? (1 - cos (2 * G_PI * turn)) / 2 : 0.6,
                           /* Translators: said in the ring where nothing shall move: breathe in, breathe out */
                           moves ? NULL : turn < 0.5 ? C_("breath", "in") : C_("breath", "out"));
  return G_SOURCE_CONTINUE;
}

/* The disc moves while a session runs and is seen; nothing wakes otherwise. */
void
palpate_session_page_update_breath (PalpateSessionPage *self)
{
  const gboolean is_wanted = g_settings_get_boolean (self->settings, PALPATE_KEY_SESSION_BREATH);
  const gboolean moves = is_wanted && self->is_watching && palpate_player_is_running (self->player);

  if (moves && self->breath_id == 0)
    self->breath_id = g_timeout_add (BREATH_MS, breath_cb, self);
  else if (!moves)
    g_clear_handle_id (&self->breath_id, g_source_remove);
  if (!is_wanted)
    {
      palpate_ring_set_breath (self->ring, -1, NULL);
      palpate_ring_set_breath (self->wide_ring, -1, NULL);
    }
}

static char *
describe_done (gint64 done_us)
{
  const int seconds = (int) ((done_us + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC);

  if (seconds < 60)
    return g_strdup_printf (_("%d s"), seconds);
  if (seconds % 60 == 0)
    return g_strdup_printf (_("%d min"), seconds / 60);
  /* Translators: minutes and seconds */
  return g_strdup_printf (_("%1$d min %2$d s"), seconds / 60, seconds % 60);
}

static GtkWidget *
record_row_new (PalpateSessionPage         *self,
                const PalpateSessionRecord *record)
{
  g_autofree char *point = palpate_sided_point_describe (self->atlas, record->source);
  g_autofree char *done = describe_done (record->done_us);
  const char *what = record->stretch != NULL
                       ? palpate_content_text (record->stretch->id, record->stretch->name)
                       : palpate_content_text (record->use->technique, palpate_atlas_get_technique (self->atlas, record->use->technique)->name);
  GtkWidget *row = palpate_rows_row_new (point, what);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (done));
  return row;
}

static void
add_ready_row (PalpateSessionPage *self,
               const char         *icon,
               const char         *title,
               char               *text)
{
  GtkWidget *row;

  if (text != NULL)
    {
      row = palpate_rows_row_new (title, text);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
      gtk_list_box_append (self->ready_list, row);
    }
  g_free (text);
}

/* What to have ready stands in the place of the ring: nothing is counted. */
void
palpate_session_page_update_ready (PalpateSessionPage *self,
                                   PalpateSession     *session)
{
  const PalpateStep *step = palpate_session_get_step (session);
  const gboolean waits = palpate_session_get_state (session) == PALPATE_SESSION_WAITING;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->ready_list))) != NULL)
    gtk_list_box_remove (self->ready_list, child);
  if (waits)
    {
      add_ready_row (self, "go-jump-symbolic", _("Position"), palpate_step_describe_posture (step));
      add_ready_row (self, "palpate-press-symbolic", _("At hand"), palpate_step_describe_tools (step));
      add_ready_row (self, "weather-clear-symbolic", _("Warmth first"), palpate_step_describe_warmth (step));
      add_ready_row (self, "document-edit-symbolic", _("Your note"), g_strdup (palpate_plan_get_task_note (palpate_session_get_plan (session), step)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->ready_list), waits);
  gtk_widget_set_visible (GTK_WIDGET (self->feel), !waits);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), !waits);
  gtk_widget_set_visible (GTK_WIDGET (self->wide_ring), !waits);
  gtk_widget_set_visible (GTK_WIDGET (self->extend), !waits);
}

/* How strong the pain is: asked while one gets into position, in the place of the question about the pressure. */
void
palpate_session_page_update_before (PalpateSessionPage *self,
                                    PalpateSession     *session)
{
  const PalpateEntry *entry = self->diary != NULL ? palpate_diary_get_entry (self->diary) : NULL;
  const gboolean asks = entry != NULL && palpate_session_get_position (session) == 0;

  if (asks && self->asked_us != entry->begun_us)
    {
      self->asked_us = entry->begun_us;
      adw_bin_set_child (self->before_place, palpate_rating_new_before (self->diary));
    }
  if (!asks && gtk_widget_get_focus_child (GTK_WIDGET (self->before_place)) != NULL)
    gtk_widget_grab_focus (self->toggle);   /* the answer that had the keys goes */
  gtk_widget_set_visible (GTK_WIDGET (self->before_place), asks);
  gtk_widget_set_visible (GTK_WIDGET (self->pressure), !asks);
}

/* The end: what was done, and what to do now. */
void
palpate_session_page_update_done (PalpateSessionPage *self)
{
  PalpateSession *session = palpate_player_get_session (self->player);
  const PalpateAdvice *after = palpate_atlas_get (self->atlas, PALPATE_ITEM_ADVICE, "move-after-press");
  GtkWidget *group = palpate_rows_group_new (_("What you did"), NULL);
  GtkWidget *button = gtk_button_new_with_label (_("Close"));
  GtkWidget *child;
  guint n_records;
  const PalpateSessionRecord *records = palpate_session_get_records (session, &n_records);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->done_box))) != NULL)
    gtk_box_remove (self->done_box, child);
  adw_window_title_set_title (self->done_title, palpate_plan_get_name (palpate_session_get_plan (session)));
  gtk_box_append (self->done_box, palpate_rows_title_new (_("Done for now"), "title-1"));
  if (after != NULL)
    gtk_box_append (self->done_box, palpate_rows_text_new (palpate_content_text (after->id, after->text), NULL));
  for (guint i = 0; i < n_records; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), record_row_new (self, &records[i]));
  gtk_widget_set_visible (group, n_records > 0);
  gtk_box_append (self->done_box, group);
  if (self->diary != NULL && palpate_diary_get_entry (self->diary) != NULL && n_records > 0)
    gtk_box_append (self->done_box, palpate_rating_new (self->diary));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.session-stop");
  gtk_box_append (self->done_box, button);
  gtk_widget_grab_focus (button);
}
