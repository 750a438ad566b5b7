/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The database: `session` and `item`, see `migrations`. Ids stand as text, so that the file can be read without this
 * program. Every change is one transaction, on disk before the call returns.
 */
#include "palpate-journal.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#include "palpate-error.h"
#include "palpate-journal-files.h"

struct _PalpateJournal {
  GObject parent_instance;

  /* owned */
  char    *path;
  sqlite3 *database;
};

G_DEFINE_FINAL_TYPE (PalpateJournal, palpate_journal, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Each leads from the version of its place to the next one; what was released is never changed, only added to. */
static const char *const migrations[] = {
  "CREATE TABLE session ("
  "  id INTEGER PRIMARY KEY,"
  "  begun INTEGER NOT NULL,"   /* microseconds since 1970 */
  "  pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),"
  "  pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),"
  "  effect TEXT CHECK (effect IN ('better', 'same', 'worse')));"
  "CREATE TABLE item ("
  "  session INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,"
  "  point TEXT NOT NULL,"
  "  side TEXT CHECK (side IN ('left', 'right', 'both')),"
  "  technique TEXT,"
  "  stretch TEXT,"
  "  begun INTEGER NOT NULL,"
  "  seconds INTEGER NOT NULL CHECK (seconds >= 0),"
  "  feedback TEXT CHECK (feedback IN ('too-much', 'about-right', 'too-little')));",

  "CREATE INDEX item_of_session ON item (session);"
  "CREATE INDEX item_of_point ON item (point, side, begun);",
};

/* entries */

static const char *const effects[] = { NULL, "better", "same", "worse" };
static const char *const feedbacks[] = { NULL, "too-much", "about-right", "too-little" };

/* Returns: (nullable): `better`, `same` or `worse` */
const char *
palpate_effect_to_id (PalpateEffect effect)
{
  g_return_val_if_fail (effect < G_N_ELEMENTS (effects), NULL);

  return effects[effect];
}

/* Returns: (nullable): `too-much`, `about-right` or `too-little` */
const char *
palpate_feedback_to_id (PalpateFeedback feedback)
{
  g_return_val_if_fail (feedback < G_N_ELEMENTS (feedbacks), NULL);

  return feedbacks[feedback];
}

static guint
find_id (const char *const *ids,
         guint              n_ids,
         const char        *id)
{
  for (guint i = 1; i < n_ids; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return i;
  return 0;
}

static void
item_free (gpointer data)
{
  PalpateEntryItem *item = data;

  g_free (item->point);
  g_free (item->technique);
  g_free (item->stretch);
  g_free (item);
}

PalpateEntry *
palpate_entry_new (gint64 begun_us)
{
  PalpateEntry *self = g_new0 (PalpateEntry, 1);

  self->begun_us = begun_us;
  self->before = PALPATE_PAIN_NONE;
  self->after = PALPATE_PAIN_NONE;
  self->items = g_ptr_array_new_with_free_func (item_free);
  return self;
}

void
palpate_entry_free (PalpateEntry *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

/* Copies @item into the entry. */
void
palpate_entry_add (PalpateEntry           *self,
                   const PalpateEntryItem *item)
{
  PalpateEntryItem *copy = g_memdup2 (item, sizeof *item);

  copy->point = g_strdup (item->point);
  copy->technique = g_strdup (item->technique);
  copy->stretch = g_strdup (item->stretch);
  g_ptr_array_add (self->items, copy);
}

/**
 * palpate_entry_fill:
 *
 * Takes over what @session did until now, in the place of what was known of it.
 */
void
palpate_entry_fill (PalpateEntry   *self,
                    PalpateSession *session)
{
  guint n_records;
  const PalpateSessionRecord *records = palpate_session_get_records (session, &n_records);

  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < n_records; i++)
    {
      const PalpateSessionRecord *record = &records[i];
      const PalpateEntryItem item = {
        .point = (char *) record->source.point->id,
        .side = record->source.side,
        .technique = record->use != NULL ? (char *) record->use->technique : NULL,
        .stretch = record->stretch != NULL ? (char *) record->stretch->id : NULL,
        .begun_us = record->begun_us,
        .seconds = (int) ((record->done_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC),   /* a ceiling never counts too little */
        .feedback = record->feedback,
      };

      if (record->done_us > 0)
        palpate_entry_add (self, &item);
    }
}

/* the database */

static void
palpate_journal_finalize (GObject *object)
{
  PalpateJournal *self = PALPATE_JOURNAL (object);

  sqlite3_close (self->database);
  g_free (self->path);

  G_OBJECT_CLASS (palpate_journal_parent_class)->finalize (object);
}

static void
palpate_journal_class_init (PalpateJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_journal_finalize;

  /* something was saved or deleted */
  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_JOURNAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_journal_init (PalpateJournal *self)
{
}

static gboolean
run (PalpateJournal  *self,
     const char      *sql,
     GError         **error)
{
  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  palpate_journal_set_error (self->database, self->path, error);
  return FALSE;
}

/* Gives up a transaction, after its error was taken. */
static void
roll_back (PalpateJournal *self)
{
  sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);   /* SQLite may have done so by itself */
}

static sqlite3_stmt *
prepare (PalpateJournal  *self,
         const char      *sql,
         GError         **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->database, sql, -1, &statement, NULL) != SQLITE_OK)
    palpate_journal_set_error (self->database, self->path, error);
  return statement;
}

static int
get_version (PalpateJournal *self)
{
  g_autoptr (sqlite3_stmt) statement = prepare (self, "PRAGMA user_version", NULL);

  return statement != NULL && sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int (statement, 0) : -1;
}

/* Brings the tables to what this program knows. */
static gboolean
migrate (PalpateJournal  *self,
         GError         **error)
{
  const int version = get_version (self);

  if (version > (int) G_N_ELEMENTS (migrations))
    {
      g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_UNSUPPORTED_VERSION,
                   _("The journal “%s” was written by a newer Palpate. It is left as it is."), self->path);
      return FALSE;
    }
  if (version < 0)
    {
      palpate_journal_set_error (self->database, self->path, error);
      return FALSE;
    }
  for (guint i = (guint) version; i < G_N_ELEMENTS (migrations); i++)
    {
      g_autofree char *sql = g_strdup_printf ("BEGIN IMMEDIATE; %s PRAGMA user_version = %u; COMMIT", migrations[i], i + 1);

      if (!run (self, sql, error))
        {
          roll_back (self);
          return FALSE;
        }
    }
  return TRUE;
}

