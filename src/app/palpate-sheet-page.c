/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-page-private.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-language.h"
#include "palpate-locale.h"
#include "palpate-rows.h"
#include "palpate-settings.h"
#include "palpate-sheet-editor.h"
#include "palpate-sheet-file.h"
#include "palpate-sheet-pdf.h"
#include "palpate-sheet-preview.h"
#include "palpate-sheet-print.h"
#include "palpate-sheet-templates-dialog.h"

#define EDITOR_WIDTH 440
#define MAX_UNDO 100

struct _PalpateSheetPage {
  AdwBin parent_instance;

  /* owned */
  PalpateSheet        *sheet;
  PalpateSheetFigures *figures;
  PalpateSheetPages   *pages;
  PalpateCare         *care;
  GPtrArray           *undo, *redo;   /* sheets as text */
  char                *state;         /* the sheet as it is now */
  PalpateSheetTemplates *templates;   /* (nullable): until they are wanted */

  /* children */
  AdwWindowTitle      *title;
  GtkStack            *stack;
  GtkWidget           *editor;
  PalpateSheetPreview *preview;
  GtkWidget           *preview_button;
  GtkWidget           *problem;

  guint    update_id;
  gboolean is_narrow;
  gboolean has_problem;     /* a file could not be opened, and the person has not read why */
  gboolean is_going_back;   /* an undo changes the sheet: not a new step */
};

static guint opened_signal;

G_DEFINE_FINAL_TYPE (PalpateSheetPage, palpate_sheet_page, ADW_TYPE_BIN)

static GtkWindow *
get_window (PalpateSheetPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
update_actions (PalpateSheetPage *self)
{
  const gboolean is_empty = palpate_sheet_is_empty (self->sheet) || self->has_problem;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.undo", self->undo->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.redo", self->redo->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save-pdf", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", !is_empty);
}

static void
update_pages (PalpateSheetPage *self)
{
  g_autoptr (GError) error = NULL;
  PalpateSheetPages *pages;

  g_clear_handle_id (&self->update_id, g_source_remove);
  pages = palpate_sheet_pages_new (self->sheet, self->figures, palpate_language_get_directory (), &error);
  if (pages == NULL)
    {
      palpate_rows_say (GTK_WIDGET (self), error->message);
      palpate_sheet_set_text (self->sheet, PALPATE_SHEET_LANGUAGE, "");
      return;
    }
  g_clear_pointer (&self->pages, palpate_sheet_pages_unref);
  self->pages = pages;
  palpate_sheet_preview_set_pages (self->preview, pages);
  gtk_stack_set_visible_child_name (self->stack, self->has_problem ? "problem" : palpate_sheet_is_empty (self->sheet) ? "empty" : "sheet");
  if (palpate_sheet_is_empty (self->sheet) || self->has_problem)
    adw_window_title_set_subtitle (self->title, NULL);
  else
    palpate_sheet_page_set_title (self->title, self->pages, palpate_sheet_get_paper (self->sheet));
  update_actions (self);
}

static gboolean
update_cb (gpointer user_data)
{
  PalpateSheetPage *self = user_data;

  self->update_id = 0;
  update_pages (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PalpateSheetPage *self)
{
  if (!self->is_going_back)
    {
      g_autofree char *state = palpate_sheet_to_data (self->sheet, TRUE);

      if (!g_str_equal (state, self->state))
        {
          g_ptr_array_add (self->undo, g_steal_pointer (&self->state));
          if (self->undo->len > MAX_UNDO)
            g_ptr_array_remove_index (self->undo, 0);
          g_ptr_array_set_size (self->redo, 0);
          self->state = g_steal_pointer (&state);
        }
    }
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

/* Takes a state from one pile, and puts the present one on the other. */
static void
go_back (PalpateSheetPage *self,
         GPtrArray        *from,
         GPtrArray        *to)
{
  g_autofree char *state = NULL;

  if (from->len == 0)
    return;
  state = g_ptr_array_steal_index (from, from->len - 1);
  self->is_going_back = TRUE;
  palpate_sheet_assign_data (self->sheet, state, -1, NULL, NULL);
  self->is_going_back = FALSE;
  g_ptr_array_add (to, g_steal_pointer (&self->state));
  self->state = g_steal_pointer (&state);
  update_pages (self);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);

  go_back (self, self->undo, self->redo);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);

  go_back (self, self->redo, self->undo);
}

