/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shipped content is without problem, and no defect slips past: each case changes one thing in a copy and
 * expects a problem that names file, item, member and reason.
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "content-folder.h"

#define NECK "muscles/neck.json"
#define POINT "trapezius-upper-TrP1"
#define MUSCLE "trapezius-upper"
#define SACRUM "{\"region\":\"sacrum\",\"kind\":\"essential\",\"side\":\"both\",\"share\":\"part\"}"
#define NECK_ESSENTIAL "{\"region\":\"back-of-neck\",\"kind\":\"essential\",\"side\":\"same\",\"share\":\"part\"}"
#define NECK_SPILLOVER "{\"region\":\"back-of-neck\",\"kind\":\"spillover\",\"side\":\"same\",\"share\":\"part\"}"

/* One defect inside an item: @value is JSON, NULL takes the member away. @named is the item the problem names,
 * if it is not @item; @where the member it names, if it is not @member.
 */
typedef struct {
  const char *name, *file, *item, *member, *value, *reason, *where, *named;
} Defect;

static const Defect defects[] = {
  { "number-for-text", "regions.json", "crown", "name", "5", "must be a string" },
  { "null-for-text", "regions.json", "crown", "name", "null", "must be a string" },
  { "list-for-text", "regions.json", "crown", "name", "[\"Crown\"]", "must be a string" },
  { "empty-text", "regions.json", "crown", "name", "\"\"", "must not be empty" },
  { "no-text", "regions.json", "crown", "name", NULL, "is missing" },
  { "text-for-boolean", "regions.json", "crown", "sided", "\"yes\"", "must be true or false" },
  { "number-for-boolean", "complaints.json", "stiff-neck", "oftenAsked", "1", "must be true or false" },
  { "text-for-list", "regions.json", "crown", "synonyms", "\"scalp\"", "must be a list of strings" },
  { "object-for-list", "regions.json", "crown", "synonyms", "{}", "must be a list of strings" },
  { "number-in-list", "regions.json", "crown", "synonyms[0]", "3", "must be a string" },
  { "empty-text-in-list", "regions.json", "crown", "synonyms[0]", "\"\"", "must not be empty" },
  { "misspelt-body-part", "regions.json", "crown", "bodyPart", "\"haed\"", "“haed” is not one of" },
  { "unknown-member", "regions.json", "crown", "colour", "\"red\"", "is not a known member" },
  { "no-lookalike", "regions.json", "crown", "lookalikes", "[]", "must not be empty" },
  { "lookalike-reference", "regions.json", "crown", "lookalikes", "[\"nothing\"]", "there is no lookalike “nothing”" },
  { "red-flag-reference", "regions.json", "crown", "redFlags", "[\"nothing\"]", "there is no redFlag “nothing”" },
  { "advice-reference", "regions.json", "crown", "advice", "[\"nothing\"]", "there is no advice “nothing”" },
  { "odd-id", "regions.json", "crown", "id", "\"top of head\"", "must be made of letters", .named = "top of head" },
  { "no-id", "regions.json", "crown", "id", NULL, "is missing", .named = "regions[0]" },
  { "number-for-id", "regions.json", "crown", "id", "7", "must be a string", .named = "regions[0]" },
  { "duplicate-region", "regions.json", "crown", "id", "\"temple\"", "another region has the same id", .named = "temple" },
  { "duplicate-point", NECK, POINT, "id", "\"trapezius-upper-TrP2\"", "another point has the same id",
    .named = "trapezius-upper-TrP2" },
  { "duplicate-muscle", NECK, MUSCLE, "id", "\"scaleni\"", "another muscle has the same id", .named = "scaleni" },
  { "region-reference", "complaints.json", "stiff-neck", "regions", "[\"nowhere\"]", "there is no region “nowhere”" },
  { "no-region", "complaints.json", "stiff-neck", "regions", "[]", "must not be empty" },
  { "muscle-reference", "complaints.json", "stiff-neck", "muscles", "[\"nothing\"]", "there is no muscle “nothing”" },
  { "referral-region", NECK, POINT, "refersTo[0].region", "\"nowhere\"", "there is no region “nowhere”" },
  { "referral-kind", NECK, POINT, "refersTo[0].kind", "\"esential\"", "is not one of" },
  { "referral-side", NECK, POINT, "refersTo[0].side", "\"up\"", "is not one of" },
  { "referral-share", NECK, POINT, "refersTo[0].share", "\"half\"", "is not one of" },
  { "no-referral", NECK, POINT, "refersTo", "[]", "must not be empty" },
  { "referrals-no-list", NECK, POINT, "refersTo", "\"neck\"", "must be a list" },
  { "referral-no-object", NECK, POINT, "refersTo[0]", "5", "must be an object" },
  { "no-essential", NECK, POINT, "refersTo", "[" NECK_SPILLOVER "]", "names no essential region" },
  { "referral-twice", NECK, POINT, "refersTo", "[" NECK_ESSENTIAL "," NECK_ESSENTIAL "]", "is named twice",
    .where = "refersTo[1].side" },
  { "midline-with-side", NECK, POINT, "refersTo", "[" SACRUM "]", "is on the midline", .where = "refersTo[0].side" },
  { "nothing-to-do", NECK, POINT, "techniques", "[]", "says nothing to do" },
  { "hold-above-90", NECK, POINT, "techniques[0].holdSeconds", "91", "91 is outside 1 to 90" },
  { "hold-of-nothing", NECK, POINT, "techniques[0].holdSeconds", "0", "0 is outside" },
  { "hold-negative", NECK, POINT, "techniques[0].holdSeconds", "-30", "-30 is outside" },
  { "hold-huge", NECK, POINT, "techniques[0].holdSeconds", "9223372036854775807", "is outside" },
  { "hold-fraction", NECK, POINT, "techniques[0].holdSeconds", "30.5", "must be a whole number" },
  { "hold-beyond-numbers", NECK, POINT, "techniques[0].holdSeconds", "1e300", "must be a whole number" },
  { "hold-as-text", NECK, POINT, "techniques[0].holdSeconds", "\"60\"", "must be a whole number" },
  { "no-hold", NECK, POINT, "techniques[0].holdSeconds", NULL, "is missing" },
  { "rest-too-long", NECK, POINT, "techniques[0].restSeconds", "500", "is outside" },
  { "pressed-too-long", NECK, POINT, "techniques[0].repeats", "3", "presses 180 s in all", .where = "techniques[0]" },
  { "pressed-too-often", NECK, POINT, "techniques[0].timesADay", "3", "is done 3 times a day", .where = "techniques[0]" },
  { "hold-above-technique", NECK, POINT, "techniques[2].holdSeconds", "20", "holds 20 s, the ceiling of",
    .where = "techniques[2]" },
  { "technique-reference", NECK, POINT, "techniques[0].technique", "\"nothing\"", "there is no technique “nothing”" },
  { "professional-technique", NECK, POINT, "techniques[0].technique", "\"dry-needling\"", "is for professionals only",
    .where = "techniques[0]" },
  { "no-steps", NECK, POINT, "techniques[0].steps", "[]", "must not be empty" },
  { "professional-with-self-care", NECK, POINT, "mode", "\"professional\"", "must have no self-care", .where = "techniques" },
  { "professional-without-advice", NECK, POINT, "mode", "\"professional\"", "says what to ask for", .where = "askFor" },
  { "reach-of-therapist", NECK, POINT, "reach", "\"therapist\"", "belongs to professional points" },
  { "danger-reference", NECK, POINT, "dangerAreas", "[\"danger-nothing\"]", "there is no dangerArea" },
  { "caution-reference", NECK, POINT, "cautions", "[\"nothing\"]", "there is no caution" },
  { "point-reference", NECK, POINT, "related", "[\"nothing\"]", "there is no point" },
  { "source-reference", NECK, POINT, "sources", "[\"nothing\"]", "there is no source" },
  { "no-source", NECK, POINT, "sources", "[]", "must not be empty" },
  { "no-grade", NECK, POINT, "grade", NULL, "is missing" },
  { "unknown-grade", NECK, POINT, "grade", "\"E\"", "“E” is not one of" },
  { "prevalence-no-object", NECK, POINT, "prevalence", "\"common\"", "must be an object" },
  { "prevalence-misspelt", NECK, POINT, "prevalence.value", "\"frequent\"", "is not one of" },
  { "prevalence-without-source", NECK, POINT, "prevalence.sources", "[]", "must not be empty" },
  { "promise-of-cure", NECK, POINT, "essentialText", "\"A cure for your neck\"", "promises too much: “cure”" },
  { "promise-in-step", NECK, POINT, "find[0]", "\"This always works.\"", "promises too much: “always works”" },
  { "promise-guaranteed", "advice.json", "sleep-habits", "text", "\"Guaranteed!\"", "promises too much: “guaranteed”" },
  { "muscle-related", NECK, MUSCLE, "related", "[\"nothing\"]", "there is no muscle" },
  { "muscle-stretch", NECK, MUSCLE, "stretches", "[\"nothing\"]", "there is no stretch" },
  { "muscle-without-points", NECK, MUSCLE, "points", "[]", "must not be empty" },
  { "no-ceiling", "techniques.json", "press-fingers", "ceiling", NULL, "is missing" },
  { "no-dose", "techniques.json", "press-fingers", "dose", NULL, "is missing" },
  { "no-stop-rule", "techniques.json", "press-fingers", "stopRules", "[]", "must not be empty" },
  { "no-contraindication", "techniques.json", "press-fingers", "contraindications", "[]", "must not be empty" },
  { "stop-rule-reference", "techniques.json", "press-fingers", "stopRules", "[\"nothing\"]", "there is no stopRule" },
  { "contraindication-reference", "techniques.json", "press-fingers", "contraindications", "[\"nothing\"]",
    "there is no contraindication" },
  { "ceiling-out-of-range", "techniques.json", "press-fingers", "ceiling.holdSeconds", "5000", "is outside" },
  { "misspelt-family", "techniques.json", "press-fingers", "family", "\"squash\"", "is not one of" },
  { "stretch-without-ceiling", "stretches.json", "upper-trapezius-sit", "ceiling", NULL, "is missing" },
  { "stretch-above-ceiling", "stretches.json", "upper-trapezius-sit", "ceiling.holdSeconds", "1", "is above its own ceiling",
    .where = "holdSeconds" },
  { "stretch-without-stop-rule", "stretches.json", "upper-trapezius-sit", "stopRules", "[]", "must not be empty" },
  { "misspelt-urgency", "cautions.json", "red-heart", "urgency", "\"later\"", "is not one of" },
  { "profile-without-effect", "cautions.json", "pregnancy", "effects", "[]", "must not be empty" },
  { "profile-technique", "cautions.json", "pregnancy", "effects[0].techniques", "[\"nothing\"]", "there is no technique" },
  { "profile-family", "cautions.json", "pregnancy", "effects[0].families", "[\"squash\"]", "is not one of",
    .where = "effects[0].families[0]" },
  { "page-without-section", "learn.json", "stress", "sections", "[]", "must not be empty" },
  { "claim-without-source", "learn.json", "stress", "sections[0].paragraphs[0].sources", "[]", "must not be empty" },
  { "claim-without-grade", "learn.json", "stress", "sections[0].paragraphs[0].grade", NULL, "is missing" },
  { "source-of-the-future", "sources.json", "donnelly-2018", "year", "3000", "is outside" },
  { "misspelt-lookalike", "lookalikes.json", "migraine", "kind", "\"ghost\"", "is not one of" },
};

