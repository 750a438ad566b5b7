/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-chart-view-private.h"
#include "palpate-text.h"

#include <glib/gi18n.h>

/* Logical pixels of a picture, and of an inset on a small chart. */
#define PICTURE_WIDTH 200
#define PICTURE_HEIGHT 236
#define INSET_WIDTH 150
#define INSET_HEIGHT 176

G_DEFINE_FINAL_TYPE (PalpateChartView, palpate_chart_view, GTK_TYPE_WIDGET)

static void
palpate_chart_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (widget);
  int child = 0;

  if (self->is_picture)
    {
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? PICTURE_WIDTH : PICTURE_HEIGHT;
      return;
    }
  if (self->is_passive)
    {
      *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? INSET_WIDTH : INSET_HEIGHT;
      return;
    }
  gtk_widget_measure (self->caption, orientation, -1, &child, NULL, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (child, 160) : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 430 : 700;
}

static void
place_clicked_cb (PalpateMarkButton *button,
                  PalpateChartView  *self)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (button);
  const PalpatePlace place = { g_intern_string (mark->id), mark->side };
  const gboolean keep = (palpate_mark_button_get_modifiers (button) & GDK_CONTROL_MASK) != 0;
  g_autofree char *id = palpate_place_to_id (place);

  if (palpate_chart_view_zoom_to_reachable (self, mark))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.mark", "(sb)", id, keep);
}

static void
point_clicked_cb (PalpateMarkButton *button,
                  PalpateChartView  *self)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (button);
  g_autofree char *location = g_strdup_printf ("point/%s/%s", mark->id, palpate_side_to_id (mark->side));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "s", location);
}

static void
button_focus_cb (GtkWidget        *button,
                 GParamSpec       *pspec,
                 PalpateChartView *self)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (PALPATE_MARK_BUTTON (button));
  GtkRoot *root = gtk_widget_get_root (button);
  PalpatePlace place = { NULL, PALPATE_SIDE_NONE };

  if (root == NULL)   /* on its way out, with the view that it stood in */
    return;
  if (gtk_widget_has_focus (button))
    {
      place = (PalpatePlace) { g_intern_string (mark->id), mark->side };
      self->last_focus = place;
    }
  if (gtk_window_get_focus_visible (GTK_WINDOW (root)) || place.region == NULL)
    palpate_explorer_set_hovered (self->explorer, place);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PalpatePlace
place_of (PalpateMarkButton *button)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (button);

  return (PalpatePlace) { g_intern_string (mark->id), mark->side };
}

static gboolean
is_marked_button (PalpateChartView  *self,
                  PalpateMarkButton *button)
{
  return palpate_marks_contains (palpate_explorer_get_marks (self->explorer), place_of (button));
}

static void
describe_region_button (PalpateChartView  *self,
                        PalpateMarkButton *button)
{
  const PalpatePlace place = place_of (button);
  const gboolean is_marked = is_marked_button (self, button);
  const guint n_sources = palpate_explorer_count_sources (self->explorer, place.region);
  g_autofree char *name = palpate_atlas_describe_place (palpate_explorer_get_atlas (self->explorer), place);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u possible source", "%u possible sources", n_sources), n_sources);
  g_autofree char *description = g_strdup_printf ("%s. %s.", sources, is_marked ? _("Marked") : _("Not marked"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  palpate_mark_button_set_pressed (button, is_marked);
}

static void
remove_buttons (GPtrArray *buttons)
{
  for (guint i = 0; i < buttons->len; i++)
    gtk_widget_unparent (g_ptr_array_index (buttons, i));
  g_ptr_array_set_size (buttons, 0);
}

static void
add_region_buttons (PalpateChartView *self)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (self->explorer);
  GPtrArray *marks = palpate_chart_get_marks (self->chart, PALPATE_MARK_REGION);

  for (guint i = 0; i < marks->len; i++)
    {
      const PalpateMark *mark = g_ptr_array_index (marks, i);
      GtkWidget *button;

      if (palpate_atlas_get_region (atlas, mark->id) == NULL)
        {
          g_warning ("%s: the chart shows a region that the content does not know", mark->id);
          continue;
        }
      button = palpate_mark_button_new (mark);
      g_signal_connect_object (button, "clicked", G_CALLBACK (place_clicked_cb), self, 0);
      g_signal_connect_object (button, "notify::has-focus", G_CALLBACK (button_focus_cb), self, 0);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->region_buttons, button);
      describe_region_button (self, PALPATE_MARK_BUTTON (button));
    }
}

