# SPDX-License-Identifier: GPL-3.0-or-later
"""The direction in which each muscle's fibres run.

Most muscles: Laplace's equation in the muscle's whole outline, 0 on the origin edge, 1 on the insertion edge, no flux
elsewhere; the fibres follow the gradient.  Fans, curved straps and spirals come out of that alone.  The table of muscles
may bend the rule: one angle for flat sheets, a ring round eye and mouth, pennation, a pull towards the straight line.
"""
import math

import numpy as np
from scipy import ndimage
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import cg, spsolve

import paths
from body import SVG, authored, nearest_fill


def _neighbours(mask):
    """A padded mask's pixel numbers, and for each of four sides the pairs (pixel, neighbour) that lie inside."""
    number = -np.ones(mask.shape, int)
    count = int(mask.sum())
    number[mask] = np.arange(count)
    y, x = np.nonzero(mask)
    own = number[y, x]
    pairs = []
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        other = number[y + dy, x + dx]
        inside = other >= 0
        pairs.append((own[inside], other[inside]))
    return count, np.concatenate([p for p, _ in pairs]), np.concatenate([q for _, q in pairs])


def poisson(mask):
    """lap h = -1 inside the mask, h = 0 outside (pixel units)."""
    pad = np.pad(mask, 1)
    count, own, other = _neighbours(pad)
    out = np.zeros(pad.shape)
    if not count:
        return out[1:-1, 1:-1]
    every = np.arange(count)
    a = csr_matrix((np.r_[-np.ones(len(own)), np.full(count, 4.)], (np.r_[own, every], np.r_[other, every])),
                   shape=(count, count))
    h = spsolve(a.tocsc(), np.ones(count)) if count < 40000 else cg(a, np.ones(count), tol=1e-3, maxiter=1500)[0]
    out[pad] = np.maximum(h, 0)
    return out[1:-1, 1:-1]


def laplace(mask, zero, one):
    """Harmonic u in the mask with u = 0 on `zero`, 1 on `one` and no flux elsewhere."""
    pad, zero, one = np.pad(mask, 1), np.pad(zero & mask, 1), np.pad(one & mask, 1)
    one &= ~zero
    count, own, other = _neighbours(pad)
    fixed = (zero | one)[pad]
    value = one[pad].astype(float)
    degree = np.bincount(own, minlength=count).astype(float)
    keep = ~fixed[own]
    every = np.arange(count)
    a = csr_matrix((np.r_[-np.ones(keep.sum()), np.where(fixed, 1, np.maximum(degree, 1) + 1e-7)],
                    (np.r_[own[keep], every], np.r_[other[keep], every])), shape=(count, count))
    out = np.zeros(pad.shape)
    out[pad] = spsolve(a.tocsc(), np.where(fixed, value, 0.))
    return out[1:-1, 1:-1]


class Field:
    """Fibre directions (dx, dy) over a raster that covers one muscle."""

    def __init__(self, x0, y0, px, dx, dy):
        self.x0, self.y0, self.px, self.dx, self.dy = x0, y0, px, dx, dy

    def at(self, x, y):
        col = min(max(int((x - self.x0) * self.px), 0), self.dx.shape[1] - 1)
        row = min(max(int((y - self.y0) * self.px), 0), self.dx.shape[0] - 1)
        return self.dx[row, col], self.dy[row, col]

    def angles(self, x, y):
        col = np.clip(((x - self.x0) * self.px).astype(int), 0, self.dx.shape[1] - 1)
        row = np.clip(((y - self.y0) * self.px).astype(int), 0, self.dx.shape[0] - 1)
        return np.arctan2(self.dy[row, col], self.dx[row, col])


def wholes(layer):
    """{part: (near-space subpaths, from, to)}: whole outlines with their origin and insertion edges, as authored."""
    out = {}
    for kind in ('whole', 'deep'):
        root = authored(kind, layer.view)
        for e in [] if root is None else root.iter(SVG + 'path'):
            edges = []
            for key in ('data-from', 'data-to'):
                points = [tuple(map(float, q.split(','))) for q in (e.get(key) or '').split()]
                edges.append([(layer.sign * layer.zoom * x, layer.zoom * y) for x, y in points])
            out.setdefault((e.get('id') or '-').split('-', 1)[1], (layer.near(paths.parse(e.get('d'))), *edges))
    return out


def _edge_pixels(mask, line, x0, y0, px):
    """The pixels of the mask's rim nearest to a polyline."""
    rim = np.argwhere(mask & ~ndimage.binary_erosion(mask, iterations=2))
    out = np.zeros(mask.shape, bool)
    p = np.array(line, float)
    if len(p) == 1:
        p = np.r_[p, p + .01]
    for a, b in zip(p[:-1], p[1:]):
        steps = max(8, int(np.hypot(*(b - a)) * px))
        for t in np.linspace(0, 1, steps):
            x, y = (a + (b - a) * t - (x0, y0)) * px
            out[tuple(rim[((rim[:, 1] - x)**2 + (rim[:, 0] - y)**2).argmin()])] = True
    return ndimage.binary_dilation(out, iterations=2) & mask


