/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-task-row.h"

#include <glib/gi18n.h>

#include "palpate-point-care.h"
#include "palpate-sheet-admit.h"

enum { SPIN_HOLD, SPIN_REPEATS, SPIN_TIMES_A_DAY, SPIN_DAYS, N_SPINS };

struct _PalpateSheetTaskRow {
  AdwExpanderRow parent_instance;

  PalpateSheet *sheet;      /* borrowed from the editor */
  PalpateTask  *task;       /* owned */
  guint         position;
  gboolean      is_updating;

  /* children */
  GtkWidget *spins[N_SPINS];
  GtkWidget *spin_rows[N_SPINS];
};

G_DEFINE_FINAL_TYPE (PalpateSheetTaskRow, palpate_sheet_task_row, ADW_TYPE_EXPANDER_ROW)

static const PalpateSide sides[] = { PALPATE_SIDE_LEFT, PALPATE_SIDE_RIGHT, PALPATE_SIDE_BOTH };

static GtkWidget *
row_new (const char *title,
         GtkWidget  *control)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
  return row;
}

static void
set_spin (PalpateSheetTaskRow *self,
          guint                which,
          int                  least,
          int                  most,
          int                  value)
{
  g_autofree char *subtitle = NULL;

  if (which == SPIN_HOLD)
    /* Translators: the smallest and the largest number of seconds */
    subtitle = g_strdup_printf (_("Seconds, %1$d to %2$d"), least, most);
  else if (which == SPIN_DAYS)
    subtitle = g_strdup_printf (_("At most %d; 0 prints none"), most);
  else
    subtitle = g_strdup_printf (_("At most %d here"), most);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->spins[which]), least, most);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[which]), value);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->spin_rows[which]), subtitle);
}

/* The dose, or what the care profile changes about it. */
static char *
describe (PalpateSheetTaskRow *self)
{
  const char *change = palpate_point_care_describe_change (palpate_sheet_get_care (self->sheet), self->task);

  if (!palpate_sheet_prints (self->sheet, self->task))
    return g_strdup (_("Not printed: your care profile leaves this point out."));
  return change != NULL ? g_strdup (change) : palpate_task_describe_dose (self->task);
}

/* What the task says is shown; the task knows its ceilings. */
static void
update (PalpateSheetTaskRow *self)
{
  const PalpateDose dose = palpate_task_get_dose (self->task), ceiling = palpate_task_get_ceiling (self->task);
  const PalpateTechnique *technique = palpate_atlas_get_technique (palpate_task_get_atlas (self->task),
                                                                   palpate_task_get_technique (self->task)->technique);
  g_autofree char *line = describe (self);

  self->is_updating = TRUE;
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), line);
  set_spin (self, SPIN_HOLD, MIN (5, ceiling.hold_seconds), ceiling.hold_seconds, dose.hold_seconds);
  set_spin (self, SPIN_REPEATS, 1, ceiling.repeats, dose.repeats);
  set_spin (self, SPIN_TIMES_A_DAY, 1, ceiling.times_a_day, dose.times_a_day);
  set_spin (self, SPIN_DAYS, 0, PALPATE_TASK_MAX_DAYS, (int) palpate_task_get_days (self->task));
  gtk_widget_set_visible (self->spin_rows[SPIN_HOLD], !palpate_technique_counts_strokes (technique));
  self->is_updating = FALSE;
}

static void
update_title (PalpateSheetTaskRow *self)
{
  const PalpateSidedPoint source = palpate_task_get_source (self->task);
  g_autofree char *name = palpate_atlas_describe_point (palpate_task_get_atlas (self->task), source.point);
  g_autofree char *title = g_strdup_printf (source.side == PALPATE_SIDE_LEFT ? _("%s, left")
                                            : source.side == PALPATE_SIDE_RIGHT ? _("%s, right") : _("%s, both sides"), name);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

static void
task_changed_cb (PalpateSheetTaskRow *self)
{
  update (self);
  update_title (self);
}

static void
spin_changed_cb (PalpateSheetTaskRow *self)
{
  PalpateDose dose = palpate_task_get_dose (self->task);

  if (self->is_updating)
    return;
  dose.hold_seconds = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[SPIN_HOLD]));
  dose.repeats = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[SPIN_REPEATS]));
  dose.times_a_day = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[SPIN_TIMES_A_DAY]));
  palpate_task_set_dose (self->task, dose);
  palpate_task_set_days (self->task, (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[SPIN_DAYS])));
}

static void
side_chosen_cb (GtkDropDown         *drop_down,
                GParamSpec          *pspec,
                PalpateSheetTaskRow *self)
{
  palpate_task_set_side (self->task, sides[gtk_drop_down_get_selected (drop_down)]);
}

static void
technique_chosen_cb (GtkDropDown         *drop_down,
                     GParamSpec          *pspec,
                     PalpateSheetTaskRow *self)
{
  palpate_task_set_technique (self->task, palpate_task_get_source (self->task).point->techniques.items[gtk_drop_down_get_selected (drop_down)]);
}

static void
note_changed_cb (GtkEditable         *entry,
                 PalpateSheetTaskRow *self)
{
  palpate_task_set_note (self->task, gtk_editable_get_text (entry));
}

/* The editor does it: this row is gone then. */
static void
move_to (PalpateSheetTaskRow *self,
         guint                from,
         guint                to)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sheet-editor.move", "(uu)", from, to);
}

static void
move_up_cb (PalpateSheetTaskRow *self)
{
  move_to (self, self->position, self->position - 1);
}

static void
move_down_cb (PalpateSheetTaskRow *self)
{
  move_to (self, self->position, self->position + 1);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource       *source,
                 double               x,
                 double               y,
                 PalpateSheetTaskRow *self)
{
  return gdk_content_provider_new_typed (PALPATE_TYPE_TASK, self->task);
}

