/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes every translatable text of data/content as C that xgettext reads, with the item's id as context.
 * A tool of the build; never installed.
 */
#include "palpate-atlas.h"

#include <stdio.h>

static void
write_text (const char *item_id,
            const char *text,
            gpointer    user_data)
{
  g_autoptr (GString) literal = g_string_new (text);

  g_string_replace (literal, "\\", "\\\\", 0);
  g_string_replace (literal, "\"", "\\\"", 0);
  g_string_replace (literal, "\n", "\\n", 0);
  /* not g_print (): it would turn what the locale cannot show into question marks */
  printf ("NC_(\"%s\", \"%s\");\n", item_id, literal->str);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) directory = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateAtlas) atlas = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: extract-content CONTENT-FOLDER\n");
      return 2;
    }
  directory = g_file_new_for_path (argv[1]);
  atlas = palpate_atlas_new_from_directory (directory, NULL, &error);
  if (atlas == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  palpate_atlas_foreach_text (atlas, write_text, NULL);
  return 0;
}
