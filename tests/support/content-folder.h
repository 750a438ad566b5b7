/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A temporary folder that holds the shipped content, with one file or another changed. Unchanged files are links.
 */
#pragma once

#include <glib/gstdio.h>

#include "palpate-atlas.h"

static const char *const content_files[] = {
  "sources.json", "regions.json", "complaints.json", "techniques.json", "stretches.json", "advice.json", "cautions.json",
  "lookalikes.json", "learn.json", "muscles/foot.json", "muscles/forearm.json", "muscles/hand.json", "muscles/head-face.json",
  "muscles/hip-buttock.json", "muscles/lower-leg.json", "muscles/neck.json", "muscles/shoulder-girdle.json",
  "muscles/thigh.json", "muscles/trunk.json", "muscles/upper-arm.json",
};

static inline char *
shipped_path (const char *file)
{
  return g_build_filename (g_getenv ("PALPATE_SOURCE_DIR"), "data", "content", file, NULL);
}

static inline void
restore_file (const char *folder,
              const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *shipped = shipped_path (file);
  g_autoptr (GFile) link = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_remove (path);
  g_file_make_symbolic_link (link, shipped, NULL, &error);
  g_assert_no_error (error);
}

static inline char *
make_content_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("palpate-content-XXXXXX", &error);
  g_autofree char *muscles = g_build_filename (folder, "muscles", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (muscles, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (content_files); i++)
    restore_file (folder, content_files[i]);
  return folder;
}

static inline void
remove_content_folder (char *folder)
{
  g_autofree char *muscles = g_build_filename (folder, "muscles", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (content_files); i++)
    {
      g_autofree char *path = g_build_filename (folder, content_files[i], NULL);

      g_remove (path);
    }
  g_rmdir (muscles);
  g_rmdir (folder);
  g_free (folder);
}

static inline void
change_file (const char *folder,
             const char *file,
             const char *contents,
             gssize      length)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;

  g_remove (path);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

/* Loads the folder; says whether it was without problem. */
static inline gboolean
load_folder (const char *folder,
             GPtrArray  *problems)
{
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateAtlas) atlas = palpate_atlas_new_from_directory (directory, problems, &error);

  g_assert_true ((atlas != NULL) == (error == NULL));
  g_assert_true ((atlas != NULL) == (problems->len == 0));
  return atlas != NULL;
}

static inline PalpateAtlas *
load_shipped (void)
{
  g_autofree char *path = shipped_path ("");
  g_autoptr (GFile) directory = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  PalpateAtlas *atlas = palpate_atlas_new_from_directory (directory, NULL, &error);

  g_assert_no_error (error);
  return atlas;
}
