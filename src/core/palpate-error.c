/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-error.h"

G_DEFINE_QUARK (palpate-error-quark, palpate_error)
