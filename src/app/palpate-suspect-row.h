/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A possible source as a row: number, name, why, how it is reached. Pointing at it paints its pattern on the chart.
 */
#pragma once

#include <adwaita.h>

#include "palpate-explorer.h"

G_BEGIN_DECLS

GtkWidget  *palpate_suspect_row_new  (PalpateExplorer      *explorer,
                                      const PalpateSuspect *suspect,
                                      const PalpateSuspect *first,
                                      guint                 n_places) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *palpate_point_row_new    (PalpateExplorer      *explorer,
                                      PalpateSidedPoint     source,
                                      const char           *subtitle) G_GNUC_WARN_UNUSED_RESULT;
const char *palpate_reach_get_name   (int                   reach);

G_END_DECLS
