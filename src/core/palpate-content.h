/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the content files of data/content hold, as plain read-only structures, and the tables that
 * describe them: one table per structure drives reading, checking and the list of translatable texts.
 * Everything is owned by the atlas that loaded it, or is built in. See data/content/README.md for the meaning of each member.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  PALPATE_BODY_PART_HEAD_NECK,
  PALPATE_BODY_PART_SHOULDER_ARM,
  PALPATE_BODY_PART_HAND,
  PALPATE_BODY_PART_TRUNK,
  PALPATE_BODY_PART_HIP_THIGH,
  PALPATE_BODY_PART_KNEE_LEG,
  PALPATE_BODY_PART_ANKLE_FOOT,
  PALPATE_N_BODY_PARTS,
} PalpateBodyPart;

typedef enum { PALPATE_GRADE_A, PALPATE_GRADE_B, PALPATE_GRADE_C, PALPATE_GRADE_D } PalpateGrade;
typedef enum { PALPATE_KIND_ESSENTIAL, PALPATE_KIND_SPILLOVER } PalpateReferralKind;
typedef enum { PALPATE_REFERRAL_SAME, PALPATE_REFERRAL_BOTH, PALPATE_REFERRAL_OPPOSITE } PalpateReferralSide;
typedef enum { PALPATE_SHARE_WHOLE, PALPATE_SHARE_PART, PALPATE_SHARE_EDGE } PalpateShare;
typedef enum { PALPATE_MODE_SELF, PALPATE_MODE_SELF_GENTLE, PALPATE_MODE_PROFESSIONAL } PalpateMode;
typedef enum { PALPATE_REACH_HAND, PALPATE_REACH_BALL, PALPATE_REACH_GENTLE, PALPATE_REACH_THERAPIST } PalpateReach;
typedef enum { PALPATE_URGENCY_EMERGENCY, PALPATE_URGENCY_SAME_DAY, PALPATE_URGENCY_SOON } PalpateUrgency;
typedef enum { PALPATE_EFFECT_REMOVE, PALPATE_EFFECT_FLAG } PalpateEffectKind;
typedef enum { PALPATE_ACTION_AVOID, PALPATE_ACTION_ASK } PalpateContraindicationAction;
typedef enum { PALPATE_WHO_SELF, PALPATE_WHO_PROFESSIONAL } PalpateWho;

typedef enum {
  PALPATE_PREVALENCE_VERY_COMMON,
  PALPATE_PREVALENCE_COMMON,
  PALPATE_PREVALENCE_OCCASIONAL,
  PALPATE_PREVALENCE_RARE,
} PalpatePrevalenceValue;

typedef enum {
  PALPATE_FAMILY_COMPRESSION,
  PALPATE_FAMILY_STROKE,
  PALPATE_FAMILY_FRICTION,
  PALPATE_FAMILY_RELEASE,
  PALPATE_FAMILY_STRETCH,
  PALPATE_FAMILY_RELAX,
  PALPATE_FAMILY_WARMTH,
  PALPATE_FAMILY_DEVICE,
} PalpateFamily;

typedef enum {
  PALPATE_TOOL_HANDS,
  PALPATE_TOOL_BALL_WALL,
  PALPATE_TOOL_BALL_FLOOR,
  PALPATE_TOOL_ROLLER,
  PALPATE_TOOL_STICK,
  PALPATE_TOOL_CANE,
  PALPATE_TOOL_NONE,
  PALPATE_TOOL_DEVICE,
} PalpateTool;

typedef enum {
  PALPATE_POSTURE_ANY,
  PALPATE_POSTURE_SIT,
  PALPATE_POSTURE_STAND,
  PALPATE_POSTURE_KNEEL,
  PALPATE_POSTURE_LIE,
} PalpatePosture;

typedef enum {
  PALPATE_LOOKALIKE_JOINT,
  PALPATE_LOOKALIKE_NERVE,
  PALPATE_LOOKALIKE_ORGAN,
  PALPATE_LOOKALIKE_VESSEL,
  PALPATE_LOOKALIKE_BONE,
  PALPATE_LOOKALIKE_SKIN,
  PALPATE_LOOKALIKE_OTHER,
} PalpateLookalikeKind;

