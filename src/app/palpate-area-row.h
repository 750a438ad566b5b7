/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A region as a row with a button for each side: the list twin of its shape on the chart.
 */
#pragma once

#include <adwaita.h>

#include "palpate-explorer.h"

G_BEGIN_DECLS

GtkWidget *palpate_area_row_new (PalpateExplorer     *explorer,
                                 const PalpateRegion *region) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
