/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-path.h"

#include <math.h>
#include <string.h>

#include "palpate-error.h"

/* How many lines stand for a curve when asking what lies inside; a region's curve is rarely over 60 units long. */
#define CURVE_STEPS 8

typedef enum { SEGMENT_MOVE, SEGMENT_LINE, SEGMENT_CURVE, SEGMENT_CLOSE } SegmentType;

typedef struct {
  SegmentType     type;
  PalpatePosition p[3];   /* the last one in use is where the segment ends */
} Segment;

struct _PalpatePath {
  GArray     *segments;
  GArray     *edges;      /* of PalpatePosition, two an edge, closed */
  PalpateBox  box;
};

typedef struct {
  const char      *cursor;
  PalpatePath     *path;
  PalpatePosition  here;
  PalpatePosition  start;    /* of the subpath */
  PalpatePosition  control;  /* the last control point, for S and T */
  char             previous;
} Parser;

static void
add_edge (PalpatePath     *self,
          PalpatePosition  a,
          PalpatePosition  b)
{
  g_array_append_val (self->edges, a);
  g_array_append_val (self->edges, b);
}

static PalpatePosition
curve_at (PalpatePosition        a,
          const PalpatePosition *p,
          double                 t)
{
  const double s = 1 - t;
  const double k0 = s * s * s, k1 = 3 * s * s * t, k2 = 3 * s * t * t, k3 = t * t * t;

  return (PalpatePosition) { k0 * a.x + k1 * p[0].x + k2 * p[1].x + k3 * p[2].x,
                             k0 * a.y + k1 * p[0].y + k2 * p[1].y + k3 * p[2].y };
}

/* Makes the edges and the box out of the segments. */
static void
finish (PalpatePath *self)
{
  PalpatePosition here = { 0, 0 }, start = { 0, 0 };
  double x0 = G_MAXDOUBLE, y0 = G_MAXDOUBLE, x1 = -G_MAXDOUBLE, y1 = -G_MAXDOUBLE;

  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      PalpatePosition previous = here;

      switch (segment->type)
        {
        case SEGMENT_MOVE:
          if (here.x != start.x || here.y != start.y)
            add_edge (self, here, start);
          here = start = segment->p[0];
          break;
        case SEGMENT_LINE:
          add_edge (self, here, segment->p[0]);
          here = segment->p[0];
          break;
        case SEGMENT_CURVE:
          for (guint step = 1; step <= CURVE_STEPS; step++)
            {
              const PalpatePosition next = curve_at (here, segment->p, step / (double) CURVE_STEPS);

              add_edge (self, previous, next);
              previous = next;
            }
          here = segment->p[2];
          break;
        case SEGMENT_CLOSE:
          if (here.x != start.x || here.y != start.y)
            add_edge (self, here, start);
          here = start;
          break;
        }
    }
  if (here.x != start.x || here.y != start.y)
    add_edge (self, here, start);
  for (guint i = 0; i < self->edges->len; i++)
    {
      const PalpatePosition *p = &g_array_index (self->edges, PalpatePosition, i);

      x0 = MIN (x0, p->x);
      y0 = MIN (y0, p->y);
      x1 = MAX (x1, p->x);
      y1 = MAX (y1, p->y);
    }
  if (self->edges->len > 0)
    self->box = (PalpateBox) { x0, y0, x1 - x0, y1 - y0 };
}

static void
skip_space (Parser *parser)
{
  while (g_ascii_isspace (*parser->cursor) || *parser->cursor == ',')
    parser->cursor++;
}

static gboolean
parse_number (Parser *parser,
              double *number)
{
  const char *c;
  char buffer[32];
  gsize n = 0;
  gboolean has_dot = FALSE, has_digit = FALSE;

  skip_space (parser);
  c = parser->cursor;
  if (*c == '-' || *c == '+')
    buffer[n++] = *c++;
  while (n < sizeof buffer - 1 && (g_ascii_isdigit (*c) || (*c == '.' && !has_dot)))
    {
      has_dot |= *c == '.';
      has_digit |= g_ascii_isdigit (*c);
      buffer[n++] = *c++;
    }
  if (!has_digit || n == sizeof buffer - 1)
    return FALSE;
  if (*c == 'e' || *c == 'E')
    return FALSE;   /* nobody writes charts so small */
  buffer[n] = '\0';
  *number = g_ascii_strtod (buffer, NULL);
  parser->cursor = c;
  return TRUE;
}

