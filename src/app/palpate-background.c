/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-background.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* A request that waits for its answer. */
typedef struct {
  GDBusConnection       *bus;
  guint                  subscription;
  PalpateBackgroundFunc  func;
  gpointer               user_data;
  GDestroyNotify         destroy;
} Request;

static void
request_end (Request    *self,
             const char *trouble)
{
  if (trouble != NULL)
    g_message ("%s", trouble);
  self->func (trouble, self->user_data);
  if (self->destroy != NULL)
    self->destroy (self->user_data);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  g_clear_object (&self->bus);
  g_free (self);
}

static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_strcmp0 (g_getenv ("GTK_USE_PORTAL"), "1") == 0;
}

static void
answered_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *object_path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  g_autoptr (GVariant) results = NULL;
  gboolean background = TRUE;
  guint32 response;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &background);
  request_end (user_data, response == 0 && background
                              ? NULL
                              : _("The desktop does not let Palpate wait in the background: reminders come while its window is open."));
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (reply != NULL)
    return;   /* the answer comes by itself */
  g_message ("%s", error->message);
  request_end (user_data, _("The desktop cannot start Palpate by itself: reminders come once it was opened."));
}

static void
ask_portal (Request  *self,
            gboolean  wanted)
{
  const char *const command[] = { "palpate", "--gapplication-service", NULL };
  g_autofree char *token = g_strdup_printf ("palpate%u", g_random_int ());
  g_autofree char *sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1), ".", '_');
  g_autofree char *path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  GVariantBuilder options;

  self->subscription = g_dbus_connection_signal_subscribe (self->bus, PORTAL_NAME, "org.freedesktop.portal.Request", "Response", path, NULL,
                                                           G_DBUS_SIGNAL_FLAGS_NONE, answered_cb, self, NULL);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (_("To remind you at the times that you chose")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wanted));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (self->bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, called_cb, self);
}

/* As the specification of desktop entries wants it: twice escaped, as a word and as a text. */
static char *
quote (const char *path)
{
  GString *text = g_string_new ("\"");

  for (; *path != '\0'; path++)
    if (*path == '%')
      g_string_append (text, "%%");
    else if (*path == '\\')
      g_string_append (text, "\\\\\\\\");
    else if (strchr ("\"`$", *path) != NULL)
      g_string_append_printf (text, "\\\\%c", *path);
    else
      g_string_append_c (text, *path);
  g_string_append_c (text, '"');
  return g_string_free (text, FALSE);
}

/* The command that starts this program again. */
static char *
dup_command (void)
{
  g_autofree char *here = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *found = g_find_program_in_path ("palpate");
  g_autofree char *target = found != NULL ? g_canonicalize_filename (found, NULL) : NULL;

  return here == NULL || g_strcmp0 (here, target) == 0 ? g_strdup ("palpate") : quote (here);
}

static char *
write_file (const char *path)
{
  g_autofree char *command = dup_command ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Palpate\nIcon=" PALPATE_APPLICATION_ID
                                           "\nExec=%s --gapplication-service\nX-GNOME-UsesNotifications=true\n",
                                           command);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents (path, text, -1, &error))
    return NULL;
  /* Translators: %s is what went wrong, a sentence without a full stop */
  return g_strdup_printf (_("Palpate will not start with the desktop (%s): reminders come once it was opened."), error->message);
}

/**
 * palpate_background_request:
 * @func: (scope notified): hears how it ended, once, maybe at once
 *
 * Asks for leave to start with the desktop and to wait without a window, or gives it back.
 */
void
palpate_background_request (GDBusConnection       *bus,
                            gboolean               wanted,
                            PalpateBackgroundFunc  func,
                            gpointer               user_data,
                            GDestroyNotify         destroy)
{
  Request *request = g_new0 (Request, 1);
  g_autofree char *path = NULL;
  g_autofree char *trouble = NULL;

  request->func = func;
  request->user_data = user_data;
  request->destroy = destroy;
  if (is_sandboxed () && bus != NULL)
    {
      request->bus = g_object_ref (bus);
      ask_portal (request, wanted);
      return;
    }
  path = g_build_filename (g_get_user_config_dir (), "autostart", PALPATE_APPLICATION_ID ".desktop", NULL);
  if (wanted)
    trouble = write_file (path);
  else if (g_unlink (path) != 0 && errno != ENOENT)
    g_message ("%s: %s", path, g_strerror (errno));
  request_end (request, trouble);
}
