/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-rows.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-fallback.h"
#include "palpate-settings.h"
#include "palpate-text.h"

/* Warning signs that a card tells in full. */
#define TOLD_SIGNS 4

/**
 * palpate_rows_page_new:
 * @box: (out): where the pieces go
 *
 * Returns: (transfer floating): a page that scrolls
 */
GtkWidget *
palpate_rows_page_new (GtkWidget **box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_widget_add_css_class (*box, "panel-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), *box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  g_object_set_data (G_OBJECT (scroller), "clamp", clamp);
  return scroller;
}

/**
 * palpate_rows_page_set_width:
 * @page: made by palpate_rows_page_new()
 * @width: how wide the page grows, in logical pixels
 */
void
palpate_rows_page_set_width (GtkWidget *page,
                             int        width)
{
  adw_clamp_set_maximum_size (g_object_get_data (G_OBJECT (page), "clamp"), width);
}

/* No column of longer texts is narrower than this. Without it, GTK 4.8 finds the least width of a wrapping label by
 * setting it with each letter on a line of its own, which was a third of what the start page cost. */
#define LEAST_CHARS 5
#define LONG_CHARS (3 * LEAST_CHARS)

/* The first letter decides; numbers have no script of their own. */
static gboolean
is_written_rtl (const char *text,
                gboolean    is_page_rtl)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0' ? g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_ARABIC : is_page_rtl;
}

/* A text that nobody translated begins where its own script begins, also on a page that reads the other way. */
static void
follow_text_cb (GtkWidget *label)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  const gboolean is_rtl = gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL;

  gtk_label_set_xalign (GTK_LABEL (label), is_written_rtl (text, is_rtl) == is_rtl ? 0 : 1);
  gtk_label_set_width_chars (GTK_LABEL (label), g_utf8_strlen (text, -1) >= LONG_CHARS ? LEAST_CHARS : -1);
}

/* Every label in @widget. */
static void
follow_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      /* GTK 4.8 searches for the natural width of what is not ellipsized by halves; no text comes near so many lines */
      gtk_label_set_natural_wrap_mode (GTK_LABEL (widget), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (widget), 100);
      g_signal_connect (widget, "notify::label", G_CALLBACK (follow_text_cb), NULL);
      g_signal_connect (widget, "direction-changed", G_CALLBACK (follow_text_cb), NULL);
      follow_text_cb (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    follow_text (child);
}

static GtkWidget *
wrapping_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  follow_text (label);
  return label;
}

/**
 * palpate_rows_title_new:
 * @css_class: `title-1`, `title-2` or `heading`
 *
 * Returns: (transfer floating): a heading, also for screen readers
 */
GtkWidget *
palpate_rows_title_new (const char *title,
                        const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", title,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  follow_text (label);
  return label;
}

GtkWidget *
palpate_rows_text_new (const char *text,
                       const char *css_class)
{
  GtkWidget *label = wrapping_label (text);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * palpate_rows_group_new:
 * @title: (nullable): plain text
 * @description: (nullable): plain text
 */
GtkWidget *
palpate_rows_group_new (const char *title,
                        const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *safe_title = g_markup_escape_text (title != NULL ? title : "", -1);
  g_autofree char *safe_description = g_markup_escape_text (description != NULL ? description : "", -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), safe_title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), safe_description);
  return group;
}

GtkWidget *
palpate_rows_row_new (const char *title,
                      const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  follow_text (row);
  return row;
}

/**
 * palpate_rows_content_new:
 * @item_id: the item that @text stands in
 * @text: (nullable): a text of the content, as it is written there
 *
 * Returns: (transfer floating) (nullable): a row that shows @text and knows whether it is translated, for
 * palpate_fallback_add(); %NULL if there is no text
 */
GtkWidget *
palpate_rows_content_new (const char *title,
                          const char *item_id,
                          const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return NULL;
  row = palpate_rows_row_new (title, palpate_content_text (item_id, text));
  palpate_fallback_note (row, item_id, text);
  return row;
}

/**
 * palpate_rows_joined_new:
 *
 * Returns: (transfer floating) (nullable): the same of several texts, one behind the other
 */
GtkWidget *
palpate_rows_joined_new (const char        *title,
                         const char        *item_id,
                         const char *const *texts)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  GtkWidget *row;

  if (texts[0] == NULL)
    return NULL;
  for (guint i = 0; texts[i] != NULL; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " · " : "", palpate_content_text (item_id, texts[i]));
  row = palpate_rows_row_new (title, joined->str);
  palpate_fallback_note_list (row, item_id, texts);
  return row;
}

/**
 * palpate_rows_link_new:
 * @location: where the row leads, for `win.open`
 */
