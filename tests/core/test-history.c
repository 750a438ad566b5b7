/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the journal says over time: which places and points it has, what helped, and when nothing changes any more.
 */
#include <string.h>

#include "palpate-history.h"
#include "shipped.h"

static PalpateAtlas *atlas;

static void
add (GPtrArray     *entries,
     int            before,
     int            after,
     PalpateEffect  effect,
     const char    *point)
{
  const PalpateEntryItem item = { .point = (char *) point, .side = PALPATE_SIDE_LEFT, .technique = (char *) "squeeze-hold", .seconds = 60 };
  PalpateEntry *entry = palpate_entry_new (entries->len);

  entry->before = before;
  entry->after = after;
  entry->effect = effect;
  palpate_entry_add (entry, &item);
  palpate_entry_add (entry, &item);
  g_ptr_array_add (entries, entry);
}

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) palpate_entry_free);
}

static void
test_list (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  g_autoptr (GPtrArray) histories = NULL;
  g_autoptr (GArray) help = NULL;
  g_autofree char *place = NULL;
  const PalpateHistory *history;

  add (entries, 5, 4, PALPATE_EFFECT_BETTER, "trapezius-upper-TrP1");
  add (entries, 5, 5, PALPATE_EFFECT_SAME, "trapezius-upper-TrP1");
  add (entries, 5, 5, PALPATE_EFFECT_NONE, "soleus-TrP1");
  add (entries, 5, 5, PALPATE_EFFECT_WORSE, "a point that is gone");
  histories = palpate_journal_list_histories (atlas, entries);
  g_assert_cmpuint (histories->len, ==, 5);   /* all, two places, two points */
  history = g_ptr_array_index (histories, 0);
  g_assert_cmpint (history->kind, ==, PALPATE_HISTORY_ALL);
  g_assert_cmpuint (history->entries->len, ==, 4);
  history = g_ptr_array_index (histories, 1);
  place = palpate_history_describe (atlas, history);
  g_assert_cmpint (history->kind, ==, PALPATE_HISTORY_PLACE);
  g_assert_cmpuint (history->entries->len, ==, 2);
  g_assert_cmpstr (place, ==, "Back of the neck, left");
  help = palpate_history_list_help (atlas, history);
  g_assert_cmpuint (help->len, ==, 1);   /* once a session, however many sets */
  g_assert_cmpuint (g_array_index (help, PalpateHelp, 0).n_better, ==, 1);
  g_assert_cmpuint (g_array_index (help, PalpateHelp, 0).n_answers, ==, 2);
}

static gboolean
is_plateau (const int *pains,
            guint      n_pains)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  g_autoptr (GPtrArray) histories = NULL;

  for (guint i = 0; i < n_pains; i++)
    add (entries, pains[i], PALPATE_PAIN_NONE, PALPATE_EFFECT_NONE, "soleus-TrP1");
  histories = palpate_journal_list_histories (atlas, entries);
  return palpate_history_is_plateau (g_ptr_array_index (histories, 0), 6);
}

static void
test_plateau (void)
{
  static const int same[] = { 5, 5, 4, 5, 5, 5 };
  static const int worse[] = { 3, 3, 3, 4, 5, 5 };
  static const int less[] = { 6, 6, 5, 5, 5, 5 };
  static const int gone[] = { 0, 0, 0, 0, 0, 0 };
  static const int late[] = { 9, 8, 5, 5, 5, 5, 5, 5 };
  static const int silent[] = { 5, 5, PALPATE_PAIN_NONE, 5, 5, 5 };

  g_assert_true (is_plateau (same, G_N_ELEMENTS (same)));
  g_assert_true (is_plateau (worse, G_N_ELEMENTS (worse)));
  g_assert_true (is_plateau (late, G_N_ELEMENTS (late)));
  g_assert_false (is_plateau (less, G_N_ELEMENTS (less)));
  g_assert_false (is_plateau (gone, G_N_ELEMENTS (gone)));
  g_assert_false (is_plateau (silent, G_N_ELEMENTS (silent)));
  g_assert_false (is_plateau (same, 5));
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  g_autoptr (GPtrArray) histories = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *words = NULL;

  add (entries, PALPATE_PAIN_NONE, 3, PALPATE_EFFECT_NONE, "soleus-TrP1");
  histories = palpate_journal_list_histories (atlas, entries);
  nothing = palpate_history_describe_course (g_ptr_array_index (histories, 0));
  g_assert_cmpstr (nothing, ==, NULL);
  g_clear_pointer (&histories, g_ptr_array_unref);
  add (entries, 6, 4, PALPATE_EFFECT_NONE, "soleus-TrP1");
  add (entries, 3, 3, PALPATE_EFFECT_NONE, "soleus-TrP1");
  histories = palpate_journal_list_histories (atlas, entries);
  words = palpate_history_describe_course (g_ptr_array_index (histories, 0));
  g_assert_nonnull (strstr (words, "was 6 the first time and 3 the last time. After a session it was lower 1 time of 2."));
}

/* The last session that the atlas knows a point of; both sides of a point are one. */
static void
test_last (void)
{
  g_autoptr (GPtrArray) entries = entries_new ();
  g_autoptr (GArray) sources = NULL;
  const PalpateEntryItem other = { .point = (char *) "soleus-TrP1", .side = PALPATE_SIDE_RIGHT, .seconds = 60 };
  const PalpateEntryItem right = { .point = (char *) "trapezius-upper-TrP1", .side = PALPATE_SIDE_RIGHT, .seconds = 60 };
  const PalpateEntry *last;

  g_assert_null (palpate_history_find_last (atlas, entries));
  add (entries, 5, 4, PALPATE_EFFECT_BETTER, "infraspinatus-TrP1");
  add (entries, 6, 3, PALPATE_EFFECT_BETTER, "trapezius-upper-TrP1");
  palpate_entry_add (g_ptr_array_index (entries, 1), &other);
  palpate_entry_add (g_ptr_array_index (entries, 1), &right);
  add (entries, 5, 5, PALPATE_EFFECT_WORSE, "a point that is gone");
  last = palpate_history_find_last (atlas, entries);
  g_assert_true (last == g_ptr_array_index (entries, 1));
  sources = palpate_entry_list_sources (atlas, last);
  g_assert_cmpuint (sources->len, ==, 2);
  g_assert_cmpstr (g_array_index (sources, PalpateSidedPoint, 0).point->id, ==, "trapezius-upper-TrP1");
  g_assert_cmpint (g_array_index (sources, PalpateSidedPoint, 0).side, ==, PALPATE_SIDE_BOTH);
  g_assert_cmpint (g_array_index (sources, PalpateSidedPoint, 1).side, ==, PALPATE_SIDE_RIGHT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_func ("/history/list", test_list);
  g_test_add_func ("/history/plateau", test_plateau);
  g_test_add_func ("/history/words", test_words);
  g_test_add_func ("/history/last", test_last);
  return g_test_run ();
}
