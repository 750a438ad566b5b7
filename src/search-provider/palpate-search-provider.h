/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Answers the search of the desktop (org.gnome.Shell.SearchProvider2) with places, complaints, muscles and points, and has
 * the program open what was chosen. A small program of its own, without the toolkit: it answers at once from a cold start.
 */
#pragma once

#include <gio/gio.h>

#include "palpate-search.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_SEARCH_PROVIDER (palpate_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSearchProvider, palpate_search_provider, PALPATE, SEARCH_PROVIDER, GApplication)

GApplication *palpate_search_provider_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
