/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A temporary folder that holds the shipped content by links, so that a test can spoil one file of it.
 */
#pragma once

#include "palpate-atlas.h"

G_BEGIN_DECLS

typedef struct {
  char      *path;     /* of the temporary folder */
  char      *source;   /* of the shipped content */
  GPtrArray *files;    /* paths below the folder */
} ContentFolder;

ContentFolder *content_folder_new     (void);
void           content_folder_free    (ContentFolder *self);
char          *content_folder_read    (ContentFolder *self,
                                       const char    *file,
                                       gsize         *length);
void           content_folder_replace (ContentFolder *self,
                                       const char    *file,
                                       const char    *contents,
                                       gssize         length);
void           content_folder_remove  (ContentFolder *self,
                                       const char    *file);
void           content_folder_restore (ContentFolder *self,
                                       const char    *file);
PalpateAtlas  *content_folder_load    (ContentFolder *self,
                                       GPtrArray     *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ContentFolder, content_folder_free)

G_END_DECLS
