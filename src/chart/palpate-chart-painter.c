/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-chart-painter.h"

#include <math.h>

/* Sizes in logical pixels (design: screens, section 4). */
#define EDGE_FADE 12.0     /* chart units */
#define EDGE_SAMPLES 64
#define HATCH_PITCH 11.0
#define HATCH_WIDTH 1.3
#define OUTLINE_WIDTH 2.6
#define HOVER_WIDTH 1.8
#define QUIET_WIDTH 1.2
#define QUIET_ALPHA 0.6
#define CASING_EXTRA 2.4
#define POINT_RADIUS 9.5
#define SMALL_RADIUS 5.0
#define LETTER_SIZE 17.0

/* Dots of the spillover, in chart units: they belong to the pattern and grow with it, within limits. */
#define DOT_PITCH 3.6
#define DOT_RADIUS 0.78
#define DOT_PITCH_MIN 4.6     /* logical pixels */
#define DOT_PITCH_MAX 11.0

/**
 * palpate_paint_layers:
 * @opacities: how strongly each layer is drawn, 0 to 1
 *
 * Draws the body. A layer that cannot be drawn is left out with a warning.
 */
void
palpate_paint_layers (PalpateChart  *chart,
                      PalpateScheme  scheme,
                      GBytes        *style,
                      const double   opacities[PALPATE_N_LAYERS],
                      cairo_t       *cr)
{
  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    {
      g_autoptr (GError) error = NULL;
      const gboolean is_veiled = opacities[i] < 1;

      if (opacities[i] <= 0)
        continue;
      if (is_veiled)
        cairo_push_group (cr);
      if (!palpate_chart_render_layer (chart, i, scheme, style, cr, &error))
        g_warning ("%s", error->message);
      if (is_veiled)
        {
          cairo_pop_group_to_source (cr);
          cairo_paint_with_alpha (cr, opacities[i]);
        }
    }
}

static PalpatePosition
between (PalpatePosition from,
         PalpatePosition to,
         double          share)
{
  return (PalpatePosition) { from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
}

/* Whether the body goes on beyond this line; shortens it to where it does. */
static gboolean
find_cut (const PalpatePath *outline,
          PalpatePosition   *from,
          PalpatePosition   *to)
{
  guint first = EDGE_SAMPLES + 1, last = 0;

  for (guint i = 0; i <= EDGE_SAMPLES; i++)
    {
      const PalpatePosition sample = between (*from, *to, i / (double) EDGE_SAMPLES);

      if (!palpate_path_contains (outline, sample.x, sample.y))
        continue;
      first = MIN (first, i);
      last = i;
    }
  if (first > last)
    return FALSE;
  *to = between (*from, *to, last / (double) EDGE_SAMPLES);
  *from = between (*from, *to, last > 0 ? first / (double) last : 0);
  return TRUE;
}

/**
 * palpate_paint_edges:
 * @cr: of an image with transparency, on which the drawing of @chart stands
 *
 * Lets a close-up end softly where its frame cuts the body, and takes away what lies beyond: there are no muscles.
 */
void
palpate_paint_edges (PalpateChart *chart,
                     cairo_t      *cr)
{
  const PalpateBox frame = palpate_chart_get_frame (chart);
  const double right = frame.x + frame.width, bottom = frame.y + frame.height;
  struct {
    PalpatePosition from, to;   /* the edge, to the right or down */
    double          dx, dy;     /* inwards */
  } edges[] = {
    { { frame.x, frame.y }, { right, frame.y }, 0, 1 },
    { { frame.x, bottom }, { right, bottom }, 0, -1 },
    { { frame.x, frame.y }, { frame.x, bottom }, 1, 0 },
    { { right, frame.y }, { right, bottom }, -1, 0 },
  };

  if (!palpate_view_is_close_up (palpate_chart_get_view (chart)))
    return;
  cairo_save (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_IN);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);   /* or the rim of a clip would be seen as a line */
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, frame.x, frame.y, frame.width, frame.height);
  cairo_fill (cr);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      PalpatePosition from = edges[i].from, to = edges[i].to;
      cairo_pattern_t *fade;

      if (!find_cut (palpate_chart_get_outline (chart), &from, &to))
        continue;
      fade = cairo_pattern_create_linear (from.x, from.y, from.x + edges[i].dx * EDGE_FADE, from.y + edges[i].dy * EDGE_FADE);
      cairo_pattern_add_color_stop_rgba (fade, 0, 0, 0, 0, 0);
      cairo_pattern_add_color_stop_rgba (fade, 1, 0, 0, 0, 1);
      cairo_save (cr);
      cairo_rectangle (cr, from.x - EDGE_FADE, from.y - EDGE_FADE, to.x - from.x + 2 * EDGE_FADE, to.y - from.y + 2 * EDGE_FADE);
      cairo_clip (cr);
      cairo_set_source (cr, fade);
      cairo_paint (cr);
      cairo_restore (cr);
      cairo_pattern_destroy (fade);
    }
  cairo_restore (cr);
}

