/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-language.h"

#include <libintl.h>
#include <locale.h>

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
