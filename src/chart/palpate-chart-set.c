/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-chart-set.h"

#include <json-glib/json-glib.h>

struct _PalpateChartSet {
  GObject parent_instance;

  /* owned */
  GFile        *directory;
  PalpateChart *charts[PALPATE_N_VIEWS];      /* each under its lock of view_locks, so that two can be read at a time */
  GError       *errors[PALPATE_N_VIEWS];
  GBytes       *styles[PALPATE_N_SCHEMES];    /* under lock, like all below */
  cairo_surface_t *prepared[PALPATE_N_VIEWS][PALPATE_N_LAYERS];
  PalpateScheme    prepared_scheme;
  GHashTable   *parts;                        /* muscle id → GStrv of drawn parts */
  GHashTable   *muscles;                      /* borrowed part → borrowed muscle id */
  GMutex        lock;
  GMutex        view_locks[PALPATE_N_VIEWS];
};

G_DEFINE_FINAL_TYPE (PalpateChartSet, palpate_chart_set, G_TYPE_OBJECT)

static void
palpate_chart_set_finalize (GObject *object)
{
  PalpateChartSet *self = PALPATE_CHART_SET (object);

  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    {
      g_clear_object (&self->charts[i]);
      g_clear_error (&self->errors[i]);
      g_mutex_clear (&self->view_locks[i]);
      for (guint layer = 0; layer < PALPATE_N_LAYERS; layer++)
        g_clear_pointer (&self->prepared[i][layer], cairo_surface_destroy);
    }
  for (guint i = 0; i < PALPATE_N_SCHEMES; i++)
    g_clear_pointer (&self->styles[i], g_bytes_unref);
  g_clear_pointer (&self->muscles, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_clear_object (&self->directory);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (palpate_chart_set_parent_class)->finalize (object);
}

static void
palpate_chart_set_class_init (PalpateChartSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_chart_set_finalize;
}

static void
palpate_chart_set_init (PalpateChartSet *self)
{
  g_mutex_init (&self->lock);
  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    g_mutex_init (&self->view_locks[i]);
}

/**
 * palpate_chart_set_new:
 * @directory: the folder of the SVG files and style sheets, also a `resource:` one
 */
PalpateChartSet *
palpate_chart_set_new (GFile *directory)
{
  PalpateChartSet *self = g_object_new (PALPATE_TYPE_CHART_SET, NULL);

  self->directory = g_object_ref (directory);
  return self;
}

PalpateChartSet *
palpate_chart_set_new_from_resource (void)
{
  g_autoptr (GFile) directory = g_file_new_for_uri ("resource://" PALPATE_RESOURCE_PATH "/charts");

  return palpate_chart_set_new (directory);
}

/* Returns: (transfer full) (nullable) */
static GBytes *
load (PalpateChartSet  *self,
      const char       *stem,
      const char       *extension,
      GError          **error)
{
  g_autofree char *name = g_strconcat (stem, extension, NULL);
  g_autoptr (GFile) file = g_file_get_child (self->directory, name);
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, error);

  if (bytes == NULL)
    g_prefix_error (error, "%s: ", name);
  return bytes;
}

/**
 * palpate_chart_set_get:
 *
 * Returns: (transfer none) (nullable): the chart
 */
PalpateChart *
palpate_chart_set_get (PalpateChartSet  *self,
                       PalpateView       view,
                       GError          **error)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PALPATE_IS_CHART_SET (self), NULL);
  g_return_val_if_fail (view < PALPATE_N_VIEWS, NULL);

  locker = g_mutex_locker_new (&self->view_locks[view]);
  if (self->charts[view] == NULL && self->errors[view] == NULL)
    {
      g_autoptr (GBytes) svg = load (self, palpate_view_get_file (view), ".svg", &self->errors[view]);

      if (svg != NULL)
        self->charts[view] = palpate_chart_new (view, svg, &self->errors[view]);
    }
  if (self->charts[view] == NULL && error != NULL)
    *error = g_error_copy (self->errors[view]);
  return self->charts[view];
}

/**
 * palpate_chart_set_get_style:
 *
 * Returns: (transfer none) (nullable): the style sheet; %NULL means the files' own
 */
GBytes *
palpate_chart_set_get_style (PalpateChartSet *self,
                             PalpateScheme    scheme)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (PALPATE_IS_CHART_SET (self), NULL);
  g_return_val_if_fail (scheme < PALPATE_N_SCHEMES, NULL);

  locker = g_mutex_locker_new (&self->lock);
  if (self->styles[scheme] == NULL)
    self->styles[scheme] = load (self, palpate_scheme_to_id (scheme), ".css", NULL);
  return self->styles[scheme];
}

/**
 * palpate_chart_set_shows:
 *
 * Returns: whether @view has that shape; a view that cannot be read shows nothing
 */
gboolean
palpate_chart_set_shows (PalpateChartSet *self,
                         PalpateView      view,
                         PalpateMarkKind  kind,
                         const char      *id,
                         PalpateSide      side)
{
  PalpateChart *chart = palpate_chart_set_get (self, view, NULL);

  return chart != NULL && palpate_chart_get_mark (chart, kind, id, side) != NULL;
}

/**
 * palpate_chart_set_find_view:
 * @view: (out): the view that shows most of that shape
 *
 * Looks through the views of the whole body, then through the close-ups.
 */
gboolean
palpate_chart_set_find_view (PalpateChartSet *self,
                             PalpateMarkKind  kind,
                             const char      *id,
                             PalpateSide      side,
                             PalpateView     *view)
{
  double best = 0;

  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    {
      PalpateChart *chart;
      const PalpateMark *mark;
      double area;

      if (i == PALPATE_VIEW_HEAD_SIDE && best > 0)
        break;
      chart = palpate_chart_set_get (self, i, NULL);
      mark = chart != NULL ? palpate_chart_get_mark (chart, kind, id, side) : NULL;
      area = mark != NULL ? palpate_path_get_area (mark->path) : 0;
      if (area > best)
        {
          best = area;
          *view = i;
        }
    }
  return best > 0;
}

