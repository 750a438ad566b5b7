#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the look-up against published pain guides (guide.json).

For each region: are the guide's essential muscles found, and is its first-named muscle among our first three, or our first?
"""

import json
import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(os.environ["PALPATE_SOURCE_DIR"])
PROGRAM = os.environ["PALPATE_PROGRAM"]
# What was reached; a change of the content must not fall below it.
FOUND_FLOOR = 0.98
FIRST_FLOOR = 0.85
TOP_FLOOR = 0.63


def muscles_of(region):
    """The muscles that the look-up names for a region in the order of its rows, each once, and those of the first three points."""
    place = region["id"] + ("-left" if region["sided"] else "")
    answer = subprocess.run([PROGRAM, "lookup", place, "--json"], capture_output=True, text=True, timeout=60, check=True)
    rows = json.loads(answer.stdout)["sources"]
    by_row = sorted(rows, key=lambda row: row["row"])
    return list(dict.fromkeys(row["muscle"] for row in by_row)), [row["muscle"] for row in rows[:3]]


def main():
    guide = json.loads((Path(__file__).parent / "guide.json").read_text(encoding="utf-8"))
    regions = {region["id"]: region for region in
               json.loads((SOURCE / "data/content/regions.json").read_text(encoding="utf-8"))["regions"]}
    problems = []
    rows = {row["region"]: row for row in guide["regions"]}
    if set(rows) != set(regions) or len(rows) != len(guide["regions"]):
        problems.append(f"guide.json: its regions are not ours: {set(rows) ^ set(regions)}")
    found = wanted = first = first_rows = top = 0
    for name, row in rows.items():
        muscles, points = muscles_of(regions[name])
        missing = [muscle for muscle in row["essential"] if muscle not in muscles]
        found += len(row["essential"]) - len(missing)
        wanted += len(row["essential"])
        first += row["first"] in muscles[:3]
        first_rows += row["first"] in points
        top += row["first"] in muscles[:1]
        if not set(row["sources"]) <= set(guide["sources"]) or row["first"] not in row["essential"]:
            problems.append(f"guide.json: {name}: an unknown source, or its first is not essential")
        if missing:
            print(f"{name}: not found: {', '.join(missing)}")
        if row["first"] not in muscles[:3]:
            print(f"{name}: {row['first']} is not among {', '.join(muscles[:3])}")
    print(f"essential muscles found: {found} of {wanted} ({found / wanted:.1%}); "
          f"first-named among the first three muscles: {first} of {len(rows)} ({first / len(rows):.1%}), "
          f"among the first three points: {first_rows}; our first: {top}")
    if found < FOUND_FLOOR * wanted:
        problems.append("fewer essential muscles are found than before")
    if first < FIRST_FLOOR * len(rows):
        problems.append("fewer first-named muscles are among the first three than before")
    if top < TOP_FLOOR * len(rows):
        problems.append("fewer first-named muscles are our first than before")
    for problem in problems:
        print(f"guide: {problem}", file=sys.stderr)
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
