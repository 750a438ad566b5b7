/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The order of the suspects, on the shipped content.
 */
#include <string.h>

#include "palpate-lookup.h"
#include "shipped.h"

static PalpateAtlas *atlas;

static GPtrArray *
look_up (const char *first,
         const char *second)
{
  PalpatePlace places[2];
  guint n = 0;

  places[n++] = palpate_place_parse (first);
  if (second != NULL)
    places[n++] = palpate_place_parse (second);
  return palpate_lookup (atlas, places, n, NULL, NULL);
}

static const PalpateSuspect *
nth (GPtrArray *suspects,
     guint      n)
{
  return g_ptr_array_index (suspects, n);
}

static guint
rank_of (GPtrArray  *suspects,
         const char *id)
{
  guint i = 0;

  while (strcmp (nth (suspects, i)->source.point->id, id) != 0)
    i++;
  return i;
}

static guint
row_of (GPtrArray  *suspects,
        const char *id)
{
  return nth (suspects, rank_of (suspects, id))->row;
}

/* What a clinician would think of first. */
static void
test_first_thoughts (void)
{
  static const struct {
    const char *place;
    const char *muscles;   /* one of these among the first three */
  } cases[] = {
    { "back-of-neck-left", "trapezius-upper levator-scapulae splenius-cervicis" },
    { "temple-right", "temporalis trapezius-upper scm-sternal" },
    { "forehead-left", "scm-clavicular frontalis" },
    { "front-of-shoulder-left", "infraspinatus supraspinatus deltoideus-anterior" },
    { "outer-elbow-left", "supinator extensor-carpi-radialis-longus brachioradialis" },
    { "low-back-left", "quadratus-lumborum-superficial iliocostalis-lumborum gluteus-medius multifidi-thoracolumbar" },
    { "buttock-right", "gluteus-maximus gluteus-medius piriformis quadratus-lumborum-deep" },
    { "front-of-knee-left", "rectus-femoris vastus-medialis" },
    { "calf-left", "gastrocnemius soleus gluteus-minimus-posterior" },
    { "heel-left", "soleus quadratus-plantae" },
    { "shin-left", "tibialis-anterior" },
    { "front-of-chest-left", "pectoralis-major-sternal pectoralis-minor" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) suspects = look_up (cases[i].place, NULL);
      g_auto (GStrv) muscles = g_strsplit (cases[i].muscles, " ", -1);
      gboolean found = FALSE;

      for (guint j = 0; j < 3 && j < suspects->len; j++)
        found |= g_strv_contains ((const char *const *) muscles, nth (suspects, j)->source.point->muscle->id);
      if (!found)
        g_error ("%s begins with %s", cases[i].place, nth (suspects, 0)->source.point->id);
    }
}

/* One place: core before spillover, and each row says why. */
static void
test_core_first (void)
{
  GPtrArray *regions = palpate_atlas_list (atlas, PALPATE_ITEM_REGION);

  for (guint i = 0; i < regions->len; i++)
    {
      const PalpateRegion *region = g_ptr_array_index (regions, i);
      const PalpatePlace place = { g_intern_string (region->id), region->sided ? PALPATE_SIDE_LEFT : PALPATE_SIDE_NONE };
      g_autoptr (GPtrArray) suspects = palpate_lookup (atlas, &place, 1, NULL, NULL);

      /* where no point is known, the page must have something else to say */
      if (suspects->len == 0 && region->lookalikes[0] == NULL)
        g_error ("nothing is known of pain in %s", region->id);
      for (guint j = 0; j < suspects->len; j++)
        {
          g_assert_cmpstr (nth (suspects, j)->why, !=, "");
          if (j > 0)
            {
              g_assert_cmpint (nth (suspects, j - 1)->kind, <=, nth (suspects, j)->kind);
              g_assert_cmpfloat (nth (suspects, j - 1)->score, >=, nth (suspects, j)->score);
            }
        }
    }
}

/* A point whose main area is just the place marked is among the first three, even if more common ones that hurt elsewhere,
 * too, have theirs there. */
