/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-step.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * palpate_step_describe_where:
 *
 * Returns: "Upper trapezius, point 1, left · hold 1 of 2"
 */
char *
palpate_step_describe_where (PalpateAtlas      *atlas,
                             const PalpateStep *step)
{
  g_autofree char *point = palpate_sided_point_describe (atlas, step->source);

  switch (step->kind)
    {
    case PALPATE_STEP_PREPARE:
      /* Translators: a point with its side, then that one gets ready for it */
      return g_strdup_printf (step->stretch != NULL ? _("%s · get ready to stretch") : _("%s · get ready"), point);
    case PALPATE_STEP_GATHER:
      /* Translators: a point with its side */
      return g_strdup_printf (_("%s · before you begin"), point);
    case PALPATE_STEP_REST:
      /* Translators: a point with its side */
      return g_strdup_printf (_("%s · rest"), point);
    case PALPATE_STEP_STRETCH:
      /* Translators: a point with its side; number of the stretch, how many there are */
      return g_strdup_printf (_("%1$s · stretch %2$d of %3$d"), point, step->number, step->count);
    case PALPATE_STEP_STROKES:
      if (step->count == 1)
        return g_steal_pointer (&point);
      /* Translators: a point with its side; number of the set of strokes, how many there are */
      return g_strdup_printf (_("%1$s · set %2$d of %3$d"), point, step->number, step->count);
    default:
      /* Translators: a point with its side; number of the hold, how many there are */
      return g_strdup_printf (_("%1$s · hold %2$d of %3$d"), point, step->number, step->count);
    }
}

static char *
add_side (const char  *text,
          PalpateSide  side)
{
  if (side == PALPATE_SIDE_LEFT)
    /* Translators: what to do, such as "Squeeze the muscle and hold", and on which side of one's own body */
    return g_strdup_printf (_("%s, on the left"), text);
  return g_strdup_printf (_("%s, on the right"), text);
}

/**
 * palpate_step_describe_act:
 *
 * Returns: the one thing to do, verb first, with the side in it where the body is pressed
 */
char *
palpate_step_describe_act (const PalpateStep *step)
{
  switch (step->kind)
    {
    case PALPATE_STEP_PREPARE:
      if (step->stretch != NULL)
        return g_strdup (palpate_content_text (step->stretch->id, step->stretch->position));
      return g_strdup (palpate_content_text (step->source.point->id, step->use->steps[0]));
    case PALPATE_STEP_GATHER:
      return g_strdup (_("Get everything ready"));
    case PALPATE_STEP_REST:
      return g_strdup (step->stretch != NULL ? _("Come back slowly and rest") : _("Let go and rest"));
    case PALPATE_STEP_STRETCH:
      return g_strdup (palpate_content_text (step->stretch->id, step->stretch->direction));
    default:
      return add_side (palpate_content_text (step->technique->id, step->technique->cue), step->source.side);
    }
}

/* How sore a point for gentle pressure may feel, as its sentence says. */
#define GENTLE_PRESSURE 4

static char *
describe_pressure (const PalpateStep *step,
                   PalpateFeedback    feedback)
{
  if (feedback == PALPATE_FEEDBACK_TOO_MUCH)
    return g_strdup (_("Press half as hard this time. Stop if it is still too much."));
  if (step->presses && step->pressure > 0 && (step->source.point->mode != PALPATE_MODE_SELF_GENTLE || step->pressure < GENTLE_PRESSURE))
    /* Translators: how sore it may feel at most, of 10 */
    return g_strdup_printf (_("Keep it light: at most %d of 10. Breathe out slowly."), step->pressure);
  if (step->source.point->mode == PALPATE_MODE_SELF_GENTLE && step->presses)
    return g_strdup (_("Keep it light here: a little sore, 2 to 4 of 10. Breathe out slowly."));
  if (feedback == PALPATE_FEEDBACK_TOO_LITTLE && step->held_back)
    return g_strdup (_("Keep it as it is: pressing more has not helped so far. Breathe out slowly."));
  if (feedback == PALPATE_FEEDBACK_TOO_LITTLE)
    return g_strdup (_("Press a little more, never above 6 of 10. Breathe out slowly."));
  if (step->technique->family == PALPATE_FAMILY_RELEASE || !step->presses)
    return g_strdup (palpate_content_text (step->technique->id, step->technique->how));
  if (step->kind == PALPATE_STEP_STROKES)
    return g_strdup (_("Slowly, and strong but bearable: 4 to 6 of 10. Breathe out."));
  return g_strdup (_("Strong but bearable: 4 to 6 of 10. Breathe out slowly; the ache should ease by about half."));
}

