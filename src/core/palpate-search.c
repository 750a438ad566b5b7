/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-search-private.h"

#include <string.h>

#include "palpate-hit.h"
#include "palpate-text.h"

/* The score of a good hit; where none is, as in a long sentence, the best ones down to the least are the answer. */
#define ENOUGH 0.35
#define LEAST 0.05

/* How well the words of a phrase must be answered to be the phrase; a changed ending alone is less. */
#define MEANT 0.9

/* How many words are read of what was typed. */
#define MAX_TYPED 40

/* What a word weighs that the index does not know: there is no answer to it, so it says little against the others. */
#define UNKNOWN_WEIGHT 0.15f

/* Whether two words differ only in their endings: "sleeping" and "sleep", "driving" and "drive", "running" and "run". */
static gboolean
have_same_stem (const char *a,
                gsize       a_length,
                const char *b,
                gsize       b_length)
{
  const char *shorter = a_length < b_length ? a : b;
  const char *longer = a_length < b_length ? b : a;
  gsize stem = 0;
  const char *ending;

  while (shorter[stem] != '\0' && shorter[stem] == longer[stem])
    stem++;
  ending = longer + stem;
  if (stem == 3 && shorter[stem] == '\0')   /* the last letter doubled */
    return ending[0] == shorter[stem - 1] && strlen (ending) == 4 && g_str_has_suffix (ending, "ing");
  return stem >= 4 && strlen (ending) <= 3 && g_str_is_ascii (ending) && (shorter[stem] == '\0' || strcmp (shorter + stem, "e") == 0);
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
  if (have_same_stem (typed, length, word, word_length))
    return 0.88;
  if (length >= (is_last ? 2 : 3) && strncmp (typed, word, length) == 0)
    return 0.72 + 0.2 * length / word_length;
  if (length == 3 && !is_known)   /* too short to guess more than one letter left out: "nek", "bak" */
    return word_length == 4 && *typed == *word && palpate_text_distance (typed, word, 1) == 1 ? 0.65 : 0;
  if (!is_known && word_length >= 6 && strncmp (typed, word, word_length) == 0)
    return 0.6;   /* "Schienbeinkante" begins with "Schienbein" */
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

/* Fills @matches, n_words values a field, with the best match of each typed word in each field, and @weights with what
 * each typed word weighs; all weights together are 1. */
static void
match_terms (PalpateSearch *self,
             GStrv          words,
             guint          n_words,
             float         *matches,
             float         *weights)
{
  float sum = 0;

  for (guint w = 0; w < n_words; w++)
    {
      double best_quality = 0;
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
          if (quality > best_quality || (quality == best_quality && term->weight > weights[w]))
            weights[w] = term->weight;
          best_quality = MAX (best_quality, quality);
          for (guint p = 0; p < term->postings->len; p++)
            {
              const Posting *posting = &g_array_index (term->postings, Posting, p);
              float *match = &matches[posting->field * n_words + w];

              if (!is_beginning || g_array_index (self->fields, Field, posting->field).kind != PHRASE_WHOLE)
                *match = MAX (*match, quality);
            }
        }
      if (best_quality == 0)
        weights[w] = UNKNOWN_WEIGHT;
      sum += weights[w];
    }
  for (guint w = 0; w < n_words; w++)
    weights[w] /= sum;
}

/* Answered words count most, by their weight; a field that says little else is the better answer. A whole phrase is an
 * answer also amidst other words, “pregnant” in “six months pregnant”; but “arm falls asleep” is not about a fall. */
static double
score_field (const float *matches,
             const float *weights,
             guint        n_words,
             const Field *field)
{
  double sum = 0, answered = 0, share;
  guint n_answered = 0;

  for (guint w = 0; w < n_words; w++)
    if (matches[w] > 0)
      {
        sum += matches[w] * weights[w];
        answered += weights[w];
        n_answered++;
      }
  if (n_answered == 0)
    return 0;
  share = MIN (1.0, (double) n_answered / MAX (field->n_words, 1));
  if (field->kind != PHRASE_WHOLE)
    return field->weight * sum * (0.8 + 0.2 * share);
  if (share < 1 || sum < MEANT * answered)
    return field->weight * sum * share;
  return field->weight * sum / answered * (0.5 + 0.5 * answered);
}

