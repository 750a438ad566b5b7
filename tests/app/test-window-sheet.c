/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the chart to the sheet: what is painted in the window is on the sheet, and stays there.
 */
#include <glib/gstdio.h>

#include "palpate-application.h"
#include "palpate-settings.h"
#include "palpate-sheet-file.h"
#include "palpate-survey.h"
#include "palpate-window-private.h"
#include "widgets.h"

#define PATIENCE_US (60 * G_USEC_PER_SEC)
#define POINT "win.open", "s", "point/infraspinatus-TrP1/left"

static PalpateAtlas *atlas;
static PalpateChartSet *charts;
static GtkApplication *application;

typedef struct {
  PalpateWindow *window;
  PalpateMarks  *marks;
} Fixture;

static void
spin (void)
{
  for (int i = 0; i < 400 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = palpate_settings_new (NULL);
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;

  g_settings_set_boolean (settings, PALPATE_KEY_SAFETY_READ, TRUE);
  self->window = PALPATE_WINDOW (palpate_window_new (application, atlas, charts, settings, NULL));
  self->marks = palpate_explorer_get_marks (self->window->explorer);
  gtk_window_present (GTK_WINDOW (self->window));
  while (!palpate_chart_page_is_complete (palpate_window_get_chart_page (self->window)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
activate (Fixture    *self,
          const char *action,
          const char *format,
          const char *value)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, format, value));
  spin ();
}

static void
paint (Fixture     *self,
       PalpateView  view,
       double       x,
       double       y)
{
  g_autoptr (PalpateMask) mask = palpate_survey_new_mask (palpate_chart_set_get (charts, view, NULL));

  palpate_mask_add_stroke (mask, x, y, x, y + 30, 22);
  g_assert_true (palpate_explorer_paint (self->window->explorer, view, mask));
}

static PalpateSheet *
sheet_of (Fixture *self)
{
  return palpate_sheet_page_get_sheet (self->window->sheet_page);
}

static gboolean
shows (Fixture      *self,
       PalpateMarks *marks)
{
  return palpate_marks_equal (palpate_sheet_get_marks (sheet_of (self)), marks);
}

static void
step (Fixture    *self,
      const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window->sheet_page), action, NULL));
  spin ();
}

/* What is painted comes with the point; what is painted later comes when one goes back to the sheet. */
static void
test_painted (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (PalpateMarks) first = NULL, second = NULL;

  paint (self, PALPATE_VIEW_BACK, -60, 170);
  first = palpate_marks_copy (self->marks);
  activate (self, POINT);
  activate (self, "win.sheet-add", NULL, NULL);
  g_assert_true (shows (self, first));
  activate (self, "win.sheet-close", NULL, NULL);
  paint (self, PALPATE_VIEW_FRONT, 60, 170);
  second = palpate_marks_copy (self->marks);
  g_assert_true (shows (self, first));
  activate (self, "win.sheet", NULL, NULL);
  g_assert_true (shows (self, second));

  /* undo and redo of the sheet know the painting */
  step (self, "sheet.undo");
  g_assert_true (shows (self, first));
  step (self, "sheet.redo");
  g_assert_true (shows (self, second));
  step (self, "sheet.clear");
  g_assert_true (palpate_marks_is_empty (palpate_sheet_get_marks (sheet_of (self))));
  step (self, "sheet.undo");
  g_assert_true (shows (self, second));
  g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet_of (self)), ==, 1);
}

/* From wherever the sheet was opened: one more point is chosen on the chart. */
static void
test_one_more (Fixture       *self,
               gconstpointer  data)
{
  activate (self, POINT);
  activate (self, "win.sheet-add", NULL, NULL);
  activate (self, "win.sheet-close", NULL, NULL);
  activate (self, "win.place", "s", "routine");
  activate (self, "win.sheet", NULL, NULL);
  gtk_widget_activate (find_button (GTK_WIDGET (self->window->sheet_page), "_Add"));
  for (int i = 0; i < 40 && palpate_window_shows_sheet (self->window); i++)
    {
      g_usleep (20000);   /* a button that is activated takes its time */
      spin ();
    }
  g_assert_false (palpate_window_shows_sheet (self->window));
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (self->window->stack), ==, "chart");
}

/* Leaving the chart's marks behind takes nothing from the sheet. */
static void
test_cleared (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (PalpateMarks) painted = NULL;

  paint (self, PALPATE_VIEW_BACK, -60, 170);
  painted = palpate_marks_copy (self->marks);
  activate (self, POINT);
  activate (self, "win.sheet-add", NULL, NULL);
  activate (self, "win.sheet-close", NULL, NULL);
  palpate_marks_clear (self->marks);
  activate (self, "win.sheet", NULL, NULL);
  g_assert_true (shows (self, painted));
}

