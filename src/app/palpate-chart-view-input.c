/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pointer, touch and keys of the chart view.
 */
#include "palpate-chart-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define REACHABLE 24.0        /* logical pixels; a place under this is enlarged before it is marked */
#define COMFORTABLE 48.0
#define WHEEL_ZOOM 1.2
#define WHEEL_PAN 48.0

/* Zooms in so far that the place can be hit. Returns FALSE if it can already, or keys asked for it. */
gboolean
palpate_chart_view_zoom_to_reachable (PalpateChartView  *self,
                                      const PalpateMark *mark)
{
  const PalpateBox box = palpate_path_get_box (mark->path);
  const double size = MIN (box.width, box.height) * palpate_chart_view_get_scale (self);
  PalpateBox part = box;
  double units;

  if (size >= REACHABLE || self->camera.zoom >= PALPATE_CHART_VIEW_MAX_ZOOM * 0.9 || !self->by_pointer)
    return FALSE;
  /* so many units fill the smaller side of the view when the place is comfortably large */
  units = MIN (gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)))
          / (COMFORTABLE / MIN (box.width, box.height)) / 1.5;
  units = MAX (units, 60);   /* a head or a hand, not less */
  part.x += (box.width - units) / 2;
  part.y += (box.height - units) / 2;
  part.width = part.height = units;
  palpate_chart_view_zoom_to_box (self, part, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enlarged", NULL);
  return TRUE;
}

void
palpate_chart_view_pan_by (PalpateChartView *self,
                           double            dx,
                           double            dy)
{
  PalpateCamera camera = self->camera;
  double scale;

  g_return_if_fail (PALPATE_IS_CHART_VIEW (self));

  if (self->chart == NULL || camera.zoom <= 1)
    return;
  scale = palpate_chart_view_get_scale (self);
  camera.x += dx / scale;
  camera.y += dy / scale;
  palpate_chart_view_stop_flight (self);
  self->has_target = FALSE;
  palpate_chart_view_set_camera (self, camera);
}

/* Brings what lies under @from of another camera under @to. */
static void
zoom_at (PalpateChartView *self,
         PalpateCamera     camera,
         double            factor,
         PalpatePosition   from,
         PalpatePosition   to)
{
  PalpatePosition before, after;

  self->camera = camera;
  before = palpate_chart_view_to_chart (self, from.x, from.y);
  camera.zoom = CLAMP (camera.zoom * factor, 1, PALPATE_CHART_VIEW_MAX_ZOOM);
  self->camera = camera;
  after = palpate_chart_view_to_chart (self, to.x, to.y);
  camera.x += before.x - after.x;
  camera.y += before.y - after.y;
  palpate_chart_view_stop_flight (self);
  self->has_target = FALSE;
  palpate_chart_view_set_camera (self, camera);
}

/**
 * palpate_chart_view_begin_pinch:
 * @middle: between two fingers, in logical pixels of the view
 */
void
palpate_chart_view_begin_pinch (PalpateChartView *self,
                                PalpatePosition   middle)
{
  self->gesture_camera = self->camera;
  self->gesture_middle = middle;
}

/**
 * palpate_chart_view_pinch:
 *
 * What lay between the fingers when they came stays between them: apart they zoom, together they move the body.
 */
