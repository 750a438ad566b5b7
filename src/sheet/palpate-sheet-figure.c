/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-figure-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "palpate-chart-painter.h"

#define MUSCLES_OPACITY 0.42
/* Sizes of the painter are made for screens; paper is looked at from as near, with a finer hand. */
#define DETAIL_WIDTH 150.0    /* of a detail whose signs have their full size, in points */
#define DETAIL_PIXEL 0.78
#define DETAIL_PIXEL_MIN 0.58
/* Chart units of a detail: a hand's breadth or two. */
#define CROP_MIN 145.0
#define CROP_MAX 300.0
#define CROP_AIR 1.25
#define POINT_SCORE 1e6     /* of a view that shows the point: more than any area */
#define FRAME_GREY 0.45
/* Parts of a view are recorded in steps of so many chart units, so that a small change of a page finds them again. */
#define RECORDING_GRID 40.0
#define MAX_RECORDINGS 40

struct _PalpateSheetFigures {
  gatomicrefcount  refs;
  PalpateChartSet *charts;
  GHashTable      *recordings;   /* of parts of views: name to cairo_surface_t */
};

PalpateSheetFigures *
palpate_sheet_figures_new (PalpateChartSet *charts)
{
  PalpateSheetFigures *self = g_new0 (PalpateSheetFigures, 1);

  g_atomic_ref_count_init (&self->refs);
  self->charts = g_object_ref (charts);
  self->recordings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

PalpateSheetFigures *
palpate_sheet_figures_ref (PalpateSheetFigures *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
palpate_sheet_figures_unref (PalpateSheetFigures *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->recordings);
  g_object_unref (self->charts);
  g_free (self);
}

PalpateChartSet *
palpate_sheet_figures_get_charts (PalpateSheetFigures *self)
{
  return self->charts;
}

/* Returns: (nullable): the chart; one that cannot be read leaves its place on the page empty */
PalpateChart *
palpate_sheet_figures_get_chart (PalpateSheetFigures *self,
                                 PalpateView          view)
{
  g_autoptr (GError) error = NULL;
  PalpateChart *chart = palpate_chart_set_get (self->charts, view, &error);

  if (chart == NULL)
    g_message ("%s", error->message);
  return chart;
}

/* The part of a view's drawing, in chart units; what lies outside is not in it, so that a PDF stays small. */
static cairo_surface_t *
ensure_recording (PalpateSheetFigures *self,
                  PalpateChart        *chart,
                  PalpateBox           part)
{
  static const double opacities[PALPATE_N_LAYERS] = { [PALPATE_LAYER_SKIN] = 1, [PALPATE_LAYER_MUSCLES] = MUSCLES_OPACITY };
  const double x = floor (part.x / RECORDING_GRID) * RECORDING_GRID, y = floor (part.y / RECORDING_GRID) * RECORDING_GRID;
  const cairo_rectangle_t extents = { x, y, ceil ((part.x + part.width - x) / RECORDING_GRID) * RECORDING_GRID,
                                      ceil ((part.y + part.height - y) / RECORDING_GRID) * RECORDING_GRID };
  g_autofree char *name = g_strdup_printf ("%d %.0f %.0f %.0f %.0f", palpate_chart_get_view (chart), extents.x, extents.y,
                                           extents.width, extents.height);
  cairo_surface_t *recording = g_hash_table_lookup (self->recordings, name);
  cairo_t *cr;

  if (recording != NULL)
    return recording;
  if (g_hash_table_size (self->recordings) >= MAX_RECORDINGS)
    g_hash_table_remove_all (self->recordings);
  recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (recording);
  palpate_paint_layers (chart, PALPATE_SHEET_SCHEME, palpate_chart_set_get_style (self->charts, PALPATE_SHEET_SCHEME), opacities, cr);
  cairo_destroy (cr);
  g_hash_table_insert (self->recordings, g_steal_pointer (&name), recording);
  return recording;
}

/* Paints that part of the view. */
void
palpate_sheet_figures_paint (PalpateSheetFigures *self,
                             PalpateChart        *chart,
                             PalpateBox           part,
                             cairo_t             *cr)
{
  cairo_set_source_surface (cr, ensure_recording (self, chart, part), 0, 0);
  cairo_paint (cr);
}

/* The sides of a source that a view can show. */
guint
palpate_sheet_list_sides (PalpateSide side,
                          PalpateSide sides[2])
{
  if (side != PALPATE_SIDE_BOTH)
    {
      sides[0] = side;
      return 1;
    }
  sides[0] = PALPATE_SIDE_LEFT;
  sides[1] = PALPATE_SIDE_RIGHT;
  return 2;
}

static double
get_area (PalpateChart      *chart,
          PalpateMarkKind    kind,
          PalpateSidedPoint  source)
{
  PalpateSide sides[2];
  const guint n_sides = palpate_sheet_list_sides (source.side, sides);
  double area = 0;

  for (guint i = 0; i < n_sides; i++)
    {
      const PalpateMark *mark = palpate_chart_get_mark (chart, kind, source.point->id, sides[i]);

      area += mark != NULL ? palpate_path_get_area (mark->path) : 0;
    }
  return area;
}

static void
add_box (PalpateBox *sum,
         PalpateBox  box)
{
  const double right = MAX (sum->x + sum->width, box.x + box.width), bottom = MAX (sum->y + sum->height, box.y + box.height);

  if (sum->width <= 0)
    {
      *sum = box;
      return;
    }
  sum->x = MIN (sum->x, box.x);
  sum->y = MIN (sum->y, box.y);
  sum->width = right - sum->x;
  sum->height = bottom - sum->y;
}

static PalpateBox
get_box (PalpateChart      *chart,
         PalpateMarkKind    kind,
         PalpateSidedPoint  source)
{
  PalpateSide sides[2];
  const guint n_sides = palpate_sheet_list_sides (source.side, sides);
  PalpateBox sum = { 0, 0, 0, 0 };

  for (guint i = 0; i < n_sides; i++)
    {
      const PalpateMark *mark = palpate_chart_get_mark (chart, kind, source.point->id, sides[i]);

      if (mark != NULL)
        add_box (&sum, palpate_path_get_box (mark->path));
    }
  return sum;
}

/* Whether a close-up may show this point better than the whole body. */
static gboolean
suits_close_up (const PalpatePoint *point,
                PalpateView         view)
{
  switch ((PalpateBodyPart) point->muscle->body_part)
    {
    case PALPATE_BODY_PART_HEAD_NECK:
      return view == PALPATE_VIEW_HEAD_SIDE || view == PALPATE_VIEW_HEAD_SIDE_RIGHT;
    case PALPATE_BODY_PART_SHOULDER_ARM:
    case PALPATE_BODY_PART_HAND:
      return view >= PALPATE_VIEW_HAND_PALM && view <= PALPATE_VIEW_HAND_BACK_RIGHT;
    case PALPATE_BODY_PART_KNEE_LEG:
    case PALPATE_BODY_PART_ANKLE_FOOT:
      return view >= PALPATE_VIEW_FOOT_TOP;
    default:
      return FALSE;
    }
}

/* How well a view serves as the detail of a source; a close-up must hold point and pattern well inside its frame. */
double
palpate_sheet_figures_score_view (PalpateSheetFigures *self,
                                  PalpateView          view,
                                  PalpateSidedPoint    source)
{
  PalpateChart *chart = palpate_sheet_figures_get_chart (self, view);
  double score;

  if (chart == NULL)
    return 0;
  score = get_area (chart, PALPATE_MARK_ZONE_ESSENTIAL, source);
  if (get_area (chart, PALPATE_MARK_POINT, source) <= 0)
    return score;
  if (palpate_view_is_close_up (view))
    {
      const PalpateBox frame = palpate_chart_get_frame (chart);
      PalpateBox box = get_box (chart, PALPATE_MARK_POINT, source);

      add_box (&box, get_box (chart, PALPATE_MARK_ZONE_ESSENTIAL, source));
      score *= box.x > frame.x + 8 && box.y > frame.y + 8 && box.x + box.width < frame.x + frame.width - 8
               && box.y + box.height < frame.y + frame.height - 8 ? 1.3 : 0.1;
    }
  return POINT_SCORE * (source.side == PALPATE_SIDE_BOTH && palpate_view_is_two_sided (view) ? 2 : 1) + score;
}

/**
 * palpate_sheet_figures_find_detail:
 * @view: (out): the view that shows the place to press, and as much of the pattern as possible
 *
 * Returns: whether any view shows the point or its pattern
 */
gboolean
palpate_sheet_figures_find_detail (PalpateSheetFigures *self,
                                   PalpateSidedPoint    source,
                                   PalpateView         *view)
{
  double best = 0;

  /* front and back show nearly everything; the other drawings are only read where they may show more */
  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    {
      const double score = i < PALPATE_VIEW_LEFT || best < POINT_SCORE || (palpate_view_is_close_up (i) && suits_close_up (source.point, i))
                           ? palpate_sheet_figures_score_view (self, i, source) : 0;

      if (score <= best)
        continue;
      best = score;
      *view = i;
    }
  return best > 0;
}

/**
 * palpate_sheet_figures_prepare:
 *
 * Reads the drawings that @source needs, while pages are laid out elsewhere. May be called from any thread.
 */
void
palpate_sheet_figures_prepare (PalpateSheetFigures *self,
                               PalpateSidedPoint    source)
{
  PalpateView view;
  PalpateChart *chart;

  if (palpate_sheet_figures_find_detail (self, source, &view) && (chart = palpate_chart_set_get (self->charts, view, NULL)) != NULL)
    palpate_chart_prepare (chart, PALPATE_SHEET_SCHEME, palpate_chart_set_get_style (self->charts, PALPATE_SHEET_SCHEME));
}

gboolean
palpate_sheet_figures_show (PalpateSheetFigures *self,
                            PalpateView          view,
                            PalpateSidedPoint    source)
{
  PalpateChart *chart = palpate_sheet_figures_get_chart (self, view);

  return chart != NULL && get_area (chart, source.point->mode == PALPATE_MODE_PROFESSIONAL ? PALPATE_MARK_ZONE_ESSENTIAL
                                                                                           : PALPATE_MARK_POINT, source) > 0;
}

/**
 * palpate_sheet_figures_get_aspect:
 *
 * Returns: width by height of a view
 */
double
palpate_sheet_figures_get_aspect (PalpateSheetFigures *self,
                                  PalpateView          view)
{
  PalpateChart *chart = palpate_sheet_figures_get_chart (self, view);
  const PalpateBox frame = chart != NULL ? palpate_chart_get_frame (chart) : (PalpateBox) { 0, 0, 1, 2 };

  return frame.width / frame.height;
}

void
palpate_sheet_show_centred (const char                 *text,
                            PalpatePosition             middle,
                            PangoContext               *context,
                            const PangoFontDescription *font,
                            gboolean                    has_casing,
                            cairo_t                    *cr)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoRectangle ink;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, &ink, NULL);
  cairo_save (cr);
  cairo_move_to (cr, middle.x - (ink.x + ink.width / 2.0) / PANGO_SCALE, middle.y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
  if (has_casing)
    {
      cairo_save (cr);
      pango_cairo_layout_path (cr, layout);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_set_line_width (cr, 3);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_restore (cr);
      cairo_move_to (cr, middle.x - (ink.x + ink.width / 2.0) / PANGO_SCALE, middle.y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
    }
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

/* Returns: half of a word's width, and no less than half of a letter's */
double
palpate_sheet_measure_half (const char                 *text,
                            PangoContext               *context,
                            const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoRectangle ink;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, &ink, NULL);
  return MAX (ink.width / 2.0, pango_font_description_get_size (font) * 0.35) / PANGO_SCALE;
}

void
palpate_sheet_paint_zones (PalpateChart      *chart,
                           PalpateSidedPoint  source,
                           double             pixel,
                           cairo_t           *cr)
{
  static const PalpateMarkKind kinds[] = { PALPATE_MARK_ZONE_SPILLOVER, PALPATE_MARK_ZONE_ESSENTIAL };
  PalpateSide sides[2];
  const guint n_sides = palpate_sheet_list_sides (source.side, sides);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < n_sides; i++)
      {
        const PalpateMark *zone = palpate_chart_get_mark (chart, kinds[k], source.point->id, sides[i]);

        if (zone != NULL)
          palpate_paint_zone (zone, PALPATE_SHEET_SCHEME, pixel, cr);
      }
}

