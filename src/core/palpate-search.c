/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "palpate-text.h"

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
  GArray       *field_words; /* of guint: number of words of each field, all documents in a row */
  GHashTable   *noise;       /* words that say nothing */
};

/* Translators: words that people put round a complaint and that say nothing about it, separated by spaces */
static const char noise_words[] = N_("a an and at my the of on in is it i to with when for or me have has hurts hurt "
                                     "hurting pain pains painful ache aches aching sore go goes get gets feel feels "
                                     "am are be do does from");
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
            float          weight)
{
  Document *document = &g_array_index (self->documents, Document, self->documents->len - 1);
  g_auto (GStrv) words = palpate_text_words (phrase);
  guint n_words = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const Posting posting = { self->documents->len - 1, self->field_words->len, weight };

      if (g_hash_table_contains (self->noise, words[i]) && words[1] != NULL)
        continue;
      g_array_append_val (ensure_term (self, words[i])->postings, posting);
      n_words++;
    }
  g_array_append_val (self->field_words, n_words);
  document->n_fields++;
}

static void
add_text (PalpateSearch *self,
          const char    *id,
          const char    *text,
          float          weight)
{
  const char *translated = palpate_content_text (id, text);

  if (translated == NULL || *translated == '\0')
    return;
  add_phrase (self, translated, weight);
  if (translated != text)   /* people also type what they read elsewhere */
    add_phrase (self, text, weight * 0.8f);
}

static void
add_texts (PalpateSearch     *self,
           const char        *id,
           const char *const *texts,
           float              weight)
{
  for (; *texts != NULL; texts++)
    add_text (self, id, *texts, weight);
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
  add_text (self, muscle->id, muscle->name, 1.0f);
  add_text (self, muscle->id, muscle->plain_name, 0.7f);
  add_phrase (self, muscle->latin, 1.0f);
  add_texts (self, muscle->id, muscle->also_called, 1.0f);
  for (const char *const *word = muscle->abbreviations; *word != NULL; word++)
    add_phrase (self, *word, 1.05f);
  add_texts (self, muscle->id, muscle->actions, 0.6f);
  add_texts (self, muscle->id, muscle->feels_like, 0.6f);
  add_texts (self, muscle->id, muscle->mistaken_for, 0.55f);
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

      add_text (self, region->id, region->name, 1.02f);
      add_text (self, region->id, region->extent, 0.5f);
      add_texts (self, region->id, region->synonyms, 0.95f);
    }
  else if (kind == PALPATE_ITEM_COMPLAINT)
    {
      const PalpateComplaint *complaint = item;

      add_text (self, complaint->id, complaint->text, 1.01f);
      add_text (self, complaint->id, complaint->hint, 0.5f);
      add_texts (self, complaint->id, complaint->synonyms, 1.0f);
    }
  else if (kind == PALPATE_ITEM_MUSCLE)
    {
      index_muscle (self, item);
    }
  else if (kind == PALPATE_ITEM_TECHNIQUE)
    {
      const PalpateTechnique *technique = item;

      add_text (self, technique->id, technique->name, 0.98f);
      add_texts (self, technique->id, technique->synonyms, 0.98f);
    }
  else if (kind == PALPATE_ITEM_ADVICE)
    {
      add_text (self, ((const PalpateAdvice *) item)->id, ((const PalpateAdvice *) item)->title, 0.85f);
    }
  else if (kind == PALPATE_ITEM_PAGE)
    {
      add_text (self, ((const PalpatePage *) item)->id, ((const PalpatePage *) item)->title, 0.9f);
      add_text (self, ((const PalpatePage *) item)->id, ((const PalpatePage *) item)->summary, 0.45f);
    }
  else if (kind == PALPATE_ITEM_RED_FLAG)
    {
      add_text (self, ((const PalpateRedFlag *) item)->id, ((const PalpateRedFlag *) item)->title, 0.9f);
      add_text (self, ((const PalpateRedFlag *) item)->id, ((const PalpateRedFlag *) item)->sign, 0.6f);
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
                                           PALPATE_ITEM_RED_FLAG, PALPATE_ITEM_ADVICE, PALPATE_ITEM_PAGE };
  PalpateSearch *self = g_new0 (PalpateSearch, 1);

  self->atlas = g_object_ref (atlas);
  self->documents = g_array_new (FALSE, FALSE, sizeof (Document));
  self->terms = g_ptr_array_new_with_free_func (free_term);
  self->by_word = g_hash_table_new (g_str_hash, g_str_equal);
  self->field_words = g_array_new (FALSE, FALSE, sizeof (guint));
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
  g_array_unref (self->field_words);
  g_object_unref (self->atlas);
  g_free (self);
}

PalpateAtlas *
palpate_search_get_atlas (PalpateSearch *self)
{
  return self->atlas;
}