static void
drag_begin_cb (GtkDragSource       *source,
               GdkDrag             *drag,
               PalpateSheetTaskRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
drop_cb (GtkDropTarget       *target,
         const GValue        *value,
         double               x,
         double               y,
         PalpateSheetTaskRow *self)
{
  for (guint i = 0; i < palpate_sheet_get_n_tasks (self->sheet); i++)
    if (palpate_sheet_get_task (self->sheet, i) == g_value_get_object (value))
      {
        move_to (self, i, self->position);
        return TRUE;
      }
  return FALSE;
}

/* Order by hand: the handle with the pointer, Alt with the arrows. */
static void
add_moving (PalpateSheetTaskRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PALPATE_TYPE_TASK, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const struct { guint key; int by; } moves[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };

  gtk_widget_set_tooltip_text (handle, _("Drag to change the order; Alt+Up and Alt+Down do it too"));
  gtk_widget_add_css_class (handle, "dim-label");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), handle);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (moves[i].key, GDK_ALT_MASK),
                                                gtk_named_action_new ("sheet-editor.move"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new ("(uu)", self->position, self->position + (guint) moves[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
remove_cb (PalpateSheetTaskRow *self)
{
  palpate_sheet_remove_task (self->sheet, self->position);
}

static void
add_side (PalpateSheetTaskRow *self)
{
  const char *const names[] = { C_("side", "Left"), C_("side", "Right"), C_("side", "Both"), NULL };
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (names);
  const PalpateSide side = palpate_task_get_source (self->task).side;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i] == side)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (side_chosen_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row_new (_("Side"), drop_down));
}

static void
add_technique (PalpateSheetTaskRow *self)
{
  const PalpateList *techniques = &palpate_task_get_source (self->task).point->techniques;
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  guint selected = 0;

  for (guint i = 0; i < techniques->length; i++)
    {
      const PalpatePointTechnique *use = techniques->items[i];
      const PalpateTechnique *technique = palpate_atlas_get_technique (palpate_task_get_atlas (self->task), use->technique);

      gtk_string_list_append (names, palpate_content_text (technique->id, technique->name));
      if (use == palpate_task_get_technique (self->task))
        selected = i;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (technique_chosen_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row_new (_("Technique"), drop_down));
}

static void
add_doses (PalpateSheetTaskRow *self)
{
  const char *const titles[N_SPINS] = { _("Hold"), _("Times"), _("A day"), _("Days") };

  for (guint i = 0; i < N_SPINS; i++)
    {
      self->spins[i] = gtk_spin_button_new_with_range (0, 1, i == SPIN_HOLD ? 5 : 1);
      gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->spins[i]), TRUE);
      self->spin_rows[i] = row_new (titles[i], self->spins[i]);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->spin_rows[i]);
    }
  update (self);
  for (guint i = 0; i < N_SPINS; i++)
    g_signal_connect_swapped (self->spins[i], "value-changed", G_CALLBACK (spin_changed_cb), self);
}

static void
add_note (PalpateSheetTaskRow *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Note for this point"));
  gtk_editable_set_text (GTK_EDITABLE (row), palpate_task_get_note (self->task) != NULL ? palpate_task_get_note (self->task) : "");
  g_signal_connect (row, "changed", G_CALLBACK (note_changed_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static GtkWidget *
button_new (PalpateSheetTaskRow *self,
            const char          *label,
            GCallback            callback,
            gboolean             is_sensitive)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_sensitive (button, is_sensitive);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static void
add_order (PalpateSheetTaskRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_box_append (GTK_BOX (box), button_new (self, _("Move up"), G_CALLBACK (move_up_cb), self->position > 0));
  gtk_box_append (GTK_BOX (box), button_new (self, _("Move down"), G_CALLBACK (move_down_cb),
                                             self->position + 1 < palpate_sheet_get_n_tasks (self->sheet)));
  gtk_box_append (GTK_BOX (box), button_new (self, _("Take off"), G_CALLBACK (remove_cb), TRUE));
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
palpate_sheet_task_row_dispose (GObject *object)
{
  g_clear_object (&PALPATE_SHEET_TASK_ROW (object)->task);

  G_OBJECT_CLASS (palpate_sheet_task_row_parent_class)->dispose (object);
}

static void
palpate_sheet_task_row_class_init (PalpateSheetTaskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_sheet_task_row_dispose;
}

static void
palpate_sheet_task_row_init (PalpateSheetTaskRow *self)
{
}

/* As printed: what the care profile leaves out has none. */
static char *
create_number (PalpateSheet *sheet,
               guint         position)
{
  guint number = 0;

  for (guint i = 0; i <= position; i++)
    number += palpate_sheet_prints (sheet, palpate_sheet_get_task (sheet, i)) ? 1 : 0;
  return palpate_sheet_prints (sheet, palpate_sheet_get_task (sheet, position)) ? g_strdup_printf ("%u", number) : g_strdup ("–");
}

GtkWidget *
palpate_sheet_task_row_new (PalpateSheet *sheet,
                            guint         position)
{
  PalpateSheetTaskRow *self = g_object_new (PALPATE_TYPE_SHEET_TASK_ROW, NULL);
  g_autofree char *number = create_number (sheet, position);
  GtkWidget *badge = gtk_label_new (number);

  self->sheet = sheet;
  self->position = position;
  self->task = g_object_ref (palpate_sheet_get_task (sheet, position));
  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  add_moving (self);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), badge);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  update_title (self);
  add_side (self);
  if (palpate_task_get_source (self->task).point->techniques.length > 1)
    add_technique (self);
  add_doses (self);
  add_note (self);
  add_order (self);
  g_signal_connect_object (self->task, "changed", G_CALLBACK (task_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