static void
printed_cb (PalpateSheetPage        *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  palpate_rows_say (GTK_WIDGET (self), error != NULL ? error->message : _("The sheet could not be printed."));
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;

  update_pages (self);
  operation = palpate_sheet_print_new (self->pages);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  palpate_sheet_print_run (operation, get_window (self));
}

static void
pdf_chosen_cb (GFile    *file,
               gpointer  user_data)
{
  PalpateSheetPage *self = user_data;
  g_autoptr (GError) error = NULL;

  update_pages (self);
  palpate_rows_say (GTK_WIDGET (self), palpate_sheet_pdf_save (self->pages, palpate_sheet_get_date (self->sheet), file, &error) ? _("PDF saved") : error->message);
}

static void
save_pdf_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);
  g_autofree char *file = palpate_sheet_page_create_file_name (self->pages, ".pdf");

  palpate_compat_choose_file (get_window (self), _("Save PDF"), file, palpate_sheet_page_create_filter (_("PDF"), "*.pdf", "application/pdf"), pdf_chosen_cb,
                              g_object_ref (self), g_object_unref);
}

static void
file_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  PalpateSheetPage *self = user_data;
  g_autoptr (GError) error = NULL;

  palpate_rows_say (GTK_WIDGET (self), palpate_sheet_save (self->sheet, file, FALSE, &error) ? _("Sheet saved, without the name") : error->message);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);
  g_autofree char *file = palpate_sheet_page_create_file_name (self->pages, PALPATE_SHEET_SUFFIX);

  palpate_compat_choose_file (get_window (self), _("Save Sheet"), file,
                              palpate_sheet_page_create_filter (_("Home-care sheets"), "*" PALPATE_SHEET_SUFFIX, PALPATE_SHEET_MIME_TYPE), file_chosen_cb,
                              g_object_ref (self), g_object_unref);
}

static void
open_chosen_cb (GFile    *file,
                gpointer  user_data)
{
  palpate_sheet_page_open (user_data, file);
}

static void
open_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);

  palpate_compat_choose_file (get_window (self), _("Open Sheet"), NULL,
                              palpate_sheet_page_create_filter (_("Home-care sheets"), "*" PALPATE_SHEET_SUFFIX, PALPATE_SHEET_MIME_TYPE), open_chosen_cb,
                              g_object_ref (self), g_object_unref);
}

static void
clear_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);

  palpate_sheet_clear (self->sheet);
}

static void
hide_problem (PalpateSheetPage *self)
{
  self->has_problem = FALSE;
  update_pages (self);
}

static void
dismiss_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);

  hide_problem (self);
  palpate_sheet_page_focus (self);
}

static void
templates_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);
  GtkWidget *content;

  if (self->templates == NULL)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), "palpate", "sheet-templates.json", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      self->templates = palpate_sheet_templates_new (file);
    }
  content = palpate_sheet_templates_dialog_new (self->templates, self->sheet);
  palpate_compat_dialog_present (palpate_compat_dialog_new (_("Templates"), 480, 560, content), get_window (self), NULL);
}

static void
update_narrow (PalpateSheetPage *self)
{
  const gboolean shows_preview = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->preview_button));

  gtk_widget_set_visible (self->preview_button, self->is_narrow);
  gtk_widget_set_visible (self->editor, !self->is_narrow || !shows_preview);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), !self->is_narrow || shows_preview);
  gtk_widget_set_size_request (self->editor, self->is_narrow ? -1 : EDITOR_WIDTH, -1);
  gtk_widget_set_hexpand (self->editor, self->is_narrow);
}

