/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views of the body: their ids, names and files. Plain values.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Views of the whole body, then close-ups, left and right. */
typedef enum {
  PALPATE_VIEW_FRONT,
  PALPATE_VIEW_BACK,
  PALPATE_VIEW_LEFT,
  PALPATE_VIEW_RIGHT,
  PALPATE_VIEW_HEAD_SIDE,
  PALPATE_VIEW_HEAD_SIDE_RIGHT,
  PALPATE_VIEW_HAND_PALM,
  PALPATE_VIEW_HAND_PALM_RIGHT,
  PALPATE_VIEW_HAND_BACK,
  PALPATE_VIEW_HAND_BACK_RIGHT,
  PALPATE_VIEW_FOOT_TOP,
  PALPATE_VIEW_FOOT_TOP_RIGHT,
  PALPATE_VIEW_FOOT_SOLE,
  PALPATE_VIEW_FOOT_SOLE_RIGHT,
  PALPATE_N_VIEWS,
} PalpateView;

const char *palpate_view_to_id       (PalpateView  view);
gboolean    palpate_view_from_id     (const char  *id,
                                      PalpateView *view);
const char *palpate_view_get_name    (PalpateView  view);
const char *palpate_view_get_source_name (PalpateView view);
const char *palpate_view_get_file    (PalpateView  view);
gboolean    palpate_view_is_mirrored (PalpateView  view);
gboolean    palpate_view_is_close_up  (PalpateView  view);
gboolean    palpate_view_is_two_sided (PalpateView  view);

G_END_DECLS
