/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-figure-view.h"

#include <math.h>

#include "palpate-chart-view.h"
#include "palpate-compat.h"
#include "palpate-picture.h"

/* Logical pixels; and the room, in chart units, that is left round what is shown. */
#define HEIGHT 300
#define ROOM 40.0
#define LEAST_HEIGHT 260.0

/* Muscles are softened, so that the marks stand out (design: screens, section 3). */
#define SOFT 0.62

struct _PalpateFigureView {
  GtkWidget parent_instance;

  /* owned */
  PalpateChartSet *charts;
  GArray          *places;        /* of PalpatePlace */
  GArray          *points;        /* of PalpateSidedPoint */
  GdkTexture      *texture;
  GCancellable    *cancellable;   /* of the drawing under way */

  PalpateView view;
  int         drawn_width;        /* what was last asked for, in device pixels */
  int         drawn_height;
};

G_DEFINE_FINAL_TYPE (PalpateFigureView, palpate_figure_view, GTK_TYPE_WIDGET)

/* What a worker gets: nothing in it changes. */
typedef struct {
  PalpateChartSet *charts;
  GArray          *places;
  GArray          *points;
  PalpateView      view;
  PalpateScheme    scheme;
  PalpateBox       box;
  int              width;
  int              height;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->charts);
  g_array_unref (job->places);
  g_array_unref (job->points);
  g_free (job);
}

static void
unite (PalpateBox        *box,
       const PalpateMark *mark)
{
  PalpateBox other;
  double right, bottom;

  if (mark == NULL)
    return;
  other = palpate_path_get_box (mark->path);
  if (box->width <= 0)
    {
      *box = other;
      return;
    }
  right = MAX (box->x + box->width, other.x + other.width);
  bottom = MAX (box->y + box->height, other.y + other.height);
  box->x = MIN (box->x, other.x);
  box->y = MIN (box->y, other.y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

/* The part of the chart that shows every mark, in the shape of the widget; the whole figure if there are none. */
static PalpateBox
find_box (PalpateFigureView *self,
          PalpateChart      *chart,
          double             aspect)
{
  static const PalpateMarkKind kinds[] = { PALPATE_MARK_POINT, PALPATE_MARK_ZONE_ESSENTIAL, PALPATE_MARK_ZONE_SPILLOVER };
  PalpateBox box = { 0 };
  double height;

  for (guint i = 0; i < self->places->len; i++)
    {
      const PalpatePlace *place = &g_array_index (self->places, PalpatePlace, i);

      unite (&box, palpate_chart_get_mark (chart, PALPATE_MARK_REGION, place->region, place->side));
    }
  for (guint i = 0; i < self->points->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        const PalpateSidedPoint *source = &g_array_index (self->points, PalpateSidedPoint, i);

        unite (&box, palpate_chart_get_mark (chart, kinds[k], source->point->id, source->side));
      }
  if (box.width <= 0)
    box = palpate_chart_get_frame (chart);
  height = MAX (MAX (box.height + 2 * ROOM, (box.width + 2 * ROOM) / aspect), LEAST_HEIGHT);
  return (PalpateBox) { box.x + box.width / 2 - height * aspect / 2, box.y + box.height / 2 - height / 2, height * aspect, height };
}

static void
draw_figure (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job *job = task_data;
  const PalpatePicture picture = {
    .view = job->view,
    .scheme = job->scheme,
    .places = (const PalpatePlace *) (gconstpointer) job->places->data,
    .n_places = job->places->len,
    .points = (const PalpateSidedPoint *) (gconstpointer) job->points->data,
    .n_points = job->points->len,
    .layers = { [PALPATE_LAYER_SKIN] = 1, [PALPATE_LAYER_MUSCLES] = SOFT },
  };
  cairo_surface_t *surface;
  cairo_t *cr;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, job->width, job->height);
  cr = cairo_create (surface);
  cairo_scale (cr, job->width / job->box.width, job->height / job->box.height);
  palpate_picture_draw_part (&picture, job->charts, &job->box, job->box.height / HEIGHT, cr, &error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  if (error == NULL)
    {
      const gsize stride = cairo_image_surface_get_stride (surface);
      g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), job->height * stride,
                                                             (GDestroyNotify) cairo_surface_destroy, surface);

      g_task_return_pointer (task, gdk_memory_texture_new (job->width, job->height, GDK_MEMORY_DEFAULT, bytes, stride), g_object_unref);
      return;
    }
  cairo_surface_destroy (surface);
  g_task_return_error (task, error);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  PalpateFigureView *self = PALPATE_FIGURE_VIEW (object);
  g_autoptr (GError) error = NULL;
  GdkTexture *texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);
  self->texture = texture;
  if (texture == NULL)   /* the text stands without it */
    {
      g_message ("%s", error->message);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
request (PalpateFigureView *self)
{
  const double factor = palpate_compat_get_scale (GTK_WIDGET (self));
  const int width = (int) ceil (gtk_widget_get_width (GTK_WIDGET (self)) * factor);
  const int height = (int) ceil (gtk_widget_get_height (GTK_WIDGET (self)) * factor);
  PalpateChart *chart = palpate_chart_set_get (self->charts, self->view, NULL);
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (width <= 0 || height <= 0 || chart == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->drawn_width = width;
  self->drawn_height = height;
  job = g_new0 (Job, 1);
  job->charts = g_object_ref (self->charts);
  job->places = g_array_ref (self->places);
  job->points = g_array_ref (self->points);
  job->view = self->view;
  job->scheme = palpate_chart_view_current_scheme ();
  job->box = find_box (self, chart, (double) width / height);
  job->width = width;
  job->height = height;
  task = g_task_new (self, self->cancellable, drawn_cb, NULL);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, draw_figure);
}

static void
palpate_figure_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 200;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 2 * HEIGHT;
}

