/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-marks.h"

#define MAX_STATES 100

/* One answer: which point, and what it did. */
typedef struct {
  PalpateSidedPoint point;
  PalpateAnswer     answer;
} Answer;

/* States never change once they are in the history. */
typedef struct {
  GArray          *places;     /* of PalpatePlace */
  GArray          *chosen;     /* of PalpatePlace: those that are marked without the painting */
  GArray          *answers;    /* of Answer */
  PalpatePainting *painting;
  PalpateCoverage *coverage;   /* of the painting; %NULL if nothing is painted */
} State;

struct _PalpateMarks {
  GObject parent_instance;

  /* owned */
  GPtrArray *states;   /* of State, oldest first */
  guint      current;
};

enum { PROP_0, PROP_CAN_UNDO, PROP_CAN_REDO, N_PROPS };
enum { CHANGED, N_SIGNALS };

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalpateMarks, palpate_marks, G_TYPE_OBJECT)

static void
free_state (gpointer data)
{
  State *state = data;

  g_array_unref (state->places);
  g_array_unref (state->chosen);
  g_array_unref (state->answers);
  palpate_painting_unref (state->painting);
  palpate_coverage_unref (state->coverage);
  g_free (state);
}

static State *
copy_state (const State *state)
{
  State *copy = g_new0 (State, 1);

  copy->places = state != NULL ? g_array_copy (state->places) : g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  copy->chosen = state != NULL ? g_array_copy (state->chosen) : g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  copy->answers = state != NULL ? g_array_copy (state->answers) : g_array_new (FALSE, FALSE, sizeof (Answer));
  copy->painting = state != NULL ? palpate_painting_ref (state->painting) : palpate_painting_new ();
  copy->coverage = state != NULL && state->coverage != NULL ? palpate_coverage_ref (state->coverage) : NULL;
  return copy;
}

static State *
current_state (PalpateMarks *self)
{
  return g_ptr_array_index (self->states, self->current);
}

static void
emit_changed (PalpateMarks *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Makes @state the newest one; what could be redone is forgotten. */
static void
push_state (PalpateMarks *self,
            State        *state)
{
  g_ptr_array_set_size (self->states, self->current + 1);
  g_ptr_array_add (self->states, state);
  if (self->states->len > MAX_STATES)
    g_ptr_array_remove_index (self->states, 0);
  self->current = self->states->len - 1;
  emit_changed (self);
}

static int
find_place (GArray       *places,
            PalpatePlace  place)
{
  return palpate_place_find (place, (const PalpatePlace *) places->data, places->len);
}

static void
forget_painting (State *state)
{
  palpate_painting_unref (state->painting);
  state->painting = palpate_painting_new ();
  g_clear_pointer (&state->coverage, palpate_coverage_unref);
}

static int
find_answer (GArray            *answers,
             PalpateSidedPoint  point)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = &g_array_index (answers, Answer, i);

      if (answer->point.point == point.point && answer->point.side == point.side)
        return i;
    }
  return -1;
}

