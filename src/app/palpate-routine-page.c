/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-routine-page.h"

#include <glib/gi18n.h>

#include "palpate-plan.h"
#include "palpate-rows.h"
#include "palpate-step.h"
#include "palpate-task-row.h"

struct _PalpateRoutinePage {
  AdwBin parent_instance;

  /* template children */
  GtkBox              *columns;
  GtkWidget           *separator;
  AdwClamp            *side_list;
  AdwPreferencesGroup *kept_group;
  AdwPreferencesGroup *ready_group;
  GtkStack            *stack;
  GtkWidget           *empty_page;
  GtkWidget           *full_page;
  GtkLabel            *name;
  GtkLabel            *length;
  GtkListBox          *tasks;
  GtkSwitch           *order_switch;
  AdwExpanderRow      *steps_row;
  GtkLabel            *trouble;
  GtkLabel            *obstacle;
  GtkWidget           *start;

  /* owned */
  PalpateRoutineStore *store;
  PalpateCare         *care;
  PalpatePlayer       *player;
  GPtrArray           *step_rows;   /* borrowed: of steps_row */
  GPtrArray           *kept_rows;   /* borrowed: of kept_group */

  guint    update_id;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (PalpateRoutinePage, palpate_routine_page, ADW_TYPE_BIN)

static PalpateRoutine *
get_routine (PalpateRoutinePage *self)
{
  return palpate_routine_store_get_current (self->store);
}

static char *
describe_plan (PalpateRoutinePage *self,
               PalpatePlan        *plan)
{
  const guint n_tasks = palpate_routine_get_n_tasks (get_routine (self));
  const guint n_changes = palpate_plan_get_n_changes (plan);
  g_autofree char *length = palpate_plan_describe_length (plan);
  g_autofree char *points = g_strdup_printf (ngettext ("%u point", "%u points", n_tasks), n_tasks);
  g_autofree char *changes = g_strdup_printf (ngettext ("%u change of position", "%u changes of position", n_changes), n_changes);

  /* Translators: "3 points · about 8 minutes · 1 change of position" */
  return g_strdup_printf (_("%1$s · %2$s · %3$s"), points, length, changes);
}

static void
update_steps (PalpateRoutinePage *self,
              PalpatePlan        *plan)
{
  PalpateAtlas *atlas = palpate_routine_get_atlas (get_routine (self));
  g_autofree char *count = NULL;

  for (guint i = 0; i < self->step_rows->len; i++)
    adw_expander_row_remove (self->steps_row, g_ptr_array_index (self->step_rows, i));
  g_ptr_array_set_size (self->step_rows, 0);
  for (guint i = 0; i < palpate_plan_get_n_steps (plan); i++)
    {
      const PalpateStep *step = palpate_plan_get_step (plan, i);
      g_autofree char *title = palpate_step_describe_title (step);
      g_autofree char *detail = palpate_step_describe_detail (atlas, step);
      GtkWidget *row = palpate_rows_row_new (title, detail);

      adw_expander_row_add_row (self->steps_row, row);
      g_ptr_array_add (self->step_rows, row);
    }
  count = g_strdup_printf (ngettext ("%u step", "%u steps", self->step_rows->len), self->step_rows->len);
  adw_expander_row_set_subtitle (self->steps_row, count);
}

static void
update_notes (PalpateRoutinePage *self,
              PalpatePlan        *plan)
{
  g_autofree char *obstacle = palpate_plan_dup_obstacle (plan);
  g_autofree char *notes = g_strjoinv ("\n", (char **) palpate_plan_get_notes (plan));
  const gboolean repeats = obstacle != NULL && g_str_has_prefix (notes, obstacle);
  g_autofree char *text = g_strconcat (obstacle != NULL && !repeats ? obstacle : "",
                                       obstacle != NULL && !repeats && *notes != '\0' ? "\n" : "", notes, NULL);

  gtk_label_set_label (self->obstacle, text);
  gtk_widget_set_visible (GTK_WIDGET (self->obstacle), *text != '\0');
  gtk_widget_set_sensitive (self->start, obstacle == NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  PalpateRoutinePage *self = user_data;
  PalpateRoutine *routine = get_routine (self);
  g_autoptr (PalpatePlan) plan = palpate_player_plan (self->player, routine, self->care);
  g_autofree char *length = describe_plan (self, plan);
  const char *name = palpate_routine_get_name (routine);

  self->update_id = 0;
  self->is_updating = TRUE;
  gtk_stack_set_visible_child (self->stack, palpate_routine_get_n_tasks (routine) > 0 ? self->full_page : self->empty_page);
  gtk_label_set_label (self->name, *name != '\0' ? name : _("My routine"));
  gtk_label_set_label (self->length, length);
  gtk_switch_set_active (self->order_switch, !palpate_routine_get_keeps_order (routine));
  update_steps (self, plan);
  update_notes (self, plan);
  self->is_updating = FALSE;
  return G_SOURCE_REMOVE;
}

static void
update_soon (PalpateRoutinePage *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static GtkWidget *
create_task_row (gpointer item,
                 gpointer user_data)
{
  PalpateRoutinePage *self = user_data;

  return palpate_task_row_new (get_routine (self), item, self->care);
}

static void
order_cb (PalpateRoutinePage *self)
{
  if (!self->is_updating)
    palpate_routine_set_keeps_order (get_routine (self), !gtk_switch_get_active (self->order_switch));
}

static GtkWidget *
row_new (const char *title,
         const char *subtitle,
         const char *action,
         GVariant   *target)
{
  GtkWidget *row = palpate_rows_row_new (title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

static void
kept_changed_cb (PalpateRoutinePage *self)
{
  GListModel *kept = palpate_routine_store_get_kept (self->store);

  for (guint i = 0; i < self->kept_rows->len; i++)
    adw_preferences_group_remove (self->kept_group, g_ptr_array_index (self->kept_rows, i));
  g_ptr_array_set_size (self->kept_rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (kept); i++)
    {
      g_autoptr (PalpateRoutine) routine = g_list_model_get_item (kept, i);
      const guint n_tasks = palpate_routine_get_n_tasks (routine);
      g_autofree char *points = g_strdup_printf (ngettext ("%u point", "%u points", n_tasks), n_tasks);
      GtkWidget *row = row_new (palpate_routine_get_name (routine), points, "win.routine-open-kept",
                                g_variant_new_string (palpate_routine_get_name (routine)));
      GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_tooltip_text (remove, _("Delete this routine"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete this routine"), -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "u", i);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "win.routine-forget");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
      adw_preferences_group_add (self->kept_group, row);
      g_ptr_array_add (self->kept_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->kept_group), self->kept_rows->len > 0);
}

static void
add_ready (PalpateRoutinePage *self,
           PalpateAtlas       *atlas)
{
  GPtrArray *ready = palpate_atlas_list (atlas, PALPATE_ITEM_ROUTINE);

  for (guint i = 0; i < ready->len; i++)
    {
      const PalpateReadyRoutine *routine = g_ptr_array_index (ready, i);

      adw_preferences_group_add (self->ready_group,
                                 row_new (palpate_content_text (routine->id, routine->name), palpate_content_text (routine->id, routine->hint),
                                          "win.routine-open-ready", g_variant_new_string (routine->id)));
    }
}

static void
palpate_routine_page_dispose (GObject *object)
{
  PalpateRoutinePage *self = PALPATE_ROUTINE_PAGE (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->tasks != NULL)
    gtk_list_box_bind_model (self->tasks, NULL, NULL, NULL, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);   /* or the bin would unparent it once more */
  gtk_widget_dispose_template (GTK_WIDGET (self), PALPATE_TYPE_ROUTINE_PAGE);
  g_clear_object (&self->store);
  g_clear_object (&self->care);
  g_clear_object (&self->player);
  g_clear_pointer (&self->step_rows, g_ptr_array_unref);
  g_clear_pointer (&self->kept_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (palpate_routine_page_parent_class)->dispose (object);
}

static void
palpate_routine_page_class_init (PalpateRoutinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_routine_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/routine-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, columns);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, separator);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, side_list);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, kept_group);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, ready_group);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, full_page);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, name);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, length);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, tasks);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, order_switch);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, steps_row);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, obstacle);
  gtk_widget_class_bind_template_child (widget_class, PalpateRoutinePage, start);
  gtk_widget_class_bind_template_callback (widget_class, order_cb);
}

