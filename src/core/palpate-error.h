/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error domain of the core and chart layers. Codes say what the caller can do.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PALPATE_ERROR (palpate_error_quark ())

/**
 * PalpateError:
 * @PALPATE_ERROR_PARSE: a file is not what it says it is; mend or replace it
 * @PALPATE_ERROR_CONTENT: content is readable but wrong; the message lists the items
 * @PALPATE_ERROR_NOT_FOUND: an id is not known; the message names the nearest ones
 * @PALPATE_ERROR_UNSUPPORTED_VERSION: a file was written by a newer Palpate
 * @PALPATE_ERROR_STORAGE: a file of the person's own cannot be read or written; go on without it
 */
typedef enum {
  PALPATE_ERROR_PARSE,
  PALPATE_ERROR_CONTENT,
  PALPATE_ERROR_NOT_FOUND,
  PALPATE_ERROR_UNSUPPORTED_VERSION,
  PALPATE_ERROR_STORAGE,
} PalpateError;

GQuark palpate_error_quark (void);

G_END_DECLS
