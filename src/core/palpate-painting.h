/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a person painted where it hurts: a mask for each view of the body that was painted on. A value, counted by
 * reference; it never changes. Views are told apart by their numbers alone.
 */
#pragma once

#include "palpate-mask.h"

G_BEGIN_DECLS

#define PALPATE_PAINTING_MAX_VIEWS 16

typedef struct _PalpatePainting PalpatePainting;

PalpatePainting   *palpate_painting_new       (void) G_GNUC_WARN_UNUSED_RESULT;
PalpatePainting   *palpate_painting_with_mask (const PalpatePainting *self,
                                               guint                  view,
                                               PalpateMask           *mask) G_GNUC_WARN_UNUSED_RESULT;
PalpatePainting   *palpate_painting_ref       (PalpatePainting       *self);
void               palpate_painting_unref     (PalpatePainting       *self);

PalpateMask       *palpate_painting_get_mask  (const PalpatePainting *self,
                                               guint                  view);
gboolean           palpate_painting_is_empty  (const PalpatePainting *self);
gboolean           palpate_painting_equal     (const PalpatePainting *a,
                                               const PalpatePainting *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpatePainting, palpate_painting_unref)

G_END_DECLS
