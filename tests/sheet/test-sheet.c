/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sheet as a thing: what may stand on it, its file, its language, and its pages in the hands of a program.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "palpate-error.h"
#include "palpate-plural.h"
#include "palpate-sheet-file.h"
#include "palpate-sheet-pages-private.h"
#include "palpate-sheet-templates.h"
#include "shipped.h"

/* Line height of other fonts than those at hand, of theirs. */
#define OTHER_LINES 1.05

static PalpateAtlas *atlas;
static PalpateChartSet *charts;

static PalpateSheet *
sheet_new (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 22, 11, 2026);
  return palpate_sheet_new (atlas, &date);
}

static void
test_trained_hands (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  guint n_asked = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const PalpateSidedPoint source = { g_ptr_array_index (points, i), PALPATE_SIDE_LEFT };

      palpate_sheet_clear (sheet);
      g_assert_true (palpate_sheet_add (sheet, source, NULL));
      if (source.point->mode != PALPATE_MODE_PROFESSIONAL)
        continue;
      g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet), ==, 0);
      g_assert_cmpuint (palpate_sheet_get_asked (sheet)->len, ==, 1);
      n_asked++;
    }
  g_assert_cmpuint (n_asked, >, 10);
}

static void
test_limits (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  g_autoptr (GError) error = NULL;
  g_autofree char *long_text = g_strnfill (10000, 'x');

  g_assert_true (palpate_sheet_add (sheet, shipped_point (atlas, "soleus-TrP1", PALPATE_SIDE_LEFT), NULL));
  g_assert_false (palpate_sheet_add (sheet, shipped_point (atlas, "soleus-TrP1", PALPATE_SIDE_LEFT), &error));
  g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT);
  g_clear_error (&error);
  palpate_sheet_clear (sheet);
  for (guint i = 0; i < PALPATE_SHEET_MAX_TASKS; i++)
    g_assert_true (palpate_sheet_add (sheet, (PalpateSidedPoint) { g_ptr_array_index (points, i), PALPATE_SIDE_BOTH }, NULL));
  g_assert_false (palpate_sheet_add (sheet, (PalpateSidedPoint) { g_ptr_array_index (points, 20), PALPATE_SIDE_BOTH }, &error));
  g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT);
  palpate_sheet_set_text (sheet, PALPATE_SHEET_TITLE, long_text);
  g_assert_cmpuint (strlen (palpate_sheet_get_text (sheet, PALPATE_SHEET_TITLE)), ==, PALPATE_SHEET_MAX_TITLE);
}

static void
test_order (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();

  palpate_sheet_add (sheet, shipped_point (atlas, "soleus-TrP1", PALPATE_SIDE_LEFT), NULL);
  palpate_sheet_add (sheet, shipped_point (atlas, "rhomboidei-TrP1", PALPATE_SIDE_LEFT), NULL);
  palpate_sheet_move_task (sheet, 1, 0);
  g_assert_cmpstr (palpate_task_get_source (palpate_sheet_get_task (sheet, 0)).point->id, ==, "rhomboidei-TrP1");
  palpate_sheet_remove_task (sheet, 0);
  g_assert_cmpstr (palpate_task_get_source (palpate_sheet_get_task (sheet, 0)).point->id, ==, "soleus-TrP1");
}

