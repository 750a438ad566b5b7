/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal as text for other programs: a line or an object for each item, ids and names.
 */
#include <json-glib/json-glib.h>
#include <string.h>

#include "palpate-journal.h"

/* When, in the time of the place where it is exported, with its distance from UTC. */
static char *
describe_moment (gint64 moment_us)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (moment_us / G_USEC_PER_SEC);

  return moment != NULL ? g_date_time_format_iso8601 (moment) : g_strdup ("");
}

static char *
describe_point (PalpateAtlas           *atlas,
                const PalpateEntryItem *item)
{
  const PalpateSidedPoint source = { palpate_atlas_get_point (atlas, item->point), item->side };

  return source.point != NULL ? palpate_sided_point_describe (atlas, source) : g_strdup (item->point);
}

static const char *
describe_way (PalpateAtlas           *atlas,
              const PalpateEntryItem *item)
{
  if (item->stretch != NULL)
    {
      const PalpateStretch *stretch = palpate_atlas_get_stretch (atlas, item->stretch);

      return stretch != NULL ? palpate_content_text (stretch->id, stretch->name) : item->stretch;
    }
  if (item->technique != NULL)
    {
      const PalpateTechnique *technique = palpate_atlas_get_technique (atlas, item->technique);

      return technique != NULL ? palpate_content_text (technique->id, technique->name) : item->technique;
    }
  return "";
}

/* A text of a table: in quotation marks, and never taken for a formula. */
static void
append_text (GString    *line,
             const char *text)
{
  g_autoptr (GString) escaped = g_string_new (text);

  g_string_replace (escaped, "\"", "\"\"", 0);
  if (escaped->len > 0 && strchr ("=+-@", escaped->str[0]) != NULL)
    g_string_prepend_c (escaped, '\'');
  g_string_append_printf (line, ",\"%s\"", escaped->str);
}

static void
append_pain (GString *line,
             int      pain)
{
  if (pain == PALPATE_PAIN_NONE)
    g_string_append_c (line, ',');
  else
    g_string_append_printf (line, ",%d", pain);
}

static void
append_line (GString                *table,
             PalpateAtlas           *atlas,
             const PalpateEntry     *entry,
             const PalpateEntryItem *item)
{
  g_autofree char *begun = describe_moment (item != NULL ? item->begun_us : entry->begun_us);
  g_autofree char *name = item != NULL ? describe_point (atlas, item) : g_strdup ("");

  g_string_append_printf (table, "%" G_GINT64_FORMAT, entry->id);
  append_text (table, begun);
  append_text (table, item != NULL ? item->point : "");
  append_text (table, item != NULL && palpate_side_to_id (item->side) != NULL ? palpate_side_to_id (item->side) : "");
  append_text (table, name);
  append_text (table, item != NULL && item->technique != NULL ? item->technique : "");
  append_text (table, item != NULL && item->stretch != NULL ? item->stretch : "");
  append_text (table, item != NULL ? describe_way (atlas, item) : "");
  g_string_append_printf (table, ",%d", item != NULL ? item->seconds : 0);
  append_text (table, item != NULL && palpate_feedback_to_id (item->feedback) != NULL ? palpate_feedback_to_id (item->feedback) : "");
  append_pain (table, entry->before);
  append_pain (table, entry->after);
  append_text (table, palpate_effect_to_id (entry->effect) != NULL ? palpate_effect_to_id (entry->effect) : "");
  g_string_append (table, "\r\n");
}

/**
 * palpate_journal_export_csv:
 * @entries: #PalpateEntry each
 *
 * Returns: a table as RFC 4180 has it, a line for each item
 */
char *
palpate_journal_export_csv (PalpateAtlas *atlas,
                            GPtrArray    *entries)
{
  g_autoptr (GString) table = g_string_new ("session,begun,point,side,point_name,technique,stretch,way_name,seconds,feedback,"
                                            "pain_before,pain_after,effect\r\n");

  for (guint i = 0; i < entries->len; i++)
    {
      const PalpateEntry *entry = g_ptr_array_index (entries, i);

      for (guint j = 0; j < entry->items->len; j++)
        append_line (table, atlas, entry, g_ptr_array_index (entry->items, j));
      if (entry->items->len == 0)
        append_line (table, atlas, entry, NULL);
    }
  return g_string_free (g_steal_pointer (&table), FALSE);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_pain (JsonBuilder *builder,
          const char  *name,
          int          pain)
{
  json_builder_set_member_name (builder, name);
  if (pain != PALPATE_PAIN_NONE)
    json_builder_add_int_value (builder, pain);
  else
    json_builder_add_null_value (builder);
}

static void
add_item (JsonBuilder            *builder,
          PalpateAtlas           *atlas,
          const PalpateEntryItem *item)
{
  g_autofree char *begun = describe_moment (item->begun_us);
  g_autofree char *name = describe_point (atlas, item);

  json_builder_begin_object (builder);
  add_text (builder, "begun", begun);
  add_text (builder, "point", item->point);
  add_text (builder, "side", palpate_side_to_id (item->side));
  add_text (builder, "pointName", name);
  add_text (builder, "technique", item->technique);
  add_text (builder, "stretch", item->stretch);
  add_text (builder, "wayName", describe_way (atlas, item));
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_int_value (builder, item->seconds);
  add_text (builder, "feedback", palpate_feedback_to_id (item->feedback));
  json_builder_end_object (builder);
}

/**
 * palpate_journal_export_json:
 * @entries: #PalpateEntry each
 *
 * Returns: { "format": 1, "sessions": [ … ] }
 */
char *
palpate_journal_export_json (PalpateAtlas *atlas,
                             GPtrArray    *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, 1);
  json_builder_set_member_name (builder, "sessions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const PalpateEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *begun = describe_moment (entry->begun_us);

      json_builder_begin_object (builder);
      add_text (builder, "begun", begun);
      add_pain (builder, "painBefore", entry->before);
      add_pain (builder, "painAfter", entry->after);
      add_text (builder, "effect", palpate_effect_to_id (entry->effect));
      json_builder_set_member_name (builder, "items");
      json_builder_begin_array (builder);
      for (guint j = 0; j < entry->items->len; j++)
        add_item (builder, atlas, g_ptr_array_index (entry->items, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}
