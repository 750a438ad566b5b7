/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said of a step of a plan: where, what to do, what to feel, and its line in a list of what comes next.
 * Plain functions on the step; the texts are whole sentences in the user's language.
 */
#pragma once

#include "palpate-session.h"

G_BEGIN_DECLS

char *palpate_step_describe_where   (PalpateAtlas      *atlas,
                                     const PalpateStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_step_describe_act     (const PalpateStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_step_describe_feel    (const PalpateStep *step,
                                     PalpateFeedback    feedback) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_step_describe_limit   (int                pressure) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_step_describe_posture (const PalpateStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_step_describe_tools   (const PalpateStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_step_describe_warmth  (const PalpateStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_step_describe_title   (const PalpateStep *step) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_step_describe_detail  (PalpateAtlas      *atlas,
                                     const PalpateStep *step) G_GNUC_WARN_UNUSED_RESULT;
gboolean palpate_step_falls_back    (const PalpateStep *step);
gboolean palpate_step_act_falls_back (const PalpateStep *step);

G_END_DECLS
