/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where it hurts, in the file of a sheet: places, and the painting with the grids that its cells are of, so that it can be
 * drawn even if charts are cut into other cells one day. A sheet without marks has none of it in its file.
 */
#include "palpate-sheet-file-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "palpate-chart-grid.h"

/* No chart comes near these. */
#define MAX_CELLS 4096
#define MAX_UNITS 100000.0

/* A painting of somebody else's may be finer than the chart by so much, and coarser; more runs take too long to draw. */
#define FINER 2
#define COARSER 50
#define MAX_RUNS 20000

static void
write_places (JsonObject   *object,
              const char   *name,
              PalpateMarks *marks,
              gboolean      is_painted)
{
  JsonArray *list = json_array_new ();
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (marks, &n_places);

  for (guint i = 0; i < n_places; i++)
    if (palpate_marks_is_only_painted (marks, places[i]) == is_painted)
      {
        g_autofree char *id = palpate_place_to_id (places[i]);

        json_array_add_string_element (list, id);
      }
  json_object_set_array_member (object, name, list);
}

static void
write_painting (JsonObject            *object,
                const PalpatePainting *painting)
{
  JsonArray *list = json_array_new ();

  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      const PalpateMask *mask = palpate_painting_get_mask (painting, view);
      g_autofree char *cells = mask != NULL ? palpate_mask_to_text (mask) : NULL;
      JsonObject *item;
      PalpateGrid grid;

      if (mask == NULL)
        continue;
      grid = palpate_mask_get_grid (mask);
      item = json_object_new ();
      json_object_set_string_member (item, "view", palpate_view_to_id (view));
      json_object_set_double_member (item, "x", grid.x);
      json_object_set_double_member (item, "y", grid.y);
      json_object_set_double_member (item, "cell", grid.cell);
      json_object_set_int_member (item, "columns", grid.n_columns);
      json_object_set_int_member (item, "rows", grid.n_rows);
      json_object_set_string_member (item, "cells", cells);
      json_array_add_object_element (list, item);
    }
  json_object_set_array_member (object, "painting", list);
}

/**
 * palpate_sheet_write_marks:
 * @for_others: whether the file leaves this computer: it tells no more than the page shows
 */
void
palpate_sheet_write_marks (PalpateSheet *sheet,
                           gboolean      for_others,
                           JsonObject   *object)
{
  PalpateMarks *marks = palpate_sheet_get_marks (sheet);
  JsonObject *member;

  if (palpate_marks_is_empty (marks)
      || (for_others && !(palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_BODY) && palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_MARKS))))
    return;
  member = json_object_new ();
  write_places (member, "places", marks, FALSE);
  write_places (member, "paintedPlaces", marks, TRUE);
  write_painting (member, palpate_marks_get_painting (marks));
  json_object_set_object_member (object, "marks", member);
}

/* Returns: (transfer full) (element-type PalpatePlace) */
static GArray *
read_places (PalpateSheet *sheet,
             JsonObject   *object,
             const char   *name,
             GPtrArray    *problems)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  JsonArray *list = palpate_sheet_get_list (object, name, problems);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *node = json_array_get_element (list, i);
      const char *id = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
      const PalpatePlace place = palpate_place_parse (id);

      if (!palpate_atlas_has_place (palpate_sheet_get_atlas (sheet), place))
        palpate_sheet_report (problems, name, _("names a place that there is not"));
      else if (palpate_place_find (place, (const PalpatePlace *) places->data, places->len) < 0)
        g_array_append_val (places, place);
    }
  return places;
}

/* Whole numbers may stand for others. Returns: %NAN if there is no number */
static double
read_number (JsonObject *object,
             const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || (json_node_get_value_type (node) != G_TYPE_DOUBLE && json_node_get_value_type (node) != G_TYPE_INT64))
    return NAN;
  return json_node_get_double (node);
}

static gboolean
read_grid (JsonObject  *object,
           PalpateGrid *grid)
{
  const double columns = read_number (object, "columns"), rows = read_number (object, "rows");

  grid->x = read_number (object, "x");
  grid->y = read_number (object, "y");
  grid->cell = read_number (object, "cell");
  /* nothing of this holds for a number that is not there */
  if (!(fabs (grid->x) <= MAX_UNITS && fabs (grid->y) <= MAX_UNITS && grid->cell > 0 && grid->cell <= MAX_UNITS
        && columns >= 1 && columns <= MAX_CELLS && rows >= 1 && rows <= MAX_CELLS))
    return FALSE;
  grid->n_columns = (int) columns;
  grid->n_rows = (int) rows;
  return TRUE;
}

/* Whether the grid lies on the chart, with cells like those of a chart. */
static gboolean
fits (PalpateGrid   grid,
      PalpateChart *chart)
{
  const PalpateGrid own = palpate_chart_grid_lay (chart);

  return grid.cell * FINER >= own.cell * (1 - 1e-6) && grid.cell <= own.cell * COARSER && grid.n_columns <= FINER * own.n_columns
         && grid.n_rows <= FINER * own.n_rows && grid.x < own.x + own.n_columns * own.cell && grid.x + grid.n_columns * grid.cell > own.x
         && grid.y < own.y + own.n_rows * own.cell && grid.y + grid.n_rows * grid.cell > own.y;
}

