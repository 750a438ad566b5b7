/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands that draw or check charts.
 */
#include "palpate-command-line-private.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "palpate-error.h"
#include "palpate-picture.h"

static gboolean
parse_size (const char  *text,
            int         *width,
            int         *height,
            GError     **error)
{
  int end = 0;

  if (sscanf (text, "%dx%d%n", width, height, &end) == 2 && text[end] == '\0' && *width > 0 && *height > 0
      && *width <= 20000 && *height <= 20000)
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is not a size such as 1200x1600"), text);
  return FALSE;
}

static gboolean
parse_layers (const char     *text,
              PalpatePicture *picture,
              GError        **error)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  memset (picture->layers, 0, sizeof picture->layers);
  for (guint i = 0; names[i] != NULL; i++)
    {
      static const char *const ids[PALPATE_N_LAYERS + 1] = { "skin", "bones", "deep", "muscles", NULL };
      int layer = -1;

      for (int j = 0; ids[j] != NULL; j++)
        if (strcmp (ids[j], names[i]) == 0)
          layer = j;
      if (layer < 0)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("“%s” is not a layer: skin, bones, deep or muscles"), names[i]);
          return FALSE;
        }
      picture->layers[layer] = 1;
    }
  return TRUE;
}

typedef struct {
  char  *output;
  char **regions;
  char **points;
  char  *size;
  char  *scheme;
  char  *layers;
} ChartOptions;

static void
clear_chart_options (ChartOptions *options)
{
  g_free (options->output);
  g_strfreev (options->regions);
  g_strfreev (options->points);
  g_free (options->size);
  g_free (options->scheme);
  g_free (options->layers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartOptions, clear_chart_options)

static gboolean
draw_chart (const char          *view,
            const ChartOptions  *options,
            GError             **error)
{
  PalpatePicture picture = { .scheme = PALPATE_SCHEME_LIGHT, .layers = { 1, 0, 0, 1 } };
  g_autoptr (PalpateAtlas) atlas = palpate_atlas_new_built_in ();
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();
  g_autoptr (GArray) places = palpate_command_line_parse_places (atlas, options->regions, error);
  g_autoptr (GArray) points = places != NULL ? palpate_command_line_parse_points (atlas, options->points, FALSE, error) : NULL;
  PalpateChart *chart;
  PalpateBox frame;
  int width, height;

  if (points == NULL)
    return FALSE;
  if (!palpate_view_from_id (view, &picture.view))
    {
      g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_NOT_FOUND, _("There is no view “%s”"), view);
      return FALSE;
    }
  if (options->scheme != NULL && !palpate_scheme_from_id (options->scheme, &picture.scheme))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("There is no colour set “%s”"), options->scheme);
      return FALSE;
    }
  if (options->layers != NULL && !parse_layers (options->layers, &picture, error))
    return FALSE;
  chart = palpate_chart_set_get (charts, picture.view, error);
  if (chart == NULL)
    return FALSE;
  frame = palpate_chart_get_frame (chart);
  height = 1600;
  width = (int) (height * frame.width / frame.height + 0.5);
  if (options->size != NULL && !parse_size (options->size, &width, &height, error))
    return FALSE;
  picture.places = (const PalpatePlace *) places->data;
  picture.n_places = places->len;
  picture.points = (const PalpateSidedPoint *) points->data;
  picture.n_points = points->len;
  return palpate_picture_save (&picture, charts, options->output, width, height, error);
}

int
palpate_command_line_run_chart (int    argc,
           char **argv)
{
  g_auto (ChartOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write this file: .png, .svg or .pdf"), N_("FILE") },
    { "region", 'r', 0, G_OPTION_ARG_STRING_ARRAY, &options.regions, N_("Mark a region"), N_("REGION") },
    { "point", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &options.points, N_("Show a trigger point and its zones"), N_("POINT[:SIDE]") },
    { "size", 's', 0, G_OPTION_ARG_STRING, &options.size, N_("Width and height"), N_("WxH") },
    { "scheme", 0, 0, G_OPTION_ARG_STRING, &options.scheme, N_("Colour set: light, dark, light-hc, dark-hc, print"), N_("SET") },
    { "layers", 0, 0, G_OPTION_ARG_STRING, &options.layers, N_("Layers: skin, bones, deep, muscles"), N_("LIST") },
    { NULL }
  };
  g_autoptr (GError) error = NULL;

  if (!palpate_command_line_parse (_("VIEW – Write a picture of the chart"), entries, &argc, &argv, &error))
    return palpate_command_line_complain_error (error);
  if (argc != 2 || options.output == NULL)
    return palpate_command_line_complain (_("chart needs one view and --output"), EXIT_USAGE);
  if (!draw_chart (argv[1], &options, &error))
    return palpate_command_line_complain_error (error);
  return EXIT_DONE;
}

