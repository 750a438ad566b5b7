/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-mask.h"

#include <math.h>
#include <string.h>

#define WORD 64

/* Bit 0 of a word is the leftmost of its cells. The part begins at a whole word of the grid, so that masks of one grid
 * are taken together word by word. */
struct _PalpateMask {
  PalpateGrid  grid;
  int          word, row;         /* of the grid, where the part begins */
  int          n_words, n_rows;   /* how large the part is */
  guint64     *words;             /* owned; row by row */
};

static guint64 *
row_of (const PalpateMask *self,
        int                row)
{
  return self->words + (gsize) (row - self->row) * self->n_words;
}

/**
 * palpate_mask_new_part:
 * @column: where the part begins
 * @n_columns: at least so many; what lies outside of the grid is left out
 *
 * Returns: (transfer full): no cells yet, and room only for those of this part
 */
PalpateMask *
palpate_mask_new_part (PalpateGrid grid,
                       int         column,
                       int         row,
                       int         n_columns,
                       int         n_rows)
{
  PalpateMask *self = g_rc_box_new0 (PalpateMask);
  const int right = CLAMP (column + n_columns, 0, grid.n_columns), bottom = CLAMP (row + n_rows, 0, grid.n_rows);

  self->grid = grid;
  self->word = CLAMP (column, 0, grid.n_columns) / WORD;
  self->row = CLAMP (row, 0, grid.n_rows);
  self->n_words = MAX ((right + WORD - 1) / WORD - self->word, 0);
  self->n_rows = MAX (bottom - self->row, 0);
  self->words = g_new0 (guint64, (gsize) self->n_words * self->n_rows + 1);
  return self;
}

PalpateMask *
palpate_mask_new (PalpateGrid grid)
{
  return palpate_mask_new_part (grid, 0, 0, grid.n_columns, grid.n_rows);
}

PalpateMask *
palpate_mask_copy (const PalpateMask *self)
{
  PalpateMask *copy = g_rc_box_new0 (PalpateMask);

  *copy = *self;
  copy->words = g_memdup2 (self->words, sizeof (guint64) * ((gsize) self->n_words * self->n_rows + 1));
  return copy;
}

PalpateMask *
palpate_mask_ref (PalpateMask *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_mask (gpointer data)
{
  g_free (((PalpateMask *) data)->words);
}

void
palpate_mask_unref (PalpateMask *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_mask);
}

PalpateGrid
palpate_mask_get_grid (const PalpateMask *self)
{
  return self->grid;
}

gboolean
palpate_mask_get (const PalpateMask *self,
                  int                column,
                  int                row)
{
  const int word = column / WORD - self->word;

  if (column < 0 || row < self->row || row >= self->row + self->n_rows || word < 0 || word >= self->n_words)
    return FALSE;
  return (row_of (self, row)[word] >> (column % WORD)) & 1;
}

/**
 * palpate_mask_set:
 *
 * Adds a cell; one outside of the mask's part is left out.
 */
void
palpate_mask_set (PalpateMask *self,
                  int          column,
                  int          row)
{
  const int word = column / WORD - self->word;

  if (column < 0 || column >= self->grid.n_columns || row < self->row || row >= self->row + self->n_rows || word < 0
      || word >= self->n_words)
    return;
  row_of (self, row)[word] |= (guint64) 1 << (column % WORD);
}

/**
 * palpate_mask_add_stroke:
 *
 * Adds the cells whose middle a round brush passes over on its way from the first to the second position; the cell
 * below the brush always, however fine it is.
 */
void
palpate_mask_add_stroke (PalpateMask *self,
                         double       x0,
                         double       y0,
                         double       x1,
                         double       y1,
                         double       radius)
{
  const PalpateGrid grid = self->grid;
  const double dx = x1 - x0, dy = y1 - y0, length = dx * dx + dy * dy;
  const int left = MAX ((int) floor ((MIN (x0, x1) - radius - grid.x) / grid.cell), 0);
  const int right = MIN ((int) floor ((MAX (x0, x1) + radius - grid.x) / grid.cell), grid.n_columns - 1);
  const int top = MAX ((int) floor ((MIN (y0, y1) - radius - grid.y) / grid.cell), 0);
  const int bottom = MIN ((int) floor ((MAX (y0, y1) + radius - grid.y) / grid.cell), grid.n_rows - 1);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        const double x = grid.x + (column + 0.5) * grid.cell - x0, y = grid.y + (row + 0.5) * grid.cell - y0;
        const double t = length > 0 ? CLAMP ((x * dx + y * dy) / length, 0, 1) : 0;

        if ((x - t * dx) * (x - t * dx) + (y - t * dy) * (y - t * dy) <= radius * radius)
          palpate_mask_set (self, column, row);
      }
  palpate_mask_set (self, (int) floor ((x1 - grid.x) / grid.cell), (int) floor ((y1 - grid.y) / grid.cell));
}

