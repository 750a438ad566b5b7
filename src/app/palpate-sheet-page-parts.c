/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header of the sheet page, what it shows without points, and what it shows when a file cannot be opened.
 */
#include "palpate-sheet-page-private.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-error.h"
#include "palpate-text.h"

static GtkWidget *
icon_button_new (const char *icon,
                 const char *label,
                 const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
create_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _("_Open Sheet…"), "sheet.open");
  g_menu_append (menu, _("_Save Sheet…"), "sheet.save");
  g_menu_append (menu, _("_Save PDF…"), "sheet.save-pdf");
  g_menu_append (menu, _("_Templates…"), "sheet.templates");
  g_menu_append (menu, _("_Use as Routine"), "win.sheet-to-routine");
  g_menu_append (menu, _("_Take All Points Off"), "sheet.clear");
  g_menu_append (menu, _("_Practice and Logo…"), "app.preferences");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _("Sheet menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Sheet menu"), -1);
  return button;
}

/**
 * palpate_sheet_page_create_header:
 * @title: (out): whose subtitle tells pages and paper
 * @preview_button: (out): for where there is no room beside the editor
 */
GtkWidget *
palpate_sheet_page_create_header (AdwWindowTitle **title,
                                  GtkWidget      **preview_button)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Print…")), *pdf = gtk_button_new_with_mnemonic (_("_Save PDF…"));

  *title = ADW_WINDOW_TITLE (adw_window_title_new (_("Home-care sheet"), NULL));
  *preview_button = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (*preview_button), "view-paged-symbolic");
  gtk_widget_set_tooltip_text (*preview_button, _("Preview"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (*preview_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Preview"), -1);
  gtk_widget_add_css_class (print, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "sheet.print");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (pdf), "sheet.save-pdf");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (*title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), icon_button_new ("go-previous-symbolic", _("Back"), "win.sheet-close"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), icon_button_new ("edit-undo-symbolic", _("Undo"), "sheet.undo"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), icon_button_new ("edit-redo-symbolic", _("Redo"), "sheet.redo"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), create_menu ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), print);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), pdf);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), *preview_button);
  /* where the preview needs a button, the menu is enough for this one: the title would have no room */
  g_object_bind_property (*preview_button, "visible", pdf, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  return header;
}

/**
 * palpate_sheet_page_set_title:
 *
 * Says how many pages there are, of which paper, and how much of them is in another language than was asked for.
 */
void
palpate_sheet_page_set_title (AdwWindowTitle    *title,
                              PalpateSheetPages *pages,
                              PalpatePaper       paper)
{
  static const char *const papers[PALPATE_N_PAPERS] = { "A4", N_("Letter"), "A5" };
  const guint n_pages = palpate_sheet_pages_get_n_pages (pages), n_missing = palpate_sheet_pages_count_missing (pages);
  g_autofree char *text = NULL;
  g_autofree char *both = NULL;

  /* Translators: how many pages, and the name of a paper */
  text = g_strdup_printf (ngettext ("%1$u page, %2$s", "%1$u pages, %2$s", n_pages), n_pages, _(papers[paper]));
  if (n_missing > 0)
    {
      g_autofree char *missing = g_strdup_printf (ngettext ("%u text in English, marked [en]", "%u texts in English, marked [en]", n_missing),
                                                  n_missing);

      both = g_strconcat (text, " · ", missing, NULL);
    }
  adw_window_title_set_subtitle (title, both != NULL ? both : text);
}

GtkWidget *
palpate_sheet_page_create_empty (void)
{
  GtkWidget *page = adw_status_page_new (), *button = gtk_button_new_with_mnemonic (_("_Choose on the Chart"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-print-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No points yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("Open a point on the chart, then add it to the sheet."));
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sheet-choose");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

/**
 * palpate_sheet_page_create_problem:
 *
 * Returns: (transfer floating): why a file could not be opened, and what to do about it
 */
GtkWidget *
palpate_sheet_page_create_problem (void)
{
  GtkWidget *page = adw_status_page_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *open = gtk_button_new_with_mnemonic (_("_Open Another Sheet…")), *back = gtk_button_new_with_mnemonic (_("_Back to My Sheet"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("This sheet could not be opened"));
  gtk_widget_add_css_class (open, "suggested-action");
  gtk_widget_add_css_class (open, "pill");
  gtk_widget_add_css_class (back, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "sheet.open");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "sheet.dismiss");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), back);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  return page;
}

/**
 * palpate_sheet_page_set_problem:
 * @page: from palpate_sheet_page_create_problem()
 */
void
palpate_sheet_page_set_problem (GtkWidget    *page,
                                GFile        *file,
                                const GError *error)
{
  const char *advice = _("Check that the file is still there and that you may read it.");
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = NULL;
  g_autofree char *isolated = NULL;
  g_autofree char *safe = NULL;

  if (error->domain == PALPATE_ERROR)
    advice = error->code == PALPATE_ERROR_UNSUPPORTED_VERSION ? _("Your own sheet is as it was.")
             : _("Ask for the file once more, or open another one. Your own sheet is as it was.");
  /* Translators: the name of a file, why it could not be opened, what to do */
  text = g_strdup_printf (_("“%1$s”: %2$s\n\n%3$s"), shown, error->message, advice);
  isolated = palpate_text_isolate_paths (text);
  safe = g_markup_escape_text (isolated, -1);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), safe);
  palpate_compat_announce (page, text);
}

/**
 * palpate_sheet_page_create_file_name:
 *
 * Returns: (transfer full): a file's name out of the title, without signs that file systems mind
 */
char *
palpate_sheet_page_create_file_name (PalpateSheetPages *pages,
                                     const char        *suffix)
{
  g_autofree char *title = g_strdup (palpate_sheet_pages_get_title (pages));

  return g_strconcat (g_strstrip (g_strdelimit (title, "/\\:*?\"<>|\n\t", ' ')), suffix, NULL);
}

GtkFileFilter *
palpate_sheet_page_create_filter (const char *name,
                                  const char *pattern,
                                  const char *mime_type)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_filter_add_mime_type (filter, mime_type);
  return filter;
}
