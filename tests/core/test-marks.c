/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Marking places and answering, with undo and redo.
 */
#include "palpate-marks.h"

static PalpatePlace
place (const char *id)
{
  return palpate_place_parse (id);
}

static void
assert_ids (const PalpatePlace *places,
            guint               n_places,
            const char         *expected)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n_places; i++)
    {
      g_autofree char *id = palpate_place_to_id (places[i]);

      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", id);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
assert_places (PalpateMarks *marks,
               const char   *expected)
{
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (marks, &n_places);

  assert_ids (places, n_places, expected);
}

static void
assert_only_painted (PalpateMarks *marks,
                     const char   *expected)
{
  g_autoptr (GArray) painted = palpate_marks_list_painted (marks);

  assert_ids ((const PalpatePlace *) painted->data, painted->len, expected);
}

static void
test_one_at_a_time (void)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();

  assert_places (marks, "");
  g_assert_false (palpate_marks_can_undo (marks));
  palpate_marks_set_only (marks, place ("temple-left"));
  palpate_marks_set_only (marks, place ("calf-right"));
  assert_places (marks, "calf-right");
  g_assert_true (palpate_marks_contains (marks, place ("calf-right")));
  g_assert_false (palpate_marks_contains (marks, place ("calf-left")));
  palpate_marks_undo (marks);
  assert_places (marks, "temple-left");
  palpate_marks_undo (marks);
  assert_places (marks, "");
  g_assert_false (palpate_marks_can_undo (marks));
  palpate_marks_redo (marks);
  palpate_marks_redo (marks);
  assert_places (marks, "calf-right");
  g_assert_false (palpate_marks_can_redo (marks));
}

static void
test_several (void)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();

  palpate_marks_toggle (marks, place ("temple-left"));
  palpate_marks_toggle (marks, place ("sacrum"));
  palpate_marks_toggle (marks, place ("calf-right"));
  assert_places (marks, "temple-left sacrum calf-right");
  palpate_marks_toggle (marks, place ("sacrum"));
  assert_places (marks, "temple-left calf-right");
  palpate_marks_clear (marks);
  assert_places (marks, "");
  palpate_marks_undo (marks);
  assert_places (marks, "temple-left calf-right");
  /* something new forgets what could be redone */
  palpate_marks_toggle (marks, place ("heel-left"));
  g_assert_false (palpate_marks_can_redo (marks));
}

static void
count_cb (PalpateMarks *marks,
          guint        *n)
{
  (*n)++;
}

static void
test_nothing_new_is_no_step (void)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();
  guint n = 0;

  g_signal_connect (marks, "changed", G_CALLBACK (count_cb), &n);
  palpate_marks_clear (marks);
  g_assert_false (palpate_marks_can_undo (marks));
  palpate_marks_set_only (marks, place ("temple-left"));
  n = 0;
  palpate_marks_set_only (marks, place ("temple-left"));
  g_assert_cmpuint (n, ==, 0);
}

static void
test_long_history (void)
{
  static const char *const ids[] = { "temple-left", "calf-right", "heel-left" };
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();
  guint n_steps = 0;

  for (guint i = 0; i < 1000; i++)
    palpate_marks_set_only (marks, place (ids[i % 3]));
  assert_places (marks, ids[999 % 3]);
  for (; palpate_marks_can_undo (marks); n_steps++)
    palpate_marks_undo (marks);
  g_assert_cmpuint (n_steps, >=, 50);
  g_assert_cmpuint (n_steps, <, 1000);
  palpate_marks_undo (marks);   /* past the end: nothing */
}

static void
test_answers (void)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();
  static const PalpatePoint point = { .id = "a" };
  const PalpateSidedPoint left = { &point, PALPATE_SIDE_LEFT };
  const PalpateSidedPoint right = { &point, PALPATE_SIDE_RIGHT };

  palpate_marks_set_answer (marks, left, PALPATE_ANSWER_YES);
  g_assert_cmpint (palpate_marks_get_answer (marks, left), ==, PALPATE_ANSWER_YES);
  g_assert_cmpint (palpate_marks_get_answer (marks, right), ==, PALPATE_ANSWER_NONE);
  palpate_marks_set_answer (marks, left, PALPATE_ANSWER_NO);
  palpate_marks_undo (marks);
  g_assert_cmpint (palpate_marks_get_answer (marks, left), ==, PALPATE_ANSWER_YES);
  palpate_marks_undo (marks);
  g_assert_cmpint (palpate_marks_get_answer (marks, left), ==, PALPATE_ANSWER_NONE);
}

static PalpateMask *
dab (double x,
     double y)
{
  const PalpateGrid grid = { 0, 0, 1, 200, 100 };
  PalpateMask *mask = palpate_mask_new (grid);

  palpate_mask_add_stroke (mask, x, y, x, y, 5);
  return mask;
}