static void
palpate_marks_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PalpateMarks *self = PALPATE_MARKS (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, palpate_marks_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, palpate_marks_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
palpate_marks_finalize (GObject *object)
{
  g_ptr_array_unref (PALPATE_MARKS (object)->states);

  G_OBJECT_CLASS (palpate_marks_parent_class)->finalize (object);
}

static void
palpate_marks_class_init (PalpateMarksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = palpate_marks_get_property;
  object_class->finalize = palpate_marks_finalize;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_MARKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_marks_init (PalpateMarks *self)
{
  self->states = g_ptr_array_new_with_free_func (free_state);
  g_ptr_array_add (self->states, copy_state (NULL));
}

PalpateMarks *
palpate_marks_new (void)
{
  return g_object_new (PALPATE_TYPE_MARKS, NULL);
}

/**
 * palpate_marks_get_places:
 * @n_places: (out): how many
 *
 * Returns: (transfer none) (array length=n_places): the marked places, in the order of marking; valid until the
 *   next change
 */
const PalpatePlace *
palpate_marks_get_places (PalpateMarks *self,
                          guint        *n_places)
{
  GArray *places;

  g_return_val_if_fail (PALPATE_IS_MARKS (self), NULL);

  places = current_state (self)->places;
  *n_places = places->len;
  return (const PalpatePlace *) places->data;
}

gboolean
palpate_marks_contains (PalpateMarks *self,
                        PalpatePlace  place)
{
  g_return_val_if_fail (PALPATE_IS_MARKS (self), FALSE);

  return find_place (current_state (self)->places, place) >= 0;
}

/**
 * palpate_marks_is_only_painted:
 *
 * Returns: whether @place is marked by the painting alone: it goes when the painting goes
 */
gboolean
palpate_marks_is_only_painted (PalpateMarks *self,
                               PalpatePlace  place)
{
  g_return_val_if_fail (PALPATE_IS_MARKS (self), FALSE);

  return palpate_marks_contains (self, place) && find_place (current_state (self)->chosen, place) < 0;
}

/**
 * palpate_marks_list_painted:
 *
 * Returns: (transfer full) (element-type PalpatePlace): the places that the painting alone marks, in the order of marking
 */
GArray *
palpate_marks_list_painted (PalpateMarks *self)
{
  GArray *painted = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  guint n_places = 0;
  const PalpatePlace *places;

  g_return_val_if_fail (PALPATE_IS_MARKS (self), painted);

  places = palpate_marks_get_places (self, &n_places);
  for (guint i = 0; i < n_places; i++)
    if (palpate_marks_is_only_painted (self, places[i]))
      g_array_append_val (painted, places[i]);
  return painted;
}

/**
 * palpate_marks_is_painted:
 *
 * Returns: whether anything is painted, also where it marks no place
 */
gboolean
palpate_marks_is_painted (PalpateMarks *self)
{
  g_return_val_if_fail (PALPATE_IS_MARKS (self), FALSE);

  return !palpate_painting_is_empty (current_state (self)->painting);
}

/**
 * palpate_marks_get_painting:
 *
 * Returns: (transfer none): what is painted, perhaps nothing; valid until the next change
 */
PalpatePainting *
palpate_marks_get_painting (PalpateMarks *self)
{
  g_return_val_if_fail (PALPATE_IS_MARKS (self), NULL);

  return current_state (self)->painting;
}

/**
 * palpate_marks_get_coverage:
 *
 * Returns: (transfer none) (nullable): what the painting covers; %NULL if nothing is painted; valid until the next change
 */
PalpateCoverage *
palpate_marks_get_coverage (PalpateMarks *self)
{
  g_return_val_if_fail (PALPATE_IS_MARKS (self), NULL);

  return current_state (self)->coverage;
}

/**
 * palpate_marks_is_empty:
 *
 * Returns: whether nothing is marked and nothing painted
 */
gboolean
palpate_marks_is_empty (PalpateMarks *self)
{
  g_return_val_if_fail (PALPATE_IS_MARKS (self), TRUE);

  return current_state (self)->places->len == 0 && !palpate_marks_is_painted (self);
}

static gboolean
has_all (GArray *places,
         GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    if (find_place (places, g_array_index (others, PalpatePlace, i)) < 0)
      return FALSE;
  return places->len == others->len;
}

/**
 * palpate_marks_equal:
 *
 * Returns: whether both mark the same places, in whatever order, and have the same painting; answers do not count
 */
gboolean
palpate_marks_equal (PalpateMarks *self,
                     PalpateMarks *other)
{
  const State *a, *b;

  g_return_val_if_fail (PALPATE_IS_MARKS (self) && PALPATE_IS_MARKS (other), FALSE);

  a = current_state (self);
  b = current_state (other);
  return has_all (a->places, b->places) && has_all (a->chosen, b->chosen) && palpate_painting_equal (a->painting, b->painting);
}

/**
 * palpate_marks_copy:
 *
 * Returns: (transfer full): what is marked and painted now, with nothing to undo and without answers
 */
PalpateMarks *
palpate_marks_copy (PalpateMarks *self)
{
  PalpateMarks *copy = palpate_marks_new ();
  State *state;

  g_return_val_if_fail (PALPATE_IS_MARKS (self), copy);

  state = copy_state (current_state (self));
  g_array_set_size (state->answers, 0);
  g_ptr_array_set_size (copy->states, 0);
  g_ptr_array_add (copy->states, state);
  return copy;
}

PalpateAnswer
palpate_marks_get_answer (PalpateMarks      *self,
                          PalpateSidedPoint  point)
{
  GArray *answers;
  int found;

  g_return_val_if_fail (PALPATE_IS_MARKS (self), PALPATE_ANSWER_NONE);

  answers = current_state (self)->answers;
  found = find_answer (answers, point);
  return found >= 0 ? g_array_index (answers, Answer, found).answer : PALPATE_ANSWER_NONE;
}

/**
 * palpate_marks_set_only:
 *
 * Marks @place and nothing else, and forgets what was painted. Answers stay: they are about points, not places.
 */
void
palpate_marks_set_only (PalpateMarks *self,
                        PalpatePlace  place)
{
  State *state;

  g_return_if_fail (PALPATE_IS_MARKS (self));

  if (current_state (self)->places->len == 1 && palpate_marks_contains (self, place)
      && palpate_painting_is_empty (current_state (self)->painting))
    return;
  state = copy_state (current_state (self));
  g_array_set_size (state->places, 0);
  g_array_set_size (state->chosen, 0);
  g_array_append_val (state->places, place);
  g_array_append_val (state->chosen, place);
  forget_painting (state);
  push_state (self, state);
}

static gboolean
is_painted (const State  *state,
            PalpatePlace  place)
{
  return state->coverage != NULL && palpate_coverage_has_place (state->coverage, place);
}

/**
 * palpate_marks_toggle:
 *
 * Adds @place to the marks, or takes it away. Does nothing beyond %PALPATE_MAX_PLACES. A place that is painted stays as
 * long as it is: palpate_marks_paint() takes the paint away.
 */
void
palpate_marks_toggle (PalpateMarks *self,
                      PalpatePlace  place)
{
  State *state;
  int found;

  g_return_if_fail (PALPATE_IS_MARKS (self));

  found = find_place (current_state (self)->places, place);
  if (found < 0 && current_state (self)->places->len == PALPATE_MAX_PLACES)
    return;
  if (palpate_marks_is_only_painted (self, place))
    return;
  state = copy_state (current_state (self));
  if (found >= 0)
    {
      g_array_remove_index (state->chosen, find_place (state->chosen, place));
      if (!is_painted (state, place))
        g_array_remove_index (state->places, found);
    }
  else
    {
      g_array_append_val (state->places, place);
      g_array_append_val (state->chosen, place);
    }
  push_state (self, state);
}

/**
 * palpate_marks_paint:
 * @painting: what is painted from now on; nothing happens if it is already
 * @coverage: what @painting covers
 *
 * One stroke, with what it does to the places: those that it covers are marked, those that only the painting marked and
 * that it no longer covers are not. Undo takes all of it back.
 */
void
palpate_marks_paint (PalpateMarks    *self,
                     PalpatePainting *painting,
                     PalpateCoverage *coverage)
{
  const PalpatePlace *covered;
  guint n_covered;
  State *state;

  g_return_if_fail (PALPATE_IS_MARKS (self));

  if (palpate_painting_equal (painting, current_state (self)->painting))
    return;
  state = copy_state (current_state (self));
  forget_painting (state);
  palpate_painting_unref (state->painting);
  state->painting = palpate_painting_ref (painting);
  if (!palpate_painting_is_empty (painting))
    state->coverage = palpate_coverage_ref (coverage);
  for (guint i = state->places->len; i > 0; i--)
    {
      const PalpatePlace place = g_array_index (state->places, PalpatePlace, i - 1);

      if (find_place (state->chosen, place) < 0 && !is_painted (state, place))
        g_array_remove_index (state->places, i - 1);
    }
  covered = palpate_coverage_get_places (coverage, &n_covered);
  for (guint i = 0; i < n_covered && state->places->len < PALPATE_MAX_PLACES; i++)
    if (find_place (state->places, covered[i]) < 0)
      g_array_append_val (state->places, covered[i]);
  push_state (self, state);
}

/**
 * palpate_marks_clear:
 *
 * Forgets marks, painting and answers; undo brings them back.
 */
void
palpate_marks_clear (PalpateMarks *self)
{
  g_return_if_fail (PALPATE_IS_MARKS (self));

  if (current_state (self)->places->len > 0 || current_state (self)->answers->len > 0
      || !palpate_painting_is_empty (current_state (self)->painting))
    push_state (self, copy_state (NULL));
}

/**
 * palpate_marks_set_answer:
 * @answer: %PALPATE_ANSWER_NONE takes an answer back
 */
void
palpate_marks_set_answer (PalpateMarks      *self,
                          PalpateSidedPoint  point,
                          PalpateAnswer      answer)
{
  const Answer given = { point, answer };
  State *state;
  int found;

  g_return_if_fail (PALPATE_IS_MARKS (self));

  if (palpate_marks_get_answer (self, point) == answer)
    return;
  state = copy_state (current_state (self));
  found = find_answer (state->answers, point);
  if (found >= 0)
    g_array_remove_index (state->answers, found);
  if (answer != PALPATE_ANSWER_NONE)
    g_array_append_val (state->answers, given);
  push_state (self, state);
}

gboolean
palpate_marks_can_undo (PalpateMarks *self)
{
  return self->current > 0;
}

gboolean
palpate_marks_can_redo (PalpateMarks *self)
{
  return self->current + 1 < self->states->len;
}

void
palpate_marks_undo (PalpateMarks *self)
{
  g_return_if_fail (PALPATE_IS_MARKS (self));

  if (!palpate_marks_can_undo (self))
    return;
  self->current--;
  emit_changed (self);
}

void
palpate_marks_redo (PalpateMarks *self)
{
  g_return_if_fail (PALPATE_IS_MARKS (self));

  if (!palpate_marks_can_redo (self))
    return;
  self->current++;
  emit_changed (self);
}

static PalpateAnswer
answer_of (PalpateSidedPoint point,
           gpointer          user_data)
{
  return palpate_marks_get_answer (user_data, point);
}

/**
 * palpate_marks_look_up:
 *
 * Returns: (transfer full) (element-type PalpateSuspect): the suspects for the marks, the painting and the answers
 */
GPtrArray *
palpate_marks_look_up (PalpateMarks *self,
                       PalpateAtlas *atlas)
{
  guint n_places = 0;
  const PalpatePlace *places = palpate_marks_get_places (self, &n_places);

  return palpate_lookup_painted (atlas, places, n_places, current_state (self)->coverage, answer_of, self);
}
