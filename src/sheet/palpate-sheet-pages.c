/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "palpate-chart-painter.h"
#include "palpate-sheet-admit.h"
#include "palpate-sheet-logo.h"

/* Plain, open faces of medium width; the first one that is installed is taken. */
#define FAMILY "Noto Sans,Cantarell,DejaVu Sans Condensed,DejaVu Sans,sans-serif"
#define STOP_MAX 0.45      /* of the page's height: a higher stop box is divided */
#define LINES_MIN 58.0     /* room for handwriting is worth having from here on */

/* From airy to close: the first one that needs no more pages than the last one is taken. The last ones keep three points on
 * one page, whatever is to be said of them; longer sheets have more pages and more air. */
#define N_FOR_THREE 4
static const PalpateSheetStyle normal_styles[] = {
  { 13.5, 1.40, 172, 250, 15, 42, 3 }, { 12.5, 1.38, 146, 212, 13, 40, 3 }, { 12, 1.35, 124, 186, 11, 38, 2 },
  { 11.5, 1.31, 108, 168, 9, 36, 2 },  { 11, 1.28, 98, 150, 7, 34, 2 },     { 11, 1.22, 88, 128, 5, 31, 2 },
  { 11, 1.165, 76, 96, 3, 28.6, 2, TRUE },    { 11, 1.12, 66, 88, 2.5, 28.6, 2, TRUE },
  { 11, 1.115, 62, 80, 1.9, 28.5, 2, TRUE, TRUE },
  { 11, 1.09, 52, 66, 1, 28.4, 2, TRUE, TRUE, TRUE },
  { 11, 1.08, 48, 60, 0.8, 28.4, 1, TRUE, TRUE, TRUE }, { 11, 1.08, 46, 56, 0.6, 28.4, 0, TRUE, TRUE, TRUE },
  { 11, 1.05, 44, 54, 0.4, 28.4, 0, TRUE, TRUE, TRUE },
};
static const PalpateSheetStyle large_styles[] = {
  { 18, 1.36, 170, 220, 15, 38, 2 }, { 16.5, 1.31, 142, 186, 11, 34, 2 }, { 16, 1.25, 124, 160, 7, 31, 2 }, { 16, 1.18, 110, 140, 5, 29.5, 2, TRUE },
};

static void
free_atom (gpointer data)
{
  palpate_atom_free (data);
}

static void
clear_layout (PalpateSheetPages *self)
{
  g_ptr_array_set_size (self->atoms, 0);
  g_ptr_array_set_size (self->footers, 0);
  g_array_set_size (self->placed, 0);
  g_clear_pointer (&self->stop, palpate_atom_free);
}

static double
get_bottom (PalpateSheetPages *self,
            guint              page)
{
  const PalpateAtom *footer = g_ptr_array_index (self->footers, MIN (page, 1));
  const double bottom = self->height - self->style.margin - footer->height - PALPATE_FOOTER_SPACE;

  return page == 0 ? bottom - self->stop->height - self->style.gap : bottom;
}

/* How many atoms from @start on stay together, and how high they are. */
static guint
measure_chunk (PalpateSheetPages *self,
               guint              start,
               gboolean           is_top,
               double            *height)
{
  guint n = 0;

  *height = 0;
  do
    {
      const PalpateAtom *atom = g_ptr_array_index (self->atoms, start + n);

      *height += atom->height + (is_top && n == 0 ? 0 : atom->space);
      n++;
      if (!atom->with_next)
        break;
    }
  while (start + n < self->atoms->len);
  return n;
}

static void
place (PalpateSheetPages *self,
       PalpateAtom       *atom,
       guint             *page,
       double            *y,
       gboolean          *is_top)
{
  const double space = *is_top ? 0 : atom->space;

  if (!*is_top && *y + space + atom->height > get_bottom (self, *page) + 0.01)
    {
      (*page)++;
      *y = self->style.margin;
      *is_top = TRUE;
      place (self, atom, page, y, is_top);
      return;
    }
  *y += space;
  g_array_append_val (self->placed, ((PalpatePlaced) { atom, *page, *y, *is_top }));
  *y += atom->height;
  *is_top = FALSE;
}

