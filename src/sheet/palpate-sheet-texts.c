/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-texts-private.h"

#include "palpate-sheet-admit.h"

#include <string.h>

/* The stop rule that holds whatever is done. */
#define EVERY_SHEET "stop-no-change"

/* A label in bold and what it is about, escaped. */
char *
palpate_sheet_label (const char *name,
                     const char *text)
{
  return g_markup_printf_escaped ("<b>%s</b> %s", name, text);
}

/* Adds a sentence and the space before it. Sentences in another language that follow each other share one mark. */
void
palpate_sheet_add_sentence (GString    *string,
                            const char *sentence)
{
  if (sentence == NULL || *sentence == '\0')
    return;
  if (g_str_has_suffix (string->str, PALPATE_TONGUE_MARK) && g_str_has_suffix (sentence, PALPATE_TONGUE_MARK))
    g_string_truncate (string, string->len - strlen (PALPATE_TONGUE_MARK));
  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append (string, sentence);
}

/**
 * palpate_sheet_text_title:
 *
 * Returns: what the person wrote, or the plain name of the page
 */
char *
palpate_sheet_text_title (PalpateSheet  *sheet,
                          PalpateTongue *tongue)
{
  const char *title = palpate_sheet_get_text (sheet, PALPATE_SHEET_TITLE);

  /* Translators: the title of a printed page */
  return g_strdup (*title != '\0' ? title : T (tongue, "My home care"));
}

/**
 * palpate_sheet_text_subtitle:
 *
 * Returns: "For M. K. · 22 November 2026 · for two weeks"
 */
char *
palpate_sheet_text_subtitle (PalpateSheet  *sheet,
                             PalpateTongue *tongue)
{
  const char *person = palpate_sheet_get_text (sheet, PALPATE_SHEET_PERSON);
  const guint weeks = palpate_sheet_get_weeks (sheet);
  g_autofree char *date = palpate_tongue_date (tongue, palpate_sheet_get_date (sheet));
  GString *line = g_string_new (NULL);

  if (*person != '\0')
    {
      /* Translators: a sheet made for a person; %s is a name */
      g_string_append_printf (line, T (tongue, "For %s"), person);
      g_string_append (line, " · ");
    }
  g_string_append (line, date);
  if (weeks > 0)
    g_string_append_printf (line, " · %s", weeks == 2 ? T (tongue, "for two weeks") : T (tongue, "for four weeks"));
  return g_string_free (line, FALSE);
}

static const PalpateTechnique *
get_technique (PalpateTask *task)
{
  return palpate_atlas_get_technique (palpate_task_get_atlas (task), palpate_task_get_technique (task)->technique);
}

/**
 * palpate_sheet_text_pressing:
 *
 * Returns: (nullable): markup: how to press; %NULL if nothing on the sheet is pressed
 */
char *
palpate_sheet_text_pressing (PalpateSheet  *sheet,
                             PalpateTongue *tongue)
{
  const int pressure = palpate_sheet_get_pressure (sheet);
  g_autofree char *light = NULL;
  gboolean presses = FALSE;

  for (guint i = 0; i < palpate_sheet_get_n_tasks (sheet); i++)
    presses |= palpate_sheet_presses (sheet, palpate_sheet_get_task (sheet, i));
  if (!presses)
    return NULL;
  if (pressure > 0)
    {
      /* Translators: how sore it may feel at most, of 10 */
      light = g_strdup_printf (T (tongue, "Press lightly: at most %d of 10, also where a step says more. Breathe slowly. Afterwards, move the part gently."),
                               pressure);
      return palpate_sheet_label (T (tongue, "How to press."), light);
    }
  return palpate_sheet_label (T (tongue, "How to press."),
                              T (tongue, "Start lightly, then slowly a little more: strong but bearable, 4 to 6 of 10, or less where a step says so. Breathe slowly. Afterwards, move the part gently. A little soreness for a day or two is common."));
}

typedef struct {
  const PalpateAdvice *advice;
  guint                count;
  guint                order;
} Habit;

