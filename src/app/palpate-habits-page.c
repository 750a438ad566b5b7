/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "palpate-pages.h"
#include "palpate-rows.h"

static const char *
topic_name (int topic)
{
  switch ((PalpateTopic) topic)
    {
    case PALPATE_TOPIC_ACTIVITY:
      return _("Movement");
    case PALPATE_TOPIC_POSTURE:
      return _("Posture");
    case PALPATE_TOPIC_WORK:
      return _("Work");
    case PALPATE_TOPIC_STRESS:
      return _("Stress and breathing");
    case PALPATE_TOPIC_SLEEP:
      return _("Sleep");
    case PALPATE_TOPIC_FOOD:
      return _("Food");
    case PALPATE_TOPIC_WATER:
      return _("Water");
    default:
      return _("When to ask a doctor");
    }
}

static void
add_advice (GtkWidget    *box,
            PalpateAtlas *atlas)
{
  GPtrArray *all = palpate_atlas_list (atlas, PALPATE_ITEM_ADVICE);

  for (int topic = PALPATE_TOPIC_ACTIVITY; topic <= PALPATE_TOPIC_DOCTOR; topic++)
    {
      GtkWidget *group = palpate_rows_group_new (topic_name (topic), NULL);

      for (guint i = 0; i < all->len; i++)
        {
          const PalpateAdvice *advice = g_ptr_array_index (all, i);
          g_autofree char *location = g_strconcat ("advice/", advice->id, NULL);

          if (advice->topic == topic)
            adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                       palpate_rows_link_new (palpate_content_text (advice->id, advice->title), NULL, location));
        }
      gtk_box_append (GTK_BOX (box), group);
    }
}

/**
 * palpate_habits_page_new:
 *
 * Returns: (transfer floating): what helps in daily life, by topic
 */
GtkWidget *
palpate_habits_page_new (PalpateExplorer *explorer)
{
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);

  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("Everyday habits"), "title-2"));
  gtk_box_append (GTK_BOX (box), palpate_rows_text_new (_("What sets muscles off, and what may help. Each page says how sure it is."), "page-subtitle"));
  add_advice (box, palpate_explorer_get_atlas (explorer));
  return page;
}
