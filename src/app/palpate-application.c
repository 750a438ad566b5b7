/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-application.h"

#include <glib/gi18n.h>
#include <string.h>

#include "palpate-about.h"
#include "palpate-compat.h"
#include "palpate-diary-actions.h"
#include "palpate-preferences-page.h"
#include "palpate-reminders.h"
#include "palpate-settings.h"
#include "palpate-text.h"
#include "palpate-window-private.h"

struct _PalpateApplication {
  AdwApplication parent_instance;

  /* owned */
  PalpateAtlas    *atlas;
  PalpateChartSet *charts;
  GSettings       *settings;
  PalpatePlayer       *player;
  PalpateRoutineStore *store;
  PalpateAttendant    *attendant;
  PalpateDiary        *diary;
  PalpateReminders    *reminders;
};

G_DEFINE_FINAL_TYPE (PalpateApplication, palpate_application, ADW_TYPE_APPLICATION)

/* A service that opens no window, such as for a notification that has gone, leaves again. */
#define SERVICE_STAYS_MS 20000

/* Reads what the first frame shows, while the toolkit starts. */
static gpointer
load_charts (gpointer user_data)
{
  PalpateChartSet *charts = user_data;

  palpate_chart_set_prepare (charts, PALPATE_VIEW_FRONT, PALPATE_SCHEME_LIGHT);
  palpate_chart_set_prepare (charts, PALPATE_VIEW_BACK, PALPATE_SCHEME_LIGHT);
  g_object_unref (charts);
  return NULL;
}

/* Has the icon theme read its folders, which takes as long as making half the window. It has a lock of its own for looking up
 * on any thread. */
static gpointer
load_icons (gpointer theme)
{
  gtk_icon_theme_has_icon (theme, "open-menu-symbolic");
  g_object_unref (theme);
  return NULL;
}

static gboolean
is_service (PalpateApplication *self)
{
  return (g_application_get_flags (G_APPLICATION (self)) & G_APPLICATION_IS_SERVICE) != 0;
}

static void
begin_charts (PalpateApplication *self)
{
  g_thread_unref (g_thread_new ("charts", load_charts, g_object_ref (self->charts)));
}

/* Once: whoever quits may not think of the reminders. */
static void
say_that_it_waits (PalpateApplication *self)
{
  g_autoptr (GNotification) notification = NULL;

  if (g_settings_get_boolean (self->settings, PALPATE_KEY_QUIT_TOLD))
    return;
  g_settings_set_boolean (self->settings, PALPATE_KEY_QUIT_TOLD, TRUE);
  notification = g_notification_new (_("Palpate still waits for your reminders"));
  g_notification_set_body (notification, _("Without a window. It ends with Quit once they are switched off in Preferences."));
  g_notification_set_default_action (notification, "app.preferences");
  g_application_send_notification (G_APPLICATION (self), "waits", notification);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* windows save their state when they close */
  if (window != NULL)
    gtk_window_close (window);
  if (self->reminders == NULL || !palpate_reminders_are_on (self->reminders))
    g_application_quit (user_data);
  else
    {
      palpate_player_leave (self->player);   /* and waits without a window, as it was asked to */
      say_that_it_waits (self);
    }
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PalpateApplication *self = user_data;
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  palpate_compat_dialog_present (palpate_compat_preferences_new (_("Preferences"), palpate_preferences_page_new (self->settings, self->reminders)), parent, NULL);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  palpate_about_present (gtk_application_get_active_window (user_data), PALPATE_APPLICATION (user_data)->atlas);
}

static void
open_address_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  palpate_compat_open_uri (gtk_application_get_active_window (user_data), g_variant_get_string (parameter, NULL));
}

/* The window proper: a dialog before it may be the active one. */
static GtkWindow *
find_window (PalpateApplication *self)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    if (PALPATE_IS_WINDOW (item->data))
      return item->data;
  return NULL;
}

