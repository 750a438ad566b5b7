/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "palpate"

#include "palpate-chart-page.h"

#include <glib/gi18n.h>

#include "palpate-settings.h"

/* Widths in logical pixels at which the toolbars change (design: screens, section 1), with some play. */
#define WIDE 640
#define MIDDLE 430
#define PLAY 20

/* A second view is worth showing if it has this much of what the best one has. */
#define PAIR_SHARE 0.3
#define INSET_SHARE 0.25

#define FRONT_AND_BACK "front-and-back"
#define PAIR "pair"

struct _PalpateChartPage {
  GtkWidget parent_instance;

  /* template children */
  GtkWidget        *overlay;
  GtkBox           *views_box;
  AdwButtonContent *several_content;
  AdwButtonContent *layers_content;
  GtkToggleButton  *pair_button;
  GtkWidget        *view_buttons;
  GtkMenuButton    *view_menu_button;
  GtkMenuButton    *close_ups_button;
  GtkAdjustment    *depth_adjustment;
  GtkWidget        *inset_button;
  GtkBox           *inset_box;
  GtkLabel         *inset_label;

  /* owned */
  PalpateExplorer  *explorer;
  GSettings        *settings;
  char             *mode;         /* what is shown: `front-and-back`, a view, or `pair` */
  char             *base_mode;    /* what the person chose */

  /* children of views_box and inset_box */
  PalpateChartView *views[2];
  PalpateChartView *inset;

  guint             layout_id;
  int               width_class;
};

enum { MODE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalpateChartPage, palpate_chart_page, GTK_TYPE_WIDGET)

static PalpateScheme
current_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? PALPATE_SCHEME_DARK_HC : PALPATE_SCHEME_LIGHT_HC;
  return adw_style_manager_get_dark (manager) ? PALPATE_SCHEME_DARK : PALPATE_SCHEME_LIGHT;
}

static void
scheme_changed_cb (PalpateChartPage *self)
{
  palpate_chart_view_set_scheme (self->views[0], current_scheme ());
  palpate_chart_view_set_scheme (self->views[1], current_scheme ());
  palpate_chart_view_set_scheme (self->inset, current_scheme ());
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
static void
show_views (PalpateChartPage *self,
            PalpateView       first,
            PalpateView       second)
{
  palpate_chart_view_set_view (self->views[0], first);
  gtk_widget_set_visible (GTK_WIDGET (self->views[1]), second != PALPATE_N_VIEWS);
  if (second != PALPATE_N_VIEWS)
    palpate_chart_view_set_view (self->views[1], second);
  gtk_widget_set_visible (self->inset_button, FALSE);
}

static void
set_mode_name (PalpateChartPage *self,
               const char       *mode,
               const char       *label)
{
  g_free (self->mode);
  self->mode = g_strdup (mode);
  gtk_menu_button_set_label (self->view_menu_button, label);
  g_signal_emit (self, signals[MODE_CHANGED], 0);
}

static void
show_pair (PalpateChartPage *self,
           PalpateView       first,
           PalpateView       second)
{
  /* Translators: two views of the body beside each other, "Back and Left side" */
  g_autofree char *label = g_strdup_printf (_("%s and %s"), palpate_view_get_name (first), palpate_view_get_name (second));

  show_views (self, first, second);
  set_mode_name (self, PAIR, label);
}

/* How much of what the person looks at a view shows, in square units. */
static double
shown_area (PalpateChartPage *self,
            PalpateView       view)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);
  PalpateChart *chart = palpate_chart_set_get (palpate_explorer_get_charts (self->explorer), view, NULL);
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  double area = 0;

  if (chart == NULL)
    return 0;
  if (opened != NULL)
    {
      const PalpateMark *core = palpate_chart_get_mark (chart, PALPATE_MARK_ZONE_ESSENTIAL, opened->point->id, opened->side);
      const PalpateMark *spill = palpate_chart_get_mark (chart, PALPATE_MARK_ZONE_SPILLOVER, opened->point->id, opened->side);

      area += core != NULL ? palpate_path_get_area (core->path) : 0;
      area += spill != NULL ? palpate_path_get_area (spill->path) / 3 : 0;
      return area;
    }
  for (guint i = 0; i < n_places; i++)
    {
      const PalpateMark *region = palpate_chart_get_mark (chart, PALPATE_MARK_REGION, places[i].region, places[i].side);

      area += region != NULL ? palpate_path_get_area (region->path) : 0;
    }
  return area;
}

