/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages of the side panel, each without a window.
 */
#include <adwaita.h>

#include "panel-pages.h"

PalpateExplorer *explorer;

int
main (int    argc,
      char **argv)
{
  g_autoptr (PalpateAtlas) atlas = NULL;
  g_autoptr (PalpateChartSet) charts = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  atlas = palpate_atlas_new_built_in ();
  charts = palpate_chart_set_new_from_resource ();
  explorer = palpate_explorer_new (atlas, charts);
  add_places_page_tests ();
  add_point_page_tests ();
  add_search_page_tests ();
  status = g_test_run ();
  g_clear_object (&explorer);
  return status;
}
