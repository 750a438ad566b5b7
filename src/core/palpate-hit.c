/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-hit.h"

/**
 * palpate_hit_get_id:
 *
 * Returns: (transfer none): the item's id; every item begins with it
 */
const char *
palpate_hit_get_id (const PalpateSearchHit *hit)
{
  return *(const char *const *) hit->item;
}

/**
 * palpate_hit_get_title:
 *
 * Returns: (transfer none): the item's name in the user's language
 */
const char *
palpate_hit_get_title (const PalpateSearchHit *hit)
{
  const char *id = palpate_hit_get_id (hit);

  switch (hit->kind)
    {
    case PALPATE_ITEM_REGION:
      return palpate_content_text (id, ((const PalpateRegion *) hit->item)->name);
    case PALPATE_ITEM_COMPLAINT:
      return palpate_content_text (id, ((const PalpateComplaint *) hit->item)->text);
    case PALPATE_ITEM_MUSCLE:
      return palpate_content_text (id, ((const PalpateMuscle *) hit->item)->name);
    case PALPATE_ITEM_TECHNIQUE:
      return palpate_content_text (id, ((const PalpateTechnique *) hit->item)->name);
    case PALPATE_ITEM_ADVICE:
      return palpate_content_text (id, ((const PalpateAdvice *) hit->item)->title);
    case PALPATE_ITEM_RED_FLAG:
      return palpate_content_text (id, ((const PalpateRedFlag *) hit->item)->title);
    case PALPATE_ITEM_PAGE:
      return palpate_content_text (id, ((const PalpatePage *) hit->item)->title);
    case PALPATE_ITEM_LOOKALIKE:
      return palpate_content_text (id, ((const PalpateLookalike *) hit->item)->name);
    case PALPATE_ITEM_PROFILE:
      return palpate_content_text (id, ((const PalpateProfile *) hit->item)->name);
    default:
      g_return_val_if_reached (id);
    }
}

/**
 * palpate_hit_dup_location:
 *
 * Returns: (transfer full) (nullable): where a hit leads; a region leads nowhere, it is marked
 */
char *
palpate_hit_dup_location (const PalpateSearchHit *hit)
{
  const char *id = palpate_hit_get_id (hit);

  switch (hit->kind)
    {
    case PALPATE_ITEM_REGION:
      return NULL;
    case PALPATE_ITEM_COMPLAINT:
      return g_strconcat ("complaint/", id, NULL);
    case PALPATE_ITEM_MUSCLE:
      return g_strdup_printf ("muscle/%s/%s", id, hit->side == PALPATE_SIDE_RIGHT ? "right" : "left");
    case PALPATE_ITEM_RED_FLAG:
      return g_strdup ("safety");
    case PALPATE_ITEM_TECHNIQUE:
      return g_strconcat ("technique/", id, NULL);
    case PALPATE_ITEM_ADVICE:
      return g_strconcat ("advice/", id, NULL);
    case PALPATE_ITEM_LOOKALIKE:
      return g_strconcat ("lookalike/", id, NULL);
    case PALPATE_ITEM_PROFILE:
      return g_strdup ("care");
    default:
      return g_strconcat ("learn/", id, NULL);
    }
}

/**
 * palpate_hit_get_subtitle:
 *
 * Returns: (nullable): one line that says more than the name, in the user's language
 */
const char *
palpate_hit_get_subtitle (const PalpateSearchHit *hit)
{
  const char *id = palpate_hit_get_id (hit);

  switch (hit->kind)
    {
    case PALPATE_ITEM_COMPLAINT:
      return palpate_content_text (id, ((const PalpateComplaint *) hit->item)->hint);
    case PALPATE_ITEM_MUSCLE:
      return palpate_content_text (id, ((const PalpateMuscle *) hit->item)->plain_name);
    case PALPATE_ITEM_RED_FLAG:
      return palpate_content_text (id, ((const PalpateRedFlag *) hit->item)->act);
    case PALPATE_ITEM_LOOKALIKE:
      return palpate_content_text (id, ((const PalpateLookalike *) hit->item)->hint);
    case PALPATE_ITEM_PROFILE:
      return palpate_content_text (id, ((const PalpateProfile *) hit->item)->hint);
    case PALPATE_ITEM_PAGE:
      return palpate_content_text (id, ((const PalpatePage *) hit->item)->summary);
    default:
      return NULL;
    }
}
