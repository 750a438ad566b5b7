/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of a sheet, in the sheet's language: what stands on the page, without where it stands. Every function
 * returns plain text or Pango markup that the caller owns.
 */
#pragma once

#include "palpate-sheet.h"
#include "palpate-tongue.h"

G_BEGIN_DECLS

/* A whole sentence or heading of the sheet; a macro so that translators get its text. */
#define T(tongue, text) palpate_tongue_text (tongue, text)

char *palpate_sheet_text_title       (PalpateSheet       *sheet,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_subtitle    (PalpateSheet       *sheet,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_pressing    (PalpateSheet       *sheet,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_habits      (PalpateSheet       *sheet,
                                      PalpateTongue      *tongue,
                                      guint               n_habits,
                                      gboolean            is_brief) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_flags       (PalpateSheet       *sheet,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_left_out    (GArray             *left_out,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_stop        (PalpateSheet       *sheet,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_help        (PalpateSheet       *sheet,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;

char *palpate_sheet_text_point       (PalpateTongue      *tongue,
                                      PalpateSidedPoint   source) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_unseen      (PalpateAtlas       *atlas,
                                      GArray             *places,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_how         (PalpateSheet       *sheet,
                                      PalpateTask        *task,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_dose        (PalpateSheet       *sheet,
                                      PalpateTask        *task,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_stretch     (PalpateTask        *task,
                                      PalpateTongue      *tongue,
                                      gboolean            is_brief) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_same_stretch (PalpateTongue     *tongue,
                                      guint               number) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_care        (PalpateAtlas       *atlas,
                                      const PalpatePoint *point,
                                      GArray             *sharing,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_shared_care (PalpateAtlas       *atlas,
                                      GArray             *sources,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;
char *palpate_sheet_text_ask         (const PalpatePoint *point,
                                      PalpateTongue      *tongue) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