static gboolean
shows_point (PalpateChartPage *self,
             PalpateView       view)
{
  const PalpateSidedPoint *opened = palpate_explorer_get_opened (self->explorer);

  return opened != NULL
         && palpate_chart_set_shows (palpate_explorer_get_charts (self->explorer), view, PALPATE_MARK_POINT, opened->point->id, opened->side);
}

/* The whole-body views that show most, the best one first; a view with the point itself is preferred. */
static double
best_views (PalpateChartPage *self,
            PalpateView       best[2])
{
  double areas[2] = { 0, 0 };

  best[0] = best[1] = PALPATE_N_VIEWS;
  for (PalpateView view = PALPATE_VIEW_FRONT; view <= PALPATE_VIEW_RIGHT; view++)
    {
      const double area = shown_area (self, view) * (shows_point (self, view) ? 3 : 1) + (shows_point (self, view) ? 1 : 0);

      if (area > areas[0])
        {
          areas[1] = areas[0];
          best[1] = best[0];
          areas[0] = area;
          best[0] = view;
        }
      else if (area > areas[1])
        {
          areas[1] = area;
          best[1] = view;
        }
    }
  if (best[0] == PALPATE_N_VIEWS)
    return 0;
  return best[1] != PALPATE_N_VIEWS ? shown_area (self, best[1]) / MAX (shown_area (self, best[0]), 1) : 0;
}

static gboolean
has_room_for_two (PalpateChartPage *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width == 0 || width >= WIDE;
}

static void
zoom_views (PalpateChartPage *self)
{
  palpate_chart_view_zoom_to_shown (self->views[0], TRUE);
  if (gtk_widget_get_visible (GTK_WIDGET (self->views[1])))
    palpate_chart_view_zoom_to_shown (self->views[1], TRUE);
}

static void
follow_point (PalpateChartPage *self)
{
  PalpateView best[2];
  const double share = best_views (self, best);

  if (best[0] == PALPATE_N_VIEWS)
    return;
  if (share >= PAIR_SHARE && has_room_for_two (self))
    {
      show_pair (self, MIN (best[0], best[1]), MAX (best[0], best[1]));
    }
  else
    {
      show_views (self, best[0], PALPATE_N_VIEWS);
      set_mode_name (self, palpate_view_to_id (best[0]), palpate_view_get_name (best[0]));
    }
  zoom_views (self);
}

static gboolean
view_shows_place (PalpateChartPage *self,
                  PalpateChartView *view,
                  PalpatePlace      place)
{
  return gtk_widget_get_visible (GTK_WIDGET (view))
         && palpate_chart_set_shows (palpate_explorer_get_charts (self->explorer), palpate_chart_view_get_view (view),
                                     PALPATE_MARK_REGION, place.region, place.side);
}

static void
show_inset (PalpateChartPage *self,
            PalpateView       view)
{
  /* Translators: %s is a view of the body, "Left side" */
  g_autofree char *label = g_strdup_printf (_("Also seen: %s"), palpate_view_get_name (view));

  palpate_chart_view_set_view (self->inset, view);
  palpate_chart_view_zoom_to_shown (self->inset, FALSE);
  gtk_label_set_label (self->inset_label, label);
  gtk_widget_set_tooltip_text (self->inset_button, label);
  gtk_widget_set_visible (self->inset_button, has_room_for_two (self));
}

