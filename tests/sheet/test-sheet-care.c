/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the care profile makes of a printed sheet.
 */
#include <string.h>

#include "palpate-sheet-admit.h"
#include "palpate-sheet-file.h"
#include "palpate-sheet-pages-private.h"
#include "shipped.h"

static PalpateAtlas *atlas;
static PalpateChartSet *charts;

static PalpateSheet *
sheet_with (const char *profile,
            const char *const *points)
{
  g_autoptr (PalpateCare) care = palpate_care_new (atlas);
  const char *const ids[] = { profile, NULL };
  PalpateSheet *sheet;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 22, 11, 2026);
  sheet = palpate_sheet_new (atlas, &date);
  palpate_care_set_ids (care, ids);
  palpate_sheet_set_care (sheet, care);
  for (; *points != NULL; points++)
    g_assert_true (palpate_sheet_add (sheet, shipped_point (atlas, *points, PALPATE_SIDE_LEFT), NULL));
  return sheet;
}

static char *
print (PalpateSheet *sheet)
{
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (PalpateSheetPages) pages = palpate_sheet_pages_new (sheet, figures, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < palpate_sheet_pages_get_n_pages (pages); i++)
    {
      g_autofree char *page = palpate_sheet_pages_dup_text (pages, i);

      g_string_append (text, page);
    }
  return g_string_free (text, FALSE);
}

static void
assert_says (const char *text,
             const char *words,
             gboolean    says)
{
  g_autoptr (GString) flat = g_string_new (text);

  /* lines break anywhere, but for numbers and their units */
  g_string_replace (flat, "\n", " ", 0);
  g_string_replace (flat, "\u00a0", " ", 0);
  if ((strstr (flat->str, words) != NULL) != says)
    g_error ("“%s” %s in: %s", words, says ? "is missing" : "stands", flat->str);
}

/* A point that is left out with its stretches is printed as that: no steps, no dose, no place on the body; the sheet keeps it
 * for later. */
static void
test_left_out (void)
{
  static const char *const points[] = { "scm-sternal-middle", "trapezius-upper-TrP1", NULL };
  g_autoptr (PalpateSheet) sheet = sheet_with ("neck-arteries", points);
  static const char *const none[] = { NULL };
  g_autofree char *with = print (sheet);
  g_autofree char *without = NULL;

  assert_says (with, "breastbone part, left: Left out: no pressure on the neck", TRUE);
  assert_says (with, "Left out for you. ", TRUE);
  assert_says (with, "breastbone part, left: In the middle", FALSE);
  assert_says (with, "Upper trapezius, left:", TRUE);
  palpate_care_set_ids (palpate_sheet_get_care (sheet), none);
  without = print (sheet);
  assert_says (without, "Left out for you.", FALSE);
  g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet), ==, 2);
}

/* Where only pressing is left out, the stretch stays, with how often; nothing says to press, and no drawing does. */
static void
test_only_stretch (void)
{
  static const char *const points[] = { "rectus-femoris-TrP1", NULL };
  g_autoptr (PalpateSheet) sheet = sheet_with ("pregnancy", points);
  g_autofree char *with = print (sheet);
  g_autofree char *without = NULL;

  assert_says (with, "(rectus femoris), left: Left out: no deep pressure on the legs in pregnancy.", TRUE);
  assert_says (with, "Not for pressing now, only for stretching.", TRUE);
  assert_says (with, "Stretch gently: the joints of the pelvis are looser in pregnancy.", TRUE);
  assert_says (with, "Stretch. ", TRUE);
  assert_says (with, "a day", TRUE);
  assert_says (with, "felt by some press here", FALSE);
  assert_says (with, "How to press.", FALSE);
  assert_says (with, "of 10", FALSE);
  palpate_sheet_set_part (sheet, PALPATE_SHEET_PART_STRETCHES, FALSE);
  without = print (sheet);
  assert_says (without, "only for stretching", FALSE);
}

/* The flag of the task's own technique is printed, and its lighter pressure everywhere. */
static void
test_flagged (void)
{
  static const char *const points[] = { "trapezius-upper-TrP1", "soleus-TrP1", NULL };
  g_autoptr (PalpateSheet) sheet = sheet_with ("blood-thinners", points);
  g_autofree char *text = print (sheet);

  assert_says (text, "Light pressure only, 2 to 3 of 10. Stop at any bruise.", TRUE);
  assert_says (text, "At most 3 of 10.", TRUE);
  assert_says (text, "the ache passes 3 of 10", TRUE);
  assert_says (text, "strong but bearable", FALSE);
  assert_says (text, "passes 7 of 10", FALSE);
}

