/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-text.h"

#include <string.h>

#define MAX_LENGTH 63

/* Letters that Unicode does not decompose, or that people type in another way. */
static const char *
replacement (gunichar c)
{
  switch (c)
    {
    case 0x0131: return "i";    /* dotless i */
    case 0x00df: return "ss";
    case 0x00e6: return "ae";
    case 0x0153: return "oe";
    case 0x00f8: return "o";
    case 0x0142: return "l";
    case 0x0649:                /* alef maksura, Persian yeh: Arabic yeh */
    case 0x06cc: return "\u064a";
    case 0x06a9: return "\u0643"; /* Persian kaf */
    case 0x0629: return "\u0647"; /* teh marbuta as heh */
    case 0x0640: return "";       /* tatweel */
    default: return NULL;
    }
}

/* The same for plain English, which most text is, without the detours of Unicode. */
static char *
fold_ascii (const char *text)
{
  char *folded = g_malloc (strlen (text) + 1);
  char *end = folded;

  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      *end++ = g_ascii_tolower (*text);
    else if (*text != '\'')
      *end++ = ' ';
  *end = '\0';
  return folded;
}

static char *
fold_unicode (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *folded = g_string_sized_new (strlen (decomposed));

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *other = replacement (c);

      if (other != NULL)
        g_string_append (folded, other);
      else if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, c);
      else if (!g_unichar_ismark (c) && c != '\'' && c != 0x2019)
        g_string_append_c (folded, ' ');
    }
  return g_string_free (folded, FALSE);
}

/**
 * palpate_text_fold:
 *
 * Returns: (transfer full): @text in lower case, without accents and apostrophes, other marks as spaces
 */
char *
palpate_text_fold (const char *text)
{
  return g_str_is_ascii (text) ? fold_ascii (text) : fold_unicode (text);
}

/**
 * palpate_text_words:
 *
 * Returns: (transfer full): the folded words of @text
 */
GStrv
palpate_text_words (const char *text)
{
  g_autofree char *folded = palpate_text_fold (text);
  GStrv words = g_new (char *, strlen (folded) / 2 + 2);   /* as many as fit, and the end */
  guint n_words = 0;

  for (const char *p = folded; *p != '\0';)
    {
      const gsize length = strcspn (p, " ");

      if (length > 0)
        words[n_words++] = g_strndup (p, length);
      p += length + (p[length] != '\0');
    }
  words[n_words] = NULL;
  return words;
}

/**
 * palpate_text_distance:
 * @limit: give up beyond this many slips
 *
 * Counts the slips between two folded words: a letter missing, added, changed, or swapped with its neighbour
 * (optimal string alignment). Bytes stand for letters, which is exact for folded Latin text.
 *
 * Returns: the number of slips, or @limit + 1 if there are more
 */
guint
palpate_text_distance (const char *a,
                       const char *b,
                       guint       limit)
{
  const gsize n = MIN (strlen (a), MAX_LENGTH);
  const gsize m = MIN (strlen (b), MAX_LENGTH);
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];

  if (n > m + limit || m > n + limit)
    return limit + 1;
  for (gsize j = 0; j <= m; j++)
    above[j] = j;
  for (gsize i = 1; i <= n; i++)
    {
      guint best = row[0] = i;
      guint *oldest = before;

      for (gsize j = 1; j <= m; j++)
        {
          row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          best = MIN (best, row[j]);
        }
      if (best > limit)
        return limit + 1;
      before = above;
      above = row;
      row = oldest;
    }
  return MIN (above[m], limit + 1);
}

/**
 * palpate_text_isolate_paths:
 * @text: a sentence, such as the message of an error; plain, never markup
 *
 * Puts the absolute paths in @text between signs that keep them together, left to right. Without these the slash that a
 * path begins with stands at its other end in a sentence that reads from the right.
 *
 * Returns: (transfer full): @text, to be shown
 */
char *
palpate_text_isolate_paths (const char *text)
{
  static GRegex *regex = NULL;   /* made once, for good */
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  /* a whole quotation, with its blanks; else up to the next blank, without what ends the sentence */
  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("(?<=[“‘«„\"'])/[^”’»“\"'\\n]+|(?<![^\\s(])/[^\\s/][^\\s”’»]*[^\\s”’».,:;!?)،؛]",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_replace (regex, valid, -1, 0, "\u2066\\0\u2069", 0, NULL);
}
