/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds places, points, techniques and pages by everyday words, with slips of the keyboard forgiven.
 * Owned by the application; borrows its atlas. Made once, because it indexes the translated texts.
 */
#pragma once

#include "palpate-atlas.h"

G_BEGIN_DECLS

/**
 * PalpateSearchHit:
 * @kind: region, complaint, muscle, technique, red flag, advice, page, look-alike or care profile
 * @item: (transfer none): the structure
 * @side: the side that the words named, or %PALPATE_SIDE_NONE
 * @score: only for comparing
 */
typedef struct {
  PalpateItemKind kind;
  gconstpointer   item;
  PalpateSide     side;
  double          score;
} PalpateSearchHit;

typedef struct _PalpateSearch PalpateSearch;

PalpateSearch *palpate_search_new     (PalpateAtlas  *atlas) G_GNUC_WARN_UNUSED_RESULT;
void           palpate_search_free    (PalpateSearch *self);
PalpateAtlas  *palpate_search_get_atlas (PalpateSearch *self);
GArray        *palpate_search_find    (PalpateSearch *self,
                                       const char    *text,
                                       guint          limit) G_GNUC_WARN_UNUSED_RESULT;
char          *palpate_search_suggest (PalpateSearch *self,
                                       const char    *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateSearch, palpate_search_free)

G_END_DECLS
