/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "palpate-error.h"

struct _PalpateSheet {
  GObject parent_instance;

  /* owned */
  PalpateAtlas *atlas;
  char         *texts[PALPATE_N_SHEET_TEXTS];
  GListStore   *tasks;
  GArray       *asked;      /* PalpateSidedPoint */
  PalpateMarks *marks;      /* never changes */
  PalpateCare  *care;

  GDate         date;
  PalpatePaper  paper;
  guint         weeks;
  gboolean      large_print;
  gboolean      parts[PALPATE_N_SHEET_PARTS];
  guint         n_freezes;
  gboolean      is_changed;   /* since it was frozen */
};

/* Properties: the texts, then the parts, each in the order of its enumeration. */
enum {
  PROP_FIRST_TEXT = 1,
  PROP_FIRST_PART = PROP_FIRST_TEXT + PALPATE_N_SHEET_TEXTS,
  PROP_PAPER = PROP_FIRST_PART + PALPATE_N_SHEET_PARTS,
  PROP_WEEKS,
  PROP_LARGE_PRINT,
  N_PROPERTIES,
};

static const char *const text_names[PALPATE_N_SHEET_TEXTS] = { "title", "person", "note", "practice", "contact", "logo", "language" };
static const char *const part_names[PALPATE_N_SHEET_PARTS] = { "body", "marks", "pressing", "stretches", "habits" };

static GParamSpec *properties[N_PROPERTIES];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (PalpateSheet, palpate_sheet, G_TYPE_OBJECT)

static void
emit_changed (PalpateSheet *self)
{
  if (self->n_freezes > 0)
    self->is_changed = TRUE;
  else
    g_signal_emit (self, changed_signal, 0);
}

/**
 * palpate_sheet_freeze:
 *
 * What is changed until palpate_sheet_thaw() is one change.
 */
void
palpate_sheet_freeze (PalpateSheet *self)
{
  self->n_freezes++;
}

void
palpate_sheet_thaw (PalpateSheet *self)
{
  g_return_if_fail (self->n_freezes > 0);

  if (--self->n_freezes > 0 || !self->is_changed)
    return;
  self->is_changed = FALSE;
  emit_changed (self);
}

static void
notify_changed (PalpateSheet *self,
                guint         property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
  emit_changed (self);
}

static void
palpate_sheet_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  PalpateSheet *self = PALPATE_SHEET (object);

  if (id < PROP_FIRST_PART)
    g_value_set_string (value, self->texts[id - PROP_FIRST_TEXT]);
  else if (id < PROP_PAPER)
    g_value_set_boolean (value, self->parts[id - PROP_FIRST_PART]);
  else if (id == PROP_PAPER)
    g_value_set_uint (value, self->paper);
  else if (id == PROP_WEEKS)
    g_value_set_uint (value, self->weeks);
  else
    g_value_set_boolean (value, self->large_print);
}

static void
palpate_sheet_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  PalpateSheet *self = PALPATE_SHEET (object);

  if (id < PROP_FIRST_PART)
    palpate_sheet_set_text (self, id - PROP_FIRST_TEXT, g_value_get_string (value));
  else if (id < PROP_PAPER)
    palpate_sheet_set_part (self, id - PROP_FIRST_PART, g_value_get_boolean (value));
  else if (id == PROP_PAPER)
    palpate_sheet_set_paper (self, g_value_get_uint (value));
  else if (id == PROP_WEEKS)
    palpate_sheet_set_weeks (self, g_value_get_uint (value));
  else
    palpate_sheet_set_large_print (self, g_value_get_boolean (value));
}

static void
palpate_sheet_finalize (GObject *object)
{
  PalpateSheet *self = PALPATE_SHEET (object);

  for (guint i = 0; i < PALPATE_N_SHEET_TEXTS; i++)
    g_free (self->texts[i]);
  g_clear_object (&self->tasks);
  g_array_unref (self->asked);
  g_clear_object (&self->marks);
  g_clear_object (&self->care);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (palpate_sheet_parent_class)->finalize (object);
}