/* What serves most of the muscles first; then in the order of the tasks. */
static int
compare_habits (gconstpointer a,
                gconstpointer b)
{
  const Habit *left = a, *right = b;

  return left->count != right->count ? (int) right->count - (int) left->count : (int) left->order - (int) right->order;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const PalpateAdvice *left = ((const Habit *) a)->advice, *right = ((const Habit *) b)->advice;

  return (int) g_utf8_strlen (palpate_tongue_content (user_data, left->id, left->text), -1)
         - (int) g_utf8_strlen (palpate_tongue_content (user_data, right->id, right->text), -1);
}

static void
count_habits (PalpateSheet        *sheet,
              const PalpateMuscle *muscle,
              GArray              *habits)
{
  for (const char *const *id = muscle->advice; *id != NULL; id++)
    {
      const PalpateAdvice *advice = palpate_atlas_get (palpate_sheet_get_atlas (sheet), PALPATE_ITEM_ADVICE, *id);
      guint i;

      if (advice->topic == PALPATE_TOPIC_DOCTOR)
        continue;   /* the stop box says when to see somebody */
      for (i = 0; i < habits->len && g_array_index (habits, Habit, i).advice != advice; i++)
        ;
      if (i < habits->len)
        g_array_index (habits, Habit, i).count++;
      else
        g_array_append_val (habits, ((Habit) { advice, 1, i }));
    }
}

/**
 * palpate_sheet_text_habits:
 * @is_brief: the shortest ones, whomever they serve
 *
 * Returns: (nullable): markup: advice that fits the muscles
 */
char *
palpate_sheet_text_habits (PalpateSheet  *sheet,
                           PalpateTongue *tongue,
                           guint          n_habits,
                           gboolean       is_brief)
{
  g_autoptr (GArray) habits = g_array_new (FALSE, FALSE, sizeof (Habit));
  g_autoptr (GString) text = g_string_new (NULL);
  GArray *asked = palpate_sheet_get_asked (sheet);

  for (guint i = 0; i < palpate_sheet_get_n_tasks (sheet); i++)
    count_habits (sheet, palpate_task_get_source (palpate_sheet_get_task (sheet, i)).point->muscle, habits);
  for (guint i = 0; i < asked->len; i++)
    count_habits (sheet, g_array_index (asked, PalpateSidedPoint, i).point->muscle, habits);
  if (is_brief)
    g_array_sort_with_data (habits, compare_lengths, tongue);
  else
    g_array_sort (habits, compare_habits);
  for (guint i = 0; i < MIN (habits->len, n_habits); i++)
    {
      const PalpateAdvice *advice = g_array_index (habits, Habit, i).advice;

      palpate_sheet_add_sentence (text, palpate_tongue_content (tongue, advice->id, advice->text));
    }
  if (text->len == 0)
    return NULL;
  return palpate_sheet_label (T (tongue, "Habits that may help."), text->str);
}

/* Puts ids into @order, each once. */
void
palpate_sheet_collect_ids (GPtrArray         *order,
                           const char *const *ids)
{
  for (; *ids != NULL; ids++)
    if (!g_ptr_array_find_with_equal_func (order, *ids, g_str_equal, NULL))
      g_ptr_array_add (order, (gpointer) *ids);
}

static void
collect_flags (PalpateAtlas       *atlas,
               const PalpatePoint *point,
               GPtrArray          *flags)
{
  for (guint i = 0; i < point->refers_to.length; i++)
    {
      const PalpateReferral *referral = point->refers_to.items[i];

      if (referral->kind == PALPATE_KIND_ESSENTIAL)
        palpate_sheet_collect_ids (flags, palpate_atlas_get_region (atlas, referral->region)->red_flags);
    }
}

/* "Face droops, one side weak; Sudden worst headache ever", of one urgency. */
static char *
join_flags (PalpateAtlas   *atlas,
            PalpateTongue  *tongue,
            GPtrArray      *flags,
            PalpateUrgency  urgency)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < flags->len; i++)
    {
      const PalpateRedFlag *flag = palpate_atlas_get (atlas, PALPATE_ITEM_RED_FLAG, g_ptr_array_index (flags, i));

      if (flag->urgency != (int) urgency)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      g_string_append (text, palpate_tongue_content (tongue, flag->id, flag->title));
    }
  if (text->len > 0)
    g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/**
 * palpate_sheet_text_stop:
 *
 * Returns: markup: when to stop. Never left away.
 */
