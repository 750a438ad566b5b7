/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The care profile: which of the conditions in cautions.json a person has switched on, and what they change: a
 * technique is left out, or flagged with a reason. Pages, routine and sheet ask it; it knows no settings.
 * Owned by the explorer.
 */
#pragma once

#include "palpate-atlas.h"

G_BEGIN_DECLS

/**
 * PalpateVerdict: what the profile says of a technique; a larger value is stricter
 */
typedef enum {
  PALPATE_VERDICT_ALLOWED,
  PALPATE_VERDICT_FLAGGED,
  PALPATE_VERDICT_LEFT_OUT,
} PalpateVerdict;

/* Why: a condition that is switched on and its effect. Both are owned by the atlas. */
typedef struct {
  const PalpateProfile       *profile;
  const PalpateProfileEffect *effect;
} PalpateCareReason;

/**
 * PalpateJudgement:
 * @verdict: the strictest of the matching effects
 * @reasons: (element-type PalpateCareReason): the effects as strict as the verdict, in the order of the content
 */
typedef struct {
  PalpateVerdict  verdict;
  GArray         *reasons;
} PalpateJudgement;

void palpate_judgement_free (PalpateJudgement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateJudgement, palpate_judgement_free)

char *palpate_judgement_describe       (const PalpateJudgement *self) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_judgement_name_profiles  (const PalpateJudgement *self) G_GNUC_WARN_UNUSED_RESULT;
int   palpate_judgement_get_pressure   (const PalpateJudgement *self);

#define PALPATE_TYPE_CARE (palpate_care_get_type ())
G_DECLARE_FINAL_TYPE (PalpateCare, palpate_care, PALPATE, CARE, GObject)

PalpateCare        *palpate_care_new          (PalpateAtlas         *atlas) G_GNUC_WARN_UNUSED_RESULT;
char              **palpate_care_dup_ids      (PalpateCare          *self) G_GNUC_WARN_UNUSED_RESULT;
void                palpate_care_set_ids      (PalpateCare          *self,
                                               const char *const    *ids);
gboolean            palpate_care_is_empty     (PalpateCare          *self);

PalpateJudgement   *palpate_care_judge         (PalpateCare           *self,
                                                const PalpateMuscle   *muscle,
                                                const char            *technique) G_GNUC_WARN_UNUSED_RESULT;
PalpateJudgement   *palpate_care_judge_use     (PalpateCare           *self,
                                                const PalpatePoint    *point,
                                                const PalpatePointTechnique *use) G_GNUC_WARN_UNUSED_RESULT;
PalpateJudgement   *palpate_care_judge_stretch (PalpateCare           *self,
                                                const PalpateMuscle   *muscle,
                                                const PalpateStretch  *stretch) G_GNUC_WARN_UNUSED_RESULT;
PalpateJudgement   *palpate_care_judge_point   (PalpateCare           *self,
                                                const PalpatePoint    *point) G_GNUC_WARN_UNUSED_RESULT;
const PalpatePointTechnique *palpate_care_suggest (PalpateCare        *self,
                                                   const PalpatePoint *point);
const PalpateStretch *palpate_care_suggest_stretch (PalpateCare         *self,
                                                    const PalpateMuscle *muscle);
gboolean            palpate_care_leaves_any    (PalpateCare           *self,
                                                const PalpatePoint    *point);

G_END_DECLS
