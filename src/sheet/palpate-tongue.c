/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-tongue.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>
#include <string.h>

#include "palpate-catalog.h"
#include "palpate-error.h"
#include "palpate-language.h"

/* What follows a text that is not translated: nobody takes it for a slip. */
#define MARK PALPATE_TONGUE_MARK

struct _PalpateTongue {
  char           *language;   /* "es", "pt_BR" */
  PalpateCatalog *catalog;    /* (nullable): another language than the interface has */
  gboolean        is_source;  /* English: nothing to look up */
  GStringChunk   *marked;
  guint           n_missing;
};

static GBytes *
read_catalog (const char *language,
              const char *locale_dir)
{
  g_autofree char *path = g_build_filename (locale_dir, language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, NULL);
}

/* The language alone, where the file of its country's variant is missing. */
static GBytes *
find_catalog (const char *language,
              const char *locale_dir)
{
  g_auto (GStrv) variants = g_get_locale_variants (language);
  GBytes *data = NULL;

  for (guint i = 0; variants[i] != NULL && data == NULL; i++)
    data = read_catalog (variants[i], locale_dir);
  return data;
}

/* A language is a word, never a path. */
static gboolean
is_language (const char *language)
{
  return g_ascii_isalpha (*language) && strspn (language, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_@0123456789") == strlen (language)
         && strlen (language) <= 20;
}

/**
 * palpate_tongue_new:
 * @language: (nullable): a language code such as `es`; %NULL for that of the interface
 * @locale_dir: where the translations are
 * @error: %PALPATE_ERROR_NOT_FOUND if there is no translation into @language
 *
 * Returns: (transfer full) (nullable): the language
 */
PalpateTongue *
palpate_tongue_new (const char  *language,
                    const char  *locale_dir,
                    GError     **error)
{
  g_autoptr (PalpateTongue) self = g_new0 (PalpateTongue, 1);
  g_autoptr (GBytes) data = NULL;

  self->marked = g_string_chunk_new (256);
  self->language = language != NULL && *language != '\0' ? g_strdup (language) : palpate_language_get_code ();
  self->is_source = g_str_equal (self->language, "en") || g_str_has_prefix (self->language, "en_");
  if (language == NULL || *language == '\0' || self->is_source)
    return g_steal_pointer (&self);
  data = is_language (language) ? find_catalog (language, locale_dir) : NULL;
  if (data == NULL)
    {
      g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_NOT_FOUND, _("There is no translation into “%s”"), language);
      return NULL;
    }
  self->catalog = palpate_catalog_new (data, error);
  if (self->catalog == NULL)
    {
      g_prefix_error (error, "%s: ", language);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
palpate_tongue_free (PalpateTongue *self)
{
  if (self == NULL)
    return;
  g_free (self->language);
  g_clear_pointer (&self->catalog, palpate_catalog_free);
  g_string_chunk_free (self->marked);
  g_free (self);
}

const char *
palpate_tongue_get_language (PalpateTongue *self)
{
  return self->language;
}

gboolean
palpate_tongue_is_rtl (PalpateTongue *self)
{
  int n_scripts = 0;
  const PangoScript *scripts = pango_language_get_scripts (pango_language_from_string (self->language), &n_scripts);

  return n_scripts > 0 && (scripts[0] == PANGO_SCRIPT_ARABIC || scripts[0] == PANGO_SCRIPT_HEBREW
                           || scripts[0] == PANGO_SCRIPT_SYRIAC || scripts[0] == PANGO_SCRIPT_THAANA);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * palpate_tongue_list:
 *
 * Returns: (transfer full): codes of the languages that a sheet can have, in order
 */
char **
palpate_tongue_list (const char *locale_dir)
{
  g_autoptr (GDir) folder = g_dir_open (locale_dir, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const char *name;

  g_ptr_array_add (names, g_strdup ("en"));
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (locale_dir, name, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && strcmp (name, "en") != 0)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * palpate_tongue_count_missing:
 *
 * Returns: how often a text was asked for that nobody has translated
 */
guint
palpate_tongue_count_missing (PalpateTongue *self)
{
  return self->n_missing;
}

static const char *
mark_missing (PalpateTongue *self,
              const char    *text)
{
  g_autofree char *marked = g_strconcat (text, MARK, NULL);

  self->n_missing++;
  return g_string_chunk_insert_const (self->marked, marked);
}

/* Returns: (nullable): the translation */
static const char *
find (PalpateTongue *self,
      const char    *context,
      const char    *text)
{
  const char *found;

  if (self->is_source || text == NULL || *text == '\0')
    return text;
  if (self->catalog != NULL)
    return palpate_catalog_find (self->catalog, context, text);
  found = context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, text) : g_dgettext (GETTEXT_PACKAGE, text);
  return found != text ? found : NULL;
}

static const char *
look_up (PalpateTongue *self,
         const char    *context,
         const char    *text)
{
  const char *found = find (self, context, text);

  return found != NULL || text == NULL ? found : mark_missing (self, text);
}

/**
 * palpate_tongue_bare:
 *
 * Returns: (transfer none): a sign or an order of numbers, which needs no mark where it is not translated
 */
const char *
palpate_tongue_bare (PalpateTongue *self,
                     const char    *text)
{
  const char *found = find (self, NULL, text);

  return found != NULL ? found : text;
}

/**
 * palpate_tongue_text:
 *
 * Returns: (transfer none): a text of the sheet itself
 */
const char *
palpate_tongue_text (PalpateTongue *self,
                     const char    *text)
{
  return look_up (self, NULL, text);
}

/**
 * palpate_tongue_content:
 * @item_id: the item that the text stands in
 *
 * Returns: (transfer none): a text of the content
 */
const char *
palpate_tongue_content (PalpateTongue *self,
                        const char    *item_id,
                        const char    *text)
{
  return look_up (self, item_id, text);
}

const char *
palpate_tongue_plural (PalpateTongue *self,
                       const char    *singular,
                       const char    *plural,
                       gulong         number)
{
  const char *found;

  if (self->is_source)
    return number == 1 ? singular : plural;
  found = self->catalog != NULL ? palpate_catalog_find_plural (self->catalog, singular, number)
                                : g_dngettext (GETTEXT_PACKAGE, singular, plural, number);
  if (found == NULL || found == singular || found == plural)
    return mark_missing (self, number == 1 ? singular : plural);
  return found;
}

/**
 * palpate_tongue_date:
 *
 * Returns: (transfer full): "22 November 2026"; made here, because the process's locale is another one
 */
char *
palpate_tongue_date (PalpateTongue *self,
                     const GDate   *date)
{
  const char *const months[] = {
    NC_("month in a date", "January"), NC_("month in a date", "February"), NC_("month in a date", "March"),
    NC_("month in a date", "April"), NC_("month in a date", "May"), NC_("month in a date", "June"),
    NC_("month in a date", "July"), NC_("month in a date", "August"), NC_("month in a date", "September"),
    NC_("month in a date", "October"), NC_("month in a date", "November"), NC_("month in a date", "December"),
  };
  const char *month = look_up (self, "month in a date", months[g_date_get_month (date) - 1]);

  /* Translators: a date: day, month, year */
  return g_strdup_printf (palpate_tongue_bare (self, "%1$u %2$s %3$u"), g_date_get_day (date), month, g_date_get_year (date));
}
