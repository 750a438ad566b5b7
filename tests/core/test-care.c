/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the care profile changes, on the shipped content.
 */
#include <string.h>

#include "palpate-care.h"
#include "shipped.h"

static PalpateAtlas *atlas;

static PalpateCare *
care_with (const char *first,
           const char *second)
{
  PalpateCare *care = palpate_care_new (atlas);
  const char *const ids[] = { first, second, NULL };

  palpate_care_set_ids (care, ids);
  return care;
}

static void
assert_verdict (PalpateCare    *care,
                const char     *muscle,
                const char     *technique,
                PalpateVerdict  verdict,
                const char     *because)
{
  g_autoptr (PalpateJudgement) judgement = palpate_care_judge (care, palpate_atlas_get_muscle (atlas, muscle), technique);
  g_autofree char *text = palpate_judgement_describe (judgement);
  g_autofree char *profiles = palpate_judgement_name_profiles (judgement);

  g_assert_cmpint (judgement->verdict, ==, verdict);
  g_assert_cmpuint (judgement->reasons->len > 0, ==, verdict != PALPATE_VERDICT_ALLOWED);
  g_assert_nonnull (strstr (profiles, because));
  g_assert_cmpuint (*text != '\0', ==, verdict != PALPATE_VERDICT_ALLOWED);
}

static void
test_nothing_switched_on (void)
{
  g_autoptr (PalpateCare) care = palpate_care_new (atlas);
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);

  g_assert_true (palpate_care_is_empty (care));
  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge_point (care, point);

      g_assert_cmpint (judgement->verdict, ==, PALPATE_VERDICT_ALLOWED);
      g_assert_true (palpate_care_suggest (care, point) == (point->techniques.length > 0 ? point->techniques.items[0] : NULL));
    }
}

static void
test_pregnancy (void)
{
  g_autoptr (PalpateCare) care = care_with ("pregnancy", NULL);

  assert_verdict (care, "gastrocnemius", "press-fingers", PALPATE_VERDICT_LEFT_OUT, "Pregnancy");
  assert_verdict (care, "quadratus-lumborum-deep", "ball-wall-press", PALPATE_VERDICT_LEFT_OUT, "Pregnancy");
  assert_verdict (care, "trapezius-upper", "squeeze-hold", PALPATE_VERDICT_FLAGGED, "Pregnancy");
  assert_verdict (care, "trapezius-upper", "tense-let-go", PALPATE_VERDICT_ALLOWED, "");
  assert_verdict (care, NULL, "box-breathing", PALPATE_VERDICT_FLAGGED, "Pregnancy");
}

static const PalpatePointTechnique *
find_use (const char *point,
          const char *technique)
{
  const PalpateList *techniques = &palpate_atlas_get_point (atlas, point)->techniques;

  for (guint i = 0; i < techniques->length; i++)
    if (g_str_equal (((const PalpatePointTechnique *) techniques->items[i])->technique, technique))
      return techniques->items[i];
  return NULL;
}

static void
assert_use (PalpateCare    *care,
            const char     *point,
            const char     *technique,
            PalpateVerdict  verdict)
{
  g_autoptr (PalpateJudgement) judgement = palpate_care_judge_use (care, palpate_atlas_get_point (atlas, point), find_use (point, technique));

  g_assert_cmpint (judgement->verdict, ==, verdict);
}

static void
assert_stretch (PalpateCare    *care,
                const char     *muscle,
                const char     *stretch,
                PalpateVerdict  verdict)
{
  g_autoptr (PalpateJudgement) judgement = palpate_care_judge_stretch (care, palpate_atlas_get_muscle (atlas, muscle),
                                                                       palpate_atlas_get (atlas, PALPATE_ITEM_STRETCH, stretch));

  if (judgement->verdict != verdict)
    g_error ("%s: %d", stretch, judgement->verdict);
}

/* Nothing is done to the belly, nobody lies on the front, and nobody lies long on the back unwarned. */
static void
test_pregnant_belly (void)
{
  g_autoptr (PalpateCare) care = care_with ("pregnancy", NULL);
  GPtrArray *muscles = palpate_atlas_list (atlas, PALPATE_ITEM_MUSCLE);

  assert_use (care, "rectus-abdominis-upper", "skin-roll", PALPATE_VERDICT_LEFT_OUT);
  assert_use (care, "suboccipitales-TrP1", "two-balls-press", PALPATE_VERDICT_FLAGGED);
  assert_stretch (care, "rectus-abdominis", "prop-on-elbows", PALPATE_VERDICT_LEFT_OUT);
  for (guint i = 0; i < muscles->len; i++)
    {
      const PalpateMuscle *muscle = g_ptr_array_index (muscles, i);

      for (const char *const *id = muscle->stretches; *id != NULL; id++)
        {
          const PalpateStretch *stretch = palpate_atlas_get (atlas, PALPATE_ITEM_STRETCH, *id);
          g_autoptr (PalpateJudgement) judgement = palpate_care_judge_stretch (care, muscle, stretch);

          if (strstr (stretch->position, "Lie on your front") != NULL)
            g_assert_cmpint (judgement->verdict, ==, PALPATE_VERDICT_LEFT_OUT);
          else if (strstr (stretch->position, "on your back") != NULL)
            g_assert_cmpint (judgement->verdict, !=, PALPATE_VERDICT_ALLOWED);
        }
    }
}

