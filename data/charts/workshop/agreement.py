#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Palpate contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the facts (`refersTo` of the content) and the shapes (zones over regions) against each other, both ways.

usage: agreement.py [--all] [VIEW]...

Per view: a region that the content names for a point and that is seen in this view, but that the zone does not reach
here (fine when another view shows it); a region that the content does not name, but that a zone covers by more than
patterns.FOREIGN.  At the end: what is reached in no view.  Exit status 1 if there is any of the last two kinds.
--all also lists what is not reached in one view only.
"""
import argparse
import sys

sys.dont_write_bytecode = True
import patterns        # noqa: E402

VIEWS = ['front', 'back', 'left', 'foot-top', 'foot-sole']


def reached(view, point, kind, region):
    share, area = patterns.shares(view, patterns.shape(view, point, kind)).get(region, (0, 0))
    return share >= patterns.NAMED_SHARE or area >= patterns.NAMED_AREA


def compare(view):
    """(unreached, foreign) of a view: lists of (point, kind, region[, share])."""
    names = set(patterns.region_map(view)[2]) - {''}
    unreached, foreign = [], []
    known = {point for point, _ in patterns.facts()}
    drawn = {k for k in patterns.read_patterns(view)[0] if k[0] in known}
    for point, kind in sorted(set(patterns.facts()) | drawn):
        named = patterns.named_regions(point, kind) or {}
        for region in sorted(set(named) & names):
            if not reached(view, point, kind, region):
                unreached.append((point, kind, region))
        both = set(named)
        if kind == 'spillover':
            both |= set(patterns.named_regions(point, 'essential') or {})
        for region, (share, area) in sorted(patterns.shares(view, patterns.shape(view, point, kind)).items()):
            if region not in both and share > patterns.FOREIGN:
                foreign.append((point, kind, region, share))
    return unreached, foreign


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('views', nargs='*', metavar='VIEW')
    parser.add_argument('--all', action='store_true')
    args = parser.parse_args()
    if not patterns.facts():
        print('no content: nothing to compare')
        return 0
    views = [v for v in args.views or VIEWS if patterns.file_of('regions', v) and patterns.file_of('outlines', v)]
    seen, bad = {}, 0
    print('%-10s %6s %6s %9s %7s' % ('view', 'zones', 'facts', 'unreached', 'foreign'))
    detail = []
    for view in views:
        names = set(patterns.region_map(view)[2])
        unreached, foreign = compare(view)
        zones = sum(bool(patterns.shape(view, *k)) for k in patterns.read_patterns(view)[0])
        count = 0
        for point, kind in patterns.facts():
            for region in set(patterns.named_regions(point, kind) or {}) & names:
                key = (point, kind, region)
                count += 1
                seen[key] = seen.get(key, False) or key not in unreached
        print('%-10s %6d %6d %9d %7d' % (view, zones, count, len(unreached), len(foreign)))
        bad += len(foreign)
        detail += ['%s: %s %s covers %.0f %% of %s, which is not named' % (view, f[0], f[1], 100 * f[3], f[2]) for f in foreign]
        if args.all:
            detail += ['%s: %s %s does not reach %s here' % (view, *u) for u in unreached]
    lost = [k for k, ok in sorted(seen.items()) if not ok]
    detail += ['anywhere: %s %s does not reach %s' % k for k in lost]
    print('\n'.join(detail))
    print('%d named regions reached in no view, %d zones over a region that is not named' % (len(lost), bad))
    return 1 if lost or bad else 0


if __name__ == '__main__':
    sys.exit(main())
