/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages that are mostly text: a complaint, a look-alike, a technique, a piece of advice, a page to learn from, safety,
 * and what the person keeps.
 */
#include <glib/gi18n.h>
#include <string.h>

#include "palpate-area-row.h"
#include "palpate-fallback.h"
#include "palpate-figure-view.h"
#include "palpate-pages.h"
#include "palpate-rows.h"
#include "palpate-settings.h"
#include "palpate-step.h"
#include "palpate-suspect-row.h"
#include "palpate-techniques-table.h"

/* The page that shows all techniques beside each other, and how wide it grows. */
#define COMPARISON "techniques-compared"
#define WIDE 1010

static void
append (GtkWidget *box,
        GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (box), widget);
}

static void
add_row (GtkWidget  *group,
         const char *title,
         const char *id,
         const char *text)
{
  GtkWidget *row = palpate_rows_content_new (title, id, text);

  if (row != NULL)
    palpate_fallback_add (group, row);
}

static void
fill_complaint (GtkWidget       *box,
                PalpateExplorer *explorer,
                const char      *id)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  const PalpateComplaint *complaint = palpate_atlas_get (atlas, PALPATE_ITEM_COMPLAINT, id);
  GtkWidget *places = palpate_rows_group_new (_("Where do you feel it?"), _("Left and right are always your own."));
  GtkWidget *muscles = palpate_rows_group_new (_("Muscles often behind it"), NULL);
  g_autoptr (GArray) at = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  g_autoptr (GPtrArray) flags = NULL;

  append (box, palpate_rows_title_new (palpate_content_text (id, complaint->text), "title-2"));
  append (box, palpate_rows_text_new (palpate_content_text (id, complaint->hint), "page-subtitle"));
  for (const char *const *region = complaint->regions; *region != NULL; region++)
    g_array_append_val (at, ((PalpatePlace) { *region, PALPATE_SIDE_NONE }));
  flags = palpate_lookup_red_flags (atlas, (const PalpatePlace *) (gconstpointer) at->data, at->len);
  if (flags->len > 0)
    append (box, palpate_rows_red_flags_new (flags));
  for (const char *const *region = complaint->regions; *region != NULL; region++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (places), palpate_area_row_new (explorer, palpate_atlas_get_region (atlas, *region)));
  append (box, places);
  append (box, muscles);
  gtk_widget_set_visible (muscles, complaint->muscles[0] != NULL);
  for (const char *const *muscle_id = complaint->muscles; *muscle_id != NULL; muscle_id++)
    {
      const PalpateMuscle *muscle = palpate_atlas_get_muscle (atlas, *muscle_id);
      g_autofree char *location = g_strdup_printf ("muscle/%s/left", *muscle_id);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (muscles),
                                 palpate_rows_link_new (palpate_content_text (*muscle_id, muscle->name),
                                                        palpate_content_text (*muscle_id, muscle->plain_name), location));
    }
}

static void
fill_lookalike (GtkWidget    *box,
                PalpateAtlas *atlas,
                const char   *id)
{
  const PalpateLookalike *lookalike = palpate_atlas_get (atlas, PALPATE_ITEM_LOOKALIKE, id);

  append (box, palpate_rows_text_new (_("It could also be"), "secondary"));
  append (box, palpate_rows_title_new (palpate_content_text (id, lookalike->name), "title-2"));
  append (box, palpate_rows_text_new (palpate_content_text (id, lookalike->text), NULL));
  append (box, palpate_rows_card_new (_("What to do"), palpate_content_text (id, lookalike->act), NULL, NULL));
  append (box, palpate_rows_evidence_new (atlas, id, &lookalike->evidence));
}

