/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands that need no display: lookup, search, show, chart, check. Their `--json` is a promise to other
 * programs and is documented in the README.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean palpate_command_line_handles (int    argc,
                                       char **argv);
int      palpate_command_line_run     (int    argc,
                                       char **argv);

G_END_DECLS