static void
test_exact_fit (void)
{
  g_autoptr (GPtrArray) shoulder = look_up ("back-of-shoulder-left", NULL);
  g_autoptr (GPtrArray) neck = look_up ("back-of-neck-left", NULL);
  g_autoptr (GPtrArray) wrist = look_up ("wrist-back-left", NULL);

  /* the other one hurts in the whole upper arm */
  g_assert_cmpuint (rank_of (shoulder, "teres-major-medial"), <, rank_of (shoulder, "triceps-brachii-TrP1"));
  g_assert_cmpuint (rank_of (neck, "trapezius-upper-TrP1"), <, rank_of (neck, "splenius-cervicis-lower"));
  /* the other one is very common, and hurts at the elbow */
  g_assert_cmpuint (row_of (wrist, "extensor-indicis-TrP1"), <=, 3);
  g_assert_cmpuint (row_of (wrist, "extensor-carpi-radialis-longus-TrP1"), <=, 4);
  g_assert_true (nth (wrist, rank_of (wrist, "extensor-indicis-TrP1"))->exact);
  g_assert_false (nth (wrist, rank_of (wrist, "extensor-carpi-radialis-longus-TrP1"))->exact);
}

/* A row says so, in words. */
static void
test_exact_words (void)
{
  g_autoptr (GPtrArray) one = look_up ("side-of-shoulder-left", NULL);
  g_autoptr (GPtrArray) two = look_up ("groin-left", "pelvic-floor");
  g_autoptr (GPtrArray) belly = look_up ("upper-abdomen-left", NULL);
  g_autoptr (GPtrArray) both = look_up ("upper-abdomen-left", "upper-abdomen-right");

  g_assert_cmpstr (nth (one, rank_of (one, "deltoideus-medius-TrP1"))->why, ==, "Its main pain area is here and nowhere else. Common.");
  g_assert_cmpstr (nth (two, rank_of (two, "adductor-magnus-upper"))->why, ==, "Its main pain area is exactly what you marked. Now and then.");
  /* a band across the belly is not one half of it */
  g_assert_false (nth (belly, rank_of (belly, "transversus-abdominis-TrP1"))->exact);
  g_assert_true (nth (both, rank_of (both, "transversus-abdominis-TrP1"))->exact);
}

static guint
own_places (const PalpatePoint *point,
            PalpatePlace       *places)
{
  guint n_places = 0;

  for (guint i = 0; i < point->refers_to.length; i++)
    {
      const PalpateReferral *referral = point->refers_to.items[i];
      const PalpateRegion *region = palpate_atlas_get_region (atlas, referral->region);
      const PalpateSide side = referral->side == PALPATE_REFERRAL_OPPOSITE ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT;

      if (referral->kind != PALPATE_KIND_ESSENTIAL)
        continue;
      places[n_places++] = (PalpatePlace) { g_intern_string (region->id), region->sided ? side : PALPATE_SIDE_NONE };
      if (region->sided && referral->side == PALPATE_REFERRAL_BOTH)
        places[n_places++] = (PalpatePlace) { g_intern_string (region->id), PALPATE_SIDE_RIGHT };
    }
  return n_places;
}

/* Marking exactly where a point is felt by most people brings it into the first three rows, unless all of these are felt
 * exactly there, too: nothing tells them apart but how common they are. Where the points of more than three muscles share
 * one place, three is all there is: the front of the shoulder is the place of six muscles, and no order can bring more than
 * 184 of 193 points there. (Painting tells them apart: see test-painting.) Two points send something that is no pain. */
