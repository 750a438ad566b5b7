# SPDX-FileCopyrightText: 2026 The Palpate contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SVG path data as arrays of cubic Béziers, and back.

A subpath is a pair (cubics, closed): `cubics` is an ndarray of shape (n, 4, 2), each row start, control, control, end;
one row starts exactly where the row before ends.  A path is a list of subpaths.  Lines and quadratics become cubics on
the way in; straight cubics become lines on the way out.
"""
import re

import numpy as np

ARGUMENTS = {'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'S': 4, 'Q': 4, 'Z': 0}
TOKEN = re.compile(r'([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|([\s,]+)|(.)', re.S)


class PathError(ValueError):
    """The path data cannot be understood."""


# --- reading ---------------------------------------------------------------------------------------------------------

def line(a, b):
    """The straight cubic from a to b."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    return np.array([a, a + (b - a) / 3, b - (b - a) / 3, b])


def _commands(d):
    """Yields (letter, [numbers]) for each command of `d`, implicit repetitions written out."""
    letter, numbers = None, []
    for m in TOKEN.finditer(d):
        if m.group(4):
            raise PathError('unexpected %r in path data' % m.group(4))
        if m.group(3):
            continue
        if m.group(1):
            if numbers:
                raise PathError('%d numbers too many before %r' % (len(numbers), m.group(1)))
            letter = m.group(1)
            if letter.upper() not in ARGUMENTS:
                raise PathError('command %r is not understood (only M L H V C S Q Z)' % letter)
            if letter in 'Zz':
                yield letter, []
                letter = None
            continue
        if letter is None:
            raise PathError('a number where a command is due')
        numbers.append(float(m.group(2)))
        if len(numbers) == ARGUMENTS[letter.upper()]:
            yield letter, numbers
            numbers = []
            letter = {'M': 'L', 'm': 'l'}.get(letter, letter)
    if numbers:
        raise PathError('path data ends inside a command')


def parse(d):
    """The subpaths of path data `d`: a list of (cubics, closed)."""
    out, rows, start, here = [], [], None, np.zeros(2)
    control = None                                       # the last C or S control point, for S

    def finish(closed):
        nonlocal rows
        if rows:
            out.append((np.array(rows), closed))
        rows = []

    for letter, n in _commands(d):
        relative, name = letter.islower(), letter.upper()
        base = here if relative else np.zeros(2)
        last, control = control, None
        if name == 'M':
            finish(False)
            here = start = base + n
            continue
        if start is None:
            raise PathError('path data does not begin with M')
        if name == 'Z':
            if not np.allclose(here, start, atol=1e-9):
                rows.append(line(here, start))
            elif rows:
                rows[-1][3] = start
            finish(True)
            here = start
            continue
        if name == 'L':
            end = base + n
            rows.append(line(here, end))
        elif name == 'H':
            end = np.array([base[0] + n[0], here[1]])
            rows.append(line(here, end))
        elif name == 'V':
            end = np.array([here[0], base[1] + n[0]])
            rows.append(line(here, end))
        elif name == 'Q':
            q, end = base + n[:2], base + n[2:]
            rows.append(np.array([here, here + (q - here) * 2 / 3, end + (q - end) * 2 / 3, end]))
        else:
            if name == 'S':
                first = here if last is None else 2 * here - last
                n = [*(first - base), *n]
            control, end = base + n[2:4], base + n[4:]
            rows.append(np.array([here, base + n[:2], control, end]))
        here = end
    finish(False)
    return out


# --- writing ---------------------------------------------------------------------------------------------------------

def _number(k, digits):
    """`k` grid steps of 10^-digits, as short as possible."""
    if digits == 0:
        return str(int(k))
    s = ('%.*f' % (digits, k / 10 ** digits)).rstrip('0').rstrip('.')
    s = re.sub(r'^(-?)0\.', r'\1.', s)
    return '0' if s in ('', '-', '-0') else s


def _join(values, digits):
    """Numbers one after the other with only the separators they need."""
    out = ''
    for v in values:
        s = _number(v, digits)
        if out and not s.startswith('-') and not (s.startswith('.') and '.' in re.split('[ -]', out)[-1]):
            out += ' '
        out += s
    return out


def _straight(k):
    """Whether the four grid points of a cubic lie on one line, in order."""
    a, b = k[0].astype(float), k[3].astype(float)
    d = b - a
    length = np.hypot(*d)
    if length == 0:
        return bool((k == k[0]).all())
    for c in (k[1], k[2]):
        along, across = (c - a) @ d / length, (c - a)[0] * d[1] / length - (c - a)[1] * d[0] / length
        if abs(across) > .75 or along < -.5 or along > length + .5:
            return False
    return True


