/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-plot.h"

#include <glib/gi18n.h>
#include <math.h>

#include "palpate-chart-view.h"
#include "palpate-compat.h"
#include "palpate-timeline.h"

#define HEIGHT 260
#define LEFT 36
#define RIGHT 16
#define TOP 16
#define BOTTOM 34

/* Of the signs: smaller where sessions stand close. */
#define RADIUS 5.5
#define RADIUS_CLOSE 3.5
#define CLOSE 12.0

/* A date and the air beside it, of the size of the text. */
#define TICK_EMS 5.5

struct _PalpatePlot {
  GtkWidget parent_instance;

  GArray          *points;     /* owned, of Point */
  PalpateTimeline  timeline;
  int              selected;   /* -1 while nobody stepped */
};

typedef struct {
  int     before;
  int     after;
  gint64  begun_us;
  char   *text;
} Point;

G_DEFINE_FINAL_TYPE (PalpatePlot, palpate_plot, GTK_TYPE_WIDGET)

static void
point_clear (gpointer data)
{
  g_free (((Point *) data)->text);
}

/* The day of a session, short: 22 Nov */
char *
palpate_plot_describe_day (const PalpateEntry *entry)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (entry->begun_us / G_USEC_PER_SEC);

  /* Translators: a day in a plot, as strftime has it; short */
  return g_date_time_format (moment, _("%-d %b"));
}

/* A session in words: pain before and after, and what it did. */
char *
palpate_plot_describe_entry (const PalpateEntry *entry)
{
  const char *const effects[] = { NULL, C_("what it did", "Better"), C_("what it did", "Same"), C_("what it did", "Worse") };
  g_autofree char *pain = NULL;

  if (entry->before != PALPATE_PAIN_NONE && entry->after != PALPATE_PAIN_NONE)
    pain = g_strdup_printf (_("Pain %1$d before, %2$d after"), entry->before, entry->after);
  else if (entry->before != PALPATE_PAIN_NONE)
    pain = g_strdup_printf (_("Pain %d before"), entry->before);
  else if (entry->after != PALPATE_PAIN_NONE)
    pain = g_strdup_printf (_("Pain %d after"), entry->after);
  if (pain == NULL)
    return g_strdup (entry->effect != PALPATE_EFFECT_NONE ? effects[entry->effect] : _("No answer"));
  if (entry->effect == PALPATE_EFFECT_NONE)
    return g_steal_pointer (&pain);
  return g_strdup_printf ("%s · %s", pain, effects[entry->effect]);
}

static double
get_room (PalpatePlot *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) - LEFT - RIGHT;
}

/* @share: of the axis of days */
static double
get_x (PalpatePlot *self,
       double       share)
{
  const double x = LEFT + get_room (self) * share;

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static double
get_point_x (PalpatePlot *self,
             guint        i)
{
  return get_x (self, palpate_timeline_get_share (&self->timeline, g_array_index (self->points, Point, i).begun_us));
}

static double
get_radius (PalpatePlot *self)
{
  for (guint i = 1; i < self->points->len; i++)
    if (fabs (get_point_x (self, i) - get_point_x (self, i - 1)) < CLOSE)
      return RADIUS_CLOSE;
  return RADIUS;
}

static double
get_y (PalpatePlot *self,
       int          pain)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (self)) - TOP - BOTTOM;

  return TOP + height * (1 - pain / (double) PALPATE_PAIN_MOST);
}

static void
show_text (PalpatePlot   *self,
           cairo_t       *cr,
           const GdkRGBA *color,
           const char    *text,
           double         x,
           double         y,
           double         align)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_move_to (cr, x - align * width, y - height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_axes (PalpatePlot   *self,
           cairo_t       *cr,
           const GdkRGBA *text)
{
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const double em = pango_units_to_double (pango_font_description_get_size (pango_context_get_font_description (gtk_widget_get_pango_context (GTK_WIDGET (self)))));
  g_autoptr (GArray) ticks = palpate_timeline_list_ticks (&self->timeline, (guint) MAX (get_room (self) / (MAX (em, 8) * 96 / 72 * TICK_EMS), 3));

  for (int pain = 0; pain <= PALPATE_PAIN_MOST; pain += 2)
    {
      g_autofree char *number = g_strdup_printf ("%d", pain);
      const double y = get_y (self, pain);

      cairo_set_source_rgba (cr, text->red, text->green, text->blue, 0.18);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, is_rtl ? RIGHT : LEFT, y);
      cairo_line_to (cr, width - (is_rtl ? LEFT : RIGHT), y);
      cairo_stroke (cr);
      show_text (self, cr, text, number, is_rtl ? width - LEFT + 10 : LEFT - 10, y, is_rtl ? 0 : 1);
    }
  for (guint i = 0; i < ticks->len; i++)
    {
      const PalpateTimelineTick *tick = &g_array_index (ticks, PalpateTimelineTick, i);
      const double x = get_x (self, tick->share);

      cairo_set_source_rgba (cr, text->red, text->green, text->blue, 0.18);
      cairo_move_to (cr, x, get_y (self, PALPATE_PAIN_MOST));
      cairo_line_to (cr, x, get_y (self, 0) + 6);
      cairo_stroke (cr);
      show_text (self, cr, text, tick->label, x, get_y (self, 0) + 20, tick->share < 0.02 ? (is_rtl ? 1 : 0.1) : 0.5);
    }
}

