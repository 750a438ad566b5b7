/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-outline.h"

/* Every so many edges of cells stand for one knot of the curve: the steps of the cells are not seen. */
#define STRIDE 4

/* A position and a heading while walking round the cells, which lie on the right hand. */
typedef struct {
  int x, y;      /* a corner of the grid */
  int dx, dy;
} Walker;

static gboolean
is_ahead (const PalpateMask *mask,
          const Walker      *walker,
          gboolean           on_the_right)
{
  /* of the four cells that meet in the corner, the two ahead */
  const int side_x = on_the_right ? -walker->dy : walker->dy, side_y = on_the_right ? walker->dx : -walker->dx;
  const int x = walker->x + (walker->dx + side_x > 0 ? 0 : -1), y = walker->y + (walker->dy + side_y > 0 ? 0 : -1);

  return palpate_mask_get (mask, x, y);
}

/* Cells that only meet in a corner are apart. */
static void
turn (const PalpateMask *mask,
      Walker            *walker)
{
  const int dx = walker->dx, dy = walker->dy;

  if (!is_ahead (mask, walker, TRUE))
    {
      walker->dx = -dy;
      walker->dy = dx;
    }
  else if (is_ahead (mask, walker, FALSE))
    {
      walker->dx = dy;
      walker->dy = -dx;
    }
}

/* Walks round once from the upper edge of a cell. Returns: (transfer full): the middles of the edges on the way */
static GArray *
walk_round (const PalpateMask *mask,
            PalpateMask       *seen,
            int                column,
            int                row)
{
  const PalpateGrid grid = palpate_mask_get_grid (mask);
  GArray *middles = g_array_new (FALSE, FALSE, sizeof (PalpatePosition));
  Walker walker = { column, row, 1, 0 };

  do
    {
      const PalpatePosition middle = { grid.x + grid.cell * (walker.x + walker.dx / 2.0),
                                       grid.y + grid.cell * (walker.y + walker.dy / 2.0) };

      g_array_append_val (middles, middle);
      if (walker.dx > 0)
        palpate_mask_set (seen, walker.x, walker.y);
      walker.x += walker.dx;
      walker.y += walker.dy;
      turn (mask, &walker);
    }
  while (walker.x != column || walker.y != row || walker.dx != 1);
  return middles;
}

/* Fewer knots, each the mean of the edges that it stands for. */
static GArray *
thin_out (GArray *middles)
{
  const guint n = MAX (middles->len / STRIDE, 4);
  GArray *knots = g_array_sized_new (FALSE, FALSE, sizeof (PalpatePosition), n);

  for (guint i = 0; i < n; i++)
    {
      const guint begin = i * middles->len / n, end = MAX ((i + 1) * middles->len / n, begin + 1);
      PalpatePosition mean = { 0, 0 };

      for (guint j = begin; j < end; j++)
        {
          mean.x += g_array_index (middles, PalpatePosition, j).x / (end - begin);
          mean.y += g_array_index (middles, PalpatePosition, j).y / (end - begin);
        }
      g_array_append_val (knots, mean);
    }
  return knots;
}

/**
 * palpate_outline_trace:
 *
 * Returns: (transfer full): closed curves round the cells; round a hole they run the other way
 */
PalpatePath *
palpate_outline_trace (const PalpateMask *mask)
{
  g_autoptr (GPtrArray) loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  int column, row, n_columns, n_rows;

  if (palpate_mask_get_extent (mask, &column, &row, &n_columns, &n_rows))
    {
      g_autoptr (PalpateMask) seen = palpate_mask_new_part (palpate_mask_get_grid (mask), column, row, n_columns, n_rows);

      for (int y = row; y < row + n_rows; y++)
        for (int x = column; x < column + n_columns; x++)
          if (palpate_mask_get (mask, x, y) && !palpate_mask_get (mask, x, y - 1) && !palpate_mask_get (seen, x, y))
            {
              g_autoptr (GArray) middles = walk_round (mask, seen, x, y);

              g_ptr_array_add (loops, thin_out (middles));
            }
    }
  return palpate_path_new_smooth (loops);
}
