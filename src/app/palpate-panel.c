/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-panel.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-pages.h"

#define MAX_HISTORY 100

/* Logical pixels beside the chart; it grows with the text, less than in proportion (design: screens, section 1). */
#define WIDTH 412
#define WIDTH_GROWTH 0.72

struct _PalpatePanel {
  GtkWidget parent_instance;

  /* children */
  GtkStack *stack;

  /* owned */
  PalpateExplorer *explorer;
  GSettings       *settings;
  PalpateDiary    *diary;      /* (nullable) */
  GArray          *history;    /* of PalpateLocation */
  char            *search_text;

  guint    current;
  gboolean is_fixed;   /* beside the chart, not under it */
};

enum { NAVIGATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalpatePanel, palpate_panel, GTK_TYPE_WIDGET)

/* Whether the location's item exists; a link out of old settings may not. */
static gboolean
location_exists (PalpatePanel          *self,
                 const PalpateLocation *location)
{
  static const int kinds[PALPATE_N_PAGES] = {
    [PALPATE_PAGE_POINT] = PALPATE_ITEM_POINT,           [PALPATE_PAGE_MUSCLE] = PALPATE_ITEM_MUSCLE,
    [PALPATE_PAGE_COMPLAINT] = PALPATE_ITEM_COMPLAINT,   [PALPATE_PAGE_LOOKALIKE] = PALPATE_ITEM_LOOKALIKE,
    [PALPATE_PAGE_TECHNIQUE] = PALPATE_ITEM_TECHNIQUE,   [PALPATE_PAGE_ADVICE] = PALPATE_ITEM_ADVICE,
    [PALPATE_PAGE_LEARN] = PALPATE_ITEM_PAGE,
  };

  return location->kind < PALPATE_PAGE_POINT
         || palpate_atlas_get (palpate_explorer_get_atlas (self->explorer), kinds[location->kind], location->id) != NULL;
}

static PalpateSidedPoint
sided_point_of (PalpatePanel          *self,
                const PalpateLocation *location)
{
  PalpateSidedPoint source = { NULL, PALPATE_SIDE_NONE };

  if (location->kind == PALPATE_PAGE_POINT)
    {
      source.point = palpate_atlas_get_point (palpate_explorer_get_atlas (self->explorer), location->id);
      source.side = location->side == PALPATE_SIDE_RIGHT ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT;
    }
  return source;
}

static GtkWidget *
create_page (PalpatePanel          *self,
             const PalpateLocation *location)
{
  PalpateAtlas *atlas = palpate_explorer_get_atlas (self->explorer);

  switch (location->kind)
    {
    case PALPATE_PAGE_START:
      return palpate_start_page_new (self->explorer, self->diary);
    case PALPATE_PAGE_PLACES:
      return palpate_places_page_new (self->explorer, self->settings);
    case PALPATE_PAGE_AREAS:
      return palpate_areas_page_new (self->explorer);
    case PALPATE_PAGE_SEARCH:
      return palpate_search_page_new (self->explorer, self->search_text);
    case PALPATE_PAGE_KEPT:
      return palpate_kept_page_new (self->explorer, self->settings);
    case PALPATE_PAGE_HABITS:
      return palpate_habits_page_new (self->explorer);
    case PALPATE_PAGE_GUIDE:
      return palpate_guide_page_new (self->explorer);
    case PALPATE_PAGE_CARE:
      return palpate_care_page_new (self->explorer, self->settings);
    case PALPATE_PAGE_POINT:
      return palpate_point_page_new (self->explorer, self->settings, sided_point_of (self, location));
    case PALPATE_PAGE_MUSCLE:
      return palpate_muscle_page_new (self->explorer, palpate_atlas_get_muscle (atlas, location->id),
                                      location->side == PALPATE_SIDE_RIGHT ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT);
    default:
      return palpate_article_page_new (self->explorer, location, FALSE);
    }
}

/* Pages that have slid away are thrown away. */
static void
remove_old_pages (PalpatePanel *self)
{
  GtkWidget *visible = gtk_stack_get_visible_child (self->stack);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (child != visible)
        gtk_stack_remove (self->stack, child);
      child = next;
    }
}

static void
transition_cb (PalpatePanel *self)
{
  if (!gtk_stack_get_transition_running (self->stack))
    remove_old_pages (self);
}