/* Puts the atoms on pages. Returns: where the last one ends */
static double
paginate (PalpateSheetPages *self)
{
  guint page = 0;
  double y = self->style.margin;
  gboolean is_top = TRUE;

  for (guint i = 0; i < self->atoms->len;)
    {
      double height, whole;
      guint n = measure_chunk (self, i, is_top, &height);

      measure_chunk (self, i, TRUE, &whole);
      /* what fits no page is split between its atoms; what fits the next one goes there */
      if (!is_top && y + height > get_bottom (self, page) + 0.01 && whole <= get_bottom (self, page + 1) - self->style.margin)
        {
          page++;
          y = self->style.margin;
          is_top = TRUE;
        }
      for (; n > 0; n--, i++)
        place (self, g_ptr_array_index (self->atoms, i), &page, &y, &is_top);
    }
  self->n_pages = page + 1;
  return y;
}

/* Where the first page has room at its end, the tick grid goes there: that is the page that hangs on the wall.
 * Returns: whether the atoms have another order now */
static gboolean
move_grid (PalpateSheetPages *self)
{
  double end = self->style.margin, height = 0;
  guint first = self->grid_from, to = 0;

  if (self->grid_from >= self->atoms->len)
    return FALSE;
  for (guint i = self->grid_from; i < self->atoms->len; i++)
    height += ((PalpateAtom *) g_ptr_array_index (self->atoms, i))->height + ((PalpateAtom *) g_ptr_array_index (self->atoms, i))->space;
  for (; to < self->grid_from && g_array_index (self->placed, PalpatePlaced, to).page == 0; to++)
    end = g_array_index (self->placed, PalpatePlaced, to).y + g_array_index (self->placed, PalpatePlaced, to).atom->height;
  if (to == self->grid_from || ((PalpateAtom *) g_ptr_array_index (self->atoms, to - 1))->with_next
      || end + height > get_bottom (self, 0))
    return FALSE;
  for (guint i = 0; first + i < self->atoms->len; i++)
    {
      PalpateAtom *atom = g_ptr_array_steal_index (self->atoms, first + i);

      g_ptr_array_insert (self->atoms, (int) (to + i), atom);
    }
  g_array_set_size (self->placed, 0);
  return TRUE;
}

static void
make_footers (PalpateSheetPages *self)
{
  g_ptr_array_set_size (self->footers, 0);
  for (guint i = 0; i < MAX (self->n_pages, 2); i++)
    g_ptr_array_add (self->footers, palpate_sheet_pages_make_footer (self, i, self->n_pages));
}

static void
lay_out (PalpateSheetPages       *self,
         PalpateSheet            *sheet,
         const PalpateSheetStyle *style)
{
  double scale, end, room;

  clear_layout (self);
  self->style = *style;
  self->sharing = style->saves_lines && self->sources->len <= PALPATE_SHEET_GOOD_TASKS ? self->sources : NULL;
  self->style.leading *= self->stretch;
  self->inner = self->width - 2 * style->margin;
  scale = CLAMP (self->inner / 527, 0.76, 1);   /* of A4 */
  self->style.picture *= scale;
  self->style.figure *= scale;
  pango_font_description_set_size (self->letter_font, (int) (MAX (style->body, 11) * PANGO_SCALE));
  self->style.figure = MAX (self->style.figure, palpate_sheet_measure_labels (self->n_labels, self->letter_font));
  palpate_sheet_pages_add_header (self, sheet);
  palpate_sheet_pages_add_body (self, sheet);
  palpate_sheet_pages_add_shared_care (self, sheet);
  palpate_sheet_pages_add_tasks (self, sheet);
  palpate_sheet_pages_add_asked (self, sheet);
  palpate_sheet_pages_add_note (self, sheet);
  self->grid_from = self->atoms->len;
  palpate_sheet_pages_add_grid (self, sheet);
  self->stop = palpate_sheet_pages_make_stop (self, sheet, TRUE);
  if (self->stop->height > STOP_MAX * self->height)
    {
      palpate_atom_free (self->stop);
      self->stop = palpate_sheet_pages_make_stop (self, sheet, FALSE);
      g_ptr_array_insert (self->atoms, 1, palpate_sheet_pages_make_help (self, sheet));
      self->grid_from++;
    }
  self->n_pages = 1;
  make_footers (self);
  end = paginate (self);
  if (self->n_pages > 1 && move_grid (self))
    end = paginate (self);
  make_footers (self);
  g_debug ("body %g, leading %g: %u pages; the last ends at %.0f of %.0f", style->body, style->leading, self->n_pages, end, get_bottom (self, self->n_pages - 1));
  room = get_bottom (self, self->n_pages - 1) - end - self->style.gap;
  if (room >= LINES_MIN)
    {
      PalpateAtom *lines = palpate_sheet_pages_make_lines (self, room);

      g_ptr_array_add (self->atoms, lines);
      g_array_append_val (self->placed, ((PalpatePlaced) { lines, self->n_pages - 1, end + self->style.gap, FALSE }));
    }
}