/* A sheet for the infraspinatus with paint on the back, in a file; the sheet of the window is empty again, and its chart has other marks. */
typedef struct {
  char         *folder;
  GFile        *file;
  PalpateMarks *marks;
} Sent;

static void
sent_clear (Sent *sent)
{
  g_file_delete (sent->file, NULL, NULL);
  g_rmdir (sent->folder);
  g_free (sent->folder);
  g_object_unref (sent->file);
  g_object_unref (sent->marks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sent, sent_clear)

static Sent
send_sheet (Fixture *self)
{
  Sent sent = { .folder = g_dir_make_tmp ("palpate-sent-XXXXXX", NULL) };

  sent.file = g_file_new_build_filename (sent.folder, "sent.palpate", NULL);
  paint (self, PALPATE_VIEW_BACK, -60, 170);
  sent.marks = palpate_marks_copy (self->marks);
  activate (self, POINT);
  activate (self, "win.sheet-add", NULL, NULL);
  g_assert_true (palpate_sheet_save (sheet_of (self), sent.file, FALSE, NULL));
  step (self, "sheet.clear");
  activate (self, "win.sheet-close", NULL, NULL);
  palpate_marks_clear (self->marks);
  paint (self, PALPATE_VIEW_FRONT, 60, 170);
  return sent;
}

/* A sheet that somebody sent keeps its marks, whatever the chart showed before, also after what is no mark; saved again, it still
 * has them. */
static void
test_sent (Fixture       *self,
           gconstpointer  data)
{
  g_auto (Sent) sent = send_sheet (self);

  palpate_window_open_sheet_file (self->window, sent.file);
  spin ();
  g_assert_true (shows (self, sent.marks));
  activate (self, "win.sheet-close", NULL, NULL);
  activate (self, "win.open", "s", "point/soleus-TrP1/left");
  activate (self, "win.answer", "s", "yes");
  activate (self, "win.sheet", NULL, NULL);
  g_assert_true (shows (self, sent.marks));
  activate (self, "win.sheet-close", NULL, NULL);
  activate (self, "win.sheet-add", NULL, NULL);
  g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet_of (self)), ==, 2);
  g_assert_true (shows (self, sent.marks));
}

/* A file that cannot be opened is no sheet: what was painted before is still new to the one that is there. */
static void
test_damaged (Fixture       *self,
              gconstpointer  data)
{
  g_auto (Sent) sent = send_sheet (self);

  activate (self, POINT);
  activate (self, "win.sheet-add", NULL, NULL);
  activate (self, "win.sheet-close", NULL, NULL);
  paint (self, PALPATE_VIEW_BACK, 60, 170);
  g_assert_true (g_file_replace_contents (sent.file, "{", 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  palpate_window_open_sheet_file (self->window, sent.file);
  spin ();
  activate (self, "win.sheet-close", NULL, NULL);
  g_assert_false (shows (self, self->marks));
  activate (self, "win.sheet-add", NULL, NULL);
  g_assert_true (shows (self, self->marks));
}

/* A sheet whose points were all taken off is for the next person: nothing of where it hurt the last one. */
static void
test_next_person (Fixture       *self,
                  gconstpointer  data)
{
  paint (self, PALPATE_VIEW_BACK, -60, 170);
  activate (self, POINT);
  activate (self, "win.sheet-add", NULL, NULL);
  g_assert_true (shows (self, self->marks));
  palpate_sheet_remove_task (sheet_of (self), 0);
  activate (self, "win.sheet-close", NULL, NULL);
  palpate_marks_clear (self->marks);
  activate (self, "win.open", "s", "point/soleus-TrP1/left");
  activate (self, "win.sheet", NULL, NULL);
  g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet_of (self)), ==, 1);
  g_assert_true (palpate_marks_is_empty (palpate_sheet_get_marks (sheet_of (self))));
}

/* Goes one step back. */
static void
assert_one_step (Fixture    *self,
                 const char *before)
{
  g_autofree char *after = palpate_sheet_to_data (sheet_of (self), TRUE);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (after, !=, before);
  step (self, "sheet.undo");
  undone = palpate_sheet_to_data (sheet_of (self), TRUE);
  g_assert_cmpstr (undone, ==, before);
  step (self, "sheet.redo");
  redone = palpate_sheet_to_data (sheet_of (self), TRUE);
  g_assert_cmpstr (redone, ==, after);
}

