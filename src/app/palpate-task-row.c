/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-task-row.h"

#include <glib/gi18n.h>

#include "palpate-point-care.h"
#include "palpate-rows.h"

/* Freed with the row. */
typedef struct {
  PalpateRoutine *routine;     /* owned */
  PalpateTask    *task;        /* owned */
  PalpateCare    *care;        /* owned */
  GtkWidget      *row;         /* borrowed, as what follows */
  GtkWidget      *side;
  GtkWidget      *technique;
  GtkWidget      *hold;
  GtkWidget      *repeats;
  GtkWidget      *rest;
  GtkWidget      *stretch;
  GtkWidget      *stretch_hold;
  GtkWidget      *stretch_repeats;
  gboolean        is_updating;
} TaskRow;

static const PalpateSide sides[] = { PALPATE_SIDE_LEFT, PALPATE_SIDE_RIGHT, PALPATE_SIDE_BOTH };

static void
free_task_row (gpointer data)
{
  TaskRow *self = data;

  g_object_unref (self->routine);
  g_object_unref (self->task);
  g_object_unref (self->care);
  g_free (self);
}

static guint
find_position (TaskRow *self)
{
  for (guint i = 0; i < palpate_routine_get_n_tasks (self->routine); i++)
    if (palpate_routine_get_task (self->routine, i) == self->task)
      return i;
  return G_MAXUINT;
}

static const PalpateTechnique *
get_technique (TaskRow *self)
{
  return palpate_atlas_get_technique (palpate_task_get_atlas (self->task), palpate_task_get_technique (self->task)->technique);
}

static const char *
get_side_name (PalpateSide side)
{
  return side == PALPATE_SIDE_LEFT ? C_("side", "Left") : side == PALPATE_SIDE_RIGHT ? C_("side", "Right") : _("Both sides");
}

/* A number with its ceiling in words. */
static void
set_spin (GtkWidget *row,
          int        value,
          int        most,
          int        step)
{
  GtkSpinButton *spin = g_object_get_data (G_OBJECT (row), "spin");
  /* Translators: the largest number that may be chosen */
  g_autofree char *subtitle = g_strdup_printf (_("At most %d"), most);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_spin_button_set_range (spin, 1, most);
  gtk_spin_button_set_increments (spin, MIN (step, MAX (most - 1, 1)), step);
  gtk_spin_button_set_value (spin, value);
  gtk_widget_set_sensitive (row, most > 1);
}

static void
update_subtitle (TaskRow *self)
{
  const PalpateTechnique *technique = get_technique (self);
  g_autofree char *dose = palpate_task_describe_dose (self->task);
  const char *side = get_side_name (palpate_task_get_source (self->task).side);
  const char *change = palpate_point_care_describe_change (self->care, self->task);
  /* Translators: left, right or both sides; a technique; its dose */
  g_autofree char *text = change != NULL ? g_strdup_printf ("%s · %s", side, change)
                                         : g_strdup_printf (_("%1$s · %2$s · %3$s"), side, palpate_content_text (technique->id, technique->name), dose);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->row), text);
}

static void
update (TaskRow *self)
{
  const PalpateDose dose = palpate_task_get_dose (self->task);
  const PalpateDose ceiling = palpate_task_get_ceiling (self->task);
  const PalpateStretch *stretch = palpate_task_get_stretch (self->task);
  const gboolean strokes = palpate_technique_counts_strokes (get_technique (self));
  GtkSpinButton *rest = g_object_get_data (G_OBJECT (self->rest), "spin");

  self->is_updating = TRUE;
  update_subtitle (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->hold), strokes ? _("Seconds of strokes") : _("Seconds of a hold"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->repeats), strokes ? _("Strokes") : _("Times"));
  set_spin (self->hold, dose.hold_seconds, ceiling.hold_seconds, 5);
  set_spin (self->repeats, dose.repeats, ceiling.repeats, 1);
  gtk_widget_set_visible (self->rest, !strokes && dose.repeats > 1);
  gtk_spin_button_set_value (rest, dose.rest_seconds);
  gtk_widget_set_visible (self->stretch_hold, stretch != NULL);
  gtk_widget_set_visible (self->stretch_repeats, stretch != NULL);
  if (stretch != NULL)
    {
      const PalpateDose stretch_dose = palpate_task_get_stretch_dose (self->task);
      const PalpateDose stretch_ceiling = palpate_task_get_stretch_ceiling (self->task);

      set_spin (self->stretch_hold, stretch_dose.hold_seconds, stretch_ceiling.hold_seconds, 5);
      set_spin (self->stretch_repeats, stretch_dose.repeats, stretch_ceiling.repeats, 1);
    }
  self->is_updating = FALSE;
}

