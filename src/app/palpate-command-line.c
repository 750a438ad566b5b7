/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-command-line-private.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "palpate-error.h"
#include "palpate-hit.h"
#include "palpate-lookup.h"
#include "palpate-tongue.h"

#define MAX_HITS 20

typedef int (*CommandFunc) (int    argc,
                            char **argv);

int
palpate_command_line_complain (const char *message,
          int         status)
{
  g_printerr ("palpate: %s\n", message);
  return status;
}

int
palpate_command_line_complain_error (GError *error)
{
  return palpate_command_line_complain (error->message, g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED)
                                     || error->domain == G_OPTION_ERROR ? EXIT_USAGE : EXIT_CANNOT);
}

/* Parses the options after the command word; what is left stays in argv. */
gboolean
palpate_command_line_parse (const char          *parameters,
               const GOptionEntry  *entries,
               int                 *argc,
               char              ***argv,
               GError             **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

static void
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  g_print ("%s\n", text);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            int          value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_strings (JsonBuilder       *builder,
             const char        *name,
             const char        *context,
             const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (; *values != NULL; values++)
    json_builder_add_string_value (builder, context != NULL ? palpate_content_text (context, *values) : *values);
  json_builder_end_array (builder);
}

/* Returns: (transfer full) (nullable): the places of the arguments */
GArray *
palpate_command_line_parse_places (PalpateAtlas  *atlas,
              char         **ids,
              GError       **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      PalpatePlace place;

      if (!palpate_atlas_find_place (atlas, ids[i], &place, error))
        return NULL;
      if (palpate_place_find (place, (const PalpatePlace *) places->data, places->len) < 0)   /* not said twice */
        g_array_append_val (places, place);
    }
  if (places->len > PALPATE_MAX_PLACES)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("At most %d places can be looked up at once"),
                   PALPATE_MAX_PLACES);
      return NULL;
    }
  return g_steal_pointer (&places);
}

/* Returns: (transfer full) (nullable): the points of the arguments, `id` or `id:side`; left where none is said, or
 * both with @allow_both */
GArray *
palpate_command_line_parse_points (PalpateAtlas  *atlas,
                                   char         **ids,
                                   gboolean       allow_both,
                                   GError       **error)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (PalpateSidedPoint));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (ids[i], ":", 2);
      PalpateSidedPoint source = { palpate_atlas_get_point (atlas, parts[0]), allow_both ? PALPATE_SIDE_BOTH : PALPATE_SIDE_LEFT };

      if (source.point == NULL)
        {
          g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_NOT_FOUND,
                       _("There is no trigger point “%s”; try “palpate search”"), ids[i]);
          return NULL;
        }
      if (parts[1] != NULL)
        source.side = palpate_side_from_id (parts[1]);
      if (source.side == PALPATE_SIDE_NONE || (source.side == PALPATE_SIDE_BOTH && !allow_both))
        {
          g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_NOT_FOUND,
                       allow_both ? _("“%s”: the side must be left, right or both") : _("“%s”: the side must be left or right"), ids[i]);
          return NULL;
        }
      g_array_append_val (points, source);
    }
  return g_steal_pointer (&points);
}

static const char *
side_id (PalpateSide side)
{
  return side == PALPATE_SIDE_NONE ? "none" : palpate_side_to_id (side);
}

