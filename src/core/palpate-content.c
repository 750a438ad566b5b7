/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-content.h"

#include <glib/gi18n-lib.h>

#include "palpate-language.h"

#define VALUES(...) ((const char *const[]) { __VA_ARGS__, NULL })

static const char *const body_parts[] = { "head-neck",  "shoulder-arm", "hand", "trunk", "hip-thigh",
                                          "knee-leg",   "ankle-foot",   NULL };
static const char *const families[] = { "compression", "stroke", "friction", "release", "stretch",
                                        "relax",       "warmth", "device",   NULL };
static const char *const grades[] = { "A", "B", "C", "D", NULL };
static const char *const prevalences[] = { "very common", "common", "occasional", "rare", NULL };
static const char *const modes[] = { "self", "self-gentle", "professional", NULL };
static const char *const postures[] = { "any", "sit", "stand", "kneel", "lie", NULL };
static const char *const movements[] = { "lie-front",     "lie-back",   "lie-side",      "kneel",        "belly-stretched",  "hip-bent-far",
                                         "hip-across",    "hip-turned-in", "legs-crossed", "knee-bent-far", "arm-behind-or-up", NULL };
static const char *const urgencies[] = { "emergency", "same-day", "soon", NULL };

/* The tables read like the files: one line a member. */
#define MEMBER(Type, field, json, kind, ...) \
  { .name = json, .c_name = #field, .type = PALPATE_MEMBER_##kind, .offset = G_STRUCT_OFFSET (Type, field), __VA_ARGS__ }
#define SHAPE(Type, members) { sizeof (Type), #Type, members }
#define OPTIONAL .flags = PALPATE_MEMBER_OPTIONAL
#define NONEMPTY .flags = PALPATE_MEMBER_NONEMPTY
#define RANGE(low, high) .minimum = low, .maximum = high
#define ONE_OF(names) .values = names
#define OF(kind) .target = PALPATE_ITEM_##kind
#define EACH(table) .shape = &table
#define END { NULL }

static const PalpateMember evidence_members[] = {
  MEMBER (PalpateEvidence, sources, "sources", REFERENCES, NONEMPTY, OF (SOURCE)),
  MEMBER (PalpateEvidence, grade, "grade", ENUM, ONE_OF (grades)),
  MEMBER (PalpateEvidence, disputed, "disputed", TEXT, OPTIONAL),
  END
};
static const PalpateShape evidence_shape = SHAPE (PalpateEvidence, evidence_members);

#define EVIDENCE(Type) MEMBER (Type, evidence, "", INLINE, EACH (evidence_shape))

/* The ceilings of every dose: a hold of at most 90 s, 120 s on one point, six times a day. The values in
 * data/content say what is asked for; these only bound what can be a dose at all. A stroke counts as a repeat.
 */
static const PalpateMember dose_members[] = {
  MEMBER (PalpateDose, hold_seconds, "holdSeconds", INTEGER, RANGE (1, 90)),
  MEMBER (PalpateDose, repeats, "repeats", INTEGER, RANGE (1, 20)),
  MEMBER (PalpateDose, rest_seconds, "restSeconds", INTEGER, RANGE (0, 120)),
  MEMBER (PalpateDose, times_a_day, "timesADay", INTEGER, RANGE (1, 6)),
  END
};
static const PalpateShape dose_shape = SHAPE (PalpateDose, dose_members);

static const PalpateMember ceiling_members[] = {
  MEMBER (PalpateDose, hold_seconds, "holdSeconds", INTEGER, RANGE (1, 600)),
  MEMBER (PalpateDose, per_point_seconds, "perPointSeconds", INTEGER, RANGE (1, 600)),
  MEMBER (PalpateDose, times_a_day, "timesADay", INTEGER, RANGE (1, 6)),
  END
};
static const PalpateShape ceiling_shape = SHAPE (PalpateDose, ceiling_members);

static const PalpateMember device_dose_members[] = {
  MEMBER (PalpateDose, hold_seconds, "holdSeconds", INTEGER, RANGE (1, 1200)),
  MEMBER (PalpateDose, repeats, "repeats", INTEGER, RANGE (1, 60)),
  MEMBER (PalpateDose, rest_seconds, "restSeconds", INTEGER, RANGE (0, 120)),
  MEMBER (PalpateDose, times_a_day, "timesADay", INTEGER, RANGE (1, 6)),
  END
};
static const PalpateShape technique_dose_shape = SHAPE (PalpateDose, device_dose_members);

static const PalpateMember technique_ceiling_members[] = {
  MEMBER (PalpateDose, hold_seconds, "holdSeconds", INTEGER, RANGE (1, 1200)),
  MEMBER (PalpateDose, per_point_seconds, "perPointSeconds", INTEGER, RANGE (1, 1200)),
  MEMBER (PalpateDose, times_a_day, "timesADay", INTEGER, RANGE (1, 6)),
  END
};
static const PalpateShape technique_ceiling_shape = SHAPE (PalpateDose, technique_ceiling_members);

static const PalpateMember region_members[] = {
  MEMBER (PalpateRegion, id, "id", ID),
  MEMBER (PalpateRegion, sided, "sided", BOOLEAN),
  MEMBER (PalpateRegion, list_only, "listOnly", BOOLEAN, OPTIONAL),
  MEMBER (PalpateRegion, name, "name", TEXT),
  MEMBER (PalpateRegion, extent, "extent", TEXT),
  MEMBER (PalpateRegion, body_part, "bodyPart", ENUM, ONE_OF (body_parts)),
  MEMBER (PalpateRegion, synonyms, "synonyms", WORDS),
  MEMBER (PalpateRegion, lookalikes, "lookalikes", REFERENCES, NONEMPTY, OF (LOOKALIKE)),
  MEMBER (PalpateRegion, red_flags, "redFlags", REFERENCES, OF (RED_FLAG)),
  MEMBER (PalpateRegion, advice, "advice", REFERENCES, OF (ADVICE)),
  END
};
static const PalpateShape region_shape = SHAPE (PalpateRegion, region_members);

static const PalpateMember complaint_members[] = {
  MEMBER (PalpateComplaint, id, "id", ID),
  MEMBER (PalpateComplaint, text, "text", TEXT),
  MEMBER (PalpateComplaint, hint, "hint", TEXT),
  MEMBER (PalpateComplaint, regions, "regions", REFERENCES, NONEMPTY, OF (REGION)),
  MEMBER (PalpateComplaint, muscles, "muscles", REFERENCES, OF (MUSCLE)),
  MEMBER (PalpateComplaint, synonyms, "synonyms", WORDS),
  MEMBER (PalpateComplaint, often_asked, "oftenAsked", BOOLEAN),
  END
};
static const PalpateShape complaint_shape = SHAPE (PalpateComplaint, complaint_members);

static const PalpateMember referral_members[] = {
  MEMBER (PalpateReferral, region, "region", REFERENCE, OF (REGION)),
  MEMBER (PalpateReferral, kind, "kind", ENUM, ONE_OF (VALUES ("essential", "spillover"))),
  MEMBER (PalpateReferral, side, "side", ENUM, ONE_OF (VALUES ("same", "both", "opposite"))),
  MEMBER (PalpateReferral, share, "share", ENUM, ONE_OF (VALUES ("whole", "part", "edge"))),
  MEMBER (PalpateReferral, words, "words", TEXT, OPTIONAL),
  END
};
static const PalpateShape referral_shape = SHAPE (PalpateReferral, referral_members);

static const PalpateMember point_technique_members[] = {
  MEMBER (PalpatePointTechnique, technique, "technique", REFERENCE, OF (TECHNIQUE)),
  MEMBER (PalpatePointTechnique, involves, "involves", ENUMS, OPTIONAL, ONE_OF (movements)),
  MEMBER (PalpatePointTechnique, steps, "steps", WORDS, NONEMPTY),
  MEMBER (PalpatePointTechnique, dose, "", INLINE, EACH (dose_shape)),
  END
};
static const PalpateShape point_technique_shape = SHAPE (PalpatePointTechnique, point_technique_members);

static const PalpateMember prevalence_members[] = {
  MEMBER (PalpatePrevalence, value, "value", ENUM, ONE_OF (prevalences)),
  EVIDENCE (PalpatePrevalence),
  END
};
static const PalpateShape prevalence_shape = SHAPE (PalpatePrevalence, prevalence_members);

static const PalpateMember point_members[] = {
  MEMBER (PalpatePoint, id, "id", ID),
  MEMBER (PalpatePoint, label, "label", TEXT),
  MEMBER (PalpatePoint, where, "where", TEXT),
  MEMBER (PalpatePoint, find, "find", WORDS, NONEMPTY),
  MEMBER (PalpatePoint, prevalence, "prevalence", OBJECT, EACH (prevalence_shape)),
  MEMBER (PalpatePoint, mode, "mode", ENUM, ONE_OF (modes)),
  MEMBER (PalpatePoint, reach, "reach", ENUM, ONE_OF (VALUES ("hand", "ball", "gentle", "therapist"))),
  MEMBER (PalpatePoint, painless, "painless", BOOLEAN, OPTIONAL),
  MEMBER (PalpatePoint, refers_to, "refersTo", OBJECTS, NONEMPTY, EACH (referral_shape)),
  MEMBER (PalpatePoint, essential_text, "essentialText", TEXT),
  MEMBER (PalpatePoint, spillover_text, "spilloverText", TEXT, OPTIONAL),
  MEMBER (PalpatePoint, techniques, "techniques", OBJECTS, EACH (point_technique_shape)),
  MEMBER (PalpatePoint, ask_for, "askFor", WORDS, OPTIONAL),
  MEMBER (PalpatePoint, instead, "instead", TEXT, OPTIONAL),
  MEMBER (PalpatePoint, danger_areas, "dangerAreas", REFERENCES, OF (DANGER_AREA)),
  MEMBER (PalpatePoint, cautions, "cautions", REFERENCES, OF (CAUTION)),
  MEMBER (PalpatePoint, related, "related", REFERENCES, OF (POINT)),
  EVIDENCE (PalpatePoint),
  END
};
static const PalpateShape point_shape = SHAPE (PalpatePoint, point_members);

static const PalpateMember muscle_members[] = {
  MEMBER (PalpateMuscle, id, "id", ID),
  MEMBER (PalpateMuscle, name, "name", TEXT),
  MEMBER (PalpateMuscle, plain_name, "plainName", TEXT),
  MEMBER (PalpateMuscle, latin, "latin", STRING),
  MEMBER (PalpateMuscle, also_called, "alsoCalled", WORDS),
  MEMBER (PalpateMuscle, abbreviations, "abbreviations", STRINGS),
  MEMBER (PalpateMuscle, actions, "actions", WORDS, NONEMPTY),
  MEMBER (PalpateMuscle, origin, "origin", TEXT),
  MEMBER (PalpateMuscle, insertion, "insertion", TEXT),
  MEMBER (PalpateMuscle, feels_like, "feelsLike", WORDS, NONEMPTY),
  MEMBER (PalpateMuscle, mistaken_for, "mistakenFor", WORDS),
  MEMBER (PalpateMuscle, set_off_by, "setOffBy", WORDS, NONEMPTY),
  MEMBER (PalpateMuscle, kept_going_by, "keptGoingBy", WORDS),
  MEMBER (PalpateMuscle, related, "related", REFERENCES, OF (MUSCLE)),
  MEMBER (PalpateMuscle, stretches, "stretches", REFERENCES, OF (STRETCH)),
  MEMBER (PalpateMuscle, advice, "advice", REFERENCES, OF (ADVICE)),
  MEMBER (PalpateMuscle, cautions, "cautions", REFERENCES, OF (CAUTION)),
  EVIDENCE (PalpateMuscle),
  MEMBER (PalpateMuscle, points, "points", OBJECTS, NONEMPTY, EACH (point_shape)),
  END
};
static const PalpateShape muscle_shape = SHAPE (PalpateMuscle, muscle_members);

static const PalpateMember technique_members[] = {
  MEMBER (PalpateTechnique, id, "id", ID),
  MEMBER (PalpateTechnique, name, "name", TEXT),
  MEMBER (PalpateTechnique, synonyms, "synonyms", WORDS, OPTIONAL),
  MEMBER (PalpateTechnique, family, "family", ENUM, ONE_OF (families)),
  MEMBER (PalpateTechnique, who, "who", ENUM, ONE_OF (VALUES ("self", "professional"))),
  MEMBER (PalpateTechnique, tool, "tool", ENUM,
          ONE_OF (VALUES ("hands", "ball-wall", "ball-floor", "roller", "stick", "cane", "none", "device"))),
  MEMBER (PalpateTechnique, posture, "posture", ENUM, OPTIONAL, ONE_OF (postures)),
  MEMBER (PalpateTechnique, ready, "ready", TEXT, OPTIONAL),
  MEMBER (PalpateTechnique, how, "how", TEXT),
  MEMBER (PalpateTechnique, cue, "cue", TEXT, OPTIONAL),
  MEMBER (PalpateTechnique, works, "works", TEXT),
  MEMBER (PalpateTechnique, benefit, "benefit", TEXT),
  MEMBER (PalpateTechnique, limits, "limits", TEXT),
  MEMBER (PalpateTechnique, dose, "dose", OBJECT, OPTIONAL, EACH (technique_dose_shape)),
  MEMBER (PalpateTechnique, ceiling, "ceiling", OBJECT, OPTIONAL, EACH (technique_ceiling_shape)),
  MEMBER (PalpateTechnique, contraindications, "contraindications", REFERENCES, NONEMPTY, OF (CONTRAINDICATION)),
  MEMBER (PalpateTechnique, stop_rules, "stopRules", REFERENCES, OF (STOP_RULE)),
  EVIDENCE (PalpateTechnique),
  END
};
static const PalpateShape technique_shape = SHAPE (PalpateTechnique, technique_members);

static const PalpateMember stretch_members[] = {
  MEMBER (PalpateStretch, id, "id", ID),
  MEMBER (PalpateStretch, name, "name", TEXT),
  MEMBER (PalpateStretch, posture, "posture", ENUM, ONE_OF (postures)),
  MEMBER (PalpateStretch, involves, "involves", ENUMS, OPTIONAL, ONE_OF (movements)),
  MEMBER (PalpateStretch, position, "position", TEXT),
  MEMBER (PalpateStretch, direction, "direction", TEXT),
  MEMBER (PalpateStretch, feel, "feel", TEXT),
  MEMBER (PalpateStretch, avoid, "avoid", TEXT),
  MEMBER (PalpateStretch, hold_seconds, "holdSeconds", INTEGER, RANGE (1, 120)),
  MEMBER (PalpateStretch, repeats, "repeats", INTEGER, RANGE (1, 20)),
  MEMBER (PalpateStretch, ceiling, "ceiling", OBJECT, EACH (ceiling_shape)),
  MEMBER (PalpateStretch, contraindications, "contraindications", REFERENCES, NONEMPTY, OF (CONTRAINDICATION)),
  MEMBER (PalpateStretch, stop_rules, "stopRules", REFERENCES, NONEMPTY, OF (STOP_RULE)),
  EVIDENCE (PalpateStretch),
  END
};
static const PalpateShape stretch_shape = SHAPE (PalpateStretch, stretch_members);

static const PalpateMember advice_members[] = {
  MEMBER (PalpateAdvice, id, "id", ID),
  MEMBER (PalpateAdvice, topic, "topic", ENUM,
          ONE_OF (VALUES ("activity", "posture", "work", "stress", "sleep", "food", "water", "doctor"))),
  MEMBER (PalpateAdvice, title, "title", TEXT),
  MEMBER (PalpateAdvice, synonyms, "synonyms", WORDS, OPTIONAL),
  MEMBER (PalpateAdvice, text, "text", TEXT),
  EVIDENCE (PalpateAdvice),
  END
};
static const PalpateShape advice_shape = SHAPE (PalpateAdvice, advice_members);

static const PalpateMember caution_members[] = {
  MEMBER (PalpateCaution, id, "id", ID),
  MEMBER (PalpateCaution, text, "text", TEXT),
  MEMBER (PalpateCaution, stop_if, "stopIf", TEXT, OPTIONAL),
  MEMBER (PalpateCaution, pressure, "pressure", INTEGER, OPTIONAL, RANGE (1, 10)),
  EVIDENCE (PalpateCaution),
  END
};
static const PalpateShape caution_shape = SHAPE (PalpateCaution, caution_members);

static const PalpateMember red_flag_members[] = {
  MEMBER (PalpateRedFlag, id, "id", ID),
  MEMBER (PalpateRedFlag, title, "title", TEXT),
  MEMBER (PalpateRedFlag, sign, "sign", TEXT),
  MEMBER (PalpateRedFlag, act, "act", TEXT),
  MEMBER (PalpateRedFlag, urgency, "urgency", ENUM, ONE_OF (urgencies)),
  MEMBER (PalpateRedFlag, synonyms, "synonyms", WORDS, NONEMPTY),
  EVIDENCE (PalpateRedFlag),
  END
};
static const PalpateShape red_flag_shape = SHAPE (PalpateRedFlag, red_flag_members);

static const PalpateMember contraindication_members[] = {
  MEMBER (PalpateContraindication, id, "id", ID),
  MEMBER (PalpateContraindication, name, "name", TEXT),
  MEMBER (PalpateContraindication, text, "text", TEXT),
  MEMBER (PalpateContraindication, action, "action", ENUM, ONE_OF (VALUES ("avoid", "ask"))),
  EVIDENCE (PalpateContraindication),
  END
};
static const PalpateShape contraindication_shape = SHAPE (PalpateContraindication, contraindication_members);

static const PalpateMember danger_area_members[] = {
  MEMBER (PalpateDangerArea, id, "id", ID),
  MEMBER (PalpateDangerArea, name, "name", TEXT),
  MEMBER (PalpateDangerArea, text, "text", TEXT),
  EVIDENCE (PalpateDangerArea),
  END
};
static const PalpateShape danger_area_shape = SHAPE (PalpateDangerArea, danger_area_members);

static const PalpateMember profile_effect_members[] = {
  MEMBER (PalpateProfileEffect, effect, "effect", ENUM, ONE_OF (VALUES ("remove", "flag"))),
  MEMBER (PalpateProfileEffect, techniques, "techniques", REFERENCES, OPTIONAL, OF (TECHNIQUE)),
  MEMBER (PalpateProfileEffect, families, "families", ENUMS, OPTIONAL, ONE_OF (families)),
  MEMBER (PalpateProfileEffect, body_parts, "bodyParts", ENUMS, OPTIONAL, ONE_OF (body_parts)),
  MEMBER (PalpateProfileEffect, muscles, "muscles", REFERENCES, OPTIONAL, OF (MUSCLE)),
  MEMBER (PalpateProfileEffect, involves, "involves", ENUMS, OPTIONAL, ONE_OF (movements)),
  MEMBER (PalpateProfileEffect, pressure, "pressure", INTEGER, OPTIONAL, RANGE (1, 5)),
  MEMBER (PalpateProfileEffect, text, "text", TEXT),
  END
};
static const PalpateShape profile_effect_shape = SHAPE (PalpateProfileEffect, profile_effect_members);

static const PalpateMember profile_members[] = {
  MEMBER (PalpateProfile, id, "id", ID),
  MEMBER (PalpateProfile, name, "name", TEXT),
  MEMBER (PalpateProfile, hint, "hint", TEXT),
  MEMBER (PalpateProfile, synonyms, "synonyms", WORDS, NONEMPTY),
  MEMBER (PalpateProfile, effects, "effects", OBJECTS, NONEMPTY, EACH (profile_effect_shape)),
  EVIDENCE (PalpateProfile),
  END
};
static const PalpateShape profile_shape = SHAPE (PalpateProfile, profile_members);

static const PalpateMember rule_members[] = {
  MEMBER (PalpateRule, id, "id", ID),
  MEMBER (PalpateRule, value, "value", INTEGER, RANGE (1, 3600)),
  MEMBER (PalpateRule, text, "text", TEXT),
  EVIDENCE (PalpateRule),
  END
};
static const PalpateShape rule_shape = SHAPE (PalpateRule, rule_members);

static const PalpateMember lookalike_members[] = {
  MEMBER (PalpateLookalike, id, "id", ID),
  MEMBER (PalpateLookalike, name, "name", TEXT),
  MEMBER (PalpateLookalike, hint, "hint", TEXT),
  MEMBER (PalpateLookalike, text, "text", TEXT),
  MEMBER (PalpateLookalike, act, "act", TEXT),
  MEMBER (PalpateLookalike, kind, "kind", ENUM,
          ONE_OF (VALUES ("joint", "nerve", "organ", "vessel", "bone", "skin", "other"))),
  MEMBER (PalpateLookalike, synonyms, "synonyms", WORDS, OPTIONAL),
  EVIDENCE (PalpateLookalike),
  END
};
static const PalpateShape lookalike_shape = SHAPE (PalpateLookalike, lookalike_members);

static const PalpateMember paragraph_members[] = {
  MEMBER (PalpateParagraph, text, "text", TEXT),
  EVIDENCE (PalpateParagraph),
  END
};
static const PalpateShape paragraph_shape = SHAPE (PalpateParagraph, paragraph_members);

static const PalpateMember section_members[] = {
  MEMBER (PalpateSection, heading, "heading", TEXT),
  MEMBER (PalpateSection, paragraphs, "paragraphs", OBJECTS, NONEMPTY, EACH (paragraph_shape)),
  END
};
static const PalpateShape section_shape = SHAPE (PalpateSection, section_members);

static const PalpateMember figure_members[] = {
  MEMBER (PalpateFigure, view, "view", STRING),
  MEMBER (PalpateFigure, points, "points", REFERENCES, OPTIONAL, OF (POINT)),
  MEMBER (PalpateFigure, regions, "regions", REFERENCES, OPTIONAL, OF (REGION)),
  END
};
static const PalpateShape figure_shape = SHAPE (PalpateFigure, figure_members);

static const PalpateMember page_members[] = {
  MEMBER (PalpatePage, id, "id", ID),
  MEMBER (PalpatePage, title, "title", TEXT),
  MEMBER (PalpatePage, summary, "summary", TEXT),
  MEMBER (PalpatePage, synonyms, "synonyms", WORDS, OPTIONAL),
  MEMBER (PalpatePage, figure, "figure", OBJECT, OPTIONAL, EACH (figure_shape)),
  MEMBER (PalpatePage, sections, "sections", OBJECTS, NONEMPTY, EACH (section_shape)),
  END
};
static const PalpateShape page_shape = SHAPE (PalpatePage, page_members);

static const PalpateMember ready_task_members[] = {
  MEMBER (PalpateReadyTask, point, "point", REFERENCE, OF (POINT)),
  MEMBER (PalpateReadyTask, side, "side", ENUM, ONE_OF (VALUES ("left", "right", "both"))),
  MEMBER (PalpateReadyTask, technique, "technique", REFERENCE, OPTIONAL, OF (TECHNIQUE)),
  END
};
static const PalpateShape ready_task_shape = SHAPE (PalpateReadyTask, ready_task_members);

static const PalpateMember ready_routine_members[] = {
  MEMBER (PalpateReadyRoutine, id, "id", ID),
  MEMBER (PalpateReadyRoutine, name, "name", TEXT),
  MEMBER (PalpateReadyRoutine, hint, "hint", TEXT),
  MEMBER (PalpateReadyRoutine, tasks, "tasks", OBJECTS, NONEMPTY, EACH (ready_task_shape)),
  EVIDENCE (PalpateReadyRoutine),
  END
};
static const PalpateShape ready_routine_shape = SHAPE (PalpateReadyRoutine, ready_routine_members);

static const PalpateMember source_members[] = {
  MEMBER (PalpateSource, id, "id", ID),
  MEMBER (PalpateSource, title, "title", STRING),
  MEMBER (PalpateSource, address, "address", STRING, OPTIONAL),
  MEMBER (PalpateSource, kind, "kind", TEXT),
  MEMBER (PalpateSource, year, "year", INTEGER, OPTIONAL, RANGE (1800, 2100)),
  END
};
static const PalpateShape source_shape = SHAPE (PalpateSource, source_members);

static const PalpateContentList lists[] = {
  { "sources.json", "sources", PALPATE_ITEM_SOURCE, &source_shape },
  { "regions.json", "regions", PALPATE_ITEM_REGION, &region_shape },
  { "complaints.json", "complaints", PALPATE_ITEM_COMPLAINT, &complaint_shape },
  { "techniques.json", "techniques", PALPATE_ITEM_TECHNIQUE, &technique_shape },
  { "stretches.json", "stretches", PALPATE_ITEM_STRETCH, &stretch_shape },
  { "advice.json", "advice", PALPATE_ITEM_ADVICE, &advice_shape },
  { "cautions.json", "cautions", PALPATE_ITEM_CAUTION, &caution_shape },
  { "cautions.json", "redFlags", PALPATE_ITEM_RED_FLAG, &red_flag_shape },
  { "cautions.json", "contraindications", PALPATE_ITEM_CONTRAINDICATION, &contraindication_shape },
  { "cautions.json", "dangerAreas", PALPATE_ITEM_DANGER_AREA, &danger_area_shape },
  { "cautions.json", "stopRules", PALPATE_ITEM_STOP_RULE, &caution_shape },
  { "cautions.json", "profiles", PALPATE_ITEM_PROFILE, &profile_shape },
  { "cautions.json", "rules", PALPATE_ITEM_RULE, &rule_shape },
  { "lookalikes.json", "lookalikes", PALPATE_ITEM_LOOKALIKE, &lookalike_shape },
  { "learn.json", "pages", PALPATE_ITEM_PAGE, &page_shape },
  { "routines.json", "routines", PALPATE_ITEM_ROUTINE, &ready_routine_shape },
  { "muscles/", "muscles", PALPATE_ITEM_MUSCLE, &muscle_shape },
};

/**
 * palpate_content_lists:
 * @n_lists: (out): how many
 *
 * Returns: (transfer none): every top-level list of the content files
 */
const PalpateContentList *
palpate_content_lists (guint *n_lists)
{
  *n_lists = G_N_ELEMENTS (lists);
  return lists;
}

const char *
palpate_item_kind_to_string (PalpateItemKind kind)
{
  static const char *const names[PALPATE_N_ITEM_KINDS] = {
    "region",  "complaint", "muscle",           "point",       "technique", "stretch", "advice",    "caution",
    "redFlag", "contraindication", "dangerArea", "stopRule", "profile", "lookalike", "page", "source",
    "rule",
    "routine",
  };

  g_return_val_if_fail (kind < PALPATE_N_ITEM_KINDS, NULL);

  return names[kind];
}

const char *const *
palpate_body_part_ids (void)
{
  return body_parts;
}

const char *const *
palpate_family_ids (void)
{
  return families;
}

const char *const *
palpate_movement_ids (void)
{
  return movements;
}

const char *const *
palpate_prevalence_ids (void)
{
  return prevalences;
}

const char *const *
palpate_mode_ids (void)
{
  return modes;
}

const char *const *
palpate_urgency_ids (void)
{
  return urgencies;
}

const char *
palpate_rule_kind_to_id (PalpateRuleKind kind)
{
  static const char *const ids[PALPATE_N_RULES] = {
    "hold-seconds",    "point-seconds", "point-seconds-a-day",  "times-a-day",     "points-each-time",
    "routine-seconds", "rest-seconds",  "stretch-rest-seconds", "prepare-seconds", "gather-seconds",
    "extra-seconds",   "breaths-a-minute", "plateau-sessions",
  };

  g_return_val_if_fail (kind < PALPATE_N_RULES, NULL);

  return ids[kind];
}

/**
 * palpate_content_text:
 * @item_id: the id of the item that the text stands in, its context for translators
 * @text: (nullable): a text of that item
 *
 * Returns: (transfer none) (nullable): @text in the user's language, or as it is where nobody translated it
 */
const char *
palpate_content_text (const char *item_id,
                      const char *text)
{
  if (text == NULL || *text == '\0')
    return text;
  return g_dpgettext2 (GETTEXT_PACKAGE, item_id, text);
}

/**
 * palpate_content_falls_back:
 * @item_id: the id of the item that the text stands in
 * @text: (nullable): a text of that item
 *
 * Returns: whether @text is shown in English since nobody translated it into the language of the interface
 */
gboolean
palpate_content_falls_back (const char *item_id,
                            const char *text)
{
  return palpate_content_text (item_id, text) == text && text != NULL && *text != '\0' && !palpate_language_is_source ();
}
