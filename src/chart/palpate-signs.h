/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The signs on a chart: round numbers for points, square letters for places, and small
 * discs for the further points of a muscle. Where they would cover each other they
 * move apart, and a line leads back to the spot. Plain values in an array; whoever draws makes them.
 */
#pragma once

#include "palpate-chart-painter.h"

G_BEGIN_DECLS

/**
 * PalpateSign:
 * @anchor: the spot, in chart units
 * @position: where the sign stands, in chart units; palpate_signs_spread() sets it
 * @text: a number or a letter; empty for a small sign
 * @is_letter: a place, not a point
 * @is_chosen: drawn inverted, to stand out among others
 */
typedef struct {
  PalpatePosition anchor;
  PalpatePosition position;
  char            text[12];
  gboolean        is_letter;
  gboolean        is_chosen;
} PalpateSign;

PalpateSign palpate_sign_new_point  (const PalpateMark *point,
                                     guint              number,
                                     gboolean           is_chosen);
PalpateSign palpate_sign_new_place  (const PalpateMark *region,
                                     guint              position);
void        palpate_signs_spread    (GArray            *signs,
                                     double             pixel);
void        palpate_signs_paint     (GArray            *signs,
                                     PalpateScheme      scheme,
                                     double             pixel,
                                     cairo_t           *cr);

G_END_DECLS
