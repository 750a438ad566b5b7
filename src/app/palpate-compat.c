/* SPDX-License-Identifier: GPL-3.0-or-later */

/* This file may use whatever the installed toolkit has; deprecations stay silent by the required versions. */
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED

#include "palpate-compat.h"

#include <gmodule.h>

/**
 * palpate_compat_get_scale:
 *
 * Returns: device pixels a logical pixel, fractional where the toolkit says so (GTK 4.12)
 */
double
palpate_compat_get_scale (GtkWidget *widget)
{
#if GTK_CHECK_VERSION (4, 12, 0)
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  if (surface != NULL)
    return gdk_surface_get_scale (surface);
#endif
  return gtk_widget_get_scale_factor (widget);
}

/**
 * palpate_compat_can_play:
 *
 * Returns: whether a #GtkMediaFile may be played. GTK plays by GStreamer, which ends the whole program where its plugin of
 * playback is not installed; where there is no GStreamer, the toolkit itself says that it cannot play.
 */
gboolean
palpate_compat_can_play (void)
{
  static int answer = -1;
  GModule *gstreamer;
  gboolean (*init_check) (int *, char ***, GError **);
  GObject *(*find) (const char *);

  if (answer >= 0)
    return answer;
  gstreamer = g_module_open ("libgstreamer-1.0.so.0", G_MODULE_BIND_LAZY);
  answer = gstreamer == NULL;
  if (gstreamer != NULL && g_module_symbol (gstreamer, "gst_init_check", (gpointer *) &init_check)
      && g_module_symbol (gstreamer, "gst_element_factory_find", (gpointer *) &find) && init_check (NULL, NULL, NULL))
    {
      g_autoptr (GObject) older = find ("playbin"), newer = find ("playbin3");

      answer = older != NULL && newer != NULL;
    }
  return answer;
}

/**
 * palpate_compat_announce:
 *
 * Has a screen reader say something (GTK 4.14); before that, nothing is said.
 */
void
palpate_compat_announce (GtkWidget  *widget,
                         const char *message)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  /* the toolkit's own stand-in for tests cannot announce, and crashes (seen with GTK 4.24) */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return;
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

/**
 * palpate_compat_open_uri:
 *
 * Opens an address in the program that the person chose for it.
 */
void
palpate_compat_open_uri (GtkWindow  *parent,
                         const char *uri)
{
#if GTK_CHECK_VERSION (4, 10, 0)
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, parent, NULL, NULL, NULL);
#else
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
#endif
}

/**
 * palpate_compat_get_text_scale:
 *
 * Returns: how much larger than usual the person wants text, 1 for as usual
 */
double
palpate_compat_get_text_scale (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96 * 1024.0) : 1;
}

/**
 * palpate_compat_set_text_scale:
 * @factor: 1 leaves the desktop's text size as it is
 *
 * For pictures and tests: where no desktop settings are to be had, large text can only be asked for here.
 */
void
palpate_compat_set_text_scale (double factor)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * factor), NULL);
}

/**
 * palpate_compat_reduces_motion:
 *
 * Returns: whether the person asked the desktop for less movement: by a setting of its own where there is one
 *   (GTK 4.22), by no animations at all otherwise
 */
gboolean
palpate_compat_reduces_motion (GtkWidget *widget)
{
  GtkSettings *settings = gtk_widget_get_settings (widget);
  gboolean animates = TRUE;

  g_object_get (settings, "gtk-enable-animations", &animates, NULL);
#if GTK_CHECK_VERSION (4, 22, 0)
  {
    GtkReducedMotion motion = GTK_REDUCED_MOTION_NO_PREFERENCE;

    g_object_get (settings, "gtk-interface-reduced-motion", &motion, NULL);
    if (motion == GTK_REDUCED_MOTION_REDUCE)
      return TRUE;
  }
#endif
  return !animates;
}

/**
 * palpate_compat_dialog_new:
 * @content: (transfer floating): what stands below the header
 *
 * Returns: (transfer floating): a dialog that only palpate_compat_dialog_close() closes: inside the window from
 *   libadwaita 1.5 on, a window of its own before
 */
GtkWidget *
palpate_compat_dialog_new (const char *title,
                           int         width,
                           int         height,
                           GtkWidget  *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *dialog;

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), content);
#if ADW_CHECK_VERSION (1, 5, 0)
  dialog = GTK_WIDGET (adw_dialog_new ());
  adw_dialog_set_title (ADW_DIALOG (dialog), title);
  adw_dialog_set_content_width (ADW_DIALOG (dialog), width);
  adw_dialog_set_content_height (ADW_DIALOG (dialog), height);
  adw_dialog_set_can_close (ADW_DIALOG (dialog), FALSE);
  adw_dialog_set_child (ADW_DIALOG (dialog), box);
#else
  dialog = adw_window_new ();
  gtk_window_set_title (GTK_WINDOW (dialog), title);
  gtk_window_set_default_size (GTK_WINDOW (dialog), width, height);
  adw_window_set_content (ADW_WINDOW (dialog), box);
#endif
  return dialog;
}

/**
 * palpate_compat_dialog_present:
 * @dialog: of palpate_compat_dialog_new(), palpate_compat_about_new() or palpate_compat_preferences_new()
 * @focus: (nullable): what has the focus, and is activated by Enter
 */
