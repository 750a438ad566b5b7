/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-explorer.h"

#include <glib/gi18n.h>

#include "palpate-survey.h"

/* So many painted places are said by name. */
#define NAMED_PLACES 3

struct _PalpateExplorer {
  GObject parent_instance;

  /* owned */
  PalpateAtlas    *atlas;
  PalpateChartSet *charts;
  PalpateSearch   *search;       /* made when first asked for */
  PalpateMarks    *marks;
  PalpateCare     *care;
  GPtrArray       *suspects;
  GArray          *found;        /* of PalpatePlace: what a search points at */
  GHashTable      *n_sources;    /* region id → how many points refer there */

  PalpateSidedPoint opened;
  PalpateSidedPoint preview;
  PalpatePlace      hovered;
  guint             n_numbered;
};

enum { CHANGED, HOVERED, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PalpateExplorer, palpate_explorer, G_TYPE_OBJECT)

static void
marks_changed_cb (PalpateExplorer *self)
{
  g_clear_pointer (&self->suspects, g_ptr_array_unref);
  self->suspects = palpate_marks_look_up (self->marks, self->atlas);
  palpate_suspects_sort_by_row (self->suspects);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
palpate_explorer_finalize (GObject *object)
{
  PalpateExplorer *self = PALPATE_EXPLORER (object);

  g_clear_pointer (&self->search, palpate_search_free);
  g_clear_pointer (&self->suspects, g_ptr_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->n_sources, g_hash_table_unref);
  g_clear_object (&self->marks);
  g_clear_object (&self->care);
  g_clear_object (&self->charts);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (palpate_explorer_parent_class)->finalize (object);
}

static void
palpate_explorer_class_init (PalpateExplorerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_explorer_finalize;

  /* marks, suspects, the point shown: what both chart and panel draw */
  signals[CHANGED] = g_signal_new ("changed", PALPATE_TYPE_EXPLORER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* only the place under the pointer */
  signals[HOVERED] = g_signal_new ("hovered", PALPATE_TYPE_EXPLORER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palpate_explorer_init (PalpateExplorer *self)
{
  self->marks = palpate_marks_new ();
  self->suspects = g_ptr_array_new ();
  self->found = g_array_new (FALSE, FALSE, sizeof (PalpatePlace));
  self->n_numbered = 4;
  g_signal_connect_object (self->marks, "changed", G_CALLBACK (marks_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
count_all_sources (PalpateExplorer *self)
{
  GPtrArray *points = palpate_atlas_list (self->atlas, PALPATE_ITEM_POINT);

  self->n_sources = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);

      for (guint j = 0; !point->painless && j < point->refers_to.length; j++)
        {
          gpointer region = (gpointer) ((const PalpateReferral *) point->refers_to.items[j])->region;
          const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_sources, region));

          g_hash_table_insert (self->n_sources, region, GUINT_TO_POINTER (n + 1));
        }
    }
}

PalpateExplorer *
palpate_explorer_new (PalpateAtlas    *atlas,
                      PalpateChartSet *charts)
{
  PalpateExplorer *self = g_object_new (PALPATE_TYPE_EXPLORER, NULL);

  self->atlas = g_object_ref (atlas);
  self->charts = g_object_ref (charts);
  self->care = palpate_care_new (atlas);
  count_all_sources (self);
  return self;
}

PalpateAtlas *
palpate_explorer_get_atlas (PalpateExplorer *self)
{
  return self->atlas;
}

PalpateChartSet *
palpate_explorer_get_charts (PalpateExplorer *self)
{
  return self->charts;
}

PalpateSearch *
palpate_explorer_get_search (PalpateExplorer *self)
{
  if (self->search == NULL)
    self->search = palpate_search_new (self->atlas);
  return self->search;
}

PalpateMarks *
palpate_explorer_get_marks (PalpateExplorer *self)
{
  return self->marks;
}

static void
paint (PalpateExplorer *self,
       PalpatePainting *painting)
{
  g_autoptr (PalpateCoverage) coverage = palpate_survey_painting (self->charts, painting);

  palpate_marks_paint (self->marks, painting, coverage);
}

/**
 * palpate_explorer_paint:
 * @mask: what is painted on @view from now on; not to be changed any more
 *
 * Marks what the painting covers. Returns: whether anything is painted that was not, or the other way round
 */
gboolean
palpate_explorer_paint (PalpateExplorer *self,
                        PalpateView      view,
                        PalpateMask     *mask)
{
  PalpatePainting *before = palpate_marks_get_painting (self->marks);
  g_autoptr (PalpatePainting) painting = palpate_painting_with_mask (before, view, mask);

  if (palpate_painting_equal (painting, before))
    return FALSE;
  paint (self, painting);
  return TRUE;
}

/**
 * palpate_explorer_unpaint:
 *
 * Takes the paint from @place, which the painting alone marks, in all views.
 */
void
palpate_explorer_unpaint (PalpateExplorer *self,
                          PalpatePlace     place)
{
  g_autoptr (PalpatePainting) painting = palpate_survey_take_place (self->charts, palpate_marks_get_painting (self->marks), place);

  paint (self, painting);
}

/**
 * palpate_explorer_get_care:
 *
 * Returns: (transfer none): the care profile; listen to its own `changed`
 */
PalpateCare *
palpate_explorer_get_care (PalpateExplorer *self)
{
  return self->care;
}

/**
 * palpate_explorer_get_suspects:
 *
 * Returns: (transfer none) (element-type PalpateSuspect): for the marks of the moment, by rows, most likely first
 */
GPtrArray *
palpate_explorer_get_suspects (PalpateExplorer *self)
{
  return self->suspects;
}

/**
 * palpate_explorer_count_sources:
 *
 * Returns: how many trigger points of one side may send pain to that region
 */
guint
palpate_explorer_count_sources (PalpateExplorer *self,
                                const char      *region)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->n_sources, region));
}

