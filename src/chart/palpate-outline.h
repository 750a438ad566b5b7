/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline of what is painted, as a smooth path in chart units.
 */
#pragma once

#include "palpate-mask.h"
#include "palpate-path.h"

G_BEGIN_DECLS

PalpatePath *palpate_outline_trace (const PalpateMask *mask) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
