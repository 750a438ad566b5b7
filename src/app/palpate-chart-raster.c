/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-chart-raster.h"

#include "palpate-chart-painter.h"

/* One layer, drawn. */
typedef struct {
  cairo_surface_t *surface;
  PalpateBox       box;
} Drawn;

struct _PalpateChartRaster {
  GObject parent_instance;

  /* owned */
  PalpateChartSet *charts;
  GCancellable    *cancellables[PALPATE_N_LAYERS];   /* of the drawing under way */
  Drawn            drawn[PALPATE_N_LAYERS];

  GskRenderNode   *composite;                        /* the layers laid over each other, as last asked for */
  gboolean         composite_is_cairo;
  double           composite_opacities[PALPATE_N_LAYERS];
  PalpateBox       composite_box;

  PalpateRasterRequest requests[PALPATE_N_LAYERS];   /* what each layer was last asked for; the chart is borrowed */
};

enum { READY, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalpateChartRaster, palpate_chart_raster, G_TYPE_OBJECT)

/* What a worker gets: its own references, nothing that changes. */
typedef struct {
  PalpateChart  *chart;
  GBytes        *style;
  PalpateScheme  scheme;
  PalpateLayer   layer;
  PalpateBox     box;
  int            width;
  int            height;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->chart);
  g_clear_pointer (&job->style, g_bytes_unref);
  g_free (job);
}

static void
clear_drawn (Drawn *drawn)
{
  g_clear_pointer (&drawn->surface, cairo_surface_destroy);
}

static void
draw_layer (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cr = cairo_create (surface);
  cairo_scale (cr, job->width / job->box.width, job->height / job->box.height);
  cairo_translate (cr, -job->box.x, -job->box.y);
  palpate_chart_render_layer (job->chart, job->layer, job->scheme, job->style, cr, &error);
  palpate_paint_edges (job->chart, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (error == NULL)
    {
      g_task_return_pointer (task, surface, (GDestroyNotify) cairo_surface_destroy);
      return;
    }
  cairo_surface_destroy (surface);
  g_task_return_error (task, error);
}

/* Surface and texture share their pixels. */
static GdkTexture *
create_texture (cairo_surface_t *surface)
{
  const int width = cairo_image_surface_get_width (surface);
  const int height = cairo_image_surface_get_height (surface);
  const gsize stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), height * stride,
                                                         (GDestroyNotify) cairo_surface_destroy,
                                                         cairo_surface_reference (surface));

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* The renderer of cairo takes a surface as it is, but would turn every pixel of a texture into floats and back (GTK 4.8). */
static GskRenderNode *
create_node (cairo_surface_t *surface,
             gboolean         is_cairo)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, cairo_image_surface_get_width (surface), cairo_image_surface_get_height (surface));
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;
  cairo_t *cr;

  if (!is_cairo)
    {
      texture = create_texture (surface);
      return gsk_texture_node_new (texture, &bounds);
    }
  node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
  return node;
}

/* Takes @surface. */
static void
set_drawn (Drawn           *drawn,
           cairo_surface_t *surface,
           PalpateBox       box)
{
  clear_drawn (drawn);
  drawn->surface = surface;
  drawn->box = box;
}

static gboolean
boxes_equal (const PalpateBox *a,
             const PalpateBox *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

/* Turns to another chart. A ready-made picture is better than none, until the sharp drawing is there. */
static void
begin_chart (PalpateChartRaster         *self,
             const PalpateRasterRequest *request,
             PalpateLayer                layer)
{
  cairo_surface_t *surface = palpate_chart_set_take_picture (self->charts, palpate_chart_get_view (request->chart),
                                                             request->scheme, layer);

  g_clear_pointer (&self->composite, gsk_render_node_unref);
  clear_drawn (&self->drawn[layer]);
  if (surface != NULL)
    set_drawn (&self->drawn[layer], surface, palpate_chart_get_frame (request->chart));
  self->requests[layer] = (PalpateRasterRequest) { .chart = request->chart };
}

/* The layers of one request are shown together: half of them would be laid over each other for one frame only. */
static void
show_drawn (PalpateChartRaster *self)
{
  if (self->composite != NULL && !palpate_chart_raster_is_complete (self))
    return;
  g_clear_pointer (&self->composite, gsk_render_node_unref);
  g_signal_emit (self, signals[READY], 0);
}

static void
layer_drawn_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  PalpateChartRaster *self = PALPATE_CHART_RASTER (object);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellables[job->layer]);
  if (surface == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      show_drawn (self);
      return;
    }
  set_drawn (&self->drawn[job->layer], surface, job->box);
  show_drawn (self);
}

