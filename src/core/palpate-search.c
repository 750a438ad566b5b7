/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "palpate-hit.h"
#include "palpate-text.h"

/* The score of a good hit; where none is, as in a long sentence, the best ones down to the least are the answer. */
#define ENOUGH 0.35
#define LEAST 0.05

/* A word of the index with the documents that hold it. */
typedef struct {
  char   *word;
  GArray *postings;   /* of Posting */
} Term;

typedef struct {
  guint document;
  guint field;        /* phrases of one document are told apart by number */
  float weight;
} Posting;

/* How much of a phrase must be typed for it to count. */
typedef enum {
  PHRASE_LOOSE,       /* a word of it tells something: a place, a description */
  PHRASE_WHOLE,       /* only together: a “blood clot in the leg” is not meant by “leg” */
} PhraseKind;

typedef struct {
  guint      n_words;
  PhraseKind kind;
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
};

/* Translators: words that people put round a complaint and that say nothing about it, separated by spaces */
static const char noise_words[] = N_("a an and at my the of on in is it i im ive to with when while for or me have has having "
                                     "had hurts hurt hurting pain pains painful ache aches aching sore go goes get gets got "
                                     "getting feel feels am are be do does from think just really very so symptom symptoms");
/* Translators: words for "left" that people type, separated by spaces */
static const char left_words[] = N_("left");
/* Translators: words for "right" that people type, separated by spaces */
static const char right_words[] = N_("right");

static void
free_term (gpointer data)
{
  Term *term = data;

  g_free (term->word);
  g_array_unref (term->postings);
  g_free (term);
}

static Term *
ensure_term (PalpateSearch *self,
             const char    *word)
{
  Term *term = g_hash_table_lookup (self->by_word, word);

  if (term == NULL)
    {
      term = g_new0 (Term, 1);
      term->word = g_strdup (word);
      term->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
      g_ptr_array_add (self->terms, term);
      g_hash_table_insert (self->by_word, term->word, term);
    }
  return term;
}

/* Adds one phrase (a name, a synonym) to the newest document. */
static void
add_phrase (PalpateSearch *self,
            const char    *phrase,
            PhraseKind     kind,
            float          weight)
{
  Document *document = &g_array_index (self->documents, Document, self->documents->len - 1);
  g_auto (GStrv) words = palpate_text_words (phrase);
  Field field = { 0, kind };

  for (guint i = 0; words[i] != NULL; i++)
    {
      const Posting posting = { self->documents->len - 1, self->fields->len, weight };

      if (g_hash_table_contains (self->noise, words[i]) && words[1] != NULL)
        continue;
      g_array_append_val (ensure_term (self, words[i])->postings, posting);
      field.n_words++;
    }
  g_array_append_val (self->fields, field);
  document->n_fields++;
}

static void
add_text (PalpateSearch *self,
          const char    *id,
          const char    *text,
          PhraseKind     kind,
          float          weight)
{
  const char *translated = palpate_content_text (id, text);

  if (translated == NULL || *translated == '\0')
    return;
  add_phrase (self, translated, kind, weight);
  if (translated != text)   /* people also type what they read elsewhere */
    add_phrase (self, text, kind, weight * 0.8f);
}

static void
add_texts (PalpateSearch     *self,
           const char        *id,
           const char *const *texts,
           PhraseKind         kind,
           float              weight)
{
  for (; *texts != NULL; texts++)
    add_text (self, id, *texts, kind, weight);
}

static void
begin_document (PalpateSearch   *self,
                PalpateItemKind  kind,
                gconstpointer    item)
{
  const Document document = { kind, item, 0 };

  g_array_append_val (self->documents, document);
}

static void
index_muscle (PalpateSearch       *self,
              const PalpateMuscle *muscle)
{
  add_text (self, muscle->id, muscle->name, PHRASE_LOOSE, 1.0f);
  add_text (self, muscle->id, muscle->plain_name, PHRASE_LOOSE, 0.7f);
  add_phrase (self, muscle->latin, PHRASE_LOOSE, 1.0f);
  add_texts (self, muscle->id, muscle->also_called, PHRASE_LOOSE, 1.0f);
  for (const char *const *word = muscle->abbreviations; *word != NULL; word++)
    add_phrase (self, *word, PHRASE_LOOSE, 1.05f);
  add_texts (self, muscle->id, muscle->actions, PHRASE_LOOSE, 0.6f);
  add_texts (self, muscle->id, muscle->feels_like, PHRASE_LOOSE, 0.6f);
  add_texts (self, muscle->id, muscle->mistaken_for, PHRASE_LOOSE, 0.55f);
}