static void
fill_technique (GtkWidget       *box,
                PalpateExplorer *explorer,
                const char      *id)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  g_autoptr (PalpateJudgement) judgement = palpate_care_judge (palpate_explorer_get_care (explorer), NULL, id);
  const PalpateTechnique *technique = palpate_atlas_get (atlas, PALPATE_ITEM_TECHNIQUE, id);
  GtkWidget *about = palpate_rows_group_new (NULL, NULL);
  GtkWidget *stop = palpate_rows_group_new (_("Stop when"), NULL);
  GtkWidget *leave = palpate_rows_group_new (_("Leave it, or ask first"), NULL);

  append (box, palpate_rows_title_new (palpate_content_text (id, technique->name), "title-2"));
  if (technique->who == PALPATE_WHO_PROFESSIONAL)
    append (box, palpate_rows_card_new (_("For trained hands only"), _("Ask a professional. Do not try this yourself."), NULL, NULL));
  if (judgement->verdict != PALPATE_VERDICT_ALLOWED)
    {
      g_autofree char *profiles = palpate_judgement_name_profiles (judgement);
      g_autofree char *reason = palpate_judgement_describe (judgement);
      g_autofree char *limit = palpate_step_describe_limit (palpate_judgement_get_pressure (judgement));
      g_autofree char *text = g_strjoin ("\n", reason, limit, NULL);

      append (box, palpate_rows_card_new (profiles, text, _("Show"), "care"));
    }
  add_row (about, _("How"), id, technique->how);
  add_row (about, _("How it is thought to work"), id, technique->works);
  add_row (about, _("What it may do"), id, technique->benefit);
  add_row (about, _("Limits"), id, technique->limits);
  append (box, about);
  for (const char *const *rule = technique->stop_rules; *rule != NULL; rule++)
    {
      const PalpateCaution *stop_rule = palpate_atlas_get (atlas, PALPATE_ITEM_STOP_RULE, *rule);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (stop), palpate_rows_row_new (palpate_content_text (*rule, stop_rule->text), NULL));
    }
  gtk_widget_set_visible (stop, technique->stop_rules[0] != NULL);
  append (box, stop);
  for (const char *const *name = technique->contraindications; *name != NULL; name++)
    {
      const PalpateContraindication *contraindication = palpate_atlas_get (atlas, PALPATE_ITEM_CONTRAINDICATION, *name);

      add_row (leave, palpate_content_text (*name, contraindication->name), *name, contraindication->text);
    }
  append (box, leave);
  append (box, palpate_rows_evidence_new (atlas, id, &technique->evidence));
}

static void
fill_advice (GtkWidget    *box,
             PalpateAtlas *atlas,
             const char   *id)
{
  const PalpateAdvice *advice = palpate_atlas_get (atlas, PALPATE_ITEM_ADVICE, id);

  append (box, palpate_rows_title_new (palpate_content_text (id, advice->title), "title-2"));
  append (box, palpate_rows_text_new (palpate_content_text (id, advice->text), NULL));
  append (box, palpate_rows_evidence_new (atlas, id, &advice->evidence));
}

static void
fill_learn (GtkWidget       *box,
            PalpateExplorer *explorer,
            const char      *id,
            gboolean         is_wide)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  const PalpatePage *page = palpate_atlas_get (atlas, PALPATE_ITEM_PAGE, id);

  append (box, palpate_rows_title_new (palpate_content_text (id, page->title), "title-2"));
  append (box, palpate_rows_text_new (palpate_content_text (id, page->summary), "page-subtitle"));
  if (page->figure != NULL)
    append (box, palpate_figure_view_new (explorer, page->figure));
  if (g_str_equal (id, COMPARISON))
    append (box, palpate_techniques_table_new (atlas, is_wide));
  for (guint i = 0; i < page->sections.length; i++)
    {
      const PalpateSection *section = page->sections.items[i];

      append (box, palpate_rows_title_new (palpate_content_text (id, section->heading), "heading"));
      for (guint j = 0; j < section->paragraphs.length; j++)
        {
          const PalpateParagraph *paragraph = section->paragraphs.items[j];

          append (box, palpate_rows_text_new (palpate_content_text (id, paragraph->text), NULL));
          if (paragraph->evidence.disputed != NULL && *paragraph->evidence.disputed != '\0')
            {
              /* Translators: %s is what others hold against the paragraph above */
              g_autofree char *dissent = g_strdup_printf (_("Disputed: %s"), palpate_content_text (id, paragraph->evidence.disputed));

              append (box, palpate_rows_text_new (dissent, "secondary"));
            }
          append (box, palpate_rows_text_new (palpate_rows_grade_name (paragraph->evidence.grade), "caption-text"));
        }
    }
}

