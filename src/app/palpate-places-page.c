/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "palpate-fallback.h"
#include "palpate-pages.h"
#include "palpate-rows.h"
#include "palpate-suspect-row.h"

#define FIRST_ROWS 4
#define FIRST_ROWS_SEVERAL 5
#define MANY_PLACES 5
#define MANY_PAINTED 12
#define MAX_NAMED 6

/* What the page needs while it is open; freed with its box. */
typedef struct {
  GtkWidget       *box;        /* borrowed */
  PalpateExplorer *explorer;
  GSettings       *settings;
  gboolean         shows_all;
  GPtrArray       *rows;       /* (element-type GtkWidget): of the suspects, in their order; borrowed */
} PlacesPage;

static void
free_places_page (gpointer data)
{
  PlacesPage *self = data;

  g_object_unref (self->explorer);
  g_object_unref (self->settings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static void fill (PlacesPage *self);

static GtkWidget *
title_row_new (PlacesPage   *self,
               PalpatePlace  place)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (self->explorer);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = palpate_atlas_describe_place (atlas, place);
  g_autofree char *id = palpate_place_to_id (place);
  g_autofree char *kept = g_strconcat ("place/", id, NULL);
  GtkWidget *title = palpate_rows_title_new (name, "title-2");

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), palpate_rows_keep_button_new (self->settings, kept, _("Keep this place")));
  return row;
}

static gboolean
is_painted (PlacesPage *self)
{
  return palpate_marks_is_painted (palpate_explorer_get_marks (self->explorer));
}

static GtkWidget *
chip_new (PlacesPage   *self,
          PalpatePlace  place,
          guint         position)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  const char letter[] = { 'A' + MIN (position, 25), '\0' };
  g_autofree char *name = palpate_atlas_describe_place (palpate_explorer_get_atlas (self->explorer), place);
  g_autofree char *id = palpate_place_to_id (place);
  /* Translators: %s is a marked place */
  g_autofree char *tooltip = g_strdup_printf (_("Remove %s"), name);
  GtkWidget *label = palpate_rows_text_new (name, NULL);

  gtk_widget_add_css_class (chip, "chip");
  /* a painted area is counted as a whole: no letter on the chart stands for its places */
  if (!is_painted (self))
    gtk_box_append (GTK_BOX (chip), palpate_rows_tag_new (letter, "letter"));
  gtk_box_append (GTK_BOX (chip), label);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_tooltip_text (remove, tooltip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "(sb)", id, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "win.mark");
  gtk_box_append (GTK_BOX (chip), remove);
  return chip;
}

static void
add_chips (PlacesPage         *self,
           const PalpatePlace *places,
           guint               n_places)
{
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  GtkWidget *chips = gtk_flow_box_new ();
  guint n_chips = 0;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (chips), 2);
  gtk_widget_add_css_class (chips, "chips");
  for (guint i = 0; i < n_places; i++)
    if (!palpate_marks_is_only_painted (marks, places[i]))
      {
        gtk_flow_box_insert (GTK_FLOW_BOX (chips), chip_new (self, places[i], i), -1);
        gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (chips), n_chips++)), FALSE);
      }
  gtk_box_append (GTK_BOX (self->box), chips);
}

/* Where the painted area lies, in words; the places beside it. */
static void
add_painted_heading (PlacesPage         *self,
                     const PalpatePlace *places,
                     guint               n_places)
{
  g_autoptr (GArray) painted = palpate_marks_list_painted (palpate_explorer_get_marks (self->explorer));
  g_autofree char *names = palpate_atlas_describe_places (palpate_explorer_get_atlas (self->explorer),
                                                          (const PalpatePlace *) painted->data, painted->len, MAX_NAMED);
  gtk_box_append (GTK_BOX (self->box), palpate_rows_title_new (_("Painted area"), "title-2"));
  if (painted->len > 0)
    gtk_box_append (GTK_BOX (self->box), palpate_rows_text_new (names, "page-subtitle"));
  if (painted->len < n_places)
    add_chips (self, places, n_places);
}

