/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "palpate-fallback.h"
#include "palpate-pages.h"
#include "palpate-point-care.h"
#include "palpate-rows.h"
#include "palpate-suspect-row.h"
#include "palpate-task.h"

/* What the page needs while it is open; freed with its box. */
typedef struct {
  PalpateExplorer   *explorer;
  GSettings         *settings;
  PalpateAtlas      *atlas;    /* borrowed from the explorer */
  PalpateSidedPoint  source;
  GtkWidget         *box;      /* borrowed */
  GtkWidget         *answers[3];
} PointPage;

static void
free_point_page (gpointer data)
{
  PointPage *self = data;

  g_object_unref (self->explorer);
  g_object_unref (self->settings);
  g_free (self);
}

static void
append (PointPage *self,
        GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}

static void
add_content (GtkWidget *group,
             GtkWidget *row)
{
  if (row != NULL)
    palpate_fallback_add (group, row);
}

static GtkWidget *
side_button_new (PointPage   *self,
                 PalpateSide  side,
                 const char  *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_autofree char *location = g_strdup_printf ("point/%s/%s", self->source.point->id, palpate_side_to_id (side));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), self->source.side == side);
  gtk_widget_set_sensitive (button, self->source.side != side);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", location);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.turn");
  return button;
}

static void
add_heading (PointPage *self)
{
  const PalpatePoint *point = self->source.point;
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = palpate_explorer_describe_sided_point (self->explorer, self->source);
  g_autofree char *subtitle = NULL;
  g_autofree char *kept = g_strdup_printf ("point/%s/%s", point->id, palpate_side_to_id (self->source.side));
  GtkWidget *title = palpate_rows_title_new (name, "title-2");

  gtk_widget_set_focusable (title, TRUE);   /* so that it is read first */
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "page-title");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), palpate_rows_keep_button_new (self->settings, kept, _("Keep this point")));
  append (self, row);
  subtitle = g_strdup_printf ("%s · %s", palpate_content_text (point->muscle->id, point->muscle->plain_name), point->muscle->latin);
  append (self, palpate_rows_text_new (subtitle, "page-subtitle"));
}

static GtkWidget *
legend_item_new (GtkWidget  *sign,
                 const char *text)
{
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (item), sign);
  gtk_box_append (GTK_BOX (item), palpate_rows_text_new (text, "caption-text"));
  return item;
}

/* Whether it is for one's own hands, and the care profile leaves anything of it in. */
static gboolean
may_press (PointPage *self)
{
  return palpate_care_suggest (palpate_explorer_get_care (self->explorer), self->source.point) != NULL;
}

static void
add_legend (PointPage *self)
{
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (legend), legend_item_new (palpate_rows_swatch_new ("core"), _("Felt by most")));
  if (*self->source.point->spillover_text != '\0')
    gtk_box_append (GTK_BOX (legend), legend_item_new (palpate_rows_swatch_new ("spillover"), _("Felt by some")));
  gtk_box_append (GTK_BOX (legend), legend_item_new (gtk_image_new_from_icon_name ("palpate-press-symbolic"), may_press (self) ? _("Press here") : _("Where the point lies")));
  append (self, legend);

  gtk_widget_add_css_class (sides, "linked");
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), side_button_new (self, PALPATE_SIDE_LEFT, C_("side", "Left")));
  gtk_box_append (GTK_BOX (sides), side_button_new (self, PALPATE_SIDE_RIGHT, C_("side", "Right")));
  append (self, sides);
}

