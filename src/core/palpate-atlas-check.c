/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules that content must keep: every reference leads somewhere, and the safety of section 9 of the design
 * is enforced here, where no text can slip past it.
 */
#include "palpate-atlas-private.h"

#include <string.h>

#include "palpate-care.h"
#include "palpate-text.h"

/* Words that promise. Compared word by word with the folded text. */
static const char *const promises[] = {
  "cure", "cures", "cured", "guarantee", "guaranteed", "guarantees", "toxin", "toxins", "detox", "miracle",
  "permanently", "always works", "heals", "painless",
};

/* What a care profile must be able to see, by the words that tell the reader to do it. */
static const struct {
  const char *words;
  const char *movement;
} told[] = {
  { " lie on your front ", "lie-front" },
  { " on your back ", "lie-back" },
  { " lie on the other side ", "lie-side" },
  { " lie on the sore side ", "lie-side" },
  { " ankle on the other ", "legs-crossed" },
  { " ankle of the sore side on the other ", "legs-crossed" },
  { " behind the back ", "arm-behind-or-up" },
  { " behind the low back ", "arm-behind-or-up" },
  { " behind the head ", "arm-behind-or-up" },
  { " sore side on your head ", "arm-behind-or-up" },
  { " sore side across your forehead ", "arm-behind-or-up" },
};

typedef struct {
  PalpateAtlas         *atlas;
  PalpateContentReader *reader;
  const char           *item;   /* id of the item being checked */
} Check;

static void
check_reference (Check               *check,
                 const PalpateMember *member,
                 const char          *path,
                 const char          *id)
{
  if (*id != '\0' && palpate_atlas_get (check->atlas, member->target, id) == NULL)
    palpate_content_reader_report (check->reader, check->item, path, "there is no %s “%s”",
                                   palpate_item_kind_to_string (member->target), id);
}

static void
check_promises (Check      *check,
                const char *path,
                const char *text)
{
  g_autofree char *folded = palpate_text_fold (text);
  g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      g_autofree char *word = g_strconcat (" ", promises[i], " ", NULL);

      if (strstr (padded, word) != NULL)
        palpate_content_reader_report (check->reader, check->item, path, "promises too much: “%s”", promises[i]);
    }
}

static void
check_members (Check              *check,
               const PalpateShape *shape,
               gconstpointer       block,
               const char         *prefix)
{
  for (const PalpateMember *member = shape->members; member->name != NULL; member++)
    {
      gconstpointer field = (const guint8 *) block + member->offset;
      g_autofree char *path = g_strconcat (prefix, member->name, NULL);

      switch (member->type)
        {
        case PALPATE_MEMBER_ID:
          check->item = *(const char *const *) field;
          prefix = "";   /* paths begin at the item, as in reading */
          break;
        case PALPATE_MEMBER_TEXT:
          check_promises (check, path, *(const char *const *) field);
          break;
        case PALPATE_MEMBER_WORDS:
          for (const char *const *words = *(const char *const *const *) field; *words != NULL; words++)
            check_promises (check, path, *words);
          break;
        case PALPATE_MEMBER_REFERENCE:
          check_reference (check, member, path, *(const char *const *) field);
          break;
        case PALPATE_MEMBER_REFERENCES:
          for (const char *const *ids = *(const char *const *const *) field; *ids != NULL; ids++)
            check_reference (check, member, path, *ids);
          break;
        case PALPATE_MEMBER_INLINE:
          check_members (check, member->shape, field, prefix);
          break;
        case PALPATE_MEMBER_OBJECT:
          if (*(gconstpointer *) field != NULL)
            {
              g_autofree char *inner = g_strconcat (path, ".", NULL);

              check_members (check, member->shape, *(gconstpointer *) field, inner);
            }
          break;
        case PALPATE_MEMBER_OBJECTS:
          for (guint i = 0; i < ((const PalpateList *) field)->length; i++)
            {
              g_autofree char *inner = g_strdup_printf ("%s[%u].", path, i);
              const char *outer = check->item;

              check_members (check, member->shape, ((const PalpateList *) field)->items[i], inner);
              check->item = outer;
            }
          break;
        default:
          break;
        }
    }
}

