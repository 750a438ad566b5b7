/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the keyboard is when pages change in the real window, and what its keys then do.
 */
#include "palpate-application.h"
#include "palpate-settings.h"
#include "palpate-window-private.h"
#include "widgets.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static GtkApplication *application;

static PalpateWindow *
get_window (void)
{
  for (GList *i = gtk_application_get_windows (application); i != NULL; i = i->next)
    if (PALPATE_IS_WINDOW (i->data))
      return i->data;
  return NULL;
}

static void
activate (const char *action,
          const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_window ()), action, target != NULL ? "s" : NULL, target));
}

static void
wait_for_page (PalpatePageKind kind)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (palpate_panel_get_location (get_window ()->panel)->kind != kind)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SEARCH_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

static const char *
target_of (GtkWidget *widget)
{
  GVariant *target = GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)) : NULL;

  return target != NULL && g_variant_is_of_type (target, G_VARIANT_TYPE_STRING) ? g_variant_get_string (target, NULL) : NULL;
}

static GtkWidget *
find_target (GtkWidget  *widget,
             const char *target)
{
  GtkWidget *found = g_strcmp0 (target_of (widget), target) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_target (child, target);
  return found;
}

static GtkWidget *
get_focus (void)
{
  return gtk_window_get_focus (GTK_WINDOW (get_window ()));
}

/* However slowly one types, the letters go into one entry: on the start page, and from a row of the panel. */
static void
test_slow_typing (void)
{
  GtkWidget *entry;

  activate ("win.open", "start");
  entry = find_entry (GTK_WIDGET (get_window ()->panel));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "n");
  wait_for_page (PALPATE_PAGE_SEARCH);
  g_assert_true (GTK_IS_TEXT (get_focus ()));
  entry = gtk_widget_get_ancestor (get_focus (), GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "n");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, 1);

  activate ("win.open", "point/levator-scapulae-TrP1/left");
  g_assert_true (gtk_widget_is_ancestor (get_focus (), GTK_WIDGET (get_window ()->panel)));
  activate ("win.search", "k");
  g_assert_true (GTK_IS_TEXT (get_focus ()));
}

/* Who turns to the other side by key stays on the button of that side. */
static void
test_other_side (void)
{
  activate ("win.open", "point/levator-scapulae-TrP1/left");
  gtk_widget_grab_focus (find_target (GTK_WIDGET (get_window ()->panel), "point/levator-scapulae-TrP1/right"));
  g_assert_cmpstr (target_of (get_focus ()), ==, "point/levator-scapulae-TrP1/right");
  g_signal_emit_by_name (get_focus (), "clicked");
  g_assert_cmpint (palpate_panel_get_location (get_window ()->panel)->side, ==, PALPATE_SIDE_RIGHT);
  g_assert_cmpstr (target_of (get_focus ()), ==, "point/levator-scapulae-TrP1/right");
}

/* On the place of the routine, the key takes back what was done to it; once. */
static void
test_undo_in_routine (void)
{
  PalpateRoutine *routine = palpate_routine_store_get_current (get_window ()->store);

  activate ("win.routine-add", "point/levator-scapulae-TrP1/left");
  activate ("win.routine-add", "point/trapezius-upper-TrP1/left");
  activate ("win.place", "routine");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (get_window ()), "undo"));
  gtk_widget_activate_action (GTK_WIDGET (get_window ()), "win.routine-remove", "u", 0);
  g_assert_cmpuint (palpate_routine_get_n_tasks (routine), ==, 1);
  activate ("win.undo", NULL);
  g_assert_cmpuint (palpate_routine_get_n_tasks (routine), ==, 2);
  g_assert_cmpstr (palpate_task_get_source (palpate_routine_get_task (routine, 0)).point->id, ==, "levator-scapulae-TrP1");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (get_window ()), "undo"));
  activate ("win.routine-clear", NULL);
  activate ("win.undo", NULL);
  g_assert_cmpuint (palpate_routine_get_n_tasks (routine), ==, 2);
  /* the button of the toast took it back already */
  activate ("win.routine-clear", NULL);
  activate ("win.routine-restore", NULL);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (get_window ()), "undo"));
  /* what was added since is not thrown away by an older step */
  activate ("win.routine-clear", NULL);
  activate ("win.routine-add", "point/scm-sternal-lower/left");
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (get_window ()), "undo"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (get_window ()), "redo"));
  /* a sheet made from it has the keys for itself */
  activate ("win.sheet", NULL);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (get_window ()), "undo"));
  palpate_window_close_sheet (get_window ());
  activate ("win.place", "chart");
}

/* Who asks for the less likely points stands on the first of them. */
static void
test_show_more (void)
{
  GtkWidget *more;

  gtk_widget_activate_action (GTK_WIDGET (get_window ()), "win.mark", "(sb)", "low-back-left", FALSE);
  more = find_row (GTK_WIDGET (get_window ()->panel), "Show ");
  gtk_widget_grab_focus (more);
  g_signal_emit_by_name (more, "activated");
  g_assert_true (ADW_IS_ACTION_ROW (get_focus ()));
  g_assert_true (g_str_has_prefix (target_of (get_focus ()), "point/"));
  g_assert_null (find_row (GTK_WIDGET (get_window ()->panel), "Show "));
}

/* What was said in passing does not cover the buttons of a session that begins. */
static void
test_toast_goes (void)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;
  AdwToast *toast = adw_toast_new ("stays until it is dismissed");

  adw_toast_set_timeout (toast, 0);
  palpate_window_add_toast (get_window (), toast);
  g_assert_true (get_window ()->last_toast == toast);
  activate ("win.open", "point/levator-scapulae-TrP1/left");
  activate ("win.start-hold", NULL);
  while (get_window ()->last_toast != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("palpate-focus-XXXXXX", NULL);
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  settings = palpate_settings_new (&error);
  g_assert_no_error (error);
  g_settings_set_boolean (settings, PALPATE_KEY_SAFETY_READ, TRUE);
  application = GTK_APPLICATION (palpate_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  while (get_window () == NULL || !gtk_widget_get_mapped (GTK_WIDGET (get_window ())))   /* or the test runs out of time */
    g_main_context_iteration (NULL, FALSE);
  g_test_add_func ("/focus/slow-typing", test_slow_typing);
  g_test_add_func ("/focus/other-side", test_other_side);
  g_test_add_func ("/focus/undo-in-routine", test_undo_in_routine);
  g_test_add_func ("/focus/show-more", test_show_more);
  g_test_add_func ("/focus/toast-goes", test_toast_goes);
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (get_window ()));
  g_object_unref (application);
  return status;
}