/* How many days: kept in the file, printed, and never more than the ceiling. */
static void
test_days (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autoptr (PalpateSheet) copy = sheet_new ();
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (PalpateSheetPages) pages = NULL;
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *hostile = NULL;

  palpate_sheet_add (sheet, shipped_point (atlas, "soleus-TrP1", PALPATE_SIDE_LEFT), NULL);
  palpate_task_set_days (palpate_sheet_get_task (sheet, 0), 10);
  data = palpate_sheet_to_data (sheet, FALSE);
  g_assert_true (palpate_sheet_assign_data (copy, data, -1, problems, NULL));
  g_assert_cmpuint (palpate_task_get_days (palpate_sheet_get_task (copy, 0)), ==, 10);
  pages = palpate_sheet_pages_new (copy, figures, NULL, NULL);
  text = palpate_sheet_pages_dup_text (pages, 0);
  g_assert_nonnull (strstr (text, " · for 10\302\240days\n"));

  parts = g_strsplit (data, "\"days\" : 10", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  hostile = g_strjoinv ("\"days\" : 4000", parts);
  g_assert_true (palpate_sheet_assign_data (copy, hostile, -1, problems, NULL));
  g_assert_cmpuint (palpate_task_get_days (palpate_sheet_get_task (copy, 0)), ==, PALPATE_TASK_MAX_DAYS);
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
assert_template (PalpateSheetTemplates *templates,
                 guint                  position,
                 const char            *name)
{
  g_autoptr (PalpateSheetTemplate) kept = g_list_model_get_item (palpate_sheet_templates_get_list (templates), position);

  g_assert_cmpstr (kept != NULL ? palpate_sheet_template_get_name (kept) : NULL, ==, name);
}

static PalpateSheet *filled_sheet_new (void);

/* Kept, found again by the next run, used, renamed, deleted and taken back; never with the person. */
static void
test_templates (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palpate-templates-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "new", "templates.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PalpateSheetTemplates) templates = palpate_sheet_templates_new (file);
  g_autoptr (PalpateSheetTemplates) again = NULL;
  g_autoptr (PalpateSheetTemplate) removed = NULL;
  g_autoptr (PalpateSheet) sheet = filled_sheet_new ();
  g_autoptr (PalpateSheet) next = sheet_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (palpate_sheet_templates_keep (templates, sheet, " Neck ", NULL));
  g_assert_true (palpate_sheet_templates_keep (templates, sheet, "Desk", NULL));
  g_assert_true (palpate_sheet_templates_keep (templates, sheet, "Neck", NULL));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_null (strstr (content, "M. K."));

  g_assert_false (palpate_sheet_templates_rename (templates, 0, "Desk", &error));
  g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT);
  g_assert_true (palpate_sheet_templates_rename (templates, 0, "Headache", NULL));
  removed = palpate_sheet_templates_remove (templates, 0, NULL);
  assert_template (templates, 0, "Desk");
  g_assert_true (palpate_sheet_templates_restore (templates, 0, removed, NULL));

  again = palpate_sheet_templates_new (file);
  assert_template (again, 0, "Headache");
  assert_template (again, 1, "Desk");
  assert_template (again, 2, NULL);
  palpate_sheet_set_text (next, PALPATE_SHEET_PERSON, "A. B.");
  g_assert_true (palpate_sheet_templates_use (again, 0, next, NULL));
  g_assert_cmpstr (palpate_sheet_get_text (next, PALPATE_SHEET_TITLE), ==, "Neck");
  g_assert_cmpstr (palpate_sheet_get_text (next, PALPATE_SHEET_PERSON), ==, "A. B.");
  g_assert_cmpstr (palpate_task_get_note (palpate_sheet_get_task (next, 0)), ==, "After work");
  g_assert_cmpint (palpate_task_get_dose (palpate_sheet_get_task (next, 0)).hold_seconds, ==, 30);
}

/* What cannot be read is reported and put aside, each time under another name; new ones can be kept. */
static void
test_damaged_templates (void)
{
  static const char *const damages[] = { "{", "[]", "{ \"kind\": \"palpate-templates\", \"format\": 9, \"templates\": [] }",
                                         "{ \"kind\": \"palpate-templates\", \"format\": 1, \"templates\": [ { \"name\": 4 } ] }" };
  g_autofree char *folder = g_dir_make_tmp ("palpate-templates-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "templates.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PalpateSheet) sheet = filled_sheet_new ();

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *aside = i == 0 ? g_strconcat (path, ".unreadable", NULL) : g_strdup_printf ("%s.unreadable-%u", path, i + 1);
      g_autofree char *kept = NULL;
      g_autoptr (PalpateSheetTemplates) templates = NULL;

      g_assert_true (g_file_set_contents (path, damages[i], -1, NULL));
      templates = palpate_sheet_templates_new (file);
      g_assert_nonnull (palpate_sheet_templates_get_trouble (templates));
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, damages[i]);
      g_assert_true (palpate_sheet_templates_keep (templates, sheet, "Neck", NULL));
    }
}