/* How well an indexed word answers a typed one, 0 to 1. */
static double
match_word (const char *typed,
            gsize       length,
            const char *word)
{
  const gsize word_length = strlen (word);
  guint slips, distance;

  if (strcmp (typed, word) == 0)
    return 1.0;
  if (length >= 2 && strncmp (typed, word, length) == 0)
    return 0.72 + 0.2 * length / word_length;
  if (length == 3)   /* too short to guess more than one letter left out: "nek", "bak" */
    return word_length == 4 && *typed == *word && palpate_text_distance (typed, word, 1) == 1 ? 0.65 : 0;
  if (length < 3)
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

      for (guint t = 0; t < self->terms->len; t++)
        {
          const Term *term = g_ptr_array_index (self->terms, t);
          const double quality = match_word (words[w], length, term->word);

          if (quality <= 0)
            continue;
          for (guint p = 0; p < term->postings->len; p++)
            {
              const Posting *posting = &g_array_index (term->postings, Posting, p);
              float *match = &matches[posting->field * n_words + w];

              *match = MAX (*match, quality * posting->weight);
            }
        }
    }
}

/* Answered words count most; a field that says little else is the better answer. */
static double
score_field (const float *matches,
             guint        n_words,
             guint        field_words)
{
  double sum = 0;
  guint answered = 0;

  for (guint w = 0; w < n_words; w++)
    {
      sum += matches[w];
      answered += matches[w] > 0;
    }
  if (answered == 0)
    return 0;
  return sum / n_words * (0.8 + 0.2 * MIN (1.0, (double) answered / MAX (field_words, 1)));
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
    best = MAX (best, score_field (&matches[f * n_words], n_words, g_array_index (self->field_words, guint, f)));
  for (guint w = 0; w < n_words; w++)
    {
      float word = 0;

      for (guint f = first_field; f < first_field + n_fields; f++)
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
  return g_strcmp0 (palpate_search_hit_get_id (x), palpate_search_hit_get_id (y));
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
  guint field = 0;

  if (n_words == 0)
    return hits;
  matches = g_new0 (float, (gsize) self->field_words->len * n_words);
  match_terms (self, words, n_words, matches);
  for (guint d = 0; d < self->documents->len; d++)
    {
      const Document *document = &g_array_index (self->documents, Document, d);
      const PalpateSearchHit hit = { document->kind, document->item, side,
                                     score_document (self, matches, n_words, field, document->n_fields) };

      field += document->n_fields;
      if (hit.score >= 0.35)
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  if (hits->len > limit)
    g_array_set_size (hits, limit);
  return hits;
}

/**
 * palpate_search_suggest:
 *
 * Returns: (transfer full) (nullable): @text with each word replaced by the nearest known one, if that differs
 */
char *
palpate_search_suggest (PalpateSearch *self,
                        const char    *text)
{
  g_auto (GStrv) words = palpate_text_words (text);
  gboolean changed = FALSE;
  g_autofree char *joined = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const guint limit = MAX (1, strlen (words[i]) / 3);
      const Term *nearest = NULL;
      guint nearest_distance = limit + 1;

      if (g_hash_table_contains (self->noise, words[i]) || g_hash_table_contains (self->by_word, words[i]))
        continue;
      for (guint t = 0; t < self->terms->len; t++)
        {
          const Term *term = g_ptr_array_index (self->terms, t);
          const guint distance = palpate_text_distance (words[i], term->word, limit);

          if (distance < nearest_distance)
            {
              nearest = term;
              nearest_distance = distance;
            }
        }
      if (nearest == NULL)
        continue;
      g_free (words[i]);
      words[i] = g_strdup (nearest->word);
      changed = TRUE;
    }
  if (!changed)
    return NULL;
  joined = g_strjoinv (" ", words);
  return g_steal_pointer (&joined);
}

/**
 * palpate_search_hit_get_id:
 *
 * Returns: (transfer none): the item's id; every item begins with it
 */
const char *
palpate_search_hit_get_id (const PalpateSearchHit *hit)
{
  return *(const char *const *) hit->item;
}

/**
 * palpate_search_hit_get_title:
 *
 * Returns: (transfer none): the item's name in the user's language
 */
const char *
palpate_search_hit_get_title (const PalpateSearchHit *hit)
{
  const char *id = palpate_search_hit_get_id (hit);

  switch (hit->kind)
    {
    case PALPATE_ITEM_REGION:
      return palpate_content_text (id, ((const PalpateRegion *) hit->item)->name);
    case PALPATE_ITEM_COMPLAINT:
      return palpate_content_text (id, ((const PalpateComplaint *) hit->item)->text);
    case PALPATE_ITEM_MUSCLE:
      return palpate_content_text (id, ((const PalpateMuscle *) hit->item)->name);
    case PALPATE_ITEM_TECHNIQUE:
      return palpate_content_text (id, ((const PalpateTechnique *) hit->item)->name);
    case PALPATE_ITEM_ADVICE:
      return palpate_content_text (id, ((const PalpateAdvice *) hit->item)->title);
    case PALPATE_ITEM_RED_FLAG:
      return palpate_content_text (id, ((const PalpateRedFlag *) hit->item)->title);
    case PALPATE_ITEM_PAGE:
      return palpate_content_text (id, ((const PalpatePage *) hit->item)->title);
    default:
      g_return_val_if_reached (id);
    }
}
