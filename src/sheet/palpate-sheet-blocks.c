/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The blocks of a sheet, top to bottom: each makes atoms out of words and pictures.
 */
#include "palpate-sheet-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "palpate-sheet-logo.h"

#define LEFT PANGO_ALIGN_LEFT
#define RIGHT PANGO_ALIGN_RIGHT
#define RULE_GREY 0.55
#define CELL_GREY 0.35
/* Text beside a picture is at least this wide, in ems; narrower pages put it below. */
#define NARROW_TEXT 17.0

static char *
bold (const char *text)
{
  return g_markup_printf_escaped ("<b>%s</b>", text);
}

static char *
escape (const char *text)
{
  return g_markup_escape_text (text, -1);
}

static PalpateAtom *
add_atom (PalpateSheetPages *self,
          double             space)
{
  PalpateAtom *atom = palpate_atom_new (self, space);

  g_ptr_array_add (self->atoms, atom);
  return atom;
}

static double
add_paragraph (PalpateSheetPages *self,
               PalpateAtom       *atom,
               const char        *markup,
               double             x,
               double             y,
               double             width)
{
  return palpate_atom_add_text (self, atom, markup, self->style.body, LEFT, x, y, width, "P");
}

static double
get_paragraph_gap (PalpateSheetPages *self)
{
  return self->style.body * (self->style.is_brief ? 0.2 : 0.32);
}

/* The practice at the end of the first line. Returns: how wide it is */
static double
add_practice (PalpateSheetPages *self,
              PalpateSheet      *sheet,
              PalpateAtom       *atom)
{
  const char *practice = palpate_sheet_get_text (sheet, PALPATE_SHEET_PRACTICE);
  const char *contact = palpate_sheet_get_text (sheet, PALPATE_SHEET_CONTACT);
  const double size = self->style.body, limit = self->inner * 0.42;
  g_autofree char *name = bold (practice);
  g_autofree char *reach = escape (contact);
  double width = MAX (palpate_sheet_measure (self, name, size), palpate_sheet_measure (self, reach, size)) + 1;
  double y = 0;

  if (self->logo != NULL)
    {
      double logo_width, logo_height, scale;

      palpate_sheet_get_logo_size (self->logo, &logo_width, &logo_height);
      scale = MIN (limit * 0.8 / logo_width, size * 2.6 / logo_height);
      palpate_atom_add (atom, PALPATE_PIECE_LOGO, self->inner - logo_width * scale, 0, logo_width * scale, logo_height * scale)->tag = "Figure";
      y = logo_height * scale + 3;
      width = MAX (width, logo_width * scale);
    }
  width = MIN (width, limit);
  if (*practice != '\0')
    y = palpate_atom_add_text (self, atom, name, size, RIGHT, self->inner - width, y, width, "P");
  if (*contact != '\0')
    palpate_atom_add_text (self, atom, reach, size, RIGHT, self->inner - width, y, width, "P");
  return self->logo != NULL || *practice != '\0' || *contact != '\0' ? width + self->style.body : 0;
}

void
palpate_sheet_pages_add_header (PalpateSheetPages *self,
                                PalpateSheet      *sheet)
{
  PalpateAtom *atom = add_atom (self, 0);
  const double size = self->style.body * (palpate_sheet_get_large_print (sheet) ? 1.5 : self->style.saves_lines ? 1.4 : self->style.is_brief ? 1.6 : 1.8);
  g_autofree char *title = bold (self->title);
  g_autofree char *words = palpate_sheet_text_subtitle (sheet, self->tongue);
  g_autofree char *subtitle = escape (words);
  const double width = self->inner - add_practice (self, sheet, atom);
  const double beside = palpate_sheet_measure (self, title, size) + 2 * self->style.body;
  const gboolean shares_line = self->style.is_brief && beside + palpate_sheet_measure (self, subtitle, self->style.body) < width;
  double y = palpate_atom_add_text (self, atom, title, size, LEFT, 0, (self->style.is_brief ? 0 : -0.14) * size, width, "H1");

  /* on the line of the title where there is little room */
  if (shares_line)
    palpate_atom_add_text (self, atom, subtitle, self->style.body, RIGHT, beside, 0.95 * (size - self->style.body), width - beside, "P");
  else
    add_paragraph (self, atom, subtitle, 0, y + 1, width);
  palpate_atom_add (atom, PALPATE_PIECE_RULE, 0, atom->height + self->style.body * 0.45, self->inner, 1.6);
  atom->heading = g_strdup (self->title);
  atom->spoken = g_strdup (self->title);
}

