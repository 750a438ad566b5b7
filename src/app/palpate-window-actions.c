/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The actions of the window.
 */
#include "palpate-window-private.h"

#include <glib/gi18n.h>

#include "palpate-settings.h"

#define ZOOM_STEP 1.4
#define PAN_STEP 80.0

void
palpate_window_show_panel (PalpateWindow *self)
{
  adw_view_stack_set_visible_child_name (self->stack, "chart");
  gtk_widget_set_visible (GTK_WIDGET (self->panel), TRUE);
}

static void
mark_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateLocation places = { PALPATE_PAGE_PLACES, NULL, PALPATE_SIDE_NONE };
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  g_autofree char *id = NULL;
  gboolean keep;
  guint n_places;
  PalpatePlace place;

  g_variant_get (parameter, "(sb)", &id, &keep);
  place = palpate_place_parse (id);
  if (!palpate_atlas_has_place (palpate_explorer_get_atlas (self->explorer), place))
    {
      g_message ("there is no such place: %s", id);
      return;
    }
  if ((keep || palpate_window_marks_several (self)) && palpate_marks_is_only_painted (marks, place))
    palpate_explorer_unpaint (self->explorer, place);
  else if (keep || palpate_window_marks_several (self))
    palpate_marks_toggle (marks, place);
  else
    palpate_marks_set_only (marks, place);
  palpate_marks_get_places (marks, &n_places);
  /* in the list one goes on choosing */
  if (n_places > 0 && palpate_panel_get_location (self->panel)->kind != PALPATE_PAGE_AREAS)
    {
      palpate_window_show_panel (self);
      palpate_panel_open (self->panel, &places);
    }
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;
  PalpateLocation location;

  if (!palpate_location_parse (g_variant_get_string (parameter, NULL), &location))
    {
      g_message ("there is no such page: %s", g_variant_get_string (parameter, NULL));
      return;
    }
  if (palpate_window_shows_place (self, "learn") && palpate_learn_page_holds (&location))
    {
      palpate_learn_page_open (self->learn_page, &location);
      palpate_learn_page_focus (self->learn_page);
      return;
    }
  palpate_window_show_panel (self);
  palpate_panel_open (self->panel, &location);
  palpate_panel_focus (self->panel);
}

static void
turn_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;
  PalpateLocation location;

  if (palpate_location_parse (g_variant_get_string (parameter, NULL), &location))
    palpate_panel_replace (self->panel, &location);
}

static void
areas_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  gtk_widget_activate_action (user_data, "win.open", "s", "areas");
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PalpateWindow *self = user_data;

  palpate_window_show_panel (self);
  palpate_panel_search (self->panel, g_variant_get_string (parameter, NULL));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;

  palpate_window_close_sheet (self);
  palpate_window_show_panel (self);
  palpate_panel_search (self->panel, NULL);
}

/* Goes back or forward. The page that had the focus is gone, so the new one gets it; a button of the header keeps it. */
static void
travel (PalpateWindow *self,
        int            steps)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  const gboolean learns = palpate_window_shows_place (self, "learn");
  GtkWidget *place = learns ? GTK_WIDGET (self->learn_page) : GTK_WIDGET (self->panel);
  const gboolean moves_focus = focus == NULL || gtk_widget_is_ancestor (focus, place);

  if (learns)
    palpate_learn_page_go (self->learn_page, steps);
  else if (steps < 0)
    palpate_panel_go_back (self->panel);
  else
    palpate_panel_go_forward (self->panel);
  if (moves_focus && learns)
    palpate_learn_page_focus (self->learn_page);
  else if (moves_focus)
    palpate_panel_focus (self->panel);
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;

  if (palpate_window_close_sheet (self))
    return;
  travel (self, -1);
}

static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PalpateWindow *self = user_data;

  travel (self, 1);
}

