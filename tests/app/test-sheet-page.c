/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet editor with the real widgets: points, undo, preview, and printing through the code of the print dialog.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "palpate-routine.h"
#include "palpate-settings.h"
#include "palpate-sheet-file.h"
#include "palpate-sheet-page.h"
#include "palpate-sheet-print.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static PalpateAtlas *atlas;
static PalpateChartSet *charts;

typedef struct {
  GtkWindow        *window;
  PalpateSheetPage *page;
  PalpateSheet     *sheet;
  PalpateCare      *care;
} Fixture;

static void
spin (void)
{
  for (int i = 0; i < 200 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = palpate_settings_new (NULL);

  self->care = palpate_care_new (atlas);
  self->window = GTK_WINDOW (gtk_window_new ());
  self->page = PALPATE_SHEET_PAGE (palpate_sheet_page_new (atlas, charts, self->care, settings));
  self->sheet = palpate_sheet_page_get_sheet (self->page);
  gtk_window_set_default_size (self->window, 1200, 800);
  gtk_window_set_child (self->window, GTK_WIDGET (self->page));
  gtk_window_present (self->window);
  spin ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (self->window);
  g_clear_object (&self->care);
  spin ();
}

static void
add (Fixture    *self,
     const char *id)
{
  const PalpateSidedPoint source = { palpate_atlas_get_point (atlas, id), PALPATE_SIDE_LEFT };

  g_assert_true (palpate_sheet_page_add (self->page, source));
}

static void
activate (Fixture    *self,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page), action, NULL));
  spin ();
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  add (self, "soleus-TrP1");
  add (self, "popliteus-TrP1");
  spin ();
  activate (self, "sheet.undo");
  g_assert_cmpuint (palpate_sheet_get_asked (self->sheet)->len, ==, 0);
  g_assert_cmpuint (palpate_sheet_get_n_tasks (self->sheet), ==, 1);
  activate (self, "sheet.redo");
  g_assert_cmpuint (palpate_sheet_get_asked (self->sheet)->len, ==, 1);
  activate (self, "sheet.clear");
  g_assert_true (palpate_sheet_is_empty (self->sheet));
  activate (self, "sheet.undo");
  g_assert_cmpuint (palpate_sheet_get_n_tasks (self->sheet), ==, 1);
}

static void
test_preview_follows (Fixture       *self,
                      gconstpointer  data)
{
  g_autofree char *text = NULL;

  add (self, "soleus-TrP1");
  palpate_sheet_set_text (self->sheet, PALPATE_SHEET_TITLE, "Calf");
  text = palpate_sheet_pages_dup_text (palpate_sheet_page_get_pages (self->page), 0);
  g_assert_nonnull (strstr (text, "Calf\n"));
}

static void
assert_printed (Fixture    *self,
                const char *words,
                gboolean    printed)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) flat = NULL;

  spin ();
  text = palpate_sheet_pages_dup_text (palpate_sheet_page_get_pages (self->page), 0);
  flat = g_string_new (text);
  g_string_replace (flat, "\u00a0", " ", 0);   /* between a number and its unit */
  g_assert_cmpint (strstr (flat->str, words) != NULL, ==, printed);
}

/* However a point came onto the sheet, the care profile of the moment holds: a routine's, a file's, one from before. */
static void
test_care (Fixture       *self,
           gconstpointer  data)
{
  const char *const pregnancy[] = { "pregnancy", NULL }, *const none[] = { NULL };
  g_autofree char *folder = g_dir_make_tmp ("palpate-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "legs.palpate", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);

  palpate_routine_append (routine, (PalpateSidedPoint) { palpate_atlas_get_point (atlas, "rectus-femoris-TrP1"), PALPATE_SIDE_LEFT }, NULL);
  palpate_routine_append (routine, (PalpateSidedPoint) { palpate_atlas_get_point (atlas, "trapezius-upper-TrP1"), PALPATE_SIDE_LEFT }, NULL);
  palpate_sheet_page_set_tasks (self->page, G_LIST_MODEL (routine));
  g_assert_true (palpate_sheet_save (self->sheet, file, FALSE, NULL));
  assert_printed (self, "Left out for you.", FALSE);
  palpate_care_set_ids (self->care, pregnancy);
  assert_printed (self, "Left out for you.", TRUE);
  assert_printed (self, "Lighter than usual.", TRUE);
  assert_printed (self, "4 to 6 of 10", FALSE);

  palpate_sheet_clear (self->sheet);
  palpate_sheet_page_set_tasks (self->page, G_LIST_MODEL (routine));
  assert_printed (self, "Left out for you.", TRUE);
  activate (self, "sheet.undo");
  palpate_sheet_page_open (self->page, file);
  assert_printed (self, "Left out for you.", TRUE);
  palpate_care_set_ids (self->care, none);
  assert_printed (self, "Left out for you.", FALSE);
}

/* The first widget of a type that is shown, with that name where it has one. */
static GtkWidget *
find_widget (GtkWidget  *widget,
             GType       type,
             const char *title)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget)
      && (title == NULL || (ADW_IS_PREFERENCES_ROW (widget) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type, title);
  return found;
}

