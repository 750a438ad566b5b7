/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-about.h"

#include <glib/gi18n.h>

#include "palpate-compat.h"

static char *
credit_sources (PalpateAtlas *atlas)
{
  GString *text = g_string_new (_("Referral patterns after Travell and Simons (1992, 1999) and Donnelly (2018); summary facts, own wording and drawings."));
  GPtrArray *sources = palpate_atlas_list (atlas, PALPATE_ITEM_SOURCE);

  g_string_append (text, "\n");
  for (guint i = 0; i < sources->len; i++)
    {
      const PalpateSource *source = g_ptr_array_index (sources, i);

      g_string_append_printf (text, "\n%s%s%s", source->title, *source->address != '\0' ? "\n" : "", source->address);
    }
  return g_string_free (text, FALSE);
}

void
palpate_about_present (GtkWindow    *parent,
                       PalpateAtlas *atlas)
{
  const char *developers[] = { "The Palpate contributors", NULL };
  const char *drawing[] = { "BodyParts3D - The Database Center for Life Science - CC-BY-SA 2.1 Japan",
                            "Z-Anatomy - The open source atlas of anatomy - CC-BY-SA 4.0",
                            _("Changed: projected, redrawn, simplified"), NULL };
  g_autofree char *sources = credit_sources (atlas);
  GtkWidget *about = palpate_compat_about_new ();

  g_object_set (about, "application-name", "Palpate", "application-icon", PALPATE_APPLICATION_ID, "version", PALPATE_VERSION,
                "developer-name", developers[0], "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "website",
                "https://github.com/palpate/palpate", "issue-url", "https://github.com/palpate/palpate/issues", "copyright",
                "© 2026 The Palpate contributors",
                /* Translators: your name, one a line */
                "translator-credits", _("translator-credits"), "comments",
                _("Information for self-care of muscle discomfort. It does not diagnose, and it does not replace a doctor or therapist."),
                NULL);
  palpate_compat_about_add_credits (about, _("Drawing"), drawing);
  palpate_compat_about_add_legal (about, _("Content and Drawing"), "© 2026 The Palpate contributors",
                                  "<a href=\"https://creativecommons.org/licenses/by-sa/4.0/\">CC-BY-SA-4.0</a>");
  palpate_compat_about_add_legal (about, _("Sources"), sources, NULL);
  palpate_compat_dialog_present (about, parent, NULL);
}
