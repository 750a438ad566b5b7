/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people type, slips included, and what they mean. The queries were written down before the index was looked
 * at; a query that finds nothing is mended by a synonym in the content, not by another query.
 */
#include <string.h>

#include "palpate-search.h"
#include "shipped.h"

/* Of the queries, so many must find what is meant among the first three hits. */
#define WANTED_SHARE 0.95

static PalpateAtlas *atlas;
static PalpateSearch *search;

/* Ids that are meant, separated by spaces; a star stands for any ending. */
static const char *const queries[][2] = {
  { "pain behind the eye", "behind-eye eye-brow" },
  { "pian behnid eye", "behind-eye eye-brow" },
  { "can't turn my head", "stiff-neck back-of-neck" },
  { "head turn cant", "stiff-neck back-of-neck" },
  { "stif nek", "stiff-neck back-of-neck" },
  { "tennis elbow", "outer-elbow" },
  { "golfers elbow", "inner-elbow-pain inner-elbow" },
  { "sciatica", "sciatica" },
  { "siatica", "sciatica" },
  { "shin splints", "shin-pain shin" },
  { "SCM", "scm-*" },
  { "QL", "quadratus-lumborum-*" },
  { "itband", "outer-leg-pain" },
  { "it band syndrome", "outer-leg-pain outer-hip-thigh" },
  { "frozen shoulder", "stiff-shoulder subscapularis" },
  { "plantar fasciitis", "heel-sole arch heel" },
  { "heel pain in the mornng", "heel-sole heel" },
  { "headache", "*headache back-head" },
  { "tension headake", "temple-headache headband" },
  { "migraine", "temple-headache temple" },
  { "jaw pain", "cheek-jaw ear-jaw-joint" },
  { "TMJ", "jaw-click ear-jaw-joint" },
  { "toothache", "toothache mouth-teeth" },
  { "ear ache", "earache ear-jaw-joint" },
  { "ringing in the ear", "earache masseter*" },
  { "lower back pain", "low-back-ache low-back" },
  { "lumbago", "low-back-ache low-back" },
  { "bak pain", "low-back-ache low-back" },
  { "between the shoulder blades", "between-blades rhomboidei upper-back" },
  { "sholder blade", "shoulder-blade under-blade" },
  { "rotator cuff", "shoulder-lift infraspinatus supraspinatus subscapularis" },
  { "arm goes numb", "arm-ache scaleni-* red-arm-weakness" },
  { "carpal tunnel", "carpal-feel wrist-palm" },
  { "thumb pain", "thumb-pain base-of-thumb" },
  { "texting thumb", "thumb-pain base-of-thumb" },
  { "trigger finger", "finger-pain flexor-digitorum" },
  { "wrist hurts when typing", "wrist-back-pain wrist-back" },
  { "writers cramp", "thumb-pain wrist-back-pain" },
  { "chest pain", "front-of-chest chest-ache red-chest*" },
  { "stitch in the side", "side-stitch side-of-chest" },
  { "hip pain at night", "outer-hip" },
  { "sitting bone", "hamstring buttock buttock-pain" },
  { "pain in the bum", "buttock-pain buttock" },
  { "tailbone", "tailbone-pain sacrum" },
  { "groin strain", "groin-pain groin" },
  { "kneecap", "front-knee front-of-knee" },
  { "runners knee", "front-knee front-of-knee" },
  { "hollow of the knee", "back-knee back-of-knee" },
  { "hamstring", "hamstring back-of-thigh biceps-femoris" },
  { "calf cramp", "calf-cramp calf gastrocnemius" },
  { "achilles tendon", "achilles achilles-pain" },
  { "ankle outside", "outer-ankle" },
  { "ball of the foot", "ball-of-foot ball-foot" },
  { "big toe", "big-toe big-toe-sole big-toe-top" },
  { "sole of the foot", "arch ball-of-foot heel-sole" },
  { "trapezus", "trapezius-*" },
  { "pirformis", "piriformis" },
  { "glutes", "gluteus-* buttock" },
  { "psoas", "iliopsoas" },
  { "foam roler", "roller-*" },
  { "dry needling", "dry-needling" },
  { "neck left", "stiff-neck back-of-neck side-of-neck" },
  { "dizziness", "swaying" },
  { "sore throat", "throat lump-throat" },
  { "double vision", "behind-eye red-*" },
  { "desk work shoulders", "shoulder-top top-of-shoulder" },
};

