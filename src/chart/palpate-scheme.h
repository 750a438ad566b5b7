/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The colour sets. The drawing's own colours are style sheets in data/charts; those of marks, zones and points
 * are here (design: screens, section 4). Colours are plain values.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PALPATE_SCHEME_LIGHT,
  PALPATE_SCHEME_DARK,
  PALPATE_SCHEME_LIGHT_HC,
  PALPATE_SCHEME_DARK_HC,
  PALPATE_SCHEME_PRINT,
  PALPATE_N_SCHEMES,
} PalpateScheme;

typedef struct {
  double red, green, blue, alpha;
} PalpateColor;

/**
 * PalpatePalette:
 * @paper: behind the figure
 * @accent: outline and hatch of marks
 * @casing: the light or dark rim that keeps marks apart from the drawing
 * @zone: core, dots and outline of zones
 * @wash: the veil under the dots
 * @ink: points
 * @on_ink: what stands on @ink
 * @flesh: tint of a muscle that lies under others
 * @danger: cross-hatch of danger areas
 * @line: 1 normally; line widths are multiplied with it
 */
typedef struct {
  PalpateColor paper, accent, on_accent, casing, zone, wash, ink, on_ink, flesh, danger;
  double       line;
} PalpatePalette;

const char           *palpate_scheme_to_id       (PalpateScheme  scheme);
gboolean              palpate_scheme_from_id     (const char    *id,
                                                  PalpateScheme *scheme);
const PalpatePalette *palpate_scheme_get_palette (PalpateScheme  scheme);
void                  palpate_color_set          (const PalpateColor *color,
                                                  cairo_t            *cr);

G_END_DECLS
