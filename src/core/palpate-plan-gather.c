/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where one gets everything ready before pressing: at the begin, and again where the body or the tool changes.
 */
#include "palpate-plan-private.h"

/* The technique of the atlas that warms a muscle before it is pressed. */
#define WARMTH "warm-pack"

typedef struct {
  GHashTable *ready;     /* the tools that were named */
  int         posture;   /* of the points that were pressed last */
  gboolean    has_begun;
} Gathering;

static gboolean
begins_pressing (const PalpateStep *step)
{
  return step->kind == PALPATE_STEP_PREPARE && step->stretch == NULL;
}

/* The strokes that follow the holds that begin at @position. */
static const PalpateTechnique *
find_strokes (PalpatePlan *self,
              guint        position)
{
  const PalpateStep *first = &g_array_index (self->steps, PalpateStep, position);

  for (guint i = position + 1; i < self->steps->len; i++)
    {
      const PalpateStep *step = &g_array_index (self->steps, PalpateStep, i);

      if (step->task != first->task || step->source.side != first->source.side || step->stretch != NULL)
        return NULL;
      if (step->technique != first->technique)
        return step->technique;
    }
  return NULL;
}

static gboolean
adds_tool (Gathering              *gathering,
           const PalpateTechnique *technique)
{
  return technique != NULL && technique->ready != NULL && *technique->ready != '\0'
         && g_hash_table_add (gathering->ready, (gpointer) technique->ready);
}

static gboolean
needs_gathering (Gathering         *gathering,
                 const PalpateStep *step)
{
  const int posture = step->technique->posture;
  const gboolean moves = posture != PALPATE_POSTURE_ANY && posture != gathering->posture;
  const gboolean adds = adds_tool (gathering, step->technique);
  const gboolean adds_more = adds_tool (gathering, step->strokes);
  const gboolean is_first = !gathering->has_begun;

  gathering->has_begun = TRUE;
  if (posture != PALPATE_POSTURE_ANY)
    gathering->posture = posture;
  return is_first || moves || adds || adds_more;
}

/* Says of the first step whether the muscles that will be pressed may be warmed: only if nothing speaks against any. */
static void
judge_warmth (PalpatePlan *self,
              PalpateCare *care,
              PalpateStep *gather)
{
  if (palpate_atlas_get_technique (self->atlas, WARMTH) == NULL)
    return;
  gather->warms = TRUE;
  for (guint i = 0; care != NULL && i < self->steps->len && gather->warms; i++)
    {
      const PalpateStep *step = &g_array_index (self->steps, PalpateStep, i);
      g_autoptr (PalpateJudgement) judgement = palpate_care_judge (care, step->source.point->muscle, WARMTH);

      if (step->use == NULL || judgement->verdict == PALPATE_VERDICT_ALLOWED)
        continue;
      gather->warms = FALSE;
      gather->no_warmth = g_array_index (judgement->reasons, PalpateCareReason, 0);
    }
}

/**
 * palpate_plan_gather:
 * @care: (nullable): where it speaks against warmth, none is proposed
 *
 * Lets the plan begin with getting everything ready, and wait for it again where one lies down, gets up or takes another
 * tool for pressing. To be called once.
 */
void
palpate_plan_gather (PalpatePlan *self,
                     PalpateCare *care)
{
  g_autoptr (GHashTable) ready = g_hash_table_new (g_str_hash, g_str_equal);
  Gathering gathering = { .ready = ready, .posture = PALPATE_POSTURE_ANY };

  g_return_if_fail (PALPATE_IS_PLAN (self));

  for (guint i = 0; i < self->steps->len; i++)
    {
      PalpateStep step = g_array_index (self->steps, PalpateStep, i);
      const gboolean is_first = !gathering.has_begun;

      if (!begins_pressing (&step) || (i > 0 && step.task == g_array_index (self->steps, PalpateStep, i - 1).task
                                       && step.source.side == g_array_index (self->steps, PalpateStep, i - 1).source.side))
        continue;
      step.strokes = find_strokes (self, i);
      if (!needs_gathering (&gathering, &step))
        continue;
      if (is_first)
        judge_warmth (self, care, &step);
      step.kind = PALPATE_STEP_GATHER;
      step.presses = FALSE;
      step.longest = 0;
      step.number = step.count = 1;
      step.seconds = palpate_plan_get_rule (self, PALPATE_RULE_GATHER_SECONDS);
      g_array_insert_val (self->steps, i, step);
      i++;
    }
}
