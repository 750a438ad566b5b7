/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-chart-grid.h"

#include <math.h>

#include "palpate-painting.h"

/* Cells along the longer side of a chart: of the body, a cell is a unit (under 2 mm); close-ups are finer. */
#define CELLS 1040

G_STATIC_ASSERT (PALPATE_N_VIEWS <= PALPATE_PAINTING_MAX_VIEWS);

struct _PalpateChartGrid {
  PalpateGrid  cells;

  /* owned */
  PalpateMask *body;            /* all regions */
  guint16     *labels;          /* of each cell: the region's number in the chart's list, from 1; 0 beside the body */
  guint       *region_counts;   /* cells of each region */
  GHashTable  *zones;           /* borrowed PalpateMark → PalpateMask */
  guint        n_regions;
};

/* Which cells of the box have their middle in the shape: a picture of one byte a cell. */
static cairo_surface_t *
draw_shape (PalpateGrid        cells,
            const PalpatePath *path,
            int               *column,
            int               *row)
{
  const PalpateBox box = palpate_path_get_box (path);
  const int left = MAX ((int) floor ((box.x - cells.x) / cells.cell), 0);
  const int top = MAX ((int) floor ((box.y - cells.y) / cells.cell), 0);
  const int right = MIN ((int) ceil ((box.x + box.width - cells.x) / cells.cell), cells.n_columns);
  const int bottom = MIN ((int) ceil ((box.y + box.height - cells.y) / cells.cell), cells.n_rows);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, MAX (right - left, 0), MAX (bottom - top, 0));
  cairo_t *cr = cairo_create (surface);

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_translate (cr, -left, -top);
  cairo_scale (cr, 1 / cells.cell, 1 / cells.cell);
  cairo_translate (cr, -cells.x, -cells.y);
  palpate_path_append (path, cr);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  *column = left;
  *row = top;
  return surface;
}

/**
 * palpate_chart_grid_mask_shape:
 *
 * Returns: (transfer full): the cells of a shape
 */
PalpateMask *
palpate_chart_grid_mask_shape (const PalpateChartGrid *self,
                               const PalpatePath      *path)
{
  int column, row;
  cairo_surface_t *surface = draw_shape (self->cells, path, &column, &row);
  const int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  PalpateMask *mask = palpate_mask_new_part (self->cells, column, row, width, height);

  for (int y = 0; y < height; y++)
    {
      const guint8 *line = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < width; x++)
        if (line[x] != 0)
          palpate_mask_set (mask, column + x, row + y);
    }
  cairo_surface_destroy (surface);
  return mask;
}

static void
label_region (PalpateChartGrid  *self,
              const PalpateMark *region,
              guint              label)
{
  int column, row;
  cairo_surface_t *surface = draw_shape (self->cells, region->path, &column, &row);
  const int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);

  for (int y = 0; y < height; y++)
    {
      const guint8 *line = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < width; x++)
        if (line[x] != 0)
          {
            guint16 *cell = self->labels + (gsize) (row + y) * self->cells.n_columns + column + x;

            /* where two shapes share a cell, the upper one has it, as for a click */
            if (*cell != 0)
              self->region_counts[*cell - 1]--;
            *cell = label;
            self->region_counts[label - 1]++;
            palpate_mask_set (self->body, column + x, row + y);
          }
    }
  cairo_surface_destroy (surface);
}

/* The rest of a pattern lies round its core: what is core is not spillover. */
static void
add_zones (PalpateChartGrid *self,
           PalpateChart     *chart)
{
  GPtrArray *cores = palpate_chart_get_marks (chart, PALPATE_MARK_ZONE_ESSENTIAL);
  GPtrArray *rest = palpate_chart_get_marks (chart, PALPATE_MARK_ZONE_SPILLOVER);

  for (guint i = 0; i < cores->len; i++)
    {
      const PalpateMark *zone = g_ptr_array_index (cores, i);
      PalpateMask *mask = palpate_chart_grid_mask_shape (self, zone->path);

      palpate_mask_intersect (mask, self->body);
      g_hash_table_insert (self->zones, (gpointer) zone, mask);
    }
  for (guint i = 0; i < rest->len; i++)
    {
      const PalpateMark *zone = g_ptr_array_index (rest, i);
      const PalpateMark *core = palpate_chart_get_mark (chart, PALPATE_MARK_ZONE_ESSENTIAL, zone->id, zone->side);
      PalpateMask *mask = palpate_chart_grid_mask_shape (self, zone->path);

      palpate_mask_intersect (mask, self->body);
      if (core != NULL)
        palpate_mask_subtract (mask, g_hash_table_lookup (self->zones, core));
      g_hash_table_insert (self->zones, (gpointer) zone, mask);
    }
}

