/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of sheets that are damaged, or made to do harm: what is wrong is told and left out, soon, and the rest opens.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "palpate-error.h"
#include "palpate-sheet-file.h"
#include "palpate-sheet-pages-private.h"
#include "shipped.h"

#define BLADE "shoulder-blade-left"
#define NAME "sent.palpate"
#define HEAD "{\"format\":1,\"kind\":\"palpate-sheet\",\"weeks\":2,\"date\":\"2026-11-22\",\"tasks\":[{\"point\":\"soleus-TrP1\",\"side\":\"left\"}],\"marks\":"
#define SECONDS 8.0   /* of the processor, for opening and drawing; a sheet without marks takes a few tenths */

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

static gboolean
load_text (PalpateSheet  *sheet,
           const char    *text,
           GPtrArray     *problems,
           GError       **error)
{
  g_autofree char *folder = g_dir_make_tmp ("palpate-damaged-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, NAME, NULL);
  gboolean is_loaded;

  g_assert_true (g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  is_loaded = palpate_sheet_load (sheet, charts, file, problems, error);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
  return is_loaded;
}

static char *
painting (const char *view,
          double      x,
          double      y,
          double      cell,
          int         n_columns,
          int         n_rows,
          const char *cells)
{
  char numbers[3][G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (numbers[0], sizeof numbers[0], x);
  g_ascii_dtostr (numbers[1], sizeof numbers[1], y);
  g_ascii_dtostr (numbers[2], sizeof numbers[2], cell);
  return g_strdup_printf ("{\"view\":\"%s\",\"x\":%s,\"y\":%s,\"cell\":%s,\"columns\":%d,\"rows\":%d,\"cells\":\"%s\"}", view, numbers[0], numbers[1],
                          numbers[2], n_columns, n_rows, cells);
}

static char *
wrap (const char *paintings)
{
  return g_strdup_printf (HEAD "{\"paintedPlaces\":[\"" BLADE "\"],\"painting\":[%s]}}", paintings);
}

/* Every @step-th row, in runs of @run cells with as much between them. */
static char *
rows_of (int n_columns,
         int n_rows,
         int step,
         int run)
{
  GString *cells = g_string_new (NULL);

  for (int row = 0; row < n_rows; row += step)
    {
      g_string_append_printf (cells, "%s%d", row > 0 ? ";" : "", row);
      for (int column = 0; column < n_columns; column += 2 * run)
        g_string_append_printf (cells, " %d %d", column, MIN (column + run, n_columns) - 1);
    }
  return g_string_free (cells, FALSE);
}

/* The first page, in grey. */
static cairo_surface_t *
draw (PalpateSheet *sheet,
      PalpateBox   *body)
{
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (PalpateSheetPages) pages = palpate_sheet_pages_new (sheet, figures, NULL, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 596, 842);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  palpate_sheet_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (guint i = 0; body != NULL && i < pages->placed->len; i++)
    {
      const PalpatePlaced *placed = &g_array_index (pages->placed, PalpatePlaced, i);

      for (guint j = 0; j < placed->atom->pieces->len; j++)
        {
          const PalpatePiece *piece = &g_array_index (placed->atom->pieces, PalpatePiece, j);

          if (piece->kind == PALPATE_PIECE_BODY && piece->index == PALPATE_VIEW_BACK)
            *body = (PalpateBox) { pages->style.margin + piece->box.x, placed->y + piece->box.y, piece->box.width, piece->box.height };
        }
    }
  return surface;
}

static double
open_and_draw (const char *text,
               GPtrArray  *problems)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  const clock_t begin = clock ();
  g_autoptr (GError) error = NULL;

  load_text (sheet, text, problems, &error);
  g_assert_no_error (error);
  cairo_surface_destroy (draw (sheet, NULL));
  return (double) (clock () - begin) / CLOCKS_PER_SEC;
}

/* A file of brackets is refused, not followed until the stack ends; brackets in words, and comments, hide none. */
static void
test_deep (void)
{
  static const char *const begins[] = { "", HEAD, "{\"note\":\"]]]\\\"]]\",\"a\":", "// \"\n", "/* \" */", "'\"'" };

  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    {
      g_autoptr (PalpateSheet) sheet = sheet_new ();
      g_autoptr (GPtrArray) problems = palpate_problems_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = g_string_new (begins[i]);

      for (guint j = 0; j < 200000; j++)
        g_string_append_c (text, '[');
      for (guint j = 0; j < 200000; j++)
        g_string_append_c (text, ']');
      g_assert_false (load_text (sheet, text->str, problems, &error));
      g_assert_error (error, PALPATE_ERROR, PALPATE_ERROR_PARSE);
    }
}

/* What is written as text may have as many brackets as it likes. */
static void
test_brackets_in_words (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autofree char *brackets = g_strnfill (60, '[');
  g_autofree char *note = g_strconcat ("\"", brackets, NULL);
  g_autofree char *data = NULL;

  palpate_sheet_set_text (sheet, PALPATE_SHEET_NOTE, note);
  data = palpate_sheet_to_data (sheet, FALSE);
  g_assert_true (load_text (sheet, data, problems, NULL));
  g_assert_cmpstr (palpate_sheet_get_text (sheet, PALPATE_SHEET_NOTE), ==, note);
}

typedef struct {
  const char *name;
  char       *paintings;
  const char *reason;
} Hostile;

/* Paintings that no chart makes: one line of words for each, which names file, view and reason; everything else is there, and soon. */
static void
test_hostile (void)
{
  g_autofree char *stripes = rows_of (4096, 4096, 2, 4096);
  g_autofree char *checker = rows_of (920, 2080, 1, 1);
  g_autofree char *small = rows_of (40, 40, 1, 40);
  g_autoptr (GString) repeated = g_string_new ("0");
  Hostile hostile[] = {
    { "a grid of many cells", painting ("back", -200, -200, 0.25, 4096, 4096, stripes), "does not fit the body" },
    { "cells of nearly nothing", painting ("back", 0, 0, 1e-12, 40, 40, small), "does not fit the body" },
    { "enormous cells", painting ("back", -90000, -90000, 100000, 40, 40, small), "does not fit the body" },
    { "beside the body", painting ("back", 5000, 0, 1, 40, 40, small), "does not fit the body" },
    { "checkerboard", painting ("back", -230, -20, 0.5, 920, 2080, checker), "has too many pieces" },
    { "repeated", NULL, "cannot be drawn" },
  };

  for (int i = 0; i < 15000; i++)
    g_string_append (repeated, " 0 459");
  hostile[5].paintings = painting ("back", -230, -20, 1, 460, 1040, repeated->str);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *good = painting ("front", 0, 100, 1, 40, 40, small);
      g_autofree char *both = g_strconcat (hostile[i].paintings, ",", good, NULL);
      g_autofree char *text = wrap (both);
      g_autoptr (GPtrArray) problems = palpate_problems_new ();
      g_autoptr (PalpateSheet) sheet = sheet_new ();
      g_autofree char *expected = g_strdup_printf (NAME ": back: painting: %s", hostile[i].reason);
      g_autofree char *line = NULL;
      const PalpatePainting *kept;
      double seconds;

      g_test_message ("%s", hostile[i].name);
      g_assert_true (load_text (sheet, text, problems, NULL));
      g_assert_cmpuint (problems->len, ==, 1);
      line = palpate_problem_to_string (g_ptr_array_index (problems, 0));
      g_assert_cmpstr (line, ==, expected);
      kept = palpate_marks_get_painting (palpate_sheet_get_marks (sheet));
      g_assert_null (palpate_painting_get_mask (kept, PALPATE_VIEW_BACK));
      g_assert_nonnull (palpate_painting_get_mask (kept, PALPATE_VIEW_FRONT));
      g_assert_cmpuint (palpate_sheet_get_n_tasks (sheet), ==, 1);
      seconds = open_and_draw (text, problems);
      g_assert_cmpfloat (seconds, <, SECONDS);
      g_free (hostile[i].paintings);
    }
}

/* One painting for each view: eighty thousand of one view are told in a few words. */
static void
test_many_paintings (void)
{
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (GString) paintings = g_string_new (NULL);
  g_autofree char *text = NULL;
  double seconds;

  for (int i = 0; i < 80000; i++)
    {
      g_autofree char *one = painting ("back", -230, -20, 1, 460, 1040, "100 100 120");

      g_string_append_printf (paintings, "%s%s", i > 0 ? "," : "", one);
    }
  text = wrap (paintings->str);
  seconds = open_and_draw (text, problems);
  g_assert_cmpfloat (seconds, <, SECONDS);
  g_assert_cmpuint (problems->len, <=, PALPATE_N_VIEWS);
}

/* What is just allowed is drawn before anybody thinks that it never will be. */
static void
test_worst_allowed (void)
{
  g_autofree char *stripes = rows_of (920, 2080, 2, 920);
  g_autofree char *checker = rows_of (920, 43, 1, 1);
  const struct { double cell; int n_columns, n_rows; const char *cells; } worst[] = {
    { 0.5, 920, 2080, stripes }, { 0.5, 920, 2080, checker }, { 50, 920, 2080, "0 0 919" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (worst); i++)
    {
      g_autofree char *one = painting ("back", -230, -20, worst[i].cell, worst[i].n_columns, worst[i].n_rows, worst[i].cells);
      g_autofree char *text = wrap (one);
      g_autoptr (GPtrArray) problems = palpate_problems_new ();
      const double seconds = open_and_draw (text, problems);

      g_test_message ("%u: %.2f s", i, seconds);
      g_assert_cmpuint (problems->len, ==, 0);
      g_assert_cmpfloat (seconds, <, SECONDS);
    }
}

/* A grid that is full, beside the body as well, hatches neither title nor words. */
static void
test_beside_body (void)
{
  g_autofree char *full = rows_of (240, 240, 1, 240);
  g_autofree char *one = painting ("back", -1200, -1200, 10, 240, 240, full);
  g_autofree char *text = wrap (one);
  g_autoptr (PalpateSheet) painted = sheet_new (), plain = sheet_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  cairo_surface_t *surfaces[2];
  PalpateBox body = { 0, 0, 0, 0 };
  guint n_beside = 0, n_on = 0;

  g_assert_true (load_text (painted, text, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (load_text (plain, HEAD "{\"places\":[\"calf-right\"]}}", problems, NULL));
  surfaces[0] = draw (painted, &body);
  surfaces[1] = draw (plain, NULL);
  g_assert_cmpfloat (body.width, >, 0);
  for (int y = 0; y < 842; y++)
    for (int x = 0; x < 596; x++)
      {
        const gsize at = (gsize) y * cairo_image_surface_get_stride (surfaces[0]) + 4 * (gsize) x;
        const gboolean differs = abs (cairo_image_surface_get_data (surfaces[0])[at] - cairo_image_surface_get_data (surfaces[1])[at]) > 60;
        const gboolean is_beside = y < body.y - 1 || y > body.y + body.height + 1;

        n_on += differs && !is_beside;
        n_beside += differs && is_beside;
      }
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
  g_assert_cmpuint (n_on, >, 500);
  g_assert_cmpuint (n_beside, ==, 0);
}

/* More places than can be marked: those that are left out are told. */
static void
test_many_places (void)
{
  static const char *const names[] = { "places", "paintedPlaces" };
  GPtrArray *regions = palpate_atlas_list (atlas, PALPATE_ITEM_REGION);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PalpateSheet) sheet = sheet_new ();
      g_autoptr (GPtrArray) problems = palpate_problems_new ();
      g_autoptr (GString) text = g_string_new (HEAD);
      g_autofree char *line = NULL;
      guint n_places;

      g_string_append_printf (text, "{\"%s\":[", names[i]);
      for (guint j = 0; j < regions->len; j++)
        {
          const PalpateRegion *region = g_ptr_array_index (regions, j);

          g_string_append_printf (text, "%s\"%s%s\"", j > 0 ? "," : "", region->id, region->sided ? "-left" : "");
        }
      g_string_append (text, "]}}");
      g_assert_cmpuint (regions->len, >, PALPATE_MAX_PLACES);
      g_assert_true (load_text (sheet, text->str, problems, NULL));
      palpate_marks_get_places (palpate_sheet_get_marks (sheet), &n_places);
      g_assert_cmpuint (n_places, ==, PALPATE_MAX_PLACES);
      g_assert_cmpuint (problems->len, ==, 1);
      line = palpate_problem_to_string (g_ptr_array_index (problems, 0));
      g_assert_cmpstr (line, ==, NAME ": places: has more places than can be marked");
    }
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
  g_test_add_func ("/sheet-damaged/deep", test_deep);
  g_test_add_func ("/sheet-damaged/brackets-in-words", test_brackets_in_words);
  g_test_add_func ("/sheet-damaged/hostile", test_hostile);
  g_test_add_func ("/sheet-damaged/many-paintings", test_many_paintings);
  g_test_add_func ("/sheet-damaged/worst-allowed", test_worst_allowed);
  g_test_add_func ("/sheet-damaged/beside-body", test_beside_body);
  g_test_add_func ("/sheet-damaged/many-places", test_many_places);
  status = g_test_run ();
  g_object_unref (atlas);
  g_object_unref (charts);
  return status;
}
