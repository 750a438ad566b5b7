# SPDX-License-Identifier: GPL-3.0-or-later
"""Light: one lamp from the upper left, on both halves of the body.

Every muscle swells over its own outline, the body swells as a whole; where a higher muscle stands to the upper left it
casts a shadow.  The light is cut into a few flat tones, whose edges fray along the fibres.
"""
import numpy as np
from scipy import ndimage

import curves
from body import SVG, Body, authored, nearest_fill, relief
import paths

LAMP = np.array([-.50, -.60, .62]) / np.linalg.norm([-.50, -.60, .62])
TONE = 2                                  # pixels a unit
MUSCLE_STEPS = {'s2': .11, 's1': .34, 'l1': .77}      # shares of the muscle area: below, below, above
NARROWEST = {'s2': 1.8, 's1': 1.6, 'l1': 1.6}       # half the width of the narrowest tone that is worth its edge
SPOT = .05                               # a tone that covers less of its muscle would be a spot, not a form
RIM = .35                                # how near a tone keeps to the outline that it must not cross, in units
PALE = .45                               # how much of the light's depth is left on tendon, bone and fascia
SKIN_STEPS = {'g2': .15, 'g1': .40, 'gl': .80}


def shade(height, px, flatness=1.0):
    gy, gx = np.gradient(height, 1 / px)
    n = np.stack([-gx, -gy, np.full(gx.shape, flatness)])
    n /= np.linalg.norm(n, axis=0)
    return (n * LAMP[:, None, None]).sum(0)


def smear(angle, seed, reach=26):
    """Noise smeared along a direction map (nan where there is none), of unit spread."""
    known = ~np.isnan(angle)
    noise = ndimage.gaussian_filter(np.random.RandomState(seed).rand(*angle.shape), 1.0)
    noise = (noise - noise.mean()) / noise.std()
    vx, vy = np.where(known, np.cos(angle), 0), np.where(known, np.sin(angle), 0)
    total = noise.copy()
    for sign in (1, -1):
        y, x = np.mgrid[:angle.shape[0], :angle.shape[1]].astype(np.float32)
        for _ in range(reach):
            i, j = (np.clip(a.astype(int), 0, m - 1) for a, m in zip((y, x), angle.shape))
            y, x = y + sign * vy[i, j], x + sign * vx[i, j]
            i, j = (np.clip(a.astype(int), 0, m - 1) for a, m in zip((y, x), angle.shape))
            total += noise[i, j]
    return np.where(known, total / (total[known].std() if known.any() else 1), 0)