static void
test_own_pattern (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  guint n_points = 0, n_first = 0, n_first_points = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);
      PalpatePlace places[PALPATE_MAX_PLACES];
      const guint n_places = own_places (point, places);
      g_autoptr (GPtrArray) suspects = palpate_lookup (atlas, places, n_places, NULL, NULL);
      guint row, exact_rows = 0;

      if (point->painless)
        continue;
      n_points++;
      row = row_of (suspects, point->id);
      g_assert_true (nth (suspects, rank_of (suspects, point->id))->exact);
      n_first += row <= 3;
      n_first_points += rank_of (suspects, point->id) < 3;
      for (guint j = 0; j < suspects->len; j++)
        if (nth (suspects, j)->row <= 3 && nth (suspects, j)->exact)
          exact_rows |= 1u << nth (suspects, j)->row;
      if (row > 3 && exact_rows != (1u << 1 | 1u << 2 | 1u << 3))
        g_error ("%s is in row %u for its own pattern, after rows that fit less", point->id, row);
    }
  g_test_message ("%u of %u points are in the first three rows for their own pattern, %u are among the first three points", n_first,
                  n_points, n_first_points);
  g_assert_cmpuint (n_points, ==, 193);
  g_assert_cmpuint (n_first, >=, 184);
  g_assert_cmpuint (n_first_points, >=, 176);
}

/* The points of one muscle share a row, the most likely first, so that four rows name four muscles; those felt there by
 * some people only stand further down. */
static void
test_rows (void)
{
  g_autoptr (GPtrArray) shoulder = look_up ("front-of-shoulder-left", NULL);
  g_autoptr (GPtrArray) knee = look_up ("back-of-knee-left", NULL);
  g_autoptr (GPtrArray) buttock = look_up ("buttock-left", NULL);
  g_autoptr (GPtrArray) head = look_up ("behind-ear-left", "temple-left");
  guint last = 0;

  g_assert_cmpuint (row_of (shoulder, "infraspinatus-TrP1"), ==, row_of (shoulder, "infraspinatus-TrP2"));
  g_assert_cmpuint (row_of (knee, "gastrocnemius-TrP3"), ==, row_of (knee, "gastrocnemius-TrP4"));
  g_assert_cmpuint (row_of (buttock, "gluteus-medius-TrP2"), <, row_of (buttock, "gluteus-medius-TrP1"));
  /* one reaches both places, the other one of them */
  g_assert_cmpuint (row_of (head, "trapezius-upper-TrP1"), <, row_of (head, "trapezius-upper-TrP2"));
  palpate_suspects_sort_by_row (shoulder);
  for (guint i = 0; i < shoulder->len; i++)
    {
      const PalpateSuspect *suspect = nth (shoulder, i);

      g_assert_cmpuint (suspect->row, >=, last);
      g_assert_cmpuint (suspect->row, <=, last + 1);
      for (guint j = 0; j < i; j++)
        if (nth (shoulder, j)->source.point->muscle == suspect->source.point->muscle && nth (shoulder, j)->kind == suspect->kind)
          g_assert_cmpuint (nth (shoulder, j)->row, ==, suspect->row);
      last = suspect->row;
    }
}

static void
test_several_places (void)
{
  g_autoptr (GPtrArray) suspects = look_up ("back-of-neck-left", "temple-left");
  g_autofree char *cover = palpate_suspect_describe_cover (nth (suspects, 0), 2);
  g_autoptr (GPtrArray) far = look_up ("temple-left", "heel-right");

  g_assert_cmpstr (nth (suspects, 0)->source.point->id, ==, "trapezius-upper-TrP1");
  g_assert_cmpuint (nth (suspects, 0)->covered, ==, 3);
  g_assert_cmpstr (cover, ==, "Covers both");
  for (guint i = 0; i < far->len; i++)
    g_assert_cmpuint (nth (far, i)->covered, !=, 3);
}

/* The other side of the body is the mirror image. */
static void
test_sides_agree (void)
{
  g_autoptr (GPtrArray) left = look_up ("top-of-shoulder-left", NULL);
  g_autoptr (GPtrArray) right = look_up ("top-of-shoulder-right", NULL);

  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      g_assert_true (nth (left, i)->source.point == nth (right, i)->source.point);
      g_assert_cmpint (palpate_side_opposite (nth (left, i)->source.side), ==, nth (right, i)->source.side);
    }
}

static PalpateAnswer
answer_cb (PalpateSidedPoint point,
           gpointer          user_data)
{
  const char *const *ids = user_data;   /* yes, local, no */

  for (guint i = 0; i < 3; i++)
    if (ids[i] != NULL && strcmp (point.point->id, ids[i]) == 0)
      return PALPATE_ANSWER_YES + i;
  return PALPATE_ANSWER_NONE;
}

