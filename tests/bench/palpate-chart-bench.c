/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * palpate-chart-bench CHARTS [VIEW [LAYER]]: what each layer of each chart weighs and costs: bytes, shapes and nodes of
 * the file, and the time of one processor that drawing it takes with the body 1600 pixels high. Given a view and a
 * layer, draws only that, ROUNDS times, for a profiler. Run by tests/bench/run charts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "palpate-chart-set.h"
#include "values.h"

#define HEIGHT 1600
#define ROUNDS 31

/* What the whole body may cost, in milliseconds; a close-up is held to the same. */
static const struct {
  const char *name;
  guint       layers;
  double      most;
} budgets[] = {
  { "skin", 1u << PALPATE_LAYER_SKIN, 12 },
  { "skin + surface muscles", 1u << PALPATE_LAYER_SKIN | 1u << PALPATE_LAYER_MUSCLES, 60 },
  { "everything", (1u << PALPATE_N_LAYERS) - 1, 110 },
};

static double
processor_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
draw_once (PalpateChart    *chart,
           PalpateLayer     layer,
           cairo_surface_t *surface)
{
  const PalpateBox frame = palpate_chart_get_frame (chart);
  g_autoptr (GError) error = NULL;
  cairo_t *cr = cairo_create (surface);
  double begin;

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_scale (cr, HEIGHT / frame.height, HEIGHT / frame.height);
  cairo_translate (cr, -frame.x, -frame.y);
  begin = processor_milliseconds ();
  if (!palpate_chart_render_layer (chart, layer, PALPATE_SCHEME_LIGHT, NULL, cr, &error))
    g_error ("%s", error->message);
  cairo_destroy (cr);
  return processor_milliseconds () - begin;
}

static cairo_surface_t *
create_surface (PalpateChart *chart)
{
  const PalpateBox frame = palpate_chart_get_frame (chart);

  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (frame.width * HEIGHT / frame.height), HEIGHT);
}

static double
measure (PalpateChart *chart,
         PalpateLayer  layer)
{
  cairo_surface_t *surface = create_surface (chart);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  draw_once (chart, layer, surface);   /* the first one reads the file */
  for (guint i = 0; i < ROUNDS; i++)
    {
      const double time = draw_once (chart, layer, surface);

      g_array_append_val (times, time);
    }
  cairo_surface_destroy (surface);
  return values_get_quantile (times, 0.5);
}

typedef struct {
  guint bytes, shapes, nodes;
} Weight;

/* How many points of the path data @d lie on the line. */
static guint
count_nodes (const char *d)
{
  guint nodes = 0;

  for (const char *p = d; *p != '\0' && *p != '"';)
    {
      const char letter = g_ascii_toupper (*p++);
      const guint numbers_of_a_node = letter == 'C' ? 6 : letter == 'S' || letter == 'Q' ? 4 : letter == 'H' || letter == 'V' ? 1 : 2;
      guint numbers = 0;

      while (!g_ascii_isalpha (*p) && *p != '\0' && *p != '"')
        {
          char *end;

          g_ascii_strtod (p, &end);
          numbers += end != p;
          p = end != p ? end : p + 1;
        }
      nodes += numbers / numbers_of_a_node;
    }
  return nodes;
}

/* The text of the top-level group @id, its paths and their nodes. */
static Weight
weigh (const char *svg,
       const char *id)
{
  g_autofree char *start = g_strdup_printf ("\n<g id=\"%s\">", id);
  const char *begin = strstr (svg, start), *end = begin != NULL ? strstr (begin, "\n</g>\n<g id=") : NULL;
  Weight weight = { 0 };

  if (end == NULL)
    return weight;
  weight.bytes = end - begin;
  for (const char *p = begin; (p = strstr (p, " d=\"")) != NULL && p < end; p += 4)
    {
      weight.shapes++;
      weight.nodes += count_nodes (p + 4);
    }
  return weight;
}

static void
report_view (PalpateChartSet *charts,
             const char      *folder,
             PalpateView      view)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.svg", folder, palpate_view_get_file (view));
  g_autoptr (GError) error = NULL;
  g_autofree char *svg = NULL;
  PalpateChart *chart = palpate_chart_set_get (charts, view, &error);
  double times[PALPATE_N_LAYERS];
  gsize size;

  if (chart == NULL || !g_file_get_contents (file, &svg, &size, &error))
    g_error ("%s", error->message);
  printf ("%s, %.0f kB\n", palpate_view_get_file (view), size / 1000.0);
  for (PalpateLayer layer = 0; layer < PALPATE_N_LAYERS; layer++)
    {
      const Weight weight = weigh (svg, palpate_layer_to_id (layer));

      times[layer] = measure (chart, layer);
      printf ("  %-24s %7.1f kB %7u shapes %7u nodes %7.1f ms\n",
              palpate_layer_to_id (layer), weight.bytes / 1000.0, weight.shapes, weight.nodes, times[layer]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (budgets); i++)
    {
      double total = 0;

      for (PalpateLayer layer = 0; layer < PALPATE_N_LAYERS; layer++)
        if ((budgets[i].layers & (1u << layer)) != 0)
          total += times[layer];
      printf ("  %-24s %40s %7.1f ms of %.0f%s\n", budgets[i].name, "", total, budgets[i].most, total > budgets[i].most ? "  !" : "");
    }
}

static int
draw_for_a_profiler (PalpateChartSet *charts,
                     const char      *view_name,
                     const char      *layer_name,
                     guint            rounds)
{
  for (PalpateView view = 0; view < PALPATE_N_VIEWS; view++)
    for (PalpateLayer layer = 0; layer < PALPATE_N_LAYERS; layer++)
      if (strcmp (palpate_view_to_id (view), view_name) == 0 && strcmp (palpate_layer_to_id (layer), layer_name) == 0)
        {
          PalpateChart *chart = palpate_chart_set_get (charts, view, NULL);
          cairo_surface_t *surface = create_surface (chart);

          for (guint i = 0; i < rounds; i++)
            draw_once (chart, layer, surface);
          cairo_surface_destroy (surface);
          return EXIT_SUCCESS;
        }
  fprintf (stderr, "no layer “%s” of a view “%s”\n", layer_name, view_name);
  return EXIT_FAILURE;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) folder = argc > 1 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (PalpateChartSet) charts = folder != NULL ? palpate_chart_set_new (folder) : NULL;

  if (charts == NULL)
    return EXIT_FAILURE;
  if (argc > 3)
    return draw_for_a_profiler (charts, argv[2], argv[3], argc > 4 ? (guint) atoi (argv[4]) : ROUNDS);
  for (PalpateView view = 0; view < PALPATE_N_VIEWS; view++)
    if (!palpate_view_is_mirrored (view) && (argc < 3 || strcmp (palpate_view_to_id (view), argv[2]) == 0))
      report_view (charts, argv[1], view);
  return EXIT_SUCCESS;
}
