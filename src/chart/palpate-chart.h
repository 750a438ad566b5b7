/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One view of the body: its shapes by meaning, and its drawn layers. Made from one SVG of data/charts and never
 * changed; the right-hand views are the mirror image of the left ones, made here and nowhere else.
 * Rendering locks, so a worker may draw while the main thread asks about shapes.
 */
#pragma once

#include <gio/gio.h>

#include "palpate-path.h"
#include "palpate-place.h"
#include "palpate-scheme.h"
#include "palpate-view.h"

G_BEGIN_DECLS

typedef enum {
  PALPATE_LAYER_SKIN,
  PALPATE_LAYER_BONES,
  PALPATE_LAYER_DEEP,
  PALPATE_LAYER_MUSCLES,
  PALPATE_N_LAYERS,
} PalpateLayer;

typedef enum {
  PALPATE_MARK_REGION,
  PALPATE_MARK_ZONE_ESSENTIAL,
  PALPATE_MARK_ZONE_SPILLOVER,
  PALPATE_MARK_POINT,
  PALPATE_MARK_DANGER,
  PALPATE_MARK_MUSCLE,
  PALPATE_MARK_DEEP_MUSCLE,
  PALPATE_N_MARK_KINDS,
} PalpateMarkKind;

/**
 * PalpateMark:
 * @id: what it stands for, without prefix and side: a region, trigger point, danger area or part of a muscle
 * @side: the person's side; none on the midline
 * @path: its outline in chart units
 */
typedef struct {
  PalpateMarkKind  kind;
  char            *id;
  PalpateSide      side;
  PalpatePath     *path;
} PalpateMark;

typedef struct _PalpateChartGrid PalpateChartGrid;

#define PALPATE_TYPE_CHART (palpate_chart_get_type ())
G_DECLARE_FINAL_TYPE (PalpateChart, palpate_chart, PALPATE, CHART, GObject)

PalpateChart      *palpate_chart_new        (PalpateView       view,
                                             GBytes           *svg,
                                             GError          **error) G_GNUC_WARN_UNUSED_RESULT;

PalpateView        palpate_chart_get_view   (PalpateChart     *self);
PalpateBox         palpate_chart_get_frame  (PalpateChart     *self);
const PalpatePath *palpate_chart_get_outline (PalpateChart    *self);
GPtrArray         *palpate_chart_get_marks  (PalpateChart     *self,
                                             PalpateMarkKind   kind);
const PalpateMark *palpate_chart_get_mark   (PalpateChart     *self,
                                             PalpateMarkKind   kind,
                                             const char       *id,
                                             PalpateSide       side);
const PalpateMark *palpate_chart_hit        (PalpateChart     *self,
                                             PalpateMarkKind   kind,
                                             double            x,
                                             double            y);

const PalpateChartGrid *palpate_chart_get_grid (PalpateChart  *self);

gboolean           palpate_chart_has_layer    (PalpateChart   *self,
                                               PalpateLayer    layer);
gboolean           palpate_chart_render_layer (PalpateChart   *self,
                                               PalpateLayer    layer,
                                               PalpateScheme   scheme,
                                               GBytes         *style,
                                               cairo_t        *cr,
                                               GError        **error);
void               palpate_chart_prepare      (PalpateChart   *self,
                                               PalpateScheme   scheme,
                                               GBytes         *style);
const char        *palpate_layer_to_id        (PalpateLayer    layer);

G_END_DECLS
