/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "palpate-area-row.h"
#include "palpate-hit.h"
#include "palpate-pages.h"
#include "palpate-point-menu.h"
#include "palpate-rows.h"

#define MAX_HITS 40
#define MAX_ROWS 5

/* Hits of less than this share of the best one are not shown. */
#define WEAK 0.55

/* The groups of the results, in their order. */
typedef enum { GROUP_READ_FIRST, GROUP_PLACES, GROUP_POINTS, GROUP_LOOKALIKES, GROUP_LEARN, N_GROUPS } Group;

/* What the page needs while it is open; freed with its box. */
typedef struct {
  PalpateExplorer *explorer;
  GtkWidget       *results;   /* borrowed */
  GtkWidget       *entry;     /* borrowed */
} SearchPage;

static void
free_search_page (gpointer data)
{
  SearchPage *self = data;
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));

  palpate_explorer_set_found (self->explorer, nothing);
  g_object_unref (self->explorer);
  g_free (self);
}

static Group
group_of (PalpateItemKind kind)
{
  switch (kind)
    {
    case PALPATE_ITEM_RED_FLAG:
    case PALPATE_ITEM_PROFILE:
      return GROUP_READ_FIRST;
    case PALPATE_ITEM_REGION:
    case PALPATE_ITEM_COMPLAINT:
      return GROUP_PLACES;
    case PALPATE_ITEM_MUSCLE:
      return GROUP_POINTS;
    case PALPATE_ITEM_LOOKALIKE:
      return GROUP_LOOKALIKES;
    default:
      return GROUP_LEARN;
    }
}

/* The points of a muscle that one may press oneself, on the side that its page opens. */
static void
add_menu (SearchPage             *self,
          GtkWidget              *row,
          const PalpateSearchHit *hit)
{
  const PalpateMuscle *muscle = hit->item;
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (PalpateSidedPoint));

  for (guint i = 0; i < muscle->points.length; i++)
    {
      const PalpateSidedPoint source = { muscle->points.items[i], hit->side == PALPATE_SIDE_RIGHT ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT };

      if (palpate_care_leaves_any (palpate_explorer_get_care (self->explorer), source.point))
        g_array_append_val (sources, source);
    }
  palpate_point_menu_add_all (row, palpate_explorer_get_atlas (self->explorer), sources);
}

static GtkWidget *
hit_row_new (SearchPage             *self,
             const PalpateSearchHit *hit)
{
  g_autofree char *location = palpate_hit_dup_location (hit);
  GtkWidget *row;

  if (location == NULL)
    return palpate_area_row_new (self->explorer, hit->item);
  row = palpate_rows_link_new (palpate_hit_get_title (hit), palpate_hit_get_subtitle (hit), location);
  if (hit->kind == PALPATE_ITEM_MUSCLE)
    add_menu (self, row, hit);
  return row;
}

static void
add_found (GArray                 *found,
           const PalpateSearchHit *hit)
{
  const PalpateRegion *region = hit->item;
  const PalpatePlace left = { g_intern_string (region->id), region->sided ? PALPATE_SIDE_LEFT : PALPATE_SIDE_NONE };
  const PalpatePlace right = { left.region, PALPATE_SIDE_RIGHT };

  if (!region->sided || hit->side != PALPATE_SIDE_RIGHT)
    g_array_append_val (found, left);
  if (region->sided && hit->side != PALPATE_SIDE_LEFT)
    g_array_append_val (found, right);
}

/* What must be read comes first; the others by their best hit. */
static void
order_groups (GArray *hits,
              Group   order[N_GROUPS])
{
  gboolean has[N_GROUPS] = { FALSE };
  guint n = 0;

  order[n++] = GROUP_READ_FIRST;
  has[GROUP_READ_FIRST] = TRUE;
  for (guint i = 0; i < hits->len; i++)
    {
      const Group group = group_of (g_array_index (hits, PalpateSearchHit, i).kind);

      if (!has[group])
        order[n++] = group;
      has[group] = TRUE;
    }
  for (int g = 0; g < N_GROUPS; g++)
    if (!has[g])
      order[n++] = g;
}

static void
add_groups (SearchPage *self,
            GArray     *hits)
{
  const char *const titles[N_GROUPS] = { _("Read first"), _("Places"), _("Points"), _("What else it could be"), _("Learn") };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  Group order[N_GROUPS];

  order_groups (hits, order);
  for (int g = 0; g < N_GROUPS; g++)
    {
      GtkWidget *group = NULL;
      guint n_rows = 0;

      for (guint i = 0; i < hits->len && n_rows < MAX_ROWS; i++)
        {
          const PalpateSearchHit *hit = &g_array_index (hits, PalpateSearchHit, i);

          if (group_of (hit->kind) != order[g] || hit->score < WEAK * g_array_index (hits, PalpateSearchHit, 0).score)
            continue;
          if (group == NULL)
            {
              group = palpate_rows_group_new (titles[order[g]], NULL);
              gtk_box_append (GTK_BOX (self->results), group);
            }
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), hit_row_new (self, hit));
          n_rows++;
          if (hit->kind == PALPATE_ITEM_REGION)
            add_found (found, hit);
        }
    }
  palpate_explorer_set_found (self->explorer, found);
}

