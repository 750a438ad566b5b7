/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that is killed while it writes to the journal has lost nothing that it said was saved.
 */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "palpate-journal.h"

#define TODAY "2026-11-25"
#ifdef __SANITIZE_ADDRESS__   /* which makes each child slow */
#define N_KILLS 100
#else
#define N_KILLS 500
#endif

/* Writes entries and says so after each, until it is killed. */
static void
write_for_ever (GFile *file,
                int    report)
{
  PalpateJournal *journal = palpate_journal_open (file, TODAY, NULL, NULL);
  gint64 id = 0;

  if (journal == NULL || write (report, &id, sizeof id) != sizeof id)
    _exit (1);
  for (gint64 i = 0;; i++)
    {
      const PalpateEntryItem item = { .point = (char *) "trapezius-upper-TrP1", .technique = (char *) "squeeze-hold", .seconds = 60 };
      PalpateEntry *entry = palpate_entry_new (i);

      palpate_entry_add (entry, &item);
      if (!palpate_journal_save (journal, entry, NULL) || write (report, &entry->id, sizeof entry->id) != sizeof entry->id)
        _exit (1);
      palpate_entry_free (entry);
    }
}

/* Lets a child open the journal (report 1) and write entries (a report each), and kills it at some moment after @n_reports.
 * Returns: the last entry that was said to be saved; 0 if none was */
static gint64
write_and_kill (GFile  *file,
                int     n_reports,
                gulong  delay_us)
{
  gint64 id = 0, last = 0;
  int pipe_ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (pipe_ends[0]);
      write_for_ever (file, pipe_ends[1]);
    }
  close (pipe_ends[1]);
  for (int i = 0; i < n_reports; i++)
    {
      g_assert_cmpint (read (pipe_ends[0], &id, sizeof id), ==, sizeof id);
      last = id;
    }
  g_usleep (delay_us);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  while (read (pipe_ends[0], &id, sizeof id) == sizeof id)
    last = MAX (last, id);
  close (pipe_ends[0]);
  return last;
}

static PalpateJournal *
open_again (GFile *file)
{
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  PalpateJournal *journal = palpate_journal_open (file, TODAY, &trouble, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (trouble, ==, NULL);
  return journal;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_killed (void)
{
  /* in memory where that is to be had: what is killed is the program, not the computer */
  g_autofree char *folder = g_strdup (g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm/palpate-journal-XXXXXX" : "/tmp/palpate-journal-XXXXXX");
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  gint64 last = 0;
  guint n_writing = 0;

  g_assert_nonnull (g_mkdtemp (folder));
  path = g_build_filename (folder, "journal.db", NULL);
  file = g_file_new_for_path (path);
  for (int i = 0; i < N_KILLS; i++)
    {
      const gint64 said = write_and_kill (file, i % 5, (gulong) g_test_rand_int_range (0, 4000));
      g_autoptr (PalpateJournal) journal = open_again (file);
      g_autoptr (GPtrArray) entries = NULL;
      gint64 found = 0;

      n_writing += said > 0;
      last = MAX (last, said);
      entries = palpate_journal_list (journal, NULL);
      for (guint j = 0; j < entries->len; j++)
        {
          const PalpateEntry *entry = g_ptr_array_index (entries, j);

          found = MAX (found, entry->id);
          g_assert_cmpuint (entry->items->len, ==, 1);   /* whole or not at all */
        }
      g_assert_cmpint (found, >=, last);
      g_assert_cmpuint (entries->len, >=, last);   /* ids are given without gaps */
      last = found;
    }
  g_test_message ("%" G_GINT64_FORMAT " entries, %u of %d were killed after an entry", last, n_writing, N_KILLS);
  g_assert_cmpuint (n_writing, >=, N_KILLS * 3 / 5);
  remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/killed", test_killed);
  return g_test_run ();
}