/* A document may answer some words in one field and the rest in another. */
static double
score_document (PalpateSearch *self,
                const float   *matches,
                const float   *weights,
                guint          n_words,
                guint          first_field,
                guint          n_fields)
{
  double best = 0, spread = 0;

  for (guint f = first_field; f < first_field + n_fields; f++)
    best = MAX (best, score_field (&matches[f * n_words], weights, n_words, &g_array_index (self->fields, Field, f)));
  for (guint w = 0; w < n_words; w++)
    {
      float word = 0;

      for (guint f = first_field; f < first_field + n_fields; f++)
        {
          const Field *field = &g_array_index (self->fields, Field, f);

          if (field->kind != PHRASE_WHOLE)
            word = MAX (word, field->weight * matches[f * n_words + w]);
        }
      spread += word * weights[w];
    }
  return MAX (best, 0.75 * spread);
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

/* Where two words were typed as one, or 0: "lowback" as two that stand together in a phrase, or a place with a word for
 * pain, as "Schulterschmerzen" is. */
static gsize
find_seam (PalpateSearch *self,
           const char    *typed)
{
  const gsize length = strlen (typed);

  if (g_hash_table_contains (self->by_word, typed))
    return 0;
  for (gsize seam = 3; seam + 4 <= length; seam++)
    {
      g_autofree char *before = g_strndup (typed, seam);

      if (g_hash_table_contains (self->by_word, before) && g_hash_table_contains (self->noise, typed + seam))
        return seam;
    }
  return GPOINTER_TO_SIZE (g_hash_table_lookup (self->pairs, typed));
}

/* A word without the second letters that keyboards lacking umlauts put for the dots: "ruecken" is folded as "Rücken" is. */
static char *
undo_digraphs (const char *typed)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = typed; *p != '\0'; p++)
    if (*p != 'e' || p == typed || strchr ("aou", p[-1]) == NULL)
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

/* What was typed in the words of the index, whether written together or apart. */
static GStrv
split_as_indexed (PalpateSearch *self,
                  const char    *text)
{
  g_auto (GStrv) typed = palpate_text_words (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; typed[i] != NULL && i < MAX_TYPED; i++)
    {
      const gboolean may_join = typed[i + 1] != NULL && strlen (typed[i]) >= 3 && strlen (typed[i + 1]) >= 3;
      g_autofree char *joined = may_join ? g_strconcat (typed[i], typed[i + 1], NULL) : NULL;
      g_autofree char *plain = undo_digraphs (typed[i]);
      const char *word = typed[i];
      gsize seam = find_seam (self, word);

      if (joined != NULL && g_hash_table_contains (self->by_word, joined))
        {
          word = joined;
          seam = 0;
          i++;
        }
      else if (seam == 0 && !g_hash_table_contains (self->by_word, word)
               && (g_hash_table_contains (self->by_word, plain) || find_seam (self, plain) > 0))
        {
          word = plain;
          seam = find_seam (self, plain);
        }
      if (seam > 0)
        {
          g_autofree char *before = g_strndup (word, seam);

          g_strv_builder_add (builder, before);
        }
      g_strv_builder_add (builder, word + seam);
    }
  return g_strv_builder_end (builder);
}

/* Takes side and noise words, and words said before, out of what was typed, unless nothing else would be left. */
static GStrv
meaningful_words (PalpateSearch *self,
                  const char    *text,
                  PalpateSide   *side)
{
  g_auto (GStrv) typed = split_as_indexed (self, text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  GStrv words;

  for (guint i = 0; typed[i] != NULL; i++)
    {
      if (g_hash_table_contains (self->left_words, typed[i]))
        *side = PALPATE_SIDE_LEFT;
      else if (g_hash_table_contains (self->right_words, typed[i]))
        *side = PALPATE_SIDE_RIGHT;
      else if (!g_hash_table_contains (self->noise, typed[i]) && g_hash_table_add (said, typed[i]))
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
  g_autofree float *matches = NULL, *weights = NULL;
  guint field = 0, n_hits;

  if (n_words == 0)
    return hits;
  matches = g_new0 (float, (gsize) self->fields->len * n_words);
  weights = g_new0 (float, n_words);
  match_terms (self, words, n_words, matches, weights);
  for (guint d = 0; d < self->documents->len; d++)
    {
      const Document *document = &g_array_index (self->documents, Document, d);
      const PalpateSearchHit hit = { document->kind, document->item, side,
                                     score_document (self, matches, weights, n_words, field, document->n_fields) };

      field += document->n_fields;
      if (hit.score >= (hit.kind == PALPATE_ITEM_RED_FLAG ? ENOUGH : LEAST))   /* no alarm on a guess */
        g_array_append_val (hits, hit);
    }
  g_array_sort (hits, compare_hits);
  for (n_hits = 0; n_hits < MIN (hits->len, limit); n_hits++)
    if (g_array_index (hits, PalpateSearchHit, n_hits).score < MIN (ENOUGH, 0.6 * g_array_index (hits, PalpateSearchHit, 0).score))
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

      if (!palpate_search_is_noise (self, words[i]) && !g_hash_table_contains (self->by_word, words[i]))
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
