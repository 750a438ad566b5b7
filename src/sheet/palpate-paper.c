/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-paper.h"

static const char *const ids[PALPATE_N_PAPERS] = { "a4", "letter", "a5" };
static const double sizes[PALPATE_N_PAPERS][2] = { { 595.276, 841.89 }, { 612, 792 }, { 419.528, 595.276 } };

const char *
palpate_paper_to_id (PalpatePaper paper)
{
  g_return_val_if_fail (paper < PALPATE_N_PAPERS, NULL);

  return ids[paper];
}

gboolean
palpate_paper_from_id (const char   *id,
                       PalpatePaper *paper)
{
  for (guint i = 0; i < PALPATE_N_PAPERS; i++)
    if (g_ascii_strcasecmp (id, ids[i]) == 0)
      {
        *paper = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * palpate_paper_get_size:
 * @width: (out): points
 * @height: (out): points
 */
void
palpate_paper_get_size (PalpatePaper  paper,
                        double       *width,
                        double       *height)
{
  g_return_if_fail (paper < PALPATE_N_PAPERS);

  *width = sizes[paper][0];
  *height = sizes[paper][1];
}
