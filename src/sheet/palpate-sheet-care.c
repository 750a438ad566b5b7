/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a sheet says to take care of, point by point or for several of them at once.
 */
#include "palpate-sheet-texts-private.h"

#include "palpate-sheet-admit.h"

/* The cautions of a point, then those of its muscle. */
static void
collect_cautions (GPtrArray          *cautions,
                  const PalpatePoint *point)
{
  palpate_sheet_collect_ids (cautions, point->cautions);
  palpate_sheet_collect_ids (cautions, point->muscle->cautions);
}

/* A bit for each of the points that have this caution, or this area where nobody should press. */
static guint
find_owners (GArray     *sources,
             const char *id)
{
  guint owners = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const PalpatePoint *point = g_array_index (sources, PalpateSidedPoint, i).point;

      if (g_strv_contains (point->cautions, id) || g_strv_contains (point->muscle->cautions, id) || g_strv_contains (point->danger_areas, id))
        owners |= 1u << i;
    }
  return owners;
}

static gboolean
is_shared (guint owners)
{
  return (owners & (owners - 1)) != 0;
}

/* Whether a caution is said for just @owners; for none: whether it is said at its point. */
static gboolean
is_said (const char *id,
         GArray     *sharing,
         guint       owners)
{
  const guint all = sharing != NULL ? find_owners (sharing, id) : 0;

  return owners != 0 ? all == owners : !is_shared (all);
}

static char *
create_words (PalpateAtlas  *atlas,
              GPtrArray     *cautions,
              GPtrArray     *areas,
              GArray        *sharing,
              guint          owners,
              PalpateTongue *tongue)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < cautions->len; i++)
    {
      const PalpateCaution *caution = palpate_atlas_get (atlas, PALPATE_ITEM_CAUTION, g_ptr_array_index (cautions, i));

      if (is_said (caution->id, sharing, owners))
        palpate_sheet_add_sentence (text, palpate_tongue_content (tongue, caution->id, caution->text));
    }
  for (guint i = 0; i < areas->len; i++)
    {
      const PalpateDangerArea *area = palpate_atlas_get (atlas, PALPATE_ITEM_DANGER_AREA, g_ptr_array_index (areas, i));

      if (is_said (area->id, sharing, owners))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", palpate_tongue_content (tongue, area->id, area->name));
    }
  if (names->len > 0)
    {
      g_autofree char *line = NULL;

      /* Translators: %s are areas of the body, "Front of the neck; Hollow above the collarbone" */
      line = g_strdup_printf (T (tongue, "Never press here: %s."), names->str);
      palpate_sheet_add_sentence (text, line);
    }
  return g_string_free (text, FALSE);
}

/**
 * palpate_sheet_text_care:
 * @sharing: (nullable): the points of the sheet, if palpate_sheet_text_shared_care() says what they have in common
 *
 * Returns: (nullable): markup: the cautions of the point and its muscle, and where not to press
 */
char *
palpate_sheet_text_care (PalpateAtlas       *atlas,
                         const PalpatePoint *point,
                         GArray             *sharing,
                         PalpateTongue      *tongue)
{
  g_autoptr (GPtrArray) cautions = g_ptr_array_new (), areas = g_ptr_array_new ();
  g_autofree char *words = NULL;

  collect_cautions (cautions, point);
  palpate_sheet_collect_ids (areas, point->danger_areas);
  words = create_words (atlas, cautions, areas, sharing, 0, tongue);
  return *words != '\0' ? palpate_sheet_label (T (tongue, "Take care."), words) : NULL;
}

/* "1, 3" */
static char *
join_numbers (guint owners)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; owners >> i != 0; i++)
    if ((owners & 1u << i) != 0)
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", i + 1);
  return g_string_free (numbers, FALSE);
}

/* "Take care at 1, 3." */
static char *
create_heading (guint          owners,
                PalpateTongue *tongue)
{
  g_autofree char *numbers = join_numbers (owners);

  /* Translators: cautions for several points of the page; %s are their numbers, such as "1, 3" */
  return g_strdup_printf (T (tongue, "Take care at %s."), numbers);
}

/**
 * palpate_sheet_text_shared_care:
 * @sources: (element-type PalpateSidedPoint): the points of the sheet, few
 *
 * Returns: (nullable): markup: the cautions that several of them have in common
 */
char *
palpate_sheet_text_shared_care (PalpateAtlas  *atlas,
                                GArray        *sources,
                                PalpateTongue *tongue)
{
  g_autoptr (GPtrArray) cautions = g_ptr_array_new (), areas = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      collect_cautions (cautions, g_array_index (sources, PalpateSidedPoint, i).point);
      palpate_sheet_collect_ids (areas, g_array_index (sources, PalpateSidedPoint, i).point->danger_areas);
    }
  for (guint owners = (1u << sources->len) - 1; owners > 0; owners--)   /* what holds for all first */
    {
      g_autofree char *words = is_shared (owners) ? create_words (atlas, cautions, areas, sources, owners, tongue) : g_strdup ("");
      g_autofree char *heading = create_heading (owners, tongue);
      g_autofree char *part = *words != '\0' ? palpate_sheet_label (heading, words) : NULL;

      palpate_sheet_add_sentence (text, part);
    }
  return g_string_free (text, text->len == 0);
}

