/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped content is without defect, and every kind of defect is found, named and placed.
 */
#include "content-folder.h"

#include <glib/gstdio.h>
#include <string.h>

#include "palpate-error.h"

#define HAND "muscles/hand.json"
#define NECK "muscles/neck.json"
#define OPP "opponens-pollicis"
#define POINT "opponens-pollicis-TrP1"
#define AT_OPP "\"id\": \"" OPP "\""
#define AT_POINT "\"id\": \"" POINT "\""
#define AT_PRO "\"id\": \"scaleni-minimus\""
#define AT_CROWN "\"id\": \"crown\""
#define AT_SPREAD "\"id\": \"upper-trapezius-sit\""

/* After the first @after, the first @search becomes @replacement; with no @search the whole file does. */
typedef struct {
  const char *name;
  const char *file;
  const char *after;
  const char *search;
  const char *replacement;
  const char *item;
  const char *member;
  const char *reason;
} Defect;

static const Defect defects[] = {
  /* what a care profile must see */
  { "lies-unseen", "stretches.json", "\"id\": \"prop-on-elbows\"", "\"lie-front\",", "", "prop-on-elbows", "involves", "misses “lie-front”" },
  { "crossed-unseen", "muscles/lower-leg.json", "\"id\": \"soleus-TrP1\"", "\"legs-crossed\"", "\"kneel\"", "soleus-TrP1",
    NULL, "misses “legs-crossed”" },
  { "lies-somehow", "muscles/thigh.json", "\"id\": \"rectus-femoris-TrP1\"", "\"lie-back\"", "\"kneel\"", "rectus-femoris-TrP1",
    NULL, "does not say how one lies" },
  { "belly-forgotten", "cautions.json", "Left out: body weight and levers", "\"skin-roll\",", "", "osteoporosis", "effects", "says nothing of “skin-roll”" },
  { "movement-forgotten", "cautions.json", "\"id\": \"pregnancy\"", "\"lie-front\"", "\"lie-back\"", NULL, "profiles", "speaks of “lie-front”" },
  /* files */
  { "missing-file", "advice.json", NULL, NULL, NULL, NULL, NULL, "cannot be read" },
  { "empty-file", "advice.json", NULL, NULL, "", NULL, NULL, "must be a JSON object" },
  { "not-json", "learn.json", NULL, NULL, "hello", NULL, NULL, "is not JSON" },
  { "truncated", "learn.json", NULL, NULL, "{ \"format\": 1, \"pages\": [ {", NULL, NULL, "is not JSON" },
  { "not-utf-8", "learn.json", NULL, NULL, "{ \"format\": \"\xff\xfe\" }", NULL, NULL, "is not UTF-8" },
  { "root-list", "learn.json", NULL, NULL, "[ 1 ]", NULL, NULL, "must be a JSON object" },
  { "format-missing", HAND, "", "\"format\": 1,", "", NULL, "format", "must be the number 1" },
  { "format-text", HAND, "", "\"format\": 1,", "\"format\": \"1\",", NULL, "format", "must be the number 1" },
  { "format-newer", HAND, "", "\"format\": 1,", "\"format\": 2,", NULL, "format", "is 2, this program reads 1" },
  { "format-null", HAND, "", "\"format\": 1,", "\"format\": null,", NULL, "format", "must be the number 1" },
  { "unknown-top", HAND, "", "\"format\": 1,", "\"format\": 1, \"more\": 1,", NULL, "more", "is not a known member" },
  { "list-missing", "learn.json", NULL, NULL, "{ \"format\": 1 }", NULL, "pages", "is missing" },
  { "list-object", "learn.json", NULL, NULL, "{ \"format\": 1, \"pages\": {} }", NULL, "pages", "must be a list" },
  { "item-number", "learn.json", NULL, NULL, "{ \"format\": 1, \"pages\": [ 7 ] }", "pages[0]", NULL, "must be an object" },
  { "body-part-unknown", HAND, "", "\"bodyPart\": \"hand\"", "\"bodyPart\": \"paw\"", NULL, "bodyPart", "must name" },
  { "body-part-missing", HAND, "", "\"bodyPart\": \"hand\",", "", NULL, "bodyPart", "must name" },
  /* members and their types */
  { "unknown-member", HAND, AT_POINT, "\"label\"", "\"extra\": 1, \"label\"", POINT, "extra", "is not a known member" },
  { "missing-member", HAND, AT_POINT, "\"label\": \"point 1\",", "", POINT, "label", "is missing" },
  { "id-number", "regions.json", "", "\"id\": \"crown\"", "\"id\": 3", "regions[0]", "id", "must be a string" },
  { "id-odd", "regions.json", "", "\"id\": \"crown\"", "\"id\": \"top crown\"", "top crown", "id", "letters, digits" },
  { "id-empty", "regions.json", "", "\"id\": \"crown\"", "\"id\": \"\"", "regions[0]", "id", "must not be empty" },
  { "id-missing", "regions.json", "", "\"id\": \"crown\",", "", "regions[0]", "id", "is missing" },
  { "text-number", HAND, AT_OPP, "\"name\": \"", "\"name\": 5, \"latin\": \"", OPP, "name", "must be a string" },
  { "text-null", HAND, AT_POINT, "\"label\": \"point 1\"", "\"label\": null", POINT, "label", "must be a string" },
  { "text-empty", HAND, AT_POINT, "\"label\": \"point 1\"", "\"label\": \"\"", POINT, "label", "must not be empty" },
  { "words-number", "regions.json", AT_CROWN, "\"top of head\"", "4", "crown", "synonyms[0]", "must be a string" },
  { "words-object", "regions.json", AT_CROWN, "\"synonyms\": [", "\"synonyms\": {}, \"x\": [", "crown", "synonyms", "list of strings" },
  { "boolean-text", "regions.json", AT_CROWN, "\"sided\": true", "\"sided\": \"yes\"", "crown", "sided", "true or false" },
  { "boolean-number", "regions.json", AT_CROWN, "\"sided\": true", "\"sided\": 1", "crown", "sided", "true or false" },
  { "integer-text", HAND, AT_POINT, "\"holdSeconds\": 45", "\"holdSeconds\": \"45\"", POINT, "techniques[0].holdSeconds", "whole number" },
  { "integer-float", HAND, AT_POINT, "\"holdSeconds\": 45", "\"holdSeconds\": 45.5", POINT, "techniques[0].holdSeconds", "whole number" },
  { "integer-range", HAND, AT_POINT, "\"holdSeconds\": 45", "\"holdSeconds\": 91", POINT, "techniques[0].holdSeconds", "outside 1 to 90" },
  { "integer-negative", HAND, AT_POINT, "\"restSeconds\": 20", "\"restSeconds\": -1", POINT, "techniques[0].restSeconds", "outside 0 to 120" },
  { "integer-huge", HAND, AT_POINT, "\"holdSeconds\": 45", "\"holdSeconds\": 9007199254740993", POINT, "techniques[0].holdSeconds", "outside" },
  { "integer-wraps", HAND, AT_POINT, "\"holdSeconds\": 45", "\"holdSeconds\": 4294967341", POINT, "techniques[0].holdSeconds", "outside" },
  { "enum-misspelt", HAND, AT_POINT, "\"mode\": \"self\"", "\"mode\": \"slef\"", POINT, "mode", "is not one of: self" },
  { "enum-number", HAND, AT_POINT, "\"mode\": \"self\"", "\"mode\": 1", POINT, "mode", "must be a string" },
  { "enum-empty", HAND, AT_POINT, "\"mode\": \"self\"", "\"mode\": \"\"", POINT, "mode", "must not be empty" },
  { "enums-misspelt", "cautions.json", "\"profiles\"", "\"stroke\"", "\"strike\"", "pregnancy", "effects[0].families[1]", "is not one of" },
  { "references-text", HAND, AT_POINT, "\"dangerAreas\": []", "\"dangerAreas\": \"x\"", POINT, "dangerAreas", "list of strings" },
  { "references-list", HAND, AT_POINT, "\"dangerAreas\": []", "\"dangerAreas\": [ [] ]", POINT, "dangerAreas[0]", "must be a string" },
  { "reference-number", HAND, AT_POINT, "\"region\": \"base-of-thumb\"", "\"region\": 2", POINT, "refersTo[0].region", "must be a string" },
  { "object-text", "techniques.json", "", "\"dose\": {", "\"dose\": \"x\", \"x\": {", "press-fingers", "dose", "must be an object" },
  { "object-null", HAND, AT_POINT, "\"prevalence\": {", "\"prevalence\": null, \"x\": {", POINT, "prevalence", "must be an object" },
  { "objects-text", HAND, AT_POINT, "\"refersTo\": [", "\"refersTo\": \"x\", \"x\": [", POINT, "refersTo", "must be a list" },
  { "objects-number", HAND, AT_POINT, "\"refersTo\": [", "\"refersTo\": [ 1,", POINT, "refersTo[0]", "must be an object" },
  { "objects-empty", HAND, AT_POINT, "\"refersTo\": [", "\"refersTo\": [], \"x\": [", POINT, "refersTo", "must not be empty" },
  { "list-empty", HAND, AT_POINT, "\"find\": [", "\"find\": [], \"x\": [", POINT, "find", "must not be empty" },
  /* ids */
  { "duplicate-id", "regions.json", "", "\"id\": \"back-of-head\"", "\"id\": \"crown\"", "crown", "id", "another region has the same id" },
  { "duplicate-across", NECK, "", "\"id\": \"scaleni\"", AT_OPP, OPP, "id", "another muscle has the same id" },
  { "duplicate-point", NECK, "", AT_PRO, AT_POINT, POINT, "id", "another point has the same id" },
  /* references that lead nowhere */
  { "no-region", HAND, AT_POINT, "\"region\": \"base-of-thumb\"", "\"region\": \"zz\"", POINT, "refersTo[0].region", "no region “zz”" },
  { "no-muscle", "complaints.json", "", "\"levator-scapulae\"", "\"zz\"", "stiff-neck", "muscles", "no muscle “zz”" },
  { "no-point", HAND, AT_POINT, "\"adductor-pollicis-TrP1\"", "\"zz\"", POINT, "related", "no point “zz”" },
  { "no-technique", HAND, AT_POINT, "\"technique\": \"press-fingers\"", "\"technique\": \"zz\"", POINT, "techniques[0].technique", "no technique “zz”" },
  { "no-stretch", HAND, AT_OPP, "\"thumb-open-back\"", "\"zz\"", OPP, "stretches", "no stretch “zz”" },
  { "no-advice", HAND, AT_OPP, "\"vary-grip\"", "\"zz\"", OPP, "advice", "no advice “zz”" },
  { "no-caution", HAND, AT_OPP, "\"not-on-bone\"", "\"zz\"", OPP, "cautions", "no caution “zz”" },
  { "no-red-flag", "regions.json", AT_CROWN, "\"red-stroke\"", "\"zz\"", "crown", "redFlags", "no redFlag “zz”" },
  { "no-lookalike", "regions.json", AT_CROWN, "\"migraine\"", "\"zz\"", "crown", "lookalikes", "no lookalike “zz”" },
  { "no-contraindication", "techniques.json", "", "\"clot\"", "\"zz\"", "press-fingers", "contraindications", "no contraindication “zz”" },
  { "no-stop-rule", "techniques.json", "", "\"stop-nerve\"", "\"zz\"", "press-fingers", "stopRules", "no stopRule “zz”" },
  { "no-danger-area", HAND, AT_POINT, "\"dangerAreas\": []", "\"dangerAreas\": [ \"zz\" ]", POINT, "dangerAreas", "no dangerArea “zz”" },
  { "no-source", HAND, AT_POINT, "\"clinical-convention\"", "\"zz\"", POINT, "prevalence.sources", "no source “zz”" },
  /* rules */
  { "midline-side", "muscles/hip-buttock.json", "\"region\": \"sacrum\"", "\"side\": \"same\"", "\"side\": \"both\"", NULL, NULL, "is on the midline" },
  { "referral-twice", HAND, AT_POINT, "\"region\": \"fingers-palm-side\"", "\"region\": \"base-of-thumb\"", POINT, "refersTo[1].side", "is named twice" },
  { "hold-above-ceiling", HAND, "\"cross-friction\"", "\"holdSeconds\": 30", "\"holdSeconds\": 61", POINT, "techniques[1]", "holds 61 s, the ceiling of “cross-friction” is 60 s" },
  { "too-long-in-all", HAND, AT_POINT, "\"repeats\": 2", "\"repeats\": 3", POINT, "techniques[0]", "presses 135 s in all, the ceiling is 120 s" },
  { "too-often", HAND, AT_POINT, "\"timesADay\": 2", "\"timesADay\": 3", POINT, "techniques[0]", "is done 3 times a day" },
  { "professional-with-techniques", HAND, AT_POINT, "\"mode\": \"self\"", "\"mode\": \"professional\"", POINT, "techniques", "must have no self-care" },
  { "professional-without-ask", NECK, AT_PRO, "\"askFor\": [", "\"askFor\": [], \"x\": [", "scaleni-minimus", "askFor", "what to ask for" },
  { "self-without-techniques", NECK, AT_PRO, "\"mode\": \"professional\"", "\"mode\": \"self\"", "scaleni-minimus", "techniques", "says nothing to do" },
  { "reach-mismatch", HAND, AT_POINT, "\"reach\": \"hand\"", "\"reach\": \"therapist\"", POINT, "reach", "belongs to professional" },
  { "professional-technique", HAND, AT_POINT, "\"technique\": \"press-fingers\"", "\"technique\": \"dry-needling\"", POINT, "techniques[0]", "for professionals only" },
  { "no-ceiling", "techniques.json", "", "\"ceiling\": {", "\"x\": {", "press-fingers", "ceiling", "is missing" },
  { "no-dose", "techniques.json", "", "\"dose\": {", "\"x\": {", "press-fingers", "dose", "is missing" },
  { "no-stop-rules", "techniques.json", "", "\"stopRules\": [", "\"stopRules\": [], \"x\": [", "press-fingers", "stopRules", "must not be empty" },
  { "stretch-above-ceiling", "stretches.json", AT_SPREAD, "\"holdSeconds\": 20", "\"holdSeconds\": 31", "upper-trapezius-sit", "holdSeconds", "above its own ceiling of 30 s" },
  { "no-rule", "cautions.json", "\"rules\"", "\"id\": \"point-seconds\"", "\"id\": \"point-minutes\"", NULL, "rules", "the rule “point-seconds” is missing" },
  { "routine-professional", "routines.json", "", "\"trapezius-upper-TrP1\"", "\"scaleni-minimus\"", "desk-neck", "tasks[0]", "for professionals only" },
  { "routine-technique", "routines.json", "", "\"side\": \"both\"", "\"side\": \"both\", \"technique\": \"stick-roll\"", "desk-neck", "tasks[0]", "has no technique" },
  { "promise", HAND, AT_POINT, "\"In the ball", "\"Cures the ball", POINT, "where", "promises too much: “cures”" },
  { "promise-in-steps", HAND, AT_POINT, "Rest the hand, palm up.", "A miracle!", POINT, "find", "promises too much" },
};

