/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-templates-dialog.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-rows.h"

struct _PalpateSheetTemplatesDialog {
  AdwBin parent_instance;

  /* owned */
  PalpateSheetTemplates *templates;
  PalpateSheet          *sheet;
  PalpateSheetTemplate  *removed;   /* (nullable): the one that can be taken back */
  guint                  removed_from;

  /* children */
  AdwToastOverlay *toasts;
  GtkWidget       *name;
  GtkWidget       *group;
  GPtrArray       *rows;            /* of the group; borrowed */

  guint fill_id;
};

G_DEFINE_FINAL_TYPE (PalpateSheetTemplatesDialog, palpate_sheet_templates_dialog, ADW_TYPE_BIN)

static GListModel *
get_list (PalpateSheetTemplatesDialog *self)
{
  return palpate_sheet_templates_get_list (self->templates);
}

static guint
get_position (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, "position"));
}

static void
use_cb (GtkWidget                   *button,
        PalpateSheetTemplatesDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (palpate_sheet_templates_use (self->templates, get_position (button), self->sheet, &error))
    palpate_compat_dialog_close (GTK_WIDGET (self));
  else
    palpate_rows_say (GTK_WIDGET (self->toasts), error->message);
}

static void
renamed_cb (AdwEntryRow                 *row,
            PalpateSheetTemplatesDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!palpate_sheet_templates_rename (self->templates, get_position (row), gtk_editable_get_text (GTK_EDITABLE (row)), &error))
    palpate_rows_say (GTK_WIDGET (self->toasts), error->message);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  PalpateSheetTemplatesDialog *self = PALPATE_SHEET_TEMPLATES_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (self->removed == NULL)
    return;
  if (palpate_sheet_templates_restore (self->templates, self->removed_from, self->removed, &error))
    g_clear_object (&self->removed);
  else
    palpate_rows_say (GTK_WIDGET (self->toasts), error->message);
}

static void
close_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  palpate_compat_dialog_close (widget);
}

static void
delete_cb (GtkWidget                   *button,
           PalpateSheetTemplatesDialog *self)
{
  const guint position = get_position (button);
  PalpateSheetTemplate *removed;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  g_autofree char *safe = NULL;
  AdwToast *toast;

  removed = palpate_sheet_templates_remove (self->templates, position, &error);
  if (removed == NULL)
    {
      palpate_rows_say (GTK_WIDGET (self->toasts), error->message);
      return;
    }
  g_set_object (&self->removed, removed);
  self->removed_from = position;
  message = g_strdup_printf (_("“%s” was deleted."), palpate_sheet_template_get_name (removed));
  safe = g_markup_escape_text (message, -1);
  toast = adw_toast_new (safe);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "templates.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
  palpate_compat_announce (GTK_WIDGET (self), message);
  gtk_widget_grab_focus (self->name);
  g_object_unref (removed);
}

static void
keep_cb (PalpateSheetTemplatesDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (*name == '\0')
    palpate_rows_say (GTK_WIDGET (self->toasts), _("A template needs a name."));
  else if (palpate_sheet_templates_keep (self->templates, self->sheet, name, &error))
    gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  else
    palpate_rows_say (GTK_WIDGET (self->toasts), error->message);
}

static GtkWidget *
add_button (PalpateSheetTemplatesDialog *self,
            GtkWidget                   *row,
            GtkWidget                   *button,
            const char                  *words,
            const char                  *name,
            guint                        position,
            GCallback                    callback)
{
  /* Translators: what a button does, then the name of the template that it does it to */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), words, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  return button;
}

static GtkWidget *
create_row (PalpateSheetTemplatesDialog *self,
            guint                        position)
{
  g_autoptr (PalpateSheetTemplate) kept = g_list_model_get_item (get_list (self), position);
  const char *name = palpate_sheet_template_get_name (kept);
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Name"));
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (row, "apply", G_CALLBACK (renamed_cb), self, 0);
  add_button (self, row, gtk_button_new_with_label (_("Use")), _("Begin with this template"), name, position, G_CALLBACK (use_cb));
  gtk_widget_add_css_class (add_button (self, row, gtk_button_new_from_icon_name ("user-trash-symbolic"), _("Delete this template"), name,
                                        position, G_CALLBACK (delete_cb)), "flat");
  return row;
}

static void
fill (PalpateSheetTemplatesDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (get_list (self)); i++)
    {
      GtkWidget *row = create_row (self, i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), self->rows->len == 0 ? _("None is kept yet.") : NULL);
}

static gboolean
fill_cb (gpointer user_data)
{
  PalpateSheetTemplatesDialog *self = user_data;

  self->fill_id = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: a row may be in the middle of its own signal. */
static void
list_changed_cb (PalpateSheetTemplatesDialog *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add (fill_cb, self);
}

static void
palpate_sheet_templates_dialog_dispose (GObject *object)
{
  PalpateSheetTemplatesDialog *self = PALPATE_SHEET_TEMPLATES_DIALOG (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->templates);
  g_clear_object (&self->sheet);
  g_clear_object (&self->removed);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (palpate_sheet_templates_dialog_parent_class)->dispose (object);
}

static void
palpate_sheet_templates_dialog_class_init (PalpateSheetTemplatesDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_sheet_templates_dialog_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "templates.undo", NULL, undo_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "templates.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "templates.close", NULL);
}

static void
palpate_sheet_templates_dialog_init (PalpateSheetTemplatesDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->toasts));
}

static GtkWidget *
create_new_group (PalpateSheetTemplatesDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Keep this sheet"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Points, doses, notes, parts and paper. Never the person."));
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name of the new template"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self->name), TRUE);
  g_signal_connect_object (self->name, "apply", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->name, !palpate_sheet_is_empty (self->sheet));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->name);
  return group;
}

/**
 * palpate_sheet_templates_dialog_new:
 * @sheet: what is kept, and what begins with a template
 *
 * Returns: (transfer floating): what stands in the dialog
 */
GtkWidget *
palpate_sheet_templates_dialog_new (PalpateSheetTemplates *templates,
                                    PalpateSheet          *sheet)
{
  PalpateSheetTemplatesDialog *self = g_object_new (PALPATE_TYPE_SHEET_TEMPLATES_DIALOG, NULL);
  GtkWidget *box, *page = palpate_rows_page_new (&box);
  GtkWidget *close = gtk_button_new_with_mnemonic (_("_Close"));

  self->templates = g_object_ref (templates);
  self->sheet = g_object_ref (sheet);
  if (palpate_sheet_templates_get_trouble (templates) != NULL)
    gtk_box_append (GTK_BOX (box), palpate_rows_card_new (_("Templates"), palpate_sheet_templates_get_trouble (templates), NULL, NULL));
  gtk_box_append (GTK_BOX (box), create_new_group (self));
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Templates"));
  gtk_box_append (GTK_BOX (box), self->group);
  gtk_widget_add_css_class (close, "pill");
  gtk_widget_set_halign (close, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "templates.close");
  gtk_box_append (GTK_BOX (box), close);
  fill (self);
  adw_toast_overlay_set_child (self->toasts, page);
  g_signal_connect_object (get_list (self), "items-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
