/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window with the real content and charts: actions, names for screen readers, arrow keys, broken drawings.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "palpate-application.h"
#include "palpate-mark-button.h"
#include "palpate-settings.h"
#include "palpate-window-private.h"
#include "widgets.h"

#define PATIENCE_US (60 * G_USEC_PER_SEC)   /* with full stacks for every allocation, a window takes its time */

static PalpateAtlas *atlas;

typedef gboolean (*Condition) (gpointer user_data);

static void
wait_for (Condition condition,
          gpointer  user_data)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (!condition (user_data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static PalpateWindow *
open_window (PalpateChartSet *charts,
             GtkApplication  *application)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = palpate_settings_new (&error);
  GtkWidget *window;

  g_assert_no_error (error);
  g_settings_set_boolean (settings, PALPATE_KEY_SAFETY_READ, TRUE);
  window = palpate_window_new (application, atlas, charts, settings, NULL);
  gtk_window_present (GTK_WINDOW (window));
  return PALPATE_WINDOW (window);
}

static gboolean
is_complete (gpointer window)
{
  return palpate_chart_page_is_complete (palpate_window_get_chart_page (window));
}

/* One application for all tests of this program; a window each. */
static GtkApplication *
ensure_application (void)
{
  static GtkApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = GTK_APPLICATION (palpate_application_new ());
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

static PalpateWindow *
open_real_window (void)
{
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();
  PalpateWindow *window = open_window (charts, ensure_application ());

  wait_for (is_complete, window);
  return window;
}

static void
close_window (PalpateWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
count_places (PalpateWindow *window)
{
  guint n_places;

  palpate_marks_get_places (palpate_explorer_get_marks (palpate_window_get_explorer (window)), &n_places);
  return n_places;
}

static PalpatePageKind
page_of (PalpateWindow *window)
{
  return palpate_panel_get_location (palpate_window_get_panel (window))->kind;
}

static void
mark (PalpateWindow *window,
      const char    *place,
      gboolean       keep)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.mark", "(sb)", place, keep));
}

static void
open_location (PalpateWindow *window,
               const char    *location)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open", "s", location));
}

static void
test_marking (void)
{
  PalpateWindow *window = open_real_window ();

  mark (window, "back-of-neck-left", FALSE);
  g_assert_cmpint (page_of (window), ==, PALPATE_PAGE_PLACES);
  mark (window, "temple-left", FALSE);
  g_assert_cmpuint (count_places (window), ==, 1);
  mark (window, "back-of-neck-left", TRUE);
  g_assert_cmpuint (count_places (window), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  g_assert_cmpuint (count_places (window), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpuint (count_places (window), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear", NULL);
  g_assert_cmpuint (count_places (window), ==, 0);
  g_assert_cmpint (page_of (window), ==, PALPATE_PAGE_START);
  close_window (window);
}

static void
test_history (void)
{
  PalpateWindow *window = open_real_window ();

  mark (window, "back-of-neck-left", FALSE);
  open_location (window, "point/levator-scapulae-TrP1/left");
  g_assert_nonnull (palpate_explorer_get_opened (palpate_window_get_explorer (window)));
  open_location (window, "muscle/scm-sternal/left");
  g_assert_null (palpate_explorer_get_opened (palpate_window_get_explorer (window)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpint (page_of (window), ==, PALPATE_PAGE_POINT);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpint (page_of (window), ==, PALPATE_PAGE_PLACES);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.forward", NULL);
  g_assert_cmpint (page_of (window), ==, PALPATE_PAGE_POINT);
  /* one step out at a time: point, places, nothing marked */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.step-out", NULL);
  g_assert_cmpint (page_of (window), ==, PALPATE_PAGE_PLACES);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.step-out", NULL);
  g_assert_cmpuint (count_places (window), ==, 0);
  close_window (window);
}

/* Every page that a link can lead to opens, and says what it is to a screen reader. */
static void
test_every_page_opens (void)
{
  static const struct {
    PalpateItemKind  kind;
    const char      *page;
  } kinds[] = {
    { PALPATE_ITEM_POINT, "point" },         { PALPATE_ITEM_MUSCLE, "muscle" },       { PALPATE_ITEM_COMPLAINT, "complaint" },
    { PALPATE_ITEM_LOOKALIKE, "lookalike" }, { PALPATE_ITEM_TECHNIQUE, "technique" }, { PALPATE_ITEM_ADVICE, "advice" },
    { PALPATE_ITEM_PAGE, "learn" },
  };
  PalpateWindow *window = open_real_window ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      GPtrArray *items = palpate_atlas_list (atlas, kinds[k].kind);

      for (guint i = 0; i < items->len; i++)
        {
          const char *id = *(const char **) g_ptr_array_index (items, i);
          g_autofree char *location = g_strdup_printf ("%s/%s/left", kinds[k].page, id);

          open_location (window, location);
          g_assert_cmpstr (palpate_panel_get_location (palpate_window_get_panel (window))->id, ==, id);
        }
    }
  close_window (window);
}

/* What the care profile leaves out is said on the pages that are open, and comes back when it is switched off. */
static void
test_care_profile_changes_pages (void)
{
  PalpateWindow *window = open_real_window ();
  GtkWidget *panel = GTK_WIDGET (palpate_window_get_panel (window));
  g_autoptr (GSettings) settings = palpate_settings_new (NULL);

  open_location (window, "point/gastrocnemius-TrP1/left");
  g_assert_true (says (panel, "What you can try"));
  g_assert_false (says (panel, "Not for you to press now"));
  palpate_settings_list_toggle (settings, PALPATE_KEY_CARE, "pregnancy", TRUE);
  g_assert_false (says (panel, "What you can try"));
  g_assert_true (says (panel, "Not for you to press now"));
  g_assert_true (says (panel, "no deep pressure on the legs in pregnancy"));
  mark (window, "calf-left", FALSE);
  g_assert_true (says (panel, "points are not for pressing now"));
  open_location (window, "care");
  g_assert_true (says (panel, "Pressing is left out at"));
  palpate_settings_list_toggle (settings, PALPATE_KEY_CARE, "pregnancy", FALSE);
  g_assert_true (says (panel, "Nothing is switched on"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_false (says (panel, "not for pressing now"));
  close_window (window);
}

/* The place to learn: a technique opens where one reads, Back returns, Escape leads to the chart. */
static void
test_learning (void)
{
  PalpateWindow *window = open_real_window ();

  open_location (window, "point/levator-scapulae-TrP1/left");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "learn"));
  g_assert_true (says (GTK_WIDGET (window), "What trigger points are"));
  open_location (window, "learn/techniques-compared");
  g_assert_true (says (GTK_WIDGET (window), "How it is meant to work"));
  g_assert_true (says (GTK_WIDGET (window), "A professional"));
  open_location (window, "technique/dry-needling");
  g_assert_true (says (GTK_WIDGET (window), "For trained hands only"));
  g_assert_cmpint (page_of (window), ==, PALPATE_PAGE_POINT);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_true (says (GTK_WIDGET (window), "How it is meant to work"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.step-out", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpint (page_of (window), ==, PALPATE_PAGE_START);
  close_window (window);
}

static gboolean
has_name (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_label (GTK_LABEL (widget)) != '\0';
  if (ADW_IS_PREFERENCES_ROW (widget) && *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != '\0')
    return TRUE;
  if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_name (child))
      return TRUE;
  return FALSE;
}

static void
check_names (GtkWidget  *widget,
             const char *page)
{
  /* what is in a menu button is named by that */
  if (!gtk_widget_get_visible (widget) || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    return;
  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_EDITABLE (widget)
      || GTK_IS_LIST_BOX_ROW (widget))
    {
      if (!has_name (widget) && !gtk_widget_has_css_class (gtk_widget_get_parent (widget), "end")
          && g_strcmp0 (gtk_widget_get_css_name (gtk_widget_get_parent (widget)), "windowcontrols") != 0
          && !GTK_IS_TEXT (widget) && gtk_widget_get_tooltip_text (widget) == NULL)
        g_error ("%s: a %s has no name", page, G_OBJECT_TYPE_NAME (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_names (child, page);
}

static void
test_everything_has_a_name (void)
{
  static const char *const pages[] = { "areas", "safety", "care", "kept", "habits", "guide", "learn/techniques-compared", "point/trapezius-upper-TrP1/left", "point/longus-colli-TrP1/right",
                                       "muscle/scm-sternal/left", "places" };
  PalpateWindow *window = open_real_window ();

  check_names (GTK_WIDGET (window), "start");
  mark (window, "temple-left", FALSE);
  mark (window, "back-of-neck-left", TRUE);
  check_names (GTK_WIDGET (window), "two places");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      open_location (window, pages[i]);
      check_names (GTK_WIDGET (window), pages[i]);
    }
  close_window (window);
}

static void
collect_places (GtkWidget *view,
                GPtrArray *buttons)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (PALPATE_IS_MARK_BUTTON (child)
        && palpate_mark_button_get_mark (PALPATE_MARK_BUTTON (child))->kind == PALPATE_MARK_REGION)
      g_ptr_array_add (buttons, child);
}

static void
test_places_are_accessible (void)
{
  PalpateWindow *window = open_real_window ();
  PalpateChartView *views[2];
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  palpate_chart_page_get_views (palpate_window_get_chart_page (window), views);
  collect_places (GTK_WIDGET (views[1]), buttons);
  g_assert_cmpuint (buttons->len, >, 30);
  for (guint i = 0; i < buttons->len; i++)
    {
      GtkAccessible *button = g_ptr_array_index (buttons, i);
      const PalpateMark *shape = palpate_mark_button_get_mark (PALPATE_MARK_BUTTON (button));
      const PalpatePlace place = { g_intern_string (shape->id), shape->side };
      g_autofree char *name = palpate_atlas_describe_place (atlas, place);

      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
      g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (button)));
    }
  close_window (window);
}

/* Follows every arrow from every place: each place of a view must be reached from each other one. */
static void
check_arrows (PalpateChartView *view,
              PalpateWindow    *window)
{
  static const GtkDirectionType directions[] = { GTK_DIR_LEFT, GTK_DIR_RIGHT, GTK_DIR_UP, GTK_DIR_DOWN };
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  g_autofree gboolean *reaches = NULL;
  guint n;

  collect_places (GTK_WIDGET (view), buttons);
  n = buttons->len;
  reaches = g_new0 (gboolean, n * n);
  for (guint i = 0; i < n; i++)
    for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
      {
        guint target;

        g_assert_true (gtk_widget_grab_focus (g_ptr_array_index (buttons, i)));
        if (GTK_WIDGET_GET_CLASS (view)->focus (GTK_WIDGET (view), directions[d])
            && g_ptr_array_find (buttons, gtk_window_get_focus (GTK_WINDOW (window)), &target))
          reaches[i * n + target] = TRUE;
      }
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        reaches[i * n + j] |= reaches[i * n + k] && reaches[k * n + j];
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      if (i != j && !reaches[i * n + j])
        g_error ("%s: no arrows lead from %s to %s", palpate_view_to_id (palpate_chart_view_get_view (view)),
                 palpate_mark_button_get_mark (g_ptr_array_index (buttons, i))->id,
                 palpate_mark_button_get_mark (g_ptr_array_index (buttons, j))->id);
}

static void
test_arrows_reach_everything (void)
{
  PalpateWindow *window = open_real_window ();
  PalpateChartView *views[2];

  palpate_chart_page_get_views (palpate_window_get_chart_page (window), views);
  for (PalpateView view = 0; view < PALPATE_N_VIEWS; view++)
    {
      palpate_chart_view_set_view (views[0], view);
      check_arrows (views[0], window);
    }
  close_window (window);
}

static gboolean
has_status_page (GtkWidget *widget)
{
  if (ADW_IS_STATUS_PAGE (widget) && gtk_widget_get_visible (widget))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_status_page (child))
      return TRUE;
  return FALSE;
}

static gboolean
shows_trouble (gpointer window)
{
  PalpateChartView *views[2];

  palpate_chart_page_get_views (palpate_window_get_chart_page (window), views);
  return has_status_page (GTK_WIDGET (views[0]));
}

static void
test_broken_charts (void)
{
  static const char *const files[] = {
    NULL, "", "no svg at all", "<svg viewBox='0 0 1 1'/>",
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><g id='figure'><path id='figure-outline' d='M0 0L9 9Z'/></g>"
    "<g id='regions'><path id='region-sacrum' d='oh dear'/></g></svg>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_dir_make_tmp ("palpate-charts-XXXXXX", NULL);
      g_autoptr (GFile) directory = g_file_new_for_path (path);
      g_autoptr (PalpateChartSet) charts = palpate_chart_set_new (directory);
      g_autofree char *front = g_build_filename (path, "front.svg", NULL);
      PalpateWindow *window;

      if (files[i] != NULL)
        g_assert_true (g_file_set_contents (front, files[i], -1, NULL));
      window = open_window (charts, ensure_application ());
      wait_for (shows_trouble, window);
      /* the list still works */
      open_location (window, "areas");
      mark (window, "sacrum", FALSE);
      open_location (window, "places");
      g_assert_cmpuint (palpate_explorer_get_suspects (palpate_window_get_explorer (window))->len, >, 0);
      close_window (window);
      g_remove (front);
      g_rmdir (path);
    }
}

/* The shortcuts window lists every key of the program, and no other. */
static void
test_shortcuts_are_listed (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (PALPATE_RESOURCE_PATH "/ui/help-overlay.ui");
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (PALPATE_RESOURCE_PATH "/ui/help-overlay.ui", 0, NULL);
  const char *text = g_bytes_get_data (bytes, NULL);
  guint n_shortcuts;
  const PalpateShortcut *shortcuts = palpate_window_get_shortcuts (&n_shortcuts);

  g_assert_nonnull (gtk_builder_get_object (builder, "help_overlay"));
  for (const char *p = strstr (text, "\"accelerator\">"); p != NULL; p = strstr (p + 1, "\"accelerator\">"))
    {
      const char *end = strstr (p, "</property>");
      g_autofree char *all = g_strndup (p + 14, end - p - 14);
      g_auto (GStrv) parts = NULL;
      g_autoptr (GString) plain = g_string_new (all);

      g_string_replace (plain, "&lt;", "<", 0);
      g_string_replace (plain, "&gt;", ">", 0);
      parts = g_strsplit (plain->str, " ", -1);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (parts[i], &key, &modifiers));
          g_hash_table_add (listed, gtk_accelerator_name (key, modifiers));
        }
    }
  for (guint i = 0; i < n_shortcuts; i++)
    {
      guint key;
      GdkModifierType modifiers;
      g_autofree char *name = NULL;

      g_assert_true (gtk_accelerator_parse (shortcuts[i].keys[0], &key, &modifiers));
      name = gtk_accelerator_name (key, modifiers);
      if (!g_hash_table_contains (listed, name))
        g_error ("%s (%s) is not in the shortcuts window", shortcuts[i].action, name);
    }
}

static GtkWindow *
find_shortcuts_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkShortcutsWindow"))
        return window;
    }
  return NULL;
}

