/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-path.h"

#include <math.h>
#include <string.h>

#include "palpate-error.h"

static PalpatePath *
parse (const char *d)
{
  g_autoptr (GError) error = NULL;
  PalpatePath *path = palpate_path_parse (d, &error);

  g_assert_no_error (error);
  g_assert_nonnull (path);
  return path;
}

static void
assert_box (const PalpatePath *path,
            double             x,
            double             y,
            double             width,
            double             height)
{
  const PalpateBox box = palpate_path_get_box (path);

  g_assert_cmpfloat_with_epsilon (box.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.y, y, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.width, width, 1e-9);
  g_assert_cmpfloat_with_epsilon (box.height, height, 1e-9);
}

/* The outline as cairo sees it: one command a line. */
static char *
describe (const PalpatePath *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  cairo_path_t *copy;

  palpate_path_append (path, cr);
  copy = cairo_copy_path (cr);
  for (int i = 0; i < copy->num_data; i += copy->data[i].header.length)
    {
      const cairo_path_data_t *data = &copy->data[i];

      g_string_append_c (text, "MLCZ"[data->header.type]);
      for (int j = 1; j < data->header.length; j++)
        g_string_append_printf (text, "%g %g%s", round (data[j].point.x * 1000) / 1000 + 0.0,
                                round (data[j].point.y * 1000) / 1000 + 0.0, j + 1 < data->header.length ? " " : "");
    }
  cairo_path_destroy (copy);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Every pair must be the same outline. */
static void
test_commands (void)
{
  static const struct {
    const char *d;
    const char *same;
  } cases[] = {
    { "M1 2L3 4", "M 1 2 L 3 4" },
    { "m1 2l2 2", "M1 2L3 4" },
    { "M10 10H20", "M10 10L20 10" },
    { "M10 10h10", "M10 10L20 10" },
    { "M10 10V20", "M10 10L10 20" },
    { "M10 10v10", "M10 10L10 20" },
    { "M10 10h5 5v3 3", "M10 10L15 10L20 10L20 13L20 16" },
    { "M10 10H20 30V5 6", "M10 10L20 10L30 10L30 5L30 6" },
    { "M5 5c1 2 3 4 5 6", "M5 5C6 7 8 9 10 11" },
    { "M5 5c1 2 3 4 5 6 1 1 2 2 3 3", "M5 5C6 7 8 9 10 11C11 12 12 13 13 14" },
    { "M0 0C1 2 3 4 5 6S9 9 10 10", "M0 0C1 2 3 4 5 6C7 8 9 9 10 10" },
    { "M0 0C1 2 3 4 5 6s4 3 5 4", "M0 0C1 2 3 4 5 6C7 8 9 9 10 10" },
    { "M0 0C1 2 3 4 5 6S9 9 10 10 15 15 20 20", "M0 0C1 2 3 4 5 6C7 8 9 9 10 10C11 11 15 15 20 20" },
    { "M4 4S9 9 10 10", "M4 4C4 4 9 9 10 10" },              /* nothing to reflect */
    { "M0 0C1 2 3 4 5 6L7 7S9 9 10 10", "M0 0C1 2 3 4 5 6L7 7C7 7 9 9 10 10" },
    { "M0 0Q3 6 6 0S9 9 10 10", "M0 0Q3 6 6 0C6 0 9 9 10 10" },   /* S reflects cubics only */
    { "M0 0Q3 6 6 0", "M0 0C2 4 4 4 6 0" },
    { "M1 1q3 6 6 0", "M1 1C3 5 5 5 7 1" },
    { "M0 0Q3 6 6 0 9 -6 12 0", "M0 0C2 4 4 4 6 0C8 -4 10 -4 12 0" },
    { "M0 0L4 0L4 4Z", "M0 0L4 0L4 4z" },
    { "M2 2l4 0l0 4zl1 1", "M2 2L6 2L6 6ZL3 3" },            /* Z goes back to the start */
    { "M2 2l4 0l0 4zm1 1l2 0", "M2 2L6 2L6 6ZM3 3L5 3" },
    { "M1 2 3 4 5 6", "M1 2L3 4L5 6" },
    { "m1 2 3 4 5 6", "M1 2L4 6L9 12" },
    { "M1 2L3 4m1 1 2 2", "M1 2L3 4M4 5L6 7" },
    { "M1.5.5-2-.25L.5.5.25.75", "M1.5 0.5L-2 -0.25L0.5 0.5L0.25 0.75" },
    { "M1,2,L+3,+4", "M1 2L3 4" },
    { " \n\tM1 2\nL3\t4 \n", "M1 2L3 4" },
    { "M1. 2.L3. 4.", "M1 2L3 4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PalpatePath) a = parse (cases[i].d), b = parse (cases[i].same);
      g_autofree char *first = describe (a);
      g_autofree char *second = describe (b);

      g_test_message ("%s", cases[i].d);
      g_assert_cmpstr (first, ==, second);
    }
}

static void
test_numbers (void)
{
  g_autoptr (PalpatePath) path = parse ("M1.5.5-2-3L-.5-.5.25+.5");
  g_autofree char *text = describe (path);

  g_assert_cmpstr (text, ==, "M1.5 0.5L-2 -3L-0.5 -0.5L0.25 0.5");
  assert_box (path, -2, -3, 3.5, 3.5);
}

static void
test_errors (void)
{
  static const struct {
    const char *d;
    const char *where;   /* the message names it */
  } cases[] = {
    { "", NULL },
    { "   ", NULL },
    { "L1 2", "1 2" },
    { "1 2", "1 2" },
    { "M", NULL },
    { "M1", NULL },
    { "M1 2L3", NULL },
    { "M1 2L3 x", "x" },
    { "M1 2X3 4", "X3 4" },
    { "M0 0A5 5 0 0 1 10 10", "A5 5 0 0 1" },
    { "M0 0T5 5", "T5 5" },
    { "M0 0L1e3 5", "1e3" },
    { "M0 0C1 2 3 4 5", NULL },
    { "M0 0Z5 5", "5 5" },
    { "M0 0L--1 2", "--1" },
    { "M0 0L. 2", ". 2" },
    { "M0 0L1 2;", ";" },
    { "M0 0L1 2 nan 3", "nan" },
    { "M0 0L1111111111111111111111111111111111111111 2", "1111" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PalpatePath *path = palpate_path_parse (cases[i].d, &error);

      g_test_message ("“%s”: %s", cases[i].d, error != NULL ? error->message : "no error");
      g_assert_null (path);
      g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_PARSE);
      if (cases[i].where != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].where));
    }
}

