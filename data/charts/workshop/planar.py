# SPDX-FileCopyrightText: 2026 The Palpate contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From border lines and named dots to shapes that share their borders.

Lines are runs of cubic Béziers (see paths.py) whose end points meet at nodes.  They cut the plane into faces; a dot
names the face it lies in.  Each border is stored once and is walked by both neighbours, so that the two have identical
nodes and there is neither gap nor overlap.

Ends may also rest on the inside of another line (a T): the other line is cut there.  With `cross=True` lines may run
across each other, and with `prune=True` what hangs out of the network is cut away: border lines may then simply
overshoot the silhouette.
"""
import numpy as np

import paths

SNAP = .3


class PlanarError(ValueError):
    """The lines and dots do not make the faces that were asked for."""


def _runs(lines):
    """Accepts cubics arrays and (cubics, closed) pairs; returns float arrays."""
    out = []
    for item in lines:
        cubics = item[0] if isinstance(item, tuple) else item
        cubics = np.array(cubics, float)
        if len(cubics):
            out.append(cubics)
    return out


# --- cutting ---------------------------------------------------------------------------------------------------------

def _samples(run, n=24):
    """Polyline through the run with n pieces a cubic."""
    p = paths.at(run, np.arange(n) / n).reshape(-1, 2)
    return np.vstack([p, run[-1][3]])


def _nearest(run, samples, point, n=24):
    """(distance, position) of `point` on the run; position counts cubics, with the parameter as its fraction."""
    a, b = samples[:-1], samples[1:]
    d = b - a
    t = np.clip(((point - a) * d).sum(1) / np.maximum((d * d).sum(1), 1e-12), 0, 1)
    gap = np.hypot(*(a + d * t[:, None] - point).T)
    i = int(gap.argmin())
    position = (i + t[i]) / n
    for _ in range(12):                                  # Newton on the squared distance
        k = min(int(position), len(run) - 1)
        s = position - k
        c = run[k]
        p = paths.at(c[None], [s])[0, 0]
        e1 = 3 * np.diff(c, axis=0)
        e2 = 2 * np.diff(e1, axis=0)
        v = e1[0] * (1 - s) ** 2 + 2 * e1[1] * s * (1 - s) + e1[2] * s * s
        w = e2[0] * (1 - s) + e2[1] * s
        f, g = (p - point) @ v, v @ v + (p - point) @ w
        if g <= 0:
            break
        new = np.clip(s - f / g, 0, 1)
        if abs(new - s) < 1e-9:
            break
        position = k + new
    k = min(int(position), len(run) - 1)
    p = paths.at(run[k][None], [position - k])[0, 0]
    return float(np.hypot(*(p - point))), float(position)


def _crossings(p, q):
    """Indices and fractions (i, s, j, t) where polylines p and q cross."""
    a, b = p[:-1], np.diff(p, axis=0)
    c, d = q[:-1], np.diff(q, axis=0)
    low, high = np.minimum(p[:-1], p[1:]), np.maximum(p[:-1], p[1:])
    low2, high2 = np.minimum(q[:-1], q[1:]), np.maximum(q[:-1], q[1:])
    near = ((low[:, None] <= high2[None]) & (low2[None] <= high[:, None])).all(-1)
    i, j = np.nonzero(near)
    if not len(i):
        return []
    cross = b[i, 0] * d[j, 1] - b[i, 1] * d[j, 0]
    good = np.abs(cross) > 1e-12
    i, j, cross = i[good], j[good], cross[good]
    w = c[j] - a[i]
    s = (w[:, 0] * d[j, 1] - w[:, 1] * d[j, 0]) / cross
    t = (w[:, 0] * b[i, 1] - w[:, 1] * b[i, 0]) / cross
    # A crossing in a shared end of two pieces may round out of both: the pieces reach a little further, and _divide()
    # keeps one of two cuts that fall together.
    slack = 1e-9
    hit = (s >= -slack) & (s <= 1 + slack) & (t >= -slack) & (t <= 1 + slack)
    return list(zip(i[hit], s[hit], j[hit], t[hit]))


def _cut(run, positions):
    """The run cut at the positions (as from _nearest), without empty pieces."""
    pieces, piece = [], []
    for k, c in enumerate(run):
        done = 0.
        for s in sorted(p - k for p in positions if k <= p < k + 1):
            if s > done:
                first, c = paths.split(c, (s - done) / (1 - done))
                piece.append(first)
            if piece:
                pieces.append(np.array(piece))
            piece, done = [], s
        piece.append(c)
    return pieces + [np.array(piece)]


def _divide(runs, snap, cross):
    """Cuts the runs where an end rests on them and, if asked, where they cross."""
    samples = [_samples(r) for r in runs]
    boxes = [(s.min(0) - snap, s.max(0) + snap) for s in samples]
    cuts = [[] for _ in runs]
    for i, run in enumerate(runs):
        ends = [run[0][0]] if np.allclose(run[0][0], run[-1][3]) else [run[0][0], run[-1][3]]
        for j, other in enumerate(runs):
            for end in ends:
                if i == j or (end < boxes[j][0]).any() or (end > boxes[j][1]).any():
                    continue
                if min(np.hypot(*(end - other[0][0])), np.hypot(*(end - other[-1][3]))) <= snap:
                    continue
                gap, position = _nearest(other, samples[j], end)
                if gap <= snap:
                    cuts[j].append(position)
            if cross and j > i and not ((boxes[i][0] > boxes[j][1]).any() or (boxes[j][0] > boxes[i][1]).any()):
                for a, s, b, t in _crossings(samples[i], samples[j]):
                    cuts[i].append((a + s) / 24)
                    cuts[j].append((b + t) / 24)
    out = []
    for run, sample, positions in zip(runs, samples, cuts):
        keep, size = [], np.hypot(*np.diff(sample, axis=0).T)
        along = np.concatenate([[0], np.cumsum(size)])

        def reach(position):
            return float(np.interp(position * 24, np.arange(len(along)), along))
        for p in sorted(positions):
            if reach(p) > snap and along[-1] - reach(p) > snap and (not keep or reach(p) - reach(keep[-1]) > snap):
                keep.append(p)
        out.extend(_cut(run, keep))
    return out


# --- the network -----------------------------------------------------------------------------------------------------

def _nodes(runs, snap):
    """Node positions and the pair of node numbers of each run."""
    ends = np.array([p for r in runs for p in (r[0][0], r[-1][3])])
    number = -np.ones(len(ends), int)
    centres = []
    for i, p in enumerate(ends):
        if number[i] < 0:
            near = (number < 0) & (np.hypot(*(ends - p).T) <= snap)
            number[near] = len(centres)
            centres.append(ends[near].mean(0))
    return np.array(centres), number.reshape(-1, 2)


def _walks(runs, pairs, centres):
    """The closed walks of the network, as lists of half-edges (run number * 2 + direction)."""
    half = {}
    lengths = [np.hypot(*np.diff(_samples(r, 8), axis=0).T).sum() for r in runs]
    for e, (a, b) in enumerate(pairs):
        half.setdefault(a, []).append(2 * e)
        half.setdefault(b, []).append(2 * e + 1)
    after = {}
    for node, leaving in half.items():
        radius = min(2., .4 * min(lengths[h // 2] for h in leaving))
        order = []
        for h in leaving:
            run = runs[h // 2] if h % 2 == 0 else paths.reverse(runs[h // 2])
            p = _samples(run, 48) - centres[node]
            out = np.nonzero(np.hypot(*p.T) >= radius)[0]
            d = p[out[0]] if len(out) else p[len(p) // 2]
            order.append((np.arctan2(d[1], d[0]), h))
        order = [h for _, h in sorted(order)]
        for k, h in enumerate(order):
            after[h ^ 1] = order[k - 1]                   # arriving by h's twin, leave by the neighbour of h
    seen, out = set(), []
    for h in sorted(after):
        if h in seen:
            continue
        walk = []
        while h not in seen:
            seen.add(h)
            walk.append(h)
            h = after[h]
        out.append(walk)
    return out


def _prune(runs, pairs):
    """Run numbers that remain when dangling ones are taken away again and again."""
    keep = set(range(len(runs)))
    while True:
        count = {}
        for e in keep:
            for n in pairs[e]:
                count[n] = count.get(n, 0) + 1
        loose = {e for e in keep if min(count[pairs[e][0]], count[pairs[e][1]]) < 2}
        if not loose:
            return sorted(keep)
        keep -= loose


def network(lines, snap=SNAP, cross=False, prune=False):
    """Bounded faces of the lines: a list of [outer, hole, …], each a run of cubics (outer clockwise on the screen).

    A hole is the outline of an island that lies inside and hangs on nothing.
    """
    runs = _divide(_runs(lines), snap, cross)
    if not runs:
        raise PlanarError('no lines')
    size = [np.hypot(*np.diff(_samples(r, 8), axis=0).T).sum() for r in runs]
    runs = [r for r, s in zip(runs, size) if s > 1e-6]
    centres, pairs = _nodes(runs, snap)
    tiny = [e for e, (a, b) in enumerate(pairs) if a == b and
            np.hypot(*np.diff(_samples(runs[e], 8), axis=0).T).sum() <= 2 * snap]
    runs = [r for e, r in enumerate(runs) if e not in tiny]
    pairs = np.array([p for e, p in enumerate(pairs) if e not in tiny])
    if prune:
        keep = _prune(runs, pairs)
        runs, pairs = [runs[e] for e in keep], pairs[keep]
    else:
        count = np.bincount(pairs.ravel(), minlength=len(centres))
        loose = [centres[n] for n in np.nonzero(count == 1)[0]]
        if loose:
            raise PlanarError('dangling line end at ' + ', '.join('(%.1f, %.1f)' % tuple(p) for p in loose))
    for run, (a, b) in zip(runs, pairs):
        run[0][1] += centres[a] - run[0][0]
        run[0][0] = centres[a]
        run[-1][2] += centres[b] - run[-1][3]
        run[-1][3] = centres[b]
    outer, inner = [], []
    for walk in _walks(runs, pairs, centres):
        cubics = np.concatenate([runs[h // 2] if h % 2 == 0 else paths.reverse(runs[h // 2]) for h in walk])
        a = paths.area(cubics)
        if a > 1e-6:
            outer.append((a, cubics, {h // 2 for h in walk}))
        elif a < -1e-6:
            inner.append((-a, cubics, {h // 2 for h in walk}))
    outer.sort(key=lambda f: f[0])
    flat = [paths.flatten_one(c, .05) for _, c, _ in outer]
    out = [[c] for _, c, _ in outer]
    part = _components(pairs)
    for a, cubics, edges in inner:
        mine = part[pairs[min(edges)][0]]
        for k, (b, _, theirs) in enumerate(outer):
            if b > a and part[pairs[min(theirs)][0]] != mine and paths.contains(flat[k], cubics[0][0]):
                out[k].append(cubics)
                break
    return out


def _components(pairs):
    """The number of the connected part that each node belongs to."""
    part = {}
    for a, b in pairs:
        part.setdefault(a, a)
        part.setdefault(b, b)
    changed = True
    while changed:
        changed = False
        for a, b in pairs:
            low = min(part[a], part[b])
            if part[a] != low or part[b] != low:
                part[a] = part[b] = low
                changed = True
    return part


def named(lines, dots, snap=SNAP, cross=False, prune=False, several=False):
    """{name: [subpath, …]}: the faces with their holes.  `dots` is {name: (x, y)} or a list of (name, (x, y)).

    With `several` a name may have more than one dot; its faces are then put together in one list.
    """
    dots = list(dots.items()) if isinstance(dots, dict) else list(dots)
    found = network(lines, snap, cross, prune)
    flat = [paths.flatten_one(f[0], .05) for f in found]
    owner, out = {}, {}
    for name, point in dots:
        point = np.asarray(point, float)
        face = next((k for k, f in enumerate(flat) if paths.contains(f, point)), None)
        if face is None:
            raise PlanarError('dot %r at (%.1f, %.1f) lies in no bounded face' % (name, *point))
        if face in owner and not (several and owner[face] == name):
            raise PlanarError('dots %r and %r lie in one face' % (owner[face], name))
        if name in out and not several:
            raise PlanarError('name %r is given to two faces' % name)
        if face not in owner:
            out.setdefault(name, []).extend((c, True) for c in found[face])
        owner[face] = name
    return out


def unnamed(lines, dots, snap=SNAP, cross=False, prune=False):
    """(area, a point) of each face that no dot names: for finding what was forgotten."""
    dots = list(dots.items()) if isinstance(dots, dict) else list(dots)
    out = []
    taken = set()
    found = network(lines, snap, cross, prune)
    flat = [paths.flatten_one(f[0], .05) for f in found]
    for _, point in dots:
        face = next((k for k, f in enumerate(flat) if paths.contains(f, np.asarray(point, float))), None)
        taken.add(face)
    for k, f in enumerate(found):
        if k not in taken:
            out.append((abs(paths.area(f[0])), tuple(flat[k].mean(0).round(1))))
    return out


def faces(lines, dots, snap=SNAP):
    """{name: (cubics, True)}: for every dot the face it lies in.  Raises PlanarError with the place of the fault."""
    return {name: subpaths[0] for name, subpaths in named(lines, dots, snap).items()}
