/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Beside PATH: PATH-wal and PATH-shm, which SQLite keeps; PATH.day-2026-11-25, the copies; PATH.damaged-2026-11-25, what
 * could not be read. Names of days sort as the days do.
 */
#include "palpate-journal-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "palpate-error.h"

#define COPIES 7
#define COPY ".day-"
#define DAMAGED ".damaged-"
#define BUSY_MS 1000

/* What SQLite usually has to say; it speaks English only. */
static const char *const usual[] G_GNUC_UNUSED = {
  N_("file is not a database"), N_("database disk image is malformed"), N_("database or disk is full"),
  N_("attempt to write a readonly database"), N_("unable to open database file"), N_("database is locked"), N_("disk I/O error"),
};

void
palpate_journal_set_error (sqlite3     *database,
                           const char  *path,
                           GError     **error)
{
  /* Translators: a file, then why it cannot be used */
  g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_STORAGE, _("The journal “%1$s” cannot be used: %2$s."), path,
               database != NULL ? _(sqlite3_errmsg (database)) : g_strerror (ENOMEM));
}

static void
set_file_error (const char  *path,
                int          number,
                GError     **error)
{
  g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_STORAGE, _("The journal “%1$s” cannot be used: %2$s."), path, g_strerror (number));
}

/* Makes the folder, and the file for its owner alone; what SQLite puts beside it gets the same permissions. */
gboolean
palpate_journal_files_prepare (const char  *path,
                               GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_file_error (path, errno, error);
      return FALSE;
    }
  file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    {
      set_file_error (path, errno, error);
      return FALSE;
    }
  g_close (file, NULL);
  return TRUE;
}

/* Returns: (nullable): what is wrong with the database; %NULL if nothing is */
static char *
find_damage (sqlite3 *database)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  const char *answer;
  int result = sqlite3_prepare_v2 (database, "PRAGMA quick_check(1)", -1, &statement, NULL);

  if (result == SQLITE_OK)
    result = sqlite3_step (statement);
  if (result == SQLITE_NOTADB || (result & 0xff) == SQLITE_CORRUPT)
    return g_strdup (_(sqlite3_errmsg (database)));
  if (result != SQLITE_ROW)
    return NULL;   /* another trouble, which opening meets again and reports */
  answer = (const char *) sqlite3_column_text (statement, 0);
  if (g_strcmp0 (answer, "ok") == 0)
    return NULL;
  g_message ("%s", answer);   /* where in the file, which helps nobody but us */
  return g_strdup (_("database disk image is malformed"));
}

/**
 * palpate_journal_files_open:
 * @damage: (out) (nullable): set if the file is there and is no sound database; then @error is not
 *
 * Returns: (transfer full) (nullable): the database, sound and open for writing
 */