/* The cautions of the point and of its muscle, each once, and the danger areas close by: by name, since “here” is not the point. */
static char *
describe_cautions (PointPage *self)
{
  const PalpatePoint *point = self->source.point;
  const char *const *lists[] = { point->cautions, point->muscle->cautions };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (const char *const *id = lists[i]; *id != NULL; id++)
      {
        const PalpateCaution *caution = palpate_atlas_get (self->atlas, PALPATE_ITEM_CAUTION, *id);

        if (g_hash_table_add (seen, (gpointer) *id))
          g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", palpate_content_text (*id, caution->text));
      }
  for (const char *const *id = point->danger_areas; *id != NULL; id++)
    {
      const PalpateDangerArea *area = palpate_atlas_get (self->atlas, PALPATE_ITEM_DANGER_AREA, *id);

      g_string_append_printf (text, "%s%s. %s", text->len > 0 ? "\n" : "", palpate_content_text (*id, area->name), palpate_content_text (*id, area->text));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_cautions (PointPage *self)
{
  g_autofree char *text = describe_cautions (self);

  if (*text != '\0')
    append (self, palpate_rows_card_new (_("Take care"), text, NULL, NULL));
}

static char *
create_start_label (PointPage *self)
{
  PalpateCare *care = palpate_explorer_get_care (self->explorer);
  const PalpatePointTechnique *use = palpate_care_suggest (care, self->source.point);

  if (use == NULL)
    {
      const PalpateStretch *stretch = palpate_care_suggest_stretch (care, self->source.point->muscle);

      return g_strdup_printf (ngettext ("Start %d-second stretch", "Start %d-second stretch", stretch->hold_seconds), stretch->hold_seconds);
    }
  if (palpate_technique_counts_strokes (palpate_atlas_get_technique (self->atlas, use->technique)))
    return g_strdup_printf (ngettext ("Start %d slow stroke", "Start %d slow strokes", use->dose.repeats), use->dose.repeats);
  return g_strdup_printf (ngettext ("Start %d-second hold", "Start %d-second hold", use->dose.hold_seconds), use->dose.hold_seconds);
}

/* The one thing to do next, and beside it what to keep for later. */
static void
add_doing (PointPage *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *start = gtk_button_new ();
  GtkWidget *add = gtk_button_new_with_label (_("Add to routine"));
  g_autofree char *label = create_start_label (self);
  g_autofree char *cautions = describe_cautions (self);

  /* the keys pass over the card above: whoever cannot see hears of it where they lead */
  gtk_accessible_update_property (GTK_ACCESSIBLE (start), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, cautions, -1);
  gtk_button_set_label (GTK_BUTTON (start), label);
  gtk_widget_set_hexpand (start, TRUE);
  gtk_widget_add_css_class (start, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (start), "win.start-hold");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-to-routine");
  gtk_box_append (GTK_BOX (row), start);
  gtk_box_append (GTK_BOX (row), add);
  append (self, row);
}

/* Paper for at home: what to do, or, for trained hands, what to ask for. */
static void
add_sheet_button (PointPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Home-care sheet"));

  /* the old end of the toolkit would also say the underline */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Home-care sheet"), -1);
  gtk_widget_set_tooltip_text (button, _("Put this point on a page to print"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.sheet-add");
  append (self, button);
}

/* The care profile leaves out all pressing: why, and the way to it. */
static void
add_left_out (PointPage *self)
{
  g_autoptr (PalpateJudgement) judgement = palpate_care_judge_point (palpate_explorer_get_care (self->explorer), self->source.point);
  g_autofree char *reason = palpate_judgement_describe (judgement);

  append (self, palpate_rows_card_new (_("Not for you to press now"), reason, _("Care profile"), "care"));
}

static void
add_pattern (PointPage *self)
{
  const PalpatePoint *point = self->source.point;
  GtkWidget *group = palpate_rows_group_new (_("Where you may feel it"), NULL);

  add_content (group, palpate_rows_content_new (_("Felt by most"), point->id, point->essential_text));
  add_content (group, palpate_rows_content_new (_("Felt by some"), point->id, point->spillover_text));
  append (self, group);
}

static void
add_finding (PointPage *self)
{
  const PalpatePoint *point = self->source.point;
  const gboolean falls_back = palpate_content_falls_back (point->id, point->where) || palpate_fallback_any (point->id, point->find);

  append (self, palpate_fallback_heading_new (palpate_rows_title_new (_("How to find it"), "heading"), falls_back));
  append (self, palpate_rows_text_new (palpate_content_text (point->id, point->where), "secondary"));
  append (self, palpate_rows_steps_new (point->id, point->find));
}

static void
answer_toggled_cb (GtkToggleButton *button,
                   PointPage       *self)
{
  const PalpateAnswer answer = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer"));
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  const PalpateAnswer given = palpate_marks_get_answer (marks, self->source);

  if (gtk_toggle_button_get_active (button) && given != answer)
    palpate_marks_set_answer (marks, self->source, answer);
  else if (!gtk_toggle_button_get_active (button) && given == answer)
    palpate_marks_set_answer (marks, self->source, PALPATE_ANSWER_NONE);
  else
    return;
  gtk_widget_activate_action (GTK_WIDGET (button), "win.answered", NULL);
}

static void
marks_changed_cb (PalpateMarks *marks,
                  GtkWidget    *box)
{
  PointPage *self = g_object_get_data (G_OBJECT (box), "point-page");
  const PalpateAnswer given = palpate_marks_get_answer (marks, self->source);

  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    if (self->answers[i] != NULL)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->answers[i]),
                                    GPOINTER_TO_INT (g_object_get_data (G_OBJECT (self->answers[i]), "answer")) == (int) given);
}

static void
add_question (PointPage *self)
{
  static const PalpateAnswer answers[] = { PALPATE_ANSWER_YES, PALPATE_ANSWER_LOCAL, PALPATE_ANSWER_NO };
  const char *const labels[] = { _("Yes"), _("Sore only here"), _("No") };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  append (self, palpate_rows_title_new (_("Does pressing here bring your pain on?"), "heading"));
  gtk_widget_add_css_class (row, "linked");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      self->answers[i] = gtk_toggle_button_new_with_label (labels[i]);
      gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->answers[i]))), TRUE);
      gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->answers[i]))), GTK_JUSTIFY_CENTER);
      g_object_set_data (G_OBJECT (self->answers[i]), "answer", GINT_TO_POINTER (answers[i]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->answers[i]),
                                    palpate_marks_get_answer (palpate_explorer_get_marks (self->explorer), self->source) == answers[i]);
      g_signal_connect (self->answers[i], "toggled", G_CALLBACK (answer_toggled_cb), self);
      gtk_box_append (GTK_BOX (row), self->answers[i]);
    }
  append (self, row);
}

