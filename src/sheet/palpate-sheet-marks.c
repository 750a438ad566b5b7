/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-marks.h"

#include <math.h>

#include "palpate-chart-painter.h"
#include "palpate-outline.h"

typedef struct {
  GPtrArray   *regions;   /* (nullable): borrowed PalpateMark */
  PalpateMark  painted;   /* its path is %NULL where nothing is painted */
} Shown;

struct _PalpateSheetMarks {
  PalpateChartSet *charts;   /* owns the regions */
  Shown            views[PALPATE_N_VIEWS];
  GArray          *unseen;   /* PalpatePlace: on none of the bodies */
};

/* Whether any of the paint lies on the place. */
static gboolean
is_painted_on (const PalpateMask *mask,
               const PalpatePath *region)
{
  const PalpateGrid grid = palpate_mask_get_grid (mask);
  const PalpateBox box = palpate_path_get_box (region);
  const int left = MAX ((int) floor ((box.x - grid.x) / grid.cell), 0), top = MAX ((int) floor ((box.y - grid.y) / grid.cell), 0);
  const double right = MIN ((box.x + box.width - grid.x) / grid.cell, grid.n_columns);
  const double bottom = MIN ((box.y + box.height - grid.y) / grid.cell, grid.n_rows);

  for (int row = top; row < bottom; row++)
    for (int column = left; column < right; column++)
      if (palpate_mask_get (mask, column, row)
          && palpate_path_contains (region, grid.x + (column + 0.5) * grid.cell, grid.y + (row + 0.5) * grid.cell))
        return TRUE;
  return FALSE;
}

/* A place that the painting marks is as large as the paint on it; where none of it lies on the place, nobody knows better
 * than the whole place. */
static void
collect (Shown        *shown,
         PalpateChart *chart,
         PalpateMarks *marks,
         PalpateView   view)
{
  const PalpateMask *mask = palpate_painting_get_mask (palpate_marks_get_painting (marks), view);
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (marks, &n_places);

  shown->regions = g_ptr_array_new ();
  for (guint i = 0; i < n_places; i++)
    {
      const PalpateMark *region = palpate_chart_get_mark (chart, PALPATE_MARK_REGION, places[i].region, places[i].side);

      if (region != NULL && !(mask != NULL && palpate_marks_is_only_painted (marks, places[i]) && is_painted_on (mask, region->path)))
        g_ptr_array_add (shown->regions, (gpointer) region);
    }
  if (mask != NULL)
    shown->painted = (PalpateMark) { .kind = PALPATE_MARK_REGION, .path = palpate_outline_trace (mask) };
}

static void
collect_unseen (PalpateSheetMarks *self,
                PalpateMarks      *marks,
                const PalpateView *views,
                guint              n_views)
{
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (marks, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      gboolean is_seen = FALSE;

      for (guint j = 0; j < n_views; j++)
        is_seen |= palpate_chart_set_shows (self->charts, views[j], PALPATE_MARK_REGION, places[i].region, places[i].side);
      if (!is_seen)
        g_array_append_val (self->unseen, places[i]);
    }
}

/**
 * palpate_sheet_marks_new:
 * @marks: (transfer none): are read now, and not kept
 * @views: of the small bodies; a chart that cannot be read shows no marks
 *
 * Returns: (transfer full): what palpate_sheet_marks_free() frees
 */
PalpateSheetMarks *
palpate_sheet_marks_new (PalpateChartSet   *charts,
                         PalpateMarks      *marks,
                         const PalpateView *views,
                         guint              n_views)
{
  PalpateSheetMarks *self = g_new0 (PalpateSheetMarks, 1);

  self->charts = g_object_ref (charts);
  self->unseen = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  collect_unseen (self, marks, views, n_views);
  for (guint i = 0; i < n_views; i++)
    {
      PalpateChart *chart = palpate_chart_set_get (charts, views[i], NULL);

      if (chart != NULL)
        collect (&self->views[views[i]], chart, marks, views[i]);
    }
  return self;
}

void
palpate_sheet_marks_free (PalpateSheetMarks *self)
{
  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    {
      g_clear_pointer (&self->views[i].regions, g_ptr_array_unref);
      g_clear_pointer (&self->views[i].painted.path, palpate_path_unref);
    }
  g_array_unref (self->unseen);
  g_object_unref (self->charts);
  g_free (self);
}

/**
 * palpate_sheet_marks_get_unseen:
 *
 * Returns: (transfer none) (element-type PalpatePlace): the marked places that none of the bodies shows
 */
GArray *
palpate_sheet_marks_get_unseen (const PalpateSheetMarks *self)
{
  return self->unseen;
}

/**
 * palpate_sheet_marks_is_empty:
 *
 * Returns: whether none of the bodies has a mark
 */
gboolean
palpate_sheet_marks_is_empty (const PalpateSheetMarks *self)
{
  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    if (self->views[i].painted.path != NULL || (self->views[i].regions != NULL && self->views[i].regions->len > 0))
      return FALSE;
  return TRUE;
}

typedef void (*PaintFunc) (const PalpateMark *mark,
                           PalpateScheme      scheme,
                           double             pixel,
                           cairo_t           *cr);

static void
paint_each (const Shown   *shown,
            PaintFunc      paint,
            PalpateScheme  scheme,
            double         pixel,
            cairo_t       *cr)
{
  for (guint i = 0; shown->regions != NULL && i < shown->regions->len; i++)
    paint (g_ptr_array_index (shown->regions, i), scheme, pixel, cr);
  if (shown->painted.path != NULL)
    paint (&shown->painted, scheme, pixel, cr);
}

/**
 * palpate_sheet_marks_paint:
 * @pixel: the size of a logical pixel, or a point on paper, in units of the chart: strokes and hatch keep to it
 *
 * Draws with @cr in units of the chart of @view.
 */
void
palpate_sheet_marks_paint (const PalpateSheetMarks *self,
                           PalpateView              view,
                           PalpateScheme            scheme,
                           double                   pixel,
                           cairo_t                 *cr)
{
  paint_each (&self->views[view], palpate_paint_region, scheme, pixel, cr);
}

/**
 * palpate_sheet_marks_outline:
 * @pixel: as for palpate_sheet_marks_paint()
 *
 * Draws how far the marks reach, over what lies on them.
 */
void
palpate_sheet_marks_outline (const PalpateSheetMarks *self,
                             PalpateView              view,
                             PalpateScheme            scheme,
                             double                   pixel,
                             cairo_t                 *cr)
{
  paint_each (&self->views[view], palpate_paint_outline, scheme, pixel, cr);
}
