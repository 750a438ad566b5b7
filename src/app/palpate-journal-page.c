/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-journal-page.h"

#include <glib/gi18n.h>

#include "palpate-history.h"
#include "palpate-plot.h"
#include "palpate-rows.h"
#include "palpate-settings.h"
#include "palpate-text.h"

#define FEWEST 3     /* sessions that make a picture */
#define N_WEEKS 4
#define N_DATES 20

struct _PalpateJournalPage {
  AdwBin parent_instance;

  /* template children */
  GtkBox     *columns;
  GtkWidget  *side;
  GtkWidget  *separator;
  GtkWidget  *choose_bar;
  GtkMenuButton *choose_button;
  GtkPopover *choose_popover;
  GtkListBox *list;
  GtkBox     *box;
  GtkStack   *stack;
  AdwStatusPage *status;
  GtkWidget  *status_switch;

  GtkWidget  *heading;
  GtkWidget  *span_box;
  GtkBox     *words;

  /* owned */
  PalpateAtlas *atlas;
  PalpateDiary *diary;
  GSettings    *settings;
  GPtrArray    *entries;   /* what the histories point to */
  GPtrArray    *histories;
  PalpateHistory  chosen;    /* kept when the list is made anew; its entries are not used */

  int      span;       /* days that are shown; 0 for all */
  gboolean is_stale;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (PalpateJournalPage, palpate_journal_page, ADW_TYPE_BIN)

static char *
describe_count (guint n_sessions)
{
  return g_strdup_printf (ngettext ("%u session", "%u sessions", n_sessions), n_sessions);
}

static GtkWidget *
card_new (const char *title,
          GtkWidget  *content)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "journal-card");
  gtk_widget_set_hexpand (card, TRUE);
  if (title != NULL)
    gtk_box_append (GTK_BOX (card), palpate_rows_text_new (title, "heading"));
  gtk_box_append (GTK_BOX (card), content);
  return card;
}

/* A name, a number in words, and a bar that is as long as the number is large. */
static GtkWidget *
bar_new (const char *name,
         const char *words,
         double      share)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = palpate_rows_text_new (name, NULL);
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), gtk_label_new (words));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), CLAMP (share, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), bar);
  return box;
}

/* The midnight that began the week, @back weeks ago. */
static GDateTime *
get_monday (int back)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, 1 - g_date_time_get_day_of_week (now) - 7 * back);

  return g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day), g_date_time_get_day_of_month (day), 0, 0, 0);
}

static GtkWidget *
weeks_new (const PalpateHistory *history)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  guint counts[N_WEEKS] = { 0 };
  guint most = 1;

  for (int week = 0; week < N_WEEKS; week++)
    {
      g_autoptr (GDateTime) from = get_monday (week);
      g_autoptr (GDateTime) to = get_monday (week - 1);

      for (guint i = 0; i < history->entries->len; i++)
        {
          const gint64 begun = ((const PalpateEntry *) g_ptr_array_index (history->entries, i))->begun_us / G_USEC_PER_SEC;

          counts[week] += begun >= g_date_time_to_unix (from) && begun < g_date_time_to_unix (to);
        }
      most = MAX (most, counts[week]);
    }
  for (int week = N_WEEKS - 1; week >= 0; week--)
    {
      g_autoptr (GDateTime) from = get_monday (week);
      /* Translators: the first day of a week, as strftime has it; short */
      g_autofree char *day = g_date_time_format (from, _("Week of %-d %b"));
      g_autofree char *count = g_strdup_printf ("%u", counts[week]);

      gtk_box_append (GTK_BOX (box), bar_new (day, count, counts[week] / (double) most));
    }
  return card_new (_("Sessions a week"), box);
}

static GtkWidget *
help_new (PalpateJournalPage *self,
          const PalpateHistory *history)
{
  g_autoptr (GArray) help = palpate_history_list_help (self->atlas, history);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  for (guint i = 0; i < MIN (help->len, N_WEEKS); i++)
    {
      const PalpateHelp *one = &g_array_index (help, PalpateHelp, i);
      /* Translators: how many sessions made it better, and how many were answered for */
      g_autofree char *words = g_strdup_printf (_("better %1$u of %2$u"), one->n_better, one->n_answers);

      gtk_box_append (GTK_BOX (box), bar_new (one->name, words, one->n_better / (double) one->n_answers));
    }
  if (help->len == 0)
    gtk_box_append (GTK_BOX (box), palpate_rows_text_new (_("No answers yet."), "secondary"));
  return card_new (_("What helped, by your own answers"), box);
}

