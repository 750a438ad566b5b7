/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-attendant.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-settings.h"
#include "palpate-step.h"
#include "palpate-tongue.h"

#define NOTIFICATION "session"

struct _PalpateAttendant {
  GObject parent_instance;

  /* owned */
  PalpatePlayer *player;
  GSettings     *settings;
  GHashTable    *sounds;   /* file name → GtkMediaStream */

  /* borrowed: owns this */
  GtkApplication *application;

  guint       inhibit_cookie;
  gboolean    holds;      /* keeps the application alive */
  guint       notified;   /* what the notification says: step and state; 0 for none */
  const char *ending;     /* how the last session ended */
};

G_DEFINE_FINAL_TYPE (PalpateAttendant, palpate_attendant, G_TYPE_OBJECT)

static PalpateSession *
get_active (PalpateAttendant *self)
{
  PalpateSession *session = palpate_player_get_session (self->player);

  return session != NULL && palpate_session_is_active (session) ? session : NULL;
}

static gboolean
has_focus (PalpateAttendant *self)
{
  for (GList *i = gtk_application_get_windows (self->application); i != NULL; i = i->next)
    if (gtk_window_is_active (i->data))
      return TRUE;
  return FALSE;
}

/* sound */

static void
play (PalpateAttendant *self,
      const char       *file)
{
  g_autofree char *path = g_strconcat (PALPATE_RESOURCE_PATH "/sounds/", file, NULL);
  GtkMediaStream *stream;

  if (!g_settings_get_boolean (self->settings, PALPATE_KEY_SESSION_SOUND) || !palpate_compat_can_play ())
    return;
  stream = g_hash_table_lookup (self->sounds, file);
  if (stream == NULL)
    {
      stream = gtk_media_file_new_for_resource (path);
      g_hash_table_insert (self->sounds, g_strdup (file), stream);
    }
  if (gtk_media_stream_get_error (stream) != NULL)
    {
      /* no backend for sound, or no sound server: the other cues remain */
      g_debug ("no sound: %s", gtk_media_stream_get_error (stream)->message);
      return;
    }
  if (gtk_media_stream_get_ended (stream) || gtk_media_stream_get_timestamp (stream) > 0)
    gtk_media_stream_seek (stream, 0);
  gtk_media_stream_play (stream);
}

/* announcements */

static void
announce (PalpateAttendant *self,
          const char       *text)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  if (window != NULL && g_settings_get_boolean (self->settings, PALPATE_KEY_SESSION_ANNOUNCE))
    palpate_compat_announce (GTK_WIDGET (window), text);
}

static void
announce_step (PalpateAttendant *self,
               PalpateSession   *session)
{
  PalpateAtlas *atlas = palpate_plan_get_atlas (palpate_session_get_plan (session));
  const PalpateStep *step = palpate_session_get_step (session);
  g_autofree char *where = palpate_step_describe_where (atlas, step);
  g_autofree char *act = palpate_step_describe_act (step);
  /* Translators: read out at the begin of a step: where on the body, what to do, and for how long */
  g_autofree char *text = g_strdup_printf (ngettext ("%1$s. %2$s. %3$d second.", "%1$s. %2$s. %3$d seconds.", step->seconds), where, act,
                                           step->seconds);

  if (step->kind == PALPATE_STEP_GATHER)
    {
      g_autofree char *feel = palpate_step_describe_feel (step, PALPATE_FEEDBACK_NONE);

      g_free (text);
      /* Translators: read out at the begin of a step: where on the body, what to do, and sentences that say how */
      text = g_strdup_printf (_("%1$s. %2$s. %3$s"), where, act, feel);
    }
  announce (self, text);
}

/* notification */

static void
notify (PalpateAttendant *self,
        PalpateSession   *session)
{
  PalpateAtlas *atlas = palpate_plan_get_atlas (palpate_session_get_plan (session));
  const char *toggle = palpate_session_get_state (session) == PALPATE_SESSION_WAITING ? _("Start")
                       : palpate_player_is_running (self->player)                     ? _("Pause")
                                                                                      : _("Go on");
  g_autofree char *where = palpate_step_describe_where (atlas, palpate_session_get_step (session));
  g_autofree char *said = palpate_step_describe_act (palpate_session_get_step (session));
  /* marked as on a printed sheet: a notification has no place for a tag */
  g_autofree char *act = g_strconcat (said, palpate_step_act_falls_back (palpate_session_get_step (session)) ? PALPATE_TONGUE_MARK : NULL, NULL);
  const char *heading = palpate_session_has_slept (session) ? _("Paused while the computer slept") : NULL;
  g_autoptr (GNotification) notification = g_notification_new (heading != NULL ? heading : act);
  g_autofree char *body = heading != NULL ? g_strdup_printf ("%s\n%s", act, where) : g_strdup (where);

  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.session-show");
  g_notification_add_button (notification, toggle, "app.session-toggle");
  if (palpate_session_get_state (session) != PALPATE_SESSION_WAITING)   /* there both would do the same */
    g_notification_add_button (notification, _("Next"), "app.session-next");
  g_notification_add_button (notification, _("Stop"), "app.session-stop");
  g_application_send_notification (G_APPLICATION (self->application), NOTIFICATION, notification);
}

