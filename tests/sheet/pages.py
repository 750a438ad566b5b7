#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sheets that `palpate sheet` writes: what they say, on how many pages, in which type, inside which margins."""

import html
import json
import os
import re
import subprocess
import tempfile
import unittest
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy

SOURCE = Path(os.environ["PALPATE_SOURCE_DIR"])
PROGRAM = os.environ["PALPATE_PROGRAM"]
ENVIRONMENT = {name: value for name, value in os.environ.items()
               if name not in {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE"}}
ENVIRONMENT["PALPATE_LOCALE_DIR"] = os.path.join(os.environ["PALPATE_BUILD_DIR"], "po", "locale")
DATE = "2026-11-22"
PAPERS = {"a4": (595.276, 841.89), "letter": (612, 792), "a5": (419.528, 595.276)}
MARGIN = 72 / 25.4 * 10      # points: 10 mm
DPI = 72
TWELVE = ["trapezius-upper-TrP1:left", "levator-scapulae-TrP1:left", "suboccipitales-TrP1:both", "infraspinatus-TrP1:right",
          "gluteus-medius-TrP1:right", "soleus-TrP1:left", "masseter-superficial-mid:left", "rhomboidei-TrP1:both",
          "flexor-digitorum-brevis-TrP1:left", "extensor-digitorum-middle-finger:right", "vastus-lateralis-TrP2:left", "temporalis-TrP1:right"]
TYPICAL = (["trapezius-upper-TrP1:left", "levator-scapulae-TrP1:left", "suboccipitales-TrP1"],
           ["infraspinatus-TrP1:left", "gluteus-medius-TrP1:left", "soleus-TrP1:left"],
           ["temporalis-TrP1", "masseter-superficial-mid:left", "soleus-TrP1:left"])
# those with the longest cautions, of one neck or from head to foot
HARD = (["scm-clavicular-middle", "scaleni-minimus", "scaleni-anterior"],
        ["longissimus-thoracis-T10-T11", "obliqui-abdominis-belch", "scm-clavicular-middle"],
        ["gastrocnemius-TrP1:left", "scaleni-posterior:left", "gluteus-minimus-posterior-outer:right"],
        ["abductor-digiti-minimi-pedis-TrP1", "temporalis-TrP2", "scaleni-posterior"],
        ["digastricus-anterior", "gastrocnemius-TrP3", "scm-clavicular-upper"])
LANGUAGES = ("en", "de", "fr", "es", "ar")
# the most pages that this many points take, by paper: normal, large print
MOST_PAGES = {"a4": {1: (1, 2), 3: (1, 3), 6: (2, 5), 12: (4, 7)}, "letter": {1: (1, 2), 3: (1, 3), 6: (2, 5), 12: (4, 7)},
              "a5": {1: (2, 4), 3: (3, 6), 6: (5, 10), 12: (7, 16)}}


def run(*words):
    return subprocess.run([str(word) for word in words], env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False)


def sheet(path, *words):
    return run(PROGRAM, "sheet", *words, "--output", path, "--date", DATE)


def squeeze(text):
    """Text without the spaces, line ends and hyphens that a layout puts in or takes away."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def read_text(path):
    return run("pdftotext", "-layout", path, "-").stdout


def read_items():
    """Every trigger point with its muscle, and the other items by id."""
    items, points = {}, {}
    for name in ("stretches", "techniques", "cautions", "advice"):
        for member, value in json.loads((SOURCE / f"data/content/{name}.json").read_text()).items():
            if isinstance(value, list):
                items.update({(member, item["id"]): item for item in value})
    for path in sorted((SOURCE / "data/content/muscles").glob("*.json")):
        for muscle in json.loads(path.read_text())["muscles"]:
            points.update({point["id"]: (muscle, point) for point in muscle["points"]})
    return items, points


ITEMS, POINTS = read_items()


def expected_texts(name):
    """What must stand on a sheet for a point."""
    muscle, point = POINTS[name]
    texts = [muscle["name"], point["where"]]
    if point["mode"] == "professional":
        texts += [*point["askFor"], point["instead"]]
    else:
        use = point["techniques"][0]
        texts += [ITEMS["techniques", use["technique"]]["name"], *use["steps"]]
        for stretch in muscle["stretches"][:1]:
            texts += [ITEMS["stretches", stretch][member] for member in ("position", "direction")]
    texts += [ITEMS["cautions", caution]["text"] for caution in {*point["cautions"], *muscle["cautions"]}]
    return texts


def read_pages(path):
    """The pages as arrays of grey."""
    data = subprocess.run(["pdftoppm", "-r", str(DPI), "-gray", str(path)], capture_output=True, timeout=120, check=True).stdout
    pages = []
    while data:
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
        width, height = int(head.group(1)), int(head.group(2))
        end = head.end() + width * height
        pages.append(numpy.frombuffer(data[head.end():end], numpy.uint8).reshape(height, width))
        data = data[end:]
    return pages


def read_sizes(path):
    """Sizes of type, in points, with a text that has each."""
    zoom = 3   # the most that it takes
    text = run("pdftohtml", "-xml", "-i", "-stdout", "-zoom", zoom, path).stdout
    sizes = {match[1]: int(match[2]) / zoom for match in re.finditer(r'<fontspec id="(\d+)" size="(\d+)"', text)}
    samples, before = {}, None
    for top, left, width, font, words in re.findall(r'<text top="(\d+)" left="(\d+)" width="(\d+)"[^>]*font="(\d+)">(.*?)</text>', text):
        words = html.unescape(re.sub("<[^>]+>", "", words))
        if before is not None and before[:2] == (top, sizes[font]) and abs(before[2] - int(left)) <= 1:
            words = before[3] + words   # a space that does not break is a text of its own
        samples[sizes[font]] = words.replace("\u00a0", " ")
        before = top, sizes[font], int(left) + int(width), words
    return samples


class SheetTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "sheet.pdf"

    def write(self, *words):
        result = sheet(self.path, *words)
        self.assertEqual((result.returncode, result.stderr), (0, ""))

    def assert_inside_margins(self, path, paper):
        width, height = PAPERS[paper]
        for number, page in enumerate(read_pages(path), 1):
            rows, columns = (numpy.flatnonzero((page < 250).any(axis)) * 72 / DPI for axis in (1, 0))
            slack = 1.5 * 72 / DPI   # half a pixel of smoothing more
            self.assertGreaterEqual(columns[0], MARGIN - slack, f"{path.name} {number}: left")
            self.assertLessEqual(columns[-1], width - MARGIN + slack, f"{path.name} {number}: right")
            self.assertGreaterEqual(rows[0], MARGIN - slack, f"{path.name} {number}: top")
            self.assertLessEqual(rows[-1], height - MARGIN + slack, f"{path.name} {number}: bottom")

    def assert_texts(self, path, names):
        text = squeeze(run("pdftotext", "-raw", path, "-").stdout)
        for name in names:
            for expected in expected_texts(name):
                self.assertIn(squeeze(expected), text, f"{path.name}: {name}")

    def check(self, paper, n_points, is_large):
        names = TWELVE[:n_points]
        path = self.path.with_name(f"{paper}-{n_points}-{is_large}.pdf")
        result = sheet(path, *names, "--paper", paper, *(["--large-print"] if is_large else []))
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        info = run("pdfinfo", path).stdout
        n_pages = int(re.search(r"Pages:\s+(\d+)", info)[1])
        self.assertLessEqual(n_pages, MOST_PAGES[paper][n_points][is_large], f"{path.name}: pages")
        self.assertEqual([round(float(size)) for size in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups()],
                         [round(size) for size in PAPERS[paper]])
        self.assert_texts(path, [name.split(":")[0] for name in names])
        text = read_text(path)
        for number in range(1, n_pages + 1):
            self.assertIn(f"{number} of {n_pages}", text)
        self.assertIn("Stop if", text.split("\f")[0], "the first page says when to stop")
        fonts = run("pdffonts", path).stdout.splitlines()[2:]
        self.assertTrue(fonts)
        for font in fonts:
            self.assertEqual(font.split()[-5:-2], ["yes", "yes", "yes"], f"embedded, subset, with Unicode: {font}")
        self.assert_inside_margins(path, paper)
        sizes = read_sizes(path)
        smallest = min(sizes)
        self.assertGreaterEqual(smallest, 16 if is_large else 9.4, f"{path.name}: {sizes[smallest]}")
        body = {size: sample for size, sample in sizes.items() if size < (16 if is_large else 10.9)}
        self.assertTrue(all("Travell" in sample or "Donnelly" in sample or re.fullmatch(r"\d+ of \d+|My home care", sample)
                            for sample in body.values()), f"{path.name}: {body}")

    def test_papers(self):
        cases = [(paper, n_points, is_large) for paper in PAPERS for n_points in (1, 3, 6, 12) for is_large in (False, True)]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda case: self.check(*case), cases))

    def test_every_point(self):
        """Twelve points a sheet, on the smallest paper, in large print: where there is least room."""
        names = list(POINTS)
        chunks = [names[first:first + 12] for first in range(0, len(names), 12)]

        def check(number):
            path = self.path.with_name(f"chunk-{number}.pdf")
            result = sheet(path, *chunks[number], "--paper", "a5", *(["--large-print"] if number % 2 else []))
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assert_texts(path, chunks[number])
            self.assert_inside_margins(path, "a5")

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(check, range(len(chunks))))

    def test_typical_sheets_fit_one_page(self):
        """Three points, in every language, with two habits and all that is said of each point."""
        for names in TYPICAL:
            for language in LANGUAGES:
                self.write(*names, "--paper", "a4", "--language", language)
                self.assertIn("Pages:           1\n", run("pdfinfo", self.path).stdout, (names, language))
                self.assert_inside_margins(self.path, "a4")
                sizes = read_sizes(self.path)
                small = [sample for size, sample in sizes.items() if size < 10.9]
                self.assertTrue(all("Travell" in sample or re.fullmatch(r"\W*1(\D+1)?\W*", sample) for sample in small), (language, small))
            self.write(*names, "--paper", "a4")
            text = squeeze(run("pdftotext", "-raw", self.path, "-").stdout)
            habits = {advice for name in names for advice in POINTS[name.split(":")[0]][0]["advice"]}
            printed = [habit for habit in habits if squeeze(ITEMS["advice", habit]["text"]) in text]
            self.assertGreaterEqual(len(printed), 2, names)

    def test_hard_sheets_fit_one_page(self):
        """The three points with the most to say, with the grid: what several share is said once, and nothing is lost but habits."""
        cases = [(names, language, paper) for names in HARD for language in LANGUAGES for paper in ("a4", "letter")]

        def check(case):
            names, language, paper = case
            path = self.path.with_name(f"hard-{HARD.index(names)}-{language}-{paper}.pdf")
            result = sheet(path, *names, "--paper", paper, "--language", language)
            self.assertEqual((result.returncode, result.stderr), (0, ""))
            self.assertIn("Pages:           1\n", run("pdfinfo", path).stdout, case)
            self.assert_inside_margins(path, paper)
            if language == "en":
                self.assert_texts(path, [name.split(":")[0] for name in names])

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(check, cases))

    def test_shared_cautions(self):
        """What two points have in common is said once, with the numbers of both."""
        self.write(*HARD[0], "--paper", "letter")
        text = squeeze(run("pdftotext", "-raw", self.path, "-").stdout)
        self.assertIn(squeeze("Take care at 1, 2, 3. Not for you with narrowed neck arteries"), text)
        self.assertEqual(text.count(squeeze(ITEMS["cautions", "no-carotid-disease"]["text"])), 1)
        self.assertIn(squeeze("Take care at 2, 3."), text)

    def test_wide_face(self):
        """Where the narrow faces are not installed, three points in English and in Arabic still fit one page."""
        faces = [Path(line.split(":")[0]) for line in run("fc-list", ":family=DejaVu Sans", "file").stdout.splitlines()]
        faces = {path.name: path for path in faces if path.name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")}
        if len(faces) < 2:
            self.skipTest("DejaVu Sans is not installed")
        folder = self.path.parent / "faces"
        folder.mkdir()
        for name, path in faces.items():
            (folder / name).symlink_to(path)
        settings = folder / "fonts.conf"
        settings.write_text(f"<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>")
        for names in TYPICAL:
            for language in ("en", "ar"):
                result = subprocess.run([PROGRAM, "sheet", *names, "--output", str(self.path), "--date", DATE, "--language", language],
                                        env=dict(ENVIRONMENT, FONTCONFIG_FILE=str(settings)), capture_output=True, text=True, timeout=120, check=False)
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                self.assertNotIn("Condensed", run("pdffonts", self.path).stdout)
                self.assertIn("Pages:           1\n", run("pdfinfo", self.path).stdout, (names, language))

    def test_same_bytes(self):
        self.write(*TWELVE[:3])
        first = self.path.read_bytes()
        self.write(*TWELVE[:3])
        self.assertEqual(first, self.path.read_bytes())

    def test_words_of_the_person(self):
        self.write("soleus-TrP1:left", "--title", "Calf, week 1", "--name", "M. K.", "--weeks", "4")
        text = read_text(self.path)
        for expected in ("Calf, week 1", "For M. K. · 22 November 2026 · for four weeks", "left:"):
            self.assertIn(expected, text)
        self.assertEqual(text.count("Tick when done"), 1)
        self.assertRegex(text, r"\b19\b", "the last day of four weeks")
        self.assertIn("Title:           Calf, week 1", run("pdfinfo", self.path).stdout)

    def test_nobody_is_named_unasked(self):
        self.write("soleus-TrP1:left")
        self.assertNotRegex(read_text(self.path), r"\bFor \w")

    def test_sides(self):
        for side, words in (("left", ", left:"), ("right", ", right:"), ("both", ", both sides:")):
            self.write(f"gluteus-medius-TrP1:{side}")
            self.assertIn(words, read_text(self.path))

    def test_trained_hands_only(self):
        """A point for trained hands is asked about, never done."""
        self.write("popliteus-TrP1:left", "soleus-TrP1:left")
        text = read_text(self.path)
        asked = text.index("Ask your therapist about")
        self.assertGreater(text.index("For trained hands: do not press here yourself."), asked)
        self.assertEqual(len(re.findall(r"\d+ (?:seconds|slow strokes)\b.* · ", text)), 1, "one dose, for the other point")
        self.write("popliteus-TrP1:left")
        text = read_text(self.path)
        self.assertNotRegex(text, r"\d+ seconds|How to press|Tick when done")

    def test_grey_safe(self):
        """In pure black and white the pattern, the point and the numbers are still there."""
        self.write("trapezius-upper-TrP1:left")
        data = subprocess.run(["pdftoppm", "-r", "100", "-mono", str(self.path)], capture_output=True, timeout=60, check=True).stdout
        head = re.match(rb"P4\s+(\d+)\s+(\d+)\s", data)
        width, height = int(head.group(1)), int(head.group(2))
        bits = numpy.unpackbits(numpy.frombuffer(data[head.end():], numpy.uint8).reshape(height, -1), axis=1)[:, :width]
        solid = sum(bits[row:row + 6, column:column + 6].all() for row in range(0, height - 6, 6) for column in range(0, width - 6, 6))
        self.assertGreater(solid, 10, "solid black: the core of the pattern, the numbers")
        self.assertLess(bits.mean(), 0.2, "little ink")

    def test_outline(self):
        self.write(*TWELVE[:2])
        catalog = self.path.read_bytes()
        for stream in re.findall(rb"/Type /ObjStm.*?stream\n(.*?)\nendstream", catalog, re.S):   # where newer cairo keeps it
            catalog += zlib.decompress(stream)
        for name in (b"/Outlines", b"/StructTreeRoot"):
            self.assertTrue(name in catalog, name)

    def test_complaints(self):
        for words, status, pattern in (
                ((), 2, "at least one trigger point"),
                (("nothing-TrP1",), 1, "no trigger point “nothing-TrP1”"),
                (("soleus-TrP1:up",), 1, "left, right or both"),
                (("soleus-TrP1", "--paper", "a3"), 2, "a4, letter or a5"),
                (("soleus-TrP1", "--weeks", "3"), 2, "2 or 4 weeks"),
                (("soleus-TrP1", "--language", "xx"), 1, "no translation into “xx”"),
                (("soleus-TrP1", "--language", "../es"), 1, "no translation into “../es”"),
                (("soleus-TrP1", "soleus-TrP1"), 1, "on the sheet already")):
            result = sheet(self.path, *words)
            self.assertEqual(result.returncode, status, words)
            self.assertRegex(result.stderr, re.escape(pattern))
            self.assertFalse(self.path.exists())
        result = sheet("/nowhere/sheet.pdf", "soleus-TrP1")
        self.assertEqual(result.returncode, 1)
        result = run(PROGRAM, "sheet", "soleus-TrP1", "--output", self.path, "--date", "22.11.2026")
        self.assertEqual(result.returncode, 2)


if __name__ == "__main__":
    unittest.main()