static void
palpate_sheet_class_init (PalpateSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = palpate_sheet_get_property;
  object_class->set_property = palpate_sheet_set_property;
  object_class->finalize = palpate_sheet_finalize;

  for (guint i = 0; i < PALPATE_N_SHEET_TEXTS; i++)
    properties[PROP_FIRST_TEXT + i] = g_param_spec_string (text_names[i], NULL, NULL, "", flags);
  for (guint i = 0; i < PALPATE_N_SHEET_PARTS; i++)
    properties[PROP_FIRST_PART + i] = g_param_spec_boolean (part_names[i], NULL, NULL, TRUE, flags);
  properties[PROP_PAPER] = g_param_spec_uint ("paper", NULL, NULL, 0, PALPATE_N_PAPERS - 1, PALPATE_PAPER_A4, flags);
  properties[PROP_WEEKS] = g_param_spec_uint ("weeks", NULL, NULL, 0, 4, 2, flags);
  properties[PROP_LARGE_PRINT] = g_param_spec_boolean ("large-print", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_sheet_init (PalpateSheet *self)
{
  for (guint i = 0; i < PALPATE_N_SHEET_TEXTS; i++)
    self->texts[i] = g_strdup ("");
  for (guint i = 0; i < PALPATE_N_SHEET_PARTS; i++)
    self->parts[i] = TRUE;
  self->tasks = g_list_store_new (PALPATE_TYPE_TASK);
  self->asked = g_array_new (FALSE, FALSE, sizeof (PalpateSidedPoint));
  self->marks = palpate_marks_new ();
  self->weeks = 2;
}

/**
 * palpate_sheet_new:
 * @date: the first day of the tick grid
 *
 * Returns: (transfer full): an empty sheet
 */
PalpateSheet *
palpate_sheet_new (PalpateAtlas *atlas,
                   const GDate  *date)
{
  PalpateSheet *self = g_object_new (PALPATE_TYPE_SHEET, NULL);

  self->atlas = g_object_ref (atlas);
  self->care = palpate_care_new (atlas);
  self->date = *date;
  return self;
}

PalpateAtlas *
palpate_sheet_get_atlas (PalpateSheet *self)
{
  return self->atlas;
}

const char *
palpate_sheet_get_text (PalpateSheet     *self,
                        PalpateSheetText  which)
{
  g_return_val_if_fail (which < PALPATE_N_SHEET_TEXTS, NULL);

  return self->texts[which];
}

/**
 * palpate_sheet_set_text:
 * @text: (nullable): what is longer than its place on the page is cut
 */
void
palpate_sheet_set_text (PalpateSheet     *self,
                        PalpateSheetText  which,
                        const char       *text)
{
  const glong limit = which == PALPATE_SHEET_NOTE ? PALPATE_SHEET_MAX_NOTE
                      : which == PALPATE_SHEET_LOGO ? 4096 : PALPATE_SHEET_MAX_TITLE;
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *cut = g_utf8_strlen (valid, -1) > limit ? g_utf8_substring (valid, 0, limit) : g_strdup (valid);

  g_return_if_fail (which < PALPATE_N_SHEET_TEXTS);

  if (g_str_equal (cut, self->texts[which]))
    return;
  g_free (self->texts[which]);
  self->texts[which] = g_steal_pointer (&cut);
  notify_changed (self, PROP_FIRST_TEXT + which);
}

gboolean
palpate_sheet_has_part (PalpateSheet     *self,
                        PalpateSheetPart  part)
{
  g_return_val_if_fail (part < PALPATE_N_SHEET_PARTS, FALSE);

  return self->parts[part];
}

void
palpate_sheet_set_part (PalpateSheet     *self,
                        PalpateSheetPart  part,
                        gboolean          included)
{
  g_return_if_fail (part < PALPATE_N_SHEET_PARTS);

  if (self->parts[part] == !!included)
    return;
  self->parts[part] = !!included;
  notify_changed (self, PROP_FIRST_PART + part);
}

const GDate *
palpate_sheet_get_date (PalpateSheet *self)
{
  return &self->date;
}

void
palpate_sheet_set_date (PalpateSheet *self,
                        const GDate  *date)
{
  g_return_if_fail (g_date_valid (date));

  if (g_date_compare (&self->date, date) == 0)
    return;
  self->date = *date;
  emit_changed (self);
}

PalpatePaper
palpate_sheet_get_paper (PalpateSheet *self)
{
  return self->paper;
}

void
palpate_sheet_set_paper (PalpateSheet *self,
                         PalpatePaper  paper)
{
  g_return_if_fail (paper < PALPATE_N_PAPERS);

  if (self->paper == paper)
    return;
  self->paper = paper;
  notify_changed (self, PROP_PAPER);
}

gboolean
palpate_sheet_get_large_print (PalpateSheet *self)
{
  return self->large_print;
}

void
palpate_sheet_set_large_print (PalpateSheet *self,
                               gboolean      large_print)
{
  if (self->large_print == !!large_print)
    return;
  self->large_print = !!large_print;
  notify_changed (self, PROP_LARGE_PRINT);
}

guint
palpate_sheet_get_weeks (PalpateSheet *self)
{
  return self->weeks;
}

/**
 * palpate_sheet_set_weeks:
 * @weeks: of the tick grid: 2, 4, or 0 for none
 */
void
palpate_sheet_set_weeks (PalpateSheet *self,
                         guint         weeks)
{
  g_return_if_fail (weeks == 0 || weeks == 2 || weeks == 4);

  if (self->weeks == weeks)
    return;
  self->weeks = weeks;
  notify_changed (self, PROP_WEEKS);
}

/**
 * palpate_sheet_get_care:
 *
 * Returns: (transfer none): the care profile that the pages keep to
 */
PalpateCare *
palpate_sheet_get_care (PalpateSheet *self)
{
  return self->care;
}

/**
 * palpate_sheet_set_care:
 * @care: the profile of whom the sheet is for; the tasks stay, the pages leave out what it leaves out
 */
void
palpate_sheet_set_care (PalpateSheet *self,
                        PalpateCare  *care)
{
  if (!g_set_object (&self->care, care))
    return;
  g_signal_connect_object (care, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  emit_changed (self);
}

/**
 * palpate_sheet_get_tasks:
 *
 * Returns: (transfer none): the tasks, in the order of their numbers
 */
GListModel *
palpate_sheet_get_tasks (PalpateSheet *self)
{
  return G_LIST_MODEL (self->tasks);
}

guint
palpate_sheet_get_n_tasks (PalpateSheet *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->tasks));
}

/* Returns: (transfer none) (nullable): the task with the number @position + 1 */
PalpateTask *
palpate_sheet_get_task (PalpateSheet *self,
                        guint         position)
{
  g_autoptr (PalpateTask) task = g_list_model_get_item (G_LIST_MODEL (self->tasks), position);

  return task;   /* the list's reference stays */
}

/**
 * palpate_sheet_has:
 *
 * Returns: whether the point is on the sheet, on that side
 */
gboolean
palpate_sheet_has (PalpateSheet      *self,
                   PalpateSidedPoint  source)
{
  for (guint i = 0; i < palpate_sheet_get_n_tasks (self); i++)
    {
      const PalpateSidedPoint other = palpate_task_get_source (palpate_sheet_get_task (self, i));

      if (other.point == source.point && (other.side == source.side || other.side == PALPATE_SIDE_BOTH))
        return TRUE;
    }
  for (guint i = 0; i < self->asked->len; i++)
    {
      const PalpateSidedPoint *other = &g_array_index (self->asked, PalpateSidedPoint, i);

      if (other->point == source.point && other->side == source.side)
        return TRUE;
    }
  return FALSE;
}

/**
 * palpate_sheet_add:
 * @error: why not, a sentence for the reader
 *
 * Adds a point. One for trained hands never becomes a task: it goes to what to ask a therapist about.
 */
gboolean
palpate_sheet_add (PalpateSheet       *self,
                   PalpateSidedPoint   source,
                   GError            **error)
{
  g_autoptr (PalpateTask) task = NULL;

  g_return_val_if_fail (source.point != NULL, FALSE);

  if (palpate_sheet_has (self, source))
    {
      g_set_error_literal (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT, _("This point is on the sheet already."));
      return FALSE;
    }
  if (palpate_sheet_get_n_tasks (self) + self->asked->len >= PALPATE_SHEET_MAX_TASKS)
    {
      g_set_error (error, PALPATE_ERROR, PALPATE_ERROR_CONTENT,
                   ngettext ("A sheet holds at most %d point.", "A sheet holds at most %d points.", PALPATE_SHEET_MAX_TASKS),
                   PALPATE_SHEET_MAX_TASKS);
      return FALSE;
    }
  if (source.point->mode == PALPATE_MODE_PROFESSIONAL || source.point->techniques.length == 0)
    {
      g_array_append_val (self->asked, source);
      emit_changed (self);
      return TRUE;
    }
  task = palpate_task_new (self->atlas, source);
  palpate_sheet_add_task (self, task);
  return TRUE;
}

/**
 * palpate_sheet_add_task:
 * @task: (transfer none): one that the sheet does not have yet
 */
void
palpate_sheet_add_task (PalpateSheet *self,
                        PalpateTask  *task)
{
  g_return_if_fail (palpate_sheet_get_n_tasks (self) < PALPATE_SHEET_MAX_TASKS);

  g_signal_connect_object (task, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->tasks, task);
  emit_changed (self);
}

static PalpateTask *
take_task (PalpateSheet *self,
           guint         position)
{
  PalpateTask *task = g_object_ref (palpate_sheet_get_task (self, position));

  g_list_store_remove (self->tasks, position);
  return task;
}

void
palpate_sheet_remove_task (PalpateSheet *self,
                           guint         position)
{
  g_autoptr (PalpateTask) task = NULL;

  g_return_if_fail (position < palpate_sheet_get_n_tasks (self));

  task = take_task (self, position);
  g_signal_handlers_disconnect_by_func (task, emit_changed, self);
  emit_changed (self);
}

void
palpate_sheet_move_task (PalpateSheet *self,
                         guint         from,
                         guint         to)
{
  g_autoptr (PalpateTask) task = NULL;

  g_return_if_fail (from < palpate_sheet_get_n_tasks (self) && to < palpate_sheet_get_n_tasks (self));

  if (from == to)
    return;
  task = take_task (self, from);
  g_list_store_insert (self->tasks, to, task);
  emit_changed (self);
}

/**
 * palpate_sheet_get_asked:
 *
 * Returns: (transfer none) (element-type PalpateSidedPoint): points for trained hands
 */
GArray *
palpate_sheet_get_asked (PalpateSheet *self)
{
  return self->asked;
}

void
palpate_sheet_remove_asked (PalpateSheet *self,
                            guint         position)
{
  g_return_if_fail (position < self->asked->len);

  g_array_remove_index (self->asked, position);
  emit_changed (self);
}

/**
 * palpate_sheet_get_marks:
 *
 * Returns: (transfer none): where it hurts: not to be changed
 */
PalpateMarks *
palpate_sheet_get_marks (PalpateSheet *self)
{
  return self->marks;
}

/**
 * palpate_sheet_set_marks:
 * @marks: (transfer none): whose later changes do not change the sheet
 */
void
palpate_sheet_set_marks (PalpateSheet *self,
                         PalpateMarks *marks)
{
  if (palpate_marks_equal (self->marks, marks))
    return;
  g_object_unref (self->marks);
  self->marks = palpate_marks_copy (marks);
  emit_changed (self);
}

/**
 * palpate_sheet_clear:
 *
 * Takes out all points and marks; words, paper and parts stay.
 */
void
palpate_sheet_clear (PalpateSheet *self)
{
  for (guint i = 0; i < palpate_sheet_get_n_tasks (self); i++)
    g_signal_handlers_disconnect_by_func (palpate_sheet_get_task (self, i), emit_changed, self);
  g_list_store_remove_all (self->tasks);
  g_array_set_size (self->asked, 0);
  g_object_unref (self->marks);
  self->marks = palpate_marks_new ();
  emit_changed (self);
}

gboolean
palpate_sheet_is_empty (PalpateSheet *self)
{
  return palpate_sheet_get_n_tasks (self) == 0 && self->asked->len == 0;
}