/**
 * palpate_explorer_get_opened:
 *
 * Returns: (transfer none) (nullable): the point whose page is open
 */
const PalpateSidedPoint *
palpate_explorer_get_opened (PalpateExplorer *self)
{
  return self->opened.point != NULL ? &self->opened : NULL;
}

/**
 * palpate_explorer_set_opened:
 * @source: a point of %NULL closes it
 */
void
palpate_explorer_set_opened (PalpateExplorer   *self,
                             PalpateSidedPoint  source)
{
  if (self->opened.point == source.point && self->opened.side == source.side && self->preview.point == NULL)
    return;
  self->opened = source;
  self->preview.point = NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_explorer_get_shown:
 *
 * Returns: (transfer none) (nullable): the point whose pattern is painted: the one pointed at, else the open one
 */
const PalpateSidedPoint *
palpate_explorer_get_shown (PalpateExplorer *self)
{
  return self->preview.point != NULL ? &self->preview : palpate_explorer_get_opened (self);
}

void
palpate_explorer_set_preview (PalpateExplorer   *self,
                              PalpateSidedPoint  source)
{
  if (self->preview.point == source.point && self->preview.side == source.side)
    return;
  self->preview = source;
  g_signal_emit (self, signals[CHANGED], 0);
}

PalpatePlace
palpate_explorer_get_hovered (PalpateExplorer *self)
{
  return self->hovered;
}

/**
 * palpate_explorer_set_hovered:
 * @place: under the pointer or focused; a region of %NULL for none
 */
void
palpate_explorer_set_hovered (PalpateExplorer *self,
                              PalpatePlace     place)
{
  if (palpate_place_equal (self->hovered, place))
    return;
  self->hovered = place;
  g_signal_emit (self, signals[HOVERED], 0);
}

/**
 * palpate_explorer_get_n_numbered:
 *
 * Returns: how many suspects are numbered on the chart: as many as the panel lists
 */
guint
palpate_explorer_get_n_numbered (PalpateExplorer *self)
{
  return MIN (self->n_numbered, self->suspects->len);
}

void
palpate_explorer_set_n_numbered (PalpateExplorer *self,
                                 guint            n_numbered)
{
  if (self->n_numbered == n_numbered)
    return;
  self->n_numbered = n_numbered;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * palpate_explorer_set_found:
 * @places: (element-type PalpatePlace): what a search found, outlined on the chart
 */
void
palpate_explorer_set_found (PalpateExplorer *self,
                            GArray          *places)
{
  if (self->found->len == 0 && places->len == 0)
    return;
  g_array_unref (self->found);
  self->found = g_array_ref (places);
  g_signal_emit (self, signals[CHANGED], 0);
}

GArray *
palpate_explorer_get_found (PalpateExplorer *self)
{
  return self->found;
}

/**
 * palpate_explorer_describe_sided_point:
 *
 * Returns: (transfer full): "Upper trapezius, point 1, left"
 */
char *
palpate_explorer_describe_sided_point (PalpateExplorer   *self,
                                       PalpateSidedPoint  source)
{
  return palpate_sided_point_describe (self->atlas, source);
}

/**
 * palpate_explorer_describe_marks:
 *
 * Returns: (transfer full): the place that was marked last, or what is painted, and how many sources it may have
 */
char *
palpate_explorer_describe_marks (PalpateExplorer *self)
{
  g_autoptr (GArray) painted = palpate_marks_list_painted (self->marks);
  g_autofree char *names = NULL;
  g_autofree char *sources = NULL;
  guint n_places;
  const PalpatePlace *places = palpate_marks_get_places (self->marks, &n_places);

  if (n_places == 0)
    return g_strdup (palpate_marks_is_painted (self->marks) ? _("What you painted covers no place of the body. Paint a little more.")
                                                            : _("Nothing marked"));
  sources = g_strdup_printf (ngettext ("%u possible source", "%u possible sources", self->suspects->len), self->suspects->len);
  if (painted->len > 0)
    {
      names = palpate_atlas_describe_places (self->atlas, (const PalpatePlace *) painted->data, painted->len, NAMED_PLACES);
      /* Translators: said by a screen reader: the places that are painted, then how many sources they may have */
      return g_strdup_printf (_("Painted area: %s. %s."), names, sources);
    }
  names = palpate_atlas_describe_place (self->atlas, places[n_places - 1]);
  /* Translators: said by a screen reader: a place, then how many sources it may have */
  return g_strdup_printf (_("%s, marked. %s."), names, sources);
}
