/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-area-row.h"

#include <glib/gi18n.h>

#include "palpate-rows.h"

static void
button_toggled_cb (GtkToggleButton *button,
                   PalpateExplorer *explorer)
{
  const PalpatePlace place = palpate_place_parse (g_object_get_data (G_OBJECT (button), "place"));
  PalpateMarks *marks = palpate_explorer_get_marks (explorer);

  if (gtk_toggle_button_get_active (button) != palpate_marks_contains (marks, place))
    gtk_widget_activate_action (GTK_WIDGET (button), "win.mark", "(sb)", g_object_get_data (G_OBJECT (button), "place"), TRUE);
}

static void
marks_changed_cb (PalpateMarks    *marks,
                  GtkToggleButton *button)
{
  gtk_toggle_button_set_active (button,
                                palpate_marks_contains (marks, palpate_place_parse (g_object_get_data (G_OBJECT (button), "place"))));
}

static void
pointed_cb (GtkEventController *controller,
            double              x,
            double              y,
            PalpateExplorer    *explorer)
{
  const char *id = g_object_get_data (G_OBJECT (gtk_event_controller_get_widget (controller)), "place");

  palpate_explorer_set_hovered (explorer, palpate_place_parse (id));
}

static void
left_cb (GtkEventController *controller,
         PalpateExplorer    *explorer)
{
  const PalpatePlace nowhere = { NULL, PALPATE_SIDE_NONE };

  palpate_explorer_set_hovered (explorer, nowhere);
}

static void
focused_cb (GtkEventController *controller,
            PalpateExplorer    *explorer)
{
  pointed_cb (controller, 0, 0, explorer);
}

static GtkWidget *
side_button_new (PalpateExplorer *explorer,
                 PalpatePlace     place,
                 const char      *label)
{
  PalpateMarks *marks = palpate_explorer_get_marks (explorer);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *name = palpate_atlas_describe_place (palpate_explorer_get_atlas (explorer), place);

  g_object_set_data_full (G_OBJECT (button), "place", palpate_place_to_id (place), g_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), palpate_marks_contains (marks, place));
  g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled_cb), explorer, 0);
  g_signal_connect_object (marks, "changed", G_CALLBACK (marks_changed_cb), button, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (pointed_cb), explorer, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), explorer, 0);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), explorer, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), explorer, 0);
  gtk_widget_add_controller (button, motion);
  gtk_widget_add_controller (button, focus);
  return button;
}

/**
 * palpate_area_row_new:
 *
 * Returns: (transfer floating): the row; its buttons mark places and show what is marked
 */
GtkWidget *
palpate_area_row_new (PalpateExplorer     *explorer,
                      const PalpateRegion *region)
{
  GtkWidget *row = palpate_rows_row_new (palpate_content_text (region->id, region->name), palpate_content_text (region->id, region->extent));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *id = g_intern_string (region->id);

  gtk_widget_add_css_class (box, "linked");
  if (region->sided)
    {
      gtk_box_append (GTK_BOX (box), side_button_new (explorer, (PalpatePlace) { id, PALPATE_SIDE_LEFT }, C_("side", "Left")));
      gtk_box_append (GTK_BOX (box), side_button_new (explorer, (PalpatePlace) { id, PALPATE_SIDE_RIGHT }, C_("side", "Right")));
    }
  else
    {
      gtk_box_append (GTK_BOX (box), side_button_new (explorer, (PalpatePlace) { id, PALPATE_SIDE_NONE }, C_("side", "Here")));
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  return row;
}
