/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-fallback.h"

#include <glib/gi18n.h>

#include "palpate-rows.h"

/* What is known of a row, or of a group or an unfolding row with all the rows in it. */
typedef struct {
  guint      n_texts;    /* of the content */
  guint      n_english;  /* of these, not translated */
  GPtrArray *rows;       /* borrowed: those in it with a text in English */
  GtkWidget *tag;        /* borrowed; %NULL until it is needed */
} Fallback;

static void
free_fallback (gpointer data)
{
  Fallback *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

static Fallback *
get_fallback (GtkWidget *widget)
{
  Fallback *self = g_object_get_data (G_OBJECT (widget), "palpate-fallback");

  if (self == NULL)
    {
      self = g_new0 (Fallback, 1);
      self->rows = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (widget), "palpate-fallback", self, free_fallback);
    }
  return self;
}

/**
 * palpate_fallback_tag_new:
 *
 * Returns: (transfer floating): a quiet tag that names the language, English; what it means is its description
 */
GtkWidget *
palpate_fallback_tag_new (void)
{
  /* Translators: a tag at a text that is in English, since it is not translated yet */
  GtkWidget *tag = palpate_rows_tag_new (_("English"), "language");

  gtk_widget_set_tooltip_text (tag, _("Not translated yet: this text is in English"));
  return tag;
}

/**
 * palpate_fallback_heading_new:
 * @falls_back: whether the text below the heading is in English
 *
 * Returns: (transfer floating): @heading itself, or with a tag behind it
 */
GtkWidget *
palpate_fallback_heading_new (GtkWidget *heading,
                              gboolean   falls_back)
{
  GtkWidget *box;

  if (!falls_back)
    return heading;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), palpate_fallback_tag_new ());
  return box;
}

gboolean
palpate_fallback_any (const char        *item_id,
                      const char *const *texts)
{
  for (; *texts != NULL; texts++)
    if (palpate_content_falls_back (item_id, *texts))
      return TRUE;
  return FALSE;
}

static void
show_tag (GtkWidget *widget,
          gboolean   is_shown)
{
  Fallback *self = get_fallback (widget);

  if (!ADW_IS_PREFERENCES_GROUP (widget) && !ADW_IS_EXPANDER_ROW (widget) && !ADW_IS_ACTION_ROW (widget))
    return;   /* steps in an unfolding row, which has the tag */
  if (self->tag == NULL && is_shown)
    {
      self->tag = palpate_fallback_tag_new ();
      if (ADW_IS_PREFERENCES_GROUP (widget))
        {
          const char *description = adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (widget));

          /* beside the title, also where more is said below it */
          gtk_widget_set_valign (self->tag, description != NULL && *description != '\0' ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
          adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (widget), self->tag);
        }
      else if (ADW_IS_EXPANDER_ROW (widget))
        adw_expander_row_add_action (ADW_EXPANDER_ROW (widget), self->tag);
      else
        palpate_rows_add_suffix (widget, self->tag);
    }
  if (self->tag != NULL)
    gtk_widget_set_visible (self->tag, is_shown);
}

/**
 * palpate_fallback_note:
 * @row: a row of a list that shows @text, before palpate_fallback_add()
 * @item_id: the item that @text stands in
 * @text: (nullable): a text of the content, as it is written there
 *
 * Says what @row shows, so that it, or its group, has a tag if nobody translated that.
 */
void
palpate_fallback_note (GtkWidget  *row,
                       const char *item_id,
                       const char *text)
{
  const char *const texts[] = { text, NULL };

  if (text != NULL && *text != '\0')
    palpate_fallback_note_list (row, item_id, texts);
}

/**
 * palpate_fallback_note_list:
 * @texts: what stands together, such as steps: in English if one of them is
 */
void
palpate_fallback_note_list (GtkWidget         *row,
                            const char        *item_id,
                            const char *const *texts)
{
  Fallback *self = get_fallback (row);

  if (texts[0] == NULL)
    return;
  self->n_texts++;
  self->n_english += palpate_fallback_any (item_id, texts);
}

/**
 * palpate_fallback_add:
 * @group: an #AdwPreferencesGroup or #AdwExpanderRow
 * @row: what goes into it
 *
 * Adds @row and puts the tags right.
 */
void
palpate_fallback_add (GtkWidget *group,
                      GtkWidget *row)
{
  Fallback *self = get_fallback (group);
  Fallback *added = get_fallback (row);
  gboolean is_whole;

  if (ADW_IS_EXPANDER_ROW (group))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (group), row);
  else
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  if (ADW_IS_EXPANDER_ROW (row))
    return;   /* what it unfolds is tagged there */
  self->n_texts += added->n_texts;
  self->n_english += added->n_english;
  if (added->n_english > 0)
    g_ptr_array_add (self->rows, row);
  is_whole = self->n_english > 0 && self->n_english == self->n_texts;
  show_tag (group, is_whole);
  for (guint i = 0; i < self->rows->len; i++)
    show_tag (g_ptr_array_index (self->rows, i), !is_whole);
}
