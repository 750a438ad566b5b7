/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What looking up marked places and looking up a painted area share.
 */
#pragma once

#include "palpate-lookup.h"

G_BEGIN_DECLS

/* How much the commonness of a point counts beside what its pattern covers, when there is more than one place to cover. */
#define PALPATE_PREVALENCE_WEIGHT 0.05

const PalpateReferral *palpate_lookup_best_referral       (const PalpatePoint    *point,
                                                           PalpateSide            side,
                                                           PalpatePlace           place);
gboolean               palpate_lookup_referral_reaches    (const PalpateReferral *referral,
                                                           PalpateSide            side,
                                                           PalpatePlace           place);
double                 palpate_lookup_referral_weight     (const PalpateReferral *referral);
double                 palpate_lookup_share_weight        (const PalpateReferral *referral);
double                 palpate_lookup_prevalence_weight   (const PalpatePoint    *point);
const char            *palpate_lookup_prevalence_sentence (const PalpatePoint    *point);

PalpateSuspect        *palpate_lookup_suspect_painted     (const PalpatePoint    *point,
                                                           PalpateSide            side,
                                                           const PalpatePlace    *places,
                                                           guint                  n_places,
                                                           const PalpateCoverage *coverage) G_GNUC_WARN_UNUSED_RESULT;

void                   palpate_lookup_rank                (GPtrArray             *suspects,
                                                           PalpateAnswerFunc      answer,
                                                           gpointer               user_data);

G_END_DECLS