static void
notify_end (PalpateAttendant *self)
{
  g_autoptr (GNotification) notification = g_notification_new (self->ending);

  g_notification_set_default_action (notification, "app.session-show");
  g_application_send_notification (G_APPLICATION (self->application), NOTIFICATION, notification);
}

static void
withdraw (PalpateAttendant *self)
{
  if (self->notified != 0)
    g_application_withdraw_notification (G_APPLICATION (self->application), NOTIFICATION);
  self->notified = 0;
}

/* One notification that always says how things are, sent only when it says something new. */
static void
update_notification (PalpateAttendant *self)
{
  PalpateSession *session = palpate_player_get_session (self->player);
  const PalpateSessionState state = session != NULL ? palpate_session_get_state (session) : PALPATE_SESSION_READY;
  const guint says = session != NULL ? (palpate_session_get_position (session) + 1) * 8 + state : 0;

  if (session == NULL || state == PALPATE_SESSION_STOPPED || has_focus (self)
      || !g_settings_get_boolean (self->settings, PALPATE_KEY_SESSION_NOTIFY))
    {
      withdraw (self);
      return;
    }
  if (self->notified == says)
    return;
  self->notified = says;
  if (state == PALPATE_SESSION_DONE)
    notify_end (self);
  else
    notify (self, session);
}

/* cues */

static void
cue_cb (PalpatePlayer    *player,
        int               cue,
        PalpateAttendant *self)
{
  PalpateSession *session = palpate_player_get_session (player);
  const gboolean is_end = cue == PALPATE_CUE_FINISHED || cue == PALPATE_CUE_ENOUGH;
  const char *heading = cue == PALPATE_CUE_SLEPT    ? _("Paused while the computer slept")
                        : cue == PALPATE_CUE_ENOUGH ? _("That is enough for this time")
                        : is_end                    ? _("Done for now")
                                                    : NULL;

  if (cue == PALPATE_CUE_LET_GO)
    play (self, "let-go.wav");
  else if (cue == PALPATE_CUE_READY)
    play (self, "begin.wav");
  else if (is_end)
    play (self, "done.wav");
  if (cue == PALPATE_CUE_STEP)
    announce_step (self, session);
  else if (cue == PALPATE_CUE_TEN_SECONDS)
    announce (self, _("10 seconds"));
  else if (cue == PALPATE_CUE_LET_GO)
    announce (self, _("Let go"));
  else if (heading != NULL)
    announce (self, heading);
  if (is_end)
    self->ending = heading;
}

static void
set_enabled (PalpateAttendant *self,
             const char       *name,
             gboolean          is_enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->application), name)), is_enabled);
}

static void
update_actions (PalpateAttendant *self)
{
  static const char *const feedbacks[] = { "", "too-much", "about-right", "too-little" };
  PalpateSession *session = palpate_player_get_session (self->player);
  const gboolean is_active = get_active (self) != NULL;
  const gboolean is_done = session != NULL && palpate_session_get_state (session) == PALPATE_SESSION_DONE;
  GAction *feedback = g_action_map_lookup_action (G_ACTION_MAP (self->application), "session-feedback");

  set_enabled (self, "session-toggle", is_active);
  set_enabled (self, "session-key", is_active);
  set_enabled (self, "session-next", is_active);
  set_enabled (self, "session-previous", is_active);
  set_enabled (self, "session-extend", is_active && palpate_session_get_extra (session, NULL) > 0);
  set_enabled (self, "session-stop", is_active || is_done);
  set_enabled (self, "session-feedback", is_active && palpate_session_get_step (session)->presses);
  g_simple_action_set_state (G_SIMPLE_ACTION (feedback),
                             g_variant_new_string (is_active ? feedbacks[palpate_session_get_feedback (session)] : ""));
}