GtkWidget *
palpate_rows_link_new (const char *title,
                       const char *subtitle,
                       const char *location)
{
  GtkWidget *row = palpate_rows_row_new (title, subtitle);
  GtkWidget *chevron = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", location);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open");
  gtk_widget_add_css_class (chevron, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chevron);
  g_object_set_data (G_OBJECT (row), "chevron", chevron);
  return row;
}

/**
 * palpate_rows_add_suffix:
 * @row: a row made by palpate_rows_row_new() or palpate_rows_link_new()
 *
 * Puts @suffix at the end of @row, before the chevron of a link.
 */
void
palpate_rows_add_suffix (GtkWidget *row,
                         GtkWidget *suffix)
{
  GtkWidget *chevron = g_object_get_data (G_OBJECT (row), "chevron");

  if (chevron != NULL)
    gtk_widget_insert_before (suffix, gtk_widget_get_parent (chevron), chevron);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
}

/**
 * palpate_rows_add_tag:
 * @link: a row made by palpate_rows_link_new()
 *
 * Puts a short tag before the chevron.
 */
void
palpate_rows_add_tag (GtkWidget  *link,
                      const char *text,
                      const char *css_class)
{
  palpate_rows_add_suffix (link, palpate_rows_tag_new (text, css_class));
}

GtkWidget *
palpate_rows_tag_new (const char *text,
                      const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "tag");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

/**
 * palpate_rows_badge_new:
 * @text: (nullable): %NULL leaves the ring empty
 *
 * Returns: (transfer floating): a number or letter in a ring
 */
GtkWidget *
palpate_rows_badge_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "badge");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (label, GTK_ALIGN_CENTER);
  return label;
}

/**
 * palpate_rows_card_new:
 * @button: (nullable): label of a button
 * @location: (nullable): where the button leads
 *
 * Returns: (transfer floating): a card that must be read
 */
GtkWidget *
palpate_rows_card_new (const char *title,
                       const char *text,
                       const char *button,
                       const char *location)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *heading = palpate_rows_text_new (title, "heading");
  g_autofree char *shown = palpate_text_isolate_paths (text);

  g_object_set_data (G_OBJECT (card), "head", head);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_add_css_class (card, "caution-card");
  gtk_box_append (GTK_BOX (card), icon);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (texts), head);
  gtk_box_append (GTK_BOX (texts), palpate_rows_text_new (shown, "caption-text"));
  gtk_box_append (GTK_BOX (card), texts);
  if (button != NULL)
    {
      GtkWidget *more = gtk_button_new_with_label (button);

      g_autofree char *told = g_strdup_printf ("%s\n%s", title, shown);

      /* the keys pass over the texts: whoever cannot see hears them here */
      gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, told, -1);
      gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (more, "flat");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (more), "s", location);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (more), "win.open");
      gtk_box_append (GTK_BOX (card), more);
    }
  return card;
}

/**
 * palpate_rows_red_flags_new:
 * @flags: (element-type PalpateRedFlag): at least one, the most urgent first
 *
 * Returns: (transfer floating): a card that must be read before anything is pressed
 */
GtkWidget *
palpate_rows_red_flags_new (GPtrArray *flags)
{
  const PalpateRedFlag *flag = g_ptr_array_index (flags, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%s %s", palpate_content_text (flag->id, flag->sign), palpate_content_text (flag->id, flag->act));
  /* the others of one place with what to do, since the commonest need not be the most urgent; those of many places by their
   * titles only; More leads to the rest */
  for (guint i = 1; i < flags->len; i++)
    {
      const PalpateRedFlag *other = g_ptr_array_index (flags, i);
      const char *title = palpate_content_text (other->id, other->title);
      /* Translators: a warning sign, then a whole sentence that says what to do */
      g_autofree char *line = g_strdup_printf (_("%1$s: %2$s"), title, palpate_content_text (other->id, other->act));

      g_string_append_printf (text, "%s%s", i <= TOLD_SIGNS ? "\n" : " · ", i < TOLD_SIGNS ? line : title);
    }
  return palpate_rows_card_new (palpate_content_text (flag->id, flag->title), text->str, _("More"), "safety");
}

/**
 * palpate_rows_card_add_tag:
 * @card: made by palpate_rows_card_new()
 *
 * Puts @tag behind its title.
 */
void
palpate_rows_card_add_tag (GtkWidget *card,
                           GtkWidget *tag)
{
  gtk_box_append (g_object_get_data (G_OBJECT (card), "head"), tag);
}

/**
 * palpate_rows_steps_new:
 * @item_id: (nullable): whose steps they are; %NULL if they are in the user's language already
 *
 * Returns: (transfer floating): numbered steps in a card
 */
GtkWidget *
palpate_rows_steps_new (const char        *item_id,
                        const char *const *steps)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "steps");
  for (guint i = 0; steps[i] != NULL; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *badge = palpate_rows_badge_new (number);
      GtkWidget *label = wrapping_label (item_id != NULL ? palpate_content_text (item_id, steps[i]) : steps[i]);

      gtk_widget_set_valign (badge, GTK_ALIGN_START);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (row), badge);
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (GTK_BOX (card), row);
    }
  return card;
}

