/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-chart-page-private.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-settings.h"

/* Widths in logical pixels at which the toolbars change (design: screens, section 1), with some play. */
#define WIDE PALPATE_CHART_PAGE_WIDE
#define MIDDLE 430
#define PLAY 20

/* The toolbar of the zoom, and what is kept free beside it. */
#define ZOOM_WIDTH 190

/* What the toolbars at the top take without the words. */
#define TOP_ICONS_WIDTH 346

#define FRONT_AND_BACK "front-and-back"
#define PAIR "pair"

enum { MODE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalpateChartPage, palpate_chart_page, GTK_TYPE_WIDGET)

static void
scheme_changed_cb (PalpateChartPage *self)
{
  palpate_chart_view_set_scheme (self->views[0], palpate_chart_view_current_scheme ());
  palpate_chart_view_set_scheme (self->views[1], palpate_chart_view_current_scheme ());
  palpate_chart_view_set_scheme (self->inset, palpate_chart_view_current_scheme ());
}

static double
current_depth (PalpateChartPage *self)
{
  return 3 - gtk_adjustment_get_value (self->depth_adjustment);
}

static void
depth_changed_cb (PalpateChartPage *self)
{
  const double depth = current_depth (self);

  palpate_chart_view_set_depth (self->views[0], depth);
  palpate_chart_view_set_depth (self->views[1], depth);
  palpate_chart_view_set_depth (self->inset, depth);
  g_settings_set_int (self->settings, PALPATE_KEY_LAYER, (int) (depth + 0.5));
}

static void
danger_changed_cb (PalpateChartPage *self)
{
  const gboolean show_danger = g_settings_get_boolean (self->settings, PALPATE_KEY_SHOW_DANGER);

  palpate_chart_view_set_show_danger (self->views[0], show_danger);
  palpate_chart_view_set_show_danger (self->views[1], show_danger);
}

static void
inset_clicked_cb (PalpateChartPage *self)
{
  palpate_chart_page_set_mode (self, palpate_view_to_id (palpate_chart_view_get_view (self->inset)));
  palpate_chart_view_zoom_to_shown (self->views[0], FALSE);
}

/* Shows one view, or two beside each other. */
void
palpate_chart_page_show_views (PalpateChartPage *self,
                               PalpateView       first,
                               PalpateView       second)
{
  palpate_chart_view_set_view (self->views[0], first);
  gtk_widget_set_visible (GTK_WIDGET (self->views[1]), second != PALPATE_N_VIEWS);
  if (second != PALPATE_N_VIEWS)
    palpate_chart_view_set_view (self->views[1], second);
  gtk_widget_set_visible (self->inset_button, FALSE);
}

void
palpate_chart_page_set_mode_name (PalpateChartPage *self,
                                  const char       *mode,
                                  const char       *label)
{
  g_free (self->mode);
  self->mode = g_strdup (mode);
  gtk_menu_button_set_label (self->view_menu_button, label);
  g_signal_emit (self, signals[MODE_CHANGED], 0);
}

void
palpate_chart_page_show_pair (PalpateChartPage *self,
                              PalpateView       first,
                              PalpateView       second)
{
  /* Translators: two views of the body beside each other, "Back and Left side" */
  g_autofree char *label = g_strdup_printf (_("%s and %s"), palpate_view_get_name (first), palpate_view_get_name (second));

  palpate_chart_page_show_views (self, first, second);
  palpate_chart_page_set_mode_name (self, PAIR, label);
}

/**
 * palpate_chart_page_set_mode:
 * @mode: `front-and-back`, or the id of a view
 *
 * Shows what the person chose, whole. Returns: whether there is such a mode
 */
gboolean
palpate_chart_page_set_mode (PalpateChartPage *self,
                             const char       *mode)
{
  PalpateView view;

  g_return_val_if_fail (PALPATE_IS_CHART_PAGE (self), FALSE);

  if (g_str_equal (mode, FRONT_AND_BACK))
    {
      palpate_chart_page_show_views (self, PALPATE_VIEW_FRONT, PALPATE_VIEW_BACK);
      palpate_chart_page_set_mode_name (self, mode, _("Front and back"));
    }
  else if (palpate_view_from_id (mode, &view))
    {
      palpate_chart_page_show_views (self, view, PALPATE_N_VIEWS);
      palpate_chart_page_set_mode_name (self, mode, palpate_view_get_name (view));
    }
  else
    {
      return FALSE;
    }
  if (!g_str_equal (mode, self->base_mode) && !(palpate_view_from_id (mode, &view) && palpate_view_is_close_up (view)))
    {
      g_free (self->base_mode);
      self->base_mode = g_strdup (mode);
      g_settings_set_string (self->settings, PALPATE_KEY_VIEW, mode);
    }
  palpate_chart_page_zoom_to_fit (self);
  return TRUE;
}

/**
 * palpate_chart_page_get_mode:
 *
 * Returns: (transfer none): what is shown; `pair` for two views that a pattern asked for
 */
