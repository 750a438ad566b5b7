/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The header of the sheet page, and what it shows without points.
 */
#include "palpate-sheet-page-private.h"

#include <glib/gi18n.h>

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
  return header;
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
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sheet-close");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}
