/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-picture.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "palpate-chart-painter.h"
#include "palpate-error.h"
#include "palpate-signs.h"

/* The height, in logical pixels, for which the widths of marks are made. */
#define NORMAL_HEIGHT 800.0

static void
draw_zones (const PalpatePicture *self,
            PalpateChart         *chart,
            double                pixel,
            cairo_t              *cr)
{
  static const PalpateMarkKind kinds[] = { PALPATE_MARK_ZONE_SPILLOVER, PALPATE_MARK_ZONE_ESSENTIAL };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < self->n_points; i++)
      {
        const PalpateSidedPoint *source = &self->points[i];
        const PalpateMark *zone = palpate_chart_get_mark (chart, kinds[k], source->point->id, source->side);

        if (zone != NULL)
          palpate_paint_zone (zone, self->scheme, pixel, cr);
      }
}

static void
draw_places (const PalpatePicture *self,
             PalpateChart         *chart,
             double                pixel,
             cairo_t              *cr)
{
  for (guint i = 0; i < self->n_places; i++)
    {
      const PalpateMark *region = palpate_chart_get_mark (chart, PALPATE_MARK_REGION, self->places[i].region, self->places[i].side);

      if (region != NULL)
        palpate_paint_region (region, self->scheme, pixel, cr);
    }
}

static void
draw_signs (const PalpatePicture *self,
            PalpateChart         *chart,
            double                pixel,
            cairo_t              *cr)
{
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (PalpateSign));

  for (guint i = 0; i < self->n_places && self->n_places > 1; i++)
    {
      const PalpateMark *region = palpate_chart_get_mark (chart, PALPATE_MARK_REGION, self->places[i].region, self->places[i].side);

      if (region != NULL)
        {
          const PalpateSign sign = palpate_sign_new_place (region, i);

          g_array_append_val (signs, sign);
        }
    }
  for (guint i = 0; i < self->n_points; i++)
    {
      const PalpateMark *point = palpate_chart_get_mark (chart, PALPATE_MARK_POINT, self->points[i].point->id, self->points[i].side);

      if (point != NULL && self->n_points == 1)
        {
          palpate_paint_point (point, self->scheme, pixel, cr);
        }
      else if (point != NULL)
        {
          const PalpateSign sign = palpate_sign_new_point (point, i + 1, FALSE);

          g_array_append_val (signs, sign);
        }
    }
  palpate_signs_spread (signs, pixel);
  palpate_signs_paint (signs, self->scheme, pixel, cr);
}

/**
 * palpate_picture_draw_part:
 * @box: the part of the view, in chart units, whose upper left corner becomes the origin of @cr
 * @pixel: the size of a logical pixel in chart units, which gives lines and signs their width
 *
 * Draws with @cr in chart units; the rest of the view is clipped away.
 */
gboolean
palpate_picture_draw_part (const PalpatePicture  *self,
                           PalpateChartSet       *charts,
                           const PalpateBox      *box,
                           double                 pixel,
                           cairo_t               *cr,
                           GError               **error)
{
  PalpateChart *chart = palpate_chart_set_get (charts, self->view, error);

  if (chart == NULL)
    return FALSE;
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, box->width, box->height);
  cairo_clip (cr);
  cairo_translate (cr, -box->x, -box->y);
  palpate_paint_layers (chart, self->scheme, palpate_chart_set_get_style (charts, self->scheme), self->layers, cr);
  draw_places (self, chart, pixel, cr);
  draw_zones (self, chart, pixel, cr);
  draw_signs (self, chart, pixel, cr);
  cairo_restore (cr);
  return TRUE;
}

/**
 * palpate_picture_draw:
 * @width: of the space to fill, in units of @cr
 * @height: of the space to fill, in units of @cr
 *
 * Draws the view in the middle of that space, as large as it fits.
 */
gboolean
palpate_picture_draw (const PalpatePicture  *self,
                      PalpateChartSet       *charts,
                      double                 width,
                      double                 height,
                      cairo_t               *cr,
                      GError               **error)
{
  PalpateChart *chart = palpate_chart_set_get (charts, self->view, error);
  PalpateBox frame;
  double scale;
  gboolean is_drawn;

  if (chart == NULL)
    return FALSE;
  frame = palpate_chart_get_frame (chart);
  scale = MIN (width / frame.width, height / frame.height);
  cairo_save (cr);
  cairo_translate (cr, (width - frame.width * scale) / 2, (height - frame.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  is_drawn = palpate_picture_draw_part (self, charts, &frame, frame.height / NORMAL_HEIGHT, cr, error);
  cairo_restore (cr);
  return is_drawn;
}

static cairo_surface_t *
create_surface (const char  *path,
                int          width,
                int          height,
                GError     **error)
{
  if (g_str_has_suffix (path, ".png"))
    return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  if (g_str_has_suffix (path, ".svg"))
    return cairo_svg_surface_create (path, width, height);
  if (g_str_has_suffix (path, ".pdf"))
    return cairo_pdf_surface_create (path, width, height);
  g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, _("“%s” must end in .png, .svg or .pdf"), path);
  return NULL;
}

static gboolean
check_status (cairo_status_t   status,
              const char      *path,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, cairo_status_to_string (status));
  return FALSE;
}

/**
 * palpate_picture_save:
 * @path: its ending says what is written: `.png`, `.svg` or `.pdf`
 * @width: pixels, or points for SVG and PDF
 * @height: pixels, or points for SVG and PDF
 */
gboolean
palpate_picture_save (const PalpatePicture  *self,
                      PalpateChartSet       *charts,
                      const char            *path,
                      int                    width,
                      int                    height,
                      GError               **error)
{
  cairo_surface_t *surface = create_surface (path, width, height, error);
  cairo_t *cr;
  gboolean good;

  if (surface == NULL)
    return FALSE;
  if (!check_status (cairo_surface_status (surface), path, error))   /* a stream that cannot be opened is told here */
    {
      cairo_surface_destroy (surface);
      return FALSE;
    }
  cr = cairo_create (surface);
  palpate_color_set (&palpate_scheme_get_palette (self->scheme)->paper, cr);
  cairo_paint (cr);
  good = palpate_picture_draw (self, charts, width, height, cr, error);
  good = good && check_status (cairo_status (cr), path, error);
  cairo_destroy (cr);
  if (good && g_str_has_suffix (path, ".png"))
    good = check_status (cairo_surface_write_to_png (surface, path), path, error);
  cairo_surface_finish (surface);
  good = good && check_status (cairo_surface_status (surface), path, error);
  cairo_surface_destroy (surface);
  return good;
}