static void
add_professional (PointPage *self)
{
  const PalpatePoint *point = self->source.point;
  GtkWidget *card = palpate_rows_card_new (_("This one is for trained hands"), palpate_content_text (point->id, point->instead), NULL, NULL);

  if (palpate_content_falls_back (point->id, point->instead))
    palpate_rows_card_add_tag (card, palpate_fallback_tag_new ());
  append (self, card);
  append (self, palpate_fallback_heading_new (palpate_rows_title_new (_("You can ask for"), "heading"),
                                              palpate_fallback_any (point->id, point->ask_for)));
  append (self, palpate_rows_bullets_new (point->id, point->ask_for));
}

static void
add_reasons (PointPage *self)
{
  const PalpateMuscle *muscle = self->source.point->muscle;
  GtkWidget *group = palpate_rows_group_new (_("Why it comes back"), NULL);

  add_content (group, palpate_rows_joined_new (_("What sets it off"), muscle->id, muscle->set_off_by));
  add_content (group, palpate_rows_joined_new (_("What keeps it going"), muscle->id, muscle->kept_going_by));
  for (const char *const *id = muscle->advice; *id != NULL; id++)
    {
      const PalpateAdvice *advice = palpate_atlas_get (self->atlas, PALPATE_ITEM_ADVICE, *id);
      g_autofree char *location = g_strconcat ("advice/", *id, NULL);

      palpate_fallback_add (group, palpate_rows_link_new (palpate_content_text (*id, advice->title), NULL, location));
    }
  append (self, group);
}

static void
add_related (PointPage *self)
{
  const PalpatePoint *point = self->source.point;
  GtkWidget *group = palpate_rows_group_new (_("More about it"), NULL);
  g_autofree char *muscle = g_strdup_printf ("muscle/%s/%s", point->muscle->id, palpate_side_to_id (self->source.side));

  add_content (group, palpate_rows_joined_new (_("What it feels like"), point->muscle->id, point->muscle->feels_like));
  add_content (group, palpate_rows_joined_new (_("Easily mistaken for"), point->muscle->id, point->muscle->mistaken_for));
  palpate_fallback_add (group, palpate_rows_link_new (_("The muscle and its other points"),
                                                      palpate_content_text (point->muscle->id, point->muscle->name), muscle));
  append (self, group);
  if (point->related[0] == NULL)
    return;
  group = palpate_rows_group_new (_("Often sore together"), NULL);
  for (const char *const *id = point->related; *id != NULL; id++)
    {
      const PalpateSidedPoint source = { palpate_atlas_get_point (self->atlas, *id), self->source.side };

      palpate_fallback_add (group, palpate_point_row_new (self->explorer, source, source.point->essential_text));
    }
  append (self, group);
}

static void
fill (PointPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    self->answers[i] = NULL;
  add_heading (self);
  add_legend (self);
  add_cautions (self);
  if (self->source.point->mode == PALPATE_MODE_PROFESSIONAL)
    {
      add_professional (self);
      add_sheet_button (self);
      add_pattern (self);
    }
  else if (!may_press (self))
    {
      add_left_out (self);
      if (palpate_care_leaves_any (palpate_explorer_get_care (self->explorer), self->source.point))
        {
          add_doing (self);
          add_sheet_button (self);
        }
      add_pattern (self);
    }
  else
    {
      add_doing (self);
      add_sheet_button (self);
      add_pattern (self);
      add_finding (self);
      add_question (self);
      palpate_point_care_add_techniques (self->explorer, self->source.point, self->box);
    }
  palpate_point_care_add_stretches (self->explorer, self->source.point, self->box);
  add_reasons (self);
  add_related (self);
  append (self, palpate_rows_evidence_new (self->atlas, self->source.point->id, &self->source.point->evidence));
}

static void
care_changed_cb (PalpateCare *care,
                 GtkWidget   *box)
{
  fill (g_object_get_data (G_OBJECT (box), "point-page"));
}

/**
 * palpate_point_page_new:
 * @source: left or right
 *
 * Returns: (transfer floating): a point: pattern, how to find it, what to try, why it comes back, how sure
 */
GtkWidget *
palpate_point_page_new (PalpateExplorer   *explorer,
                        GSettings         *settings,
                        PalpateSidedPoint  source)
{
  PointPage *self = g_new0 (PointPage, 1);
  GtkWidget *page = palpate_rows_page_new (&self->box);

  self->explorer = g_object_ref (explorer);
  self->settings = g_object_ref (settings);
  self->atlas = palpate_explorer_get_atlas (explorer);
  self->source = source;
  g_object_set_data_full (G_OBJECT (self->box), "point-page", self, free_point_page);
  g_signal_connect_object (palpate_explorer_get_marks (explorer), "changed", G_CALLBACK (marks_changed_cb), self->box, 0);
  g_signal_connect_object (palpate_explorer_get_care (explorer), "changed", G_CALLBACK (care_changed_cb), self->box, 0);
  fill (self);
  return page;
}
