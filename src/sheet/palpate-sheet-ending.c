/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What ends a sheet: the tick grid, the stop box, lines for notes, and the line at the foot of each page.
 */
#include "palpate-sheet-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define LEFT PANGO_ALIGN_LEFT
#define CENTER PANGO_ALIGN_CENTER
#define CELL_GREY 0.35
#define LINE_GREY 0.6
#define SOURCES_SIZE 9.5
#define NOTES_PITCH 23.0
#define CELL_MIN 1.75      /* width of a day to write in, of the text's size */

/* Sizes of a tick grid, in points. */
typedef struct {
  double label;     /* width of the first column */
  double cell;      /* width of a day */
  double row;       /* height */
  guint  n_days;    /* side by side */
  gboolean has_names;
} Grid;

static char *
create_label (PalpateSheetPages *self,
              guint              index,
              gboolean           has_name)
{
  const PalpateMuscle *muscle = g_array_index (self->sources, PalpateSidedPoint, index).point->muscle;
  const char *name = palpate_tongue_content (self->tongue, muscle->id, muscle->name);
  /* what stands in brackets tells muscles apart; here the number does */
  const char *bracket = strstr (name, " (");
  g_autofree char *brief = bracket != NULL && g_str_has_suffix (name, ")") ? g_strndup (name, bracket - name) : g_strdup (name);

  if (!has_name)
    return g_markup_printf_escaped ("<b>%u</b>", index + 1);
  return g_markup_printf_escaped ("<b>%u</b>  %s", index + 1, brief);
}

static char *
create_pain_label (PalpateSheetPages *self,
                   gboolean           has_name)
{
  return g_markup_printf_escaped ("<b>%s</b>", has_name ? T (self->tongue, "Pain 0–10, evenings") : T (self->tongue, "Pain"));
}

static double
measure_labels (PalpateSheetPages *self,
                guint              n_tasks,
                gboolean           has_names)
{
  g_autofree char *pain = create_pain_label (self, has_names);
  double width = palpate_sheet_measure (self, pain, self->style.body);

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *label = create_label (self, i, has_names);

      width = MAX (width, palpate_sheet_measure (self, label, self->style.body));
    }
  return width + self->style.body;
}

static char *
create_title (PalpateSheetPages *self)
{
  return g_markup_printf_escaped ("<b>%s</b>", T (self->tongue, "Tick when done"));
}

static double
measure_title (PalpateSheetPages *self)
{
  g_autofree char *title = create_title (self);

  return palpate_sheet_measure (self, title, self->style.body) + self->style.body * 0.5;
}

/* Two weeks beside each other if a day is wide enough to write a number in; else one. */
static Grid
plan_grid (PalpateSheetPages *self,
           guint              n_tasks)
{
  const double em = self->style.body;
  Grid grid = { .row = palpate_sheet_line (self) * (self->style.saves_lines ? 1 : 1.1) + 0.8, .n_days = 14, .has_names = TRUE };
  double title;

  grid.label = measure_labels (self, n_tasks, TRUE);
  if (grid.label > self->inner * 0.36)
    {
      grid.has_names = FALSE;
      grid.label = measure_labels (self, n_tasks, FALSE);
    }
  title = measure_title (self);
  if ((self->inner - title) / grid.n_days >= CELL_MIN * em)
    grid.label = MAX (grid.label, title);   /* its corner */
  if ((self->inner - grid.label) / grid.n_days < CELL_MIN * em)
    grid.n_days = 7;
  grid.cell = (self->inner - grid.label) / grid.n_days;
  return grid;
}

static void
add_line (PalpateAtom *atom,
          double       x,
          double       y,
          double       width,
          double       height,
          double       grey)
{
  palpate_atom_add (atom, PALPATE_PIECE_RULE, x, y, width, height)->grey = grey;
}