static int
get_number (GtkWidget *row)
{
  return gtk_spin_button_get_value_as_int (g_object_get_data (G_OBJECT (row), "spin"));
}

static void
number_changed_cb (TaskRow *self)
{
  PalpateDose dose = palpate_task_get_dose (self->task);
  PalpateDose stretch = palpate_task_get_stretch_dose (self->task);

  if (self->is_updating)
    return;
  dose.hold_seconds = get_number (self->hold);
  dose.repeats = get_number (self->repeats);
  dose.rest_seconds = get_number (self->rest);
  stretch.hold_seconds = get_number (self->stretch_hold);
  stretch.repeats = get_number (self->stretch_repeats);
  palpate_task_set_dose (self->task, dose);
  palpate_task_set_stretch_dose (self->task, stretch);
}

static void
side_changed_cb (TaskRow *self)
{
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->side));

  if (selected < G_N_ELEMENTS (sides))
    palpate_task_set_side (self->task, sides[selected]);
}

static void
technique_changed_cb (TaskRow *self)
{
  const PalpateList *techniques = &palpate_task_get_source (self->task).point->techniques;
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->technique));

  if (selected < techniques->length)
    palpate_task_set_technique (self->task, techniques->items[selected]);
}

static void
stretch_changed_cb (TaskRow *self)
{
  const char *const *ids = palpate_task_get_source (self->task).point->muscle->stretches;
  const guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->stretch));

  if (selected != GTK_INVALID_LIST_POSITION)
    palpate_task_set_stretch (self->task, selected == 0 ? NULL : palpate_atlas_get_stretch (palpate_task_get_atlas (self->task), ids[selected - 1]));
}

static GtkWidget *
add_spin (TaskRow    *self,
          const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (0, 120, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_object_set_data (G_OBJECT (row), "spin", spin);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (number_changed_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), row);
  return row;
}

static GtkWidget *
add_combo (TaskRow     *self,
           const char  *title,
           const char **names,
           guint        selected,
           GCallback    callback)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_swapped (row, "notify::selected", callback, self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), row);
  return row;
}

static void
add_choices (TaskRow *self)
{
  PalpateAtlas *atlas = palpate_task_get_atlas (self->task);
  const PalpatePoint *point = palpate_task_get_source (self->task).point;
  const PalpateStretch *stretch = palpate_task_get_stretch (self->task);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_ptr_array_add (names, (gpointer) get_side_name (sides[i]));
      selected = sides[i] == palpate_task_get_source (self->task).side ? i : selected;
    }
  g_ptr_array_add (names, NULL);
  self->side = add_combo (self, _("Side"), (const char **) names->pdata, selected, G_CALLBACK (side_changed_cb));
  g_ptr_array_set_size (names, 0);
  selected = 0;
  for (guint i = 0; i < point->techniques.length; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];

      g_ptr_array_add (names, (gpointer) palpate_content_text (use->technique, palpate_atlas_get_technique (atlas, use->technique)->name));
      selected = use == palpate_task_get_technique (self->task) ? i : selected;
    }
  g_ptr_array_add (names, NULL);
  self->technique = add_combo (self, _("Technique"), (const char **) names->pdata, selected, G_CALLBACK (technique_changed_cb));
  self->hold = add_spin (self, _("Seconds of a hold"));
  self->repeats = add_spin (self, _("Times"));
  self->rest = add_spin (self, _("Seconds of rest"));
  g_ptr_array_set_size (names, 0);
  selected = 0;
  g_ptr_array_add (names, (gpointer) _("No stretch"));
  for (guint i = 0; point->muscle->stretches[i] != NULL; i++)
    {
      const char *id = point->muscle->stretches[i];

      g_ptr_array_add (names, (gpointer) palpate_content_text (id, palpate_atlas_get_stretch (atlas, id)->name));
      selected = stretch != NULL && g_str_equal (stretch->id, id) ? i + 1 : selected;
    }
  g_ptr_array_add (names, NULL);
  self->stretch = add_combo (self, _("Then stretch"), (const char **) names->pdata, selected, G_CALLBACK (stretch_changed_cb));
  self->stretch_hold = add_spin (self, _("Seconds of a stretch"));
  self->stretch_repeats = add_spin (self, _("Stretches"));
}

