# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the drawing's geometry: python3 -m unittest discover data/charts/workshop"""
import os
import re
import sys
import unittest

import numpy as np
from scipy import ndimage

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import curves  # noqa: E402
import deep    # noqa: E402
import fields  # noqa: E402
import paths   # noqa: E402
import patterns  # noqa: E402
from body import HERE, Body, Grid, Layer, VIEWS, authored  # noqa: E402


def disc(size, radius):
    y, x = np.mgrid[:size, :size] - size // 2
    return x * x + y * y <= radius * radius


class Curves(unittest.TestCase):
    def test_fit_stays_near_and_keeps_its_ends(self):
        t = np.linspace(0, 3, 200)
        p = np.c_[40 * t, 30 * np.sin(t)]
        curve = curves.fit(p, .3)
        self.assertLess(len(curve), 8)
        self.assertTrue(np.allclose(curve[0][0], p[0]) and np.allclose(curve[-1][3], p[-1]))
        q = curves.curve_points(curve, .2)
        self.assertLess(max(np.hypot(*(q - a).T).min() for a in p), .5)

    def test_smoothing_keeps_open_ends(self):
        p = np.c_[np.arange(50.), np.random.RandomState(1).rand(50)]
        q = curves.smooth_open(p, 3)
        self.assertTrue((q[0] == p[0]).all() and (q[-1] == p[-1]).all())

    def test_contour_of_a_disc(self):
        rings = curves.contours(disc(101, 30) * 1., .5)
        self.assertEqual(len(rings), 1)
        self.assertAlmostEqual(abs(curves.area(rings[0])), np.pi * 30**2, delta=60)

    def test_contours_at_a_saddle_close(self):
        for ring in curves.contours(np.array([[1., 0], [0, 1]]), .5):
            self.assertGreater(len(ring), 3)

    def test_pen_does_not_drift(self):
        rng = np.random.RandomState(2)
        points = np.cumsum(rng.randn(300, 3, 2), axis=0)
        pen = curves.Pen(1, 10)
        pen.move(points[0, 0])
        for a, b, c in points:
            pen.cubic(a, b, c)
        (cubics, _), = paths.parse(pen.text())
        self.assertLess(np.abs(cubics[-1][3] / 10 - points[-1, 2]).max(), .02)

    def test_pieces_of_a_path_stand_below_each_other(self):
        pen, rng = curves.Pen(1), np.random.RandomState(4)
        for x, y, length in rng.rand(60, 3) * [100, 100, 30]:
            curves.taper(pen, curves.straight((x, y), (x + 5, y + length)), .4)
        columns = pen.columns()
        self.assertLess(len(columns), 60)
        self.assertEqual(sum(text.count('M') for text in columns), 60)
        for text in columns:
            ends = [(c[..., 1].min(), c[..., 1].max()) for c, _ in paths.parse(text)]
            self.assertTrue(all(a[1] <= b[0] for a, b in zip(ends, ends[1:])))

    def test_a_hole_stays_in_the_path_of_its_ring(self):
        field = disc(161, 70) * 1. - 2 * disc(161, 30) + 2 * disc(161, 10)
        rings = curves.contours(field, .5)
        families = curves.with_holes([(ring, ring) for ring in rings + [ring + [200, 0] for ring in rings]])
        self.assertEqual([len(family) for family in families], [3, 3])
        pen = curves.Pen(1)
        for outer, *holes in families:
            pen.curve(curves.fit_closed(outer, .3), close=True)
            for hole in holes:
                pen.curve(curves.fit_closed(hole, .3), close=True, hole=True)
        self.assertEqual([text.count('M') for text in pen.columns()], [3, 3])

    def test_taper_is_closed_and_thin(self):
        pen = curves.Pen(2)
        curves.taper(pen, curves.straight((0, 0), (20, 0)), .5)
        (cubics, closed), = paths.parse(pen.text())
        self.assertTrue(closed)
        self.assertLessEqual(np.abs(cubics[..., 1]).max(), .51)


def square(left, top, size):
    ends = np.array([(left, top), (left + size, top), (left + size, top + size), (left, top + size)], float)
    return [(np.array([curves.straight(a, b) for a, b in zip(ends, np.roll(ends, -1, axis=0))]), True)]


