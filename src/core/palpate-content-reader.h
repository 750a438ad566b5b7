/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads one JSON object into a structure by its table (palpate-content.h), and collects every defect it meets
 * instead of stopping at the first. Owned by the atlas while it loads; knows nothing of references between items.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "palpate-content.h"

G_BEGIN_DECLS

/**
 * PalpateProblem:
 * @file: the file's path below the content folder
 * @item: the id of the item, or where it stands (`muscles[3]`); %NULL for the file as a whole
 * @member: (nullable): the member, with its path inside the item (`points[0].mode`)
 * @reason: what is wrong, a sentence without a full stop
 */
typedef struct {
  char *file;
  char *item;
  char *member;
  char *reason;
} PalpateProblem;

char *palpate_problem_to_string (const PalpateProblem *problem);
void  palpate_problem_free      (PalpateProblem       *problem);

typedef struct _PalpateContentReader PalpateContentReader;

PalpateContentReader *palpate_content_reader_new         (GPtrArray            *problems);
void                  palpate_content_reader_free        (PalpateContentReader *self);
void                  palpate_content_reader_set_file    (PalpateContentReader *self,
                                                          const char           *file);
gpointer              palpate_content_reader_read_item   (PalpateContentReader *self,
                                                          const PalpateShape   *shape,
                                                          JsonNode             *node,
                                                          const char           *position);
void                  palpate_content_reader_report      (PalpateContentReader *self,
                                                          const char           *item,
                                                          const char           *member,
                                                          const char           *format,
                                                          ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateContentReader, palpate_content_reader_free)

G_END_DECLS