static void
follow_one_place (PalpateChartPage *self,
                  PalpatePlace      place)
{
  PalpateView best[2], view = PALPATE_N_VIEWS;

  best_views (self, best);
  /* the view that the person looks at, if it shows enough */
  for (guint i = 0; i < G_N_ELEMENTS (self->views); i++)
    if (view_shows_place (self, self->views[i], place)
        && (view == PALPATE_N_VIEWS || shown_area (self, palpate_chart_view_get_view (self->views[i])) > shown_area (self, view)))
      view = palpate_chart_view_get_view (self->views[i]);
  if (view == PALPATE_N_VIEWS || (best[0] != PALPATE_N_VIEWS && shown_area (self, view) < 0.3 * shown_area (self, best[0])))
    view = best[0];
  if (view == PALPATE_N_VIEWS
      && !palpate_chart_set_find_view (palpate_explorer_get_charts (self->explorer), PALPATE_MARK_REGION, place.region, place.side, &view))
    return;   /* a place of the list only */
  show_views (self, view, PALPATE_N_VIEWS);
  set_mode_name (self, palpate_view_to_id (view), palpate_view_get_name (view));
  zoom_views (self);
  for (guint i = 0; i < G_N_ELEMENTS (best); i++)
    if (best[i] != PALPATE_N_VIEWS && best[i] != view && shown_area (self, best[i]) > INSET_SHARE * shown_area (self, view))
      {
        show_inset (self, best[i]);
        break;
      }
}

static void
follow_places (PalpateChartPage *self,
               gboolean          marks_several)
{
  PalpateView best[2];
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  gboolean all_shown = n_places > 0;

  for (guint i = 0; i < n_places; i++)
    all_shown &= view_shows_place (self, self->views[0], places[i]) || view_shows_place (self, self->views[1], places[i]);
  if (marks_several && all_shown)
    return;   /* the next place shall still be in sight */
  if (n_places == 1)
    {
      follow_one_place (self, places[0]);
      return;
    }
  if (all_shown)
    {
      zoom_views (self);
      return;
    }
  best_views (self, best);
  if (best[0] == PALPATE_N_VIEWS)
    return;
  if (best[1] != PALPATE_N_VIEWS && has_room_for_two (self))
    show_pair (self, MIN (best[0], best[1]), MAX (best[0], best[1]));
  zoom_views (self);
}

/**
 * palpate_chart_page_follow:
 * @marks_several: the person is marking several places, so the views stay as they are if they can
 *
 * Shows what the panel is about.
 */
void
palpate_chart_page_follow (PalpateChartPage      *self,
                           const PalpateLocation *location,
                           gboolean               marks_several)
{
  guint n_places;

  g_return_if_fail (PALPATE_IS_CHART_PAGE (self));

  palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  if (location->kind == PALPATE_PAGE_POINT)
    follow_point (self);
  else if (location->kind == PALPATE_PAGE_PLACES && n_places > 0)
    follow_places (self, marks_several);
  else if (location->kind == PALPATE_PAGE_START || (location->kind == PALPATE_PAGE_PLACES && n_places == 0))
    palpate_chart_page_set_mode (self, self->base_mode);
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
      show_views (self, PALPATE_VIEW_FRONT, PALPATE_VIEW_BACK);
      set_mode_name (self, mode, _("Front and back"));
    }
  else if (palpate_view_from_id (mode, &view))
    {
      show_views (self, view, PALPATE_N_VIEWS);
      set_mode_name (self, mode, palpate_view_get_name (view));
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

/* Which toolbars fit; changed on the next idle, for a layout must not change itself. */
static gboolean
layout_cb (gpointer user_data)
{
  PalpateChartPage *self = user_data;

  self->layout_id = 0;
  gtk_widget_set_visible (self->view_buttons, self->width_class == 2);
  gtk_widget_set_visible (GTK_WIDGET (self->view_menu_button), self->width_class < 2);
  adw_button_content_set_label (self->several_content, self->width_class >= 1 ? _("Mark several") : "");
  adw_button_content_set_label (self->layers_content, self->width_class >= 1 ? _("Layers") : "");
  return G_SOURCE_REMOVE;
}

static int
class_of_width (int width,
                int play)
{
  return width >= WIDE + play ? 2 : width >= MIDDLE + play ? 1 : 0;
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
  if (class_of_width (width, 0) < now || class_of_width (width, PLAY) > now)
    {
      self->width_class = class_of_width (width, 0);
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
