/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of the search: what stands first, and what it says where nothing is found.
 */
#include "panel-pages.h"

#include "palpate-pages.h"

static void
assert_leads_to (GtkWidget  *page,
                 const char *location)
{
  GtkWidget *row = find_row (page, "");

  g_assert_nonnull (row);
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL), ==, location);
}

static GtkWidget *
open_page (const char *text)
{
  return g_object_ref_sink (palpate_search_page_new (explorer, text));
}

static void
test_read_first (void)
{
  g_autoptr (GtkWidget) emergency = open_page ("heart attack");
  g_autoptr (GtkWidget) care = open_page ("pregnant");
  g_autoptr (GtkWidget) place = open_page ("elbow");

  g_assert_true (says (emergency, "Read first"));
  assert_leads_to (emergency, "safety");
  g_assert_true (says (care, "Read first"));
  assert_leads_to (care, "care");
  g_assert_false (says (care, "emergency"));
  g_assert_false (says (place, "Read first"));
}

static void
test_diseases (void)
{
  g_autoptr (GtkWidget) page = open_page ("mortons neuroma");

  g_assert_true (says (page, "What else it could be"));
  assert_leads_to (page, "lookalike/toe-nerve");
}

static void
test_nothing_found (void)
{
  g_autoptr (GtkWidget) letter = open_page ("x");
  g_autoptr (GtkWidget) spaced = open_page (" x ");
  g_autoptr (GtkWidget) word = open_page ("xyzzy");

  g_assert_false (says (letter, "Nothing for"));
  g_assert_false (says (spaced, "Nothing for"));
  g_assert_true (says (word, "Nothing for “xyzzy”."));
  g_assert_false (says (word, "Did you mean"));
}

void
add_search_page_tests (void)
{
  g_test_add_func ("/search-page/read-first", test_read_first);
  g_test_add_func ("/search-page/diseases", test_diseases);
  g_test_add_func ("/search-page/nothing-found", test_nothing_found);
}