/* Whether @involves says how one lies. */
static gboolean
says_how_one_lies (const char *const *involves)
{
  for (; *involves != NULL; involves++)
    if (g_str_has_prefix (*involves, "lie-"))
      return TRUE;
  return FALSE;
}

/* A text that has one lie down or cross the legs says so to the care profiles as well. */
static void
check_involves (Check             *check,
                const char        *item,
                const char        *path,
                const char        *text,
                const char *const *involves)
{
  g_autofree char *folded = palpate_text_fold (text);
  g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (padded, told[i].words) != NULL && !g_strv_contains (involves, told[i].movement))
      palpate_content_reader_report (check->reader, item, path, "misses “%s”", told[i].movement);
  if (g_str_has_prefix (padded, " lie ") && !says_how_one_lies (involves))
    palpate_content_reader_report (check->reader, item, path, "does not say how one lies");
}

static void
check_referrals (Check              *check,
                 const PalpatePoint *point)
{
  gboolean has_essential = FALSE;

  for (guint i = 0; i < point->refers_to.length; i++)
    {
      const PalpateReferral *referral = point->refers_to.items[i];
      const PalpateRegion *region = palpate_atlas_get_region (check->atlas, referral->region);
      g_autofree char *path = g_strdup_printf ("refersTo[%u].side", i);

      has_essential |= referral->kind == PALPATE_KIND_ESSENTIAL;
      if (region != NULL && !region->sided && referral->side != PALPATE_REFERRAL_SAME)
        palpate_content_reader_report (check->reader, point->id, path, "“%s” is on the midline and has no side", region->id);
      for (guint j = 0; j < i; j++)
        {
          const PalpateReferral *other = point->refers_to.items[j];

          if (strcmp (other->region, referral->region) == 0 && other->side == referral->side && other->kind == referral->kind
              && *referral->region != '\0')
            palpate_content_reader_report (check->reader, point->id, path, "“%s” is named twice", referral->region);
        }
    }
  if (!has_essential && point->refers_to.length > 0)
    palpate_content_reader_report (check->reader, point->id, "refersTo", "names no essential region");
}

/* Seconds of pressure on one point each time that the general rule allows. */
static int
point_ceiling (Check *check)
{
  const PalpateRule *rule = palpate_atlas_get_rule (check->atlas, PALPATE_RULE_POINT_SECONDS);

  return rule != NULL ? rule->value : G_MAXINT;   /* a missing rule is reported by itself */
}

static void
check_point_technique (Check                       *check,
                       const PalpatePoint          *point,
                       const PalpatePointTechnique *use,
                       guint                        position)
{
  const PalpateTechnique *technique = palpate_atlas_get_technique (check->atlas, use->technique);
  g_autofree char *path = g_strdup_printf ("techniques[%u]", position);

  if (technique == NULL)
    return;
  for (const char *const *step = use->steps; *step != NULL; step++)
    {
      g_autofree char *member = g_strconcat (path, ".involves", NULL);

      check_involves (check, point->id, member, *step, use->involves);
    }
  if (technique->who == PALPATE_WHO_PROFESSIONAL)
    palpate_content_reader_report (check->reader, point->id, path, "“%s” is for professionals only", technique->id);
  if (technique->ceiling == NULL)
    return;
  if (use->dose.hold_seconds > technique->ceiling->hold_seconds)
    palpate_content_reader_report (check->reader, point->id, path, "holds %d s, the ceiling of “%s” is %d s",
                                   use->dose.hold_seconds, technique->id, technique->ceiling->hold_seconds);
  if (use->dose.times_a_day > technique->ceiling->times_a_day)
    palpate_content_reader_report (check->reader, point->id, path, "is done %d times a day, the ceiling of “%s” is %d",
                                   use->dose.times_a_day, technique->id, technique->ceiling->times_a_day);
  if (technique->family == PALPATE_FAMILY_COMPRESSION
      && use->dose.hold_seconds * use->dose.repeats > MIN (point_ceiling (check), technique->ceiling->per_point_seconds))
    palpate_content_reader_report (check->reader, point->id, path, "presses %d s in all, the ceiling is %d s",
                                   use->dose.hold_seconds * use->dose.repeats,
                                   MIN (point_ceiling (check), technique->ceiling->per_point_seconds));
}

