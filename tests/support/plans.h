/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans out of the shipped content, and what is in them.
 */
#pragma once

#include "palpate-plan.h"

G_BEGIN_DECLS

/* @points: ids with blanks between; @today: the seconds that each of them had today. Returns: (transfer full) */
PalpatePlan *plan_of      (PalpateAtlas *atlas,
                           PalpateSide   side,
                           int           today,
                           const char   *points);
/* @kinds: a letter a step: Prepare, Hold, Rest, Strokes, sTretch, Gather as “PHRSTG” */
void         expect_kinds (PalpatePlan  *plan,
                           const char   *kinds);

G_END_DECLS
