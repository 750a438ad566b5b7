/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pain before and after sessions, each on its day: a hollow circle before, a filled square after, joined. No line is
 * drawn through them.
 * One stop of the keyboard; arrow keys step through the sessions, which are said.
 */
#pragma once

#include <gtk/gtk.h>

#include "palpate-history.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_PLOT (palpate_plot_get_type ())
G_DECLARE_FINAL_TYPE (PalpatePlot, palpate_plot, PALPATE, PLOT, GtkWidget)

GtkWidget *palpate_plot_new            (GPtrArray          *entries,
                                        const char         *words) G_GNUC_WARN_UNUSED_RESULT;
char      *palpate_plot_describe_day   (const PalpateEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
char      *palpate_plot_describe_entry (const PalpateEntry *entry) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
