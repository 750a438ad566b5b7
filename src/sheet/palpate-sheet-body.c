/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The small whole bodies of a sheet: which views, where it hurts, patterns, and numbers at their sides.
 */
#include "palpate-sheet-figure-private.h"

#include <math.h>

#include "palpate-chart-painter.h"

#define BODY_PIXEL 0.36
#define MARKS_HEIGHT 168.0    /* of a body whose marks have strokes of full width, points; a small one has finer hatch */
#define BODY_WIDTH 0.9        /* of the frame: what the arms really take */
#define NO_NUMBERS 5.0        /* beside a body, points */
#define SILHOUETTE 1.1        /* points */
#define MUSCLE_LINE 0.3
#define TOLERANCE 0.3         /* pixels, of curves on a screen; so small, nobody sees their corners */
#define MUSCLE_GREY 0.62

/**
 * palpate_sheet_draw_number:
 *
 * The number of a task: white on a black disc.
 */
void
palpate_sheet_draw_number (guint                       number,
                           PalpatePosition             middle,
                           double                      radius,
                           PangoContext               *context,
                           const PangoFontDescription *font,
                           cairo_t                    *cr)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, middle.x, middle.y, radius + 1.2, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_arc (cr, middle.x, middle.y, radius, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  palpate_sheet_show_centred (text, middle, context, font, FALSE, cr);
  cairo_restore (cr);
}

