/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the children of a view lie: the buttons of places and points, the letters of the sides, the labels.
 */
#include "palpate-chart-view-private.h"

#include <math.h>

#include "palpate-signs.h"

#define CAPTION_DISTANCE 72   /* of the caption's middle from the bottom, in logical pixels */
#define LOW_CAPTION_DISTANCE 18
#define POINT_TARGET 34
#define LETTER_EDGE 26
#define LETTER_WIDTH 8   /* of one letter; its padding keeps it off the body */

static void
allocate_at (GtkWidget *child,
             double     x,
             double     y,
             int        width,
             int        height)
{
  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

/* Puts a label round a point, but always inside the view. */
static void
allocate_label (PalpateChartView *self,
                GtkWidget        *label,
                double            x,
                double            y)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkRequisition size;

  if (!gtk_widget_should_layout (label))
    return;
  gtk_widget_get_preferred_size (label, NULL, &size);
  size.width = MIN (size.width, width);
  allocate_at (label, CLAMP (x - size.width / 2.0, 0, MAX (width - size.width, 0)),
               CLAMP (y - size.height / 2.0, 0, MAX (height - size.height, 0)), size.width, size.height);
}

static void
allocate_button (PalpateChartView  *self,
                 PalpateMarkButton *button)
{
  const PalpateMark *mark = palpate_mark_button_get_mark (button);
  const PalpateBox box = palpate_path_get_box (mark->path);
  const double scale = palpate_chart_view_get_scale (self);
  const PalpatePosition corner = palpate_chart_view_to_widget (self, box.x, box.y);

  palpate_mark_button_set_geometry (button, box.x, box.y, scale);
  allocate_at (GTK_WIDGET (button), corner.x, corner.y, MAX ((int) ceil (box.width * scale), 1), MAX ((int) ceil (box.height * scale), 1));
}

/* The button of a point lies where its number stands, which may have stepped aside. */
static void
allocate_point_buttons (PalpateChartView *self)
{
  g_autoptr (GArray) signs = palpate_chart_view_create_signs (self);

  for (guint i = 0; i < self->point_buttons->len; i++)
    {
      PalpateMarkButton *button = g_ptr_array_index (self->point_buttons, i);
      const PalpateBox box = palpate_path_get_box (palpate_mark_button_get_mark (button)->path);
      PalpatePosition middle = { box.x + box.width / 2, box.y + box.height / 2 };
      const PalpatePosition anchor = middle;

      for (guint j = 0; j < signs->len; j++)
        {
          const PalpateSign *sign = &g_array_index (signs, PalpateSign, j);

          if (!sign->is_letter && sign->anchor.x == anchor.x && sign->anchor.y == anchor.y)
            middle = sign->position;
        }
      middle = palpate_chart_view_to_widget (self, middle.x, middle.y);
      palpate_mark_button_set_geometry (button, box.x, box.y, palpate_chart_view_get_scale (self));
      allocate_at (GTK_WIDGET (button), middle.x - POINT_TARGET / 2.0, middle.y - POINT_TARGET / 2.0, POINT_TARGET, POINT_TARGET);
    }
}

/* A script that has words in the place of letters: how much farther from the body these stand. */
static double
get_overhang (GtkWidget *letter)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (letter, NULL, &size);
  return MAX (size.width - LETTER_WIDTH, 0) / 2.0;
}

/* The letters stand beside the shoulders, and stay at the edges when those are out of sight. */
static void
allocate_letters (PalpateChartView *self)
{
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const gboolean is_back = self->view == PALPATE_VIEW_BACK;
  const PalpatePosition start = palpate_chart_view_to_widget (self, -150, 160);
  const PalpatePosition end = palpate_chart_view_to_widget (self, 150, 160);
  const double y = CLAMP (start.y, MIN (90, height * 0.4), height * 0.4);   /* clear of toolbars and inset */
  GtkWidget *first = is_back ? self->left_letter : self->right_letter;
  GtkWidget *second = is_back ? self->right_letter : self->left_letter;

  allocate_label (self, first, CLAMP (start.x - get_overhang (first), LETTER_EDGE, width - LETTER_EDGE), y);
  allocate_label (self, second, CLAMP (end.x + get_overhang (second), LETTER_EDGE, width - LETTER_EDGE), y);
}

/* The name stands beside the place, never on it. */
static void
allocate_name_tag (PalpateChartView *self)
{
  const PalpateMark *hovered = palpate_chart_view_region_mark (self, palpate_explorer_get_hovered (self->explorer));
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  PalpateBox box;
  PalpatePosition corner;
  GtkRequisition size;
  double scale, x, y;

  if (hovered == NULL || !gtk_widget_should_layout (self->name_tag))
    return;
  gtk_widget_get_preferred_size (self->name_tag, NULL, &size);
  scale = palpate_chart_view_get_scale (self);
  box = palpate_path_get_box (hovered->path);
  corner = palpate_chart_view_to_widget (self, box.x, box.y);
  x = corner.x + box.width * scale + 14 + size.width / 2.0;
  y = corner.y + box.height * scale / 2;
  if (x + size.width / 2.0 > width)
    x = corner.x - 14 - size.width / 2.0;
  if (x - size.width / 2.0 < 0)
    {
      x = corner.x + box.width * scale / 2;
      y = corner.y - 22 > size.height ? corner.y - 22 : corner.y + box.height * scale + 22;
    }
  allocate_label (self, self->name_tag, x, y);
}

void
palpate_chart_view_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PalpateChartView *self = PALPATE_CHART_VIEW (widget);

  if (gtk_widget_should_layout (self->trouble))
    gtk_widget_allocate (self->trouble, width, height, -1, NULL);
  if (self->chart == NULL)
    return;
  palpate_chart_view_follow_size (self, width, height);
  for (guint i = 0; i < self->region_buttons->len; i++)
    allocate_button (self, g_ptr_array_index (self->region_buttons, i));
  allocate_point_buttons (self);
  allocate_letters (self);
  allocate_label (self, self->caption, width / 2.0, height - (height < PALPATE_CHART_VIEW_LOW ? LOW_CAPTION_DISTANCE : CAPTION_DISTANCE));
  allocate_name_tag (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
  (self->was_allocated ? palpate_chart_view_request_when_resting : palpate_chart_view_request_drawing) (self);
  self->was_allocated = TRUE;
}