/* Makes the next bytes of a picture out of memory. */
static cairo_status_t
read_bytes (void          *closure,
            unsigned char *data,
            unsigned int   length)
{
  GInputStream *stream = closure;
  gsize n_read;

  return g_input_stream_read_all (stream, data, length, &n_read, NULL, NULL) && n_read == length ? CAIRO_STATUS_SUCCESS
                                                                                                 : CAIRO_STATUS_READ_ERROR;
}

/* Returns: (transfer full) (nullable): the ready-made picture of a layer, where there is one */
static cairo_surface_t *
load_picture (PalpateChartSet *self,
              PalpateView      view,
              PalpateScheme    scheme,
              PalpateLayer     layer)
{
  g_autofree char *stem = palpate_chart_set_name_picture (view, scheme, layer);
  g_autoptr (GBytes) bytes = load (self, stem, ".png", NULL);
  g_autoptr (GInputStream) stream = NULL;
  cairo_surface_t *surface;

  if (bytes == NULL)
    return NULL;
  stream = g_memory_input_stream_new_from_bytes (bytes);
  surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  g_message ("%s.png: %s", stem, cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
  return NULL;
}

/**
 * palpate_chart_set_name_picture:
 *
 * Returns: (transfer full): where the ready-made picture of a layer is, below the folder of the charts, without ".png"
 */
char *
palpate_chart_set_name_picture (PalpateView   view,
                                PalpateScheme scheme,
                                PalpateLayer  layer)
{
  return g_strdup_printf ("pictures/%s-%s-%s", palpate_view_get_file (view), palpate_scheme_to_id (scheme), palpate_layer_to_id (layer));
}

/**
 * palpate_chart_set_prepare:
 *
 * Reads a view and its ready-made pictures before anybody asks, on the thread of the caller, so that a window has
 * something to show in its first frame.
 */
void
palpate_chart_set_prepare (PalpateChartSet *self,
                           PalpateView      view,
                           PalpateScheme    scheme)
{
  static const PalpateLayer layers[] = { PALPATE_LAYER_SKIN, PALPATE_LAYER_MUSCLES };

  palpate_chart_set_get (self, view, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      cairo_surface_t *surface = load_picture (self, view, scheme, layers[i]);
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

      g_clear_pointer (&self->prepared[view][layers[i]], cairo_surface_destroy);
      self->prepared[view][layers[i]] = surface;
      self->prepared_scheme = scheme;
    }
}

/**
 * palpate_chart_set_take_picture:
 *
 * Returns: (transfer full) (nullable): a ready-made picture of the whole view, to be shown until it is drawn; not
 *   every view has one
 */
cairo_surface_t *
palpate_chart_set_take_picture (PalpateChartSet *self,
                                PalpateView      view,
                                PalpateScheme    scheme,
                                PalpateLayer     layer)
{
  cairo_surface_t *surface = NULL;

  g_mutex_lock (&self->lock);
  if (self->prepared_scheme == scheme)
    surface = g_steal_pointer (&self->prepared[view][layer]);
  g_mutex_unlock (&self->lock);
  return surface != NULL ? surface : load_picture (self, view, scheme, layer);
}

static void
add_parts (PalpateChartSet *self,
           const char      *muscle,
           JsonNode        *node)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  char *id = g_strdup (muscle);
  GStrv parts;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *part = json_array_get_element (array, i);

      if (json_node_get_value_type (part) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (part));
    }
  parts = g_strv_builder_end (builder);
  g_hash_table_insert (self->parts, id, parts);
  for (guint i = 0; parts[i] != NULL; i++)
    g_hash_table_insert (self->muscles, parts[i], id);
}

/* parts.json says which shapes make up a clinical muscle; without it nothing is outlined. */
static void
ensure_parts (PalpateChartSet *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) names = NULL;
  JsonNode *root, *node;
  JsonObject *object;

  if (self->parts != NULL)
    return;
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->muscles = g_hash_table_new (g_str_hash, g_str_equal);
  parser = json_parser_new ();
  bytes = load (self, "parts", ".json", &error);
  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    {
      g_message ("parts.json: %s", error->message);
      return;
    }
  root = json_parser_get_root (parser);
  node = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_object_get_member (json_node_get_object (root), "parts") : NULL;
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      g_message ("parts.json: “parts” must be an object");
      return;
    }
  object = json_node_get_object (node);
  names = json_object_get_members (object);
  for (GList *l = names; l != NULL; l = l->next)
    add_parts (self, l->data, json_object_get_member (object, l->data));
}

/**
 * palpate_chart_set_get_parts:
 *
 * Returns: (transfer none) (nullable): the drawn parts that make up a clinical muscle
 */
const char *const *
palpate_chart_set_get_parts (PalpateChartSet *self,
                             const char      *muscle)
{
  g_return_val_if_fail (PALPATE_IS_CHART_SET (self), NULL);

  ensure_parts (self);
  return g_hash_table_lookup (self->parts, muscle);
}

/**
 * palpate_chart_set_find_muscle:
 *
 * Returns: (transfer none) (nullable): the clinical muscle that a drawn part belongs to
 */
const char *
palpate_chart_set_find_muscle (PalpateChartSet *self,
                               const char      *part)
{
  g_return_val_if_fail (PALPATE_IS_CHART_SET (self), NULL);

  ensure_parts (self);
  return g_hash_table_lookup (self->muscles, part);
}
