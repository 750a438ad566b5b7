/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-print.h"

static char *
get_settings_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "palpate", "printing.ini", NULL);
}

/* What was chosen the last time; a page setup only for the paper that the sheet has now. */
static void
load_settings (GtkPrintOperation *operation,
               GtkPageSetup      *own)
{
  g_autofree char *path = get_settings_path ();
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GtkPrintSettings) settings = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  gtk_print_operation_set_default_page_setup (operation, own);
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return;   /* the first time */
  settings = gtk_print_settings_new_from_key_file (file, NULL, NULL);
  if (settings != NULL)
    {
      gtk_print_settings_set_paper_size (settings, gtk_page_setup_get_paper_size (own));
      gtk_print_operation_set_print_settings (operation, settings);
    }
  setup = gtk_page_setup_new_from_key_file (file, NULL, NULL);
  if (setup != NULL && gtk_paper_size_is_equal (gtk_page_setup_get_paper_size (setup), gtk_page_setup_get_paper_size (own)))
    gtk_print_operation_set_default_page_setup (operation, setup);
}

static void
save_settings (GtkPrintOperation *operation)
{
  g_autofree char *path = get_settings_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);

  if (settings == NULL)
    return;
  gtk_print_settings_to_key_file (settings, file, NULL);
  if (gtk_print_operation_get_default_page_setup (operation) != NULL)
    gtk_page_setup_to_key_file (gtk_print_operation_get_default_page_setup (operation), file, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!g_key_file_save_to_file (file, path, &error))
    g_message ("%s", error->message);
}

/* The sheet says which paper; its own margins are in the drawing. */
static GtkPageSetup *
create_page_setup (PalpateSheetPages *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = NULL;
  double width, height;

  palpate_sheet_pages_get_size (pages, &width, &height);
  if (width > 600)
    size = gtk_paper_size_new (GTK_PAPER_NAME_LETTER);
  else
    size = gtk_paper_size_new (width > 500 ? GTK_PAPER_NAME_A4 : GTK_PAPER_NAME_A5);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  return setup;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              PalpateSheetPages *pages)
{
  palpate_sheet_pages_draw (pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    save_settings (operation);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  g_message ("the sheet could not be printed: %s", error != NULL ? error->message : "");
}

static void
unref_pages (gpointer  data,
             GClosure *closure)
{
  palpate_sheet_pages_unref (data);
}

/**
 * palpate_sheet_print_new:
 *
 * Returns: (transfer full): prints these pages, whatever becomes of the sheet meanwhile
 */
GtkPrintOperation *
palpate_sheet_print_new (PalpateSheetPages *pages)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = create_page_setup (pages);

  load_settings (operation, setup);
  gtk_print_operation_set_job_name (operation, palpate_sheet_pages_get_title (pages));
  gtk_print_operation_set_n_pages (operation, (int) palpate_sheet_pages_get_n_pages (pages));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), palpate_sheet_pages_ref (pages), unref_pages, 0);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), NULL);
  return operation;
}

/**
 * palpate_sheet_print_run:
 *
 * Shows the print dialog, or the portal's.
 */
void
palpate_sheet_print_run (GtkPrintOperation *operation,
                         GtkWindow         *parent)
{
  g_autoptr (GError) error = NULL;

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
  if (error != NULL)
    g_message ("the print dialog could not be opened: %s", error->message);
}
