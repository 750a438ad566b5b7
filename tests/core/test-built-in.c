/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The content that the program carries says what its files say.
 */
#include "palpate-atlas.h"
#include "shipped.h"

static void compare_structures (const PalpateShape *shape,
                                gconstpointer       read,
                                gconstpointer       carried);

static void
compare_strings (const char *const *read,
                 const char *const *carried)
{
  g_assert_true (g_strv_equal (read, carried));
}

static void
compare_lists (const PalpateShape *shape,
               const PalpateList  *read,
               const PalpateList  *carried)
{
  g_assert_cmpuint (read->length, ==, carried->length);
  for (guint i = 0; i < read->length; i++)
    compare_structures (shape, read->items[i], carried->items[i]);
}

static void
compare_values (const PalpateMember *member,
                gconstpointer        read,
                gconstpointer        carried)
{
  switch (member->type)
    {
    case PALPATE_MEMBER_ID:
    case PALPATE_MEMBER_STRING:
    case PALPATE_MEMBER_TEXT:
    case PALPATE_MEMBER_REFERENCE:
      g_assert_cmpstr (*(const char *const *) read, ==, *(const char *const *) carried);
      break;
    case PALPATE_MEMBER_WORDS:
    case PALPATE_MEMBER_STRINGS:
    case PALPATE_MEMBER_ENUMS:
    case PALPATE_MEMBER_REFERENCES:
      compare_strings (*(const char *const *const *) read, *(const char *const *const *) carried);
      break;
    case PALPATE_MEMBER_BOOLEAN:
    case PALPATE_MEMBER_INTEGER:
    case PALPATE_MEMBER_ENUM:
      g_assert_cmpint (*(const int *) read, ==, *(const int *) carried);
      break;
    case PALPATE_MEMBER_OBJECT:
      g_assert_true ((*(const gconstpointer *) read == NULL) == (*(const gconstpointer *) carried == NULL));
      if (*(const gconstpointer *) read != NULL)
        compare_structures (member->shape, *(const gconstpointer *) read, *(const gconstpointer *) carried);
      break;
    case PALPATE_MEMBER_OBJECTS:
      compare_lists (member->shape, read, carried);
      break;
    case PALPATE_MEMBER_INLINE:
      compare_structures (member->shape, read, carried);
      break;
    }
}

static void
compare_structures (const PalpateShape *shape,
                    gconstpointer       read,
                    gconstpointer       carried)
{
  for (const PalpateMember *member = shape->members; member->name != NULL; member++)
    compare_values (member, (const guint8 *) read + member->offset, (const guint8 *) carried + member->offset);
}

static void
test_members (void)
{
  g_autoptr (PalpateAtlas) read = shipped_atlas ();
  g_autoptr (PalpateAtlas) carried = palpate_atlas_new_built_in ();
  guint n_lists;
  const PalpateContentList *lists = palpate_content_lists (&n_lists);

  for (guint i = 0; i < n_lists; i++)
    {
      GPtrArray *items = palpate_atlas_list (read, lists[i].kind), *others = palpate_atlas_list (carried, lists[i].kind);

      g_assert_cmpuint (items->len, ==, others->len);
      for (guint j = 0; j < items->len; j++)
        compare_structures (lists[i].shape, g_ptr_array_index (items, j), g_ptr_array_index (others, j));
    }
}

static void
test_points (void)
{
  g_autoptr (PalpateAtlas) read = shipped_atlas ();
  g_autoptr (PalpateAtlas) carried = palpate_atlas_new_built_in ();
  GPtrArray *points = palpate_atlas_list (read, PALPATE_ITEM_POINT);

  g_assert_cmpuint (points->len, ==, palpate_atlas_list (carried, PALPATE_ITEM_POINT)->len);
  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);
      const PalpatePoint *other = palpate_atlas_get_point (carried, point->id);

      g_assert_true (other == g_ptr_array_index (palpate_atlas_list (carried, PALPATE_ITEM_POINT), i));
      g_assert_true (other->muscle == palpate_atlas_get_muscle (carried, point->muscle->id));
      g_assert_cmpint (other->muscle->body_part, ==, point->muscle->body_part);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/built-in/members", test_members);
  g_test_add_func ("/built-in/points", test_points);
  return g_test_run ();
}