class Deep(unittest.TestCase):
    """Of two squares the second lies over the right part of the first."""

    def setUp(self):
        self.items = [('deep-under', square(0, 300, 40), False), ('deep-over', square(30, 310, 20), False)]
        self.layer = Layer('left', {})
        self.layer.fill([(n, s) for n, s, _ in self.items], square(-100, 200, 200))

    def points(self, text):
        return np.concatenate([curves.curve_points(list(c), .5) for d in text.split(' d="')[1:]
                               for c, _ in paths.parse(d.split('"')[0])])

    def test_lines_are_drawn_where_they_are_seen(self):
        x, y = self.points(''.join(deep.lines(self.layer, self.items, 'dl'))).T
        self.assertFalse(((x > 31) & (x < 49) & (y > 311) & (y < 329)).any())
        for seen in ((0, 320), (20, 300), (40, 305), (40, 335), (30, 320), (50, 320), (45, 310)):
            self.assertLess(np.hypot(x - seen[0], y - seen[1]).min(), .6, seen)

    def test_a_border_of_two_is_drawn_once(self):
        items = [('deep-left', square(0, 300, 40), False), ('deep-right', square(40, 300, 40), False)]
        layer = Layer('left', {})
        layer.fill([(n, s) for n, s, _ in items], square(-100, 200, 200))
        text = ''.join(deep.lines(layer, items, 'dl'))
        length = sum(curves.run_length(curves.curve_points(list(c), .5))[-1] for d in text.split(' d="')[1:]
                     for c, _ in paths.parse(d.split('"')[0]))
        self.assertAlmostEqual(length, 7 * 40, delta=4)

    def test_bones_are_filled_as_one(self):
        text = deep.union(self.layer, self.items)
        self.assertEqual(text.count('M'), 1)
        (ring, _), = paths.parse(text.split(' d="')[1].split('"')[0])
        self.assertAlmostEqual(abs(curves.area(curves.curve_points(list(ring), .5))), 40**2 + 20 * 10, delta=8)


class Fields(unittest.TestCase):
    def test_poisson_is_a_dome(self):
        h = fields.poisson(disc(41, 15))
        self.assertEqual(np.unravel_index(h.argmax(), h.shape), (20, 20))
        self.assertEqual(h[0, 0], 0)

    def test_fibres_of_a_strap_run_along_it(self):
        mask = np.zeros((40, 120), bool)
        mask[15:25, 10:110] = True
        f = fields.direction(mask, 0, 0, 4, {}, (), ())
        self.assertGreater(abs(f.at(15, 5)[0]), .98)

    def test_fan_turns_to_its_insertion(self):
        mask = np.zeros((80, 80), bool)
        mask[5:75, 5:75] = True
        f = fields.direction(mask, 0, 0, 4, {}, [(2, 2), (2, 18)], [(18, 10)])
        self.assertGreater(f.at(14, 4)[1], .1)
        self.assertLess(f.at(14, 16)[1], -.1)


class Authored(unittest.TestCase):
    def test_no_cut_edge_shows_in_a_close_up(self):
        for view in VIEWS:
            left, top, width, height = patterns.box_of(view)
            x, y, across, down = VIEWS[view].raster
            if VIEWS[view].zoom != 1:
                self.assertLess(max(x - left, left + width - x - across), -3, view)
                self.assertLess(max(y - top, top + height - y - down), -3, view)

    def test_the_hollow_of_the_chest_lies_under_the_ribs(self):
        for view in ('front', 'back', 'left'):
            with open(os.path.join(HERE, '..', view + '.svg'), encoding='utf-8') as f:
                text = f.read()
            bones = text[text.index('<g id="bones">'):text.index('<g id="muscles-deep">')]
            self.assertTrue('class="cav"' in bones, view)
            self.assertLess(bones.index('class="cav"'), bones.index('class="sk"'), view)

    def test_the_tones_of_deep_muscles_keep_to_their_outlines(self):
        for view in ('front', 'back', 'left'):
            with open(os.path.join(HERE, '..', view + '.svg'), encoding='utf-8') as f:
                text = f.read()
            layer = text[text.index('<g id="muscles-deep">'):text.index('<g id="muscles-superficial">')]
            shapes = [paths.parse(d) for d in re.findall(r'<path id="deep-[^>]* d="([^"]*)"', layer)]
            grid = Grid(*VIEWS[view].box, 4)
            flesh = grid.cover(shapes + [paths.mirror(s) for s in shapes if VIEWS[view].halves]) > .5
            away = ndimage.distance_transform_edt(~flesh) / 4
            tones = re.findall(r'<g class="[sl]1" transform="scale\(.1\)">(.*?)</g>', layer)
            self.assertEqual(len(tones), 2)
            for cubics, _ in paths.parse(''.join(re.findall(r' d="([^"]*)"', ''.join(tones)))):
                points = curves.curve_points(list(cubics / 10), .5)
                self.assertLess(away[grid.index(*points.T)].max(), .8, (view, points[0]))

    def test_every_line_closes_and_every_face_is_named_once(self):
        for view in VIEWS:
            if authored('outlines', view) is not None:
                with self.subTest(view=view):
                    body = Body(view)
                    self.assertGreater(len(body.names), 10)
                    self.assertFalse([n for n in body.names[2:] if n not in body.faces])

    def test_borders_lie_between_two_names(self):
        body = Body('front')
        lost = [l for l in body.lines if l.kind == '' and l.sides[0] == l.sides[1] == '']
        self.assertEqual(lost, [])


if __name__ == '__main__':
    unittest.main()
