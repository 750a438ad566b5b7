/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-location.h"

#include <string.h>

static const char *const names[PALPATE_N_PAGES] = {
  "start", "places", "areas", "search", "safety", "kept", "habits", "guide", "care", "point", "muscle", "complaint", "lookalike", "technique", "advice", "learn",
};

/**
 * palpate_location_parse:
 * @text: `PAGE`, `PAGE/ID` or `PAGE/ID/SIDE`
 * @location: (out): untouched on failure
 */
gboolean
palpate_location_parse (const char      *text,
                        PalpateLocation *location)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 3);

  for (guint i = 0; i < PALPATE_N_PAGES && parts[0] != NULL; i++)
    {
      if (strcmp (parts[0], names[i]) != 0)
        continue;
      if (i >= PALPATE_PAGE_POINT && parts[1] == NULL)
        return FALSE;
      location->kind = i;
      location->id = parts[1] != NULL ? g_intern_string (parts[1]) : NULL;
      location->side = parts[1] != NULL ? palpate_side_from_id (parts[2]) : PALPATE_SIDE_NONE;
      return TRUE;
    }
  return FALSE;
}

/**
 * palpate_location_format:
 *
 * Returns: (transfer full): the text that palpate_location_parse() reads
 */
char *
palpate_location_format (const PalpateLocation *self)
{
  const char *side = palpate_side_to_id (self->side);

  if (self->id == NULL)
    return g_strdup (names[self->kind]);
  if (side == NULL)
    return g_strdup_printf ("%s/%s", names[self->kind], self->id);
  return g_strdup_printf ("%s/%s/%s", names[self->kind], self->id, side);
}

gboolean
palpate_location_equal (const PalpateLocation *a,
                        const PalpateLocation *b)
{
  return a->kind == b->kind && a->id == b->id && a->side == b->side;
}
