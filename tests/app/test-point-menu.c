/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The menu of a point in a list: the keyboard opens it, and its item names the point.
 */
#include <adwaita.h>

#include "palpate-point-menu.h"
#include "shipped.h"

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  g_assert_cmpstr (*(char **) user_data, ==, NULL);   /* once */
  *(char **) user_data = g_variant_dup_string (parameter, NULL);
}

static GtkWidget *
find (GtkWidget  *widget,
      const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
activate_key (GtkWidget *row)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_SHORTCUT_CONTROLLER (controller) && g_list_model_get_n_items (G_LIST_MODEL (controller)) == 1)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);

          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row, NULL));
          return;
        }
    }
  g_assert_not_reached ();
}

/* A window with @row in a list, and the action that the menu leads to. */
static GtkWidget *
window_new (GtkWidget  *row,
            char      **chosen)
{
  static const GActionEntry entries[] = { { "routine-add", add_cb, "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), chosen);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (row) == 0 || gdk_display_get_monitor_at_surface (gtk_widget_get_display (window), gtk_native_get_surface (GTK_NATIVE (window))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
test_menu (void)
{
  static char *chosen = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *window = window_new (row, &chosen);
  GtkWidget *item;

  palpate_point_menu_add (row, "point/soleus-TrP1/left");
  activate_key (row);
  item = find (row, "GtkModelButton");
  g_assert_nonnull (item);
  while (!gtk_widget_get_mapped (item))   /* or the test runs out of time */
    g_main_context_iteration (NULL, TRUE);
  g_signal_emit_by_name (item, "clicked");
  g_assert_cmpstr (chosen, ==, "point/soleus-TrP1/left");
  while (find (row, "GtkModelButton") != NULL)
    g_main_context_iteration (NULL, TRUE);
  activate_key (row);                     /* open while its row goes */
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_free (chosen);
}

/* The row of a muscle, as the search has it: each point by name. */
static void
test_several (void)
{
  static char *chosen = NULL;
  g_autoptr (PalpateAtlas) atlas = shipped_atlas ();
  const PalpateSidedPoint sources[] = { shipped_point (atlas, "soleus-TrP1", PALPATE_SIDE_RIGHT),
                                        shipped_point (atlas, "soleus-TrP2", PALPATE_SIDE_RIGHT) };
  g_autoptr (GArray) array = g_array_new (FALSE, FALSE, sizeof (PalpateSidedPoint));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *window = window_new (row, &chosen);
  GtkWidget *item;

  g_array_append_vals (array, sources, G_N_ELEMENTS (sources));
  palpate_point_menu_add_all (row, atlas, array);
  activate_key (row);
  item = find (row, "GtkModelButton");
  while (!gtk_widget_get_mapped (item))
    g_main_context_iteration (NULL, TRUE);
  item = gtk_widget_get_next_sibling (item);
  g_signal_emit_by_name (item, "clicked");
  g_assert_cmpstr (chosen, ==, "point/soleus-TrP2/right");
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_free (chosen);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);   /* gtk_test_init() wants a locale that need not be there */
  gtk_init ();
  adw_init ();

  g_test_add_func ("/point-menu/keyboard", test_menu);
  g_test_add_func ("/point-menu/several", test_several);
  return g_test_run ();
}
