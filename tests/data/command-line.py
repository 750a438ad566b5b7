#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the program, without a display: what they write, and how they end."""

import json
import os
import re
import shutil
import struct
import subprocess
import tempfile
import unittest
import zlib
from pathlib import Path

SOURCE = Path(os.environ["PALPATE_SOURCE_DIR"])
PROGRAM = os.environ["PALPATE_PROGRAM"]
ENVIRONMENT = {name: value for name, value in os.environ.items()
               if name not in {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE"}}
CONTENT = SOURCE / "data/content"


def palpate(*words, environment={}):
    return subprocess.run([PROGRAM, *(str(word) for word in words)], env={**ENVIRONMENT, **environment}, capture_output=True,
                          text=True, timeout=120, check=False)


def unpacked(pdf):
    """The streams of a PDF; newer cairo keeps the objects of the document in them too."""
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def assert_done(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr, "")

    def assert_complaint(self, result, status, pattern):
        """One clear line on stderr, nothing on stdout."""
        self.assertEqual(result.returncode, status, result.stderr)
        self.assertEqual(result.stdout, "")
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        self.assertTrue(result.stderr.startswith("palpate: "), result.stderr)
        self.assertRegex(result.stderr, pattern)


class TestSheetCare(CommandTest):
    def test_left_out(self):
        result = palpate("sheet", "rectus-femoris-TrP1:left", "trapezius-upper-TrP1:left", "--care", "pregnancy,fever",
                         "--output", self.folder / "sheet.pdf")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(result.stderr, r"(?m)^Straight thigh muscle .*: Left out: no deep pressure on the legs in pregnancy\.$")
        self.assertRegex(result.stderr, r"(?m)^Upper trapezius.*: Left out: wait until you are well\.$")
        self.assertTrue((self.folder / "sheet.pdf").is_file())

    def test_unknown(self):
        self.assert_complaint(palpate("sheet", "soleus-TrP1", "--care", "left-handed", "--output", self.folder / "sheet.pdf"), 2,
                              "“left-handed” is not a care profile: pregnancy, ")


class TestLookup(CommandTest):
    def test_text(self):
        result = palpate("lookup", "back-of-neck-left")
        self.assert_done(result)
        ranks = re.findall(r"^(\d+)\. .+\((\S+), (left|right)\): \S", result.stdout, re.MULTILINE)
        self.assertGreater(len(ranks), 3)
        # the points of one muscle share a number
        self.assertEqual(ranks[:2], [("1", "trapezius-upper-TrP1", "left"), ("1", "trapezius-upper-TrP2", "left")])
        numbers = [int(rank) for rank, _, _ in ranks]
        self.assertEqual(numbers, sorted(numbers))
        self.assertEqual(set(numbers), set(range(1, numbers[-1] + 1)))

    def test_json(self):
        result = palpate("lookup", "--json", "back-of-neck-left", "forehead-right")
        self.assert_done(result)
        answer = json.loads(result.stdout)
        self.assertEqual(list(answer), ["regions", "sources", "redFlags"])
        self.assertEqual(answer["regions"], ["back-of-neck-left", "forehead-right"])
        self.assertGreater(len(answer["sources"]), 3)
        for source in answer["sources"]:
            self.assertEqual(set(source), {"point", "muscle", "row", "kind", "score", "side", "why"})
            self.assertIn(source["kind"], {"essential", "spillover"})
            self.assertIn(source["side"], {"left", "right", "both"})
            self.assertIsInstance(source["score"], (int, float))
            self.assertTrue(source["why"])
        scores = [source["score"] for source in answer["sources"]]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertGreater(scores[-1], 0)
        self.assertGreater(len(answer["redFlags"]), 0)
        for flag in answer["redFlags"]:
            self.assertLessEqual({"id", "title", "sign", "act", "urgency"}, set(flag))

    def test_json_ids_are_known(self):
        muscles = {muscle["id"]: {point["id"] for point in muscle["points"]}
                   for path in (CONTENT / "muscles").glob("*.json")
                   for muscle in json.loads(path.read_text(encoding="utf-8"))["muscles"]}
        for region in ("sacrum", "big-toe-top-right", "nose"):
            result = palpate("lookup", "--json", region)
            self.assert_done(result)
            for source in json.loads(result.stdout)["sources"]:
                self.assertIn(source["point"], muscles[source["muscle"]])

    def test_sides_are_mirrored(self):
        left, right = (json.loads(palpate("lookup", "--json", f"back-of-neck-{side}").stdout)["sources"]
                       for side in ("left", "right"))
        other = {"left": "right", "right": "left"}
        self.assertEqual(sorted((source["point"], other[source["side"]]) for source in left),
                         sorted((source["point"], source["side"]) for source in right))

    def test_unknown_region(self):
        self.assert_complaint(palpate("lookup", "bak-of-neck-left"), 1, r"“bak-of-neck-left”.*\bback-of-neck-left\b")
        self.assert_complaint(palpate("lookup", "--json", "back-of-neck-left", "sacrumm"), 1, r"“sacrumm”.*\bsacrum\b")

    def test_usage(self):
        self.assert_complaint(palpate("lookup"), 2, "region")
        self.assert_complaint(palpate("frobnicate"), 2, "“frobnicate”.*--help")
        self.assert_complaint(palpate("show", "upper-trapezius"), 1, r"“upper-trapezius”.*\btrapezius-upper\b")
        self.assert_complaint(palpate("show", "xyzzy"), 1, "“xyzzy”.*palpate search")
        self.assert_complaint(palpate("lookup", "--bogus", "sacrum"), 2, "--bogus")


class TestSearch(CommandTest):
    def test_text(self):
        result = palpate("search", "stiff", "neck")
        self.assert_done(result)
        self.assertTrue(result.stdout.splitlines())
        for line in result.stdout.splitlines():
            self.assertEqual(line.count("\t"), 2, line)

    def test_json(self):
        result = palpate("search", "--json", "headache")
        self.assert_done(result)
        answer = json.loads(result.stdout)
        self.assertEqual(answer["text"], "headache")
        self.assertTrue(answer["hits"])
        for hit in answer["hits"]:
            self.assertEqual(set(hit), {"kind", "id", "title", "side", "score"})
        scores = [hit["score"] for hit in answer["hits"]]
        self.assertEqual(scores, sorted(scores, reverse=True))

    def test_nothing(self):
        result = palpate("search", "qxzqxzqxz")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, "")
        self.assertRegex(result.stderr, r"\A[^\n]*“qxzqxzqxz”[^\n]*\n\Z")

    def test_german_compounds(self):
        # newer C libraries do not translate in the locale C; one is made, since none need be there
        subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", self.folder / "de_DE.UTF-8"], check=True)
        german = {"LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8", "LOCPATH": str(self.folder),
                  "PALPATE_LOCALE_DIR": str(Path(os.environ["PALPATE_BUILD_DIR"]) / "po/locale")}
        for text, meant in (("Schulterblattschmerz", "shoulder-blade"), ("Nackenverspannung", "back-of-neck"),
                            ("Kniekehlenschmerzen", "back-of-knee"), ("Fusssohlenschmerz", "heel-sole"),
                            ("Ruecken tut weh", "low-back"), ("Rückenschmerzen", "low-back-ache")):
            result = palpate("search", "--json", text, environment=german)
            self.assert_done(result)
            self.assertIn(meant, [hit["id"] for hit in json.loads(result.stdout)["hits"][:3]], text)

    def test_usage(self):
        self.assert_complaint(palpate("search"), 2, "words")


class TestShow(CommandTest):
    def test_muscle(self):
        result = palpate("show", "trapezius-upper")
        self.assert_done(result)
        self.assertIn("Upper trapezius", result.stdout)
        self.assertIn("Musculus trapezius", result.stdout)

    def test_json(self):
        whole = palpate("show", "--json", "trapezius-upper")
        one = palpate("show", "--json", "trapezius-upper-TrP1")
        self.assert_done(whole)
        self.assert_done(one)
        muscle = json.loads(whole.stdout)
        self.assertEqual(muscle["muscle"], "trapezius-upper")
        self.assertGreater(len(muscle["points"]), 1)
        self.assertEqual([point["id"] for point in json.loads(one.stdout)["points"]], ["trapezius-upper-TrP1"])
        for point in muscle["points"]:
            self.assertTrue(point["refersTo"])
            for referral in point["refersTo"]:
                self.assertIn(referral["kind"], {"essential", "spillover"})

    def test_every_muscle(self):
        for path in sorted((CONTENT / "muscles").glob("*.json")):
            muscle = json.loads(path.read_text(encoding="utf-8"))["muscles"][-1]
            result = palpate("show", muscle["id"])
            self.assert_done(result)
            self.assertIn(muscle["latin"], result.stdout)

    def test_errors(self):
        self.assert_complaint(palpate("show", "no-such-muscle"), 1, "no-such-muscle")
        self.assert_complaint(palpate("show"), 2, "show")
        self.assert_complaint(palpate("show", "a", "b"), 2, "show")


class TestChart(CommandTest):
    def draw(self, name, *options, view="front"):
        path = self.folder / name
        self.assert_done(palpate("chart", view, "--output", path, *options))
        return path.read_bytes()

    def test_png(self):
        plain = self.draw("plain.png", "--size", "300x400")
        self.assertEqual(plain[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">II", plain[16:24]), (300, 400))
        pictures = {plain}
        pictures.add(self.draw("region.png", "--size", "300x400", "--region", "shin-left"))
        pictures.add(self.draw("point.png", "--size", "300x400", "--point", "trapezius-upper-TrP1"))
        pictures.add(self.draw("right.png", "--size", "300x400", "--point", "trapezius-upper-TrP1:right"))
        pictures.add(self.draw("dark.png", "--size", "300x400", "--scheme", "dark"))
        pictures.add(self.draw("bones.png", "--size", "300x400", "--layers", "skin,bones"))
        self.assertEqual(len(pictures), 6)
        self.assertEqual(self.draw("again.png", "--size", "300x400"), plain)

    def test_own_size(self):
        width, height = struct.unpack(">II", self.draw("plain.png", view="back")[16:24])
        self.assertEqual(height, 1600)
        self.assertGreater(height, width)

    def test_svg(self):
        svg = self.draw("x.svg", "--size", "300x400", "--region", "shin-left", "--point", "trapezius-upper-TrP1").decode()
        head = svg[:400]
        self.assertRegex(head, r'<svg[^>]*\bwidth="300(pt)?"')
        self.assertRegex(head, r'<svg[^>]*\bheight="400(pt)?"')
        self.assertIn('viewBox="0 0 300 400"', head)
        subprocess.run(["xmllint", "--noout", "--huge", self.folder / "x.svg"], check=True)

    def test_pdf(self):
        pdf = self.draw("x.pdf", "--size", "595x842", "--scheme", "print", "--region", "sacrum", view="back")
        self.assertEqual(pdf[:5], b"%PDF-")
        self.assertTrue(any(re.search(rb"/MediaBox\s*\[\s*0 0 595 842\s*\]", part) for part in [pdf, *unpacked(pdf)]))

    def test_every_view(self):
        for view in ("front", "back", "left", "right", "head-side", "hand-palm", "hand-back-right", "foot-top", "foot-sole-right"):
            self.assertGreater(len(self.draw(f"{view}.png", "--size", "120x160", view=view)), 1000)

    def assert_refused(self, status, pattern, *words):
        self.assert_complaint(palpate("chart", *words), status, pattern)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_usage(self):
        path = self.folder / "x.png"
        for size in ("0x5", "5", "axb", "10x10x10", "-5x5", "99999x5", "10 x10x"):
            self.assert_refused(2, re.escape(size), "front", "-o", path, "--size", size)
        self.assert_refused(2, "pink", "front", "-o", path, "--scheme", "pink")
        self.assert_refused(2, "nerves", "front", "-o", path, "--layers", "skin,nerves")
        self.assert_refused(2, "output", "front")
        self.assert_refused(2, "view", "-o", path)

    def test_cannot(self):
        path = self.folder / "x.png"
        self.assert_refused(1, "nowhere", "nowhere", "-o", path)
        self.assert_refused(1, "shin-left", "front", "-o", path, "--region", "shinn-left")
        self.assert_refused(1, "nobody-TrP1", "front", "-o", path, "--point", "nobody-TrP1")
        self.assert_refused(1, "left or right", "front", "-o", path, "--point", "trapezius-upper-TrP1:up")
        self.assert_refused(1, r"x\.gif", "front", "-o", self.folder / "x.gif")

    def test_unwritable(self):
        for ending in ("png", "svg", "pdf"):
            self.assert_refused(1, rf"nowhere/x\.{ending}", "front", "-o", self.folder / f"nowhere/x.{ending}")

    def test_full_disk(self):
        if not Path("/dev/full").exists():
            self.skipTest("there is no /dev/full")
        for ending in ("png", "svg", "pdf"):
            path = self.folder / f"full.{ending}"
            path.symlink_to("/dev/full")
            self.assert_complaint(palpate("chart", "front", "-s", "60x80", "-o", path), 1, re.escape(path.name))


class TestCheck(CommandTest):
    def copy(self):
        for name in ("content", "charts"):
            shutil.copytree(SOURCE / "data" / name, self.folder / name, ignore=shutil.ignore_patterns("workshop"))

    def change(self, name, old, new):
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def assert_problem(self, *patterns):
        result = palpate("check", self.folder)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertEqual(result.stdout, "")
        for pattern in patterns:
            self.assertRegex(result.stderr, pattern)
        self.assertRegex(result.stderr, r"\d+ problems?\n\Z")

    def test_good(self):
        result = palpate("check", SOURCE / "data")
        self.assert_done(result)
        self.assertRegex(result.stdout, r"^\d+ regions, \d+ muscles, \d+ trigger points: no problem\n$")

    def test_empty(self):
        self.assert_problem(r"content/regions\.json: ")

    def test_broken_json(self):
        self.copy()
        self.change("content/regions.json", "{", "[")
        self.assert_problem(r"content/regions\.json: ")

    def test_unknown_reference(self):
        self.copy()
        self.change("content/muscles/neck.json", '"region": "back-of-neck"', '"region": "back-of-nowhere"')
        self.assert_problem(r"content/muscles/neck\.json: .*back-of-nowhere")

    def test_broken_chart(self):
        self.copy()
        self.change("charts/front.svg", 'id="figure-outline"', 'id="figure-online"')
        self.assert_problem(r"charts/front\.svg: .*figure-outline")

    def test_unknown_shape(self):
        self.copy()
        self.change("charts/front.svg", 'id="region-forehead-left"', 'id="region-forhead-left"')
        self.assert_problem(r"front\.svg: forhead: ")

    def test_missing_chart(self):
        self.copy()
        (self.folder / "charts/foot-sole.svg").unlink()
        self.assert_problem(r"charts/foot-sole\.svg: ")

    def test_usage(self):
        self.assert_complaint(palpate("check"), 2, "folder")
        self.assert_complaint(palpate("check", "/nowhere"), 1, "“/nowhere” is not a folder")


if __name__ == "__main__":
    unittest.main()
