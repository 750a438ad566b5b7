/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The main window: header, chart, side panel, and the `win.` actions that join them. Owned by the application.
 */
#pragma once

#include <adwaita.h>

#include "palpate-chart-page.h"
#include "palpate-diary.h"
#include "palpate-explorer.h"
#include "palpate-panel.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_WINDOW (palpate_window_get_type ())
G_DECLARE_FINAL_TYPE (PalpateWindow, palpate_window, PALPATE, WINDOW, AdwApplicationWindow)

GtkWidget        *palpate_window_new             (GtkApplication  *application,
                                                  PalpateAtlas    *atlas,
                                                  PalpateChartSet *charts,
                                                  GSettings       *settings,
                                                  PalpateDiary    *diary) G_GNUC_WARN_UNUSED_RESULT;
PalpateExplorer  *palpate_window_get_explorer    (PalpateWindow   *self);
PalpatePanel     *palpate_window_get_panel       (PalpateWindow   *self);
PalpateChartPage *palpate_window_get_chart_page  (PalpateWindow   *self);

void              palpate_window_open_sheet_file (PalpateWindow   *self,
                                                  GFile           *file);

/* The shortcuts of the `win.` actions: an action with its target, and keys. One table for the program and its tests. */
typedef struct {
  const char *action;
  const char *keys[4];
} PalpateShortcut;

const PalpateShortcut *palpate_window_get_shortcuts (guint *n_shortcuts);

G_END_DECLS