char *
palpate_sheet_text_stop (PalpateSheet  *sheet,
                         PalpateTongue *tongue)
{
  PalpateAtlas *atlas = palpate_sheet_get_atlas (sheet);
  g_autoptr (GPtrArray) rules = g_ptr_array_new ();
  g_autoptr (GString) cases = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *all = palpate_atlas_list (atlas, PALPATE_ITEM_STOP_RULE);
  const int pressure = palpate_sheet_get_pressure (sheet);
  gboolean has_cases;

  for (guint i = 0; i < palpate_sheet_get_n_tasks (sheet); i++)
    {
      PalpateTask *task = palpate_sheet_get_task (sheet, i);

      if (palpate_sheet_treats (sheet, task))
        palpate_sheet_collect_ids (rules, get_technique (task)->stop_rules);
      if (palpate_task_get_stretch (task) != NULL)
        palpate_sheet_collect_ids (rules, palpate_task_get_stretch (task)->stop_rules);
    }
  g_ptr_array_add (rules, (gpointer) EVERY_SHEET);
  /* in the order of the content */
  for (guint i = 0; i < all->len; i++)
    {
      const PalpateCaution *rule = g_ptr_array_index (all, i);

      if (!g_ptr_array_find_with_equal_func (rules, rule->id, g_str_equal, NULL))
        continue;
      if (pressure > 0 && rule->pressure > pressure)
        {
          /* Translators: follows "Stop if"; how sore it may feel at most, of 10 */
          g_autofree char *limit = g_strdup_printf (T (tongue, "the ache passes %d of 10"), pressure);

          g_string_append_printf (cases, "%s%s", cases->len > 0 ? "; " : "", limit);
        }
      else if (rule->stop_if != NULL && *rule->stop_if != '\0')
        g_string_append_printf (cases, "%s%s", cases->len > 0 ? "; " : "", palpate_tongue_content (tongue, rule->id, rule->stop_if));
      else
        palpate_sheet_add_sentence (text, palpate_tongue_content (tongue, rule->id, rule->text));
    }
  has_cases = cases->len > 0;
  if (has_cases)
    g_string_append_c (cases, '.');
  palpate_sheet_add_sentence (cases, text->str);
  /* Translators: what comes is a list of cases, "you feel a pulse; a cramp does not settle" */
  return palpate_sheet_label (has_cases ? T (tongue, "Stop if") : T (tongue, "See somebody."), cases->str);
}

/**
 * palpate_sheet_text_help:
 *
 * Returns: markup: when to see somebody, and what is an emergency. Never left away; empty if nothing is known.
 */
char *
palpate_sheet_text_help (PalpateSheet  *sheet,
                         PalpateTongue *tongue)
{
  PalpateAtlas *atlas = palpate_sheet_get_atlas (sheet);
  g_autoptr (GPtrArray) flags = g_ptr_array_new ();
  GString *markup = g_string_new (NULL);
  GArray *asked = palpate_sheet_get_asked (sheet);
  const struct {
    PalpateUrgency  urgency;
    const char     *name;
  } groups[] = {
    { PALPATE_URGENCY_SOON, T (tongue, "See a doctor soon:") },
    { PALPATE_URGENCY_SAME_DAY, T (tongue, "See a doctor today:") },
    { PALPATE_URGENCY_EMERGENCY, T (tongue, "Emergency, call for help now:") },
  };

  for (guint i = 0; i < palpate_sheet_get_n_tasks (sheet); i++)
    collect_flags (atlas, palpate_task_get_source (palpate_sheet_get_task (sheet, i)).point, flags);
  for (guint i = 0; i < asked->len; i++)
    collect_flags (atlas, g_array_index (asked, PalpateSidedPoint, i).point, flags);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *text = join_flags (atlas, tongue, flags, groups[i].urgency);
      g_autofree char *line = *text != '\0' ? palpate_sheet_label (groups[i].name, text) : NULL;

      palpate_sheet_add_sentence (markup, line);
    }
  return g_string_free (markup, FALSE);
}