static void
gather_setting_cb (PalpateApplication *self)
{
  palpate_player_set_gathers (self->player, g_settings_get_boolean (self->settings, PALPATE_KEY_SESSION_GATHER));
}

/* What outlives the window: a running session, and the routines. */
static void
ensure_sessions (PalpateApplication *self)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "palpate", "routines.json", NULL);
  g_autofree char *journal_path = g_build_filename (g_get_user_data_dir (), "palpate", "journal.db", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) journal_file = g_file_new_for_path (journal_path);

  if (self->player != NULL)
    return;
  self->player = palpate_player_new ();
  g_signal_connect_object (self->settings, "changed::" PALPATE_KEY_SESSION_GATHER, G_CALLBACK (gather_setting_cb), self, G_CONNECT_SWAPPED);
  gather_setting_cb (self);
  self->store = palpate_routine_store_new (self->atlas, file);
  self->diary = palpate_diary_new (journal_file, self->settings, self->player);
  palpate_diary_add_actions (self->diary, GTK_APPLICATION (self), self->atlas);
  self->attendant = palpate_attendant_new (GTK_APPLICATION (self), self->player, self->settings);
  g_signal_connect_object (self, "window-removed", G_CALLBACK (palpate_attendant_update), self->attendant, G_CONNECT_SWAPPED);
}

/* The person's own points: the routine that is open, or one that was kept, or a ready one. */
static PalpateRoutine *
dup_own_routine (PalpateApplication *self)
{
  PalpateRoutine *current = palpate_routine_store_get_current (self->store);
  GPtrArray *ready = palpate_atlas_list (self->atlas, PALPATE_ITEM_ROUTINE);
  PalpateRoutine *routine;

  if (palpate_routine_get_n_tasks (current) > 0)
    return g_object_ref (current);
  routine = g_list_model_get_item (palpate_routine_store_get_kept (self->store), 0);
  if (routine == NULL)
    {
      routine = palpate_routine_new (self->atlas);
      palpate_routine_fill (routine, g_ptr_array_index (ready, 0));
    }
  return routine;
}

/* A #PalpateBreakFunc: not while a session goes on. */
static PalpatePlan *
plan_break (gpointer user_data)
{
  PalpateApplication *self = user_data;
  g_autoptr (PalpateRoutine) routine = NULL;
  g_autoptr (PalpateCare) care = NULL;
  g_auto (GStrv) conditions = NULL;
  PalpateSession *session;

  ensure_sessions (self);
  session = palpate_player_get_session (self->player);
  if (session != NULL && palpate_session_is_active (session))
    return NULL;
  routine = dup_own_routine (self);
  care = palpate_care_new (self->atlas);
  conditions = g_settings_get_strv (self->settings, PALPATE_KEY_CARE);
  palpate_care_set_ids (care, (const char *const *) conditions);
  return palpate_plan_new_break (routine, care, (guint) (g_get_real_time () / G_USEC_PER_SEC / 3600));
}

static void
ensure_reminders (PalpateApplication *self)
{
  if (self->reminders == NULL && self->settings != NULL)
    self->reminders = palpate_reminders_new (GTK_APPLICATION (self), self->settings, plan_break, self);
}

/* Returns: (transfer none) (nullable): the window, opened; or NULL where there can be none, and that was said */
static GtkWindow *
ensure_window (PalpateApplication *self)
{
  g_application_activate (G_APPLICATION (self));
  return find_window (self);
}

/* Opens a page by its location, or marks a place: for what comes from outside, such as the desktop's search. */
static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  const char *location = g_variant_get_string (parameter, NULL);
  GtkWindow *window = ensure_window (user_data);

  if (window == NULL)
    return;
  palpate_window_close_sheet (PALPATE_WINDOW (window));
  if (g_str_has_prefix (location, "place/"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.mark", "(sb)", location + strlen ("place/"), FALSE);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open", "s", location);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  GtkWindow *window = ensure_window (user_data);

  if (window == NULL)
    return;
  palpate_window_close_sheet (PALPATE_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", "s", g_variant_get_string (parameter, NULL));
}

/* Actions of the desktop file: to the routines, from where a session starts, and to the sheet. */
static void
new_session_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = ensure_window (user_data);

  if (window == NULL)
    return;
  palpate_window_close_sheet (PALPATE_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "routine");
}

