/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "palpate-last-time.h"
#include "palpate-pages.h"
#include "palpate-rows.h"

static void
entry_changed_cb (GtkSearchEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (*text != '\0')
    gtk_widget_activate_action (GTK_WIDGET (entry), "win.search", "s", text);
}

static GtkWidget *
asked_group_new (PalpateAtlas *atlas)
{
  GtkWidget *group = palpate_rows_group_new (_("Often asked"), NULL);
  GtkWidget *areas = gtk_button_new_with_label (_("All areas"));
  GPtrArray *complaints = palpate_atlas_list (atlas, PALPATE_ITEM_COMPLAINT);

  gtk_widget_add_css_class (areas, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (areas), "s", "areas");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (areas), "win.open");
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), areas);
  for (guint i = 0; i < complaints->len; i++)
    {
      const PalpateComplaint *complaint = g_ptr_array_index (complaints, i);
      g_autofree char *location = g_strconcat ("complaint/", complaint->id, NULL);

      if (complaint->often_asked)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                   palpate_rows_link_new (palpate_content_text (complaint->id, complaint->text),
                                                          palpate_content_text (complaint->id, complaint->hint), location));
    }
  return group;
}

/**
 * palpate_start_page_new:
 * @diary: (nullable): who has one is shown the last session
 *
 * Returns: (transfer floating): "Where does it hurt?"
 */
GtkWidget *
palpate_start_page_new (PalpateExplorer *explorer,
                        PalpateDiary    *diary)
{
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *more;

  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("Where does it hurt?"), "title-1"));
  gtk_box_append (GTK_BOX (box), palpate_rows_text_new (_("Click or paint the body, type, or choose below. Left and right are always your own."), "secondary"));
  g_object_set (entry, "placeholder-text", _("Pain, muscle or movement"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search for a pain, a muscle or a movement"), -1);
  g_signal_connect (entry, "search-changed", G_CALLBACK (entry_changed_cb), NULL);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box),
                  palpate_rows_card_new (_("Get help first"),
                                         _("With chest pressure, the worst headache of your life, or numbness between the legs."),
                                         _("Read"), "safety"));
  if (diary != NULL)
    gtk_box_append (GTK_BOX (box), palpate_last_time_new (palpate_explorer_get_atlas (explorer), diary));
  gtk_box_append (GTK_BOX (box), asked_group_new (palpate_explorer_get_atlas (explorer)));
  more = palpate_rows_group_new (NULL, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (more),
                             palpate_rows_link_new (_("What muscle knots are"), _("And why the spot that hurts is often not the source"),
                                                    "learn/what-trigger-points-are"));
  gtk_box_append (GTK_BOX (box), more);
  return page;
}