/* Three points fit one page, whatever they are; on A4 also where a font's lines are higher than here. */
static void
test_three_points (gconstpointer data)
{
  const PalpatePaper paper = GPOINTER_TO_UINT (data);
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (GString) too_long = g_string_new (NULL);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (PalpateSheet) sheet = sheet_new ();
      g_autoptr (PalpateSheetPages) pages = NULL;
      g_autoptr (GString) names = g_string_new (NULL);

      while (palpate_sheet_get_n_tasks (sheet) + palpate_sheet_get_asked (sheet)->len < 3)
        {
          const PalpatePoint *point = g_ptr_array_index (points, g_rand_int_range (random, 0, (int) points->len));

          if (palpate_sheet_add (sheet, (PalpateSidedPoint) { point, PALPATE_SIDE_BOTH }, NULL))
            g_string_append_printf (names, " %s", point->id);
        }
      palpate_sheet_set_paper (sheet, paper);
      pages = palpate_sheet_pages_new_stretched (sheet, figures, NULL, paper == PALPATE_PAPER_A4 ? OTHER_LINES : 1, NULL);
      if (palpate_sheet_pages_get_n_pages (pages) > 1)
        g_string_append_printf (too_long, "%s;", names->str);
    }
  g_assert_cmpstr (too_long->str, ==, "");
}

static PalpateSheet *
filled_sheet_new (void)
{
  PalpateSheet *sheet = sheet_new ();
  PalpateDose dose;

  palpate_sheet_add (sheet, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_RIGHT), NULL);
  palpate_sheet_add (sheet, shipped_point (atlas, "popliteus-TrP1", PALPATE_SIDE_LEFT), NULL);
  dose = palpate_task_get_dose (palpate_sheet_get_task (sheet, 0));
  dose.hold_seconds = 30;
  palpate_task_set_dose (palpate_sheet_get_task (sheet, 0), dose);
  palpate_task_set_note (palpate_sheet_get_task (sheet, 0), "After work");
  palpate_sheet_set_text (sheet, PALPATE_SHEET_TITLE, "Neck");
  palpate_sheet_set_text (sheet, PALPATE_SHEET_PERSON, "M. K.");
  palpate_sheet_set_paper (sheet, PALPATE_PAPER_A5);
  palpate_sheet_set_weeks (sheet, 4);
  palpate_sheet_set_large_print (sheet, TRUE);
  palpate_sheet_set_part (sheet, PALPATE_SHEET_PART_HABITS, FALSE);
  return sheet;
}

static void
test_file (void)
{
  g_autoptr (PalpateSheet) sheet = filled_sheet_new ();
  g_autoptr (PalpateSheet) copy = sheet_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *data = palpate_sheet_to_data (sheet, FALSE);
  g_autofree char *named = palpate_sheet_to_data (sheet, TRUE);
  g_autofree char *again = NULL;

  g_assert_null (strstr (data, "M. K."));
  g_assert_nonnull (strstr (named, "M. K."));
  palpate_sheet_assign_data (copy, named, -1, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  again = palpate_sheet_to_data (copy, TRUE);
  g_assert_cmpstr (again, ==, named);
  g_assert_cmpint (palpate_task_get_dose (palpate_sheet_get_task (copy, 0)).hold_seconds, ==, 30);
}

static void
assert_refused (const char *data,
                int         code)
{
  g_autoptr (PalpateSheet) sheet = filled_sheet_new ();
  g_autofree char *before = palpate_sheet_to_data (sheet, TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (palpate_sheet_assign_data (sheet, data, -1, NULL, &error));
  g_assert_error (error, PALPATE_ERROR, code);
  after = palpate_sheet_to_data (sheet, TRUE);
  g_assert_cmpstr (after, ==, before);
}

static void
test_strange_files (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  const char *odd = "{\"format\":1,\"kind\":\"palpate-sheet\",\"title\":7,\"paper\":\"a3\",\"weeks\":9,\"date\":\"x\",\"leftAway\":[\"stop\",{}],"
                    "\"tasks\":[{\"point\":\"soleus-TrP1\",\"side\":\"left\",\"dose\":{\"holdSeconds\":900,\"timesADay\":50}},{\"point\":\"popliteus-TrP1\"},"
                    "{\"point\":\"nothing\"},3],\"ask\":[{\"point\":\"popliteus-TrP1\"},{},4]}";

  assert_refused ("", PALPATE_ERROR_PARSE);
  assert_refused ("%PDF-1.5", PALPATE_ERROR_PARSE);
  assert_refused ("[]", PALPATE_ERROR_PARSE);
  assert_refused ("{\"format\":1}", PALPATE_ERROR_PARSE);
  assert_refused ("{\"format\":2,\"kind\":\"palpate-sheet\"}", PALPATE_ERROR_UNSUPPORTED_VERSION);
  g_assert_true (palpate_sheet_assign_data (sheet, odd, -1, problems, NULL));
  g_assert_cmpuint (problems->len, >=, 10);
  g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet), ==, 1);
  g_assert_cmpint (palpate_task_get_dose (palpate_sheet_get_task (sheet, 0)).hold_seconds, <=, 90);
  g_assert_cmpuint (palpate_sheet_get_asked (sheet)->len, ==, 1);
}