void
palpate_compat_dialog_present (GtkWidget *dialog,
                               GtkWindow *parent,
                               GtkWidget *focus)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  if (focus != NULL)
    {
      adw_dialog_set_default_widget (ADW_DIALOG (dialog), focus);
      adw_dialog_set_focus (ADW_DIALOG (dialog), focus);
    }
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  if (focus != NULL)
    {
      gtk_window_set_default_widget (GTK_WINDOW (dialog), focus);
      gtk_window_set_focus (GTK_WINDOW (dialog), focus);
    }
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/**
 * palpate_compat_dialog_close:
 * @inside: the dialog or anything in it
 */
void
palpate_compat_dialog_close (GtkWidget *inside)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_dialog_force_close (ADW_DIALOG (gtk_widget_get_ancestor (inside, ADW_TYPE_DIALOG)));
#else
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (inside)));
#endif
}

/**
 * palpate_compat_about_new:
 *
 * Returns: (transfer floating): an about dialog; its properties have the same names at both ends
 */
GtkWidget *
palpate_compat_about_new (void)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  return GTK_WIDGET (adw_about_dialog_new ());
#else
  return adw_about_window_new ();
#endif
}

void
palpate_compat_about_add_credits (GtkWidget   *about,
                                  const char  *title,
                                  const char **people)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_about_dialog_add_credit_section (ADW_ABOUT_DIALOG (about), title, people);
#else
  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (about), title, people);
#endif
}

/**
 * palpate_compat_about_add_legal:
 * @text: plain text
 * @licence: (nullable): in words, as markup; %NULL if @text is only a list
 */
void
palpate_compat_about_add_legal (GtkWidget  *about,
                                const char *title,
                                const char *text,
                                const char *licence)
{
  const GtkLicense type = licence != NULL ? GTK_LICENSE_CUSTOM : GTK_LICENSE_UNKNOWN;
  g_autofree char *safe = g_markup_escape_text (text, -1);

#if ADW_CHECK_VERSION (1, 5, 0)
  adw_about_dialog_add_legal_section (ADW_ABOUT_DIALOG (about), title, safe, type, licence);
#else
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about), title, safe, type, licence);
#endif
}

/**
 * palpate_compat_preferences_new:
 * @title: of the window; the toolkit may not know the language
 * @page: (transfer floating): the only page
 *
 * Returns: (transfer floating): the preferences, as a dialog from libadwaita 1.5 on
 */
GtkWidget *
palpate_compat_preferences_new (const char         *title,
                                AdwPreferencesPage *page)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  AdwPreferencesDialog *preferences = ADW_PREFERENCES_DIALOG (adw_preferences_dialog_new ());

  adw_preferences_dialog_set_search_enabled (preferences, FALSE);
  adw_dialog_set_title (ADW_DIALOG (preferences), title);
  adw_preferences_dialog_add (preferences, page);
#else
  AdwPreferencesWindow *preferences = ADW_PREFERENCES_WINDOW (adw_preferences_window_new ());

  adw_preferences_window_set_search_enabled (preferences, FALSE);
  gtk_window_set_title (GTK_WINDOW (preferences), title);
  gtk_window_set_default_size (GTK_WINDOW (preferences), 560, 620);
  adw_preferences_window_add (preferences, page);
#endif
  return GTK_WIDGET (preferences);
}

/* What a file dialog calls back. */
typedef struct {
  PalpateFileFunc  func;
  gpointer         user_data;
  GDestroyNotify   destroy;
} FileChoice;

static void
finish_choice (FileChoice *choice,
               GFile      *file)
{
  if (file != NULL)
    choice->func (file, choice->user_data);
  if (choice->destroy != NULL)
    choice->destroy (choice->user_data);
  g_free (choice);
}

#if GTK_CHECK_VERSION (4, 10, 0)
static void
opened_cb (GObject      *dialog,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  finish_choice (user_data, file);
}

static void
saved_cb (GObject      *dialog,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  finish_choice (user_data, file);
}
#else
static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           FileChoice      *choice)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  finish_choice (choice, file);
  g_object_unref (dialog);
}
#endif

/**
 * palpate_compat_choose_file:
 * @name: (nullable): what a new file is called; %NULL to open one that is there
 * @filter: (transfer full): which files are offered
 * @func: called with the file, unless the person thinks better of it
 * @destroy: (nullable): for @user_data, when the dialog has closed
 *
 * Asks for a file, through the portal where there is one (GTK 4.10: #GtkFileDialog).
 */
void
palpate_compat_choose_file (GtkWindow       *parent,
                            const char      *title,
                            const char      *name,
                            GtkFileFilter   *filter,
                            PalpateFileFunc  func,
                            gpointer         user_data,
                            GDestroyNotify   destroy)
{
  FileChoice *choice = g_new0 (FileChoice, 1);

  *choice = (FileChoice) { func, user_data, destroy };
#if GTK_CHECK_VERSION (4, 10, 0)
  {
    g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
    g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

    g_list_store_append (filters, filter);
    g_object_unref (filter);
    gtk_file_dialog_set_title (dialog, title);
    gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
    if (name != NULL)
      {
        gtk_file_dialog_set_initial_name (dialog, name);
        gtk_file_dialog_save (dialog, parent, NULL, saved_cb, choice);
      }
    else
      gtk_file_dialog_open (dialog, parent, NULL, opened_cb, choice);
  }
#else
  {
    GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                                                NULL, NULL);

    gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    g_object_unref (filter);
    if (name != NULL)
      gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
    gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
    g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), choice);
    gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
  }
#endif
}