/* A firm outline of the body: its regions tile it, so their common border is the silhouette. */
static void
paint_silhouette (PalpateChart *chart,
                  double        width,
                  cairo_t      *cr)
{
  GPtrArray *regions = palpate_chart_get_marks (chart, PALPATE_MARK_REGION);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < regions->len; i++)
    palpate_path_append (((PalpateMark *) g_ptr_array_index (regions, i))->path, cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, width * 2);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, width * 0.2);   /* the seams */
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A body at this size shows its muscles as outlines; fibres would be a grey haze. */
static void
paint_simply (PalpateChart *chart,
              double        point,
              cairo_t      *cr)
{
  GPtrArray *muscles = palpate_chart_get_marks (chart, PALPATE_MARK_MUSCLE);

  cairo_save (cr);
  cairo_set_tolerance (cr, TOLERANCE);
  paint_silhouette (chart, SILHOUETTE / 2 * point, cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);   /* a hair: nobody sees its corners */
  cairo_set_line_width (cr, MUSCLE_LINE * point);
  for (guint i = 0; i < muscles->len; i++)
    {
      palpate_path_append (((PalpateMark *) g_ptr_array_index (muscles, i))->path, cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, MUSCLE_GREY, MUSCLE_GREY, MUSCLE_GREY);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static gboolean
add_view (PalpateSheetBodies *bodies,
          PalpateView         view)
{
  for (guint i = 0; i < bodies->n_views; i++)
    if (bodies->views[i] == view)
      return TRUE;
  if (bodies->n_views == PALPATE_SHEET_MAX_VIEWS)
    return FALSE;
  bodies->views[bodies->n_views++] = view;
  return TRUE;
}

/* Front and back, and more where these do not show a point. */
static void
add_source_views (PalpateSheetFigures *self,
                  PalpateSheetBodies  *bodies)
{
  add_view (bodies, PALPATE_VIEW_FRONT);
  add_view (bodies, PALPATE_VIEW_BACK);
  for (guint i = 0; i < bodies->n_sources; i++)
    {
      PalpateView view;
      gboolean is_shown = FALSE;

      for (guint j = 0; j < bodies->n_views; j++)
        is_shown |= palpate_sheet_figures_show (self, bodies->views[j], bodies->sources[i]);
      if (!is_shown && palpate_sheet_figures_find_detail (self, bodies->sources[i], &view))
        add_view (bodies, view);
    }
}

static gboolean
shows_place (PalpateChartSet *charts,
             PalpateView      view,
             PalpatePlace     place)
{
  return palpate_chart_set_shows (charts, view, PALPATE_MARK_REGION, place.region, place.side);
}

/* A view for a place that is on no body yet: best the one on which it was painted. */
static gboolean
find_place_view (PalpateChartSet    *charts,
                 PalpatePainting    *painting,
                 PalpateSheetBodies *bodies,
                 PalpatePlace        place,
                 PalpateView        *view)
{
  for (guint i = 0; i < bodies->n_views; i++)
    if (shows_place (charts, bodies->views[i], place))
      return FALSE;
  for (*view = 0; *view < PALPATE_N_VIEWS; (*view)++)
    if (palpate_painting_get_mask (painting, *view) != NULL && shows_place (charts, *view, place))
      return TRUE;
  return palpate_chart_set_find_view (charts, PALPATE_MARK_REGION, place.region, place.side, view);
}

/* The views that alone show a marked place, and then, as far as there is room, the others that were painted on. */
static void
add_mark_views (PalpateSheetFigures *self,
                PalpateMarks        *marks,
                PalpateSheetBodies  *bodies)
{
  PalpateChartSet *charts = palpate_sheet_figures_get_charts (self);
  PalpatePainting *painting = palpate_marks_get_painting (marks);
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (marks, &n_places);

  for (guint i = 0; i < n_places; i++)
    {
      PalpateView view;

      if (find_place_view (charts, painting, bodies, places[i], &view))
        add_view (bodies, view);
    }
  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    if (palpate_painting_get_mask (painting, view) != NULL)
      add_view (bodies, view);
}

/**
 * palpate_sheet_figures_plan_bodies:
 * @marks: (nullable): where it hurts, if that is to be shown
 * @bodies: (out): borrows @sources; its marks are to be freed
 */
void
palpate_sheet_figures_plan_bodies (PalpateSheetFigures     *self,
                                   const PalpateSidedPoint *sources,
                                   guint                    n_sources,
                                   PalpateMarks            *marks,
                                   PalpateSheetBodies      *bodies)
{
  *bodies = (PalpateSheetBodies) { .sources = sources, .n_sources = n_sources };
  add_source_views (self, bodies);
  if (marks == NULL)
    return;
  add_mark_views (self, marks, bodies);
  bodies->marks = palpate_sheet_marks_new (palpate_sheet_figures_get_charts (self), marks, bodies->views, bodies->n_views);
}

/* The one of the views in which a source has its number. */
static PalpateView
choose_labelled_view (PalpateSheetFigures      *self,
                      const PalpateSheetBodies *bodies,
                      PalpateSidedPoint         source)
{
  PalpateView chosen = PALPATE_N_VIEWS;
  double best = 0;

  for (guint i = 0; i < bodies->n_views; i++)
    {
      const PalpateView view = bodies->views[i];
      const double score = palpate_sheet_figures_show (self, view, source) ? palpate_sheet_figures_score_view (self, view, source) : 0;

      if (score <= best)
        continue;
      best = score;
      chosen = view;
    }
  return chosen;
}

/* Where the number of a source points to. */
static gboolean
find_anchor (PalpateChart      *chart,
             PalpateSidedPoint  source,
             PalpatePosition   *anchor)
{
  const PalpateMarkKind kind = source.point->mode == PALPATE_MODE_PROFESSIONAL ? PALPATE_MARK_ZONE_ESSENTIAL : PALPATE_MARK_POINT;
  PalpateSide sides[2];
  const guint n_sides = palpate_sheet_list_sides (source.side, sides);

  for (guint i = 0; i < n_sides; i++)
    {
      const PalpateMark *mark = palpate_chart_get_mark (chart, kind, source.point->id, sides[i]);

      if (mark == NULL)
        continue;
      *anchor = palpate_path_get_inside (mark->path);
      return TRUE;
    }
  return FALSE;
}

/* A number beside the figure, with a line to its point. */
typedef struct {
  guint           number;
  PalpatePosition anchor;
  double          y;
} Label;

static double
get_radius (const PangoFontDescription *font)
{
  return pango_font_description_get_size (font) * 0.78 / PANGO_SCALE;
}

static double
get_pitch (const PangoFontDescription *font)
{
  return 2 * get_radius (font) + 2.5;
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const Label *left = a, *right = b;

  return left->anchor.y < right->anchor.y ? -1 : left->anchor.y > right->anchor.y;
}

/* Moves labels apart that would touch, and back into the box. */
static void
spread_labels (GArray *labels,
               double  top,
               double  bottom,
               double  pitch)
{
  double y = top;

  g_array_sort (labels, compare_labels);
  for (guint i = 0; i < labels->len; i++)
    {
      Label *item = &g_array_index (labels, Label, i);

      item->y = MAX (item->anchor.y, y);
      y = item->y + pitch;
    }
  y = bottom;
  for (guint i = labels->len; i > 0; i--)
    {
      Label *item = &g_array_index (labels, Label, i - 1);

      item->y = MIN (item->y, y);
      y = item->y - pitch;
    }
}

static void
draw_labels (GArray                     *labels,
             double                      x,
             PalpateBox                  box,
             double                      bottom,
             PangoContext               *context,
             const PangoFontDescription *font,
             cairo_t                    *cr)
{
  const double radius = get_radius (font);

  bottom = MAX (bottom, box.y + labels->len * get_pitch (font) + 3);   /* the room that they need goes before */
  spread_labels (labels, box.y + radius + 1.5, bottom - radius - 1.5, get_pitch (font));
  for (guint i = 0; i < labels->len; i++)
    {
      const Label *item = &g_array_index (labels, Label, i);

      cairo_move_to (cr, x, item->y);
      cairo_line_to (cr, item->anchor.x, item->anchor.y);
      cairo_set_line_width (cr, 2.6);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_stroke_preserve (cr);
      cairo_set_line_width (cr, 0.9);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_stroke (cr);
      cairo_arc (cr, item->anchor.x, item->anchor.y, 2.7, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_fill (cr);
      cairo_arc (cr, item->anchor.x, item->anchor.y, 1.9, 0, 2 * G_PI);
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_fill (cr);
      palpate_sheet_draw_number (item->number, (PalpatePosition) { x, item->y }, radius, context, font, cr);
    }
}

/* How many numbers stand at the left and at the right of a body. */
static void
count_labels (PalpateSheetFigures      *self,
              PalpateView               view,
              const PalpateSheetBodies *bodies,
              guint                     counts[2])
{
  PalpateChart *chart = palpate_sheet_figures_get_chart (self, view);

  counts[0] = counts[1] = 0;
  for (guint i = 0; i < bodies->n_sources && chart != NULL; i++)
    {
      const PalpateBox frame = palpate_chart_get_frame (chart);
      PalpatePosition anchor;

      if (choose_labelled_view (self, bodies, bodies->sources[i]) == view && find_anchor (chart, bodies->sources[i], &anchor))
        counts[anchor.x > frame.x + frame.width / 2]++;
    }
}

/**
 * palpate_sheet_figures_count_labels:
 * @counts: (out): by view: how many numbers stand at the left and at the right of that body
 */
void
palpate_sheet_figures_count_labels (PalpateSheetFigures      *self,
                                    const PalpateSheetBodies *bodies,
                                    guint                     counts[PALPATE_N_VIEWS][2])
{
  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    counts[i][0] = counts[i][1] = 0;
  for (guint i = 0; i < bodies->n_views; i++)
    count_labels (self, bodies->views[i], bodies, counts[bodies->views[i]]);
}

/**
 * palpate_sheet_measure_labels:
 * @font: of the numbers
 *
 * Returns: how high the bodies must be for the numbers at their sides
 */
double
palpate_sheet_measure_labels (guint                       counts[PALPATE_N_VIEWS][2],
                              const PangoFontDescription *font)
{
  guint most = 0;

  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    most = MAX (most, MAX (counts[i][0], counts[i][1]));
  return most * get_pitch (font) + 6;
}

/* Where the letters stand: beside the lower legs, which a whole word must not cover. */
static double
get_letter_distance (const char                 *letter,
                     double                      height,
                     PangoContext               *context,
                     const PangoFontDescription *font)
{
  return 0.1 * height + palpate_sheet_measure_half (letter, context, font) * 0.9;
}

/**
 * palpate_sheet_figures_measure_sides:
 * @counts: of numbers at its left and right
 * @height: of the body
 * @font: of the numbers and letters
 * @sides: (out): how wide the columns at its left and right are: for numbers where there are any
 *
 * Returns: how wide it is between them
 */
double
palpate_sheet_figures_measure_sides (PalpateSheetFigures        *self,
                                     PalpateView                 view,
                                     const guint                 counts[2],
                                     double                      height,
                                     PangoContext               *context,
                                     const PangoFontDescription *font,
                                     const char *const           letters[2],
                                     double                      sides[2])
{
  const double width = palpate_sheet_figures_get_aspect (self, view) * height * BODY_WIDTH;
  const char *ordered[2];

  palpate_sheet_order_letters (view, letters, ordered);
  for (guint i = 0; i < 2; i++)
    {
      sides[i] = counts[i] > 0 ? 2.12 * get_radius (font) : NO_NUMBERS;
      if (ordered[i] != NULL)
        sides[i] = MAX (sides[i], get_letter_distance (ordered[i], height, context, font) + palpate_sheet_measure_half (ordered[i], context, font)
                                  - width / 2 + NO_NUMBERS);
    }
  return width;
}

/**
 * palpate_sheet_figures_draw_body:
 * @box: where, in points; the numbers stand at its sides
 * @font: of the numbers and letters
 * @letters: what stands for left and right
 */
void
palpate_sheet_figures_draw_body (PalpateSheetFigures        *self,
                                 PalpateView                 view,
                                 const PalpateSheetBodies   *bodies,
                                 PalpateBox                  box,
                                 PangoContext               *context,
                                 const PangoFontDescription *font,
                                 const char *const           letters[2],
                                 cairo_t                    *cr)
{
  PalpateChart *chart = palpate_sheet_figures_get_chart (self, view);
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (Label));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (Label));
  const char *ordered[2];
  PalpateBox frame;
  guint counts[2];
  double scale, sides[2], middle_x;
  double bottoms[2] = { box.y + box.height, box.y + box.height };
  const double radius = get_radius (font), mark_pixel = BODY_PIXEL * CLAMP (box.height / MARKS_HEIGHT, 0.5, 1);
  PalpatePosition middle;

  if (chart == NULL)
    return;
  frame = palpate_chart_get_frame (chart);
  count_labels (self, view, bodies, counts);
  palpate_sheet_figures_measure_sides (self, view, counts, box.height, context, font, letters, sides);
  scale = MIN (box.height / frame.height, (box.width - sides[0] - sides[1]) / (frame.width * BODY_WIDTH));
  middle_x = box.x + (box.width + sides[0] - sides[1]) / 2;
  middle = (PalpatePosition) { frame.x + frame.width / 2, frame.y + frame.height / 2 };
  cairo_save (cr);
  cairo_translate (cr, middle_x, box.y + box.height / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -middle.x, -middle.y);
  if (palpate_view_is_close_up (view))
    palpate_sheet_figures_paint (self, chart, frame, cr);
  else
    paint_simply (chart, 1 / scale, cr);
  cairo_rectangle (cr, frame.x, frame.y, frame.width, frame.height);   /* a painting may come from elsewhere */
  cairo_clip (cr);
  if (bodies->marks != NULL)
    palpate_sheet_marks_paint (bodies->marks, view, PALPATE_SHEET_SCHEME, mark_pixel / scale, cr);
  for (guint i = 0; i < bodies->n_sources; i++)
    palpate_sheet_paint_zones (chart, bodies->sources[i], BODY_PIXEL / scale, cr);
  if (bodies->marks != NULL)
    palpate_sheet_marks_outline (bodies->marks, view, PALPATE_SHEET_SCHEME, mark_pixel / scale, cr);
  cairo_restore (cr);

  for (guint i = 0; i < bodies->n_sources; i++)
    {
      Label item = { .number = i + 1 };

      if (choose_labelled_view (self, bodies, bodies->sources[i]) != view || !find_anchor (chart, bodies->sources[i], &item.anchor))
        continue;
      item.anchor.x = middle_x + (item.anchor.x - middle.x) * scale;
      item.anchor.y = box.y + box.height / 2 + (item.anchor.y - middle.y) * scale;
      g_array_append_val (item.anchor.x > middle_x ? after : before, item);
    }
  palpate_sheet_order_letters (view, letters, ordered);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < 2; i++)
    if (ordered[i] != NULL)
      {
        const double away = get_letter_distance (ordered[i], box.height, context, font);
        const double edge = (i == 0 ? middle_x - box.x : box.x + box.width - middle_x) - 2 * radius - 1.2;

        /* numbers stand above a word that reaches into their column */
        if (away + palpate_sheet_measure_half (ordered[i], context, font) > edge)
          bottoms[i] = box.y + 0.95 * box.height - 0.9 * radius;
        palpate_sheet_show_centred (ordered[i], (PalpatePosition) { middle_x + (i == 0 ? -1 : 1) * away, box.y + 0.95 * box.height },
                                    context, font, TRUE, cr);
      }
  draw_labels (before, box.x + radius + 1.2, box, bottoms[0], context, font, cr);
  draw_labels (after, box.x + box.width - radius - 1.2, box, bottoms[1], context, font, cr);
}