/* What another technique stands in for is named. */
static void
test_other_technique (void)
{
  GPtrArray *all = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  static const char *const none[] = { NULL };
  guint n_moved = 0;

  for (guint i = 0; i < all->len && n_moved < 3; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (all, i);
      g_autoptr (PalpateSheet) sheet = sheet_with ("blood-thinners", none);
      const PalpatePointTechnique *suggested = palpate_care_suggest (palpate_sheet_get_care (sheet), point);
      g_autofree char *text = NULL;
      g_autofree char *left_out = NULL;

      if (suggested == NULL || suggested == point->techniques.items[0])
        continue;
      palpate_sheet_add (sheet, (PalpateSidedPoint) { point, PALPATE_SIDE_RIGHT }, NULL);
      text = print (sheet);
      left_out = g_strdup_printf ("(%s): Left out:", palpate_atlas_get_technique (atlas, ((const PalpatePointTechnique *) point->techniques.items[0])->technique)->name);
      assert_says (text, left_out, TRUE);
      n_moved++;
    }
  g_assert_cmpuint (n_moved, ==, 3);
}

/* Whatever the profile and the point: nothing that is left out is printed, every flag is, and no pressure above it. */
static void
test_all (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  GPtrArray *profiles = palpate_atlas_list (atlas, PALPATE_ITEM_PROFILE);
  g_autoptr (PalpateTongue) tongue = palpate_tongue_new ("", NULL, NULL);
  static const char *const none[] = { NULL };
  guint n_left_out = 0, n_flagged = 0, n_lighter = 0;

  for (guint i = 0; i < profiles->len * points->len; i++)
    {
      const PalpateProfile *profile = g_ptr_array_index (profiles, i / points->len);
      const PalpatePoint *point = g_ptr_array_index (points, i % points->len);
      g_autoptr (PalpateSheet) sheet = sheet_with (profile->id, none);
      g_autoptr (PalpateSheet) admitted = NULL;
      g_autoptr (GArray) left_out = NULL;
      g_autofree char *flags = NULL;
      g_autofree char *pressing = NULL;

      palpate_sheet_add (sheet, (PalpateSidedPoint) { point, PALPATE_SIDE_LEFT }, NULL);
      admitted = palpate_sheet_new_admitted (sheet, &left_out);
      n_left_out += left_out->len;
      g_assert_cmpuint (palpate_sheet_get_asked (admitted)->len, ==, palpate_sheet_get_asked (sheet)->len);
      flags = palpate_sheet_text_flags (admitted, tongue);
      pressing = palpate_sheet_text_pressing (admitted, tongue);
      for (guint j = 0; j < palpate_sheet_get_n_tasks (admitted); j++)
        {
          PalpateTask *task = palpate_sheet_get_task (admitted, j);
          g_autoptr (PalpateJudgement) judgement = palpate_sheet_judge (admitted, task);
          g_autoptr (PalpateJudgement) stretching = palpate_sheet_judge_stretch (admitted, task);
          g_autofree char *how = palpate_sheet_text_how (admitted, task, tongue);

          g_assert_true (judgement->verdict != PALPATE_VERDICT_LEFT_OUT
                         || (!palpate_sheet_treats (admitted, task) && stretching != NULL && strstr (how, "only for stretching") != NULL));
          g_assert_true (stretching == NULL || stretching->verdict != PALPATE_VERDICT_LEFT_OUT);
          if (judgement->verdict != PALPATE_VERDICT_FLAGGED)
            continue;
          n_flagged++;
          g_assert_nonnull (strstr (flags, g_array_index (judgement->reasons, PalpateCareReason, 0).effect->text));
          if (palpate_judgement_get_pressure (judgement) == 0)
            continue;
          n_lighter++;
          g_assert_nonnull (strstr (how, "At most "));
          g_assert_null (strstr (pressing, "4 to 6"));
        }
    }
  g_assert_cmpuint (n_left_out, >, 100);
  g_assert_cmpuint (n_flagged, >, 100);
  g_assert_cmpuint (n_lighter, >, 100);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = palpate_atlas_new_built_in ();
  charts = palpate_chart_set_new_from_resource ();
  g_test_add_func ("/sheet-care/left-out", test_left_out);
  g_test_add_func ("/sheet-care/only-stretch", test_only_stretch);
  g_test_add_func ("/sheet-care/flagged", test_flagged);
  g_test_add_func ("/sheet-care/other-technique", test_other_technique);
  g_test_add_func ("/sheet-care/all", test_all);
  status = g_test_run ();
  g_clear_object (&charts);
  g_clear_object (&atlas);
  return status;
}
