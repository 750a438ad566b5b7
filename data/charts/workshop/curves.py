# SPDX-License-Identifier: GPL-3.0-or-later
"""Curves: smooth a row of points, fit few Béziers to it, trace level lines, write compact path text.

A *cubic* is a (4, 2) array of control points; a *curve* is a list of cubics, each starting where the last one ended.
"""
import re

import numpy as np
from scipy import ndimage

import paths


def unit(v):
    length = np.hypot(*v)
    return v / length if length > 1e-9 else np.array([1.0, 0.0])


def left_of(v):
    """The unit normal of v."""
    u = unit(v)
    return np.array([-u[1], u[0]])


def bezier(c, t):
    t = np.asarray(t, float)[:, None]
    s = 1 - t
    return s**3 * c[0] + 3 * s * s * t * c[1] + 3 * s * t * t * c[2] + t**3 * c[3]


def curve_points(curve, step=1.0):
    """Points along a curve, about `step` apart."""
    rows = [bezier(c, np.linspace(0, 1, max(3, int(cubic_length(c) / step) + 2)))[:-1] for c in curve]
    return np.concatenate(rows + [np.asarray(curve[-1])[3:4]])


def outline(cubics, step):
    """Points around a closed curve about `step` apart, the first one again at the end, and which of them are corners."""
    rows = [bezier(c, np.linspace(0, 1, max(2, int(cubic_length(c) / step) + 2)))[:-1] for c in cubics]
    at = np.cumsum([0] + [len(r) for r in rows])
    ahead = [unit(c[1] - c[0]) if np.any(c[1] != c[0]) else unit(c[2] - c[0]) for c in cubics]
    behind = [unit(c[3] - c[2]) if np.any(c[3] != c[2]) else unit(c[3] - c[1]) for c in cubics]
    corners = np.zeros(at[-1] + 1, bool)
    corners[at[:-1]] = [a @ b < .85 for a, b in zip(ahead, behind[-1:] + behind[:-1])]
    corners[-1] = corners[0]
    return np.concatenate(rows + [cubics[:1, 0]]), corners


def runs(seen):
    """The slices of a closed row (its last entry repeats the first) in which `seen` holds, as index arrays; where it ends
    at something unseen, one more point is taken along."""
    n = len(seen) - 1
    if seen.all():
        return [np.arange(n + 1)]
    start = int(np.nonzero(~seen[:-1])[0][0])
    order = (np.arange(n + 1) + start) % n
    numbers, count = ndimage.label(seen[order])
    out = []
    for k in range(1, count + 1):
        at = np.nonzero(numbers == k)[0]
        out.append(order[max(at[0] - 1, 0):at[-1] + 2])
    return out


def cubic_length(c):
    return np.hypot(*np.diff(np.asarray(c), axis=0).T).sum() * 0.5 + np.hypot(*(c[3] - c[0])) * 0.5


def reversed_curve(curve):
    return [np.asarray(c)[::-1] for c in curve[::-1]]


