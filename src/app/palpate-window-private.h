/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window and its actions share.
 */
#pragma once

#include "palpate-journal-page.h"
#include "palpate-learn-page.h"
#include "palpate-attendant.h"
#include "palpate-routine-page.h"
#include "palpate-session-page.h"
#include "palpate-sheet-page.h"
#include "palpate-window.h"

G_BEGIN_DECLS

struct _PalpateWindow {
  AdwApplicationWindow parent_instance;

  /* template children */
  AdwToastOverlay  *toasts;
  AdwViewStack     *stack;
  GtkBox           *chart_place;
  PalpateChartPage *chart_page;
  GtkWidget        *separator;
  PalpatePanel     *panel;
  GtkMenuButton    *menu_button;
  GtkWidget        *panel_button;
  AdwBin           *routine_place;
  AdwBin           *learn_place;
  AdwBin           *journal_place;
  AdwHeaderBar     *header;

  /* made when first seen */
  PalpateRoutinePage *routine_page;
  PalpateLearnPage   *learn_page;
  PalpateJournalPage *journal_page;
  PalpateSessionPage *session_page;

  /* owned */
  PalpateExplorer *explorer;
  GSettings       *settings;
  PalpatePlayer       *player;   /* %NULL where sessions are not to be had */
  PalpateRoutineStore *store;
  PalpateDiary        *diary;

  /* made when the player is there */
  GtkStack  *pages;
  GtkWidget *focus_before; /* the session; weak */
  char      *routine_undo; /* the detailed action that takes back the last change of the routine; %NULL if there is none */
  AdwToast  *last_toast;   /* weak: goes when a session begins, whose buttons stand there */

  /* made when a sheet is first wanted */
  GtkStack         *sheet_stack;
  PalpateSheetPage *sheet_page;
  PalpateMarks     *seen_marks;   /* the chart's when the sheet last took or passed over them; owned */

  guint    layout_id;
  gboolean is_narrow;
};

void palpate_window_init_actions   (PalpateWindow *self);
void palpate_window_show_panel     (PalpateWindow *self);
void palpate_window_init_paint     (PalpateWindow *self);
void palpate_window_update_paint   (PalpateWindow *self);
gboolean palpate_window_put_brush_down (PalpateWindow *self);
void palpate_window_show_marks_again (PalpateWindow *self);
void palpate_window_announce_marks (PalpateWindow *self);
void palpate_window_update_actions (PalpateWindow *self);
gboolean palpate_window_marks_several (PalpateWindow *self);
void palpate_window_init_places (PalpateWindow *self);
void palpate_window_layout_places (PalpateWindow *self);
void palpate_window_ensure_session_page (PalpateWindow *self);
gboolean palpate_window_shows_place (PalpateWindow *self, const char *name);
void palpate_window_update_routine (PalpateWindow *self);
gboolean palpate_window_shows_session (PalpateWindow *self);
void palpate_window_setup_routine (PalpateWindow *self, PalpatePlayer *player, PalpateRoutineStore *store);
void palpate_window_setup_journal (PalpateWindow *self);
void palpate_window_add_toast (PalpateWindow *self, AdwToast *toast);
void palpate_window_add_undo_toast (PalpateWindow *self, const char *title, const char *action, GVariant *target);
void palpate_window_forget_undo (PalpateWindow *self);
void palpate_window_init_sheet_actions (PalpateWindow *self);
gboolean palpate_window_shows_sheet (PalpateWindow *self);
gboolean palpate_window_close_sheet (PalpateWindow *self);
void palpate_window_show_safety_note (PalpateWindow *self);

G_END_DECLS