/* A defect of the file as a whole: @contents replaces it; NULL takes the file away. */
static const struct {
  const char *name, *file, *contents, *member, *reason;
} file_defects[] = {
  { "missing-file", "advice.json", NULL, NULL, "cannot be read" },
  { "empty-file", "advice.json", "", NULL, "must be a JSON object" },
  { "not-json", "advice.json", "advice: none", NULL, "is not JSON" },
  { "cut-short", "advice.json", "{ \"format\": 1, \"advice\": [ {", NULL, "is not JSON" },
  { "not-utf8", "advice.json", "{ \"format\": 1, \"advice\": \"\xff\xfe\" }", NULL, "is not UTF-8" },
  { "list-for-root", "advice.json", "[]", NULL, "must be a JSON object" },
  { "null-for-root", "advice.json", "null", NULL, "must be a JSON object" },
  { "other-format", "advice.json", "{ \"format\": 2, \"advice\": [] }", "format", "is 2, this program reads 1" },
  { "no-format", "advice.json", "{ \"advice\": [] }", "format", "must be the number 1" },
  { "text-for-format", "advice.json", "{ \"format\": \"1\", \"advice\": [] }", "format", "must be the number 1" },
  { "null-for-format", "advice.json", "{ \"format\": null, \"advice\": [] }", "format", "must be the number 1" },
  { "no-list", "advice.json", "{ \"format\": 1 }", "advice", "is missing" },
  { "text-for-items", "advice.json", "{ \"format\": 1, \"advice\": \"none\" }", "advice", "must be a list" },
  { "unknown-list", "advice.json", "{ \"format\": 1, \"advice\": [], \"tips\": [] }", "tips", "is not a known member" },
  { "misspelt-file-body-part", NECK, "{ \"format\": 1, \"bodyPart\": \"nek\", \"muscles\": [ {} ] }", "bodyPart",
    "must name a part of the body" },
};

