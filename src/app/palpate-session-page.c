/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-session-page-private.h"

#include <glib/gi18n.h>

#include "palpate-fallback.h"
#include "palpate-rows.h"
#include "palpate-settings.h"
#include "palpate-step.h"

/* Below these the picture goes under the ring, and the stop rule into a bar of its own (design: screens, 05). */
#define NARROW 860
#define LOW 700
#define PLAY 20

/* How large the ring may be, and from where on its number is a large one. */
#define RING_SMALL 140
#define RING_USUAL 200
#define RING_LARGE 320

/* Where the picture and what comes next stand below the buttons, so much of them is seen, or nothing. */
#define ASIDE_SMALL 120
#define ASIDE_LARGE 260
#define BESIDE_ASIDE 540

/* The size of text, in pixels, that NARROW reckons with. */
#define USUAL_TEXT 15.0

#define N_NEXT 3
#define GLOW_MS 1500

G_DEFINE_FINAL_TYPE (PalpateSessionPage, palpate_session_page, ADW_TYPE_BIN)

static const char *
get_icon (const PalpateStep *step)
{
  static const char *const icons[] = {
    "go-jump-symbolic", "palpate-press-symbolic", "media-playback-pause-symbolic", "view-refresh-symbolic", "object-flip-horizontal-symbolic",
    "object-select-symbolic",
  };

  return icons[step->kind];
}

static void
update_next (PalpateSessionPage *self,
             PalpateSession     *session)
{
  PalpatePlan *plan = palpate_session_get_plan (session);
  const guint position = palpate_session_get_position (session);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->next_list))) != NULL)
    gtk_list_box_remove (self->next_list, child);
  for (guint i = position + 1; i <= position + N_NEXT && palpate_plan_get_step (plan, i) != NULL; i++)
    {
      const PalpateStep *step = palpate_plan_get_step (plan, i);
      g_autofree char *title = palpate_step_describe_title (step);
      g_autofree char *detail = palpate_step_describe_detail (self->atlas, step);
      GtkWidget *row = palpate_rows_row_new (title, detail);
      GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (step));

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
      gtk_list_box_append (self->next_list, row);
    }
  if (gtk_widget_get_first_child (GTK_WIDGET (self->next_list)) == NULL)
    gtk_list_box_append (self->next_list, palpate_rows_row_new (_("That is the last step"), NULL));
}

static void
append_rules (PalpateSessionPage *self,
              GString            *text,
              const char *const  *ids,
              int                 pressure)
{
  for (; *ids != NULL; ids++)
    {
      const PalpateCaution *rule = palpate_atlas_get (self->atlas, PALPATE_ITEM_STOP_RULE, *ids);

      if (pressure > 0 && rule->pressure > pressure)
        continue;   /* what the care profile says holds instead */
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", palpate_content_text (rule->id, rule->text));
    }
}

static void
update_wide_stop (PalpateSessionPage *self,
                  const PalpateStep  *step)
{
  /* Translators: how sore it may feel at most, of 10 */
  g_autofree char *text = step->pressure > 0 ? g_strdup_printf (_("Stop if sharp, electric, numb, dizzy, or above %d of 10"), step->pressure)
                                             : g_strdup (_("Stop if sharp, electric, numb, dizzy, or above 7 of 10"));

  gtk_label_set_label (self->wide_stop, text);
}

static void
update_stop (PalpateSessionPage *self,
             const PalpateStep  *step)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stop_place));
  GtkWidget *card;

  if (step->pressure > 0)
    /* Translators: how sore it may feel at most, of 10 */
    g_string_append_printf (text, _("Ease off above %d of 10."), step->pressure);
  append_rules (self, text, step->stretch != NULL ? step->stretch->stop_rules : step->technique->stop_rules, step->pressure);
  if (child != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (child), "rules"), text->str) == 0)
    return;
  if (child != NULL)
    gtk_box_remove (self->stop_place, child);
  card = palpate_rows_card_new (_("When to stop"), text->str, NULL, NULL);
  gtk_widget_set_hexpand (card, TRUE);
  g_object_set_data_full (G_OBJECT (card), "rules", g_strdup (text->str), g_free);
  gtk_box_append (self->stop_place, card);
}

