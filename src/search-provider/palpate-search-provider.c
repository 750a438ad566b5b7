/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "palpate"

#include "palpate-search-provider.h"

#include <glib/gi18n.h>
#include <string.h>

#include "palpate-hit.h"
#include "palpate-location.h"
#include "palpate-lookup.h"

/* How many are looked at, and how many of each kind are handed over; the shell shows about five in all. */
#define MAX_HITS 24
#define MAX_REGIONS 2
#define MAX_OTHERS 2
#define MAX_POINTS 2

/* Hits of less than this share of the best one are left out. */
#define WEAK 0.6

/* The desktop asks while somebody types; then the program leaves. */
#define STAYS_MS 20000

struct _PalpateSearchProvider {
  GApplication parent_instance;

  /* owned */
  GThread       *loader;   /* joined at the first question */
  PalpateSearch *search;

  guint registration;
};

G_DEFINE_FINAL_TYPE (PalpateSearchProvider, palpate_search_provider, G_TYPE_APPLICATION)

static const char introspection[] =
  "<node><interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'><arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='as' direction='out'/></method>"
  "<method name='GetResultMetas'><arg type='as' direction='in'/><arg type='aa{sv}' direction='out'/></method>"
  "<method name='ActivateResult'><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='u' direction='in'/></method>"
  "<method name='LaunchSearch'><arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "</interface></node>";

/* Indexes the content, while the bus is connected. */
static gpointer
load (gpointer user_data)
{
  g_autoptr (PalpateAtlas) atlas = palpate_atlas_new_built_in ();

  return palpate_search_new (atlas);
}

/* Returns: (transfer none): the index */
static PalpateSearch *
ensure_search (PalpateSearchProvider *self)
{
  if (self->loader != NULL)
    self->search = g_thread_join (g_steal_pointer (&self->loader));
  return self->search;
}

static void
add_place (GStrvBuilder        *results,
           const PalpateRegion *region,
           PalpateSide          side)
{
  const PalpatePlace place = { g_intern_string (region->id), side };
  g_autofree char *id = palpate_place_to_id (place);
  g_autofree char *result = g_strconcat ("place/", id, NULL);

  g_strv_builder_add (results, result);
}

/* Without a side in the words, both are offered: the person knows which. */
static void
add_region (GStrvBuilder           *results,
            const PalpateSearchHit *hit)
{
  const PalpateRegion *region = hit->item;

  if (!region->sided)
    add_place (results, region, PALPATE_SIDE_NONE);
  if (region->sided && hit->side != PALPATE_SIDE_RIGHT)
    add_place (results, region, PALPATE_SIDE_LEFT);
  if (region->sided && hit->side != PALPATE_SIDE_LEFT)
    add_place (results, region, PALPATE_SIDE_RIGHT);
}

/* The points most likely behind a region or a complaint, one of each row. */
static void
add_points (GStrvBuilder           *results,
            PalpateAtlas           *atlas,
            const PalpateSearchHit *hit)
{
  const char *id = hit->kind == PALPATE_ITEM_REGION ? ((const PalpateRegion *) hit->item)->id
                                                    : ((const PalpateComplaint *) hit->item)->regions[0];
  const PalpateRegion *region = id != NULL ? palpate_atlas_get_region (atlas, id) : NULL;
  const PalpateSide side = hit->side == PALPATE_SIDE_RIGHT ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT;
  PalpatePlace place = { g_intern_string (id), PALPATE_SIDE_NONE };
  g_autoptr (GPtrArray) suspects = NULL;

  if (region == NULL)
    return;
  if (region->sided)
    place.side = side;
  suspects = palpate_lookup (atlas, &place, 1, NULL, NULL);
  palpate_suspects_sort_by_row (suspects);
  for (guint i = 0, row = 0; i < suspects->len && row < MAX_POINTS; i++)
    {
      const PalpateSuspect *suspect = g_ptr_array_index (suspects, i);
      const PalpateSide point_side = suspect->source.side == PALPATE_SIDE_RIGHT ? PALPATE_SIDE_RIGHT : PALPATE_SIDE_LEFT;
      g_autofree char *result = g_strdup_printf ("point/%s/%s", suspect->source.point->id, palpate_side_to_id (point_side));

      if (suspect->row == row)
        continue;
      row = suspect->row;
      g_strv_builder_add (results, result);
    }
}

/* Whether a hit of this kind is still wanted; counts it. */
static gboolean
take (PalpateItemKind kind,
      guint           taken[PALPATE_N_ITEM_KINDS])
{
  switch (kind)
    {
    case PALPATE_ITEM_REGION:
      return taken[kind]++ < MAX_REGIONS;
    case PALPATE_ITEM_COMPLAINT:
    case PALPATE_ITEM_MUSCLE:
      return taken[kind]++ < MAX_OTHERS;
    case PALPATE_ITEM_RED_FLAG:
      return taken[kind]++ < 1;
    default:
      return FALSE;
    }
}