static gboolean
painted_cb (gpointer user_data)
{
  PalpateChartView *self = user_data;

  self->painted_id = 0;
  self->waits_for_paint = FALSE;
  palpate_chart_view_request_drawing (self);
  add_region_buttons (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The first frame of the view is on its way to the screen. */
void
palpate_chart_view_first_painted (PalpateChartView *self)
{
  if (self->painted_id == 0)
    self->painted_id = g_idle_add_full (G_PRIORITY_LOW, painted_cb, self, NULL);
}

static void
add_point_button (PalpateChartView *self,
                  PalpateSidedPoint source,
                  guint             row)
{
  const PalpateMark *mark = palpate_chart_get_mark (self->chart, PALPATE_MARK_POINT, source.point->id, source.side);
  g_autofree char *name = palpate_explorer_describe_sided_point (self->explorer, source);
  g_autofree char *label = g_strdup_printf ("%u: %s", row, name);
  GtkWidget *button;

  if (mark == NULL)
    return;
  button = palpate_mark_button_new (mark);
  gtk_widget_set_focusable (button, FALSE);   /* the panel's list is the way for keys */
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (point_clicked_cb), self, 0);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_ptr_array_add (self->point_buttons, button);
}

static void
update_point_buttons (PalpateChartView *self)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  PalpateSidedPoint sides[2];

  remove_buttons (self->point_buttons);
  if (self->is_passive || palpate_explorer_get_opened (self->explorer) != NULL)
    return;
  for (guint i = palpate_explorer_get_n_numbered (self->explorer); i > 0; i--)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i - 1);
      const guint n_sides = palpate_sided_point_sides (&suspect->source, sides);

      for (guint j = 0; j < n_sides; j++)
        add_point_button (self, sides[j], suspect->row);
    }
}

static void
explorer_changed_cb (PalpateChartView *self)
{
  if (self->chart == NULL)
    return;
  for (guint i = 0; i < self->region_buttons->len; i++)
    {
      PalpateMarkButton *button = g_ptr_array_index (self->region_buttons, i);

      if (is_marked_button (self, button) != palpate_mark_button_is_pressed (button))
        describe_region_button (self, button);
    }
  update_point_buttons (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
explorer_hovered_cb (PalpateChartView *self)
{
  const PalpatePlace place = palpate_explorer_get_hovered (self->explorer);
  const gboolean is_here = !self->is_passive && self->chart != NULL && palpate_chart_view_region_mark (self, place) != NULL;

  if (is_here)
    {
      g_autofree char *name = palpate_atlas_describe_place (palpate_explorer_get_atlas (self->explorer), place);

      gtk_label_set_label (GTK_LABEL (self->name_tag), name);
    }
  gtk_widget_set_visible (self->name_tag, is_here && (self->is_pointed || palpate_chart_view_focused_mark (self) != NULL));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_trouble (PalpateChartView *self,
              const char       *message)
{
  g_autofree char *shown = palpate_text_isolate_paths (message);
  g_autofree char *safe = g_markup_escape_text (shown, -1);

  g_message ("%s", message);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->trouble), safe);
  gtk_widget_set_visible (self->trouble, TRUE);
  gtk_widget_set_visible (self->caption, FALSE);
  gtk_widget_set_visible (self->left_letter, FALSE);
  gtk_widget_set_visible (self->right_letter, FALSE);
}

static GtkWidget *
add_label (PalpateChartView *self,
           const char       *text,
           const char       *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
palpate_chart_view_dispose (GObject *object)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (object);
  GtkWidget *child;

  palpate_chart_view_stop_flight (self);
  palpate_chart_view_forget_painted (self);
  g_clear_pointer (&self->live, palpate_mask_unref);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_handle_id (&self->painted_id, g_source_remove);
  if (self->raster != NULL)
    palpate_chart_raster_clear (self->raster);
  self->popover = NULL;
  g_clear_pointer (&self->region_buttons, g_ptr_array_unref);
  g_clear_pointer (&self->point_buttons, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->raster);
  g_clear_object (&self->chart);
  g_clear_object (&self->explorer);

  G_OBJECT_CLASS (palpate_chart_view_parent_class)->dispose (object);
}

static void
palpate_chart_view_class_init (PalpateChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_chart_view_dispose;
  widget_class->measure = palpate_chart_view_measure;
  widget_class->size_allocate = palpate_chart_view_size_allocate;
  widget_class->snapshot = palpate_chart_view_snapshot;
  widget_class->focus = palpate_chart_view_focus;

  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
palpate_chart_view_init (PalpateChartView *self)
{
  self->region_buttons = g_ptr_array_new ();
  self->point_buttons = g_ptr_array_new ();
  self->depth = 2;
  self->camera.zoom = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);

  self->caption = add_label (self, NULL, "chart-caption");
  /* Translators: the person's left on the chart; one letter, or the word where the script has no usual letter */
  self->left_letter = add_label (self, C_("side letter", "L"), "side-letter");
  /* Translators: the person's right on the chart; one letter, or the word where the script has no usual letter */
  self->right_letter = add_label (self, C_("side letter", "R"), "side-letter");
  self->name_tag = add_label (self, NULL, "name-tag");
  gtk_widget_set_visible (self->name_tag, FALSE);
  self->trouble = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->trouble), "image-missing-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->trouble), _("The drawing could not be opened. You can still use the list."));
  gtk_widget_set_visible (self->trouble, FALSE);
  gtk_widget_set_parent (self->trouble, GTK_WIDGET (self));
  palpate_chart_view_init_input (self);
  palpate_chart_view_init_brush (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (palpate_chart_view_request_when_resting), NULL);
}

