/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that lay out and draw a sheet share. A page is made of atoms, which are never split; an atom is a
 * list of pieces, which know how to be drawn and nothing of pages.
 */
#pragma once

#include "palpate-sheet-pages.h"
#include "palpate-sheet-texts.h"

G_BEGIN_DECLS

/* Between the stop box and the line at the foot of the page. */
#define PALPATE_FOOTER_SPACE 5.0

/* Sizes of one try at laying out, in points. */
typedef struct {
  double body;      /* size of the text */
  double leading;   /* line height, of the text's size */
  double picture;   /* width of a detail */
  double figure;    /* height of the small bodies */
  double gap;       /* between blocks */
  double margin;
  guint  n_habits;
  gboolean is_brief; /* stretch and caution in one paragraph, and less said of the stretch */
  gboolean wraps;    /* what comes below a picture takes the whole width */
  gboolean saves_lines; /* the dose follows the steps, bodies have no names, and what few points have in common is said once */
} PalpateSheetStyle;

typedef enum {
  PALPATE_PIECE_TEXT,
  PALPATE_PIECE_RULE,       /* filled with @grey */
  PALPATE_PIECE_FRAME,      /* stroked, @line wide */
  PALPATE_PIECE_BODY,       /* @index: a view */
  PALPATE_PIECE_DETAIL,     /* @index: a source */
  PALPATE_PIECE_NUMBER,     /* @index: a source */
  PALPATE_PIECE_MARKED,
  PALPATE_PIECE_CORE,
  PALPATE_PIECE_SPILLOVER,
  PALPATE_PIECE_PRESS,
  PALPATE_PIECE_DANGER,
  PALPATE_PIECE_LOGO,
} PalpatePieceKind;

typedef struct {
  PalpatePieceKind  kind;
  PalpateBox        box;         /* from the atom's corner */
  PangoLayout      *layout;      /* owned; texts only */
  double            line;
  double            grey;
  guint             index;
  gboolean          separates;   /* not drawn at the top of a page */
  const char       *tag;         /* what it is in a tagged PDF; static */
} PalpatePiece;

typedef struct {
  GArray   *pieces;
  double    height;
  double    space;       /* before it, except at the top of a page */
  gboolean  with_next;   /* stays on one page with the atom after it */
  char     *heading;     /* (nullable): its place in the outline */
  char     *spoken;      /* (nullable): what a screen reader calls it */
} PalpateAtom;

/* Where an atom stands. */
typedef struct {
  PalpateAtom *atom;
  guint        page;
  double       y;
  gboolean     is_first;
} PalpatePlaced;

struct _PalpateSheetPages {
  gatomicrefcount      refs;
  PalpateSheetFigures *figures;
  PalpateTongue       *tongue;
  PangoContext        *context;
  PangoFontDescription *letter_font;   /* numbers on discs, L and R */
  GArray              *sources;        /* PalpateSidedPoint: tasks, then what to ask about */
  gboolean             is_pressed[PALPATE_SHEET_MAX_TASKS];   /* which of them */
  PalpateSheetBodies   bodies;         /* owns its marks */
  GArray              *left_out;       /* PalpateLeftOut: by the care profile */
  cairo_surface_t     *logo;           /* (nullable) */
  char                *title;
  guint                n_labels[PALPATE_N_VIEWS][2];   /* numbers at the left and right of each body */
  const char          *letters[2];     /* for left and right; borrowed from the tongue */

  double               width, height;
  double               inner;          /* width between the margins */
  double               stretch;        /* of the line height */
  PalpateSheetStyle    style;
  gboolean             is_rtl;

  GPtrArray           *atoms;
  GArray              *sharing;        /* (nullable): the sources, if what several of them have in common is said once; borrowed */
  guint                grid_from;      /* the atoms from here on are the tick grid */
  PalpateAtom         *stop;           /* at the foot of the first page */
  GPtrArray           *footers;        /* one a page */
  GArray              *placed;
  guint                n_pages;
};

PalpateSheetPages *palpate_sheet_pages_new_stretched (PalpateSheet         *sheet,
                                                      PalpateSheetFigures  *figures,
                                                      const char           *locale_dir,
                                                      double                stretch,
                                                      GError              **error) G_GNUC_WARN_UNUSED_RESULT;

PalpateAtom  *palpate_atom_new       (PalpateSheetPages    *self,
                                      double                space);
void          palpate_atom_free      (PalpateAtom          *atom);
PalpatePiece *palpate_atom_add       (PalpateAtom          *atom,
                                      PalpatePieceKind      kind,
                                      double                x,
                                      double                y,
                                      double                width,
                                      double                height);
double        palpate_atom_add_text  (PalpateSheetPages    *self,
                                      PalpateAtom          *atom,
                                      const char           *markup,
                                      double                size,
                                      PangoAlignment        align,
                                      double                x,
                                      double                y,
                                      double                width,
                                      const char           *tag);
double        palpate_sheet_measure  (PalpateSheetPages    *self,
                                      const char           *markup,
                                      double                size);
double        palpate_sheet_line     (PalpateSheetPages    *self);

void          palpate_sheet_pages_add_header (PalpateSheetPages *self,
                                              PalpateSheet      *sheet);
void          palpate_sheet_pages_add_body   (PalpateSheetPages *self,
                                              PalpateSheet      *sheet);
void          palpate_sheet_pages_add_shared_care (PalpateSheetPages *self,
                                              PalpateSheet      *sheet);
void          palpate_sheet_pages_add_tasks  (PalpateSheetPages *self,
                                              PalpateSheet      *sheet);
void          palpate_sheet_pages_add_asked  (PalpateSheetPages *self,
                                              PalpateSheet      *sheet);
void          palpate_sheet_pages_add_note   (PalpateSheetPages *self,
                                              PalpateSheet      *sheet);
void          palpate_sheet_pages_add_grid   (PalpateSheetPages *self,
                                              PalpateSheet      *sheet);
PalpateAtom  *palpate_sheet_pages_make_stop  (PalpateSheetPages *self,
                                              PalpateSheet      *sheet,
                                              gboolean           with_help);
PalpateAtom  *palpate_sheet_pages_make_help  (PalpateSheetPages *self,
                                              PalpateSheet      *sheet);
PalpateAtom  *palpate_sheet_pages_make_lines (PalpateSheetPages *self,
                                              double             height);
PalpateAtom  *palpate_sheet_pages_make_footer (PalpateSheetPages *self,
                                               guint              page,
                                               guint              n_pages);
double        palpate_sheet_pages_footer_size (PalpateSheetPages *self);

G_END_DECLS
