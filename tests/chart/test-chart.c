/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped charts, against themselves and against the content.
 */
#include "palpate-chart-painter.h"
#include "palpate-chart-set.h"

#include <math.h>
#include <string.h>

#include "palpate-atlas.h"
#include "palpate-error.h"
#include "shipped.h"

static PalpateChartSet *charts;
static PalpateAtlas *atlas;

static char *
data_path (const char *name)
{
  return g_build_filename (g_getenv ("PALPATE_SOURCE_DIR"), "data", name, NULL);
}

static PalpateChart *
get_chart (PalpateView view)
{
  g_autoptr (GError) error = NULL;
  PalpateChart *chart = palpate_chart_set_get (charts, view, &error);

  g_assert_no_error (error);
  g_assert_true (PALPATE_IS_CHART (chart));
  return chart;
}

static void
test_load (void)
{
  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    {
      PalpateChart *chart = get_chart (i);
      const PalpateBox frame = palpate_chart_get_frame (chart);
      PalpateView view;

      g_assert_cmpint (palpate_chart_get_view (chart), ==, i);
      g_assert_true (palpate_view_from_id (palpate_view_to_id (i), &view));
      g_assert_cmpint (view, ==, i);
      g_assert_cmpstr (palpate_view_get_name (i), !=, "");
      g_assert_cmpfloat (frame.width, >, 0);
      g_assert_cmpfloat (frame.height, >, 0);
      g_assert_cmpuint (palpate_chart_get_marks (chart, PALPATE_MARK_REGION)->len, >, 3);
      g_assert_true (palpate_chart_has_layer (chart, PALPATE_LAYER_SKIN));
      g_assert_true (palpate_chart_has_layer (chart, PALPATE_LAYER_MUSCLES));
    }
}

static void
assert_mirrored (const PalpateMark *a,
                 const PalpateMark *b)
{
  const PalpateBox first = palpate_path_get_box (a->path), second = palpate_path_get_box (b->path);

  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->side, ==, palpate_side_opposite (b->side));
  g_assert_cmpfloat_with_epsilon (first.x, -second.x - second.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (first.y, second.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (first.width, second.width, 1e-6);
  g_assert_cmpfloat_with_epsilon (first.height, second.height, 1e-6);
  g_assert_cmpfloat_with_epsilon (palpate_path_get_area (a->path), palpate_path_get_area (b->path), 1e-6);
}

static void
test_mirrored_views (void)
{
  guint n_pairs = 0;

  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    {
      PalpateChart *right = get_chart (i);
      PalpateChart *left;
      PalpateBox a, b;

      if (!palpate_view_is_mirrored (i))
        continue;
      left = get_chart (i - 1);
      a = palpate_chart_get_frame (left);
      b = palpate_chart_get_frame (right);
      g_assert_cmpstr (palpate_view_get_file (i), ==, palpate_view_get_file (i - 1));
      g_assert_cmpfloat_with_epsilon (a.x, -b.x - b.width, 1e-9);
      g_assert_cmpfloat_with_epsilon (a.width, b.width, 1e-9);
      for (guint kind = 0; kind < PALPATE_N_MARK_KINDS; kind++)
        {
          GPtrArray *lefts = palpate_chart_get_marks (left, kind), *rights = palpate_chart_get_marks (right, kind);

          g_assert_cmpuint (lefts->len, ==, rights->len);
          for (guint j = 0; j < lefts->len; j++)
            assert_mirrored (g_ptr_array_index (lefts, j), g_ptr_array_index (rights, j));
          n_pairs += lefts->len;
        }
    }
  g_assert_cmpuint (n_pairs, >, 200);
}

/* In front and back, each shape with a side has its twin. */
static void
test_mirrored_halves (void)
{
  for (guint view = PALPATE_VIEW_FRONT; view <= PALPATE_VIEW_BACK; view++)
    for (guint kind = 0; kind < PALPATE_N_MARK_KINDS; kind++)
      {
        GPtrArray *marks = palpate_chart_get_marks (get_chart (view), kind);

        for (guint i = 0; i < marks->len; i++)
          {
            const PalpateMark *mark = g_ptr_array_index (marks, i);
            const PalpateMark *twin = palpate_chart_get_mark (get_chart (view), kind, mark->id,
                                                              palpate_side_opposite (mark->side));

            g_assert_nonnull (twin);
            if (mark->side != PALPATE_SIDE_NONE)
              assert_mirrored (mark, twin);
          }
      }
}

static void
test_hit (void)
{
  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      PalpateChart *chart = get_chart (view);
      GPtrArray *regions = palpate_chart_get_marks (chart, PALPATE_MARK_REGION);

      for (guint i = 0; i < regions->len; i++)
        {
          const PalpateMark *region = g_ptr_array_index (regions, i);
          const PalpatePosition inside = palpate_path_get_inside (region->path);

          g_test_message ("%s: %s at %g %g", palpate_view_to_id (view), region->id, inside.x, inside.y);
          g_assert_true (palpate_chart_hit (chart, PALPATE_MARK_REGION, inside.x, inside.y) == region);
        }
    }
}

