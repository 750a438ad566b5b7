/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "palpate-application.h"
#include "palpate-command-line.h"
#include "palpate-locale.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (PalpateApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, palpate_locale_get_directory ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (palpate_command_line_handles (argc, argv))
    return palpate_command_line_run (argc, argv);

  application = palpate_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
