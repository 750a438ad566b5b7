/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The content that the program carries. Apart from palpate-atlas.c because it needs the items that the build writes
 * (make-content.c), and the tools that write them do without.
 */
#include "palpate-atlas-private.h"

static const PalpateShape *
find_shape (PalpateItemKind kind)
{
  guint n_lists;
  const PalpateContentList *lists = palpate_content_lists (&n_lists);

  for (guint i = 0; i < n_lists; i++)
    if (lists[i].kind == kind)
      return lists[i].shape;
  g_return_val_if_reached (NULL);
}

/**
 * palpate_atlas_new_built_in:
 *
 * Reads and checks nothing: the build has done it, and stops at a defect.
 *
 * Returns: (transfer full): the atlas of the content that the program carries
 */
PalpateAtlas *
palpate_atlas_new_built_in (void)
{
  PalpateAtlas *self = g_object_new (PALPATE_TYPE_ATLAS, NULL);

  for (const PalpateBuiltInItem *item = palpate_built_in_items; item->data != NULL; item++)
    palpate_atlas_add_item (self, item->kind, find_shape (item->kind), NULL, item->data);
  return self;
}
