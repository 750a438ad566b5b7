/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the care profile makes of a sheet: the tasks that it admits, and what it left out.
 */
#pragma once

#include "palpate-sheet.h"

G_BEGIN_DECLS

/**
 * PalpateLeftOut:
 * @source: where
 * @technique: (nullable): what another technique of the point stands in for
 * @stretch: (nullable): or a stretch of a point that stays; without both the point is gone
 * @reason: why
 */
typedef struct {
  PalpateSidedPoint       source;
  const PalpateTechnique *technique;
  const PalpateStretch   *stretch;
  PalpateCareReason       reason;
} PalpateLeftOut;

PalpateSheet     *palpate_sheet_new_admitted  (PalpateSheet  *sheet,
                                               GArray       **left_out) G_GNUC_WARN_UNUSED_RESULT;
gboolean          palpate_sheet_treats        (PalpateSheet  *sheet,
                                               PalpateTask   *task);
gboolean          palpate_sheet_presses       (PalpateSheet  *sheet,
                                               PalpateTask   *task);
gboolean          palpate_sheet_prints        (PalpateSheet  *sheet,
                                               PalpateTask   *task);
PalpateJudgement *palpate_sheet_judge         (PalpateSheet  *sheet,
                                               PalpateTask   *task) G_GNUC_WARN_UNUSED_RESULT;
PalpateJudgement *palpate_sheet_judge_stretch (PalpateSheet  *sheet,
                                               PalpateTask   *task) G_GNUC_WARN_UNUSED_RESULT;
int               palpate_sheet_get_pressure  (PalpateSheet  *sheet);

G_END_DECLS
