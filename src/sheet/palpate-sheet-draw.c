/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Atoms and pieces: made, and drawn. The only place where a right-to-left page is mirrored; pictures of the body are
 * not.
 */
#include "palpate-sheet-pages-private.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "palpate-chart-painter.h"
#include "palpate-sheet-logo.h"

static void
clear_piece (gpointer data)
{
  PalpatePiece *piece = data;

  g_clear_object (&piece->layout);
}

PalpateAtom *
palpate_atom_new (PalpateSheetPages *self,
                  double             space)
{
  PalpateAtom *atom = g_new0 (PalpateAtom, 1);

  atom->pieces = g_array_new (FALSE, TRUE, sizeof (PalpatePiece));
  g_array_set_clear_func (atom->pieces, clear_piece);
  atom->space = space;
  return atom;
}

void
palpate_atom_free (PalpateAtom *atom)
{
  g_array_unref (atom->pieces);
  g_free (atom->heading);
  g_free (atom->spoken);
  g_free (atom);
}

/**
 * palpate_atom_add:
 *
 * Returns: (transfer none): the new piece, valid until the next one is added
 */
PalpatePiece *
palpate_atom_add (PalpateAtom      *atom,
                  PalpatePieceKind  kind,
                  double            x,
                  double            y,
                  double            width,
                  double            height)
{
  const PalpatePiece piece = { .kind = kind, .box = { x, y, width, height } };

  g_array_append_val (atom->pieces, piece);
  atom->height = MAX (atom->height, y + height);
  return &g_array_index (atom->pieces, PalpatePiece, atom->pieces->len - 1);
}

/* A number and its unit stay on one line, in every language: no line ends between a digit and a word. */
static char *
join_numbers (const char *markup)
{
  static GRegex *gap;

  if (g_once_init_enter (&gap))
    g_once_init_leave (&gap, g_regex_new ("(?<=\\p{Nd}) (?=[\\p{L}%°])", G_REGEX_OPTIMIZE, 0, NULL));
  return g_regex_replace_literal (gap, markup, -1, 0, "\u00a0", 0, NULL);
}

static PangoLayout *
create_layout (PalpateSheetPages *self,
               const char        *markup,
               double             size)
{
  g_autofree char *joined = join_numbers (markup);
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (self->letter_font);
  PangoAttrList *attributes = NULL;
  g_autofree char *text = NULL;
  PangoAttribute *height = pango_attr_line_height_new_absolute ((int) (size * self->style.leading * PANGO_SCALE));

  pango_font_description_set_weight (font, PANGO_WEIGHT_NORMAL);
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  if (!pango_parse_markup (joined, -1, 0, &attributes, &text, NULL, NULL))
    {
      attributes = pango_attr_list_new ();
      text = g_strdup (joined);
    }
  pango_attr_list_insert (attributes, height);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* Pango turns alignments round for a line that runs against its context; here start and end are those of the page. A
 * line's way is that of its first letter: numbers before it, which run from left to right everywhere, do not count. */
static PangoAlignment
resolve_alignment (PalpateSheetPages *self,
                   PangoAlignment     align,
                   PangoLayout       *layout)
{
  const PangoDirection direction = pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0));
  const gboolean is_against = direction == (self->is_rtl ? PANGO_DIRECTION_LTR : PANGO_DIRECTION_RTL);

  if (align == PANGO_ALIGN_CENTER || is_against == self->is_rtl)
    return align;
  return align == PANGO_ALIGN_LEFT ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

/**
 * palpate_atom_add_text:
 * @align: left is the start of a line, right its end, also on a page that runs from right to left
 *
 * Returns: where the text ends, from the atom's top
 */
double
palpate_atom_add_text (PalpateSheetPages *self,
                       PalpateAtom       *atom,
                       const char        *markup,
                       double             size,
                       PangoAlignment     align,
                       double             x,
                       double             y,
                       double             width,
                       const char        *tag)
{
  PangoLayout *layout = create_layout (self, markup, size);
  PangoRectangle logical;
  PalpatePiece *piece;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, resolve_alignment (self, align, layout));
  pango_layout_get_extents (layout, NULL, &logical);
  piece = palpate_atom_add (atom, PALPATE_PIECE_TEXT, x, y, width, logical.height / (double) PANGO_SCALE);
  piece->layout = layout;
  piece->tag = tag;
  return y + piece->box.height;
}

/**
 * palpate_sheet_measure:
 *
 * Returns: how wide a text is on one line
 */
