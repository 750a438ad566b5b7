/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The atlas: all content, read once and never changed. The application owns one; everybody else borrows it.
 * It finds items by id and lists them by kind; it does not rank (palpate-lookup.h) or search (palpate-search.h).
 */
#pragma once

#include <gio/gio.h>

#include "palpate-content-reader.h"
#include "palpate-content.h"
#include "palpate-place.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_ATLAS (palpate_atlas_get_type ())
G_DECLARE_FINAL_TYPE (PalpateAtlas, palpate_atlas, PALPATE, ATLAS, GObject)

/* A text that a reader of the program sees, for translators. */
typedef void (*PalpateAtlasTextFunc) (const char *item_id,
                                      const char *text,
                                      gpointer    user_data);

PalpateAtlas *palpate_atlas_new_from_directory (GFile       *directory,
                                                GPtrArray   *problems,
                                                GError     **error) G_GNUC_WARN_UNUSED_RESULT;
PalpateAtlas *palpate_atlas_new_built_in       (void) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *palpate_problems_new             (void) G_GNUC_WARN_UNUSED_RESULT;

gconstpointer palpate_atlas_get                (PalpateAtlas    *self,
                                                PalpateItemKind  kind,
                                                const char      *id);
GPtrArray    *palpate_atlas_list               (PalpateAtlas    *self,
                                                PalpateItemKind  kind);

const PalpateRegion    *palpate_atlas_get_region    (PalpateAtlas *self,
                                                     const char   *id);
const PalpateMuscle    *palpate_atlas_get_muscle    (PalpateAtlas *self,
                                                     const char   *id);
const PalpatePoint     *palpate_atlas_get_point     (PalpateAtlas *self,
                                                     const char   *id);
const PalpateTechnique *palpate_atlas_get_technique (PalpateAtlas *self,
                                                     const char   *id);

const PalpateStretch   *palpate_atlas_get_stretch   (PalpateAtlas *self,
                                                     const char   *id);
const PalpateRule      *palpate_atlas_get_rule      (PalpateAtlas    *self,
                                                     PalpateRuleKind  kind);

gboolean palpate_atlas_has_place  (PalpateAtlas  *self,
                                   PalpatePlace   place);
gboolean palpate_atlas_find_place (PalpateAtlas  *self,
                                   const char    *id,
                                   PalpatePlace  *place,
                                   GError       **error);
char    *palpate_atlas_describe_place (PalpateAtlas *self,
                                       PalpatePlace  place) G_GNUC_WARN_UNUSED_RESULT;
char    *palpate_atlas_describe_places (PalpateAtlas       *self,
                                        const PalpatePlace *places,
                                        guint               n_places,
                                        guint               max_named) G_GNUC_WARN_UNUSED_RESULT;
char    *palpate_atlas_describe_point (PalpateAtlas       *self,
                                       const PalpatePoint *point) G_GNUC_WARN_UNUSED_RESULT;

void     palpate_atlas_foreach_text (PalpateAtlas         *self,
                                     PalpateAtlasTextFunc  func,
                                     gpointer              user_data);

G_END_DECLS