/* The airiest of the styles that needs no more pages than the closest one; more air never needs fewer pages. */
static void
choose_style (PalpateSheetPages *self,
              PalpateSheet      *sheet)
{
  const PalpateSheetStyle *styles = palpate_sheet_get_large_print (sheet) ? large_styles : normal_styles;
  guint high = (palpate_sheet_get_large_print (sheet) ? G_N_ELEMENTS (large_styles) : G_N_ELEMENTS (normal_styles)) - 1;
  guint low = 0, fewest;

  if (styles == normal_styles && self->sources->len > PALPATE_SHEET_GOOD_TASKS)
    high -= N_FOR_THREE;
  lay_out (self, sheet, &styles[high]);
  fewest = self->n_pages;
  while (low < high)
    {
      const guint middle = (low + high) / 2;

      lay_out (self, sheet, &styles[middle]);
      if (self->n_pages <= fewest)
        high = middle;
      else
        low = middle + 1;
    }
  lay_out (self, sheet, &styles[high]);
}

static PangoContext *
create_context (PalpateTongue *tongue)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (palpate_tongue_get_language (tongue)));
  pango_context_set_base_dir (context, palpate_tongue_is_rtl (tongue) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  return context;
}

static void
collect_sources (PalpateSheetPages *self,
                 PalpateSheet      *sheet)
{
  GArray *asked = palpate_sheet_get_asked (sheet);

  for (guint i = 0; i < palpate_sheet_get_n_tasks (sheet); i++)
    {
      PalpateTask *task = palpate_sheet_get_task (sheet, i);
      const PalpateSidedPoint source = palpate_task_get_source (task);

      g_array_append_val (self->sources, source);
      self->is_pressed[i] = palpate_sheet_presses (sheet, task);
    }
  g_array_append_vals (self->sources, asked->data, asked->len);
}

/**
 * palpate_sheet_pages_new_stretched:
 * @stretch: of the line height; 1 but for who asks what other fonts would do
 *
 * As palpate_sheet_pages_new().
 */
PalpateSheetPages *
palpate_sheet_pages_new_stretched (PalpateSheet         *sheet,
                                   PalpateSheetFigures  *figures,
                                   const char           *locale_dir,
                                   double                stretch,
                                   GError              **error)
{
  PalpateTongue *tongue = palpate_tongue_new (palpate_sheet_get_text (sheet, PALPATE_SHEET_LANGUAGE), locale_dir, error);
  g_autoptr (PalpateSheet) admitted = NULL;
  PalpateSheetPages *self;

  if (tongue == NULL)
    return NULL;
  self = g_new0 (PalpateSheetPages, 1);
  sheet = admitted = palpate_sheet_new_admitted (sheet, &self->left_out);
  g_atomic_ref_count_init (&self->refs);
  self->figures = palpate_sheet_figures_ref (figures);
  self->tongue = tongue;
  self->stretch = stretch;
  self->is_rtl = palpate_tongue_is_rtl (tongue);
  self->context = create_context (tongue);
  self->letter_font = pango_font_description_from_string (FAMILY " Bold");
  self->sources = g_array_new (FALSE, FALSE, sizeof (PalpateSidedPoint));
  self->atoms = g_ptr_array_new_with_free_func (free_atom);
  self->footers = g_ptr_array_new_with_free_func (free_atom);
  self->placed = g_array_new (FALSE, FALSE, sizeof (PalpatePlaced));
  self->title = palpate_sheet_text_title (sheet, tongue);
  /* Translators: one letter, or a short word, for the left of a body */
  self->letters[0] = palpate_tongue_bare (tongue, "L");
  /* Translators: one letter, or a short word, for the right of a body */
  self->letters[1] = palpate_tongue_bare (tongue, "R");
  self->logo = palpate_sheet_load_logo (palpate_sheet_get_text (sheet, PALPATE_SHEET_LOGO));
  palpate_paper_get_size (palpate_sheet_get_paper (sheet), &self->width, &self->height);
  collect_sources (self, sheet);
  palpate_sheet_figures_plan_bodies (figures, (const PalpateSidedPoint *) self->sources->data, self->sources->len,
                                     palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_MARKS) ? palpate_sheet_get_marks (sheet) : NULL,
                                     &self->bodies);
  palpate_sheet_figures_count_labels (figures, &self->bodies, self->n_labels);
  choose_style (self, sheet);
  return self;
}

