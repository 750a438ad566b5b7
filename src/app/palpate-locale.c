/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-locale.h"

#include <langinfo.h>
#include <stdint.h>

/**
 * palpate_locale_get_paper:
 *
 * Returns: Letter where people use it, else A4
 */
PalpatePaper
palpate_locale_get_paper (void)
{
#ifdef _NL_PAPER_WIDTH
  /* glibc hands out the number in the place of the pointer: millimetres */
  if ((intptr_t) nl_langinfo (_NL_PAPER_WIDTH) == 216)
    return PALPATE_PAPER_LETTER;
#endif
  return PALPATE_PAPER_A4;
}