static void
test_contains (void)
{
  g_autoptr (PalpatePath) square = parse ("M0 0H10V10H0Z");
  g_autoptr (PalpatePath) open = parse ("M0 0H10V10H0");
  g_autoptr (PalpatePath) holed = parse ("M0 0H10V10H0ZM3 3V7H7V3Z");
  g_autoptr (PalpatePath) doubled = parse ("M0 0H10V10H0ZM3 3H7V7H3Z");
  g_autoptr (PalpatePath) two = parse ("M0 0h4v4h-4zM10 0h4v4h-4z");

  g_assert_true (palpate_path_contains (square, 5, 5));
  g_assert_true (palpate_path_contains (square, 0.001, 9.999));
  g_assert_false (palpate_path_contains (square, -0.001, 5));
  g_assert_false (palpate_path_contains (square, 10.001, 5));
  g_assert_false (palpate_path_contains (square, 5, 10.001));
  g_assert_false (palpate_path_contains (square, 5, -5));

  g_assert_true (palpate_path_contains (open, 0.5, 5));      /* filling closes it */
  g_assert_false (palpate_path_contains (holed, 5, 5));      /* wound the other way: a hole */
  g_assert_true (palpate_path_contains (holed, 1.5, 5));
  g_assert_true (palpate_path_contains (doubled, 5, 5));     /* wound the same way: none */
  g_assert_true (palpate_path_contains (two, 2, 2));
  g_assert_false (palpate_path_contains (two, 7, 2));
  g_assert_true (palpate_path_contains (two, 12, 2));
}

