/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-point-care.h"

#include <glib/gi18n.h>

#include "palpate-fallback.h"
#include "palpate-rows.h"
#include "palpate-step.h"
#include "palpate-task.h"

/* A row inside an expander that must be read: what the care profile says to mind. */
static GtkWidget *
warning_row_new (const PalpateJudgement *judgement)
{
  g_autofree char *profiles = palpate_judgement_name_profiles (judgement);
  g_autofree char *reason = palpate_judgement_describe (judgement);
  g_autofree char *limit = palpate_step_describe_limit (palpate_judgement_get_pressure (judgement));
  g_autofree char *text = g_strjoin ("\n", reason, limit, NULL);
  GtkWidget *row = palpate_rows_row_new (profiles, text);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  return row;
}

static GtkWidget *
steps_row_new (const char        *item_id,
               const char *const *texts)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *steps = palpate_rows_steps_new (item_id, texts);
  g_autoptr (GString) name = g_string_new (NULL);

  gtk_widget_remove_css_class (steps, "card");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), steps);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  /* who comes by with the keyboard hears the steps */
  for (guint i = 0; texts[i] != NULL; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? " " : "", palpate_content_text (item_id, texts[i]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  palpate_fallback_note_list (row, item_id, texts);
  return row;
}

static GtkWidget *
expander_new (const char *title,
              const char *subtitle)
{
  GtkWidget *expander = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  return expander;
}

static GtkWidget *
technique_new (PalpateAtlas               *atlas,
               const PalpatePoint         *point,
               const PalpatePointTechnique *use,
               const PalpateJudgement     *judgement)
{
  const PalpateTechnique *technique = palpate_atlas_get_technique (atlas, use->technique);
  g_autofree char *dose = palpate_dose_describe (&use->dose, technique);
  g_autofree char *about = g_strconcat ("technique/", technique->id, NULL);
  GtkWidget *expander = expander_new (palpate_content_text (technique->id, technique->name), dose);

  if (judgement->verdict == PALPATE_VERDICT_FLAGGED)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), warning_row_new (judgement));
  palpate_fallback_add (expander, steps_row_new (point->id, use->steps));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), palpate_rows_link_new (_("About this technique"), NULL, about));
  return expander;
}

/* A technique that the care profile leaves out: its name and the reason, and the way to the profile. */
static GtkWidget *
left_out_new (PalpateAtlas           *atlas,
              const char             *technique,
              const PalpateJudgement *judgement)
{
  g_autofree char *reason = palpate_judgement_describe (judgement);

  return palpate_rows_link_new (palpate_content_text (technique, palpate_atlas_get_technique (atlas, technique)->name), reason, "care");
}

/* How sore it may feel at most with any technique, of 10; 0 where the care profile says nothing of it. */
static int
get_pressure (PalpateCare        *care,
              const PalpatePoint *point)
{
  int least = 0;

  for (guint i = 0; i < point->techniques.length; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_use (care, point, use);
      const int pressure = palpate_judgement_get_pressure (judgement);

      if (pressure > 0 && (least == 0 || pressure < least))
        least = pressure;
    }
  return least;
}

static char *
describe_pressing (PalpateCare        *care,
                   const PalpatePoint *point)
{
  const int pressure = get_pressure (care, point);

  if (pressure > 0)
    /* Translators: how sore it may feel at most, of 10 */
    return g_strdup_printf (_("At most 2 minutes on this point each time. Keep it light: at most %d of 10. Stop if it is sharp, or if anything tingles."), pressure);
  if (point->mode == PALPATE_MODE_SELF_GENTLE)
    return g_strdup (_("At most 2 minutes on this point each time. Keep it light: 2 to 4 of 10. Stop if it is sharp, or if anything tingles."));
  return g_strdup (_("At most 2 minutes on this point each time. Strong but bearable: 4 to 6 of 10. Stop if it is sharp, or if anything tingles."));
}

/**
 * palpate_point_care_add_techniques:
 *
 * What to try at a point that is for self-care, the suggested technique open; below it what is left out.
 */