/**
 * palpate_step_describe_posture:
 *
 * Returns: how one sits, stands or lies while the point of @step is pressed
 */
char *
palpate_step_describe_posture (const PalpateStep *step)
{
  switch (step->technique->posture)
    {
    case PALPATE_POSTURE_SIT:
      return g_strdup (_("You will sit."));
    case PALPATE_POSTURE_STAND:
      return g_strdup (_("You will stand."));
    case PALPATE_POSTURE_KNEEL:
      return g_strdup (_("You will kneel."));
    case PALPATE_POSTURE_LIE:
      return g_strdup (_("You will lie down."));
    default:
      return g_strdup (_("Make yourself comfortable, so that the muscle is soft."));
    }
}

/**
 * palpate_step_describe_tools:
 *
 * Returns: what to have at hand for the point of @step
 */
char *
palpate_step_describe_tools (const PalpateStep *step)
{
  const PalpateTechnique *const techniques[] = { step->technique, step->strokes };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (techniques); i++)
    {
      const char *ready = techniques[i] != NULL ? palpate_content_text (techniques[i]->id, techniques[i]->ready) : NULL;

      if (ready != NULL && *ready != '\0' && strstr (text->str, ready) == NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", ready);
    }
  return g_strdup (text->len > 0 ? text->str : _("Your hands are enough."));
}

/**
 * palpate_step_describe_warmth:
 *
 * Returns: (nullable): how to warm the muscle first, or why not; %NULL where nothing is said of it
 */
char *
palpate_step_describe_warmth (const PalpateStep *step)
{
  if (step->warms)
    return g_strdup (_("A warm pack in a cloth or a warm shower, if you like. Warm, never hot; not on numb skin or a fresh injury."));
  if (step->no_warmth.effect == NULL)
    return NULL;
  return g_strdup (palpate_content_text (step->no_warmth.profile->id, step->no_warmth.effect->text));
}

static char *
describe_gathering (const PalpateStep *step)
{
  g_autofree char *posture = palpate_step_describe_posture (step);
  g_autofree char *tools = palpate_step_describe_tools (step);
  g_autofree char *warmth = palpate_step_describe_warmth (step);
  /* Translators: %s is a sentence about warmth before a muscle is pressed */
  g_autofree char *warm_line = warmth != NULL ? g_strdup_printf (_("Warmth first: %s"), warmth) : NULL;
  /* Translators: %s says what tools to have at hand */
  g_autofree char *tool_line = g_strdup_printf (_("At hand: %s"), tools);

  return g_strjoin ("\n", posture, tool_line, warm_line, NULL);
}

static char *
describe_own_feel (const PalpateStep *step,
                   PalpateFeedback    feedback)
{
  switch (step->kind)
    {
    case PALPATE_STEP_PREPARE:
      if (step->stretch != NULL)
        return g_strdup (palpate_content_text (step->stretch->id, step->stretch->direction));
      return g_strdup (palpate_content_text (step->source.point->id, step->source.point->where));
    case PALPATE_STEP_GATHER:
      return describe_gathering (step);
    case PALPATE_STEP_REST:
      return g_strdup (_("Breathe out slowly and let everything sink."));
    case PALPATE_STEP_STRETCH:
      if (palpate_content_falls_back (step->stretch->id, step->stretch->feel))   /* nor one foreign word in the middle */
        return g_strdup_printf ("%s Avoid: %s", step->stretch->feel, palpate_content_text (step->stretch->id, step->stretch->avoid));
      /* Translators: what to feel in a stretch, a sentence; then what to avoid */
      return g_strdup_printf (_("%1$s Avoid: %2$s"), palpate_content_text (step->stretch->id, step->stretch->feel),
                              palpate_content_text (step->stretch->id, step->stretch->avoid));
    default:
      return describe_pressure (step, feedback);
    }
}

/**
 * palpate_step_describe_limit:
 * @pressure: how sore pressing may feel at most, of 10; 0 where nothing is said of it
 *
 * Returns: (transfer full) (nullable): what holds instead of the numbers that the texts of a point name
 */
char *
palpate_step_describe_limit (int pressure)
{
  /* Translators: how sore it may feel at most, of 10; other texts say 4 to 6 of 10 */
  return pressure > 0 ? g_strdup_printf (_("Where a step names a number, take at most %d of 10."), pressure) : NULL;
}

/**
 * palpate_step_describe_feel:
 * @feedback: what was last said of the pressure on this point
 *
 * Returns: what to feel, how to find the point, or what to have ready, a line each; then what the care profile says to mind
 */
