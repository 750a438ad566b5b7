/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's part in home-care sheets: the page over everything else, made when it is first wanted, and what leads
 * to it and away from it.
 */
#include "palpate-window-private.h"

#include "palpate-sheet-file.h"

gboolean
palpate_window_shows_sheet (PalpateWindow *self)
{
  return self->sheet_page != NULL && gtk_stack_get_visible_child (self->sheet_stack) == GTK_WIDGET (self->sheet_page);
}

static void
see_marks (PalpateWindow *self)
{
  g_clear_object (&self->seen_marks);
  self->seen_marks = palpate_marks_copy (palpate_explorer_get_marks (self->explorer));
}

/* Puts the page beside what the window shows. */
static void
ensure_sheet_page (PalpateWindow *self)
{
  GtkWidget *rest;

  if (self->sheet_page != NULL)
    return;
  self->sheet_page = PALPATE_SHEET_PAGE (palpate_sheet_page_new (palpate_explorer_get_atlas (self->explorer),
                                                                 palpate_explorer_get_charts (self->explorer),
                                                                 palpate_explorer_get_care (self->explorer), self->settings));
  rest = g_object_ref (adw_toast_overlay_get_child (self->toasts));
  adw_toast_overlay_set_child (self->toasts, NULL);
  self->sheet_stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->sheet_stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_add_named (self->sheet_stack, rest, "rest");
  gtk_stack_add_named (self->sheet_stack, GTK_WIDGET (self->sheet_page), "sheet");
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->sheet_stack));
  g_object_unref (rest);
  self->seen_marks = palpate_marks_new ();
  g_signal_connect_object (self->sheet_page, "opened", G_CALLBACK (see_marks), self, G_CONNECT_SWAPPED);
  palpate_sheet_page_set_narrow (self->sheet_page, self->is_narrow);
  g_signal_connect_object (self->sheet_stack, "notify::visible-child", G_CALLBACK (palpate_window_update_actions), self, G_CONNECT_SWAPPED);
}

static void
show_sheet (PalpateWindow *self)
{
  gtk_stack_set_visible_child (self->sheet_stack, GTK_WIDGET (self->sheet_page));
  palpate_sheet_page_focus (self->sheet_page);
}

/* The sheet shows where it hurts as the chart had it when one came to the sheet. Marks that were there before the sheet's own,
 * which somebody else may have sent, and a chart without marks take nothing away from a sheet that has points; a new one is
 * for whom the chart is now. */
static void
take_marks (PalpateWindow *self,
            gboolean       is_new)
{
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);

  if (is_new || (!palpate_marks_is_empty (marks) && !palpate_marks_equal (marks, self->seen_marks)))
    palpate_sheet_set_marks (palpate_sheet_page_get_sheet (self->sheet_page), marks);
  see_marks (self);
}

/* On the sheet: prints. Elsewhere: makes one out of what is at hand. */
static void
sheet_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  PalpateSheet *sheet;
  gboolean is_new;

  if (palpate_window_shows_sheet (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (self->sheet_page), "sheet.print", NULL);
      return;
    }
  if (palpate_window_shows_session (self))
    return;
  ensure_sheet_page (self);
  sheet = palpate_sheet_page_get_sheet (self->sheet_page);
  is_new = palpate_sheet_is_empty (sheet);
  palpate_sheet_freeze (sheet);   /* one step to undo */
  if (palpate_window_shows_place (self, "routine") && self->store != NULL
      && palpate_routine_get_n_tasks (palpate_routine_store_get_current (self->store)) > 0)
    {
      palpate_sheet_page_set_tasks (self->sheet_page, G_LIST_MODEL (palpate_routine_store_get_current (self->store)));
      is_new = TRUE;
    }
  take_marks (self, is_new);
  if (opened != NULL && palpate_sheet_is_empty (sheet))
    palpate_sheet_page_add (self->sheet_page, *opened);
  palpate_sheet_thaw (sheet);
  show_sheet (self);
}

/* Adds the point that is open. */
static void
sheet_add_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  PalpateSheet *sheet;
  gboolean is_new, is_there;

  if (opened == NULL)
    return;
  ensure_sheet_page (self);
  sheet = palpate_sheet_page_get_sheet (self->sheet_page);
  is_new = palpate_sheet_is_empty (sheet);
  palpate_sheet_freeze (sheet);
  is_there = palpate_sheet_has (sheet, *opened) || palpate_sheet_page_add (self->sheet_page, *opened) || !is_new;
  if (is_there)
    take_marks (self, is_new);
  palpate_sheet_thaw (sheet);
  if (is_there)   /* or it was said why not */
    show_sheet (self);
}

static void
sheet_close_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  palpate_window_close_sheet (user_data);
}

/* One more point, from wherever the sheet was opened. */
static void
sheet_choose_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PalpateWindow *self = user_data;

  adw_view_stack_set_visible_child_name (self->stack, "chart");
  palpate_window_close_sheet (self);
}

static void
sheet_save_pdf_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PalpateWindow *self = user_data;

  if (palpate_window_shows_sheet (self))
    gtk_widget_activate_action (GTK_WIDGET (self->sheet_page), "sheet.save-pdf", NULL);
}

static void
sheet_preview_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  PalpateWindow *self = user_data;

  if (palpate_window_shows_sheet (self))
    gtk_widget_activate_action (GTK_WIDGET (self->sheet_page), "sheet.preview", NULL);
}

/* A sheet that somebody sent: its points, ready to be done with timers. */
static void
sheet_to_routine_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  PalpateWindow *self = user_data;
  g_autofree char *data = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (PalpateRoutine) routine = NULL;

  if (self->store == NULL || self->sheet_page == NULL)
    return;
  /* a sheet names its tasks as a routine does */
  data = palpate_sheet_to_data (palpate_sheet_page_get_sheet (self->sheet_page), FALSE);
  node = json_from_string (data, NULL);
  routine = palpate_routine_new_from_json (palpate_explorer_get_atlas (self->explorer), node, NULL, NULL);
  if (routine == NULL || palpate_routine_get_n_tasks (routine) == 0)
    return;
  palpate_routine_set_name (routine, palpate_sheet_get_text (palpate_sheet_page_get_sheet (self->sheet_page), PALPATE_SHEET_TITLE));
  palpate_routine_copy (routine, palpate_routine_store_get_current (self->store));
  palpate_window_close_sheet (self);
  adw_view_stack_set_visible_child_name (self->stack, "routine");
}

static const GActionEntry entries[] = {
  { "sheet", sheet_cb },
  { "sheet-add", sheet_add_cb },
  { "sheet-close", sheet_close_cb },
  { "sheet-choose", sheet_choose_cb },
  { "sheet-save-pdf", sheet_save_pdf_cb },
  { "sheet-preview", sheet_preview_cb },
  { "sheet-to-routine", sheet_to_routine_cb },
};

void
palpate_window_init_sheet_actions (PalpateWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * palpate_window_close_sheet:
 *
 * Returns: whether the sheet was shown; the window shows its places again
 */
gboolean
palpate_window_close_sheet (PalpateWindow *self)
{
  if (!palpate_window_shows_sheet (self))
    return FALSE;
  gtk_stack_set_visible_child_name (self->sheet_stack, "rest");
  palpate_panel_focus (self->panel);
  return TRUE;
}

/**
 * palpate_window_open_sheet_file:
 *
 * Opens a saved sheet in its editor.
 */
void
palpate_window_open_sheet_file (PalpateWindow *self,
                                GFile         *file)
{
  ensure_sheet_page (self);
  show_sheet (self);
  palpate_sheet_page_open (self->sheet_page, file);
}
