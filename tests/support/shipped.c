/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shipped.h"

/* Returns: (transfer full): the folder @name of the source tree's data */
GFile *
shipped_folder (const char *name)
{
  g_assert_nonnull (g_getenv ("PALPATE_SOURCE_DIR"));
  return g_file_new_build_filename (g_getenv ("PALPATE_SOURCE_DIR"), "data", name, NULL);
}

/* Returns: (transfer full): the shipped content, without a problem */
PalpateAtlas *
shipped_atlas (void)
{
  g_autoptr (GFile) folder = shipped_folder ("content");
  g_autoptr (GError) error = NULL;
  PalpateAtlas *atlas = palpate_atlas_new_from_directory (folder, NULL, &error);

  g_assert_no_error (error);
  return atlas;
}

PalpateSidedPoint
shipped_point (PalpateAtlas *atlas,
               const char   *id,
               PalpateSide   side)
{
  const PalpateSidedPoint source = { palpate_atlas_get_point (atlas, id), side };

  g_assert_nonnull (source.point);
  return source;
}