class Light:
    """The light on one view; `lit` covers both halves, `even` is the mean of both (for ink that is mirrored)."""

    def __init__(self, body, fields):
        self.body = body
        self.grid, self.near_labels = body.near_raster(TONE)
        self.mirror_column = int(-self.grid.x0 * TONE)
        self.x0 = -(self.grid.x0 + self.grid.shape[1] / TONE) if body.halves else self.grid.x0
        self.fields = fields
        self._relief()
        self._cut_tendons()

    def whole(self, near):
        """Both halves of a near-space raster.  They mirror each other, so that this is the viewer's space in every view."""
        if not self.body.halves:
            return near
        right = near[:, self.mirror_column:]
        return np.concatenate([right[:, ::-1], right], 1)

    def _swell(self, mask):
        """Body relief at half resolution, smoothed."""
        low = relief(mask[::2, ::2], 1)
        high = ndimage.zoom(low, 2, order=1)
        out = np.zeros(mask.shape)
        h, w = min(out.shape[0], high.shape[0]), min(out.shape[1], high.shape[1])
        out[:h, :w] = high[:h, :w]
        return out

    def _drawn(self, name):
        """Where the drawn steering shapes of a class lie, both halves."""
        mask = np.zeros(self.near_labels.shape, bool)
        root = authored('details', self.body.view)
        for e in [] if root is None else root.iter(SVG + 'path'):
            if e.get('class') == name:
                mask |= self.grid.mask(self.body.near(paths.parse(e.get('d'))))
        return self.whole(mask)

    def _limb(self, inside):
        """Where the arm (with the deltoid) is, for its own body relief."""
        arm = self._drawn('arm')
        if not self.body.halves and not isinstance(self.body, Body):
            arm[:] = False              # under the surface, hip and flank would show the rim of an arm that is not drawn
        for i, n in enumerate(self.body.names):
            side = self.body.of(n, 'limb')
            if side is not None:
                arm[self.labels == i] = side
        return ndimage.binary_opening(ndimage.binary_closing(arm, iterations=3), iterations=3) & inside

    def _relief(self):
        body, labels = self.body, self.near_labels
        muscle = np.zeros(labels.shape)
        level = np.zeros(len(body.names))
        angle = np.full(labels.shape, np.nan)
        rows, cols = np.mgrid[:labels.shape[0], :labels.shape[1]]
        for i, name in enumerate(body.names):
            level[i] = 0 if i < 2 else body.of(name, 'level', 1)
            mask = labels == i
            if i < 2 or not mask.any():
                continue
            y, x = np.nonzero(mask)
            cut = (slice(y.min(), y.max() + 1), slice(x.min(), x.max() + 1))
            own = mask[cut]
            if body.halves and not body.of(name, 'across'):
                own = own.copy()
                own[:, :max(0, self.mirror_column - x.min())] = False
            muscle[cut][own] = relief(own, TONE)[own] * body.of(name, 'swell', 1)
            if name in self.fields:
                angle[y, x] = self.fields[name].angles(self.grid.x0 + (x + .5) / TONE, self.grid.y0 + (y + .5) / TONE)
        self.labels = self.whole(labels)
        inside = self.labels > 0
        limb = self._limb(inside)
        bulk = ndimage.gaussian_filter(np.where(limb, self._swell(limb), self._swell(inside & ~limb)), 2)
        muscle = 1.1 * self.whole(muscle)**.85
        light = shade(bulk * .62 + ndimage.gaussian_filter(muscle, 1.0) * .95, TONE)
        height = level[self.labels]
        shadow = np.zeros(inside.shape, bool)
        for k in range(1, 7):
            down, right = k, int(round(k * .8))
            above = np.zeros_like(height)
            above[down:, right:] = height[:-down, :height.shape[1] - right]
            shadow |= (above > height) & (above >= 2)
        light -= .20 * ndimage.gaussian_filter((shadow & (self.labels >= 2)).astype(float), 1.0)
        light = ndimage.gaussian_filter(light, 1.2)
        self.fray = smear(angle, 7)
        self.flesh = self.labels >= 2
        mirrored = light[:, ::-1] if body.halves else light
        self.even = (light + mirrored) / 2
        self.even_steps = np.quantile(self.even[self.flesh], [.1, .3, .5, .75, .92])
        self.lit = light + .016 * self.whole(self.fray)
        self.inside = inside
        self.skin = self._skin(limb, muscle)

    def _skin(self, limb, muscle):
        """The light on the skin: head, arm and the rest swell as calm bodies of their own; muscles only just show."""
        inside = self.inside
        head = self._drawn('head') & inside
        trunk = self._swell(inside & ~limb)
        rows = self.grid.y0 + (np.arange(inside.shape[0])[:, None] + .5) / TONE
        if self.body.halves:
            # the shoulder is one with the chest; further down the arm is round for itself
            apart = np.clip((rows - 185) / 80, 0, 1)
            trunk = apart * np.where(limb, self._swell(limb), trunk) + (1 - apart) * self._swell(inside)
        else:
            trunk = np.where(limb, self._swell(limb), trunk)
        bulk = trunk
        if head.any():
            # below the chin the head is thought on, else the chin would hang
            longer = head.copy()
            longer[40:] |= head[:-40]
            bulk = np.where(head, self._swell(longer) + 8, trunk)
        more = 1 if self.body.zoom == 1 else 1.6
        bulk = ndimage.gaussian_filter(bulk, 8 * more)
        soft = bulk + .4 * ndimage.gaussian_filter(np.where(inside, muscle, 0), 20)
        light = shade(soft, TONE)
        long_ = np.clip((rows - 150) / 80, 0, 1)          # limbs and trunk: long shapes; head and neck: rounder ones
        return long_ * ndimage.gaussian_filter(light, (24 * more, 7 * more)) + \
            (1 - long_) * ndimage.gaussian_filter(light, 8 * more)

    # --- tendons ---

    def _cut_tendons(self):
        """`tendon` > 0 where a muscle's own outline is tendon: inside the drawn tendon shapes, frayed along the fibres."""
        body = self.body
        self.tendon = np.full(self.near_labels.shape, -50.)
        tongue = 1.4 * (1.1 - np.abs(self.fray))         # ridges: the tongues end in points
        root = authored('details', body.view)
        if root is None:
            return
        shapes = {}
        for e in root.iter(SVG + 'path'):
            for part in (e.get('data-tendon-of') or '').split():
                mask = self.grid.mask(body.near(paths.parse(e.get('d'))))
                shapes[part] = shapes.get(part, False) | mask
        for i, n in enumerate(body.names):
            if body.kind(n) not in ('muscle', 'deep') or body.part(n) not in shapes:
                continue
            own, mask = self.near_labels == i, shapes[body.part(n)]
            if not own.any():
                continue
            there = own & mask
            flesh = ndimage.binary_opening(own & ~mask, iterations=1) if own.sum() > 80 else own & ~mask
            if not there.any():
                continue
            far = np.full(own.shape, 60.)
            to_flesh = ndimage.distance_transform_edt(~flesh) if flesh.any() else far
            t = np.where(there, to_flesh, -ndimage.distance_transform_edt(~there)) / TONE
            fray = np.clip(np.sqrt(own.sum() / TONE**2) / 14, .7, 2.6) * body.of(n, 'fray', 1)
            self.tendon = np.where(own, np.clip(t, -30, 30) + fray * tongue, self.tendon)
        known = self.tendon > -49
        self.tendon_soft = ndimage.gaussian_filter(nearest_fill(self.tendon, ~known), .8)
        self.tendon_soft[~known] = -50

    def all_tendon(self, subpath):
        """Whether a whole face is tendon (then it needs no traced edge)."""
        mask = self.grid.mask([subpath])
        return hasattr(self, 'tendon_soft') and mask.any() and np.mean(self.tendon_soft[mask] > -1) > .93

    def is_tendon(self, x, y):
        return self.tendon_soft[self.grid.index(x, y)] > -.5 if hasattr(self, 'tendon_soft') else False

    def tendon_pen(self):
        """The tendon parts of all muscles as shapes."""
        pen = curves.Pen(0, 10)
        if not hasattr(self, 'tendon_soft'):
            return pen
        known = self.tendon > -49
        if self.body.halves:
            known[:, :self.mirror_column] = False
        field = nearest_fill(self.tendon_soft, ~known)
        mask = ndimage.binary_dilation(known) & (self.near_labels > 1)
        self._trace(pen, np.where(mask, field, -9), 0, mask, self.grid.x0, .45, .36, 20, self.body.sign)
        return pen

    # --- tones as shapes ---

    def _trace(self, pen, field, level, mask, x0, sigma, tolerance, smallest, sign=1, within=None, flesh=None, form=False):
        """Rings where field > level inside the mask; `sign` -1 turns near space into the viewer's.
        `within`: the figure, whose rim the smoothed ring must not cross.  `flesh`: likewise, for tones that may be islands.
        `form`: leave out what is a mere spot on its muscle."""
        body = self.body
        ground = flesh if within is None else within
        if ground is not None:
            out = ndimage.distance_transform_edt(~ground) - ndimage.distance_transform_edt(ground)
            out = ndimage.gaussian_filter(out, 1) / TONE
            slope = np.stack(np.gradient(out, 1 / TONE)[::-1])
        shapes = []
        for ring in curves.contours(np.where(mask, field, level - .05), level):
            if len(ring) < 8:
                continue
            p = np.c_[x0 + (ring[:, 0] + .5) / TONE, self.grid.y0 + (ring[:, 1] + .5) / TONE]
            fine = bool(body.fine(p[0, 0], p[0, 1]))
            if abs(curves.area(p)) < smallest * (.35 if fine else 1) or form and self._spot(ring):
                continue
            q = curves.smooth_closed(p, sigma * (.35 if fine else 1))
            if within is not None:
                if not fine:
                    # head, hands and feet within a long ring want less smoothing than the body
                    little = ndimage.gaussian_filter1d(body.fine(q[:, 0], q[:, 1]).astype(float), 24, mode='wrap')[:, None]
                    q = q * (1 - little) + curves.smooth_closed(p, sigma * .35) * little
                at = [(q[:, 1] - self.grid.y0) * TONE - .5, (q[:, 0] - x0) * TONE - .5]
                over = ndimage.map_coordinates(out, at, order=1, mode='nearest') + .1
                r, _ = curves.resample(np.r_[p, p[:1]], closed=True)
                rim = -ndimage.map_coordinates(out, [(r[:, 1] - self.grid.y0) * TONE - .5, (r[:, 0] - x0) * TONE - .5], order=1)
                rim = np.clip(1.6 - rim / 1.2, 0, 1)
                if rim.mean() < .04 and abs(curves.area(p)) < 3000:
                    continue        # no islands
                over = np.where(over > 0, over, over * ndimage.gaussian_filter1d(rim, 6, mode='wrap'))
                q = q - over[:, None] * np.stack([ndimage.map_coordinates(g, at, order=1, mode='nearest') for g in slope], 1)
            bend = tolerance * (.5 if fine else 1)
            if flesh is not None:
                at = [(q[:, 1] - self.grid.y0) * TONE - .5, (q[:, 0] - x0) * TONE - .5]
                over = ndimage.map_coordinates(out, at, order=1, mode='nearest')
                q = q - np.maximum(over, 0)[:, None] * np.stack([ndimage.map_coordinates(g, at, order=1, mode='nearest') for g in slope], 1)
                bend = np.where(over > -RIM, np.minimum(bend, RIM), bend)
            shapes.append((p, curves.fit_closed(q * [sign, 1], bend)))
        for outer, *holes in curves.with_holes(shapes):
            pen.curve(outer, close=True)
            for hole in holes:
                pen.curve(hole, close=True, hole=True)

    def muscle_tones(self, steps=MUSCLE_STEPS, smooth=1.8, smallest=60, exact=False):
        """[(class, Pen)] over flesh, tendon and bone; scale .1.  `exact`: for deep muscles.  Skin and bone lie beside them, where
        a tone that crosses the outline would show (in a close-up none does); and what is left of many is small."""
        lit = self._calm()
        values = lit[self.flesh]
        out = []
        for name, share in steps.items():
            pen, level = curves.Pen(0, 10), np.quantile(values, share)
            field, level = (lit, level) if name[0] == 'l' else (-lit, -level)
            field = np.where(self._broad((field > level) & self.flesh, NARROWEST.get(name, 0)), field, level - .05)
            self._trace(pen, field, level, self.flesh, self.x0, smooth, 1.2, smallest, form=not exact,
                        flesh=self.flesh if exact and self.body.zoom == 1 else None)
            out.append((name, pen))
        return out[::-1]

    def _spot(self, ring):
        """Whether a ring is a small spot on a broad muscle or fascia."""
        labels = self.labels[tuple(np.clip(ring[:, ::-1].astype(int), 0, np.array(self.labels.shape) - 1).T)]
        name = int(np.bincount(labels).argmax())
        soft = self.body.kind(self.body.names[name]) in ('muscle', 'deep', 'cover')
        return soft and abs(curves.area(ring)) < SPOT * np.count_nonzero(self.near_labels == name)

    def _calm(self):
        """The light with less depth where the ground is pale: tones made for flesh would be stains there."""
        kinds = np.array([self.body.kind(n) in ('tendon', 'bone', 'cover') for n in self.body.names])[self.near_labels]
        pale = self.whole(kinds | (self.tendon_soft > 0) if hasattr(self, 'tendon_soft') else kinds) & self.flesh
        share = ndimage.gaussian_filter(pale.astype(float), 2) / np.maximum(ndimage.gaussian_filter(self.flesh.astype(float), 2), .01)
        middle = np.median(self.lit[self.flesh])
        return middle + (self.lit - middle) * (1 - (1 - PALE) * share)

    def _broad(self, mask, radius):
        """The mask without its narrow strips, which would only double a border; head, hands and feet keep more of theirs."""
        size = int(radius * TONE)
        disc = np.hypot(*np.mgrid[-size:size + 1, -size:size + 1]) <= radius * TONE
        rows, cols = np.indices(mask.shape)
        fine = self.body.fine(self.x0 + (cols + .5) / TONE, self.grid.y0 + (rows + .5) / TONE)
        return ndimage.binary_opening(mask, disc) | (ndimage.binary_opening(mask) & fine)

    def skin_tones(self):
        values = self.skin[self.inside]
        out = []
        for name, share in SKIN_STEPS.items():
            pen, level = curves.Pen(0, 10), np.quantile(values, share)
            field, level = (self.skin, level) if name == 'gl' else (-self.skin, -level)
            self._trace(pen, field, level, self.inside, self.x0, 6 if self.body.zoom == 1 else 9, .7, 500, within=self.inside)
            out.append((name, pen))
        return out[::-1]

    def brightness(self, x, y):
        """0 (darkest) to 1 (lightest) share of the even light at near-space points."""
        row = np.clip(((np.asarray(y) - self.grid.y0) * TONE).astype(int), 0, self.even.shape[0] - 1)
        col = np.clip(((np.asarray(x) - self.x0) * TONE).astype(int), 0, self.even.shape[1] - 1)
        return np.interp(self.even[row, col], self.even_steps, [.1, .3, .5, .75, .92])
