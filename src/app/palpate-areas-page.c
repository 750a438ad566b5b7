/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "palpate-area-row.h"
#include "palpate-pages.h"
#include "palpate-rows.h"

static const char *
body_part_name (int body_part)
{
  switch ((PalpateBodyPart) body_part)
    {
    case PALPATE_BODY_PART_HEAD_NECK:
      return _("Head and neck");
    case PALPATE_BODY_PART_SHOULDER_ARM:
      return _("Shoulder and arm");
    case PALPATE_BODY_PART_HAND:
      return _("Hand");
    case PALPATE_BODY_PART_TRUNK:
      return _("Chest, belly and back");
    case PALPATE_BODY_PART_HIP_THIGH:
      return _("Hip and thigh");
    case PALPATE_BODY_PART_KNEE_LEG:
      return _("Knee and lower leg");
    default:
      return _("Ankle and foot");
    }
}

static void
done_clicked_cb (GtkWidget *button)
{
  gtk_widget_activate_action (button, "win.open", "s", "places");
}

/**
 * palpate_areas_page_new:
 *
 * Returns: (transfer floating): every region as a row, the chart for those who cannot see or point at it
 */
GtkWidget *
palpate_areas_page_new (PalpateExplorer *explorer)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  GPtrArray *regions = palpate_atlas_list (atlas, PALPATE_ITEM_REGION);
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);
  GtkWidget *done = gtk_button_new_with_label (_("Show possible sources"));

  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("All areas"), "title-2"));
  gtk_box_append (GTK_BOX (box), palpate_rows_text_new (_("Choose one or more. Left and right are always your own."), "secondary"));
  gtk_widget_add_css_class (done, "suggested-action");
  gtk_widget_add_css_class (done, "pill");
  g_signal_connect (done, "clicked", G_CALLBACK (done_clicked_cb), NULL);
  gtk_box_append (GTK_BOX (box), done);
  for (int part = 0; part < PALPATE_N_BODY_PARTS; part++)
    {
      GtkWidget *group = palpate_rows_group_new (body_part_name (part), NULL);

      for (guint i = 0; i < regions->len; i++)
        {
          const PalpateRegion *region = g_ptr_array_index (regions, i);

          if (region->body_part == part)
            adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_area_row_new (explorer, region));
        }
      gtk_box_append (GTK_BOX (box), group);
    }
  return page;
}
