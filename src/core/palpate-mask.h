/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A set of cells of a grid over a chart: what was painted, or a shape turned into cells. Counted by reference; may be
 * changed by its only owner until it is handed on, never after. Masks of one grid can be taken together; each may hold
 * only a part of the grid, and nothing lies outside that part. Positions, radii and areas are in units of the chart.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PalpateGrid:
 * @x: left edge of the first column
 * @y: top edge of the first row
 * @cell: width and height of a cell
 */
typedef struct {
  double x, y, cell;
  int    n_columns, n_rows;
} PalpateGrid;

typedef struct _PalpateMask PalpateMask;

PalpateMask *palpate_mask_new          (PalpateGrid         grid) G_GNUC_WARN_UNUSED_RESULT;
PalpateMask *palpate_mask_new_part     (PalpateGrid         grid,
                                        int                 column,
                                        int                 row,
                                        int                 n_columns,
                                        int                 n_rows) G_GNUC_WARN_UNUSED_RESULT;
PalpateMask *palpate_mask_copy         (const PalpateMask  *self) G_GNUC_WARN_UNUSED_RESULT;
PalpateMask *palpate_mask_ref          (PalpateMask        *self);
void         palpate_mask_unref        (PalpateMask        *self);

PalpateGrid  palpate_mask_get_grid     (const PalpateMask  *self);
gboolean     palpate_mask_get          (const PalpateMask  *self,
                                        int                 column,
                                        int                 row);
void         palpate_mask_set          (PalpateMask        *self,
                                        int                 column,
                                        int                 row);
void         palpate_mask_add_stroke   (PalpateMask        *self,
                                        double              x0,
                                        double              y0,
                                        double              x1,
                                        double              y1,
                                        double              radius);
void         palpate_mask_add          (PalpateMask        *self,
                                        const PalpateMask  *other);
void         palpate_mask_subtract     (PalpateMask        *self,
                                        const PalpateMask  *other);
void         palpate_mask_intersect    (PalpateMask        *self,
                                        const PalpateMask  *other);

gboolean     palpate_mask_is_empty     (const PalpateMask  *self);
gboolean     palpate_mask_equal        (const PalpateMask  *a,
                                        const PalpateMask  *b);
guint        palpate_mask_count        (const PalpateMask  *self);
guint        palpate_mask_count_common (const PalpateMask  *a,
                                        const PalpateMask  *b);
double       palpate_mask_get_area     (const PalpateMask  *self);
gboolean     palpate_mask_get_extent   (const PalpateMask  *self,
                                        int                *column,
                                        int                *row,
                                        int                *n_columns,
                                        int                *n_rows);
char        *palpate_mask_to_text      (const PalpateMask  *self) G_GNUC_WARN_UNUSED_RESULT;
PalpateMask *palpate_mask_new_from_text (PalpateGrid        grid,
                                        const char         *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *palpate_mask_split        (const PalpateMask  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateMask, palpate_mask_unref)

G_END_DECLS
