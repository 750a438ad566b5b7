/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Measures what people feel: how long the program takes to start beside an empty window of the same toolkit, to
 * paint a marked place, to zoom, to paint by hand, to look up and to search. Not a test: machines are noisy, so it
 * prints median and 99th percentile, and ratios measured in turn. Run by tests/bench/run, with `core`, `sheet`, `start`
 * or `window` for that part alone.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "palpate-application.h"
#include "palpate-chart-view-private.h"
#include "palpate-settings.h"
#include "palpate-sheet-pages.h"
#include "palpate-window-private.h"
#include "values.h"

#define STARTS 15
#define CLICKS 60
#define ZOOMS 60
#define STROKES 20
#define LOOKUPS 400

static void
report (const char *what,
        GArray     *values,
        const char *unit)
{
  printf ("%-44s median %9.2f   p99 %9.2f %s  (n = %u)\n", what, values_get_quantile (values, 0.5), values_get_quantile (values, 0.99), unit, values->len);
}

static double
resident_megabytes (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line != NULL ? atof (line + 6) / 1024 : 0;
}

/* A child says when its first complete frame was painted, and how much memory it has. */
static void
tell_and_quit (GtkApplication *application)
{
  printf ("%" G_GINT64_FORMAT " %.1f\n", g_get_monotonic_time (), resident_megabytes ());
  fflush (stdout);
  g_application_quit (G_APPLICATION (application));
}

static void
painted_cb (GdkFrameClock  *clock,
            GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (PALPATE_IS_WINDOW (window) && !palpate_chart_page_shows_drawing (palpate_window_get_chart_page (PALPATE_WINDOW (window))))
    return;
  tell_and_quit (application);
}

static void
empty_activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), application);
}

static void
activated_cb (GtkApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), application);
}

static int
run_child (gboolean is_empty)
{
  g_autoptr (GtkApplication) application = NULL;

  if (is_empty)
    {
      application = GTK_APPLICATION (adw_application_new ("io.github.palpate.Empty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (empty_activate_cb), NULL);
    }
  else
    {
      g_autoptr (GSettings) settings = palpate_settings_new (NULL);

      g_settings_set_boolean (settings, PALPATE_KEY_SAFETY_READ, TRUE);   /* not a first start */
      application = GTK_APPLICATION (palpate_application_new ());
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_signal_connect_after (application, "activate", G_CALLBACK (activated_cb), NULL);
    }
  return g_application_run (G_APPLICATION (application), 0, NULL);
}

static void
measure_start (const char *self,
               const char *kind,
               GArray     *times,
               GArray     *memory)
{
  char *argv[] = { (char *) self, (char *) kind, NULL };
  g_autofree char *output = NULL;
  const gint64 begin = g_get_monotonic_time ();
  gint64 end = 0;
  double megabytes = 0, time;

  if (!g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &output, NULL, NULL, NULL)
      || sscanf (output, "%" G_GINT64_FORMAT " %lf", &end, &megabytes) != 2)
    g_error ("the child “%s” said “%s”", kind, output);
  time = (end - begin) / 1000.0;
  g_array_append_val (times, time);
  g_array_append_val (memory, megabytes);
}

static void
bench_start (const char *self)
{
  g_autoptr (GArray) empty = g_array_new (FALSE, FALSE, sizeof (double)), ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) empty_memory = g_array_new (FALSE, FALSE, sizeof (double)), our_memory = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < STARTS; i++)
    {
      measure_start (self, "--empty", empty, empty_memory);
      measure_start (self, "--palpate", ours, our_memory);
    }
  report ("start of an empty libadwaita window", empty, "ms");
  report ("start to the first complete chart", ours, "ms");
  printf ("%-44s %.2f\n", "  ratio of the medians", values_get_quantile (ours, 0.5) / values_get_quantile (empty, 0.5));
  report ("memory of an empty window", empty_memory, "MB");
  report ("memory with the chart", our_memory, "MB");
  printf ("%-44s %.2f\n", "  ratio of the medians", values_get_quantile (our_memory, 0.5) / values_get_quantile (empty_memory, 0.5));
}