static gboolean
parse_position (Parser          *parser,
                gboolean         relative,
                PalpatePosition *position)
{
  if (!parse_number (parser, &position->x) || !parse_number (parser, &position->y))
    return FALSE;
  if (relative)
    {
      position->x += parser->here.x;
      position->y += parser->here.y;
    }
  return TRUE;
}

static void
add_segment (Parser          *parser,
             SegmentType      type,
             PalpatePosition  a,
             PalpatePosition  b,
             PalpatePosition  c)
{
  const Segment segment = { type, { a, b, c } };

  g_array_append_val (parser->path->segments, segment);
  parser->here = type == SEGMENT_CURVE ? c : a;
}

static PalpatePosition
reflected_control (const Parser *parser,
                   const char   *commands)
{
  if (parser->previous == '\0' || strchr (commands, parser->previous) == NULL)
    return parser->here;
  return (PalpatePosition) { 2 * parser->here.x - parser->control.x, 2 * parser->here.y - parser->control.y };
}

static void
add_quadratic (Parser          *parser,
               PalpatePosition  control,
               PalpatePosition  end)
{
  const PalpatePosition a = parser->here;
  const PalpatePosition b = { a.x + 2.0 / 3 * (control.x - a.x), a.y + 2.0 / 3 * (control.y - a.y) };
  const PalpatePosition c = { end.x + 2.0 / 3 * (control.x - end.x), end.y + 2.0 / 3 * (control.y - end.y) };

  add_segment (parser, SEGMENT_CURVE, b, c, end);
  parser->control = control;
}

/* One set of numbers after a command letter. */
static gboolean
parse_command (Parser *parser,
               char    command)
{
  const char upper = g_ascii_toupper (command);
  const gboolean relative = g_ascii_islower (command);
  PalpatePosition a = parser->here, b, c;

  switch (upper)
    {
    case 'M':
    case 'L':
      if (!parse_position (parser, relative, &a))
        return FALSE;
      add_segment (parser, upper == 'M' ? SEGMENT_MOVE : SEGMENT_LINE, a, a, a);
      if (upper == 'M')
        parser->start = a;
      break;
    case 'H':
      if (!parse_number (parser, &a.x))
        return FALSE;
      a.x += relative ? parser->here.x : 0;
      add_segment (parser, SEGMENT_LINE, a, a, a);
      break;
    case 'V':
      if (!parse_number (parser, &a.y))
        return FALSE;
      a.y += relative ? parser->here.y : 0;
      add_segment (parser, SEGMENT_LINE, a, a, a);
      break;
    case 'C':
      if (!parse_position (parser, relative, &a) || !parse_position (parser, relative, &b) || !parse_position (parser, relative, &c))
        return FALSE;
      add_segment (parser, SEGMENT_CURVE, a, b, c);
      parser->control = b;
      break;
    case 'S':
      a = reflected_control (parser, "CS");
      if (!parse_position (parser, relative, &b) || !parse_position (parser, relative, &c))
        return FALSE;
      add_segment (parser, SEGMENT_CURVE, a, b, c);
      parser->control = b;
      break;
    case 'Q':
      if (!parse_position (parser, relative, &a) || !parse_position (parser, relative, &b))
        return FALSE;
      add_quadratic (parser, a, b);
      break;
    default:
      return FALSE;
    }
  parser->previous = upper;
  return TRUE;
}

static gboolean
parse_all (Parser *parser)
{
  char command = '\0';

  for (skip_space (parser); *parser->cursor != '\0'; skip_space (parser))
    {
      if (g_ascii_isalpha (*parser->cursor))
        {
          if (strchr ("MLHVCSQZmlhvcsqz", *parser->cursor) == NULL)
            return FALSE;   /* the message begins with the unknown letter */
          command = *parser->cursor++;
          if (g_ascii_toupper (command) == 'Z')
            {
              add_segment (parser, SEGMENT_CLOSE, parser->start, parser->start, parser->start);
              parser->previous = 'Z';
              command = '\0';
              continue;
            }
        }
      if (command == '\0' || (parser->path->segments->len == 0 && g_ascii_toupper (command) != 'M'))
        return FALSE;
      if (!parse_command (parser, command))
        return FALSE;
      if (g_ascii_toupper (command) == 'M')   /* further pairs are lines */
        command = command == 'M' ? 'L' : 'l';
    }
  return parser->path->segments->len > 0;
}