static void
palpate_figure_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  PalpateFigureView *self = PALPATE_FIGURE_VIEW (widget);
  const double factor = palpate_compat_get_scale (widget);

  if ((int) ceil (width * factor) != self->drawn_width || (int) ceil (height * factor) != self->drawn_height)
    request (self);
}

static void
palpate_figure_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PalpateFigureView *self = PALPATE_FIGURE_VIEW (widget);
  GskRoundedRect bounds;

  if (self->texture == NULL)
    return;
  gsk_rounded_rect_init_from_rect (&bounds, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)), 12);
  gtk_snapshot_push_rounded_clip (snapshot, &bounds);
  gtk_snapshot_append_texture (snapshot, self->texture, &bounds.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
palpate_figure_view_dispose (GObject *object)
{
  PalpateFigureView *self = PALPATE_FIGURE_VIEW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->texture);
  g_clear_object (&self->charts);
  g_clear_pointer (&self->places, g_array_unref);
  g_clear_pointer (&self->points, g_array_unref);

  G_OBJECT_CLASS (palpate_figure_view_parent_class)->dispose (object);
}

static void
palpate_figure_view_class_init (PalpateFigureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_figure_view_dispose;
  widget_class->measure = palpate_figure_view_measure;
  widget_class->size_allocate = palpate_figure_view_size_allocate;
  widget_class->snapshot = palpate_figure_view_snapshot;
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
palpate_figure_view_init (PalpateFigureView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->places = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  self->points = g_array_new (FALSE, FALSE, sizeof (PalpateSidedPoint));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (request), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (request), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (request), NULL);
}

/* What it shows, for who cannot see it. */
static void
describe (PalpateFigureView *self,
          PalpateExplorer   *explorer)
{
  g_autoptr (GString) text = g_string_new (palpate_view_get_name (self->view));

  for (guint i = 0; i < self->places->len; i++)
    {
      g_autofree char *place = palpate_atlas_describe_place (palpate_explorer_get_atlas (explorer), g_array_index (self->places, PalpatePlace, i));

      g_string_append_printf (text, "; %s", place);
    }
  for (guint i = 0; i < self->points->len; i++)
    {
      g_autofree char *point = palpate_explorer_describe_sided_point (explorer, g_array_index (self->points, PalpateSidedPoint, i));

      g_string_append_printf (text, "; %s", point);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

/**
 * palpate_figure_view_new:
 * @figure: of a page to learn from; points and places are shown on the left side
 */
GtkWidget *
palpate_figure_view_new (PalpateExplorer     *explorer,
                         const PalpateFigure *figure)
{
  PalpateFigureView *self = g_object_new (PALPATE_TYPE_FIGURE_VIEW, NULL);
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);

  self->charts = g_object_ref (palpate_explorer_get_charts (explorer));
  if (!palpate_view_from_id (figure->view, &self->view))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  for (const char *const *id = figure->regions; *id != NULL; id++)
    {
      const PalpateRegion *region = palpate_atlas_get_region (atlas, *id);
      const PalpatePlace place = { g_intern_string (*id), region->sided ? PALPATE_SIDE_LEFT : PALPATE_SIDE_NONE };

      g_array_append_val (self->places, place);
    }
  for (const char *const *id = figure->points; *id != NULL; id++)
    {
      const PalpateSidedPoint point = { palpate_atlas_get_point (atlas, *id), PALPATE_SIDE_LEFT };

      g_array_append_val (self->points, point);
    }
  describe (self, explorer);
  return GTK_WIDGET (self);
}