static void
palpate_routine_page_init (PalpateRoutinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->step_rows = g_ptr_array_new ();
  self->kept_rows = g_ptr_array_new ();
}

/**
 * palpate_routine_page_setup:
 *
 * To be called once.
 */
void
palpate_routine_page_setup (PalpateRoutinePage  *self,
                            PalpateRoutineStore *store,
                            PalpateCare         *care,
                            PalpatePlayer       *player)
{
  const char *trouble = palpate_routine_store_get_trouble (store);

  g_return_if_fail (PALPATE_IS_ROUTINE_PAGE (self));

  self->store = g_object_ref (store);
  self->care = g_object_ref (care);
  self->player = g_object_ref (player);
  gtk_label_set_label (self->trouble, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
  add_ready (self, palpate_routine_get_atlas (get_routine (self)));
  gtk_list_box_bind_model (self->tasks, G_LIST_MODEL (get_routine (self)), create_task_row, self, NULL);
  g_signal_connect_object (get_routine (self), "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (care, "changed", G_CALLBACK (update_soon), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (palpate_routine_store_get_kept (store), "items-changed", G_CALLBACK (kept_changed_cb), self, G_CONNECT_SWAPPED);
  kept_changed_cb (self);
  update_cb (self);
}

/**
 * palpate_routine_page_set_narrow:
 *
 * The list stands below where there is no room beside.
 */
void
palpate_routine_page_set_narrow (PalpateRoutinePage *self,
                                 gboolean            is_narrow)
{
  g_return_if_fail (PALPATE_IS_ROUTINE_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  adw_clamp_set_maximum_size (self->side_list, is_narrow ? 760 : 300);
  adw_clamp_set_tightening_threshold (self->side_list, is_narrow ? 760 : 300);
  gtk_widget_set_visible (self->separator, !is_narrow);
  gtk_box_reorder_child_after (self->columns, GTK_WIDGET (self->side_list), is_narrow ? gtk_widget_get_last_child (GTK_WIDGET (self->columns)) : NULL);
}
