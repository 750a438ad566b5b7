/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A whole picture of a view with a selection, for files and paper. A plain value; borrows everything in it.
 */
#pragma once

#include "palpate-chart-set.h"
#include "palpate-lookup.h"

G_BEGIN_DECLS

/**
 * PalpatePicture:
 * @places: (array length=n_places): drawn hatched; lettered if there are several
 * @points: (array length=n_points): drawn with their zones; numbered if there are several
 * @layers: opacity of each layer
 */
typedef struct {
  PalpateView              view;
  PalpateScheme            scheme;
  const PalpatePlace      *places;
  guint                    n_places;
  const PalpateSidedPoint *points;
  guint                    n_points;
  double                   layers[PALPATE_N_LAYERS];
} PalpatePicture;

gboolean palpate_picture_draw (const PalpatePicture  *self,
                               PalpateChartSet       *charts,
                               double                 width,
                               double                 height,
                               cairo_t               *cr,
                               GError               **error);
gboolean palpate_picture_draw_part (const PalpatePicture  *self,
                                    PalpateChartSet       *charts,
                                    const PalpateBox      *box,
                                    double                 pixel,
                                    cairo_t               *cr,
                                    GError               **error);
gboolean palpate_picture_save (const PalpatePicture  *self,
                               PalpateChartSet       *charts,
                               const char            *path,
                               int                    width,
                               int                    height,
                               GError               **error);

G_END_DECLS