/* Whether a drawing may show an area that nobody should press. */
static gboolean
has_danger (PalpateSheetPages *self)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (*g_array_index (self->sources, PalpateSidedPoint, i).point->danger_areas != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_marks (PalpateSheetPages *self)
{
  return self->bodies.marks != NULL && !palpate_sheet_marks_is_empty (self->bodies.marks);
}

static gboolean
has_pressed (PalpateSheetPages *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->is_pressed); i++)
    if (self->is_pressed[i])
      return TRUE;
  return FALSE;
}

/* The signs of the drawings, one after the other, on as many lines as needed. Returns: where they end */
static double
add_legend (PalpateSheetPages *self,
            PalpateAtom       *atom,
            double             left,
            double             y,
            double             width)
{
  const struct {
    PalpatePieceKind  kind;
    const char       *text;
    gboolean          is_used;
  } signs[] = {
    /* Translators: the sign of a marked or painted place */
    { PALPATE_PIECE_MARKED, T (self->tongue, "where it hurts"), has_marks (self) },
    { PALPATE_PIECE_CORE, T (self->tongue, "felt by most"), TRUE },
    { PALPATE_PIECE_SPILLOVER, T (self->tongue, "felt by some"), TRUE },
    { PALPATE_PIECE_PRESS, T (self->tongue, "press here"), has_pressed (self) },
    { PALPATE_PIECE_DANGER, T (self->tongue, "never press"), has_danger (self) },
  };
  const double em = self->style.body, line = palpate_sheet_line (self);
  double x = left;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *text = escape (signs[i].text);
      const double sign = signs[i].kind == PALPATE_PIECE_PRESS ? em * 1.25 : em * 1.6;
      const double words = palpate_sheet_measure (self, text, em) + 1;
      const double height = signs[i].kind == PALPATE_PIECE_PRESS ? em * 1.25 : em * 0.95;

      if (!signs[i].is_used)
        continue;
      if (x > left && x + sign + em * 0.5 + words > left + width)
        {
          x = left;
          y += line;
        }
      palpate_atom_add (atom, signs[i].kind, x, y + (line - height) / 2, sign, height);
      add_paragraph (self, atom, text, x + sign + em * 0.5, y, words);
      x += sign + words + em * 1.4;
    }
  return y + line;
}

/* How wide a body is with what stands at its sides. */
static double
measure_figure (PalpateSheetPages *self,
                PalpateView        view)
{
  double sides[2];
  const double width = palpate_sheet_figures_measure_sides (self->figures, view, self->n_labels[view], self->style.figure, self->context,
                                                            self->letter_font, self->letters, sides);

  return width + sides[0] + sides[1];
}

/* Returns: how wide the figures are */
static double
add_figures (PalpateSheetPages *self,
             PalpateAtom       *atom,
             double             limit)
{
  const PalpateView *views = self->bodies.views;
  const guint n_views = self->bodies.n_views;
  const double height = self->style.figure;
  double width = 0, scale, x = 0;

  for (guint i = 0; i < n_views; i++)
    width += measure_figure (self, views[i]);
  scale = MIN (1, limit / width);
  for (guint i = 0; i < n_views; i++)
    {
      const double own = measure_figure (self, views[i]) * scale;
      g_autofree char *name = escape (palpate_tongue_content (self->tongue, "view", palpate_view_get_source_name (views[i])));
      PalpatePiece *piece = palpate_atom_add (atom, PALPATE_PIECE_BODY, x, 0, own, height);

      piece->index = views[i];
      piece->tag = "Figure";
      if (!self->style.saves_lines)
        palpate_atom_add_text (self, atom, name, self->style.body, PANGO_ALIGN_CENTER, x, height + 2, own, "Caption");
      x += own;
    }
  return x;
}

static char *
collect_advice (PalpateSheetPages *self,
                PalpateSheet      *sheet,
                guint              which)
{
  if (which == 4)
    return self->bodies.marks != NULL && palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_BODY)
           ? palpate_sheet_text_unseen (palpate_sheet_get_atlas (sheet), palpate_sheet_marks_get_unseen (self->bodies.marks), self->tongue) : NULL;
  if (which == 0)
    return palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_PRESSING) ? palpate_sheet_text_pressing (sheet, self->tongue) : NULL;
  if (which == 1)
    return palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_HABITS)
           ? palpate_sheet_text_habits (sheet, self->tongue, self->style.n_habits, self->style.saves_lines) : NULL;
  return which == 2 ? palpate_sheet_text_flags (sheet, self->tongue) : palpate_sheet_text_left_out (self->left_out, self->tongue);
}

