/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the side panel is: a page and what it is about. A plain value, written as text in actions
 * (`point/levator-scapulae-TrP1/left`), so that a row needs no code to lead somewhere.
 */
#pragma once

#include "palpate-content.h"
#include "palpate-place.h"

G_BEGIN_DECLS

typedef enum {
  PALPATE_PAGE_START,
  PALPATE_PAGE_PLACES,      /* what is marked; marks are not part of a location */
  PALPATE_PAGE_AREAS,
  PALPATE_PAGE_SEARCH,
  PALPATE_PAGE_SAFETY,
  PALPATE_PAGE_KEPT,
  PALPATE_PAGE_HABITS,
  PALPATE_PAGE_GUIDE,
  PALPATE_PAGE_CARE,
  PALPATE_PAGE_POINT,       /* from here on with an id */
  PALPATE_PAGE_MUSCLE,
  PALPATE_PAGE_COMPLAINT,
  PALPATE_PAGE_LOOKALIKE,
  PALPATE_PAGE_TECHNIQUE,
  PALPATE_PAGE_ADVICE,
  PALPATE_PAGE_LEARN,
  PALPATE_N_PAGES,
} PalpatePageKind;

/**
 * PalpateLocation:
 * @id: (nullable): interned
 * @side: of a point
 */
typedef struct {
  PalpatePageKind  kind;
  const char      *id;
  PalpateSide      side;
} PalpateLocation;

gboolean palpate_location_parse  (const char            *text,
                                  PalpateLocation       *location);
char    *palpate_location_format (const PalpateLocation *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean palpate_location_equal  (const PalpateLocation *a,
                                  const PalpateLocation *b);

G_END_DECLS
