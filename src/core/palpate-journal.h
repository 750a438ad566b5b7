/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The journal: what was done when, to which points, and what it did, in a SQLite database of the person's own. It keeps
 * and hands out; palpate-history.h reckons with it. It reads no clock and no setting. Owned by the application.
 */
#pragma once

#include "palpate-session.h"

G_BEGIN_DECLS

typedef enum {
  PALPATE_EFFECT_NONE,   /* nobody said */
  PALPATE_EFFECT_BETTER,
  PALPATE_EFFECT_SAME,
  PALPATE_EFFECT_WORSE,
} PalpateEffect;

/* Where nobody said how strong the pain was. */
#define PALPATE_PAIN_NONE -1
#define PALPATE_PAIN_MOST 10

/**
 * PalpateEntryItem: what was done to one point on one side in one way
 * @point: its id, as the atlas had it then
 * @technique: (nullable): id of how it was pressed
 * @stretch: (nullable): or stretched
 * @begun_us: microseconds since 1970
 * @seconds: how long in all
 */
typedef struct {
  char            *point;
  PalpateSide      side;
  char            *technique;
  char            *stretch;
  gint64           begun_us;
  int              seconds;
  PalpateFeedback  feedback;
} PalpateEntryItem;

/**
 * PalpateEntry: one session
 * @id: 0 while it is not in the journal
 * @before: 0 to 10, or %PALPATE_PAIN_NONE
 * @after: the same
 * @items: #PalpateEntryItem each
 */
typedef struct {
  gint64         id;
  gint64         begun_us;
  int            before;
  int            after;
  PalpateEffect  effect;
  GPtrArray     *items;
} PalpateEntry;

PalpateEntry *palpate_entry_new        (gint64               begun_us) G_GNUC_WARN_UNUSED_RESULT;
void          palpate_entry_free       (PalpateEntry        *self);
void          palpate_entry_add        (PalpateEntry        *self,
                                        const PalpateEntryItem *item);
void          palpate_entry_fill       (PalpateEntry        *self,
                                        PalpateSession      *session);
const char   *palpate_effect_to_id     (PalpateEffect        effect);
const char   *palpate_feedback_to_id   (PalpateFeedback      feedback);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalpateEntry, palpate_entry_free)

#define PALPATE_TYPE_JOURNAL (palpate_journal_get_type ())
G_DECLARE_FINAL_TYPE (PalpateJournal, palpate_journal, PALPATE, JOURNAL, GObject)

PalpateJournal *palpate_journal_open        (GFile           *file,
                                             const char      *today,
                                             char           **trouble,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean        palpate_journal_save        (PalpateJournal  *self,
                                             PalpateEntry    *entry,
                                             GError         **error);
GPtrArray      *palpate_journal_list        (PalpateJournal  *self,
                                             GError         **error) G_GNUC_WARN_UNUSED_RESULT;
int             palpate_journal_get_pressed (PalpateJournal  *self,
                                             const char      *point,
                                             PalpateSide      side,
                                             gint64           since_us,
                                             gint64           except_id);
gboolean        palpate_journal_delete_all  (PalpateJournal  *self,
                                             GError         **error);
char           *palpate_journal_export_csv  (PalpateAtlas    *atlas,
                                             GPtrArray       *entries) G_GNUC_WARN_UNUSED_RESULT;
char           *palpate_journal_export_json (PalpateAtlas    *atlas,
                                             GPtrArray       *entries) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