static void
stroke_cased (const PalpateMark    *mark,
              const PalpatePalette *palette,
              const PalpateColor   *color,
              double                width,
              double                pixel,
              cairo_t              *cr)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  palpate_path_append (mark->path, cr);
  cairo_set_line_width (cr, (width * palette->line + CASING_EXTRA) * pixel);
  palpate_color_set (&palette->casing, cr);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width * palette->line * pixel);
  palpate_color_set (color, cr);
  cairo_stroke (cr);
}

/* Parallel lines across the box, falling to the left or to the right. */
static void
hatch (PalpateBox  box,
       double      pitch,
       double      width,
       gboolean    rising,
       cairo_t    *cr)
{
  const double reach = box.width + box.height;

  for (double t = floor (-box.height / pitch) * pitch; t < reach; t += pitch)
    {
      const double x = box.x + t;

      if (rising)
        {
          cairo_move_to (cr, x, box.y + box.height);
          cairo_line_to (cr, x + box.height, box.y);
        }
      else
        {
          cairo_move_to (cr, x, box.y);
          cairo_line_to (cr, x + box.height, box.y + box.height);
        }
    }
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/**
 * palpate_paint_hover:
 *
 * What is under the pointer or has the focus: a dashed outline, no fill.
 */
void
palpate_paint_hover (const PalpateMark *region,
                     PalpateScheme      scheme,
                     double             pixel,
                     cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);
  const double dashes[] = { 5 * pixel, 3.5 * pixel };

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  palpate_path_append (region->path, cr);
  cairo_set_line_width (cr, (HOVER_WIDTH * palette->line + CASING_EXTRA) * pixel);
  palpate_color_set (&palette->casing, cr);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, HOVER_WIDTH * palette->line * pixel);
  palpate_color_set (&palette->accent, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * palpate_paint_region:
 *
 * A marked place: solid outline and diagonal hatch.
 */
void
palpate_paint_region (const PalpateMark *region,
                      PalpateScheme      scheme,
                      double             pixel,
                      cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);
  PalpateColor veil = palette->accent;

  veil.alpha = 0.14;
  cairo_save (cr);
  palpate_path_append (region->path, cr);
  palpate_color_set (&veil, cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  palpate_color_set (&palette->accent, cr);
  hatch (palpate_path_get_box (region->path), HATCH_PITCH * pixel, HATCH_WIDTH * palette->line * pixel, TRUE, cr);
  cairo_restore (cr);
  stroke_cased (region, palette, &palette->accent, OUTLINE_WIDTH, pixel, cr);
}

/**
 * palpate_paint_outline:
 * @pixel: the size of a logical pixel, or a point on paper, in units of the chart: the line keeps to it
 *
 * Only the outline of a marked place, for where a pattern lies on its hatch.
 */
void
palpate_paint_outline (const PalpateMark *region,
                       PalpateScheme      scheme,
                       double             pixel,
                       cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);

  stroke_cased (region, palette, &palette->accent, OUTLINE_WIDTH, pixel, cr);
}

/**
 * palpate_paint_quietly:
 *
 * A place that is marked by what is painted on it: a thin outline, for the painting itself says where it hurts.
 */
