/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The application: one instance, the content and charts it carries, preferences, About. It begins to load both while
 * the toolkit starts, so that the first frame finds them ready.
 */
#pragma once

#include <adwaita.h>

#include "palpate-atlas.h"
#include "palpate-chart-set.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_APPLICATION (palpate_application_get_type ())
G_DECLARE_FINAL_TYPE (PalpateApplication, palpate_application, PALPATE, APPLICATION, AdwApplication)

PalpateApplication *palpate_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
