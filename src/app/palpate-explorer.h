/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window is looking at: the atlas and charts, the care profile, the marks, their ranked suspects, the point
 * that is open and the one under pointer or focus. Chart and panel read it and listen to `changed`; neither knows the other.
 * Owned by the window.
 */
#pragma once

#include "palpate-care.h"
#include "palpate-chart-set.h"
#include "palpate-marks.h"
#include "palpate-search.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_EXPLORER (palpate_explorer_get_type ())
G_DECLARE_FINAL_TYPE (PalpateExplorer, palpate_explorer, PALPATE, EXPLORER, GObject)

PalpateExplorer         *palpate_explorer_new            (PalpateAtlas      *atlas,
                                                          PalpateChartSet   *charts) G_GNUC_WARN_UNUSED_RESULT;

PalpateAtlas            *palpate_explorer_get_atlas      (PalpateExplorer   *self);
PalpateChartSet         *palpate_explorer_get_charts     (PalpateExplorer   *self);
PalpateSearch           *palpate_explorer_get_search     (PalpateExplorer   *self);
PalpateMarks            *palpate_explorer_get_marks      (PalpateExplorer   *self);
gboolean                 palpate_explorer_paint          (PalpateExplorer   *self,
                                                          PalpateView        view,
                                                          PalpateMask       *mask);
void                     palpate_explorer_unpaint        (PalpateExplorer   *self,
                                                          PalpatePlace       place);
PalpateCare             *palpate_explorer_get_care       (PalpateExplorer   *self);
GPtrArray               *palpate_explorer_get_suspects   (PalpateExplorer   *self);
guint                    palpate_explorer_count_sources  (PalpateExplorer   *self,
                                                          const char        *region);

const PalpateSidedPoint *palpate_explorer_get_opened     (PalpateExplorer   *self);
void                     palpate_explorer_set_opened     (PalpateExplorer   *self,
                                                          PalpateSidedPoint  source);
const PalpateSidedPoint *palpate_explorer_get_shown      (PalpateExplorer   *self);
void                     palpate_explorer_set_preview    (PalpateExplorer   *self,
                                                          PalpateSidedPoint  source);
PalpatePlace             palpate_explorer_get_hovered    (PalpateExplorer   *self);
void                     palpate_explorer_set_hovered    (PalpateExplorer   *self,
                                                          PalpatePlace       place);
guint                    palpate_explorer_get_n_numbered (PalpateExplorer   *self);
void                     palpate_explorer_set_n_numbered (PalpateExplorer   *self,
                                                          guint              n_numbered);
void                     palpate_explorer_set_found      (PalpateExplorer   *self,
                                                          GArray            *places);
GArray                  *palpate_explorer_get_found      (PalpateExplorer   *self);

char                    *palpate_explorer_describe_sided_point (PalpateExplorer   *self,
                                                                PalpateSidedPoint  source) G_GNUC_WARN_UNUSED_RESULT;
char                    *palpate_explorer_describe_marks (PalpateExplorer   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
