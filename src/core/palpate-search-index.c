/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-search-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "palpate-text.h"

/* What a word of a situation weighs against the name of a place. */
#define SITUATION_WEIGHT 0.4

/* Translators: words that people put round a complaint and that say nothing about it, separated by spaces */
static const char noise_words[] = N_("a an and at my the of on in is it i im ive to with when while for or me have has having "
                                     "had hurts hurt hurting pain pains painful ache aches aching sore go goes get gets got "
                                     "getting feel feels am are be do does from think just really very so symptom symptoms "
                                     "this that there here now today yesterday since after before during his her he she they we "
                                     "you your its was were been being will would should could can some any also too still because "
                                     "bad badly last ago week weeks day days");
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

/* Whether a word says nothing of what is meant; the side is heard apart. */
gboolean
palpate_search_is_noise (PalpateSearch *self,
                         const char    *word)
{
  return g_hash_table_contains (self->noise, word) || g_hash_table_contains (self->left_words, word)
         || g_hash_table_contains (self->right_words, word);
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
  Field field = { 0, kind, weight };

  for (guint i = 0; words[i] != NULL; i++)
    {
      const Posting posting = { self->documents->len - 1, self->fields->len };
      Term *term;

      if (i > 0)
        g_hash_table_insert (self->pairs, g_strconcat (words[i - 1], words[i], NULL), GSIZE_TO_POINTER (strlen (words[i - 1])));
      if (words[1] != NULL && palpate_search_is_noise (self, words[i]))
        continue;
      term = ensure_term (self, words[i]);
      term->is_telling |= kind == PHRASE_NAME || kind == PHRASE_WHOLE;
      g_array_append_val (term->postings, posting);
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
  add_text (self, muscle->id, muscle->name, PHRASE_NAME, 1.0f);
  add_text (self, muscle->id, muscle->plain_name, PHRASE_LOOSE, 0.7f);
  add_phrase (self, muscle->latin, PHRASE_NAME, 1.0f);
  add_texts (self, muscle->id, muscle->also_called, PHRASE_NAME, 1.0f);
  for (const char *const *word = muscle->abbreviations; *word != NULL; word++)
    add_phrase (self, *word, PHRASE_NAME, 1.05f);
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

      add_text (self, region->id, region->name, PHRASE_NAME, 1.02f);
      add_text (self, region->id, region->extent, PHRASE_LOOSE, 0.5f);
      add_texts (self, region->id, region->synonyms, PHRASE_NAME, 0.95f);
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
      add_texts (self, technique->id, technique->synonyms, PHRASE_NAME, 0.98f);
    }
  else if (kind == PALPATE_ITEM_ADVICE)
    {
      const PalpateAdvice *advice = item;

      add_text (self, advice->id, advice->title, PHRASE_LOOSE, 0.85f);
      add_texts (self, advice->id, advice->synonyms, PHRASE_LOOSE, 0.85f);
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

/* A word that is everywhere tells little, and where it hurts, or a warning sign, tells more than what one did. */
static void
weigh_terms (PalpateSearch *self)
{
  for (guint t = 0; t < self->terms->len; t++)
    {
      Term *term = g_ptr_array_index (self->terms, t);
      guint n_documents = 0, last = G_MAXUINT;

      for (guint p = 0; p < term->postings->len; p++)
        {
          const guint document = g_array_index (term->postings, Posting, p).document;

          n_documents += document != last;
          last = document;
        }
      term->weight = (1 - 0.4 * log (n_documents) / log (self->documents->len + 1)) * (term->is_telling ? 1 : SITUATION_WEIGHT);
    }
}

static GHashTable *
make_set (const char *words)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) folded = palpate_text_words (words);

  for (guint i = 0; folded[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (folded[i]));
  return set;
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
  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->noise = make_set (_(noise_words));
  self->left_words = make_set (_(left_words));
  self->right_words = make_set (_(right_words));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GPtrArray *items = palpate_atlas_list (atlas, kinds[i]);

      for (guint j = 0; j < items->len; j++)
        index_item (self, kinds[i], g_ptr_array_index (items, j));
    }
  weigh_terms (self);
  return self;
}

void
palpate_search_free (PalpateSearch *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_word);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->noise);
  g_hash_table_unref (self->left_words);
  g_hash_table_unref (self->right_words);
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