/* Returns: (transfer none) (nullable): what has the keyboard, if it is in the panel */
static GtkWidget *
get_focus (PalpatePanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

static void
show_page (PalpatePanel           *self,
           GtkStackTransitionType  transition)
{
  const PalpateLocation location = *palpate_panel_get_location (self);
  const gboolean had_focus = get_focus (self) != NULL;
  GtkWidget *page;

  remove_old_pages (self);
  palpate_explorer_set_opened (self->explorer, sided_point_of (self, &location));
  page = create_page (self, &location);
  gtk_stack_add_child (self->stack, page);
  gtk_stack_set_transition_type (self->stack, palpate_compat_reduces_motion (GTK_WIDGET (self)) ? GTK_STACK_TRANSITION_TYPE_NONE : transition);
  /* the stack would take the focus one further than where a page puts it by itself */
  if (had_focus)
    gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_stack_set_visible_child (self->stack, page);
  if (had_focus)
    palpate_panel_focus (self);
  if (!gtk_stack_get_transition_running (self->stack))
    remove_old_pages (self);
  g_signal_emit (self, signals[NAVIGATED], 0);
}

static int
fixed_width (PalpatePanel *self)
{
  return (int) (WIDTH * (1 + WIDTH_GROWTH * MAX (palpate_compat_get_text_scale (GTK_WIDGET (self)) - 1, 0)));
}

static void
palpate_panel_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  PalpatePanel *self = PALPATE_PANEL (widget);

  gtk_widget_measure (GTK_WIDGET (self->stack), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->is_fixed)
    *natural = *minimum = MAX (*minimum, fixed_width (self));
}

static void
palpate_panel_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  gtk_widget_allocate (GTK_WIDGET (PALPATE_PANEL (widget)->stack), width, height, baseline, NULL);
}

static void
palpate_panel_dispose (GObject *object)
{
  PalpatePanel *self = PALPATE_PANEL (object);

  if (self->stack != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->stack, self);
      gtk_widget_unparent (GTK_WIDGET (self->stack));
      self->stack = NULL;
    }
  g_clear_object (&self->explorer);
  g_clear_object (&self->settings);
  g_clear_object (&self->diary);

  G_OBJECT_CLASS (palpate_panel_parent_class)->dispose (object);
}

static void
palpate_panel_finalize (GObject *object)
{
  PalpatePanel *self = PALPATE_PANEL (object);

  g_array_unref (self->history);
  g_free (self->search_text);

  G_OBJECT_CLASS (palpate_panel_parent_class)->finalize (object);
}

