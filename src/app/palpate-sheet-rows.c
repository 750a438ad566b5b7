/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-rows.h"

#include <glib/gi18n.h>

#include "palpate-tongue.h"

/* The day: a button that names it, with a calendar. */

static void
day_chosen_cb (GtkCalendar  *calendar,
               PalpateSheet *sheet)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (day), g_date_time_get_month (day), g_date_time_get_year (day));
  palpate_sheet_set_date (sheet, &date);
}

static void
update_day (GtkWidget *row)
{
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "button");
  GtkWidget *calendar = g_object_get_data (G_OBJECT (row), "calendar");
  PalpateSheet *sheet = g_object_get_data (G_OBJECT (row), "sheet");
  const GDate *date = palpate_sheet_get_date (sheet);
  g_autoptr (GDateTime) day = g_date_time_new_local (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date), 12, 0, 0);
  /* Translators: a date, day, month in letters and year, as strftime() writes it */
  g_autofree char *text = g_date_time_format (day, _("%-d %B %Y"));

  if (g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (button)), text) == 0)
    return;
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), text);
  g_signal_handlers_block_by_func (calendar, day_chosen_cb, sheet);
  g_object_set (calendar, "year", (int) g_date_get_year (date), "month", (int) g_date_get_month (date) - 1,
                "day", (int) g_date_get_day (date), NULL);
  g_signal_handlers_unblock_by_func (calendar, day_chosen_cb, sheet);
}

/**
 * palpate_sheet_date_row_new:
 *
 * Returns: (transfer floating): the day on which the sheet and its tick grid begin
 */
GtkWidget *
palpate_sheet_date_row_new (PalpateSheet *sheet)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new (), *calendar = gtk_calendar_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Begins on"));
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "button", button);
  g_object_set_data (G_OBJECT (row), "calendar", calendar);
  g_object_set_data_full (G_OBJECT (row), "sheet", g_object_ref (sheet), g_object_unref);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), sheet, 0);
  g_signal_connect_object (sheet, "changed", G_CALLBACK (update_day), row, G_CONNECT_SWAPPED);
  update_day (row);
  return row;
}

/* The language */

/* Languages call themselves by these names wherever the program runs. */
static const struct {
  const char *code;
  const char *name;
} languages[] = { { "ar", "العربية" }, { "de", "Deutsch" }, { "en", "English" }, { "es", "Español" }, { "fr", "Français" } };

static const char *
get_language_name (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].code, code))
      return languages[i].name;
  return code;
}

static void
language_chosen_cb (AdwComboRow  *row,
                    GParamSpec   *pspec,
                    PalpateSheet *sheet)
{
  char **codes = g_object_get_data (G_OBJECT (row), "codes");
  const guint selected = adw_combo_row_get_selected (row);

  if (selected < g_strv_length (codes) + 1)
    palpate_sheet_set_text (sheet, PALPATE_SHEET_LANGUAGE, selected == 0 ? "" : codes[selected - 1]);
}

static void
update_language (AdwComboRow *row)
{
  PalpateSheet *sheet = g_object_get_data (G_OBJECT (row), "sheet");
  char **codes = g_object_get_data (G_OBJECT (row), "codes");
  const char *language = palpate_sheet_get_text (sheet, PALPATE_SHEET_LANGUAGE);
  guint selected = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], language))
      selected = i + 1;
  adw_combo_row_set_selected (row, selected);
}

/**
 * palpate_sheet_language_row_new:
 * @locale_dir: where translations are
 *
 * Returns: (transfer floating): in which language the sheet is printed
 */
GtkWidget *
palpate_sheet_language_row_new (PalpateSheet *sheet,
                                const char   *locale_dir)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  char **codes = palpate_tongue_list (locale_dir);

  /* Translators: the language of a printed page: the one that the program speaks */
  gtk_string_list_append (names, _("As in the program"));
  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (names, get_language_name (codes[i]));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Language"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_object_set_data_full (G_OBJECT (row), "codes", codes, (GDestroyNotify) g_strfreev);
  g_object_set_data_full (G_OBJECT (row), "sheet", g_object_ref (sheet), g_object_unref);
  update_language (ADW_COMBO_ROW (row));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (language_chosen_cb), sheet, 0);
  g_signal_connect_object (sheet, "notify::language", G_CALLBACK (update_language), row, G_CONNECT_SWAPPED);
  return row;
}