static void
print_sheet_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = ensure_window (user_data);

  if (window != NULL && !palpate_window_shows_sheet (PALPATE_WINDOW (window)))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.sheet", NULL);
}

/* The button of a reminder. A session that goes on already is only shown. */
static void
reminder_start_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PalpateApplication *self = user_data;
  GtkWindow *window = ensure_window (self);
  g_autoptr (PalpatePlan) plan = window != NULL ? plan_break (self) : NULL;

  if (plan == NULL)
    return;
  palpate_window_close_sheet (PALPATE_WINDOW (window));
  if (palpate_plan_get_n_steps (plan) > 0)
    palpate_player_play (self->player, plan);
}

static const GActionEntry entries[] = {
  { "open", open_cb, "s" },
  { "new-session", new_session_cb },
  { "print-sheet", print_sheet_cb },
  { "reminder-start", reminder_start_cb },
  { "search", search_cb, "s" },
  { "quit", quit_cb },
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "open-address", open_address_cb, "s" },
};

/* They cost as much as half of the first picture, and nobody presses a key before it is there. */
static void
add_accelerators (gpointer user_data)
{
  PalpateApplication *self = user_data;
  guint n_shortcuts;
  const PalpateShortcut *shortcuts = palpate_window_get_shortcuts (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action, (const char *const *) shortcuts[i].keys);
}

static void
first_frame_cb (GdkFrameClock      *clock,
                PalpateApplication *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  g_idle_add_once (add_accelerators, self);
}

/* For pictures and tests: a factor of the text size where no desktop settings are to be had. */
static void
apply_text_scale (void)
{
  const char *factor = g_getenv ("PALPATE_TEXT_SCALE");

  if (factor != NULL && g_ascii_strtod (factor, NULL) > 0)
    palpate_compat_set_text_scale (g_ascii_strtod (factor, NULL));
}

static void
dark_changed_cb (AdwStyleManager *manager,
                 GParamSpec      *pspec,
                 GtkCssProvider  *provider)
{
  GdkDisplay *display = gdk_display_get_default ();

  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
  if (adw_style_manager_get_dark (manager))
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}

/* By hand: from libadwaita 1.10 on style-dark.css is not to be used, and media queries in style.css need GTK 4.20. */
static void
follow_dark_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_css_provider_load_from_resource (provider, PALPATE_RESOURCE_PATH "/dark.css");
  g_signal_connect_data (manager, "notify::dark", G_CALLBACK (dark_changed_cb), g_object_ref (provider),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  dark_changed_cb (manager, NULL, provider);
}

static void
palpate_application_startup (GApplication *application)
{
  PalpateApplication *self = PALPATE_APPLICATION (application);
  GtkIconTheme *icons;

  self->atlas = palpate_atlas_new_built_in ();
  if (is_service (self))
    g_application_set_inactivity_timeout (application, SERVICE_STAYS_MS);
  else
    begin_charts (self);   /* before the toolkit starts, to run beside it */

  G_APPLICATION_CLASS (palpate_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (PALPATE_APPLICATION_ID);
  icons = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  gtk_icon_theme_add_resource_path (icons, PALPATE_RESOURCE_PATH "/icons");
  if (!is_service (self))
    g_thread_unref (g_thread_new ("icons", load_icons, g_object_ref (icons)));
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  follow_dark_style ();
  apply_text_scale ();
  if (is_service (self))
    {
      /* without a window: all there is to wait for are reminders */
      self->settings = palpate_settings_new (NULL);
      ensure_reminders (self);
    }
}

/* The program cannot work without its settings, and says so instead of showing half a window. */
static void
show_trouble (PalpateApplication *self,
              const char         *message)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *shown = palpate_text_isolate_paths (message);
  g_autofree char *safe = g_markup_escape_text (shown, -1);

  g_message ("%s", message);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("The content could not be read"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), safe);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  add_accelerators (self);
  gtk_window_set_title (GTK_WINDOW (window), "Palpate");
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 480);
  gtk_window_present (GTK_WINDOW (window));
}

