/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-diary.h"

#include "palpate-history.h"
#include "palpate-settings.h"
#include "palpate-text.h"

struct _PalpateDiary {
  GObject parent_instance;

  /* owned */
  GFile          *file;
  GSettings      *settings;
  PalpatePlayer  *player;
  PalpateJournal *journal;   /* %NULL where there is none */
  PalpateSession *session;   /* that @entry tells of */
  PalpateEntry   *entry;
  GPtrArray      *entries;   /* all of them, read when first asked for */
  char           *trouble;
};

G_DEFINE_FINAL_TYPE (PalpateDiary, palpate_diary, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (PalpateDiary *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_trouble (PalpateDiary *self,
             const char   *trouble)
{
  g_free (self->trouble);
  self->trouble = trouble != NULL ? palpate_text_isolate_paths (trouble) : NULL;
  if (trouble != NULL)
    g_message ("%s", trouble);
}

/* Opens the journal, or closes it, as the person wants. */
static void
follow_setting (PalpateDiary *self)
{
  const gboolean is_wanted = g_settings_get_boolean (self->settings, PALPATE_KEY_JOURNAL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;

  if (is_wanted == (self->journal != NULL))
    return;
  g_clear_object (&self->journal);
  set_trouble (self, NULL);
  if (is_wanted)
    {
      self->journal = palpate_journal_open (self->file, today, &trouble, &error);
      set_trouble (self, self->journal != NULL ? trouble : error->message);
    }
  emit_changed (self);
}

static void
save (PalpateDiary *self)
{
  g_autoptr (GError) error = NULL;

  if (self->journal == NULL || self->entry == NULL || self->entry->items->len == 0)
    return;
  if (!palpate_journal_save (self->journal, self->entry, &error))
    set_trouble (self, error->message);
  emit_changed (self);
}

/* Takes over what the session did until now. */
static void
update_entry (PalpateDiary *self)
{
  palpate_entry_fill (self->entry, self->session);
  save (self);
}

static void
player_changed_cb (PalpateDiary *self)
{
  PalpateSession *session = palpate_player_get_session (self->player);

  if (session != self->session)
    {
      if (self->session != NULL)
        update_entry (self);   /* one that was left for another */
      g_clear_pointer (&self->entry, palpate_entry_free);
      g_set_object (&self->session, session);
      if (session != NULL)
        self->entry = palpate_entry_new (g_get_real_time ());
    }
  if (session != NULL)
    update_entry (self);
}

/* Returns: (nullable): what the journal holds, read once */
static GPtrArray *
ensure_entries (PalpateDiary *self)
{
  if (self->entries == NULL && self->journal != NULL)
    self->entries = palpate_journal_list (self->journal, NULL);
  return self->entries;
}

/* A #PalpatePlateauFunc. */
static gboolean
is_plateau (PalpateSidedPoint source,
            guint             n_sessions,
            gpointer          user_data)
{
  PalpateDiary *self = user_data;

  return ensure_entries (self) != NULL && palpate_journal_is_plateau (self->entries, source, n_sessions);
}

/* A #PalpateTodayFunc: what sessions of this day pressed, but for the one that goes on. */
static int
get_earlier (PalpateSidedPoint source,
             gpointer          user_data)
{
  PalpateDiary *self = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                          g_date_time_get_day_of_month (now), 0, 0, 0);

  if (self->journal == NULL || midnight == NULL)
    return 0;
  return palpate_journal_get_pressed (self->journal, source.point->id, source.side, g_date_time_to_unix (midnight) * G_USEC_PER_SEC,
                                      self->entry != NULL && self->session == palpate_player_get_session (self->player) ? self->entry->id : 0);
}

static void
palpate_diary_dispose (GObject *object)
{
  PalpateDiary *self = PALPATE_DIARY (object);

  if (self->player != NULL)
    {
      if (self->session != NULL)
        update_entry (self);
      palpate_player_set_earlier (self->player, NULL, NULL);
      palpate_player_set_plateau (self->player, NULL, NULL);
      g_signal_handlers_disconnect_by_data (self->player, self);
    }
  g_clear_pointer (&self->entry, palpate_entry_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->journal);
  g_clear_object (&self->player);
  g_clear_object (&self->settings);
  g_clear_object (&self->file);
  g_clear_pointer (&self->trouble, g_free);

  G_OBJECT_CLASS (palpate_diary_parent_class)->dispose (object);
}

static void
palpate_diary_class_init (PalpateDiaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_diary_dispose;

  /* there is another journal, or none, or it has other entries */
  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_DIARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_diary_init (PalpateDiary *self)
{
}

/**
 * palpate_diary_new:
 * @file: the journal's database; need not be there yet
 */
PalpateDiary *
palpate_diary_new (GFile         *file,
                   GSettings     *settings,
                   PalpatePlayer *player)
{
  PalpateDiary *self = g_object_new (PALPATE_TYPE_DIARY, NULL);

  self->file = g_object_ref (file);
  self->settings = g_object_ref (settings);
  self->player = g_object_ref (player);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_JOURNAL, G_CALLBACK (follow_setting), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "changed", G_CALLBACK (player_changed_cb), self, G_CONNECT_SWAPPED);
  palpate_player_set_earlier (player, get_earlier, self);
  palpate_player_set_plateau (player, is_plateau, self);
  follow_setting (self);
  return self;
}

/**
 * palpate_diary_get_journal:
 *
 * Returns: (transfer none) (nullable): the journal; %NULL where it is off or cannot be used
 */
PalpateJournal *
palpate_diary_get_journal (PalpateDiary *self)
{
  g_return_val_if_fail (PALPATE_IS_DIARY (self), NULL);

  return self->journal;
}

/**
 * palpate_diary_get_trouble:
 *
 * Returns: (nullable): what the reader should know of the file, a sentence or two
 */
const char *
palpate_diary_get_trouble (PalpateDiary *self)
{
  g_return_val_if_fail (PALPATE_IS_DIARY (self), NULL);

  return self->trouble;
}

/**
 * palpate_diary_get_entry:
 *
 * Returns: (nullable): what is written of the session that goes on or has just ended
 */
const PalpateEntry *
palpate_diary_get_entry (PalpateDiary *self)
{
  g_return_val_if_fail (PALPATE_IS_DIARY (self), NULL);

  return self->journal != NULL ? self->entry : NULL;
}

/**
 * palpate_diary_get_entries:
 *
 * Returns: (transfer none) (nullable) (element-type PalpateEntry): all sessions, the oldest first, until `changed`; %NULL
 *   where there is no journal
 */
GPtrArray *
palpate_diary_get_entries (PalpateDiary *self)
{
  g_return_val_if_fail (PALPATE_IS_DIARY (self), NULL);

  return ensure_entries (self);
}

/**
 * palpate_diary_rate:
 *
 * Writes what the person says of the session that has just ended.
 */
void
palpate_diary_rate (PalpateDiary  *self,
                    int            before,
                    int            after,
                    PalpateEffect  effect)
{
  g_return_if_fail (PALPATE_IS_DIARY (self));

  if (self->entry == NULL)
    return;
  self->entry->before = before;
  self->entry->after = after;
  self->entry->effect = effect;
  save (self);
}

/**
 * palpate_diary_delete_all:
 *
 * Forgets every session, the one that goes on included.
 */
gboolean
palpate_diary_delete_all (PalpateDiary  *self,
                          GError       **error)
{
  g_return_val_if_fail (PALPATE_IS_DIARY (self), FALSE);

  if (self->journal == NULL || !palpate_journal_delete_all (self->journal, error))
    return self->journal == NULL;
  emit_changed (self);
  return TRUE;
}