/* A run is two numbers, each after a space. */
static gboolean
has_too_many_runs (const char *cells)
{
  guint n_spaces = 0;

  for (; *cells != '\0' && n_spaces <= 2 * MAX_RUNS; cells++)
    n_spaces += *cells == ' ';
  return n_spaces > 2 * MAX_RUNS;
}

/* @charts: (nullable): what it must fit
 * Returns: (transfer full) (nullable): what is painted on a view; %NULL with the reason why it cannot be drawn */
static PalpateMask *
read_mask (PalpateChartSet  *charts,
           PalpateView       view,
           JsonObject       *item,
           const char      **reason)
{
  JsonNode *cells = palpate_sheet_get_value (item, "cells", G_TYPE_STRING, NULL);
  PalpateChart *chart = charts != NULL ? palpate_chart_set_get (charts, view, NULL) : NULL;
  PalpateMask *mask;
  PalpateGrid grid;

  *reason = NULL;
  if (cells == NULL || !read_grid (item, &grid))
    *reason = _("cannot be drawn");
  else if (charts != NULL && (chart == NULL || !fits (grid, chart)))
    *reason = _("does not fit the body");
  else if (charts != NULL && has_too_many_runs (json_node_get_string (cells)))
    *reason = _("has too many pieces");
  if (*reason != NULL)
    return NULL;
  mask = palpate_mask_new_from_text (grid, json_node_get_string (cells));
  if (mask == NULL)
    *reason = _("cannot be drawn");
  return mask;
}

static void
report_painting (GPtrArray  *problems,
                 const char *view,
                 const char *reason)
{
  palpate_sheet_report (problems, "painting", reason);
  if (problems != NULL)
    ((PalpateProblem *) g_ptr_array_index (problems, problems->len - 1))->item = g_strdup (view);
}

/* Returns: (transfer full): what can be read of it */
static PalpatePainting *
read_painting (PalpateChartSet *charts,
               JsonObject      *object,
               GPtrArray       *problems)
{
  PalpatePainting *painting = palpate_painting_new ();
  JsonArray *list = palpate_sheet_get_list (object, "painting", problems);

  if (list != NULL && json_array_get_length (list) > PALPATE_N_VIEWS)
    palpate_sheet_report (problems, "painting", _("has more entries than the body has views"));
  for (guint i = 0; list != NULL && i < MIN (json_array_get_length (list), PALPATE_N_VIEWS); i++)
    {
      JsonNode *element = json_array_get_element (list, i);
      JsonObject *item = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      JsonNode *id = item != NULL ? palpate_sheet_get_value (item, "view", G_TYPE_STRING, NULL) : NULL;
      g_autoptr (PalpateMask) mask = NULL;
      const char *reason = NULL;
      PalpatePainting *next;
      PalpateView view;

      if (id == NULL || !palpate_view_from_id (json_node_get_string (id), &view))
        reason = _("names a view that there is not");
      else if (palpate_painting_get_mask (painting, view) != NULL)
        reason = _("is there twice");
      else
        mask = read_mask (charts, view, item, &reason);
      if (mask == NULL)
        {
          report_painting (problems, id != NULL ? json_node_get_string (id) : NULL, reason);
          continue;
        }
      next = palpate_painting_with_mask (painting, view, mask);
      palpate_painting_unref (painting);
      painting = next;
    }
  return painting;
}

/**
 * palpate_sheet_read_marks:
 * @charts: (nullable): what a painting must fit, if others may have made it
 */
void
palpate_sheet_read_marks (PalpateSheet    *sheet,
                          PalpateChartSet *charts,
                          JsonObject      *object,
                          GPtrArray       *problems)
{
  JsonNode *node = json_object_get_member (object, "marks");
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();
  g_autoptr (PalpateCoverage) coverage = palpate_coverage_new ();
  g_autoptr (PalpatePainting) painting = NULL;
  g_autoptr (GArray) chosen = NULL;
  g_autoptr (GArray) painted = NULL;
  guint n_left_out = 0;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      palpate_sheet_report (problems, "marks", _("cannot be drawn"));
      return;
    }
  chosen = read_places (sheet, json_node_get_object (node), "places", problems);
  painted = read_places (sheet, json_node_get_object (node), "paintedPlaces", problems);
  painting = read_painting (charts, json_node_get_object (node), problems);
  for (guint i = 0; i < painted->len; i++)
    palpate_coverage_add_place (coverage, g_array_index (painted, PalpatePlace, i));
  for (guint i = 0; i < chosen->len; i++)
    palpate_marks_toggle (marks, g_array_index (chosen, PalpatePlace, i));
  /* without what was painted, a place is still marked */
  for (guint i = 0; i < painted->len && palpate_painting_is_empty (painting); i++)
    if (!palpate_marks_contains (marks, g_array_index (painted, PalpatePlace, i)))
      palpate_marks_toggle (marks, g_array_index (painted, PalpatePlace, i));
  palpate_marks_paint (marks, painting, coverage);
  for (guint i = 0; i < chosen->len; i++)
    n_left_out += !palpate_marks_contains (marks, g_array_index (chosen, PalpatePlace, i));
  for (guint i = 0; i < painted->len; i++)
    n_left_out += !palpate_marks_contains (marks, g_array_index (painted, PalpatePlace, i));
  if (n_left_out > 0)
    palpate_sheet_report (problems, "places", _("has more places than can be marked"));
  palpate_sheet_set_marks (sheet, marks);
}