/* The spans that can be chosen, in days. */
static const int spans[] = { 14, 91, 0 };

static void show_history (PalpateJournalPage *self, const PalpateHistory *history);

static const PalpateHistory *
get_chosen (PalpateJournalPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->histories, gtk_list_box_row_get_index (row)) : NULL;
}

static void
span_toggled_cb (GtkToggleButton    *button,
                 PalpateJournalPage *self)
{
  const int span = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "span"));

  if (!gtk_toggle_button_get_active (button) || self->span == span || self->is_filling)
    return;
  self->span = span;
  show_history (self, get_chosen (self));
}

static GtkWidget *
spans_new (PalpateJournalPage *self)
{
  const char *const names[] = { C_("span of time", "2 weeks"), C_("span of time", "3 months"), C_("span of time", "All") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (names[i]);

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (box)));
      g_object_set_data (G_OBJECT (button), "span", GINT_TO_POINTER (spans[i]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), spans[i] == self->span);
      g_signal_connect_object (button, "toggled", G_CALLBACK (span_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Span of time"), -1);
  return box;
}

/* The sessions of @history that lie in the span. */
static GPtrArray *
filter (PalpateJournalPage   *self,
        const PalpateHistory *history)
{
  GPtrArray *entries = g_ptr_array_new ();
  const gint64 since_us = self->span > 0 ? g_get_real_time () - self->span * G_TIME_SPAN_DAY : G_MININT64;

  for (guint i = 0; i < history->entries->len; i++)
    if (((const PalpateEntry *) g_ptr_array_index (history->entries, i))->begun_us >= since_us)
      g_ptr_array_add (entries, g_ptr_array_index (history->entries, i));
  return entries;
}

static GtkWidget *
dates_new (const PalpateHistory *history)
{
  GtkWidget *group = palpate_rows_group_new (_("Sessions"), NULL);

  for (guint i = 0; i < MIN (history->entries->len, N_DATES); i++)
    {
      const PalpateEntry *entry = g_ptr_array_index (history->entries, history->entries->len - 1 - i);
      g_autofree char *day = palpate_plot_describe_day (entry);
      g_autofree char *text = palpate_plot_describe_entry (entry);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), palpate_rows_row_new (day, text));
    }
  return group;
}

static GtkWidget *
legend_new (void)
{
  GtkWidget *legend = palpate_rows_text_new (_("Pain, 0 to 10. ○ before, ■ after the session."), "caption-text");

  return legend;
}

static void
add_picture (PalpateJournalPage *self,
             const PalpateHistory *history)
{
  g_autofree char *words = palpate_history_describe_course (history);
  GtkWidget *cards = gtk_flow_box_new ();

  if (words != NULL)
    {
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

      gtk_box_append (GTK_BOX (content), legend_new ());
      gtk_box_append (GTK_BOX (content), palpate_plot_new (history->entries, words));
      gtk_box_append (self->box, card_new (_("Pain before and after"), content));
      gtk_box_append (self->box, card_new (NULL, palpate_rows_text_new (words, NULL)));
    }
  gtk_widget_add_css_class (cards, "journal-line");
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (cards), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (cards), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (cards), 14);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (cards), 14);
  gtk_flow_box_insert (GTK_FLOW_BOX (cards), weeks_new (history), -1);
  gtk_flow_box_insert (GTK_FLOW_BOX (cards), help_new (self, history), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (cards); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_box_append (self->box, cards);
}

/* What stays while other sessions are shown: the title, and the choice of the span, which keeps the focus. */
static void
add_heading (PalpateJournalPage *self)
{
  self->heading = gtk_flow_box_new ();
  self->words = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 14));
  gtk_widget_add_css_class (self->heading, "journal-line");
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->heading), 12);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->heading), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->heading), 2);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->heading), GTK_WIDGET (self->words), -1);
  self->span_box = spans_new (self);
  gtk_flow_box_insert (GTK_FLOW_BOX (self->heading), self->span_box, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (self->heading); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_focusable (child, FALSE);
  gtk_box_append (self->box, self->heading);
}

