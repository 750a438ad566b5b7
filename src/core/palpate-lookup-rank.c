/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the suspects. They stand in rows: the points of one muscle that reach the marks in the same way are one
 * thought to whoever looks for the source, and the second of them must not push another muscle out of sight. What pressing
 * them told apart stands apart.
 */
#include "palpate-lookup-private.h"

#include <math.h>

/* Among so many rows the patterns that fit exactly have their place. */
#define N_FIRST 3

static PalpateSuspect *
nth (GPtrArray *suspects,
     guint      n)
{
  return g_ptr_array_index (suspects, n);
}

static double
score_answer (double        score,
              PalpateAnswer answer)
{
  switch (answer)
    {
    case PALPATE_ANSWER_YES:
      return sqrt (score) * 0.5 + 0.5;
    case PALPATE_ANSWER_LOCAL:
      return score * 0.6;
    case PALPATE_ANSWER_NO:
      return score * 0.25;
    case PALPATE_ANSWER_NONE:
      break;
    }
  return score;
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const PalpateSuspect *x = *(PalpateSuspect *const *) a;
  const PalpateSuspect *y = *(PalpateSuspect *const *) b;

  return fabs (x->score - y->score) <= 1e-9 ? 0 : x->score > y->score ? -1 : 1;
}

static int
compare_suspects (gconstpointer a,
                  gconstpointer b)
{
  const PalpateSuspect *x = *(PalpateSuspect *const *) a;
  const PalpateSuspect *y = *(PalpateSuspect *const *) b;
  const int by_score = compare_scores (a, b);

  if (by_score != 0)
    return by_score;
  if (x->source.point->mode != y->source.point->mode)
    return x->source.point->mode - y->source.point->mode;
  if (x->source.point != y->source.point)
    return g_strcmp0 (x->source.point->id, y->source.point->id);
  return (int) x->source.side - (int) y->source.side;
}

static gboolean
share_row (const PalpateSuspect *a,
           const PalpateSuspect *b)
{
  return a->source.point->muscle == b->source.point->muscle && a->source.side == b->source.side && a->kind == b->kind
         && a->covered == b->covered && a->answer == b->answer;
}

/* Returns: (transfer full) (element-type GPtrArray): the rows, in the order of their first suspects */
static GPtrArray *
make_rows (GPtrArray *suspects)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < suspects->len; i++)
    {
      GPtrArray *row = NULL;

      for (guint j = 0; j < rows->len && row == NULL; j++)
        if (share_row (nth (g_ptr_array_index (rows, j), 0), nth (suspects, i)))
          row = g_ptr_array_index (rows, j);
      if (row == NULL)
        {
          row = g_ptr_array_new ();
          g_ptr_array_add (rows, row);
        }
      g_ptr_array_add (row, nth (suspects, i));
    }
  return rows;
}

/* Who marks a place has no pain elsewhere: a pattern whose core is just what is marked has a claim to be among the first,
 * unless pressing spoke against it; so has what brought the pain on. */
static gboolean
has_claim (gconstpointer item)
{
  const PalpateSuspect *suspect = item;

  return suspect->answer == PALPATE_ANSWER_YES || (suspect->exact && suspect->answer == PALPATE_ANSWER_NONE);
}

static gboolean
row_has_claim (gconstpointer item)
{
  const GPtrArray *row = item;

  for (guint i = 0; i < row->len; i++)
    if (has_claim (row->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Brings what has a claim in before patterns that are more common and go on elsewhere. */
static void
lift (GPtrArray *items,
      gboolean (*claims) (gconstpointer item))
{
  for (guint i = N_FIRST; i < items->len; i++)
    {
      guint j = N_FIRST;

      if (!claims (items->pdata[i]))
        continue;
      while (j > 0 && claims (items->pdata[j - 1]))
        j--;
      if (j == 0)
        break;
      g_ptr_array_insert (items, N_FIRST, g_ptr_array_steal_index (items, i));
      g_ptr_array_insert (items, N_FIRST, g_ptr_array_steal_index (items, j - 1));
    }
}

/* Sorts @suspects, most likely first, and sets their answers and rows. */
void
palpate_lookup_rank (GPtrArray         *suspects,
                     PalpateAnswerFunc  answer,
                     gpointer           user_data)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_ptr_array_sort (suspects, compare_suspects);
  for (guint i = 0; i < suspects->len && answer != NULL; i++)
    {
      PalpateSuspect *suspect = nth (suspects, i);

      suspect->answer = answer (suspect->source, user_data);
      suspect->score = score_answer (suspect->score, suspect->answer);
    }
  /* a stable sort: those alike keep their order */
  g_ptr_array_sort (suspects, compare_scores);
  lift (suspects, has_claim);
  for (guint i = suspects->len; i > 1; i--)
    nth (suspects, i - 2)->score = MAX (nth (suspects, i - 2)->score, nth (suspects, i - 1)->score);

  rows = make_rows (suspects);
  lift (rows, row_has_claim);
  for (guint i = 0; i < rows->len; i++)
    for (guint j = 0; j < ((GPtrArray *) rows->pdata[i])->len; j++)
      nth (rows->pdata[i], j)->row = i + 1;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const PalpateSuspect *x = *(PalpateSuspect *const *) a;
  const PalpateSuspect *y = *(PalpateSuspect *const *) b;

  return x->row < y->row ? -1 : x->row > y->row;
}

/**
 * palpate_suspects_sort_by_row:
 * @suspects: (element-type PalpateSuspect): what a look-up returned
 *
 * Puts the suspects of a row together; within a row they keep their order.
 */
void
palpate_suspects_sort_by_row (GPtrArray *suspects)
{
  g_ptr_array_sort (suspects, compare_rows);
}