typedef enum {
  PALPATE_TOPIC_ACTIVITY,
  PALPATE_TOPIC_POSTURE,
  PALPATE_TOPIC_WORK,
  PALPATE_TOPIC_STRESS,
  PALPATE_TOPIC_SLEEP,
  PALPATE_TOPIC_FOOD,
  PALPATE_TOPIC_WATER,
  PALPATE_TOPIC_DOCTOR,
} PalpateTopic;

/* An array of pointers to structures of one kind, in the order of the file. */
typedef struct {
  guint                length;
  const gconstpointer *items;
} PalpateList;

/* The claim behind an item: where it stands written and how sure it is. */
typedef struct {
  const char *const *sources;
  int                grade;
  const char        *disputed;
} PalpateEvidence;

/* Seconds and counts. A ceiling uses hold_seconds, per_point_seconds and times_a_day. */
typedef struct {
  int hold_seconds;
  int repeats;
  int rest_seconds;
  int times_a_day;
  int per_point_seconds;
} PalpateDose;

typedef struct {
  const char        *id;
  gboolean           sided;
  gboolean           list_only;
  const char        *name;
  const char        *extent;
  int                body_part;
  const char *const *synonyms;
  const char *const *lookalikes;
  const char *const *red_flags;
  const char *const *advice;
} PalpateRegion;

typedef struct {
  const char        *id;
  const char        *text;
  const char        *hint;
  const char *const *regions;
  const char *const *muscles;
  const char *const *synonyms;
  gboolean           often_asked;
} PalpateComplaint;

typedef struct {
  const char *region;
  int         kind;
  int         side;
  int         share;
  const char *words;
} PalpateReferral;

typedef struct {
  const char        *technique;
  const char *const *involves;
  const char *const *steps;
  PalpateDose        dose;
} PalpatePointTechnique;

typedef struct {
  int             value;
  PalpateEvidence evidence;
} PalpatePrevalence;

typedef struct _PalpateMuscle PalpateMuscle;

typedef struct {
  const char              *id;
  const char              *label;
  const char              *where;
  const char *const       *find;
  const PalpatePrevalence *prevalence;
  int                      mode;
  int                      reach;
  gboolean                 painless;
  PalpateList              refers_to;
  const char              *essential_text;
  const char              *spillover_text;
  PalpateList              techniques;
  const char *const       *ask_for;
  const char              *instead;
  const char *const       *danger_areas;
  const char *const       *cautions;
  const char *const       *related;
  PalpateEvidence          evidence;
  const PalpateMuscle     *muscle;
} PalpatePoint;

struct _PalpateMuscle {
  const char        *id;
  const char        *name;
  const char        *plain_name;
  const char        *latin;
  const char *const *also_called;
  const char *const *abbreviations;
  const char *const *actions;
  const char        *origin;
  const char        *insertion;
  const char *const *feels_like;
  const char *const *mistaken_for;
  const char *const *set_off_by;
  const char *const *kept_going_by;
  const char *const *related;
  const char *const *stretches;
  const char *const *advice;
  const char *const *cautions;
  PalpateEvidence    evidence;
  PalpateList        points;
  int                body_part;
};

typedef struct {
  const char        *id;
  const char        *name;
  const char *const *synonyms;
  int                family;
  int                who;
  int                tool;
  int                posture;
  const char        *ready;   /* %NULL or empty where hands are enough */
  const char        *how;
  const char        *cue;
  const char        *works;
  const char        *benefit;
  const char        *limits;
  const PalpateDose *dose;
  const PalpateDose *ceiling;
  const char *const *contraindications;
  const char *const *stop_rules;
  PalpateEvidence    evidence;
} PalpateTechnique;

typedef struct {
  const char        *id;
  const char        *name;
  int                posture;
  const char *const *involves;   /* how one lies, and which joints go how far: what a care profile can speak of */
  const char        *position;
  const char        *direction;
  const char        *feel;
  const char        *avoid;
  int                hold_seconds;
  int                repeats;
  const PalpateDose *ceiling;
  const char *const *contraindications;
  const char *const *stop_rules;
  PalpateEvidence    evidence;
} PalpateStretch;