def _ends(mask):
    """The two ends of a spindle or strap: what lies furthest along its long axis."""
    y, x = np.nonzero(mask)
    p = np.c_[x - x.mean(), y - y.mean()]
    values, axes = np.linalg.eigh(p.T @ p)
    along = p @ axes[:, 1]
    if axes[1, 1] < 0:
        along = -along
    share = .06 if values[1] > 16 * max(values[0], 1e-9) else .1
    low, high = np.quantile(along, [0, 1])
    out = []
    for rows in (along < low + share * (high - low), along > high - share * (high - low)):
        m = np.zeros(mask.shape, bool)
        m[y[rows], x[rows]] = True
        out.append(m)
    return out


def _norm(dx, dy):
    n = np.hypot(dx, dy) + 1e-12
    return dx / n, dy / n


def direction(mask, x0, y0, px, row, start, end):
    """Field over a mask.  `row` is the muscle's entry of the table (for this view)."""
    rows, cols = np.mgrid[:mask.shape[0], :mask.shape[1]]
    if 'angle' in row:
        t = math.radians(row['angle'])
        return Field(x0, y0, px, np.full(mask.shape, math.cos(t)), np.full(mask.shape, -math.sin(t)))
    if 'ring' in row:
        cx, cy, q = row['ring']
        ex, ey = (cols / px + x0 - cx) * q, (rows / px + y0 - cy) / q
        return Field(x0, y0, px, *_norm(-ey * q, ex / q))
    if start and end:
        zero = _edge_pixels(mask, start, x0, y0, px)
        one = _edge_pixels(mask, end, x0, y0, px) & ~zero
    else:
        zero, one = _ends(mask)
    u = nearest_fill(laplace(mask, zero, one), ~mask)
    dy, dx = np.gradient(ndimage.gaussian_filter(u, 1.2 * px))
    dx, dy = _norm(dx, dy)
    dx, dy = _norm(ndimage.gaussian_filter(dx, 1.5 * px), ndimage.gaussian_filter(dy, 1.5 * px))
    straight = row.get('straight', 0)
    if straight and zero.any() and one.any():
        # long origins make the field leave at a right angle; near them, mix in the straight pull
        gy, gx = np.argwhere(one).mean(0) - np.argwhere(zero).mean(0)
        n = math.hypot(gx, gy) or 1
        k = straight * np.clip(1.35 - u, 0, 1)
        dx, dy = _norm(dx * (1 - k) + gx / n * k, dy * (1 - k) + gy / n * k)
    if 'pennate' in row:
        inside = mask.any(1)
        count = np.maximum(mask.sum(1), 1)
        middle = (mask * cols).sum(1) / count
        middle = np.interp(np.arange(len(middle)), np.nonzero(inside)[0], middle[inside])
        middle = ndimage.gaussian_filter1d(middle, 6 * px)
        t = np.radians(row['pennate']) * np.tanh((cols - middle[:, None]) / (1.2 * px))
        dx, dy = dx * np.cos(t) - dy * np.sin(t), dx * np.sin(t) + dy * np.cos(t)
    return Field(x0, y0, px, dx, dy)


def field_of(grid, mask, row, start=(), end=()):
    """Field over the part of `grid` that `mask` fills."""
    y, x = np.nonzero(mask)
    y0, x0 = max(0, y.min() - 4), max(0, x.min() - 4)
    m = ndimage.binary_closing(np.pad(mask[y0:y.max() + 5, x0:x.max() + 5], 4), iterations=3)[4:-4, 4:-4]
    parts, count = ndimage.label(m)
    if count > 1:
        sizes = ndimage.sum(m, parts, range(1, count + 1))
        m = parts == 1 + int(np.argmax(sizes))
    step = 1 if m.sum() < 450 * grid.px**2 else 2
    return direction(m[::step, ::step], grid.x0 + x0 / grid.px, grid.y0 + y0 / grid.px, grid.px / step, row, start, end)


def muscle_fields(body):
    """{name: Field} for all muscles of a layer."""
    whole = wholes(body)
    out = {}
    for name in body.names:
        if body.kind(name) not in ('muscle', 'deep'):
            continue
        mask = body.labels == body.names.index(name)
        if not mask.any():
            continue
        row = {**body.muscles.get(body.part(name), {})}
        row.update(row.get(body.view, row.get(body.base, {})))
        if 'ring' in row:
            row['ring'] = [row['ring'][0] * body.zoom, row['ring'][1] * body.zoom, row['ring'][2]]
        start = end = ()
        if body.part(name) in whole:
            outline, start, end = whole[body.part(name)]
            mask = mask | body.grid.mask(outline)
        out[name] = field_of(body.grid, mask, row, start, end)
    return out
