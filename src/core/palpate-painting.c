/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-painting.h"

struct _PalpatePainting {
  PalpateMask *masks[PALPATE_PAINTING_MAX_VIEWS];   /* owned; %NULL where nothing is painted */
};

/**
 * palpate_painting_new:
 *
 * Returns: (transfer full): nothing painted
 */
PalpatePainting *
palpate_painting_new (void)
{
  return g_rc_box_new0 (PalpatePainting);
}

/**
 * palpate_painting_with_mask:
 * @mask: (transfer none): must not be changed any more; an empty one takes the view out
 *
 * Returns: (transfer full): a painting that differs in one view
 */
PalpatePainting *
palpate_painting_with_mask (const PalpatePainting *self,
                            guint                  view,
                            PalpateMask           *mask)
{
  PalpatePainting *painting = palpate_painting_new ();

  g_return_val_if_fail (view < PALPATE_PAINTING_MAX_VIEWS, painting);

  for (guint i = 0; i < PALPATE_PAINTING_MAX_VIEWS; i++)
    if (i == view)
      painting->masks[i] = palpate_mask_is_empty (mask) ? NULL : palpate_mask_ref (mask);
    else if (self->masks[i] != NULL)
      painting->masks[i] = palpate_mask_ref (self->masks[i]);
  return painting;
}

PalpatePainting *
palpate_painting_ref (PalpatePainting *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_painting (gpointer data)
{
  PalpatePainting *self = data;

  for (guint i = 0; i < PALPATE_PAINTING_MAX_VIEWS; i++)
    palpate_mask_unref (self->masks[i]);
}

void
palpate_painting_unref (PalpatePainting *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_painting);
}

/**
 * palpate_painting_get_mask:
 *
 * Returns: (transfer none) (nullable): what is painted on that view, not to be changed; %NULL if nothing is
 */
PalpateMask *
palpate_painting_get_mask (const PalpatePainting *self,
                           guint                  view)
{
  return view < PALPATE_PAINTING_MAX_VIEWS ? self->masks[view] : NULL;
}

gboolean
palpate_painting_is_empty (const PalpatePainting *self)
{
  for (guint i = 0; i < PALPATE_PAINTING_MAX_VIEWS; i++)
    if (self->masks[i] != NULL)
      return FALSE;
  return TRUE;
}

gboolean
palpate_painting_equal (const PalpatePainting *a,
                        const PalpatePainting *b)
{
  for (guint i = 0; i < PALPATE_PAINTING_MAX_VIEWS; i++)
    if ((a->masks[i] == NULL) != (b->masks[i] == NULL)
        || (a->masks[i] != b->masks[i] && !palpate_mask_equal (a->masks[i], b->masks[i])))
      return FALSE;
  return TRUE;
}