/* It opens over its window, as often as it is asked for, and goes with it. */
static void
test_shortcuts_open (void)
{
  PalpateWindow *window = open_real_window ();

  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (find_shortcuts_window ());
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
      g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_shortcuts_window ())));
      g_assert_true (gtk_window_get_transient_for (find_shortcuts_window ()) == GTK_WINDOW (window));
      if (i == 0)
        gtk_window_close (find_shortcuts_window ());
    }
  close_window (window);
  g_assert_null (find_shortcuts_window ());
}

/* What the first frame shows is what the charts draw today. */
static void
test_first_pictures_are_true (void)
{
  static const PalpateView views[] = { PALPATE_VIEW_FRONT, PALPATE_VIEW_BACK };
  static const PalpateScheme schemes[] = { PALPATE_SCHEME_LIGHT, PALPATE_SCHEME_DARK };
  static const PalpateLayer layers[] = { PALPATE_LAYER_SKIN, PALPATE_LAYER_MUSCLES };
  g_autoptr (PalpateChartSet) charts = palpate_chart_set_new_from_resource ();

  for (guint i = 0; i < 8; i++)
    {
      const PalpateView view = views[i & 1];
      const PalpateScheme scheme = schemes[(i >> 1) & 1];
      const PalpateLayer layer = layers[i >> 2];
      PalpateChart *chart = palpate_chart_set_get (charts, view, NULL);
      const PalpateBox frame = palpate_chart_get_frame (chart);
      cairo_surface_t *picture = palpate_chart_set_take_picture (charts, view, scheme, layer);
      cairo_surface_t *drawn;
      cairo_t *cr;

      g_assert_nonnull (picture);
      drawn = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, cairo_image_surface_get_width (picture), cairo_image_surface_get_height (picture));
      cr = cairo_create (drawn);
      cairo_scale (cr, cairo_image_surface_get_width (drawn) / frame.width, cairo_image_surface_get_height (drawn) / frame.height);
      cairo_translate (cr, -frame.x, -frame.y);
      g_assert_true (palpate_chart_render_layer (chart, layer, scheme, palpate_chart_set_get_style (charts, scheme), cr, NULL));
      cairo_destroy (cr);
      cairo_surface_flush (drawn);
      g_assert_cmpmem (cairo_image_surface_get_data (drawn), cairo_image_surface_get_stride (drawn) * cairo_image_surface_get_height (drawn),
                       cairo_image_surface_get_data (picture), cairo_image_surface_get_stride (picture) * cairo_image_surface_get_height (picture));
      cairo_surface_destroy (drawn);
      cairo_surface_destroy (picture);
    }
}

