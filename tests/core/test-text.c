/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How typed text is made comparable.
 */
#include "palpate-text.h"

static void
test_fold (void)
{
  static const char *const cases[][2] = {
    { "Can't TURN my head", "cant turn my head" }, { "can’t", "cant" },          { "Épaule gelée", "epaule gelee" },
    { "Straße", "strasse" },                       { "diş ağrısı", "dis agrisi" }, { "Œdème", "oedeme" },
    { "tennis-elbow", "tennis elbow" },            { "", "" },                   { "4–6", "4 6" },
    { "كتفي", "كتفي" },                            { "زانوی", "زانوي" },          { "ال\u0640\u0640\u0640رقبة", "الرقبه" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = palpate_text_fold (cases[i][0]);

      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

/* Plain English takes a shorter way, which must not lead elsewhere. */
static void
test_short_way_agrees (void)
{
  for (guint byte = 1; byte < 128; byte++)
    {
      const char text[] = { 'a', (char) byte, 'Z', '\0' };
      g_autofree char *with_accent = g_strconcat (text, "é", NULL);
      g_autofree char *plain = palpate_text_fold (text);
      g_autofree char *accented = palpate_text_fold (with_accent);
      g_autofree char *expected = g_strconcat (plain, "e", NULL);

      g_assert_cmpstr (accented, ==, expected);
    }
}

static void
test_broken_text (void)
{
  g_autofree char *folded = palpate_text_fold ("neck\xff\xfe pain");

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_str_has_prefix (folded, "neck"));
}

static void
test_words (void)
{
  g_auto (GStrv) words = palpate_text_words ("  Back, of   the–neck! ");
  g_auto (GStrv) none = palpate_text_words (" … ");
  g_autofree char *joined = g_strjoinv ("|", words);

  g_assert_cmpstr (joined, ==, "back|of|the|neck");
  g_assert_null (none[0]);
}

static void
test_distance (void)
{
  static const struct {
    const char *a, *b;
    guint       distance;
  } cases[] = {
    { "neck", "neck", 0 }, { "nek", "neck", 1 }, { "neckk", "neck", 1 }, { "neek", "neck", 1 }, { "nekc", "neck", 1 },
    { "pirformis", "piriformis", 1 }, { "trapezus", "trapezius", 1 }, { "", "ab", 2 }, { "shoulder", "elbow", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpuint (palpate_text_distance (cases[i].a, cases[i].b, 2), ==, cases[i].distance);
      g_assert_cmpuint (palpate_text_distance (cases[i].b, cases[i].a, 2), ==, cases[i].distance);
    }
}

/* In a sentence that reads from the right, a path reads from the left, with its slashes where they belong. */
static void
test_paths (void)
{
  static const struct {
    const char *text, *shown;
  } cases[] = {
    { "تعذّر فتح «/srv/a b/journal.db»: ممنوع", "تعذّر فتح «\u2066/srv/a b/journal.db\u2069»: ممنوع" },
    { "The journal “/srv/a b/journal.db” is gone.", "The journal “\u2066/srv/a b/journal.db\u2069” is gone." },
    { "Wo ist „/srv/ä/x“?", "Wo ist „\u2066/srv/ä/x\u2069“?" },
    { "/usr/share/palpate: No such file", "\u2066/usr/share/palpate\u2069: No such file" },
    { "لا يوجد /usr/share.", "لا يوجد \u2066/usr/share\u2069." },
    { "two (/a/b) and /c/d", "two (\u2066/a/b\u2069) and \u2066/c/d\u2069" },
    { "4 of 10, 1/2, and/or, a / b, journal.db", "4 of 10, 1/2, and/or, a / b, journal.db" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = palpate_text_isolate_paths (cases[i].text);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/short-way-agrees", test_short_way_agrees);
  g_test_add_func ("/text/broken", test_broken_text);
  g_test_add_func ("/text/words", test_words);
  g_test_add_func ("/text/distance", test_distance);
  g_test_add_func ("/text/paths", test_paths);
  return g_test_run ();
}
