/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-mark-button.h"

#include <math.h>

/* A point's target in logical pixels: wider than its drawing. */
#define POINT_TARGET_RADIUS 17.0

struct _PalpateMarkButton {
  GtkButton parent_instance;

  const PalpateMark *mark;        /* borrowed from the chart */
  PalpatePosition    middle;      /* deep inside the shape, in chart units, once asked for */
  gboolean           has_middle;
  gboolean           is_pressed;
  GdkModifierType    modifiers;   /* of the last press */

  /* where the button's corner lies on the chart, and pixels a unit */
  double x, y, scale;
};

G_DEFINE_FINAL_TYPE (PalpateMarkButton, palpate_mark_button, GTK_TYPE_BUTTON)

static void
pressed_cb (GtkGestureClick   *gesture,
            int                n_press,
            double             x,
            double             y,
            PalpateMarkButton *self)
{
  self->modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
}

static gboolean
palpate_mark_button_contains (GtkWidget *widget,
                              double     x,
                              double     y)
{
  PalpateMarkButton *self = PALPATE_MARK_BUTTON (widget);

  if (self->scale <= 0)
    return FALSE;
  if (self->mark->kind == PALPATE_MARK_POINT)
    return hypot (x - gtk_widget_get_width (widget) / 2.0, y - gtk_widget_get_height (widget) / 2.0) <= POINT_TARGET_RADIUS;
  return palpate_path_contains (self->mark->path, self->x + x / self->scale, self->y + y / self->scale);
}

static void
palpate_mark_button_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
palpate_mark_button_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  /* its chart view draws */
}

/* Ctrl+Enter marks and keeps the others, as Ctrl+click does. */
static gboolean
activate_keeping (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  PALPATE_MARK_BUTTON (widget)->modifiers = GDK_CONTROL_MASK;
  g_signal_emit_by_name (widget, "clicked");
  return TRUE;
}

static gboolean
activate_plain (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  PALPATE_MARK_BUTTON (widget)->modifiers = 0;
  g_signal_emit_by_name (widget, "clicked");
  return TRUE;
}

static void
palpate_mark_button_class_init (PalpateMarkButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };

  widget_class->contains = palpate_mark_button_contains;
  widget_class->measure = palpate_mark_button_measure;
  widget_class->snapshot = palpate_mark_button_snapshot;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i], 0, activate_plain, NULL);
      gtk_widget_class_add_binding (widget_class, keys[i], GDK_CONTROL_MASK, activate_keeping, NULL);
    }
  gtk_widget_class_set_css_name (widget_class, "mark");
}

static void
palpate_mark_button_init (PalpateMarkButton *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focus_on_click (GTK_WIDGET (self), TRUE);
}

/**
 * palpate_mark_button_new:
 * @mark: a shape of the chart; must outlive the button
 */
GtkWidget *
palpate_mark_button_new (const PalpateMark *mark)
{
  PalpateMarkButton *self = g_object_new (PALPATE_TYPE_MARK_BUTTON, NULL);

  self->mark = mark;
  return GTK_WIDGET (self);
}

const PalpateMark *
palpate_mark_button_get_mark (PalpateMarkButton *self)
{
  return self->mark;
}

/**
 * palpate_mark_button_get_middle:
 *
 * Returns: a point deep inside the shape, from which arrow keys measure
 */
PalpatePosition
palpate_mark_button_get_middle (PalpateMarkButton *self)
{
  if (!self->has_middle)
    self->middle = palpate_path_get_inside (self->mark->path);
  self->has_middle = TRUE;
  return self->middle;
}

/**
 * palpate_mark_button_set_geometry:
 * @x: chart units of the button's left edge
 * @y: chart units of the button's top edge
 * @scale: logical pixels a unit
 */
void
palpate_mark_button_set_geometry (PalpateMarkButton *self,
                                  double             x,
                                  double             y,
                                  double             scale)
{
  self->x = x;
  self->y = y;
  self->scale = scale;
}

void
palpate_mark_button_set_pressed (PalpateMarkButton *self,
                                 gboolean           pressed)
{
  self->is_pressed = pressed;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               pressed ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

gboolean
palpate_mark_button_is_pressed (PalpateMarkButton *self)
{
  return self->is_pressed;
}

/**
 * palpate_mark_button_get_modifiers:
 *
 * Returns: the modifiers of the press that led to the last `clicked`
 */
GdkModifierType
palpate_mark_button_get_modifiers (PalpateMarkButton *self)
{
  return self->modifiers;
}