def straight(a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    return np.array([a, a + (b - a) / 3, a + (b - a) * 2 / 3, b])


def run_length(p):
    return np.r_[0, np.cumsum(np.hypot(*np.diff(p, axis=0).T))]


def area(points):
    x, y = np.asarray(points).T
    return float((x * np.roll(y, -1) - y * np.roll(x, -1)).sum() / 2)


# --- fitting (Schneider: least squares with end tangents, Newton, split at the worst point) ---

def _solve(p, u, t1, t2):
    s = 1 - u
    a1 = (3 * s * s * u)[:, None] * t1
    a2 = (3 * s * u * u)[:, None] * t2
    c11, c12, c22 = (a1 * a1).sum(), (a1 * a2).sum(), (a2 * a2).sum()
    rest = p - ((s**3 + 3 * s * s * u)[:, None] * p[0] + (3 * s * u * u + u**3)[:, None] * p[-1])
    x1, x2 = (a1 * rest).sum(), (a2 * rest).sum()
    det = c11 * c22 - c12 * c12
    chord = np.hypot(*(p[-1] - p[0]))
    arc = np.hypot(*np.diff(p, axis=0).T).sum()
    k1 = k2 = 0.0
    if abs(det) > 1e-9 * max(c11 * c22, 1e-12):
        k1, k2 = (x1 * c22 - x2 * c12) / det, (c11 * x2 - c12 * x1) / det
    if k1 < 1e-3 * chord or k2 < 1e-3 * chord or k1 > 1.2 * arc or k2 > 1.2 * arc:
        k1 = k2 = arc / 3
    return np.array([p[0], p[0] + t1 * k1, p[-1] + t2 * k2, p[-1]])


def fit(p, tolerance, t1=None, t2=None, depth=0):
    """The curve of few cubics that stays within `tolerance` of the points p (a number, or one for each point)."""
    n = len(p)
    tolerance = np.broadcast_to(tolerance, n)
    k = min(4, n - 1)
    t1 = unit(p[k] - p[0]) if t1 is None else t1
    t2 = unit(p[-1 - k] - p[-1]) if t2 is None else t2
    if n <= 2:
        d = np.hypot(*(p[-1] - p[0])) / 3
        return [np.array([p[0], p[0] + t1 * d, p[-1] + t2 * d, p[-1]])]
    u = run_length(p)
    u = u / (u[-1] or 1)
    c = _solve(p, u, t1, t2)
    for _ in range(5):
        q = bezier(c, u)
        e = ((q - p)**2).sum(1) / tolerance**2      # in tolerances
        worst = int(e.argmax())
        if e[worst] < 1:
            return [c]
        if e[worst] > 36:
            break
        s, t = (1 - u)[:, None], u[:, None]
        d1 = 3 * (s * s * (c[1] - c[0]) + 2 * s * t * (c[2] - c[1]) + t * t * (c[3] - c[2]))
        d2 = 6 * (s * (c[2] - 2 * c[1] + c[0]) + t * (c[3] - 2 * c[2] + c[1]))
        num = ((q - p) * d1).sum(1)
        den = (d1 * d1).sum(1) + ((q - p) * d2).sum(1)
        u = np.clip(u - np.where(np.abs(den) > 1e-9, num / np.where(den == 0, 1, den), 0), 0, 1)
        u = np.maximum.accumulate(u)
        u[0], u[-1] = 0, 1
        c = _solve(p, u, t1, t2)
    if depth > 14 or n < 4:
        return [c]
    worst = min(max(worst, 1), n - 2)
    k = min(4, worst, n - 1 - worst) or 1
    tc = unit(p[worst - k] - p[worst + k])
    return (fit(p[:worst + 1], tolerance[:worst + 1], t1, tc, depth + 1) + fit(p[worst:], tolerance[worst:], -tc, t2, depth + 1))


def fit_closed(p, tolerance):
    tolerance = np.broadcast_to(tolerance, len(p))
    p, tolerance = np.r_[p, p[:1]], np.r_[tolerance, tolerance[:1]]
    tangent = unit(p[3] - p[-4])
    return fit(p, tolerance, tangent, -tangent)


# --- smoothing ---

def resample(p, step=0.25, closed=False):
    d = run_length(p)
    n = max(12 if closed else 4, int(d[-1] / step) + (0 if closed else 1))
    t = np.linspace(0, d[-1], n, endpoint=not closed)
    return np.c_[np.interp(t, d, p[:, 0]), np.interp(t, d, p[:, 1])], d[-1] / max(1, n - (not closed))


def smooth_open(p, sigma):
    """Gaussian along the length with odd reflection, so that the end points stay."""
    if len(p) < 4:
        return p
    q, step = resample(p)
    n = len(q)
    s = min(sigma / step, n / 5)
    m = min(n - 1, int(4 * s) + 1)
    before = 2 * q[0] - q[m:0:-1]
    after = 2 * q[-1] - q[-2:-m - 2:-1]
    r = ndimage.gaussian_filter1d(np.r_[before, q, after], s, axis=0, mode='nearest')[m:m + n]
    r[0], r[-1] = p[0], p[-1]
    return r


def smooth_closed(p, sigma):
    q, step = resample(np.r_[p, p[:1]], closed=True)
    return ndimage.gaussian_filter1d(q, min(sigma / step, len(q) / 14), axis=0, mode='wrap')


# --- level lines of a raster ---

def contours(field, level):
    """Closed rings (x, y in pixels) where `field` crosses `level`, high side to the left; the raster is padded, so all rings close."""
    f = np.pad(np.asarray(field, float), 1, constant_values=-1e9) - level
    f[f == 0] = 1e-12
    f = np.clip(f, -1e3, 1e3)
    up = f > 0
    case = up[:-1, :-1] * 1 + up[:-1, 1:] * 2 + up[1:, 1:] * 4 + up[1:, :-1] * 8
    width = f.shape[1]
    # An edge of the grid is numbered: 2 * pixel for the one to the right of it, 2 * pixel + 1 for the one below it.
    pairs = {1: ['lt'], 2: ['tr'], 3: ['lr'], 4: ['rb'], 5: ['lt', 'rb'], 6: ['tb'], 7: ['lb'],
             8: ['bl'], 9: ['bt'], 10: ['tr', 'bl'], 11: ['br'], 12: ['rl'], 13: ['rt'], 14: ['tl']}
    follow = {}
    for number, moves in pairs.items():
        y, x = np.nonzero(case == number)
        cell = y * width + x
        edge = {'t': 2 * cell, 'l': 2 * cell + 1, 'r': 2 * (cell + 1) + 1, 'b': 2 * (cell + width)}
        for a, b in moves:
            follow.update(zip(edge[a].tolist(), edge[b].tolist()))
    rings = []
    while follow:
        first, at = follow.popitem()
        ring = [first]
        while at != first:
            ring.append(at)
            at = follow.pop(at)
        e = np.array(ring)
        cell, below = e // 2, e % 2
        y, x = cell // width, cell % width
        a, b = f[y, x], f[y + below, x + 1 - below]
        t = a / (a - b)
        rings.append(np.c_[x + t * (1 - below) - 1, y + t * below - 1])
    rings.sort(key=lambda r: (r[:, 1].min(), r[:, 0].min(), len(r)))
    return [np.roll(r, -int(np.lexsort((r[:, 0], r[:, 1]))[0]), axis=0) for r in rings]


def with_holes(shapes):
    """Curves of (ring, curve), each outer one followed by the curves of the rings inside it, to be kept in one path."""
    size = {i: abs(area(ring)) for i, (ring, _) in enumerate(shapes)}
    families = {}
    for i in sorted(size, key=lambda i: (-size[i], i)):
        around = [k for k in families if paths.contains(shapes[k][0], shapes[i][0][0])]
        families.setdefault(around[0] if around else i, []).append(shapes[i][1])
    return [families[i] for i in sorted(families)]


# --- path text ---

def number(v, digits):
    text = '%.*f' % (digits, v)
    if '.' in text:
        text = text.rstrip('0').rstrip('.')
    if text in ('-0', ''):
        return '0'
    return text.replace('0.', '.', 1) if text.startswith(('0.', '-0.')) else text


class Pen:
    """Writes relative path text on a grid of 10^-digits (after `scale`); rounding errors do not add up."""

    def __init__(self, digits=1, scale=1):
        self.out, self.digits, self.scale = [], digits, scale
        self.at = self.start = np.zeros(2)
        self.pieces = []                 # [first of out, top, bottom] of what must stay in one path

    def _grid(self, p):
        return np.round(np.asarray(p, float) * self.scale, self.digits)

    def _write(self, letter, points):
        text = letter
        for v in np.ravel(points):
            t = number(v, self.digits)
            dotted = '.' in re.split('[ -]|[a-zA-Z]', text)[-1]
            if text[-1].isalpha() or t[0] == '-' or (t[0] == '.' and dotted):
                text += t
            else:
                text += ' ' + t
        self.out.append(text)

    def move(self, p, hole=False):
        """Begins a subpath; a `hole` belongs to the one before."""
        p = self._grid(p)
        if not hole or not self.pieces:
            self.pieces.append([len(self.out), p[1], p[1]])
        self._reach(p)
        self._write('M', p)
        self.at = self.start = p

    def line(self, p):
        self._line(self._grid(p))

    def _reach(self, *points):
        piece = self.pieces[-1]
        for p in points:
            piece[1:] = min(piece[1], p[1]), max(piece[2], p[1])

    def _line(self, p):
        self._reach(p)
        if np.any(p != self.at):
            self._write('l', p - self.at)
            self.at = p

    def quad(self, a, p):
        a, p = self._grid(a), self._grid(p)
        self._reach(a, p)
        self._write('q', np.array([a, p]) - self.at)
        self.at = p

    def cubic(self, a, b, p):
        a, b, p = self._grid(a), self._grid(b), self._grid(p)
        self._reach(a, b, p)
        chord = p - self.at
        span = np.hypot(*chord)
        if span > 0:
            n = np.array([-chord[1], chord[0]]) / span
            flat = max(abs((a - self.at) @ n), abs((b - self.at) @ n)) < 0.02 * self.scale
            if flat and 0 <= (a - self.at) @ chord <= span**2 and 0 <= (b - self.at) @ chord <= span**2:
                return self._line(p)
        self._write('c', np.array([a, b, p]) - self.at)
        self.at = p

    def close(self):
        self.out.append('z')
        self.at = self.start

    def curve(self, curve, close=False, hole=False):
        self.move(curve[0][0], hole)
        for c in curve:
            self.cubic(c[1], c[2], c[3])
        if close:
            self.close()

    def text(self):
        return ''.join(self.out)

    def columns(self, most=40):
        """The text in paths whose pieces stand below each other.  A scan line of the renderer then meets few edges of a path:
        a quarter faster than pieces beside each other, and much faster than one huge path."""
        ends = [p[0] for p in self.pieces[1:]] + [len(self.out)]
        columns = []                     # [bottom, texts]
        for (first, top, bottom), end in sorted(zip(self.pieces, ends), key=lambda piece: (piece[0][1], piece[0][0])):
            free = [c for c in columns if c[0] < top and len(c[1]) < most]
            column = max(free, key=lambda c: c[0]) if free else [0, []]
            if not free:
                columns.append(column)
            column[0] = bottom
            column[1].append(''.join(self.out[first:end]))
        return [''.join(texts) for _, texts in columns]


def taper(pen, c, half_width):
    """A sliver along the cubic c, pointed at both ends."""
    n1, n2 = left_of(c[1] - c[0]), left_of(c[3] - c[2])
    span = np.hypot(*(c[3] - c[0]))
    if span < 30:
        middle = (3 * (c[1] + c[2]) - c[0] - c[3]) / 4
        normal = unit(n1 + n2) * half_width
        if abs((middle - c[0]) @ left_of(c[3] - c[0])) < 0.5:
            middle = (c[0] + c[3]) / 2 + (middle - (c[0] + c[3]) / 2) / 2
            pen.move(c[0])
            pen.line(middle + normal)
            pen.line(c[3])
            pen.line(middle - normal)
        else:
            pen.move(c[0])
            pen.quad(middle + 2 * normal, c[3])
            pen.quad(middle - 2 * normal, c[0])
    else:
        k = half_width * 4 / 3
        pen.move(c[0])
        pen.cubic(c[1] + n1 * k, c[2] + n2 * k, c[3])
        pen.cubic(c[2] - n2 * k, c[1] - n1 * k, c[0])
    pen.close()


def tapered_curve(pen, curve, half_width, power=0.8):
    """A sliver along a whole curve, widest in the middle."""
    count = len(curve)
    width = half_width * np.sin(np.pi * np.linspace(0, 1, count + 1))**power
    if count == 1:
        return taper(pen, curve[0], half_width * 0.75)
    there, back = [], []
    for c, wa, wb in zip(curve, width[:-1], width[1:]):
        n1, n2 = left_of(c[1] - c[0]), left_of(c[3] - c[2])
        offset = np.array([n1 * wa, n1 * (wa + (wb - wa) / 3), n2 * (wa + (wb - wa) * 2 / 3), n2 * wb])
        there.append(c + offset)
        back.append((c - offset)[::-1])
    pen.curve(there)
    for c in back[::-1]:
        pen.cubic(c[1], c[2], c[3])
    pen.close()