typedef struct {
  GMainLoop *loop;
  gint64     painted;
} Painted;

static void
after_paint_cb (GdkFrameClock *clock,
                Painted       *painted)
{
  painted->painted = g_get_monotonic_time ();
  g_main_loop_quit (painted->loop);
}

/* Time from now to the end of the next painted frame, in milliseconds. */
static double
wait_for_frame (GtkWidget *window,
                gint64     begin)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Painted painted = { loop, 0 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  const gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &painted);

  gtk_widget_queue_draw (window);
  g_main_loop_run (loop);
  g_signal_handler_disconnect (clock, id);
  return (painted.painted - begin) / 1000.0;
}

static void
settle (PalpateWindow *window)
{
  const gint64 end = g_get_monotonic_time () + 3 * G_USEC_PER_SEC;

  while ((!palpate_chart_page_is_complete (palpate_window_get_chart_page (window)) || g_main_context_pending (NULL))
         && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: (transfer full): what windows belong to; there can be one in a process */
static GtkApplication *
create_application (void)
{
  GtkApplication *application = GTK_APPLICATION (palpate_application_new ());
  g_autoptr (GError) error = NULL;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  return application;
}

/* The work of one frame: from the input to the end of painting, without waiting for the display's beat. */
static void
bench_window (GtkApplication *application,
              PalpateAtlas   *atlas)
{
  static const char *const places[] = { "back-of-neck-left", "low-back-right", "shoulder-blade-left", "calf-right" };
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();
  g_autoptr (GSettings) settings = palpate_settings_new (NULL);
  g_autoptr (GArray) clicks = g_array_new (FALSE, FALSE, sizeof (double)), zooms = g_array_new (FALSE, FALSE, sizeof (double));
  PalpateWindow *window;
  PalpateChartView *views[2];

  window = PALPATE_WINDOW (palpate_window_new (application, atlas, charts, settings, NULL));
  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 0; i < CLICKS; i++)
    {
      const gint64 begin = g_get_monotonic_time ();
      double time;

      palpate_marks_set_only (palpate_explorer_get_marks (palpate_window_get_explorer (window)),
                              palpate_place_parse (places[i % G_N_ELEMENTS (places)]));
      time = wait_for_frame (GTK_WIDGET (window), begin);
      g_array_append_val (clicks, time);
      settle (window);
    }
  palpate_chart_page_set_mode (palpate_window_get_chart_page (window), "back");
  palpate_chart_page_get_views (palpate_window_get_chart_page (window), views);
  settle (window);
  for (guint i = 0; i < ZOOMS; i++)
    {
      const gint64 begin = g_get_monotonic_time ();
      double time;

      palpate_chart_view_zoom_by (views[0], i < ZOOMS / 2 ? 1.06 : 1 / 1.06);
      time = wait_for_frame (GTK_WIDGET (window), begin);
      g_array_append_val (zooms, time);
    }
  report ("mark to painted highlight, 1920×1080", clicks, "ms");
  report ("frame while zooming, 1920×1080", zooms, "ms");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A stroke of the brush: each movement, and what the end of it does to places, panel and chart. */
static void
bench_painting (GtkApplication *application,
                PalpateAtlas   *atlas)
{
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();
  g_autoptr (GSettings) settings = palpate_settings_new (NULL);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (double)), ends = g_array_new (FALSE, FALSE, sizeof (double));
  PalpateWindow *window = PALPATE_WINDOW (palpate_window_new (application, atlas, charts, settings, NULL));
  PalpateChartView *views[2];
  double x, y;

  gtk_window_set_default_size (GTK_WINDOW (window), 1920, 1080);
  gtk_window_present (GTK_WINDOW (window));
  palpate_chart_page_set_mode (palpate_window_get_chart_page (window), "back");
  palpate_chart_page_get_views (palpate_window_get_chart_page (window), views);
  settle (window);
  x = gtk_widget_get_width (GTK_WIDGET (views[0])) / 2.0;
  y = gtk_widget_get_height (GTK_WIDGET (views[0])) * 0.25;
  for (guint i = 0; i < STROKES; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      double time;

      palpate_chart_view_begin_stroke (views[0], FALSE, x - 60, y + i * 6);
      for (int j = -60; j <= 60; j += 8)
        {
          begin = g_get_monotonic_time ();
          palpate_chart_view_move_stroke (views[0], x + j, y + i * 6 + j % 10);
          time = wait_for_frame (GTK_WIDGET (window), begin);
          g_array_append_val (moves, time);
        }
      begin = g_get_monotonic_time ();
      palpate_chart_view_end_stroke (views[0]);
      time = wait_for_frame (GTK_WIDGET (window), begin);
      g_array_append_val (ends, time);
      settle (window);
    }
  report ("frame while painting, 1920×1080", moves, "ms");
  report ("end of a stroke to places and suspects", ends, "ms");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

/* Percent of one core that the process uses while the loop runs. */
static double
measure_load (guint seconds)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  struct timespec before, after;
  const gint64 begin = g_get_monotonic_time ();

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &before);
  g_timeout_add_seconds (seconds, quit_cb, loop);
  g_main_loop_run (loop);
  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &after);
  return ((after.tv_sec - before.tv_sec) * 1e6 + (after.tv_nsec - before.tv_nsec) / 1e3) / (g_get_monotonic_time () - begin) * 100;
}