static void
add_heading (PlacesPage         *self,
             const PalpatePlace *places,
             guint               n_places)
{
  g_autofree char *title = NULL;

  if (is_painted (self))
    {
      add_painted_heading (self, places, n_places);
      return;
    }
  if (n_places == 1)
    {
      const PalpateRegion *region = palpate_atlas_get_region (palpate_explorer_get_atlas (self->explorer), places[0].region);

      gtk_box_append (GTK_BOX (self->box), title_row_new (self, places[0]));
      gtk_box_append (GTK_BOX (self->box), palpate_rows_text_new (palpate_content_text (region->id, region->extent), "page-subtitle"));
      return;
    }
  title = g_strdup_printf (ngettext ("%u place marked", "%u places marked", n_places), n_places);
  gtk_box_append (GTK_BOX (self->box), palpate_rows_title_new (title, "title-2"));
  add_chips (self, places, n_places);
}

/* What is painted in one piece is one place, unless it is half the body; so are many dabs on one place. */
static void
add_many_places (PlacesPage *self,
                 guint       n_places)
{
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  PalpateCoverage *coverage = palpate_marks_get_coverage (marks);
  g_autoptr (GArray) painted = palpate_marks_list_painted (marks);
  const guint n_patches = coverage != NULL ? palpate_coverage_get_n_patches (coverage) : 0;
  const guint n_pieces = n_places - painted->len + MIN (n_patches, painted->len);

  if (n_pieces > MANY_PLACES || n_places > MANY_PAINTED)
    gtk_box_append (GTK_BOX (self->box),
                    palpate_rows_card_new (_("Pain in many places"), _("Pain in many places has other causes too."), _("More"), "safety"));
}

static void
show_all_cb (GtkWidget  *button,
             PlacesPage *self)
{
  const guint n_before = self->rows->len;

  self->shows_all = TRUE;
  fill (self);
  /* the row that had the keyboard is gone */
  if (n_before < self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, n_before));
}

/* What the care profile leaves out stays in the list, since it may still be the source; this says that it is not to be pressed. */
static void
add_left_out (PlacesPage *self,
              guint       n_rows)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  g_autofree char *profiles = NULL;
  g_autofree char *title = NULL;
  guint n_left_out = 0;
  GtkWidget *group;

  for (guint i = 0; i < n_rows; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_point (palpate_explorer_get_care (self->explorer), suspect->source.point);

      if (judgement->verdict != PALPATE_VERDICT_LEFT_OUT)
        continue;
      n_left_out++;
      if (profiles == NULL)
        profiles = palpate_judgement_name_profiles (judgement);
    }
  if (n_left_out == 0)
    return;
  title = g_strdup_printf (ngettext ("%u point is not for pressing now", "%u points are not for pressing now", n_left_out), n_left_out);
  group = palpate_rows_group_new (NULL, NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_rows_link_new (title, profiles, "care"));
  gtk_box_append (GTK_BOX (self->box), group);
}

static gboolean
covers_all (const PalpateSuspect *suspect,
            guint                 n_places)
{
  for (guint i = 0; i < n_places; i++)
    if (!(suspect->covered & (1u << i)))
      return FALSE;
  return TRUE;
}

static guint
row_of (GPtrArray *suspects,
        guint      i)
{
  return ((const PalpateSuspect *) g_ptr_array_index (suspects, i))->row;
}

/* Where as many muscles fit the marks exactly, only painting tells them apart. */
static void
add_paint_hint (PlacesPage *self,
                GtkWidget  *group)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  guint n_exact = 0, last = 0;
  GtkWidget *row;

  for (guint i = 0; i < suspects->len; i++)
    if (((const PalpateSuspect *) g_ptr_array_index (suspects, i))->exact && row_of (suspects, i) != last)
      {
        last = row_of (suspects, i);
        n_exact++;
      }
  if (n_exact < FIRST_ROWS)
    return;
  row = palpate_rows_row_new (_("Paint exactly where it hurts"), _("Several muscles may send pain just here. Painting can tell them apart."));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("palpate-brush-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.paint");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