static void
cancel (PalpateChartRaster *self,
        PalpateLayer        layer)
{
  if (self->cancellables[layer] != NULL)
    g_cancellable_cancel (self->cancellables[layer]);
  g_clear_object (&self->cancellables[layer]);
}

static void
palpate_chart_raster_dispose (GObject *object)
{
  palpate_chart_raster_clear (PALPATE_CHART_RASTER (object));

  G_OBJECT_CLASS (palpate_chart_raster_parent_class)->dispose (object);
}

static void
palpate_chart_raster_finalize (GObject *object)
{
  g_clear_object (&PALPATE_CHART_RASTER (object)->charts);

  G_OBJECT_CLASS (palpate_chart_raster_parent_class)->finalize (object);
}

static void
palpate_chart_raster_class_init (PalpateChartRasterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_chart_raster_dispose;
  G_OBJECT_CLASS (klass)->finalize = palpate_chart_raster_finalize;

  signals[READY] = g_signal_new ("ready", PALPATE_TYPE_CHART_RASTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", PALPATE_TYPE_CHART_RASTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
palpate_chart_raster_init (PalpateChartRaster *self)
{
}

PalpateChartRaster *
palpate_chart_raster_new (PalpateChartSet *charts)
{
  PalpateChartRaster *self = g_object_new (PALPATE_TYPE_CHART_RASTER, NULL);

  self->charts = g_object_ref (charts);
  return self;
}

static gboolean
requests_equal (const PalpateRasterRequest *a,
                const PalpateRasterRequest *b)
{
  return a->chart == b->chart && a->scheme == b->scheme && a->width == b->width && a->height == b->height
         && boxes_equal (&a->box, &b->box);
}

/**
 * palpate_chart_raster_request:
 * @layers: bit i asks for layer i
 *
 * Begins to draw what is not drawn, or being drawn, already.
 */
void
palpate_chart_raster_request (PalpateChartRaster         *self,
                              const PalpateRasterRequest *request,
                              guint                       layers)
{
  g_return_if_fail (PALPATE_IS_CHART_RASTER (self));
  g_return_if_fail (request->width > 0 && request->height > 0);

  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    {
      g_autoptr (GTask) task = NULL;
      Job *job;

      if (!(layers & (1u << i)) || requests_equal (&self->requests[i], request))
        continue;
      cancel (self, i);
      if (self->requests[i].chart != request->chart)
        begin_chart (self, request, i);
      self->requests[i] = *request;
      self->cancellables[i] = g_cancellable_new ();
      job = g_new0 (Job, 1);
      job->chart = g_object_ref (request->chart);
      job->style = palpate_chart_set_get_style (self->charts, request->scheme);
      if (job->style != NULL)
        g_bytes_ref (job->style);
      job->scheme = request->scheme;
      job->layer = i;
      job->box = request->box;
      job->width = request->width;
      job->height = request->height;
      task = g_task_new (self, self->cancellables[i], layer_drawn_cb, NULL);
      g_task_set_task_data (task, job, free_job);
      g_task_run_in_thread (task, draw_layer);
    }
}

/**
 * palpate_chart_raster_show_pictures:
 *
 * Shows ready-made pictures of a chart that is not drawn yet, without beginning to draw.
 *
 * Returns: whether there is one of each of these layers
 */
gboolean
palpate_chart_raster_show_pictures (PalpateChartRaster         *self,
                                    const PalpateRasterRequest *request,
                                    guint                       layers)
{
  g_return_val_if_fail (PALPATE_IS_CHART_RASTER (self), FALSE);

  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    if ((layers & (1u << i)) && self->requests[i].chart != request->chart)
      begin_chart (self, request, i);
  return palpate_chart_raster_shows (self, layers);
}

static gboolean
composite_is_current (PalpateChartRaster *self,
                      gboolean            is_cairo,
                      const double        opacities[PALPATE_N_LAYERS])
{
  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    if (self->composite_opacities[i] != opacities[i])
      return FALSE;
  return self->composite != NULL && self->composite_is_cairo == is_cairo;
}

/* Lays the layers over the lowest one that is drawn. While they are of different moments, those of another part of
 * the chart are drawn where they belong. */
static void
compose (PalpateChartRaster *self,
         gboolean            is_cairo,
         const double        opacities[PALPATE_N_LAYERS])
{
  cairo_surface_t *composite = NULL;
  cairo_t *cr = NULL;

  g_clear_pointer (&self->composite, gsk_render_node_unref);
  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    {
      const Drawn *drawn = &self->drawn[i];
      double width, height;

      self->composite_opacities[i] = opacities[i];
      if (drawn->surface == NULL || opacities[i] <= 0)
        continue;
      width = cairo_image_surface_get_width (drawn->surface);
      height = cairo_image_surface_get_height (drawn->surface);
      if (cr == NULL)
        {
          composite = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
          self->composite_box = drawn->box;
          cr = cairo_create (composite);
        }
      cairo_save (cr);
      if (!boxes_equal (&drawn->box, &self->composite_box))
        {
          cairo_scale (cr, cairo_image_surface_get_width (composite) / self->composite_box.width,
                       cairo_image_surface_get_height (composite) / self->composite_box.height);
          cairo_translate (cr, drawn->box.x - self->composite_box.x, drawn->box.y - self->composite_box.y);
          cairo_scale (cr, drawn->box.width / width, drawn->box.height / height);
        }
      cairo_set_source_surface (cr, drawn->surface, 0, 0);
      cairo_paint_with_alpha (cr, opacities[i]);
      cairo_restore (cr);
    }
  if (cr == NULL)
    return;
  cairo_destroy (cr);
  cairo_surface_flush (composite);
  self->composite = create_node (composite, is_cairo);
  self->composite_is_cairo = is_cairo;
  cairo_surface_destroy (composite);
}

/**
 * palpate_chart_raster_get_composite:
 * @is_cairo: whether cairo will draw it
 * @opacities: how strongly each layer is seen
 * @box: (out): what part of the chart it shows
 *
 * Returns: (transfer none) (nullable): the newest drawings of all layers over each other, in their pixels from 0, 0 on; kept
 * until one changes
 */
GskRenderNode *
palpate_chart_raster_get_composite (PalpateChartRaster *self,
                                    gboolean            is_cairo,
                                    const double        opacities[PALPATE_N_LAYERS],
                                    PalpateBox         *box)
{
  if (!composite_is_current (self, is_cairo, opacities))
    compose (self, is_cairo, opacities);
  *box = self->composite_box;
  return self->composite;
}

/**
 * palpate_chart_raster_get_surface:
 *
 * Returns: (transfer none) (nullable): the same pixels for cairo; never draw into them
 */
cairo_surface_t *
palpate_chart_raster_get_surface (PalpateChartRaster *self,
                                  PalpateLayer        layer,
                                  PalpateBox         *box)
{
  *box = self->drawn[layer].box;
  return self->drawn[layer].surface;
}

/**
 * palpate_chart_raster_is_complete:
 *
 * Returns: whether nothing is being drawn
 */
gboolean
palpate_chart_raster_is_complete (PalpateChartRaster *self)
{
  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    if (self->cancellables[i] != NULL)
      return FALSE;
  return TRUE;
}

/**
 * palpate_chart_raster_shows:
 * @layers: bit i stands for layer i
 *
 * Returns: whether there is a drawing of each of these layers, sharp or not
 */
gboolean
palpate_chart_raster_shows (PalpateChartRaster *self,
                            guint               layers)
{
  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    if ((layers & (1u << i)) && self->drawn[i].surface == NULL)
      return FALSE;
  return TRUE;
}

/**
 * palpate_chart_raster_clear:
 *
 * Forgets every drawing and stops those under way.
 */
void
palpate_chart_raster_clear (PalpateChartRaster *self)
{
  for (guint i = 0; i < PALPATE_N_LAYERS; i++)
    {
      cancel (self, i);
      clear_drawn (&self->drawn[i]);
      self->requests[i].chart = NULL;
    }
  g_clear_pointer (&self->composite, gsk_render_node_unref);
}
