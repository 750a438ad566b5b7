/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's part in routines and sessions: the actions that put a routine together and start it, and the page of a
 * running session over everything else.
 */
#include "palpate-window-private.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-history.h"
#include "palpate-location.h"
#include "palpate-rating.h"
#include "palpate-settings.h"

/* What was shorter than that did nothing yet. */
#define WORTH_ASKING_US (20 * G_USEC_PER_SEC)

static void
add_toast (PalpateWindow *self,
           const char    *title)
{
  palpate_window_add_toast (self, adw_toast_new (title));
}

static PalpateRoutine *
get_routine (PalpateWindow *self)
{
  return palpate_routine_store_get_current (self->store);
}

/* With the technique that the care profile allows; if it allows none, for the stretch. What prevents it is said. */
static PalpateTask *
append (PalpateWindow     *self,
        PalpateRoutine    *routine,
        PalpateSidedPoint  source)
{
  PalpateCare *care = palpate_explorer_get_care (self->explorer);
  const PalpatePointTechnique *use = palpate_care_suggest (care, source.point);
  g_autoptr (GError) error = NULL;
  PalpateTask *task;

  if (source.point->mode != PALPATE_MODE_PROFESSIONAL && !palpate_care_leaves_any (care, source.point))
    {
      add_toast (self, _("Your care profile leaves this point out."));
      return NULL;
    }
  task = palpate_routine_append (routine, source, &error);
  if (task == NULL)
    {
      add_toast (self, error->message);
      return NULL;
    }
  if (use != NULL)
    palpate_task_set_technique (task, use);
  palpate_task_set_stretch (task, palpate_care_suggest_stretch (care, source.point->muscle));
  return task;
}

static void
add_to_routine (PalpateWindow     *self,
                PalpateSidedPoint  source)
{
  AdwToast *toast;

  if (append (self, get_routine (self), source) == NULL)
    return;
  toast = adw_toast_new (_("Added to the routine"));
  adw_toast_set_button_label (toast, _("_Show"));
  adw_toast_set_action_target_value (toast, g_variant_new_string ("routine"));
  adw_toast_set_action_name (toast, "win.place");
  palpate_window_add_toast (self, toast);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateSidedPoint *shown = palpate_explorer_get_shown (self->explorer);

  if (shown != NULL)
    add_to_routine (self, *shown);
}

/* The same for a point in a list, by its location. */
static void
add_point_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PalpateWindow *self = user_data;
  PalpateSidedPoint source;
  PalpateLocation location;

  if (!palpate_location_parse (g_variant_get_string (parameter, NULL), &location) || location.kind != PALPATE_PAGE_POINT)
    return;
  source.point = palpate_atlas_get_point (palpate_explorer_get_atlas (self->explorer), location.id);
  source.side = location.side;
  if (source.point != NULL)
    add_to_routine (self, source);
}

static void
play (PalpateWindow  *self,
      PalpateRoutine *routine)
{
  g_autoptr (PalpatePlan) plan = palpate_player_plan (self->player, routine, palpate_explorer_get_care (self->explorer));
  g_autofree char *obstacle = palpate_plan_dup_obstacle (plan);

  if (obstacle != NULL)
    add_toast (self, obstacle);
  else
    palpate_player_play (self->player, plan);
}

static void
start_hold_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (palpate_explorer_get_atlas (self->explorer));
  g_autofree char *name = NULL;

  if (opened == NULL || append (self, routine, *opened) == NULL)
    return;
  name = palpate_explorer_describe_sided_point (self->explorer, *opened);
  palpate_routine_set_name (routine, name);
  play (self, routine);
}

/* As it was pressed that time, if the care profile still lets it. */
static void
set_technique_of (PalpateWindow      *self,
                  PalpateTask        *task,
                  const PalpateEntry *entry)
{
  const PalpatePoint *point = palpate_task_get_source (task).point;

  for (guint i = 0; i < entry->items->len; i++)
    {
      const PalpateEntryItem *item = g_ptr_array_index (entry->items, i);

      for (guint j = 0; item->technique != NULL && g_str_equal (item->point, point->id) && j < point->techniques.length; j++)
        {
          const PalpatePointTechnique *use = point->techniques.items[j];
          g_autoptr (PalpateJudgement) judgement = palpate_care_judge_use (palpate_explorer_get_care (self->explorer), point, use);

          if (!g_str_equal (use->technique, item->technique) || judgement->verdict == PALPATE_VERDICT_LEFT_OUT)
            continue;
          palpate_task_set_technique (task, use);
          return;
        }
    }
}

