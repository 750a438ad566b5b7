/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the chart page share.
 */
#pragma once

#include "palpate-chart-page.h"

G_BEGIN_DECLS

/* Logical pixels from which there is room for all view buttons; and, as on a laptop's small window, for two views. */
#define PALPATE_CHART_PAGE_WIDE 640
#define PALPATE_CHART_PAGE_PAIR 560

struct _PalpateChartPage {
  GtkWidget parent_instance;

  /* template children */
  GtkWidget        *overlay;
  GtkBox           *views_box;
  AdwButtonContent *several_content;
  AdwButtonContent *paint_content;
  GtkWidget        *erase_button;
  GtkWidget        *undo_button;
  GtkWidget        *redo_button;
  GtkWidget        *clear_button;
  AdwButtonContent *layers_content;
  GtkToggleButton  *pair_button;
  GtkWidget        *view_buttons;
  GtkMenuButton    *view_menu_button;
  GtkMenuButton    *close_ups_button;
  GtkAdjustment    *depth_adjustment;
  GtkWidget        *inset_button;
  GtkBox           *inset_box;
  GtkLabel         *inset_label;

  /* owned */
  PalpateExplorer  *explorer;
  GSettings        *settings;
  char             *mode;         /* what is shown: `front-and-back`, a view, or `pair` */
  char             *base_mode;    /* what the person chose */
  PalpatePainting  *followed;     /* the painting that the views were last chosen for; perhaps %NULL */

  /* children of views_box and inset_box */
  PalpateChartView *views[2];
  PalpateChartView *inset;

  PalpateBrush      brush;
  guint             layout_id;
  int               width_class;
};

void palpate_chart_page_show_views    (PalpateChartPage *self,
                                       PalpateView       first,
                                       PalpateView       second);
void palpate_chart_page_show_pair     (PalpateChartPage *self,
                                       PalpateView       first,
                                       PalpateView       second);
void palpate_chart_page_set_mode_name (PalpateChartPage *self,
                                       const char       *mode,
                                       const char       *label);

G_END_DECLS
