/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-place.h"

/**
 * palpate_side_to_id:
 *
 * Returns: (nullable): `left`, `right` or `both`; %NULL for the midline
 */
const char *
palpate_side_to_id (PalpateSide side)
{
  static const char *const ids[] = { NULL, "left", "right", "both" };

  g_return_val_if_fail (side <= PALPATE_SIDE_BOTH, NULL);

  return ids[side];
}

PalpateSide
palpate_side_from_id (const char *id)
{
  if (g_strcmp0 (id, "left") == 0)
    return PALPATE_SIDE_LEFT;
  if (g_strcmp0 (id, "right") == 0)
    return PALPATE_SIDE_RIGHT;
  if (g_strcmp0 (id, "both") == 0)
    return PALPATE_SIDE_BOTH;
  return PALPATE_SIDE_NONE;
}

PalpateSide
palpate_side_opposite (PalpateSide side)
{
  if (side == PALPATE_SIDE_LEFT)
    return PALPATE_SIDE_RIGHT;
  if (side == PALPATE_SIDE_RIGHT)
    return PALPATE_SIDE_LEFT;
  return side;
}

/**
 * palpate_place_parse:
 * @id: `back-of-neck-left`, `sacrum`
 *
 * Splits an id into region and side. Whether the region exists is the atlas's to say.
 */
PalpatePlace
palpate_place_parse (const char *id)
{
  PalpatePlace place = { NULL, PALPATE_SIDE_NONE };
  const char *dash;

  g_return_val_if_fail (id != NULL, place);

  dash = strrchr (id, '-');
  if (dash != NULL)
    place.side = palpate_side_from_id (dash + 1);
  if (place.side == PALPATE_SIDE_NONE)
    {
      place.region = g_intern_string (id);
    }
  else
    {
      g_autofree char *region = g_strndup (id, dash - id);

      place.region = g_intern_string (region);
    }
  return place;
}

/**
 * palpate_place_to_id:
 *
 * Returns: (transfer full): the full id, region and side
 */
char *
palpate_place_to_id (PalpatePlace place)
{
  const char *side = palpate_side_to_id (place.side);

  if (side == NULL)
    return g_strdup (place.region);
  return g_strdup_printf ("%s-%s", place.region, side);
}

gboolean
palpate_place_equal (PalpatePlace a,
                     PalpatePlace b)
{
  return a.region == b.region && a.side == b.side;
}

/**
 * palpate_place_find:
 *
 * Returns: the index of @place in @places, or -1
 */
int
palpate_place_find (PalpatePlace        place,
                    const PalpatePlace *places,
                    guint               n_places)
{
  for (guint i = 0; i < n_places; i++)
    if (palpate_place_equal (places[i], place))
      return i;
  return -1;
}
