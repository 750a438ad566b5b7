/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers the search of the desktop (org.gnome.Shell.SearchProvider2) with places, complaints, muscles and points, and
 * opens what was chosen by the actions `open` and `search` of whoever owns it. It opens no window itself.
 */
#pragma once

#include <gio/gio.h>

#include "palpate-search.h"

G_BEGIN_DECLS

/* Hands over the index when somebody asks; %NULL where there is no content. */
typedef PalpateSearch *(*PalpateSearchProviderFunc) (gpointer user_data);

#define PALPATE_TYPE_SEARCH_PROVIDER (palpate_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSearchProvider, palpate_search_provider, PALPATE, SEARCH_PROVIDER, GObject)

PalpateSearchProvider *palpate_search_provider_new      (GApplication               *application,
                                                         PalpateSearchProviderFunc   get_search,
                                                         gpointer                    user_data) G_GNUC_WARN_UNUSED_RESULT;
gboolean               palpate_search_provider_export   (PalpateSearchProvider      *self,
                                                         GDBusConnection            *connection,
                                                         const char                 *object_path,
                                                         GError                    **error);
void                   palpate_search_provider_unexport (PalpateSearchProvider      *self,
                                                         GDBusConnection            *connection);

G_END_DECLS