static void
index_item (PalpateSearch   *self,
            PalpateItemKind  kind,
            gconstpointer    item)
{
  begin_document (self, kind, item);
  if (kind == PALPATE_ITEM_REGION)
    {
      const PalpateRegion *region = item;

      add_text (self, region->id, region->name, PHRASE_LOOSE, 1.02f);
      add_text (self, region->id, region->extent, PHRASE_LOOSE, 0.5f);
      add_texts (self, region->id, region->synonyms, PHRASE_LOOSE, 0.95f);
    }
  else if (kind == PALPATE_ITEM_COMPLAINT)
    {
      const PalpateComplaint *complaint = item;

      add_text (self, complaint->id, complaint->text, PHRASE_LOOSE, 1.01f);
      add_text (self, complaint->id, complaint->hint, PHRASE_LOOSE, 0.5f);
      add_texts (self, complaint->id, complaint->synonyms, PHRASE_LOOSE, 1.0f);
    }
  else if (kind == PALPATE_ITEM_MUSCLE)
    {
      index_muscle (self, item);
    }
  else if (kind == PALPATE_ITEM_TECHNIQUE)
    {
      const PalpateTechnique *technique = item;

      add_text (self, technique->id, technique->name, PHRASE_LOOSE, 0.98f);
      add_texts (self, technique->id, technique->synonyms, PHRASE_LOOSE, 0.98f);
    }
  else if (kind == PALPATE_ITEM_ADVICE)
    {
      add_text (self, ((const PalpateAdvice *) item)->id, ((const PalpateAdvice *) item)->title, PHRASE_LOOSE, 0.85f);
    }
  else if (kind == PALPATE_ITEM_PAGE)
    {
      const PalpatePage *page = item;

      add_text (self, page->id, page->title, PHRASE_LOOSE, 0.9f);
      add_text (self, page->id, page->summary, PHRASE_LOOSE, 0.45f);
      add_texts (self, page->id, page->synonyms, PHRASE_WHOLE, 0.9f);
    }
  else if (kind == PALPATE_ITEM_RED_FLAG)
    {
      const PalpateRedFlag *flag = item;

      add_text (self, flag->id, flag->title, PHRASE_LOOSE, 0.9f);
      add_text (self, flag->id, flag->sign, PHRASE_LOOSE, 0.6f);
      add_texts (self, flag->id, flag->synonyms, PHRASE_WHOLE, 1.05f);   /* above every other name: it must be read first */
    }
  else if (kind == PALPATE_ITEM_LOOKALIKE)
    {
      const PalpateLookalike *lookalike = item;

      add_text (self, lookalike->id, lookalike->name, PHRASE_WHOLE, 0.95f);
      add_texts (self, lookalike->id, lookalike->synonyms, PHRASE_WHOLE, 0.95f);
    }
  else if (kind == PALPATE_ITEM_PROFILE)
    {
      const PalpateProfile *profile = item;

      add_text (self, profile->id, profile->name, PHRASE_WHOLE, 1.0f);
      add_texts (self, profile->id, profile->synonyms, PHRASE_WHOLE, 1.0f);
    }
}

static void
add_noise (PalpateSearch *self,
           const char    *words)
{
  g_auto (GStrv) folded = palpate_text_words (words);

  for (guint i = 0; folded[i] != NULL; i++)
    g_hash_table_add (self->noise, g_strdup (folded[i]));
}

/**
 * palpate_search_new:
 *
 * Indexes the atlas in the language of the moment.
 */
PalpateSearch *
palpate_search_new (PalpateAtlas *atlas)
{
  static const PalpateItemKind kinds[] = { PALPATE_ITEM_REGION, PALPATE_ITEM_COMPLAINT, PALPATE_ITEM_MUSCLE, PALPATE_ITEM_TECHNIQUE,
                                           PALPATE_ITEM_RED_FLAG, PALPATE_ITEM_ADVICE, PALPATE_ITEM_PAGE, PALPATE_ITEM_LOOKALIKE,
                                           PALPATE_ITEM_PROFILE };
  PalpateSearch *self = g_new0 (PalpateSearch, 1);

  self->atlas = g_object_ref (atlas);
  self->documents = g_array_new (FALSE, FALSE, sizeof (Document));
  self->terms = g_ptr_array_new_with_free_func (free_term);
  self->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  self->noise = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_noise (self, _(noise_words));
  add_noise (self, _(left_words));
  add_noise (self, _(right_words));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *items = palpate_atlas_list (atlas, kinds[i]);

      for (guint j = 0; j < items->len; j++)
        index_item (self, kinds[i], g_ptr_array_index (items, j));
    }
  return self;
}

