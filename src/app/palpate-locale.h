/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the locale says: on which paper its people print.
 */
#pragma once

#include "palpate-sheet.h"

G_BEGIN_DECLS

PalpatePaper palpate_locale_get_paper (void);

G_END_DECLS