/* Gooseflesh on the arm and extra heartbeats are no pain: who marks one is not sent to their points. */
static void
test_painless (void)
{
  static const struct {
    const char *place;
    const char *point;
  } cases[] = {
    { "front-of-chest-left", "pectoralis-major-sternal-arrhythmia" },
    { "front-of-chest-right", "pectoralis-major-sternal-arrhythmia" },
    { "side-of-shoulder-left", "trapezius-middle-TrP7" },
    { "outer-hip-thigh-right", "trapezius-middle-TrP7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) suspects = look_up (cases[i].place, NULL);

      g_assert_cmpuint (suspects->len, >, 3);
      for (guint j = 0; j < suspects->len; j++)
        g_assert_cmpstr (nth (suspects, j)->source.point->id, !=, cases[i].point);
    }
}

/* Yes brings a point up, no takes it down, sore only there lies between; what pressing told apart shares no row. */
static void
test_answers (void)
{
  const PalpatePlace place = palpate_place_parse ("back-of-neck-left");
  g_autoptr (GPtrArray) before = palpate_lookup (atlas, &place, 1, NULL, NULL);
  const char *first = nth (before, 0)->source.point->id;
  const char *third = nth (before, 2)->source.point->id;
  const char *yes[] = { third, NULL, NULL }, *local[] = { NULL, first, NULL }, *no[] = { NULL, NULL, first };
  g_autoptr (GPtrArray) after_yes = palpate_lookup (atlas, &place, 1, answer_cb, yes);
  g_autoptr (GPtrArray) after_local = palpate_lookup (atlas, &place, 1, answer_cb, local);
  g_autoptr (GPtrArray) after_no = palpate_lookup (atlas, &place, 1, answer_cb, no);

  g_assert_cmpuint (rank_of (after_yes, third), ==, 0);
  g_assert_cmpuint (rank_of (after_local, first), >, 0);
  g_assert_cmpuint (rank_of (after_no, first), >, rank_of (after_local, first));
  palpate_suspects_sort_by_row (after_no);
  for (guint i = 1; i < after_no->len; i++)
    if (nth (after_no, i)->answer != nth (after_no, i - 1)->answer)
      g_assert_cmpuint (nth (after_no, i)->row, >, nth (after_no, i - 1)->row);
}

static void
test_red_flags (void)
{
  const PalpatePlace chest[] = { palpate_place_parse ("front-of-chest-left"), palpate_place_parse ("calf-left") };
  const PalpatePlace hand = palpate_place_parse ("base-of-thumb-left");
  g_autoptr (GPtrArray) flags = palpate_lookup_red_flags (atlas, chest, 2);
  g_autoptr (GPtrArray) none = palpate_lookup_red_flags (atlas, &hand, 1);

  g_assert_cmpuint (flags->len, >, 1);
  g_assert_cmpint (((const PalpateRedFlag *) g_ptr_array_index (flags, 0))->urgency, ==, PALPATE_URGENCY_EMERGENCY);
  for (guint i = 1; i < flags->len; i++)
    g_assert_cmpint (((const PalpateRedFlag *) g_ptr_array_index (flags, i - 1))->urgency, <=,
                     ((const PalpateRedFlag *) g_ptr_array_index (flags, i))->urgency);
  g_assert_cmpuint (none->len, <, flags->len);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  g_test_add_func ("/lookup/first-thoughts", test_first_thoughts);
  g_test_add_func ("/lookup/core-first", test_core_first);
  g_test_add_func ("/lookup/exact-fit", test_exact_fit);
  g_test_add_func ("/lookup/exact-words", test_exact_words);
  g_test_add_func ("/lookup/own-pattern", test_own_pattern);
  g_test_add_func ("/lookup/rows", test_rows);
  g_test_add_func ("/lookup/several-places", test_several_places);
  g_test_add_func ("/lookup/sides-agree", test_sides_agree);
  g_test_add_func ("/lookup/painless", test_painless);
  g_test_add_func ("/lookup/answers", test_answers);
  g_test_add_func ("/lookup/red-flags", test_red_flags);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
