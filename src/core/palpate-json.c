/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-json.h"

#include <glib/gi18n-lib.h>

#include "palpate-error.h"

#define MAX_DEPTH 32   /* of brackets; the parser follows them with its own stack */

/* Whether brackets stand within each other no deeper than that. The parser knows comments and other quotes as well, in which
 * brackets could hide; in JSON there are none. */
static gboolean
is_flat (const char *text,
         gsize       length)
{
  gboolean in_string = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        in_string = !in_string;
      else if (in_string)
        i += text[i] == '\\';
      else if (text[i] == '\'' || text[i] == '/' || text[i] == '#')
        return FALSE;
      else if (text[i] == '[' || text[i] == '{')
        depth++;
      else if (text[i] == ']' || text[i] == '}')
        depth--;
      if (depth > MAX_DEPTH)
        return FALSE;
    }
  return TRUE;
}

/**
 * palpate_json_parse:
 *
 * Returns: (transfer full) (nullable): what the text says, which may be nothing; %NULL if it is no JSON, or would take more of the stack than there is
 */
JsonNode *
palpate_json_parse (const char  *text,
                    gsize        length,
                    GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!is_flat (text, length))
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, _("it is not plain JSON, or nested too deeply"));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  return json_parser_get_root (parser) != NULL ? json_parser_steal_root (parser) : json_node_new (JSON_NODE_NULL);
}