static void
palpate_application_activate (GApplication *application)
{
  PalpateApplication *self = PALPATE_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      g_autoptr (GError) error = NULL;

      if (self->settings == NULL)
        self->settings = palpate_settings_new (&error);
      if (self->settings == NULL)
        {
          show_trouble (self, error->message);
          return;
        }
      ensure_sessions (self);
      ensure_reminders (self);
      window = GTK_WINDOW (palpate_window_new (GTK_APPLICATION (self), self->atlas, self->charts, self->settings, self->diary));
      palpate_window_setup_routine (PALPATE_WINDOW (window), self->player, self->store);
      palpate_window_setup_journal (PALPATE_WINDOW (window));
      g_signal_connect_object (window, "notify::is-active", G_CALLBACK (palpate_attendant_update), self->attendant, G_CONNECT_SWAPPED);
      gtk_window_present (window);
      g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (first_frame_cb), self, 0);
      if (!g_settings_get_boolean (self->settings, PALPATE_KEY_SAFETY_READ))
        palpate_window_show_safety_note (PALPATE_WINDOW (window));
      return;
    }
  gtk_window_present (window);
}

/* Files are sheets; there is one window, and it shows one: the last. */
static void
palpate_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  GtkWindow *window = ensure_window (PALPATE_APPLICATION (application));

  if (window != NULL)
    palpate_window_open_sheet_file (PALPATE_WINDOW (window), files[n_files - 1]);
}

static int
palpate_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Palpate %s\nGTK %u.%u.%u, libadwaita %u.%u.%u, GLib %u.%u.%u\n", PALPATE_VERSION, gtk_get_major_version (),
               gtk_get_minor_version (), gtk_get_micro_version (), adw_get_major_version (), adw_get_minor_version (),
               adw_get_micro_version (), glib_major_version, glib_minor_version, glib_micro_version);
      return 0;
    }
  return -1;
}

static void
palpate_application_finalize (GObject *object)
{
  PalpateApplication *self = PALPATE_APPLICATION (object);

  g_clear_object (&self->atlas);
  g_clear_object (&self->reminders);
  g_clear_object (&self->attendant);
  g_clear_object (&self->diary);
  g_clear_object (&self->store);
  g_clear_object (&self->player);
  g_clear_object (&self->charts);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (palpate_application_parent_class)->finalize (object);
}

static void
palpate_application_class_init (PalpateApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = palpate_application_startup;
  G_APPLICATION_CLASS (klass)->activate = palpate_application_activate;
  G_APPLICATION_CLASS (klass)->open = palpate_application_open;
  G_APPLICATION_CLASS (klass)->handle_local_options = palpate_application_handle_local_options;
}

static void
palpate_application_init (PalpateApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 N_("Print the version of the program and of its libraries"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[COMMAND]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Commands that need no display (each has --help):\n"
                                              "  lookup REGION…               rank the points that may send pain there\n"
                                              "  search TEXT                  search in everyday words\n"
                                              "  show MUSCLE|TRIGGER-POINT    what the atlas says\n"
                                              "  chart VIEW --output FILE     write a picture\n"
                                              "  sheet TRIGGER-POINT… --output FILE.pdf\n"
                                              "                               write a home-care sheet\n"
                                              "  check DIRECTORY              check content and charts"));
}

PalpateApplication *
palpate_application_new (void)
{
  PalpateApplication *self = g_object_new (PALPATE_TYPE_APPLICATION, "application-id", PALPATE_APPLICATION_ID, "resource-base-path",
                                           PALPATE_RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN, NULL);

  self->charts = palpate_chart_set_new_from_resource ();
  return self;
}
