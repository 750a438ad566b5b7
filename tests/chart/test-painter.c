/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marks are seen where they belong and nowhere else, and can be told apart without colours.
 */
#include "palpate-chart-painter.h"

#include <math.h>

#include "palpate-signs.h"

#define SIZE 240

/* How far lines, their casing and the antialiasing may reach (and lines stand for curves) over the rim of a shape, at one pixel a unit. */
#define RIM 6.5

typedef enum { SHOW_HOVER, SHOW_REGION, SHOW_ESSENTIAL, SHOW_SPILLOVER, SHOW_DANGER, SHOW_MUSCLE, SHOW_COVERED, N_SHOWS } Show;

static PalpateMark
make_mark (const char *d)
{
  g_autoptr (GError) error = NULL;
  PalpateMark mark = { PALPATE_MARK_REGION, (char *) "somewhere", PALPATE_SIDE_LEFT, palpate_path_parse (d, &error) };

  g_assert_no_error (error);
  return mark;
}

static void
paint (PalpateMark   *mark,
       Show           show,
       PalpateScheme  scheme,
       cairo_t       *cr)
{
  mark->kind = show == SHOW_ESSENTIAL ? PALPATE_MARK_ZONE_ESSENTIAL : PALPATE_MARK_ZONE_SPILLOVER;
  switch (show)
    {
    case SHOW_HOVER:
      palpate_paint_hover (mark, scheme, 1, cr);
      break;
    case SHOW_REGION:
      palpate_paint_region (mark, scheme, 1, cr);
      break;
    case SHOW_ESSENTIAL:
    case SHOW_SPILLOVER:
      palpate_paint_zone (mark, scheme, 1, cr);
      break;
    case SHOW_DANGER:
      palpate_paint_danger (mark, scheme, 1, cr);
      break;
    case SHOW_MUSCLE:
    case SHOW_COVERED:
      palpate_paint_muscle (mark, show == SHOW_COVERED, scheme, 1, cr);
      break;
    case N_SHOWS:
      g_assert_not_reached ();
    }
}

/* Returns: (transfer full): a picture on paper of a colour that no palette has, so that casings and veils show too */
static cairo_surface_t *
begin (cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 0.5, 0.8, 0.5);
  cairo_paint (*cr);
  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static double
get_grey (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guint32 pixel = get_pixel (surface, x, y);

  return (0.2126 * (pixel >> 16 & 0xff) + 0.7152 * (pixel >> 8 & 0xff) + 0.0722 * (pixel & 0xff)) / 255;
}

static gboolean
is_near (const PalpatePath *path,
         double             x,
         double             y)
{
  if (palpate_path_contains (path, x, y))
    return TRUE;
  for (double angle = 0; angle < 2 * G_PI; angle += G_PI / 12)
    for (double reach = 1; reach <= RIM; reach += 0.5)
      if (palpate_path_contains (path, x + reach * cos (angle), y + reach * sin (angle)))
        return TRUE;
  return FALSE;
}

static const char *const outlines[] = {
  "M60 60H180V180H60Z",
  "M40 120C40 20 200 20 200 120S40 220 40 120Z",
  "M40 40H200V200H40ZM90 90V150H150V90Z",        /* with a hole */
  "M30 30L210 60L120 200Z",
};

static void
test_stays_inside (gconstpointer data)
{
  const Show show = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (outlines); i++)
    for (guint scheme = 0; scheme < PALPATE_N_SCHEMES; scheme++)
      {
        PalpateMark mark = make_mark (outlines[i]);
        cairo_t *cr;
        cairo_surface_t *surface = begin (&cr);
        const guint32 paper = get_pixel (surface, 0, 0);
        guint n_inside = 0, n_outside = 0;

        paint (&mark, show, scheme, cr);
        cairo_surface_flush (surface);
        g_assert_false (cairo_has_current_point (cr));   /* nothing left for the next one to draw */
        for (int y = 0; y < SIZE; y++)
          for (int x = 0; x < SIZE; x++)
            if (get_pixel (surface, x, y) != paper)
              {
                if (palpate_path_contains (mark.path, x + 0.5, y + 0.5))
                  n_inside++;
                else if (!is_near (mark.path, x + 0.5, y + 0.5) && show != SHOW_DANGER)
                  n_outside++;
              }
        g_test_message ("%u, %s: %u inside, %u outside", i, palpate_scheme_to_id (scheme), n_inside, n_outside);
        g_assert_cmpuint (n_inside, >, 100);
        g_assert_cmpuint (n_outside, ==, 0);
        cairo_destroy (cr);
        cairo_surface_destroy (surface);
        palpate_path_unref (mark.path);
      }
}

