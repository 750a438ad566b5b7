/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal with the real widgets: sessions that are played are written and rated by clicks, shown as list, plot and
 * words; what changes nothing is not proposed any more.
 */
#include <glib/gstdio.h>
#include <string.h>

#include "palpate-journal-page.h"
#include "palpate-last-time.h"
#include "palpate-plot.h"
#include "palpate-rating.h"
#include "palpate-settings.h"

static PalpateAtlas *atlas;

typedef struct {
  char               *folder;
  GFile              *file;
  GSettings          *settings;
  PalpatePlayer      *player;
  PalpateDiary       *diary;
  GtkWindow          *window;
  PalpateJournalPage *page;
} Fixture;

static PalpateSidedPoint
trapezius (void)
{
  return (PalpateSidedPoint) { palpate_atlas_get_point (atlas, "trapezius-upper-TrP1"), PALPATE_SIDE_LEFT };
}

/* Writes @n_sessions of the upper trapezius, @days apart, the last of them today. */
static void
write_sessions (Fixture *self,
                guint    n_sessions,
                int      days,
                int      before,
                int      after)
{
  g_autofree char *trouble = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalpateJournal) journal = palpate_journal_open (self->file, "2026-01-01", &trouble, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n_sessions; i++)
    {
      const gint64 begun_us = g_get_real_time () - (gint64) (n_sessions - 1 - i) * days * G_TIME_SPAN_DAY - G_TIME_SPAN_SECOND;
      const PalpatePointTechnique *use = trapezius ().point->techniques.items[0];
      const PalpateEntryItem item = { .point = (char *) trapezius ().point->id, .side = PALPATE_SIDE_LEFT,
                                      .technique = (char *) use->technique, .begun_us = begun_us, .seconds = 60 };
      g_autoptr (PalpateEntry) entry = palpate_entry_new (begun_us);

      entry->before = before;
      entry->after = after;
      entry->effect = after < before ? PALPATE_EFFECT_BETTER : PALPATE_EFFECT_SAME;
      palpate_entry_add (entry, &item);
      g_assert_true (palpate_journal_save (journal, entry, &error));
    }
}

static void
spin (void)
{
  for (int i = 0; i < 200 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
open_page (Fixture *self)
{
  self->diary = palpate_diary_new (self->file, self->settings, self->player);
  self->page = g_object_new (PALPATE_TYPE_JOURNAL_PAGE, NULL);
  palpate_journal_page_setup (self->page, atlas, self->diary, self->settings);
  gtk_window_set_child (self->window, GTK_WIDGET (self->page));
  gtk_window_present (self->window);
  spin ();
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("palpate-journal-XXXXXX", NULL);
  path = g_build_filename (self->folder, "journal.db", NULL);
  self->file = g_file_new_for_path (path);
  self->settings = palpate_settings_new (NULL);
  g_settings_reset (self->settings, PALPATE_KEY_JOURNAL);
  self->player = palpate_player_new ();
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 1100, 800);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (self->window);
  spin ();
  g_clear_object (&self->diary);
  g_object_unref (self->player);
  g_object_unref (self->settings);
  g_object_unref (self->file);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
}

/* looking at what is shown */

static GtkWidget *
find_text (GtkWidget  *widget,
           GType       type,
           const char *text)
{
  const char *shown = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      if (GTK_IS_LABEL (widget))
        shown = gtk_label_get_label (GTK_LABEL (widget));
      else if (GTK_IS_BUTTON (widget))
        shown = gtk_button_get_label (GTK_BUTTON (widget));
      else if (ADW_IS_STATUS_PAGE (widget))
        shown = adw_status_page_get_title (ADW_STATUS_PAGE (widget));
      if (text == NULL || (shown != NULL && strstr (shown, text) != NULL))
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
shows (Fixture    *self,
       const char *text)
{
  return find_text (GTK_WIDGET (self->page), GTK_TYPE_LABEL, text) != NULL;
}

static void
click (GtkWidget  *root,
       const char *label,
       guint       number)
{
  GtkWidget *button = find_text (root, GTK_TYPE_TOGGLE_BUTTON, label);

  /* the same label further on: in the next group of buttons */
  for (guint i = 0; i < number; i++)
    {
      GtkWidget *group = gtk_widget_get_parent (button);

      do
        group = gtk_widget_get_next_sibling (group);
      while ((button = find_text (group, GTK_TYPE_TOGGLE_BUTTON, label)) == NULL);
    }
  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  spin ();
}

/* Plays a hold for a moment and goes on to its end, without its stretch. */
static void
begin (Fixture *self)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) plan = NULL;

  g_assert_nonnull (palpate_routine_append (routine, trapezius (), NULL));
  plan = palpate_player_plan (self->player, routine, NULL);
  palpate_player_play (self->player, plan);
}

