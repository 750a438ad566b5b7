# SPDX-License-Identifier: GPL-3.0-or-later
"""The layers under the surface: deep muscles and bones.  Each shape is whole; the file's order is the order of painting."""
import numpy as np

import fibres
import paths
from body import SVG, Layer, authored
from fields import muscle_fields
from svg import both, enlarged, many, path
from tones import Light

MUSCLE_STEPS = {'s1': .30, 'l1': .78}
BONE_STEPS = {'ss': .34}


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
    run, count, thin = [], 0, '' if body.zoom == 1 else ' thin'
    for name, subpaths, median in items + [('', [], True)]:
        if not median:
            run.append(path(classes(name) + thin, body.text(subpaths), name + '-left'))
            continue
        if run:
            count += 1
            yield both(body, '%s-%d' % (prefix, count), run)
            run = []
        if name:
            yield path(classes(name) + thin, body.text(subpaths), name)


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
    tendon = many('dt', light.tendon_pen(apart=True), .1)
    if tendon:
        yield enlarged(body, both(body, 'deep-tendons', [tendon]))
    for cls, pen in light.muscle_tones(MUSCLE_STEPS, 1.5, 45):
        yield enlarged(body, many(cls, pen, .1))
    dark, pale, _ = fibres.ink(layer, fields, light, 1.65 if body.halves else 1.8, .75)
    yield enlarged(body, both(body, 'deep-ink', [many('f', dark, .05), many('fl', pale, .05)]))


def bones(body):
    items = shapes(body, 'bones', 'bone-')
    if not items:
        return
    layer = layer_of(body, items)
    light = Light(layer, {})
    yield from painted(body, items, lambda n: 'sk', 'bones-half')
    for cls, pen in light.muscle_tones(BONE_STEPS, 2, 60):
        yield enlarged(body, many(cls, pen, .1))
