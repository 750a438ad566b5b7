/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content-folder.h"

#include <glib/gstdio.h>
#include <unistd.h>

static void
add_files (ContentFolder *self,
           const char    *folder)
{
  g_autofree char *path = g_build_filename (self->source, folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (self->files, g_strconcat (folder, name, NULL));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

ContentFolder *
content_folder_new (void)
{
  ContentFolder *self = g_new0 (ContentFolder, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *muscles = NULL;

  g_assert_nonnull (g_getenv ("PALPATE_SOURCE_DIR"));
  self->source = g_build_filename (g_getenv ("PALPATE_SOURCE_DIR"), "data", "content", NULL);
  self->path = g_dir_make_tmp ("palpate-content-XXXXXX", &error);
  g_assert_no_error (error);
  self->files = g_ptr_array_new_with_free_func (g_free);
  add_files (self, "");
  add_files (self, "muscles/");
  g_ptr_array_sort (self->files, compare_names);
  muscles = g_build_filename (self->path, "muscles", NULL);
  g_assert_cmpint (g_mkdir (muscles, 0700), ==, 0);
  for (guint i = 0; i < self->files->len; i++)
    content_folder_restore (self, g_ptr_array_index (self->files, i));
  return self;
}

void
content_folder_free (ContentFolder *self)
{
  g_autofree char *muscles = g_build_filename (self->path, "muscles", NULL);

  for (guint i = 0; i < self->files->len; i++)
    content_folder_remove (self, g_ptr_array_index (self->files, i));
  g_rmdir (muscles);
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_ptr_array_unref (self->files);
  g_free (self->path);
  g_free (self->source);
  g_free (self);
}

/* Returns: (transfer full): the shipped contents of @file */
char *
content_folder_read (ContentFolder *self,
                     const char    *file,
                     gsize         *length)
{
  g_autofree char *path = g_build_filename (self->source, file, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

void
content_folder_replace (ContentFolder *self,
                        const char    *file,
                        const char    *contents,
                        gssize         length)
{
  g_autofree char *path = g_build_filename (self->path, file, NULL);
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

void
content_folder_remove (ContentFolder *self,
                       const char    *file)
{
  g_autofree char *path = g_build_filename (self->path, file, NULL);

  g_unlink (path);
}

void
content_folder_restore (ContentFolder *self,
                        const char    *file)
{
  g_autofree char *target = g_build_filename (self->source, file, NULL);
  g_autofree char *path = g_build_filename (self->path, file, NULL);

  g_unlink (path);
  g_assert_cmpint (symlink (target, path), ==, 0);
}

/* Loads; an atlas and problems exclude each other. */
PalpateAtlas *
content_folder_load (ContentFolder *self,
                     GPtrArray     *problems)
{
  g_autoptr (GFile) directory = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;
  PalpateAtlas *atlas = palpate_atlas_new_from_directory (directory, problems, &error);

  g_assert_true ((atlas == NULL) == (problems->len > 0));
  g_assert_true ((atlas == NULL) == (error != NULL));
  return atlas;
}