static char *folder;

static gboolean
has_problem (GPtrArray  *problems,
             const char *file,
             const char *item,
             const char *member,
             const char *reason)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const PalpateProblem *problem = g_ptr_array_index (problems, i);

      if (g_strcmp0 (problem->file, file) == 0 && g_strcmp0 (problem->item, item) == 0
          && g_strcmp0 (problem->member, member) == 0 && strstr (problem->reason, reason) != NULL)
        return TRUE;
    }
  for (guint i = 0; i < MIN (problems->len, 8); i++)
    {
      g_autofree char *text = palpate_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("found only: %s", text);
    }
  return FALSE;
}

/* Returns: (nullable): the object with that id, however deep it stands */
static JsonObject *
find_item (JsonNode   *node,
           const char *id)
{
  JsonObject *found = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array) && found == NULL; i++)
        found = find_item (json_array_get_element (array, i), id);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonNode *name = json_object_get_member (object, "id");
      g_autoptr (GList) values = json_object_get_values (object);

      if (name != NULL && g_strcmp0 (json_node_get_string (name), id) == 0)
        return object;
      for (GList *l = values; l != NULL && found == NULL; l = l->next)
        found = find_item (l->data, id);
    }
  return found;
}

/* Sets "a[0].b" of @object, or takes it away. */
static void
set_member (JsonObject *object,
            const char *path,
            const char *value)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      char *bracket = strchr (steps[i], '[');
      const guint index = bracket != NULL ? atoi (bracket + 1) : 0;
      g_autoptr (JsonNode) node = value != NULL ? json_from_string (value, NULL) : NULL;

      if (bracket != NULL)
        *bracket = '\0';
      if (steps[i + 1] != NULL)
        object = bracket != NULL ? json_array_get_object_element (json_object_get_array_member (object, steps[i]), index)
                                 : json_object_get_object_member (object, steps[i]);
      else if (bracket != NULL)
        {
          JsonArray *array = json_object_get_array_member (object, steps[i]);
          g_autoptr (JsonArray) copy = json_array_new ();

          for (guint j = 0; j < json_array_get_length (array); j++)
            json_array_add_element (copy, j == index ? g_steal_pointer (&node) : json_array_dup_element (array, j));
          json_object_set_array_member (object, steps[i], g_steal_pointer (&copy));
        }
      else if (value == NULL)
        json_object_remove_member (object, steps[i]);
      else
        json_object_set_member (object, steps[i], g_steal_pointer (&node));
    }
}

