/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-place.h"
#include "shipped.h"

static void
test_round_trip (void)
{
  static const struct {
    const char  *id;
    const char  *region;
    PalpateSide  side;
  } cases[] = {
    { "back-of-neck-left", "back-of-neck", PALPATE_SIDE_LEFT },
    { "big-toe-top-right", "big-toe-top", PALPATE_SIDE_RIGHT },
    { "sacrum", "sacrum", PALPATE_SIDE_NONE },
    { "back-of-neck", "back-of-neck", PALPATE_SIDE_NONE },
    { "left", "left", PALPATE_SIDE_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PalpatePlace place = palpate_place_parse (cases[i].id);
      g_autofree char *id = palpate_place_to_id (place);

      g_assert_cmpstr (place.region, ==, cases[i].region);
      g_assert_cmpint (place.side, ==, cases[i].side);
      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_opposite (void)
{
  g_assert_cmpint (palpate_side_opposite (PALPATE_SIDE_LEFT), ==, PALPATE_SIDE_RIGHT);
  g_assert_cmpint (palpate_side_opposite (PALPATE_SIDE_RIGHT), ==, PALPATE_SIDE_LEFT);
  g_assert_cmpint (palpate_side_opposite (PALPATE_SIDE_NONE), ==, PALPATE_SIDE_NONE);
  g_assert_cmpint (palpate_side_opposite (PALPATE_SIDE_BOTH), ==, PALPATE_SIDE_BOTH);
}

static void
assert_described (const char *ids,
                  guint       max_named,
                  const char *expected)
{
  g_autoptr (PalpateAtlas) atlas = shipped_atlas ();
  g_auto (GStrv) all = g_strsplit (ids, " ", -1);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  g_autofree char *names = NULL;

  for (guint i = 0; all[i] != NULL; i++)
    {
      const PalpatePlace place = palpate_place_parse (all[i]);

      g_array_append_val (places, place);
    }
  names = palpate_atlas_describe_places (atlas, (const PalpatePlace *) places->data, places->len, max_named);
  g_assert_cmpstr (names, ==, expected);
}

/* Both sides of a place are one name; those past the limit are counted, a pair of them once. */
static void
test_describe_places (void)
{
  assert_described ("sacrum", 3, "Sacrum and tailbone");
  assert_described ("temple-left calf-right", 3, "Temple and side of the head, left; Calf, right");
  assert_described ("temple-left calf-right temple-right", 3, "Temple and side of the head, both sides; Calf, right");
  assert_described ("temple-left calf-right temple-right sacrum", 2, "Temple and side of the head, both sides; Calf, right; 1 more place");
  assert_described ("sacrum calf-right temple-right temple-left heel-left", 1, "Sacrum and tailbone; 3 more places");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/round-trip", test_round_trip);
  g_test_add_func ("/place/opposite", test_opposite);
  g_test_add_func ("/place/describe-places", test_describe_places);
  return g_test_run ();
}