/* A shape must stand for something that the content knows. */
static guint
check_marks (PalpateAtlas    *atlas,
             PalpateChart    *chart,
             PalpateMarkKind  kind,
             PalpateItemKind  item)
{
  GPtrArray *marks = palpate_chart_get_marks (chart, kind);
  guint n_problems = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const PalpateMark *mark = g_ptr_array_index (marks, i);

      if (palpate_atlas_get (atlas, item, mark->id) != NULL)
        continue;
      g_printerr ("%s.svg: %s: there is no such %s in the content\n", palpate_view_get_file (palpate_chart_get_view (chart)),
                  mark->id, palpate_item_kind_to_string (item));
      n_problems++;
    }
  return n_problems;
}

static guint
check_drawn (PalpateAtlas    *atlas,
             PalpateChartSet *charts)
{
  GPtrArray *regions = palpate_atlas_list (atlas, PALPATE_ITEM_REGION);
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  PalpateView view;
  guint n_problems = 0;

  for (guint i = 0; i < regions->len; i++)
    {
      const PalpateRegion *region = g_ptr_array_index (regions, i);

      if (region->list_only
          || palpate_chart_set_find_view (charts, PALPATE_MARK_REGION, region->id,
                                          region->sided ? PALPATE_SIDE_LEFT : PALPATE_SIDE_NONE, &view))
        continue;
      g_printerr ("charts: %s: the region is drawn in no view\n", region->id);
      n_problems++;
    }
  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);

      /* what only a professional reaches, inside the body, has a pattern but no place to press */
      if (point->mode != PALPATE_MODE_PROFESSIONAL
          && !palpate_chart_set_find_view (charts, PALPATE_MARK_POINT, point->id, PALPATE_SIDE_LEFT, &view))
        {
          g_printerr ("charts: %s: the point is drawn in no view\n", point->id);
          n_problems++;
        }
      if (!palpate_chart_set_find_view (charts, PALPATE_MARK_ZONE_ESSENTIAL, point->id, PALPATE_SIDE_LEFT, &view))
        {
          g_printerr ("charts: %s: its essential zone is drawn in no view\n", point->id);
          n_problems++;
        }
    }
  return n_problems;
}

static guint
check_charts (PalpateAtlas *atlas,
              GFile        *directory)
{
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new (directory);
  guint n_problems = 0;

  for (guint i = 0; i < PALPATE_N_VIEWS; i++)
    {
      g_autoptr (GError) error = NULL;
      PalpateChart *chart;

      if (palpate_view_is_mirrored (i))
        continue;
      chart = palpate_chart_set_get (charts, i, &error);
      if (chart == NULL)
        {
          g_printerr ("charts/%s\n", error->message);
          n_problems++;
          continue;
        }
      n_problems += check_marks (atlas, chart, PALPATE_MARK_REGION, PALPATE_ITEM_REGION);
      n_problems += check_marks (atlas, chart, PALPATE_MARK_ZONE_ESSENTIAL, PALPATE_ITEM_POINT);
      n_problems += check_marks (atlas, chart, PALPATE_MARK_ZONE_SPILLOVER, PALPATE_ITEM_POINT);
      n_problems += check_marks (atlas, chart, PALPATE_MARK_POINT, PALPATE_ITEM_POINT);
      n_problems += check_marks (atlas, chart, PALPATE_MARK_DANGER, PALPATE_ITEM_DANGER_AREA);
    }
  return n_problems + check_drawn (atlas, charts);
}

int
palpate_command_line_run_check (int    argc,
           char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = palpate_problems_new ();
  g_autoptr (GFile) root = NULL, content = NULL, charts = NULL;
  g_autoptr (PalpateAtlas) atlas = NULL;
  guint n_problems;

  if (!palpate_command_line_parse (_("DIRECTORY – Check content and charts"), entries, &argc, &argv, &error))
    return palpate_command_line_complain_error (error);
  if (argc != 2)
    return palpate_command_line_complain (_("check needs the folder that holds content and charts"), EXIT_USAGE);
  root = g_file_new_for_commandline_arg (argv[1]);
  if (g_file_query_file_type (root, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      /* Translators: %s is what was given on the command line */
      g_autofree char *message = g_strdup_printf (_("“%s” is not a folder"), argv[1]);

      return palpate_command_line_complain (message, EXIT_CANNOT);
    }
  content = g_file_get_child (root, "content");
  charts = g_file_get_child (root, "charts");
  atlas = palpate_atlas_new_from_directory (content, problems, &error);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = palpate_problem_to_string (g_ptr_array_index (problems, i));

      g_printerr ("content/%s\n", line);
    }
  n_problems = problems->len;
  if (atlas != NULL)
    n_problems += check_charts (atlas, charts);
  if (n_problems > 0)
    {
      g_printerr (ngettext ("%u problem\n", "%u problems\n", n_problems), n_problems);
      return EXIT_CANNOT;
    }
  g_print (_("%u regions, %u muscles, %u trigger points: no problem\n"), palpate_atlas_list (atlas, PALPATE_ITEM_REGION)->len,
           palpate_atlas_list (atlas, PALPATE_ITEM_MUSCLE)->len, palpate_atlas_list (atlas, PALPATE_ITEM_POINT)->len);
  return EXIT_DONE;
}
