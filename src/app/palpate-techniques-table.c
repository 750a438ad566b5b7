/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-techniques-table.h"

#include <glib/gi18n.h>

#include "palpate-rows.h"

enum { COLUMN_NAME, COLUMN_WORKS, COLUMN_BENEFIT, COLUMN_LIMITS, COLUMN_WHO, COLUMN_SURE, N_COLUMNS };

static const char *
column_title (int column)
{
  const char *const titles[N_COLUMNS] = {
    [COLUMN_NAME] = _("Technique"), [COLUMN_WORKS] = _("How it is meant to work"), [COLUMN_BENEFIT] = _("What it may do"),
    [COLUMN_LIMITS] = _("Limits"),  [COLUMN_WHO] = C_("technique", "Who"),         [COLUMN_SURE] = _("How sure"),
  };

  return titles[column];
}

static const char *
who_text (const PalpateTechnique *technique)
{
  return technique->who == PALPATE_WHO_PROFESSIONAL ? _("A professional") : _("You");
}

/* Three dots for good evidence, none for a habit; the word stands below them. */
static char *
sure_text (const PalpateTechnique *technique)
{
  const int n = PALPATE_GRADE_D - technique->evidence.grade;
  g_autoptr (GString) dots = g_string_new (NULL);

  for (int i = 0; i < PALPATE_GRADE_D; i++)
    g_string_append (dots, i < n ? "●" : "○");
  return g_strdup_printf ("%s\n%s", dots->str, palpate_rows_grade_name (technique->evidence.grade));
}

static char *
cell_text (const PalpateTechnique *technique,
           int                     column)
{
  switch (column)
    {
    case COLUMN_WORKS:
      return g_strdup (palpate_content_text (technique->id, technique->works));
    case COLUMN_BENEFIT:
      return g_strdup (palpate_content_text (technique->id, technique->benefit));
    case COLUMN_LIMITS:
      return g_strdup (palpate_content_text (technique->id, technique->limits));
    case COLUMN_WHO:
      return g_strdup (who_text (technique));
    default:
      return sure_text (technique);
    }
}

/* The first cell leads to the page of the technique. */
static GtkWidget *
name_cell_new (const PalpateTechnique *technique)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = palpate_rows_text_new (palpate_content_text (technique->id, technique->name), "cell-title");
  g_autofree char *location = g_strconcat ("technique/", technique->id, NULL);

  if (technique->who == PALPATE_WHO_PROFESSIONAL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", location);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open");
  return button;
}

/* A screen reader says the heading of the column with each cell. */
static GtkWidget *
text_cell_new (const char *text,
               int         column)
{
  GtkWidget *label = palpate_rows_text_new (text, "cell");
  /* Translators: said by a screen reader in a table: the heading of the column, then the cell */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), column_title (column), text);

  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == COLUMN_WHO ? 14 : 32);
  gtk_widget_set_hexpand (label, column != COLUMN_WHO && column != COLUMN_SURE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return label;
}

static void
attach (GtkWidget              *grid,
        GtkWidget              *cell,
        int                     column,
        int                     row,
        int                     n_rows,
        const PalpateTechnique *technique)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (frame, "table-cell");
  if (technique != NULL && technique->who == PALPATE_WHO_PROFESSIONAL)
    gtk_widget_add_css_class (frame, "professional");
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_box_append (GTK_BOX (frame), cell);
  gtk_grid_attach (GTK_GRID (grid), frame, column, row, 1, n_rows);
}

static gboolean
cells_are_equal (const PalpateTechnique *a,
                 const PalpateTechnique *b,
                 int                     column)
{
  return g_str_equal (column == COLUMN_WORKS ? a->works : a->benefit, column == COLUMN_WORKS ? b->works : b->benefit);
}

/* How many techniques from this one on say the same in that column; they share one cell. */
static int
count_equal (GPtrArray *techniques,
             guint      first,
             int        column)
{
  guint i = first + 1;

  while (i < techniques->len && cells_are_equal (g_ptr_array_index (techniques, first), g_ptr_array_index (techniques, i), column))
    i++;
  return i - first;
}

static GtkWidget *
table_new (GPtrArray *techniques)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "comparison");
  for (int column = 0; column < N_COLUMNS; column++)
    attach (grid, palpate_rows_text_new (column_title (column), "cell-title"), column, 0, 1, NULL);
  for (int column = 0; column < N_COLUMNS; column++)
    for (guint i = 0, n = 1; i < techniques->len; i += n)
      {
        const PalpateTechnique *technique = g_ptr_array_index (techniques, i);
        g_autofree char *text = NULL;

        n = column == COLUMN_WORKS || column == COLUMN_BENEFIT ? count_equal (techniques, i, column) : 1;
        if (column == COLUMN_NAME)
          {
            attach (grid, name_cell_new (technique), column, i + 1, 1, technique);
            continue;
          }
        text = cell_text (technique, column);
        attach (grid, text_cell_new (text, column), column, i + 1, n, technique);
      }
  return grid;
}

static GtkWidget *
card_new (const PalpateTechnique *technique)
{
  GtkWidget *group = palpate_rows_group_new (NULL, NULL);
  g_autofree char *location = g_strconcat ("technique/", technique->id, NULL);
  GtkWidget *head = palpate_rows_link_new (palpate_content_text (technique->id, technique->name), who_text (technique), location);

  if (technique->who == PALPATE_WHO_PROFESSIONAL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (head), gtk_image_new_from_icon_name ("changes-prevent-symbolic"));
  palpate_rows_add_tag (head, palpate_rows_grade_name (technique->evidence.grade), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), head);
  for (int column = COLUMN_WORKS; column <= COLUMN_LIMITS; column++)
    {
      g_autofree char *text = cell_text (technique, column);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_rows_row_new (column_title (column), text));
    }
  return group;
}

/**
 * palpate_techniques_table_new:
 * @is_wide: whether six columns have room
 */
GtkWidget *
palpate_techniques_table_new (PalpateAtlas *atlas,
                              gboolean      is_wide)
{
  GPtrArray *techniques = palpate_atlas_list (atlas, PALPATE_ITEM_TECHNIQUE);
  GtkWidget *box;

  if (is_wide)
    return table_new (techniques);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  for (guint i = 0; i < techniques->len; i++)
    gtk_box_append (GTK_BOX (box), card_new (g_ptr_array_index (techniques, i)));
  return box;
}
