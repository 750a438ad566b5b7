/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The mark of a practice: a PNG or SVG file, as a surface that any page can draw.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

cairo_surface_t *palpate_sheet_load_logo (const char       *path) G_GNUC_WARN_UNUSED_RESULT;
void             palpate_sheet_get_logo_size (cairo_surface_t *logo,
                                              double          *width,
                                              double          *height);

G_END_DECLS