/* The brush works on the chart alone; what stands over the chart puts its keys to sleep. */
static void
test_brush_and_sheet (void)
{
  PalpateWindow *window = open_real_window ();

  open_location (window, "point/levator-scapulae-TrP1/left");
  g_action_group_activate_action (G_ACTION_GROUP (window), "sheet", NULL);
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "paint"));
  palpate_window_close_sheet (window);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "paint"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);   /* gtk_test_init() wants a locale that need not be there */
  adw_init ();
  atlas = palpate_atlas_new_built_in ();
  g_test_add_func ("/window/marking", test_marking);
  g_test_add_func ("/window/history", test_history);
  g_test_add_func ("/window/every-page-opens", test_every_page_opens);
  g_test_add_func ("/window/care-profile", test_care_profile_changes_pages);
  g_test_add_func ("/window/learning", test_learning);
  g_test_add_func ("/window/everything-has-a-name", test_everything_has_a_name);
  g_test_add_func ("/window/places-are-accessible", test_places_are_accessible);
  g_test_add_func ("/window/arrows-reach-everything", test_arrows_reach_everything);
  g_test_add_func ("/window/shortcuts-open", test_shortcuts_open);
  g_test_add_func ("/window/first-pictures-are-true", test_first_pictures_are_true);
  g_test_add_func ("/window/broken-charts", test_broken_charts);
  g_test_add_func ("/window/brush-and-sheet", test_brush_and_sheet);
  g_test_add_func ("/window/shortcuts-are-listed", test_shortcuts_are_listed);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