static gboolean
same_grid (PalpateGrid a,
           PalpateGrid b)
{
  return a.n_columns == b.n_columns && a.n_rows == b.n_rows && fabs (a.cell - b.cell) < 1e-9 && fabs (a.x - b.x) < 1e-9
         && fabs (a.y - b.y) < 1e-9;
}

/* The word of @other that lies on a word of @self; 0 outside of its part. */
static guint64
word_at (const PalpateMask *other,
         int                word,
         int                row)
{
  if (row < other->row || row >= other->row + other->n_rows || word < other->word || word >= other->word + other->n_words)
    return 0;
  return row_of (other, row)[word - other->word];
}

typedef enum { COMBINE_ADD, COMBINE_SUBTRACT, COMBINE_INTERSECT } Combination;

static void
combine (PalpateMask       *self,
         const PalpateMask *other,
         Combination        combination)
{
  g_return_if_fail (same_grid (self->grid, other->grid));

  for (int row = self->row; row < self->row + self->n_rows; row++)
    for (int i = 0; i < self->n_words; i++)
      {
        guint64 *word = row_of (self, row) + i;
        const guint64 mine = *word, theirs = word_at (other, self->word + i, row);

        *word = combination == COMBINE_ADD ? mine | theirs : combination == COMBINE_SUBTRACT ? mine & ~theirs : mine & theirs;
      }
}

/**
 * palpate_mask_add:
 *
 * Adds the cells of @other that lie in the part of @self.
 */
void
palpate_mask_add (PalpateMask       *self,
                  const PalpateMask *other)
{
  combine (self, other, COMBINE_ADD);
}

void
palpate_mask_subtract (PalpateMask       *self,
                       const PalpateMask *other)
{
  combine (self, other, COMBINE_SUBTRACT);
}

void
palpate_mask_intersect (PalpateMask       *self,
                        const PalpateMask *other)
{
  combine (self, other, COMBINE_INTERSECT);
}

gboolean
palpate_mask_is_empty (const PalpateMask *self)
{
  for (gsize i = 0; i < (gsize) self->n_words * self->n_rows; i++)
    if (self->words[i] != 0)
      return FALSE;
  return TRUE;
}

gboolean
palpate_mask_equal (const PalpateMask *a,
                    const PalpateMask *b)
{
  const guint common = same_grid (a->grid, b->grid) ? palpate_mask_count_common (a, b) : 0;

  return common == palpate_mask_count (a) && common == palpate_mask_count (b);
}

guint
palpate_mask_count (const PalpateMask *self)
{
  guint n = 0;

  for (gsize i = 0; i < (gsize) self->n_words * self->n_rows; i++)
    n += __builtin_popcountll (self->words[i]);
  return n;
}

/**
 * palpate_mask_count_common:
 *
 * Returns: how many cells are in both, which are of one grid
 */
guint
palpate_mask_count_common (const PalpateMask *a,
                           const PalpateMask *b)
{
  const int top = MAX (a->row, b->row), bottom = MIN (a->row + a->n_rows, b->row + b->n_rows);
  const int left = MAX (a->word, b->word), right = MIN (a->word + a->n_words, b->word + b->n_words);
  guint n = 0;

  g_return_val_if_fail (same_grid (a->grid, b->grid), 0);

  for (int row = top; row < bottom; row++)
    for (int word = left; word < right; word++)
      n += __builtin_popcountll (row_of (a, row)[word - a->word] & row_of (b, row)[word - b->word]);
  return n;
}

double
palpate_mask_get_area (const PalpateMask *self)
{
  return palpate_mask_count (self) * self->grid.cell * self->grid.cell;
}

/**
 * palpate_mask_get_extent:
 * @column: (out): the first column with a cell
 * @row: (out): the first row with a cell
 *
 * Returns: whether there is any cell; nothing is set if there is none
 */
gboolean
palpate_mask_get_extent (const PalpateMask *self,
                         int               *column,
                         int               *row,
                         int               *n_columns,
                         int               *n_rows)
{
  int left = G_MAXINT, right = -1, top = G_MAXINT, bottom = -1;

  for (int y = self->row; y < self->row + self->n_rows; y++)
    for (int i = 0; i < self->n_words; i++)
      {
        const guint64 word = row_of (self, y)[i];

        if (word == 0)
          continue;
        left = MIN (left, (self->word + i) * WORD + __builtin_ctzll (word));
        right = MAX (right, (self->word + i) * WORD + WORD - 1 - __builtin_clzll (word));
        top = MIN (top, y);
        bottom = y;
      }
  if (bottom < 0)
    return FALSE;
  *column = left;
  *row = top;
  *n_columns = right - left + 1;
  *n_rows = bottom - top + 1;
  return TRUE;
}

