/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-learn-page.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"
#include "palpate-pages.h"

/* From here on six columns would break within words. */
#define LARGE_TEXT 1.25

struct _PalpateLearnPage {
  GtkWidget parent_instance;

  /* template children */
  GtkWidget  *box;        /* holds the others; disposing the template takes it away */
  GtkWidget  *sidebar;
  GtkWidget  *separator;
  GtkListBox *list;
  GtkStack   *stack;

  /* owned */
  PalpateExplorer *explorer;
  GSettings       *settings;
  GArray          *history;   /* of PalpateLocation; empty until the page is first seen */

  guint    current;
  gboolean is_narrow;     /* list and page are shown one at a time */
  gboolean shows_page;    /* which of the two */
};

enum { NAVIGATED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalpateLearnPage, palpate_learn_page, GTK_TYPE_WIDGET)

static void
update_visible (PalpateLearnPage *self)
{
  gtk_widget_set_visible (self->sidebar, !self->is_narrow || !self->shows_page);
  gtk_widget_set_visible (self->separator, !self->is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !self->is_narrow || self->shows_page);
  gtk_widget_set_hexpand (self->sidebar, self->is_narrow);
  g_signal_emit (self, signals[NAVIGATED], 0);
}

static GtkWidget *
create_page (PalpateLearnPage      *self,
             const PalpateLocation *location)
{
  switch (location->kind)
    {
    case PALPATE_PAGE_HABITS:
      return palpate_habits_page_new (self->explorer);
    case PALPATE_PAGE_CARE:
      return palpate_care_page_new (self->explorer, self->settings);
    default:
      return palpate_article_page_new (self->explorer, location,
                                       !self->is_narrow && palpate_compat_get_text_scale (GTK_WIDGET (self)) < LARGE_TEXT);
    }
}

static PalpateLocation
location_of_row (GtkListBoxRow *row)
{
  PalpateLocation location = { PALPATE_PAGE_SAFETY, NULL, PALPATE_SIDE_NONE };

  palpate_location_parse (g_object_get_data (G_OBJECT (row), "location"), &location);
  return location;
}

/* The list shows where one is; a page that is not in it, such as that of a technique, leaves the list as it was. */
static void
select_row (PalpateLearnPage      *self,
            const PalpateLocation *location)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const PalpateLocation other = location_of_row (row);

      if (palpate_location_equal (&other, location))
        gtk_list_box_select_row (self->list, row);
    }
}

static void
show_page (PalpateLearnPage *self)
{
  const PalpateLocation *location = palpate_learn_page_get_location (self);
  GtkWidget *old = gtk_stack_get_visible_child (self->stack);
  GtkWidget *page = create_page (self, location);

  gtk_stack_add_child (self->stack, page);
  gtk_stack_set_visible_child (self->stack, page);
  if (old != NULL)
    gtk_stack_remove (self->stack, old);
  select_row (self, location);
  update_visible (self);
}

static void
row_activated_cb (GtkListBox       *list,
                  GtkListBoxRow    *row,
                  PalpateLearnPage *self)
{
  const PalpateLocation location = location_of_row (row);

  palpate_learn_page_open (self, &location);
}

static void
add_row (PalpateLearnPage *self,
         const char       *title,
         const char       *location)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "location", g_strdup (location), g_free);
  gtk_list_box_append (self->list, row);
}

static void
fill_list (PalpateLearnPage *self)
{
  GPtrArray *pages = palpate_atlas_list (palpate_explorer_get_atlas (self->explorer), PALPATE_ITEM_PAGE);

  for (guint i = 0; i < pages->len; i++)
    {
      const PalpatePage *page = g_ptr_array_index (pages, i);
      g_autofree char *location = g_strconcat ("learn/", page->id, NULL);

      add_row (self, palpate_content_text (page->id, page->title), location);
    }
  add_row (self, _("Everyday habits"), "habits");
  add_row (self, _("Safety and red flags"), "safety");
  add_row (self, _("My care profile"), "care");
}

/* Pages are made when the place is first seen. */
static void
palpate_learn_page_map (GtkWidget *widget)
{
  PalpateLearnPage *self = PALPATE_LEARN_PAGE (widget);

  GTK_WIDGET_CLASS (palpate_learn_page_parent_class)->map (widget);
  if (self->history->len == 0)
    {
      const PalpateLocation first = location_of_row (gtk_list_box_get_row_at_index (self->list, 0));

      palpate_learn_page_open (self, &first);
      self->shows_page = FALSE;
      update_visible (self);
    }
}

