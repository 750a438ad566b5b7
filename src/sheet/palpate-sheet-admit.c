/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-admit.h"

#include "palpate-sheet-file.h"

/**
 * palpate_sheet_judge:
 *
 * Returns: (transfer full): what the sheet's care profile says of the task's own technique
 */
PalpateJudgement *
palpate_sheet_judge (PalpateSheet *sheet,
                     PalpateTask  *task)
{
  return palpate_care_judge_use (palpate_sheet_get_care (sheet), palpate_task_get_source (task).point, palpate_task_get_technique (task));
}

/**
 * palpate_sheet_judge_stretch:
 *
 * Returns: (transfer full) (nullable): the same of its stretch; %NULL without one
 */
PalpateJudgement *
palpate_sheet_judge_stretch (PalpateSheet *sheet,
                             PalpateTask  *task)
{
  const PalpateStretch *stretch = palpate_task_get_stretch (task);

  if (stretch == NULL)
    return NULL;
  return palpate_care_judge_stretch (palpate_sheet_get_care (sheet), palpate_task_get_source (task).point->muscle, stretch);
}

/**
 * palpate_sheet_treats:
 *
 * Returns: whether the care profile lets anything be done at the point itself
 */
gboolean
palpate_sheet_treats (PalpateSheet *sheet,
                      PalpateTask  *task)
{
  return palpate_care_suggest (palpate_sheet_get_care (sheet), palpate_task_get_source (task).point) != NULL;
}

/**
 * palpate_sheet_presses:
 * @sheet: one that its care profile admits
 *
 * Returns: whether the task's technique presses the point
 */
gboolean
palpate_sheet_presses (PalpateSheet *sheet,
                       PalpateTask  *task)
{
  return palpate_sheet_treats (sheet, task)
         && palpate_technique_presses (palpate_atlas_get_technique (palpate_sheet_get_atlas (sheet), palpate_task_get_technique (task)->technique));
}

/**
 * palpate_sheet_prints:
 *
 * Returns: whether the care profile leaves anything of the task, be it only the stretch
 */
gboolean
palpate_sheet_prints (PalpateSheet *sheet,
                      PalpateTask  *task)
{
  g_autoptr (PalpateJudgement) stretching = palpate_sheet_judge_stretch (sheet, task);

  return palpate_sheet_treats (sheet, task)
         || (palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_STRETCHES) && stretching != NULL && stretching->verdict != PALPATE_VERDICT_LEFT_OUT);
}

/**
 * palpate_sheet_get_pressure:
 *
 * Returns: how sore pressing may feel at most at any task by the care profile, of 10; 0 where it says nothing of it
 */
int
palpate_sheet_get_pressure (PalpateSheet *sheet)
{
  int least = 0;

  for (guint i = 0; i < palpate_sheet_get_n_tasks (sheet); i++)
    {
      PalpateTask *task = palpate_sheet_get_task (sheet, i);
      g_autoptr (PalpateJudgement) judgement = palpate_sheet_judge (sheet, task);
      const int pressure = palpate_judgement_get_pressure (judgement);

      if (pressure > 0 && palpate_sheet_treats (sheet, task) && (least == 0 || pressure < least))
        least = pressure;
    }
  return least;
}

static void
note_left_out (GArray           *left_out,
               PalpateLeftOut    item,
               PalpateJudgement *judgement)
{
  for (guint i = 0; i < judgement->reasons->len; i++)
    {
      item.reason = g_array_index (judgement->reasons, PalpateCareReason, i);
      g_array_append_val (left_out, item);
    }
}

/* Takes out what the care profile leaves out of a task. Returns: whether anything is left to do */
static gboolean
admit (PalpateSheet *sheet,
       PalpateTask  *task,
       GArray       *left_out)
{
  const PalpateSidedPoint source = palpate_task_get_source (task);
  const PalpatePointTechnique *other = palpate_care_suggest (palpate_sheet_get_care (sheet), source.point);
  g_autoptr (PalpateJudgement) pressing = palpate_sheet_judge (sheet, task);
  g_autoptr (PalpateJudgement) stretching = palpate_sheet_judge_stretch (sheet, task);
  const gboolean prints = palpate_sheet_prints (sheet, task);
  PalpateLeftOut item = { .source = source };

  if (pressing->verdict == PALPATE_VERDICT_LEFT_OUT)
    {
      if (other != NULL)
        item.technique = palpate_atlas_get_technique (palpate_sheet_get_atlas (sheet), palpate_task_get_technique (task)->technique);
      note_left_out (left_out, item, pressing);
      if (!prints)
        return FALSE;
      if (other != NULL)
        palpate_task_set_technique (task, other);
    }
  if (stretching != NULL && stretching->verdict == PALPATE_VERDICT_LEFT_OUT)
    {
      note_left_out (left_out, (PalpateLeftOut) { .source = source, .stretch = palpate_task_get_stretch (task) }, stretching);
      palpate_task_set_stretch (task, NULL);
    }
  return TRUE;
}

/* Words that a file does not keep. */
static void
copy_practice (PalpateSheet *from,
               PalpateSheet *to)
{
  static const PalpateSheetText texts[] = { PALPATE_SHEET_PRACTICE, PALPATE_SHEET_CONTACT, PALPATE_SHEET_LOGO };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    palpate_sheet_set_text (to, texts[i], palpate_sheet_get_text (from, texts[i]));
}

/**
 * palpate_sheet_new_admitted:
 * @left_out: (out) (transfer full) (element-type PalpateLeftOut): what is not in it
 *
 * Returns: (transfer full): @sheet as its care profile lets it be done; @sheet itself stays, so that nothing is lost
 *   when the profile changes
 */
PalpateSheet *
palpate_sheet_new_admitted (PalpateSheet  *sheet,
                            GArray       **left_out)
{
  g_autofree char *data = NULL;
  PalpateSheet *copy;

  *left_out = g_array_new (FALSE, FALSE, sizeof (PalpateLeftOut));
  if (palpate_care_is_empty (palpate_sheet_get_care (sheet)))
    return g_object_ref (sheet);
  data = palpate_sheet_to_data (sheet, TRUE);
  copy = palpate_sheet_new (palpate_sheet_get_atlas (sheet), palpate_sheet_get_date (sheet));
  palpate_sheet_assign_data (copy, data, -1, NULL, NULL);
  copy_practice (sheet, copy);
  palpate_sheet_set_care (copy, palpate_sheet_get_care (sheet));
  for (guint i = 0; i < palpate_sheet_get_n_tasks (copy);)
    if (admit (copy, palpate_sheet_get_task (copy, i), *left_out))
      i++;
    else
      palpate_sheet_remove_task (copy, i);
  return copy;
}
