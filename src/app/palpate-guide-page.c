/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The guide, on F1: how to go about it, what the signs of the chart mean, painting, the keys.
 */
#include <glib/gi18n.h>

#include "palpate-pages.h"
#include "palpate-rows.h"

#define SIGN_WIDTH 28

static void
add_sign (GtkWidget  *group,
          GtkWidget  *sign,
          const char *title,
          const char *text)
{
  GtkWidget *row = palpate_rows_row_new (title, text);
  GtkWidget *place = gtk_center_box_new ();   /* as wide for each, so that the words begin on one line */

  gtk_widget_set_size_request (place, SIGN_WIDTH, -1);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (place), sign);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), place);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_steps (GtkWidget *box)
{
  const char *const steps[] = {
    _("Mark or paint where you feel it: on the body, by typing, or from the list of all areas."),
    _("Look at the points that may send pain there, most likely first. Each says why."),
    _("Open a point and read what to take care of. Then find it with your fingers."),
    _("Press as long as it says, not longer and not harder. Stretch afterwards."),
    NULL,
  };

  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("In four steps"), "heading"));
  gtk_box_append (GTK_BOX (box), palpate_rows_steps_new (NULL, steps));
}

static void
add_signs (GtkWidget *box)
{
  GtkWidget *group = palpate_rows_group_new (_("The signs on the chart"), _("Left and right are always your own, as the letters on the chart say."));

  add_sign (group, palpate_rows_swatch_new ("mark"), _("Blue outline with stripes"), _("The place that you marked, or the area that you painted"));
  add_sign (group, palpate_rows_badge_new (_("1")), _("Number in a circle"), _("A point, with its place in the list"));
  add_sign (group, gtk_image_new_from_icon_name ("palpate-press-symbolic"), _("Cross in a circle"), _("Where to press"));
  add_sign (group, palpate_rows_swatch_new ("core"), _("Filled area"), _("Where most people feel the pain of this point"));
  add_sign (group, palpate_rows_swatch_new ("spillover"), _("Dotted area"), _("Where some people feel it too"));
  add_sign (group, palpate_rows_swatch_new ("danger"), _("Yellow grid with a warning sign"), _("Never press here"));
  gtk_box_append (GTK_BOX (box), group);
}

static void
add_painting (GtkWidget *box)
{
  GtkWidget *group = palpate_rows_group_new (_("Painting"), NULL);

  add_sign (group, gtk_image_new_from_icon_name ("palpate-brush-symbolic"), _("Paint where it hurts"),
            _("Drag with the brush, or hold Shift and drag without it. Come nearer to paint finer; the middle button moves the body."));
  add_sign (group, gtk_image_new_from_icon_name ("palpate-eraser-symbolic"), _("Take paint away"),
            _("With the eraser, with the right button, with Ctrl held, or with the other end of a pen."));
  gtk_box_append (GTK_BOX (box), group);
}

static void
add_key (GtkWidget  *group,
         const char *title,
         const char *accelerator)
{
  guint keyval;
  GdkModifierType modifiers;
  g_autofree char *label = NULL;

  gtk_accelerator_parse (accelerator, &keyval, &modifiers);
  label = gtk_accelerator_get_label (keyval, modifiers);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_rows_row_new (title, label));
}

static void
add_keys (GtkWidget *box)
{
  GtkWidget *group = palpate_rows_group_new (_("By keyboard"), _("Arrow keys move over the body, Enter marks. Escape goes one step out."));
  GtkWidget *all = gtk_button_new_with_mnemonic (_("All _Keyboard Shortcuts"));

  add_key (group, _("Search"), "<Primary>f");
  add_key (group, _("The list of all areas"), "Home");
  add_key (group, _("Next part of the window"), "F6");
  add_key (group, _("Back"), "<Alt>Left");
  gtk_box_append (GTK_BOX (box), group);
  gtk_widget_set_halign (all, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "win.show-help-overlay");
  gtk_box_append (GTK_BOX (box), all);
}

/**
 * palpate_guide_page_new:
 *
 * Returns: (transfer floating): the guide
 */
GtkWidget *
palpate_guide_page_new (PalpateExplorer *explorer)
{
  const PalpatePage *press = palpate_atlas_get (palpate_explorer_get_atlas (explorer), PALPATE_ITEM_PAGE, "how-to-press");
  GtkWidget *box;
  GtkWidget *page = palpate_rows_page_new (&box);
  GtkWidget *more = palpate_rows_group_new (_("More"), NULL);

  gtk_box_append (GTK_BOX (box), palpate_rows_title_new (_("Guide"), "title-2"));
  gtk_box_append (GTK_BOX (box),
                  palpate_rows_card_new (_("Safety first"),
                                         _("When to get help instead, where never to press, and whom to ask before."), _("Read"), "safety"));
  add_steps (box);
  add_signs (box);
  add_painting (box);
  add_keys (box);
  if (press != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (more),
                               palpate_rows_link_new (palpate_content_text (press->id, press->title),
                                                      palpate_content_text (press->id, press->summary), "learn/how-to-press"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (more),
                             palpate_rows_link_new (_("What muscle knots are"), _("And why the spot that hurts is often not the source"),
                                                    "learn/what-trigger-points-are"));
  gtk_box_append (GTK_BOX (box), more);
  return page;
}