suspects_group_new (PlacesPage *self,
                    guint       n_places)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  const char *title = _("May come from");
  const char *text;
  GtkWidget *group;

  if (is_painted (self))
    text = _("Ordered by how much of the painted area each pattern covers, and how much of its pattern is not painted.");
  else if (n_places == 1)
    text = _("Most likely first. Point at a row, or tap, to see its pattern.");
  else if (!covers_all (g_ptr_array_index (suspects, 0), n_places))
    text = _("No single point in our atlas is known to reach all your places. These reach some of them.");
  else
    {
      title = n_places == 2 ? _("One source for both?") : _("One source for all?");
      text = _("Ordered by how much of your marks each pattern covers, and how much of its pattern you did not mark.");
    }
  group = palpate_rows_group_new (title, text);
  gtk_widget_add_css_class (group, "suspects");
  return group;
}

static void
add_suspect_rows (PlacesPage *self,
                  GtkWidget  *group,
                  guint       n_suspects,
                  guint       n_places)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  const PalpateSuspect *first = NULL;
  GtkWidget *row = NULL;

  for (guint i = 0; i < n_suspects; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);

      if (first != NULL && suspect->row == first->row)
        {
          gtk_widget_add_css_class (row, "goes-on");
          row = palpate_suspect_row_new (self->explorer, suspect, first, n_places);
        }
      else
        {
          row = palpate_suspect_row_new (self->explorer, suspect, NULL, n_places);
          first = suspect;
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
add_more_row (PlacesPage *self,
              GtkWidget  *group,
              guint       n_more)
{
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u less likely point", "Show %u less likely points", n_more), n_more);
  GtkWidget *row = palpate_rows_row_new (label, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (show_all_cb), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_suspects (PlacesPage *self,
              guint       n_places)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);
  const guint n_rows = n_places > 1 || is_painted (self) ? FIRST_ROWS_SEVERAL : FIRST_ROWS;
  guint n_listed = suspects->len;
  GtkWidget *group;

  if (suspects->len == 0)
    {
      gtk_box_append (GTK_BOX (self->box),
                      palpate_rows_text_new (_("No muscle point in our atlas is known to send pain here. It could be one of these."), NULL));
      return;
    }
  if (!self->shows_all && row_of (suspects, suspects->len - 1) > n_rows + 1)
    while (row_of (suspects, n_listed - 1) > n_rows)
      n_listed--;
  group = suspects_group_new (self, n_places);
  add_suspect_rows (self, group, n_listed, n_places);
  if (n_listed < suspects->len)
    add_more_row (self, group, suspects->len - n_listed);
  add_paint_hint (self, group);
  gtk_box_append (GTK_BOX (self->box), group);
  add_left_out (self, n_listed);
  palpate_explorer_set_n_numbered (self->explorer, n_listed);
}

/* The first suspect that has not been pressed yet. */
static void
add_touch_check (PlacesPage *self)
{
  GPtrArray *suspects = palpate_explorer_get_suspects (self->explorer);

  for (guint i = 0; i < suspects->len; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);
      const PalpatePoint *point = suspect->source.point;
      GtkWidget *group;
      GtkWidget *row;
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      g_autofree char *location = NULL;

      if (palpate_care_suggest (palpate_explorer_get_care (self->explorer), point) == NULL || suspect->source.side == PALPATE_SIDE_BOTH
          || palpate_marks_get_answer (palpate_explorer_get_marks (self->explorer), suspect->source) != PALPATE_ANSWER_NONE)
        continue;
      group = palpate_rows_group_new (_("Check by touch"), NULL);
      name = palpate_atlas_describe_point (palpate_explorer_get_atlas (self->explorer), point);
      /* Translators: two sentences: a question, and where to press */
      text = g_strdup_printf (C_("touch", "%1$s %2$s"), _("Does pressing here bring your pain on?"), palpate_content_text (point->id, point->where));
      location = g_strdup_printf ("point/%s/%s", point->id, palpate_side_to_id (suspect->source.side));
      row = palpate_rows_link_new (name, text, location);
      palpate_fallback_note (row, point->id, point->where);
      palpate_fallback_add (group, row);
      gtk_box_append (GTK_BOX (self->box), group);
      return;
    }
}

