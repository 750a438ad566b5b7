/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal loses nothing that it said was saved, whatever happens to its file, and says what is wrong with it.
 */
#define _GNU_SOURCE   /* memmem */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "palpate-error.h"
#include "palpate-journal.h"
#include "shipped.h"

#define TODAY "2026-11-25"
#define NOON G_GINT64_CONSTANT (1795608000000000)   /* of that day, in UTC */
#define DAY (24 * 3600 * (gint64) G_USEC_PER_SEC)

static PalpateAtlas *atlas;

typedef struct {
  char  *folder;
  char  *path;
  GFile *file;
} Place;

static void
set_up (Place         *place,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("palpate-journal-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "journal.db", NULL);
  place->file = g_file_new_for_path (place->path);
}

static void
tear_down (Place         *place,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_object_unref (place->file);
  g_free (place->path);
  g_free (place->folder);
}

static PalpateJournal *
open_sound (Place      *place,
            const char *today)
{
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  PalpateJournal *journal = palpate_journal_open (place->file, today, &trouble, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (trouble, ==, NULL);
  g_assert_nonnull (journal);
  return journal;
}

/* A session of one hold of the upper trapezius. */
static PalpateEntry *
entry_new (gint64 begun_us,
           int    before,
           int    after)
{
  const PalpateEntryItem item = { .point = (char *) "trapezius-upper-TrP1", .side = PALPATE_SIDE_LEFT, .technique = (char *) "squeeze-hold",
                                  .begun_us = begun_us, .seconds = 60, .feedback = PALPATE_FEEDBACK_ABOUT_RIGHT };
  PalpateEntry *entry = palpate_entry_new (begun_us);

  entry->before = before;
  entry->after = after;
  entry->effect = after < before ? PALPATE_EFFECT_BETTER : PALPATE_EFFECT_NONE;
  palpate_entry_add (entry, &item);
  return entry;
}

static void
save_one (PalpateJournal *journal,
          gint64          begun_us)
{
  g_autoptr (PalpateEntry) entry = entry_new (begun_us, 6, 4);
  g_autoptr (GError) error = NULL;

  g_assert_true (palpate_journal_save (journal, entry, &error));
  g_assert_no_error (error);
  g_assert_cmpint (entry->id, >, 0);
}

static guint
count (PalpateJournal *journal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = palpate_journal_list (journal, &error);

  g_assert_no_error (error);
  return entries->len;
}

static char *
path_beside (Place      *place,
             const char *suffix)
{
  return g_strconcat (place->path, suffix, NULL);
}

static gboolean
is_beside (Place      *place,
           const char *suffix)
{
  g_autofree char *path = path_beside (place, suffix);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* What other tools say of the file. */
static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static void
test_round_trip (Place         *place,
                 gconstpointer  data)
{
  g_autoptr (PalpateJournal) journal = open_sound (place, TODAY);
  g_autoptr (PalpateEntry) entry = entry_new (NOON, 6, PALPATE_PAIN_NONE);
  const PalpateEntryItem stretch = { .point = (char *) "trapezius-upper-TrP1", .side = PALPATE_SIDE_NONE, .stretch = (char *) "neck",
                                     .begun_us = NOON + 90, .seconds = 30 };
  g_autoptr (GPtrArray) entries = NULL;
  const PalpateEntry *read;
  const PalpateEntryItem *item;
  GStatBuf status;

  g_assert_true (palpate_journal_save (journal, entry, NULL));
  save_one (journal, NOON - DAY);
  /* the same session goes on, and is answered for */
  palpate_entry_add (entry, &stretch);
  entry->after = 0;
  entry->effect = PALPATE_EFFECT_WORSE;
  g_assert_true (palpate_journal_save (journal, entry, NULL));
  g_clear_object (&journal);

  journal = open_sound (place, TODAY);
  entries = palpate_journal_list (journal, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  read = g_ptr_array_index (entries, 1);   /* the oldest comes first */
  g_assert_cmpint (read->id, ==, entry->id);
  g_assert_cmpint (read->begun_us, ==, NOON);
  g_assert_cmpint (read->before, ==, 6);
  g_assert_cmpint (read->after, ==, 0);
  g_assert_cmpint (read->effect, ==, PALPATE_EFFECT_WORSE);
  g_assert_cmpuint (read->items->len, ==, 2);
  item = g_ptr_array_index (read->items, 0);
  g_assert_cmpstr (item->point, ==, "trapezius-upper-TrP1");
  g_assert_cmpint (item->side, ==, PALPATE_SIDE_LEFT);
  g_assert_cmpstr (item->technique, ==, "squeeze-hold");
  g_assert_cmpstr (item->stretch, ==, NULL);
  g_assert_cmpint (item->seconds, ==, 60);
  g_assert_cmpint (item->feedback, ==, PALPATE_FEEDBACK_ABOUT_RIGHT);
  item = g_ptr_array_index (read->items, 1);
  g_assert_cmpint (item->side, ==, PALPATE_SIDE_NONE);
  g_assert_cmpstr (item->stretch, ==, "neck");
  g_assert_cmpint (item->begun_us, ==, NOON + 90);
  /* nobody else on this computer can read it */
  g_assert_cmpint (g_stat (place->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 077, ==, 0);
}

/* What a point had today, for its ceiling. */
static void
test_pressed (Place         *place,
              gconstpointer  data)
{
  g_autoptr (PalpateJournal) journal = open_sound (place, TODAY);
  g_autoptr (PalpateEntry) now = entry_new (NOON, 3, 3);
  const PalpateEntryItem stretch = { .point = (char *) "trapezius-upper-TrP1", .side = PALPATE_SIDE_LEFT, .stretch = (char *) "neck",
                                     .begun_us = NOON, .seconds = 30 };

  palpate_entry_add (now, &stretch);   /* counts for no ceiling */
  g_assert_true (palpate_journal_save (journal, now, NULL));
  save_one (journal, NOON - DAY);
  save_one (journal, NOON - 1);
  g_assert_cmpint (palpate_journal_get_pressed (journal, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT, NOON - 1, 0), ==, 120);
  g_assert_cmpint (palpate_journal_get_pressed (journal, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT, NOON - 1, now->id), ==, 60);
  g_assert_cmpint (palpate_journal_get_pressed (journal, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT, 0, 0), ==, 180);
  g_assert_cmpint (palpate_journal_get_pressed (journal, "trapezius-upper-TrP1", PALPATE_SIDE_RIGHT, 0, 0), ==, 0);
  g_assert_cmpint (palpate_journal_get_pressed (journal, "trapezius-upper-TrP1", PALPATE_SIDE_NONE, 0, 0), ==, 0);
  g_assert_cmpint (palpate_journal_get_pressed (journal, "soleus-TrP1", PALPATE_SIDE_LEFT, 0, 0), ==, 0);
}

/* A journal as its first version was, with an entry in it. */
static void
test_migration (Place         *place,
                gconstpointer  data)
{
  g_autoptr (PalpateJournal) journal = NULL;
  sqlite3_stmt *statement;
  sqlite3 *database;

  run_sql (place->path, "CREATE TABLE session (id INTEGER PRIMARY KEY, begun INTEGER NOT NULL, pain_before INTEGER, pain_after INTEGER, effect TEXT);"
                        "CREATE TABLE item (session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE, point TEXT NOT NULL, side TEXT,"
                        " technique TEXT, stretch TEXT, begun INTEGER NOT NULL, seconds INTEGER NOT NULL, feedback TEXT);"
                        "INSERT INTO session VALUES (7, 5, 6, NULL, 'same'); INSERT INTO item VALUES (7, 'soleus-TrP1', 'left', 'thumb', NULL, 5, 30, NULL);"
                        "PRAGMA user_version = 1");
  journal = open_sound (place, TODAY);
  g_assert_cmpuint (count (journal), ==, 1);
  g_assert_cmpint (palpate_journal_get_pressed (journal, "soleus-TrP1", PALPATE_SIDE_LEFT, 0, 0), ==, 30);
  save_one (journal, NOON);
  g_clear_object (&journal);
  g_assert_cmpint (sqlite3_open (place->path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, "SELECT (SELECT user_version FROM pragma_user_version), COUNT (*) FROM sqlite_master"
                                                 " WHERE name = 'item_of_point'", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 2);
  g_assert_cmpint (sqlite3_column_int (statement, 1), ==, 1);
  sqlite3_finalize (statement);
  sqlite3_close (database);
}

static void
test_newer (Place         *place,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  run_sql (place->path, "CREATE TABLE later (x); PRAGMA user_version = 99");
  g_assert_null (palpate_journal_open (place->file, TODAY, NULL, &error));
  g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_UNSUPPORTED_VERSION);
  g_assert_nonnull (strstr (error->message, place->path));
  run_sql (place->path, "SELECT x FROM later");   /* still there */
  g_assert_false (is_beside (place, ".damaged-" TODAY));
}

/* A file that is no database, with no copy of an earlier day. */
static void
test_garbage (Place         *place,
              gconstpointer  data)
{
  g_autofree char *trouble = NULL;
  g_autofree char *aside = path_beside (place, ".damaged-" TODAY);
  g_autofree char *kept = NULL;
  g_autofree char *name = g_path_get_basename (aside);
  g_autoptr (PalpateJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (place->path, "This is no journal at all, but it is somebody's.", -1, NULL));
  journal = palpate_journal_open (place->file, TODAY, &trouble, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (trouble, "file is not a database"));
  g_assert_nonnull (strstr (trouble, name));
  g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
  g_assert_true (g_str_has_prefix (kept, "This is no journal"));
  save_one (journal, NOON);
  g_clear_object (&journal);
  journal = open_sound (place, TODAY);
  g_assert_cmpuint (count (journal), ==, 1);
}

/* Writes rubbish over the middle of the file, as a failing disk does. */
static void
spoil (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 8192);
  memset (contents + 4096, 0xa5, length - 4096);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
test_damaged (Place         *place,
              gconstpointer  data)
{
  g_autoptr (PalpateJournal) journal = open_sound (place, "2026-11-23");
  g_autofree char *trouble = NULL;
  g_autofree char *copy = path_beside (place, ".day-2026-11-24");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100; i++)
    save_one (journal, NOON + i);
  g_clear_object (&journal);
  journal = open_sound (place, "2026-11-24");   /* copies what is there */
  save_one (journal, NOON + 200);
  g_clear_object (&journal);
  spoil (place->path);
  journal = palpate_journal_open (place->file, TODAY, &trouble, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (trouble, "2026-11-24"));
  g_assert_cmpuint (count (journal), ==, 100);
  g_clear_object (&journal);
  /* once more, on the same day, and the newest copy is damaged as well */
  spoil (place->path);
  spoil (copy);
  g_clear_pointer (&trouble, g_free);
  journal = palpate_journal_open (place->file, "2026-11-26", &trouble, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (trouble, TODAY));   /* the copy that was made of the restored one */
  g_assert_cmpuint (count (journal), ==, 100);
  g_assert_true (is_beside (place, ".damaged-" TODAY));
  g_assert_true (is_beside (place, ".damaged-2026-11-26"));
}

static void
test_copies (Place         *place,
             gconstpointer  data)
{
  for (int day = 1; day <= 10; day++)
    {
      g_autofree char *today = g_strdup_printf ("2026-12-%02d", day);
      g_autoptr (PalpateJournal) journal = open_sound (place, today);

      save_one (journal, NOON + day);
    }
  g_assert_false (is_beside (place, ".day-2026-12-03"));
  g_assert_true (is_beside (place, ".day-2026-12-04"));
  g_assert_true (is_beside (place, ".day-2026-12-10"));
  g_assert_false (is_beside (place, ".day-2026-12-10.part"));
}

static void
assert_unusable (Place      *place,
                 const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (palpate_journal_open (place->file, TODAY, NULL, &error));
  g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, place->path));
  g_assert_nonnull (strstr (error->message, reason));
}

/* In a child that is no administrator: those may write anywhere. */
static void
test_read_only (Place         *place,
                gconstpointer  data)
{
  pid_t child;
  int status;

  g_assert_cmpint (g_chmod (place->folder, 0555), ==, 0);
  child = fork ();
  if (child == 0)
    {
      if (geteuid () == 0)
        g_assert_cmpint (seteuid (65534), ==, 0);
      assert_unusable (place, g_strerror (EACCES));
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (g_chmod (place->folder, 0700), ==, 0);
}

static void
test_no_folder (Place         *place,
                gconstpointer  data)
{
  Place below = { NULL, g_build_filename (place->path, "palpate", "journal.db", NULL), NULL };

  below.file = g_file_new_for_path (below.path);
  g_assert_true (g_file_set_contents (place->path, "a file where a folder should be", -1, NULL));
  assert_unusable (&below, g_strerror (ENOTDIR));
  g_object_unref (below.file);
  g_free (below.path);
}

/* The disk takes no more: the entry is refused as a whole, what was there stays, and there is room again later. */
static void
test_full (Place         *place,
           gconstpointer  data)
{
  g_autoptr (PalpateJournal) journal = open_sound (place, TODAY);
  g_autoptr (PalpateEntry) entry = entry_new (NOON, 5, 4);
  g_autoptr (GError) error = NULL;
  struct rlimit limit, old;
  g_autofree char *wal = path_beside (place, "-wal");
  GStatBuf status;

  save_one (journal, NOON - DAY);
  for (int i = 0; i < 200; i++)
    palpate_entry_add (entry, g_ptr_array_index (entry->items, 0));
  g_assert_cmpint (g_stat (wal, &status), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  limit = old;
  limit.rlim_cur = (rlim_t) status.st_size;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (palpate_journal_save (journal, entry, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_STORAGE);
  g_assert_nonnull (strstr (error->message, place->path));
  g_assert_cmpint (entry->id, ==, 0);
  g_assert_cmpuint (count (journal), ==, 1);
  g_assert_true (palpate_journal_save (journal, entry, NULL));
  g_assert_cmpuint (count (journal), ==, 2);
}

static void
test_delete (Place         *place,
             gconstpointer  data)
{
  g_autoptr (PalpateJournal) journal = open_sound (place, TODAY);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  save_one (journal, NOON);
  g_clear_object (&journal);
  g_assert_true (is_beside (place, ".day-" TODAY));
  journal = open_sound (place, "2026-11-26");
  g_assert_true (palpate_journal_delete_all (journal, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (journal), ==, 0);
  g_clear_object (&journal);
  /* no file of the folder knows of it any more */
  dir = g_dir_open (place->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_null (strstr (name, ".day-"));
      g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
      g_assert_null (memmem (contents, length, "trapezius-upper-TrP1", strlen ("trapezius-upper-TrP1")));
    }
}

static void
test_export (Place         *place,
             gconstpointer  data)
{
  g_autoptr (PalpateJournal) journal = open_sound (place, TODAY);
  g_autoptr (PalpateEntry) unknown = palpate_entry_new (NOON + DAY);
  const PalpateEntryItem item = { .point = (char *) "=a \"point\", gone", .side = PALPATE_SIDE_RIGHT, .stretch = (char *) "gone",
                                  .begun_us = NOON + DAY, .seconds = 20 };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (GStrv) lines = NULL;
  JsonArray *sessions;

  save_one (journal, NOON);
  palpate_entry_add (unknown, &item);
  g_assert_true (palpate_journal_save (journal, unknown, NULL));
  entries = palpate_journal_list (journal, NULL);
  csv = palpate_journal_export_csv (atlas, entries);
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);   /* head, two items, nothing */
  g_assert_cmpstr (lines[1], ==, "1,\"2026-11-25T12:00:00Z\",\"trapezius-upper-TrP1\",\"left\",\"Upper trapezius, point 1, left\",\"squeeze-hold\",\"\","
                                 "\"Squeeze and hold\",60,\"about-right\",6,4,\"better\"");
  g_assert_nonnull (strstr (lines[2], "\"'=a \"\"point\"\", gone\""));
  g_assert_true (g_str_has_suffix (lines[2], ",20,\"\",,,\"\""));
  json = palpate_journal_export_json (atlas, entries);
  g_assert_true (json_parser_load_from_data (parser, json, -1, NULL));
  sessions = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "sessions");
  g_assert_cmpuint (json_array_get_length (sessions), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_array_get_object_element (sessions, 0), "painBefore"), ==, 6);
  g_assert_true (json_object_get_null_member (json_array_get_object_element (sessions, 1), "painBefore"));
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();

#define ADD(name, function) g_test_add ("/journal/" name, Place, NULL, set_up, function, tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("pressed", test_pressed);
  ADD ("migration", test_migration);
  ADD ("newer", test_newer);
  ADD ("garbage", test_garbage);
  ADD ("damaged", test_damaged);
  ADD ("copies", test_copies);
  ADD ("read-only", test_read_only);
  ADD ("no-folder", test_no_folder);
  ADD ("full", test_full);
  ADD ("delete", test_delete);
  ADD ("export", test_export);
#undef ADD
  return g_test_run ();
}
