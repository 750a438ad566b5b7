/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-ring.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of the ring's outer radius. */
#define THICKNESS 0.115
#define DISC_SMALL 0.46
#define DISC_LARGE 0.74

struct _PalpateRing {
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *box;
  GtkWidget *number;
  GtkWidget *unit;

  int      seconds;
  gboolean is_plain;   /* the number alone */
  gboolean has_word;   /* instead of the unit */
  double share;
  double breath;   /* 0 out to 1 in; below 0 there is no disc */
};

G_DEFINE_FINAL_TYPE (PalpateRing, palpate_ring, GTK_TYPE_WIDGET)

static void
set_color (cairo_t       *cr,
           const GdkRGBA *color,
           double         alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
palpate_ring_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PalpateRing *self = PALPATE_RING (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const double radius = MIN (width, height) / 2.0;
  const double line = radius * THICKNESS;
  const double start = -G_PI_2;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRGBA accent, text;

  gtk_style_context_get_color (style, &text);
  if (!gtk_style_context_lookup_color (style, "accent_color", &accent))
    accent = text;
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_set_line_width (cr, line);
  cairo_arc (cr, 0, 0, radius - line / 2, 0, 2 * G_PI);
  set_color (cr, &text, 0.12);
  cairo_stroke (cr);
  if (self->breath >= 0)
    {
      cairo_arc (cr, 0, 0, radius * (DISC_SMALL + (DISC_LARGE - DISC_SMALL) * self->breath), 0, 2 * G_PI);
      set_color (cr, &accent, 0.14);
      cairo_fill (cr);
    }
  if (self->share > 0)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_arc (cr, 0, 0, radius - line / 2, start, start + 2 * G_PI * MIN (self->share, 1));
      set_color (cr, &accent, 1);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->box, snapshot);
}

static void
palpate_ring_dispose (GObject *object)
{
  PalpateRing *self = PALPATE_RING (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (palpate_ring_parent_class)->dispose (object);
}

static void
palpate_ring_class_init (PalpateRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palpate_ring_dispose;
  widget_class->snapshot = palpate_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ring");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
palpate_ring_init (PalpateRing *self)
{
  self->breath = -1;
  self->seconds = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->number = gtk_label_new ("");
  self->unit = gtk_label_new ("");
  gtk_widget_add_css_class (self->number, "ring-number");
  gtk_widget_add_css_class (self->unit, "ring-unit");
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->number);
  gtk_box_append (GTK_BOX (self->box), self->unit);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
palpate_ring_new (void)
{
  return g_object_new (PALPATE_TYPE_RING, NULL);
}

static void
update_unit (PalpateRing *self,
             const char  *word)
{
  const char *unit = word != NULL ? word : ngettext ("second left", "seconds left", (gulong) MAX (self->seconds, 0));

  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->unit)), unit) != 0)
    gtk_label_set_label (GTK_LABEL (self->unit), unit);
  gtk_widget_set_visible (self->unit, word != NULL || !self->is_plain);
}

/**
 * palpate_ring_set_plain:
 * @is_plain: whether the number stands without its unit, where it is very large
 */
void
palpate_ring_set_plain (PalpateRing *self,
                        gboolean     is_plain)
{
  g_return_if_fail (PALPATE_IS_RING (self));

  self->is_plain = is_plain;
  update_unit (self, NULL);
}

/**
 * palpate_ring_set_value:
 * @share: how much of the ring is full, 0 to 1
 */
void
palpate_ring_set_value (PalpateRing *self,
                        int          seconds,
                        double       share)
{
  g_autofree char *number = NULL;

  g_return_if_fail (PALPATE_IS_RING (self));

  if (self->seconds == seconds && self->share == share)
    return;
  self->seconds = seconds;
  self->share = share;
  number = g_strdup_printf ("%d", seconds);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  if (!self->has_word)
    update_unit (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * palpate_ring_set_breath:
 * @breath: 0 all out to 1 all in; below 0 for no disc
 * @word: (nullable): said instead of the unit, where nothing shall move
 */
void
palpate_ring_set_breath (PalpateRing *self,
                         double       breath,
                         const char  *word)
{
  g_return_if_fail (PALPATE_IS_RING (self));

  self->has_word = word != NULL;
  update_unit (self, word);
  if (fabs (self->breath - breath) < 0.001)
    return;
  self->breath = breath;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
