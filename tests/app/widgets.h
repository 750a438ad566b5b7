/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finding things among widgets, as a person reads them.
 */
#pragma once

#include <adwaita.h>

GtkWidget *find_row    (GtkWidget  *widget,
                        const char *begin);
GtkWidget *find_button (GtkWidget  *widget,
                        const char *beginning);
gboolean   says        (GtkWidget  *widget,
                        const char *words);
