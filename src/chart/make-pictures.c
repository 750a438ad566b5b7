/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * make-pictures CHARTS FOLDER: run by the build. Draws the layers that a window shows first, in the ordinary colour
 * sets, so that the program can show them before it has drawn anything itself.
 */
#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "palpate-chart-set.h"

/* Pixels of a whole body: enough for a window of the usual size. */
#define HEIGHT 800

static gboolean
write_picture (PalpateChartSet *charts,
               const char      *folder,
               PalpateView      view,
               PalpateScheme    scheme,
               PalpateLayer     layer)
{
  g_autofree char *stem = palpate_chart_set_name_picture (view, scheme, layer);
  g_autofree char *path = g_strconcat (folder, "/", stem, ".png", NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  PalpateChart *chart = palpate_chart_set_get (charts, view, &error);
  PalpateBox frame;
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean is_written;

  if (chart == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  frame = palpate_chart_get_frame (chart);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (frame.width * HEIGHT / frame.height), HEIGHT);
  cr = cairo_create (surface);
  cairo_scale (cr, cairo_image_surface_get_width (surface) / frame.width, HEIGHT / frame.height);
  cairo_translate (cr, -frame.x, -frame.y);
  is_written = palpate_chart_render_layer (chart, layer, scheme, palpate_chart_set_get_style (charts, scheme), cr, &error)
               && g_mkdir_with_parents (parent, 0755) == 0 && cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
  if (!is_written)
    g_printerr ("%s: %s\n", path, error != NULL ? error->message : g_strerror (errno));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return is_written;
}

int
main (int    argc,
      char **argv)
{
  static const PalpateView views[] = { PALPATE_VIEW_FRONT, PALPATE_VIEW_BACK };
  static const PalpateScheme schemes[] = { PALPATE_SCHEME_LIGHT, PALPATE_SCHEME_DARK };
  static const PalpateLayer layers[] = { PALPATE_LAYER_SKIN, PALPATE_LAYER_MUSCLES };
  g_autoptr (GFile) directory = NULL;
  g_autoptr (PalpateChartSet) charts = NULL;

  if (argc != 3)
    return EXIT_FAILURE;
  directory = g_file_new_for_path (argv[1]);
  charts = palpate_chart_set_new (directory);
  for (guint v = 0; v < G_N_ELEMENTS (views); v++)
    for (guint s = 0; s < G_N_ELEMENTS (schemes); s++)
      for (guint l = 0; l < G_N_ELEMENTS (layers); l++)
        if (!write_picture (charts, argv[2], views[v], schemes[s], layers[l]))
          return EXIT_FAILURE;
  return EXIT_SUCCESS;
}
