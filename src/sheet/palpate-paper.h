/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sizes of paper: their ids and measures. Plain values.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PALPATE_PAPER_A4,
  PALPATE_PAPER_LETTER,
  PALPATE_PAPER_A5,
  PALPATE_N_PAPERS,
} PalpatePaper;

const char *palpate_paper_to_id    (PalpatePaper  paper);
gboolean    palpate_paper_from_id  (const char   *id,
                                    PalpatePaper *paper);
void        palpate_paper_get_size (PalpatePaper  paper,
                                    double       *width,
                                    double       *height);

G_END_DECLS