/* Of the marks: if all were gone, their page comes back with them. */
static void
step_marks (PalpateWindow *self,
            void         (*step) (PalpateMarks *marks))
{
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  guint n_places;

  palpate_marks_get_places (marks, &n_places);
  step (marks);
  if (n_places == 0)
    palpate_window_show_marks_again (self);
}

/* What was done to the routine since, or the button of the toast, leaves nothing for the key to take back. */
void
palpate_window_forget_undo (PalpateWindow *self)
{
  g_clear_pointer (&self->routine_undo, g_free);
  palpate_window_update_actions (self);
}

static void
undo_routine (PalpateWindow *self)
{
  g_autofree char *detailed = g_steal_pointer (&self->routine_undo);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (detailed != NULL && g_action_parse_detailed_name (detailed, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
  palpate_window_update_actions (self);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;

  if (palpate_window_shows_sheet (self))
    gtk_widget_activate_action (GTK_WIDGET (self->sheet_page), "sheet.undo", NULL);
  else if (palpate_window_shows_place (self, "routine"))
    undo_routine (self);
  else
    step_marks (self, palpate_marks_undo);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;

  if (palpate_window_shows_sheet (self))
    gtk_widget_activate_action (GTK_WIDGET (self->sheet_page), "sheet.redo", NULL);
  else
    step_marks (self, palpate_marks_redo);
}

/* Says something in passing. */
void
palpate_window_add_toast (PalpateWindow *self,
                          AdwToast      *toast)
{
  g_set_weak_pointer (&self->last_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Says what was done, with a button that takes it back; what was done to the routine, the key takes back on its place. */
void
palpate_window_add_undo_toast (PalpateWindow *self,
                               const char    *title,
                               const char    *action,
                               GVariant      *target)
{
  AdwToast *toast = adw_toast_new (title);

  if (!g_str_equal (action, "win.undo"))
    {
      g_free (self->routine_undo);
      self->routine_undo = g_action_print_detailed_name (action, target);
      palpate_window_update_actions (self);
    }
  adw_toast_set_button_label (toast, _("_Undo"));
  if (target != NULL)
    adw_toast_set_action_target_value (toast, target);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_timeout (toast, 4);
  palpate_window_add_toast (self, toast);
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PalpateWindow *self = user_data;
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  guint n_places;

  palpate_marks_get_places (marks, &n_places);
  palpate_marks_clear (marks);
  if (n_places > 0)
    palpate_window_add_undo_toast (self, _("Marks cleared"), "win.undo", NULL);
}

static void
answered_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  palpate_window_add_undo_toast (user_data, _("Order changed"), "win.undo", NULL);
}

static void
answer_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);

  if (opened == NULL || palpate_care_suggest (palpate_explorer_get_care (self->explorer), opened->point) == NULL)
    return;
  for (PalpateAnswer answer = PALPATE_ANSWER_YES; answer <= PALPATE_ANSWER_NO; answer++)
    if (g_str_equal (palpate_answer_to_id (answer), g_variant_get_string (parameter, NULL)))
      {
        palpate_marks_set_answer (palpate_explorer_get_marks (self->explorer), *opened, answer);
        palpate_window_add_undo_toast (self, _("Order changed"), "win.undo", NULL);
        return;
      }
}

/* One step out at a time: another place, the brush, search and other pages, then the marks, then the zoom. */
static void
step_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PalpateWindow *self = user_data;
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  const PalpatePageKind kind = palpate_panel_get_location (self->panel)->kind;
  guint n_places;

  if (palpate_window_close_sheet (self))
    return;
  palpate_marks_get_places (marks, &n_places);
  if (!palpate_window_shows_place (self, "chart"))
    adw_view_stack_set_visible_child_name (self->stack, "chart");
  else if (palpate_window_put_brush_down (self))
    return;
  else if (palpate_window_marks_several (self))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "mark-several", g_variant_new_boolean (FALSE));
  else if (kind != PALPATE_PAGE_PLACES && kind != PALPATE_PAGE_START && palpate_panel_can_go_back (self->panel))
    palpate_panel_go_back (self->panel);
  else if (n_places > 0)
    clear_cb (NULL, NULL, self);
  else
    palpate_chart_page_zoom_to_fit (self->chart_page);
}

