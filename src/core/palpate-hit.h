/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a search hit says beside its name, and where it leads: the same in the search page and in the desktop's search.
 */
#pragma once

#include "palpate-search.h"

G_BEGIN_DECLS

char       *palpate_hit_dup_location (const PalpateSearchHit *hit) G_GNUC_WARN_UNUSED_RESULT;
const char *palpate_hit_get_subtitle (const PalpateSearchHit *hit);

G_END_DECLS
