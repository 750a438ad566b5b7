/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-language.h"
#include "palpate-search-provider.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (GApplication) application = NULL;

  palpate_language_init ();
  application = palpate_search_provider_new ();
  return g_application_run (application, argc, argv);
}
