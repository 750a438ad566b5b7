/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ring that empties, with the seconds left in it and a pale disc that shows when to breathe. It is drawn when it is
 * told a new value, never by the frame. Used by both faces of a session; knows no session.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PALPATE_TYPE_RING (palpate_ring_get_type ())
G_DECLARE_FINAL_TYPE (PalpateRing, palpate_ring, PALPATE, RING, GtkWidget)

GtkWidget *palpate_ring_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_ring_set_plain  (PalpateRing *self,
                                    gboolean     is_plain);
void       palpate_ring_set_value  (PalpateRing *self,
                                    int          seconds,
                                    double       share);
void       palpate_ring_set_breath (PalpateRing *self,
                                    double       breath,
                                    const char  *word);

G_END_DECLS
