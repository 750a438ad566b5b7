/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was measured many times.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double values_get_quantile (GArray *values,
                            double  share);

G_END_DECLS
