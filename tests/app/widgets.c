/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets.h"

#include <string.h>

/* The first visible row whose title begins so, or NULL. */
GtkWidget *
find_row (GtkWidget  *widget,
          const char *begin)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (ADW_IS_PREFERENCES_ROW (widget) && g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), begin))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_row (child, begin);
  return found;
}

/* Whether these words are to be read somewhere below. */
gboolean
says (GtkWidget  *widget,
      const char *words)
{
  gboolean found = FALSE;

  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !found; child = gtk_widget_get_next_sibling (child))
    found = says (child, words);
  return found;
}

/* Returns: (nullable): the first button below whose label begins so */
GtkWidget *
find_button (GtkWidget  *widget,
             const char *beginning)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
      && g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (widget)), beginning))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, beginning);
  return found;
}