static void
palpate_learn_page_dispose (GObject *object)
{
  PalpateLearnPage *self = PALPATE_LEARN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PALPATE_TYPE_LEARN_PAGE);
  g_clear_object (&self->explorer);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (palpate_learn_page_parent_class)->dispose (object);
}

static void
palpate_learn_page_finalize (GObject *object)
{
  g_array_unref (PALPATE_LEARN_PAGE (object)->history);

  G_OBJECT_CLASS (palpate_learn_page_parent_class)->finalize (object);
}

static void
palpate_learn_page_class_init (PalpateLearnPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_learn_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = palpate_learn_page_finalize;
  widget_class->map = palpate_learn_page_map;

  /* another page is open, or one may go back or forward */
  signals[NAVIGATED] = g_signal_new ("navigated", PALPATE_TYPE_LEARN_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, PALPATE_RESOURCE_PATH "/ui/learn-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalpateLearnPage, box);
  gtk_widget_class_bind_template_child (widget_class, PalpateLearnPage, sidebar);
  gtk_widget_class_bind_template_child (widget_class, PalpateLearnPage, separator);
  gtk_widget_class_bind_template_child (widget_class, PalpateLearnPage, list);
  gtk_widget_class_bind_template_child (widget_class, PalpateLearnPage, stack);
}

static void
palpate_learn_page_init (PalpateLearnPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->history = g_array_new (FALSE, FALSE, sizeof (PalpateLocation));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

void
palpate_learn_page_setup (PalpateLearnPage *self,
                          PalpateExplorer  *explorer,
                          GSettings        *settings)
{
  self->explorer = g_object_ref (explorer);
  self->settings = g_object_ref (settings);
  fill_list (self);
}

/**
 * palpate_learn_page_holds:
 *
 * Returns: whether that page is one to learn from, and can be read here
 */
gboolean
palpate_learn_page_holds (const PalpateLocation *location)
{
  return location->kind == PALPATE_PAGE_LEARN || location->kind == PALPATE_PAGE_TECHNIQUE || location->kind == PALPATE_PAGE_ADVICE
         || location->kind == PALPATE_PAGE_HABITS || location->kind == PALPATE_PAGE_SAFETY || location->kind == PALPATE_PAGE_CARE;
}

/**
 * palpate_learn_page_open:
 * @location: a page that this place holds and the atlas knows
 */
void
palpate_learn_page_open (PalpateLearnPage      *self,
                         const PalpateLocation *location)
{
  g_return_if_fail (PALPATE_IS_LEARN_PAGE (self));
  g_return_if_fail (palpate_learn_page_holds (location));

  self->shows_page = TRUE;
  if (self->history->len > 0 && palpate_location_equal (location, palpate_learn_page_get_location (self)))
    {
      update_visible (self);
      return;
    }
  if (self->history->len > 0)
    g_array_set_size (self->history, self->current + 1);
  g_array_append_val (self->history, *location);
  self->current = self->history->len - 1;
  show_page (self);
}

/**
 * palpate_learn_page_get_location:
 *
 * Returns: (transfer none): valid until the next page is opened
 */
const PalpateLocation *
palpate_learn_page_get_location (PalpateLearnPage *self)
{
  g_return_val_if_fail (self->history->len > 0, NULL);

  return &g_array_index (self->history, PalpateLocation, self->current);
}

/**
 * palpate_learn_page_can_go:
 * @steps: -1 back, 1 forward
 */
gboolean
palpate_learn_page_can_go (PalpateLearnPage *self,
                           int               steps)
{
  const int target = (int) self->current + steps;

  if (self->is_narrow)   /* Back leads from the page to the list */
    return steps < 0 && self->shows_page;
  return target >= 0 && target < (int) self->history->len;
}

void
palpate_learn_page_go (PalpateLearnPage *self,
                       int               steps)
{
  g_return_if_fail (PALPATE_IS_LEARN_PAGE (self));

  if (!palpate_learn_page_can_go (self, steps))
    return;
  if (self->is_narrow)
    {
      self->shows_page = FALSE;
      update_visible (self);
      return;
    }
  self->current += steps;
  show_page (self);
}

/**
 * palpate_learn_page_set_narrow:
 * @is_narrow: list and page are shown one at a time
 */
void
palpate_learn_page_set_narrow (PalpateLearnPage *self,
                               gboolean          is_narrow)
{
  g_return_if_fail (PALPATE_IS_LEARN_PAGE (self));

  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  if (self->history->len > 0)
    show_page (self);
}

/**
 * palpate_learn_page_focus:
 *
 * Puts the keyboard focus on the first thing of the page that is open.
 */
void
palpate_learn_page_focus (PalpateLearnPage *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (page != NULL)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}
