/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the session page and its parts share.
 */
#pragma once

#include "palpate-chart-view.h"
#include "palpate-ring.h"
#include "palpate-session-page.h"

G_BEGIN_DECLS

struct _PalpateSessionPage {
  AdwBin parent_instance;

  /* template children */
  GtkStack       *faces;
  GtkWidget      *near_face;
  GtkWidget      *done_face;
  AdwWindowTitle *title;
  AdwWindowTitle *done_title;
  GtkBox         *columns;
  GtkWidget      *left;
  GtkWidget      *doing;
  PalpateRing    *ring;
  GtkLabel       *where;
  AdwBin         *language_place;
  GtkLabel       *act;
  GtkListBox     *ready_list;
  GtkLabel       *feel;
  GtkWidget        *toggle;
  AdwButtonContent *toggle_content;
  GtkButton      *extend;
  GtkBox         *pressure;
  AdwBin         *before_place;
  GtkWidget      *separator;
  AdwClamp       *aside;
  GtkScrolledWindow *aside_scroller;
  GtkFrame       *picture_place;
  GtkListBox     *next_list;
  GtkBox         *stop_place;
  GtkWidget      *controls;
  GtkWidget      *stop_bar;
  GtkBox         *done_box;

  /* the face for across the room, made by hand */
  GtkWidget   *wide_face;
  PalpateRing *wide_ring;
  GtkLabel    *wide_where;
  GtkWidget   *wide_language;
  GtkLabel    *wide_act;
  GtkLabel    *wide_feel;
  GtkLabel    *wide_next;
  GtkLabel    *wide_space;
  GtkLabel    *wide_stop;

  /* owned */
  PalpatePlayer    *player;
  PalpateAtlas     *atlas;
  PalpateExplorer  *explorer;   /* of the small chart alone */
  GSettings        *settings;
  PalpateDiary     *diary;      /* %NULL where there is none */

  PalpateChartView *picture;
  PalpateSidedPoint shown;
  gint64            asked_us;    /* begin of the session that was asked about */
  int               width;
  int               height;
  int               texts_height;   /* of what stands round the ring, the longest texts at this size */
  guint             layout_id;
  guint             breath_id;
  guint             glow_id;
  gboolean          is_wide;
  gboolean          is_narrow;
  gboolean          is_watching;
};

void palpate_session_page_init_wide      (PalpateSessionPage *self);
void palpate_session_page_update_picture (PalpateSessionPage *self);
void palpate_session_page_update_ready   (PalpateSessionPage *self,
                                          PalpateSession     *session);
void palpate_session_page_update_before  (PalpateSessionPage *self,
                                          PalpateSession     *session);
void palpate_session_page_update_done    (PalpateSessionPage *self);
void palpate_session_page_update_breath  (PalpateSessionPage *self);

G_END_DECLS
