/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place: a region of the body with a side. The side is always the person's own.
 * A place is a plain value; its region id is interned and lives as long as the program.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PalpateSide:
 * @PALPATE_SIDE_NONE: on the midline, no side
 * @PALPATE_SIDE_BOTH: left and right alike, or either
 */
typedef enum {
  PALPATE_SIDE_NONE,
  PALPATE_SIDE_LEFT,
  PALPATE_SIDE_RIGHT,
  PALPATE_SIDE_BOTH,
} PalpateSide;

/**
 * PalpatePlace:
 * @region: interned id of the region, without its side
 */
typedef struct {
  const char  *region;
  PalpateSide  side;
} PalpatePlace;

const char  *palpate_side_to_id       (PalpateSide side);
PalpateSide  palpate_side_from_id     (const char *id);
PalpateSide  palpate_side_opposite    (PalpateSide side);

PalpatePlace palpate_place_parse      (const char *id);
char        *palpate_place_to_id      (PalpatePlace place);
gboolean     palpate_place_equal      (PalpatePlace a,
                                       PalpatePlace b);
int          palpate_place_find       (PalpatePlace        place,
                                       const PalpatePlace *places,
                                       guint               n_places);

G_END_DECLS
