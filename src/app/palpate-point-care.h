/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a point's page offers to do: techniques and stretches with their doses, as far as the care profile allows.
 * What it leaves out is named with the reason. Fills a box of the page; keeps nothing.
 */
#pragma once

#include <adwaita.h>

#include "palpate-explorer.h"
#include "palpate-task.h"

G_BEGIN_DECLS

void palpate_point_care_add_techniques (PalpateExplorer    *explorer,
                                        const PalpatePoint *point,
                                        GtkWidget          *box);
void palpate_point_care_add_stretches  (PalpateExplorer    *explorer,
                                        const PalpatePoint *point,
                                        GtkWidget          *box);
const char *palpate_point_care_describe_change (PalpateCare *care,
                                                PalpateTask *task);

G_END_DECLS
