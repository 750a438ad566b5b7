/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index, shared by what makes it of the atlas and what looks words up in it.
 */
#pragma once

#include "palpate-search.h"

G_BEGIN_DECLS

/* A word of the index with the documents that hold it. */
typedef struct {
  char     *word;
  GArray   *postings;     /* of Posting */
  gboolean  is_telling;   /* of a name, not only of a situation */
  float     weight;       /* how much of a question it carries, 0 to 1 */
} Term;

typedef struct {
  guint document;
  guint field;        /* phrases of one document are told apart by number */
} Posting;

/* How much of a phrase must be typed for it to count. */
typedef enum {
  PHRASE_LOOSE,       /* a word of it tells something: a description, a situation */
  PHRASE_NAME,        /* the same, and it names what is meant: a place, a muscle, a technique */
  PHRASE_WHOLE,       /* only together: a “blood clot in the leg” is not meant by “leg” */
} PhraseKind;

typedef struct {
  guint      n_words;
  PhraseKind kind;
  float      weight;
} Field;

typedef struct {
  PalpateItemKind  kind;
  gconstpointer    item;
  guint            n_fields;
} Document;

struct _PalpateSearch {
  PalpateAtlas *atlas;       /* owned */
  GArray       *documents;
  GPtrArray    *terms;
  GHashTable   *by_word;     /* borrowed word → Term */
  GArray       *fields;      /* of Field, all documents in a row */
  GHashTable   *noise;       /* words that say nothing */
  GHashTable   *pairs;       /* two neighbours of a phrase written as one → where the second begins */
  GHashTable   *left_words;
  GHashTable   *right_words;
};

gboolean palpate_search_is_noise (PalpateSearch *self,
                                  const char    *word);

G_END_DECLS