/**
 * palpate_sheet_pages_new:
 * @locale_dir: where translations are, for a sheet in another language than the interface
 * @error: if the sheet's language is not known
 *
 * Returns: (transfer full) (nullable): the sheet's pages
 */
PalpateSheetPages *
palpate_sheet_pages_new (PalpateSheet         *sheet,
                         PalpateSheetFigures  *figures,
                         const char           *locale_dir,
                         GError              **error)
{
  return palpate_sheet_pages_new_stretched (sheet, figures, locale_dir, 1, error);
}

PalpateSheetPages *
palpate_sheet_pages_ref (PalpateSheetPages *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
palpate_sheet_pages_unref (PalpateSheetPages *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  clear_layout (self);
  g_ptr_array_unref (self->atoms);
  g_ptr_array_unref (self->footers);
  g_array_unref (self->placed);
  g_array_unref (self->sources);
  g_clear_pointer (&self->bodies.marks, palpate_sheet_marks_free);
  g_array_unref (self->left_out);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  pango_font_description_free (self->letter_font);
  g_object_unref (self->context);
  palpate_tongue_free (self->tongue);
  palpate_sheet_figures_unref (self->figures);
  g_free (self->title);
  g_free (self);
}

guint
palpate_sheet_pages_get_n_pages (PalpateSheetPages *self)
{
  return self->n_pages;
}

void
palpate_sheet_pages_get_size (PalpateSheetPages *self,
                              double            *width,
                              double            *height)
{
  *width = self->width;
  *height = self->height;
}

const char *
palpate_sheet_pages_get_title (PalpateSheetPages *self)
{
  return self->title;
}

const char *
palpate_sheet_pages_get_language (PalpateSheetPages *self)
{
  return palpate_tongue_get_language (self->tongue);
}

/**
 * palpate_sheet_pages_count_missing:
 *
 * Returns: how many texts of the sheet nobody has translated; they are in English, with a mark
 */
guint
palpate_sheet_pages_count_missing (PalpateSheetPages *self)
{
  return palpate_tongue_count_missing (self->tongue);
}

/**
 * palpate_sheet_pages_foreach_heading:
 *
 * Calls @func for what an outline of the document names, in the order of the pages.
 */
void
palpate_sheet_pages_foreach_heading (PalpateSheetPages       *self,
                                     PalpateSheetHeadingFunc  func,
                                     gpointer                 user_data)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const PalpatePlaced *placed = &g_array_index (self->placed, PalpatePlaced, i);

      if (placed->atom->heading != NULL)
        func (placed->atom->heading, placed->page, placed->y, user_data);
    }
  func (self->stop->heading, 0, self->height - self->style.margin - self->stop->height, user_data);
}

static void
add_atom_text (GString           *text,
               const PalpateAtom *atom)
{
  for (guint i = 0; i < atom->pieces->len; i++)
    {
      const PalpatePiece *piece = &g_array_index (atom->pieces, PalpatePiece, i);

      if (piece->kind == PALPATE_PIECE_TEXT)
        g_string_append_printf (text, "%s\n", pango_layout_get_text (piece->layout));
    }
}

/**
 * palpate_sheet_pages_dup_text:
 *
 * Returns: (transfer full): everything that can be read on a page
 */
char *
palpate_sheet_pages_dup_text (PalpateSheetPages *self,
                              guint              page)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->placed->len; i++)
    {
      const PalpatePlaced *placed = &g_array_index (self->placed, PalpatePlaced, i);

      if (placed->page == page)
        add_atom_text (text, placed->atom);
    }
  if (page == 0)
    add_atom_text (text, self->stop);
  return g_string_free (text, FALSE);
}

/**
 * palpate_sheet_pages_describe:
 *
 * Returns: (transfer full): what a screen reader says of a page, in the interface's language
 */
char *
palpate_sheet_pages_describe (PalpateSheetPages *self,
                              guint              page)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; i < self->placed->len; i++)
    {
      const PalpatePlaced *placed = &g_array_index (self->placed, PalpatePlaced, i);

      if (placed->page == page && placed->atom->spoken != NULL)
        g_string_append_printf (parts, "%s%s", parts->len > 0 ? ", " : "", placed->atom->spoken);
    }
  if (page == 0)
    g_string_append_printf (parts, ", %s", self->stop->spoken);
  /* Translators: read by a screen reader: page number, number of pages, what is on the page */
  return g_strdup_printf (_("Preview, page %1$u of %2$u: %3$s"), page + 1, self->n_pages, parts->str);
}