void
palpate_paint_quietly (const PalpateMark *region,
                       PalpateScheme      scheme,
                       double             pixel,
                       cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);
  PalpateColor color = palette->accent;

  color.alpha = QUIET_ALPHA;
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  palpate_path_append (region->path, cr);
  cairo_set_line_width (cr, QUIET_WIDTH * palette->line * pixel);
  palpate_color_set (&color, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_dots (const PalpateMark    *zone,
            const PalpatePalette *palette,
            double                pixel,
            cairo_t              *cr)
{
  const PalpateBox box = palpate_path_get_box (zone->path);
  const double pitch = CLAMP (DOT_PITCH, DOT_PITCH_MIN * pixel, DOT_PITCH_MAX * pixel);
  const double radius = DOT_RADIUS * pitch / DOT_PITCH;
  const double row = pitch * 0.866;   /* rows of a triangular grid */
  guint n = 0;

  cairo_save (cr);
  palpate_path_append (zone->path, cr);
  palpate_color_set (&palette->wash, cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  for (double y = floor (box.y / row) * row; y <= box.y + box.height; y += row, n++)
    for (double x = floor (box.x / pitch) * pitch + (n % 2) * pitch / 2; x <= box.x + box.width + pitch; x += pitch)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      }
  palpate_color_set (&palette->zone, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * palpate_paint_zone:
 *
 * Where a point's pain is felt: solid for most people, dots on a veil for some.
 */
void
palpate_paint_zone (const PalpateMark *zone,
                    PalpateScheme      scheme,
                    double             pixel,
                    cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (zone->kind == PALPATE_MARK_ZONE_ESSENTIAL)
    {
      palpate_path_append (zone->path, cr);
      cairo_set_line_width (cr, 3 * palette->line * pixel);
      palpate_color_set (&palette->casing, cr);
      cairo_stroke_preserve (cr);
      palpate_color_set (&palette->zone, cr);
      cairo_fill (cr);
    }
  else
    {
      paint_dots (zone, palette, pixel, cr);
      palpate_path_append (zone->path, cr);
      cairo_set_line_width (cr, 1.4 * palette->line * pixel);
      palpate_color_set (&palette->zone, cr);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * palpate_paint_danger:
 *
 * Where not to press: cross-hatch and a triangle.
 */
void
palpate_paint_danger (const PalpateMark *area,
                      PalpateScheme      scheme,
                      double             pixel,
                      cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);
  const PalpateBox box = palpate_path_get_box (area->path);
  const PalpatePosition middle = palpate_path_get_inside (area->path);
  const double size = 7 * pixel;

  cairo_save (cr);
  palpate_path_append (area->path, cr);
  palpate_color_set (&palette->wash, cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  palpate_color_set (&palette->danger, cr);
  hatch (box, 6 * pixel, 1.1 * palette->line * pixel, TRUE, cr);
  hatch (box, 6 * pixel, 1.1 * palette->line * pixel, FALSE, cr);
  cairo_restore (cr);
  stroke_cased (area, palette, &palette->danger, 1.4, pixel, cr);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, middle.x, middle.y - size);
  cairo_line_to (cr, middle.x + size, middle.y + size * 0.75);
  cairo_line_to (cr, middle.x - size, middle.y + size * 0.75);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 3 * pixel);
  palpate_color_set (&palette->casing, cr);
  cairo_stroke_preserve (cr);
  palpate_color_set (&palette->danger, cr);
  cairo_fill (cr);
  palpate_color_set (&palette->on_ink, cr);
  cairo_rectangle (cr, middle.x - 0.8 * pixel, middle.y - size * 0.45, 1.6 * pixel, size * 0.6);
  cairo_rectangle (cr, middle.x - 0.8 * pixel, middle.y + size * 0.3, 1.6 * pixel, 1.6 * pixel);
  cairo_fill (cr);
  cairo_restore (cr);
}

/**
 * palpate_paint_muscle:
 * @is_covered: it lies under what is drawn: it is tinted, and its outline is broken
 *
 * The outline of the chosen muscle.
 */
void
palpate_paint_muscle (const PalpateMark *muscle,
                      gboolean           is_covered,
                      PalpateScheme      scheme,
                      double             pixel,
                      cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  palpate_path_append (muscle->path, cr);
  if (is_covered)
    {
      const double dashes[] = { 6 * pixel, 4 * pixel };

      palpate_color_set (&palette->flesh, cr);
      cairo_fill_preserve (cr);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
    }
  cairo_set_line_width (cr, 1.6 * palette->line * pixel);
  palpate_color_set (&palette->ink, cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
show_centred (PalpatePosition  position,
              const char      *text,
              double           size,
              cairo_t         *cr)
{
  cairo_text_extents_t extents;

  cairo_select_font_face (cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, size);
  cairo_text_extents (cr, text, &extents);
  cairo_move_to (cr, position.x - extents.x_bearing - extents.width / 2, position.y - extents.y_bearing - extents.height / 2);
  cairo_show_text (cr, text);
}

/* The disc of a point, in ink's colours; leaves the colour of what stands on it. */
static void
paint_disc (PalpatePosition        middle,
            double                 radius,
            gboolean               is_chosen,
            const PalpatePalette  *palette,
            double                 pixel,
            cairo_t               *cr)
{
  cairo_new_path (cr);
  cairo_arc (cr, middle.x, middle.y, radius + 1.6 * pixel, 0, 2 * G_PI);
  palpate_color_set (&palette->casing, cr);
  cairo_fill (cr);
  cairo_arc (cr, middle.x, middle.y, radius, 0, 2 * G_PI);
  palpate_color_set (is_chosen ? &palette->ink : &palette->on_ink, cr);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2 * palette->line * pixel);
  palpate_color_set (&palette->ink, cr);
  cairo_stroke (cr);
  palpate_color_set (is_chosen ? &palette->on_ink : &palette->ink, cr);
}

/**
 * palpate_paint_point:
 *
 * The cross of a place to press.
 */
void
palpate_paint_point (const PalpateMark *point,
                     PalpateScheme      scheme,
                     double             pixel,
                     cairo_t           *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);
  const PalpateBox box = palpate_path_get_box (point->path);
  const PalpatePosition middle = { box.x + box.width / 2, box.y + box.height / 2 };
  const double arm = POINT_RADIUS * pixel * 0.55;

  cairo_save (cr);
  paint_disc (middle, POINT_RADIUS * pixel, FALSE, palette, pixel, cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, 2.6 * palette->line * pixel);
  cairo_move_to (cr, middle.x - arm, middle.y - arm);
  cairo_line_to (cr, middle.x + arm, middle.y + arm);
  cairo_move_to (cr, middle.x + arm, middle.y - arm);
  cairo_line_to (cr, middle.x - arm, middle.y + arm);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * palpate_paint_number:
 * @number: the row of a point; empty for a small disc without one
 * @is_chosen: drawn inverted, to stand out among others
 */
void
palpate_paint_number (PalpatePosition  position,
                      const char      *number,
                      gboolean         is_chosen,
                      PalpateScheme    scheme,
                      double           pixel,
                      cairo_t         *cr)
{
  cairo_save (cr);
  paint_disc (position, (*number != '\0' ? POINT_RADIUS : SMALL_RADIUS) * pixel, is_chosen, palpate_scheme_get_palette (scheme), pixel, cr);
  show_centred (position, number, 11.5 * pixel, cr);
  cairo_restore (cr);
}

/**
 * palpate_paint_letter:
 *
 * The square letter of a marked place.
 */
void
palpate_paint_letter (PalpatePosition  position,
                      const char      *letter,
                      PalpateScheme    scheme,
                      double           pixel,
                      cairo_t         *cr)
{
  const PalpatePalette *palette = palpate_scheme_get_palette (scheme);
  const double size = LETTER_SIZE * pixel;

  cairo_save (cr);
  cairo_rectangle (cr, position.x - size / 2, position.y - size / 2, size, size);
  palpate_color_set (&palette->casing, cr);
  cairo_set_line_width (cr, 2.4 * pixel);
  cairo_stroke_preserve (cr);
  palpate_color_set (&palette->accent, cr);
  cairo_fill (cr);
  palpate_color_set (&palette->on_accent, cr);
  show_centred (position, letter, 11.5 * pixel, cr);
  cairo_restore (cr);
}