static void
update_title (PalpateSessionPage *self,
              PalpateSession     *session)
{
  PalpatePlan *plan = palpate_session_get_plan (session);
  const char *name = palpate_plan_get_name (plan);
  const int minutes = (palpate_session_get_seconds_left (session) + 59) / 60;
  /* Translators: number of the step, how many there are, minutes */
  g_autofree char *subtitle = g_strdup_printf (ngettext ("Step %1$u of %2$u · about %3$d minute left", "Step %1$u of %2$u · about %3$d minutes left", minutes),
                                               palpate_session_get_position (session) + 1, palpate_plan_get_n_steps (plan), minutes);

  adw_window_title_set_title (self->title, *name != '\0' ? name : _("Routine"));
  if (palpate_session_has_slept (session))
    adw_window_title_set_subtitle (self->title, _("Paused while the computer slept"));
  else
    adw_window_title_set_subtitle (self->title, subtitle);
}

static void
update_buttons (PalpateSessionPage *self,
                PalpateSession     *session,
                const PalpateStep  *step)
{
  const gboolean is_running = palpate_player_is_running (self->player);
  const gboolean waits = palpate_session_get_state (session) == PALPATE_SESSION_WAITING;
  g_autofree char *reason = NULL;
  const int extra = palpate_session_get_extra (session, &reason);
  const int usual = palpate_atlas_get_rule (self->atlas, PALPATE_RULE_EXTRA_SECONDS)->value;
  /* Translators: makes a hold longer by so many seconds */
  g_autofree char *label = g_strdup_printf (_("+%d s"), extra > 0 ? extra : usual);

  adw_button_content_set_icon_name (self->toggle_content, is_running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  adw_button_content_set_label (self->toggle_content, waits ? _("Start") : is_running ? _("Pause") : _("Go on"));
  gtk_label_set_label (self->wide_space, waits ? _("Space: start") : is_running ? _("Space: pause") : _("Space: go on"));
  gtk_button_set_label (self->extend, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->extend), extra > 0 ? _("Make this step longer") : reason);
  gtk_widget_set_opacity (GTK_WIDGET (self->pressure), step->presses ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pressure), step->presses);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) == NULL)
    gtk_widget_grab_focus (self->toggle);   /* what had the keys cannot be used now */
}

static void
set_both (GtkLabel   *near_label,
          GtkLabel   *wide_label,
          const char *text)
{
  gtk_label_set_label (near_label, text);
  gtk_label_set_label (wide_label, text);
}

static void
update_texts (PalpateSessionPage *self,
              PalpateSession     *session,
              const PalpateStep  *step)
{
  const PalpateStep *next = palpate_plan_get_step (palpate_session_get_plan (session), palpate_session_get_position (session) + 1);
  g_autofree char *where = palpate_step_describe_where (self->atlas, step);
  g_autofree char *act = palpate_step_describe_act (step);
  g_autofree char *feel = palpate_step_describe_feel (step, palpate_session_get_feedback (session));
  const char *note = palpate_plan_get_task_note (palpate_session_get_plan (session), step);
  /* one's own words come while one gets ready */
  g_autofree char *noted = note != NULL && (step->kind == PALPATE_STEP_PREPARE || step->kind == PALPATE_STEP_GATHER) ? g_strdup_printf ("%s\n%s", feel, note) : NULL;
  g_autofree char *title = next != NULL ? palpate_step_describe_title (next) : g_strdup (_("That is the last step"));
  /* Translators: %s is what the next step is */
  g_autofree char *line = next != NULL ? g_strdup_printf (_("Next: %s"), title) : g_strdup (title);

  gtk_widget_set_visible (GTK_WIDGET (self->language_place), palpate_step_falls_back (step));
  gtk_widget_set_visible (self->wide_language, palpate_step_falls_back (step));
  set_both (self->where, self->wide_where, where);
  set_both (self->act, self->wide_act, act);
  set_both (self->feel, self->wide_feel, noted != NULL ? noted : feel);
  gtk_label_set_label (self->wide_next, line);
}

