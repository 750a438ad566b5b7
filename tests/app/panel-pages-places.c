/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the marked places: which rows stand in its list, and what they are called.
 */
#include "panel-pages.h"

#include "palpate-pages.h"
#include "palpate-settings.h"

/* The numbers in rings, in their order. */
static void
gather_numbers (GtkWidget *widget,
                GString   *numbers)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "badge"))
    g_string_append (numbers, gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather_numbers (child, numbers);
}

static GtkWidget *
open_page (const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = palpate_settings_new (&error);
  PalpateMarks *marks = palpate_explorer_get_marks (explorer);

  g_assert_no_error (error);
  palpate_marks_clear (marks);
  palpate_marks_toggle (marks, palpate_place_parse (place));
  return g_object_ref_sink (palpate_places_page_new (explorer, settings));
}

/* A number is a row of the list; the muscle's further points stand below it, and a screen reader hears their whole names. */
static void
test_points_of_a_muscle (void)
{
  g_autoptr (GtkWidget) page = open_page ("back-of-neck-left");
  g_autoptr (GString) numbers = g_string_new (NULL);
  GtkWidget *first = find_row (page, "Upper trapezius, point 1"), *second = find_row (page, "Also: point 2");

  gather_numbers (page, numbers);
  g_assert_cmpstr (numbers->str, ==, "1234");
  g_assert_nonnull (first);
  g_assert_true (gtk_widget_get_next_sibling (first) == second);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL, "Upper trapezius, point 2");
  g_assert_true (find_row (page, "Shoulder-blade lifter, point 1") == gtk_widget_get_next_sibling (second));
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (second)), NULL), ==,
                   "point/trapezius-upper-TrP2/left");
}

/* Where a click leaves more muscles alike than are seen at first sight, the brush is offered. */
static void
test_paint_hint (void)
{
  g_autoptr (GtkWidget) shoulder = open_page ("back-of-shoulder-left");
  g_autoptr (GtkWidget) shin = NULL;
  GtkWidget *hint = find_row (shoulder, "Paint exactly where it hurts");

  g_assert_nonnull (hint);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (hint)), ==, "win.paint");
  shin = open_page ("shin-left");
  g_assert_null (find_row (shin, "Paint exactly where it hurts"));
}

/* Whoever has a thick, warm calf need not read on to learn that it is not to be pressed. */
static void
test_what_to_do_about_signs (void)
{
  g_autoptr (GtkWidget) page = open_page ("calf-left");

  g_assert_true (says (page, "Call the emergency number now."));
  g_assert_true (says (page, "One calf or arm swollen, warm, darker: Do not press or rub. See a doctor today."));
}

/* Who comes by a complaint reads the warning signs of its places first, as who clicks there does. */
static void
test_complaint (void)
{
  const PalpateLocation location = { PALPATE_PAGE_COMPLAINT, "temple-headache", PALPATE_SIDE_NONE };
  g_autoptr (GtkWidget) page = g_object_ref_sink (palpate_article_page_new (explorer, &location, FALSE));

  g_assert_true (says (page, "Sudden worst headache ever"));
  g_assert_true (says (page, "New temple headache, over 50"));
}

void
add_places_page_tests (void)
{
  g_test_add_func ("/places-page/complaint", test_complaint);
  g_test_add_func ("/places-page/what-to-do-about-signs", test_what_to_do_about_signs);
  g_test_add_func ("/places-page/points-of-a-muscle", test_points_of_a_muscle);
  g_test_add_func ("/places-page/paint-hint", test_paint_hint);
}
