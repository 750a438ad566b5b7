/* SPDX-License-Identifier: GPL-3.0-or-later */

/* This file may use whatever the installed toolkit has; deprecations stay silent by the required versions. */
#undef GDK_VERSION_MAX_ALLOWED
#undef ADW_VERSION_MAX_ALLOWED

#include "palpate-compat.h"

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
 * palpate_compat_announce:
 *
 * Has a screen reader say something (GTK 4.14); before that, nothing is said.
 */
void
palpate_compat_announce (GtkWidget  *widget,
                         const char *message)
{
#if GTK_CHECK_VERSION (4, 14, 0)
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