static void
update_time (PalpateSessionPage *self)
{
  PalpateSession *session = palpate_player_get_session (self->player);
  gint64 total_us;
  double share;
  int seconds;

  if (session == NULL)
    return;
  total_us = palpate_session_get_total_us (session);
  seconds = palpate_session_get_seconds (session);
  share = total_us > 0 ? seconds * (double) G_USEC_PER_SEC / total_us : 0;   /* in steps of a second */
  palpate_ring_set_value (self->ring, seconds, share);
  if (self->is_wide)
    palpate_ring_set_value (self->wide_ring, seconds, share);
  if (palpate_session_is_active (session))
    update_title (self, session);
}

static int
measure_height (GtkWidget *widget,
                int        width)   /* or -1 */
{
  int height;

  if (!gtk_widget_get_visible (widget))
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width == 0 ? -1 : width, &height, NULL, NULL, NULL);
  return height;
}

/* The ring takes what the rest leaves; the texts that were longest at this size of the window count, lest it jumps. */
static void
fit_ring (PalpateSessionPage *self)
{
  const int width = self->is_narrow ? self->width : gtk_widget_get_width (self->left);
  int room = self->height - (self->is_narrow ? measure_height (GTK_WIDGET (self->aside_scroller), width) : 0)
             - measure_height (self->controls, width);
  int size;

  if (!gtk_widget_get_visible (GTK_WIDGET (self->ring)))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (self->near_face); child != NULL; child = gtk_widget_get_next_sibling (child))
    room -= child != GTK_WIDGET (self->columns) ? measure_height (child, self->width) : 0;
  gtk_widget_set_size_request (GTK_WIDGET (self->ring), 1, 1);   /* measured without it */
  self->texts_height = MAX (self->texts_height, measure_height (self->doing, width) - measure_height (GTK_WIDGET (self->ring), -1));
  size = CLAMP (room - self->texts_height, RING_SMALL, RING_LARGE);
  if (size < RING_USUAL)
    gtk_widget_add_css_class (GTK_WIDGET (self->ring), "small");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->ring), "small");
  gtk_widget_set_size_request (GTK_WIDGET (self->ring), size, size);
}

/* How much larger than usual the person's text is. */
static double
get_text_scale (PalpateSessionPage *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  return MAX (size / USUAL_TEXT, 1);
}

/* A question stands before its answers, or above them where both do not fit into @width. */
static void
fit_question (GtkWidget *question,
              int        width)
{
  int natural;

  if (question == NULL)
    return;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (question), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_measure (question, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (question), natural > width ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static gboolean
layout_cb (gpointer user_data)
{
  PalpateSessionPage *self = user_data;
  const int width = self->width;
  const int height = self->height;
  const int aside_width = self->is_narrow ? 640 : width < 1100 ? 380 : 440;
  const int aside_height = MIN (height - BESIDE_ASIDE, ASIDE_LARGE);
  const int left_width = (self->is_narrow ? width : width - aside_width) - 48;

  self->layout_id = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), self->is_narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  fit_question (GTK_WIDGET (self->pressure), left_width);
  fit_question (adw_bin_get_child (self->before_place), left_width);
  adw_clamp_set_maximum_size (self->aside, aside_width);
  adw_clamp_set_tightening_threshold (self->aside, aside_width);
  gtk_scrolled_window_set_min_content_height (self->aside_scroller, self->is_narrow ? MAX (aside_height, 0) : -1);
  gtk_widget_set_vexpand (GTK_WIDGET (self->aside_scroller), !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->aside_scroller), !self->is_narrow || aside_height >= ASIDE_SMALL);
  gtk_widget_set_visible (self->separator, !self->is_narrow);
  gtk_widget_set_visible (self->stop_bar, self->is_narrow || height < LOW);
  fit_ring (self);
  return G_SOURCE_REMOVE;
}