static void
set_heading (PalpateJournalPage   *self,
             const PalpateHistory *history,
             const char           *title)
{
  g_autofree char *count = describe_count (history->entries->len);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->words))) != NULL)
    gtk_box_remove (self->words, child);
  gtk_box_append (self->words, palpate_rows_title_new (title, "title-1"));
  gtk_box_append (self->words, palpate_rows_text_new (count, "page-subtitle"));
  gtk_menu_button_set_label (self->choose_button, title);
}

/* What the journal says of a place or a point: the rule reckons with all sessions, the pictures with those of the span. */
static void
show_history (PalpateJournalPage   *self,
              const PalpateHistory *all)
{
  const PalpateRule *rule = palpate_atlas_get_rule (self->atlas, PALPATE_RULE_PLATEAU_SESSIONS);
  g_autofree char *title = palpate_history_describe (self->atlas, all);
  g_autoptr (GPtrArray) entries = filter (self, all);
  PalpateHistory shown = *all;
  const PalpateHistory *history = &shown;
  GtkWidget *child;

  shown.entries = entries;

  while ((child = gtk_widget_get_next_sibling (self->heading)) != NULL)
    gtk_box_remove (self->box, child);
  set_heading (self, history, title);
  if (palpate_history_is_plateau (all, (guint) rule->value))
    gtk_box_append (self->box, palpate_rows_card_new (_("Pain before a session is not less"), palpate_content_text (rule->id, rule->text),
                                                      _("When to get help"), "safety"));
  if (history->entries->len == 0)
    gtk_box_append (self->box, card_new (NULL, palpate_rows_text_new (_("No sessions in this time."), NULL)));
  else if (history->entries->len < FEWEST)
    gtk_box_append (self->box, card_new (NULL, palpate_rows_text_new (_("Three sessions make a picture."), NULL)));
  else
    add_picture (self, history);
  if (history->entries->len > 0)
    gtk_box_append (self->box, dates_new (history));
}

static GtkWidget *
history_row_new (PalpateJournalPage *self,
               const PalpateHistory *history)
{
  g_autofree char *title = palpate_history_describe (self->atlas, history);
  g_autofree char *count = describe_count (history->entries->len);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), palpate_rows_text_new (title, NULL));
  gtk_box_append (GTK_BOX (box), palpate_rows_text_new (count, "caption-text"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
row_selected_cb (PalpateJournalPage *self,
                 GtkListBoxRow      *row)
{
  const PalpateHistory *history;

  if (row == NULL || self->is_filling)
    return;
  history = g_ptr_array_index (self->histories, gtk_list_box_row_get_index (row));
  self->chosen = *history;
  show_history (self, history);
}

/* A choice with pointer or Enter, not a step of the arrow keys, closes the list where it opens from a button. */
static void
row_activated_cb (PalpateJournalPage *self)
{
  gtk_popover_popdown (self->choose_popover);
}

static void
show_status (PalpateJournalPage *self,
             const char         *title,
             const char         *text,
             gboolean            is_off)
{
  g_autofree char *safe = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, safe);
  gtk_widget_set_visible (self->status_switch, is_off);
  gtk_stack_set_visible_child_name (self->stack, "status");
}

/* All; then places; then points. */
static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  PalpateJournalPage *self = user_data;
  const PalpateHistory *history = g_ptr_array_index (self->histories, gtk_list_box_row_get_index (row));
  const PalpateHistory *last = before != NULL ? g_ptr_array_index (self->histories, gtk_list_box_row_get_index (before)) : NULL;
  GtkWidget *header = NULL;

  if (history->kind != PALPATE_HISTORY_ALL && (last == NULL || last->kind != history->kind))
    {
      header = palpate_rows_text_new (history->kind == PALPATE_HISTORY_PLACE ? _("Places") : _("Points"), "heading");
      gtk_widget_add_css_class (header, "journal-heading");
    }
  gtk_list_box_row_set_header (row, header);
}

static void
fill_list (PalpateJournalPage *self)
{
  GtkListBoxRow *row = NULL;
  GtkWidget *child;

  self->is_filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->histories->len; i++)
    {
      const PalpateHistory *history = g_ptr_array_index (self->histories, i);
      GtkWidget *new_row = history_row_new (self, history);

      gtk_list_box_append (self->list, new_row);
      if (row == NULL || palpate_history_equal (history, &self->chosen))
        row = GTK_LIST_BOX_ROW (new_row);
    }
  self->is_filling = FALSE;
  gtk_list_box_select_row (self->list, row);
}

