/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-history.h"

#include <glib/gi18n-lib.h>

static void
history_free (gpointer data)
{
  PalpateHistory *history = data;

  g_ptr_array_unref (history->entries);
  g_free (history);
}

gboolean
palpate_history_equal (const PalpateHistory *a,
                     const PalpateHistory *b)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == PALPATE_HISTORY_PLACE)
    return palpate_place_equal (a->place, b->place);
  return a->kind == PALPATE_HISTORY_ALL || (a->source.point == b->source.point && a->source.side == b->source.side);
}

/* Puts @entry under the history, once. */
static void
book (GPtrArray          *histories,
      const PalpateHistory *history,
      PalpateEntry       *entry)
{
  PalpateHistory *known = NULL;

  for (guint i = 0; known == NULL && i < histories->len; i++)
    if (palpate_history_equal (g_ptr_array_index (histories, i), history))
      known = g_ptr_array_index (histories, i);
  if (known == NULL)
    {
      known = g_memdup2 (history, sizeof *history);
      known->entries = g_ptr_array_new ();
      g_ptr_array_add (histories, known);
    }
  if (known->entries->len == 0 || g_ptr_array_index (known->entries, known->entries->len - 1) != entry)
    g_ptr_array_add (known->entries, entry);
}

/* The main area of the point's pattern: the first of those that are felt by most, and most of it. */
static gboolean
find_place (PalpateAtlas      *atlas,
            PalpateSidedPoint  source,
            PalpatePlace      *place)
{
  const PalpateReferral *best = NULL;

  for (guint i = 0; i < source.point->refers_to.length; i++)
    {
      const PalpateReferral *referral = source.point->refers_to.items[i];

      if (best == NULL || referral->kind < best->kind || (referral->kind == best->kind && referral->share < best->share))
        best = referral;
    }
  if (best == NULL)
    return FALSE;
  place->region = best->region;
  place->side = best->side == PALPATE_REFERRAL_OPPOSITE ? palpate_side_opposite (source.side) : source.side;
  if (!palpate_atlas_get_region (atlas, best->region)->sided)
    place->side = PALPATE_SIDE_NONE;
  return TRUE;
}

/* All, then places, then points; those with most sessions first. */
static int
compare_histories (gconstpointer a,
                gconstpointer b)
{
  const PalpateHistory *one = *(const PalpateHistory *const *) a;
  const PalpateHistory *other = *(const PalpateHistory *const *) b;

  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;
  return (int) other->entries->len - (int) one->entries->len;
}

/**
 * palpate_journal_list_histories:
 * @entries: (element-type PalpateEntry): of palpate_journal_list()
 *
 * Returns: (transfer full) (element-type PalpateHistory): all that has sessions; empty if there are none. Points that the
 *   atlas does not have any more count only for all.
 */
GPtrArray *
palpate_journal_list_histories (PalpateAtlas *atlas,
                             GPtrArray    *entries)
{
  GPtrArray *histories = g_ptr_array_new_with_free_func (history_free);

  for (guint i = 0; i < entries->len; i++)
    {
      PalpateEntry *entry = g_ptr_array_index (entries, i);
      PalpateHistory history = { PALPATE_HISTORY_ALL };

      book (histories, &history, entry);
      for (guint j = 0; j < entry->items->len; j++)
        {
          const PalpateEntryItem *item = g_ptr_array_index (entry->items, j);

          history.source = (PalpateSidedPoint) { palpate_atlas_get_point (atlas, item->point), item->side };
          if (history.source.point == NULL)
            continue;
          history.kind = PALPATE_HISTORY_POINT;
          book (histories, &history, entry);
          history.kind = PALPATE_HISTORY_PLACE;
          if (find_place (atlas, history.source, &history.place))
            book (histories, &history, entry);
        }
    }
  g_ptr_array_sort (histories, compare_histories);
  return histories;
}