static char *
add_side (PalpateTongue *tongue,
          const char    *name,
          PalpateSide    side)
{
  switch (side)
    {
    case PALPATE_SIDE_LEFT:
      /* Translators: a muscle or a place, on the person's own left */
      return g_strdup_printf (T (tongue, "%s, left"), name);
    case PALPATE_SIDE_RIGHT:
      /* Translators: a muscle or a place, on the person's own right */
      return g_strdup_printf (T (tongue, "%s, right"), name);
    case PALPATE_SIDE_BOTH:
      /* Translators: a muscle, left and right */
      return g_strdup_printf (T (tongue, "%s, both sides"), name);
    default:
      return g_strdup (name);
    }
}

/**
 * palpate_sheet_text_point:
 *
 * Returns: "Upper trapezius, left"
 */
char *
palpate_sheet_text_point (PalpateTongue     *tongue,
                          PalpateSidedPoint  source)
{
  const PalpateMuscle *muscle = source.point->muscle;

  return add_side (tongue, palpate_tongue_content (tongue, muscle->id, muscle->name), source.side);
}

/**
 * palpate_sheet_text_unseen:
 * @places: (element-type PalpatePlace): marked places
 *
 * Returns: (nullable): markup: the places, which no drawing shows; %NULL for none
 */
char *
palpate_sheet_text_unseen (PalpateAtlas  *atlas,
                           GArray        *places,
                           PalpateTongue *tongue)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PalpatePlace *place = &g_array_index (places, PalpatePlace, i);
      const PalpateRegion *region = palpate_atlas_get_region (atlas, place->region);
      g_autofree char *name = add_side (tongue, palpate_tongue_content (tongue, region->id, region->name), place->side);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", name);
    }
  return names->len > 0 ? palpate_sheet_label (T (tongue, "It also hurts here."), names->str) : NULL;
}

/**
 * palpate_sheet_text_how:
 *
 * Returns: markup: the technique and its steps, and before them how much the care profile lets it ache; or that there is
 *   nothing to press
 */
char *
palpate_sheet_text_how (PalpateSheet  *sheet,
                        PalpateTask   *task,
                        PalpateTongue *tongue)
{
  const PalpatePoint *point = palpate_task_get_source (task).point;
  const PalpateTechnique *technique = get_technique (task);
  g_autoptr (GString) steps = g_string_new (NULL);
  g_autofree char *name = g_strconcat (palpate_tongue_content (tongue, technique->id, technique->name), ".", NULL);
  g_autoptr (PalpateJudgement) judgement = palpate_sheet_judge (sheet, task);
  const int pressure = palpate_judgement_get_pressure (judgement);

  if (!palpate_sheet_treats (sheet, task))
    return g_markup_printf_escaped ("<b>%s</b>", T (tongue, "Not for pressing now, only for stretching."));
  if (pressure > 0)
    {
      /* Translators: how sore it may feel at most, of 10 */
      g_autofree char *limit = g_strdup_printf (T (tongue, "At most %d of 10."), pressure);
      g_autofree char *both = g_strdup_printf ("%s %s", name, limit);

      g_free (name);
      name = g_steal_pointer (&both);
    }
  for (const char *const *step = palpate_task_get_technique (task)->steps; *step != NULL; step++)
    palpate_sheet_add_sentence (steps, palpate_tongue_content (tongue, point->id, *step));
  return palpate_sheet_label (name, steps->str);
}

/* "60 seconds, 2 times, rest 20 s · " */
static void
append_amount (GString       *line,
               PalpateTask   *task,
               PalpateTongue *tongue)
{
  const PalpateDose dose = palpate_task_get_dose (task);

  if (palpate_technique_counts_strokes (get_technique (task)))
    g_string_append_printf (line, palpate_tongue_plural (tongue, "%d slow stroke", "%d slow strokes", dose.repeats), dose.repeats);
  else
    {
      g_string_append_printf (line, palpate_tongue_plural (tongue, "%d second", "%d seconds", dose.hold_seconds), dose.hold_seconds);
      if (dose.repeats > 1)
        {
          g_string_append (line, ", ");
          g_string_append_printf (line, palpate_tongue_plural (tongue, "%d time", "%d times", dose.repeats), dose.repeats);
          g_string_append (line, ", ");
          /* Translators: seconds of rest between holds */
          g_string_append_printf (line, T (tongue, "rest %d s"), dose.rest_seconds);
        }
    }
  g_string_append (line, " · ");
}