void
palpate_point_care_add_techniques (PalpateExplorer    *explorer,
                                   const PalpatePoint *point,
                                   GtkWidget          *box)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  PalpateCare *care = palpate_explorer_get_care (explorer);
  const PalpatePointTechnique *suggested = palpate_care_suggest (care, point);
  g_autofree char *pressing = describe_pressing (care, point);
  GtkWidget *group = palpate_rows_group_new (_("What you can try"), pressing);
  GtkWidget *left_out = palpate_rows_group_new (_("Left out for you"), _("Because of your care profile."));
  guint n_left_out = 0;

  for (guint i = 0; i < point->techniques.length; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_use (care, point, use);

      if (judgement->verdict == PALPATE_VERDICT_LEFT_OUT)
        {
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (left_out), left_out_new (atlas, use->technique, judgement));
          n_left_out++;
        }
      else
        {
          GtkWidget *technique = technique_new (atlas, point, use, judgement);

          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (technique), use == suggested);
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), technique);
        }
    }
  gtk_box_append (GTK_BOX (box), group);
  gtk_widget_set_visible (group, suggested != NULL);
  gtk_box_append (GTK_BOX (box), left_out);
  gtk_widget_set_visible (left_out, n_left_out > 0);
}

static GtkWidget *
stretch_new (const PalpateStretch   *stretch,
             const PalpateJudgement *judgement)
{
  const PalpateDose numbers = { .hold_seconds = stretch->hold_seconds, .repeats = stretch->repeats };
  g_autofree char *dose = palpate_stretch_describe_dose (&numbers);
  GtkWidget *expander = expander_new (palpate_content_text (stretch->id, stretch->name), dose);
  const struct {
    const char *title;
    const char *text;
  } rows[] = {
    { _("Position"), stretch->position },
    { _("Direction"), stretch->direction },
    { _("What to feel"), stretch->feel },
    { _("Avoid"), stretch->avoid },
  };

  if (judgement->verdict == PALPATE_VERDICT_FLAGGED)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), warning_row_new (judgement));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = palpate_rows_content_new (rows[i].title, stretch->id, rows[i].text);

      if (row != NULL)
        palpate_fallback_add (expander, row);
    }
  return expander;
}

/**
 * palpate_point_care_add_stretches:
 *
 * The stretches of the point's muscle, where it has any and the care profile leaves them in.
 */
void
palpate_point_care_add_stretches (PalpateExplorer    *explorer,
                                  const PalpatePoint *point,
                                  GtkWidget          *box)
{
  PalpateCare *care = palpate_explorer_get_care (explorer);
  GtkWidget *group;

  if (point->muscle->stretches[0] == NULL)
    return;
  group = palpate_rows_group_new (palpate_care_suggest (care, point) != NULL ? _("Then stretch") : _("Stretches"), NULL);
  for (const char *const *id = point->muscle->stretches; *id != NULL; id++)
    {
      const PalpateStretch *stretch = palpate_atlas_get (palpate_explorer_get_atlas (explorer), PALPATE_ITEM_STRETCH, *id);
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_stretch (care, point->muscle, stretch);
      g_autofree char *reason = palpate_judgement_describe (judgement);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                 judgement->verdict == PALPATE_VERDICT_LEFT_OUT
                                   ? palpate_rows_link_new (palpate_content_text (stretch->id, stretch->name), reason, "care")
                                   : stretch_new (stretch, judgement));
    }
  gtk_box_append (GTK_BOX (box), group);
}

/**
 * palpate_point_care_describe_change:
 *
 * Returns: (nullable): what the care profile changes about how the task presses, a sentence; %NULL for nothing
 */
const char *
palpate_point_care_describe_change (PalpateCare *care,
                                    PalpateTask *task)
{
  const PalpatePoint *point = palpate_task_get_source (task).point;
  const PalpateStretch *stretch = palpate_task_get_stretch (task);
  g_autoptr (PalpateJudgement) pressing = palpate_care_judge_use (care, point, palpate_task_get_technique (task));
  g_autoptr (PalpateJudgement) stretching = stretch != NULL ? palpate_care_judge_stretch (care, point->muscle, stretch) : NULL;

  if (pressing->verdict != PALPATE_VERDICT_LEFT_OUT)
    return NULL;
  if (palpate_care_suggest (care, point) != NULL)
    return _("Your care profile puts another technique in its place.");
  if (stretching == NULL || stretching->verdict == PALPATE_VERDICT_LEFT_OUT)
    return _("Your care profile leaves this point out.");
  return _("Only the stretch: your care profile leaves pressing out.");
}