static void
next_part_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PalpateWindow *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *parts[] = { GTK_WIDGET (self->menu_button), GTK_WIDGET (self->chart_page), GTK_WIDGET (self->panel) };
  const int n_parts = gtk_widget_get_visible (GTK_WIDGET (self->panel)) ? 3 : 2;
  int part = 0;

  if (palpate_window_shows_sheet (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->sheet_page), "sheet.preview", NULL);
      return;
    }
  for (int i = 0; i < n_parts; i++)
    if (focus != NULL && (focus == parts[i] || gtk_widget_is_ancestor (focus, parts[i])))
      part = i;
  part = (part + g_variant_get_int32 (parameter) + n_parts) % n_parts;
  if (part == 0)
    gtk_widget_grab_focus (parts[0]);
  else if (part == 1)
    palpate_chart_page_focus (self->chart_page);
  else
    palpate_panel_focus (self->panel);
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

static void
zoom_by (PalpateWindow *self,
         double         factor)
{
  if (palpate_window_shows_sheet (self))
    palpate_sheet_page_zoom_by (self->sheet_page, factor);
  else
    palpate_chart_page_zoom_by (self->chart_page, factor);
}

static void
zoom_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  zoom_by (user_data, ZOOM_STEP);
}

static void
zoom_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  zoom_by (user_data, 1 / ZOOM_STEP);
}

static void
zoom_fit_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PalpateWindow *self = user_data;

  if (palpate_window_shows_sheet (self))
    palpate_sheet_page_zoom_fit (self->sheet_page);
  else
    palpate_chart_page_zoom_to_fit (self->chart_page);
}

static void
pan_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  const char *direction = g_variant_get_string (parameter, NULL);
  const double dx = g_str_equal (direction, "left") ? -PAN_STEP : g_str_equal (direction, "right") ? PAN_STEP : 0;
  const double dy = g_str_equal (direction, "up") ? -PAN_STEP : g_str_equal (direction, "down") ? PAN_STEP : 0;

  palpate_chart_page_pan_by (PALPATE_WINDOW (user_data)->chart_page, dx, dy);
}

static void
deeper_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  palpate_chart_page_step_depth (PALPATE_WINDOW (user_data)->chart_page, g_variant_get_int32 (parameter));
}

static void
view_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;

  if (!palpate_chart_page_set_mode (self->chart_page, g_variant_get_string (state, NULL)))
    g_message ("there is no such view: %s", g_variant_get_string (state, NULL));
  palpate_window_update_actions (self);
}

static void
close_ups_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  palpate_chart_page_open_close_ups (PALPATE_WINDOW (user_data)->chart_page);
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_menu_button_popup (PALPATE_WINDOW (user_data)->menu_button);
}

static void
keep_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateLocation *location = palpate_panel_get_location (self->panel);
  g_autofree char *kept = NULL;
  gboolean is_kept;
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);

  if (location->kind == PALPATE_PAGE_POINT)
    {
      kept = palpate_location_format (location);
    }
  else if (location->kind == PALPATE_PAGE_PLACES && n_places == 1)
    {
      g_autofree char *id = palpate_place_to_id (places[0]);

      kept = g_strconcat ("place/", id, NULL);
    }
  else
    {
      return;
    }
  is_kept = palpate_settings_list_contains (self->settings, PALPATE_KEY_KEPT, kept);
  palpate_settings_list_toggle (self->settings, PALPATE_KEY_KEPT, kept, !is_kept);
  palpate_window_add_toast (self, adw_toast_new (is_kept ? _("No longer kept") : _("Kept")));
}

/* The first click on a tiny place only brings it near. */
static void
enlarged_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  AdwToast *toast = adw_toast_new (_("Brought near. Now choose the place."));

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (PALPATE_WINDOW (user_data)->toasts, toast);
}

