/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-signs.h"

#include <math.h>

/* Logical pixels that a sign takes, one without a number takes, and how far a sign may stand off before a line leads back. */
#define SIZE 23.0
#define SMALL_SIZE 14.0
#define LINE_FROM 6.0

#define ROUNDS 80
#define PULL 0.04

/**
 * palpate_sign_new_point:
 * @number: its row, from 1; 0 for a small sign without it
 */
PalpateSign
palpate_sign_new_point (const PalpateMark *point,
                        guint              number,
                        gboolean           is_chosen)
{
  const PalpateBox box = palpate_path_get_box (point->path);
  PalpateSign sign = { .anchor = { box.x + box.width / 2, box.y + box.height / 2 }, .is_chosen = is_chosen };

  sign.position = sign.anchor;
  if (number > 0)
    g_snprintf (sign.text, sizeof sign.text, "%u", number);
  return sign;
}

/**
 * palpate_sign_new_place:
 * @position: among the marked places, from 0; the letter follows from it
 */
PalpateSign
palpate_sign_new_place (const PalpateMark *region,
                        guint              position)
{
  PalpateSign sign = { .anchor = palpate_path_get_inside (region->path), .is_letter = TRUE };

  sign.position = sign.anchor;
  sign.text[0] = 'A' + MIN (position, 25);
  return sign;
}

static double
size_of (const PalpateSign *sign)
{
  return *sign->text != '\0' ? SIZE : SMALL_SIZE;
}

/* Pushes two signs apart if they are too close; two on the same spot part along a direction of their own. */
static void
push_apart (PalpateSign *a,
            PalpateSign *b,
            guint        pair,
            double       pixel)
{
  const double distance = (size_of (a) + size_of (b)) / 2 * pixel;
  double dx = b->position.x - a->position.x, dy = b->position.y - a->position.y;
  double length = hypot (dx, dy);
  double push;

  if (length >= distance)
    return;
  if (length < distance * 1e-3)
    {
      dx = cos (pair * 2.4);
      dy = sin (pair * 2.4);
      length = 1;
    }
  push = (distance - MIN (hypot (b->position.x - a->position.x, b->position.y - a->position.y), distance)) / 2 / length;
  a->position.x -= dx * push;
  a->position.y -= dy * push;
  b->position.x += dx * push;
  b->position.y += dy * push;
}

/**
 * palpate_signs_spread:
 * @signs: (element-type PalpateSign)
 * @pixel: the size of a logical pixel in chart units
 *
 * Moves signs so that none covers another, and none further from its spot than that needs.
 */
void
palpate_signs_spread (GArray *signs,
                      double  pixel)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      const double pull = round < ROUNDS * 3 / 4 ? PULL : 0;   /* at the end they only part */

      for (guint i = 0; i < signs->len; i++)
        {
          PalpateSign *sign = &g_array_index (signs, PalpateSign, i);

          sign->position.x += (sign->anchor.x - sign->position.x) * pull;
          sign->position.y += (sign->anchor.y - sign->position.y) * pull;
        }
      for (guint i = 0; i < signs->len; i++)
        for (guint j = i + 1; j < signs->len; j++)
          push_apart (&g_array_index (signs, PalpateSign, i), &g_array_index (signs, PalpateSign, j), i * signs->len + j, pixel);
    }
}

/* A thin line with a dot on the spot, for a sign that had to step aside. */
static void
paint_line (const PalpateSign *sign,
            PalpateScheme      scheme,
            double             pixel,
            cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);

  if (hypot (sign->position.x - sign->anchor.x, sign->position.y - sign->anchor.y) < LINE_FROM * pixel)
    return;
  for (int casing = 1; casing >= 0; casing--)
    {
      palpate_color_set (casing ? &palette->casing : sign->is_letter ? &palette->accent : &palette->ink, cr);
      cairo_move_to (cr, sign->anchor.x, sign->anchor.y);
      cairo_line_to (cr, sign->position.x, sign->position.y);
      cairo_set_line_width (cr, (casing ? 4 : 1.6) * palette->line * pixel);
      cairo_stroke (cr);
      cairo_arc (cr, sign->anchor.x, sign->anchor.y, (casing ? 4.2 : 2.8) * pixel, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * palpate_signs_paint:
 * @signs: (element-type PalpateSign): the last one lies on top
 */
void
palpate_signs_paint (GArray        *signs,
                     PalpateScheme  scheme,
                     double         pixel,
                     cairo_t       *cr)
{
  for (guint i = 0; i < signs->len; i++)
    paint_line (&g_array_index (signs, PalpateSign, i), scheme, pixel, cr);
  for (guint i = 0; i < signs->len; i++)
    {
      const PalpateSign *sign = &g_array_index (signs, PalpateSign, i);

      if (sign->is_letter)
        palpate_paint_letter (sign->position, sign->text, scheme, pixel, cr);
      else
        palpate_paint_number (sign->position, sign->text, sign->is_chosen, scheme, pixel, cr);
    }
}