static void
palpate_panel_class_init (PalpatePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = palpate_panel_finalize;

  signals[NAVIGATED] = g_signal_new ("navigated", PALPATE_TYPE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "panel");
  widget_class->measure = palpate_panel_measure;
  widget_class->size_allocate = palpate_panel_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
palpate_panel_init (PalpatePanel *self)
{
  const PalpateLocation start = { PALPATE_PAGE_START, NULL, PALPATE_SIDE_NONE };

  self->history = g_array_new (FALSE, FALSE, sizeof (PalpateLocation));
  g_array_append_val (self->history, start);
  self->is_fixed = TRUE;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  g_signal_connect_swapped (self->stack, "notify::transition-running", G_CALLBACK (transition_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Side panel"), -1);
}

/**
 * palpate_panel_setup:
 * @diary: (nullable): for the last session on the start page
 *
 * Gives the panel what it shows, and opens the start page.
 */
void
palpate_panel_setup (PalpatePanel    *self,
                     PalpateExplorer *explorer,
                     GSettings       *settings,
                     PalpateDiary    *diary)
{
  g_return_if_fail (PALPATE_IS_PANEL (self));
  g_return_if_fail (self->explorer == NULL);

  self->explorer = g_object_ref (explorer);
  self->settings = g_object_ref (settings);
  g_set_object (&self->diary, diary);
  show_page (self, GTK_STACK_TRANSITION_TYPE_NONE);
}

/**
 * palpate_panel_get_location:
 *
 * Returns: (transfer none): valid until the next navigation
 */
const PalpateLocation *
palpate_panel_get_location (PalpatePanel *self)
{
  return &g_array_index (self->history, PalpateLocation, self->current);
}

/**
 * palpate_panel_open:
 *
 * Goes to a page and remembers where it came from. Does nothing if it is there already, or the item is unknown.
 */
void
palpate_panel_open (PalpatePanel          *self,
                    const PalpateLocation *location)
{
  g_return_if_fail (PALPATE_IS_PANEL (self));

  if (palpate_location_equal (location, palpate_panel_get_location (self)))
    return;
  if (!location_exists (self, location))
    {
      g_message ("there is no such page: %s", location->id);
      return;
    }
  g_array_set_size (self->history, self->current + 1);
  g_array_append_val (self->history, *location);
  if (self->history->len > MAX_HISTORY)
    g_array_remove_index (self->history, 0);
  self->current = self->history->len - 1;
  show_page (self, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT);
}

/* Returns: (transfer none) (nullable): what does that below @widget */
static GtkWidget *
find_actionable (GtkWidget  *widget,
                 const char *action,
                 GVariant   *target)
{
  GtkActionable *actionable = GTK_IS_ACTIONABLE (widget) ? GTK_ACTIONABLE (widget) : NULL;
  GVariant *own = actionable != NULL ? gtk_actionable_get_action_target_value (actionable) : NULL;
  GtkWidget *found = NULL;

  if (own != NULL && g_variant_equal (own, target) && g_strcmp0 (gtk_actionable_get_action_name (actionable), action) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_actionable (child, action, target);
  return found;
}

/**
 * palpate_panel_replace:
 *
 * Goes to a page in the place of this one, as when a point's side is changed; the keyboard stays on what it was on.
 */
void
palpate_panel_replace (PalpatePanel          *self,
                       const PalpateLocation *location)
{
  g_autofree char *action = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkWidget *focus;

  g_return_if_fail (PALPATE_IS_PANEL (self));

  focus = get_focus (self);
  if (palpate_location_equal (location, palpate_panel_get_location (self)) || !location_exists (self, location))
    return;
  g_array_index (self->history, PalpateLocation, self->current) = *location;
  if (GTK_IS_ACTIONABLE (focus) && gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)) != NULL)
    {
      action = g_strdup (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)));
      target = g_variant_ref (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (focus)));
    }
  show_page (self, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  focus = target != NULL ? find_actionable (gtk_stack_get_visible_child (self->stack), action, target) : NULL;
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

/**
 * palpate_panel_search:
 * @text: (nullable): what is typed already
 */
void
palpate_panel_search (PalpatePanel *self,
                      const char   *text)
{
  const PalpateLocation search = { PALPATE_PAGE_SEARCH, NULL, PALPATE_SIDE_NONE };

  g_return_if_fail (PALPATE_IS_PANEL (self));

  if (text != NULL)
    {
      g_free (self->search_text);
      self->search_text = g_strdup (text);
    }
  if (palpate_location_equal (&search, palpate_panel_get_location (self)))
    show_page (self, GTK_STACK_TRANSITION_TYPE_NONE);
  else
    palpate_panel_open (self, &search);
}

gboolean
palpate_panel_can_go_back (PalpatePanel *self)
{
  return self->current > 0;
}

gboolean
palpate_panel_can_go_forward (PalpatePanel *self)
{
  return self->current + 1 < self->history->len;
}

void
palpate_panel_go_back (PalpatePanel *self)
{
  g_return_if_fail (PALPATE_IS_PANEL (self));

  if (!palpate_panel_can_go_back (self))
    return;
  self->current--;
  show_page (self, GTK_STACK_TRANSITION_TYPE_SLIDE_RIGHT);
}

void
palpate_panel_go_forward (PalpatePanel *self)
{
  g_return_if_fail (PALPATE_IS_PANEL (self));

  if (!palpate_panel_can_go_forward (self))
    return;
  self->current++;
  show_page (self, GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT);
}

/**
 * palpate_panel_set_fixed:
 * @fixed: whether it keeps its width, beside the chart
 */
void
palpate_panel_set_fixed (PalpatePanel *self,
                         gboolean      fixed)
{
  g_return_if_fail (PALPATE_IS_PANEL (self));

  self->is_fixed = fixed;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * palpate_panel_focus:
 *
 * Puts the keyboard focus on the first thing of the page, unless it is in the page already.
 */
void
palpate_panel_focus (PalpatePanel *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (page != NULL && gtk_widget_get_focus_child (page) == NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}
