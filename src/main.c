/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-application.h"
#include "palpate-command-line.h"
#include "palpate-language.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (PalpateApplication) application = NULL;

  palpate_language_init ();
  if (palpate_command_line_handles (argc, argv))
    return palpate_command_line_run (argc, argv);

  application = palpate_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
