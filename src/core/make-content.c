/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads data/content, and writes what the reader made of it down as C. Either the structures themselves, driven by the
 * same tables, so that the program which carries them reads nothing when it starts; or every translatable text for
 * xgettext, with the item's id as context. A tool of the build; never installed.
 */
#include "palpate-atlas.h"

#include <stdio.h>

/* @item is the number of the item that all of it belongs to: a point names its muscle. */
static void write_structure (const PalpateShape *shape,
                             gconstpointer       block,
                             guint               item);

static void
write_string (const char *string)
{
  putchar ('"');
  for (; *string != '\0'; string++)
    if (*string == '\n')
      fputs ("\\n", stdout);
    else
      printf (*string == '"' || *string == '\\' ? "\\%c" : "%c", *string);
  putchar ('"');
}

static void
write_strings (const char *const *strings)
{
  fputs ("(const char *const[]) { ", stdout);
  for (; *strings != NULL; strings++)
    {
      write_string (*strings);
      fputs (", ", stdout);
    }
  fputs ("NULL }", stdout);
}

static void
write_pointer (const PalpateShape *shape,
               gconstpointer       block,
               guint               item)
{
  printf ("&(const %s) ", shape->type);
  write_structure (shape, block, item);
}

static void
write_list (const PalpateShape *shape,
            const PalpateList  *list,
            guint               item)
{
  printf ("{ %u, (const gconstpointer[]) { ", list->length);
  for (guint i = 0; i < list->length; i++)
    {
      write_pointer (shape, list->items[i], item);
      fputs (", ", stdout);
    }
  fputs ("NULL } }", stdout);
}

static void
write_value (const PalpateMember *member,
             gconstpointer        field,
             guint                item)
{
  switch (member->type)
    {
    case PALPATE_MEMBER_ID:
    case PALPATE_MEMBER_STRING:
    case PALPATE_MEMBER_TEXT:
    case PALPATE_MEMBER_REFERENCE:
      write_string (*(const char *const *) field);
      break;
    case PALPATE_MEMBER_WORDS:
    case PALPATE_MEMBER_STRINGS:
    case PALPATE_MEMBER_ENUMS:
    case PALPATE_MEMBER_REFERENCES:
      write_strings (*(const char *const *const *) field);
      break;
    case PALPATE_MEMBER_BOOLEAN:
    case PALPATE_MEMBER_INTEGER:
    case PALPATE_MEMBER_ENUM:
      printf ("%d", *(const int *) field);
      break;
    case PALPATE_MEMBER_OBJECT:
      if (*(const gconstpointer *) field != NULL)
        write_pointer (member->shape, *(const gconstpointer *) field, item);
      else
        fputs ("NULL", stdout);
      break;
    case PALPATE_MEMBER_OBJECTS:
      write_list (member->shape, field, item);
      break;
    case PALPATE_MEMBER_INLINE:
      write_structure (member->shape, field, item);
      break;
    }
}

static void
write_structure (const PalpateShape *shape,
                 gconstpointer       block,
                 guint               item)
{
  fputs ("{ ", stdout);
  /* what no table names */
  if (g_str_equal (shape->type, "PalpateMuscle"))
    printf (".body_part = %d, ", ((const PalpateMuscle *) block)->body_part);
  if (g_str_equal (shape->type, "PalpatePoint"))
    printf (".muscle = &item_%u, ", item);
  for (const PalpateMember *member = shape->members; member->name != NULL; member++)
    {
      printf (".%s = ", member->c_name);
      write_value (member, (const guint8 *) block + member->offset, item);
      fputs (", ", stdout);
    }
  fputs ("}", stdout);
}

static void
write_items (PalpateAtlas *atlas)
{
  guint n_lists, n_items = 0;
  const PalpateContentList *lists = palpate_content_lists (&n_lists);
  g_autoptr (GString) table = g_string_new (NULL);

  for (guint i = 0; i < n_lists; i++)
    {
      GPtrArray *items = palpate_atlas_list (atlas, lists[i].kind);

      for (guint j = 0; j < items->len; j++, n_items++)
        {
          /* twice, because the points of a muscle point back to it */
          printf ("static const %s item_%u;\nstatic const %s item_%u = ", lists[i].shape->type, n_items, lists[i].shape->type, n_items);
          write_structure (lists[i].shape, g_ptr_array_index (items, j), n_items);
          fputs (";\n", stdout);
          g_string_append_printf (table, "  { %u, &item_%u },\n", lists[i].kind, n_items);
        }
    }
  printf ("const PalpateBuiltInItem palpate_built_in_items[] = {\n%s  { 0, NULL }\n};\n", table->str);
}

static void
write_text (const char *item_id,
            const char *text,
            gpointer    user_data)
{
  printf ("NC_(\"%s\", ", item_id);
  write_string (text);
  fputs (");\n", stdout);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) directory = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateAtlas) atlas = NULL;

  if (argc != 3 || !(g_str_equal (argv[1], "structures") || g_str_equal (argv[1], "texts")))
    {
      g_printerr ("usage: make-content structures|texts CONTENT-FOLDER\n");
      return 2;
    }
  directory = g_file_new_for_path (argv[2]);
  atlas = palpate_atlas_new_from_directory (directory, NULL, &error);
  if (atlas == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (g_str_equal (argv[1], "structures"))
    {
      puts ("#include \"palpate-content.h\"\n");
      write_items (atlas);
    }
  else
    palpate_atlas_foreach_text (atlas, write_text, NULL);
  return ferror (stdout) != 0 || fflush (stdout) != 0;
}