char *
palpate_history_describe (PalpateAtlas       *atlas,
                        const PalpateHistory *history)
{
  if (history->kind == PALPATE_HISTORY_PLACE)
    return palpate_atlas_describe_place (atlas, history->place);
  if (history->kind == PALPATE_HISTORY_POINT)
    return palpate_sided_point_describe (atlas, history->source);
  return g_strdup (_("All places"));
}

static const char *
get_name (PalpateAtlas           *atlas,
          const PalpateEntryItem *item)
{
  const PalpateTechnique *technique = item->technique != NULL ? palpate_atlas_get_technique (atlas, item->technique) : NULL;

  if (item->stretch != NULL)
    return _("Stretch");
  return technique != NULL ? palpate_content_text (technique->id, technique->name) : NULL;
}

static void
count_help (GArray             *help,
            const char         *name,
            const PalpateEntry *entry)
{
  PalpateHelp new_one = { name, 0, 0 };
  guint i;

  for (i = 0; i < help->len; i++)
    if (g_str_equal (g_array_index (help, PalpateHelp, i).name, name))
      break;
  if (i == help->len)
    g_array_append_val (help, new_one);
  g_array_index (help, PalpateHelp, i).n_answers++;
  if (entry->effect == PALPATE_EFFECT_BETTER)
    g_array_index (help, PalpateHelp, i).n_better++;
}

static int
compare_help (gconstpointer a,
              gconstpointer b)
{
  return (int) ((const PalpateHelp *) b)->n_better - (int) ((const PalpateHelp *) a)->n_better;
}

/**
 * palpate_history_list_help:
 *
 * Returns: (transfer full) (element-type PalpateHelp): what was used in sessions with an answer, what helped most first
 */
GArray *
palpate_history_list_help (PalpateAtlas       *atlas,
                         const PalpateHistory *history)
{
  GArray *help = g_array_new (FALSE, FALSE, sizeof (PalpateHelp));

  for (guint i = 0; i < history->entries->len; i++)
    {
      const PalpateEntry *entry = g_ptr_array_index (history->entries, i);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint j = 0; entry->effect != PALPATE_EFFECT_NONE && j < entry->items->len; j++)
        {
          const PalpateEntryItem *item = g_ptr_array_index (entry->items, j);
          const char *name = get_name (atlas, item);

          if (name == NULL || (history->kind == PALPATE_HISTORY_POINT && !g_str_equal (item->point, history->source.point->id)))
            continue;
          if (g_hash_table_add (seen, (gpointer) name))
            count_help (help, name, entry);
        }
    }
  g_array_sort (help, compare_help);
  return help;
}

/**
 * palpate_history_is_plateau:
 * @n_sessions: the number of the rule
 *
 * Returns: whether pain before a session was not less, by a whole step, at the end of the last @n_sessions that tell of
 *   it than at their beginning; thirds are compared, since ups and downs are normal
 */
gboolean
palpate_history_is_plateau (const PalpateHistory *history,
                          guint               n_sessions)
{
  const guint third = MAX (1, n_sessions / 3);
  g_autoptr (GArray) pains = g_array_new (FALSE, FALSE, sizeof (int));
  int first = 0, last = 0;

  for (guint i = 0; i < history->entries->len; i++)
    {
      const PalpateEntry *entry = g_ptr_array_index (history->entries, i);

      if (entry->before != PALPATE_PAIN_NONE)
        g_array_append_val (pains, entry->before);
    }
  if (n_sessions == 0 || pains->len < n_sessions)
    return FALSE;
  for (guint i = 0; i < third; i++)
    {
      first += g_array_index (pains, int, pains->len - n_sessions + i);
      last += g_array_index (pains, int, pains->len - 1 - i);
    }
  return last > 0 && first - last < (int) third;
}

static gboolean
has_point (const PalpateEntry *entry,
           PalpateSidedPoint   source)
{
  for (guint i = 0; i < entry->items->len; i++)
    {
      const PalpateEntryItem *item = g_ptr_array_index (entry->items, i);

      if (item->technique != NULL && item->side == source.side && g_str_equal (item->point, source.point->id))
        return TRUE;
    }
  return FALSE;
}