static void
suggestion_clicked_cb (GtkButton *button,
                       GtkWidget *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), gtk_button_get_label (button));
  gtk_widget_grab_focus (entry);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

static void
add_suggestion (SearchPage *self,
                const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked_cb), self->entry, 0);
  gtk_box_append (GTK_BOX (self->results), button);
}

static void
add_nothing (SearchPage *self,
             const char *text)
{
  g_autofree char *near = palpate_search_suggest (palpate_explorer_get_search (self->explorer), text);
  /* Translators: %s is what was typed into the search */
  g_autofree char *message = g_strdup_printf (_("Nothing for “%s”."), text);
  GtkWidget *areas = gtk_button_new_with_label (_("All areas"));

  gtk_box_append (GTK_BOX (self->results), palpate_rows_text_new (message, NULL));
  gtk_box_append (GTK_BOX (self->results),
                  palpate_rows_text_new (near != NULL ? _("Did you mean") : _("Try everyday words, such as"), "secondary"));
  if (near != NULL)
    {
      add_suggestion (self, near);
    }
  else
    {
      add_suggestion (self, _("pain behind the eye"));
      add_suggestion (self, _("stiff neck"));
    }
  gtk_widget_set_halign (areas, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (areas), "s", "areas");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (areas), "win.open");
  gtk_box_append (GTK_BOX (self->results), areas);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   SearchPage     *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (GArray) hits = palpate_search_find (palpate_explorer_get_search (self->explorer), text, MAX_HITS);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->results)) != NULL)
    gtk_box_remove (GTK_BOX (self->results), child);
  add_groups (self, hits);
  if (hits->len == 0 && g_utf8_strlen (typed, -1) > 1)   /* after one letter everything may still come */
    add_nothing (self, typed);
}

/* Enter opens the best result; a place without a side only gets the focus, for its side must be said. */
static void
entry_activate_cb (GtkSearchEntry *entry,
                   SearchPage     *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (GArray) hits = palpate_search_find (palpate_explorer_get_search (self->explorer), text, 1);
  const PalpateSearchHit *hit;
  g_autofree char *location = NULL;

  search_changed_cb (entry, self);
  if (hits->len == 0)
    return;
  hit = &g_array_index (hits, PalpateSearchHit, 0);
  location = palpate_hit_dup_location (hit);
  if (location != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (entry), "win.open", "s", location);
    }
  else if (hit->side != PALPATE_SIDE_NONE || !((const PalpateRegion *) hit->item)->sided)
    {
      const PalpateRegion *region = hit->item;
      const PalpatePlace place = { g_intern_string (region->id), region->sided ? hit->side : PALPATE_SIDE_NONE };
      g_autofree char *id = palpate_place_to_id (place);

      gtk_widget_activate_action (GTK_WIDGET (entry), "win.mark", "(sb)", id, FALSE);
    }
  else
    {
      gtk_widget_child_focus (self->results, GTK_DIR_TAB_FORWARD);
    }
}

static gboolean
entry_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              SearchPage            *self)
{
  if (keyval != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (self->results, GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (GtkWidget *entry)
{
  gtk_widget_activate_action (entry, "win.step-out", NULL);
}

static void
map_cb (GtkWidget *entry)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
}

/**
 * palpate_search_page_new:
 * @text: (nullable): what is typed already
 *
 * Returns: (transfer floating): an entry, and results while typing in groups
 */
GtkWidget *
palpate_search_page_new (PalpateExplorer *explorer,
                         const char      *text)
{
  SearchPage *self = g_new0 (SearchPage, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);

  self->explorer = g_object_ref (explorer);
  self->entry = gtk_search_entry_new ();
  self->results = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  g_object_set_data_full (G_OBJECT (box), "search-page", self, free_search_page);
  g_object_set (self->entry, "placeholder-text", _("Pain, muscle or movement"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search for a pain, a muscle or a movement"), -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect (self->entry, "stop-search", G_CALLBACK (stop_search_cb), NULL);
  g_signal_connect (self->entry, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("Search"), "title-2"));
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->results);
  if (text != NULL && *text != '\0')
    search_changed_cb (GTK_SEARCH_ENTRY (self->entry), self);
  return page;
}