static void
print_lookup_json (GArray    *places,
                   GPtrArray *suspects,
                   GPtrArray *flags)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "regions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *id = palpate_place_to_id (g_array_index (places, PalpatePlace, i));

      json_builder_add_string_value (builder, id);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < suspects->len; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);

      json_builder_begin_object (builder);
      add_string (builder, "point", suspect->source.point->id);
      add_string (builder, "muscle", suspect->source.point->muscle->id);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, suspect->row);
      add_string (builder, "kind", suspect->kind == PALPATE_KIND_ESSENTIAL ? "essential" : "spillover");
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, suspect->score);
      add_string (builder, "side", side_id (suspect->source.side));
      add_string (builder, "why", suspect->why);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "redFlags");
  json_builder_begin_array (builder);
  for (guint i = 0; i < flags->len; i++)
    {
      const PalpateRedFlag *flag = g_ptr_array_index (flags, i);

      json_builder_begin_object (builder);
      add_string (builder, "id", flag->id);
      add_string (builder, "title", palpate_content_text (flag->id, flag->title));
      add_string (builder, "sign", palpate_content_text (flag->id, flag->sign));
      add_string (builder, "act", palpate_content_text (flag->id, flag->act));
      add_string (builder, "urgency", palpate_urgency_ids ()[flag->urgency]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  print_json (builder);
}

static void
print_lookup (PalpateAtlas *atlas,
              GPtrArray    *suspects,
              GPtrArray    *flags)
{
  for (guint i = 0; i < flags->len; i++)
    {
      const PalpateRedFlag *flag = g_ptr_array_index (flags, i);

      g_print ("! %s: %s %s\n", palpate_content_text (flag->id, flag->title), palpate_content_text (flag->id, flag->sign),
               palpate_content_text (flag->id, flag->act));
    }
  palpate_suspects_sort_by_row (suspects);
  for (guint i = 0; i < suspects->len; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);
      g_autofree char *name = palpate_atlas_describe_point (atlas, suspect->source.point);

      /* Translators: a row of the command line: number, point, its id and side, and why */
      g_print (_("%u. %s (%s, %s): %s\n"), suspect->row, name, suspect->source.point->id, side_id (suspect->source.side), suspect->why);
    }
  if (suspects->len == 0)
    g_print ("%s\n", _("No muscle point in our atlas is known to send pain there."));
}

static int
run_lookup (int    argc,
            char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON"), NULL }, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateAtlas) atlas = NULL;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GPtrArray) suspects = NULL;
  g_autoptr (GPtrArray) flags = NULL;

  if (!palpate_command_line_parse (_("REGION… – Rank the points that may send pain there"), entries, &argc, &argv, &error))
    return palpate_command_line_complain_error (error);
  if (argc < 2)
    return palpate_command_line_complain (_("lookup needs at least one region"), EXIT_USAGE);
  atlas = palpate_atlas_new_built_in ();
  places = palpate_command_line_parse_places (atlas, argv + 1, &error);
  if (places == NULL)
    return palpate_command_line_complain_error (error);
  suspects = palpate_lookup (atlas, (const PalpatePlace *) places->data, places->len, NULL, NULL);
  flags = palpate_lookup_red_flags (atlas, (const PalpatePlace *) places->data, places->len);
  if (json)
    print_lookup_json (places, suspects, flags);
  else
    print_lookup (atlas, suspects, flags);
  return EXIT_DONE;
}

static void
print_hits_json (const char *text,
                 GArray     *hits)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "text", text);
  json_builder_set_member_name (builder, "hits");
  json_builder_begin_array (builder);
  for (guint i = 0; i < hits->len; i++)
    {
      const PalpateSearchHit *hit = &g_array_index (hits, PalpateSearchHit, i);

      json_builder_begin_object (builder);
      add_string (builder, "kind", palpate_item_kind_to_string (hit->kind));
      add_string (builder, "id", palpate_hit_get_id (hit));
      add_string (builder, "title", palpate_hit_get_title (hit));
      add_string (builder, "side", side_id (hit->side));
      json_builder_set_member_name (builder, "score");
      json_builder_add_double_value (builder, hit->score);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  print_json (builder);
}

