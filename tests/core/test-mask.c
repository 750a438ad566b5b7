/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Brush and eraser on cells.
 */
#include <math.h>

#include "palpate-mask.h"

static const PalpateGrid grid = { -100, 20, 0.5, 401, 300 };   /* x -100 to 100.5, y 20 to 170 */

static PalpateMask *
stroke (double x0,
        double y0,
        double x1,
        double y1,
        double radius)
{
  PalpateMask *mask = palpate_mask_new (grid);

  palpate_mask_add_stroke (mask, x0, y0, x1, y1, radius);
  return mask;
}

static void
test_stroke (void)
{
  g_autoptr (PalpateMask) disc = stroke (0, 90, 0, 90, 20);
  g_autoptr (PalpateMask) capsule = stroke (-40, 60, 40, 120, 10);
  g_autoptr (PalpateMask) edge = stroke (-100, 90, -100, 90, 20);
  g_autoptr (PalpateMask) outside = stroke (300, 300, 320, 300, 20);
  g_autoptr (PalpateMask) fine = stroke (3.1, 50.2, 3.1, 50.2, 0.01);

  g_assert_cmpfloat_with_epsilon (palpate_mask_get_area (disc), G_PI * 400, 12);
  g_assert_cmpfloat_with_epsilon (palpate_mask_get_area (capsule), G_PI * 100 + 20 * 100, 20);
  g_assert_cmpfloat_with_epsilon (palpate_mask_get_area (edge), G_PI * 200, 12);
  g_assert_true (palpate_mask_is_empty (outside));
  g_assert_cmpuint (palpate_mask_count (fine), ==, 1);
}

static void
test_extent (void)
{
  g_autoptr (PalpateMask) disc = stroke (0, 90, 0, 90, 20);
  g_autoptr (PalpateMask) nothing = palpate_mask_new (grid);
  int column, row, n_columns, n_rows;

  g_assert_true (palpate_mask_get_extent (disc, &column, &row, &n_columns, &n_rows));
  g_assert_cmpint (column, ==, 160);   /* (-20 - -100) / 0.5 */
  g_assert_cmpint (row, ==, 100);
  g_assert_cmpint (n_columns, ==, 80);
  g_assert_cmpint (n_rows, ==, 80);
  g_assert_false (palpate_mask_get_extent (nothing, &column, &row, &n_columns, &n_rows));
}

/* What was painted and erased again is as if it had never been. */
static void
test_erase (void)
{
  g_autoptr (PalpateMask) mask = stroke (0, 90, 0, 90, 20);
  g_autoptr (PalpateMask) before = palpate_mask_copy (mask);
  g_autoptr (PalpateMask) other = stroke (60, 90, 80, 90, 10);

  palpate_mask_add (mask, other);
  g_assert_false (palpate_mask_equal (mask, before));
  palpate_mask_subtract (mask, other);
  g_assert_true (palpate_mask_equal (mask, before));
  palpate_mask_intersect (mask, other);
  g_assert_true (palpate_mask_is_empty (mask));
}

/* A part counts as the whole mask does, wherever it begins. */
static void
test_parts (void)
{
  g_autoptr (PalpateMask) whole = stroke (0, 90, 0, 90, 20);

  for (int column = 0; column < 160; column += 7)
    {
      g_autoptr (PalpateMask) part = palpate_mask_new_part (grid, column, 40 + column / 4, 200, 180);

      palpate_mask_add_stroke (part, 0, 90, 0, 90, 20);
      g_assert_true (palpate_mask_equal (part, whole));
      g_assert_cmpuint (palpate_mask_count_common (part, whole), ==, palpate_mask_count (whole));
    }
  {
    g_autoptr (PalpateMask) half = palpate_mask_new_part (grid, 0, 0, grid.n_columns, 140);   /* above the middle */

    palpate_mask_add (half, whole);
    g_assert_cmpuint (palpate_mask_count (half) * 2, ==, palpate_mask_count (whole));
  }
}

static void
test_split (void)
{
  g_autoptr (PalpateMask) mask = stroke (-60, 60, -20, 60, 8);
  g_autoptr (PalpateMask) ring = stroke (40, 110, 40, 110, 20);
  g_autoptr (PalpateMask) hole = stroke (40, 110, 40, 110, 12);
  g_autoptr (PalpateMask) middle = stroke (40, 110, 40, 110, 4);
  g_autoptr (GPtrArray) patches = NULL;
  guint n = 0;

  palpate_mask_subtract (ring, hole);
  palpate_mask_add (mask, ring);
  palpate_mask_add (mask, middle);
  patches = palpate_mask_split (mask);
  g_assert_cmpuint (patches->len, ==, 3);
  for (guint i = 0; i < patches->len; i++)
    n += palpate_mask_count (g_ptr_array_index (patches, i));
  g_assert_cmpuint (n, ==, palpate_mask_count (mask));
}

/* What is painted is found again in a file; what is no such text is refused. */
static void
test_text (void)
{
  static const char *const wrong[] = { "12", "12 3", "12 3 2", "12 3 4 ", " 12 3 4", "-1 3 4", "12 3 100000", "100000 3 4", "12 3 4;", "x", "12 3 4,13 3 4",
                                       "12 3 4;12 6 7", "12 3 4;11 3 4", "12 6 7 3 4", "12 3 5 5 7" };
  g_autoptr (PalpateMask) mask = stroke (-60, 60, -20, 90, 8);
  g_autoptr (PalpateMask) ring = stroke (40, 110, 40, 110, 20);
  g_autoptr (PalpateMask) hole = stroke (40, 110, 40, 110, 12);
  g_autoptr (PalpateMask) again = NULL;
  g_autoptr (PalpateMask) nothing = palpate_mask_new_from_text (grid, "");
  g_autofree char *text = NULL;

  palpate_mask_subtract (ring, hole);
  palpate_mask_add (mask, ring);
  text = palpate_mask_to_text (mask);
  again = palpate_mask_new_from_text (grid, text);
  g_assert_nonnull (again);
  g_assert_true (palpate_mask_equal (again, mask));
  g_assert_true (palpate_mask_is_empty (nothing));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (palpate_mask_new_from_text (grid, wrong[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mask/stroke", test_stroke);
  g_test_add_func ("/mask/extent", test_extent);
  g_test_add_func ("/mask/erase", test_erase);
  g_test_add_func ("/mask/parts", test_parts);
  g_test_add_func ("/mask/split", test_split);
  g_test_add_func ("/mask/text", test_text);
  return g_test_run ();
}