static void
check_point (Check              *check,
             const PalpatePoint *point)
{
  const gboolean professional = point->mode == PALPATE_MODE_PROFESSIONAL;

  check_referrals (check, point);
  if (professional && point->techniques.length > 0)
    palpate_content_reader_report (check->reader, point->id, "techniques", "a professional point must have no self-care");
  if (!professional && point->techniques.length == 0)
    palpate_content_reader_report (check->reader, point->id, "techniques", "says nothing to do, and is not professional");
  if (professional && (point->ask_for[0] == NULL || *point->instead == '\0'))
    palpate_content_reader_report (check->reader, point->id, "askFor", "a professional point says what to ask for and what to do instead");
  if (professional != (point->reach == PALPATE_REACH_THERAPIST))
    palpate_content_reader_report (check->reader, point->id, "reach", "“therapist” belongs to professional points, and only to them");
  if (point->mode == PALPATE_MODE_SELF && point->danger_areas[0] != NULL && point->cautions[0] == NULL
      && point->muscle->cautions[0] == NULL)
    palpate_content_reader_report (check->reader, point->id, "cautions", "lies near a danger area and gives no caution");
  for (guint i = 0; i < point->techniques.length; i++)
    check_point_technique (check, point, point->techniques.items[i], i);
}

static void
check_technique (Check                  *check,
                 const PalpateTechnique *technique)
{
  if (technique->who == PALPATE_WHO_PROFESSIONAL)
    return;
  if (technique->dose == NULL)
    palpate_content_reader_report (check->reader, technique->id, "dose", "is missing");
  if (technique->ceiling == NULL)
    palpate_content_reader_report (check->reader, technique->id, "ceiling", "is missing");
  if (*technique->cue == '\0')
    palpate_content_reader_report (check->reader, technique->id, "cue", "is missing");
  if (technique->stop_rules[0] == NULL)
    palpate_content_reader_report (check->reader, technique->id, "stopRules", "must not be empty");
}

static void
check_stretch (Check                *check,
               const PalpateStretch *stretch)
{
  check_involves (check, stretch->id, "involves", stretch->position, stretch->involves);
  if (stretch->ceiling != NULL && stretch->hold_seconds > stretch->ceiling->hold_seconds)
    palpate_content_reader_report (check->reader, stretch->id, "holdSeconds", "is above its own ceiling of %d s",
                                   stretch->ceiling->hold_seconds);
}

static void
check_routine (Check                     *check,
               const PalpateReadyRoutine *routine)
{
  const PalpateRule *most = palpate_atlas_get_rule (check->atlas, PALPATE_RULE_POINTS);

  if (most != NULL && routine->tasks.length > (guint) most->value)
    palpate_content_reader_report (check->reader, routine->id, "tasks", "has %u points, %d are the most", routine->tasks.length, most->value);
  for (guint i = 0; i < routine->tasks.length; i++)
    {
      const PalpateReadyTask *task = routine->tasks.items[i];
      const PalpatePoint *point = palpate_atlas_get_point (check->atlas, task->point);
      gboolean is_known = *task->technique == '\0';
      g_autofree char *path = g_strdup_printf ("tasks[%u]", i);

      if (point == NULL)
        continue;
      if (point->mode == PALPATE_MODE_PROFESSIONAL)
        palpate_content_reader_report (check->reader, routine->id, path, "“%s” is for professionals only", point->id);
      for (guint j = 0; j < point->techniques.length; j++)
        is_known |= strcmp (((const PalpatePointTechnique *) point->techniques.items[j])->technique, task->technique) == 0;
      if (!is_known)
        palpate_content_reader_report (check->reader, routine->id, path, "“%s” has no technique “%s”", point->id, task->technique);
      for (guint j = 0; j < i; j++)
        if (strcmp (((const PalpateReadyTask *) routine->tasks.items[j])->point, task->point) == 0)
          palpate_content_reader_report (check->reader, routine->id, path, "“%s” is named twice", point->id);
    }
}

