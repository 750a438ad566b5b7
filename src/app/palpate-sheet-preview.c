/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-preview.h"

#include <glib/gi18n.h>

#define DESK 24          /* around the pages */
#define ZOOM_STEP 1.25
#define ZOOM_MAX 4.0

struct _PalpateSheetPreview {
  AdwBin parent_instance;

  /* children */
  GtkWidget *scroller;
  GtkWidget *desk;

  PalpateSheetPages *pages;   /* owned */
  double             zoom;    /* 1: a page fits */
};

G_DEFINE_FINAL_TYPE (PalpateSheetPreview, palpate_sheet_preview, ADW_TYPE_BIN)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  PalpateSheetPreview *self = user_data;
  const guint page = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "page"));
  double paper_width, paper_height;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (self->pages == NULL || page >= palpate_sheet_pages_get_n_pages (self->pages))
    return;
  palpate_sheet_pages_get_size (self->pages, &paper_width, &paper_height);
  cairo_scale (cr, width / paper_width, height / paper_height);
  palpate_sheet_pages_draw (self->pages, page, cr);
}

/* Sizes of the pages for the room that there is. */
static void
update_sizes (PalpateSheetPreview *self)
{
  const int room_width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * DESK;
  const int room_height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * DESK;
  double width, height, scale;

  if (self->pages == NULL || room_width < 50 || room_height < 50)
    return;
  palpate_sheet_pages_get_size (self->pages, &width, &height);
  scale = MIN (room_width / width, room_height / height) * self->zoom;
  for (GtkWidget *area = gtk_widget_get_first_child (self->desk); area != NULL; area = gtk_widget_get_next_sibling (area))
    {
      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), (int) (width * scale));
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), (int) (height * scale));
    }
}

static gboolean
update_sizes_cb (gpointer user_data)
{
  update_sizes (user_data);
  g_object_unref (user_data);
  return G_SOURCE_REMOVE;
}

/* The room has another size: seen after this layout, not in the middle of it. */
static void
room_changed_cb (PalpateSheetPreview *self)
{
  g_idle_add (update_sizes_cb, g_object_ref (self));
}

static GtkWidget *
page_new (PalpateSheetPreview *self,
          guint                page)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "focusable", TRUE, NULL);

  g_object_set_data (G_OBJECT (area), "page", GUINT_TO_POINTER (page));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, self, NULL);
  gtk_widget_add_css_class (area, "paper");
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  return area;
}

/**
 * palpate_sheet_preview_set_pages:
 * @pages: (transfer none): what is shown from now on
 */
void
palpate_sheet_preview_set_pages (PalpateSheetPreview *self,
                                 PalpateSheetPages   *pages)
{
  const guint n_pages = palpate_sheet_pages_get_n_pages (pages);
  GtkWidget *area;
  guint i;

  palpate_sheet_pages_ref (pages);
  g_clear_pointer (&self->pages, palpate_sheet_pages_unref);
  self->pages = pages;
  area = gtk_widget_get_first_child (self->desk);
  for (i = 0; i < n_pages || area != NULL; i++)
    {
      GtkWidget *next = area != NULL ? gtk_widget_get_next_sibling (area) : NULL;

      if (i >= n_pages)
        gtk_box_remove (GTK_BOX (self->desk), area);
      else
        {
          g_autofree char *description = palpate_sheet_pages_describe (pages, i);
          g_autofree char *text = palpate_sheet_pages_dup_text (pages, i);

          if (area == NULL)
            {
              area = page_new (self, i);
              gtk_box_append (GTK_BOX (self->desk), area);
            }
          gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                          GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
          gtk_widget_queue_draw (area);
        }
      area = next;
    }
  update_sizes (self);
}

void
palpate_sheet_preview_zoom_by (PalpateSheetPreview *self,
                               double               factor)
{
  self->zoom = CLAMP (self->zoom * factor, 0.5, ZOOM_MAX);
  update_sizes (self);
}

void
palpate_sheet_preview_zoom_fit (PalpateSheetPreview *self)
{
  self->zoom = 1;
  update_sizes (self);
}

static void
zoom_cb (GtkWidget           *button,
         PalpateSheetPreview *self)
{
  palpate_sheet_preview_zoom_by (self, gtk_widget_has_css_class (button, "closer") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

static GtkWidget *
zoom_button_new (PalpateSheetPreview *self,
                 const char          *icon,
                 const char          *label,
                 gboolean             is_closer)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  if (is_closer)
    gtk_widget_add_css_class (button, "closer");
  g_signal_connect (button, "clicked", G_CALLBACK (zoom_cb), self);
  return button;
}

static void
palpate_sheet_preview_dispose (GObject *object)
{
  g_clear_pointer (&PALPATE_SHEET_PREVIEW (object)->pages, palpate_sheet_pages_unref);

  G_OBJECT_CLASS (palpate_sheet_preview_parent_class)->dispose (object);
}

static void
palpate_sheet_preview_class_init (PalpateSheetPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palpate_sheet_preview_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "sheetpreview");
}

static void
palpate_sheet_preview_init (PalpateSheetPreview *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->zoom = 1;
  self->scroller = gtk_scrolled_window_new ();
  self->desk = gtk_box_new (GTK_ORIENTATION_VERTICAL, DESK);
  gtk_widget_set_margin_top (self->desk, DESK);
  gtk_widget_set_margin_bottom (self->desk, DESK);
  gtk_widget_set_margin_start (self->desk, DESK);
  gtk_widget_set_margin_end (self->desk, DESK);
  gtk_widget_set_halign (self->desk, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->desk, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->desk);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "notify::page-size",
                           G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "notify::page-size",
                           G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->scroller);
  gtk_widget_add_css_class (buttons, "floating");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_valign (buttons, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (buttons), zoom_button_new (self, "zoom-out-symbolic", _("Zoom out"), FALSE));
  gtk_box_append (GTK_BOX (buttons), zoom_button_new (self, "zoom-in-symbolic", _("Zoom in"), TRUE));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), buttons);
  adw_bin_set_child (ADW_BIN (self), overlay);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
palpate_sheet_preview_new (void)
{
  return g_object_new (PALPATE_TYPE_SHEET_PREVIEW, NULL);
}