static void
edit_item (const char *file,
           const char *item,
           const char *member,
           const char *value)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonObject *object;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  object = find_item (json_parser_get_root (parser), item);
  g_assert_nonnull (object);
  set_member (object, member, value);
  text = json_to_string (json_parser_get_root (parser), FALSE);
  change_file (folder, file, text, -1);
}

static void
test_shipped (void)
{
  g_autoptr (PalpateAtlas) atlas = load_shipped ();

  g_assert_cmpuint (palpate_atlas_list (atlas, PALPATE_ITEM_MUSCLE)->len, ==, 118);
  g_assert_cmpuint (palpate_atlas_list (atlas, PALPATE_ITEM_POINT)->len, ==, 195);
  g_assert_finalize_object (g_steal_pointer (&atlas));
}

static void
test_defect (gconstpointer data)
{
  const Defect *defect = data;
  g_autoptr (GPtrArray) problems = palpate_problems_new ();

  edit_item (defect->file, defect->item, defect->member, defect->value);
  g_assert_false (load_folder (folder, problems));
  g_assert_true (has_problem (problems, defect->file, defect->named != NULL ? defect->named : defect->item,
                              defect->where != NULL ? defect->where : defect->member, defect->reason));
  restore_file (folder, defect->file);
}

static void
test_file_defect (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) problems = palpate_problems_new ();

  if (file_defects[i].contents != NULL)
    change_file (folder, file_defects[i].file, file_defects[i].contents, -1);
  else
    {
      g_autofree char *path = g_build_filename (folder, file_defects[i].file, NULL);

      g_remove (path);
    }
  g_assert_false (load_folder (folder, problems));
  g_assert_true (has_problem (problems, file_defects[i].file, NULL, file_defects[i].member, file_defects[i].reason));
  restore_file (folder, file_defects[i].file);
}

