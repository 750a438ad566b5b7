/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Stopping a session in the real program: the line at the edge goes on with it where it was, and asks what it did; what
 * was answered is in the journal; the start page does it again.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "palpate-application.h"
#include "palpate-journal.h"
#include "palpate-settings.h"
#include "palpate-window.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static GtkApplication *application;

/* A button by its whole text, a label by a part of it. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *text)
{
  const char *shown = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget))
    shown = gtk_label_get_text (GTK_LABEL (widget));
  if (shown != NULL && (type == GTK_TYPE_BUTTON ? g_str_equal (shown, text) : strstr (shown, text) != NULL))
    for (GtkWidget *found = widget; found != NULL; found = gtk_widget_get_parent (found))
      if (g_type_is_a (G_OBJECT_TYPE (found), type))
        return found;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* In any of the windows: dialogs are windows of their own at the old end. */
static GtkWidget *
find_anywhere (GType       type,
               const char *text)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkWidget *found = find (window, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
wait_for (GType       type,
          const char *text)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;
  GtkWidget *found;

  while ((found = find_anywhere (type, text)) == NULL || !gtk_widget_get_mapped (found))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  return found;
}

static GtkWidget *
get_window (void)
{
  for (GList *i = gtk_application_get_windows (application); i != NULL; i = i->next)
    if (PALPATE_IS_WINDOW (i->data))
      return i->data;
  return NULL;
}

static void
activate (const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
}

static void
click (GType       type,
       const char *text)
{
  g_signal_emit_by_name (wait_for (type, text), "clicked");
}

static void
run_for (gint64 us)
{
  for (const gint64 end = g_get_monotonic_time () + us; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
}

static PalpateEntry *
read_last (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "palpate", "journal.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateJournal) journal = palpate_journal_open (file, "2026-01-01", &trouble, &error);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_no_error (error);
  entries = palpate_journal_list (journal, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, >, 0);
  return g_ptr_array_steal_index (entries, entries->len - 1);
}

/* Stopped, gone on with by the line at the edge, stopped again. */
static void
test_continue (void)
{
  gtk_widget_activate_action (get_window (), "win.open", "s", "point/trapezius-upper-TrP1/left");
  gtk_widget_activate_action (get_window (), "win.start-hold", NULL);
  wait_for (GTK_TYPE_LABEL, "Get everything ready");
  activate ("session-toggle");
  activate ("session-next");
  wait_for (GTK_TYPE_LABEL, "Squeeze the muscle and hold");
  run_for (2 * G_USEC_PER_SEC);
  activate ("session-stop");
  click (GTK_TYPE_BUTTON, "Continue");
  wait_for (GTK_TYPE_LABEL, "Squeeze the muscle and hold");   /* the step that it was, and it runs */
  wait_for (GTK_TYPE_BUTTON, "Pause");
  g_assert_nonnull (find_anywhere (GTK_TYPE_LABEL, "hold 1 of 2"));
}

/* Whoever is asked what it did answers in a dialog; the answer is in the journal when it is closed. */
static void
test_answer (void)
{
  g_autoptr (PalpateEntry) before = NULL;
  g_autoptr (PalpateEntry) after = NULL;

  run_for (20 * G_USEC_PER_SEC);   /* what is shorter is not asked about */
  activate ("session-stop");
  before = read_last ();
  g_assert_cmpint (before->effect, ==, PALPATE_EFFECT_NONE);
  wait_for (GTK_TYPE_LABEL, "Stopped after");
  click (GTK_TYPE_BUTTON, "Answer");
  wait_for (GTK_TYPE_LABEL, "Before and After");
  click (GTK_TYPE_BUTTON, "Better");
  click (GTK_TYPE_BUTTON, "Close");
  while (find_anywhere (GTK_TYPE_LABEL, "Before and After") != NULL)   /* or the test runs out of time */
    g_main_context_iteration (NULL, FALSE);
  after = read_last ();
  g_assert_cmpint (after->id, ==, before->id);
  g_assert_cmpint (after->effect, ==, PALPATE_EFFECT_BETTER);
}

/* The start page tells of it, and begins the same once more. */
static void
test_again (void)
{
  gtk_widget_activate_action (get_window (), "win.open", "s", "start");
  wait_for (GTK_TYPE_LABEL, "Last time");
  click (GTK_TYPE_BUTTON, "Do it again");
  wait_for (GTK_TYPE_LABEL, "Get everything ready");
  g_assert_nonnull (find_anywhere (GTK_TYPE_LABEL, "As last time"));
  g_assert_nonnull (find_anywhere (GTK_TYPE_LABEL, "Upper trapezius, point 1, left"));
  activate ("session-stop");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("palpate-stop-XXXXXX", NULL);
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  settings = palpate_settings_new (&error);
  g_assert_no_error (error);
  g_settings_set_boolean (settings, PALPATE_KEY_SAFETY_READ, TRUE);
  g_settings_set_boolean (settings, PALPATE_KEY_SESSION_NOTIFY, FALSE);   /* there is no service for it here */
  application = GTK_APPLICATION (palpate_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_activate (G_APPLICATION (application));
  while (get_window () == NULL || !gtk_widget_get_mapped (get_window ()))   /* or the test runs out of time */
    g_main_context_iteration (NULL, FALSE);
  g_test_add_func ("/stop/continue", test_continue);
  g_test_add_func ("/stop/answer", test_answer);
  g_test_add_func ("/stop/again", test_again);
  status = g_test_run ();
  gtk_window_destroy (GTK_WINDOW (get_window ()));
  g_object_unref (application);
  return status;
}
