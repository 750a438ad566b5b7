/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a painted area covers: the places it marks, and how much of each trigger point's pattern. Made once from the
 * shapes of the charts by whoever knows those, then only read. Counted by reference. Areas are in square units of the
 * chart, of the painted views alone.
 */
#pragma once

#include "palpate-place.h"

G_BEGIN_DECLS

/**
 * PalpateOverlap:
 * @core: how much of the painting lies in the essential part of the pattern
 * @spillover: how much lies in the rest of the pattern
 * @whole_core: how large the essential part is, painted or not
 */
typedef struct {
  double core, spillover, whole_core;
} PalpateOverlap;

typedef struct _PalpateCoverage PalpateCoverage;

PalpateCoverage    *palpate_coverage_new        (void) G_GNUC_WARN_UNUSED_RESULT;
PalpateCoverage    *palpate_coverage_ref        (PalpateCoverage       *self);
void                palpate_coverage_unref      (PalpateCoverage       *self);

void                palpate_coverage_add_area   (PalpateCoverage       *self,
                                                 double                 area,
                                                 guint                  n_patches);
void                palpate_coverage_add_place  (PalpateCoverage       *self,
                                                 PalpatePlace           place);
void                palpate_coverage_add_shown  (PalpateCoverage       *self,
                                                 PalpatePlace           place);
void                palpate_coverage_add_point  (PalpateCoverage       *self,
                                                 const char            *point,
                                                 PalpateSide            side,
                                                 PalpateOverlap         overlap);

guint               palpate_coverage_get_n_patches (const PalpateCoverage *self);
double              palpate_coverage_get_area   (const PalpateCoverage *self);
const PalpatePlace *palpate_coverage_get_places (const PalpateCoverage *self,
                                                 guint                 *n_places);
gboolean            palpate_coverage_has_place  (const PalpateCoverage *self,
                                                 PalpatePlace           place);
gboolean            palpate_coverage_shows      (const PalpateCoverage *self,
                                                 PalpatePlace           place);
PalpateOverlap      palpate_coverage_get_point  (const PalpateCoverage *self,
                                                 const char            *point,
                                                 PalpateSide            side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateCoverage, palpate_coverage_unref)

G_END_DECLS