typedef struct {
  const char        *id;
  int                topic;
  const char        *title;
  const char *const *synonyms;
  const char        *text;
  PalpateEvidence    evidence;
} PalpateAdvice;

typedef struct {
  const char      *id;
  const char      *text;
  const char      *stop_if;    /* stop rules only; may be empty */
  int              pressure;   /* stop rules only: how sore it lets pressing feel, of 10; 0 where it says nothing of it */
  PalpateEvidence  evidence;
} PalpateCaution;

typedef struct {
  const char        *id;
  const char        *title;
  const char        *sign;
  const char        *act;
  int                urgency;
  const char *const *synonyms;
  PalpateEvidence    evidence;
} PalpateRedFlag;

typedef struct {
  const char      *id;
  const char      *name;
  const char      *text;
  int              action;
  PalpateEvidence  evidence;
} PalpateContraindication;

typedef struct {
  const char      *id;
  const char      *name;
  const char      *text;
  PalpateEvidence  evidence;
} PalpateDangerArea;

typedef struct {
  int                effect;
  const char *const *techniques;
  const char *const *families;
  const char *const *body_parts;
  const char *const *muscles;
  const char *const *involves;
  int                pressure;   /* how sore pressing may feel at most, of 10; 0 where nothing is said of it */
  const char        *text;
} PalpateProfileEffect;

typedef struct {
  const char        *id;
  const char        *name;
  const char        *hint;
  const char *const *synonyms;
  PalpateList        effects;
  PalpateEvidence    evidence;
} PalpateProfile;

/* A number that holds for all care: a ceiling or a pace; @text says it to the reader. */
typedef struct {
  const char      *id;
  int              value;
  const char      *text;
  PalpateEvidence  evidence;
} PalpateRule;

typedef struct {
  const char        *id;
  const char        *name;
  const char        *hint;
  const char        *text;
  const char        *act;
  int                kind;
  const char *const *synonyms;
  PalpateEvidence    evidence;
} PalpateLookalike;

typedef struct {
  const char      *text;
  PalpateEvidence  evidence;
} PalpateParagraph;

typedef struct {
  const char  *heading;
  PalpateList  paragraphs;
} PalpateSection;

typedef struct {
  const char        *view;
  const char *const *points;
  const char *const *regions;
} PalpateFigure;

typedef struct {
  const char          *id;
  const char          *title;
  const char          *summary;
  const char *const   *synonyms;
  const PalpateFigure *figure;
  PalpateList          sections;
} PalpatePage;

typedef struct {
  const char *id;
  const char *title;
  const char *address;
  const char *kind;
  int         year;
} PalpateSource;

/* side: 0 left, 1 right, 2 both; technique: empty for the suggested one */
typedef struct {
  const char *point;
  int         side;
  const char *technique;
} PalpateReadyTask;

/* A routine that comes with the program. */
typedef struct {
  const char      *id;
  const char      *name;
  const char      *hint;
  PalpateList      tasks;
  PalpateEvidence  evidence;
} PalpateReadyRoutine;

/* What an item is: also what an id can refer to. */
typedef enum {
  PALPATE_ITEM_REGION,
  PALPATE_ITEM_COMPLAINT,
  PALPATE_ITEM_MUSCLE,
  PALPATE_ITEM_POINT,
  PALPATE_ITEM_TECHNIQUE,
  PALPATE_ITEM_STRETCH,
  PALPATE_ITEM_ADVICE,
  PALPATE_ITEM_CAUTION,
  PALPATE_ITEM_RED_FLAG,
  PALPATE_ITEM_CONTRAINDICATION,
  PALPATE_ITEM_DANGER_AREA,
  PALPATE_ITEM_STOP_RULE,
  PALPATE_ITEM_PROFILE,
  PALPATE_ITEM_LOOKALIKE,
  PALPATE_ITEM_PAGE,
  PALPATE_ITEM_SOURCE,
  PALPATE_ITEM_RULE,
  PALPATE_ITEM_ROUTINE,
  PALPATE_N_ITEM_KINDS,
} PalpateItemKind;