static int
run_search (int    argc,
            char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON"), NULL }, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateAtlas) atlas = NULL;
  g_autoptr (PalpateSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autofree char *text = NULL;

  if (!palpate_command_line_parse (_("TEXT – Search places, muscles, techniques and advice"), entries, &argc, &argv, &error))
    return palpate_command_line_complain_error (error);
  if (argc < 2)
    return palpate_command_line_complain (_("search needs some words"), EXIT_USAGE);
  atlas = palpate_atlas_new_built_in ();
  text = g_strjoinv (" ", argv + 1);
  search = palpate_search_new (atlas);
  hits = palpate_search_find (search, text, MAX_HITS);
  if (json)
    {
      print_hits_json (text, hits);
      return hits->len > 0 ? EXIT_DONE : EXIT_CANNOT;
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const PalpateSearchHit *hit = &g_array_index (hits, PalpateSearchHit, i);

      g_print ("%s\t%s\t%s\n", palpate_item_kind_to_string (hit->kind), palpate_hit_get_id (hit),
               palpate_hit_get_title (hit));
    }
  if (hits->len == 0)
    {
      g_autofree char *near = palpate_search_suggest (search, text);

      if (near != NULL)
        g_printerr (_("Nothing for “%s”. Did you mean “%s”?\n"), text, near);
      else
        g_printerr (_("Nothing for “%s”.\n"), text);
      return EXIT_CANNOT;
    }
  return EXIT_DONE;
}

static void
add_point_json (JsonBuilder        *builder,
                const PalpatePoint *point)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", point->id);
  add_string (builder, "label", palpate_content_text (point->id, point->label));
  add_string (builder, "where", palpate_content_text (point->id, point->where));
  add_string (builder, "mode", palpate_mode_ids ()[point->mode]);
  add_string (builder, "prevalence", palpate_prevalence_ids ()[point->prevalence->value]);
  json_builder_set_member_name (builder, "refersTo");
  json_builder_begin_array (builder);
  for (guint i = 0; i < point->refers_to.length; i++)
    {
      const PalpateReferral *referral = point->refers_to.items[i];

      json_builder_begin_object (builder);
      add_string (builder, "region", referral->region);
      add_string (builder, "kind", referral->kind == PALPATE_KIND_ESSENTIAL ? "essential" : "spillover");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "techniques");
  json_builder_begin_array (builder);
  for (guint i = 0; i < point->techniques.length; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];

      json_builder_begin_object (builder);
      add_string (builder, "technique", use->technique);
      add_strings (builder, "steps", point->id, use->steps);
      add_number (builder, "holdSeconds", use->dose.hold_seconds);
      add_number (builder, "repeats", use->dose.repeats);
      add_number (builder, "restSeconds", use->dose.rest_seconds);
      add_number (builder, "timesADay", use->dose.times_a_day);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_strings (builder, "sources", NULL, point->evidence.sources);
  json_builder_end_object (builder);
}

static void
print_muscle_json (const PalpateMuscle *muscle,
                   const PalpatePoint  *only)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "muscle", muscle->id);
  add_string (builder, "name", palpate_content_text (muscle->id, muscle->name));
  add_string (builder, "plainName", palpate_content_text (muscle->id, muscle->plain_name));
  add_string (builder, "latin", muscle->latin);
  add_string (builder, "bodyPart", palpate_body_part_ids ()[muscle->body_part]);
  add_strings (builder, "actions", muscle->id, muscle->actions);
  add_string (builder, "origin", palpate_content_text (muscle->id, muscle->origin));
  add_string (builder, "insertion", palpate_content_text (muscle->id, muscle->insertion));
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < muscle->points.length; i++)
    if (only == NULL || only == muscle->points.items[i])
      add_point_json (builder, muscle->points.items[i]);
  json_builder_end_array (builder);
  add_strings (builder, "sources", NULL, muscle->evidence.sources);
  json_builder_end_object (builder);
  print_json (builder);
}

/* A text as the printed sheet has it: with a mark where nobody translated it. */
static char *
mark_english (const char *item_id,
              const char *text)
{
  return g_strconcat (palpate_content_text (item_id, text), palpate_content_falls_back (item_id, text) ? PALPATE_TONGUE_MARK : NULL, NULL);
}

static void
print_point (PalpateAtlas       *atlas,
             const PalpatePoint *point)
{
  g_autofree char *name = palpate_atlas_describe_point (atlas, point);
  g_autofree char *where = mark_english (point->id, point->where);
  g_autofree char *essential = mark_english (point->id, point->essential_text);
  g_autofree char *spillover = mark_english (point->id, point->spillover_text);

  g_print ("\n%s (%s)\n", name, point->id);
  g_print ("  %s\n", where);
  /* Translators: what comes is where most people feel a point's pain */
  g_print (_("  Felt by most: %s\n"), essential);
  if (*point->spillover_text != '\0')
    /* Translators: what comes is where some people feel a point's pain */
    g_print (_("  Felt by some: %s\n"), spillover);
  for (const char *const *step = point->find; *step != NULL; step++)
    {
      g_autofree char *text = mark_english (point->id, *step);

      g_print ("  - %s\n", text);
    }
  if (point->mode == PALPATE_MODE_PROFESSIONAL)
    {
      g_autofree char *instead = mark_english (point->id, point->instead);

      g_print ("  %s\n", instead);
    }
  for (guint i = 0; i < point->techniques.length; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];
      const PalpateTechnique *technique = palpate_atlas_get_technique (atlas, use->technique);

      /* Translators: a technique, seconds of a hold, how many times, and how often a day */
      g_print (_("  %s: %d s, %d times, up to %d times a day\n"), palpate_content_text (technique->id, technique->name),
               use->dose.hold_seconds, use->dose.repeats, use->dose.times_a_day);
      for (const char *const *step = use->steps; *step != NULL; step++)
        {
          g_autofree char *text = mark_english (point->id, *step);

          g_print ("    %s\n", text);
        }
    }
}

