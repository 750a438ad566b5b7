/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-suspect-row.h"

#include <glib/gi18n.h>

#include "palpate-fallback.h"
#include "palpate-point-menu.h"
#include "palpate-rows.h"

/* What a row previews; freed with the row. */
typedef struct {
  PalpateExplorer   *explorer;
  PalpateSidedPoint  source;
} Preview;

static void
free_preview (gpointer data)
{
  Preview *preview = data;

  g_object_unref (preview->explorer);
  g_free (preview);
}

static Preview *
preview_of (GtkEventController *controller)
{
  return g_object_get_data (G_OBJECT (gtk_event_controller_get_widget (controller)), "preview");
}

static void
focus_enter_cb (GtkEventController *controller)
{
  palpate_explorer_set_preview (preview_of (controller)->explorer, preview_of (controller)->source);
}

static void
enter_cb (GtkEventController *controller,
          double              x,
          double              y)
{
  focus_enter_cb (controller);
}

static void
leave_cb (GtkEventController *controller)
{
  const PalpateSidedPoint nothing = { NULL, PALPATE_SIDE_NONE };
  const Preview *preview = preview_of (controller);
  const PalpateSidedPoint *shown = palpate_explorer_get_shown (preview->explorer);

  /* another row may have been pointed at meanwhile */
  if (shown != NULL && shown->point == preview->source.point && shown->side == preview->source.side)
    palpate_explorer_set_preview (preview->explorer, nothing);
}

static void
add_preview (GtkWidget         *row,
             PalpateExplorer   *explorer,
             PalpateSidedPoint  source)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Preview *preview = g_new0 (Preview, 1);

  preview->explorer = g_object_ref (explorer);
  preview->source = source;
  g_object_set_data_full (G_OBJECT (row), "preview", preview, free_preview);
  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), NULL);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_enter_cb), NULL);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), NULL);
  gtk_widget_add_controller (row, motion);
  gtk_widget_add_controller (row, focus);
}

/**
 * palpate_reach_get_name:
 *
 * Returns: (transfer none): how a point is reached, the tag of its row
 */
const char *
palpate_reach_get_name (int reach)
{
  switch ((PalpateReach) reach)
    {
    case PALPATE_REACH_HAND:
      return _("By hand");
    case PALPATE_REACH_BALL:
      return _("Ball or cane");
    case PALPATE_REACH_GENTLE:
      return _("Gently");
    default:
      return _("With a therapist");
    }
}

/* How the point is reached, or that the care profile leaves it out. */
static const char *
tag_of (PalpateExplorer    *explorer,
        const PalpatePoint *point)
{
  g_autoptr (PalpateJudgement) judgement = palpate_care_judge_point (palpate_explorer_get_care (explorer), point);

  return judgement->verdict == PALPATE_VERDICT_LEFT_OUT ? _("Not now") : palpate_reach_get_name (point->reach);
}

static const char *
answer_name (PalpateAnswer answer)
{
  switch (answer)
    {
    case PALPATE_ANSWER_YES:
      return _("Brings it on");
    case PALPATE_ANSWER_LOCAL:
      return _("Sore only here");
    default:
      return _("Not this one");
    }
}

/* A point on either side is opened on the left; its page changes sides. */
static char *
location_of (PalpateSidedPoint source)
{
  return g_strdup_printf ("point/%s/%s", source.point->id,
                          palpate_side_to_id (source.side == PALPATE_SIDE_RIGHT ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT));
}

/* What is for trained hands alone, or left out by the care profile with its stretches, goes into no routine. */
static void
add_menu (GtkWidget         *row,
          PalpateExplorer   *explorer,
          PalpateSidedPoint  source,
          const char        *location)
{
  if (palpate_care_leaves_any (palpate_explorer_get_care (explorer), source.point))
    palpate_point_menu_add (row, location);
}

/**
 * palpate_suspect_row_new:
 * @first: (nullable): the suspect of the same row of the list before it, if it is not the first there
 * @n_places: how many places are marked
 *
 * Returns: (transfer floating): the first of a row with its number, the others briefly below it
 */
GtkWidget *
palpate_suspect_row_new (PalpateExplorer      *explorer,
                         const PalpateSuspect *suspect,
                         const PalpateSuspect *first,
                         guint                 n_places)
{
  const PalpatePoint *point = suspect->source.point;
  g_autofree char *location = location_of (suspect->source);
  g_autofree char *name = palpate_atlas_describe_point (palpate_explorer_get_atlas (explorer), point);
  g_autofree char *number = g_strdup_printf ("%u", suspect->row);
  /* Translators: %s is another point of the muscle in the row above, "point 2" */
  g_autofree char *also = first != NULL ? g_strdup_printf (_("Also: %s"), palpate_content_text (point->id, point->label)) : NULL;
  g_autofree char *cover = n_places > 1 || suspect->painted >= 0 ? palpate_suspect_describe_cover (suspect, n_places) : NULL;
  const gboolean repeats = first != NULL && g_str_equal (suspect->why, first->why);
  GtkWidget *row = palpate_rows_link_new (also != NULL ? also : name, repeats ? NULL : suspect->why, location);
  GtkWidget *badge = palpate_rows_badge_new (first == NULL ? number : NULL);

  if (first != NULL)
    {
      gtk_widget_add_css_class (row, "also");
      gtk_widget_add_css_class (badge, "blank");
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), badge);
  if (suspect->answer != PALPATE_ANSWER_NONE)
    palpate_rows_add_tag (row, answer_name (suspect->answer), "answer");
  else
    palpate_rows_add_tag (row, cover != NULL ? cover : tag_of (explorer, point), NULL);
  add_preview (row, explorer, suspect->source);
  add_menu (row, explorer, suspect->source, location);
  return row;
}

/**
 * palpate_point_row_new:
 * @text: what to say about it here: a text of the point, as the content has it
 *
 * Returns: (transfer floating): a point as a row that is not ranked, for palpate_fallback_add()
 */
GtkWidget *
palpate_point_row_new (PalpateExplorer   *explorer,
                       PalpateSidedPoint  source,
                       const char        *text)
{
  g_autofree char *location = location_of (source);
  g_autofree char *name = palpate_atlas_describe_point (palpate_explorer_get_atlas (explorer), source.point);
  GtkWidget *row = palpate_rows_link_new (name, palpate_content_text (source.point->id, text), location);

  palpate_fallback_note (row, source.point->id, text);
  add_preview (row, explorer, source);
  add_menu (row, explorer, source, location);
  return row;
}
