/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-point-menu.h"

#include <glib/gi18n.h>

#include "palpate-lookup.h"

static GQuark
menu_quark (void)
{
  return g_quark_from_static_string ("palpate-point-menu");
}

static gboolean
unparent_cb (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Later: the item that was chosen acts after the menu is closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
popup (GtkWidget *row,
       double     x,
       double     y)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (g_object_get_qdata (G_OBJECT (row), menu_quark ()));

  gtk_widget_set_parent (popover, row);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (row, "destroy", G_CALLBACK (unparent_cb), popover, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_presses,
            double           x,
            double           y)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

static void
held_cb (GtkGestureLongPress *gesture,
         double               x,
         double               y)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), x, y);
}

static gboolean
key_cb (GtkWidget *row,
        GVariant  *arguments,
        gpointer   user_data)
{
  popup (row, gtk_widget_get_width (row) / 2.0, gtk_widget_get_height (row));
  return TRUE;
}

static void
append (GMenu      *menu,
        const char *label,
        const char *location)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.routine-add", "s", location);
  g_menu_append_item (menu, item);
}

static void
set_menu (GtkWidget *row,
          GMenu     *menu)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_object_set_qdata_full (G_OBJECT (row), menu_quark (), g_object_ref (menu), g_object_unref);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), NULL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                                                          gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (row, keys);
}

/**
 * palpate_point_menu_add:
 * @location: of the point
 *
 * Gives a row its menu.
 */
void
palpate_point_menu_add (GtkWidget  *row,
                        const char *location)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append (menu, _("Add to routine"), location);
  set_menu (row, menu);
}

/**
 * palpate_point_menu_add_all:
 * @sources: (element-type PalpateSidedPoint): points with a side
 *
 * Gives a row that stands for several points, such as those of a muscle, a menu that names each; none where there is none.
 */
void
palpate_point_menu_add_all (GtkWidget    *row,
                            PalpateAtlas *atlas,
                            GArray       *sources)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) points = g_menu_new ();

  for (guint i = 0; i < sources->len; i++)
    {
      const PalpateSidedPoint source = g_array_index (sources, PalpateSidedPoint, i);
      g_autofree char *name = palpate_sided_point_describe (atlas, source);
      g_autofree char *location = g_strdup_printf ("point/%s/%s", source.point->id, palpate_side_to_id (source.side));

      append (points, name, location);
    }
  g_menu_append_section (menu, _("Add to routine"), G_MENU_MODEL (points));
  if (sources->len > 0)
    set_menu (row, menu);
}
