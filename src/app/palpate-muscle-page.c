/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "palpate-fallback.h"
#include "palpate-pages.h"
#include "palpate-rows.h"
#include "palpate-suspect-row.h"

static void
add_content (GtkWidget *group,
             GtkWidget *row)
{
  if (row != NULL)
    palpate_fallback_add (group, row);
}

static void
add_related (GtkWidget           *box,
             PalpateAtlas        *atlas,
             const PalpateMuscle *muscle,
             PalpateSide          side)
{
  GtkWidget *group;

  if (muscle->related[0] == NULL)
    return;
  group = palpate_rows_group_new (_("Often sore together"), NULL);
  for (const char *const *id = muscle->related; *id != NULL; id++)
    {
      const PalpateMuscle *other = palpate_atlas_get_muscle (atlas, *id);
      g_autofree char *location = g_strdup_printf ("muscle/%s/%s", *id, palpate_side_to_id (side));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 palpate_rows_link_new (palpate_content_text (*id, other->name),
                                                        palpate_content_text (*id, other->plain_name), location));
    }
  gtk_box_append (GTK_BOX (box), group);
}

/**
 * palpate_muscle_page_new:
 * @side: on which its points are opened
 *
 * Returns: (transfer floating): a muscle: what it does, where it lies, its points
 */
GtkWidget *
palpate_muscle_page_new (PalpateExplorer     *explorer,
                         const PalpateMuscle *muscle,
                         PalpateSide          side)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);
  GtkWidget *points = palpate_rows_group_new (_("Its points"), _("Point at a row, or tap, to see its pattern."));
  GtkWidget *group = palpate_rows_group_new (_("The muscle"), NULL);
  GtkWidget *signs = palpate_rows_group_new (_("What to know"), NULL);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", palpate_content_text (muscle->id, muscle->plain_name), muscle->latin);

  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (palpate_content_text (muscle->id, muscle->name), "title-2"));
  gtk_box_append (GTK_BOX (box), palpate_rows_text_new (subtitle, "page-subtitle"));
  for (guint i = 0; i < muscle->points.length; i++)
    {
      const PalpateSidedPoint source = { muscle->points.items[i], side };

      palpate_fallback_add (points, palpate_point_row_new (explorer, source, source.point->essential_text));
    }
  gtk_box_append (GTK_BOX (box), points);
  add_content (group, palpate_rows_joined_new (_("Other names"), muscle->id, muscle->also_called));
  add_content (group, palpate_rows_joined_new (_("What it does"), muscle->id, muscle->actions));
  add_content (group, palpate_rows_content_new (_("From"), muscle->id, muscle->origin));
  add_content (group, palpate_rows_content_new (_("To"), muscle->id, muscle->insertion));
  gtk_box_append (GTK_BOX (box), group);
  add_content (signs, palpate_rows_joined_new (_("What it feels like"), muscle->id, muscle->feels_like));
  add_content (signs, palpate_rows_joined_new (_("Easily mistaken for"), muscle->id, muscle->mistaken_for));
  add_content (signs, palpate_rows_joined_new (_("What sets it off"), muscle->id, muscle->set_off_by));
  add_content (signs, palpate_rows_joined_new (_("What keeps it going"), muscle->id, muscle->kept_going_by));
  gtk_box_append (GTK_BOX (box), signs);
  add_related (box, atlas, muscle, side);
  gtk_box_append (GTK_BOX (box), palpate_rows_evidence_new (atlas, muscle->id, &muscle->evidence));
  return page;
}
