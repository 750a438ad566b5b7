/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Routines on disk: they come back, a file that cannot be read is set aside and told, nothing is written over.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "palpate-routine-store.h"
#include "shipped.h"

static PalpateAtlas *atlas;

typedef struct {
  char  *folder;
  char  *path;
  char  *aside;
  GFile *file;
} Place;

static void
set_up (Place         *place,
        gconstpointer  data)
{
  place->folder = g_dir_make_tmp ("palpate-store-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "data", "routines.json", NULL);
  place->aside = g_strconcat (place->path, ".unreadable", NULL);
  place->file = g_file_new_for_path (place->path);
}

static void
tear_down (Place         *place,
           gconstpointer  data)
{
  g_autofree char *data_folder = g_path_get_dirname (place->path);

  g_unlink (place->path);
  g_unlink (place->aside);
  g_rmdir (data_folder);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_object_unref (place->file);
  g_free (place->folder);
  g_free (place->path);
  g_free (place->aside);
}

static void
write_file (Place      *place,
            const char *text)
{
  g_autofree char *folder = g_path_get_dirname (place->path);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (place->path, text, -1, NULL));
}

static void
add (PalpateRoutine *routine,
     const char     *id)
{
  g_assert_nonnull (palpate_routine_append (routine, (PalpateSidedPoint) { palpate_atlas_get_point (atlas, id), PALPATE_SIDE_LEFT }, NULL));
}

static void
test_comes_back (Place         *place,
                 gconstpointer  data)
{
  PalpateRoutineStore *store = palpate_routine_store_new (atlas, place->file);
  g_autoptr (PalpateRoutineStore) again = NULL;

  g_assert_null (palpate_routine_store_get_trouble (store));
  add (palpate_routine_store_get_current (store), "trapezius-upper-TrP1");
  palpate_routine_store_keep (store, "Evening");
  add (palpate_routine_store_get_current (store), "levator-scapulae-TrP1");
  g_assert_finalize_object (store);   /* what was not yet saved is saved now */
  again = palpate_routine_store_new (atlas, place->file);
  g_assert_null (palpate_routine_store_get_trouble (again));
  g_assert_cmpuint (palpate_routine_get_n_tasks (palpate_routine_store_get_current (again)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (palpate_routine_store_get_kept (again)), ==, 1);
  g_assert_cmpuint (palpate_routine_get_n_tasks (palpate_routine_store_find (again, "Evening")), ==, 1);
}

static void
test_keep_and_forget (Place         *place,
                      gconstpointer  data)
{
  g_autoptr (PalpateRoutineStore) store = palpate_routine_store_new (atlas, place->file);
  g_autoptr (PalpateRoutine) forgotten = NULL;

  add (palpate_routine_store_get_current (store), "trapezius-upper-TrP1");
  palpate_routine_store_keep (store, "A");
  add (palpate_routine_store_get_current (store), "levator-scapulae-TrP1");
  palpate_routine_store_keep (store, "A");   /* the same name: replaced */
  g_assert_cmpuint (g_list_model_get_n_items (palpate_routine_store_get_kept (store)), ==, 1);
  g_assert_cmpuint (palpate_routine_get_n_tasks (palpate_routine_store_find (store, "A")), ==, 2);
  palpate_routine_clear (palpate_routine_store_get_current (store));   /* what is kept is a copy */
  g_assert_cmpuint (palpate_routine_get_n_tasks (palpate_routine_store_find (store, "A")), ==, 2);
  forgotten = palpate_routine_store_forget (store, 0);
  g_assert_null (palpate_routine_store_find (store, "A"));
  palpate_routine_store_restore (store, 0, forgotten);
  g_assert_true (palpate_routine_store_find (store, "A") == forgotten);
}

static void
test_unreadable (Place         *place,
                 gconstpointer  data)
{
  g_autoptr (PalpateRoutineStore) store = NULL;
  g_autofree char *kept = NULL;

  write_file (place, data);
  store = palpate_routine_store_new (atlas, place->file);
  g_assert_nonnull (strstr (palpate_routine_store_get_trouble (store), "routines.json.unreadable"));
  g_assert_cmpuint (palpate_routine_get_n_tasks (palpate_routine_store_get_current (store)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (palpate_routine_store_get_kept (store)), ==, 0);
  add (palpate_routine_store_get_current (store), "trapezius-upper-TrP1");
  palpate_routine_store_save (store);
  g_assert_true (g_file_get_contents (place->aside, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, data);
  g_assert_true (g_file_test (place->path, G_FILE_TEST_EXISTS));
}

/* A folder that cannot be made: everything works, nothing is saved. */
static void
test_nowhere (Place         *place,
              gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/palpate/routines.json");
  g_autoptr (PalpateRoutineStore) store = palpate_routine_store_new (atlas, file);

  add (palpate_routine_store_get_current (store), "trapezius-upper-TrP1");
  palpate_routine_store_save (store);
  g_assert_cmpuint (palpate_routine_get_n_tasks (palpate_routine_store_get_current (store)), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  static const char *const bad[] = {
    "", "hello", "[]", "{\"format\":1}", "{\"format\":1,\"kept\":[]}", "{\"format\":2,\"kept\":[],\"current\":{\"format\":1,\"tasks\":[]}}",
    "{\"format\":1,\"kept\":[7],\"current\":{\"format\":1,\"tasks\":[]}}", "{\"format\":1,\"kept\":[],\"current\":{\"format\":2,\"tasks\":[]}}",
  };
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add ("/store/comes-back", Place, NULL, set_up, test_comes_back, tear_down);
  g_test_add ("/store/keep-and-forget", Place, NULL, set_up, test_keep_and_forget, tear_down);
  g_test_add ("/store/nowhere", Place, NULL, set_up, test_nowhere, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/unreadable/%u", i);

      g_test_add (path, Place, bad[i], set_up, test_unreadable, tear_down);
    }
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