static void
add_flags (GtkWidget      *box,
           PalpateAtlas   *atlas,
           PalpateUrgency  urgency,
           const char     *title)
{
  GtkWidget *group = palpate_rows_group_new (title, NULL);
  GPtrArray *flags = palpate_atlas_list (atlas, PALPATE_ITEM_RED_FLAG);

  for (guint i = 0; i < flags->len; i++)
    {
      const PalpateRedFlag *flag = g_ptr_array_index (flags, i);
      g_autofree char *text = NULL;
      GtkWidget *row;

      if (flag->urgency != (int) urgency)
        continue;
      text = g_strdup_printf ("%s %s", palpate_content_text (flag->id, flag->sign), palpate_content_text (flag->id, flag->act));
      row = palpate_rows_row_new (palpate_content_text (flag->id, flag->title), text);
      if (urgency == PALPATE_URGENCY_EMERGENCY)
        {
          GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

          gtk_widget_add_css_class (icon, "error");
          adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }
  append (box, group);
}

static void
add_contraindications (GtkWidget    *box,
                       PalpateAtlas *atlas)
{
  GtkWidget *group = palpate_rows_group_new (_("Before you press"), _("Leave it, or ask somebody who knows you, if you have one of these."));
  GPtrArray *items = palpate_atlas_list (atlas, PALPATE_ITEM_CONTRAINDICATION);

  for (guint i = 0; i < items->len; i++)
    {
      const PalpateContraindication *item = g_ptr_array_index (items, i);

      add_row (group, palpate_content_text (item->id, item->name), item->id, item->text);
    }
  append (box, group);
}

static void
add_never_press (GtkWidget    *box,
                 PalpateAtlas *atlas)
{
  GtkWidget *group = palpate_rows_group_new (_("Where not to press"), NULL);
  GPtrArray *areas = palpate_atlas_list (atlas, PALPATE_ITEM_DANGER_AREA);

  for (guint i = 0; i < areas->len; i++)
    {
      const PalpateDangerArea *area = g_ptr_array_index (areas, i);

      add_row (group, palpate_content_text (area->id, area->name), area->id, area->text);
    }
  append (box, group);
}

static void
fill_safety (GtkWidget    *box,
             PalpateAtlas *atlas)
{
  GtkWidget *care;

  append (box, palpate_rows_title_new (_("Get help first"), "title-2"));
  append (box, palpate_rows_text_new (_("Palpate gives information for self-care of muscle discomfort. It does not diagnose. "
                                        "With one of these signs, get help before anything else."),
                                      "secondary"));
  add_flags (box, atlas, PALPATE_URGENCY_EMERGENCY, _("Call emergency help now"));
  add_flags (box, atlas, PALPATE_URGENCY_SAME_DAY, _("See a doctor today"));
  add_flags (box, atlas, PALPATE_URGENCY_SOON, _("See a doctor soon"));
  add_never_press (box, atlas);
  add_contraindications (box, atlas);
  care = palpate_rows_group_new (NULL, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (care),
                             palpate_rows_link_new (_("My care profile"), _("Pregnancy, blood thinners and others: what they change here"), "care"));
  append (box, care);
}

/**
 * palpate_article_page_new:
 * @location: a page whose id, if it has one, exists
 * @is_wide: whether it has more room than a side panel
 */
GtkWidget *
palpate_article_page_new (PalpateExplorer       *explorer,
                          const PalpateLocation *location,
                          gboolean               is_wide)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);

  if (is_wide && location->kind == PALPATE_PAGE_LEARN && g_str_equal (location->id, COMPARISON))
    palpate_rows_page_set_width (page, WIDE);
  switch (location->kind)
    {
    case PALPATE_PAGE_COMPLAINT:
      fill_complaint (box, explorer, location->id);
      break;
    case PALPATE_PAGE_LOOKALIKE:
      fill_lookalike (box, atlas, location->id);
      break;
    case PALPATE_PAGE_TECHNIQUE:
      fill_technique (box, explorer, location->id);
      break;
    case PALPATE_PAGE_ADVICE:
      fill_advice (box, atlas, location->id);
      break;
    case PALPATE_PAGE_LEARN:
      fill_learn (box, explorer, location->id, is_wide);
      break;
    default:
      fill_safety (box, atlas);
      break;
    }
  return page;
}

static void
add_kept (GtkWidget       *group,
          PalpateExplorer *explorer,
          const char      *kept)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (explorer);
  PalpateLocation location;

  if (g_str_has_prefix (kept, "place/"))
    {
      const PalpatePlace place = palpate_place_parse (kept + strlen ("place/"));

      if (palpate_atlas_has_place (atlas, place))
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_area_row_new (explorer, palpate_atlas_get_region (atlas, place.region)));
    }
  else if (palpate_location_parse (kept, &location) && location.kind == PALPATE_PAGE_POINT
           && palpate_atlas_get_point (atlas, location.id) != NULL)
    {
      const PalpateSidedPoint source = { palpate_atlas_get_point (atlas, location.id), location.side };

      palpate_fallback_add (group, palpate_point_row_new (explorer, source, source.point->where));
    }
}

/**
 * palpate_kept_page_new:
 *
 * Returns: (transfer floating): the places and points that the person keeps
 */
GtkWidget *
palpate_kept_page_new (PalpateExplorer *explorer,
                       GSettings       *settings)
{
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);
  GtkWidget *group = palpate_rows_group_new (NULL, NULL);
  g_auto (GStrv) kept = g_settings_get_strv (settings, PALPATE_KEY_KEPT);

  append (box, palpate_rows_title_new (_("Kept"), "title-2"));
  if (kept[0] == NULL)
    append (box, palpate_rows_text_new (_("Nothing kept yet. The bookmark on a place or a point keeps it here."), "secondary"));
  for (guint i = 0; kept[i] != NULL; i++)
    add_kept (group, explorer, kept[i]);
  append (box, group);
  return page;
}