def format(subpaths, digits=1):
    """Compact path data.  Every node is rounded on one absolute grid, so that what was shared stays shared."""
    out, pen = [], np.zeros(2, int)
    for cubics, closed in subpaths:
        k = np.rint(np.asarray(cubics, float) * 10 ** digits).astype(int)
        k = [row for row in k if (row != row[0]).any()]
        if not k:
            continue
        out.append('M' + _join(k[0][0], digits))
        pen = k[0][0]
        control, letter = None, 'M'
        for i, row in enumerate(k):
            if _straight(row):
                if closed and i == len(k) - 1:
                    break                                 # Z draws it
                d, name, control = row[3] - pen, 'l', None
                values = list(d)
                if d[0] == 0 or d[1] == 0:
                    name, values = ('v', [d[1]]) if d[0] == 0 else ('h', [d[0]])
            else:
                first = pen if control is None else 2 * pen - control
                if (row[1] == first).all():
                    name, values = 's', [*(row[2] - pen), *(row[3] - pen)]
                else:
                    name, values = 'c', [*(row[1] - pen), *(row[2] - pen), *(row[3] - pen)]
                control = row[2]
            text = _join(values, digits)
            if name == letter:
                text = text if text.startswith('-') else ' ' + text
            else:
                text = name + text
            out.append(text)
            letter, pen = name, row[3]
        if closed:
            out.append('z')
    return ''.join(out)


# --- small geometry --------------------------------------------------------------------------------------------------

def at(cubics, t):
    """Points of cubics (n, 4, 2) at parameters t (m,): array (n, m, 2)."""
    t = np.asarray(t, float)
    w = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3], -1)
    return np.einsum('mk,nkd->nmd', w, np.asarray(cubics, float))


def flatten_one(cubics, tolerance=.1):
    """One run of cubics as a polyline (m, 2) that strays at most about `tolerance` from it."""
    out = [cubics[0][0]]
    for c in np.asarray(cubics, float):
        bend = max(np.hypot(*(c[0] - 2 * c[1] + c[2])), np.hypot(*(c[1] - 2 * c[2] + c[3])))
        n = int(np.ceil(np.sqrt(.75 * bend / tolerance))) if bend > 0 else 1
        n = min(max(n, 1), 200)
        out.extend(at(c[None], np.arange(1, n + 1) / n)[0])
    return np.array(out)


def flatten(subpaths, tolerance=.1):
    """The subpaths as a list of polylines (m, 2); a closed one ends where it begins."""
    return [flatten_one(c, tolerance) for c, _ in subpaths if len(c)]


def reverse(cubics):
    """The same run of cubics the other way round."""
    return np.asarray(cubics)[::-1, ::-1]


def split(cubic, t):
    """The two parts of one cubic (4, 2), cut at parameter t."""
    a, b, c, d = np.asarray(cubic, float)
    ab, bc, cd = a + (b - a) * t, b + (c - b) * t, c + (d - c) * t
    abc, bcd = ab + (bc - ab) * t, bc + (cd - bc) * t
    m = abc + (bcd - abc) * t
    return np.array([a, ab, abc, m]), np.array([m, bcd, cd, d])


def area(cubics):
    """Signed area inside a closed run of cubics, exact; positive when it runs clockwise on the screen (y down)."""
    p = np.asarray(cubics, float)
    x, y = p[..., 0], p[..., 1]

    def cross(i, j):
        return (x[:, i] * y[:, j] - x[:, j] * y[:, i]).sum()
    return (6 * cross(0, 1) + 3 * cross(0, 2) + cross(0, 3) + 3 * cross(1, 2) + 3 * cross(1, 3) + 6 * cross(2, 3)) / 20


def mirror(subpaths):
    """The subpaths with x and -x changed over."""
    return [(np.asarray(c) * [-1, 1], closed) for c, closed in subpaths]


def contains(polyline, point):
    """Whether `point` lies inside the closed polyline (even-odd)."""
    x, y = point
    a, b = polyline, np.roll(polyline, -1, 0)
    spans = (a[:, 1] > y) != (b[:, 1] > y)
    a, b = a[spans], b[spans]
    cut = a[:, 0] + (y - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    return bool(np.count_nonzero(cut > x) % 2)
