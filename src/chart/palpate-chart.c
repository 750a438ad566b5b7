/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-chart.h"

#include <librsvg/rsvg.h>
#include <string.h>

#include "palpate-chart-grid.h"
#include "palpate-error.h"

struct _PalpateChart {
  GObject parent_instance;

  PalpateView view;
  PalpateBox  frame;

  /* owned */
  GBytes     *svg;
  GPtrArray  *marks[PALPATE_N_MARK_KINDS];
  PalpatePath *outline;                     /* of the whole figure */
  GHashTable *by_id;                        /* "kind/id/side" → borrowed PalpateMark */
  PalpateChartGrid *grid;                   /* made when first asked for */
  guint       layers;                       /* bit i: the file has layer i */
  RsvgHandle *handles[PALPATE_N_SCHEMES];   /* under lock */
  GMutex      lock;
};

G_DEFINE_FINAL_TYPE (PalpateChart, palpate_chart, G_TYPE_OBJECT)

/* How far, in device pixels, a drawn curve may be from the true one: too little to see, and an eighth faster than with cairo's own. */
#define TOLERANCE 0.4

static const char *const layer_ids[PALPATE_N_LAYERS] = { "figure", "bones", "muscles-deep", "muscles-superficial" };

typedef struct {
  const char      *group;
  const char      *prefix;
  const char      *suffix;   /* before the side */
  PalpateMarkKind  kind;
} MarkInfo;

static const MarkInfo mark_infos[] = {
  { "regions", "region-", "", PALPATE_MARK_REGION },
  { "zones", "zone-", "-essential", PALPATE_MARK_ZONE_ESSENTIAL },
  { "zones", "zone-", "-spillover", PALPATE_MARK_ZONE_SPILLOVER },
  { "points", "point-", "", PALPATE_MARK_POINT },
  { "danger", "", "", PALPATE_MARK_DANGER },
  { "muscles-superficial", "muscle-", "", PALPATE_MARK_MUSCLE },
  { "muscles-deep", "deep-", "", PALPATE_MARK_DEEP_MUSCLE },
};

const char *
palpate_layer_to_id (PalpateLayer layer)
{
  g_return_val_if_fail (layer < PALPATE_N_LAYERS, NULL);

  return layer_ids[layer];
}

static void
free_mark (gpointer data)
{
  PalpateMark *mark = data;

  g_free (mark->id);
  palpate_path_unref (mark->path);
  g_free (mark);
}

static char *
mark_key (PalpateMarkKind  kind,
          const char      *id,
          PalpateSide      side)
{
  return g_strdup_printf ("%d/%s/%d", kind, id, side);
}

/* Takes @path. */
static gboolean
add_mark (PalpateChart    *self,
          PalpateMarkKind  kind,
          const char      *id,
          PalpateSide      side,
          PalpatePath     *path)
{
  PalpateMark *mark = g_new0 (PalpateMark, 1);

  mark->kind = kind;
  mark->id = g_strdup (id);
  mark->side = side;
  mark->path = path;
  g_ptr_array_add (self->marks[kind], mark);
  return g_hash_table_insert (self->by_id, mark_key (kind, id, side), mark);
}

/* The one place where sides are mirrored. */
static gboolean
add_shape (PalpateChart    *self,
           PalpateMarkKind  kind,
           const char      *id,
           PalpateSide      side,
           PalpatePath     *path)
{
  const gboolean is_mirrored = palpate_view_is_mirrored (self->view);
  gboolean is_new = TRUE;

  if (!is_mirrored)
    is_new &= add_mark (self, kind, id, side, palpate_path_ref (path));
  if (is_mirrored || (palpate_view_is_two_sided (self->view) && side == PALPATE_SIDE_LEFT))
    is_new &= add_mark (self, kind, id, palpate_side_opposite (side), palpate_path_mirror (path));
  return is_new;
}

typedef struct {
  PalpateChart *chart;
  guint         depth;
  char         *group;       /* top-level group being read */
  gboolean      has_frame;
} Reading;

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (; *names != NULL; names++, values++)
    if (strcmp (*names, name) == 0)
      return *values;
  return NULL;
}

