/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the person said: the places that hurt, in the order of marking, what they painted, and what pressing points
 * did; with undo and redo. A place is marked because the person chose it, or because the painting covers enough of it.
 * The one source of truth: chart, list and panel listen to `changed`. Owned by the window.
 */
#pragma once

#include "palpate-lookup.h"
#include "palpate-painting.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_MARKS (palpate_marks_get_type ())
G_DECLARE_FINAL_TYPE (PalpateMarks, palpate_marks, PALPATE, MARKS, GObject)

PalpateMarks       *palpate_marks_new        (void) G_GNUC_WARN_UNUSED_RESULT;
PalpateMarks       *palpate_marks_copy       (PalpateMarks      *self) G_GNUC_WARN_UNUSED_RESULT;

gboolean            palpate_marks_is_empty   (PalpateMarks      *self);
gboolean            palpate_marks_equal      (PalpateMarks      *self,
                                              PalpateMarks      *other);
const PalpatePlace *palpate_marks_get_places (PalpateMarks      *self,
                                              guint             *n_places);
gboolean            palpate_marks_contains   (PalpateMarks      *self,
                                              PalpatePlace       place);
gboolean            palpate_marks_is_only_painted (PalpateMarks *self,
                                              PalpatePlace       place);
GArray             *palpate_marks_list_painted (PalpateMarks    *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean            palpate_marks_is_painted (PalpateMarks      *self);
PalpatePainting    *palpate_marks_get_painting (PalpateMarks    *self);
PalpateCoverage    *palpate_marks_get_coverage (PalpateMarks    *self);
PalpateAnswer       palpate_marks_get_answer (PalpateMarks      *self,
                                              PalpateSidedPoint  point);

void                palpate_marks_set_only   (PalpateMarks      *self,
                                              PalpatePlace       place);
void                palpate_marks_toggle     (PalpateMarks      *self,
                                              PalpatePlace       place);
void                palpate_marks_paint      (PalpateMarks      *self,
                                              PalpatePainting   *painting,
                                              PalpateCoverage   *coverage);
void                palpate_marks_clear      (PalpateMarks      *self);
void                palpate_marks_set_answer (PalpateMarks      *self,
                                              PalpateSidedPoint  point,
                                              PalpateAnswer      answer);

gboolean            palpate_marks_can_undo   (PalpateMarks      *self);
gboolean            palpate_marks_can_redo   (PalpateMarks      *self);
void                palpate_marks_undo       (PalpateMarks      *self);
void                palpate_marks_redo       (PalpateMarks      *self);

GPtrArray          *palpate_marks_look_up    (PalpateMarks      *self,
                                              PalpateAtlas      *atlas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