static void
add_days (PalpateSheetPages *self,
          PalpateAtom       *atom,
          const Grid        *grid,
          const GDate       *first,
          double             y)
{
  for (guint i = 0; i < grid->n_days; i++)
    {
      GDate day = *first;
      g_autofree char *text = NULL;

      g_date_add_days (&day, i);
      text = g_strdup_printf ("%u", g_date_get_day (&day));
      palpate_atom_add_text (self, atom, text, self->style.body, CENTER, grid->label + i * grid->cell - 4, y, grid->cell + 8, "TH");
    }
}

/* One or two weeks: days, a row for each task, a row for pain. */
static void
add_weeks (PalpateSheetPages *self,
           PalpateAtom       *atom,
           const Grid        *grid,
           const GDate       *first,
           guint              n_tasks,
           double             y)
{
  const double text = (grid->row - palpate_sheet_line (self)) / 2;
  const double top = y + palpate_sheet_line (self) + 1;
  const double bottom = top + (n_tasks + 1) * grid->row;

  add_days (self, atom, grid, first, y);
  for (guint i = 0; i <= n_tasks; i++)
    {
      g_autofree char *label = i < n_tasks ? create_label (self, i, grid->has_names)
                                           : create_pain_label (self, grid->has_names);

      palpate_atom_add_text (self, atom, label, self->style.body, LEFT, self->style.body * 0.45, top + i * grid->row + text,
                             grid->label - self->style.body * 0.5, "TH");
      add_line (atom, 0, top + i * grid->row - 0.35, self->inner, i == n_tasks ? 1.4 : 0.7, i == n_tasks ? 0 : CELL_GREY);
    }
  add_line (atom, 0, bottom - 0.35, self->inner, 0.7, CELL_GREY);
  add_line (atom, 0, top - 0.35, 0.7, bottom - top + 0.7, CELL_GREY);
  for (guint i = 0; i <= grid->n_days; i++)
    {
      const gboolean is_week = i % 7 == 0 && i > 0 && i < grid->n_days;
      const double x = MIN (grid->label + i * grid->cell, self->inner - 0.35);

      add_line (atom, x - (is_week ? 0.7 : 0.35), top - 0.35, is_week ? 1.4 : 0.7, bottom - top + 0.7, is_week ? 0 : CELL_GREY);
    }
}

/* In the corner of the grid, or above it where the corner is narrow. Returns: where the grid begins */
static double
add_grid_title (PalpateSheetPages *self,
                PalpateAtom       *atom,
                const Grid        *grid)
{
  g_autofree char *title = create_title (self);
  const gboolean fits = measure_title (self) <= grid->label;
  const double end = palpate_atom_add_text (self, atom, title, self->style.body, LEFT, 0, 0, fits ? grid->label : self->inner, "H2");

  return fits ? 0 : end;
}

void
palpate_sheet_pages_add_grid (PalpateSheetPages *self,
                              PalpateSheet      *sheet)
{
  const guint n_tasks = palpate_sheet_get_n_tasks (sheet), n_days = palpate_sheet_get_weeks (sheet) * 7;
  GDate first = *palpate_sheet_get_date (sheet);
  Grid grid;

  if (n_tasks == 0 || n_days == 0)
    return;
  grid = plan_grid (self, n_tasks);
  for (guint done = 0; done < n_days; done += grid.n_days)
    {
      PalpateAtom *atom = palpate_atom_new (self, self->style.gap * (done == 0 ? 1.6 : 0.8));

      g_ptr_array_add (self->atoms, atom);
      if (done == 0)
        {
          atom->heading = g_strdup (T (self->tongue, "Tick when done"));
          atom->spoken = g_strdup (_("tick grid"));
        }
      add_weeks (self, atom, &grid, &first, n_tasks, done == 0 ? add_grid_title (self, atom, &grid) : 0);
      g_date_add_days (&first, grid.n_days);
    }
}

static void
add_framed (PalpateSheetPages *self,
            PalpateAtom       *atom,
            const char        *markup,
            const char        *heading)
{
  const double padding = self->style.body * 0.6;
  const double above = padding * (self->style.wraps ? 0.45 : 0.7);
  const double end = palpate_atom_add_text (self, atom, markup, self->style.body, LEFT, padding, above, self->inner - 2 * padding, "P");

  palpate_atom_add (atom, PALPATE_PIECE_FRAME, 0, 0, self->inner, end + above + padding * 0.1)->line = 1.8;
  atom->heading = g_strdup (heading);
}

