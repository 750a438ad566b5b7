/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-catalog.h"

#include <string.h>

#include "palpate-error.h"
#include "palpate-plural.h"

#define MAGIC 0x950412deu

struct _PalpateCatalog {
  GBytes     *data;
  GHashTable *texts;    /* original, with its context, → translation; both borrowed from data */
  GHashTable *sizes;    /* translation → its size, to count plural forms */
  char       *plural;   /* (nullable) */
};

/* One table entry: a size and where the text begins. Returns: (nullable): if it does not lie in the file */
static const char *
read_text (GBytes  *data,
           guint32  table,
           guint32  index,
           gboolean swapped,
           guint32 *text_size)
{
  gsize size;
  const char *bytes = g_bytes_get_data (data, &size);
  const guint64 entry = (guint64) table + (guint64) index * 8;
  guint32 pair[2];

  if (entry + 8 > size)
    return NULL;
  memcpy (pair, bytes + entry, sizeof pair);
  if (swapped)
    {
      pair[0] = GUINT32_SWAP_LE_BE (pair[0]);
      pair[1] = GUINT32_SWAP_LE_BE (pair[1]);
    }
  if ((guint64) pair[0] + pair[1] + 1 > size || bytes[(gsize) pair[0] + pair[1]] != '\0')
    return NULL;
  if (!g_utf8_validate (bytes + pair[1], strnlen (bytes + pair[1], pair[0]), NULL))
    return NULL;
  *text_size = pair[0];
  return bytes + pair[1];
}

static gboolean
read_tables (PalpateCatalog *self)
{
  gsize size;
  const char *bytes = g_bytes_get_data (self->data, &size);
  guint32 head[5];
  gboolean swapped;

  if (size < sizeof head)
    return FALSE;
  memcpy (head, bytes, sizeof head);
  swapped = head[0] == GUINT32_SWAP_LE_BE (MAGIC);
  if (head[0] != MAGIC && !swapped)
    return FALSE;
  for (guint i = 0; swapped && i < G_N_ELEMENTS (head); i++)
    head[i] = GUINT32_SWAP_LE_BE (head[i]);
  if ((guint64) head[2] * 16 > size)
    return FALSE;
  for (guint32 i = 0; i < head[2]; i++)
    {
      guint32 original_size, text_size;
      const char *original = read_text (self->data, head[3], i, swapped, &original_size);
      const char *text = read_text (self->data, head[4], i, swapped, &text_size);

      if (original == NULL || text == NULL)
        return FALSE;
      g_hash_table_insert (self->texts, (gpointer) original, (gpointer) text);
      g_hash_table_insert (self->sizes, (gpointer) text, GUINT_TO_POINTER (text_size));
    }
  return TRUE;
}

static char *
find_plural_rule (const char *header)
{
  const char *rule = header != NULL ? strstr (header, "plural=") : NULL;

  /* “nplurals=” ends like it */
  while (rule != NULL && rule > header && rule[-1] == 'n')
    rule = strstr (rule + 1, "plural=");
  if (rule == NULL)
    return NULL;
  rule += strlen ("plural=");
  return g_strndup (rule, strcspn (rule, ";\n"));
}

/**
 * palpate_catalog_new:
 * @data: the file
 * @error: %PALPATE_ERROR_PARSE
 *
 * Returns: (transfer full) (nullable): the translations
 */
PalpateCatalog *
palpate_catalog_new (GBytes  *data,
                     GError **error)
{
  g_autoptr (PalpateCatalog) self = g_new0 (PalpateCatalog, 1);

  self->data = g_bytes_ref (data);
  self->texts = g_hash_table_new (g_str_hash, g_str_equal);
  self->sizes = g_hash_table_new (NULL, NULL);
  if (!read_tables (self))
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "not a file of translations");
      return NULL;
    }
  self->plural = find_plural_rule (g_hash_table_lookup (self->texts, ""));
  return g_steal_pointer (&self);
}

void
palpate_catalog_free (PalpateCatalog *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->sizes);
  g_bytes_unref (self->data);
  g_free (self->plural);
  g_free (self);
}

/**
 * palpate_catalog_find:
 * @context: (nullable): as in `msgctxt`
 *
 * Returns: (transfer none) (nullable): the translation
 */
const char *
palpate_catalog_find (PalpateCatalog *self,
                      const char     *context,
                      const char     *text)
{
  g_autofree char *key = context != NULL ? g_strconcat (context, "\004", text, NULL) : NULL;
  const char *found = g_hash_table_lookup (self->texts, key != NULL ? key : text);

  return found != NULL && *found != '\0' ? found : NULL;
}

/**
 * palpate_catalog_find_plural:
 *
 * Returns: (transfer none) (nullable): the form of the translation that fits @number
 */
const char *
palpate_catalog_find_plural (PalpateCatalog *self,
                             const char     *singular,
                             gulong          number)
{
  const char *found = palpate_catalog_find (self, NULL, singular);
  gulong form = number != 1;
  const char *end;

  if (found == NULL)
    return NULL;
  end = found + GPOINTER_TO_UINT (g_hash_table_lookup (self->sizes, found));
  if (self->plural != NULL)
    palpate_plural_evaluate (self->plural, number, &form);
  for (; form > 0 && found < end; form--)
    found += strlen (found) + 1;
  return found < end && *found != '\0' ? found : NULL;
}
