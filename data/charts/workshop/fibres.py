# SPDX-License-Identifier: GPL-3.0-or-later
"""Fibres: evenly spaced stream lines along a muscle's field, cut into dashes that are drawn as pointed slivers.

Dark dashes swell in shadow and vanish in light; a few light dashes stand in the light; on tendon there are thin brown ones.
"""
import random
from collections import deque

import numpy as np
from scipy import ndimage

import curves
from body import PX

STEP = .5
FAINT = .3           # dashes that would be paler are not seen


def spacing(area):
    return 3.3 if area > 2500 else 3.0 if area > 900 else 2.4 if area > 250 else 1.7 if area > 90 else 1.3


def streams(mask, x0, y0, px, field, gap, ring=False):
    """Stream lines inside the mask (raster with its corner at x0, y0), about `gap` apart."""
    depth = ndimage.distance_transform_edt(np.pad(mask, 2))[2:-2, 2:-2] / px
    free = depth > .45
    height, width = mask.shape
    taken = np.zeros(mask.shape, bool)
    r = gap * .72 * px
    k = int(r) + 1
    dy, dx = np.mgrid[-k:k + 1, -k:k + 1]
    disc = dy**2 + dx**2 <= r * r

    def open_at(x, y):
        col, row = int((x - x0) * px), int((y - y0) * px)
        return 0 <= col < width and 0 <= row < height and free[row, col] and not taken[row, col]

    def follow(x, y):
        sides = []
        for sign in (1, -1):
            px_, py_, last, out = x, y, None, []
            for _ in range(900):
                ux, uy = field.at(px_, py_)
                if last is not None and not ring and ux * last[0] + uy * last[1] < -.5:
                    break
                mx, my = field.at(px_ + sign * ux * STEP / 2, py_ + sign * uy * STEP / 2)
                px_, py_ = px_ + sign * mx * STEP, py_ + sign * my * STEP
                if not open_at(px_, py_):
                    break
                if ring and len(out) > 20 and (px_ - x)**2 + (py_ - y)**2 < 1:
                    break
                last = (ux, uy)
                out.append((px_, py_))
            sides.append(out)
        return sides[1][::-1] + [(x, y)] + sides[0]

    def take(points):
        for x, y in points[::2]:
            col, row = int((x - x0) * px), int((y - y0) * px)
            a, b = max(0, row - k), max(0, col - k)
            c, d = min(height, row + k + 1), min(width, col + k + 1)
            taken[a:c, b:d] |= disc[a - row + k:c - row + k, b - col + k:d - col + k]

    seeds = deque()
    if free.any():
        row, col = np.unravel_index(int(np.where(free, depth, 0).argmax()), depth.shape)
        seeds.append((x0 + (col + .5) / px, y0 + (row + .5) / px))
    rest = np.argwhere(free)
    rest = rest[np.random.RandomState(3).permutation(len(rest))][::7]
    at, out = 0, []
    while True:
        if seeds:
            x, y = seeds.popleft()
        else:
            while at < len(rest) and taken[tuple(rest[at])]:
                at += 1
            if at >= len(rest):
                return out
            y, x = rest[at]
            x, y = x0 + (x + .5) / px, y0 + (y + .5) / px
            at += 1
        if not open_at(x, y):
            continue
        points = follow(x, y)
        take(points)
        if (len(points) - 1) * STEP < max(2.2, 1.6 * gap):
            continue
        out.append(np.array(points))
        for px_, py_ in points[::6]:
            ux, uy = field.at(px_, py_)
            seeds.append((px_ - uy * gap, py_ + ux * gap))
            seeds.append((px_ + uy * gap, py_ - ux * gap))


class Ink:
    """Collects dashes in three pens (dark, light, on tendon); chart space, scale .05."""

    def __init__(self, sign, seed=11):
        self.sign, self.rng = sign, random.Random(seed)
        self.dark, self.light, self.tendon = (curves.Pen(0, 20) for _ in range(3))

    def _slivers(self, pen, points, half_width):
        for c in curves.fit(points * [self.sign, 1], .7)[:2]:
            curves.taper(pen, c, half_width)

    def draw(self, lines, area, brightness, is_tendon, share=1.0):
        """Cuts the stream lines of one muscle into dashes."""
        rng = self.rng
        short, long_ = (34, 82) if area > 900 else (16, 44) if area > 250 else (6, 15)
        widest = .40 if area > 250 else .26
        for p in lines:
            t, end = -rng.random() * long_ * .7, (len(p) - 1) * STEP
            while t < end - 2:
                length = rng.uniform(short, long_)
                a, b = max(0, t), min(end, t + length)
                t += length + rng.uniform(.5, 2.2) * (1 if area > 250 else .5)
                keep = rng.random() < share
                if b - a < (3.4 if area > 250 else 1.8) or not keep:
                    continue
                q = p[int(a / STEP):int(b / STEP) + 1]
                if len(q) < 4:
                    continue
                x, y = q[len(q) // 2]
                light = brightness(x, y)
                dark = np.interp(light, [.1, .3, .5, .75, .92], [1, .8, .55, .28, 0])
                if is_tendon(x, y):
                    if rng.random() < .3:
                        self._slivers(self.tendon, q, .16)
                    continue
                if dark > FAINT:
                    self._slivers(self.dark, q, widest * (.22 + .78 * dark) / 1.5)
                if light > .75 and area > 60 and rng.random() < .65:
                    self._slivers(self.light, q, widest * .55)


def ink(body, fields, light, wider=1.0, share=1.0):
    """Three pens (dark, light, on tendon) with the fibres of all muscles of a layer."""
    pens = Ink(body.sign)
    for i, name in enumerate(body.names):
        if name not in fields:
            continue
        mask = body.labels == i
        area = mask.sum() / PX**2
        y, x = np.nonzero(mask)
        r0, c0 = y.min(), x.min()
        cut = mask[r0:y.max() + 1, c0:x.max() + 1]
        x0, y0 = body.grid.x0 + c0 / PX, body.grid.y0 + r0 / PX
        if body.halves and x0 < .4:
            cut = cut.copy()
            cut[:, :int((.4 - x0) * PX)] = False
        if not cut.any():
            continue
        lines = streams(cut, x0, y0, PX, fields[name], spacing(area) * wider, bool(body.of(name, 'ring')))
        pens.draw(lines, area, light.brightness, light.is_tendon, share)
    return pens.dark, pens.light, pens.tendon