double
palpate_sheet_measure (PalpateSheetPages *self,
                       const char        *markup,
                       double             size)
{
  g_autoptr (PangoLayout) layout = create_layout (self, markup, size);
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

double
palpate_sheet_line (PalpateSheetPages *self)
{
  return self->style.body * self->style.leading;
}

/* A patch as in a drawing: where it hurts; what most people feel, or some; or where nobody should press. */
static void
draw_swatch (PalpateBox       box,
             PalpatePieceKind kind,
             cairo_t         *cr)
{
  g_autofree char *d = g_strdup_printf ("M%d %dH%dV%dH%dZ", (int) box.x, (int) box.y, (int) (box.x + box.width),
                                        (int) (box.y + box.height), (int) box.x);
  g_autoptr (PalpatePath) path = palpate_path_parse (d, NULL);
  const PalpateMark mark = { .kind = kind == PALPATE_PIECE_CORE ? PALPATE_MARK_ZONE_ESSENTIAL : PALPATE_MARK_ZONE_SPILLOVER, .path = path };

  if (kind == PALPATE_PIECE_DANGER)
    palpate_paint_danger (&mark, PALPATE_SCHEME_PRINT, 0.62, cr);
  else if (kind == PALPATE_PIECE_MARKED)
    palpate_paint_region (&mark, PALPATE_SCHEME_PRINT, 0.36, cr);
  else
    palpate_paint_zone (&mark, PALPATE_SCHEME_PRINT, 0.75, cr);
}

static void
draw_press (PalpateBox  box,
            cairo_t    *cr)
{
  g_autoptr (PalpatePath) path = palpate_path_new_circle (box.x + box.width / 2, box.y + box.height / 2, 1);
  const PalpateMark mark = { .kind = PALPATE_MARK_POINT, .path = path };

  palpate_paint_point (&mark, PALPATE_SCHEME_PRINT, box.height / 22, cr);
}

static void
draw_logo (PalpateSheetPages *self,
           PalpateBox         box,
           cairo_t           *cr)
{
  cairo_rectangle_t extents = { 0, 0, 0, 0 };
  double width, height;

  palpate_sheet_get_logo_size (self->logo, &width, &height);
  if (cairo_surface_get_type (self->logo) == CAIRO_SURFACE_TYPE_RECORDING)
    cairo_recording_surface_get_extents (self->logo, &extents);
  cairo_translate (cr, box.x, box.y);
  cairo_scale (cr, box.width / width, box.height / height);
  cairo_set_source_surface (cr, self->logo, -extents.x, -extents.y);
  cairo_paint (cr);
}

static void
draw_piece (PalpateSheetPages  *self,
            const PalpatePiece *piece,
            PalpateBox          box,
            cairo_t            *cr)
{
  const PalpateSidedPoint *sources = (const PalpateSidedPoint *) self->sources->data;
  const PalpatePosition middle = { box.x + box.width / 2, box.y + box.height / 2 };

  cairo_set_source_rgb (cr, piece->grey, piece->grey, piece->grey);
  switch (piece->kind)
    {
    case PALPATE_PIECE_TEXT:
      cairo_move_to (cr, box.x, box.y);
      pango_cairo_show_layout (cr, piece->layout);
      break;
    case PALPATE_PIECE_RULE:
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
      cairo_fill (cr);
      break;
    case PALPATE_PIECE_FRAME:
      cairo_rectangle (cr, box.x + piece->line / 2, box.y + piece->line / 2, box.width - piece->line, box.height - piece->line);
      cairo_set_line_width (cr, piece->line);
      cairo_stroke (cr);
      break;
    case PALPATE_PIECE_BODY:
      palpate_sheet_figures_draw_body (self->figures, piece->index, &self->bodies, box, self->context, self->letter_font, self->letters, cr);
      break;
    case PALPATE_PIECE_DETAIL:
      palpate_sheet_figures_draw_detail (self->figures, sources[piece->index], self->is_pressed[piece->index], box, self->context,
                                         self->letter_font, self->letters, cr);
      break;
    case PALPATE_PIECE_NUMBER:
      palpate_sheet_draw_number (piece->index + 1, middle, box.width / 2, self->context, self->letter_font, cr);
      break;
    case PALPATE_PIECE_CORE:
    case PALPATE_PIECE_SPILLOVER:
    case PALPATE_PIECE_DANGER:
    case PALPATE_PIECE_MARKED:
      draw_swatch (box, piece->kind, cr);
      break;
    case PALPATE_PIECE_PRESS:
      draw_press (box, cr);
      break;
    case PALPATE_PIECE_LOGO:
      draw_logo (self, box, cr);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_atom (PalpateSheetPages *self,
           const PalpateAtom *atom,
           double             y,
           gboolean           is_first,
           cairo_t           *cr)
{
  for (guint i = 0; i < atom->pieces->len; i++)
    {
      const PalpatePiece *piece = &g_array_index (atom->pieces, PalpatePiece, i);
      PalpateBox box = piece->box;

      if (piece->separates && is_first)
        continue;
      box.x = self->style.margin + (self->is_rtl ? self->inner - box.x - box.width : box.x);
      box.y += y;
      cairo_save (cr);
      if (piece->tag != NULL)
        cairo_tag_begin (cr, piece->tag, NULL);
      draw_piece (self, piece, box, cr);
      if (piece->tag != NULL)
        cairo_tag_end (cr, piece->tag);
      cairo_restore (cr);
    }
}

/**
 * palpate_sheet_pages_draw:
 * @page: from 0
 * @cr: a context in points, its origin at the corner of the paper
 */
void
palpate_sheet_pages_draw (PalpateSheetPages *self,
                          guint              page,
                          cairo_t           *cr)
{
  const PalpateAtom *footer;

  g_return_if_fail (page < self->n_pages);

  footer = g_ptr_array_index (self->footers, page);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const PalpatePlaced *placed = &g_array_index (self->placed, PalpatePlaced, i);

      if (placed->page == page)
        draw_atom (self, placed->atom, placed->y, placed->is_first, cr);
    }
  draw_atom (self, footer, self->height - self->style.margin - footer->height, FALSE, cr);
  if (page == 0)
    draw_atom (self, self->stop, self->height - self->style.margin - footer->height - PALPATE_FOOTER_SPACE - self->stop->height, FALSE, cr);
}
