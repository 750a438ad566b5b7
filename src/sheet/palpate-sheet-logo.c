/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-logo.h"

#include <librsvg/rsvg.h>

/* Pixels, or units of a drawing: larger files are not logos. */
#define MAX_SIZE 4000
#define DRAWING_SIZE 200.0

static cairo_surface_t *
load_svg (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GObject) owner = NULL;
  RsvgHandle *handle = rsvg_handle_new_from_gfile_sync (file, RSVG_HANDLE_FLAGS_NONE, NULL, &error);
  cairo_rectangle_t extents = { 0, 0, DRAWING_SIZE, DRAWING_SIZE };
  RsvgRectangle viewport = { 0, 0, DRAWING_SIZE, DRAWING_SIZE }, ink;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (handle == NULL)
    {
      g_message ("%s: %s", path, error->message);
      return NULL;
    }
  owner = G_OBJECT (handle);
  if (rsvg_handle_get_geometry_for_layer (handle, NULL, &viewport, &ink, NULL, NULL) && ink.width > 0 && ink.height > 0)
    extents = (cairo_rectangle_t) { ink.x, ink.y, ink.width, ink.height };
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (surface);
  if (!rsvg_handle_render_document (handle, cr, &viewport, &error))
    g_message ("%s: %s", path, error->message);
  cairo_destroy (cr);
  return surface;
}

/**
 * palpate_sheet_load_logo:
 * @path: a PNG or SVG file; empty for none
 *
 * Returns: (transfer full) (nullable): the picture; %NULL, with a message, if it cannot be read
 */
cairo_surface_t *
palpate_sheet_load_logo (const char *path)
{
  g_autofree char *ending = g_ascii_strdown (path, -1);
  cairo_surface_t *surface;

  if (*path == '\0')
    return NULL;
  if (g_str_has_suffix (ending, ".svg"))
    return load_svg (path);
  surface = cairo_image_surface_create_from_png (path);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && cairo_image_surface_get_width (surface) <= MAX_SIZE
      && cairo_image_surface_get_height (surface) <= MAX_SIZE)
    return surface;
  g_message ("%s: %s", path, cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  return NULL;
}

void
palpate_sheet_get_logo_size (cairo_surface_t *logo,
                             double          *width,
                             double          *height)
{
  cairo_rectangle_t extents = { 0, 0, 1, 1 };

  if (cairo_surface_get_type (logo) == CAIRO_SURFACE_TYPE_RECORDING)
    cairo_recording_surface_get_extents (logo, &extents);
  else
    {
      extents.width = cairo_image_surface_get_width (logo);
      extents.height = cairo_image_surface_get_height (logo);
    }
  *width = extents.width;
  *height = extents.height;
}