static void
add_hit (GStrvBuilder           *results,
         const PalpateSearchHit *hit)
{
  g_autofree char *location = NULL;

  if (hit->kind == PALPATE_ITEM_REGION)
    {
      add_region (results, hit);
      return;
    }
  location = hit->kind == PALPATE_ITEM_RED_FLAG ? g_strconcat ("flag/", palpate_hit_get_id (hit), NULL)
                                                : palpate_hit_dup_location (hit);
  g_strv_builder_add (results, location);
}

/* What must be read first comes first, then the hits in their order; the points behind the best place follow it. */
static GStrv
find_results (PalpateSearch      *search,
              const char *const  *terms)
{
  g_autofree char *text = g_strjoinv (" ", (GStrv) terms);
  g_autoptr (GArray) hits = palpate_search_find (search, text, MAX_HITS);
  g_autoptr (GStrvBuilder) results = g_strv_builder_new ();
  guint taken[PALPATE_N_ITEM_KINDS] = { 0 };
  gboolean has_points = FALSE;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < hits->len; i++)
      {
        const PalpateSearchHit *hit = &g_array_index (hits, PalpateSearchHit, i);

        if ((hit->kind == PALPATE_ITEM_RED_FLAG) != (pass == 0)
            || hit->score < WEAK * g_array_index (hits, PalpateSearchHit, 0).score || !take (hit->kind, taken))
          continue;
        add_hit (results, hit);
        if (!has_points && (hit->kind == PALPATE_ITEM_REGION || hit->kind == PALPATE_ITEM_COMPLAINT))
          {
            add_points (results, palpate_search_get_atlas (search), hit);
            has_points = TRUE;
          }
      }
  return g_strv_builder_end (results);
}

/* Returns: (transfer full) (nullable): the name of a result; @description says more */
static char *
describe_place (PalpateAtlas  *atlas,
                const char    *id,
                char         **description)
{
  const PalpatePlace place = palpate_place_parse (id);
  g_autoptr (GPtrArray) suspects = NULL;

  if (!palpate_atlas_has_place (atlas, place))
    return NULL;
  suspects = palpate_lookup (atlas, &place, 1, NULL, NULL);
  *description = g_strdup_printf (ngettext ("%u possible source", "%u possible sources", suspects->len), suspects->len);
  return palpate_atlas_describe_place (atlas, place);
}

static char *
describe_item (PalpateAtlas     *atlas,
               PalpateItemKind   kind,
               const char       *id,
               char            **description)
{
  const PalpateSearchHit hit = { kind, palpate_atlas_get (atlas, kind, id), PALPATE_SIDE_NONE, 0 };

  if (hit.item == NULL)
    return NULL;
  *description = g_strdup (palpate_hit_get_subtitle (&hit));
  return g_strdup (palpate_hit_get_title (&hit));
}

static char *
describe_result (PalpateAtlas  *atlas,
                 const char    *result,
                 char         **description)
{
  PalpateLocation location;

  if (g_str_has_prefix (result, "place/"))
    return describe_place (atlas, result + strlen ("place/"), description);
  if (g_str_has_prefix (result, "flag/"))
    return describe_item (atlas, PALPATE_ITEM_RED_FLAG, result + strlen ("flag/"), description);
  if (!palpate_location_parse (result, &location) || location.id == NULL)
    return NULL;
  if (location.kind == PALPATE_PAGE_COMPLAINT)
    return describe_item (atlas, PALPATE_ITEM_COMPLAINT, location.id, description);
  if (location.kind == PALPATE_PAGE_MUSCLE)
    return describe_item (atlas, PALPATE_ITEM_MUSCLE, location.id, description);
  if (location.kind == PALPATE_PAGE_POINT)
    {
      const PalpatePoint *point = palpate_atlas_get_point (atlas, location.id);

      if (point == NULL)
        return NULL;
      /* the desktop has no place for a tag: what is not translated gives way to what the muscle is called */
      *description = g_strdup (palpate_content_falls_back (point->id, point->where)
                                 ? palpate_content_text (point->muscle->id, point->muscle->plain_name)
                                 : palpate_content_text (point->id, point->where));
      return palpate_atlas_describe_point (atlas, point);
    }
  return NULL;
}

static GVariant *
describe_results (PalpateAtlas       *atlas,
                  const char *const  *results)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (PALPATE_APPLICATION_ID);
  g_autoptr (GVariant) serialized = g_icon_serialize (icon);
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (; *results != NULL; results++)
    {
      g_autofree char *description = NULL;
      g_autofree char *name = describe_result (atlas, *results, &description);

      if (name == NULL)
        continue;
      g_variant_builder_open (&metas, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&metas, "{sv}", "id", g_variant_new_string (*results));
      g_variant_builder_add (&metas, "{sv}", "name", g_variant_new_string (name));
      if (description != NULL)
        g_variant_builder_add (&metas, "{sv}", "description", g_variant_new_string (description));
      g_variant_builder_add (&metas, "{sv}", "icon", serialized);
      g_variant_builder_close (&metas);
    }
  return g_variant_new ("(aa{sv})", &metas);
}