void
palpate_search_free (PalpateSearch *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_word);
  g_hash_table_unref (self->noise);
  g_ptr_array_unref (self->terms);
  g_array_unref (self->documents);
  g_array_unref (self->fields);
  g_object_unref (self->atlas);
  g_free (self);
}

PalpateAtlas *
palpate_search_get_atlas (PalpateSearch *self)
{
  return self->atlas;
}

/* How well an indexed word answers a typed one, 0 to 1. Two letters stand for a longer word only while it is being
 * typed: the “de” of “de quervain” is not “deep”. A word that is known is no slip of another, but for its ending. */
static double
match_word (const char *typed,
            gsize       length,
            gboolean    is_last,
            gboolean    is_known,
            const char *word)
{
  const gsize word_length = strlen (word);
  guint slips, distance;

  if (strcmp (typed, word) == 0)
    return 1.0;
  if (length >= (is_last ? 2 : 3) && strncmp (typed, word, length) == 0)
    return 0.72 + 0.2 * length / word_length;
  if (length == 3 && !is_known)   /* too short to guess more than one letter left out: "nek", "bak" */
    return word_length == 4 && *typed == *word && palpate_text_distance (typed, word, 1) == 1 ? 0.65 : 0;
  if (length < 3 || (is_known && strncmp (typed, word, word_length) != 0))
    return 0;
  slips = length >= 8 ? 2 : 1;
  if (word_length + slips < length || length + slips < word_length)
    return 0;
  distance = palpate_text_distance (typed, word, slips);
  if (distance > slips)
    return 0;
  return distance == 1 ? 0.75 : 0.6;
}

/* Fills @matches, n_words values a field, with the best match of each typed word in each field. */
static void
match_terms (PalpateSearch *self,
             GStrv          words,
             guint          n_words,
             float         *matches)
{
  for (guint w = 0; w < n_words; w++)
    {
      const gsize length = strlen (words[w]);
      const gboolean is_known = g_hash_table_contains (self->by_word, words[w]);

      for (guint t = 0; t < self->terms->len; t++)
        {
          const Term *term = g_ptr_array_index (self->terms, t);
          const double quality = match_word (words[w], length, w + 1 == n_words, is_known, term->word);
          const gsize missing = strlen (term->word) - MIN (length, strlen (term->word));
          /* German “Brust” is not “Brustkrebs”; only what is no word yet may become a longer one while it is being typed */
          const gboolean is_beginning = missing > (w + 1 == n_words && !is_known ? length : 2);

          if (quality <= 0)
            continue;
          for (guint p = 0; p < term->postings->len; p++)
            {
              const Posting *posting = &g_array_index (term->postings, Posting, p);
              float *match = &matches[posting->field * n_words + w];

              if (is_beginning && g_array_index (self->fields, Field, posting->field).kind == PHRASE_WHOLE)
                continue;
              *match = MAX (*match, quality * posting->weight);
            }
        }
    }
}

/* Answered words count most; a field that says little else is the better answer. A whole phrase is an answer also amidst
 * other words: “pregnant” in “six months pregnant”. */
static double
score_field (const float *matches,
             guint        n_words,
             const Field *field)
{
  double sum = 0, share;
  guint answered = 0;

  for (guint w = 0; w < n_words; w++)
    {
      sum += matches[w];
      answered += matches[w] > 0;
    }
  if (answered == 0)
    return 0;
  share = MIN (1.0, (double) answered / MAX (field->n_words, 1));
  if (field->kind == PHRASE_LOOSE)
    return sum / n_words * (0.8 + 0.2 * share);
  return share < 1 ? sum / n_words * share : sum / answered * (0.5 + 0.5 * answered / n_words);
}

/* A document may answer some words in one field and the rest in another. */
static double
score_document (PalpateSearch *self,
                const float   *matches,
                guint          n_words,
                guint          first_field,
                guint          n_fields)
{
  double best = 0, spread = 0;

  for (guint f = first_field; f < first_field + n_fields; f++)
    best = MAX (best, score_field (&matches[f * n_words], n_words, &g_array_index (self->fields, Field, f)));
  for (guint w = 0; w < n_words; w++)
    {
      float word = 0;

      for (guint f = first_field; f < first_field + n_fields; f++)
        if (g_array_index (self->fields, Field, f).kind == PHRASE_LOOSE)
          word = MAX (word, matches[f * n_words + w]);
      spread += word;
    }
  return MAX (best, 0.75 * spread / n_words);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const PalpateSearchHit *x = a;
  const PalpateSearchHit *y = b;

  if (x->score != y->score)
    return x->score > y->score ? -1 : 1;
  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  return g_strcmp0 (palpate_hit_get_id (x), palpate_hit_get_id (y));
}