static void
update (PalpateJournalPage *self)
{
  PalpateJournal *journal = palpate_diary_get_journal (self->diary);
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;

  self->is_stale = FALSE;
  g_clear_pointer (&self->histories, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  if (journal != NULL)
    self->entries = palpate_journal_list (journal, &error);
  if (journal == NULL && !g_settings_get_boolean (self->settings, PALPATE_KEY_JOURNAL))
    show_status (self, _("The journal is off"), _("Nothing is kept."), TRUE);
  else if (self->entries == NULL)
    {
      shown = error != NULL ? palpate_text_isolate_paths (error->message) : g_strdup (palpate_diary_get_trouble (self->diary));
      show_status (self, _("The journal cannot be read"), shown, FALSE);
    }
  else if (self->entries->len == 0)
    show_status (self, _("No sessions yet"), _("After a session, what you did stands here. It stays on this computer."), FALSE);
  else
    {
      self->histories = palpate_journal_list_histories (self->atlas, self->entries);
      gtk_stack_set_visible_child_name (self->stack, "journal");
      fill_list (self);
    }
}

static void
changed_cb (PalpateJournalPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->is_stale = TRUE;
}

static void
palpate_journal_page_map (GtkWidget *widget)
{
  PalpateJournalPage *self = PALPATE_JOURNAL_PAGE (widget);

  if (self->is_stale)
    update (self);
  GTK_WIDGET_CLASS (palpate_journal_page_parent_class)->map (widget);
}

static void
palpate_journal_page_dispose (GObject *object)
{
  PalpateJournalPage *self = PALPATE_JOURNAL_PAGE (object);

  self->is_filling = TRUE;   /* rows that go away are not chosen */
  adw_bin_set_child (ADW_BIN (self), NULL);   /* or the bin would unparent it once more */
  gtk_widget_dispose_template (GTK_WIDGET (self), PALPATE_TYPE_JOURNAL_PAGE);
  g_clear_pointer (&self->histories, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->diary);
  g_clear_object (&self->settings);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (palpate_journal_page_parent_class)->dispose (object);
}

static void
palpate_journal_page_class_init (PalpateJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_journal_page_dispose;
  widget_class->map = palpate_journal_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, columns);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, side);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, separator);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, choose_bar);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, choose_popover);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, box);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, status);
  gtk_widget_class_bind_template_child (widget_class, PalpateJournalPage, status_switch);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
palpate_journal_page_init (PalpateJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  add_heading (self);
}

void
palpate_journal_page_setup (PalpateJournalPage *self,
                            PalpateAtlas       *atlas,
                            PalpateDiary       *diary,
                            GSettings          *settings)
{
  self->atlas = g_object_ref (atlas);
  self->diary = g_object_ref (diary);
  self->settings = g_object_ref (settings);
  self->is_stale = TRUE;
  g_settings_bind (settings, PALPATE_KEY_JOURNAL, self->status_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (diary, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * palpate_journal_page_set_narrow:
 *
 * Where there is no room for the list beside what it lists, it opens from a button above.
 */
void
palpate_journal_page_set_narrow (PalpateJournalPage *self,
                                 gboolean            is_narrow)
{
  g_return_if_fail (PALPATE_IS_JOURNAL_PAGE (self));

  if (is_narrow == (gtk_popover_get_child (self->choose_popover) != NULL))
    return;
  g_object_ref (self->side);
  if (is_narrow)
    {
      gtk_box_remove (self->columns, self->side);
      gtk_popover_set_child (self->choose_popover, self->side);
    }
  else
    {
      gtk_popover_set_child (self->choose_popover, NULL);
      gtk_box_prepend (self->columns, self->side);
    }
  g_object_unref (self->side);
  gtk_widget_set_size_request (self->side, is_narrow ? 280 : 226, is_narrow ? 320 : -1);
  gtk_widget_set_halign (self->span_box, is_narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_set_visible (self->separator, !is_narrow);
  gtk_widget_set_visible (self->choose_bar, is_narrow);
}
