/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "palpate-plural.h"

#include <string.h>

/* Nesting and length of real expressions are far below. */
#define MAX_DEPTH 64

typedef struct {
  const char *at;
  gulong      number;
  guint       depth;
  gboolean    failed;
} Reading;

typedef struct {
  const char *sign;
  guint       level;   /* larger binds tighter */
} Operator;

/* Two-letter signs stand before those that they begin with. */
static const Operator operators[] = {
  { "||", 1 }, { "&&", 2 }, { "==", 3 }, { "!=", 3 }, { "<=", 4 }, { ">=", 4 }, { "<", 4 }, { ">", 4 },
  { "+", 5 },  { "-", 5 },  { "*", 6 },  { "/", 6 },  { "%", 6 },
};

static gulong read_choice (Reading *reading);

static gboolean
accept (Reading    *reading,
        const char *sign)
{
  while (g_ascii_isspace (*reading->at))
    reading->at++;
  if (!g_str_has_prefix (reading->at, sign))
    return FALSE;
  reading->at += strlen (sign);
  return TRUE;
}

static gulong
read_value (Reading *reading)
{
  gulong value = 0;

  if (++reading->depth > MAX_DEPTH)
    reading->failed = TRUE;
  if (reading->failed)
    value = 0;
  else if (accept (reading, "!"))
    value = !read_value (reading);
  else if (accept (reading, "("))
    {
      value = read_choice (reading);
      if (!accept (reading, ")"))
        reading->failed = TRUE;
    }
  else if (accept (reading, "n"))
    value = reading->number;
  else if (g_ascii_isdigit (*reading->at))
    value = g_ascii_strtoull (reading->at, (char **) &reading->at, 10);
  else
    reading->failed = TRUE;
  reading->depth--;
  return value;
}

static gulong
apply (Reading    *reading,
       const char *sign,
       gulong      a,
       gulong      b)
{
  if ((*sign == '/' || *sign == '%') && b == 0)
    {
      reading->failed = TRUE;
      return 0;
    }
  switch (*sign)
    {
    case '|': return a || b;
    case '&': return a && b;
    case '=': return a == b;
    case '!': return a != b;
    case '<': return sign[1] == '=' ? a <= b : a < b;
    case '>': return sign[1] == '=' ? a >= b : a > b;
    case '+': return a + b;
    case '-': return a - b;
    case '*': return a * b;
    case '/': return a / b;
    default:  return a % b;
    }
}

static const Operator *
accept_operator (Reading *reading,
                 guint    level)
{
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      const char *before = reading->at;

      if (!accept (reading, operators[i].sign))
        continue;
      if (operators[i].level >= level)
        return &operators[i];
      reading->at = before;
      return NULL;
    }
  return NULL;
}

static gulong
read_operation (Reading *reading,
                guint    level)
{
  gulong value = read_value (reading);
  const Operator *operator;

  while (!reading->failed && (operator = accept_operator (reading, level)) != NULL)
    value = apply (reading, operator->sign, value, read_operation (reading, operator->level + 1));
  return value;
}

static gulong
read_choice (Reading *reading)
{
  const gulong condition = read_operation (reading, 1);
  gulong yes, no;

  if (!accept (reading, "?"))
    return condition;
  if (++reading->depth > MAX_DEPTH)
    reading->failed = TRUE;
  if (reading->failed)
    return 0;
  yes = read_choice (reading);
  if (!accept (reading, ":"))
    reading->failed = TRUE;
  no = reading->failed ? 0 : read_choice (reading);
  reading->depth--;
  return condition ? yes : no;
}

/**
 * palpate_plural_evaluate:
 * @expression: in the grammar of C, with `n`; it may end with a semicolon
 * @form: (out): untouched if @expression cannot be understood
 */
gboolean
palpate_plural_evaluate (const char *expression,
                         gulong      number,
                         gulong     *form)
{
  Reading reading = { .at = expression, .number = number };
  const gulong value = read_choice (&reading);

  while (*reading.at == ';' || g_ascii_isspace (*reading.at))
    reading.at++;
  if (reading.failed || *reading.at != '\0')
    return FALSE;
  *form = value;
  return TRUE;
}
