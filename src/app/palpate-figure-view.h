/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of the body beside a text: one view with some points and places, as near as it shows them all. Only to be
 * looked at. Drawn by a worker, and anew when its size or the colours change.
 */
#pragma once

#include <adwaita.h>

#include "palpate-explorer.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_FIGURE_VIEW (palpate_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (PalpateFigureView, palpate_figure_view, PALPATE, FIGURE_VIEW, GtkWidget)

GtkWidget *palpate_figure_view_new (PalpateExplorer     *explorer,
                                    const PalpateFigure *figure) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