/* A session that runs and is seen: the ring every second, with and without the disc of the breath. */
static void
bench_session (GtkApplication *application,
               PalpateAtlas   *atlas)
{
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();
  g_autoptr (GSettings) settings = palpate_settings_new (NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/routines.json");
  g_autoptr (PalpatePlayer) player = palpate_player_new ();
  g_autoptr (PalpateRoutineStore) store = palpate_routine_store_new (atlas, nowhere);
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) plan = NULL;
  PalpateWindow *window;

  window = PALPATE_WINDOW (palpate_window_new (application, atlas, charts, settings, NULL));
  palpate_window_setup_routine (window, player, store);
  gtk_window_present (GTK_WINDOW (window));
  settle (window);
  g_print ("%-44s %6.2f %%\n", "a window that is left alone, of one core", measure_load (10));
  palpate_routine_append (routine, (PalpateSidedPoint) { palpate_atlas_get_point (atlas, "trapezius-upper-TrP1"), PALPATE_SIDE_LEFT }, NULL);
  plan = palpate_plan_new (routine, NULL, NULL, NULL);
  palpate_player_play (player, plan);
  palpate_player_next (player);
  measure_load (2);
  g_print ("%-44s %6.2f %%\n", "a running session with breath pace", measure_load (15));
  g_settings_set_boolean (settings, PALPATE_KEY_SESSION_BREATH, FALSE);
  g_print ("%-44s %6.2f %%\n", "a running session without it", measure_load (15));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
bench_core (PalpateAtlas *atlas)
{
  static const char *const queries[] = { "pain behind the eye", "SCM", "cant turn my hed", "tennis elbow", "lower back", "shin splints",
                                         "i was gardening all day yesterday and now my neck wont move" };
  g_autoptr (PalpateSearch) search = palpate_search_new (atlas);
  g_autoptr (GArray) lookups = g_array_new (FALSE, FALSE, sizeof (double)), finds = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) loads = g_array_new (FALSE, FALSE, sizeof (double));
  GPtrArray *regions = palpate_atlas_list (atlas, PALPATE_ITEM_REGION);

  for (guint i = 0; i < LOOKUPS; i++)
    {
      const PalpateRegion *region = g_ptr_array_index (regions, i % regions->len);
      const PalpatePlace places[] = { { g_intern_string (region->id), region->sided ? PALPATE_SIDE_LEFT : PALPATE_SIDE_NONE },
                                      palpate_place_parse ("back-of-neck-left") };
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GPtrArray) suspects = palpate_lookup (atlas, places, 1 + i % 2, NULL, NULL);
      double time = (g_get_monotonic_time () - begin) / 1000.0;
      g_autoptr (GArray) hits = NULL;

      g_array_append_val (lookups, time);
      begin = g_get_monotonic_time ();
      hits = palpate_search_find (search, queries[i % G_N_ELEMENTS (queries)], 20);
      time = (g_get_monotonic_time () - begin) / 1000.0;
      g_array_append_val (finds, time);
    }
  for (guint i = 0; i < 20; i++)
    {
      const gint64 begin = g_get_monotonic_time ();
      g_autoptr (PalpateAtlas) again = palpate_atlas_new_built_in ();
      const double time = (g_get_monotonic_time () - begin) / 1000.0;

      g_array_append_val (loads, time);
    }
  report ("loading the atlas", loads, "ms");
  report ("look-up", lookups, "ms");
  report ("search", finds, "ms");
}