/* The points of the last session in the journal, once more. */
static void
again_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PalpateWindow *self = user_data;
  PalpateAtlas *atlas = palpate_explorer_get_atlas (self->explorer);
  GPtrArray *entries = self->diary != NULL ? palpate_diary_get_entries (self->diary) : NULL;
  const PalpateEntry *entry = entries != NULL ? palpate_history_find_last (atlas, entries) : NULL;
  g_autoptr (GArray) sources = entry != NULL ? palpate_entry_list_sources (atlas, entry) : NULL;
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      PalpateTask *task = append (self, routine, g_array_index (sources, PalpateSidedPoint, i));

      if (task != NULL)
        set_technique_of (self, task, entry);
    }
  palpate_routine_set_name (routine, _("As last time"));
  if (palpate_routine_get_n_tasks (routine) > 0)
    play (self, routine);
}

static void
start_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  play (user_data, get_routine (user_data));
}

/* A task that was taken out, kept by the action that takes it back. */
static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const guint position = g_variant_get_uint32 (parameter);
  GAction *undo = g_action_map_lookup_action (G_ACTION_MAP (self), "routine-put-back");

  if (position >= palpate_routine_get_n_tasks (get_routine (self)))
    return;
  g_object_set_data_full (G_OBJECT (undo), "task", palpate_routine_remove (get_routine (self), position), g_object_unref);
  palpate_window_add_undo_toast (self, _("Taken out of the routine"), "win.routine-put-back", g_variant_new_uint32 (position));
}

static void
put_back_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PalpateWindow *self = user_data;
  g_autoptr (PalpateTask) task = g_object_steal_data (G_OBJECT (action), "task");

  if (task != NULL)
    palpate_routine_insert (get_routine (self), g_variant_get_uint32 (parameter), task);
}

/* Keeps what the routine was before it is replaced as a whole. */
static void
remember (PalpateWindow *self)
{
  GAction *undo = g_action_map_lookup_action (G_ACTION_MAP (self), "routine-restore");
  PalpateRoutine *before = palpate_routine_new (palpate_explorer_get_atlas (self->explorer));

  palpate_routine_copy (get_routine (self), before);
  g_object_set_data_full (G_OBJECT (undo), "routine", before, g_object_unref);
}

/* After the change: the next one makes this too old to take back. */
static void
offer_restore (PalpateWindow *self,
               const char    *title)
{
  PalpateRoutine *before = g_object_get_data (G_OBJECT (g_action_map_lookup_action (G_ACTION_MAP (self), "routine-restore")), "routine");

  if (palpate_routine_get_n_tasks (before) > 0)
    palpate_window_add_undo_toast (self, title, "win.routine-restore", NULL);
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_autoptr (PalpateRoutine) before = g_object_steal_data (G_OBJECT (action), "routine");

  if (before != NULL)
    palpate_routine_copy (before, get_routine (user_data));
}

static void
clear_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  remember (user_data);
  palpate_routine_clear (get_routine (user_data));
  palpate_routine_set_name (get_routine (user_data), "");
  offer_restore (user_data, _("Routine emptied"));
}

static void
open_ready_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateReadyRoutine *ready = palpate_atlas_get (palpate_explorer_get_atlas (self->explorer), PALPATE_ITEM_ROUTINE,
                                                        g_variant_get_string (parameter, NULL));

  if (ready == NULL)
    return;
  remember (self);
  palpate_routine_fill (get_routine (self), ready);
  offer_restore (self, _("Another routine is open"));
}

static void
open_kept_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PalpateWindow *self = user_data;
  PalpateRoutine *kept = palpate_routine_store_find (self->store, g_variant_get_string (parameter, NULL));

  if (kept == NULL)
    return;
  remember (self);
  palpate_routine_copy (kept, get_routine (self));
  offer_restore (self, _("Another routine is open"));
}

static void
forget_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const guint position = g_variant_get_uint32 (parameter);
  GAction *undo = g_action_map_lookup_action (G_ACTION_MAP (self), "routine-bring-back");

  g_object_set_data_full (G_OBJECT (undo), "routine", palpate_routine_store_forget (self->store, position), g_object_unref);
  palpate_window_add_undo_toast (self, _("Routine deleted"), "win.routine-bring-back", g_variant_new_uint32 (position));
}