static PalpatePath *
new_path (void)
{
  PalpatePath *self = g_rc_box_new0 (PalpatePath);

  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->edges = g_array_new (FALSE, FALSE, sizeof (PalpatePosition));
  return self;
}

/**
 * palpate_path_parse:
 * @d: path data of an SVG, without arcs
 * @error: %PALPATE_ERROR_PARSE, naming where it went wrong
 *
 * Returns: (transfer full) (nullable): the path
 */
PalpatePath *
palpate_path_parse (const char  *d,
                    GError     **error)
{
  g_autoptr (PalpatePath) self = new_path ();
  Parser parser = { .cursor = d, .path = self };

  if (!parse_all (&parser))
    {
      g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_PARSE, "the path cannot be read at “%.16s”", parser.cursor);
      return NULL;
    }
  finish (self);
  return g_steal_pointer (&self);
}

PalpatePath *
palpate_path_new_circle (double x,
                         double y,
                         double radius)
{
  PalpatePath *self = new_path ();
  Parser parser = { .path = self };
  const double k = radius * 0.5523;   /* a quarter circle as a cubic curve */
  const PalpatePosition east = { x + radius, y }, south = { x, y + radius }, west = { x - radius, y }, north = { x, y - radius };

  add_segment (&parser, SEGMENT_MOVE, east, east, east);
  add_segment (&parser, SEGMENT_CURVE, (PalpatePosition) { x + radius, y + k }, (PalpatePosition) { x + k, y + radius }, south);
  add_segment (&parser, SEGMENT_CURVE, (PalpatePosition) { x - k, y + radius }, (PalpatePosition) { x - radius, y + k }, west);
  add_segment (&parser, SEGMENT_CURVE, (PalpatePosition) { x - radius, y - k }, (PalpatePosition) { x - k, y - radius }, north);
  add_segment (&parser, SEGMENT_CURVE, (PalpatePosition) { x + k, y - radius }, (PalpatePosition) { x + radius, y - k }, east);
  add_segment (&parser, SEGMENT_CLOSE, east, east, east);
  finish (self);
  return self;
}