const char *
palpate_chart_page_get_mode (PalpateChartPage *self)
{
  return self->mode;
}

/* In a small view a button that can do nothing would only cover the body. */
static void
show_mark_button (GtkWidget        *button,
                  PalpateChartPage *self)
{
  gtk_widget_set_visible (button, self->width_class >= 1 || gtk_widget_get_sensitive (button));
}

static void
sensitive_cb (GtkWidget        *button,
              GParamSpec       *pspec,
              PalpateChartPage *self)
{
  show_mark_button (button, self);
}

/* Which toolbars fit; changed on the next idle, for a layout must not change itself. */
static gboolean
layout_cb (gpointer user_data)
{
  PalpateChartPage *self = user_data;

  self->layout_id = 0;
  gtk_widget_set_visible (self->view_buttons, self->width_class == 2);
  gtk_widget_set_visible (GTK_WIDGET (self->view_menu_button), self->width_class < 2);
  adw_button_content_set_label (self->several_content, self->width_class >= 1 ? _("Mark several") : "");
  adw_button_content_set_label (self->paint_content, self->width_class >= 1 ? _("Paint") : "");
  adw_button_content_set_label (self->layers_content, self->width_class >= 1 ? _("Layers") : "");
  show_mark_button (self->undo_button, self);
  show_mark_button (self->redo_button, self);
  show_mark_button (self->clear_button, self);
  if (self->width_class == 0)   /* higher than the chart, it would stand out over what lies above */
    gtk_widget_set_visible (self->inset_button, FALSE);
  return G_SOURCE_REMOVE;
}

/* How wide the buttons of the views are in this language, shown or not. */
static int
view_buttons_width (PalpateChartPage *self)
{
  int width = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->view_buttons); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      width += natural;
    }
  return width;
}

/* How wide the toolbars at the top are in this language, with the eraser and with all words, shown or not. */
static int
top_toolbars_width (PalpateChartPage *self)
{
  const char *const words[] = { _("Mark several"), _("Paint"), _("Layers") };
  int width = TOP_ICONS_WIDTH;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->several_content), words[i]);
      int word = 0;

      pango_layout_get_pixel_size (layout, &word, NULL);
      width += word;
    }
  return width;
}

/* Larger text needs more room; a low view has none for labels. */
static int
class_of_size (PalpateChartPage *self,
               int               width,
               int               height,
               int               play)
{
  const double factor = palpate_compat_get_text_scale (GTK_WIDGET (self));

  if (width < MAX (MIDDLE * factor, top_toolbars_width (self)) + play || height < PALPATE_CHART_VIEW_LOW + play)
    return 0;
  return width >= MAX (WIDE * factor, view_buttons_width (self) + ZOOM_WIDTH) + play ? 2 : 1;
}

static void
palpate_chart_page_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PalpateChartPage *self = PALPATE_CHART_PAGE (widget);
  const int now = self->width_class;

  /* leaving a class downwards happens at its border, upwards a little beyond */
  if (class_of_size (self, width, height, 0) < now || class_of_size (self, width, height, PLAY) > now)
    {
      self->width_class = class_of_size (self, width, height, 0);
      g_clear_handle_id (&self->layout_id, g_source_remove);
      self->layout_id = g_idle_add (layout_cb, self);
    }
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
}

static void
palpate_chart_page_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (PALPATE_CHART_PAGE (widget)->overlay, orientation, for_size, minimum, natural, NULL, NULL);
  /* two views are only offered where they fit, so they do not keep the window wide */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 320);
}

static void
palpate_chart_page_dispose (GObject *object)
{
  PalpateChartPage *self = PALPATE_CHART_PAGE (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_object (&self->explorer);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PALPATE_TYPE_CHART_PAGE);

  G_OBJECT_CLASS (palpate_chart_page_parent_class)->dispose (object);
}

static void
palpate_chart_page_finalize (GObject *object)
{
  PalpateChartPage *self = PALPATE_CHART_PAGE (object);

  g_free (self->mode);
  g_free (self->base_mode);
  palpate_painting_unref (self->followed);

  G_OBJECT_CLASS (palpate_chart_page_parent_class)->finalize (object);
}

static void
palpate_chart_page_class_init (PalpateChartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_chart_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = palpate_chart_page_finalize;
  widget_class->size_allocate = palpate_chart_page_size_allocate;
  widget_class->measure = palpate_chart_page_measure;

  signals[MODE_CHANGED] = g_signal_new ("mode-changed", PALPATE_TYPE_CHART_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/chart-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, overlay);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, views_box);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, several_content);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, paint_content);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, erase_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, sensitive_cb);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, layers_content);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, pair_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, view_buttons);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, view_menu_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, close_ups_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, depth_adjustment);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, inset_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, inset_box);
  gtk_widget_class_bind_template_child (widget_class, PalpateChartPage, inset_label);
}

