/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/**
 * palpate_language_get_directory:
 *
 * Returns: where translations are; PALPATE_LOCALE_DIR of the environment says so for a program that is not installed
 */
const char *
palpate_language_get_directory (void)
{
  const char *directory = g_getenv ("PALPATE_LOCALE_DIR");

  return directory != NULL ? directory : PALPATE_LOCALE_DIR;
}

/**
 * palpate_language_init:
 *
 * Takes the locale of the environment, and its translations. Before anything else is done.
 */
void
palpate_language_init (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, palpate_language_get_directory ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Without translations the interface is English, whatever the locale. */
static gboolean
is_english (const char *name)
{
  return g_str_equal (name, "C") || g_str_has_prefix (name, "C.") || g_str_equal (name, "en") || g_str_has_prefix (name, "en_")
         || *g_dgettext (GETTEXT_PACKAGE, "") == '\0';
}

/**
 * palpate_language_is_source:
 *
 * Returns: whether the interface is in English, the language that everything is written in
 */
gboolean
palpate_language_is_source (void)
{
  return is_english (g_get_language_names ()[0]);
}

/**
 * palpate_language_get_code:
 *
 * Returns: (transfer full): the language of the interface, such as `de` or `pt_BR`; `en` where there are no translations
 */
char *
palpate_language_get_code (void)
{
  const char *name = g_get_language_names ()[0];

  return is_english (name) ? g_strdup ("en") : g_strndup (name, strcspn (name, ".@"));
}
