/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the loading and checking halves of the atlas share.
 */
#pragma once

#include "palpate-atlas.h"

G_BEGIN_DECLS

/* One item with the file that it came from. */
typedef struct {
  PalpateItemKind     kind;
  const PalpateShape *shape;
  const char         *file;   /* interned */
  gconstpointer       data;
} PalpateItem;

void palpate_atlas_add_item (PalpateAtlas       *self,
                             PalpateItemKind     kind,
                             const PalpateShape *shape,
                             const char         *file,
                             gconstpointer       data);

void palpate_atlas_check (PalpateAtlas         *self,
                          GArray               *items,
                          PalpateContentReader *reader);

G_END_DECLS