/* A file with one byte changed opens or is refused, and nothing else. */
static void
test_damaged_files (void)
{
  g_autoptr (PalpateSheet) sheet = filled_sheet_new ();
  g_autofree char *data = palpate_sheet_to_data (sheet, TRUE);
  const gsize size = strlen (data);

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (PalpateSheet) other = sheet_new ();
      g_autoptr (GPtrArray) problems = palpate_problems_new ();
      g_autofree char *damaged = g_strdup (data);

      damaged[(gsize) g_test_rand_int_range (0, (int) size)] = (char) g_test_rand_int_range (1, 256);
      palpate_sheet_assign_data (other, damaged, -1, problems, NULL);
    }
}

static void
test_plural (void)
{
  const struct {
    const char *rule;
    gulong      number, form;
  } cases[] = {
    { "(n != 1)", 1, 0 }, { "n != 1;", 2, 1 }, { "n>1", 1, 0 }, { "0", 7, 0 },
    { "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", 22, 1 },
    { "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2", 11, 2 },
    { "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5", 12, 4 },
  };
  const char *const wrong[] = { "", "n", "n n", "(n", "n/0", "n?1", "system()", NULL };
  gulong form = 99;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (palpate_plural_evaluate (cases[i].rule, cases[i].number, &form));
      g_assert_cmpuint (form, ==, cases[i].form);
    }
  for (guint i = 0; wrong[i] != NULL; i++)
    if (i != 1)
      g_assert_false (palpate_plural_evaluate (wrong[i], 3, &form));
}