/* Mean grey of the shape, well inside its rim, and the share of it that is dark in black and white. */
static void
measure (Show           show,
         PalpateScheme  scheme,
         double        *mean,
         double        *dark,
         double        *changes)
{
  PalpateMark mark = make_mark ("M40 40H200V200H40Z");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  guint n = 0, n_dark = 0, n_changes = 0;

  palpate_color_set (&palpate_scheme_get_palette (scheme)->paper, cr);
  cairo_paint (cr);
  paint (&mark, show, scheme, cr);
  cairo_surface_flush (surface);
  *mean = 0;
  for (int y = 60; y < 180; y++)
    for (int x = 60; x < 180; x++, n++)
      {
        const gboolean is_dark = get_grey (surface, x, y) < 0.5;

        *mean += get_grey (surface, x, y);
        n_dark += is_dark;
        n_changes += is_dark != (get_grey (surface, x + 1, y) < 0.5);
      }
  *mean /= n;
  *dark = n_dark / (double) n;
  *changes = n_changes / (double) n;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  palpate_path_unref (mark.path);
}

static void
test_without_colour (void)
{
  static const Show shows[] = { SHOW_ESSENTIAL, SHOW_SPILLOVER, SHOW_REGION };

  for (guint scheme = 0; scheme < PALPATE_N_SCHEMES; scheme++)
    {
      double mean[3], dark[3], changes[3];

      for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
        {
          measure (shows[i], scheme, &mean[i], &dark[i], &changes[i]);
          g_test_message ("%s, %u: grey %.3f, dark %.3f, changes %.3f", palpate_scheme_to_id (scheme), i, mean[i], dark[i], changes[i]);
        }
      g_assert_cmpfloat (fabs (mean[0] - mean[1]), >, 0.1);
      g_assert_cmpfloat (fabs (mean[0] - mean[2]), >, 0.1);
      g_assert_cmpfloat (fabs (mean[1] - mean[2]), >, 0.02);
      /* one is solid, one is dots, one is lines: each has its own share of black and its own grain */
      g_assert_cmpfloat (changes[0], ==, 0);
      g_assert_cmpfloat (changes[1], >, 0.05);
      g_assert_cmpfloat (changes[2], >, 0.02);
      g_assert_cmpfloat (fabs (dark[0] - dark[1]), >, 0.2);
      g_assert_cmpfloat (fabs (dark[0] - dark[2]), >, 0.2);
      g_assert_cmpfloat (fabs (changes[1] - changes[2]) + fabs (dark[1] - dark[2]), >, 0.05);
    }
}

/* How many pixels left of a rim are not paper; all is drawn four times as large. */
static guint
line_width (Show          show,
            PalpateScheme scheme)
{
  PalpateMark mark = make_mark ("M25 5H55V55H25Z");
  cairo_t *cr;
  cairo_surface_t *surface = begin (&cr);
  const guint32 paper = get_pixel (surface, 0, 0);
  guint n = 0;

  cairo_scale (cr, 4, 4);
  paint (&mark, show, scheme, cr);
  cairo_surface_flush (surface);
  for (guint y = 60; y < 180; y++)
    for (guint x = 60; x < 100; x++)
      n += get_pixel (surface, x, y) != paper;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  palpate_path_unref (mark.path);
  return n;
}

