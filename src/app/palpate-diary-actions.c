/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-diary-actions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "palpate-compat.h"
#include "palpate-rows.h"
#include "palpate-text.h"

typedef struct {
  PalpateDiary   *diary;
  GtkApplication *application;   /* borrowed: owns the actions */
  PalpateAtlas   *atlas;
} Context;

static void
context_free (gpointer  data,
              GClosure *closure)
{
  Context *self = data;

  g_object_unref (self->diary);
  g_object_unref (self->atlas);
  g_free (self);
}

static void
close_cb (GtkWidget *button)
{
  palpate_compat_dialog_close (button);
}

/* A text, and buttons below it: one that closes, and perhaps one that does something first. */
static void
present (Context    *self,
         const char *title,
         const char *text,
         const char *close,
         GtkWidget  *act)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_mnemonic (close);
  g_autofree char *shown = palpate_text_isolate_paths (text);

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect (button, "clicked", G_CALLBACK (close_cb), NULL);
  gtk_box_append (GTK_BOX (buttons), button);
  if (act != NULL)
    gtk_box_append (GTK_BOX (buttons), act);
  gtk_box_append (GTK_BOX (box), palpate_rows_text_new (shown, NULL));
  gtk_box_append (GTK_BOX (box), buttons);
  palpate_compat_dialog_present (palpate_compat_dialog_new (title, 460, -1, box), gtk_application_get_active_window (self->application), button);
}

static void
trouble_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  Context *self = user_data;
  const char *trouble = palpate_diary_get_trouble (self->diary);

  if (trouble != NULL)
    present (self, _("Journal"), trouble, _("_Close"), NULL);
}

static void
delete_clicked_cb (GtkWidget *button,
                   Context   *self)
{
  g_autoptr (GError) error = NULL;
  const gboolean is_done = palpate_diary_delete_all (self->diary, &error);

  palpate_compat_dialog_close (button);
  if (!is_done)
    present (self, _("Nothing was deleted"), error->message, _("_Close"), NULL);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Context *self = user_data;
  GtkWidget *button;

  if (palpate_diary_get_journal (self->diary) == NULL)
    {
      present (self, _("Journal"), _("There is no journal: it is off, or its file cannot be used."), _("_Close"), NULL);
      return;
    }
  button = gtk_button_new_with_mnemonic (_("_Delete Everything"));
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect (button, "clicked", G_CALLBACK (delete_clicked_cb), self);
  present (self, _("Delete the Whole Journal?"), _("All sessions and all copies of them go, and cannot be brought back."), _("_Cancel"), button);
}

/* A file that was chosen for an export. */
typedef struct {
  Context  *context;
  gboolean  is_json;
} Export;

static void
export_chosen_cb (GFile    *file,
                  gpointer  user_data)
{
  Export *export = user_data;
  Context *self = export->context;
  PalpateJournal *journal = palpate_diary_get_journal (self->diary);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = journal != NULL ? palpate_journal_list (journal, &error) : NULL;
  g_autofree char *text = NULL;

  if (entries != NULL)
    {
      text = export->is_json ? palpate_journal_export_json (self->atlas, entries) : palpate_journal_export_csv (self->atlas, entries);
      g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error);
    }
  if (error != NULL)
    present (self, _("The journal was not exported"), error->message, _("_Close"), NULL);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  Context *self = user_data;
  GtkFileFilter *filter;
  Export *export;

  if (palpate_diary_get_journal (self->diary) == NULL)
    {
      present (self, _("Journal"), _("There is no journal: it is off, or its file cannot be used."), _("_Close"), NULL);
      return;
    }
  export = g_new0 (Export, 1);
  *export = (Export) { self, g_str_equal (g_variant_get_string (parameter, NULL), "json") };
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, export->is_json ? "JSON" : "CSV");
  gtk_file_filter_add_mime_type (filter, export->is_json ? "application/json" : "text/csv");
  palpate_compat_choose_file (gtk_application_get_active_window (self->application), _("Export the Journal"),
                              export->is_json ? "palpate-journal.json" : "palpate-journal.csv", filter, export_chosen_cb, export, g_free);
}

static void
add (Context            *self,
     const char         *name,
     const GVariantType *type,
     GCallback           callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, type);
  Context *own = g_memdup2 (self, sizeof *self);

  g_object_ref (own->diary);
  g_object_ref (own->atlas);
  g_signal_connect_data (action, "activate", callback, own, context_free, 0);
  g_action_map_add_action (G_ACTION_MAP (self->application), G_ACTION (action));
}

/**
 * palpate_diary_add_actions:
 *
 * Adds `app.journal-export` (csv or json), `app.journal-delete` and `app.journal-trouble`.
 */
void
palpate_diary_add_actions (PalpateDiary   *self,
                           GtkApplication *application,
                           PalpateAtlas   *atlas)
{
  Context context = { self, application, atlas };

  g_return_if_fail (PALPATE_IS_DIARY (self));

  add (&context, "journal-export", G_VARIANT_TYPE_STRING, G_CALLBACK (export_cb));
  add (&context, "journal-delete", NULL, G_CALLBACK (delete_cb));
  add (&context, "journal-trouble", NULL, G_CALLBACK (trouble_cb));
}