static void
bring_back_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  g_autoptr (PalpateRoutine) routine = g_object_steal_data (G_OBJECT (action), "routine");

  if (routine != NULL)
    palpate_routine_store_restore (PALPATE_WINDOW (user_data)->store, g_variant_get_uint32 (parameter), routine);
}

static void
name_given_cb (GtkWidget     *widget,
               PalpateWindow *self)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (widget), "entry");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (*name == '\0')
    return;
  palpate_routine_store_keep (self->store, name);
  palpate_compat_dialog_close (widget);
  add_toast (self, _("Kept"));
}

static void
keep_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Keep"));

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Name"));
  gtk_editable_set_text (GTK_EDITABLE (entry), palpate_routine_get_name (get_routine (self)));
  gtk_list_box_append (GTK_LIST_BOX (list), entry);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "entry", entry);
  g_object_set_data (G_OBJECT (entry), "entry", entry);
  g_signal_connect_object (button, "clicked", G_CALLBACK (name_given_cb), self, 0);
  g_signal_connect_object (entry, "entry-activated", G_CALLBACK (name_given_cb), self, 0);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), button);
  palpate_compat_dialog_present (palpate_compat_dialog_new (_("Keep the Routine"), 420, -1, box), GTK_WINDOW (self), entry);
}

/* the session */

static void
wide_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const gboolean is_wide = g_variant_get_boolean (state);

  g_simple_action_set_state (action, state);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), is_wide ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_DEFAULT);
  palpate_session_page_set_wide (self->session_page, is_wide);
  if (is_wide)
    gtk_window_fullscreen (GTK_WINDOW (self));
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
leave_wide (PalpateWindow *self)
{
  if (self->session_page != NULL && palpate_session_page_is_wide (self->session_page))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "session-wide", g_variant_new_boolean (FALSE));
}

gboolean
palpate_window_shows_session (PalpateWindow *self)
{
  return self->session_page != NULL && gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->session_page);
}

/* Asks what a session did that was stopped: a line at the edge that goes by itself. */
static void
add_question_toast (PalpateWindow  *self,
                    PalpateSession *session)
{
  const PalpateEntry *entry = self->diary != NULL ? palpate_diary_get_entry (self->diary) : NULL;
  AdwToast *toast;

  if (entry == NULL || entry->items->len == 0 || palpate_session_get_active_us (session) < WORTH_ASKING_US)
    return;
  toast = adw_toast_new (_("What did it do?"));
  adw_toast_set_button_label (toast, _("_Answer"));
  adw_toast_set_action_name (toast, "win.session-rate");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
close_cb (GtkWidget *button)
{
  palpate_compat_dialog_close (button);
}

static void
rate_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateWindow *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Close"));

  if (self->diary == NULL || palpate_diary_get_entry (self->diary) == NULL)
    return;
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (close_cb), NULL);
  gtk_box_append (GTK_BOX (box), palpate_rating_new (self->diary));
  gtk_box_append (GTK_BOX (box), button);
  palpate_compat_dialog_present (palpate_compat_dialog_new (_("Before and After"), 560, -1, box), GTK_WINDOW (self), button);
}

static void
add_stopped_toast (PalpateWindow  *self,
                   PalpateSession *session)
{
  const int seconds = (int) (palpate_session_get_active_us (session) / G_USEC_PER_SEC);
  g_autofree char *title = seconds < 120 ? g_strdup_printf (ngettext ("Stopped after %d second", "Stopped after %d seconds", seconds), seconds)
                                         : g_strdup_printf (ngettext ("Stopped after %d minute", "Stopped after %d minutes", seconds / 60), seconds / 60);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Continue"));
  adw_toast_set_action_name (toast, "app.session-continue");
  adw_toast_overlay_add_toast (self->toasts, toast);
  add_question_toast (self, session);
}

/* Where the keyboard was when the session began. */
static void
return_focus (PalpateWindow *self)
{
  if (self->focus_before == NULL || !gtk_widget_is_ancestor (self->focus_before, GTK_WIDGET (self->pages))
      || !gtk_widget_grab_focus (self->focus_before))
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->focus_before);
}