/* A new hip is not bent far, led over the middle or turned in; a new knee or shoulder leaves the hip alone. */
static void
test_joint_replacement (void)
{
  g_autoptr (PalpateCare) hip = care_with ("hip-replacement", NULL);
  g_autoptr (PalpateCare) knee = care_with ("knee-replacement", NULL);
  g_autoptr (PalpateCare) shoulder = care_with ("shoulder-replacement", NULL);

  assert_stretch (hip, "gluteus-maximus", "knee-to-shoulder", PALPATE_VERDICT_LEFT_OUT);
  assert_stretch (hip, "piriformis", "figure-four-piriformis", PALPATE_VERDICT_LEFT_OUT);
  assert_use (hip, "piriformis-inner", "tense-let-go", PALPATE_VERDICT_LEFT_OUT);
  assert_stretch (hip, "rectus-femoris", "heel-to-buttock-straight", PALPATE_VERDICT_FLAGGED);
  assert_verdict (hip, "infraspinatus", "ball-wall-press", PALPATE_VERDICT_ALLOWED, "");
  assert_stretch (knee, "gluteus-maximus", "knee-to-shoulder", PALPATE_VERDICT_FLAGGED);
  assert_stretch (knee, "rectus-femoris", "heel-to-buttock-straight", PALPATE_VERDICT_FLAGGED);
  assert_use (knee, "soleus-TrP1", "press-fingers", PALPATE_VERDICT_FLAGGED);
  assert_verdict (shoulder, "infraspinatus", "ball-wall-press", PALPATE_VERDICT_FLAGGED, "Shoulder replacement");
  assert_stretch (shoulder, "gluteus-maximus", "knee-to-shoulder", PALPATE_VERDICT_ALLOWED);
  assert_verdict (knee, "masseter", "press-fingers", PALPATE_VERDICT_ALLOWED, "");
}

/* With narrowed neck arteries nothing presses on the neck; the shoulder below it and the jaw above it stay. */
static void
test_neck_arteries (void)
{
  g_autoptr (PalpateCare) care = care_with ("neck-arteries", NULL);

  assert_verdict (care, "scm-sternal", "squeeze-hold", PALPATE_VERDICT_LEFT_OUT, "Stroke");
  assert_verdict (care, "scaleni", "gentle-press", PALPATE_VERDICT_LEFT_OUT, "Stroke");
  assert_verdict (care, "suboccipitales", "two-balls-press", PALPATE_VERDICT_LEFT_OUT, "Stroke");
  assert_verdict (care, "scaleni", "tense-let-go", PALPATE_VERDICT_LEFT_OUT, "Stroke");
  assert_verdict (care, "trapezius-upper", "tense-let-go", PALPATE_VERDICT_FLAGGED, "Stroke");
  assert_verdict (care, "levator-scapulae", "cane-press", PALPATE_VERDICT_FLAGGED, "Stroke");
  assert_verdict (care, "masseter", "press-fingers", PALPATE_VERDICT_ALLOWED, "");
}

/* The neck waits for the doctor, the rest of the body only keeps off hot joints. */
static void
test_rheumatoid_arthritis (void)
{
  g_autoptr (PalpateCare) care = care_with ("rheumatoid-arthritis", NULL);

  assert_verdict (care, "scm-clavicular", "tense-let-go", PALPATE_VERDICT_LEFT_OUT, "Rheumatoid");
  assert_verdict (care, "suboccipitales", "two-balls-press", PALPATE_VERDICT_LEFT_OUT, "Rheumatoid");
  assert_verdict (care, "trapezius-upper", "tense-let-go", PALPATE_VERDICT_LEFT_OUT, "Rheumatoid");
  assert_verdict (care, "levator-scapulae", "tense-let-go", PALPATE_VERDICT_LEFT_OUT, "Rheumatoid");
  assert_verdict (care, "trapezius-upper", "squeeze-hold", PALPATE_VERDICT_FLAGGED, "Rheumatoid");
  assert_verdict (care, "soleus", "roller-press", PALPATE_VERDICT_FLAGGED, "Rheumatoid");
}

