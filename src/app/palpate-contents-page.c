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
add_pages (GtkWidget    *box,
           PalpateAtlas *atlas)
{
  GtkWidget *group = palpate_rows_group_new (_("About muscle knots"), NULL);
  GPtrArray *pages = palpate_atlas_list (atlas, PALPATE_ITEM_PAGE);

  for (guint i = 0; i < pages->len; i++)
    {
      const PalpatePage *page = g_ptr_array_index (pages, i);
      g_autofree char *location = g_strconcat ("learn/", page->id, NULL);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 palpate_rows_link_new (palpate_content_text (page->id, page->title),
                                                        palpate_content_text (page->id, page->summary), location));
    }
  gtk_box_append (GTK_BOX (box), group);
}

static void
add_techniques (GtkWidget    *box,
                PalpateAtlas *atlas,
                PalpateWho    who,
                const char   *title,
                const char   *description)
{
  GtkWidget *group = palpate_rows_group_new (title, description);
  GPtrArray *techniques = palpate_atlas_list (atlas, PALPATE_ITEM_TECHNIQUE);

  for (guint i = 0; i < techniques->len; i++)
    {
      const PalpateTechnique *technique = g_ptr_array_index (techniques, i);
      g_autofree char *location = g_strconcat ("technique/", technique->id, NULL);
      GtkWidget *row;

      if (technique->who != (int) who)
        continue;
      row = palpate_rows_link_new (palpate_content_text (technique->id, technique->name),
                                   palpate_content_text (technique->id, technique->benefit), location);
      palpate_rows_add_tag (row, palpate_rows_grade_name (technique->evidence.grade), NULL);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  gtk_box_append (GTK_BOX (box), group);
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
 * palpate_contents_page_new:
 *
 * Returns: (transfer floating): everything there is to learn: how knots form, techniques, what helps in daily life
 */
GtkWidget *
palpate_contents_page_new (PalpateExplorer *explorer)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);

  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("Learn"), "title-2"));
  add_pages (box, atlas);
  add_techniques (box, atlas, PALPATE_WHO_SELF, _("What you can do yourself"), NULL);
  add_techniques (box, atlas, PALPATE_WHO_PROFESSIONAL, _("For trained hands only"), _("To know what to ask for. Do not try these yourself."));
  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("What helps in daily life"), "title-2"));
  add_advice (box, atlas);
  return page;
}
