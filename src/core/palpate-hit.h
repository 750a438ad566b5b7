/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a search hit is called, what else it says, and where it leads: the same in the search page and in the desktop's search.
 */
#pragma once

#include "palpate-search.h"

G_BEGIN_DECLS

const char *palpate_hit_get_id       (const PalpateSearchHit *hit);
const char *palpate_hit_get_title    (const PalpateSearchHit *hit);
char       *palpate_hit_dup_location (const PalpateSearchHit *hit) G_GNUC_WARN_UNUSED_RESULT;
const char *palpate_hit_get_subtitle (const PalpateSearchHit *hit);

G_END_DECLS
