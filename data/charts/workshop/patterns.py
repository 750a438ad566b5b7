# SPDX-FileCopyrightText: 2026 The Palpate contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Regions, referral zones, points and danger areas of a view: `groups(view)` gives the text of these four groups.

Read from this folder
    outlines-VIEW.svg   the silhouette (class "silhouette"; half of it in front and back)
    regions-VIEW.svg    border lines and named dots, see planar.py
    patterns-VIEW.svg   `zone-…`: brush strokes (stroke-width, or data-widths along the line) and closed areas;
                        `point-…`: circles; `danger-…`: closed areas
and the facts `refersTo` of ../../content/muscles/*.json, if they are there.

How a zone is made
    The strokes and areas of one zone become one signed distance field (negative inside).  It is clipped to the figure and
    softly, with some units of grace, to the regions that the content names for this point and kind; the grace shrinks
    until no other region is covered by more than FOREIGN.  What is thinner than a pencil goes, the rest is smoothed, its
    zero line is traced and fitted with few cubics.  Spillover leaves out what is essential.
"""
import functools
import glob
import json
import os
import re
import xml.etree.ElementTree as ET

import numpy as np
from scipy import ndimage
from scipy.interpolate import PchipInterpolator

import curves
import paths
import planar

HERE = os.path.dirname(os.path.abspath(__file__))
CONTENT = os.path.join(HERE, '..', '..', 'content', 'muscles')
MIDLINE = {'mouth-teeth', 'nose', 'breastbone', 'sacrum', 'pelvic-floor'}
# A close-up shows a part of another view's frame and takes its lines and strokes from there; feet have a frame of their own.
BASE = {'head-side': 'left', 'hand-palm': 'front', 'hand-back': 'back'}
BOXES = {'front': (-230, -20, 460, 1040), 'back': (-230, -20, 460, 1040), 'left': (-150, -20, 300, 1040)}
PERSON_LEFT = {'front': 1, 'back': -1, 'hand-palm': 1, 'hand-back': -1}      # sign of x on the person's left
FOREIGN = .12                # largest share of a region that a zone may cover without being named for it
NAMED_SHARE, NAMED_AREA = .08, 12.      # a named region counts as reached from this share or these square units on
GRACES = (7., 5., 3.5, 2.5, 1.6, .8, 0.)
BLEED = .09                  # the same share while shaping, so that the finished shape keeps clear of FOREIGN
TAPER = .28                  # how much narrower a stroke is at its ends than its widths say


def local(tag):
    return tag.rsplit('}', 1)[-1]


def file_of(kind, view):
    """The authored file of a view, or of the view whose lines it shares; None if there is none."""
    for name in (view, BASE.get(view)):
        path = os.path.join(HERE, '%s-%s.svg' % (kind, name))
        if name and os.path.exists(path):
            return path
    return None


def base_of(view):
    return BASE.get(view, view)


@functools.lru_cache(None)
def box_of(view):
    """x, y, width, height of the view."""
    if view in BOXES:
        return BOXES[view]
    path = os.path.join(HERE, 'outlines-%s.svg' % view)
    if os.path.exists(path):
        box = ET.parse(path).getroot().get('viewBox')
        return tuple(float(v) for v in box.replace(',', ' ').split())
    return BOXES[base_of(view)]


def room_of(view):
    """Lower and upper corner of what is worked out: the view's box, and some more where a close-up cuts the body off."""
    x, y, w, h = box_of(view)
    more = 14 if view in BASE else 0
    return np.array([x - more, y - more]), np.array([x + w + more, y + h + more])


# --- the figure ------------------------------------------------------------------------------------------------------

@functools.lru_cache(None)
def silhouette(view):
    """The authored silhouette lines: a list of (cubics, closed)."""
    out = []
    for e in ET.parse(file_of('outlines', view)).iter():
        if local(e.tag) == 'path' and 'silhouette' in (e.get('class') or '').split():
            out += paths.parse(e.get('d'))
    return out


@functools.lru_cache(None)
def figure(view):
    """The silhouette as closed subpaths, both halves."""
    out = []
    for cubics, closed in silhouette(view):
        if closed or np.hypot(*(cubics[0][0] - cubics[-1][3])) < .3:
            out.append((cubics, True))
        elif view in PERSON_LEFT:
            half = cubics.copy()
            half[0, 0, 0] = half[-1, 3, 0] = 0
            out.append((np.concatenate([half, paths.reverse(half) * [-1, 1]]), True))
    return out


# --- regions ---------------------------------------------------------------------------------------------------------

def read_regions(view):
    """Border lines and dots [(id, (x, y))] of a view."""
    lines, dots = [], []
    for e in ET.parse(file_of('regions', view)).iter():
        if local(e.tag) == 'path':
            lines += [c for c, _ in paths.parse(e.get('d'))]
        elif local(e.tag) == 'circle':
            dots.append((e.get('id').split('.')[0], (float(e.get('cx')), float(e.get('cy')))))
    return lines, dots


def _whole(cubics):
    """A midline region from its half: the edge on x = 0 goes, the mirror image comes to the other end."""
    on = [bool((abs(c[[0, 3], 0]) < .05).all() and (abs(c[1:3, 0]) < .05).all()) for c in cubics]
    n = len(cubics)
    start = next(i for i in range(n) if on[i - 1] and not on[i])
    chain = []
    for i in range(n):
        k = (start + i) % n
        if on[k]:
            break
        chain.append(cubics[k])
    chain = np.array(chain)
    chain[0, 0, 0] = chain[-1, 3, 0] = 0
    return np.concatenate([chain, paths.reverse(chain) * [-1, 1]])


@functools.lru_cache(None)
def regions(view):
    """{full id: subpaths} of the person's left side and the midline."""
    lines, dots = read_regions(view)
    rim = [c for c, _ in silhouette(view)]
    if view in BASE:
        found = planar.network(lines + rim, cross=True, prune=True)
        flat = [paths.flatten_one(f[0], .05) for f in found]
        dots = [d for d in dots if any(paths.contains(f, d[1]) for f in flat)]
    out = {}
    for name, subs in planar.named(lines + rim, dots, cross=True, prune=True, several=True).items():
        if name in MIDLINE:
            if view in PERSON_LEFT:
                subs = [(_whole(c), True) for c, _ in subs]
            out[name] = subs
        else:
            out[name + '-left'] = subs
    return out


# --- rasters ---------------------------------------------------------------------------------------------------------

class Grid:
    """A field of samples: x0, y0 the first sample, `step` units apart."""

    def __init__(self, low, high, step):
        self.step = step
        self.x0, self.y0 = np.floor(np.asarray(low) / step) * step
        self.nx, self.ny = (np.ceil((np.asarray(high) - [self.x0, self.y0]) / step).astype(int) + 1)
        self.x = self.x0 + step * np.arange(self.nx)
        self.y = self.y0 + step * np.arange(self.ny)

    def inside(self, subpaths):
        """Even-odd mask of closed subpaths."""
        toggles = np.zeros((self.ny, self.nx + 1), np.int32)
        for p in paths.flatten(subpaths, .05):
            a, b = p, np.roll(p, -1, 0)
            first = np.ceil((np.minimum(a[:, 1], b[:, 1]) - self.y0) / self.step - 1e-9).astype(int)
            last = np.ceil((np.maximum(a[:, 1], b[:, 1]) - self.y0) / self.step - 1e-9).astype(int)
            first, last = np.clip(first, 0, self.ny), np.clip(last, 0, self.ny)
            count = last - first
            edge = np.repeat(np.arange(len(a)), count)
            row = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count) + first[edge]
            t = (self.y[row] - a[edge, 1]) / (b[edge, 1] - a[edge, 1])
            cut = a[edge, 0] + t * (b[edge, 0] - a[edge, 0])
            column = np.clip(np.ceil((cut - self.x0) / self.step), 0, self.nx).astype(int)
            np.add.at(toggles, (row, column), 1)
        return (np.cumsum(toggles, 1)[:, :-1] % 2).astype(bool)

    def distance(self, mask):
        """Signed distance in units to the border of a mask, negative inside."""
        if not mask.any():
            return np.full(mask.shape, 1e3)
        if mask.all():
            return np.full(mask.shape, -1e3)
        out = ndimage.distance_transform_edt(~mask) - ndimage.distance_transform_edt(mask)
        return (out - np.sign(out) * .5) * self.step

    def stroke(self, line, widths, reach):
        """Signed distance to a brush stroke along the polyline; the widths are spread evenly over its length."""
        out = np.full((self.ny, self.nx), reach)
        along = curves.run_length(line)
        t = np.linspace(0, 1, max(2, int(along[-1] / 2) + 2))
        line = np.c_[np.interp(t * along[-1], along, line[:, 0]), np.interp(t * along[-1], along, line[:, 1])]
        w = PchipInterpolator(np.linspace(0, 1, len(widths)), widths)(t) if len(widths) > 1 else np.full(len(t), widths[0])
        w = w / 2 * (1 - TAPER * abs(2 * t - 1) ** 4) if along[-1] > 2.2 * max(widths) else w / 2
        for a, b, wa, wb in zip(line[:-1], line[1:], w[:-1], w[1:]):
            margin = max(wa, wb) + reach
            i0, i1 = np.searchsorted(self.x, [min(a[0], b[0]) - margin, max(a[0], b[0]) + margin])
            j0, j1 = np.searchsorted(self.y, [min(a[1], b[1]) - margin, max(a[1], b[1]) + margin])
            if i0 >= i1 or j0 >= j1:
                continue
            x, y = self.x[None, i0:i1] - a[0], self.y[j0:j1, None] - a[1]
            d = b - a
            t = np.clip((x * d[0] + y * d[1]) / max(d @ d, 1e-12), 0, 1)
            gap = np.hypot(x - t * d[0], y - t * d[1]) - (wa + t * (wb - wa))
            part = out[j0:j1, i0:i1]
            np.minimum(part, gap, out=part)
        return out


@functools.lru_cache(None)
def region_map(view, step=.5):
    """(grid, label raster, names): which region each sample lies in; both sides."""
    grid = Grid(*room_of(view), step)
    label, names = np.zeros((grid.ny, grid.nx), np.uint8), ['']
    for ident, subs in sorted(regions(view).items()):
        names.append(ident)
        label[grid.inside(subs)] = len(names) - 1
        if view in PERSON_LEFT and ident not in MIDLINE:
            names.append(ident[:-len('left')] + 'right')
            label[grid.inside(paths.mirror(subs))] = len(names) - 1
    return grid, label, names


def shares(view, subpaths):
    """{region: (share of the region, square units)} that a shape covers."""
    grid, label, names = region_map(view)
    if not subpaths:
        return {}
    hit = np.bincount(label[grid.inside(subpaths)], minlength=len(names))
    size = np.bincount(label.ravel(), minlength=len(names))
    return {n: (hit[i] / size[i], hit[i] * grid.step ** 2) for i, n in enumerate(names) if n and hit[i]}


# --- facts -----------------------------------------------------------------------------------------------------------

@functools.lru_cache(None)
def facts():
    """{(point, kind): [(region, side, share)]} of the content; empty when there is no content."""
    out = {}
    for name in sorted(glob.glob(os.path.join(CONTENT, '*.json'))):
        with open(name, encoding='utf-8') as f:
            for muscle in json.load(f)['muscles']:
                for point in muscle['points']:
                    for r in point.get('refersTo', []):
                        out.setdefault((point['id'], r['kind']), []).append((r['region'], r['side'], r['share']))
    return out


def named_regions(point, kind):
    """Full ids of the regions that the content names for the left point, {id: share}; None if it does not know the point."""
    if not any((point, k) in facts() for k in ('essential', 'spillover')):
        return None
    out = {}
    for region, side, share in facts().get((point, kind), []):
        if region in MIDLINE:
            out[region] = share
        else:
            for s in {'same': ['left'], 'opposite': ['right'], 'both': ['left', 'right']}[side]:
                out['%s-%s' % (region, s)] = share
    return out


# --- patterns --------------------------------------------------------------------------------------------------------

ZONE = re.compile(r'zone-(.+)-(essential|spillover)-left$')


def _widths(e):
    if e.get('data-widths'):
        return [float(v) for v in e.get('data-widths').split()]
    style = re.search(r'stroke-width:\s*([\d.]+)', e.get('style') or '')
    return [float(style.group(1) if style else e.get('stroke-width') or 6)]


@functools.lru_cache(None)
def deep(view):
    """Ids of the zones and points whose pain is felt inside the body (class "deep")."""
    path = file_of('patterns', view)
    return {e.get('id') for e in ET.parse(path).iter() if 'deep' in (e.get('class') or '').split()} if path else set()


@functools.lru_cache(None)
def read_patterns(view):
    """(zones {(point, kind): [(subpath, widths)]}, points {id: (x, y, r)}, danger {id: subpaths}) as authored."""
    zones, points, danger = {}, {}, {}
    path = file_of('patterns', view)
    if path is None:
        return zones, points, danger
    for e in ET.parse(path).iter():
        ident = e.get('id') or ''
        zone = ZONE.match(ident)
        if zone:
            strokes = zones.setdefault(zone.groups(), [])
            for p in e.iter():
                if local(p.tag) == 'path':
                    strokes += [(sub, _widths(p)) for sub in paths.parse(p.get('d'))]
        elif ident.startswith('point-'):
            points[ident] = tuple(float(e.get(k)) for k in ('cx', 'cy', 'r'))
        elif ident.startswith('danger-'):
            danger[ident] = paths.parse(e.get('d'))
    return zones, points, danger


def _thickness(stroke):
    """A typical width of a stroke or an area."""
    (cubics, closed), widths = stroke
    return .6 * abs(paths.area(cubics)) ** .5 if closed else sum(widths) / len(widths)


def _clusters(strokes):
    """The strokes of a zone in lists of those that touch (or nearly), so that each island is shaped at its own scale."""
    lines = [paths.flatten_one(c, .2) for (c, _), _ in strokes]
    dense = [np.concatenate([curves.resample(p, 1.)[0], p]) if len(p) > 1 else p for p in lines]
    number = list(range(len(strokes)))
    for i in range(len(strokes)):
        for j in range(i):
            gap = np.hypot(*(dense[i][:, None] - dense[j][None]).transpose(2, 0, 1)).min()
            apart = sum(0 if closed else max(w) / 2 for (_, closed), w in (strokes[i], strokes[j]))
            if gap < apart + 3 and number[i] != number[j]:
                old, new = max(number[i], number[j]), min(number[i], number[j])
                number = [new if n == old else n for n in number]
    return [[s for s, n in zip(strokes, number) if n == k] for k in sorted(set(number))]


def _field(grid, strokes, reach):
    out = np.full((grid.ny, grid.nx), reach)
    for (cubics, closed), widths in strokes:
        if closed:
            f = grid.distance(grid.inside([(cubics, closed)]))
        else:
            f = grid.stroke(paths.flatten_one(cubics, .1), widths, reach)
        np.minimum(out, f, out=out)
    return out


def _open(grid, f, radius):
    """Takes away what is thinner than twice the radius."""
    core = grid.distance(f + radius < 0)
    return np.maximum(f, core - radius - .35)


def _drop(grid, f, least):
    """Takes away islands smaller than `least` square units."""
    label, n = ndimage.label(f < 0)
    if n:
        size = np.bincount(label.ravel()) * grid.step ** 2
        f = np.where((size < least)[label] & (label > 0), grid.step, f)
    return f


def _smooth(grid, f, sigma):
    return ndimage.gaussian_filter(np.clip(f, -8, 8), sigma / grid.step, mode='nearest')


def _trace(grid, f, tolerance):
    out = []
    for ring in curves.contours(-f, 0):
        p = ring * grid.step + [grid.x0, grid.y0]
        if len(p) < 8 or abs(curves.area(p)) < 1.5:
            continue
        q = curves.smooth_closed(p, 2 * grid.step)
        out.append((np.array(curves.fit_closed(q, tolerance)), True))
    return out


def _sample_map(view, grid):
    """Region numbers of the view's map at the samples of a grid."""
    big, label, names = region_map(view)
    i = np.clip(np.rint((grid.x - big.x0) / big.step).astype(int), 0, big.nx - 1)
    j = np.clip(np.rint((grid.y - big.y0) / big.step).astype(int), 0, big.ny - 1)
    return label[j[:, None], i[None, :]], names


class _Island:
    """One connected part of a zone on its way from strokes to a shape."""

    def __init__(self, view, strokes, core, allowed):
        """`core`: subpaths to leave out; `allowed`: region ids to keep to (None: anywhere)."""
        ends = np.concatenate([c.reshape(-1, 2) for (c, _), _ in strokes])
        pad = max(max(w) for _, w in strokes) / 2 + 5
        room = room_of(view)
        low, high = np.maximum(ends.min(0) - pad, room[0]), np.minimum(ends.max(0) + pad, room[1])
        self.empty = bool((high - low < 3).any())
        if self.empty:
            return
        width = sum(_thickness(s) for s in strokes) / len(strokes)
        self.sigma = min(max(.11 * width, .5), 2.4)
        self.least = min(max(.15 * width ** 2, 2.5), 24.)
        self.thin = min(max(.09 * width, .4), 1.4)
        self.tolerance = min(max(.08 + .02 * width, .14), .45)
        self.grid = grid = Grid(low, high, .25 if width < 13 and max(high - low) < 90 else .5)
        self.raw = _field(grid, strokes, 8.)
        self.skin = grid.distance(grid.inside(figure(view)))
        self.empty = not ((self.raw < 0) & (self.skin < 0)).any()
        self.core = grid.distance(grid.inside(core)) if core else None
        self.ground = None
        if allowed is not None and not self.empty:
            label, names = _sample_map(view, grid)
            self.ground = grid.distance(np.isin(label, [i for i, n in enumerate(names) if n in allowed]))

    def shaped(self, grace):
        """Its subpaths, kept to the regions with so much grace."""
        if self.empty:
            return []
        grid, f = self.grid, self.raw
        if self.ground is not None:
            f = np.maximum(f, self.ground - grace)
        f = np.maximum(f, self.skin + .5)
        if self.core is not None:
            f = np.maximum(f, .4 - self.core)
        f = _open(grid, f, self.thin)
        f = np.maximum(_smooth(grid, f, self.sigma), self.skin + .3)
        f = _drop(grid, f, self.least)
        return _trace(grid, ndimage.gaussian_filter(f, .8), self.tolerance)


def shape(view, point, kind):
    """The finished subpaths of a zone in a view; empty where it is not felt."""
    return _shape(view, point, kind)


@functools.lru_cache(None)
def _shape(view, point, kind):
    strokes = read_patterns(view)[0].get((point, kind))
    if not strokes:
        return []
    core = _shape(view, point, 'essential') if kind == 'spillover' else []
    named = named_regions(point, kind)
    allowed = named
    if named is not None and kind == 'spillover':
        allowed = {**named, **(named_regions(point, 'essential') or {})}
    islands = [_Island(view, part, core, allowed) for part in _clusters(strokes)]
    for grace in GRACES if named is not None else (0.,):
        subpaths = [s for island in islands for s in island.shaped(grace)]
        if named is None or all(n in allowed or share <= BLEED for n, (share, _) in shares(view, subpaths).items()):
            break
    return subpaths


def seen(view, subpaths):
    """Whether more than a scrap of a shape lies in the view's box."""
    if view not in BASE:
        return bool(subpaths)
    x, y, w, h = box_of(view)
    grid = Grid((x, y), (x + w, y + h), 1.)
    return bool(subpaths) and np.count_nonzero(grid.inside(subpaths)) >= 6


# --- text ------------------------------------------------------------------------------------------------------------

def _group(ident, rows):
    return '<g id="%s">\n%s</g>' % (ident, ''.join(r + '\n' for r in rows))


def _path(ident, subpaths, marked=()):
    return '<path id="%s"%s d="%s"/>' % (ident, ' class="deep"' if ident in marked else '', paths.format(subpaths))


def groups(view):
    """The XML text of the groups regions, zones, points and danger."""
    zones, points, danger = read_patterns(view)
    rows = []
    for key in sorted(zones):
        subs = shape(view, *key)
        if seen(view, subs):
            rows.append(_path('zone-%s-%s-left' % key, subs, deep(view)))
    x, y, w, h = box_of(view)
    inside = figure(view)
    flat = paths.flatten(inside, .05)
    dots = ['<circle id="%s"%s cx="%s" cy="%s" r="%s"/>' %
            (k, ' class="deep"' if k in deep(view) else '', *('%g' % round(v, 1) for v in p)) for k, p in sorted(points.items())
            if x < p[0] < x + w and y < p[1] < y + h and sum(paths.contains(f, p[:2]) for f in flat) % 2]
    return '\n'.join([
        _group('regions', [_path('region-' + k, v) for k, v in sorted(regions(view).items()) if seen(view, v)]),
        _group('zones', rows),
        _group('points', dots),
        _group('danger', [_path(k, v) for k, v in sorted(clipped_danger(view).items()) if seen(view, v)]),
    ])


def clipped_danger(view):
    """The danger areas, cut to the figure."""
    out = {}
    for ident, subs in read_patterns(view)[2].items():
        ends = np.concatenate([c.reshape(-1, 2) for c, _ in subs])
        room = room_of(view)
        low, high = np.maximum(ends.min(0) - 3, room[0]), np.minimum(ends.max(0) + 3, room[1])
        if (high - low < 3).any():
            continue
        grid = Grid(low, high, .25)
        f = np.maximum(grid.distance(grid.inside(subs)), grid.distance(grid.inside(figure(view))) + .4)
        f = _smooth(grid, f, .8)
        subs = _trace(grid, f, .2)
        if subs:
            out[ident] = subs
    return out