char *
palpate_step_describe_feel (const PalpateStep *step,
                            PalpateFeedback    feedback)
{
  g_autofree char *own = describe_own_feel (step, feedback);
  g_autofree char *limit = step->kind == PALPATE_STEP_PREPARE ? palpate_step_describe_limit (step->pressure) : NULL;

  if (step->care_note == NULL || step->kind == PALPATE_STEP_REST)
    return g_steal_pointer (&own);
  return g_strjoin ("\n", own, step->care_note, limit, NULL);
}

/**
 * palpate_step_describe_title:
 *
 * Returns: its line in a list of steps
 */
char *
palpate_step_describe_title (const PalpateStep *step)
{
  switch (step->kind)
    {
    case PALPATE_STEP_PREPARE:
      if (step->stretch != NULL)
        return g_strdup (_("Get ready to stretch"));
      return g_strdup (step->source.side == PALPATE_SIDE_LEFT ? _("Get ready, on the left") : _("Get ready, on the right"));
    case PALPATE_STEP_GATHER:
      return palpate_step_describe_act (step);
    case PALPATE_STEP_REST:
      return g_strdup_printf (ngettext ("Rest %d second", "Rest %d seconds", step->seconds), step->seconds);
    case PALPATE_STEP_STRETCH:
      if (step->number > 1)
        return g_strdup (_("Same stretch again"));
      /* Translators: the name of a stretch */
      return g_strdup_printf (_("Stretch: %s"), palpate_content_text (step->stretch->id, step->stretch->name));
    default:
      if (step->number > 1)
        return g_strdup (_("Same again"));
      return palpate_step_describe_act (step);
    }
}

/**
 * palpate_step_describe_detail:
 *
 * Returns: the second line in a list of steps
 */
char *
palpate_step_describe_detail (PalpateAtlas      *atlas,
                              const PalpateStep *step)
{
  g_autofree char *point = NULL;

  if (step->kind == PALPATE_STEP_REST)
    return g_strdup (step->stretch != NULL ? _("Come back slowly") : _("Let go, move a little"));
  if (step->kind == PALPATE_STEP_GATHER)
    return palpate_step_describe_tools (step);
  if (step->kind == PALPATE_STEP_PREPARE && step->stretch == NULL)
    return palpate_atlas_describe_point (atlas, step->source.point);
  if (step->kind == PALPATE_STEP_PREPARE && !palpate_content_falls_back (step->stretch->id, step->stretch->position))
    return g_strdup (palpate_content_text (step->stretch->id, step->stretch->position));
  if (step->kind == PALPATE_STEP_PREPARE)
    return g_strdup (palpate_content_text (step->stretch->id, step->stretch->name));
  if (step->number > 1)
    return g_strdup_printf (_("%d s"), step->seconds);
  point = palpate_sided_point_describe (atlas, step->source);
  /* Translators: a point with its side, then seconds */
  return g_strdup_printf (_("%1$s · %2$d s"), point, step->seconds);
}

/**
 * palpate_step_act_falls_back:
 *
 * Returns: whether what palpate_step_describe_act() says is in English since it is not translated
 */
gboolean
palpate_step_act_falls_back (const PalpateStep *step)
{
  if (step->kind == PALPATE_STEP_STRETCH)
    return palpate_content_falls_back (step->stretch->id, step->stretch->direction);
  if (step->kind != PALPATE_STEP_PREPARE)
    return FALSE;
  return step->stretch != NULL ? palpate_content_falls_back (step->stretch->id, step->stretch->position)
                               : palpate_content_falls_back (step->source.point->id, step->use->steps[0]);
}

/**
 * palpate_step_falls_back:
 *
 * Returns: whether what is said of doing @step, or of what it feels like, is in English since it is not translated
 */
gboolean
palpate_step_falls_back (const PalpateStep *step)
{
  const PalpateStretch *stretch = step->stretch;

  if (step->kind == PALPATE_STEP_STRETCH)
    return palpate_content_falls_back (stretch->id, stretch->direction) || palpate_content_falls_back (stretch->id, stretch->feel)
           || palpate_content_falls_back (stretch->id, stretch->avoid);
  if (step->kind != PALPATE_STEP_PREPARE)
    return FALSE;
  if (stretch != NULL)
    return palpate_content_falls_back (stretch->id, stretch->position) || palpate_content_falls_back (stretch->id, stretch->direction);
  return palpate_content_falls_back (step->source.point->id, step->use->steps[0])
         || palpate_content_falls_back (step->source.point->id, step->source.point->where);
}