/**
 * palpate_chart_view_current_scheme:
 *
 * Returns: the colour set that goes with the desktop's style of the moment
 */
PalpateScheme
palpate_chart_view_current_scheme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? PALPATE_SCHEME_DARK_HC : PALPATE_SCHEME_LIGHT_HC;
  return adw_style_manager_get_dark (manager) ? PALPATE_SCHEME_DARK : PALPATE_SCHEME_LIGHT;
}

GtkWidget *
palpate_chart_view_new (PalpateExplorer *explorer)
{
  PalpateChartView *self = g_object_new (PALPATE_TYPE_CHART_VIEW, NULL);

  self->explorer = g_object_ref (explorer);
  self->raster = palpate_chart_raster_new (palpate_explorer_get_charts (explorer));
  g_signal_connect_object (self->raster, "ready", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->raster, "failed", G_CALLBACK (show_trouble), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "changed", G_CALLBACK (explorer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (explorer, "hovered", G_CALLBACK (explorer_hovered_cb), self, G_CONNECT_SWAPPED);
  self->view = PALPATE_N_VIEWS;
  return GTK_WIDGET (self);
}

/**
 * palpate_chart_view_new_passive:
 *
 * Returns: (transfer floating): a view that is only looked at, as a picture on a button
 */
GtkWidget *
palpate_chart_view_new_passive (PalpateExplorer *explorer)
{
  GtkWidget *widget = palpate_chart_view_new (explorer);

  PALPATE_CHART_VIEW (widget)->is_passive = TRUE;
  gtk_widget_set_can_target (widget, FALSE);
  gtk_widget_set_can_focus (widget, FALSE);
  return widget;
}

static void
update_letters (PalpateChartView *self)
{
  const gboolean is_two_sided = self->view == PALPATE_VIEW_FRONT || self->view == PALPATE_VIEW_BACK;
  const gboolean is_right = palpate_view_is_mirrored (self->view);

  gtk_widget_set_visible (self->caption, !self->is_passive);
  gtk_widget_set_visible (self->left_letter, (self->is_picture || !self->is_passive) && (is_two_sided || !is_right));
  gtk_widget_set_visible (self->right_letter, (self->is_picture || !self->is_passive) && (is_two_sided || is_right));
}

/**
 * palpate_chart_view_set_view:
 *
 * Shows another view, whole.
 */
void
palpate_chart_view_set_view (PalpateChartView *self,
                             PalpateView       view)
{
  g_autoptr (GError) error = NULL;
  PalpateChart *chart;
  g_autofree char *label = NULL;

  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->view == view)
    return;
  palpate_chart_view_stop_flight (self);
  if (self->live != NULL)
    palpate_chart_view_cancel_stroke (self);
  palpate_chart_view_forget_painted (self);
  self->view = view;
  remove_buttons (self->region_buttons);
  remove_buttons (self->point_buttons);
  chart = palpate_chart_set_get (palpate_explorer_get_charts (self->explorer), view, &error);
  g_set_object (&self->chart, chart);
  palpate_chart_view_update_cursor (self);
  gtk_widget_set_visible (self->trouble, chart == NULL);
  if (chart == NULL)
    {
      show_trouble (self, error->message);
      return;
    }
  self->camera = palpate_chart_view_fit_camera (self);
  self->has_target = FALSE;
  self->was_allocated = FALSE;
  /* Translators: %s is a view of the body, "Front" */
  label = g_strdup_printf (_("Body chart, %s. Arrow keys move, Enter marks."), palpate_view_get_name (view));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_label (GTK_LABEL (self->caption), palpate_view_get_name (view));
  update_letters (self);
  if (!self->is_passive)
    {
      g_clear_handle_id (&self->painted_id, g_source_remove);
      self->waits_for_paint = !gtk_widget_get_mapped (GTK_WIDGET (self));
      if (!self->waits_for_paint)
        add_region_buttons (self);
      update_point_buttons (self);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

PalpateView
palpate_chart_view_get_view (PalpateChartView *self)
{
  g_return_val_if_fail (PALPATE_IS_CHART_VIEW (self), PALPATE_VIEW_FRONT);

  return self->view;
}

/**
 * palpate_chart_view_set_depth:
 * @depth: 3 shows the skin, 2 the muscles, 1 the deep muscles, 0 the bones; layers fade in between
 */
void
palpate_chart_view_set_depth (PalpateChartView *self,
                              double            depth)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->depth == depth)
    return;
  self->depth = depth;
  if (self->chart != NULL && self->was_allocated)
    palpate_chart_view_request_drawing (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
palpate_chart_view_set_scheme (PalpateChartView *self,
                               PalpateScheme     scheme)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->scheme == scheme)
    return;
  self->scheme = scheme;
  if (self->chart != NULL && self->was_allocated)
    palpate_chart_view_request_drawing (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * palpate_chart_view_set_show_danger:
 * @show_danger: all danger areas, not only those near the open point
 */
void
palpate_chart_view_set_show_danger (PalpateChartView *self,
                                    gboolean          show_danger)
{
  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->show_danger == show_danger)
    return;
  self->show_danger = show_danger;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
