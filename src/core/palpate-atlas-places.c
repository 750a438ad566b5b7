/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Places and points by id and by name.
 */
#include "palpate-atlas.h"

#include <glib/gi18n-lib.h>

#include "palpate-error.h"
#include "palpate-text.h"

/**
 * palpate_atlas_has_place:
 *
 * Returns: whether the region exists and has such a side
 */
gboolean
palpate_atlas_has_place (PalpateAtlas *self,
                         PalpatePlace  place)
{
  const PalpateRegion *region = palpate_atlas_get_region (self, place.region);

  if (region == NULL)
    return FALSE;
  return region->sided ? place.side == PALPATE_SIDE_LEFT || place.side == PALPATE_SIDE_RIGHT
                       : place.side == PALPATE_SIDE_NONE;
}

typedef struct {
  char  *id;
  guint  distance;
} Near;

static int
compare_near (gconstpointer a,
              gconstpointer b)
{
  return (int) ((const Near *) a)->distance - (int) ((const Near *) b)->distance;
}

static void
clear_near (gpointer near)
{
  g_free (((Near *) near)->id);
}

static void
add_near (GArray     *nears,
          const char *wanted,
          char       *id)
{
  const gboolean begins = g_str_has_prefix (id, wanted) || g_str_has_prefix (wanted, id);
  const Near near = { id, begins ? 0 : palpate_text_distance (wanted, id, 40) };

  g_array_append_val (nears, near);
}

/* Returns: (transfer full): the three ids nearest to what was asked for, joined */
static char *
nearest_places (PalpateAtlas *self,
                const char   *id)
{
  GPtrArray *regions = palpate_atlas_list (self, PALPATE_ITEM_REGION);
  g_autoptr (GArray) nears = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  g_array_set_clear_func (nears, clear_near);
  for (guint i = 0; i < regions->len; i++)
    {
      const PalpateRegion *region = g_ptr_array_index (regions, i);

      if (region->sided)
        {
          add_near (nears, id, g_strconcat (region->id, "-left", NULL));
          add_near (nears, id, g_strconcat (region->id, "-right", NULL));
        }
      else
        {
          add_near (nears, id, g_strdup (region->id));
        }
    }
  g_array_sort (nears, compare_near);
  for (guint i = 0; i < MIN (nears->len, 3); i++)
    g_strv_builder_add (builder, g_array_index (nears, Near, i).id);
  names = g_strv_builder_end (builder);
  return g_strjoinv (", ", names);
}

/**
 * palpate_atlas_find_place:
 * @id: a full id (`back-of-neck-left`)
 * @place: (out): untouched on failure
 * @error: %PALPATE_ERROR_NOT_FOUND, naming the nearest ids
 */
gboolean
palpate_atlas_find_place (PalpateAtlas  *self,
                          const char    *id,
                          PalpatePlace  *place,
                          GError       **error)
{
  PalpatePlace found;
  g_autofree char *near = NULL;

  g_return_val_if_fail (PALPATE_IS_ATLAS (self), FALSE);

  found = palpate_place_parse (id);
  if (palpate_atlas_has_place (self, found))
    {
      *place = found;
      return TRUE;
    }
  near = nearest_places (self, id);
  g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_NOT_FOUND,
               /* Translators: an id on the command line, and the ids most like it */
               _("There is no region “%s”. The nearest are: %s"), id, near);
  return FALSE;
}

/**
 * palpate_atlas_describe_place:
 *
 * Returns: (transfer full): "Back of the neck, left"
 */
char *
palpate_atlas_describe_place (PalpateAtlas *self,
                              PalpatePlace  place)
{
  const PalpateRegion *region = palpate_atlas_get_region (self, place.region);
  const char *name;

  g_return_val_if_fail (region != NULL, g_strdup (place.region));

  name = palpate_content_text (region->id, region->name);
  if (place.side == PALPATE_SIDE_LEFT)
    /* Translators: a place of the body, on the person's own left */
    return g_strdup_printf (C_("place", "%s, left"), name);
  if (place.side == PALPATE_SIDE_RIGHT)
    /* Translators: a place of the body, on the person's own right */
    return g_strdup_printf (C_("place", "%s, right"), name);
  if (place.side == PALPATE_SIDE_BOTH)
    /* Translators: a place of the body, on the left and on the right */
    return g_strdup_printf (C_("place", "%s, both sides"), name);
  return g_strdup (name);
}

/**
 * palpate_atlas_describe_places:
 * @max_named: so many are named, the others counted
 *
 * Returns: (transfer full): "Back of the neck, left; Upper back, both sides; 2 more places"
 */
char *
palpate_atlas_describe_places (PalpateAtlas       *self,
                               const PalpatePlace *places,
                               guint               n_places,
                               guint               max_named)
{
  GString *names = g_string_new (NULL);
  guint n_named = 0, n_more = 0;

  for (guint i = 0; i < n_places; i++)
    {
      const PalpatePlace other = { places[i].region, palpate_side_opposite (places[i].side) };
      PalpatePlace place = places[i];
      g_autofree char *name = NULL;

      if (place.side != PALPATE_SIDE_NONE && palpate_place_find (other, places, i) >= 0)
        continue;
      if (place.side != PALPATE_SIDE_NONE && palpate_place_find (other, places, n_places) >= 0)
        place.side = PALPATE_SIDE_BOTH;
      if (n_named == max_named)
        {
          n_more++;
          continue;
        }
      name = palpate_atlas_describe_place (self, place);
      /* Translators: stands between names of places that have commas themselves */
      g_string_append_printf (names, "%s%s", n_named > 0 ? C_("between places", "; ") : "", name);
      n_named++;
    }
  if (n_more > 0)
    {
      g_string_append (names, C_("between places", "; "));
      /* Translators: stands after some names of places */
      g_string_append_printf (names, ngettext ("%u more place", "%u more places", n_more), n_more);
    }
  return g_string_free (names, FALSE);
}

/**
 * palpate_atlas_describe_point:
 *
 * Returns: (transfer full): "Upper trapezius, point 1"
 */
char *
palpate_atlas_describe_point (PalpateAtlas       *self,
                              const PalpatePoint *point)
{
  g_return_val_if_fail (point != NULL, NULL);

  if (point->muscle->points.length == 1)
    return g_strdup (palpate_content_text (point->muscle->id, point->muscle->name));
  /* Translators: a muscle and the label of one of its points, "Upper trapezius, point 1" */
  return g_strdup_printf (C_("point", "%s, %s"), palpate_content_text (point->muscle->id, point->muscle->name),
                          palpate_content_text (point->id, point->label));
}