/* Sets a damaged file aside and begins with the newest copy, or anew. */
static gboolean
replace_damaged (PalpateJournal  *self,
                 const char      *today,
                 const char      *damage,
                 char           **trouble,
                 GError         **error)
{
  g_autofree char *aside = palpate_journal_files_set_aside (self->path, today, error);
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;
  g_autofree char *again = NULL;

  if (aside == NULL)
    return FALSE;
  name = g_path_get_basename (aside);
  day = palpate_journal_files_restore (self->path);
  if (day == NULL && !palpate_journal_files_prepare (self->path, error))
    return FALSE;
  self->database = palpate_journal_files_open (self->path, &again, error);
  if (self->database == NULL)
    {
      if (again != NULL)
        g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_STORAGE, _("The journal “%1$s” cannot be used: %2$s."), self->path, again);
      return FALSE;
    }
  if (trouble == NULL)
    return TRUE;
  if (day != NULL)
    /* Translators: why the journal could not be read, the new name of its file, the date of a copy */
    *trouble = g_strdup_printf (_("Your journal was damaged: %1$s. The file is kept as “%2$s”; the copy of %3$s is used."), damage, name, day);
  else
    /* Translators: why the journal could not be read, the new name of its file */
    *trouble = g_strdup_printf (_("Your journal was damaged: %1$s. The file is kept as “%2$s”; a new journal was begun."), damage, name);
  return TRUE;
}

/**
 * palpate_journal_open:
 * @file: the database; need not be there yet
 * @today: the day as 2026-11-25, for the copy of the day
 * @trouble: (out) (optional) (nullable): what the reader should know of the file, a sentence or two
 *
 * Opens the journal, brings it up to date, and makes the copy of the day. A damaged database is set aside.
 *
 * Returns: (transfer full) (nullable): the journal, or why there is none in @error
 */