/**
 * palpate_chart_grid_lay:
 *
 * Returns: the cells that a chart is cut into
 */
PalpateGrid
palpate_chart_grid_lay (PalpateChart *chart)
{
  const PalpateBox frame = palpate_chart_get_frame (chart);
  const double cell = MAX (frame.width, frame.height) / CELLS;

  return (PalpateGrid) { frame.x, frame.y, cell, (int) ceil (frame.width / cell - 1e-6), (int) ceil (frame.height / cell - 1e-6) };
}

/**
 * palpate_chart_grid_new:
 * @chart: owns the shapes; must outlive the grid
 */
PalpateChartGrid *
palpate_chart_grid_new (PalpateChart *chart)
{
  PalpateChartGrid *self = g_new0 (PalpateChartGrid, 1);
  GPtrArray *regions = palpate_chart_get_marks (chart, PALPATE_MARK_REGION);

  self->cells = palpate_chart_grid_lay (chart);
  self->n_regions = regions->len;
  self->body = palpate_mask_new (self->cells);
  self->labels = g_new0 (guint16, (gsize) self->cells.n_columns * self->cells.n_rows);
  self->region_counts = g_new0 (guint, self->n_regions + 1);
  self->zones = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) palpate_mask_unref);
  for (guint i = 0; i < MIN (self->n_regions, G_MAXUINT16); i++)
    label_region (self, g_ptr_array_index (regions, i), i + 1);
  add_zones (self, chart);
  return self;
}

void
palpate_chart_grid_free (PalpateChartGrid *self)
{
  palpate_mask_unref (self->body);
  g_hash_table_unref (self->zones);
  g_free (self->labels);
  g_free (self->region_counts);
  g_free (self);
}

PalpateGrid
palpate_chart_grid_get_cells (const PalpateChartGrid *self)
{
  return self->cells;
}

/**
 * palpate_chart_grid_get_body:
 *
 * Returns: (transfer none): the cells of all places; beside them nothing can hurt
 */
const PalpateMask *
palpate_chart_grid_get_body (const PalpateChartGrid *self)
{
  return self->body;
}

/**
 * palpate_chart_grid_get_zone:
 * @zone: an essential or spillover shape of this chart
 *
 * Returns: (transfer none) (nullable): its cells; those of a spillover without the core
 */
const PalpateMask *
palpate_chart_grid_get_zone (const PalpateChartGrid *self,
                             const PalpateMark      *zone)
{
  return g_hash_table_lookup (self->zones, zone);
}

/**
 * palpate_chart_grid_count_region:
 * @region: its place in the chart's list of regions
 *
 * Returns: of how many cells it is
 */
guint
palpate_chart_grid_count_region (const PalpateChartGrid *self,
                                 guint                   region)
{
  return region < self->n_regions ? self->region_counts[region] : 0;
}

/**
 * palpate_chart_grid_count_in:
 *
 * Returns: (transfer full): how many cells of @mask lie in each region of the chart's list
 */
guint *
palpate_chart_grid_count_in (const PalpateChartGrid *self,
                             const PalpateMask      *mask)
{
  guint *counts = g_new0 (guint, self->n_regions + 1);
  int column, row, n_columns, n_rows;

  if (!palpate_mask_get_extent (mask, &column, &row, &n_columns, &n_rows))
    return counts;
  for (int y = row; y < row + n_rows; y++)
    for (int x = column; x < column + n_columns; x++)
      if (palpate_mask_get (mask, x, y))
        {
          const guint16 label = self->labels[(gsize) y * self->cells.n_columns + x];

          if (label > 0)
            counts[label - 1]++;
        }
  return counts;
}
