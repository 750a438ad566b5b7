/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts of the pages: what nobody translated begins at the side where its own script begins.
 */
#include <adwaita.h>

#include "palpate-rows.h"

#define ENGLISH "Roll it slowly between thumb and fingers, along the whole front edge of the muscle. Look for a firm, sore strand."
#define ARABIC "هذا نص طويل يصف كيف تجد النقطة في العضلة وكيف تضغط عليها بلطف دون ألم زائد، ثم تتركها لترتاح قليلًا"

static GtkLabel *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Lays @widget out 240 units wide and tells where the lines of @text all begin: -1 left, 1 right, 0 neither (ragged on both sides). */
static int
side_of (GtkWidget  *widget,
         const char *text)
{
  GtkWidget *window = gtk_window_new ();
  GtkLabel *label;
  int height;
  int width;
  int x;
  int left = G_MAXINT;
  int right = G_MININT;
  int last_left = G_MININT;   /* the largest left edge */
  int last_right = G_MAXINT;  /* the smallest right edge */
  PangoLayoutIter *iter;

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, 240, NULL, &height, NULL, NULL);
  gtk_widget_allocate (widget, 240, height, -1, NULL);
  label = find_label (widget, text);
  g_assert_nonnull (label);
  width = gtk_widget_get_width (GTK_WIDGET (label));
  gtk_label_get_layout_offsets (label, &x, NULL);
  iter = pango_layout_get_iter (gtk_label_get_layout (label));
  do
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      pango_extents_to_pixels (NULL, &line);
      left = MIN (left, line.x);
      last_left = MAX (last_left, line.x);
      right = MAX (right, line.x + line.width);
      last_right = MIN (last_right, line.x + line.width);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  left += x;
  last_left += x;
  right += x;
  last_right += x;
  gtk_window_destroy (GTK_WINDOW (window));
  if (last_left <= 2 && last_right < width - 2)
    return -1;
  return last_right >= width - 2 && last_left > 2 ? 1 : 0;
}

static void
assert_sides (GtkTextDirection direction)
{
  const char *const steps[] = { ENGLISH, ARABIC, NULL };

  gtk_widget_set_default_direction (direction);
  g_assert_cmpint (side_of (palpate_rows_text_new (ENGLISH, NULL), ENGLISH), ==, -1);
  g_assert_cmpint (side_of (palpate_rows_text_new (ARABIC, NULL), ARABIC), ==, 1);
  g_assert_cmpint (side_of (palpate_rows_title_new (ENGLISH, "title-1"), ENGLISH), ==, -1);
  g_assert_cmpint (side_of (palpate_rows_steps_new (NULL, steps), ENGLISH), ==, -1);
  g_assert_cmpint (side_of (palpate_rows_steps_new (NULL, steps), ARABIC), ==, 1);
  g_assert_cmpint (side_of (palpate_rows_row_new (ARABIC, ENGLISH), ENGLISH), ==, -1);
  g_assert_cmpint (side_of (palpate_rows_row_new (ARABIC, ENGLISH), ARABIC), ==, 1);
}

static void
test_other_script (void)
{
  assert_sides (GTK_TEXT_DIR_RTL);
  assert_sides (GTK_TEXT_DIR_LTR);
}

/* Numbers have no script of their own. */
static void
test_numbers (void)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_assert_cmpint (side_of (palpate_rows_text_new ("60", NULL), "60"), ==, 1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_cmpint (side_of (palpate_rows_text_new ("60", NULL), "60"), ==, -1);
}

static void
test_text_set_later (void)
{
  GtkWidget *label;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  label = palpate_rows_text_new (NULL, NULL);
  gtk_label_set_text (GTK_LABEL (label), ENGLISH);
  g_assert_cmpint (side_of (label, ENGLISH), ==, -1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/rows/other-script", test_other_script);
  g_test_add_func ("/rows/numbers", test_numbers);
  g_test_add_func ("/rows/text-set-later", test_text_set_later);
  return g_test_run ();
}
