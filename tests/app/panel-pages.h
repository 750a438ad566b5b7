/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of the panel's pages share.
 */
#pragma once

#include "palpate-explorer.h"
#include "widgets.h"

/* With the shipped content and charts, while the tests run. */
extern PalpateExplorer *explorer;

void add_places_page_tests (void);
void add_point_page_tests  (void);
void add_search_page_tests (void);
