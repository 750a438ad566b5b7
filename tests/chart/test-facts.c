/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the content tells and what the charts show of each point agree, both ways. The shapes of the left point are
 * looked at: those of the right one are their mirror image.
 */
#include "palpate-chart-set.h"
#include "shipped.h"

#include "palpate-atlas.h"

/* Points of a grid over a region's box, to estimate how much of it a zone covers. */
#define SAMPLES 20
/* How much of a region a zone may cover although the content does not name it. */
#define MAX_UNNAMED 0.20

static PalpateChartSet *charts;
static PalpateAtlas *atlas;

static PalpateChart *
get_chart (PalpateView view)
{
  g_autoptr (GError) error = NULL;
  PalpateChart *chart = palpate_chart_set_get (charts, view, &error);

  g_assert_no_error (error);
  return chart;
}

/* Whether any place of a fine grid lies in both. */
static gboolean
overlap (const PalpatePath *a,
         const PalpatePath *b)
{
  const PalpateBox first = palpate_path_get_box (a), second = palpate_path_get_box (b);
  const double x0 = MAX (first.x, second.x), x1 = MIN (first.x + first.width, second.x + second.width);
  const double y0 = MAX (first.y, second.y), y1 = MIN (first.y + first.height, second.y + second.height);
  const int steps = 60;

  for (int i = 0; x0 < x1 && y0 < y1 && i < steps; i++)
    for (int j = 0; j < steps; j++)
      {
        /* strides that are coprime to the number of steps: the places are spread at once */
        const double x = x0 + (x1 - x0) * (i * 23 % steps + 0.5) / steps, y = y0 + (y1 - y0) * (j * 37 % steps + 0.5) / steps;

        if (palpate_path_contains (a, x, y) && palpate_path_contains (b, x, y))
          return TRUE;
      }
  return FALSE;
}

static PalpateMarkKind
zone_kind (int kind)
{
  return kind == PALPATE_KIND_ESSENTIAL ? PALPATE_MARK_ZONE_ESSENTIAL : PALPATE_MARK_ZONE_SPILLOVER;
}

static gboolean
is_reached (const PalpatePoint    *point,
            const PalpateReferral *referral,
            PalpateSide            side)
{
  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      const PalpateMark *zone = palpate_chart_get_mark (get_chart (view), zone_kind (referral->kind), point->id, PALPATE_SIDE_LEFT);
      const PalpateMark *region = palpate_chart_get_mark (get_chart (view), PALPATE_MARK_REGION, referral->region, side);

      if (zone != NULL && region != NULL && overlap (zone->path, region->path))
        return TRUE;
    }
  return FALSE;
}

/* What the content tells of the left point is drawn. */
static void
test_facts_are_drawn (void)
{
  GPtrArray *points = palpate_atlas_list (atlas, PALPATE_ITEM_POINT);
  guint n_facts = 0, n_missing = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const PalpatePoint *point = g_ptr_array_index (points, i);

      for (guint j = 0; j < point->refers_to.length; j++)
        {
          const PalpateReferral *referral = point->refers_to.items[j];
          const PalpateRegion *region = palpate_atlas_get_region (atlas, referral->region);
          const gboolean left = region->sided && referral->side != PALPATE_REFERRAL_OPPOSITE;
          const gboolean right = region->sided && referral->side != PALPATE_REFERRAL_SAME;

          if (region->list_only)
            continue;
          n_facts++;
          if ((!region->sided && !is_reached (point, referral, PALPATE_SIDE_NONE))
              || (left && !is_reached (point, referral, PALPATE_SIDE_LEFT))
              || (right && !is_reached (point, referral, PALPATE_SIDE_RIGHT)))
            {
              g_printerr ("%s: no %s zone reaches %s\n", point->id,
                          referral->kind == PALPATE_KIND_ESSENTIAL ? "essential" : "spillover", region->id);
              n_missing++;
            }
        }
    }
  g_assert_cmpuint (n_facts, >, 300);
  g_assert_cmpuint (n_missing, ==, 0);
}

static gboolean
is_named (const PalpatePoint *point,
          const PalpateMark  *region)
{
  for (guint i = 0; i < point->refers_to.length; i++)
    {
      const PalpateReferral *referral = point->refers_to.items[i];

      if (g_str_equal (referral->region, region->id)
          && (region->side != PALPATE_SIDE_LEFT || referral->side != PALPATE_REFERRAL_OPPOSITE)
          && (region->side != PALPATE_SIDE_RIGHT || referral->side != PALPATE_REFERRAL_SAME))
        return TRUE;
    }
  return FALSE;
}

static GArray *
sample (const PalpatePath *path)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PalpatePosition));
  const PalpateBox box = palpate_path_get_box (path);

  for (int i = 0; i < SAMPLES; i++)
    for (int j = 0; j < SAMPLES; j++)
      {
        const PalpatePosition place = { box.x + box.width * (i + 0.5) / SAMPLES, box.y + box.height * (j + 0.5) / SAMPLES };

        if (palpate_path_contains (path, place.x, place.y))
          g_array_append_val (places, place);
      }
  return places;
}

static double
covered_share (const PalpateMark *zone,
               GArray            *places)
{
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      const PalpatePosition *place = &g_array_index (places, PalpatePosition, i);

      n += palpate_path_contains (zone->path, place->x, place->y);
    }
  return n / (double) MAX (places->len, 1);
}

static guint
check_region (PalpateChart      *chart,
              const PalpateMark *region)
{
  g_autoptr (GArray) places = sample (region->path);
  guint n_wrong = 0;

  for (guint kind = PALPATE_MARK_ZONE_ESSENTIAL; kind <= PALPATE_MARK_ZONE_SPILLOVER; kind++)
    {
      GPtrArray *zones = palpate_chart_get_marks (chart, kind);

      for (guint i = 0; i < zones->len; i++)
        {
          const PalpateMark *zone = g_ptr_array_index (zones, i);
          const PalpatePoint *point = palpate_atlas_get_point (atlas, zone->id);
          double share;

          if (zone->side != PALPATE_SIDE_LEFT)
            continue;
          g_assert_nonnull (point);
          share = covered_share (zone, places);
          if (share <= MAX_UNNAMED || is_named (point, region))
            continue;
          g_printerr ("%s: %s (%s) covers %.0f %% of %s %s, which is not named\n",
                      palpate_view_to_id (palpate_chart_get_view (chart)), zone->id,
                      kind == PALPATE_MARK_ZONE_ESSENTIAL ? "essential" : "spillover", share * 100, region->id,
                      palpate_side_to_id (region->side));
          n_wrong++;
        }
    }
  return n_wrong;
}

/* What is drawn for the left point is told by the content. */
static void
test_shapes_are_told (void)
{
  guint n_wrong = 0;

  for (guint view = 0; view < PALPATE_N_VIEWS; view++)
    {
      GPtrArray *regions = palpate_chart_get_marks (get_chart (view), PALPATE_MARK_REGION);

      for (guint i = 0; i < regions->len && !palpate_view_is_mirrored (view); i++)
        n_wrong += check_region (get_chart (view), g_ptr_array_index (regions, i));
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GFile) charts_folder = shipped_folder ("charts");
  int status;

  g_test_init (&argc, &argv, NULL);
  charts = palpate_chart_set_new (charts_folder);
  atlas = shipped_atlas ();
  g_test_add_func ("/facts/are-drawn", test_facts_are_drawn);
  g_test_add_func ("/facts/shapes-are-told", test_shapes_are_told);
  status = g_test_run ();
  g_object_unref (charts);
  g_object_unref (atlas);
  return status;
}