/* A sheet of one point: by the program from a cold start, and the next state of a preview. */
static void
bench_sheet (PalpateAtlas *atlas,
             const char   *self)
{
  g_autofree char *folder = g_path_get_dirname (self);
  g_autofree char *program = g_build_filename (folder, "..", "..", "src", "palpate", NULL);
  g_autofree char *file = g_build_filename (g_get_tmp_dir (), "palpate-bench.pdf", NULL);
  const char *const command[] = { program, "sheet", "trapezius-upper-TrP1:left", "--output", file, NULL };
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (double)), updates = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();
  g_autoptr (PalpateSheetFigures) figures = palpate_sheet_figures_new (charts);
  g_autoptr (PalpateSheet) sheet = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 530, 750);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 22, 11, 2026);
  sheet = palpate_sheet_new (atlas, &date);
  palpate_sheet_add (sheet, (PalpateSidedPoint) { palpate_atlas_get_point (atlas, "trapezius-upper-TrP1"), PALPATE_SIDE_LEFT }, NULL);
  for (guint i = 0; i < STARTS; i++)
    {
      const gint64 begin = g_get_monotonic_time ();
      double time;
      int status;

      if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, NULL) || status != 0)
        g_error ("no sheet was written");
      time = (g_get_monotonic_time () - begin) / 1000.0;
      g_array_append_val (starts, time);
    }
  for (guint i = 0; i < CLICKS; i++)
    {
      const gint64 begin = g_get_monotonic_time ();
      g_autofree char *title = g_strdup_printf ("Sheet %u", i);
      PalpateSheetPages *pages;
      cairo_t *cr = cairo_create (surface);
      double time;

      palpate_sheet_set_text (sheet, PALPATE_SHEET_TITLE, title);
      pages = palpate_sheet_pages_new (sheet, figures, "", NULL);
      cairo_scale (cr, 530 / 595.0, 530 / 595.0);
      palpate_sheet_pages_draw (pages, 0, cr);
      time = (g_get_monotonic_time () - begin) / 1000.0;
      if (i > 0)   /* the first one reads the drawing */
        g_array_append_val (updates, time);
      cairo_destroy (cr);
      palpate_sheet_pages_unref (pages);
    }
  g_unlink (file);
  cairo_surface_destroy (surface);
  report ("home-care sheet as PDF, from a cold start", starts, "ms");
  report ("next state of a sheet's preview", updates, "ms");
}

/* Without arguments: all. */
static gboolean
is_wanted (int         argc,
           char      **argv,
           const char *part)
{
  return argc < 2 || strcmp (argv[1], part) == 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (PalpateAtlas) atlas = NULL;
  g_autoptr (GtkApplication) application = NULL;

  if (argc == 2 && g_str_has_prefix (argv[1], "--"))
    return run_child (strcmp (argv[1], "--empty") == 0);
  atlas = palpate_atlas_new_built_in ();
  if (is_wanted (argc, argv, "core"))
    bench_core (atlas);
  if (is_wanted (argc, argv, "sheet"))
    bench_sheet (atlas, argv[0]);
  if (is_wanted (argc, argv, "start"))
    bench_start (argv[0]);
  if (!is_wanted (argc, argv, "window"))
    return 0;
  adw_init ();
  application = create_application ();
  bench_window (application, atlas);
  bench_painting (application, atlas);
  bench_session (application, atlas);
  return 0;
}