static gboolean
read_frame (Reading     *reading,
            const char  *text,
            GError     **error)
{
  PalpateBox *frame = &reading->chart->frame;
  g_auto (GStrv) numbers = NULL;

  if (text == NULL)
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "the drawing has no viewBox");
      return FALSE;
    }
  numbers = g_strsplit_set (text, " ,", -1);
  if (g_strv_length (numbers) == 4)
    {
      frame->x = g_ascii_strtod (numbers[0], NULL);
      frame->y = g_ascii_strtod (numbers[1], NULL);
      frame->width = g_ascii_strtod (numbers[2], NULL);
      frame->height = g_ascii_strtod (numbers[3], NULL);
    }
  if (!(frame->width > 0) || !(frame->height > 0) || frame->width > 1e5 || frame->height > 1e5)
    {
      g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "the viewBox “%s” is not one", text);
      return FALSE;
    }
  if (palpate_view_is_mirrored (reading->chart->view))
    frame->x = -frame->x - frame->width;
  reading->has_frame = TRUE;
  return TRUE;
}

static gboolean
parse_coordinate (const char *text,
                  double     *number)
{
  char *end;

  if (text == NULL)
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* Returns: (transfer full) (nullable) */
static PalpatePath *
read_outline (const char  *element,
              const char  *id,
              const char **names,
              const char **values,
              GError     **error)
{
  const char *d = find_attribute (names, values, "d");
  double x, y, r;

  if (strcmp (element, "path") == 0 && d != NULL)
    {
      PalpatePath *path = palpate_path_parse (d, error);

      if (path == NULL)
        g_prefix_error (error, "%s: ", id);
      return path;
    }
  if (strcmp (element, "circle") == 0 && parse_coordinate (find_attribute (names, values, "cx"), &x)
      && parse_coordinate (find_attribute (names, values, "cy"), &y)
      && parse_coordinate (find_attribute (names, values, "r"), &r))
    return palpate_path_new_circle (x, y, r);
  g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "%s: must be a path with d, or a circle with cx, cy and r", id);
  return NULL;
}

static void
read_figure (Reading     *reading,
             const char  *element,
             const char **names,
             const char **values,
             GError     **error)
{
  g_autoptr (PalpatePath) path = read_outline (element, "figure-outline", names, values, error);

  g_clear_pointer (&reading->chart->outline, palpate_path_unref);
  if (path != NULL)
    reading->chart->outline = palpate_view_is_mirrored (reading->chart->view) ? palpate_path_mirror (path) : palpate_path_ref (path);
}

static const MarkInfo *
find_mark_info (const char *group,
                const char *stem)
{
  for (guint i = 0; i < G_N_ELEMENTS (mark_infos); i++)
    if (strcmp (mark_infos[i].group, group) == 0 && g_str_has_prefix (stem, mark_infos[i].prefix)
        && g_str_has_suffix (stem, mark_infos[i].suffix))
      return &mark_infos[i];
  return NULL;
}

static gboolean
read_shape (Reading     *reading,
            const char  *element,
            const char  *id,
            const char **names,
            const char **values,
            GError     **error)
{
  const PalpatePlace place = palpate_place_parse (id);
  const MarkInfo *info = find_mark_info (reading->group, place.region);
  g_autoptr (PalpatePath) path = NULL;
  g_autofree char *meaning = NULL;

  if (info == NULL || strcmp (element, "g") == 0)
    return TRUE;   /* tendons, covers, halves and what else the drawing names */
  path = read_outline (element, id, names, values, error);
  if (path == NULL)
    return FALSE;
  meaning = g_strndup (place.region + strlen (info->prefix),
                       strlen (place.region) - strlen (info->prefix) - strlen (info->suffix));
  if (!add_shape (reading->chart, info->kind, meaning, place.side, path))
    {
      g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "%s: stands twice", id);
      return FALSE;
    }
  return TRUE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Reading *reading = user_data;
  const char *id = find_attribute (names, values, "id");
  GError *local_error = NULL;

  reading->depth++;
  if (reading->depth == 1)
    {
      if (strcmp (element, "svg") == 0)
        read_frame (reading, find_attribute (names, values, "viewBox"), &local_error);
      else
        g_set_error (&local_error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "the drawing is not an SVG but “%s”", element);
    }
  else if (reading->depth == 2)
    {
      g_free (reading->group);
      reading->group = g_strdup (strcmp (element, "g") == 0 && id != NULL ? id : "");
      for (guint i = 0; i < PALPATE_N_LAYERS; i++)
        if (strcmp (reading->group, layer_ids[i]) == 0)
          reading->chart->layers |= 1u << i;
    }
  else if (id != NULL)
    {
      if (strcmp (id, "figure-outline") == 0)
        read_figure (reading, element, names, values, &local_error);
      else
        read_shape (reading, element, id, names, values, &local_error);
    }
  if (local_error != NULL)
    g_propagate_error (error, local_error);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              user_data,
                GError              **error)
{
  ((Reading *) user_data)->depth--;
}