static char *
spoil (ContentFolder *folder,
       const Defect  *defect)
{
  g_autofree char *contents = content_folder_read (folder, defect->file, NULL);
  char *after, *found;
  g_autofree char *head = NULL;

  after = strstr (contents, defect->after);
  g_assert_nonnull (after);
  found = strstr (after, defect->search);
  g_assert_nonnull (found);
  head = g_strndup (contents, found - contents);
  return g_strconcat (head, defect->replacement, found + strlen (defect->search), NULL);
}

static void
apply (ContentFolder *folder,
       const Defect  *defect)
{
  if (defect->search != NULL)
    {
      g_autofree char *contents = spoil (folder, defect);

      content_folder_replace (folder, defect->file, contents, -1);
    }
  else if (defect->replacement != NULL)
    {
      content_folder_replace (folder, defect->file, defect->replacement, -1);
    }
  else
    {
      content_folder_remove (folder, defect->file);
    }
}

/* A NULL in the table says that the defect does not fix this part; a file as a whole has no item. */
static gboolean
is_listed (const Defect *defect,
           GPtrArray    *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const PalpateProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->file, defect->file)
          && (defect->item == NULL || g_strcmp0 (problem->item, defect->item) == 0)
          && (defect->member == NULL || g_strcmp0 (problem->member, defect->member) == 0)
          && (defect->reason == NULL || strstr (problem->reason, defect->reason) != NULL))
        return TRUE;
    }
  return FALSE;
}

