# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers under the surface: deep muscles and bones.  Each shape is whole; the file's order is the order of painting."""
import numpy as np
from scipy import ndimage

import curves
import fibres
import paths
from body import PX, SVG, Grid, Layer, authored
from fields import muscle_fields
from svg import both, enlarged, many, path
from tones import Light

MUSCLE_STEPS = {'s1': .30, 'l1': .78}
BONE_STEPS = {'ss': .34}
LINE_STEP = .3
FILL = 8                     # pixels a unit


def shapes(body, kind, prefix):
    """[(name, near-space subpaths, on the midline?)], the furthest first."""
    root, out = authored(kind, body.view), []
    for e in [] if root is None else root.iter(SVG + 'path'):
        if (e.get('id') or '').startswith(prefix):
            subpaths = body.near(paths.parse(e.get('d')))
            if body.zoom == 1 or body.seen(subpaths):
                out.append((e.get('id'), subpaths, e.get('data-side') == 'median'))
    return out


def layer_of(body, items):
    layer = Layer(body.view, body.muscles)
    layer.fill([(n, s) for n, s, _ in items], body.half_figure)
    return layer


def painted(body, items, classes, prefix):
    """The shapes in order; runs of one-sided shapes are mirrored together."""
    run, count = [], 0
    for name, subpaths, median in items + [('', [], True)]:
        if not median:
            run.append(path(classes(name), body.text(subpaths), name + '-left'))
            continue
        if run:
            count += 1
            yield both(body, '%s-%d' % (prefix, count), run)
            run = []
        if name:
            yield path(classes(name), body.text(subpaths), name)


def lines(layer, items, cls, median=False):
    """The outlines of the shapes, once, as far as they are seen: not where a later shape covers or repeats them.
    `median`: those of the shapes on the midline, both halves; else those of the others, the near half."""
    cover = ndimage.grey_dilation(layer.labels, footprint=np.hypot(*np.mgrid[-1:2, -1:2]) < 1.5)
    pens = {cls: curves.Pen(1), cls + ' lf': curves.Pen(2)}
    for own, (_, subpaths, on_midline) in enumerate(items, 2):
        for cubics, _ in subpaths if on_midline == median else []:
            points, corners = curves.outline(cubics, LINE_STEP)
            near = np.abs(points) if median and layer.halves else points
            seen = (cover[layer.grid.index(*near.T)] <= own) & layer.grid.within(*near.T)
            if layer.halves and not median:
                seen &= points[:, 0] > 0
            for run in curves.runs(seen):
                p = points[run]
                if curves.run_length(p)[-1] < 1.6:
                    continue
                fine = bool(layer.fine(*p[len(p) // 2]))
                cuts = [0, *np.nonzero(corners[run][1:-1])[0] + 1, len(p) - 1]
                curve = [c for a, b in zip(cuts, cuts[1:]) for c in curves.fit(p[a:b + 1], .08 if fine else .14)]
                pens[cls + ' lf' if fine else cls].curve([c * [layer.sign, 1] for c in curve])
    return [many(k, p) for k, p in pens.items()]


def colours(layer):
    """{name: class}: three reds, neighbours in the raster apart from each other."""
    a = np.concatenate([layer.labels[:, 1:].ravel(), layer.labels[1:].ravel()]).astype(int)
    b = np.concatenate([layer.labels[:, :-1].ravel(), layer.labels[:-1].ravel()]).astype(int)
    size = len(layer.names)
    meet = np.bincount(a * size + b, minlength=size * size).reshape(size, size)
    meet = meet + meet.T
    out = {}
    for i in np.argsort(-np.bincount(layer.labels.ravel(), minlength=size), kind='stable'):
        if i > 1:
            cost = {c: sum(meet[i, layer.names.index(n)] for n, k in out.items() if k == c) for c in ('da', 'dc', 'db')}
            out[layer.names[i]] = min(cost, key=lambda c: cost[c])
    return out


def muscles(body):
    items = shapes(body, 'deep', 'deep-')
    if not items:
        return
    layer = layer_of(body, items)
    fields = muscle_fields(layer)
    light = Light(layer, fields)
    flesh = colours(layer)
    yield from painted(body, items, flesh.get, 'deep-half')
    tendon = many('tl', light.tendon_pen(), .1)
    if tendon:
        yield enlarged(body, both(body, 'deep-tendons', [tendon]))
    for cls, pen in light.muscle_tones(MUSCLE_STEPS, 2, 80, exact=True):
        yield enlarged(body, many(cls, pen, .1))
    dark, pale, _ = fibres.ink(layer, fields, light, 1.75 if body.halves else 1.8, .55)
    yield enlarged(body, both(body, 'deep-ink', [many('f', dark, .05), many('fl', pale, .05), *lines(layer, items, 'dl')]))
    yield enlarged(body, ''.join(lines(layer, items, 'dl', median=True)))


def union(layer, items):
    """The shapes of one colour as one: half of the edges lie between two of them and need not be filled."""
    left, top, (height, width) = layer.grid.x0, layer.grid.y0, layer.grid.shape
    grid = Grid(left, top, width / PX, height / PX, FILL)
    cover = grid.cover([s for _, s, _ in items])
    if layer.halves:
        middle = int(-left * FILL)
        cover[:, :middle] = cover[:, 2 * middle - 1:middle - 1:-1]
        cover[:, :middle - 2 * FILL] = 0      # the halves overlap a little, so that no seam is seen
    shapes, pen = [], curves.Pen(2)
    for ring in curves.contours(cover, .5):
        p = np.array([left, top]) + (ring + .5) / FILL
        if abs(curves.area(p)) > .5:
            fine = bool(layer.fine(*p[0]))
            shapes.append((p, curves.fit_closed(curves.smooth_closed(p, .16) * [layer.sign, 1], .08 if fine else .13)))
    for outer, *holes in curves.with_holes(shapes):
        pen.curve(outer, close=True)
        for hole in holes:
            pen.curve(hole, close=True, hole=True)
    return many('sk', pen)


def bones(body):
    items = shapes(body, 'bones', 'bone-')
    if not items:
        return
    layer = layer_of(body, items)
    light = Light(layer, {})
    items = [(n, s, False) for n, s, _ in items]      # those on the midline are mirrored as well: measured, they are a little skew
    yield enlarged(body, both(body, 'bones-fill', [union(layer, items)]))
    for cls, pen in light.muscle_tones(BONE_STEPS, 2.4, 110):
        yield enlarged(body, many(cls, pen, .1))
    yield enlarged(body, both(body, 'bones-lines', lines(layer, items, 'bl')))