static gboolean
read_shapes (PalpateChart  *self,
             GError       **error)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .end_element = end_element_cb };
  Reading reading = { .chart = self };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  gsize size;
  const char *data = g_bytes_get_data (self->svg, &size);
  gboolean good = g_markup_parse_context_parse (context, data, size, error) && g_markup_parse_context_end_parse (context, error);

  g_free (reading.group);
  if (good && self->outline == NULL)
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "the drawing has no “figure-outline”");
      return FALSE;
    }
  return good;
}

static void
palpate_chart_finalize (GObject *object)
{
  PalpateChart *self = PALPATE_CHART (object);

  for (guint i = 0; i < PALPATE_N_MARK_KINDS; i++)
    g_ptr_array_unref (self->marks[i]);
  for (guint i = 0; i < PALPATE_N_SCHEMES; i++)
    g_clear_object (&self->handles[i]);
  g_clear_pointer (&self->grid, palpate_chart_grid_free);
  g_hash_table_unref (self->by_id);
  g_clear_pointer (&self->outline, palpate_path_unref);
  g_clear_pointer (&self->svg, g_bytes_unref);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (palpate_chart_parent_class)->finalize (object);
}

static void
palpate_chart_class_init (PalpateChartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_chart_finalize;
}

static void
palpate_chart_init (PalpateChart *self)
{
  for (guint i = 0; i < PALPATE_N_MARK_KINDS; i++)
    self->marks[i] = g_ptr_array_new_with_free_func (free_mark);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_mutex_init (&self->lock);
}

/**
 * palpate_chart_new:
 * @svg: the file of the view (that of the left one for a mirrored view)
 * @error: %PALPATE_ERROR_PARSE or a #GMarkupError
 *
 * Returns: (transfer full) (nullable): the chart; its drawing is only looked at when it is rendered
 */
PalpateChart *
palpate_chart_new (PalpateView   view,
                   GBytes       *svg,
                   GError      **error)
{
  g_autoptr (PalpateChart) self = g_object_new (PALPATE_TYPE_CHART, NULL);

  g_return_val_if_fail (view < PALPATE_N_VIEWS, NULL);

  self->view = view;
  self->svg = g_bytes_ref (svg);
  if (!read_shapes (self, error))
    {
      g_prefix_error (error, "%s.svg: ", palpate_view_get_file (view));
      return NULL;
    }
  return g_steal_pointer (&self);
}

PalpateView
palpate_chart_get_view (PalpateChart *self)
{
  g_return_val_if_fail (PALPATE_IS_CHART (self), PALPATE_VIEW_FRONT);

  return self->view;
}

/**
 * palpate_chart_get_frame:
 *
 * Returns: what the drawing shows, in chart units
 */
PalpateBox
palpate_chart_get_frame (PalpateChart *self)
{
  const PalpateBox nothing = { 0, 0, 1, 1 };

  g_return_val_if_fail (PALPATE_IS_CHART (self), nothing);

  return self->frame;
}

/**
 * palpate_chart_get_outline:
 *
 * Returns: (transfer none): the silhouette of the whole figure, also beyond the frame of a close-up
 */
const PalpatePath *
palpate_chart_get_outline (PalpateChart *self)
{
  g_return_val_if_fail (PALPATE_IS_CHART (self), NULL);

  return self->outline;
}

/**
 * palpate_chart_get_marks:
 *
 * Returns: (transfer none) (element-type PalpateMark): all shapes of @kind, in the order of the file
 */
GPtrArray *
palpate_chart_get_marks (PalpateChart    *self,
                         PalpateMarkKind  kind)
{
  g_return_val_if_fail (PALPATE_IS_CHART (self), NULL);
  g_return_val_if_fail (kind < PALPATE_N_MARK_KINDS, NULL);

  return self->marks[kind];
}

/**
 * palpate_chart_get_mark:
 *
 * Returns: (transfer none) (nullable): that shape, if this view shows it
 */
const PalpateMark *
palpate_chart_get_mark (PalpateChart    *self,
                        PalpateMarkKind  kind,
                        const char      *id,
                        PalpateSide      side)
{
  g_autofree char *key = mark_key (kind, id, side);

  g_return_val_if_fail (PALPATE_IS_CHART (self), NULL);

  return g_hash_table_lookup (self->by_id, key);
}

/**
 * palpate_chart_hit:
 *
 * Returns: (transfer none) (nullable): the topmost shape of @kind at a point in chart units
 */
const PalpateMark *
palpate_chart_hit (PalpateChart    *self,
                   PalpateMarkKind  kind,
                   double           x,
                   double           y)
{
  GPtrArray *marks = palpate_chart_get_marks (self, kind);

  for (guint i = marks->len; i > 0; i--)
    {
      const PalpateMark *mark = g_ptr_array_index (marks, i - 1);

      if (palpate_path_contains (mark->path, x, y))
        return mark;
    }
  return NULL;
}