static void
update (PalpateSessionPage *self)
{
  PalpateSession *session = palpate_player_get_session (self->player);
  const PalpateStep *step = session != NULL ? palpate_session_get_step (session) : NULL;

  if (session == NULL || palpate_session_get_state (session) == PALPATE_SESSION_READY)
    return;
  if (palpate_session_get_state (session) == PALPATE_SESSION_DONE)
    {
      palpate_session_page_update_done (self);
      gtk_stack_set_visible_child (self->faces, self->done_face);
      return;
    }
  update_texts (self, session, step);
  update_buttons (self, session, step);
  palpate_session_page_update_ready (self, session);
  palpate_session_page_update_before (self, session);
  update_next (self, session);
  update_stop (self, step);
  update_wide_stop (self, step);
  if (!self->is_wide)
    palpate_session_page_update_picture (self);
  update_time (self);
  palpate_session_page_update_breath (self);
  gtk_stack_set_visible_child (self->faces, self->is_wide ? self->wide_face : self->near_face);
  if (self->layout_id == 0 && self->width > 0)
    self->layout_id = g_idle_add (layout_cb, self);
}

static gboolean
glow_cb (gpointer user_data)
{
  PalpateSessionPage *self = user_data;

  self->glow_id = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self->act), "begins");
  gtk_widget_remove_css_class (GTK_WIDGET (self->wide_act), "begins");
  return G_SOURCE_REMOVE;
}

/* The cue for the eye: the instruction of a new step stands in the accent colour for a moment. Nothing flashes. */
static void
cue_cb (PalpateSessionPage *self,
        int                 cue)
{
  if (cue != PALPATE_CUE_STEP || !g_settings_get_boolean (self->settings, PALPATE_KEY_SESSION_HIGHLIGHT))
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self->act), "begins");
  gtk_widget_add_css_class (GTK_WIDGET (self->wide_act), "begins");
  g_clear_handle_id (&self->glow_id, g_source_remove);
  self->glow_id = g_timeout_add (GLOW_MS, glow_cb, self);
}

static void
palpate_session_page_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  PalpateSessionPage *self = PALPATE_SESSION_PAGE (widget);

  gtk_widget_allocate (GTK_WIDGET (self->faces), width, height, baseline, NULL);
  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  self->texts_height = 0;
  self->is_narrow = width < NARROW * get_text_scale (self) + (self->is_narrow ? PLAY : 0);
  if (self->layout_id == 0)
    self->layout_id = g_idle_add (layout_cb, self);
}

static void
palpate_session_page_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (PALPATE_SESSION_PAGE (widget)->faces), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
set_watching (PalpateSessionPage *self,
              gboolean            is_watching)
{
  if (self->is_watching == is_watching)
    return;
  self->is_watching = is_watching;
  if (is_watching)
    palpate_player_watch (self->player);
  else
    palpate_player_unwatch (self->player);
  palpate_session_page_update_breath (self);
}

static void
palpate_session_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (palpate_session_page_parent_class)->map (widget);
  set_watching (PALPATE_SESSION_PAGE (widget), TRUE);
  update (PALPATE_SESSION_PAGE (widget));
}

static void
palpate_session_page_unmap (GtkWidget *widget)
{
  set_watching (PALPATE_SESSION_PAGE (widget), FALSE);
  GTK_WIDGET_CLASS (palpate_session_page_parent_class)->unmap (widget);
}