/* Cells beside each other in a row. */
typedef struct {
  int row, left, right;   /* both in it */
  int parent;             /* a run of the same patch; its own number at the root */
} Run;

static int
root_of (GArray *runs,
         int     i)
{
  while (g_array_index (runs, Run, i).parent != i)
    i = g_array_index (runs, Run, i).parent;
  return i;
}

static GArray *
find_runs (const PalpateMask *self)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  int column, row, n_columns, n_rows;
  guint above = 0;   /* the first run of the row above */

  if (!palpate_mask_get_extent (self, &column, &row, &n_columns, &n_rows))
    return runs;
  for (int y = row; y < row + n_rows; y++)
    {
      const guint first = runs->len;

      for (int x = column; x < column + n_columns; x++)
        {
          Run run = { y, x, x, runs->len };

          if (!palpate_mask_get (self, x, y))
            continue;
          while (palpate_mask_get (self, run.right + 1, y))
            run.right++;
          g_array_append_val (runs, run);
          x = run.right;
          for (guint i = above; i < first; i++)
            {
              const Run *other = &g_array_index (runs, Run, i);

              if (other->row == y - 1 && other->left <= run.right && other->right >= run.left)
                g_array_index (runs, Run, root_of (runs, i)).parent = root_of (runs, runs->len - 1);
            }
        }
      above = first;
    }
  return runs;
}

/**
 * palpate_mask_to_text:
 *
 * Returns: (transfer full): the cells, for a file: rows with a semicolon between them, each its number and then the first
 *   and the last column of each run, "12 40 47 60 61;13 39 61"
 */
char *
palpate_mask_to_text (const PalpateMask *self)
{
  g_autoptr (GArray) runs = find_runs (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);

      if (i == 0 || run->row != g_array_index (runs, Run, i - 1).row)
        g_string_append_printf (text, "%s%d", i > 0 ? ";" : "", run->row);
      g_string_append_printf (text, " %d %d", run->left, run->right);
    }
  return g_string_free (text, FALSE);
}

/* @next_row: the first one that may follow: each cell is written once, however long the text is */
static gboolean
read_row (PalpateMask *self,
          const char  *text,
          guint64     *next_row)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const guint n_words = g_strv_length (words);
  guint64 row, left, right, next_column = 0;

  if (n_words < 3 || n_words % 2 == 0 || *next_row >= (guint64) self->grid.n_rows
      || !g_ascii_string_to_unsigned (words[0], 10, *next_row, self->grid.n_rows - 1, &row, NULL))
    return FALSE;
  *next_row = row + 1;
  for (guint i = 1; i < n_words; i += 2)
    {
      if (next_column >= (guint64) self->grid.n_columns
          || !g_ascii_string_to_unsigned (words[i], 10, next_column, self->grid.n_columns - 1, &left, NULL)
          || !g_ascii_string_to_unsigned (words[i + 1], 10, left, self->grid.n_columns - 1, &right, NULL))
        return FALSE;
      for (guint64 column = left; column <= right; column++)
        palpate_mask_set (self, (int) column, (int) row);
      next_column = right + 1;
    }
  return TRUE;
}

/**
 * palpate_mask_new_from_text:
 *
 * Returns: (transfer full) (nullable): the cells that palpate_mask_to_text() wrote; %NULL for any other text
 */
PalpateMask *
palpate_mask_new_from_text (PalpateGrid  grid,
                            const char  *text)
{
  g_autoptr (PalpateMask) self = palpate_mask_new (grid);
  g_auto (GStrv) rows = g_strsplit (text, ";", -1);
  guint64 next_row = 0;

  for (guint i = 0; rows[i] != NULL; i++)
    if (!read_row (self, rows[i], &next_row))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * palpate_mask_split:
 *
 * Returns: (transfer full) (element-type PalpateMask): the patches of cells that hang together by their edges
 */
GPtrArray *
palpate_mask_split (const PalpateMask *self)
{
  GPtrArray *patches = g_ptr_array_new_with_free_func ((GDestroyNotify) palpate_mask_unref);
  g_autoptr (GArray) runs = find_runs (self);
  g_autoptr (GHashTable) by_root = g_hash_table_new (NULL, NULL);
  int column, row, n_columns, n_rows;

  if (!palpate_mask_get_extent (self, &column, &row, &n_columns, &n_rows))
    return patches;
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      const gpointer root = GINT_TO_POINTER (root_of (runs, i));
      PalpateMask *patch = g_hash_table_lookup (by_root, root);

      if (patch == NULL)
        {
          patch = palpate_mask_new_part (self->grid, column, row, n_columns, n_rows);
          g_ptr_array_add (patches, patch);
          g_hash_table_insert (by_root, root, patch);
        }
      for (int x = run->left; x <= run->right; x++)
        palpate_mask_set (patch, x, run->row);
    }
  return patches;
}