/**
 * palpate_journal_is_plateau:
 * @entries: (element-type PalpateEntry): of palpate_journal_list()
 *
 * Returns: the same for one point, of the sessions that pressed it
 */
gboolean
palpate_journal_is_plateau (GPtrArray         *entries,
                            PalpateSidedPoint  source,
                            guint              n_sessions)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  const PalpateHistory history = { .kind = PALPATE_HISTORY_POINT, .source = source, .entries = own };

  for (guint i = 0; i < entries->len; i++)
    if (has_point (g_ptr_array_index (entries, i), source))
      g_ptr_array_add (own, g_ptr_array_index (entries, i));
  return palpate_history_is_plateau (&history, n_sessions);
}

/* One side more of a point, or a point more. */
static void
add_source (GArray            *sources,
            PalpateSidedPoint  source)
{
  for (guint i = 0; i < sources->len; i++)
    {
      PalpateSidedPoint *known = &g_array_index (sources, PalpateSidedPoint, i);

      if (known->point != source.point)
        continue;
      if (known->side != source.side)
        known->side = PALPATE_SIDE_BOTH;
      return;
    }
  g_array_append_val (sources, source);
}

/**
 * palpate_entry_list_sources:
 *
 * Returns: (transfer full) (element-type PalpateSidedPoint): the points of a session in their order, each once, on one side
 *   or on both; without those that the atlas does not have any more
 */
GArray *
palpate_entry_list_sources (PalpateAtlas       *atlas,
                            const PalpateEntry *entry)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (PalpateSidedPoint));

  for (guint i = 0; i < entry->items->len; i++)
    {
      const PalpateEntryItem *item = g_ptr_array_index (entry->items, i);
      const PalpateSidedPoint source = { palpate_atlas_get_point (atlas, item->point), item->side };

      if (source.point != NULL)
        add_source (sources, source);
    }
  return sources;
}

/**
 * palpate_history_find_last:
 * @entries: (element-type PalpateEntry): of palpate_journal_list()
 *
 * Returns: (transfer none) (nullable): the last session with a point that the atlas has
 */
const PalpateEntry *
palpate_history_find_last (PalpateAtlas *atlas,
                           GPtrArray    *entries)
{
  for (guint i = entries->len; i > 0; i--)
    {
      const PalpateEntry *entry = g_ptr_array_index (entries, i - 1);
      g_autoptr (GArray) sources = palpate_entry_list_sources (atlas, entry);

      if (sources->len > 0)
        return entry;
    }
  return NULL;
}

/**
 * palpate_history_describe_course:
 *
 * Returns: (nullable): what the plot shows, in words; %NULL where nobody said how strong the pain was
 */
char *
palpate_history_describe_course (const PalpateHistory *history)
{
  int first = PALPATE_PAIN_NONE, last = PALPATE_PAIN_NONE;
  guint n_pairs = 0, n_lower = 0;
  g_autofree char *lower = NULL;

  for (guint i = 0; i < history->entries->len; i++)
    {
      const PalpateEntry *entry = g_ptr_array_index (history->entries, i);

      if (entry->before == PALPATE_PAIN_NONE)
        continue;
      if (first == PALPATE_PAIN_NONE)
        first = entry->before;
      last = entry->before;
      n_pairs += entry->after != PALPATE_PAIN_NONE;
      n_lower += entry->after != PALPATE_PAIN_NONE && entry->after < entry->before;
    }
  if (first == PALPATE_PAIN_NONE)
    return NULL;
  /* Translators: how many sessions, and of how many */
  lower = g_strdup_printf (ngettext ("After a session it was lower %1$u time of %2$u.", "After a session it was lower %1$u times of %2$u.", n_lower),
                           n_lower, n_pairs);
  /* Translators: pain from 0 to 10, twice; then a sentence on pain after sessions */
  return g_strdup_printf (_("In words: pain before a session was %1$d the first time and %2$d the last time. %3$s "
                            "Ups and downs are normal; this cannot show the cause."), first, last, lower);
}