PalpateJournal *
palpate_journal_open (GFile       *file,
                      const char  *today,
                      char       **trouble,
                      GError     **error)
{
  g_autoptr (PalpateJournal) self = NULL;
  g_autofree char *damage = NULL;
  g_autoptr (GError) copy_error = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  if (trouble != NULL)
    *trouble = NULL;
  self = g_object_new (PALPATE_TYPE_JOURNAL, NULL);
  self->path = g_file_get_path (file);
  if (!palpate_journal_files_prepare (self->path, error))
    return NULL;
  self->database = palpate_journal_files_open (self->path, &damage, error);
  if (self->database == NULL && (damage == NULL || !replace_damaged (self, today, damage, trouble, error)))
    return NULL;
  if (!migrate (self, error))
    return NULL;
  if (!palpate_journal_files_back_up (self->database, self->path, today, &copy_error))
    g_message ("%s", copy_error->message);
  return g_steal_pointer (&self);
}

static void
bind_text (sqlite3_stmt *statement,
           int           place,
           const char   *text)
{
  sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT);   /* NULL where there is none */
}

static void
bind_pain (sqlite3_stmt *statement,
           int           place,
           int           pain)
{
  if (pain == PALPATE_PAIN_NONE)
    sqlite3_bind_null (statement, place);
  else
    sqlite3_bind_int (statement, place, pain);
}

static gboolean
step_through (PalpateJournal  *self,
              sqlite3_stmt    *statement,
              GError         **error)
{
  if (sqlite3_step (statement) == SQLITE_DONE)
    return TRUE;
  palpate_journal_set_error (self->database, self->path, error);
  return FALSE;
}

static gboolean
save_session (PalpateJournal  *self,
              PalpateEntry    *entry,
              gint64          *id,
              GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (sqlite3_stmt) forget = NULL;

  statement = prepare (self, "INSERT INTO session (id, begun, pain_before, pain_after, effect) VALUES (?1, ?2, ?3, ?4, ?5)"
                             " ON CONFLICT (id) DO UPDATE SET pain_before = ?3, pain_after = ?4, effect = ?5", error);
  if (statement == NULL)
    return FALSE;
  if (entry->id != 0)
    sqlite3_bind_int64 (statement, 1, entry->id);
  sqlite3_bind_int64 (statement, 2, entry->begun_us);
  bind_pain (statement, 3, entry->before);
  bind_pain (statement, 4, entry->after);
  bind_text (statement, 5, palpate_effect_to_id (entry->effect));
  if (!step_through (self, statement, error))
    return FALSE;
  *id = entry->id != 0 ? entry->id : sqlite3_last_insert_rowid (self->database);
  forget = prepare (self, "DELETE FROM item WHERE session = ?1", error);
  if (forget == NULL)
    return FALSE;
  sqlite3_bind_int64 (forget, 1, *id);
  return step_through (self, forget, error);
}

