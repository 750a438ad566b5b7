/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The `plural=` expression of a translation's header: which form belongs to a number.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean palpate_plural_evaluate (const char *expression,
                                  gulong      number,
                                  gulong     *form);

G_END_DECLS
