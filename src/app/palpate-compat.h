/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place where versions of the toolkit are told apart: GTK 4.8 with libadwaita 1.2 at the old end, the newest
 * at the other. Everything else uses what exists at both ends.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

double   palpate_compat_get_scale      (GtkWidget  *widget);
void     palpate_compat_announce       (GtkWidget  *widget,
                                        const char *message);
void     palpate_compat_open_uri       (GtkWindow  *parent,
                                        const char *uri);
void     palpate_compat_set_text_scale (double      factor);

G_END_DECLS