static void
palpate_session_page_dispose (GObject *object)
{
  PalpateSessionPage *self = PALPATE_SESSION_PAGE (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->breath_id, g_source_remove);
  g_clear_handle_id (&self->glow_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);   /* or the bin would unparent it once more */
  gtk_widget_dispose_template (GTK_WIDGET (self), PALPATE_TYPE_SESSION_PAGE);
  g_clear_object (&self->player);
  g_clear_object (&self->atlas);
  g_clear_object (&self->explorer);
  g_clear_object (&self->settings);
  g_clear_object (&self->diary);

  G_OBJECT_CLASS (palpate_session_page_parent_class)->dispose (object);
}

static void
palpate_session_page_class_init (PalpateSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_session_page_dispose;
  widget_class->size_allocate = palpate_session_page_size_allocate;
  widget_class->measure = palpate_session_page_measure;
  widget_class->map = palpate_session_page_map;
  widget_class->unmap = palpate_session_page_unmap;

  g_type_ensure (PALPATE_TYPE_RING);
  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, faces);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, near_face);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, done_face);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, title);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, done_title);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, left);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, columns);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, doing);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, ring);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, where);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, language_place);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, act);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, ready_list);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, feel);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, toggle);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, toggle_content);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, extend);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, pressure);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, before_place);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, separator);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, aside);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, aside_scroller);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, picture_place);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, next_list);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, stop_place);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, controls);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, stop_bar);
  gtk_widget_class_bind_template_child (widget_class, PalpateSessionPage, done_box);
}

static void
palpate_session_page_init (PalpateSessionPage *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);   /* a bin's would keep the size from it */
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->language_place, palpate_fallback_tag_new ());
  palpate_session_page_init_wide (self);
}

/**
 * palpate_session_page_new:
 *
 * Returns: (transfer floating): the page; it shows whatever the player plays
 */
GtkWidget *
palpate_session_page_new (PalpatePlayer   *player,
                          PalpateAtlas    *atlas,
                          PalpateChartSet *charts,
                          GSettings       *settings)
{
  PalpateSessionPage *self = g_object_new (PALPATE_TYPE_SESSION_PAGE, NULL);

  self->player = g_object_ref (player);
  self->atlas = g_object_ref (atlas);
  self->settings = g_object_ref (settings);
  self->explorer = palpate_explorer_new (atlas, charts);
  self->picture = PALPATE_CHART_VIEW (palpate_chart_view_new_picture (self->explorer));
  gtk_widget_set_overflow (GTK_WIDGET (self->picture_place), GTK_OVERFLOW_HIDDEN);
  gtk_frame_set_child (self->picture_place, GTK_WIDGET (self->picture));
  g_signal_connect_object (player, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "second", G_CALLBACK (update_time), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "cue", G_CALLBACK (cue_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" PALPATE_KEY_SESSION_BREATH, G_CALLBACK (palpate_session_page_update_breath), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/* What the person says of a session goes there. */
void
palpate_session_page_set_diary (PalpateSessionPage *self,
                                PalpateDiary       *diary)
{
  g_return_if_fail (PALPATE_IS_SESSION_PAGE (self));

  g_set_object (&self->diary, diary);
  update (self);
}

/**
 * palpate_session_page_set_wide:
 * @is_wide: whether it is to be read from across the room
 */
void
palpate_session_page_set_wide (PalpateSessionPage *self,
                               gboolean            is_wide)
{
  g_return_if_fail (PALPATE_IS_SESSION_PAGE (self));

  self->is_wide = is_wide;
  update (self);
}

gboolean
palpate_session_page_is_wide (PalpateSessionPage *self)
{
  g_return_val_if_fail (PALPATE_IS_SESSION_PAGE (self), FALSE);

  return self->is_wide;
}

/**
 * palpate_session_page_focus:
 *
 * Pause takes the focus; what is to be done is announced.
 */
void
palpate_session_page_focus (PalpateSessionPage *self)
{
  g_return_if_fail (PALPATE_IS_SESSION_PAGE (self));

  gtk_widget_grab_focus (self->toggle);
}
