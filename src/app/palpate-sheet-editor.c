/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-editor.h"

#include <glib/gi18n.h>

#include "palpate-language.h"
#include "palpate-sheet-rows.h"
#include "palpate-sheet-task-row.h"

struct _PalpateSheetEditor {
  AdwBin parent_instance;

  PalpateSheet *sheet;   /* owned */
  GPtrArray    *rows;    /* of the points; borrowed */
  guint         n_asked;

  /* children */
  GtkWidget *box;
  GtkWidget *points;
  GtkWidget *remark;
  GtkWidget *marks;
};

G_DEFINE_FINAL_TYPE (PalpateSheetEditor, palpate_sheet_editor, ADW_TYPE_BIN)

static const guint weeks[] = { 2, 4, 0 };

static GtkWidget *
group_new (PalpateSheetEditor *self,
           const char         *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (self->box), group);
  return group;
}

static void
add_entry (PalpateSheetEditor *self,
           GtkWidget          *group,
           const char         *title,
           const char         *property)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_bind_property (self->sheet, property, row, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_switch (PalpateSheetEditor *self,
            GtkWidget          *group,
            const char         *title,
            const char         *property)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  g_object_bind_property (self->sheet, property, toggle, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/* When to stop stands on every sheet: a lock in the place of a switch. */
static void
add_locked (GtkWidget *group)
{
  GtkWidget *row = adw_action_row_new (), *lock = gtk_image_new_from_icon_name ("changes-prevent-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("When to stop"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("Always on the first page"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), lock);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static gboolean
weeks_to_choice (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (weeks); i++)
    if (weeks[i] == g_value_get_uint (from))
      g_value_set_uint (to, i);
  return TRUE;
}

static gboolean
choice_to_weeks (GBinding     *binding,
                 const GValue *from,
                 GValue       *to,
                 gpointer      user_data)
{
  if (g_value_get_uint (from) >= G_N_ELEMENTS (weeks))
    return FALSE;
  g_value_set_uint (to, weeks[g_value_get_uint (from)]);
  return TRUE;
}

static GtkWidget *
add_choice (GtkWidget         *group,
            const char        *title,
            const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static void
add_paper (PalpateSheetEditor *self)
{
  GtkWidget *group = group_new (self, _("Paper"));
  const char *const papers[] = { "A4", _("Letter"), "A5", NULL };
  const char *const grids[] = { _("Two weeks"), _("Four weeks"), _("None"), NULL };
  GtkWidget *paper = add_choice (group, _("Paper"), papers);
  GtkWidget *grid = add_choice (group, _("Tick grid"), grids);

  g_object_bind_property (self->sheet, "paper", paper, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (self->sheet, "weeks", grid, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               weeks_to_choice, choice_to_weeks, NULL, NULL);
  add_switch (self, group, _("Large print"), "large-print");
}

static void
remove_asked_cb (GtkWidget          *button,
                 PalpateSheetEditor *self)
{
  palpate_sheet_remove_asked (self->sheet, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position")));
}

static GtkWidget *
asked_row_new (PalpateSheetEditor *self,
               guint               position)
{
  const PalpateSidedPoint *source = &g_array_index (palpate_sheet_get_asked (self->sheet), PalpateSidedPoint, position);
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *name = palpate_atlas_describe_point (palpate_sheet_get_atlas (self->sheet), source->point);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("With a therapist: what to ask for, nothing to do"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Take off"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Take off"), -1);
  g_object_set_data (G_OBJECT (button), "position", GUINT_TO_POINTER (position));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_asked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
fill_points (PalpateSheetEditor *self)
{
  const guint n_tasks = palpate_sheet_get_n_tasks (self->sheet);

  self->n_asked = palpate_sheet_get_asked (self->sheet)->len;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->points), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_tasks + self->n_asked; i++)
    {
      GtkWidget *row = i < n_tasks ? palpate_sheet_task_row_new (self->sheet, i) : asked_row_new (self, i - n_tasks);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->points), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (self->remark, n_tasks >= PALPATE_SHEET_GOOD_TASKS);
  if (n_tasks >= PALPATE_SHEET_GOOD_TASKS)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%u task. One or two are done more often.", "%u tasks. One or two are done more often.",
                                                         n_tasks), n_tasks);

      gtk_label_set_label (GTK_LABEL (self->remark), text);
    }
}

static void
sheet_changed_cb (PalpateSheetEditor *self)
{
  gtk_widget_set_visible (self->marks, !palpate_marks_is_empty (palpate_sheet_get_marks (self->sheet)));
  gtk_widget_set_sensitive (self->marks, palpate_sheet_has_part (self->sheet, PALPATE_SHEET_PART_BODY));
  if (palpate_sheet_get_asked (self->sheet)->len != self->n_asked)
    fill_points (self);
}

/* Moves a task, and the keyboard with it. */
static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  PalpateSheetEditor *self = PALPATE_SHEET_EDITOR (widget);
  const guint n_tasks = palpate_sheet_get_n_tasks (self->sheet);
  guint from, to;

  g_variant_get (parameter, "(uu)", &from, &to);
  if (from >= n_tasks || to >= n_tasks || from == to)
    return;
  palpate_sheet_move_task (self->sheet, from, to);
  gtk_widget_child_focus (g_ptr_array_index (self->rows, to), GTK_DIR_TAB_FORWARD);
}

static void
palpate_sheet_editor_dispose (GObject *object)
{
  PalpateSheetEditor *self = PALPATE_SHEET_EDITOR (object);

  g_clear_object (&self->sheet);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (palpate_sheet_editor_parent_class)->dispose (object);
}

static void
palpate_sheet_editor_class_init (PalpateSheetEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_sheet_editor_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "sheet-editor.move", "(uu)", move_cb);
}

static void
palpate_sheet_editor_init (PalpateSheetEditor *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 24);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static void
add_points (PalpateSheetEditor *self)
{
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add"));

  self->points = group_new (self, _("Points and doses"));
  gtk_widget_set_tooltip_text (add, _("Choose a point on the chart"));
  gtk_widget_add_css_class (add, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.sheet-choose");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->points), add);
  self->remark = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->remark), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->remark), 0);
  gtk_widget_add_css_class (self->remark, "secondary");
  gtk_box_append (GTK_BOX (self->box), self->remark);
}

GtkWidget *
palpate_sheet_editor_new (PalpateSheet *sheet)
{
  PalpateSheetEditor *self = g_object_new (PALPATE_TYPE_SHEET_EDITOR, NULL);
  GtkWidget *group;

  self->sheet = g_object_ref (sheet);
  group = group_new (self, _("Sheet"));
  add_entry (self, group, _("Title"), "title");
  add_entry (self, group, _("For (not stored)"), "person");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_sheet_date_row_new (sheet));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_sheet_language_row_new (sheet, palpate_language_get_directory ()));
  add_points (self);
  group = group_new (self, _("Include"));
  add_switch (self, group, _("Small body chart"), "body");
  self->marks = add_switch (self, group, _("Where it hurts"), "marks");
  add_switch (self, group, _("How to press"), "pressing");
  add_switch (self, group, _("Stretches"), "stretches");
  add_switch (self, group, _("Habits that may help"), "habits");
  add_locked (group);
  add_entry (self, group, _("Note at the end"), "note");
  add_paper (self);
  fill_points (self);
  sheet_changed_cb (self);
  g_signal_connect_object (palpate_sheet_get_tasks (sheet), "items-changed", G_CALLBACK (fill_points), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sheet, "changed", G_CALLBACK (sheet_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (palpate_sheet_get_care (sheet), "changed", G_CALLBACK (fill_points), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
