/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-settings.h"

#include <glib/gi18n.h>

/**
 * palpate_settings_new:
 * @error: set if the schema is not installed, where GLib itself would abort
 *
 * Returns: (transfer full) (nullable): the settings
 */
GSettings *
palpate_settings_new (GError **error)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, PALPATE_APPLICATION_ID, TRUE) : NULL;

  if (schema == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("The settings schema “%s” is not installed; start the program with ./run, or install it"),
                   PALPATE_APPLICATION_ID);
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}

gboolean
palpate_settings_list_contains (GSettings  *settings,
                                const char *key,
                                const char *value)
{
  g_auto (GStrv) values = g_settings_get_strv (settings, key);

  return g_strv_contains ((const char *const *) values, value);
}

/**
 * palpate_settings_list_toggle:
 *
 * Puts @value into a list of strings, or takes it out.
 */
void
palpate_settings_list_toggle (GSettings  *settings,
                              const char *key,
                              const char *value,
                              gboolean    present)
{
  g_auto (GStrv) values = g_settings_get_strv (settings, key);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) changed = NULL;

  for (guint i = 0; values[i] != NULL; i++)
    if (!g_str_equal (values[i], value))
      g_strv_builder_add (builder, values[i]);
  if (present)
    g_strv_builder_add (builder, value);
  changed = g_strv_builder_end (builder);
  g_settings_set_strv (settings, key, (const char *const *) changed);
}
