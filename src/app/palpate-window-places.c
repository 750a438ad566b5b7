/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the header beside the chart. Each is made when it is first opened: the first frame does not wait for them. */
#include "palpate-window-private.h"

static PalpateAtlas *
atlas_of (PalpateWindow *self)
{
  return palpate_explorer_get_atlas (self->explorer);
}

static void
ensure_routine (PalpateWindow *self)
{
  if (self->routine_page != NULL || self->player == NULL)
    return;
  self->routine_page = g_object_new (PALPATE_TYPE_ROUTINE_PAGE, NULL);
  palpate_routine_page_setup (self->routine_page, self->store, palpate_explorer_get_care (self->explorer), self->player);
  adw_bin_set_child (self->routine_place, GTK_WIDGET (self->routine_page));
}

static void
ensure_learn (PalpateWindow *self)
{
  if (self->learn_page != NULL)
    return;
  self->learn_page = g_object_new (PALPATE_TYPE_LEARN_PAGE, NULL);
  palpate_learn_page_setup (self->learn_page, self->explorer, self->settings);
  g_signal_connect_object (self->learn_page, "navigated", G_CALLBACK (palpate_window_update_actions), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->learn_place, GTK_WIDGET (self->learn_page));
}

static void
ensure_journal (PalpateWindow *self)
{
  if (self->journal_page != NULL || self->diary == NULL)
    return;
  self->journal_page = g_object_new (PALPATE_TYPE_JOURNAL_PAGE, NULL);
  palpate_journal_page_setup (self->journal_page, atlas_of (self), self->diary, self->settings);
  adw_bin_set_child (self->journal_place, GTK_WIDGET (self->journal_page));
}

void
palpate_window_ensure_session_page (PalpateWindow *self)
{
  if (self->session_page != NULL)
    return;
  self->session_page = PALPATE_SESSION_PAGE (palpate_session_page_new (self->player, atlas_of (self),
                                                                       palpate_explorer_get_charts (self->explorer), self->settings));
  palpate_session_page_set_diary (self->session_page, self->diary);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->session_page), "session");
}

/* Tells the places that are there whether the window is narrow. */
void
palpate_window_layout_places (PalpateWindow *self)
{
  if (self->routine_page != NULL)
    palpate_routine_page_set_narrow (self->routine_page, self->is_narrow);
  if (self->learn_page != NULL)
    palpate_learn_page_set_narrow (self->learn_page, self->is_narrow);
  if (self->journal_page != NULL)
    palpate_journal_page_set_narrow (self->journal_page, self->is_narrow);
  if (self->sheet_page != NULL)
    palpate_sheet_page_set_narrow (self->sheet_page, self->is_narrow);
}

/* Whether that place of the header is open. */
gboolean
palpate_window_shows_place (PalpateWindow *self,
                            const char    *name)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), name) == 0;
}

/* Another place of the header: Back, Forward and the panel are about the chart or about what is learned. */
static void
place_changed_cb (PalpateWindow *self)
{
  if (palpate_window_shows_place (self, "routine"))
    ensure_routine (self);
  else if (palpate_window_shows_place (self, "learn"))
    ensure_learn (self);
  else if (palpate_window_shows_place (self, "journal"))
    ensure_journal (self);
  palpate_window_layout_places (self);
  gtk_widget_set_visible (self->panel_button, palpate_window_shows_place (self, "chart"));
  palpate_window_update_actions (self);
}

void
palpate_window_init_places (PalpateWindow *self)
{
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (place_changed_cb), self, G_CONNECT_SWAPPED);
}
