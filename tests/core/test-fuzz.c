/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spoilt content files give problems or an atlas, never a crash, a warning or a leak. The seed is fixed.
 */
#include "content-folder.h"

#define SEED 20240607
#define N_TRUNCATIONS 6
#define N_MUTATIONS 12

static void
load_spoilt (ContentFolder *folder,
             const char    *file,
             const char    *contents,
             gsize          length)
{
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (PalpateAtlas) atlas = NULL;

  content_folder_replace (folder, file, contents, length);
  atlas = content_folder_load (folder, problems);
}

static void
test_file (gconstpointer data)
{
  const char *file = data;
  g_autoptr (ContentFolder) folder = content_folder_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  gsize length;
  g_autofree char *contents = content_folder_read (folder, file, &length);

  for (guint i = 0; i < N_TRUNCATIONS; i++)
    load_spoilt (folder, file, contents, g_rand_int_range (rand, 0, length));
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      static const char bytes[] = "{}[]\",:01-.eEnt \\\n\xff";
      const gsize position = g_rand_int_range (rand, 0, length);
      const char kept = contents[position];

      contents[position] = bytes[g_rand_int_range (rand, 0, sizeof bytes)];
      load_spoilt (folder, file, contents, length);
      contents[position] = kept;
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (ContentFolder) folder = NULL;

  g_test_init (&argc, &argv, NULL);
  folder = content_folder_new ();
  for (guint i = 0; i < folder->files->len; i++)
    {
      const char *file = g_ptr_array_index (folder->files, i);
      g_autofree char *path = g_strconcat ("/fuzz/", file, NULL);

      g_test_add_data_func (path, file, test_file);
    }
  return g_test_run ();
}