/* Warmth: not where it cannot be felt or may do harm. */
static void
test_warmth (void)
{
  static const struct {
    const char *profile;
    const char *muscle;
    PalpateVerdict verdict;
    const char *because;
  } cases[] = {
    { "numbness", "soleus", PALPATE_VERDICT_LEFT_OUT, "Numb" },
    { "blood-clot", "soleus", PALPATE_VERDICT_LEFT_OUT, "clot" },
    { "fever", "trapezius-upper", PALPATE_VERDICT_LEFT_OUT, "Fever" },
    { "pregnancy", "rectus-abdominis", PALPATE_VERDICT_LEFT_OUT, "Pregnancy" },
    { "pregnancy", "trapezius-upper", PALPATE_VERDICT_FLAGGED, "Pregnancy" },
    { "blood-thinners", "trapezius-upper", PALPATE_VERDICT_FLAGGED, "thinners" },
    { "surgery-injury", "trapezius-upper", PALPATE_VERDICT_FLAGGED, "injury" },
    { "skin-infection", "trapezius-upper", PALPATE_VERDICT_FLAGGED, "infection" },
    { "cancer-treatment", "trapezius-upper", PALPATE_VERDICT_FLAGGED, "Cancer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PalpateCare) care = care_with (cases[i].profile, NULL);

      assert_verdict (care, cases[i].muscle, "warm-pack", cases[i].verdict, cases[i].because);
    }
}

/* The stricter of two conditions counts, and the other one's reason is not mixed in. */
static void
test_two_conditions (void)
{
  g_autoptr (PalpateCare) care = care_with ("pregnancy", "blood-thinners");

  assert_verdict (care, "trapezius-upper", "cane-press", PALPATE_VERDICT_LEFT_OUT, "Blood thinners");
  assert_verdict (care, "trapezius-upper", "squeeze-hold", PALPATE_VERDICT_FLAGGED, "Pregnancy · Blood thinners");
}

static void
test_suggestion_steps_aside (void)
{
  g_autoptr (PalpateCare) care = care_with ("blood-thinners", NULL);
  g_autoptr (PalpateCare) fever = care_with ("fever", NULL);
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  guint n_moved = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);
      const PalpatePointTechnique *suggested = palpate_care_suggest (care, point);
      g_autoptr (PalpateJudgement) whole = palpate_care_judge_point (care, point);

      n_moved += suggested != NULL && suggested != point->techniques.items[0];
      g_assert_true (suggested != NULL || point->techniques.length == 0 || whole->verdict == PALPATE_VERDICT_LEFT_OUT);
      for (guint j = 0; j < point->techniques.length; j++)
        {
          const PalpatePointTechnique *use = point->techniques.items[j];
          const int family = palpate_atlas_get_technique (atlas, use->technique)->family;

          if (family == PALPATE_FAMILY_COMPRESSION)
            assert_verdict (fever, point->muscle->id, use->technique, PALPATE_VERDICT_LEFT_OUT, "Fever");
        }
    }
  g_assert_cmpuint (n_moved, >, 0);
}

static void
count_cb (PalpateCare *care,
          guint       *n)
{
  (*n)++;
}

static void
test_changes (void)
{
  g_autoptr (PalpateCare) care = palpate_care_new (atlas);
  const char *const unknown[] = { "left-handed", NULL };
  const char *const fever[] = { "fever", "left-handed", NULL };
  g_auto (GStrv) ids = NULL;
  guint n = 0;

  g_signal_connect (care, "changed", G_CALLBACK (count_cb), &n);
  palpate_care_set_ids (care, unknown);
  g_assert_true (palpate_care_is_empty (care));
  g_assert_cmpuint (n, ==, 0);
  palpate_care_set_ids (care, fever);
  palpate_care_set_ids (care, fever);
  g_assert_cmpuint (n, ==, 1);
  ids = palpate_care_dup_ids (care);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, "fever");
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_func ("/care/nothing-switched-on", test_nothing_switched_on);
  g_test_add_func ("/care/pregnancy", test_pregnancy);
  g_test_add_func ("/care/pregnant-belly", test_pregnant_belly);
  g_test_add_func ("/care/joint-replacement", test_joint_replacement);
  g_test_add_func ("/care/neck-arteries", test_neck_arteries);
  g_test_add_func ("/care/rheumatoid-arthritis", test_rheumatoid_arthritis);
  g_test_add_func ("/care/warmth", test_warmth);
  g_test_add_func ("/care/two-conditions", test_two_conditions);
  g_test_add_func ("/care/suggestion-steps-aside", test_suggestion_steps_aside);
  g_test_add_func ("/care/changes", test_changes);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