static void
place_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  adw_view_stack_set_visible_child_name (PALPATE_WINDOW (user_data)->stack, g_variant_get_string (parameter, NULL));
}

/* Made when it is asked for: as gtk/help-overlay.ui GtkApplication would make it together with the window. */
static void
show_help_overlay_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (PALPATE_RESOURCE_PATH "/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, user_data);
  gtk_window_set_destroy_with_parent (overlay, TRUE);
  gtk_window_present (overlay);
}

static const GActionEntry lasting_entries[] = { { "show-help-overlay", show_help_overlay_cb } };   /* also during a session */

static const GActionEntry entries[] = {
  { "place", place_cb, "s" },
  { "enlarged", enlarged_cb },
  { "mark", mark_cb, "(sb)" },
  { "open", open_cb, "s" },
  { "turn", turn_cb, "s" },
  { "areas", areas_cb },
  { "search", search_cb, "s" },
  { "find", find_cb },
  { "back", back_cb },
  { "forward", forward_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "clear", clear_cb },
  { "answered", answered_cb },
  { "answer", answer_cb, "s" },
  { "step-out", step_out_cb },
  { "next-part", next_part_cb, "i" },
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "zoom-fit", zoom_fit_cb },
  { "pan", pan_cb, "s" },
  { "deeper", deeper_cb, "i" },
  { "view", NULL, "s", "'front-and-back'", view_cb },
  { "close-ups", close_ups_cb },
  { "menu", menu_cb },
  { "keep", keep_cb },
  { "mark-several", NULL, NULL, "false", NULL },
};

gboolean
palpate_window_marks_several (PalpateWindow *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), "mark-several");

  return g_variant_get_boolean (state);
}

static void
set_enabled (PalpateWindow *self,
             const char    *name,
             gboolean       enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

/* Brings enabled and state of all actions up to date. */
void
palpate_window_update_actions (PalpateWindow *self)
{
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  const gboolean learns = palpate_window_shows_place (self, "learn");
  const gboolean routine = palpate_window_shows_place (self, "routine");
  GSimpleAction *view = G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "view"));
  guint n_places;

  palpate_marks_get_places (marks, &n_places);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    set_enabled (self, entries[i].name, TRUE);
  /* a sheet knows itself what it can take back */
  set_enabled (self, "undo", palpate_window_shows_sheet (self) || (routine ? self->routine_undo != NULL : palpate_marks_can_undo (marks)));
  set_enabled (self, "redo", palpate_window_shows_sheet (self) || (!routine && palpate_marks_can_redo (marks)));
  set_enabled (self, "clear", n_places > 0 || palpate_marks_is_painted (marks));
  set_enabled (self, "back", learns ? palpate_learn_page_can_go (self->learn_page, -1) : palpate_panel_can_go_back (self->panel));
  set_enabled (self, "forward", learns ? palpate_learn_page_can_go (self->learn_page, 1) : palpate_panel_can_go_forward (self->panel));
  g_simple_action_set_state (view, g_variant_new_string (palpate_chart_page_get_mode (self->chart_page)));
  /* what a session covers does not answer to keys */
  for (guint i = 0; i < G_N_ELEMENTS (entries) && palpate_window_shows_session (self); i++)
    set_enabled (self, entries[i].name, FALSE);
  palpate_window_update_paint (self);
  palpate_window_update_routine (self);
}

void
palpate_window_init_actions (PalpateWindow *self)
{
  g_autoptr (GAction) panel = g_settings_create_action (self->settings, PALPATE_KEY_SHOW_PANEL);
  g_autoptr (GAction) show_danger = g_settings_create_action (self->settings, PALPATE_KEY_SHOW_DANGER);

  g_action_map_add_action_entries (G_ACTION_MAP (self), lasting_entries, G_N_ELEMENTS (lasting_entries), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  palpate_window_init_paint (self);
  g_action_map_add_action (G_ACTION_MAP (self), panel);
  g_action_map_add_action (G_ACTION_MAP (self), show_danger);
}