/* Returns: (transfer full): the outline of the figure, as the file of the view has it */
static PalpatePath *
read_figure (PalpateView view)
{
  g_autofree char *name = g_strdup_printf ("charts/%s.svg", palpate_view_get_file (view));
  g_autofree char *path = data_path (name);
  g_autofree char *text = NULL;
  g_autofree char *d = NULL;
  g_autoptr (GRegex) regex = g_regex_new ("<path[^>]*id=\"figure-outline\"[^>]*?\\sd=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GError) error = NULL;
  PalpatePath *figure;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_regex_match (regex, text, 0, &match));
  d = g_match_info_fetch (match, 1);
  figure = palpate_path_parse (d, &error);
  g_assert_no_error (error);
  return figure;
}

/* Whether nothing of the figure is nearer than two units. */
static gboolean
is_off (const PalpatePath *figure,
        double             x,
        double             y)
{
  for (int dx = -1; dx <= 1; dx++)
    for (int dy = -1; dy <= 1; dy++)
      if (palpate_path_contains (figure, x + dx * 2, y + dy * 2))
        return FALSE;
  return TRUE;
}

static void
test_miss (void)
{
  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      PalpateChart *chart = get_chart (view);
      const PalpateBox frame = palpate_chart_get_frame (chart);
      g_autoptr (PalpatePath) figure = NULL;
      guint n_off = 0;

      if (palpate_view_is_mirrored (view))
        continue;
      figure = read_figure (view);
      for (int i = -2; i <= 42; i++)
        for (int j = -2; j <= 42; j++)
          {
            const double x = frame.x + frame.width * i / 40, y = frame.y + frame.height * j / 40;

            if (!is_off (figure, x, y))
              continue;
            n_off++;
            g_assert_null (palpate_chart_hit (chart, PALPATE_MARK_REGION, x, y));
          }
      g_assert_cmpuint (n_off, >, 100);
    }
}

static void
test_sides (void)
{
  static const PalpateMarkKind kinds[] = { PALPATE_MARK_REGION, PALPATE_MARK_POINT };

  for (guint view = PALPATE_VIEW_FRONT; view <= PALPATE_VIEW_BACK; view++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        GPtrArray *marks = palpate_chart_get_marks (get_chart (view), kinds[k]);

        for (guint i = 0; i < marks->len; i++)
          {
            const PalpateMark *mark = g_ptr_array_index (marks, i);
            const double x = palpate_path_get_inside (mark->path).x;
            const gboolean is_left = view == PALPATE_VIEW_FRONT ? x > 0 : x < 0;

            g_test_message ("%s: %s %s: %g", palpate_view_to_id (view), mark->id, palpate_side_to_id (mark->side), x);
            if (mark->side != PALPATE_SIDE_NONE)
              g_assert_cmpint (is_left, ==, mark->side == PALPATE_SIDE_LEFT);
          }
      }
  for (guint view = PALPATE_VIEW_LEFT; view < PALPATE_N_VIEWS; view++)
    {
      GPtrArray *marks = palpate_chart_get_marks (get_chart (view), PALPATE_MARK_REGION);

      for (guint i = 0; i < marks->len; i++)
        {
          const PalpateMark *mark = g_ptr_array_index (marks, i);

          if (mark->side != PALPATE_SIDE_NONE)
            g_assert_cmpint (mark->side, ==, palpate_view_is_mirrored (view) ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT);
        }
    }
}

static void
test_all_drawn (void)
{
  GPtrArray *regions = palpate_atlas_list (atlas, PALPATE_ITEM_REGION);
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  PalpateView view;

  for (guint i = 0; i < regions->len; i++)
    {
      const PalpateRegion *region = g_ptr_array_index (regions, i);
      const PalpateSide sides[] = { region->sided ? PALPATE_SIDE_LEFT : PALPATE_SIDE_NONE,
                                    region->sided ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_NONE };

      for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
        if (!palpate_chart_set_find_view (charts, PALPATE_MARK_REGION, region->id, sides[j], &view) && !region->list_only)
          g_error ("the region %s is drawn in no view", region->id);
    }
  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);

      if (!palpate_chart_set_find_view (charts, PALPATE_MARK_ZONE_ESSENTIAL, point->id, PALPATE_SIDE_LEFT, &view)
          || !palpate_chart_set_find_view (charts, PALPATE_MARK_ZONE_ESSENTIAL, point->id, PALPATE_SIDE_RIGHT, &view))
        g_error ("the essential zone of %s is drawn in no view", point->id);
    }
}

