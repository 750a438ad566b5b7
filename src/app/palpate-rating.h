/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the session did, in the person's own words: pain before, pain now, and better, same or worse, one click each.
 * All of it can be left out. Every click is written at once.
 */
#pragma once

#include <adwaita.h>

#include "palpate-diary.h"

G_BEGIN_DECLS

GtkWidget *palpate_rating_new        (PalpateDiary *diary) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *palpate_rating_new_before (PalpateDiary *diary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
