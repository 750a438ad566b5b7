/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-place.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/round-trip", test_round_trip);
  g_test_add_func ("/place/opposite", test_opposite);
  return g_test_run ();
}
