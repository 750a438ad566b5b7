/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One compiled file of translations (.mo), read without the process's locale, so that a sheet can be printed in
 * another language than the interface has. Immutable; a damaged file is refused.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PalpateCatalog PalpateCatalog;

PalpateCatalog *palpate_catalog_new         (GBytes          *data,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void            palpate_catalog_free        (PalpateCatalog  *self);
const char     *palpate_catalog_find        (PalpateCatalog  *self,
                                             const char      *context,
                                             const char      *text);
const char     *palpate_catalog_find_plural (PalpateCatalog  *self,
                                             const char      *singular,
                                             gulong           number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateCatalog, palpate_catalog_free)

G_END_DECLS