static gboolean
is_meant (const char *id,
          const char *meant)
{
  g_auto (GStrv) patterns = g_strsplit (meant, " ", -1);

  for (guint i = 0; patterns[i] != NULL; i++)
    if (g_pattern_match_simple (patterns[i], id))
      return TRUE;
  return FALSE;
}

static void
test_everyday_words (void)
{
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GArray) hits = palpate_search_find (search, queries[i][0], 3);
      gboolean found = FALSE;

      for (guint j = 0; j < hits->len; j++)
        found |= is_meant (palpate_search_hit_get_id (&g_array_index (hits, PalpateSearchHit, j)), queries[i][1]);
      if (!found)
        g_test_message ("not among the first three: %s", queries[i][0]);
      n_found += found;
    }
  g_test_message ("%u of %u queries find what is meant", n_found, (guint) G_N_ELEMENTS (queries));
  g_assert_cmpfloat (n_found, >=, WANTED_SHARE * G_N_ELEMENTS (queries));
}

/* Every item is found by its own name, however it is typed. */
static void
test_own_names (void)
{
  static const PalpateItemKind kinds[] = { PALPATE_ITEM_REGION, PALPATE_ITEM_COMPLAINT, PALPATE_ITEM_MUSCLE, PALPATE_ITEM_TECHNIQUE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GPtrArray *items = palpate_atlas_list (atlas, kinds[k]);

      for (guint i = 0; i < items->len; i++)
        {
          const PalpateSearchHit item = { kinds[k], g_ptr_array_index (items, i), PALPATE_SIDE_NONE, 0 };
          g_autofree char *shouted = g_utf8_strup (palpate_search_hit_get_title (&item), -1);
          g_autoptr (GArray) hits = palpate_search_find (search, shouted, 5);
          gboolean found = FALSE;

          for (guint j = 0; j < hits->len; j++)
            found |= g_array_index (hits, PalpateSearchHit, j).item == item.item;
          if (!found)
            g_error ("%s is not found by its own name “%s”", palpate_search_hit_get_id (&item), shouted);
        }
    }
}

static void
test_sides (void)
{
  g_autoptr (GArray) left = palpate_search_find (search, "LEFT temple", 1);
  g_autoptr (GArray) right = palpate_search_find (search, "calf on the right", 1);
  g_autoptr (GArray) none = palpate_search_find (search, "calf", 1);

  g_assert_cmpint (g_array_index (left, PalpateSearchHit, 0).side, ==, PALPATE_SIDE_LEFT);
  g_assert_cmpint (g_array_index (right, PalpateSearchHit, 0).side, ==, PALPATE_SIDE_RIGHT);
  g_assert_cmpint (g_array_index (none, PalpateSearchHit, 0).side, ==, PALPATE_SIDE_NONE);
}

static void
test_nothing_found (void)
{
  static const char *const empty[] = { "", "   ", "…", "\xff\xfe" };
  g_autofree char *suggestion = palpate_search_suggest (search, "pian bhind ey");
  g_autofree char *known = palpate_search_suggest (search, "pain behind eye");
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (GArray) hits = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      g_autoptr (GArray) nothing = palpate_search_find (search, empty[i], 10);

      g_assert_cmpuint (nothing->len, ==, 0);
    }
  g_assert_nonnull (suggestion);
  g_assert_nonnull (strstr (suggestion, "behind eye"));
  g_assert_null (known);
  for (guint i = 0; i < 20000; i++)
    g_string_append (endless, "neck ");
  hits = palpate_search_find (search, endless->str, 10);
  g_assert_cmpuint (hits->len, <=, 10);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = shipped_atlas ();
  search = palpate_search_new (atlas);
  g_test_add_func ("/search/everyday-words", test_everyday_words);
  g_test_add_func ("/search/own-names", test_own_names);
  g_test_add_func ("/search/sides", test_sides);
  g_test_add_func ("/search/nothing-found", test_nothing_found);
  status = g_test_run ();
  g_clear_pointer (&search, palpate_search_free);
  g_clear_object (&atlas);
  return status;
}
