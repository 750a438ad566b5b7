/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The command that writes a home-care sheet.
 */
#include "palpate-command-line-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "palpate-error.h"
#include "palpate-language.h"
#include "palpate-locale.h"
#include "palpate-sheet-admit.h"
#include "palpate-sheet-pdf.h"

typedef struct {
  char    *output;
  char    *paper;
  char    *title;
  char    *date;
  char    *name;
  char    *language;
  char    *care;
  int      weeks;
  gboolean large_print;
} SheetOptions;

static void
clear_sheet_options (SheetOptions *options)
{
  g_free (options->output);
  g_free (options->paper);
  g_free (options->title);
  g_free (options->date);
  g_free (options->name);
  g_free (options->language);
  g_free (options->care);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheetOptions, clear_sheet_options)

/* A day such as 2026-11-22; today without @text. */
static gboolean
parse_date (const char  *text,
            GDate       *date,
            GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = text != NULL ? g_strconcat (text, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) day = stamp != NULL ? g_date_time_new_from_iso8601 (stamp, NULL) : g_date_time_ref (now);

  if (day == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not a day such as 2026-11-22"), text);
      return FALSE;
    }
  g_date_clear (date, 1);
  g_date_set_dmy (date, g_date_time_get_day_of_month (day), g_date_time_get_month (day), g_date_time_get_year (day));
  return TRUE;
}

/* Takes the options over into @sheet. */
static gboolean
apply_options (PalpateSheet       *sheet,
               const SheetOptions *options,
               GError            **error)
{
  PalpatePaper paper = palpate_locale_get_paper ();

  if (options->paper != NULL && !palpate_paper_from_id (options->paper, &paper))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not a paper: a4, letter or a5"), options->paper);
      return FALSE;
    }
  if (options->weeks != 0 && options->weeks != 2 && options->weeks != 4)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("The tick grid has 2 or 4 weeks, or 0 for none; not %d"), options->weeks);
      return FALSE;
    }
  palpate_sheet_set_paper (sheet, paper);
  palpate_sheet_set_weeks (sheet, options->weeks);
  palpate_sheet_set_large_print (sheet, options->large_print);
  palpate_sheet_set_text (sheet, PALPATE_SHEET_TITLE, options->title);
  palpate_sheet_set_text (sheet, PALPATE_SHEET_PERSON, options->name);
  palpate_sheet_set_text (sheet, PALPATE_SHEET_LANGUAGE, options->language);
  return TRUE;
}

/* "pregnancy,blood-thinners": what the sheet keeps to. */
static gboolean
apply_care (PalpateSheet  *sheet,
            const char    *care,
            GError       **error)
{
  g_auto (GStrv) ids = g_strsplit (care != NULL ? care : "", ",", -1);

  for (char **id = ids; *id != NULL; id++)
    if (palpate_atlas_get (palpate_sheet_get_atlas (sheet), PALPATE_ITEM_PROFILE, *id) == NULL)
      {
        GPtrArray *all = palpate_atlas_list (palpate_sheet_get_atlas (sheet), PALPATE_ITEM_PROFILE);
        g_autoptr (GString) known = g_string_new (NULL);

        for (guint i = 0; i < all->len; i++)
          g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ((const PalpateProfile *) g_ptr_array_index (all, i))->id);
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%1$s” is not a care profile: %2$s"), *id, known->str);
        return FALSE;
      }
  palpate_care_set_ids (palpate_sheet_get_care (sheet), (const char *const *) ids);
  return TRUE;
}

/* Says what is not on the page as asked for. */
static void
report_left_out (PalpateSheet *sheet)
{
  g_autoptr (GArray) left_out = NULL;
  g_autoptr (PalpateSheet) admitted = palpate_sheet_new_admitted (sheet, &left_out);

  for (guint i = 0; i < left_out->len; i++)
    {
      const PalpateLeftOut *item = &g_array_index (left_out, PalpateLeftOut, i);
      g_autofree char *point = palpate_sided_point_describe (palpate_sheet_get_atlas (sheet), item->source);

      /* Translators: the name of a point, then a whole sentence that says why something is shorter or left out */
      g_printerr (_("%1$s: %2$s"), point, palpate_content_text (item->reason.profile->id, item->reason.effect->text));
      g_printerr ("\n");
    }
}

typedef struct {
  PalpateSheetFigures *figures;
  GArray              *points;
} Drawings;

/* Reads the drawings while the pages are laid out. */
static gpointer
read_drawings (gpointer data)
{
  const Drawings *drawings = data;

  for (guint i = 0; i < drawings->points->len; i++)
    palpate_sheet_figures_prepare (drawings->figures, g_array_index (drawings->points, PalpateSidedPoint, i));
  return NULL;
}

static gboolean
write_pages (PalpateSheet        *sheet,
             PalpateSheetFigures *figures,
             const GDate         *date,
             GFile               *file,
             GError             **error)
{
  g_autoptr (PalpateSheetPages) pages = palpate_sheet_pages_new (sheet, figures, palpate_language_get_directory (), error);

  return pages != NULL && palpate_sheet_pdf_save (pages, date, file, error);
}

static gboolean
write_sheet (char              **ids,
             const SheetOptions *options,
             GError            **error)
{
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();
  g_autoptr (PalpateAtlas) atlas = palpate_atlas_new_built_in ();
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (GArray) points = palpate_command_line_parse_points (atlas, ids, TRUE, error);
  g_autoptr (PalpateSheet) sheet = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->output);
  Drawings drawings = { figures, points };
  GThread *reader;
  GDate date;
  gboolean good;

  if (points == NULL || !parse_date (options->date, &date, error))
    return FALSE;
  sheet = palpate_sheet_new (atlas, &date);
  if (!apply_options (sheet, options, error) || !apply_care (sheet, options->care, error))
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    if (!palpate_sheet_add (sheet, g_array_index (points, PalpateSidedPoint, i), error))
      {
        g_prefix_error (error, "%s: ", ids[i]);
        return FALSE;
      }
  report_left_out (sheet);
  reader = g_thread_new ("drawings", read_drawings, &drawings);
  good = write_pages (sheet, figures, &date, file, error);
  g_thread_join (reader);
  return good;
}

int
palpate_command_line_run_sheet (int    argc,
                                char **argv)
{
  g_auto (SheetOptions) options = { .weeks = 2 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write this PDF"), N_("FILE") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper, N_("Paper: a4, letter, a5"), N_("PAPER") },
    { "large-print", 0, 0, G_OPTION_ARG_NONE, &options.large_print, N_("Letters of at least 16 points"), NULL },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("Title of the page"), N_("TEXT") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_("First day, such as 2026-11-22; today otherwise"), N_("DAY") },
    { "weeks", 0, 0, G_OPTION_ARG_INT, &options.weeks, N_("Weeks of the tick grid: 2, 4, or 0 for none"), N_("WEEKS") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_("Whom the sheet is for"), N_("NAME") },
    { "care", 0, 0, G_OPTION_ARG_STRING, &options.care, N_("Keep to these care profiles; the one kept in the program is not used"), N_("PROFILE[,…]") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, N_("Language of the sheet, such as es"), N_("CODE") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;

  if (!palpate_command_line_parse (_("TRIGGER-POINT[:SIDE]… – Write a home-care sheet"), entries, &argc, &argv, &error))
    return palpate_command_line_complain_error (error);
  if (argc < 2 || options.output == NULL)
    return palpate_command_line_complain (_("sheet needs at least one trigger point and --output"), EXIT_USAGE);
  if (!write_sheet (argv + 1, &options, &error))
    return palpate_command_line_complain_error (error);
  return EXIT_DONE;
}