static void
preview_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (widget);
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (self->preview_button);

  if (self->is_narrow)
    gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->preview), GTK_DIR_TAB_FORWARD);
}

static void
palpate_sheet_page_dispose (GObject *object)
{
  PalpateSheetPage *self = PALPATE_SHEET_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->sheet);
  g_clear_object (&self->care);
  g_clear_pointer (&self->pages, palpate_sheet_pages_unref);
  g_clear_pointer (&self->figures, palpate_sheet_figures_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->state, g_free);
  g_clear_object (&self->templates);

  G_OBJECT_CLASS (palpate_sheet_page_parent_class)->dispose (object);
}

static void
palpate_sheet_page_class_init (PalpateSheetPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_sheet_page_dispose;
  opened_signal = g_signal_new ("opened", PALPATE_TYPE_SHEET_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "sheet.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "sheet.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "sheet.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "sheet.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "sheet.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "sheet.dismiss", NULL, dismiss_cb);
  gtk_widget_class_install_action (widget_class, "sheet.templates", NULL, templates_cb);
  gtk_widget_class_install_action (widget_class, "sheet.preview", NULL, preview_cb);
}

static void
palpate_sheet_page_init (PalpateSheetPage *self)
{
  self->undo = g_ptr_array_new_with_free_func (g_free);
  self->redo = g_ptr_array_new_with_free_func (g_free);
}

static void
bind_settings (PalpateSheetPage *self,
               GSettings        *settings)
{
  g_settings_bind (settings, PALPATE_KEY_PRACTICE_NAME, self->sheet, "practice", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, PALPATE_KEY_PRACTICE_CONTACT, self->sheet, "contact", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, PALPATE_KEY_PRACTICE_LOGO, self->sheet, "logo", G_SETTINGS_BIND_GET);
}

/**
 * palpate_sheet_page_new:
 *
 * Returns: (transfer floating): the page, with an empty sheet of today
 */
GtkWidget *
palpate_sheet_page_new (PalpateAtlas    *atlas,
                        PalpateChartSet *charts,
                        PalpateCare     *care,
                        GSettings       *settings)
{
  PalpateSheetPage *self = g_object_new (PALPATE_TYPE_SHEET_PAGE, NULL);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (now), g_date_time_get_month (now), g_date_time_get_year (now));
  self->sheet = palpate_sheet_new (atlas, &today);
  palpate_sheet_set_care (self->sheet, care);
  palpate_sheet_set_paper (self->sheet, palpate_locale_get_paper ());
  bind_settings (self, settings);
  self->figures = palpate_sheet_figures_new (charts);
  self->care = g_object_ref (care);
  self->state = palpate_sheet_to_data (self->sheet, TRUE);
  self->editor = palpate_sheet_editor_new (self->sheet);
  self->preview = PALPATE_SHEET_PREVIEW (palpate_sheet_preview_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_box_append (GTK_BOX (row), self->editor);
  gtk_box_append (GTK_BOX (row), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->preview));
  gtk_stack_add_named (self->stack, row, "sheet");
  gtk_stack_add_named (self->stack, palpate_sheet_page_create_empty (), "empty");
  self->problem = palpate_sheet_page_create_problem ();
  gtk_stack_add_named (self->stack, self->problem, "problem");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (column), palpate_sheet_page_create_header (&self->title, &self->preview_button));
  g_signal_connect_object (self->preview_button, "toggled", G_CALLBACK (update_narrow), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), column);
  update_narrow (self);
  g_signal_connect_object (self->sheet, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update_pages (self);
  return GTK_WIDGET (self);
}

PalpateSheet *
palpate_sheet_page_get_sheet (PalpateSheetPage *self)
{
  return self->sheet;
}

/**
 * palpate_sheet_page_get_pages:
 *
 * Returns: (transfer none): the pages of the sheet as it is now
 */
