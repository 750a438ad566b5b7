/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A home-care sheet: its words, its tasks, what to ask a therapist about, where it hurts, paper and parts. Everything that can be
 * edited is a property; `changed` says that the page looks different. Owned by the editor or the command line.
 */
#pragma once

#include "palpate-care.h"
#include "palpate-marks.h"
#include "palpate-paper.h"
#include "palpate-task.h"

G_BEGIN_DECLS

typedef enum {
  PALPATE_SHEET_TITLE,
  PALPATE_SHEET_PERSON,
  PALPATE_SHEET_NOTE,
  PALPATE_SHEET_PRACTICE,
  PALPATE_SHEET_CONTACT,
  PALPATE_SHEET_LOGO,       /* the path of a picture */
  PALPATE_SHEET_LANGUAGE,   /* empty: that of the interface */
  PALPATE_N_SHEET_TEXTS,
} PalpateSheetText;

/* What may be left away. When to stop may not. */
typedef enum {
  PALPATE_SHEET_PART_BODY,
  PALPATE_SHEET_PART_MARKS,     /* on the body */
  PALPATE_SHEET_PART_PRESSING,
  PALPATE_SHEET_PART_STRETCHES,
  PALPATE_SHEET_PART_HABITS,
  PALPATE_N_SHEET_PARTS,
} PalpateSheetPart;

/* More tasks than this are seldom done. */
#define PALPATE_SHEET_GOOD_TASKS 3
#define PALPATE_SHEET_MAX_TASKS 12
#define PALPATE_SHEET_MAX_TITLE 80
#define PALPATE_SHEET_MAX_NOTE 500

#define PALPATE_TYPE_SHEET (palpate_sheet_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSheet, palpate_sheet, PALPATE, SHEET, GObject)

PalpateSheet      *palpate_sheet_new            (PalpateAtlas       *atlas,
                                                 const GDate        *date) G_GNUC_WARN_UNUSED_RESULT;

PalpateAtlas      *palpate_sheet_get_atlas      (PalpateSheet       *self);
void               palpate_sheet_freeze         (PalpateSheet       *self);
void               palpate_sheet_thaw           (PalpateSheet       *self);
const char        *palpate_sheet_get_text       (PalpateSheet       *self,
                                                 PalpateSheetText    which);
void               palpate_sheet_set_text       (PalpateSheet       *self,
                                                 PalpateSheetText    which,
                                                 const char         *text);
gboolean           palpate_sheet_has_part       (PalpateSheet       *self,
                                                 PalpateSheetPart    part);
void               palpate_sheet_set_part       (PalpateSheet       *self,
                                                 PalpateSheetPart    part,
                                                 gboolean            included);
const GDate       *palpate_sheet_get_date       (PalpateSheet       *self);
void               palpate_sheet_set_date       (PalpateSheet       *self,
                                                 const GDate        *date);
PalpatePaper       palpate_sheet_get_paper      (PalpateSheet       *self);
void               palpate_sheet_set_paper      (PalpateSheet       *self,
                                                 PalpatePaper        paper);
gboolean           palpate_sheet_get_large_print (PalpateSheet      *self);
void               palpate_sheet_set_large_print (PalpateSheet      *self,
                                                 gboolean            large_print);
guint              palpate_sheet_get_weeks      (PalpateSheet       *self);
void               palpate_sheet_set_weeks      (PalpateSheet       *self,
                                                 guint               weeks);
PalpateCare       *palpate_sheet_get_care       (PalpateSheet       *self);
void               palpate_sheet_set_care       (PalpateSheet       *self,
                                                 PalpateCare        *care);

GListModel        *palpate_sheet_get_tasks      (PalpateSheet       *self);
guint              palpate_sheet_get_n_tasks    (PalpateSheet       *self);
PalpateTask       *palpate_sheet_get_task       (PalpateSheet       *self,
                                                 guint               position);
gboolean           palpate_sheet_has            (PalpateSheet       *self,
                                                 PalpateSidedPoint   source);
gboolean           palpate_sheet_add            (PalpateSheet       *self,
                                                 PalpateSidedPoint   source,
                                                 GError            **error);
void               palpate_sheet_add_task       (PalpateSheet       *self,
                                                 PalpateTask        *task);
void               palpate_sheet_remove_task    (PalpateSheet       *self,
                                                 guint               position);
void               palpate_sheet_move_task      (PalpateSheet       *self,
                                                 guint               from,
                                                 guint               to);
GArray            *palpate_sheet_get_asked      (PalpateSheet       *self);
void               palpate_sheet_remove_asked   (PalpateSheet       *self,
                                                 guint               position);
PalpateMarks      *palpate_sheet_get_marks      (PalpateSheet       *self);
void               palpate_sheet_set_marks      (PalpateSheet       *self,
                                                 PalpateMarks       *marks);
void               palpate_sheet_clear          (PalpateSheet       *self);
gboolean           palpate_sheet_is_empty       (PalpateSheet       *self);

G_END_DECLS
