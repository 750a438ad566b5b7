/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where it hurts, on a sheet: in its file, in a template, and in the PDF that is printed.
 */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "palpate-chart-grid.h"
#include "palpate-sheet-file.h"
#include "palpate-sheet-pages-private.h"
#include "palpate-sheet-pdf.h"
#include "palpate-sheet-templates.h"
#include "palpate-survey.h"
#include "shipped.h"

#define DPI 200
#define BLADE "shoulder-blade-left"
#define INK 60          /* a difference of grey that is seen */
#define LEGEND "where it hurts"

static PalpateAtlas *atlas;
static PalpateChartSet *charts;

/* The calf hurts on every sheet, so that the words of all are the same. */
static PalpateSheet *
sheet_new (void)
{
  PalpateSheet *sheet;
  g_autoptr (PalpateMarks) marks = palpate_marks_new ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 22, 11, 2026);
  sheet = palpate_sheet_new (atlas, &date);
  palpate_sheet_add (sheet, shipped_point (atlas, "soleus-TrP1", PALPATE_SIDE_LEFT), NULL);
  palpate_marks_toggle (marks, palpate_place_parse ("calf-right"));
  palpate_sheet_set_marks (sheet, marks);
  return sheet;
}

static const PalpateMark *
region_of (PalpateView  view,
           const char  *id)
{
  const PalpatePlace place = palpate_place_parse (id);

  return palpate_chart_get_mark (palpate_chart_set_get (charts, view, NULL), PALPATE_MARK_REGION, place.region, place.side);
}

/* Paints the part of a place that lies left of there, as a share of its width. */
static void
paint (PalpateSheet *sheet,
       PalpateView   view,
       const char   *id,
       double        share)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_copy (palpate_sheet_get_marks (sheet));
  const PalpateChartGrid *grid = palpate_chart_get_grid (palpate_chart_set_get (charts, view, NULL));
  const PalpateGrid cells = palpate_chart_grid_get_cells (grid);
  const PalpateBox box = palpate_path_get_box (region_of (view, id)->path);
  g_autoptr (PalpateMask) whole = palpate_chart_grid_mask_shape (grid, region_of (view, id)->path);
  g_autoptr (PalpateMask) mask = palpate_mask_new (cells);
  g_autoptr (PalpatePainting) painting = NULL;
  g_autoptr (PalpateCoverage) coverage = NULL;

  for (int row = 0; row < cells.n_rows; row++)
    for (double x = box.x; x < box.x + share * box.width; x += cells.cell)
      palpate_mask_set (mask, (int) ((x - cells.x) / cells.cell), row);
  palpate_mask_intersect (mask, whole);
  painting = palpate_painting_with_mask (palpate_marks_get_painting (marks), view, mask);
  coverage = palpate_survey_painting (charts, painting);
  palpate_marks_paint (marks, painting, coverage);
  g_assert_true (palpate_marks_is_only_painted (marks, palpate_place_parse (id)));
  palpate_sheet_set_marks (sheet, marks);
}

static void
click (PalpateSheet *sheet,
       const char   *id)
{
  g_autoptr (PalpateMarks) marks = palpate_marks_copy (palpate_sheet_get_marks (sheet));

  palpate_marks_toggle (marks, palpate_place_parse (id));
  palpate_sheet_set_marks (sheet, marks);
}

/* The first page, as somebody's printer has it. */
typedef struct {
  char      *data;
  guint8    *pixels;
  int        width, height;
  PalpateBox bodies[PALPATE_N_VIEWS];   /* pixels */
} Paper;