/**
 * palpate_chart_get_grid:
 *
 * Returns: (transfer none): the chart in cells; made at the first call, which takes some milliseconds. From one thread only.
 */
const PalpateChartGrid *
palpate_chart_get_grid (PalpateChart *self)
{
  g_return_val_if_fail (PALPATE_IS_CHART (self), NULL);

  if (self->grid == NULL)
    self->grid = palpate_chart_grid_new (self);
  return self->grid;
}

gboolean
palpate_chart_has_layer (PalpateChart *self,
                         PalpateLayer  layer)
{
  g_return_val_if_fail (PALPATE_IS_CHART (self), FALSE);

  return (self->layers & (1u << layer)) != 0;
}

/* Returns: (transfer full): the file with @style in the place of its first <style>. librsvg lets a file's own style
 * win over one that is set from outside, so a second sheet would not do. */
static GBytes *
restyle (GBytes *svg,
         GBytes *style)
{
  gsize size, style_size;
  const char *data = g_bytes_get_data (svg, &size);
  const char *sheet = g_bytes_get_data (style, &style_size);
  const char *begin = g_strstr_len (data, size, "<style");
  const char *open = begin != NULL ? memchr (begin, '>', data + size - begin) : NULL;
  const char *end = open != NULL ? g_strstr_len (open, data + size - open, "</style>") : NULL;
  GByteArray *styled;

  if (end == NULL)
    return g_bytes_ref (svg);
  styled = g_byte_array_sized_new (size + style_size);
  g_byte_array_append (styled, (const guint8 *) data, open + 1 - data);
  g_byte_array_append (styled, (const guint8 *) sheet, style_size);
  g_byte_array_append (styled, (const guint8 *) end, data + size - end);
  return g_byte_array_free_to_bytes (styled);
}

static RsvgHandle *
ensure_handle (PalpateChart   *self,
               PalpateScheme   scheme,
               GBytes         *style,
               GError        **error)
{
  if (self->handles[scheme] == NULL)
    {
      g_autoptr (GBytes) styled = style != NULL ? restyle (self->svg, style) : g_bytes_ref (self->svg);
      gsize size;
      const guint8 *data = g_bytes_get_data (styled, &size);

      self->handles[scheme] = rsvg_handle_new_from_data (data, size, error);
    }
  return self->handles[scheme];
}

/* Reads the drawing, so that the first rendering need not; from any thread, @style as for palpate_chart_render_layer(). */
void
palpate_chart_prepare (PalpateChart  *self,
                       PalpateScheme  scheme,
                       GBytes        *style)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (PALPATE_IS_CHART (self));

  locker = g_mutex_locker_new (&self->lock);
  ensure_handle (self, scheme, style, NULL);   /* what is wrong is told when it is rendered */
}

/**
 * palpate_chart_render_layer:
 * @scheme: the colour set that @style belongs to
 * @style: (nullable): the style sheet of @scheme; %NULL for the file's own
 * @cr: a context in chart units
 *
 * Draws one layer. May be called from any thread; a missing layer draws nothing.
 */
gboolean
palpate_chart_render_layer (PalpateChart   *self,
                            PalpateLayer    layer,
                            PalpateScheme   scheme,
                            GBytes         *style,
                            cairo_t        *cr,
                            GError        **error)
{
  RsvgRectangle viewport;
  RsvgHandle *handle;
  g_autofree char *id = NULL;
  g_autoptr (GMutexLocker) locker = NULL;
  gboolean good;

  g_return_val_if_fail (PALPATE_IS_CHART (self), FALSE);

  if (!palpate_chart_has_layer (self, layer))
    return TRUE;
  locker = g_mutex_locker_new (&self->lock);
  handle = ensure_handle (self, scheme, style, error);
  if (handle == NULL)
    {
      g_prefix_error (error, "%s.svg: ", palpate_view_get_file (self->view));
      return FALSE;
    }
  id = g_strconcat ("#", layer_ids[layer], NULL);
  viewport = (RsvgRectangle) { self->frame.x, self->frame.y, self->frame.width, self->frame.height };
  cairo_save (cr);
  cairo_set_tolerance (cr, TOLERANCE);
  if (palpate_view_is_mirrored (self->view))
    {
      cairo_scale (cr, -1, 1);
      viewport.x = -viewport.x - viewport.width;
    }
  good = rsvg_handle_render_layer (handle, cr, id, &viewport, error);
  cairo_restore (cr);
  if (!good)
    g_prefix_error (error, "%s.svg: ", palpate_view_get_file (self->view));
  return good;
}