/* Makes a translation of a few texts. Returns: (transfer full): the locale folder */
static char *
make_language (const char *language,
               const char *messages)
{
  char *folder = g_dir_make_tmp ("palpate-sheet-XXXXXX", NULL);
  g_autofree char *place = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *po = g_build_filename (place, "palpate.po", NULL);
  g_autofree char *mo = g_build_filename (place, "palpate.mo", NULL);
  g_autofree char *text = g_strconcat ("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n",
                                       messages, NULL);
  const char *const command[] = { "msgfmt", "-o", mo, po, NULL };
  int status;

  g_mkdir_with_parents (place, 0700);
  g_assert_true (g_file_set_contents (po, text, -1, NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return folder;
}

static PalpateSheetPages *
pages_new (PalpateSheet *sheet,
           const char   *folder)
{
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (GError) error = NULL;
  PalpateSheetPages *pages = palpate_sheet_pages_new (sheet, figures, folder, &error);

  g_assert_no_error (error);
  return pages;
}

static void
test_language (void)
{
  g_autofree char *folder = make_language ("xx", "msgid \"My home care\"\nmsgstr \"Mein Plan\"\n\n"
                                                 "msgid \"%d second\"\nmsgid_plural \"%d seconds\"\nmsgstr[0] \"%d Sekunde\"\nmsgstr[1] \"%d Sekunden\"\n");
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autoptr (PalpateSheetPages) pages = NULL;
  g_autofree char *text = NULL;

  palpate_sheet_add (sheet, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT), NULL);
  palpate_sheet_set_text (sheet, PALPATE_SHEET_LANGUAGE, "xx");
  pages = pages_new (sheet, folder);
  text = palpate_sheet_pages_dup_text (pages, 0);
  g_assert_nonnull (strstr (text, "Mein Plan\n"));
  g_assert_nonnull (strstr (text, "60\302\240Sekunden"));
  g_assert_nonnull (strstr (text, "Upper trapezius [en]"));   /* not translated, and marked */
}

/* Whether something is drawn in a part of the first page, in points. */
static gboolean
has_ink (PalpateSheetPages *pages,
         int                x,
         int                y,
         int                width,
         int                height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 600, 850);
  cairo_t *cr = cairo_create (surface);
  gboolean found = FALSE;

  palpate_sheet_pages_draw (pages, 0, cr);
  cairo_surface_flush (surface);
  for (int row = y; row < y + height; row++)
    for (int column = x; column < x + width; column++)
      found |= ((const guint32 *) (cairo_image_surface_get_data (surface) + (gsize) row * cairo_image_surface_get_stride (surface)))[column] != 0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return found;
}

static void
test_right_to_left (void)
{
  g_autofree char *folder = make_language ("ar", "msgid \"My home care\"\nmsgstr \"عنايتي\"\n");
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autoptr (PalpateSheetPages) left = NULL, right = NULL, numbered = NULL;

  palpate_sheet_add (sheet, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT), NULL);
  left = pages_new (sheet, folder);
  palpate_sheet_set_text (sheet, PALPATE_SHEET_LANGUAGE, "ar");
  right = pages_new (sheet, folder);
  g_assert_true (has_ink (left, 40, 40, 150, 24));
  g_assert_false (has_ink (left, 400, 40, 150, 24));
  g_assert_true (has_ink (right, 400, 40, 150, 24));
  g_assert_false (has_ink (right, 40, 40, 150, 24));

  /* a number in front turns nothing round */
  palpate_sheet_set_text (sheet, PALPATE_SHEET_TITLE, "22 عنايتي");
  numbered = pages_new (sheet, folder);
  g_assert_true (has_ink (numbered, 400, 40, 150, 24));
  g_assert_false (has_ink (numbered, 40, 40, 150, 24));
}

/* Whether a line of the text ends between a number and its unit. */
static gboolean
parts_number (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);

  for (int i = 0; i + 1 < pango_layout_get_line_count (layout); i++)
    {
      const int end = pango_layout_get_line_readonly (layout, i + 1)->start_index;
      const char *before = g_utf8_find_prev_char (text, text + end);

      while (before > text && g_unichar_isspace (g_utf8_get_char (before)))
        before = g_utf8_find_prev_char (text, before);
      if (g_unichar_isdigit (g_utf8_get_char (before)) && g_unichar_isalpha (g_utf8_get_char (text + end)))
        {
          g_test_message ("line %d of “%s”", i, text);
          return TRUE;
        }
    }
  return FALSE;
}