/**
 * palpate_sheet_pages_make_stop:
 * @with_help: also when to see somebody
 *
 * Returns: (transfer full): when to stop: framed, on the first page
 */
PalpateAtom *
palpate_sheet_pages_make_stop (PalpateSheetPages *self,
                               PalpateSheet      *sheet,
                               gboolean           with_help)
{
  PalpateAtom *atom = palpate_atom_new (self, 0);
  g_autofree char *stop = palpate_sheet_text_stop (sheet, self->tongue);
  g_autofree char *help = with_help ? palpate_sheet_text_help (sheet, self->tongue) : g_strdup ("");
  g_autofree char *markup = g_strconcat (stop, " ", help, NULL);

  add_framed (self, atom, markup, T (self->tongue, "When to stop"));
  atom->spoken = g_strdup (_("when to stop"));
  return atom;
}

/**
 * palpate_sheet_pages_make_help:
 *
 * Returns: (transfer full): when to see somebody, for a sheet whose first page is too small for all of it
 */
PalpateAtom *
palpate_sheet_pages_make_help (PalpateSheetPages *self,
                               PalpateSheet      *sheet)
{
  PalpateAtom *atom = palpate_atom_new (self, self->style.gap);
  g_autofree char *markup = palpate_sheet_text_help (sheet, self->tongue);

  add_framed (self, atom, markup, T (self->tongue, "When to get help"));
  atom->spoken = g_strdup (_("when to get help"));
  return atom;
}

/* What room is left, for handwriting. */
PalpateAtom *
palpate_sheet_pages_make_lines (PalpateSheetPages *self,
                                double             height)
{
  PalpateAtom *atom = palpate_atom_new (self, 0);
  g_autofree char *title = g_markup_printf_escaped ("<b>%s</b>", T (self->tongue, "Notes"));
  double y = palpate_atom_add_text (self, atom, title, self->style.body, LEFT, 0, 0, self->inner, "P");

  for (guint i = 0; i < 8 && y + NOTES_PITCH * (i == 0 ? 0.7 : 1) < height - 4; i++)
    {
      y += NOTES_PITCH * (i == 0 ? 0.7 : 1);
      add_line (atom, 0, y, self->inner, 0.6, LINE_GREY);
    }
  return atom;
}

double
palpate_sheet_pages_footer_size (PalpateSheetPages *self)
{
  return self->style.body >= 16 ? 16 : SOURCES_SIZE;
}

/* The first page names what it is and where it comes from, the others the sheet; all have their number. */
PalpateAtom *
palpate_sheet_pages_make_footer (PalpateSheetPages *self,
                                 guint              page,
                                 guint              n_pages)
{
  PalpateAtom *atom = palpate_atom_new (self, 0);
  const double size = palpate_sheet_pages_footer_size (self);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  double width;

  /* Translators: the number of a page, and how many there are */
  number = g_strdup_printf (palpate_tongue_bare (self->tongue, "%1$u of %2$u"), page + 1, n_pages);
  width = palpate_sheet_measure (self, number, size) + 1;
  if (page == 0)
    text = g_markup_escape_text (T (self->tongue, "Self-care information, no diagnosis. Patterns after Travell and Simons (1992, 1999), Donnelly (2018)."), -1);
  else
    text = g_markup_escape_text (self->title, -1);
  palpate_atom_add_text (self, atom, text, size, LEFT, 0, 0, self->inner - width - size, "P");
  palpate_atom_add_text (self, atom, number, size, PANGO_ALIGN_RIGHT, self->inner - width, 0, width, "P");
  for (guint i = 0; i < atom->pieces->len; i++)
    g_array_index (atom->pieces, PalpatePiece, i).grey = 0.25;
  return atom;
}