/* What a condition says, and a bit for each of the tasks that it says it of. */
typedef struct {
  const PalpateProfile       *profile;
  const PalpateProfileEffect *effect;
  guint                       owners;
} Flag;

static void
collect_flags (GArray           *flags,
               PalpateJudgement *judgement,
               guint             task)
{
  for (guint i = 0; judgement != NULL && i < judgement->reasons->len; i++)
    {
      const PalpateCareReason *reason = &g_array_index (judgement->reasons, PalpateCareReason, i);
      guint j;

      for (j = 0; j < flags->len && g_array_index (flags, Flag, j).effect != reason->effect; j++)
        ;
      if (j == flags->len)
        g_array_append_val (flags, ((Flag) { reason->profile, reason->effect, 0 }));
      g_array_index (flags, Flag, j).owners |= 1u << task;
    }
}

/**
 * palpate_sheet_text_flags:
 * @sheet: one that its care profile admits
 *
 * Returns: (nullable): markup: what the care profile says to mind at its tasks
 */
char *
palpate_sheet_text_flags (PalpateSheet  *sheet,
                          PalpateTongue *tongue)
{
  const guint n_tasks = palpate_sheet_get_n_tasks (sheet);
  const guint all = (1u << n_tasks) - 1;
  g_autoptr (GArray) flags = g_array_new (FALSE, FALSE, sizeof (Flag));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_tasks; i++)
    {
      PalpateTask *task = palpate_sheet_get_task (sheet, i);
      g_autoptr (PalpateJudgement) pressing = palpate_sheet_treats (sheet, task) ? palpate_sheet_judge (sheet, task) : NULL;
      g_autoptr (PalpateJudgement) stretching
        = palpate_sheet_has_part (sheet, PALPATE_SHEET_PART_STRETCHES) ? palpate_sheet_judge_stretch (sheet, task) : NULL;

      collect_flags (flags, pressing, i);
      collect_flags (flags, stretching, i);
    }
  for (guint i = 0; i < flags->len; i++)
    {
      const Flag *flag = &g_array_index (flags, Flag, i);
      const char *words = palpate_tongue_content (tongue, flag->profile->id, flag->effect->text);
      g_autofree char *numbers = join_numbers (flag->owners);
      /* Translators: the numbers of points on the page, such as "1, 3"; then what to mind there, a sentence */
      g_autofree char *numbered = g_strdup_printf (T (tongue, "At %1$s: %2$s"), numbers, words);

      palpate_sheet_add_sentence (text, flag->owners == all ? words : numbered);
    }
  return text->len > 0 ? palpate_sheet_label (T (tongue, "Because of your care profile."), text->str) : NULL;
}

/* "Soleus, left", or "Soleus, left (Press with a roller)" where the point stays. */
static char *
name_left_out (const PalpateLeftOut *item,
               PalpateTongue        *tongue)
{
  g_autofree char *point = palpate_sheet_text_point (tongue, item->source);
  const char *what = item->technique != NULL ? palpate_tongue_content (tongue, item->technique->id, item->technique->name)
                     : item->stretch != NULL ? palpate_tongue_content (tongue, item->stretch->id, item->stretch->name) : NULL;

  if (what == NULL)
    return g_steal_pointer (&point);
  /* Translators: a muscle with its side; a technique or a stretch */
  return g_strdup_printf (T (tongue, "%1$s (%2$s)"), point, what);
}

/**
 * palpate_sheet_text_left_out:
 * @left_out: (element-type PalpateLeftOut)
 *
 * Returns: (nullable): markup: what the care profile left out, and why: each reason once
 */
char *
palpate_sheet_text_left_out (GArray        *left_out,
                             PalpateTongue *tongue)
{
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < left_out->len; i++)
    {
      const PalpateCareReason *reason = &g_array_index (left_out, PalpateLeftOut, i).reason;
      g_autoptr (GString) names = g_string_new (NULL);
      g_autofree char *line = NULL;

      if (!g_hash_table_add (said, (gpointer) reason->effect))
        continue;
      for (guint j = i; j < left_out->len; j++)
        {
          const PalpateLeftOut *item = &g_array_index (left_out, PalpateLeftOut, j);
          g_autofree char *name = item->reason.effect == reason->effect ? name_left_out (item, tongue) : NULL;

          if (name != NULL)
            g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
        }
      /* Translators: the name of a point, then a whole sentence that says why something is shorter or left out */
      line = g_strdup_printf (T (tongue, "%1$s: %2$s"), names->str, palpate_tongue_content (tongue, reason->profile->id, reason->effect->text));
      palpate_sheet_add_sentence (text, line);
    }
  return text->len > 0 ? palpate_sheet_label (T (tongue, "Left out for you."), text->str) : NULL;
}
