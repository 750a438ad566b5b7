/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the charts what a painted area means: which places it marks, and how much of each point's pattern it covers.
 */
#pragma once

#include "palpate-chart-set.h"
#include "palpate-coverage.h"
#include "palpate-painting.h"

G_BEGIN_DECLS

PalpateMask     *palpate_survey_new_mask   (PalpateChart          *chart) G_GNUC_WARN_UNUSED_RESULT;
PalpateCoverage *palpate_survey_painting   (PalpateChartSet       *charts,
                                            const PalpatePainting *painting) G_GNUC_WARN_UNUSED_RESULT;
PalpatePainting *palpate_survey_take_place (PalpateChartSet       *charts,
                                            const PalpatePainting *painting,
                                            PalpatePlace           place) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