/* Where a profile leaves out every pressing at a point, hands do nothing else there that it says nothing of. */
static void
check_profile_at (Check                *check,
                  const PalpateProfile *profile,
                  PalpateCare          *care,
                  const PalpatePoint   *point)
{
  gboolean presses = FALSE;

  for (guint i = 0; i < point->techniques.length; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];
      const PalpateTechnique *technique = palpate_atlas_get_technique (check->atlas, use->technique);
      g_autoptr (PalpateJudgement) judgement = NULL;

      if (technique == NULL || technique->family != PALPATE_FAMILY_COMPRESSION)
        continue;
      judgement = palpate_care_judge_use (care, point, use);
      if (judgement->verdict != PALPATE_VERDICT_LEFT_OUT)
        return;
      presses = TRUE;
    }
  for (guint i = 0; i < point->techniques.length && presses; i++)
    {
      const PalpatePointTechnique *use = point->techniques.items[i];
      const PalpateTechnique *technique = palpate_atlas_get_technique (check->atlas, use->technique);
      g_autoptr (PalpateJudgement) judgement = NULL;

      if (technique == NULL || technique->tool == PALPATE_TOOL_NONE)
        continue;
      judgement = palpate_care_judge_use (care, point, use);
      if (judgement->verdict == PALPATE_VERDICT_ALLOWED)
        palpate_content_reader_report (check->reader, profile->id, "effects", "leaves out pressing at “%s” and says nothing of “%s” there",
                                       point->id, technique->id);
    }
}

static void
check_profile (Check                *check,
               const PalpateProfile *profile)
{
  GPtrArray *points = palpate_atlas_list (check->atlas, PALPATE_ITEM_POINT);
  g_autoptr (PalpateCare) care = palpate_care_new (check->atlas);
  const char *const ids[] = { profile->id, NULL };

  palpate_care_set_ids (care, ids);
  for (guint i = 0; i < points->len; i++)
    check_profile_at (check, profile, care, g_ptr_array_index (points, i));
}

/* A movement that texts name and no profile speaks of would be seen by nobody. */
static void
check_movements (Check *check)
{
  GPtrArray *profiles = palpate_atlas_list (check->atlas, PALPATE_ITEM_PROFILE);

  palpate_content_reader_set_file (check->reader, "cautions.json");
  for (const char *const *movement = palpate_movement_ids (); *movement != NULL; movement++)
    {
      gboolean is_named = g_str_equal (*movement, "lie-side");   /* the way out of the other two */

      for (guint i = 0; i < profiles->len && !is_named; i++)
        {
          const PalpateList *effects = &((const PalpateProfile *) g_ptr_array_index (profiles, i))->effects;

          for (guint j = 0; j < effects->length; j++)
            is_named |= g_strv_contains (((const PalpateProfileEffect *) effects->items[j])->involves, *movement);
        }
      if (!is_named)
        palpate_content_reader_report (check->reader, NULL, "profiles", "no care profile speaks of “%s”", *movement);
    }
}

static void
check_rules (Check *check)
{
  palpate_content_reader_set_file (check->reader, "cautions.json");
  for (PalpateRuleKind kind = 0; kind < PALPATE_N_RULES; kind++)
    if (palpate_atlas_get_rule (check->atlas, kind) == NULL)
      palpate_content_reader_report (check->reader, NULL, "rules", "the rule “%s” is missing", palpate_rule_kind_to_id (kind));
}

/* Checks what spans items, once all files are read. */
void
palpate_atlas_check (PalpateAtlas         *self,
                     GArray               *items,
                     PalpateContentReader *reader)
{
  Check check = { self, reader, NULL };

  check_rules (&check);
  check_movements (&check);
  for (guint i = 0; i < items->len; i++)
    {
      const PalpateItem *item = &g_array_index (items, PalpateItem, i);

      palpate_content_reader_set_file (reader, item->file);
      if (item->kind != PALPATE_ITEM_POINT)
        check_members (&check, item->shape, item->data, "");
      if (item->kind == PALPATE_ITEM_POINT)
        check_point (&check, item->data);
      else if (item->kind == PALPATE_ITEM_TECHNIQUE)
        check_technique (&check, item->data);
      else if (item->kind == PALPATE_ITEM_STRETCH)
        check_stretch (&check, item->data);
      else if (item->kind == PALPATE_ITEM_PROFILE)
        check_profile (&check, item->data);
      else if (item->kind == PALPATE_ITEM_ROUTINE)
        check_routine (&check, item->data);
    }
}
