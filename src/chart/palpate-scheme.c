/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-scheme.h"

#define RGBA(hex, a) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, a }

static const char *const ids[PALPATE_N_SCHEMES] = { "light", "dark", "light-hc", "dark-hc", "print" };

static const PalpatePalette palettes[PALPATE_N_SCHEMES] = {
  [PALPATE_SCHEME_LIGHT] = { .paper = RGBA (0xffffff, 1), .accent = RGBA (0x1c71d8, 1), .on_accent = RGBA (0xffffff, 1),
    .casing = RGBA (0xffffff, 0.95), .zone = RGBA (0x1b2a5c, 1), .wash = RGBA (0xffffff, 0.55), .ink = RGBA (0x1a1a1a, 1),
    .on_ink = RGBA (0xffffff, 1), .flesh = RGBA (0xb5503d, 0.6), .danger = RGBA (0x9c6e03, 1), .line = 1 },
  [PALPATE_SCHEME_DARK] = { .paper = RGBA (0x1e1e1e, 1), .accent = RGBA (0x78aeed, 1), .on_accent = RGBA (0x10131f, 1),
    .casing = RGBA (0x10131f, 0.9), .zone = RGBA (0xd6e4ff, 1), .wash = RGBA (0x10131f, 0.62), .ink = RGBA (0xffffff, 1),
    .on_ink = RGBA (0x1a1a1a, 1), .flesh = RGBA (0xa4523f, 0.7), .danger = RGBA (0xf8e45c, 1), .line = 1 },
  [PALPATE_SCHEME_LIGHT_HC] = { .paper = RGBA (0xffffff, 1), .accent = RGBA (0x003d99, 1), .on_accent = RGBA (0xffffff, 1),
    .casing = RGBA (0xffffff, 1), .zone = RGBA (0x000b3d, 1), .wash = RGBA (0xffffff, 0.8), .ink = RGBA (0x000000, 1),
    .on_ink = RGBA (0xffffff, 1), .flesh = RGBA (0xa04030, 0.75), .danger = RGBA (0x6b4a00, 1), .line = 1.6 },
  [PALPATE_SCHEME_DARK_HC] = { .paper = RGBA (0x000000, 1), .accent = RGBA (0xa9d0ff, 1), .on_accent = RGBA (0x000000, 1),
    .casing = RGBA (0x000000, 1), .zone = RGBA (0xffffff, 1), .wash = RGBA (0x000000, 0.75), .ink = RGBA (0xffffff, 1),
    .on_ink = RGBA (0x000000, 1), .flesh = RGBA (0xb85c46, 0.8), .danger = RGBA (0xffe94a, 1), .line = 1.6 },
  [PALPATE_SCHEME_PRINT] = { .paper = RGBA (0xffffff, 1), .accent = RGBA (0x000000, 1), .on_accent = RGBA (0xffffff, 1),
    .casing = RGBA (0xffffff, 1), .zone = RGBA (0x000000, 1), .wash = RGBA (0xffffff, 1), .ink = RGBA (0x000000, 1),
    .on_ink = RGBA (0xffffff, 1), .flesh = RGBA (0xdddddd, 0.8), .danger = RGBA (0x000000, 1), .line = 1.2 },
};

const char *
palpate_scheme_to_id (PalpateScheme scheme)
{
  g_return_val_if_fail (scheme < PALPATE_N_SCHEMES, NULL);

  return ids[scheme];
}

gboolean
palpate_scheme_from_id (const char    *id,
                        PalpateScheme *scheme)
{
  for (guint i = 0; i < PALPATE_N_SCHEMES; i++)
    if (g_str_equal (ids[i], id))
      {
        *scheme = i;
        return TRUE;
      }
  return FALSE;
}

const PalpatePalette *
palpate_scheme_get_palette (PalpateScheme scheme)
{
  g_return_val_if_fail (scheme < PALPATE_N_SCHEMES, &palettes[0]);

  return &palettes[scheme];
}

void
palpate_color_set (const PalpateColor *color,
                   cairo_t            *cr)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}