/* The screen stays awake while a session runs, rests between holds included: it must not go dark in the middle. */
static void
update_inhibit (PalpateAttendant *self)
{
  const gboolean is_running = palpate_player_is_running (self->player);

  if (is_running && self->inhibit_cookie == 0)
    {
      self->inhibit_cookie = gtk_application_inhibit (self->application, gtk_application_get_active_window (self->application),
                                                      GTK_APPLICATION_INHIBIT_IDLE, _("A timed hold is running"));
    }
  else if (!is_running && self->inhibit_cookie != 0)
    {
      gtk_application_uninhibit (self->application, self->inhibit_cookie);
      self->inhibit_cookie = 0;
    }
}

static void
update_hold (PalpateAttendant *self)
{
  const gboolean is_active = get_active (self) != NULL;

  if (is_active == self->holds)
    return;
  self->holds = is_active;
  if (is_active)
    g_application_hold (G_APPLICATION (self->application));
  else
    g_application_release (G_APPLICATION (self->application));
}

/**
 * palpate_attendant_update:
 *
 * To be called when a window gets or loses the focus, or closes.
 */
void
palpate_attendant_update (PalpateAttendant *self)
{
  g_return_if_fail (PALPATE_IS_ATTENDANT (self));

  update_actions (self);
  update_inhibit (self);
  update_notification (self);
  update_hold (self);   /* last: it may be what keeps the application alive */
}

/* actions */

static void
toggle_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  palpate_player_toggle (PALPATE_ATTENDANT (user_data)->player);
}

/* Space gives the answer that has the keys, if it is not given yet; from everywhere else it halts the session and goes on. */
static void
key_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  PalpateAttendant *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (self->application);
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (window) : NULL;

  if (GTK_IS_TOGGLE_BUTTON (focus) && gtk_widget_get_mapped (focus) && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (focus)))
    gtk_widget_activate (focus);
  else
    palpate_player_toggle (self->player);
}

static void
next_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  palpate_player_next (PALPATE_ATTENDANT (user_data)->player);
}

static void
previous_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  palpate_player_previous (PALPATE_ATTENDANT (user_data)->player);
}

static void
extend_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  palpate_player_extend (PALPATE_ATTENDANT (user_data)->player);
}

/* Stops what runs; leaves what is done. */
static void
stop_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PalpateAttendant *self = user_data;

  if (get_active (self) != NULL)
    palpate_player_stop (self->player);
  else
    palpate_player_leave (self->player);
}

static void
continue_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  palpate_player_resume (PALPATE_ATTENDANT (user_data)->player);
}

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_application_activate (G_APPLICATION (PALPATE_ATTENDANT (user_data)->application));
}

static void
feedback_cb (GSimpleAction *action,
             GVariant      *state,
             gpointer       user_data)
{
  PalpateAttendant *self = user_data;
  const char *id = g_variant_get_string (state, NULL);

  if (g_str_equal (id, "too-much"))
    palpate_player_set_feedback (self->player, PALPATE_FEEDBACK_TOO_MUCH);
  else if (g_str_equal (id, "about-right"))
    palpate_player_set_feedback (self->player, PALPATE_FEEDBACK_ABOUT_RIGHT);
  else if (g_str_equal (id, "too-little"))
    palpate_player_set_feedback (self->player, PALPATE_FEEDBACK_TOO_LITTLE);
}

static const GActionEntry entries[] = {
  { "session-toggle", toggle_cb },
  { "session-key", key_cb },
  { "session-next", next_cb },
  { "session-previous", previous_cb },
  { "session-extend", extend_cb },
  { "session-stop", stop_cb },
  { "session-continue", continue_cb },
  { "session-show", show_cb },
  { "session-feedback", NULL, "s", "''", feedback_cb },
};

static void
palpate_attendant_dispose (GObject *object)
{
  PalpateAttendant *self = PALPATE_ATTENDANT (object);

  if (self->player != NULL)
    g_signal_handlers_disconnect_by_data (self->player, self);
  g_clear_object (&self->player);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->sounds, g_hash_table_unref);

  G_OBJECT_CLASS (palpate_attendant_parent_class)->dispose (object);
}

static void
palpate_attendant_class_init (PalpateAttendantClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_attendant_dispose;
}

static void
palpate_attendant_init (PalpateAttendant *self)
{
  self->sounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

PalpateAttendant *
palpate_attendant_new (GtkApplication *application,
                       PalpatePlayer  *player,
                       GSettings      *settings)
{
  PalpateAttendant *self = g_object_new (PALPATE_TYPE_ATTENDANT, NULL);

  self->application = application;
  self->player = g_object_ref (player);
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect (player, "cue", G_CALLBACK (cue_cb), self);
  g_signal_connect_swapped (player, "changed", G_CALLBACK (palpate_attendant_update), self);
  palpate_attendant_update (self);
  return self;
}