void
palpate_chart_view_pinch (PalpateChartView *self,
                          double            scale,
                          PalpatePosition   middle)
{
  zoom_at (self, self->gesture_camera, scale, self->gesture_middle, middle);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           PalpateChartView         *self)
{
  PalpatePlace place = { NULL, PALPATE_SIDE_NONE };
  const PalpateMark *mark = NULL;

  self->pointer_x = x;
  self->pointer_y = y;
  self->is_pointed = TRUE;
  if (palpate_chart_view_shows_brush (self))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->chart == NULL || self->is_dragging || self->live != NULL)
    return;
  if (gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller)) != NULL)
    {
      const PalpatePosition position = palpate_chart_view_to_chart (self, x, y);

      mark = palpate_chart_hit (self->chart, PALPATE_MARK_REGION, position.x, position.y);
    }
  if (mark != NULL)
    place = (PalpatePlace) { g_intern_string (mark->id), mark->side };
  palpate_explorer_set_hovered (self->explorer, place);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          PalpateChartView         *self)
{
  const PalpatePlace nowhere = { NULL, PALPATE_SIDE_NONE };

  self->is_pointed = FALSE;
  if (self->brush != PALPATE_BRUSH_NONE)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  palpate_explorer_set_hovered (self->explorer, nowhere);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           PalpateChartView         *self)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (self->chart == NULL)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_CONTROL_MASK)
    {
      const PalpatePosition here = { self->pointer_x, self->pointer_y };

      zoom_at (self, self->camera, pow (WHEEL_ZOOM, -dy), here, here);
      return GDK_EVENT_STOP;
    }
  if (self->camera.zoom <= 1)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_SHIFT_MASK)
    palpate_chart_view_pan_by (self, (dx + dy) * WHEEL_PAN, 0);
  else
    palpate_chart_view_pan_by (self, dx * WHEEL_PAN, dy * WHEEL_PAN);
  return GDK_EVENT_STOP;
}

static void
zoom_begin_cb (GtkGesture       *gesture,
               GdkEventSequence *sequence,
               PalpateChartView *self)
{
  PalpatePosition middle = { 0, 0 };

  /* the second finger comes after the first, whose stroke was not meant */
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->stroke));
  gtk_gesture_get_bounding_box_center (gesture, &middle.x, &middle.y);
  palpate_chart_view_begin_pinch (self, middle);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
zoom_scale_cb (GtkGestureZoom   *gesture,
               double            scale,
               PalpateChartView *self)
{
  PalpatePosition middle;

  if (self->chart != NULL && gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &middle.x, &middle.y))
    palpate_chart_view_pinch (self, scale, middle);
}

/* The middle button always moves the body, the first one unless it paints. */
static void
drag_begin_cb (GtkGestureDrag   *gesture,
               double            x,
               double            y,
               PalpateChartView *self)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (self->live != NULL || button == GDK_BUTTON_SECONDARY || (button == GDK_BUTTON_PRIMARY && self->brush != PALPATE_BRUSH_NONE))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->gesture_camera = self->camera;
  self->by_pointer = TRUE;
}