/* The areas next to a point where nobody should press. */
static void
paint_dangers (PalpateChart       *chart,
               const PalpatePoint *point,
               double              pixel,
               cairo_t            *cr)
{
  GPtrArray *areas = palpate_chart_get_marks (chart, PALPATE_MARK_DANGER);

  for (guint i = 0; i < areas->len; i++)
    {
      const PalpateMark *area = g_ptr_array_index (areas, i);

      if (g_strv_contains (point->danger_areas, area->id))
        palpate_paint_danger (area, PALPATE_SHEET_SCHEME, pixel, cr);
    }
}

/* Which letter stands at the left of the picture, then at its right; NULL for none. */
void
palpate_sheet_order_letters (PalpateView       view,
                             const char *const letters[2],
                             const char       *ordered[2])
{
  const gboolean is_back = view == PALPATE_VIEW_BACK;

  if (palpate_view_is_two_sided (view))
    {
      ordered[0] = letters[is_back ? 0 : 1];
      ordered[1] = letters[is_back ? 1 : 0];
    }
  else
    {
      ordered[0] = letters[palpate_view_is_mirrored (view) ? 1 : 0];
      ordered[1] = NULL;
    }
}

/* The length that is shown along one axis: begins so that the pattern is seen, and the point for certain. */
static double
place_crop (double whole_from,
            double whole_size,
            double point_from,
            double point_size,
            double length)
{
  const double margin = MIN (0.16 * length, (length - point_size) / 2);
  const double start = whole_from + whole_size / 2 - length / 2;

  if (point_size <= 0)
    return start;
  return CLAMP (start, point_from + point_size + margin - length, point_from - margin);
}