static void
press_a_little (Fixture *self)
{
  palpate_player_next (self->player);
  g_usleep (1100 * 1000);
  palpate_player_stop (self->player);
}

/* tests */

static void
test_states (Fixture       *self,
             gconstpointer  data)
{
  g_settings_set_boolean (self->settings, PALPATE_KEY_JOURNAL, FALSE);
  open_page (self);
  g_assert_nonnull (find_text (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, "The journal is off"));
  gtk_switch_set_active (GTK_SWITCH (find_text (GTK_WIDGET (self->page), GTK_TYPE_SWITCH, NULL)), TRUE);
  spin ();
  g_assert_true (g_settings_get_boolean (self->settings, PALPATE_KEY_JOURNAL));
  g_assert_nonnull (find_text (GTK_WIDGET (self->page), ADW_TYPE_STATUS_PAGE, "No sessions yet"));
}

static void
test_few (Fixture       *self,
          gconstpointer  data)
{
  write_sessions (self, 2, 1, 5, 4);
  open_page (self);
  g_assert_true (shows (self, "Three sessions make a picture."));
  g_assert_null (find_text (GTK_WIDGET (self->page), PALPATE_TYPE_PLOT, NULL));
}

static void
test_choose (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *list;

  write_sessions (self, 12, 7, 5, 3);
  open_page (self);
  g_assert_nonnull (find_text (GTK_WIDGET (self->page), PALPATE_TYPE_PLOT, NULL));
  g_assert_true (shows (self, "Places") && shows (self, "Points"));
  g_assert_true (shows (self, "better 12 of 12"));
  g_assert_true (shows (self, "pain before a session was 5 the first time and 5 the last time"));
  list = find_text (GTK_WIDGET (self->page), GTK_TYPE_LIST_BOX, NULL);
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  spin ();
  g_assert_true (shows (self, "Upper trapezius, point 1, left"));
  click (GTK_WIDGET (self->page), "2 weeks", 0);
  g_assert_true (shows (self, "2 sessions") && shows (self, "Three sessions make a picture."));
  click (GTK_WIDGET (self->page), "3 months", 0);
  g_assert_true (shows (self, "better 12 of 12"));
  /* the choice stays when the list is made anew */
  click (GTK_WIDGET (self->page), "2 weeks", 0);
  begin (self);
  press_a_little (self);
  spin ();
  g_assert_true (shows (self, "3 sessions") && shows (self, "Upper trapezius, point 1, left"));
}

static void
test_narrow (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *list;

  write_sessions (self, 4, 1, 5, 3);
  open_page (self);
  list = find_text (GTK_WIDGET (self->page), GTK_TYPE_LIST_BOX, NULL);
  palpate_journal_page_set_narrow (self->page, TRUE);
  spin ();
  g_assert_false (gtk_widget_get_mapped (list));   /* behind its button */
  gtk_menu_button_popup (GTK_MENU_BUTTON (find_text (GTK_WIDGET (self->page), GTK_TYPE_MENU_BUTTON, NULL)));
  while (!gtk_widget_get_mapped (list))   /* or the test runs out of time */
    g_main_context_iteration (NULL, TRUE);
  gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
  g_assert_true (shows (self, "Upper trapezius, point 1, left"));
  palpate_journal_page_set_narrow (self->page, FALSE);
  spin ();
  g_assert_true (gtk_widget_get_mapped (list));
}

