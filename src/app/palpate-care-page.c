/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "palpate-pages.h"
#include "palpate-rows.h"
#include "palpate-settings.h"

typedef struct {
  guint n_left_out;   /* points at which nothing may be pressed */
  guint n_flagged;    /* points at which something is changed */
} CareEffect;

static void
switched_cb (GtkSwitch  *toggle,
             GParamSpec *pspec,
             GSettings  *settings)
{
  palpate_settings_list_toggle (settings, PALPATE_KEY_CARE, g_object_get_data (G_OBJECT (toggle), "profile"), gtk_switch_get_active (toggle));
}

static GtkWidget *
profile_row_new (const PalpateProfile *profile,
                 GSettings            *settings)
{
  GtkWidget *row = palpate_rows_row_new (palpate_content_text (profile->id, profile->name), palpate_content_text (profile->id, profile->hint));
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), palpate_settings_list_contains (settings, PALPATE_KEY_CARE, profile->id));
  g_object_set_data (G_OBJECT (toggle), "profile", (gpointer) profile->id);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (switched_cb), settings, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

static CareEffect
count_effect (PalpateExplorer *explorer)
{
  GPtrArray *points = palpate_atlas_list (palpate_explorer_get_atlas (explorer), PALPATE_ITEM_POINT);
  CareEffect effect = { 0 };

  for (guint i = 0; i < points->len; i++)
    {
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_point (palpate_explorer_get_care (explorer), g_ptr_array_index (points, i));

      effect.n_left_out += judgement->verdict == PALPATE_VERDICT_LEFT_OUT;
      effect.n_flagged += judgement->verdict == PALPATE_VERDICT_FLAGGED;
    }
  return effect;
}

static void
care_changed_cb (PalpateCare *care,
                 GtkWidget   *label)
{
  PalpateExplorer *explorer = g_object_get_data (G_OBJECT (label), "explorer");
  const CareEffect effect = count_effect (explorer);
  g_autofree char *left_out = NULL;
  g_autofree char *flagged = NULL;
  g_autofree char *text = NULL;

  if (palpate_care_is_empty (care))
    {
      gtk_label_set_text (GTK_LABEL (label), _("Nothing is switched on, so nothing is left out."));
      return;
    }
  left_out = g_strdup_printf (ngettext ("Pressing is left out at %u point.", "Pressing is left out at %u points.", effect.n_left_out), effect.n_left_out);
  flagged = g_strdup_printf (ngettext ("At %u point some techniques are left out, or carry a note.",
                                       "At %u points some techniques are left out, or carry a note.", effect.n_flagged),
                             effect.n_flagged);
  /* Translators: two sentences: how many points are left out, how many carry a note */
  text = g_strdup_printf (_("%1$s %2$s Every page and sheet says so."), left_out, flagged);
  gtk_label_set_text (GTK_LABEL (label), text);
}

/**
 * palpate_care_page_new:
 *
 * Returns: (transfer floating): what to know about the person before pressing; it is kept on this computer only
 */
GtkWidget *
palpate_care_page_new (PalpateExplorer *explorer,
                       GSettings       *settings)
{
  PalpateCare *care = palpate_explorer_get_care (explorer);
  GPtrArray *profiles = palpate_atlas_list (palpate_explorer_get_atlas (explorer), PALPATE_ITEM_PROFILE);
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);
  GtkWidget *group = palpate_rows_group_new (NULL, NULL);
  GtkWidget *summary = palpate_rows_text_new (NULL, NULL);
  GtkWidget *more = palpate_rows_group_new (NULL, NULL);

  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("My care profile"), "title-2"));
  gtk_box_append (GTK_BOX (box), palpate_rows_text_new (_("What is true for you changes what is offered. It is kept on this computer only."), "secondary"));
  for (guint i = 0; i < profiles->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), profile_row_new (g_ptr_array_index (profiles, i), settings));
  gtk_box_append (GTK_BOX (box), group);
  g_object_set_data_full (G_OBJECT (summary), "explorer", g_object_ref (explorer), g_object_unref);
  g_signal_connect_object (care, "changed", G_CALLBACK (care_changed_cb), summary, 0);
  care_changed_cb (care, summary);
  gtk_box_append (GTK_BOX (box), summary);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (more),
                             palpate_rows_link_new (_("Safety"), _("When to get help first, and where not to press"), "safety"));
  gtk_box_append (GTK_BOX (box), more);
  return page;
}
