/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the program ships, for tests that ask it.
 */
#pragma once

#include "palpate-lookup.h"

G_BEGIN_DECLS

GFile             *shipped_folder (const char   *name);   /* below data */
PalpateAtlas      *shipped_atlas  (void);
PalpateSidedPoint  shipped_point  (PalpateAtlas *atlas,
                                   const char   *id,
                                   PalpateSide   side);

G_END_DECLS
