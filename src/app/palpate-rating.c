/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-rating.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-rows.h"

#define BUTTON_WIDTH 30
#define WORSE_ADVICE N_("Leave it alone for 2 to 3 days, then press half as hard. If it keeps getting worse: see a doctor or physiotherapist.")

enum { BEFORE, AFTER, EFFECT };

static GQuark
value_quark (void)
{
  return g_quark_from_static_string ("palpate-rating-value");
}

static void
set_answer (PalpateDiary *diary,
            int           question,
            int           answer)
{
  const PalpateEntry *entry = palpate_diary_get_entry (diary);

  if (entry == NULL)
    return;
  palpate_diary_rate (diary, question == BEFORE ? answer : entry->before, question == AFTER ? answer : entry->after,
                      question == EFFECT ? (PalpateEffect) answer : entry->effect);
}

static void
toggled_cb (GtkToggleButton *button,
            PalpateDiary    *diary)
{
  if (gtk_toggle_button_get_active (button))
    set_answer (diary, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "question")),
                GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (button), value_quark ())));
}

static GtkWidget *
add_button (GtkWidget    *box,
            PalpateDiary *diary,
            int           question,
            int           answer,
            const char   *label,
            int           known)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  GtkWidget *first = gtk_widget_get_first_child (box);

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_object_set_data (G_OBJECT (button), "question", GINT_TO_POINTER (question));
  g_object_set_qdata (G_OBJECT (button), value_quark (), GINT_TO_POINTER (answer));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), answer == known);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "rating");
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), diary, 0);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_question (GtkWidget  *group,
              const char *title,
              GtkWidget  *answers)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (answers, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (answers), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (group), label);
  gtk_box_append (GTK_BOX (group), answers);
}

/* Eleven numbers. */
static GtkWidget *
scale_new (PalpateDiary *diary,
           int           question,
           const char   *title,
           int           known)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (int i = 0; i <= PALPATE_PAIN_MOST; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      /* Translators: said by a screen reader: a question, and a number of ten */
      g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$d of 10"), title, i);
      GtkWidget *button = add_button (box, diary, question, i, number, known);

      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
    }
  return box;
}

/* The same, and a button for none of them. */
static GtkWidget *
scale_new_with_skip (PalpateDiary *diary,
                     int           question,
                     const char   *title,
                     int           known)
{
  GtkWidget *box = scale_new (diary, question, title, known);

  /* Translators: a button beside the numbers from 0 to 10: says nothing about the pain */
  add_button (box, diary, question, PALPATE_PAIN_NONE, _("Skip"), known);
  return box;
}

/* What to do about more pain than before, while one of the answers says so. */
static void
show_worse_cb (GtkWidget    *card,
               PalpateDiary *diary)
{
  const PalpateEntry *entry = palpate_diary_get_entry (diary);
  const gboolean worse = entry != NULL && (entry->effect == PALPATE_EFFECT_WORSE
                                           || (entry->before != PALPATE_PAIN_NONE && entry->after > entry->before));

  if (worse && !gtk_widget_get_visible (card))
    palpate_compat_announce (card, _(WORSE_ADVICE));
  gtk_widget_set_visible (card, worse);
}

/**
 * palpate_rating_new:
 *
 * Returns: (transfer floating): the questions about the session of @diary that has just ended
 */
GtkWidget *
palpate_rating_new (PalpateDiary *diary)
{
  const PalpateEntry *entry = palpate_diary_get_entry (diary);
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *effect = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *worse = palpate_rows_card_new (_("More pain than before"), _(WORSE_ADVICE), NULL, NULL);

  g_return_val_if_fail (entry != NULL, group);

  add_question (group, _("Pain before"), scale_new_with_skip (diary, BEFORE, _("Pain before"), entry->before));
  add_question (group, _("Pain now"), scale_new_with_skip (diary, AFTER, _("Pain now"), entry->after));
  add_button (effect, diary, EFFECT, PALPATE_EFFECT_BETTER, C_("what it did", "Better"), entry->effect);
  add_button (effect, diary, EFFECT, PALPATE_EFFECT_SAME, C_("what it did", "Same"), entry->effect);
  add_button (effect, diary, EFFECT, PALPATE_EFFECT_WORSE, C_("what it did", "Worse"), entry->effect);
  add_button (effect, diary, EFFECT, PALPATE_EFFECT_NONE, _("Skip"), entry->effect);
  add_question (group, _("What did it do?"), effect);
  show_worse_cb (worse, diary);
  g_signal_connect_object (diary, "changed", G_CALLBACK (show_worse_cb), worse, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (group), worse);
  gtk_box_append (GTK_BOX (group), palpate_rows_text_new (_("0 is no pain, 10 the worst that you can imagine. It stays on this computer."), "caption-text"));
  return group;
}

/**
 * palpate_rating_new_before:
 *
 * Returns: (transfer floating): one line that asks how strong the pain is, before the session of @diary; to be left
 *   unanswered by going on
 */
GtkWidget *
palpate_rating_new_before (PalpateDiary *diary)
{
  const PalpateEntry *entry = palpate_diary_get_entry (diary);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (_("Pain now, 0 to 10?"));
  GtkWidget *scale;

  g_return_val_if_fail (entry != NULL, box);

  scale = scale_new (diary, BEFORE, _("Pain before"), entry->before);
  for (GtkWidget *button = gtk_widget_get_first_child (scale); button != NULL; button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_size_request (button, BUTTON_WIDTH, -1);   /* nothing stretches them here */
  gtk_widget_add_css_class (scale, "linked");
  gtk_widget_add_css_class (label, "secondary");
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pain now, 0 to 10?"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scale);
  return box;
}
