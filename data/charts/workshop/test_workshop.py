# SPDX-FileCopyrightText: 2026 The Palpate contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the workshop's geometry: python3 -m unittest discover data/charts/workshop"""
import os
import sys
import unittest

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import paths      # noqa: E402
import patterns   # noqa: E402
import planar     # noqa: E402


def run(d):
    return paths.parse(d)[0][0]


class Paths(unittest.TestCase):
    def test_commands(self):
        (c, closed), = paths.parse('M1 2l3 0h1v2H2V3q1 1 2 0c1 0 1 1 0 1s1 1 0 1Z')
        self.assertTrue(closed)
        self.assertEqual(len(c), 9)
        self.assertTrue(np.allclose(c[1:, 0], c[:-1, 3]))
        self.assertTrue(np.allclose(c[-1, 3], [1, 2]))
        self.assertTrue(np.allclose(c[7, 1], 2 * c[7, 0] - c[6, 2]))

    def test_numbers_without_separators(self):
        c = run('M.5.5-1-1L1e1,-.5')
        self.assertTrue(np.allclose(c[:, 3], [[-1, -1], [10, -.5]]))

    def test_moves_after_close_are_relative_to_the_start(self):
        subs = paths.parse('M10 10h5v5zm1 1h1')
        self.assertEqual([s[1] for s in subs], [True, False])
        self.assertTrue(np.allclose(subs[1][0][0, 0], [11, 11]))

    def test_errors(self):
        for d in ('L1 2', 'M1 2 3', 'M0 0A1 1 0 0 0 2 2', 'M0 0L1 x', '1 2'):
            with self.assertRaises(paths.PathError, msg=d):
                paths.parse(d)

    def test_round_trip(self):
        d = 'M-3.25 7.5c1.23 4.56-7.89.12 3 4s-5 6 7-8.5l10 10h3v-.04v4q3 3 6 0zM1 1l1 2 3-4z'
        for digits in (1, 2, 3):
            once = paths.format(paths.parse(d), digits)
            self.assertEqual(once, paths.format(paths.parse(once), digits))
            for a, b in zip(paths.parse(d), paths.parse(once)):
                ends_a, ends_b = a[0][:, 3], b[0][:, 3]
                for p in ends_b:
                    self.assertLess(np.hypot(*(ends_a - p).T).min(), 10. ** -digits)

    def test_area_and_contains(self):
        square = run('M0 0h10v10h-10z')
        self.assertAlmostEqual(paths.area(square), 100)
        self.assertAlmostEqual(paths.area(paths.reverse(square)), -100)
        flat = paths.flatten_one(square)
        self.assertTrue(paths.contains(flat, (5, 5)))
        self.assertFalse(paths.contains(flat, (15, 5)))

    def test_flatten_keeps_the_tolerance(self):
        k = .5522847
        circle = run('M1 0C1 %f %f 1 0 1S-1 %f -1 0S%f -1 0 -1S1 %f 1 0Z' % (k, k, k, -k, -k)) * 100
        r = np.hypot(*paths.flatten_one(circle, .05).T)
        self.assertLess(abs(r - 100).max(), .1)


class Planar(unittest.TestCase):
    LINES = 'M0 0h10v10 M10 10h-10v-10 M0.1 0.1L10 10'

    def test_two_faces_share_their_border(self):
        lines = [c for c, _ in paths.parse(self.LINES)]
        f = planar.faces(lines, {'a': (8, 2), 'b': (2, 8)})
        self.assertAlmostEqual(paths.area(f['a'][0]) + paths.area(f['b'][0]), 100, delta=1)
        nodes = {n: {tuple(p) for p in c[:, 3]} for n, (c, _) in f.items()}
        self.assertEqual(len(nodes['a'] & nodes['b']), 2)

    def test_a_line_may_rest_on_another(self):
        f = planar.faces([run('M0 0C20 -5 20 15 0 10'), run('M0 10V0'), run('M0.1 5L15 5')], {'a': (4, 2), 'b': (4, 8)})
        self.assertGreater(paths.area(f['a'][0]), 40)
        shared = {tuple(p) for p in f['a'][0][:, 3]} & {tuple(p) for p in f['b'][0][:, 3]}
        self.assertEqual(len(shared), 2)

    def test_tangent_lines_keep_their_order(self):
        a, b, c = run('M0 0C5 0 10 0 10 10'), run('M0 0C6 .0 14 -4 14 10'), run('M10 10L14 10')
        f = planar.faces([a, b, c, run('M0 0V10H10')], {'gap': (12, 8), 'in': (5, 6)})
        self.assertGreater(paths.area(f['gap'][0]), 10)

    def test_crossing_and_overshoot(self):
        lines = [run('M0 0h10v10h-10z'), run('M5 -3V13'), run('M-3 5C3 6 7 4 13 5')]
        f = planar.named(lines, {'a': (2, 2), 'b': (8, 2), 'c': (2, 8), 'd': (8, 8)}, cross=True, prune=True)
        self.assertAlmostEqual(sum(paths.area(s[0][0]) for s in f.values()), 100, delta=.01)

    def test_crossings_are_found_however_they_round(self):
        """Lines that cross in the ends of the straight pieces they are measured by, turned to many sides."""
        for angle in np.arange(0, 180, 5):
            c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
            turn = np.array([[c, -s], [s, c]])
            lines = [r @ turn.T for r in (run('M0 0h10v10h-10z'), run('M5 -3V13'), run('M-3 5C3 6 7 4 13 5'))]
            dots = {str(p): turn @ p for p in ((2, 2), (8, 2), (2, 8), (8, 8))}
            f = planar.named(lines, dots, cross=True, prune=True)
            self.assertEqual(len(f), 4, angle)

    def test_hole(self):
        f = planar.named([run('M0 0h10v10h-10z'), run('M4 4h2v2h-2z')], {'ring': (1, 1), 'eye': (5, 5)})
        self.assertEqual((len(f['ring']), len(f['eye'])), (2, 1))
        self.assertAlmostEqual(sum(paths.area(c) for c, _ in f['ring']), 96)

    def test_faults_are_named(self):
        box = [run('M0 0h10v10h-10z')]
        with self.assertRaisesRegex(planar.PlanarError, "'far'.*no bounded face"):
            planar.faces(box, {'far': (20, 20)})
        with self.assertRaisesRegex(planar.PlanarError, "'a' and 'b' lie in one face"):
            planar.faces(box, {'a': (2, 2), 'b': (3, 3)})
        with self.assertRaisesRegex(planar.PlanarError, r'dangling line end at \(5.0, 5.0\)'):
            planar.faces(box + [run('M0 0L5 5')], {'a': (2, 8)})

    def test_cutting_loses_nothing(self):
        line = run('M0 0C5 9 9 -9 14 0S20 5 30 0L40 10')
        whole = np.hypot(*np.diff(paths.flatten_one(line, .001), axis=0).T).sum()
        pieces = planar._cut(line, [.25, 1, 1.5, 2.75])
        self.assertEqual(len(pieces), 5)
        self.assertAlmostEqual(sum(np.hypot(*np.diff(paths.flatten_one(p, .001), axis=0).T).sum() for p in pieces), whole, delta=.01)
        for a, b in zip(pieces, pieces[1:]):
            self.assertTrue(np.allclose(a[-1, 3], b[0, 0]))