/* The small bodies, and beside or below them what holds for all points. */
void
palpate_sheet_pages_add_body (PalpateSheetPages *self,
                              PalpateSheet      *sheet)
{
  PalpateAtom *atom = add_atom (self, self->style.gap);
  const gboolean has_body = palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_BODY) && self->sources->len > 0;
  double x = 0, y = 0, width = self->inner, figures_end = 0;

  if (has_body)
    {
      x = add_figures (self, atom, self->inner) + self->style.body;
      figures_end = atom->height;
      atom->spoken = g_strdup (has_marks (self) ? _("the body with your points, and where it hurts") : _("the body with your points"));
      width = self->inner - x;
      if (width < NARROW_TEXT * self->style.body)
        {
          x = 0;
          width = self->inner;
          atom->with_next = TRUE;
          y = add_legend (self, atom, 0, atom->height + get_paragraph_gap (self), width);
          atom = add_atom (self, self->style.gap * 0.7);
          y = 0;
        }
    }
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *markup = collect_advice (self, sheet, i);

      if (markup != NULL)
        y = add_paragraph (self, atom, markup, x, y, width) + get_paragraph_gap (self) * (self->style.saves_lines ? 0.5 : 1.3);
    }
  if (has_body && x > 0 && self->style.is_brief && y > figures_end - 2 * palpate_sheet_line (self))
    add_legend (self, atom, 0, MAX (y, figures_end + 1), self->inner);
  else if (has_body && x > 0)
    add_legend (self, atom, x, y + get_paragraph_gap (self), width);
  if (atom->pieces->len == 0)
    g_ptr_array_remove (self->atoms, atom);
}

/* The line between two blocks, in the middle of the space between them. */
static void
add_separator (PalpateSheetPages *self,
               PalpateAtom       *atom)
{
  PalpatePiece *piece = palpate_atom_add (atom, PALPATE_PIECE_RULE, 0, -atom->space / 2 - 0.4, self->inner, 0.8);

  piece->grey = RULE_GREY;
  piece->separates = TRUE;
}

/* What is said of a point: paragraphs, of which the dose stands out. */
typedef struct {
  char    *markup;
  gboolean is_dose;
} Paragraph;

static void
clear_paragraph (gpointer data)
{
  g_free (((Paragraph *) data)->markup);
}

static void
add_to (GArray   *paragraphs,
        char     *markup,
        gboolean  is_dose)
{
  if (markup != NULL)
    g_array_append_val (paragraphs, ((Paragraph) { markup, is_dose }));
}

static GArray *
create_paragraphs (PalpateSheetPages *self)
{
  GArray *paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));

  g_array_set_clear_func (paragraphs, clear_paragraph);
  return paragraphs;
}

/* Whether two tasks have one stretch, done alike. */
static gboolean
has_stretch_of (PalpateTask *task,
                PalpateTask *other)
{
  const PalpateDose dose = palpate_task_get_stretch_dose (task), other_dose = palpate_task_get_stretch_dose (other);

  return palpate_task_get_stretch (task) == palpate_task_get_stretch (other) && dose.hold_seconds == other_dose.hold_seconds
         && dose.repeats == other_dose.repeats;
}

/* Returns: (nullable): the stretch of the task at @index, or which task before it has the same */
static char *
create_stretch (PalpateSheetPages *self,
                PalpateSheet      *sheet,
                guint              index)
{
  PalpateTask *task = palpate_sheet_get_task (sheet, index);

  if (!palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_STRETCHES) || palpate_task_get_stretch (task) == NULL)
    return NULL;
  for (guint i = 0; self->sharing != NULL && i < index; i++)
    if (has_stretch_of (task, palpate_sheet_get_task (sheet, i)))
      return palpate_sheet_text_same_stretch (self->tongue, i + 1);
  return palpate_sheet_text_stretch (task, self->tongue, self->style.is_brief);
}

/* Where there is little room, stretch and caution share their lines. */
static void
add_stretch_and_care (PalpateSheetPages *self,
                      PalpateSheet      *sheet,
                      guint              index,
                      GArray            *paragraphs)
{
  const PalpatePoint *point = g_array_index (self->sources, PalpateSidedPoint, index).point;
  char *stretch = create_stretch (self, sheet, index);
  char *care = palpate_sheet_text_care (palpate_sheet_get_atlas (sheet), point, self->sharing, self->tongue);

  if (self->style.is_brief && stretch != NULL && care != NULL)
    {
      add_to (paragraphs, g_strconcat (stretch, " ", care, NULL), FALSE);
      g_free (stretch);
      g_free (care);
      return;
    }
  add_to (paragraphs, stretch, FALSE);
  add_to (paragraphs, care, FALSE);
}

