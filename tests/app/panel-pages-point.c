/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of a point, as the care profile changes it.
 */
#include "panel-pages.h"

#include "palpate-pages.h"
#include "palpate-settings.h"

static GtkWidget *
open_page (const char *profile,
           const char *point)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = palpate_settings_new (&error);
  const PalpateSidedPoint source = { palpate_atlas_get_point (palpate_explorer_get_atlas (explorer), point), PALPATE_SIDE_LEFT };
  const char *const ids[] = { profile, NULL };

  g_assert_no_error (error);
  palpate_care_set_ids (palpate_explorer_get_care (explorer), ids);
  return g_object_ref_sink (palpate_point_page_new (explorer, settings, source));
}

/* Nobody is led to press where the care profile says no: neither to find it, nor to answer, nor on paper. What stretch it leaves
 * in can be done. */
static void
test_left_out (void)
{
  static const char *const pressing[] = { "How to find it", "Does pressing here", "Press here" };
  static const char *const doing[] = { "Home-care sheet", "Start ", "Add to routine" };
  static const struct {
    const char *profile;
    const char *point;
    gboolean    stretches;
  } cases[] = { { "neck-arteries", "scm-sternal-middle", FALSE }, { "pregnancy", "longissimus-thoracis-L1", TRUE } };
  const char *const none[] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkWidget) page = open_page (NULL, cases[i].point);
      const char *const ids[] = { cases[i].profile, NULL };

      palpate_care_set_ids (palpate_explorer_get_care (explorer), ids);
      g_assert_true (says (page, "Not for you to press now"));
      g_assert_true (says (page, "Where the point lies"));
      for (guint j = 0; j < G_N_ELEMENTS (pressing); j++)
        g_assert_false (says (page, pressing[j]));
      for (guint j = 0; j < G_N_ELEMENTS (doing); j++)
        g_assert_cmpint (says (page, doing[j]), ==, cases[i].stretches);
      g_assert_cmpint (says (page, "Start 25-second stretch"), ==, cases[i].stretches);
      palpate_marks_toggle (palpate_explorer_get_marks (explorer), palpate_place_parse ("calf-left"));   /* no question to bring up to date */
      palpate_care_set_ids (palpate_explorer_get_care (explorer), none);
      for (guint j = 0; j < G_N_ELEMENTS (pressing); j++)
        g_assert_true (says (page, pressing[j]));
      for (guint j = 0; j < G_N_ELEMENTS (doing); j++)
        g_assert_true (says (page, doing[j]));
    }
}

/* The keys pass over cards: what a screen reader says of the button that they lead to has the card's words. */
static void
assert_told (GtkWidget  *page,
             const char *button,
             const char *words)
{
  g_autofree char *told = gtk_test_accessible_check_property (GTK_ACCESSIBLE (find_button (page, button)),
                                                              GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  g_assert_nonnull (told);
  g_assert_nonnull (strstr (told, words));
}

static void
test_cautions_by_ear (void)
{
  g_autoptr (GtkWidget) free = open_page (NULL, "trapezius-upper-TrP1");
  g_autoptr (GtkWidget) pregnant = NULL;

  assert_told (free, "Start ", "nerves and the top of the lung lie there");
  pregnant = open_page ("pregnancy", "longissimus-thoracis-L1");
  assert_told (pregnant, "Care profile", "no pressure on belly and low back in pregnancy");
}

static void
test_lighter (void)
{
  g_autoptr (GtkWidget) page = open_page ("blood-thinners", "trapezius-upper-TrP1");

  g_assert_true (says (page, "at most 3 of 10"));
  g_assert_true (says (page, "Where a step names a number, take at most 3 of 10."));
  g_assert_false (says (page, "4 to 6 of 10"));
}

/* On a page with “Press here”, the words “never press here” say which place they mean. */
static void
test_danger_named (void)
{
  g_autoptr (GtkWidget) strap = open_page (NULL, "scm-sternal-middle");
  g_autoptr (GtkWidget) blade = open_page (NULL, "infraspinatus-TrP2");

  g_assert_true (says (strap, "Front of the neck. Windpipe, large arteries and glands. Never press here."));
  g_assert_true (says (blade, "Armpit hollow. Arm nerves, vessels and glands."));
}

void
add_point_page_tests (void)
{
  g_test_add_func ("/point-page/cautions-by-ear", test_cautions_by_ear);
  g_test_add_func ("/point-page/danger-named", test_danger_named);
  g_test_add_func ("/point-page/left-out", test_left_out);
  g_test_add_func ("/point-page/lighter", test_lighter);
}