/**
 * palpate_sheet_text_dose:
 *
 * Returns: "60 seconds, 2 times, rest 20 s · Once a day · for 10 days"; where there is only a stretch, which says its own
 *   seconds, how often
 */
char *
palpate_sheet_text_dose (PalpateSheet  *sheet,
                         PalpateTask   *task,
                         PalpateTongue *tongue)
{
  const gboolean treats = palpate_sheet_treats (sheet, task);
  const PalpateDose dose = treats ? palpate_task_get_dose (task) : palpate_task_get_stretch_dose (task);
  GString *line = g_string_new (NULL);

  if (treats)
    append_amount (line, task, tongue);
  if (dose.times_a_day == 1)
    g_string_append (line, T (tongue, "Once a day"));
  else if (dose.times_a_day == 2)
    g_string_append (line, T (tongue, "Up to twice a day"));
  else
    g_string_append_printf (line, palpate_tongue_plural (tongue, "Up to %d time a day", "Up to %d times a day", dose.times_a_day),
                            dose.times_a_day);
  if (palpate_task_get_days (task) > 0)
    {
      g_string_append (line, " · ");
      g_string_append_printf (line, palpate_tongue_plural (tongue, "for %d day", "for %d days", palpate_task_get_days (task)),
                              (int) palpate_task_get_days (task));
    }
  return g_string_free (line, FALSE);
}

/**
 * palpate_sheet_text_stretch:
 *
 * @is_brief: without what to avoid
 *
 * Returns: (nullable): markup: the task's stretch
 */
char *
palpate_sheet_text_stretch (PalpateTask   *task,
                            PalpateTongue *tongue,
                            gboolean       is_brief)
{
  const PalpateStretch *stretch = palpate_task_get_stretch (task);
  PalpateDose dose;
  g_autoptr (GString) text = g_string_new (NULL);

  if (stretch == NULL)
    return NULL;
  dose = palpate_task_get_stretch_dose (task);
  palpate_sheet_add_sentence (text, palpate_tongue_content (tongue, stretch->id, stretch->position));
  palpate_sheet_add_sentence (text, palpate_tongue_content (tongue, stretch->id, stretch->direction));
  g_string_append_c (text, ' ');
  /* Translators: seconds of a stretch, and how many times; the end of a paragraph */
  g_string_append_printf (text, palpate_tongue_plural (tongue, "%1$d s, %2$d time.", "%1$d s, %2$d times.", dose.repeats),
                          dose.hold_seconds, dose.repeats);
  if (!is_brief && *stretch->avoid != '\0')
    {
      g_string_append_c (text, ' ');
      /* Translators: what not to do in a stretch; %s is a phrase such as "Pulling the head with force." */
      g_string_append_printf (text, T (tongue, "Avoid: %s"), palpate_tongue_content (tongue, stretch->id, stretch->avoid));
    }
  return palpate_sheet_label (T (tongue, "Stretch."), text->str);
}

/**
 * palpate_sheet_text_same_stretch:
 * @number: of the task that has it too
 *
 * Returns: markup: that the stretch is said already
 */
char *
palpate_sheet_text_same_stretch (PalpateTongue *tongue,
                                 guint          number)
{
  /* Translators: what to do is the same as for the point with this number */
  g_autofree char *text = g_strdup_printf (T (tongue, "As at %u."), number);

  return palpate_sheet_label (T (tongue, "Stretch."), text);
}

/**
 * palpate_sheet_text_ask:
 *
 * Returns: markup: what to ask a therapist for, and what to do instead
 */
char *
palpate_sheet_text_ask (const PalpatePoint *point,
                        PalpateTongue      *tongue)
{
  g_autoptr (GString) asked = g_string_new (NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (const char *const *text = point->ask_for; *text != NULL; text++)
    g_string_append_printf (asked, "%s%s", asked->len > 0 ? "; " : "", palpate_tongue_content (tongue, point->id, *text));
  g_string_append_c (asked, '.');
  first = palpate_sheet_label (T (tongue, "You can ask for:"), asked->str);
  second = palpate_sheet_label (T (tongue, "Instead, at home:"), palpate_tongue_content (tongue, point->id, point->instead));
  return g_strconcat (first, " ", second, NULL);
}
