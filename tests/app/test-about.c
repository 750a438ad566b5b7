/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The about window: it names every source of the content.
 */
#include <adwaita.h>

#include "palpate-about.h"

static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
any_window_shows (const char *text)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (shows (window, text))
        return TRUE;
    }
  return FALSE;
}

/* The signs of markup in a title are no markup: a warning would end the test. */
static void
test_sources (void)
{
  g_autoptr (PalpateAtlas) atlas = palpate_atlas_new_built_in ();
  GPtrArray *sources = palpate_atlas_list (atlas, PALPATE_ITEM_SOURCE);
  GtkWidget *parent = adw_window_new ();
  gboolean has_sign = FALSE;

  gtk_window_present (GTK_WINDOW (parent));
  palpate_about_present (GTK_WINDOW (parent), atlas);
  for (guint i = 0; i < sources->len; i++)
    {
      const PalpateSource *source = g_ptr_array_index (sources, i);

      has_sign |= strchr (source->title, '&') != NULL;
#if !ADW_CHECK_VERSION (1, 5, 0)   /* the newer dialog makes its pages when they are opened */
      g_assert_true (any_window_shows (source->title));
#endif
    }
  g_assert_true (has_sign);
  g_assert_true (any_window_shows ("Palpate"));
  gtk_window_destroy (GTK_WINDOW (parent));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/about/sources", test_sources);
  return g_test_run ();
}