/* The part of a view that an enlarged detail shows, in the shape of @box. */
static PalpateBox
find_crop (PalpateChart      *chart,
           PalpateSidedPoint  source,
           PalpateBox         box)
{
  const PalpateBox frame = palpate_chart_get_frame (chart);
  const PalpateBox point = get_box (chart, PALPATE_MARK_POINT, source);
  PalpateBox whole = get_box (chart, PALPATE_MARK_ZONE_ESSENTIAL, source);
  const double aspect = box.width / box.height;
  const double smallest = MIN (CROP_MIN, MAX (frame.width, frame.height) * 0.6);
  PalpateBox crop;

  if (point.width > 0)
    add_box (&whole, point);
  crop.width = MAX (whole.width, whole.height * aspect) * CROP_AIR;
  crop.width = CLAMP (crop.width, MAX (smallest, point.width * CROP_AIR), MAX (CROP_MAX, point.width * CROP_AIR));
  if (palpate_view_is_close_up (palpate_chart_get_view (chart)))
    crop.width = MIN (crop.width, MIN (frame.width, frame.height * aspect));
  crop.height = crop.width / aspect;
  crop.x = place_crop (whole.x, whole.width, point.x, point.width, crop.width);
  crop.y = place_crop (whole.y, whole.height, point.y, point.height, crop.height);
  if (palpate_view_is_close_up (palpate_chart_get_view (chart)))
    {
      crop.x = CLAMP (crop.x, frame.x, frame.x + frame.width - crop.width);
      crop.y = CLAMP (crop.y, frame.y, frame.y + frame.height - crop.height);
    }
  return crop;
}