static void
add_lookalikes (PlacesPage         *self,
                const PalpatePlace *places,
                guint               n_places)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (self->explorer);
  GtkWidget *group = palpate_rows_group_new (_("It could also be"), NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_places; i++)
    {
      const PalpateRegion *region = palpate_atlas_get_region (atlas, places[i].region);

      for (const char *const *id = region->lookalikes; *id != NULL; id++)
        {
          const PalpateLookalike *lookalike = palpate_atlas_get (atlas, PALPATE_ITEM_LOOKALIKE, *id);
          g_autofree char *location = g_strconcat ("lookalike/", *id, NULL);

          if (g_hash_table_add (seen, (gpointer) *id))
            adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                                       palpate_rows_link_new (palpate_content_text (*id, lookalike->name),
                                                              palpate_content_text (*id, lookalike->hint), location));
        }
    }
  gtk_box_append (GTK_BOX (self->box), group);
}

static void
fill (PlacesPage *self)
{
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  g_autoptr (GPtrArray) flags = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->rows, 0);
  if (n_places == 0)
    {
      gtk_box_append (GTK_BOX (self->box), palpate_rows_title_new (_("Nothing marked"), "title-2"));
      gtk_box_append (GTK_BOX (self->box), palpate_rows_text_new (_("Click or paint the body where it hurts, or choose from the list."), "secondary"));
      return;
    }
  add_heading (self, places, n_places);
  add_many_places (self, n_places);
  flags = palpate_lookup_red_flags (palpate_explorer_get_atlas (self->explorer), places, n_places);
  if (flags->len > 0)
    gtk_box_append (GTK_BOX (self->box), palpate_rows_red_flags_new (flags));
  add_suspects (self, n_places);
  if (n_places > 1 || is_painted (self))
    add_touch_check (self);
  add_lookalikes (self, places, n_places);
}

static void
care_changed_cb (PalpateCare *care,
                 GtkWidget   *box)
{
  fill (g_object_get_data (G_OBJECT (box), "places-page"));
}

static void
marks_changed_cb (PalpateMarks *marks,
                  GtkWidget    *box)
{
  PlacesPage *self = g_object_get_data (G_OBJECT (box), "places-page");

  self->shows_all = FALSE;
  fill (self);
}

/**
 * palpate_places_page_new:
 *
 * Returns: (transfer floating): which points may send pain to the marked places, and what else it could be; it
 *   follows the marks
 */
GtkWidget *
palpate_places_page_new (PalpateExplorer *explorer,
                         GSettings       *settings)
{
  PlacesPage *self = g_new0 (PlacesPage, 1);
  GtkWidget *page = palpate_rows_page_new (&self->box);

  self->explorer = g_object_ref (explorer);
  self->settings = g_object_ref (settings);
  self->rows = g_ptr_array_new ();
  g_object_set_data_full (G_OBJECT (self->box), "places-page", self, free_places_page);
  g_signal_connect_object (palpate_explorer_get_marks (explorer), "changed", G_CALLBACK (marks_changed_cb), self->box, 0);
  g_signal_connect_object (palpate_explorer_get_care (explorer), "changed", G_CALLBACK (care_changed_cb), self->box, 0);
  fill (self);
  return page;
}