/* A third of the way from @a to @b. */
static PalpatePosition
third (PalpatePosition a,
       PalpatePosition b)
{
  return (PalpatePosition) { (2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3 };
}

/**
 * palpate_path_new_smooth:
 * @loops: (element-type GArray): each of PalpatePosition, the knots of a closed curve
 *
 * Returns: (transfer full): cubic B-splines, which come near their knots without kinks
 */
PalpatePath *
palpate_path_new_smooth (GPtrArray *loops)
{
  PalpatePath *self = new_path ();
  Parser parser = { .path = self };

  for (guint i = 0; i < loops->len; i++)
    {
      GArray *loop = g_ptr_array_index (loops, i);

      for (guint j = 0; j <= loop->len && loop->len > 0; j++)
        {
          const PalpatePosition a = g_array_index (loop, PalpatePosition, (j + loop->len - 1) % loop->len);
          const PalpatePosition b = g_array_index (loop, PalpatePosition, j % loop->len);
          const PalpatePosition c = g_array_index (loop, PalpatePosition, (j + 1) % loop->len);
          const PalpatePosition before = third (b, a), after = third (b, c);
          const PalpatePosition joint = { (before.x + after.x) / 2, (before.y + after.y) / 2 };

          if (j == 0)
            add_segment (&parser, SEGMENT_MOVE, joint, joint, joint);
          else
            add_segment (&parser, SEGMENT_CURVE, third (a, b), third (b, a), joint);
        }
      add_segment (&parser, SEGMENT_CLOSE, parser.here, parser.here, parser.here);
    }
  finish (self);
  return self;
}

/**
 * palpate_path_mirror:
 *
 * Returns: (transfer full): the same shape on the other side of the midline, x = 0
 */
PalpatePath *
palpate_path_mirror (const PalpatePath *self)
{
  PalpatePath *mirrored = new_path ();

  for (guint i = 0; i < self->segments->len; i++)
    {
      Segment segment = g_array_index (self->segments, Segment, i);

      for (guint j = 0; j < G_N_ELEMENTS (segment.p); j++)
        segment.p[j].x = -segment.p[j].x;
      g_array_append_val (mirrored->segments, segment);
    }
  finish (mirrored);
  return mirrored;
}

PalpatePath *
palpate_path_ref (PalpatePath *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_path (gpointer data)
{
  PalpatePath *self = data;

  g_array_unref (self->segments);
  g_array_unref (self->edges);
}

void
palpate_path_unref (PalpatePath *self)
{
  if (self != NULL)
    g_rc_box_release_full (self, clear_path);
}

/**
 * palpate_path_append:
 *
 * Adds the outline to the current path of @cr.
 */
void
palpate_path_append (const PalpatePath *self,
                     cairo_t           *cr)
{
  for (guint i = 0; i < self->segments->len; i++)
    {
      const Segment *segment = &g_array_index (self->segments, Segment, i);
      const PalpatePosition *p = segment->p;

      switch (segment->type)
        {
        case SEGMENT_MOVE:
          cairo_move_to (cr, p[0].x, p[0].y);
          break;
        case SEGMENT_LINE:
          cairo_line_to (cr, p[0].x, p[0].y);
          break;
        case SEGMENT_CURVE:
          cairo_curve_to (cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          break;
        case SEGMENT_CLOSE:
          cairo_close_path (cr);
          break;
        }
    }
}

/**
 * palpate_path_contains:
 *
 * Returns: whether the point lies inside, by the non-zero rule of SVG
 */
gboolean
palpate_path_contains (const PalpatePath *self,
                       double             x,
                       double             y)
{
  int winding = 0;

  if (x < self->box.x || y < self->box.y || x > self->box.x + self->box.width || y > self->box.y + self->box.height)
    return FALSE;
  for (guint i = 0; i < self->edges->len; i += 2)
    {
      const PalpatePosition a = g_array_index (self->edges, PalpatePosition, i);
      const PalpatePosition b = g_array_index (self->edges, PalpatePosition, i + 1);
      double cross;

      if ((a.y <= y) == (b.y <= y))
        continue;
      cross = (b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y);
      if (a.y <= y && cross > 0)
        winding++;
      else if (a.y > y && cross < 0)
        winding--;
    }
  return winding != 0;
}

PalpateBox
palpate_path_get_box (const PalpatePath *self)
{
  return self->box;
}

/**
 * palpate_path_get_area:
 *
 * Returns: the area in square units
 */
double
palpate_path_get_area (const PalpatePath *self)
{
  double twice = 0;

  for (guint i = 0; i < self->edges->len; i += 2)
    {
      const PalpatePosition a = g_array_index (self->edges, PalpatePosition, i);
      const PalpatePosition b = g_array_index (self->edges, PalpatePosition, i + 1);

      twice += a.x * b.y - b.x * a.y;
    }
  return fabs (twice) / 2;
}

static double
distance_to_edges (const PalpatePath *self,
                   double             x,
                   double             y)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < self->edges->len; i += 2)
    {
      const PalpatePosition a = g_array_index (self->edges, PalpatePosition, i);
      const PalpatePosition b = g_array_index (self->edges, PalpatePosition, i + 1);
      const double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
      const double t = length > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0, 1) : 0;

      best = MIN (best, hypot (x - a.x - t * dx, y - a.y - t * dy));
    }
  return best;
}

/**
 * palpate_path_get_inside:
 *
 * Returns: a place deep inside the shape, good for a letter; the box's centre if nothing is inside
 */
PalpatePosition
palpate_path_get_inside (const PalpatePath *self)
{
  PalpatePosition best = { self->box.x + self->box.width / 2, self->box.y + self->box.height / 2 };
  double best_distance = 0;

  /* a thin shape slips through a coarse grid */
  for (int steps = 12; steps <= 192 && best_distance <= 0; steps *= 4)
    for (int i = 0; i < steps; i++)
      for (int j = 0; j < steps; j++)
        {
          const double x = self->box.x + self->box.width * (i + 0.5) / steps;
          const double y = self->box.y + self->box.height * (j + 0.5) / steps;
          double distance;

          if (!palpate_path_contains (self, x, y))
            continue;
          distance = distance_to_edges (self, x, y);
          if (distance > best_distance)
            {
              best_distance = distance;
              best = (PalpatePosition) { x, y };
            }
        }
  return best;
}