/**
 * palpate_rows_swatch_new:
 * @css_class: `core`, `spillover`, `mark` or `danger`
 *
 * Returns: (transfer floating): how the chart fills such an area
 */
GtkWidget *
palpate_rows_swatch_new (const char *css_class)
{
  GtkWidget *swatch = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_add_css_class (swatch, css_class);
  gtk_widget_set_size_request (swatch, 18, 12);
  return swatch;
}

GtkWidget *
palpate_rows_bullets_new (const char        *item_id,
                          const char *const *texts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (; *texts != NULL; texts++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *bullet = gtk_label_new ("•");
      GtkWidget *label = wrapping_label (palpate_content_text (item_id, *texts));

      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (row), bullet);
      gtk_box_append (GTK_BOX (row), label);
      gtk_box_append (GTK_BOX (box), row);
    }
  return box;
}

static void
keep_toggled_cb (GtkToggleButton *button,
                 GSettings       *settings)
{
  palpate_settings_list_toggle (settings, PALPATE_KEY_KEPT, g_object_get_data (G_OBJECT (button), "kept"),
                                gtk_toggle_button_get_active (button));
}

/* The key Ctrl+D keeps, too. */
static void
kept_changed_cb (GSettings       *settings,
                 const char      *key,
                 GtkToggleButton *button)
{
  gtk_toggle_button_set_active (button, palpate_settings_list_contains (settings, PALPATE_KEY_KEPT,
                                                                        g_object_get_data (G_OBJECT (button), "kept")));
}

/**
 * palpate_rows_keep_button_new:
 * @kept: what is kept, as the settings name it
 *
 * Returns: (transfer floating): a bookmark that keeps a place or a point
 */
GtkWidget *
palpate_rows_keep_button_new (GSettings  *settings,
                              const char *kept,
                              const char *tooltip)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "palpate-keep-symbolic");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "kept", g_strdup (kept), g_free);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), palpate_settings_list_contains (settings, PALPATE_KEY_KEPT, kept));
  g_signal_connect_object (button, "toggled", G_CALLBACK (keep_toggled_cb), settings, 0);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_KEPT, G_CALLBACK (kept_changed_cb), button, 0);
  return button;
}

/**
 * palpate_rows_say:
 * @widget: inside of an #AdwToastOverlay, or that itself
 * @message: plain text
 *
 * Says something in passing, aloud as well.
 */
void
palpate_rows_say (GtkWidget  *widget,
                  const char *message)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *shown = palpate_text_isolate_paths (message);
  g_autofree char *safe = g_markup_escape_text (shown, -1);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (safe));
  palpate_compat_announce (widget, message);
}

/**
 * palpate_rows_grade_name:
 *
 * Returns: (transfer none): how sure something is, in words
 */
const char *
palpate_rows_grade_name (int grade)
{
  switch ((PalpateGrade) grade)
    {
    case PALPATE_GRADE_A:
      return _("Good evidence");
    case PALPATE_GRADE_B:
      return _("Moderate evidence");
    case PALPATE_GRADE_C:
      return _("Low evidence");
    default:
      return _("Clinical habit");
    }
}

static GtkWidget *
source_row_new (const PalpateSource *source)
{
  GtkWidget *row = palpate_rows_row_new (source->title, palpate_content_text (source->id, source->kind));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  if (*source->address != '\0')
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", source->address);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-address");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
    }
  return row;
}

/**
 * palpate_rows_evidence_new:
 *
 * Returns: (transfer floating): a group that says how sure something is, with the dissent and the sources to unfold
 */
GtkWidget *
palpate_rows_evidence_new (PalpateAtlas          *atlas,
                           const char            *item_id,
                           const PalpateEvidence *evidence)
{
  GtkWidget *group = palpate_rows_group_new (_("How sure is this?"), NULL);
  GtkWidget *expander = adw_expander_row_new ();
  const guint n_sources = g_strv_length ((char **) evidence->sources);
  g_autofree char *subtitle = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), palpate_rows_grade_name (evidence->grade));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), subtitle);
  if (evidence->disputed != NULL && *evidence->disputed != '\0')
    {
      palpate_fallback_add (expander, palpate_rows_content_new (_("Disputed"), item_id, evidence->disputed));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), FALSE);
    }
  for (guint i = 0; i < n_sources; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                              source_row_new (palpate_atlas_get (atlas, PALPATE_ITEM_SOURCE, evidence->sources[i])));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
  return group;
}