/* The rules that the program asks for; each must stand in the content. */
typedef enum {
  PALPATE_RULE_HOLD_SECONDS,          /* the longest hold */
  PALPATE_RULE_POINT_SECONDS,         /* pressure on one point each time */
  PALPATE_RULE_POINT_SECONDS_A_DAY,
  PALPATE_RULE_TIMES_A_DAY,
  PALPATE_RULE_POINTS,                /* in one routine */
  PALPATE_RULE_ROUTINE_SECONDS,
  PALPATE_RULE_REST_SECONDS,          /* between holds */
  PALPATE_RULE_STRETCH_REST_SECONDS,  /* between stretches */
  PALPATE_RULE_PREPARE_SECONDS,       /* to get into position */
  PALPATE_RULE_GATHER_SECONDS,        /* to get everything ready; only reckoned with, it waits */
  PALPATE_RULE_EXTRA_SECONDS,         /* a hold made longer */
  PALPATE_RULE_BREATHS_A_MINUTE,
  PALPATE_RULE_PLATEAU_SESSIONS,      /* without less pain: no more pressure */
  PALPATE_N_RULES,
} PalpateRuleKind;

typedef enum {
  PALPATE_MEMBER_ID,
  PALPATE_MEMBER_STRING,     /* not for the reader's eye: an address, a year's kind */
  PALPATE_MEMBER_TEXT,       /* translatable */
  PALPATE_MEMBER_WORDS,      /* translatable list */
  PALPATE_MEMBER_STRINGS,
  PALPATE_MEMBER_BOOLEAN,
  PALPATE_MEMBER_INTEGER,
  PALPATE_MEMBER_ENUM,
  PALPATE_MEMBER_ENUMS,      /* list of names out of one enumeration, kept as strings */
  PALPATE_MEMBER_REFERENCE,
  PALPATE_MEMBER_REFERENCES,
  PALPATE_MEMBER_OBJECT,     /* pointer to one structure */
  PALPATE_MEMBER_OBJECTS,    /* PalpateList of structures */
  PALPATE_MEMBER_INLINE,     /* members of an embedded structure stand beside the others in the file */
} PalpateMemberType;

typedef enum {
  PALPATE_MEMBER_REQUIRED  = 0,
  PALPATE_MEMBER_OPTIONAL  = 1 << 0,
  PALPATE_MEMBER_NONEMPTY  = 1 << 1,
} PalpateMemberFlags;

typedef struct _PalpateShape PalpateShape;

/* One member of an item: its name in the file, where it goes, and what it must be. */
typedef struct {
  const char         *name;
  const char         *c_name;     /* its name in the C structure */
  PalpateMemberType   type;
  gsize               offset;
  PalpateMemberFlags  flags;
  int                 minimum;    /* integers */
  int                 maximum;
  const char *const  *values;     /* enumerations: names in the order of the C values */
  PalpateItemKind     target;     /* references */
  const PalpateShape *shape;      /* objects */
} PalpateMember;

/* The table of a structure; members end with a NULL name. */
struct _PalpateShape {
  gsize                size;
  const char          *type;      /* the name of the C structure */
  const PalpateMember *members;
};

/* A top-level list of a content file. */
typedef struct {
  const char         *file;       /* path below the content folder; a trailing slash means every file in it */
  const char         *member;
  PalpateItemKind     kind;
  const PalpateShape *shape;
} PalpateContentList;

/* An item as the build wrote it down (make-content.c), in the order of the files; points are reached through muscles. */
typedef struct {
  PalpateItemKind kind;
  gconstpointer   data;
} PalpateBuiltInItem;

/* Ends with an item without data. In the object library palpate-content, which programs link beside this one. */
extern const PalpateBuiltInItem palpate_built_in_items[];

const PalpateContentList *palpate_content_lists        (guint *n_lists);
const char               *palpate_item_kind_to_string  (PalpateItemKind kind);
const char *const        *palpate_body_part_ids        (void);
const char *const        *palpate_family_ids           (void);
const char *const        *palpate_movement_ids         (void);
const char *const        *palpate_prevalence_ids       (void);
const char *const        *palpate_mode_ids             (void);
const char *const        *palpate_urgency_ids          (void);
const char               *palpate_rule_kind_to_id      (PalpateRuleKind  kind);

const char *palpate_content_text       (const char *item_id,
                                        const char *text);
gboolean    palpate_content_falls_back (const char *item_id,
                                        const char *text);

G_END_DECLS
