/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "values.h"

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/**
 * values_get_quantile:
 * @values: (element-type double): are put in order
 * @share: 0 to 1; 0.5 is the median
 */
double
values_get_quantile (GArray *values,
                     double  share)
{
  g_array_sort (values, compare_doubles);
  return g_array_index (values, double, (guint) ((values->len - 1) * share + 0.5));
}