/**
 * palpate_sheet_figures_draw_detail:
 * @box: where, in points
 *
 * The enlarged place, with its pattern and, where it is pressed, the sign for that.
 */
void
palpate_sheet_figures_draw_detail (PalpateSheetFigures        *self,
                                   PalpateSidedPoint           source,
                                   gboolean                    is_pressed,
                                   PalpateBox                  box,
                                   PangoContext               *context,
                                   const PangoFontDescription *font,
                                   const char *const           letters[2],
                                   cairo_t                    *cr)
{
  const double inset = pango_font_description_get_size (font) * 0.85 / PANGO_SCALE;
  const char *ordered[2];
  PalpateView view;
  PalpateChart *chart;
  PalpateBox crop;
  PalpateSide sides[2];
  double scale, pixel;

  if (!palpate_sheet_figures_find_detail (self, source, &view) || (chart = palpate_sheet_figures_get_chart (self, view)) == NULL)
    return;
  crop = find_crop (chart, source, box);
  scale = box.width / crop.width;
  pixel = CLAMP (DETAIL_PIXEL * box.width / DETAIL_WIDTH, DETAIL_PIXEL_MIN, DETAIL_PIXEL) / scale;
  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -crop.x, -crop.y);
  palpate_sheet_figures_paint (self, chart, crop, cr);
  paint_dangers (chart, source.point, pixel, cr);
  palpate_sheet_paint_zones (chart, source, pixel, cr);
  for (guint i = 0; i < palpate_sheet_list_sides (source.side, sides); i++)
    {
      const PalpateMark *point = palpate_chart_get_mark (chart, PALPATE_MARK_POINT, source.point->id, sides[i]);

      if (point != NULL && is_pressed)
        palpate_paint_point (point, PALPATE_SHEET_SCHEME, pixel, cr);
    }
  cairo_restore (cr);

  palpate_sheet_order_letters (view, letters, ordered);
  if (palpate_view_is_two_sided (view) && crop.x > -4)   /* all of it lies on one side of the midline */
    ordered[0] = NULL;
  if (palpate_view_is_two_sided (view) && crop.x + crop.width < 4)
    ordered[1] = NULL;
  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < 2; i++)
    if (ordered[i] != NULL)
      {
        const double from_edge = inset * 0.6 + palpate_sheet_measure_half (ordered[i], context, font);

        palpate_sheet_show_centred (ordered[i], (PalpatePosition) { i == 0 ? box.x + from_edge : box.x + box.width - from_edge, box.y + inset },
                                    context, font, TRUE, cr);
      }
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_set_line_width (cr, 0.75);
  cairo_set_source_rgb (cr, FRAME_GREY, FRAME_GREY, FRAME_GREY);
  cairo_stroke (cr);
  cairo_restore (cr);
}