static gboolean
save_items (PalpateJournal  *self,
            PalpateEntry    *entry,
            gint64           id,
            GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = prepare (self, "INSERT INTO item (session, point, side, technique, stretch, begun, seconds, feedback)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entry->items->len; i++)
    {
      const PalpateEntryItem *item = g_ptr_array_index (entry->items, i);

      sqlite3_reset (statement);
      sqlite3_bind_int64 (statement, 1, id);
      bind_text (statement, 2, item->point);
      bind_text (statement, 3, palpate_side_to_id (item->side));
      bind_text (statement, 4, item->technique);
      bind_text (statement, 5, item->stretch);
      sqlite3_bind_int64 (statement, 6, item->begun_us);
      sqlite3_bind_int (statement, 7, item->seconds);
      bind_text (statement, 8, palpate_feedback_to_id (item->feedback));
      if (!step_through (self, statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * palpate_journal_save:
 *
 * Writes @entry, in the place of what was known of it, as a whole or not at all. Gives it an id.
 */
gboolean
palpate_journal_save (PalpateJournal  *self,
                      PalpateEntry    *entry,
                      GError         **error)
{
  gint64 id = 0;

  g_return_val_if_fail (PALPATE_IS_JOURNAL (self), FALSE);

  if (!run (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (!save_session (self, entry, &id, error) || !save_items (self, entry, id, error) || !run (self, "COMMIT", error))
    {
      roll_back (self);
      return FALSE;
    }
  entry->id = id;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

static int
read_pain (sqlite3_stmt *statement,
           int           column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL ? PALPATE_PAIN_NONE : sqlite3_column_int (statement, column);
}

static const char *
read_text (sqlite3_stmt *statement,
           int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static void
read_item (sqlite3_stmt *statement,
           PalpateEntry *entry)
{
  const PalpateEntryItem item = {
    .point = (char *) read_text (statement, 5),
    .side = palpate_side_from_id (read_text (statement, 6)),
    .technique = (char *) read_text (statement, 7),
    .stretch = (char *) read_text (statement, 8),
    .begun_us = sqlite3_column_int64 (statement, 9),
    .seconds = sqlite3_column_int (statement, 10),
    .feedback = find_id (feedbacks, G_N_ELEMENTS (feedbacks), read_text (statement, 11)),
  };

  if (item.point != NULL)
    palpate_entry_add (entry, &item);
}

/**
 * palpate_journal_list:
 *
 * Returns: (transfer full) (nullable): all sessions, #PalpateEntry each, the oldest first
 */
GPtrArray *
palpate_journal_list (PalpateJournal  *self,
                      GError         **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) palpate_entry_free);
  g_autoptr (sqlite3_stmt) statement = NULL;
  PalpateEntry *entry = NULL;
  int result;

  g_return_val_if_fail (PALPATE_IS_JOURNAL (self), NULL);

  statement = prepare (self, "SELECT s.id, s.begun, s.pain_before, s.pain_after, s.effect,"
                             " i.point, i.side, i.technique, i.stretch, i.begun, i.seconds, i.feedback"
                             " FROM session s LEFT JOIN item i ON i.session = s.id ORDER BY s.begun, s.id, i.rowid", error);
  if (statement == NULL)
    return NULL;
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const gint64 id = sqlite3_column_int64 (statement, 0);

      if (entry == NULL || entry->id != id)
        {
          entry = palpate_entry_new (sqlite3_column_int64 (statement, 1));
          entry->id = id;
          entry->before = read_pain (statement, 2);
          entry->after = read_pain (statement, 3);
          entry->effect = find_id (effects, G_N_ELEMENTS (effects), read_text (statement, 4));
          g_ptr_array_add (entries, entry);
        }
      read_item (statement, entry);
    }
  if (result == SQLITE_DONE)
    return g_steal_pointer (&entries);
  palpate_journal_set_error (self->database, self->path, error);
  return NULL;
}

/**
 * palpate_journal_get_pressed:
 * @since_us: the beginning of the day
 * @except_id: a session that is counted elsewhere, or 0
 *
 * Returns: how many seconds the point was pressed since then
 */
int
palpate_journal_get_pressed (PalpateJournal *self,
                             const char     *point,
                             PalpateSide     side,
                             gint64          since_us,
                             gint64          except_id)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (PALPATE_IS_JOURNAL (self), 0);

  statement = prepare (self, "SELECT SUM (seconds) FROM item WHERE point = ?1 AND side IS ?2 AND begun >= ?3"
                             " AND session <> ?4 AND technique IS NOT NULL", NULL);
  if (statement == NULL)
    return 0;
  bind_text (statement, 1, point);
  bind_text (statement, 2, palpate_side_to_id (side));
  sqlite3_bind_int64 (statement, 3, since_us);
  sqlite3_bind_int64 (statement, 4, except_id);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int (statement, 0) : 0;
}

/**
 * palpate_journal_delete_all:
 *
 * Takes away every entry, and the copies and damaged files beside the database.
 */
gboolean
palpate_journal_delete_all (PalpateJournal  *self,
                            GError         **error)
{
  g_return_val_if_fail (PALPATE_IS_JOURNAL (self), FALSE);

  if (!run (self, "DELETE FROM session", error) || !run (self, "VACUUM", error)
      || !run (self, "PRAGMA wal_checkpoint (TRUNCATE)", error))
    return FALSE;
  palpate_journal_files_remove_others (self->path);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}