/* A hundred thousand brackets are refused, not followed until the stack ends. */
static void
test_deep_nesting (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":1,\"advice\":");
  g_autoptr (GPtrArray) problems = palpate_problems_new ();

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  change_file (folder, "advice.json", text->str, text->len);
  g_assert_false (load_folder (folder, problems));
  g_assert_true (has_problem (problems, "advice.json", NULL, NULL, "nested too deeply"));
  restore_file (folder, "advice.json");
}

/* Pressure near a danger area without a word of caution: the muscle's own cautions would do, so both must go. */
static void
test_danger_without_caution (void)
{
  g_autoptr (GPtrArray) problems = palpate_problems_new ();

  edit_item (NECK, POINT, "cautions", "[]");
  edit_item (NECK, MUSCLE, "cautions", "[]");
  g_assert_false (load_folder (folder, problems));
  g_assert_true (has_problem (problems, NECK, POINT, "cautions", "lies near a danger area"));
  restore_file (folder, NECK);
}

static void
test_all_are_listed (void)
{
  g_autoptr (GPtrArray) problems = palpate_problems_new ();

  edit_item ("regions.json", "crown", "name", "5");
  edit_item ("regions.json", "crown", "advice", "[\"nothing\"]");
  edit_item ("regions.json", "temple", "bodyPart", "\"haed\"");
  edit_item (NECK, POINT, "grade", "\"E\"");
  g_assert_false (load_folder (folder, problems));
  g_assert_true (has_problem (problems, "regions.json", "crown", "name", "must be a string"));
  g_assert_true (has_problem (problems, "regions.json", "crown", "advice", "there is no advice"));
  g_assert_true (has_problem (problems, "regions.json", "temple", "bodyPart", "is not one of"));
  g_assert_true (has_problem (problems, NECK, POINT, "grade", "is not one of"));
  g_assert_cmpuint (problems->len, ==, 4);
  restore_file (folder, "regions.json");
  restore_file (folder, NECK);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = make_content_folder ();
  g_test_add_func ("/content/shipped", test_shipped);
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++)
    {
      g_autofree char *path = g_strconcat ("/content/defect/", defects[i].name, NULL);

      g_test_add_data_func (path, &defects[i], test_defect);
    }
  for (guint i = 0; i < G_N_ELEMENTS (file_defects); i++)
    {
      g_autofree char *path = g_strconcat ("/content/file/", file_defects[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_file_defect);
    }
  g_test_add_func ("/content/deep-nesting", test_deep_nesting);
  g_test_add_func ("/content/danger-without-caution", test_danger_without_caution);
  g_test_add_func ("/content/all-are-listed", test_all_are_listed);
  status = g_test_run ();
  remove_content_folder (folder);
  return status;
}