/* The start page tells of the last session, leads to its point and does it again; without a journal it tells nothing. */
static void
test_last_time (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *last, *row, *again;

  write_sessions (self, 2, 3, 6, 2);
  self->diary = palpate_diary_new (self->file, self->settings, self->player);
  last = palpate_last_time_new (atlas, self->diary);
  gtk_box_append (GTK_BOX (box), last);
  gtk_window_set_child (self->window, box);
  gtk_window_present (self->window);
  spin ();
  g_assert_nonnull (find_text (last, GTK_TYPE_LABEL, "Pain 6 before, 2 after · Better"));
  row = find_text (last, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Upper trapezius, point 1, left");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.open");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL), ==, "point/trapezius-upper-TrP1/left");
  again = find_text (last, GTK_TYPE_BUTTON, "Do it again");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (again)), ==, "win.session-again");
  /* a session that goes on is the last one from then on */
  begin (self);
  press_a_little (self);
  spin ();
  g_assert_null (find_text (last, GTK_TYPE_LABEL, "Pain 6 before"));
  g_assert_nonnull (find_text (last, ADW_TYPE_ACTION_ROW, NULL));
  g_settings_set_boolean (self->settings, PALPATE_KEY_JOURNAL, FALSE);
  spin ();
  g_assert_false (gtk_widget_get_visible (last));
  g_settings_set_boolean (self->settings, PALPATE_KEY_JOURNAL, TRUE);
  spin ();
  g_assert_true (gtk_widget_get_visible (last));
  g_assert_true (palpate_diary_delete_all (self->diary, NULL));
  palpate_player_leave (self->player);
  g_assert_true (palpate_diary_delete_all (self->diary, NULL));
  spin ();
  g_assert_false (gtk_widget_get_visible (last));
}

static void
test_plot_keys (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *plot;
  g_autoptr (GListModel) controllers = NULL;
  GtkEventController *keys = NULL;
  gboolean handled = FALSE;

  write_sessions (self, 5, 1, 6, 2);
  open_page (self);
  plot = find_text (GTK_WIDGET (self->page), PALPATE_TYPE_PLOT, NULL);
  g_assert_true (gtk_widget_get_focusable (plot));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (plot), GTK_ACCESSIBLE_ROLE_IMG);
  controllers = gtk_widget_observe_controllers (plot);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        keys = controller;
    }
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Left, 0, 0, &handled);
  g_assert_true (handled);
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (plot), "Pain 6 before, 2 after"));
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Tab, 0, 0, &handled);
  g_assert_false (handled);
}

static const PalpateEntry *
get_last (Fixture    *self,
          GPtrArray **entries)
{
  g_autoptr (GError) error = NULL;

  *entries = palpate_journal_list (palpate_diary_get_journal (self->diary), &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*entries)->len, >, 0);
  return g_ptr_array_index (*entries, (*entries)->len - 1);
}

/* One click before, one after, one for what it did: all in the file; a click that is changed is changed there. */
static void
test_rating (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *before, *after;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const PalpateEntry *entry;

  open_page (self);
  begin (self);
  before = g_object_ref_sink (palpate_rating_new_before (self->diary));
  click (before, "6", 0);
  press_a_little (self);
  entry = get_last (self, &entries);
  g_assert_cmpint (entry->before, ==, 6);
  g_assert_cmpint (entry->after, ==, PALPATE_PAIN_NONE);
  after = g_object_ref_sink (palpate_rating_new (self->diary));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_text (after, GTK_TYPE_TOGGLE_BUTTON, "6"))));
  click (after, "3", 1);
  click (after, "Better", 0);
  click (after, "Skip", 0);
  entry = get_last (self, &later);
  g_assert_cmpint (entry->before, ==, PALPATE_PAIN_NONE);
  g_assert_cmpint (entry->after, ==, 3);
  g_assert_cmpint (entry->effect, ==, PALPATE_EFFECT_BETTER);
  g_assert_true (shows (self, "Pain 3 after · Better"));
  g_object_unref (before);
  g_object_unref (after);
}