/* A file that is no sheet is explained on a page; the sheet that was open is as it was. */
static void
test_damaged_file (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("palpate-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "from <b>Anna.palpate", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *page;

  add (self, "soleus-TrP1");
  spin ();
  g_assert_null (find_widget (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, NULL));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const contents[] = { "{ \"kind\": \"palpate-sheet\", \"format\": 99 }", "PK\003\004", NULL };

      if (contents[i] != NULL)
        g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      else
        g_unlink (path);
      palpate_sheet_page_open (self->page, file);
      spin ();
      page = find_widget (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, NULL);
      g_assert_nonnull (page);
      g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "from &lt;b&gt;Anna.palpate"));
      g_assert_true (!!strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "newer Palpate") == (i == 0));
    }
  activate (self, "sheet.dismiss");
  g_assert_null (find_widget (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, NULL));
  g_assert_cmpuint (palpate_sheet_get_n_tasks (self->sheet), ==, 1);
  g_rmdir (folder);
}

/* The keyboard goes with a task that is moved, so that it can be moved on. */
static void
test_moving (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *focus;

  add (self, "soleus-TrP1");
  add (self, "rhomboidei-TrP1");
  add (self, "temporalis-TrP1");
  spin ();
  for (guint i = 2; i > 0; i--)
    {
      focus = i == 2 ? find_widget (GTK_WIDGET (self->page), ADW_TYPE_EXPANDER_ROW, NULL) : gtk_window_get_focus (self->window);
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_activate_action (focus, "sheet-editor.move", "(uu)", i, i - 1));
      spin ();
    }
  g_assert_cmpstr (palpate_task_get_source (palpate_sheet_get_task (self->sheet, 0)).point->id, ==, "temporalis-TrP1");
  focus = gtk_widget_get_ancestor (gtk_window_get_focus (self->window), ADW_TYPE_EXPANDER_ROW);
  g_assert_true (focus == find_widget (GTK_WIDGET (self->page), ADW_TYPE_EXPANDER_ROW, NULL));
}

/* The sheet in another language than the program. */
static void
test_language (Fixture       *self,
               gconstpointer  data)
{
  GtkWidget *row;
  g_autofree char *text = NULL;
  GListModel *names;
  guint position = 0;

  add (self, "soleus-TrP1");
  spin ();
  row = find_widget (GTK_WIDGET (self->page), ADW_TYPE_COMBO_ROW, "Language");
  g_assert_nonnull (row);
  names = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  while (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), position), "Deutsch"))
    position++;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
  text = palpate_sheet_pages_dup_text (palpate_sheet_page_get_pages (self->page), 0);
  g_assert_nonnull (strstr (text, "Woche"));
  palpate_sheet_set_text (self->sheet, PALPATE_SHEET_LANGUAGE, "");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         int                     *answer)
{
  *answer = (int) result;
}

static void
test_printing (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("palpate-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *content = NULL;
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;
  const char *const command[] = { "pdftotext", path, "-", NULL };
  int answer = -1, status = -1;

  add (self, "soleus-TrP1");
  add (self, "rhomboidei-TrP1");
  operation = palpate_sheet_print_new (palpate_sheet_page_get_pages (self->page));
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &answer);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, self->window, &error);
  g_assert_no_error (error);
  while (answer < 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpint (answer, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &content, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (content, "Tick when done"));
  g_assert_nonnull (strstr (content, "Stop if"));
  g_assert_nonnull (strstr (content, "1 of 1"));
  g_unlink (path);
  g_rmdir (folder);
}

/* How wide the first page is on the desk; 0 if it is not shown. */
static int
find_paper_width (GtkWidget *widget)
{
  int width = 0;

  if (gtk_widget_has_css_class (widget, "paper"))
    return gtk_widget_get_mapped (widget) ? gtk_widget_get_width (widget) : 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && width == 0; child = gtk_widget_get_next_sibling (child))
    width = find_paper_width (child);
  return width;
}

static void
test_narrow (Fixture       *self,
             gconstpointer  data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;

  add (self, "soleus-TrP1");
  palpate_sheet_page_set_narrow (self->page, TRUE);
  spin ();
  g_assert_cmpint (find_paper_width (GTK_WIDGET (self->page)), ==, 0);
  activate (self, "sheet.preview");
  while (find_paper_width (GTK_WIDGET (self->page)) < 200)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
  activate (self, "sheet.preview");
  palpate_sheet_page_set_narrow (self->page, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("palpate-config-XXXXXX", NULL);
  g_autofree char *program_folder = g_path_get_dirname (g_getenv ("PALPATE_PROGRAM"));
  g_autofree char *locale = g_build_filename (program_folder, "..", "po", "locale", NULL);
  int status;

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("PALPATE_LOCALE_DIR", locale, TRUE);
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  atlas = palpate_atlas_new_built_in ();
  charts = palpate_chart_set_new_from_resource ();
  g_test_add ("/sheet-page/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/sheet-page/preview-follows", Fixture, NULL, set_up, test_preview_follows, tear_down);
  g_test_add ("/sheet-page/care", Fixture, NULL, set_up, test_care, tear_down);
  g_test_add ("/sheet-page/damaged-file", Fixture, NULL, set_up, test_damaged_file, tear_down);
  g_test_add ("/sheet-page/moving", Fixture, NULL, set_up, test_moving, tear_down);
  g_test_add ("/sheet-page/language", Fixture, NULL, set_up, test_language, tear_down);
  g_test_add ("/sheet-page/printing", Fixture, NULL, set_up, test_printing, tear_down);
  g_test_add ("/sheet-page/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  status = g_test_run ();
  g_clear_object (&atlas);
  g_clear_object (&charts);
  return status;
}
