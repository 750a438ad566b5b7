/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline of a shape: an SVG path that can be drawn and asked whether a point lies in it.
 * Immutable once made. Units are those of the chart. Arcs are not understood (data/charts/README.md).
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  double x, y;
} PalpatePosition;

typedef struct {
  double x, y, width, height;
} PalpateBox;

typedef struct _PalpatePath PalpatePath;

PalpatePath     *palpate_path_parse        (const char         *d,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;
PalpatePath     *palpate_path_new_circle   (double              x,
                                            double              y,
                                            double              radius) G_GNUC_WARN_UNUSED_RESULT;
PalpatePath     *palpate_path_new_smooth   (GPtrArray          *loops) G_GNUC_WARN_UNUSED_RESULT;
PalpatePath     *palpate_path_mirror       (const PalpatePath  *self) G_GNUC_WARN_UNUSED_RESULT;
PalpatePath     *palpate_path_ref          (PalpatePath        *self);
void             palpate_path_unref        (PalpatePath        *self);

void             palpate_path_append       (const PalpatePath  *self,
                                            cairo_t            *cr);
gboolean         palpate_path_contains     (const PalpatePath  *self,
                                            double              x,
                                            double              y);
PalpateBox       palpate_path_get_box      (const PalpatePath  *self);
double           palpate_path_get_area     (const PalpatePath  *self);
PalpatePosition  palpate_path_get_inside   (const PalpatePath  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpatePath, palpate_path_unref)

G_END_DECLS
