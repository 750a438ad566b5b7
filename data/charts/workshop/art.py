# SPDX-License-Identifier: GPL-3.0-or-later
"""The drawn layers of a view: `groups(view)` gives the text of <style> and of the groups figure, bones, muscles-deep
and muscles-superficial.  See README.md of this folder for the way from the authored lines to the page.
"""
import os
import re

import numpy as np
from scipy import ndimage

import curves
import deep
import details
import fibres
import paths
from body import HERE, Body
from fields import muscle_fields
from svg import both, enlarged, group, many, path
from tones import Light

# Line widths live in the stylesheets; these classes say which line is which.
BORDER, INNER, FINE_BORDER, FINE_INNER = 'o o1', 'o o2', 'o d1', 'o d2'


def groups(view):
    body = Body(view)
    fields = muscle_fields(body)
    light = Light(body, fields)
    notes = details.Details(body)
    return '\n'.join([
        '<style>%s</style>' % stylesheet('light'),
        group('figure', figure(body, light, notes)),
        group('bones', [enlarged(body, both(body, 'bones-hollow', notes.items('bones-first'))), *deep.bones(body), enlarged(body, both(body, 'bones-details', notes.items('bones')))]),
        group('muscles-deep', deep.muscles(body)),
        group('muscles-superficial', surface(body, fields, light, notes)),
    ])


def stylesheet(name):
    with open(os.path.join(HERE, '..', name + '.css'), encoding='utf-8') as f:
        text = re.sub(r'/\*.*?\*/', '', f.read(), flags=re.S)
    return re.sub(r'\s*([{};:,])\s*', r'\1', re.sub(r'\s+', ' ', text)).strip()


# --- the skin figure ---

def figure(body, light, notes):
    # the outline has no class of its own, so that <use> can draw it once more as a line
    yield '<g class="skin"><path id="figure-outline" d="%s"/></g>' % body.text(body.figure, 2)
    for cls, pen in light.skin_tones():
        yield enlarged(body, many(cls, pen, .1))
    yield enlarged(body, ''.join(notes.items('figure-first-whole')))
    if body.zoom == 1:
        yield '<use class="sil" href="#figure-outline"/>'
    else:
        yield enlarged(body, path('sil zs', paths.format(paths.mirror(body.figure) if body.sign < 0 else body.figure, 0)))
    yield enlarged(body, both(body, 'figure-half', notes.items('figure')))
    yield enlarged(body, ''.join(notes.items('figure-whole')))


# --- surface muscles ---

def colours(body):
    """{name: class}: three flesh colours, dealt out so that long shared borders do not join equal ones."""
    shared = {}
    for line in body.lines:
        a, b = line.sides
        if a != b:
            length = sum(curves.cubic_length(c) for c in line.curve)
            shared[a, b] = shared.get((a, b), 0) + length
            shared[b, a] = shared.get((b, a), 0) + length
    out = {}
    flesh = [n for n in body.names if body.kind(n) == 'muscle']
    for name in sorted(flesh, key=lambda n: (-body.area(n), n)):
        cost = {c: sum(l for (a, b), l in shared.items() if a == name and out.get(b) == c) for c in 'acb'}
        out[name] = min('acb', key=lambda c: (cost[c] + (0, .1, .2)['acb'.index(c)]))
    return out


