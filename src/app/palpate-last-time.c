/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-last-time.h"

#include <glib/gi18n.h>

#include "palpate-history.h"
#include "palpate-plot.h"
#include "palpate-rows.h"

/* So many points are named; the others are counted. */
#define N_NAMED 2

typedef struct {
  PalpateAtlas *atlas;
  PalpateDiary *diary;
  gboolean      is_stale;
} LastTime;

static void
last_time_free (gpointer data)
{
  LastTime *self = data;

  g_object_unref (self->atlas);
  g_object_unref (self->diary);
  g_free (self);
}

static char *
describe_points (PalpateAtlas *atlas,
                 GArray       *sources)
{
  GString *text = g_string_new (NULL);
  const guint n_more = sources->len > N_NAMED ? sources->len - N_NAMED : 0;

  for (guint i = 0; i < sources->len - n_more; i++)
    {
      g_autofree char *name = palpate_sided_point_describe (atlas, g_array_index (sources, PalpateSidedPoint, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", name);
    }
  if (n_more > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u more point", "%u more points", n_more), n_more);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_entry (const PalpateEntry *entry)
{
  g_autofree char *day = palpate_plot_describe_day (entry);
  g_autofree char *text = NULL;

  if (entry->before == PALPATE_PAIN_NONE && entry->after == PALPATE_PAIN_NONE && entry->effect == PALPATE_EFFECT_NONE)
    return g_steal_pointer (&day);
  text = palpate_plot_describe_entry (entry);
  return g_strdup_printf ("%s · %s", day, text);
}

static GtkWidget *
group_new (PalpateAtlas       *atlas,
           const PalpateEntry *entry)
{
  g_autoptr (GArray) sources = palpate_entry_list_sources (atlas, entry);
  const PalpateSidedPoint first = g_array_index (sources, PalpateSidedPoint, 0);
  g_autofree char *title = describe_points (atlas, sources);
  g_autofree char *subtitle = describe_entry (entry);
  g_autofree char *location = g_strdup_printf ("point/%s/%s", first.point->id,
                                               palpate_side_to_id (first.side == PALPATE_SIDE_RIGHT ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT));
  GtkWidget *group = palpate_rows_group_new (_("Last time"), NULL);
  GtkWidget *again = gtk_button_new_with_label (_("Do it again"));

  gtk_widget_add_css_class (again, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (again), "win.session-again");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), again);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_rows_link_new (title, subtitle, location));
  return group;
}

static void
update (GtkWidget *bin)
{
  LastTime *self = g_object_get_data (G_OBJECT (bin), "last-time");
  GPtrArray *entries = palpate_diary_get_entries (self->diary);
  const PalpateEntry *entry = entries != NULL ? palpate_history_find_last (self->atlas, entries) : NULL;

  self->is_stale = FALSE;
  adw_bin_set_child (ADW_BIN (bin), entry != NULL ? group_new (self->atlas, entry) : NULL);
  gtk_widget_set_visible (bin, entry != NULL);
}

/* While a session runs the journal changes often, and nobody looks. */
static void
changed_cb (GtkWidget *bin)
{
  LastTime *self = g_object_get_data (G_OBJECT (bin), "last-time");
  GtkWidget *page = gtk_widget_get_parent (bin);

  self->is_stale = TRUE;
  if (page != NULL && gtk_widget_get_mapped (page))
    update (bin);
}

static void
page_map_cb (GtkWidget *bin)
{
  if (((LastTime *) g_object_get_data (G_OBJECT (bin), "last-time"))->is_stale)
    update (bin);
}

static void
parent_cb (GtkWidget *bin)
{
  GtkWidget *page = gtk_widget_get_parent (bin);

  if (page != NULL)
    g_signal_connect_object (page, "map", G_CALLBACK (page_map_cb), bin, G_CONNECT_SWAPPED);
}

/**
 * palpate_last_time_new:
 *
 * Returns: (transfer floating): what follows the journal while it is on a page
 */
GtkWidget *
palpate_last_time_new (PalpateAtlas *atlas,
                       PalpateDiary *diary)
{
  GtkWidget *bin = adw_bin_new ();
  LastTime *self = g_new0 (LastTime, 1);

  self->atlas = g_object_ref (atlas);
  self->diary = g_object_ref (diary);
  g_object_set_data_full (G_OBJECT (bin), "last-time", self, last_time_free);
  g_signal_connect_object (diary, "changed", G_CALLBACK (changed_cb), bin, G_CONNECT_SWAPPED);
  g_signal_connect (bin, "notify::parent", G_CALLBACK (parent_cb), NULL);
  update (bin);
  return bin;
}