/* A session takes the whole window while it runs, pauses, or says what was done. */
static void
player_changed_cb (PalpateWindow *self)
{
  PalpateSession *session = palpate_player_get_session (self->player);
  const gboolean shown = palpate_window_shows_session (self);
  const gboolean wanted = session != NULL
                          && (palpate_session_is_active (session) || palpate_session_get_state (session) == PALPATE_SESSION_DONE);

  if (session != NULL && palpate_session_get_state (session) == PALPATE_SESSION_DONE)
    leave_wide (self);
  if (wanted == shown)
    return;
  if (!wanted)
    leave_wide (self);
  if (wanted)
    {
      palpate_window_ensure_session_page (self);
      g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (self)));
      if (self->last_toast != NULL)
        adw_toast_dismiss (self->last_toast);
    }
  gtk_stack_set_visible_child_name (self->pages, wanted ? "session" : "places");
  palpate_window_update_actions (self);
  if (wanted)
    palpate_session_page_focus (self->session_page);
  else
    return_focus (self);
  if (!wanted && session != NULL)
    add_stopped_toast (self, session);
}

static const GActionEntry entries[] = {
  { "add-to-routine", add_cb },
  { "routine-add", add_point_cb, "s" },
  { "start-hold", start_hold_cb },
  { "routine-start", start_cb },
  { "routine-remove", remove_cb, "u" },
  { "routine-put-back", put_back_cb, "u" },
  { "routine-clear", clear_cb },
  { "routine-restore", restore_cb },
  { "routine-open-ready", open_ready_cb, "s" },
  { "routine-open-kept", open_kept_cb, "s" },
  { "routine-keep", keep_cb },
  { "routine-forget", forget_cb, "u" },
  { "routine-bring-back", bring_back_cb, "u" },
  { "session-again", again_cb },
  { "session-rate", rate_cb },
  { "session-wide", NULL, NULL, "false", wide_cb },
};

static void
set_enabled (PalpateWindow *self,
             const char    *name,
             gboolean       is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), is_enabled);
}

/* Brings enabled of these actions up to date. */
void
palpate_window_update_routine (PalpateWindow *self)
{
  const gboolean is_session = palpate_window_shows_session (self);
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  const PalpateSidedPoint *shown = palpate_explorer_get_shown (self->explorer);

  if (self->player == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    set_enabled (self, entries[i].name, !is_session);
  set_enabled (self, "start-hold", !is_session && opened != NULL && palpate_care_leaves_any (palpate_explorer_get_care (self->explorer), opened->point));
  set_enabled (self, "add-to-routine", !is_session && shown != NULL && palpate_care_leaves_any (palpate_explorer_get_care (self->explorer), shown->point));
  set_enabled (self, "session-wide", is_session);
}

/**
 * palpate_window_setup_routine:
 *
 * Gives the window its routines and sessions; a session that runs already is shown.
 */
void
palpate_window_setup_routine (PalpateWindow       *self,
                              PalpatePlayer       *player,
                              PalpateRoutineStore *store)
{
  GtkWidget *places = g_object_ref (adw_toast_overlay_get_child (self->toasts));
  g_autoptr (GAction) sound = g_settings_create_action (self->settings, PALPATE_KEY_SESSION_SOUND);
  g_autoptr (GAction) breath = g_settings_create_action (self->settings, PALPATE_KEY_SESSION_BREATH);

  self->player = g_object_ref (player);
  self->store = g_object_ref (store);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), sound);
  g_action_map_add_action (G_ACTION_MAP (self), breath);
  self->pages = GTK_STACK (gtk_stack_new ());
  adw_toast_overlay_set_child (self->toasts, NULL);
  gtk_stack_add_named (self->pages, places, "places");
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_stack_set_transition_type (self->pages, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->pages));
  g_object_unref (places);
  g_signal_connect_object (player, "changed", G_CALLBACK (player_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->explorer, "changed", G_CALLBACK (palpate_window_update_routine), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_routine (self), "changed", G_CALLBACK (palpate_window_forget_undo), self, G_CONNECT_SWAPPED);
  palpate_window_update_routine (self);
}

/**
 * palpate_window_setup_journal:
 *
 * Shows what the journal tells of the session that runs, and its trouble; after the routines.
 */
void
palpate_window_setup_journal (PalpateWindow *self)
{
  AdwToast *toast;

  player_changed_cb (self);
  if (palpate_diary_get_trouble (self->diary) == NULL)
    return;
  toast = adw_toast_new (_("There is a problem with your journal"));
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Details"));
  adw_toast_set_action_name (toast, "app.journal-trouble");
  adw_toast_overlay_add_toast (self->toasts, toast);
}