static void
expect_listed (const Defect *defect,
               GPtrArray    *problems)
{
  if (is_listed (defect, problems))
    return;
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = palpate_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", line);
    }
  g_test_fail_printf ("%s: not listed among %u problems", defect->name, problems->len);
}

static void
test_defect (gconstpointer data)
{
  const Defect *defect = data;
  g_autoptr (ContentFolder) folder = content_folder_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (PalpateAtlas) atlas = NULL;

  apply (folder, defect);
  atlas = content_folder_load (folder, problems);
  g_assert_null (atlas);
  expect_listed (defect, problems);
}

static void
test_shipped (void)
{
  g_autoptr (ContentFolder) folder = content_folder_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (PalpateAtlas) atlas = content_folder_load (folder, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_nonnull (atlas);
  for (PalpateItemKind kind = 0; kind < PALPATE_N_ITEM_KINDS; kind++)
    g_assert_cmpuint (palpate_atlas_list (atlas, kind)->len, >, 0);
}

static void
test_missing_folder (void)
{
  g_autoptr (GFile) directory = g_file_new_for_path ("/nonexistent/palpate");
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateAtlas) atlas = palpate_atlas_new_from_directory (directory, problems, &error);

  g_assert_null (atlas);
  g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT);
  g_assert_cmpuint (problems->len, >=, 10);
}