static void
test_parts (void)
{
  GPtrArray *muscles = palpate_atlas_list (atlas, PALPATE_ITEM_MUSCLE);
  guint n_drawn = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      const PalpateMuscle *muscle = g_ptr_array_index (muscles, i);
      const char *const *parts = palpate_chart_set_get_parts (charts, muscle->id);

      for (; parts != NULL && *parts != NULL; parts++, n_drawn++)
        g_assert_nonnull (palpate_chart_set_find_muscle (charts, *parts));
    }
  g_assert_cmpuint (n_drawn, >, 60);
  g_assert_null (palpate_chart_set_get_parts (charts, "no-such-muscle"));
  g_assert_null (palpate_chart_set_find_muscle (charts, "no-such-part"));
}

static void
test_errors (void)
{
#define SVG(rest) "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'>" rest "</svg>"
#define FIGURE "<g id='figure'><path id='figure-outline' d='M0 0H9V9Z'/></g>"
  static const struct {
    const char *svg;
    const char *item;   /* the message names it */
  } cases[] = {
    { "<svg xmlns='http://www.w3.org/2000/svg'>" FIGURE "</svg>", "viewBox" },
    { "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 nan 5'>" FIGURE "</svg>", "viewBox" },
    { "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 5'>" FIGURE "</svg>", "viewBox" },
    { "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 -5 5'>" FIGURE "</svg>", "viewBox" },
    { SVG ("<g id='figure'/>"), "figure-outline" },
    { SVG (FIGURE "<g id='regions'><path id='region-knee-left' d='M0 0A1 1'/></g>"), "region-knee-left" },
    { SVG (FIGURE "<g id='regions'><path id='region-knee-left'/></g>"), "region-knee-left" },
    { SVG (FIGURE "<g id='points'><circle id='point-a-TrP1-left' cx='1' cy='x' r='2'/></g>"), "point-a-TrP1-left" },
    { SVG (FIGURE "<g id='zones'><rect id='zone-a-TrP1-essential-left'/></g>"), "zone-a-TrP1-essential-left" },
    { SVG (FIGURE "<g id='regions'><path id='region-knee-left' d='M0 0H1'/><path id='region-knee-left' d='M0 0H1'/></g>"),
      "region-knee-left" },
    { "<html><body/></html>", "html" },
    { "this is no drawing", NULL },
    { "<svg", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (PalpateView view = PALPATE_VIEW_FRONT; view <= PALPATE_VIEW_RIGHT; view++)
      {
        g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].svg, strlen (cases[i].svg));
        g_autoptr (GError) error = NULL;
        g_autoptr (PalpateChart) chart = palpate_chart_new (view, bytes, &error);
        g_autofree char *file = g_strconcat (palpate_view_get_file (view), ".svg", NULL);

        g_test_message ("%s", error != NULL ? error->message : "no error");
        g_assert_null (chart);
        g_assert_nonnull (error);
        g_assert_true (error->domain == PALPATE_ERROR || error->domain == G_MARKUP_ERROR);
        g_assert_nonnull (strstr (error->message, file));
        if (cases[i].item != NULL)
          g_assert_nonnull (strstr (error->message, cases[i].item));
      }
}

static void
test_missing_folder (void)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/charts");
  g_autoptr (PalpateChartSet) set = palpate_chart_set_new (nowhere);

  for (int i = 0; i < 2; i++)   /* told every time */
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (palpate_chart_set_get (set, PALPATE_VIEW_BACK, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "back.svg"));
    }
}

