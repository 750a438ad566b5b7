/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The language of a sheet: looks up texts in it, and marks those that nobody has translated, so that a reader sees
 * that the English is meant. Owned by the pages; a plain object without signals.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Stands after a text that nobody has translated. */
#define PALPATE_TONGUE_MARK " [en]"

typedef struct _PalpateTongue PalpateTongue;

PalpateTongue *palpate_tongue_new          (const char     *language,
                                            const char     *locale_dir,
                                            GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           palpate_tongue_free         (PalpateTongue  *self);

char         **palpate_tongue_list         (const char     *locale_dir) G_GNUC_WARN_UNUSED_RESULT;

const char    *palpate_tongue_get_language (PalpateTongue  *self);
gboolean       palpate_tongue_is_rtl       (PalpateTongue  *self);
guint          palpate_tongue_count_missing (PalpateTongue *self);

const char    *palpate_tongue_text         (PalpateTongue  *self,
                                            const char     *text) G_GNUC_FORMAT (2);
const char    *palpate_tongue_bare         (PalpateTongue  *self,
                                            const char     *text) G_GNUC_FORMAT (2);
const char    *palpate_tongue_plural       (PalpateTongue  *self,
                                            const char     *singular,
                                            const char     *plural,
                                            gulong          number) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
const char    *palpate_tongue_content      (PalpateTongue  *self,
                                            const char     *item_id,
                                            const char     *text);
char          *palpate_tongue_date         (PalpateTongue  *self,
                                            const GDate    *date) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateTongue, palpate_tongue_free)

G_END_DECLS