REGIONS = set("""crown back-of-head behind-ear temple forehead ear-jaw-joint eye-brow cheek-jaw mouth-teeth nose back-of-neck side-of-neck throat
top-of-shoulder front-of-shoulder side-of-shoulder back-of-shoulder shoulder-blade armpit front-of-upper-arm back-of-upper-arm
elbow-crook outer-elbow inner-elbow elbow-tip forearm-palm-side forearm-back forearm-thumb-side forearm-little-finger-side
wrist-palm wrist-back base-of-thumb fingers-palm-side fingers-back
front-of-chest side-of-chest breastbone upper-abdomen lower-abdomen groin upper-back mid-back low-ribs-back low-back sacroiliac sacrum
buttock outer-hip-thigh front-of-thigh inner-thigh back-of-thigh front-of-knee inner-knee outer-knee back-of-knee shin outer-leg calf
front-of-ankle outer-ankle inner-ankle achilles heel top-of-foot arch ball-of-foot big-toe-top toes-top big-toe-sole toes-sole""".split())


class Charts(unittest.TestCase):
    VIEWS = [v for v in ('front', 'back', 'left', 'foot-top', 'foot-sole', 'head-side', 'hand-palm', 'hand-back')
             if os.path.exists(os.path.join(patterns.HERE, 'outlines-%s.svg' % v))]

    def test_regions_tile_the_figure(self):
        for view in self.VIEWS:
            grid = patterns.Grid(*patterns.room_of(view), .5)
            count = np.zeros((grid.ny, grid.nx), int)
            for ident, subs in patterns.regions(view).items():
                count += grid.inside(subs)
                if view in patterns.PERSON_LEFT and ident not in patterns.MIDLINE:
                    count += grid.inside(paths.mirror(subs))
            body = grid.inside(patterns.figure(view))
            if view in ('hand-palm', 'hand-back'):
                body[:, grid.x * patterns.PERSON_LEFT[view] < 0] = False
            self.assertGreater((body & (count > 0)).sum() / body.sum(), .995, view)
            self.assertLess((count > 1).sum() / body.sum(), .002, view)

    def test_every_region_is_drawn(self):
        drawn = {n.removesuffix('-left') for v in self.VIEWS for n in patterns.regions(v)}
        missing = REGIONS - drawn
        if 'foot-sole' in self.VIEWS:
            self.assertEqual(missing, set())
        self.assertEqual(drawn - REGIONS, set())

    def test_points_have_zones(self):
        zones, points = set(), set()
        for view in ('front', 'back', 'left', 'foot-top', 'foot-sole'):
            zones |= {p for p, _ in patterns.read_patterns(view)[0]}
            points |= {i[len('point-'):-len('-left')] for i in patterns.read_patterns(view)[1]}
        self.assertEqual(points - zones, set())
        self.assertEqual(zones - points, {'diaphragma-central', 'diaphragma-costal'})

    def test_shapes_are_the_same_each_time(self):
        first = paths.format(patterns.shape('left', 'trapezius-upper-TrP1', 'essential'))
        patterns._shape.cache_clear()
        self.assertEqual(first, paths.format(patterns.shape('left', 'trapezius-upper-TrP1', 'essential')))


if __name__ == '__main__':
    unittest.main()
