/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sheets that are kept under a name, to begin the next one with: points, doses, notes, parts and paper, never a person.
 * Every change is written at once, as a whole or not at all. Owned by the sheet page.
 */
#pragma once

#include "palpate-sheet.h"

G_BEGIN_DECLS

#define PALPATE_TYPE_SHEET_TEMPLATE (palpate_sheet_template_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSheetTemplate, palpate_sheet_template, PALPATE, SHEET_TEMPLATE, GObject)

const char            *palpate_sheet_template_get_name     (PalpateSheetTemplate   *self);

#define PALPATE_TYPE_SHEET_TEMPLATES (palpate_sheet_templates_get_type ())
G_DECLARE_FINAL_TYPE (PalpateSheetTemplates, palpate_sheet_templates, PALPATE, SHEET_TEMPLATES, GObject)

PalpateSheetTemplates *palpate_sheet_templates_new         (GFile                  *file) G_GNUC_WARN_UNUSED_RESULT;
GListModel            *palpate_sheet_templates_get_list    (PalpateSheetTemplates  *self);
const char            *palpate_sheet_templates_get_trouble (PalpateSheetTemplates  *self);
gboolean               palpate_sheet_templates_keep        (PalpateSheetTemplates  *self,
                                                            PalpateSheet           *sheet,
                                                            const char             *name,
                                                            GError                **error);
gboolean               palpate_sheet_templates_use         (PalpateSheetTemplates  *self,
                                                            guint                   position,
                                                            PalpateSheet           *sheet,
                                                            GError                **error);
gboolean               palpate_sheet_templates_rename      (PalpateSheetTemplates  *self,
                                                            guint                   position,
                                                            const char             *name,
                                                            GError                **error);
PalpateSheetTemplate  *palpate_sheet_templates_remove      (PalpateSheetTemplates  *self,
                                                            guint                   position,
                                                            GError                **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean               palpate_sheet_templates_restore     (PalpateSheetTemplates  *self,
                                                            guint                   position,
                                                            PalpateSheetTemplate   *kept,
                                                            GError                **error);

G_END_DECLS
