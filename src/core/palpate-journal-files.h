/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The files round the journal's database: a copy of each day, damaged files set aside, and taking all of it away.
 */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

gboolean  palpate_journal_files_prepare    (const char  *path,
                                            GError     **error);
sqlite3  *palpate_journal_files_open       (const char  *path,
                                            char       **damage,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *palpate_journal_files_set_aside  (const char  *path,
                                            const char  *today,
                                            GError     **error) G_GNUC_WARN_UNUSED_RESULT;
char     *palpate_journal_files_restore    (const char  *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean  palpate_journal_files_back_up    (sqlite3     *database,
                                            const char  *path,
                                            const char  *today,
                                            GError     **error);
void      palpate_journal_files_remove_others (const char *path);
void      palpate_journal_set_error        (sqlite3     *database,
                                            const char  *path,
                                            GError     **error);

G_END_DECLS