sqlite3 *
palpate_journal_files_open (const char  *path,
                            char       **damage,
                            GError     **error)
{
  sqlite3 *database = NULL;
  g_autofree char *found = NULL;
  int result = sqlite3_open_v2 (path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  *damage = NULL;
  if (result == SQLITE_OK)
    {
      sqlite3_busy_timeout (database, BUSY_MS);
      sqlite3_extended_result_codes (database, 1);
      found = find_damage (database);
      if (found == NULL && sqlite3_db_readonly (database, "main") != 1
          && sqlite3_exec (database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                                     "PRAGMA secure_delete = ON", NULL, NULL, NULL) == SQLITE_OK)
        return database;
    }
  if (found != NULL)
    *damage = g_steal_pointer (&found);
  else if (result == SQLITE_OK && sqlite3_db_readonly (database, "main") == 1)
    set_file_error (path, EROFS, error);
  else
    palpate_journal_set_error (database, path, error);
  sqlite3_close (database);
  return NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names beside @path that go on with @infix, the oldest day first. */
static GPtrArray *
list_others (const char *path,
             const char *infix)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (name, infix, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *other;

  while (dir != NULL && (other = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (other, prefix))
      g_ptr_array_add (paths, g_build_filename (folder, other, NULL));
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

/**
 * palpate_journal_files_set_aside:
 *
 * Moves a damaged database away, with what SQLite keeps beside it.
 *
 * Returns: (nullable): its new path
 */
char *
palpate_journal_files_set_aside (const char  *path,
                                 const char  *today,
                                 GError     **error)
{
  static const char *const companions[] = { "-wal", "-shm" };
  g_autofree char *aside = g_strconcat (path, DAMAGED, today, NULL);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s" DAMAGED "%s-%u", path, today, i);
    }
  if (g_rename (path, aside) != 0)
    {
      set_file_error (path, errno, error);
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *from = g_strconcat (path, companions[i], NULL);
      g_autofree char *to = g_strconcat (aside, companions[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        g_remove (from);   /* it belongs to no other database */
    }
  return g_steal_pointer (&aside);
}

/* Copies a whole database; what was at @to is replaced only by a whole copy. */
static gboolean
copy_database (sqlite3     *from,
               const char  *to,
               GError     **error)
{
  g_autofree char *partial = g_strconcat (to, ".part", NULL);
  sqlite3 *database = NULL;
  sqlite3_backup *backup;
  gboolean is_done = FALSE;

  g_remove (partial);
  if (!palpate_journal_files_prepare (partial, error))
    return FALSE;
  if (sqlite3_open_v2 (partial, &database, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
    {
      backup = sqlite3_backup_init (database, "main", from, "main");
      if (backup != NULL)
        {
          sqlite3_backup_step (backup, -1);
          is_done = sqlite3_backup_finish (backup) == SQLITE_OK;
        }
    }
  if (!is_done)
    palpate_journal_set_error (database, to, error);
  sqlite3_close (database);
  if (is_done && g_rename (partial, to) != 0)
    {
      set_file_error (to, errno, error);
      is_done = FALSE;
    }
  if (!is_done)
    g_remove (partial);
  return is_done;
}

/**
 * palpate_journal_files_restore:
 *
 * Puts the newest sound copy in the place of the journal.
 *
 * Returns: (nullable): the day of that copy
 */
char *
palpate_journal_files_restore (const char *path)
{
  g_autoptr (GPtrArray) copies = list_others (path, COPY);

  for (guint i = copies->len; i-- > 0;)
    {
      const char *copy = g_ptr_array_index (copies, i);
      sqlite3 *database = NULL;
      gboolean is_restored = FALSE;

      if (g_str_has_suffix (copy, ".part"))
        continue;
      if (sqlite3_open_v2 (copy, &database, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
        {
          g_autofree char *damage = find_damage (database);

          is_restored = damage == NULL && copy_database (database, path, NULL);
        }
      sqlite3_close (database);
      if (is_restored)
        return g_strdup (strstr (copy + strlen (path), COPY) + strlen (COPY));
    }
  return NULL;
}

/**
 * palpate_journal_files_back_up:
 *
 * Makes the copy of the day, once a day, and takes away those that are too old.
 */
gboolean
palpate_journal_files_back_up (sqlite3     *database,
                               const char  *path,
                               const char  *today,
                               GError     **error)
{
  g_autofree char *copy = g_strconcat (path, COPY, today, NULL);
  g_autoptr (GPtrArray) copies = NULL;

  if (g_file_test (copy, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!copy_database (database, copy, error))
    return FALSE;
  copies = list_others (path, COPY);
  for (guint i = 0; i + COPIES < copies->len; i++)
    g_remove (g_ptr_array_index (copies, i));
  return TRUE;
}

/* Takes away copies and damaged files. */
void
palpate_journal_files_remove_others (const char *path)
{
  static const char *const infixes[] = { COPY, DAMAGED };

  for (guint i = 0; i < G_N_ELEMENTS (infixes); i++)
    {
      g_autoptr (GPtrArray) others = list_others (path, infixes[i]);

      for (guint j = 0; j < others->len; j++)
        g_remove (g_ptr_array_index (others, j));
    }
}