static GVariant *
answer_results (PalpateSearchProvider *self,
                GVariant              *terms)
{
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_auto (GStrv) results = find_results (ensure_search (self), words);

  return g_variant_new ("(^as)", results);
}

static GVariant *
answer_metas (PalpateSearchProvider *self,
              GVariant              *parameters)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (parameters, 0);
  g_autofree const char **results = g_variant_get_strv (ids, NULL);

  return describe_results (palpate_search_get_atlas (ensure_search (self)), results);
}

/* Has the program do one of its actions; the bus starts it where it does not run. */
static void
activate_action (PalpateSearchProvider *self,
                 const char            *action,
                 const char            *parameter,
                 guint32                timestamp)
{
  GDBusConnection *connection = g_application_get_dbus_connection (G_APPLICATION (self));
  g_autofree char *startup = g_strdup_printf ("_TIME%u", timestamp);
  g_auto (GVariantBuilder) parameters = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  g_auto (GVariantBuilder) platform = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&parameters, "v", g_variant_new_string (parameter));
  g_variant_builder_add (&platform, "{sv}", "desktop-startup-id", g_variant_new_string (startup));
  g_dbus_connection_call (connection, PALPATE_APPLICATION_ID, PALPATE_RESOURCE_PATH, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", action, &parameters, &platform), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
activate_result (PalpateSearchProvider *self,
                 GVariant              *parameters)
{
  const char *result;
  guint32 timestamp;

  g_variant_get (parameters, "(&s@asu)", &result, NULL, &timestamp);
  activate_action (self, "open", g_str_has_prefix (result, "flag/") ? "safety" : result, timestamp);
}

static void
launch_search (PalpateSearchProvider *self,
               GVariant              *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, 0);
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_autofree char *text = g_strjoinv (" ", (GStrv) words);
  guint32 timestamp;

  g_variant_get_child (parameters, 1, "u", &timestamp);
  activate_action (self, "search", text, timestamp);
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *object_path,
                const char            *interface_name,
                const char            *method_name,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  PalpateSearchProvider *self = user_data;
  GVariant *answer = NULL;

  g_application_hold (G_APPLICATION (self));   /* begins the time anew after which a service leaves */
  if (g_str_equal (method_name, "GetInitialResultSet") || g_str_equal (method_name, "GetSubsearchResultSet"))
    {
      g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);

      answer = answer_results (self, terms);
    }
  else if (g_str_equal (method_name, "GetResultMetas"))
    {
      answer = answer_metas (self, parameters);
    }
  else if (g_str_equal (method_name, "ActivateResult"))
    {
      activate_result (self, parameters);
    }
  else
    {
      launch_search (self, parameters);
    }
  g_dbus_method_invocation_return_value (invocation, answer);
  g_application_release (G_APPLICATION (self));
}

static gboolean
palpate_search_provider_dbus_register (GApplication     *application,
                                       GDBusConnection  *connection,
                                       const char       *object_path,
                                       GError          **error)
{
  static const GDBusInterfaceVTable vtable = { method_call_cb, NULL, NULL, { NULL } };
  PalpateSearchProvider *self = PALPATE_SEARCH_PROVIDER (application);
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (introspection, error);

  if (info == NULL || !G_APPLICATION_CLASS (palpate_search_provider_parent_class)->dbus_register (application, connection, object_path, error))
    return FALSE;
  self->registration = g_dbus_connection_register_object (connection, object_path, info->interfaces[0], &vtable, self, NULL, error);
  return self->registration != 0;
}

static void
palpate_search_provider_dbus_unregister (GApplication    *application,
                                         GDBusConnection *connection,
                                         const char      *object_path)
{
  PalpateSearchProvider *self = PALPATE_SEARCH_PROVIDER (application);

  if (self->registration != 0)
    g_dbus_connection_unregister_object (connection, self->registration);
  self->registration = 0;
  G_APPLICATION_CLASS (palpate_search_provider_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
palpate_search_provider_finalize (GObject *object)
{
  PalpateSearchProvider *self = PALPATE_SEARCH_PROVIDER (object);

  ensure_search (self);
  g_clear_pointer (&self->search, palpate_search_free);

  G_OBJECT_CLASS (palpate_search_provider_parent_class)->finalize (object);
}

static void
palpate_search_provider_class_init (PalpateSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palpate_search_provider_finalize;
  G_APPLICATION_CLASS (klass)->dbus_register = palpate_search_provider_dbus_register;
  G_APPLICATION_CLASS (klass)->dbus_unregister = palpate_search_provider_dbus_unregister;
}

static void
palpate_search_provider_init (PalpateSearchProvider *self)
{
  self->loader = g_thread_new ("content", load, NULL);
}

/**
 * palpate_search_provider_new:
 *
 * Begins to index the content at once.
 */
GApplication *
palpate_search_provider_new (void)
{
  return g_object_new (PALPATE_TYPE_SEARCH_PROVIDER, "application-id", PALPATE_APPLICATION_ID ".SearchProvider",
                       "flags", G_APPLICATION_IS_SERVICE, "inactivity-timeout", STAYS_MS, NULL);
}