static void
drag_update_cb (GtkGestureDrag   *gesture,
                double            dx,
                double            dy,
                PalpateChartView *self)
{
  PalpateCamera camera = self->gesture_camera;
  double scale;

  if (self->chart == NULL || camera.zoom <= 1 || self->live != NULL)
    return;
  if (!self->is_dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  self->is_dragging = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  scale = palpate_chart_view_get_scale (self);
  camera.x -= dx / scale;
  camera.y -= dy / scale;
  palpate_chart_view_stop_flight (self);
  self->has_target = FALSE;
  palpate_chart_view_set_camera (self, camera);
}

static void
drag_end_cb (GtkGestureDrag   *gesture,
             double            dx,
             double            dy,
             PalpateChartView *self)
{
  self->is_dragging = FALSE;
}

static void
drop_popover (gpointer user_data)
{
  GtkWidget *popover = user_data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  g_object_unref (popover);
}

static void
popover_closed_cb (PalpateChartView *self)
{
  GtkWidget *popover = g_steal_pointer (&self->popover);

  /* its action must run before it goes */
  if (popover != NULL)
    g_idle_add_once (drop_popover, g_object_ref (popover));
}

static void
add_muscles (PalpateChartView *self,
             PalpateMarkKind   kind,
             PalpatePosition   position,
             GMenu            *menu)
{
  GPtrArray *marks = palpate_chart_get_marks (self->chart, kind);
  PalpateChartSet *charts = palpate_explorer_get_charts (self->explorer);

  for (guint i = marks->len; i > 0; i--)
    {
      const PalpateMark *mark = g_ptr_array_index (marks, i - 1);
      const char *id;
      const PalpateMuscle *muscle;
      g_autofree char *target = NULL;

      if (!palpate_path_contains (mark->path, position.x, position.y))
        continue;
      id = palpate_chart_set_find_muscle (charts, mark->id);
      muscle = palpate_atlas_get_muscle (palpate_explorer_get_atlas (self->explorer), id);
      if (muscle == NULL)
        continue;
      target = g_strdup_printf ("win.open::muscle/%s/%s", muscle->id, palpate_side_to_id (mark->side));
      g_menu_append (menu, palpate_content_text (muscle->id, muscle->name), target);
    }
}

/* What lies here: the place, and the muscles below it. */
static void
show_menu (PalpateChartView *self,
           double            x,
           double            y)
{
  const PalpatePosition position = palpate_chart_view_to_chart (self, x, y);
  const PalpateMark *region = palpate_chart_hit (self->chart, PALPATE_MARK_REGION, position.x, position.y);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) muscles = g_menu_new ();

  if (region == NULL)
    return;
  {
    const PalpatePlace place = { g_intern_string (region->id), region->side };
    g_autofree char *id = palpate_place_to_id (place);
    g_autofree char *name = palpate_atlas_describe_place (palpate_explorer_get_atlas (self->explorer), place);
    g_autoptr (GMenuItem) mark = g_menu_item_new (NULL, NULL);
    g_autofree char *label = NULL;

    /* Translators: %s is a place, "Back of the neck, left" */
    label = g_strdup_printf (_("It hurts here: %s"), name);
    g_menu_item_set_label (mark, label);
    g_menu_item_set_action_and_target (mark, "win.mark", "(sb)", id, FALSE);
    g_menu_append_item (places, mark);
    if (!palpate_marks_contains (palpate_explorer_get_marks (self->explorer), place))
      {
        g_autoptr (GMenuItem) add = g_menu_item_new (_("Add to the marked places"), NULL);

        g_menu_item_set_action_and_target (add, "win.mark", "(sb)", id, TRUE);
        g_menu_append_item (places, add);
      }
  }
  add_muscles (self, PALPATE_MARK_MUSCLE, position, muscles);
  add_muscles (self, PALPATE_MARK_DEEP_MUSCLE, position, muscles);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, _("Muscles here"), G_MENU_MODEL (muscles));

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  self->popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  g_signal_connect_object (self->popover, "closed", G_CALLBACK (popover_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
secondary_cb (GtkGestureClick  *gesture,
              int               n_press,
              double            x,
              double            y,
              PalpateChartView *self)
{
  if (self->chart == NULL || self->live != NULL || self->brush != PALPATE_BRUSH_NONE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, x, y);
}

static void
long_press_cb (GtkGestureLongPress *gesture,
               double               x,
               double               y,
               PalpateChartView    *self)
{
  if (self->chart == NULL || self->is_dragging || self->live != NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, x, y);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        PalpateChartView      *self)
{
  self->by_pointer = FALSE;
  return GDK_EVENT_PROPAGATE;
}

void
palpate_chart_view_init_input (PalpateChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();
  GtkEventController *all[] = { motion, scroll, keys, GTK_EVENT_CONTROLLER (zoom), GTK_EVENT_CONTROLLER (drag),
                                GTK_EVENT_CONTROLLER (secondary), GTK_EVENT_CONTROLLER (long_press) };

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (zoom, "begin", G_CALLBACK (zoom_begin_cb), self);
  g_signal_connect (zoom, "scale-changed", G_CALLBACK (zoom_scale_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  /* The brush claims the first finger in this phase, so none comes to a later one. It hears of the finger first, since it
   * is added last: what it claims before the zoom knows of it is not denied to the zoom. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (zoom), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_widget_add_controller (GTK_WIDGET (self), all[i]);
}

/* How far a place lies in a direction: along it, and twice what lies across. Negative if it lies elsewhere. */
static double
distance_towards (PalpatePosition  from,
                  PalpatePosition  to,
                  GtkDirectionType direction)
{
  const double dx = to.x - from.x, dy = to.y - from.y;
  double along, across;

  switch (direction)
    {
    case GTK_DIR_LEFT:
      along = -dx;
      across = fabs (dy);
      break;
    case GTK_DIR_RIGHT:
      along = dx;
      across = fabs (dy);
      break;
    case GTK_DIR_UP:
      along = -dy;
      across = fabs (dx);
      break;
    default:
      along = dy;
      across = fabs (dx);
      break;
    }
  if (along < 0.5 || across > along * 3)
    return -1;
  return along + 2 * across;
}

static GtkWidget *
find_neighbour (PalpateChartView *self,
                GtkWidget        *from,
                GtkDirectionType  direction)
{
  GtkWidget *nearest = NULL;
  double nearest_distance = G_MAXDOUBLE;

  for (guint i = 0; i < self->region_buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->region_buttons, i);
      const double distance = button != from ? distance_towards (palpate_mark_button_get_middle (PALPATE_MARK_BUTTON (from)),
                                                                    palpate_mark_button_get_middle (PALPATE_MARK_BUTTON (button)),
                                                                    direction)
                                               : -1;

      if (distance >= 0 && distance < nearest_distance)
        {
          nearest = button;
          nearest_distance = distance;
        }
    }
  return nearest;
}

static GtkWidget *
find_button (PalpateChartView *self,
             PalpatePlace      place)
{
  for (guint i = 0; i < self->region_buttons->len; i++)
    {
      const PalpateMark *mark = palpate_mark_button_get_mark (g_ptr_array_index (self->region_buttons, i));

      if (place.region != NULL && g_str_equal (mark->id, place.region) && mark->side == place.side)
        return g_ptr_array_index (self->region_buttons, i);
    }
  return NULL;
}

/* Brings a focused place into sight. */
static void
reveal (PalpateChartView *self,
        GtkWidget        *button)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (PALPATE_MARK_BUTTON (button));
  const PalpateBox box = palpate_path_get_box (mark->path);
  const PalpatePosition low = palpate_chart_view_to_chart (self, 0, 0);
  const PalpatePosition high = palpate_chart_view_to_chart (self, gtk_widget_get_width (GTK_WIDGET (self)),
                                                            gtk_widget_get_height (GTK_WIDGET (self)));
  PalpateCamera camera = self->camera;

  if (camera.zoom <= 1 || (box.x >= low.x && box.y >= low.y && box.x + box.width <= high.x && box.y + box.height <= high.y))
    return;
  camera.x = box.x + box.width / 2;
  camera.y = box.y + box.height / 2;
  palpate_chart_view_set_camera (self, camera);
}

static gboolean
focus_button (PalpateChartView *self,
              GtkWidget        *button)
{
  if (button == NULL)
    return FALSE;
  reveal (self, button);
  return gtk_widget_grab_focus (button);
}

/* Where Tab enters: where the focus was, else what is marked, else the first place. */
static GtkWidget *
entry_button (PalpateChartView *self)
{
  GtkWidget *button = find_button (self, self->last_focus);
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);

  for (guint i = 0; i < n_places && button == NULL; i++)
    button = find_button (self, places[i]);
  if (button == NULL && self->region_buttons->len > 0)
    button = g_ptr_array_index (self->region_buttons, 0);
  return button;
}

/* One Tab stop; arrows move between places, and leave at the edge. */
gboolean
palpate_chart_view_focus (GtkWidget        *widget,
                          GtkDirectionType  direction)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  if (self->popover != NULL && focus == self->popover)
    return gtk_widget_child_focus (focus, direction);
  if (!PALPATE_IS_MARK_BUTTON (focus))
    return focus_button (self, entry_button (self));
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  return focus_button (self, find_neighbour (self, focus, direction));
}

/**
 * palpate_chart_view_focus_place:
 *
 * Returns: whether this view shows @place, and it has the keyboard focus now
 */
gboolean
palpate_chart_view_focus_place (PalpateChartView *self,
                                PalpatePlace      place)
{
  g_return_val_if_fail (PALPATE_IS_CHART_VIEW (self), FALSE);

  return focus_button (self, find_button (self, place));
}
