/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the command line share.
 */
#pragma once

#include "palpate-atlas.h"
#include "palpate-command-line.h"

G_BEGIN_DECLS

enum { EXIT_DONE = 0, EXIT_CANNOT = 1, EXIT_USAGE = 2 };

int       palpate_command_line_complain       (const char          *message,
                                               int                  status);
int       palpate_command_line_complain_error (GError              *error);
gboolean  palpate_command_line_parse          (const char          *parameters,
                                               const GOptionEntry  *entries,
                                               int                 *argc,
                                               char              ***argv,
                                               GError             **error);
GArray   *palpate_command_line_parse_places   (PalpateAtlas        *atlas,
                                               char               **ids,
                                               GError             **error);

GArray   *palpate_command_line_parse_points   (PalpateAtlas        *atlas,
                                               char               **ids,
                                               gboolean             allow_both,
                                               GError             **error);

int       palpate_command_line_run_chart      (int                  argc,
                                               char               **argv);
int       palpate_command_line_run_check      (int                  argc,
                                               char               **argv);

int       palpate_command_line_run_sheet      (int                  argc,
                                               char               **argv);

G_END_DECLS