static void
paper_free (Paper *paper)
{
  g_free (paper->data);
  g_free (paper);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

static void
find_bodies (PalpateSheetPages *pages,
             Paper             *paper)
{
  const double scale = DPI / 72.0;

  for (guint i = 0; i < pages->placed->len; i++)
    {
      const PalpatePlaced *placed = &g_array_index (pages->placed, PalpatePlaced, i);

      for (guint j = 0; j < placed->atom->pieces->len; j++)
        {
          const PalpatePiece *piece = &g_array_index (placed->atom->pieces, PalpatePiece, j);

          if (piece->kind == PALPATE_PIECE_BODY)
            paper->bodies[piece->index] = (PalpateBox) { (pages->style.margin + piece->box.x) * scale, (placed->y + piece->box.y) * scale,
                                                         piece->box.width * scale, piece->box.height * scale };
        }
    }
}

static Paper *
print_sheet (PalpateSheet *sheet)
{
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (PalpateSheetPages) pages = palpate_sheet_pages_new (sheet, figures, NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("palpate-marks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *image = g_build_filename (folder, "sheet", NULL);
  g_autofree char *grey = g_strconcat (image, ".pgm", NULL);
  g_autofree char *dpi = g_strdup_printf ("%d", DPI);
  const char *const words[] = { "pdftoppm", "-r", dpi, "-gray", "-f", "1", "-singlefile", path, image, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  Paper *paper = g_new0 (Paper, 1);
  int start = 0, status;
  gsize size;

  palpate_sheet_pdf_save (pages, palpate_sheet_get_date (sheet), file, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_file_get_contents (grey, &paper->data, &size, NULL));
  g_assert_cmpint (sscanf (paper->data, "P5 %d %d 255%n", &paper->width, &paper->height, &start), ==, 2);
  paper->pixels = (guint8 *) paper->data + start + 1;
  g_assert_cmpuint (size, ==, (gsize) (start + 1) + (gsize) paper->width * paper->height);
  find_bodies (pages, paper);
  g_unlink (path);
  g_unlink (grey);
  g_rmdir (folder);
  return paper;
}

/* What two pages differ in, on the upper half of a body. */
typedef struct {
  int   left, top, right, bottom;
  guint n;          /* pixels */
} Difference;

static Difference
compare (const Paper *a,
         const Paper *b,
         PalpateView  view)
{
  const PalpateBox box = a->bodies[view];
  Difference found = { G_MAXINT, G_MAXINT, -1, -1, 0 };

  g_assert_cmpfloat (box.width, >, 0);
  g_assert_cmpfloat (fabs (box.x - b->bodies[view].x) + fabs (box.y - b->bodies[view].y), <, 1e-6);
  for (int y = (int) box.y; y < box.y + box.height / 2; y++)
    for (int x = (int) box.x; x < box.x + box.width; x++)
      if (abs (a->pixels[y * a->width + x] - b->pixels[y * b->width + x]) > INK)
        {
          found.left = MIN (found.left, x);
          found.right = MAX (found.right, x);
          found.top = MIN (found.top, y);
          found.bottom = MAX (found.bottom, y);
          found.n++;
        }
  return found;
}

/* How often ink begins along the way from the upper left corner to the lower right one, across the hatch. */
static guint
count_lines (const Paper      *paper,
             const Difference *where)
{
  gboolean was_dark = FALSE;
  guint n = 0;

  for (int i = 0; i <= 200; i++)
    {
      const int x = where->left + (where->right - where->left) * i / 200, y = where->top + (where->bottom - where->top) * i / 200;
      const gboolean is_dark = paper->pixels[y * paper->width + x] < 128;

      n += is_dark && !was_dark;
      was_dark = is_dark;
    }
  return n;
}

/* Half of a place is painted: hatch there, and paper as before on the other half. */
static void
test_partly_painted (void)
{
  g_autoptr (PalpateSheet) plain = sheet_new (), clicked = sheet_new (), painted = sheet_new ();
  g_autoptr (Paper) before = NULL, whole = NULL, half = NULL;
  Difference all, part;

  click (clicked, BLADE);
  paint (painted, PALPATE_VIEW_BACK, BLADE, 0.5);
  before = print_sheet (plain);
  whole = print_sheet (clicked);
  half = print_sheet (painted);
  all = compare (whole, before, PALPATE_VIEW_BACK);
  part = compare (half, before, PALPATE_VIEW_BACK);
  g_assert_cmpuint (part.n, >, 200);
  g_assert_cmpint (abs (part.left - all.left), <=, 3);
  /* to the middle, and the width of a line over it */
  g_assert_cmpint (part.right, <=, (all.left + all.right) / 2 + 4);
  g_assert_cmpint (part.right, >=, (all.left + all.right) / 2 - 6);
  g_assert_cmpuint (count_lines (half, &part), >=, 4);
}

/* The views that were painted on show the paint; another one that shows the place shows all of it. */
static void
test_views (void)
{
  static const char id[] = "top-of-shoulder-left";
  g_autoptr (PalpateSheet) plain = sheet_new (), clicked = sheet_new (), back = sheet_new (), both = sheet_new ();
  g_autoptr (Paper) before = NULL, whole = NULL, on_back = NULL, on_both = NULL;

  click (clicked, id);
  paint (back, PALPATE_VIEW_BACK, id, 0.6);
  paint (both, PALPATE_VIEW_BACK, id, 0.6);
  paint (both, PALPATE_VIEW_FRONT, id, 0.6);
  before = print_sheet (plain);
  whole = print_sheet (clicked);
  on_back = print_sheet (back);
  on_both = print_sheet (both);
  g_assert_cmpuint (compare (whole, before, PALPATE_VIEW_FRONT).n, >, 50);
  g_assert_cmpuint (compare (on_back, whole, PALPATE_VIEW_FRONT).n, ==, 0);
  g_assert_cmpuint (compare (on_back, whole, PALPATE_VIEW_BACK).n, >, 20);
  g_assert_cmpuint (compare (on_both, whole, PALPATE_VIEW_FRONT).n, >, 20);
  g_assert_cmpuint (compare (on_both, on_back, PALPATE_VIEW_BACK).n, ==, 0);
}

/* A place that was clicked stays whole, also where paint lies on it. */
static void
test_clicked_and_painted (void)
{
  g_autoptr (PalpateSheet) plain = sheet_new (), clicked = sheet_new (), painted = sheet_new ();
  g_autoptr (Paper) before = NULL, whole = NULL, both = NULL;
  Difference all, more;

  click (clicked, BLADE);
  paint (painted, PALPATE_VIEW_BACK, BLADE, 0.5);
  before = print_sheet (plain);
  whole = print_sheet (clicked);
  {
    g_autoptr (PalpateMarks) marks = palpate_marks_copy (palpate_sheet_get_marks (clicked));

    palpate_marks_paint (marks, palpate_marks_get_painting (palpate_sheet_get_marks (painted)),
                         palpate_marks_get_coverage (palpate_sheet_get_marks (painted)));
    palpate_sheet_set_marks (painted, marks);
  }
  both = print_sheet (painted);
  all = compare (whole, before, PALPATE_VIEW_BACK);
  more = compare (both, before, PALPATE_VIEW_BACK);
  g_assert_cmpint (abs (more.left - all.left) + abs (more.right - all.right) + abs (more.bottom - all.bottom), <=, 3);
}

static char *
read_words (PalpateSheet *sheet)
{
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (PalpateSheetPages) pages = palpate_sheet_pages_new (sheet, figures, NULL, NULL);

  return palpate_sheet_pages_dup_text (pages, 0);
}

/* The legend has the sign of what is there, and only then. */
static void
test_legend (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autofree char *marked = read_words (sheet);
  g_autofree char *away = NULL;
  g_autofree char *unmarked = NULL;
  g_autoptr (PalpateMarks) none = palpate_marks_new ();

  g_assert_nonnull (strstr (marked, LEGEND));
  palpate_sheet_set_part (sheet, PALPATE_SHEET_PART_MARKS, FALSE);
  away = read_words (sheet);
  g_assert_null (strstr (away, LEGEND));
  palpate_sheet_set_part (sheet, PALPATE_SHEET_PART_MARKS, TRUE);
  palpate_sheet_set_marks (sheet, none);
  unmarked = read_words (sheet);
  g_assert_null (strstr (unmarked, LEGEND));
}

/* What was painted from the side, and a place that neither front nor back shows, have bodies of their own. */
static void
test_other_views (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (PalpateSheetPages) pages = NULL;
  g_autoptr (Paper) paper = NULL;

  paint (sheet, PALPATE_VIEW_LEFT, "outer-hip-thigh-left", 0.5);
  click (sheet, "arch-left");
  paper = print_sheet (sheet);
  g_assert_cmpfloat (paper->bodies[PALPATE_VIEW_LEFT].width, >, 0);
  g_assert_cmpfloat (paper->bodies[PALPATE_VIEW_FOOT_SOLE].width, >, 0);
}

/* A place that only one view shows has its body before paint that front and back tell of as well; what was painted beside its place
 * on another view is where it was painted. */
static void
test_only_view (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new (), hands = sheet_new ();
  g_autoptr (Paper) paper = NULL, with_hands = NULL;

  paint (sheet, PALPATE_VIEW_LEFT, "outer-hip-thigh-left", 0.5);
  paint (sheet, PALPATE_VIEW_RIGHT, "outer-hip-thigh-right", 0.5);
  click (sheet, "arch-left");
  paper = print_sheet (sheet);
  g_assert_cmpfloat (paper->bodies[PALPATE_VIEW_FOOT_SOLE].width, >, 0);
  paint (hands, PALPATE_VIEW_FOOT_SOLE_RIGHT, "arch-right", 0.5);
  paint (hands, PALPATE_VIEW_LEFT, "outer-hip-thigh-left", 0.5);
  with_hands = print_sheet (hands);
  g_assert_cmpfloat (with_hands->bodies[PALPATE_VIEW_FOOT_SOLE_RIGHT].width, >, 0);
  g_assert_cmpfloat (with_hands->bodies[PALPATE_VIEW_LEFT].width, >, 0);
}

/* A place that no body shows is named. */
static void
test_place_on_no_body (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *without = NULL;

  click (sheet, "arch-left");
  before = read_words (sheet);
  g_assert_null (strstr (before, "It also hurts here."));
  click (sheet, "pelvic-floor");
  after = read_words (sheet);
  g_assert_nonnull (strstr (after, "It also hurts here. Pelvic floor"));
  palpate_sheet_set_part (sheet, PALPATE_SHEET_PART_MARKS, FALSE);
  without = read_words (sheet);
  g_assert_null (strstr (without, "It also hurts here."));
}

/* Opened again, the sheet has the same marks; the file of an older program has none. */
static void
test_file (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new (), copy = sheet_new ();
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autofree char *data = NULL;
  g_autofree char *again = NULL;
  g_autofree char *old = NULL;

  paint (sheet, PALPATE_VIEW_BACK, BLADE, 0.5);
  paint (sheet, PALPATE_VIEW_FRONT, "top-of-shoulder-left", 0.6);
  data = palpate_sheet_to_data (sheet, FALSE);
  g_assert_true (palpate_sheet_assign_data (copy, data, -1, problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (palpate_marks_equal (palpate_sheet_get_marks (copy), palpate_sheet_get_marks (sheet)));
  again = palpate_sheet_to_data (copy, FALSE);
  g_assert_cmpstr (again, ==, data);

  palpate_sheet_clear (copy);
  palpate_sheet_add (copy, shipped_point (atlas, "soleus-TrP1", PALPATE_SIDE_LEFT), NULL);
  old = palpate_sheet_to_data (copy, FALSE);
  g_assert_null (strstr (old, "marks"));
  g_assert_true (palpate_sheet_assign_data (sheet, old, -1, problems, NULL));
  g_assert_true (palpate_marks_is_empty (palpate_sheet_get_marks (sheet)));
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Whether the file that is sent names a place. */
static gboolean
sends_place (PalpateSheet *sheet,
             const char   *id)
{
  g_autofree char *folder = g_dir_make_tmp ("palpate-marks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sent.palpate", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  palpate_sheet_save (sheet, file, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return strstr (content, id) != NULL;
}

/* What the page does not show, the file that goes with it does not tell; switched on again, it is there. */
static void
test_left_away_file (void)
{
  static const PalpateSheetPart parts[] = { PALPATE_SHEET_PART_MARKS, PALPATE_SHEET_PART_BODY };
  g_autoptr (PalpateSheet) sheet = sheet_new (), copy = sheet_new ();

  click (sheet, "groin-left");
  paint (sheet, PALPATE_VIEW_BACK, BLADE, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *own = NULL;

      g_assert_true (sends_place (sheet, "groin-left") && sends_place (sheet, "\"cells\""));
      palpate_sheet_set_part (sheet, parts[i], FALSE);
      g_assert_false (sends_place (sheet, "groin-left") || sends_place (sheet, BLADE) || sends_place (sheet, "\"cells\""));

      /* undo keeps it */
      own = palpate_sheet_to_data (sheet, TRUE);
      g_assert_true (palpate_sheet_assign_data (copy, own, -1, NULL, NULL));
      g_assert_true (palpate_marks_equal (palpate_sheet_get_marks (copy), palpate_sheet_get_marks (sheet)));
      palpate_sheet_set_part (sheet, parts[i], TRUE);
    }
}

/* What cannot be drawn is told and left out; a place that was painted is still marked. */
static void
test_strange_files (void)
{
  static const char *const strange[] = {
    "7", "{\"places\":[\"nowhere-left\",\"sacrum-left\",4],\"painting\":{}}",
    "{\"paintedPlaces\":[\"" BLADE "\"],\"painting\":[{\"view\":\"back\",\"x\":0,\"y\":0,\"cell\":0,\"columns\":5,\"rows\":5,\"cells\":\"1 1 1\"}]}",
    "{\"paintedPlaces\":[\"" BLADE "\"],\"painting\":[{\"view\":\"back\",\"x\":0,\"y\":0,\"cell\":1,\"columns\":50000,\"rows\":5,\"cells\":\"1 1 1\"}]}",
    "{\"paintedPlaces\":[\"" BLADE "\"],\"painting\":[{\"view\":\"back\",\"x\":0,\"y\":1e300,\"cell\":1,\"columns\":5,\"rows\":5,\"cells\":\"1 1 1\"}]}",
    "{\"paintedPlaces\":[\"" BLADE "\"],\"painting\":[{\"view\":\"back\",\"x\":0,\"y\":0,\"cell\":1,\"columns\":5,\"rows\":5,\"cells\":\"9 1 1\"}]}",
    "{\"paintedPlaces\":[\"" BLADE "\"],\"painting\":[3,{\"view\":\"inside\",\"x\":0,\"y\":0,\"cell\":1,\"columns\":5,\"rows\":5,\"cells\":\"\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autoptr (PalpateSheet) sheet = sheet_new ();
      g_autoptr (GPtrArray) problems = palpate_problems_new ();
      g_autofree char *data = g_strdup_printf ("{\"format\":1,\"kind\":\"palpate-sheet\",\"tasks\":[],\"marks\":%s}", strange[i]);
      PalpateMarks *marks;

      g_assert_true (palpate_sheet_assign_data (sheet, data, -1, problems, NULL));
      g_assert_cmpuint (problems->len, >, 0);
      marks = palpate_sheet_get_marks (sheet);
      g_assert_cmpint (palpate_marks_contains (marks, palpate_place_parse (BLADE)), ==, i >= 2);
      g_assert_false (palpate_marks_is_painted (marks));
    }
}

/* Cells of another size, as other charts would have them, are drawn where they were. */
static void
test_other_cells (void)
{
  g_autoptr (PalpateSheet) sheet = sheet_new ();
  g_autoptr (PalpateSheet) plain = sheet_new ();
  g_autoptr (Paper) paper = NULL, before = NULL, whole = NULL;
  const PalpateBox box = palpate_path_get_box (region_of (PALPATE_VIEW_BACK, BLADE)->path);
  Difference found, all;
  double scale, left, top;
  g_autofree char *data = g_strdup_printf ("{\"format\":1,\"kind\":\"palpate-sheet\",\"weeks\":2,\"date\":\"2026-11-22\",\"tasks\":[{\"point\":\"soleus-TrP1\",\"side\":\"left\"}],"
                                           "\"marks\":{\"places\":[\"calf-right\"],\"paintedPlaces\":[\"" BLADE "\"],\"painting\":[{\"view\":\"back\",\"x\":%d,\"y\":%d,"
                                           "\"cell\":7,\"columns\":4,\"rows\":4,\"cells\":\"0 0 3;1 0 3;2 0 3;3 0 3\"}]}}",
                                           (int) (box.x + 10), (int) (box.y + 20));

  g_assert_true (palpate_sheet_assign_data (sheet, data, -1, NULL, NULL));
  paper = print_sheet (sheet);
  before = print_sheet (plain);
  click (plain, BLADE);
  whole = print_sheet (plain);
  found = compare (paper, before, PALPATE_VIEW_BACK);
  all = compare (whole, before, PALPATE_VIEW_BACK);
  g_assert_cmpuint (found.n, >, 50);
  /* the whole place says where on the paper the square must lie; both have the same line around them */
  scale = (all.right - all.left) / box.width;
  left = all.left + ((int) (box.x + 10) - box.x) * scale;
  top = all.top + ((int) (box.y + 20) - box.y) * scale;
  g_assert_cmpfloat (fabs (found.left - left), <=, 4);
  g_assert_cmpfloat (fabs (found.right - (left + 28 * scale)), <=, 4);
  g_assert_cmpfloat (fabs (found.top - top), <=, 4);
  g_assert_cmpfloat (fabs (found.bottom - (top + 28 * scale)), <=, 4);
}

/* A template is for anybody: it keeps no marks, and takes none away. */
static void
test_template (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palpate-marks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "templates.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PalpateSheetTemplates) templates = palpate_sheet_templates_new (file);
  g_autoptr (PalpateSheet) sheet = sheet_new (), next = sheet_new ();
  g_autoptr (PalpateMarks) before = NULL;
  g_autofree char *content = NULL;

  paint (sheet, PALPATE_VIEW_BACK, BLADE, 0.5);
  paint (next, PALPATE_VIEW_FRONT, "top-of-shoulder-left", 0.6);
  before = palpate_marks_copy (palpate_sheet_get_marks (next));
  g_assert_true (palpate_sheet_templates_keep (templates, sheet, "Calf", NULL));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_null (strstr (content, "marks"));
  g_assert_true (palpate_sheet_templates_use (templates, 0, next, NULL));
  g_assert_true (palpate_marks_equal (palpate_sheet_get_marks (next), before));
}

/* Three points fit one page of A4 in every language, also with one more sign in the legend and two more bodies. */
static void
test_three_points (void)
{
  static const char *const languages[] = { "en", "de", "fr", "es", "ar" };
  static const char *const points[][3] = {
    { "trapezius-upper-TrP1", "levator-scapulae-TrP1", "suboccipitales-TrP1" },
    { "scm-clavicular-middle", "scaleni-minimus", "scaleni-anterior" },
    { "longissimus-thoracis-T10-T11", "obliqui-abdominis-belch", "scm-clavicular-middle" },
    { "abductor-digiti-minimi-pedis-TrP1", "temporalis-TrP2", "scaleni-posterior" },
    { "digastricus-anterior", "gastrocnemius-TrP3", "scm-clavicular-upper" },
  };
  g_autofree char *locales = g_build_filename (g_getenv ("PALPATE_BUILD_DIR"), "po", "locale", NULL);
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (GString) too_long = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autoptr (PalpateSheet) sheet = sheet_new ();
        g_autoptr (PalpateSheetPages) pages = NULL;
        g_autoptr (PalpateMarks) marks = g_object_ref (palpate_sheet_get_marks (sheet));

        palpate_sheet_clear (sheet);
        for (guint k = 0; k < 3; k++)
          g_assert_true (palpate_sheet_add (sheet, shipped_point (atlas, points[i][k], PALPATE_SIDE_BOTH), NULL));
        palpate_sheet_set_marks (sheet, marks);
        paint (sheet, PALPATE_VIEW_BACK, BLADE, 0.5);
        paint (sheet, PALPATE_VIEW_LEFT, "outer-hip-thigh-left", 0.5);
        click (sheet, "arch-left");
        palpate_sheet_set_text (sheet, PALPATE_SHEET_LANGUAGE, languages[j]);
        pages = palpate_sheet_pages_new (sheet, figures, locales, NULL);
        if (palpate_sheet_pages_get_n_pages (pages) > 1)
          g_string_append_printf (too_long, "%s %s; ", languages[j], points[i][0]);
      }
  g_assert_cmpstr (too_long->str, ==, "");
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
  g_test_add_func ("/sheet-marks/partly-painted", test_partly_painted);
  g_test_add_func ("/sheet-marks/views", test_views);
  g_test_add_func ("/sheet-marks/clicked-and-painted", test_clicked_and_painted);
  g_test_add_func ("/sheet-marks/legend", test_legend);
  g_test_add_func ("/sheet-marks/other-views", test_other_views);
  g_test_add_func ("/sheet-marks/place-on-no-body", test_place_on_no_body);
  g_test_add_func ("/sheet-marks/only-view", test_only_view);
  g_test_add_func ("/sheet-marks/file", test_file);
  g_test_add_func ("/sheet-marks/left-away-file", test_left_away_file);
  g_test_add_func ("/sheet-marks/strange-files", test_strange_files);
  g_test_add_func ("/sheet-marks/other-cells", test_other_cells);
  g_test_add_func ("/sheet-marks/template", test_template);
  g_test_add_func ("/sheet-marks/three-points", test_three_points);
  status = g_test_run ();
  g_object_unref (atlas);
  g_object_unref (charts);
  return status;
}