def surface(body, fields, light, notes):
    flesh = colours(body)
    ground, near = [], []
    for name in sorted(body.faces, key=lambda n: (body.kind(n) == 'muscle', body.kind(n) != 'cover', n)):
        kind = body.kind(name)
        if kind == 'skin':
            continue
        cls = 'skin' if name == 'cover-hand' else {'cover': 'fa', 'tendon': 't', 'bone': 'bo'}.get(kind) or flesh[name]
        face = body.faces[name]
        digits = 2 if body.area(name) < 60 else 1
        across = body.halves and any(abs(c[:, :, 0]).min() < .01 for c, _ in face)
        joined = across and body.halves and (kind != 'muscle' or body.of(name, 'across'))
        ident = name if kind != 'muscle' or body.of(name, 'across') else name + '-left'
        (ground if joined else near).append(path(cls, body.text(face, digits, joined), ident))
    whole = [f for n in body.faces if body.kind(n) == 'muscle' for f in body.faces[n] if light.all_tendon(f)]
    near.append(path('tl', body.text(whole, 2)))
    near.append(enlarged(body, many('tl', light.tendon_pen(), .1)))
    yield enlarged(body, ''.join(notes.items('surface-first-whole')))
    yield ''.join(ground)
    yield both(body, 'surface-half', near)
    for cls, pen in light.muscle_tones():
        yield enlarged(body, many(cls, pen, .1))
    # a view that is not mirrored pays for every fibre once more in its file
    wider = 1.32 if body.halves else 1.12 if body.zoom != 1 else 1.3
    dark, pale, brown = fibres.ink(body, fields, light, wider)
    yield enlarged(body, both(
        body, 'surface-ink', [many('f', dark, .05), many('fl', pale, .05), many('ft', brown, .05)]
        + notes.items('under-borders') + borders(body, light) + notes.items('surface')))
    yield enlarged(body, ''.join(notes.items('surface-whole')))


def borders(body, light):
    """Each border once, thin where no flesh is near, with a swelling accent where it lies in shadow."""
    pens = {k: curves.Pen(1 if k in (BORDER, INNER) else 2) for k in (BORDER, INNER, FINE_BORDER, FINE_INNER)}
    accent = curves.Pen(0, 20)
    for line in body.lines:
        kinds = sorted(body.kind(n) for n in line.sides)
        if line.kind in ('silhouette', 'edge') or kinds in (['cover', 'skin'], ['skin', 'skin'], ['cover', 'cover']):
            continue
        if 'tendon-galea' in line.sides and kinds == ['cover', 'tendon']:
            continue
        if line.kind == 'midline' and not (kinds == ['muscle', 'muscle'] and not body.of(line.sides[0], 'across')):
            continue
        points = curves.curve_points(line.curve)
        pale = cream(body, light, line, points)
        soft = any(body.of(n, 'soft') for n in line.sides)
        heavy = 'muscle' in kinds and (kinds == ['muscle', 'muscle'] or 'skin' in kinds) and line.kind != 'midline' \
            and pale.mean() < .7 and not soft
        middle = points[len(points) // 2]
        fine = bool(body.fine(middle[0], middle[1]))
        curve = [c * [body.sign, 1] for c in line.curve]
        pens[(FINE_BORDER if heavy else FINE_INNER) if fine else (BORDER if heavy else INNER)].curve(curve)
        if 'muscle' not in kinds or line.kind == 'midline' or soft:
            continue
        dark = ndimage.uniform_filter1d(light.brightness(points[:, 0], points[:, 1]), 5) < .34
        runs, count = ndimage.label(dark & ~pale)
        for k in range(1, count + 1):
            p = points[runs == k]
            length = curves.run_length(p)[-1] if len(p) > 3 else 0
            if length < (2.5 if fine else 3.5):
                continue
            width = min(.52, .12 + .018 * length) * (.42 if fine else 1)
            curves.tapered_curve(accent, curves.fit(p * [body.sign, 1], .25), width)
    return [many(k, p) for k, p in pens.items()] + [many('ac', accent, .05)]


def cream(body, light, line, points):
    """For each point of a border: whether no flesh lies on either side of it there (tendon, bone, fascia, skin)."""
    ahead = np.gradient(points, axis=0)
    normal = np.c_[-ahead[:, 1], ahead[:, 0]] / np.maximum(np.hypot(*ahead.T), 1e-9)[:, None]
    out = np.ones(len(points), bool)
    for side in (1, -1):
        q = points + side * .7 * normal
        kinds = np.array([body.kind(n) for n in body.names])[body.labels[body.grid.index(q[:, 0], q[:, 1])]]
        out &= (kinds != 'muscle') | light.is_tendon(q[:, 0], q[:, 1])
    return out