static gboolean
is_among (const char *word,
          const char *words)
{
  g_auto (GStrv) folded = palpate_text_words (words);

  return g_strv_contains ((const char *const *) folded, word);
}

/* Takes side and noise words out of what was typed, unless nothing else would be left. */
static GStrv
meaningful_words (PalpateSearch *self,
                  const char    *text,
                  PalpateSide   *side)
{
  g_auto (GStrv) typed = palpate_text_words (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GStrv words;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      if (is_among (typed[i], _(left_words)))
        *side = PALPATE_SIDE_LEFT;
      else if (is_among (typed[i], _(right_words)))
        *side = PALPATE_SIDE_RIGHT;
      else if (!g_hash_table_contains (self->noise, typed[i]))
        g_strv_builder_add (builder, typed[i]);
    }
  words = g_strv_builder_end (builder);
  if (words[0] != NULL)
    return words;
  g_strfreev (words);
  return g_steal_pointer (&typed);
}

/**
 * palpate_search_find:
 * @text: what was typed
 * @limit: how many hits at most
 *
 * Returns: (transfer full) (element-type PalpateSearchHit): the hits, best first
 */
GArray *
palpate_search_find (PalpateSearch *self,
                     const char    *text,
                     guint          limit)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (PalpateSearchHit));
  PalpateSide side = PALPATE_SIDE_NONE;
  g_auto (GStrv) words = meaningful_words (self, text, &side);
  const guint n_words = MIN (g_strv_length (words), 12);
  g_autofree float *matches = NULL;
  guint field = 0, n_hits;

  if (n_words == 0)
    return hits;
  matches = g_new0 (float, (gsize) self->fields->len * n_words);
  match_terms (self, words, n_words, matches);
  for (guint d = 0; d < self->documents->len; d++)
    {
      const Document *document = &g_array_index (self->documents, Document, d);
      const PalpateSearchHit hit = { document->kind, document->item, side,
                                     score_document (self, matches, n_words, field, document->n_fields) };

      field += document->n_fields;
      if (hit.score >= (hit.kind == PALPATE_ITEM_RED_FLAG ? ENOUGH : LEAST))   /* no alarm on a guess */
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (n_hits = 0; n_hits < MIN (hits->len, limit); n_hits++)
    if (g_array_index (hits, PalpateSearchHit, n_hits).score < MIN (ENOUGH, 0.8 * g_array_index (hits, PalpateSearchHit, 0).score))
      break;
  g_array_set_size (hits, n_hits);
  return hits;
}

/* The word that @typed may be a slip of, of two as near the more common, or NULL. The first letter is seldom the wrong one. */
static const char *
nearest_word (PalpateSearch *self,
              const char    *typed)
{
  guint nearest_distance = MAX (1, strlen (typed) / 3), nearest_use = 0;
  const char *nearest = NULL;
  GHashTableIter iter;
  gpointer noise;

  for (guint t = 0; t < self->terms->len; t++)
    {
      const Term *term = g_ptr_array_index (self->terms, t);
      const guint distance = *term->word == *typed ? palpate_text_distance (typed, term->word, nearest_distance) : G_MAXUINT;

      if (distance > nearest_distance || (distance == nearest_distance && term->postings->len <= nearest_use))
        continue;
      nearest = term->word;
      nearest_distance = distance;
      nearest_use = term->postings->len;
    }
  for (g_hash_table_iter_init (&iter, self->noise); g_hash_table_iter_next (&iter, &noise, NULL);)
    if (*(const char *) noise == *typed && palpate_text_distance (typed, noise, 1) <= 1)
      nearest = noise;
  return nearest;
}

/**
 * palpate_search_suggest:
 *
 * Returns: (transfer full) (nullable): @text with each word replaced by the nearest known one, if that differs and finds
 *   something
 */
char *
palpate_search_suggest (PalpateSearch *self,
                        const char    *text)
{
  g_auto (GStrv) words = palpate_text_words (text);
  g_autofree char *typed = g_strjoinv (" ", words);
  g_autofree char *joined = NULL;
  g_autoptr (GArray) hits = NULL;

  if (g_utf8_strlen (typed, -1) < 3)
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *nearest = words[i];

      if (!g_hash_table_contains (self->noise, words[i]) && !g_hash_table_contains (self->by_word, words[i]))
        nearest = nearest_word (self, words[i]);
      if (nearest == NULL)   /* half a suggestion would lead astray */
        return NULL;
      if (nearest != words[i])
        {
          g_free (words[i]);
          words[i] = g_strdup (nearest);
        }
    }
  joined = g_strjoinv (" ", words);
  hits = palpate_search_find (self, joined, 1);
  return hits->len > 0 && strcmp (joined, typed) != 0 ? g_steal_pointer (&joined) : NULL;
}