PalpateSheetPages *
palpate_sheet_page_get_pages (PalpateSheetPage *self)
{
  if (self->update_id != 0)
    update_pages (self);
  return self->pages;
}

/**
 * palpate_sheet_page_add:
 *
 * Adds a point, as the care profile allows; says why it does not, where it does not.
 */
gboolean
palpate_sheet_page_add (PalpateSheetPage  *self,
                        PalpateSidedPoint  source)
{
  const PalpatePointTechnique *use = palpate_care_suggest (self->care, source.point);
  g_autoptr (GError) error = NULL;
  PalpateTask *task;

  hide_problem (self);

  if (source.point->mode != PALPATE_MODE_PROFESSIONAL && !palpate_care_leaves_any (self->care, source.point))
    {
      palpate_rows_say (GTK_WIDGET (self), _("Your care profile leaves this point out."));
      return FALSE;
    }
  if (!palpate_sheet_add (self->sheet, source, &error))
    {
      palpate_rows_say (GTK_WIDGET (self), error->message);
      return FALSE;
    }
  if (source.point->mode == PALPATE_MODE_PROFESSIONAL)
    return TRUE;
  task = palpate_sheet_get_task (self->sheet, palpate_sheet_get_n_tasks (self->sheet) - 1);
  if (use != NULL)
    palpate_task_set_technique (task, use);
  palpate_task_set_stretch (task, palpate_care_suggest_stretch (self->care, source.point->muscle));
  return TRUE;
}

/**
 * palpate_sheet_page_set_tasks:
 * @tasks: (element-type PalpateTask): a routine's; the sheet gets copies
 */
void
palpate_sheet_page_set_tasks (PalpateSheetPage *self,
                              GListModel       *tasks)
{
  hide_problem (self);
  palpate_sheet_freeze (self->sheet);
  palpate_sheet_clear (self->sheet);
  for (guint i = 0; i < g_list_model_get_n_items (tasks) && i < PALPATE_SHEET_MAX_TASKS; i++)
    {
      g_autoptr (PalpateTask) task = g_list_model_get_item (tasks, i);

      palpate_sheet_add_copy (self->sheet, task);
    }
  palpate_sheet_thaw (self->sheet);
}

/**
 * palpate_sheet_page_open:
 *
 * Opens a sheet file; says what could not be used, or shows why it is none.
 */
void
palpate_sheet_page_open (PalpateSheetPage *self,
                         GFile            *file)
{
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  self->has_problem = !palpate_sheet_load (self->sheet, palpate_sheet_figures_get_charts (self->figures), file, problems, &error);
  if (self->has_problem)
    palpate_sheet_page_set_problem (self->problem, file, error);
  update_pages (self);
  if (self->has_problem)
    {
      gtk_widget_child_focus (self->problem, GTK_DIR_TAB_FORWARD);
      return;
    }
  g_signal_emit (self, opened_signal, 0);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = palpate_problem_to_string (g_ptr_array_index (problems, i));

      g_message ("%s", line);
    }
  if (problems->len == 0)
    return;
  message = g_strdup_printf (ngettext ("%u thing in the file was left out or lowered.", "%u things in the file were left out or lowered.",
                                       problems->len), problems->len);
  palpate_rows_say (GTK_WIDGET (self), message);
}

/**
 * palpate_sheet_page_set_narrow:
 * @narrow: whether editor and preview have no room beside each other
 */
void
palpate_sheet_page_set_narrow (PalpateSheetPage *self,
                               gboolean          narrow)
{
  if (self->is_narrow == narrow)
    return;
  self->is_narrow = narrow;
  update_narrow (self);
}

void
palpate_sheet_page_focus (PalpateSheetPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

void
palpate_sheet_page_zoom_by (PalpateSheetPage *self,
                            double            factor)
{
  palpate_sheet_preview_zoom_by (self->preview, factor);
}

void
palpate_sheet_page_zoom_fit (PalpateSheetPage *self)
{
  palpate_sheet_preview_zoom_fit (self->preview);
}