/* Returns: (transfer full): ids of muscles that the words of @id mean, separated by commas; may be empty */
static char *
find_near_muscles (PalpateAtlas *atlas,
                   const char   *id)
{
  g_autoptr (PalpateSearch) search = palpate_search_new (atlas);
  g_autofree char *words = g_strdelimit (g_strdup (id), "-_", ' ');
  g_autoptr (GArray) hits = palpate_search_find (search, words, 20);
  GString *near = g_string_new (NULL);

  for (guint i = 0, n = 0; i < hits->len && n < 3; i++)
    {
      const PalpateSearchHit *hit = &g_array_index (hits, PalpateSearchHit, i);

      if (hit->kind != PALPATE_ITEM_MUSCLE)
        continue;
      g_string_append_printf (near, "%s%s", n++ > 0 ? ", " : "", palpate_hit_get_id (hit));
    }
  return g_string_free (near, FALSE);
}

static int
run_show (int    argc,
          char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = { { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Write JSON"), NULL }, { NULL } };
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateAtlas) atlas = NULL;
  const PalpateMuscle *muscle;
  const PalpatePoint *point;

  if (!palpate_command_line_parse (_("MUSCLE|TRIGGER-POINT – Show what the atlas says"), entries, &argc, &argv, &error))
    return palpate_command_line_complain_error (error);
  if (argc != 2)
    return palpate_command_line_complain (_("show needs the id of one muscle or trigger point"), EXIT_USAGE);
  atlas = palpate_atlas_new_built_in ();
  point = palpate_atlas_get_point (atlas, argv[1]);
  muscle = point != NULL ? point->muscle : palpate_atlas_get_muscle (atlas, argv[1]);
  if (muscle == NULL)
    {
      g_autofree char *near = find_near_muscles (atlas, argv[1]);
      g_autofree char *message = *near != '\0'
                                   /* Translators: what was typed, then ids like it */
                                   ? g_strdup_printf (_("There is no muscle or trigger point “%1$s”; near it are: %2$s"), argv[1], near)
                                   : g_strdup_printf (_("There is no muscle or trigger point “%s”; try “palpate search”"), argv[1]);

      return palpate_command_line_complain (message, EXIT_CANNOT);
    }
  if (json)
    {
      print_muscle_json (muscle, point);
      return EXIT_DONE;
    }
  g_print ("%s\n%s\n%s\n", palpate_content_text (muscle->id, muscle->name), muscle->latin,
           palpate_content_text (muscle->id, muscle->plain_name));
  for (guint i = 0; i < muscle->points.length; i++)
    if (point == NULL || point == muscle->points.items[i])
      print_point (atlas, muscle->points.items[i]);
  return EXIT_DONE;
}

static const struct {
  const char  *name;
  CommandFunc  run;
} commands[] = {
  { "lookup", run_lookup }, { "search", run_search }, { "show", run_show }, { "chart", palpate_command_line_run_chart },
  { "sheet", palpate_command_line_run_sheet }, { "check", palpate_command_line_run_check },
};

/* A word that is no file can only be meant as a command. */
static gboolean
looks_like_command (const char *argument)
{
  return g_ascii_isalpha (*argument) && strspn (argument, "abcdefghijklmnopqrstuvwxyz-") == strlen (argument)
         && !g_file_test (argument, G_FILE_TEST_EXISTS);
}

/**
 * palpate_command_line_handles:
 *
 * Returns: whether the first argument is a command, or meant as one, so that no display is needed
 */
gboolean
palpate_command_line_handles (int    argc,
                              char **argv)
{
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return TRUE;
  return argc > 1 && looks_like_command (argv[1]);
}

/**
 * palpate_command_line_run:
 *
 * Returns: the exit status: 0 done, 1 cannot be met, 2 wrong usage
 */
int
palpate_command_line_run (int    argc,
                          char **argv)
{
  g_autofree char *message = NULL;

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      {
        g_autofree char *name = g_strconcat ("palpate ", argv[1], NULL);

        g_set_prgname (name);
        return commands[i].run (argc - 1, argv + 1);
      }
  message = g_strdup_printf (_("There is no command “%s”; “palpate --help” lists them"), argv[1]);
  return palpate_command_line_complain (message, EXIT_USAGE);
}