/* However narrow a column is, and in every language, “15 s” and “2 times” stay together. */
static void
test_numbers_and_units (void)
{
  static const char *const languages[] = { "en", "de", "fr", "es", "ar" };
  g_autofree char *locales = g_build_filename (g_getenv ("PALPATE_BUILD_DIR"), "po", "locale", NULL);
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  guint n_lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (PalpateSheet) sheet = sheet_new ();
      g_autoptr (PalpateSheetPages) pages = NULL;
      PalpateAtom *atom;

      palpate_sheet_set_text (sheet, PALPATE_SHEET_LANGUAGE, languages[i]);
      pages = pages_new (sheet, locales);
      atom = palpate_atom_new (pages, 0);
      for (guint j = 0; j < points->len; j += 8)
        {
          palpate_sheet_clear (sheet);
          palpate_sheet_add (sheet, (PalpateSidedPoint) { g_ptr_array_index (points, j), PALPATE_SIDE_LEFT }, NULL);
          for (int width = 80; width < 180 && palpate_sheet_get_n_tasks (sheet) > 0; width += 5)
            {
              g_autofree char *dose = palpate_sheet_text_dose (sheet, palpate_sheet_get_task (sheet, 0), pages->tongue);
              g_autofree char *stretch = palpate_sheet_text_stretch (palpate_sheet_get_task (sheet, 0), pages->tongue, FALSE);

              palpate_atom_add_text (pages, atom, dose, 11, PANGO_ALIGN_LEFT, 0, 0, width, "P");
              palpate_atom_add_text (pages, atom, stretch != NULL ? stretch : "2 kg", 11, PANGO_ALIGN_LEFT, 0, 0, width, "P");
            }
        }
      for (guint j = 0; j < atom->pieces->len; j++)
        {
          PangoLayout *layout = g_array_index (atom->pieces, PalpatePiece, j).layout;

          n_lines += pango_layout_get_line_count (layout);
          g_assert_false (parts_number (layout));
        }
      palpate_atom_free (atom);
    }
  g_assert_cmpuint (n_lines, >, 5000);
}

static void
test_parts (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autoptr (PalpateSheetPages) pages = NULL;
  g_autofree char *text = NULL;

  palpate_sheet_add (sheet, shipped_point (atlas, "trapezius-upper-TrP1", PALPATE_SIDE_LEFT), NULL);
  for (guint i = 0; i < PALPATE_N_SHEET_PARTS; i++)
    palpate_sheet_set_part (sheet, i, FALSE);
  palpate_sheet_set_weeks (sheet, 0);
  pages = pages_new (sheet, "");
  text = palpate_sheet_pages_dup_text (pages, 0);
  g_assert_null (strstr (text, "How to press"));
  g_assert_null (strstr (text, "Stretch."));
  g_assert_null (strstr (text, "Habits"));
  g_assert_null (strstr (text, "Tick when done"));
  g_assert_nonnull (strstr (text, "Stop if"));
  g_assert_nonnull (strstr (text, "Take care."));
}

static void
test_described (void)
{
  g_autoptr (PalpateSheet) sheet = filled_sheet_new ();
  g_autoptr (PalpateSheetPages) pages = pages_new (sheet, "");
  g_autofree char *described = palpate_sheet_pages_describe (pages, 0);

  g_assert_true (g_str_has_prefix (described, "Preview, page 1 of "));
  g_assert_nonnull (strstr (described, "Neck"));
  g_assert_nonnull (strstr (described, "when to stop"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  atlas = palpate_atlas_new_built_in ();
  charts = palpate_chart_set_new_from_resource ();
  g_test_add_func ("/sheet/trained-hands", test_trained_hands);
  g_test_add_func ("/sheet/limits", test_limits);
  g_test_add_func ("/sheet/order", test_order);
  g_test_add_func ("/sheet/days", test_days);
  g_test_add_func ("/sheet/templates", test_templates);
  g_test_add_func ("/sheet/damaged-templates", test_damaged_templates);
  g_test_add_data_func ("/sheet/three-points/a4", GUINT_TO_POINTER (PALPATE_PAPER_A4), test_three_points);
  g_test_add_data_func ("/sheet/three-points/letter", GUINT_TO_POINTER (PALPATE_PAPER_LETTER), test_three_points);
  g_test_add_func ("/sheet/file", test_file);
  g_test_add_func ("/sheet/strange-files", test_strange_files);
  g_test_add_func ("/sheet/damaged-files", test_damaged_files);
  g_test_add_func ("/sheet/plural", test_plural);
  g_test_add_func ("/sheet/language", test_language);
  g_test_add_func ("/sheet/right-to-left", test_right_to_left);
  g_test_add_func ("/sheet/numbers-and-units", test_numbers_and_units);
  g_test_add_func ("/sheet/parts", test_parts);
  g_test_add_func ("/sheet/described", test_described);
  status = g_test_run ();
  g_object_unref (atlas);
  g_object_unref (charts);
  return status;
}
