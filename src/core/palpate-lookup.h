/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ranks the trigger points that may send pain to the marked places, and says why in words.
 * A lookup is a value: made from places and answers, read, freed. It remembers nothing.
 */
#pragma once

#include "palpate-atlas.h"
#include "palpate-coverage.h"

G_BEGIN_DECLS

/**
 * PalpateAnswer: what pressing a point did
 */
typedef enum {
  PALPATE_ANSWER_NONE,
  PALPATE_ANSWER_YES,
  PALPATE_ANSWER_LOCAL,
  PALPATE_ANSWER_NO,
} PalpateAnswer;

const char *palpate_answer_to_id (PalpateAnswer answer);

/* A trigger point on one side of the body. */
typedef struct {
  const PalpatePoint *point;
  PalpateSide         side;
} PalpateSidedPoint;

char *palpate_sided_point_describe (PalpateAtlas      *atlas,
                                    PalpateSidedPoint  source) G_GNUC_WARN_UNUSED_RESULT;

/* Says what pressing a point did; %PALPATE_ANSWER_NONE if nobody asked. */
typedef PalpateAnswer (*PalpateAnswerFunc) (PalpateSidedPoint point,
                                            gpointer          user_data);

/**
 * PalpateSuspect:
 * @source: the point; its side is %PALPATE_SIDE_BOTH where either side can send the pain
 * @kind: the strongest way in which it reaches a marked place
 * @answer: what pressing it did
 * @row: the row of a list that it stands in, from 1: the points of one muscle on one side that reach the same places,
 *   all with their main area or all without it, share a row
 * @score: 0 to 1, only for comparing
 * @covered: bit i is set if its pattern reaches the i-th place
 * @covered_core: the same for the essential part
 * @exact: whether its essential part is just what is marked, nothing missing and nothing elsewhere
 * @painted: 0 to 1, how much of the painted area lies in its pattern; -1 if nothing is painted
 * @why: the reason, a sentence or two
 */
typedef struct {
  PalpateSidedPoint    source;
  PalpateReferralKind  kind;
  PalpateAnswer        answer;
  guint                row;
  double               score;
  guint32              covered;
  guint32              covered_core;
  gboolean             exact;
  double               painted;
  char                *why;
} PalpateSuspect;

/* From which share of a painted area "nearly all", "most" and "part" of it is said. */
#define PALPATE_PAINTED_ALL 0.85
#define PALPATE_PAINTED_MOST 0.5
#define PALPATE_PAINTED_PART 0.12

/* More places than this are not looked up together. */
#define PALPATE_MAX_PLACES 32

GPtrArray *palpate_lookup           (PalpateAtlas       *atlas,
                                     const PalpatePlace *places,
                                     guint               n_places,
                                     PalpateAnswerFunc   answer,
                                     gpointer            user_data) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *palpate_lookup_painted   (PalpateAtlas          *atlas,
                                     const PalpatePlace    *places,
                                     guint                  n_places,
                                     const PalpateCoverage *coverage,
                                     PalpateAnswerFunc      answer,
                                     gpointer               user_data) G_GNUC_WARN_UNUSED_RESULT;
void       palpate_suspects_sort_by_row (GPtrArray          *suspects);
GPtrArray *palpate_lookup_red_flags (PalpateAtlas       *atlas,
                                     const PalpatePlace *places,
                                     guint               n_places) G_GNUC_WARN_UNUSED_RESULT;

char      *palpate_suspect_describe_cover (const PalpateSuspect *suspect,
                                           guint                 n_places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
