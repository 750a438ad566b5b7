/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plans.h"

#include "shipped.h"

/* Seconds that every point had today. */
static int
today_cb (PalpateSidedPoint source,
          gpointer          user_data)
{
  return GPOINTER_TO_INT (user_data);
}

PalpatePlan *
plan_of (PalpateAtlas *atlas,
         PalpateSide   side,
         int           today,
         const char   *points)
{
  g_autoptr (PalpateRoutine) routine = palpate_routine_new (atlas);
  g_auto (GStrv) ids = g_strsplit (points, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_nonnull (palpate_routine_append (routine, shipped_point (atlas, ids[i], side), NULL));
  return palpate_plan_new (routine, NULL, today_cb, GINT_TO_POINTER (today));
}

void
expect_kinds (PalpatePlan *plan,
              const char  *kinds)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < palpate_plan_get_n_steps (plan); i++)
    g_string_append_c (found, "PHRSTG"[palpate_plan_get_step (plan, i)->kind]);
  g_assert_cmpstr (found->str, ==, kinds);
}