/* Compares with what cairo fills, away from the rim. */
static void
test_contains_like_cairo (void)
{
  static const char *const outlines[] = {
    "M10 50C10 10 90 10 90 50S10 90 10 50Z",
    "M10 10Q90 10 90 90Q50 40 10 90Z",
    "M20 20C80 20 20 80 80 80L80 20C60 60 40 30 20 80Z",
    "M50 5L61 39H97L68 60L79 95L50 73L21 95L32 60L3 39H39ZM50 40L58 60H42Z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autoptr (PalpatePath) path = parse (outlines[i]);
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 100, 100);
      cairo_t *cr = cairo_create (surface);
      guint n_inside = 0;

      palpate_path_append (path, cr);
      for (int y = 0; y < 100; y++)
        for (int x = 0; x < 100; x++)
          {
            const double px = x + 0.5, py = y + 0.5;
            const gboolean inside = cairo_in_fill (cr, px, py);

            n_inside += inside;
            cairo_set_line_width (cr, 4);   /* lines stand for curves, and these are long: two units of grace */
            if (!cairo_in_stroke (cr, px, py))
              g_assert_cmpint (palpate_path_contains (path, px, py), ==, inside);
          }
      g_assert_cmpuint (n_inside, >, 1000);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_mirror (void)
{
  g_autoptr (PalpatePath) path = parse ("M10 0C20 0 30 10 30 20Q20 30 10 20Z");
  g_autoptr (PalpatePath) mirrored = palpate_path_mirror (path);
  g_autoptr (PalpatePath) back = palpate_path_mirror (mirrored);
  g_autofree char *first = describe (path);
  g_autofree char *again = describe (back);
  const PalpateBox box = palpate_path_get_box (path);

  assert_box (mirrored, -box.x - box.width, box.y, box.width, box.height);
  g_assert_cmpfloat_with_epsilon (palpate_path_get_area (mirrored), palpate_path_get_area (path), 1e-9);
  g_assert_cmpstr (first, ==, again);
  for (double y = -2.5; y < 40; y += 1.1)
    for (double x = -2.5; x < 40; x += 1.1)
      g_assert_cmpint (palpate_path_contains (mirrored, -x, y), ==, palpate_path_contains (path, x, y));
}

static void
test_area (void)
{
  static const struct {
    const char *d;
    double      area;
  } cases[] = {
    { "M0 0H10V10H0Z", 100 },
    { "M0 0V10H10V0Z", 100 },          /* the other way round */
    { "M0 0L10 0L0 10Z", 50 },
    { "M0 0L10 0L0 10", 50 },
    { "M0 0H10V10H0ZM3 3V7H7V3Z", 84 },
    { "M0 0h2v2h-2zM10 0h3v3h-3z", 13 },
    { "M5 5H20", 0 },
    { "M5 5", 0 },
  };
  g_autoptr (PalpatePath) parabola = parse ("M0 0Q5 10 10 0Z");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PalpatePath) path = parse (cases[i].d);

      g_test_message ("%s", cases[i].d);
      g_assert_cmpfloat_with_epsilon (palpate_path_get_area (path), cases[i].area, 1e-9);
    }
  g_assert_cmpfloat_with_epsilon (palpate_path_get_area (parabola), 100 / 3.0, 1);
}

static void
test_inside (void)
{
  static const char *const outlines[] = {
    "M0 0H10V10H0Z",
    "M0 0H100V2H2V100H0Z",                         /* the middle of its box is outside */
    "M0 0H10V10H0ZM3 3V7H7V3Z",                    /* a ring */
    "M10 50C10 0 90 0 90 50C90 20 10 20 10 50Z",   /* a sickle */
    "M0 0h4v4h-4zM50 50h20v20h-20z",
    "M0 0L100 3L0 6Z",
  };
  g_autoptr (PalpatePath) line = parse ("M0 0L10 0");
  const PalpatePosition middle = palpate_path_get_inside (line);

  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    {
      g_autoptr (PalpatePath) path = parse (outlines[i]);
      const PalpatePosition inside = palpate_path_get_inside (path);

      g_test_message ("%s: %g %g", outlines[i], inside.x, inside.y);
      g_assert_true (palpate_path_contains (path, inside.x, inside.y));
    }
  g_assert_cmpfloat_with_epsilon (middle.x, 5, 1e-9);
}

static void
test_circle (void)
{
  g_autoptr (PalpatePath) circle = palpate_path_new_circle (30, 40, 10);
  const PalpatePosition inside = palpate_path_get_inside (circle);

  assert_box (circle, 20, 30, 20, 20);
  g_assert_cmpfloat_with_epsilon (palpate_path_get_area (circle), G_PI * 100, 3);
  g_assert_cmpfloat (hypot (inside.x - 30, inside.y - 40), <, 2);
  for (double angle = 0; angle < 2 * G_PI; angle += 0.1)
    {
      g_assert_true (palpate_path_contains (circle, 30 + 9.8 * cos (angle), 40 + 9.8 * sin (angle)));
      g_assert_false (palpate_path_contains (circle, 30 + 10.1 * cos (angle), 40 + 10.1 * sin (angle)));
    }
}

static void
test_reference (void)
{
  PalpatePath *path = parse ("M0 0H10V10Z");
  PalpatePath *second = palpate_path_ref (path);

  g_assert_true (second == path);
  palpate_path_unref (path);
  g_assert_true (palpate_path_contains (second, 9, 5));
  palpate_path_unref (second);
  palpate_path_unref (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/commands", test_commands);
  g_test_add_func ("/path/numbers", test_numbers);
  g_test_add_func ("/path/errors", test_errors);
  g_test_add_func ("/path/contains", test_contains);
  g_test_add_func ("/path/contains-like-cairo", test_contains_like_cairo);
  g_test_add_func ("/path/mirror", test_mirror);
  g_test_add_func ("/path/area", test_area);
  g_test_add_func ("/path/inside", test_inside);
  g_test_add_func ("/path/circle", test_circle);
  g_test_add_func ("/path/reference", test_reference);
  return g_test_run ();
}
