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

/* A bit for each of the points that have a caution. */
static guint
find_owners (GArray     *sources,
             const char *caution)
{
  guint owners = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const PalpatePoint *point = g_array_index (sources, PalpateSidedPoint, i).point;

      if (g_strv_contains (point->cautions, caution) || g_strv_contains (point->muscle->cautions, caution))
        owners |= 1u << i;
    }
  return owners;
}

static gboolean
is_shared (guint owners)
{
  return (owners & (owners - 1)) != 0;
}

static const char *
get_caution (PalpateAtlas  *atlas,
             const char    *id,
             PalpateTongue *tongue)
{
  return palpate_tongue_content (tongue, id, ((const PalpateCaution *) palpate_atlas_get (atlas, PALPATE_ITEM_CAUTION, id))->text);
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
  g_autoptr (GPtrArray) cautions = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) areas = g_string_new (NULL);

  collect_cautions (cautions, point);
  for (guint i = 0; i < cautions->len; i++)
    if (sharing == NULL || !is_shared (find_owners (sharing, g_ptr_array_index (cautions, i))))
      palpate_sheet_add_sentence (text, get_caution (atlas, g_ptr_array_index (cautions, i), tongue));
  for (const char *const *id = point->danger_areas; *id != NULL; id++)
    {
      const PalpateDangerArea *area = palpate_atlas_get (atlas, PALPATE_ITEM_DANGER_AREA, *id);

      g_string_append_printf (areas, "%s%s", areas->len > 0 ? "; " : "", palpate_tongue_content (tongue, area->id, area->name));
    }
  if (areas->len > 0)
    {
      g_autofree char *line = NULL;

      /* Translators: %s are areas of the body, "Front of the neck; Hollow above the collarbone" */
      line = g_strdup_printf (T (tongue, "Never press here: %s."), areas->str);
      palpate_sheet_add_sentence (text, line);
    }
  return text->len > 0 ? palpate_sheet_label (T (tongue, "Take care."), text->str) : NULL;
}

/* What exactly these points have in common, with their numbers before it. */
static char *
label_shared (PalpateAtlas  *atlas,
              GPtrArray     *cautions,
              GArray        *sources,
              guint          owners,
              PalpateTongue *tongue)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *heading = NULL;

  for (guint i = 0; i < cautions->len; i++)
    if (find_owners (sources, g_ptr_array_index (cautions, i)) == owners)
      palpate_sheet_add_sentence (text, get_caution (atlas, g_ptr_array_index (cautions, i), tongue));
  for (guint i = 0; i < sources->len; i++)
    if ((owners & 1u << i) != 0)
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", i + 1);
  /* Translators: cautions for several points of the page; %s are their numbers, such as "1, 3" */
  heading = g_strdup_printf (T (tongue, "Take care at %s."), numbers->str);
  return palpate_sheet_label (heading, text->str);
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
  g_autoptr (GPtrArray) cautions = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    collect_cautions (cautions, g_array_index (sources, PalpateSidedPoint, i).point);
  for (guint owners = 1; owners < 1u << sources->len; owners++)
    {
      gboolean has_any = FALSE;

      for (guint i = 0; i < cautions->len && is_shared (owners); i++)
        has_any |= find_owners (sources, g_ptr_array_index (cautions, i)) == owners;
      if (has_any)
        {
          g_autofree char *part = label_shared (atlas, cautions, sources, owners, tongue);

          palpate_sheet_add_sentence (text, part);
        }
    }
  return g_string_free (text, text->len == 0);
}
