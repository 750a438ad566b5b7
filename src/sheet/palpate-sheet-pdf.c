/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-sheet-pdf.h"

#include <cairo-pdf.h>

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
add_heading_cb (const char *text,
                guint       page,
                double      y,
                gpointer    user_data)
{
  g_autofree char *link = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, (int) y);

  cairo_pdf_surface_add_outline (user_data, CAIRO_PDF_OUTLINE_ROOT, text, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static void
set_metadata (cairo_surface_t   *surface,
              PalpateSheetPages *pages,
              const GDate       *date)
{
  /* the sheet's day, not the clock: the same sheet gives the same file */
  g_autofree char *stamp = g_strdup_printf ("%04u-%02u-%02uT00:00:00Z", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, palpate_sheet_pages_get_title (pages));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Palpate " PALPATE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

static cairo_status_t
draw_pages (cairo_surface_t   *surface,
            PalpateSheetPages *pages)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  for (guint i = 0; i < palpate_sheet_pages_get_n_pages (pages); i++)
    {
      palpate_sheet_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/**
 * palpate_sheet_pdf_create:
 * @date: the day that the file says it was made
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
palpate_sheet_pdf_create (PalpateSheetPages  *pages,
                          const GDate        *date,
                          GError            **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  double width, height;

  palpate_sheet_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
  set_metadata (surface, pages, date);
  palpate_sheet_pages_foreach_heading (pages, add_heading_cb, surface);
  status = draw_pages (surface, pages);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
palpate_sheet_pdf_save (PalpateSheetPages  *pages,
                        const GDate        *date,
                        GFile              *file,
                        GError            **error)
{
  g_autoptr (GBytes) bytes = palpate_sheet_pdf_create (pages, date, error);
  gsize size;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return data != NULL && g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}
