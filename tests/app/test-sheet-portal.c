/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Printing as in a sandbox: a double of the print portal, on a connection and a thread of its own, asks for what the
 * real one asks for and gets the file descriptor of the pages.
 */
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "palpate-settings.h"
#include "palpate-sheet-page.h"

#define PATIENCE_US (30 * G_USEC_PER_SEC)
#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static const char interface_xml[] =
  "<node><interface name='org.freedesktop.portal.Print'>"
  "<method name='PreparePrint'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
  "<method name='Print'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='h' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
  "<property name='version' type='u' access='read'/>"
  "</interface></node>";

/* The double. What the test reads is behind the lock. */
typedef struct {
  GMainLoop       *loop;
  GDBusConnection *connection;
  GMutex           lock;
  gboolean         is_ready;
  guint            n_prepared;
  char            *paper;     /* that was asked for */
  char            *printed;   /* path of what came */
} Portal;

/* A request's object, whose path the caller knows beforehand. */
static char *
create_request_path (const char *sender,
                     GVariant   *options)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  const char *token = "none";

  g_variant_lookup (options, "handle_token", "&s", &token);
  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
}

static void
respond (Portal     *self,
         const char *sender,
         const char *path,
         GVariant   *results)
{
  g_dbus_connection_emit_signal (self->connection, sender, path, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", 0, results), NULL);
}

/* What the person would choose: what was offered. */
static void
prepare (Portal                *self,
         const char            *sender,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) settings = g_variant_get_child_value (parameters, 2), setup = g_variant_get_child_value (parameters, 3);
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 4);
  g_autofree char *path = create_request_path (sender, options);
  GVariantBuilder results;
  const char *paper = "";

  g_variant_lookup (setup, "PPDName", "&s", &paper);
  g_mutex_lock (&self->lock);
  self->n_prepared++;
  g_free (self->paper);
  self->paper = g_strdup (paper);
  g_mutex_unlock (&self->lock);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "settings", settings);
  g_variant_builder_add (&results, "{sv}", "page-setup", setup);
  g_variant_builder_add (&results, "{sv}", "token", g_variant_new_uint32 (7));
  respond (self, sender, path, g_variant_builder_end (&results));
}

static void
print (Portal                *self,
       const char            *sender,
       GVariant              *parameters,
       GDBusMethodInvocation *invocation)
{
  GUnixFDList *list = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 3);
  g_autofree char *path = create_request_path (sender, options);
  g_autofree char *name = NULL;
  char buffer[4096];
  guint32 token = 0;
  gssize size;
  const int in = g_unix_fd_list_get (list, 0, NULL), out = g_file_open_tmp ("palpate-portal-XXXXXX.pdf", &name, NULL);

  g_variant_lookup (options, "token", "u", &token);
  g_assert_cmpuint (token, ==, 7);
  while ((size = read (in, buffer, sizeof buffer)) > 0)
    g_assert_cmpint (write (out, buffer, (gsize) size), ==, size);
  close (in);
  close (out);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", path));
  respond (self, sender, path, g_variant_new ("a{sv}", NULL));
  g_mutex_lock (&self->lock);
  self->printed = g_steal_pointer (&name);
  g_mutex_unlock (&self->lock);
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *path,
         const char            *interface,
         const char            *method,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  if (g_str_equal (method, "PreparePrint"))
    prepare (user_data, sender, parameters, invocation);
  else
    print (user_data, sender, parameters, invocation);
}

static GVariant *
get_property_cb (GDBusConnection  *connection,
                 const char       *sender,
                 const char       *path,
                 const char       *interface,
                 const char       *property,
                 GError          **error,
                 gpointer          user_data)
{
  return g_variant_new_uint32 (1);
}

static gpointer
run_portal (gpointer data)
{
  static const GDBusInterfaceVTable table = { call_cb, get_property_cb, NULL, { 0 } };
  Portal *self = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GVariant) answer = NULL;

  g_main_context_push_thread_default (context);
  self->loop = g_main_loop_new (context, FALSE);
  self->connection = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                             | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, NULL);
  g_assert_nonnull (self->connection);
  g_dbus_connection_register_object (self->connection, PORTAL_PATH, node->interfaces[0], &table, self, NULL, NULL);
  answer = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                        "RequestName", g_variant_new ("(su)", PORTAL, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (answer);
  g_mutex_lock (&self->lock);
  self->is_ready = TRUE;
  g_mutex_unlock (&self->lock);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (context);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  return NULL;
}

static Portal portal;

static gboolean
has (gpointer place)
{
  gboolean is_there;

  g_mutex_lock (&portal.lock);
  is_there = *(gpointer *) place != NULL;
  g_mutex_unlock (&portal.lock);
  return is_there;
}

static void
test_portal (void)
{
  g_autoptr (PalpateAtlas) atlas = palpate_atlas_new_built_in ();
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();
  g_autoptr (PalpateCare) care = palpate_care_new (atlas);
  g_autoptr (GSettings) settings = palpate_settings_new (NULL);
  g_autofree char *content = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_path = g_build_filename (g_get_user_config_dir (), "palpate", "printing.ini", NULL);
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  PalpateSheetPage *page = PALPATE_SHEET_PAGE (palpate_sheet_page_new (atlas, charts, care, settings));
  PalpateSheet *sheet = palpate_sheet_page_get_sheet (page);
  int status = -1;

  gtk_window_set_child (window, GTK_WIDGET (page));
  gtk_window_present (window);
  g_assert_true (palpate_sheet_page_add (page, (PalpateSidedPoint) { palpate_atlas_get_point (atlas, "soleus-TrP1"), PALPATE_SIDE_LEFT }));
  palpate_sheet_set_text (sheet, PALPATE_SHEET_TITLE, "Calf, week 1");
  palpate_sheet_set_paper (sheet, PALPATE_PAPER_A5);
  g_assert_cmpuint (palpate_sheet_pages_get_n_pages (palpate_sheet_page_get_pages (page)), >, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "sheet.print", NULL));
  while (!has (&portal.printed) || !g_file_test (kept_path, G_FILE_TEST_EXISTS))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (portal.n_prepared, ==, 1);
  g_assert_cmpstr (portal.paper, ==, "A5");
  {
    const char *const command[] = { "pdftotext", portal.printed, "-", NULL };

    g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &content, NULL, &status, NULL));
  }
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (content, "Calf, week 1"));
  g_assert_nonnull (strstr (content, "Stop if"));
  g_assert_true (g_file_get_contents (kept_path, &kept, NULL, NULL));
  g_assert_nonnull (strstr (kept, "[Page Setup]"));
  g_assert_nonnull (strstr (kept, "[Print Settings]"));
  g_unlink (portal.printed);
  gtk_window_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *config = g_dir_make_tmp ("palpate-config-XXXXXX", NULL);
  GThread *thread;
  gboolean is_ready = FALSE;
  int status;

  g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  g_setenv ("GDK_DEBUG", "portals", TRUE);
  g_setenv ("GTK_USE_PORTAL", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_mutex_init (&portal.lock);
  thread = g_thread_new ("portal", run_portal, &portal);
  while (!is_ready)
    {
      g_mutex_lock (&portal.lock);
      is_ready = portal.is_ready;
      g_mutex_unlock (&portal.lock);
      g_usleep (1000);
    }
  gtk_init ();
  adw_init ();
  g_test_add_func ("/sheet-portal/prints", test_portal);
  status = g_test_run ();
  g_main_loop_quit (portal.loop);
  g_thread_join (thread);
  g_free (portal.paper);
  g_free (portal.printed);
  return status;
}
