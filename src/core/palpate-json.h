/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading JSON that somebody else may have written.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *palpate_json_parse (const char  *text,
                              gsize        length,
                              GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
