/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place or a numbered point on the chart as a real button: it answers exactly where its shape is, to mouse,
 * touch, keyboard and screen reader alike. It draws nothing; its chart view does. Owned by the chart view.
 */
#pragma once

#include <gtk/gtk.h>

#include "palpate-chart.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_MARK_BUTTON (palpate_mark_button_get_type ())
G_DECLARE_FINAL_TYPE (PalpateMarkButton, palpate_mark_button, PALPATE, MARK_BUTTON, GtkButton)

GtkWidget         *palpate_mark_button_new          (const PalpateMark *mark) G_GNUC_WARN_UNUSED_RESULT;
const PalpateMark *palpate_mark_button_get_mark     (PalpateMarkButton *self);
PalpatePosition    palpate_mark_button_get_middle   (PalpateMarkButton *self);
void               palpate_mark_button_set_geometry (PalpateMarkButton *self,
                                                     double             x,
                                                     double             y,
                                                     double             scale);
gboolean           palpate_mark_button_is_pressed   (PalpateMarkButton *self);
void               palpate_mark_button_set_pressed  (PalpateMarkButton *self,
                                                     gboolean           pressed);
GdkModifierType    palpate_mark_button_get_modifiers (PalpateMarkButton *self);

G_END_DECLS
