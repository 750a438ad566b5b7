/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a sheet says to take care of, point by point or for several of them at once.
 */
#include "palpate-sheet-texts-private.h"

/* The cautions of a point, then those of its muscle. */
static void
collect_cautions (GPtrArray          *cautions,
                  const PalpatePoint *point)
{
  palpate_sheet_collect_ids (cautions, point->cautions);
  palpate_sheet_collect_ids (cautions, point->muscle->cautions);
}

/* A bit for each of the points that have this caution, or this area where nobody should press. */
static guint
find_owners (GArray     *sources,
             const char *id)
{
  guint owners = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const PalpatePoint *point = g_array_index (sources, PalpateSidedPoint, i).point;

      if (g_strv_contains (point->cautions, id) || g_strv_contains (point->muscle->cautions, id) || g_strv_contains (point->danger_areas, id))
        owners |= 1u << i;
    }
  return owners;
}

static gboolean
is_shared (guint owners)
{
  return (owners & (owners - 1)) != 0;
}

/* Whether a caution is said for just @owners; for none: whether it is said at its point. */
static gboolean
is_said (const char *id,
         GArray     *sharing,
         guint       owners)
{
  const guint all = sharing != NULL ? find_owners (sharing, id) : 0;

  return owners != 0 ? all == owners : !is_shared (all);
}

static char *
create_words (PalpateAtlas  *atlas,
              GPtrArray     *cautions,
              GPtrArray     *areas,
              GArray        *sharing,
              guint          owners,
              PalpateTongue *tongue)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < cautions->len; i++)
    {
      const PalpateCaution *caution = palpate_atlas_get (atlas, PALPATE_ITEM_CAUTION, g_ptr_array_index (cautions, i));

      if (is_said (caution->id, sharing, owners))
        palpate_sheet_add_sentence (text, palpate_tongue_content (tongue, caution->id, caution->text));
    }
  for (guint i = 0; i < areas->len; i++)
    {
      const PalpateDangerArea *area = palpate_atlas_get (atlas, PALPATE_ITEM_DANGER_AREA, g_ptr_array_index (areas, i));

      if (is_said (area->id, sharing, owners))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", palpate_tongue_content (tongue, area->id, area->name));
    }
  if (names->len > 0)
    {
      g_autofree char *line = NULL;

      /* Translators: %s are areas of the body, "Front of the neck; Hollow above the collarbone" */
      line = g_strdup_printf (T (tongue, "Never press here: %s."), names->str);
      palpate_sheet_add_sentence (text, line);
    }
  return g_string_free (text, FALSE);
}

/**
 * palpate_sheet_text_care:
 * @sharing: (nullable): the points of the sheet, if palpate_sheet_text_shared_care() says what they have in common
 *
 * Returns: (nullable): markup: the cautions of the point and its muscle, and where not to press
 */
char *
palpate_sheet_text_care (PalpateAtlas       *atlas,
                         const PalpatePoint *point,
                         GArray             *sharing,
                         PalpateTongue      *tongue)
{
  g_autoptr (GPtrArray) cautions = g_ptr_array_new (), areas = g_ptr_array_new ();
  g_autofree char *words = NULL;

  collect_cautions (cautions, point);
  palpate_sheet_collect_ids (areas, point->danger_areas);
  words = create_words (atlas, cautions, areas, sharing, 0, tongue);
  return *words != '\0' ? palpate_sheet_label (T (tongue, "Take care."), words) : NULL;
}

/* "Take care at 1, 3." */
static char *
create_heading (guint          owners,
                PalpateTongue *tongue)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; owners >> i != 0; i++)
    if ((owners & 1u << i) != 0)
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", i + 1);
  /* Translators: cautions for several points of the page; %s are their numbers, such as "1, 3" */
  return g_strdup_printf (T (tongue, "Take care at %s."), numbers->str);
}

/**
 * palpate_sheet_text_shared_care:
 * @sources: (element-type PalpateSidedPoint): the points of the sheet, few
 *
 * Returns: (nullable): markup: the cautions that several of them have in common
 */
char *
palpate_sheet_text_shared_care (PalpateAtlas  *atlas,
                                GArray        *sources,
                                PalpateTongue *tongue)
{
  g_autoptr (GPtrArray) cautions = g_ptr_array_new (), areas = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      collect_cautions (cautions, g_array_index (sources, PalpateSidedPoint, i).point);
      palpate_sheet_collect_ids (areas, g_array_index (sources, PalpateSidedPoint, i).point->danger_areas);
    }
  for (guint owners = (1u << sources->len) - 1; owners > 0; owners--)   /* what holds for all first */
    {
      g_autofree char *words = is_shared (owners) ? create_words (atlas, cautions, areas, sources, owners, tongue) : g_strdup ("");
      g_autofree char *heading = create_heading (owners, tongue);
      g_autofree char *part = *words != '\0' ? palpate_sheet_label (heading, words) : NULL;

      palpate_sheet_add_sentence (text, part);
    }
  return g_string_free (text, text->len == 0);
}