static const Defect *
find_defect (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++)
    if (g_str_equal (defects[i].name, name))
      return &defects[i];
  g_assert_not_reached ();
}

static void
test_three_at_once (void)
{
  const Defect *three[] = { find_defect ("text-empty"), find_defect ("no-muscle"), find_defect ("no-lookalike") };
  g_autoptr (ContentFolder) folder = content_folder_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (PalpateAtlas) atlas = NULL;

  for (guint i = 0; i < 3; i++)
    apply (folder, three[i]);
  atlas = content_folder_load (folder, problems);
  g_assert_null (atlas);
  g_assert_cmpuint (problems->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    expect_listed (three[i], problems);
}

/* Both essential referrals of the point become spillover. */
static void
test_no_essential (void)
{
  static const Defect expected = { .name = "no-essential", .file = HAND, .item = POINT, .member = "refersTo",
                                   .reason = "names no essential region" };
  g_autoptr (ContentFolder) folder = content_folder_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (PalpateAtlas) atlas = NULL;
  g_autofree char *contents = content_folder_read (folder, HAND, NULL);
  g_autoptr (GString) changed = g_string_new (contents);

  g_string_replace (changed, "\"essential\"", "\"spillover\"", 0);
  content_folder_replace (folder, HAND, changed->str, -1);
  atlas = content_folder_load (folder, problems);
  g_assert_null (atlas);
  expect_listed (&expected, problems);
}

/* A hundred thousand brackets are refused, not followed until the stack ends. */
static void
test_deep_nesting (void)
{
  static const Defect expected = { .name = "deep-nesting", .file = "advice.json", .reason = "nested too deeply" };
  g_autoptr (ContentFolder) folder = content_folder_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (PalpateAtlas) atlas = NULL;
  g_autoptr (GString) text = g_string_new ("{\"format\":1,\"advice\":");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  content_folder_replace (folder, "advice.json", text->str, text->len);
  atlas = content_folder_load (folder, problems);
  g_assert_null (atlas);
  expect_listed (&expected, problems);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/shipped", test_shipped);
  g_test_add_func ("/content/missing-folder", test_missing_folder);
  g_test_add_func ("/content/three-at-once", test_three_at_once);
  g_test_add_func ("/content/no-essential", test_no_essential);
  g_test_add_func ("/content/deep-nesting", test_deep_nesting);
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++)
    {
      g_autofree char *path = g_strconcat ("/content/defect/", defects[i].name, NULL);

      g_test_add_data_func (path, &defects[i], test_defect);
    }
  return g_test_run ();
}
