/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place where versions of the toolkit are told apart: GTK 4.8 with libadwaita 1.2 at the old end, the newest
 * at the other. Everything else uses what exists at both ends.
 *
 * There is nothing of breakpoints here: pages lay themselves out by the size they are given (PalpateChartPage,
 * PalpateSessionPage), which both ends do alike; breakpoints of the newer end only would be a second way for the same.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

double     palpate_compat_get_scale         (GtkWidget          *widget);
void       palpate_compat_announce          (GtkWidget          *widget,
                                             const char         *message);
void       palpate_compat_open_uri          (GtkWindow          *parent,
                                             const char         *uri);
double     palpate_compat_get_text_scale    (GtkWidget          *widget);
void       palpate_compat_set_text_scale    (double              factor);
gboolean   palpate_compat_reduces_motion    (GtkWidget          *widget);

GtkWidget *palpate_compat_dialog_new        (const char         *title,
                                             int                 width,
                                             int                 height,
                                             GtkWidget          *content) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_compat_dialog_present    (GtkWidget          *dialog,
                                             GtkWindow          *parent,
                                             GtkWidget          *focus);
void       palpate_compat_dialog_close      (GtkWidget          *inside);

gboolean   palpate_compat_can_play          (void);

GtkWidget *palpate_compat_about_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_compat_about_add_credits (GtkWidget          *about,
                                             const char         *title,
                                             const char        **people);
void       palpate_compat_about_add_legal   (GtkWidget          *about,
                                             const char         *title,
                                             const char         *text,
                                             const char         *licence);
GtkWidget *palpate_compat_preferences_new   (const char         *title,
                                             AdwPreferencesPage *page) G_GNUC_WARN_UNUSED_RESULT;

/* Gets the file that the person chose. */
typedef void (*PalpateFileFunc) (GFile    *file,
                                 gpointer  user_data);

void       palpate_compat_choose_file       (GtkWindow          *parent,
                                             const char         *title,
                                             const char         *name,
                                             GtkFileFilter      *filter,
                                             PalpateFileFunc     func,
                                             gpointer            user_data,
                                             GDestroyNotify      destroy);

G_END_DECLS
