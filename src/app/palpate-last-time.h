/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the last session was, for the start page: its points, its day, pain before and after; to be looked at, or done
 * again. Shows nothing where there is no journal or nothing in it.
 */
#pragma once

#include <gtk/gtk.h>

#include "palpate-diary.h"

G_BEGIN_DECLS

GtkWidget *palpate_last_time_new (PalpateAtlas *atlas,
                                  PalpateDiary *diary) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