static void
palpate_chart_page_init (PalpateChartPage *self)
{
  self->width_class = 2;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * palpate_chart_page_setup:
 *
 * Gives the page what it shows, and restores the last view and layer.
 */
void
palpate_chart_page_setup (PalpateChartPage *self,
                          PalpateExplorer  *explorer,
                          GSettings        *settings)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autofree char *mode = g_settings_get_string (settings, PALPATE_KEY_VIEW);

  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  self->settings = g_object_ref (settings);
  self->base_mode = g_strdup (FRONT_AND_BACK);
  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    {
      self->views[i] = PALPATE_CHART_VIEW (palpate_chart_view_new (explorer));
      gtk_box_append (self->views_box, GTK_WIDGET (self->views[i]));
    }
  self->inset = PALPATE_CHART_VIEW (palpate_chart_view_new_passive (explorer));
  gtk_box_prepend (self->inset_box, GTK_WIDGET (self->inset));
  g_signal_connect_object (self->inset_button, "clicked", G_CALLBACK (inset_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_SHOW_DANGER, G_CALLBACK (danger_changed_cb), self, G_CONNECT_SWAPPED);
  scheme_changed_cb (self);
  danger_changed_cb (self);
  gtk_adjustment_set_value (self->depth_adjustment, 3 - g_settings_get_int (settings, PALPATE_KEY_LAYER));
  depth_changed_cb (self);
  g_signal_connect_object (self->depth_adjustment, "value-changed", G_CALLBACK (depth_changed_cb), self, G_CONNECT_SWAPPED);
  if (!palpate_chart_page_set_mode (self, mode))
    palpate_chart_page_set_mode (self, FRONT_AND_BACK);
}

static PalpateChartView *
active_view (PalpateChartPage *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->views_box));

  return PALPATE_IS_CHART_VIEW (focus) ? PALPATE_CHART_VIEW (focus) : NULL;
}

void
palpate_chart_page_zoom_by (PalpateChartPage *self,
                            double            factor)
{
  PalpateChartView *view;

  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  view = active_view (self);
  if (view != NULL || !gtk_widget_get_visible (GTK_WIDGET (self->views[1])))
    {
      palpate_chart_view_zoom_by (view != NULL ? view : self->views[0], factor);
      return;
    }
  palpate_chart_view_zoom_by (self->views[0], factor);
  palpate_chart_view_zoom_by (self->views[1], factor);
}

void
palpate_chart_page_zoom_to_fit (PalpateChartPage *self)
{
  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  palpate_chart_view_zoom_to_fit (self->views[0], TRUE);
  palpate_chart_view_zoom_to_fit (self->views[1], TRUE);
}

void
palpate_chart_page_pan_by (PalpateChartPage *self,
                           double            dx,
                           double            dy)
{
  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  palpate_chart_view_pan_by (active_view (self) != NULL ? active_view (self) : self->views[0], dx, dy);
}

/**
 * palpate_chart_page_set_brush:
 *
 * What a press on the body does from now on; the eraser is offered while anything paints.
 */
void
palpate_chart_page_set_brush (PalpateChartPage *self,
                              PalpateBrush      brush)
{
  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  self->brush = brush;
  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    palpate_chart_view_set_brush (self->views[i], brush);
  gtk_widget_set_visible (self->erase_button, brush != PALPATE_BRUSH_NONE);
}

/**
 * palpate_chart_page_step_depth:
 * @steps: 1 goes one layer deeper, -1 one higher
 */
void
palpate_chart_page_step_depth (PalpateChartPage *self,
                               int               steps)
{
  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  gtk_adjustment_set_value (self->depth_adjustment, (int) (gtk_adjustment_get_value (self->depth_adjustment) + 0.5) + steps);
}

void
palpate_chart_page_open_close_ups (PalpateChartPage *self)
{
  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  gtk_menu_button_popup (self->width_class == 2 ? self->close_ups_button : self->view_menu_button);
}

void
palpate_chart_page_focus (PalpateChartPage *self)
{
  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->views_box), GTK_DIR_TAB_FORWARD);
}

/**
 * palpate_chart_page_get_views:
 * @views: (out): the one or two views that are shown; the second may be %NULL
 */
void
palpate_chart_page_get_views (PalpateChartPage *self,
                              PalpateChartView *views[2])
{
  views[0] = self->views[0];
  views[1] = gtk_widget_get_visible (GTK_WIDGET (self->views[1])) ? self->views[1] : NULL;
}

gboolean
palpate_chart_page_shows_drawing (PalpateChartPage *self)
{
  PalpateChartView *views[2];

  palpate_chart_page_get_views (self, views);
  return palpate_chart_view_shows_drawing (views[0]) && (views[1] == NULL || palpate_chart_view_shows_drawing (views[1]));
}

gboolean
palpate_chart_page_is_complete (PalpateChartPage *self)
{
  PalpateChartView *views[2];

  palpate_chart_page_get_views (self, views);
  return palpate_chart_view_is_complete (views[0]) && (views[1] == NULL || palpate_chart_view_is_complete (views[1]));
}