/* More pain than before is not passed over: what to do now appears, and goes when the answer is changed. */
static void
test_worse (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *rating;

  open_page (self);
  begin (self);
  press_a_little (self);
  rating = g_object_ref_sink (palpate_rating_new (self->diary));
  click (rating, "4", 0);
  click (rating, "4", 1);
  g_assert_null (find_text (rating, GTK_TYPE_LABEL, "More pain than before"));
  click (rating, "8", 1);
  g_assert_nonnull (find_text (rating, GTK_TYPE_LABEL, "More pain than before"));
  click (rating, "2", 1);
  g_assert_null (find_text (rating, GTK_TYPE_LABEL, "More pain than before"));
  click (rating, "Worse", 0);
  g_assert_nonnull (find_text (rating, GTK_TYPE_LABEL, "More pain than before"));
  g_object_unref (rating);
}

/* Ten sessions without less pain: nothing longer is offered, and it says to see somebody. */
static void
test_plateau (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) plan = NULL;
  g_autofree char *reason = NULL;
  PalpateTask *task;
  PalpateDose dose;
  const PalpateStep *hold;

  write_sessions (self, 10, 2, 6, 6);
  open_page (self);
  g_assert_true (shows (self, "It may be time to see somebody."));
  click (GTK_WIDGET (self->page), "2 weeks", 0);   /* the rule counts all of them */
  g_assert_true (shows (self, "It may be time to see somebody."));
  task = palpate_routine_append (routine, trapezius (), NULL);
  dose = palpate_task_get_dose (task);
  dose.hold_seconds = 90;
  palpate_task_set_dose (task, dose);
  plan = palpate_player_plan (self->player, routine, NULL);
  hold = palpate_plan_get_step (plan, 1);
  g_assert_true (hold->presses && hold->held_back);
  g_assert_cmpint (hold->seconds, <=, hold->use->dose.hold_seconds);
  g_assert_nonnull (strstr (palpate_plan_get_notes (plan)[0], "more pressure is not the answer"));
  palpate_player_play (self->player, plan);
  palpate_player_next (self->player);
  g_assert_cmpint (palpate_session_get_extra (palpate_player_get_session (self->player), &reason), ==, 0);
  g_assert_nonnull (strstr (reason, "see somebody"));
}

/* The other side had no sessions, and what helps is not held back. */
static void
test_no_plateau (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_autoptr (PalpatePlan) plan = NULL;

  write_sessions (self, 10, 2, 6, 6);
  open_page (self);
  g_assert_nonnull (palpate_routine_append (routine, (PalpateSidedPoint) { trapezius ().point, PALPATE_SIDE_RIGHT }, NULL));
  plan = palpate_player_plan (self->player, routine, NULL);
  g_assert_false (palpate_plan_get_step (plan, 1)->held_back);
  g_assert_null (palpate_plan_get_notes (plan)[0]);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);   /* gtk_test_init() wants a locale that need not be there */
  gtk_init ();
  adw_init ();
  atlas = palpate_atlas_new_built_in ();

  g_test_add ("/journal-page/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/journal-page/few", Fixture, NULL, set_up, test_few, tear_down);
  g_test_add ("/journal-page/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/journal-page/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/journal-page/last-time", Fixture, NULL, set_up, test_last_time, tear_down);
  g_test_add ("/journal-page/plot-keys", Fixture, NULL, set_up, test_plot_keys, tear_down);
  g_test_add ("/journal-page/rating", Fixture, NULL, set_up, test_rating, tear_down);
  g_test_add ("/journal-page/worse", Fixture, NULL, set_up, test_worse, tear_down);
  g_test_add ("/journal-page/plateau", Fixture, NULL, set_up, test_plateau, tear_down);
  g_test_add ("/journal-page/no-plateau", Fixture, NULL, set_up, test_no_plateau, tear_down);
  status = g_test_run ();
  g_clear_object (&atlas);
  return status;
}