static void
draw_point (PalpatePlot          *self,
            cairo_t              *cr,
            guint                 i,
            const PalpatePalette *palette,
            const GdkRGBA        *text)
{
  const Point *point = &g_array_index (self->points, Point, i);
  const double x = get_point_x (self, i);
  const double radius = get_radius (self);

  if (point->before >= 0 && point->after >= 0)
    {
      cairo_set_source_rgba (cr, text->red, text->green, text->blue, 0.5);
      cairo_set_line_width (cr, 2 * palette->line);
      cairo_move_to (cr, x, get_y (self, point->before));
      cairo_line_to (cr, x, get_y (self, point->after));
      cairo_stroke (cr);
    }
  if (point->after >= 0)
    {
      palpate_color_set (&palette->accent, cr);
      cairo_rectangle (cr, x - radius, get_y (self, point->after) - radius, 2 * radius, 2 * radius);
      cairo_fill (cr);
    }
  if (point->before >= 0)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, get_y (self, point->before), radius + (point->before == point->after ? 3 : 0), 0, 2 * G_PI);
      if (point->before != point->after)
        {
          palpate_color_set (&palette->paper, cr);
          cairo_fill_preserve (cr);
        }
      gdk_cairo_set_source_rgba (cr, text);
      cairo_set_line_width (cr, 2 * palette->line);
      cairo_stroke (cr);
    }
}

static void
palpate_plot_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PalpatePlot *self = PALPATE_PLOT (widget);
  const PalpatePalette *palette = palpate_scheme_get_palette (palpate_chart_view_current_scheme ());
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  GdkRGBA text;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &text);
  draw_axes (self, cr, &text);
  if (self->selected >= 0)
    {
      cairo_set_source_rgba (cr, text.red, text.green, text.blue, 0.1);
      cairo_rectangle (cr, get_point_x (self, (guint) self->selected) - 11, TOP - 8, 22, get_y (self, 0) - TOP + 16);
      cairo_fill (cr);
    }
  for (guint i = 0; i < self->points->len; i++)
    draw_point (self, cr, i, palette, &text);
  cairo_destroy (cr);
}

static void
palpate_plot_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 280;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 800;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        PalpatePlot           *self)
{
  const gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int last = (int) self->points->len - 1;
  int wanted = self->selected;

  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    wanted = self->selected < 0 ? last : CLAMP (wanted + ((keyval == GDK_KEY_Left) != is_rtl ? -1 : 1), 0, last);
  else if (keyval == GDK_KEY_Home)
    wanted = 0;
  else if (keyval == GDK_KEY_End)
    wanted = last;
  else
    return GDK_EVENT_PROPAGATE;
  self->selected = wanted;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), g_array_index (self->points, Point, wanted).text);
  palpate_compat_announce (GTK_WIDGET (self), g_array_index (self->points, Point, wanted).text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static void
palpate_plot_finalize (GObject *object)
{
  g_array_unref (PALPATE_PLOT (object)->points);

  G_OBJECT_CLASS (palpate_plot_parent_class)->finalize (object);
}

static void
palpate_plot_class_init (PalpatePlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = palpate_plot_finalize;
  widget_class->snapshot = palpate_plot_snapshot;
  widget_class->measure = palpate_plot_measure;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
palpate_plot_init (PalpatePlot *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selected = -1;
  self->points = g_array_new (FALSE, TRUE, sizeof (Point));
  g_array_set_clear_func (self->points, point_clear);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * palpate_plot_new:
 * @entries: (element-type PalpateEntry): sessions, the oldest first; those that tell of pain are shown, each on its day
 * @words: what the plot shows, for those who do not see it
 */
GtkWidget *
palpate_plot_new (GPtrArray  *entries,
                  const char *words)
{
  PalpatePlot *self = g_object_new (PALPATE_TYPE_PLOT, NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const PalpateEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *day = palpate_plot_describe_day (entry);
      g_autofree char *text = palpate_plot_describe_entry (entry);
      Point point = { entry->before, entry->after, entry->begun_us };

      if (entry->before == PALPATE_PAIN_NONE && entry->after == PALPATE_PAIN_NONE)
        continue;
      point.text = g_strdup_printf ("%s: %s", day, text);
      g_array_append_val (self->points, point);
    }
  if (self->points->len > 0)
    self->timeline = palpate_timeline_fit (g_array_index (self->points, Point, 0).begun_us,
                                           g_array_index (self->points, Point, self->points->len - 1).begun_us);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return GTK_WIDGET (self);
}
