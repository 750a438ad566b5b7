/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-view.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *id;
  const char *file;
  const char *name;
  gboolean    mirrored;
  gboolean    two_sided;   /* the file's left side stands for both */
} ViewInfo;

static const ViewInfo views[PALPATE_N_VIEWS] = {
  [PALPATE_VIEW_FRONT] = { "front", "front", NC_("view", "Front"), FALSE, TRUE },
  [PALPATE_VIEW_BACK] = { "back", "back", NC_("view", "Back"), FALSE, TRUE },
  [PALPATE_VIEW_LEFT] = { "left", "left", NC_("view", "Left side"), FALSE, FALSE },
  [PALPATE_VIEW_RIGHT] = { "right", "left", NC_("view", "Right side"), TRUE, FALSE },
  [PALPATE_VIEW_HEAD_SIDE] = { "head-side", "head-side", NC_("view", "Head, left side"), FALSE, FALSE },
  [PALPATE_VIEW_HEAD_SIDE_RIGHT] = { "head-side-right", "head-side", NC_("view", "Head, right side"), TRUE, FALSE },
  [PALPATE_VIEW_HAND_PALM] = { "hand-palm", "hand-palm", NC_("view", "Left palm"), FALSE, FALSE },
  [PALPATE_VIEW_HAND_PALM_RIGHT] = { "hand-palm-right", "hand-palm", NC_("view", "Right palm"), TRUE, FALSE },
  [PALPATE_VIEW_HAND_BACK] = { "hand-back", "hand-back", NC_("view", "Back of the left hand"), FALSE, FALSE },
  [PALPATE_VIEW_HAND_BACK_RIGHT] = { "hand-back-right", "hand-back", NC_("view", "Back of the right hand"), TRUE, FALSE },
  [PALPATE_VIEW_FOOT_TOP] = { "foot-top", "foot-top", NC_("view", "Left foot from above"), FALSE, FALSE },
  [PALPATE_VIEW_FOOT_TOP_RIGHT] = { "foot-top-right", "foot-top", NC_("view", "Right foot from above"), TRUE, FALSE },
  [PALPATE_VIEW_FOOT_SOLE] = { "foot-sole", "foot-sole", NC_("view", "Left sole"), FALSE, FALSE },
  [PALPATE_VIEW_FOOT_SOLE_RIGHT] = { "foot-sole-right", "foot-sole", NC_("view", "Right sole"), TRUE, FALSE },
};

const char *
palpate_view_to_id (PalpateView view)
{
  g_return_val_if_fail (view < PALPATE_N_VIEWS, NULL);

  return views[view].id;
}

gboolean
palpate_view_from_id (const char  *id,
                      PalpateView *view)
{
  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    if (g_str_equal (views[i].id, id))
      {
        *view = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * palpate_view_get_name:
 *
 * Returns: (transfer none): the view's name in the user's language
 */
const char *
palpate_view_get_name (PalpateView view)
{
  g_return_val_if_fail (view < PALPATE_N_VIEWS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "view", views[view].name);
}

/**
 * palpate_view_get_source_name:
 *
 * Returns: (transfer none): the view's name as it stands in the source, for a language other than the user's; its
 * context for translators is "view"
 */
const char *
palpate_view_get_source_name (PalpateView view)
{
  g_return_val_if_fail (view < PALPATE_N_VIEWS, NULL);

  return views[view].name;
}

/**
 * palpate_view_get_file:
 *
 * Returns: (transfer none): base name of the SVG, without extension
 */
const char *
palpate_view_get_file (PalpateView view)
{
  g_return_val_if_fail (view < PALPATE_N_VIEWS, NULL);

  return views[view].file;
}

gboolean
palpate_view_is_mirrored (PalpateView view)
{
  g_return_val_if_fail (view < PALPATE_N_VIEWS, FALSE);

  return views[view].mirrored;
}

gboolean
palpate_view_is_close_up (PalpateView view)
{
  return view >= PALPATE_VIEW_HEAD_SIDE;
}

/**
 * palpate_view_is_two_sided:
 *
 * Returns: whether the left side of the file stands for both sides of the body
 */
gboolean
palpate_view_is_two_sided (PalpateView view)
{
  g_return_val_if_fail (view < PALPATE_N_VIEWS, FALSE);

  return views[view].two_sided;
}