/* What was done at once is undone at once. */
static void
test_one_step (Fixture       *self,
               gconstpointer  data)
{
  g_auto (Sent) sent = send_sheet (self);
  g_autoptr (GListStore) tasks = g_list_store_new (PALPATE_TYPE_TASK);
  g_autofree char *empty = palpate_sheet_to_data (sheet_of (self), TRUE);
  g_autofree char *taken = NULL;
  g_autofree char *mine = NULL;
  g_autofree char *opened = NULL;

  activate (self, POINT);
  activate (self, "win.sheet", NULL, NULL);
  g_assert_true (shows (self, self->marks));
  assert_one_step (self, empty);

  activate (self, "win.sheet-close", NULL, NULL);
  paint (self, PALPATE_VIEW_BACK, 60, 170);
  activate (self, "win.open", "s", "point/soleus-TrP1/left");
  taken = palpate_sheet_to_data (sheet_of (self), TRUE);
  activate (self, "win.sheet-add", NULL, NULL);
  g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet_of (self)), ==, 2);
  assert_one_step (self, taken);

  palpate_sheet_set_text (sheet_of (self), PALPATE_SHEET_TITLE, "Mine");
  palpate_sheet_set_text (sheet_of (self), PALPATE_SHEET_PERSON, "Anna");
  mine = palpate_sheet_to_data (sheet_of (self), TRUE);
  palpate_window_open_sheet_file (self->window, sent.file);
  spin ();
  g_assert_true (shows (self, sent.marks));
  assert_one_step (self, mine);

  for (guint i = 0; i < 3; i++)
    {
      static const char *const points[] = { "soleus-TrP1", "levator-scapulae-TrP1", "trapezius-upper-TrP1" };
      g_autoptr (PalpateTask) task = palpate_task_new (atlas, (PalpateSidedPoint) { palpate_atlas_get_point (atlas, points[i]), PALPATE_SIDE_LEFT });

      g_list_store_append (tasks, task);
    }
  opened = palpate_sheet_to_data (sheet_of (self), TRUE);
  palpate_sheet_page_set_tasks (self->window->sheet_page, G_LIST_MODEL (tasks));
  spin ();
  g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet_of (self)), ==, 3);
  assert_one_step (self, opened);
}

/* Who does not want to show where it hurts leaves it away; where nothing is marked there is nothing to switch. */
static void
test_left_away (Fixture       *self,
                gconstpointer  data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;
  GtkWidget *row;

  activate (self, POINT);
  activate (self, "win.sheet-add", NULL, NULL);
  g_assert_null (find_row (GTK_WIDGET (self->window->sheet_page), "Where it hurts"));
  activate (self, "win.sheet-close", NULL, NULL);
  paint (self, PALPATE_VIEW_BACK, -60, 170);
  activate (self, "win.sheet", NULL, NULL);
  row = find_row (GTK_WIDGET (self->window->sheet_page), "Where it hurts");
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  while (palpate_sheet_has_part (sheet_of (self), PALPATE_SHEET_PART_MARKS))   /* the switch takes its time */
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_true (shows (self, self->marks));

  /* without a body there is nothing to show it on */
  g_assert_true (gtk_widget_is_sensitive (row));
  palpate_sheet_set_part (sheet_of (self), PALPATE_SHEET_PART_BODY, FALSE);
  g_assert_false (gtk_widget_is_sensitive (row));
  palpate_sheet_set_part (sheet_of (self), PALPATE_SHEET_PART_BODY, TRUE);
  g_assert_true (gtk_widget_is_sensitive (row));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);   /* gtk_test_init() wants a locale that need not be there */
  adw_init ();
  atlas = palpate_atlas_new_built_in ();
  charts = palpate_chart_set_new_from_resource ();
  application = GTK_APPLICATION (palpate_application_new ());
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_test_add ("/window-sheet/painted", Fixture, NULL, set_up, test_painted, tear_down);
  g_test_add ("/window-sheet/one-more", Fixture, NULL, set_up, test_one_more, tear_down);
  g_test_add ("/window-sheet/cleared", Fixture, NULL, set_up, test_cleared, tear_down);
  g_test_add ("/window-sheet/sent", Fixture, NULL, set_up, test_sent, tear_down);
  g_test_add ("/window-sheet/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/window-sheet/next-person", Fixture, NULL, set_up, test_next_person, tear_down);
  g_test_add ("/window-sheet/one-step", Fixture, NULL, set_up, test_one_step, tear_down);
  g_test_add ("/window-sheet/left-away", Fixture, NULL, set_up, test_left_away, tear_down);
  status = g_test_run ();
  g_object_unref (application);
  g_object_unref (charts);
  g_object_unref (atlas);
  return status;
}