/* Paints a spot of the first view, whose coverage is told to be those places. */
static void
paint (PalpateMarks *marks,
       double        x,
       const char   *first,
       const char   *second)
{
  g_autoptr (PalpateMask) mask = dab (x, 50);
  g_autoptr (PalpatePainting) painting = palpate_painting_with_mask (palpate_marks_get_painting (marks), 0, mask);
  g_autoptr (PalpateCoverage) coverage = palpate_coverage_new ();

  palpate_coverage_add_area (coverage, palpate_mask_get_area (mask), 1);
  palpate_coverage_add_place (coverage, place (first));
  if (second != NULL)
    palpate_coverage_add_place (coverage, place (second));
  palpate_marks_paint (marks, painting, coverage);
}

static gboolean
is_blank (PalpateMarks *marks)
{
  return !palpate_marks_is_painted (marks);
}

/* A stroke and what it does to the places are one step. */
static void
test_painting (void)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();

  palpate_marks_toggle (marks, place ("sacrum"));
  paint (marks, 20, "temple-left", "calf-right");
  assert_places (marks, "sacrum temple-left calf-right");
  g_assert_true (palpate_marks_is_only_painted (marks, place ("temple-left")));
  g_assert_false (palpate_marks_is_only_painted (marks, place ("sacrum")));
  assert_only_painted (marks, "temple-left calf-right");
  /* as much as before goes or comes as the paint goes or comes */
  paint (marks, 60, "calf-right", "heel-left");
  assert_places (marks, "sacrum calf-right heel-left");
  palpate_marks_undo (marks);
  assert_places (marks, "sacrum temple-left calf-right");
  palpate_marks_undo (marks);
  assert_places (marks, "sacrum");
  g_assert_true (is_blank (marks));
  g_assert_null (palpate_marks_get_coverage (marks));
  palpate_marks_redo (marks);
  palpate_marks_redo (marks);
  assert_places (marks, "sacrum calf-right heel-left");
  palpate_marks_clear (marks);
  assert_places (marks, "");
  g_assert_true (is_blank (marks));
  palpate_marks_undo (marks);
  assert_places (marks, "sacrum calf-right heel-left");
  g_assert_false (is_blank (marks));
  /* another place alone forgets the painting too */
  palpate_marks_set_only (marks, place ("calf-right"));
  assert_places (marks, "calf-right");
  g_assert_true (is_blank (marks));
  g_assert_false (palpate_marks_is_only_painted (marks, place ("calf-right")));
}

/* A place that was chosen stays when the paint over it goes. */
static void
test_chosen_and_painted (void)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();

  palpate_marks_toggle (marks, place ("temple-left"));
  paint (marks, 20, "temple-left", NULL);
  assert_places (marks, "temple-left");
  paint (marks, 60, "calf-right", NULL);
  assert_places (marks, "temple-left calf-right");
  /* and a painted one when it is no longer chosen */
  paint (marks, 20, "temple-left", NULL);
  palpate_marks_toggle (marks, place ("temple-left"));
  assert_places (marks, "temple-left");
  g_assert_true (palpate_marks_is_only_painted (marks, place ("temple-left")));
}

static void
test_painting_the_same_is_no_step (void)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();
  guint n = 0;

  paint (marks, 20, "temple-left", NULL);
  g_signal_connect (marks, "changed", G_CALLBACK (count_cb), &n);
  paint (marks, 20, "temple-left", NULL);
  g_assert_cmpuint (n, ==, 0);
}

/* A copy keeps what is marked now, whatever is done to either afterwards. */
static void
test_copy (void)
{
  const PalpateSidedPoint point = { NULL, PALPATE_SIDE_LEFT };
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();
  g_autoptr (PalpateMarks) copy = NULL;

  g_assert_true (palpate_marks_is_empty (marks));
  palpate_marks_toggle (marks, place ("sacrum"));
  paint (marks, 20, "temple-left", NULL);
  palpate_marks_set_answer (marks, point, PALPATE_ANSWER_YES);
  copy = palpate_marks_copy (marks);
  g_assert_true (palpate_marks_equal (copy, marks));
  g_assert_false (palpate_marks_can_undo (copy));
  g_assert_cmpint (palpate_marks_get_answer (copy, point), ==, PALPATE_ANSWER_NONE);
  paint (marks, 60, "temple-left", NULL);   /* the same place, painted elsewhere */
  g_assert_false (palpate_marks_equal (copy, marks));
  palpate_marks_undo (marks);
  palpate_marks_toggle (marks, place ("temple-left"));
  palpate_marks_clear (marks);
  assert_places (copy, "sacrum temple-left");
  assert_only_painted (copy, "temple-left");
  g_assert_false (palpate_marks_is_empty (copy));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/marks/several", test_several);
  g_test_add_func ("/marks/nothing-new", test_nothing_new_is_no_step);
  g_test_add_func ("/marks/long-history", test_long_history);
  g_test_add_func ("/marks/answers", test_answers);
  g_test_add_func ("/marks/painting", test_painting);
  g_test_add_func ("/marks/chosen-and-painted", test_chosen_and_painted);
  g_test_add_func ("/marks/copy", test_copy);
  g_test_add_func ("/marks/painting-the-same", test_painting_the_same_is_no_step);
  return g_test_run ();
}
