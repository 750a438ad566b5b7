/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One chosen point and what to do about it: side, technique, dose, stretch, a note. Setters keep every number within
 * the ceilings of the content and emit `changed`. Owned by its routine; session and printed sheet read it.
 */
#pragma once

#include "palpate-lookup.h"

G_BEGIN_DECLS

/* Who has to do a thing for longer should see somebody first. */
#define PALPATE_TASK_MAX_DAYS 28

#define PALPATE_TYPE_TASK (palpate_task_get_type ())
G_DECLARE_FINAL_TYPE (PalpateTask, palpate_task, PALPATE, TASK, GObject)

PalpateTask                 *palpate_task_new               (PalpateAtlas                *atlas,
                                                             PalpateSidedPoint            source) G_GNUC_WARN_UNUSED_RESULT;

PalpateAtlas                *palpate_task_get_atlas         (PalpateTask                 *self);
PalpateSidedPoint            palpate_task_get_source        (PalpateTask                 *self);
void                         palpate_task_set_side          (PalpateTask                 *self,
                                                             PalpateSide                  side);

const PalpatePointTechnique *palpate_task_get_technique     (PalpateTask                 *self);
void                         palpate_task_set_technique     (PalpateTask                 *self,
                                                             const PalpatePointTechnique *use);
PalpateDose                  palpate_task_get_dose          (PalpateTask                 *self);
void                         palpate_task_set_dose          (PalpateTask                 *self,
                                                             PalpateDose                  dose);
PalpateDose                  palpate_task_get_ceiling       (PalpateTask                 *self);

const PalpateStretch        *palpate_task_get_stretch       (PalpateTask                 *self);
void                         palpate_task_set_stretch       (PalpateTask                 *self,
                                                             const PalpateStretch        *stretch);
PalpateDose                  palpate_task_get_stretch_dose  (PalpateTask                 *self);
void                         palpate_task_set_stretch_dose  (PalpateTask                 *self,
                                                             PalpateDose                  dose);
PalpateDose                  palpate_task_get_stretch_ceiling (PalpateTask               *self);

const char                  *palpate_task_get_note          (PalpateTask                 *self);
void                         palpate_task_set_note          (PalpateTask                 *self,
                                                             const char                  *note);

guint                        palpate_task_get_days          (PalpateTask                 *self);
void                         palpate_task_set_days          (PalpateTask                 *self,
                                                             guint                        days);

char                        *palpate_task_describe_dose     (PalpateTask                 *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean                     palpate_technique_counts_strokes (const PalpateTechnique    *technique);
gboolean                     palpate_technique_presses      (const PalpateTechnique      *technique);
PalpateDose                  palpate_technique_get_ceiling  (PalpateAtlas                *atlas,
                                                             const PalpateTechnique      *technique,
                                                             const PalpateDose           *dose);
char                        *palpate_dose_describe          (const PalpateDose           *dose,
                                                             const PalpateTechnique      *technique) G_GNUC_WARN_UNUSED_RESULT;
int                          palpate_dose_get_work_seconds  (const PalpateDose           *dose,
                                                             const PalpateTechnique      *technique);
char                        *palpate_stretch_describe_dose  (const PalpateDose           *dose) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
