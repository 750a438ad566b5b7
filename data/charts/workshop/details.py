# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand-drawn details (details-VIEW.svg): face, nails, creases, folds, retinacula, intersections.

The file has one group per place in the drawing order (`figure`, `under-borders`, `surface`, …; `…-whole` groups hold both
halves).  Shapes carry the stylesheets' classes.  `class="taper" data-width="w"` draws a line as a sliver of half width w that
ends in points: drawn folds, not wires.  `data-also="surface"` puts a shape into a second group too.  The group `steering`
is no drawing: its shapes steer the tones (tones.py).
"""
import numpy as np

import curves
import paths
from body import SVG, authored


class Details:
    def __init__(self, body):
        self.body, self.groups = body, {}
        root = authored('details', body.view)
        for g in [] if root is None else root:
            if g.tag != SVG + 'g' or not g.get('id') or g.get('id') == 'steering':
                continue
            for e in g.iter(SVG + 'path'):
                for place in [g.get('id')] + (e.get('data-also') or '').split():
                    self.groups.setdefault(place, []).append(self._item(e))

    def _item(self, e):
        """The shape's text in the chart's space; a close-up's is enlarged (art.py shrinks it again)."""
        cls, shape = e.get('class') or '', paths.parse(e.get('d'))
        if self.body.zoom != 1:
            shape = self.body.near(shape)
            if not self.body.seen(shape):
                return ''
        if cls.split()[:1] == ['taper']:
            pen = curves.Pen(2 if self.body.zoom == 1 else 1)
            width = float(e.get('data-width') or .3) * np.sqrt(self.body.zoom)
            for cubics, _ in shape:
                curves.tapered_curve(pen, list(cubics), width)
            return '<path class="%s" d="%s"/>' % (' '.join(cls.split()[1:]) or 'kk', pen.text())
        # in a close-up the plain lines would be hairs
        more = ' z' if self.body.zoom != 1 and cls in ('k', 'k3', 'kr') else ''
        return '<path class="%s" d="%s"/>' % (cls + more, paths.format(shape, 2 if self.body.zoom == 1 else 1))

    def items(self, group):
        return self.groups.get(group, [])
