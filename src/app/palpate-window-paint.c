/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window's brush and eraser, and what a screen reader hears when the marks change.
 */
#include "palpate-window-private.h"

#include "palpate-compat.h"

static GSimpleAction *
action_of (PalpateWindow *self,
           const char    *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static gboolean
is_on (PalpateWindow *self,
       const char    *name)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self), name);

  return g_variant_get_boolean (state);
}

static void
set_tools (PalpateWindow *self,
           gboolean       paints,
           gboolean       erases)
{
  g_simple_action_set_state (action_of (self, "paint"), g_variant_new_boolean (paints));
  g_simple_action_set_state (action_of (self, "erase"), g_variant_new_boolean (paints && erases));
  palpate_chart_page_set_brush (self->chart_page, !paints ? PALPATE_BRUSH_NONE : erases ? PALPATE_BRUSH_ERASE : PALPATE_BRUSH_PAINT);
}

static void
paint_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  set_tools (user_data, g_variant_get_boolean (state), FALSE);
}

/* The eraser is taken and put back beside the brush; taken up alone, it brings the brush. */
static void
erase_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  set_tools (user_data, TRUE, g_variant_get_boolean (state));
}

static void
tell_too_little (PalpateWindow *self)
{
  g_autofree char *message = palpate_explorer_describe_marks (self->explorer);

  palpate_window_add_toast (self, adw_toast_new (message));
}

/* A stroke has ended. */
static void
painted_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PalpateWindow *self = user_data;
  const PalpateLocation places = { PALPATE_PAGE_PLACES, NULL, PALPATE_SIDE_NONE };
  PalpateMarks *marks = palpate_explorer_get_marks (self->explorer);
  guint n_places;

  palpate_marks_get_places (marks, &n_places);
  if (n_places == 0)
    {
      if (palpate_marks_is_painted (marks))
        tell_too_little (self);
      return;
    }
  palpate_window_show_panel (self);
  palpate_panel_open (self->panel, &places);
}

/* Undo brought marks back after all were gone: so comes their page. */
void
palpate_window_show_marks_again (PalpateWindow *self)
{
  const PalpateLocation places = { PALPATE_PAGE_PLACES, NULL, PALPATE_SIDE_NONE };
  guint n_places;

  palpate_marks_get_places (palpate_explorer_get_marks (self->explorer), &n_places);
  if (n_places > 0 && palpate_panel_get_location (self->panel)->kind == PALPATE_PAGE_START)
    palpate_panel_open (self->panel, &places);
}

static const GActionEntry entries[] = {
  { "paint", NULL, NULL, "false", paint_cb },
  { "erase", NULL, NULL, "false", erase_cb },
  { "painted", painted_cb },
};

void
palpate_window_init_paint (PalpateWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* Painting belongs to the chart alone: elsewhere, and during a session, its keys do nothing. */
void
palpate_window_update_paint (PalpateWindow *self)
{
  const gboolean is_there = palpate_window_shows_place (self, "chart") && !palpate_window_shows_session (self) && !palpate_window_shows_sheet (self);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (action_of (self, entries[i].name), is_there);
}

/**
 * palpate_window_put_brush_down:
 *
 * Returns: whether there was one in the hand
 */
gboolean
palpate_window_put_brush_down (PalpateWindow *self)
{
  if (!is_on (self, "paint"))
    return FALSE;
  set_tools (self, FALSE, FALSE);
  return TRUE;
}

/**
 * palpate_window_announce_marks:
 *
 * Has a screen reader say what is marked now.
 */
void
palpate_window_announce_marks (PalpateWindow *self)
{
  g_autofree char *message = palpate_explorer_describe_marks (self->explorer);

  palpate_compat_announce (GTK_WIDGET (self), message);
}