static void
note_changed_cb (GtkEditable *entry,
                 TaskRow     *self)
{
  palpate_task_set_note (self->task, gtk_editable_get_text (entry));
}

static void
add_note (TaskRow *self)
{
  GtkWidget *row = adw_entry_row_new ();
  const char *note = palpate_task_get_note (self->task);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Note for this point"));
  gtk_editable_set_text (GTK_EDITABLE (row), note != NULL ? note : "");
  g_signal_connect (row, "changed", G_CALLBACK (note_changed_cb), self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->row), row);
}

/* order */

static gboolean
move_by (TaskRow *self,
         int      by)
{
  const int position = (int) find_position (self);
  const int target = position + by;

  if (target < 0 || target >= (int) palpate_routine_get_n_tasks (self->routine))
    return FALSE;
  palpate_routine_set_keeps_order (self->routine, TRUE);
  palpate_routine_move (self->routine, (guint) position, (guint) target);
  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  return move_by (user_data, g_variant_get_int32 (arguments));
}

static void
add_keys (TaskRow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const struct { guint key; int by; } moves[] = { { GDK_KEY_Up, -1 }, { GDK_KEY_Down, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (moves[i].key, GDK_ALT_MASK),
                                                gtk_callback_action_new (move_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (moves[i].by));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
    }
  gtk_widget_add_controller (self->row, keys);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 TaskRow       *self)
{
  return gdk_content_provider_new_typed (PALPATE_TYPE_TASK, self->task);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               TaskRow       *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->row);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         TaskRow       *self)
{
  PalpateTask *task = g_value_get_object (value);
  const guint to = find_position (self);

  for (guint i = 0; i < palpate_routine_get_n_tasks (self->routine); i++)
    if (palpate_routine_get_task (self->routine, i) == task)
      {
        palpate_routine_set_keeps_order (self->routine, TRUE);
        palpate_routine_move (self->routine, i, to);
        return TRUE;
      }
  return FALSE;
}

static void
add_drag (TaskRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PALPATE_TYPE_TASK, GDK_ACTION_MOVE);

  gtk_widget_set_tooltip_text (handle, _("Drag to change the order; Alt+Up and Alt+Down do it too"));
  gtk_widget_add_css_class (handle, "dim-label");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self->row), handle);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (self->row, GTK_EVENT_CONTROLLER (target));
}

static void
remove_cb (TaskRow *self)
{
  gtk_widget_activate_action (self->row, "win.routine-remove", "u", find_position (self));
}

static void
task_changed_cb (GtkWidget *row)
{
  update (g_object_get_data (G_OBJECT (row), "task-row"));
}

/**
 * palpate_task_row_new:
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
palpate_task_row_new (PalpateRoutine *routine,
                      PalpateTask    *task,
                      PalpateCare    *care)
{
  TaskRow *self = g_new0 (TaskRow, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = palpate_atlas_describe_point (palpate_task_get_atlas (task), palpate_task_get_source (task).point);
  /* Translators: takes a point, %s, out of the routine */
  g_autofree char *label = g_strdup_printf (_("Take out %s"), name);

  self->routine = g_object_ref (routine);
  self->task = g_object_ref (task);
  self->care = g_object_ref (care);
  self->row = adw_expander_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), name);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Take out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self->row), remove);
  add_drag (self);
  add_keys (self);
  self->is_updating = TRUE;
  add_choices (self);
  add_note (self);
  g_object_set_data_full (G_OBJECT (self->row), "task-row", self, free_task_row);
  g_signal_connect_object (task, "changed", G_CALLBACK (task_changed_cb), self->row, G_CONNECT_SWAPPED);
  g_signal_connect_object (care, "changed", G_CALLBACK (task_changed_cb), self->row, G_CONNECT_SWAPPED);
  update (self);
  return self->row;
}