static GArray *
collect_task (PalpateSheetPages *self,
              PalpateSheet      *sheet,
              guint              index)
{
  GArray *paragraphs = create_paragraphs (self);
  PalpateTask *task = palpate_sheet_get_task (sheet, index);
  g_autofree char *how = palpate_sheet_text_how (sheet, task, self->tongue);
  g_autofree char *dose = palpate_sheet_text_dose (sheet, task, self->tongue);
  g_autofree char *strong = bold (dose);
  const char *note = palpate_task_get_note (task);

  if (self->style.saves_lines)
    {
      add_to (paragraphs, g_strconcat (how, " ", strong, NULL), FALSE);
    }
  else
    {
      add_to (paragraphs, g_steal_pointer (&how), FALSE);
      add_to (paragraphs, g_steal_pointer (&strong), TRUE);
    }
  add_stretch_and_care (self, sheet, index, paragraphs);
  if (note != NULL && *note != '\0')
    add_to (paragraphs, g_markup_printf_escaped ("<b>%s</b> %s", T (self->tongue, "For you:"), note), FALSE);
  return paragraphs;
}

static double
add_paragraphs (PalpateSheetPages *self,
                PalpateAtom       *atom,
                GArray            *paragraphs,
                guint              from,
                guint              to,
                double             x,
                double             y,
                double             width)
{
  for (guint i = from; i < to; i++)
    {
      const Paragraph *paragraph = &g_array_index (paragraphs, Paragraph, i);
      const double air = paragraph->is_dose ? get_paragraph_gap (self) * 0.5 : 0;

      y = palpate_atom_add_text (self, atom, paragraph->markup, self->style.body * (paragraph->is_dose ? 1.08 : 1), LEFT, x, y + air,
                                 width, "P") + air + get_paragraph_gap (self) * 0.5;
    }
  return y;
}

/* Picture at the side of the text. */
static void
add_wide_block (PalpateSheetPages *self,
                PalpateAtom       *atom,
                GArray            *paragraphs,
                guint              index,
                double             y)
{
  const double x = self->style.picture + self->style.body;
  const guint n_beside = self->style.saves_lines ? 1 : self->style.wraps ? MIN (2, paragraphs->len) : paragraphs->len;   /* how, and the dose */
  const double end = add_paragraphs (self, atom, paragraphs, 0, n_beside, x, y, self->inner - x);
  const double height = CLAMP (end - 4, self->style.picture * 0.8, self->style.picture * 1.25);
  PalpatePiece *piece = palpate_atom_add (atom, PALPATE_PIECE_DETAIL, 0, 2, self->style.picture, height);

  piece->index = index;
  piece->tag = "Figure";
  add_paragraphs (self, atom, paragraphs, n_beside, paragraphs->len, 0, MAX (end, height + 2 + get_paragraph_gap (self)), self->inner);
}

/* Picture under the heading, the dose at its side, the rest below; may go over the end of a page. */
static void
add_narrow_block (PalpateSheetPages *self,
                  PalpateAtom       *atom,
                  GArray            *paragraphs,
                  guint              index,
                  double             y)
{
  const double width = self->style.picture, x = width + self->style.body;
  double end = y;
  PalpatePiece *piece;
  guint i;

  /* as much beside the picture as has room there */
  for (i = 0; i < paragraphs->len && end < y + width * 0.55; i++)
    end = add_paragraphs (self, atom, paragraphs, i, i + 1, x, end, self->inner - x);
  piece = palpate_atom_add (atom, PALPATE_PIECE_DETAIL, 0, y + 2, width, CLAMP (end - y - 4, width * 0.8, width * 1.3));
  piece->index = index;
  piece->tag = "Figure";
  for (; i < paragraphs->len; i++)
    {
      atom->with_next = TRUE;
      atom = add_atom (self, get_paragraph_gap (self) * 0.9);
      add_paragraphs (self, atom, paragraphs, i, i + 1, 0, 0, self->inner);
    }
}

/* The number, the name in bold, and where the point is. Returns: where the heading ends */
static double
add_heading (PalpateSheetPages *self,
             PalpateAtom       *atom,
             guint              index,
             double             x)
{
  const PalpateSidedPoint source = g_array_index (self->sources, PalpateSidedPoint, index);
  const double disc = MAX (self->style.body, 11) * 1.56, size = self->style.body * (self->style.is_brief ? 1 : 1.08);
  g_autofree char *name = palpate_sheet_text_point (self->tongue, source);
  g_autofree char *heading = g_markup_printf_escaped ("<b>%s:</b> %s", name,
                                                      palpate_tongue_content (self->tongue, source.point->id, source.point->where));
  double y;

  palpate_atom_add (atom, PALPATE_PIECE_NUMBER, x, 1, disc, disc)->index = index;
  y = palpate_atom_add_text (self, atom, heading, size, LEFT, x + disc + self->style.body * 0.5,
                             MAX (0, 1 + (disc - size * self->style.leading) / 2), self->inner - x - disc - self->style.body * 0.5, "H2");
  atom->heading = g_strdup (name);
  atom->spoken = g_strdup (name);
  return MAX (y, disc + 2) + get_paragraph_gap (self) * 0.5;
}

