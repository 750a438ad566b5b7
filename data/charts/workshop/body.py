# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what is authored for one view and turns it into shapes, borders and rasters.

All work is done in *near space*: front and back show one half of the body and have x >= 0 there (the back view's x is
turned round on the way in and out); the left view is taken as it is.
"""
import json
import os
import re
import xml.etree.ElementTree as ET

import cairo
import numpy as np
from scipy import ndimage

import curves
import paths
import planar

HERE = os.path.dirname(os.path.abspath(__file__))
SVG = '{http://www.w3.org/2000/svg}'
PX = 4                       # pixels a unit in the label raster; tone rasters have half of it
SNAP = .02                   # nodes of the outlines are exact



class View:
    """How a view is worked on: its viewBox, the part of near space that the raster covers, halves or whole, and for a
    close-up how many times it is enlarged while it is worked on and the view whose files it falls back on."""

    def __init__(self, box, raster, halves=False, sign=1, zoom=1, base=None):
        self.box, self.raster, self.halves, self.sign, self.zoom, self.base = box, raster, halves, sign, zoom, base


# Near the rim of a raster that cuts the body the skin's tones are torn: it reaches well beyond the box.
VIEWS = {
    'front': View((-230, -20, 460, 1040), (-6, -14, 242, 1024), True),
    'back': View((-230, -20, 460, 1040), (-6, -14, 242, 1024), True, -1),
    'left': View((-150, -20, 300, 1040), (-104, -14, 208, 1024)),
    'head-side': View((-82, -12, 154, 200), (-88, -16, 166, 276), zoom=3, base='left'),
    'hand-palm': View((118, 440, 88, 160), (112, 430, 100, 180), zoom=4, base='front'),
    'hand-back': View((-206, 440, 88, 160), (-212, 430, 100, 180), zoom=4, base='back'),
    'foot-top': View((-97, -95, 82, 170), (-102, -100, 92, 180), zoom=4),
    'foot-sole': View((15, -95, 82, 170), (10, -100, 92, 180), zoom=4),
}


def authored(kind, view):
    """The root of an authored file, the close-up's own or its base view's; None where there is none."""
    for name in (view, VIEWS[view].base):
        path = os.path.join(HERE, '%s-%s.svg' % (kind, name))
        if name and os.path.exists(path):
            return ET.parse(path).getroot()
    return None


def table():
    """The muscle table: {part: {...}}; see muscles.json."""
    with open(os.path.join(HERE, 'muscles.json'), encoding='utf-8') as f:
        return json.load(f)['muscles']


class Grid:
    """A raster laid over near space: `px` pixels a unit."""

    def __init__(self, x0, y0, width, height, px):
        self.x0, self.y0, self.px = x0, y0, px
        self.shape = (int(round(height * px)), int(round(width * px)))

    def mask(self, subpaths):
        """True where the centre of a pixel lies inside (even-odd)."""
        return self.cover([subpaths], cairo.ANTIALIAS_NONE) > .5

    def cover(self, shapes, antialias=cairo.ANTIALIAS_GOOD):
        """How much of each pixel lies inside any of the shapes (each even-odd), 0 to 1."""
        surface = cairo.ImageSurface(cairo.FORMAT_A8, self.shape[1], self.shape[0])
        cr = cairo.Context(surface)
        cr.scale(self.px, self.px)
        cr.translate(-self.x0, -self.y0)
        cr.set_antialias(antialias)
        cr.set_tolerance(.05)
        cr.set_fill_rule(cairo.FILL_RULE_EVEN_ODD)
        for subpaths in shapes:
            for cubics, _ in subpaths:
                cr.move_to(*cubics[0][0])
                for c in cubics:
                    cr.curve_to(*c[1], *c[2], *c[3])
                cr.close_path()
            cr.fill()
        surface.flush()
        rows = np.frombuffer(surface.get_data(), np.uint8).reshape(self.shape[0], surface.get_stride())
        return rows[:, :self.shape[1]] / 255

    def index(self, x, y):
        """Row and column of the pixel at x, y, kept inside."""
        row = np.clip(((np.asarray(y) - self.y0) * self.px).astype(int), 0, self.shape[0] - 1)
        col = np.clip(((np.asarray(x) - self.x0) * self.px).astype(int), 0, self.shape[1] - 1)
        return row, col

    def within(self, x, y):
        """Whether x, y lies on the raster."""
        right, bottom = self.x0 + self.shape[1] / self.px, self.y0 + self.shape[0] / self.px
        return (x > self.x0) & (x < right) & (y > self.y0) & (y < bottom)

    def centres(self):
        """x and y of all pixel centres."""
        y, x = np.mgrid[:self.shape[0], :self.shape[1]]
        return self.x0 + (x + .5) / self.px, self.y0 + (y + .5) / self.px


class Line:
    """One border: its curve and the names on its two sides."""

    def __init__(self, curve, kind):
        self.curve, self.kind, self.sides = curve, kind, ('', '')


class Layer:
    """Named shapes of one view as a label raster: `names[i]` is what `labels` calls i; 0 is outside, 1 skin."""

    def __init__(self, view, muscles):
        self.view, self.muscles = view, muscles
        setup = VIEWS[view]
        self.box, self.halves, self.sign, self.zoom, self.base = setup.box, setup.halves, setup.sign, setup.zoom, setup.base
        self.grid = Grid(*(v * self.zoom for v in setup.raster), PX)
        self.names, self.labels = ['', 'skin'], np.zeros(self.grid.shape, np.uint8)

    def near(self, subpaths):
        """From the chart's own space to near space (or back, when nothing is enlarged)."""
        if self.zoom != 1:
            subpaths = [(np.asarray(c) * self.zoom, z) for c, z in subpaths]
        return paths.mirror(subpaths) if self.sign < 0 else subpaths

    def seen(self, subpaths):
        """Whether any of it lies in the raster's frame."""
        g = self.grid
        low, high = np.array([g.x0, g.y0]), np.array([g.x0 + g.shape[1] / PX, g.y0 + g.shape[0] / PX])
        return any(((c.reshape(-1, 2) > low).all(1) & (c.reshape(-1, 2) < high).all(1)).any() for c, _ in subpaths)

    def text(self, subpaths, digits=1, both=False):
        """Path text of near-space subpaths in the chart's own space; `both` adds the mirrored half."""
        out = list(subpaths)
        if self.sign < 0:
            out = paths.mirror(out)
        if self.zoom != 1:
            out, digits = [(np.asarray(c) / self.zoom, z) for c, z in out], digits + 1
        if both and self.halves:
            out = out + [(paths.reverse(c), z) for c, z in paths.mirror(out)]
        return paths.format(out, digits)

    def fill(self, shapes, half_figure):
        """Paints the shapes, a list of (name, subpaths), one over the other."""
        self.labels[self.grid.mask(half_figure)] = 1
        for name, subpaths in shapes:
            self.names.append(name)
            self.labels[self.grid.mask(subpaths)] = len(self.names) - 1
        if self.halves:
            z = int(-self.grid.x0 * PX)
            self.labels[:, :z] = self.labels[:, 2 * z - 1:z - 1:-1]

    # --- what a name is ---

    @staticmethod
    def kind(name):
        """muscle, tendon, bone, cover, skin or '' (outside)."""
        return name.split('-')[0] if name else ''

    @staticmethod
    def part(name):
        return name.split('-', 1)[1] if '-' in name else name

    def of(self, name, key, default=None):
        """An entry of the muscle table for a name, the view's own entry first."""
        row = self.muscles.get(self.part(name), {})
        own = row.get(self.view, row.get(self.base, {}))
        return own.get(key, row.get(key, default))

    def area(self, name):
        return float(np.count_nonzero(self.labels == self.names.index(name))) / PX**2

    def fine(self, x, y):
        """Where small detail is drawn with thin lines: head, hands, feet."""
        if self.zoom != 1:
            return np.zeros(np.shape(x), bool)
        x = np.abs(x)
        if self.view == 'left':
            return (y < 135) | (y > 950) | ((y > 478) & (y < 625) & (x > 30))
        return ((y < 165) & (x < 62)) | ((x > 118) & (y > 462) & (y < 620)) | (y > 950)

    def fine_name(self, name):
        y, x = np.nonzero(self.labels[::4, ::4] == self.names.index(name))
        if not len(y):
            return False
        px = PX / 4
        return bool(np.mean(self.fine(self.grid.x0 + x / px, self.grid.y0 + y / px)) > .5)

    def near_raster(self, px):
        """The label raster at a coarser `px` pixels a unit, and its grid."""
        step = PX // px
        g = self.grid
        return Grid(g.x0, g.y0, g.shape[1] / PX, g.shape[0] / PX, px), self.labels[step // 2::step, step // 2::step]


class Body(Layer):
    """The surface of one view, as authored: lines, faces, labels."""

    def __init__(self, view):
        super().__init__(view, table())
        self._outlines()
        self.fill(sorted((n, f) for n, f in self.faces.items() if n != 'skin'), self.half_figure)
        self._sides()

    def _outlines(self):
        root = authored('outlines', self.view)
        self.lines, dots, silhouette = [], [], None
        for e in root.iter(SVG + 'path'):
            for cubics, closed in self.near(paths.parse(e.get('d'))):
                self.lines.append(Line(list(cubics), e.get('class') or ''))
                if e.get('class') == 'silhouette':
                    silhouette = (cubics, closed)
        for e in root.iter(SVG + 'circle'):
            name = re.sub(r'\.\d+$', '', e.get('id'))
            dots.append((name, (self.sign * self.zoom * float(e.get('cx')), self.zoom * float(e.get('cy')))))
        lines = [l.curve for l in self.lines if self.zoom == 1 or l.kind != 'silhouette']
        self.faces = planar.named(lines, dots, SNAP, several=True)
        half = silhouette[0]
        if self.halves or not silhouette[1]:
            other = paths.reverse(half * [-1, 1])
            self.figure = [(np.concatenate([half, other]), True)]
            self.half_figure = [(np.concatenate([half, [paths.line(half[-1][3], half[0][0])]]), True)]
        else:
            self.figure = self.half_figure = [(half, True)]

    def _sides(self):
        for line in self.lines:
            p = np.concatenate([curves.bezier(c, np.array([.25, .5, .75])) for c in line.curve])
            d = np.concatenate([curves.bezier(c, np.array([.27, .52, .77])) for c in line.curve]) - p
            n = np.c_[-d[:, 1], d[:, 0]] / np.maximum(np.hypot(*d.T), 1e-9)[:, None]
            names = []
            for side in (1, -1):
                q = p + side * .35 * n
                seen = self.labels[self.grid.index(q[:, 0], q[:, 1])]
                names.append(self.names[int(np.bincount(seen).argmax())])
            line.sides = tuple(names)


def relief(mask, px):
    """Height of a swollen body over the mask: sqrt(2 h) where lap h = -1 and h = 0 on the border; in units."""
    from fields import poisson
    return np.sqrt(2 * poisson(mask)) / px


def nearest_fill(values, holes):
    """Values with the pixels in `holes` taken from the nearest other pixel."""
    index = ndimage.distance_transform_edt(holes, return_distances=False, return_indices=True)
    return values[tuple(index)]