static char *
render (PalpateChart  *chart,
        PalpateLayer   layer,
        PalpateScheme  scheme,
        GBytes        *style)
{
  const PalpateBox frame = palpate_chart_get_frame (chart);
  const int height = 160, width = (int) ceil (frame.width / frame.height * height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  char *sum;

  cairo_scale (cr, height / frame.height, height / frame.height);
  cairo_translate (cr, -frame.x, -frame.y);
  palpate_chart_render_layer (chart, layer, scheme, style, cr, &error);
  g_assert_no_error (error);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, cairo_image_surface_get_data (surface),
                                     (gsize) cairo_image_surface_get_stride (surface) * height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return sum;
}

static void
test_schemes (void)
{
  static const PalpateView views[] = { PALPATE_VIEW_FRONT, PALPATE_VIEW_RIGHT, PALPATE_VIEW_HEAD_SIDE, PALPATE_VIEW_FOOT_SOLE };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    for (guint layer = 0; layer < PALPATE_N_LAYERS; layer++)
      {
        PalpateChart *chart = get_chart (views[i]);
        g_autofree char *light = NULL;

        if (!palpate_chart_has_layer (chart, layer))
          continue;
        light = render (chart, layer, PALPATE_SCHEME_LIGHT, palpate_chart_set_get_style (charts, PALPATE_SCHEME_LIGHT));
        for (guint scheme = PALPATE_SCHEME_DARK; scheme < PALPATE_N_SCHEMES; scheme++)
          {
            GBytes *style = palpate_chart_set_get_style (charts, scheme);
            g_autofree char *other = NULL;

            g_assert_nonnull (style);
            other = render (chart, layer, scheme, style);
            g_test_message ("%s, %s, %s", palpate_view_to_id (views[i]), palpate_layer_to_id (layer), palpate_scheme_to_id (scheme));
            g_assert_cmpstr (other, !=, light);
          }
      }
}

#define MARGIN 20   /* chart units around the frame */

/* Returns: (transfer full): skin and muscles of a view, a pixel a unit, with a margin around the frame */
static cairo_surface_t *
draw_body (PalpateChart *chart,
           gboolean      has_edges)
{
  const PalpateBox frame = palpate_chart_get_frame (chart);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, frame.width + 2 * MARGIN, frame.height + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  cairo_translate (cr, MARGIN - frame.x, MARGIN - frame.y);
  palpate_chart_render_layer (chart, PALPATE_LAYER_SKIN, PALPATE_SCHEME_LIGHT, NULL, cr, &error);
  palpate_chart_render_layer (chart, PALPATE_LAYER_MUSCLES, PALPATE_SCHEME_LIGHT, NULL, cr, &error);
  g_assert_no_error (error);
  if (has_edges)
    palpate_paint_edges (chart, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
get_alpha (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] >> 24;
}

/* A close-up ends softly at its frame, beyond which no muscle is drawn; well inside nothing is taken away. */
static void
test_soft_edges (void)
{
  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    {
      PalpateChart *chart = get_chart (i);
      cairo_surface_t *plain = draw_body (chart, FALSE), *soft = draw_body (chart, TRUE);
      const int width = cairo_image_surface_get_width (plain), height = cairo_image_surface_get_height (plain);
      guint n_kept = 0;

      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            const int inside = MIN (MIN (x, width - 1 - x), MIN (y, height - 1 - y)) - MARGIN;

            if (!palpate_view_is_close_up (i) || inside >= MARGIN)
              g_assert_cmpuint (get_alpha (soft, x, y), ==, get_alpha (plain, x, y));
            else if (inside < 0)
              g_assert_cmpuint (get_alpha (soft, x, y), <, 20);
            else if (inside == 0)
              g_assert_cmpuint (get_alpha (soft, x, y), <, 60);
            n_kept += get_alpha (soft, x, y) > 200;
          }
      g_assert_cmpuint (n_kept, >, (guint) (width * height / 6));
      cairo_surface_destroy (plain);
      cairo_surface_destroy (soft);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) charts_folder = shipped_folder ("charts");
  int status;

  g_test_init (&argc, &argv, NULL);
  charts = palpate_chart_set_new (charts_folder);
  atlas = shipped_atlas ();
  g_test_add_func ("/chart/load", test_load);
  g_test_add_func ("/chart/mirrored-views", test_mirrored_views);
  g_test_add_func ("/chart/mirrored-halves", test_mirrored_halves);
  g_test_add_func ("/chart/hit", test_hit);
  g_test_add_func ("/chart/miss", test_miss);
  g_test_add_func ("/chart/sides", test_sides);
  g_test_add_func ("/chart/all-drawn", test_all_drawn);
  g_test_add_func ("/chart/parts", test_parts);
  g_test_add_func ("/chart/errors", test_errors);
  g_test_add_func ("/chart/missing-folder", test_missing_folder);
  g_test_add_func ("/chart/schemes", test_schemes);
  g_test_add_func ("/chart/soft-edges", test_soft_edges);
  status = g_test_run ();
  g_object_unref (charts);
  g_object_unref (atlas);
  return status;
}