static void
add_block (PalpateSheetPages *self,
           GArray            *paragraphs,
           guint              index)
{
  PalpateAtom *atom = add_atom (self, self->style.gap * 2);
  const double x = self->style.picture + self->style.body;
  const gboolean is_wide = self->inner - x >= NARROW_TEXT * self->style.body;

  add_separator (self, atom);
  if (is_wide)
    add_wide_block (self, atom, paragraphs, index, add_heading (self, atom, index, x));
  else
    add_narrow_block (self, atom, paragraphs, index, add_heading (self, atom, index, 0));
}

/* Before the points, what to take care of at several of them. */
void
palpate_sheet_pages_add_shared_care (PalpateSheetPages *self,
                                     PalpateSheet      *sheet)
{
  g_autofree char *care = self->sharing != NULL ? palpate_sheet_text_shared_care (palpate_sheet_get_atlas (sheet), self->sharing, self->tongue) : NULL;
  PalpateAtom *atom;

  if (care == NULL)
    return;
  atom = add_atom (self, self->style.gap * 2);
  add_separator (self, atom);
  add_paragraph (self, atom, care, 0, 0, self->inner);
  atom->with_next = TRUE;
}

void
palpate_sheet_pages_add_tasks (PalpateSheetPages *self,
                               PalpateSheet      *sheet)
{
  for (guint i = 0; i < palpate_sheet_get_n_tasks (sheet); i++)
    {
      g_autoptr (GArray) paragraphs = collect_task (self, sheet, i);

      add_block (self, paragraphs, i);
    }
}

static void
add_asked_title (PalpateSheetPages *self)
{
  PalpateAtom *atom = add_atom (self, self->style.gap * 2);
  g_autofree char *title = bold (T (self->tongue, "Ask your therapist about"));

  add_separator (self, atom);
  palpate_atom_add_text (self, atom, title, self->style.body * 1.3, LEFT, 0, 0, self->inner, "H2");
  atom->with_next = TRUE;
  atom->heading = g_strdup (T (self->tongue, "Ask your therapist about"));
  atom->spoken = g_strdup (_("what to ask a therapist about"));
}

/* Points for trained hands: what to ask for. No dose, no place to press. */
void
palpate_sheet_pages_add_asked (PalpateSheetPages *self,
                               PalpateSheet      *sheet)
{
  GArray *asked = palpate_sheet_get_asked (sheet);
  const guint n_tasks = palpate_sheet_get_n_tasks (sheet);

  if (asked->len > 0 && !self->style.saves_lines)
    add_asked_title (self);
  for (guint i = 0; i < asked->len; i++)
    {
      const PalpateSidedPoint *source = &g_array_index (asked, PalpateSidedPoint, i);
      g_autoptr (GArray) paragraphs = create_paragraphs (self);
      g_autofree char *hands = bold (T (self->tongue, "For trained hands: do not press here yourself."));
      g_autofree char *ask = palpate_sheet_text_ask (source->point, self->tongue);

      if (self->style.saves_lines)
        {
          add_to (paragraphs, g_strconcat (hands, " ", ask, NULL), FALSE);
        }
      else
        {
          add_to (paragraphs, g_steal_pointer (&hands), FALSE);
          add_to (paragraphs, g_steal_pointer (&ask), FALSE);
        }
      add_to (paragraphs, palpate_sheet_text_care (palpate_sheet_get_atlas (sheet), source->point, self->sharing, self->tongue), FALSE);
      add_block (self, paragraphs, n_tasks + i);
    }
}

void
palpate_sheet_pages_add_note (PalpateSheetPages *self,
                              PalpateSheet      *sheet)
{
  const char *note = palpate_sheet_get_text (sheet, PALPATE_SHEET_NOTE);
  g_autofree char *text = NULL;
  PalpateAtom *atom;

  if (*note == '\0')
    return;
  text = g_markup_printf_escaped ("<b>%s</b> %s", T (self->tongue, "Note."), note);
  atom = add_atom (self, self->style.gap * 2);
  add_separator (self, atom);
  add_paragraph (self, atom, text, 0, 0, self->inner);
}