static void
test_high_contrast (void)
{
  for (guint show = 0; show < N_SHOWS; show++)
    {
      g_test_message ("%u", show);
      g_assert_cmpuint (line_width (show, PALPATE_SCHEME_LIGHT_HC), >, line_width (show, PALPATE_SCHEME_LIGHT));
      g_assert_cmpuint (line_width (show, PALPATE_SCHEME_DARK_HC), >, line_width (show, PALPATE_SCHEME_DARK));
    }
}

/* Signs keep their size, sit in the middle and differ from each other. */
static void
test_signs (void)
{
  const char *const numbers[] = { NULL, "", "1", "12" };
  PalpateMark point = { PALPATE_MARK_POINT, (char *) "somewhere", PALPATE_SIDE_LEFT, palpate_path_new_circle (120, 120, 3) };
  char *sums[G_N_ELEMENTS (numbers) * 2] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      cairo_t *cr;
      cairo_surface_t *surface = begin (&cr);
      const guint32 paper = get_pixel (surface, 0, 0);

      if (numbers[i / 2] != NULL)
        palpate_paint_number ((PalpatePosition) { 120, 120 }, numbers[i / 2], i % 2, PALPATE_SCHEME_LIGHT, 1, cr);
      else if (i == 0)
        palpate_paint_point (&point, PALPATE_SCHEME_LIGHT, 1, cr);
      else
        palpate_paint_letter ((PalpatePosition) { 120, 120 }, "A", PALPATE_SCHEME_LIGHT, 1, cr);
      cairo_surface_flush (surface);
      for (int y = 0; y < SIZE; y++)
        for (int x = 0; x < SIZE; x++)
          if (MAX (ABS (x - 120), ABS (y - 120)) > 14)
            g_assert_cmpuint (get_pixel (surface, x, y), ==, paper);
      sums[i] = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                             (gsize) cairo_image_surface_get_stride (surface) * SIZE);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (sums[i], !=, sums[j]);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_free (sums[i]);
  palpate_path_unref (point.path);
}

/* Signs that would cover each other part (small ones, from the sixth on, less), each stays near its spot, and one that has room does not move. */
static void
test_signs_part (void)
{
  static const PalpatePosition spots[] = { { 100, 100 }, { 100, 100 }, { 104, 98 }, { 96, 103 }, { 100, 110 }, { 180, 40 }, { 180, 42 }, { 30, 180 } };
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (PalpateSign));

  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      PalpateMark point = { PALPATE_MARK_POINT, (char *) "somewhere", PALPATE_SIDE_LEFT, palpate_path_new_circle (spots[i].x, spots[i].y, 3) };
      const PalpateSign sign = i == 0 ? palpate_sign_new_place (&point, 0) : palpate_sign_new_point (&point, i < 5 ? i : 0, FALSE);

      g_array_append_val (signs, sign);
      palpate_path_unref (point.path);
    }
  palpate_signs_spread (signs, 1);
  for (guint i = 0; i < signs->len; i++)
    {
      const PalpateSign *sign = &g_array_index (signs, PalpateSign, i);

      g_assert_cmpfloat (hypot (sign->position.x - sign->anchor.x, sign->position.y - sign->anchor.y), <, 45);
      for (guint j = 0; j < i; j++)
        {
          const PalpateSign *other = &g_array_index (signs, PalpateSign, j);

          g_assert_cmpfloat (hypot (sign->position.x - other->position.x, sign->position.y - other->position.y), >, i < 5 ? 21 : 13);
        }
    }
  g_assert_cmpfloat (g_array_index (signs, PalpateSign, 7).position.x, ==, g_array_index (signs, PalpateSign, 7).anchor.x);
}

int
main (int    argc,
      char **argv)
{
  static const char *const names[N_SHOWS] = { "hover", "region", "essential", "spillover", "danger", "muscle", "covered-muscle" };

  g_test_init (&argc, &argv, NULL);
  for (int i = 0; i < N_SHOWS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/painter/stays-inside/%s", names[i]);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_stays_inside);
    }
  g_test_add_func ("/painter/without-colour", test_without_colour);
  g_test_add_func ("/painter/high-contrast", test_high_contrast);
  g_test_add_func ("/painter/signs", test_signs);
  g_test_add_func ("/painter/signs-part", test_signs_part);
  return g_test_run ();
}
