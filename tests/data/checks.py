#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of files that are not code: `checks.py CHECK`; see the functions named check_…"""

import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SOURCE = Path(os.environ.get("PALPATE_SOURCE_DIR", Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get("PALPATE_BUILD_DIR", SOURCE / "_build/dev"))
PROGRAM = os.environ.get("PALPATE_PROGRAM", str(BUILD / "src/palpate"))
ID = "io.github.palpate.Palpate"
SOURCES = {".c", ".h", ".ui", ".svg", ".py", ".sh", ".css", ".cmake"}
SVG = "{http://www.w3.org/2000/svg}"
problems = []


def problem(text):
    problems.append(text)
    print(f"problem: {text}", file=sys.stderr)


def run(*command, **options):
    """Runs a command; a failure is a problem with all that it said."""
    result = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            text=True, check=False, **options)
    if result.returncode != 0:
        problem(f"{Path(str(command[0])).name} ended with {result.returncode}:\n{result.stdout}")
    return result.stdout


def tracked():
    """The files of the project: those of git, new ones too, or of the folder where there is no git."""
    result = subprocess.run(["git", "-c", f"safe.directory={SOURCE}", "-C", str(SOURCE), "ls-files", "-z",
                             "--cached", "--others", "--exclude-standard"], capture_output=True, text=True, check=False)
    if result.returncode == 0:
        paths = {Path(name) for name in result.stdout.split("\0") if name}
    else:
        paths = [path.relative_to(SOURCE) for path in SOURCE.rglob("*")]
        paths = [path for path in paths if not path.parts[0].startswith("_build") and ".git" not in path.parts
                 and "__pycache__" not in path.parts]
    return sorted(path for path in paths if (SOURCE / path).is_file())


def text_of(path):
    try:
        return (SOURCE / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def check_desktop():
    run("desktop-file-validate", BUILD / f"data/{ID}.desktop")


def check_metainfo():
    output = run("appstreamcli", "validate", "--no-net", BUILD / f"data/{ID}.metainfo.xml")
    print(output)
    if re.search(r"^E: ", output, re.MULTILINE):
        problem("the metainfo has errors")


def check_gschema():
    with tempfile.TemporaryDirectory() as folder:
        run("glib-compile-schemas", "--strict", f"--targetdir={folder}", SOURCE / "data")


def check_xml():
    endings = {".ui", ".svg", ".xml"}
    paths = [path for path in tracked() if path.suffix in endings or path.name.endswith(".xml.in")]
    if len(paths) < 10:
        problem(f"only {len(paths)} XML files were found")
    run("xmllint", "--noout", "--nonet", "--huge", *paths, cwd=SOURCE)


def check_schemas():
    import jsonschema

    content = SOURCE / "data/content"
    used = set()
    for path in sorted(content.rglob("*.json")):
        stem = "muscles" if path.parent.name == "muscles" else path.stem
        schema_path = SOURCE / f"data/schema/{stem}.schema.json"
        if not schema_path.exists():
            problem(f"{path.relative_to(SOURCE)}: has no schema {schema_path.name}")
            continue
        used.add(schema_path.name)
        schema = json.loads(schema_path.read_text(encoding="utf-8"))
        kind = jsonschema.validators.validator_for(schema)
        kind.check_schema(schema)
        for error in kind(schema).iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            place = "/".join(str(step) for step in error.absolute_path)
            problem(f"{path.relative_to(SOURCE)}: {place}: {error.message}")
    for schema_path in sorted((SOURCE / "data/schema").glob("*.json")):
        if schema_path.name not in used:
            problem(f"data/schema/{schema_path.name}: no content has this shape")


def listed_files(gresource):
    root = ElementTree.parse(SOURCE / gresource).getroot()
    names = [element.text.strip() for element in root.iter("file")]
    for name in sorted(set(names)):
        if names.count(name) > 1:
            problem(f"{gresource}: {name} stands twice")
    return set(names)


def compare_lists(gresource, wanted, listed):
    for name in sorted(wanted - listed):
        problem(f"{gresource}: {name} is not listed")
    for name in sorted(listed - wanted):
        problem(f"{gresource}: {name} is listed, but it is not there")


def check_resources():
    data = SOURCE / "data"
    charts = [*(data / "charts").glob("*.svg"), *(data / "charts").glob("*.css"), data / "charts/parts.json"]
    files = {str(path.relative_to(data)) for path in [*(data / "content").rglob("*.json"), *charts]}
    compare_lists("data/palpate-data.gresource.xml", files, listed_files("data/palpate-data.gresource.xml"))
    resources = SOURCE / "resources"
    files = {path.name for path in (SOURCE / "ui").glob("*.ui")} | {path.name for path in resources.glob("*.css")}
    files |= {str(path.relative_to(resources)) for path in resources.rglob("*.svg")}
    compare_lists("resources/palpate.gresource.xml", files, listed_files("resources/palpate.gresource.xml"))


def check_spdx():
    for path in tracked():
        text = text_of(path)
        is_script = text is not None and text.startswith("#!")
        if not (path.suffix in SOURCES or path.name == "CMakeLists.txt" or is_script):
            continue
        if text is None or "SPDX-License-Identifier:" not in "\n".join(text.splitlines()[:6]):
            problem(f"{path}: has no SPDX line among its first lines")


def check_paths():
    pattern = re.compile(r"(?<![\w.}$/*-])/(?:work|root|home)/[\w.$]")
    this = Path(__file__).resolve()
    for path in tracked():
        if (SOURCE / path).resolve() == this:
            continue
        text = text_of(path)
        for number, line in enumerate((text or "").splitlines(), 1):
            if pattern.search(line):
                problem(f"{path}:{number}: names a path of one machine: {line.strip()[:100]}")


def without_comments(text):
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def is_translatable(path):
    text = text_of(path)
    if path.suffix in {".c", ".h"}:
        return re.search(r'\b(?:_|N_|C_|NC_|ngettext)\s*\(\s*"', without_comments(text)) is not None
    if path.suffix == ".ui":
        return re.search(r'translatable="(?:yes|true)"', text) is not None
    return path.name in {f"{ID}.desktop.in", f"{ID}.metainfo.xml.in", f"{ID}.gschema.xml"}


def check_potfiles():
    names = [line.strip() for line in text_of("po/POTFILES.in").splitlines() if line.strip() and line[0] != "#"]
    wanted = {str(path) for path in tracked() if path.parts[0] in {"src", "ui", "data"} and is_translatable(path)}
    for name in sorted(wanted - set(names)):
        problem(f"po/POTFILES.in: {name} has strings to translate, but is not listed")
    for name in sorted(set(names) - wanted):
        problem(f"po/POTFILES.in: {name} has nothing to translate, or is not there")
    if len(set(names)) != len(names):
        problem("po/POTFILES.in: a file stands twice")


def check_content():
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    print(run(PROGRAM, "check", SOURCE / "data", env=environment))


def check_icons():
    icons = [*(SOURCE / "data/icons").glob("*.svg"), *(SOURCE / "resources/icons").rglob("*.svg")]
    if len(icons) < 3:
        problem(f"only {len(icons)} icons were found")
    for path in icons:
        name = path.relative_to(SOURCE)
        root = ElementTree.parse(path).getroot()
        numbers = [float(number) for number in root.get("viewBox", "0 0 0 0").replace(",", " ").split()]
        if numbers[2] != numbers[3] or numbers[2] <= 0:
            problem(f"{name}: its viewBox is not square")
        if root.get("width") != root.get("height"):
            problem(f"{name}: it is not as wide as high")
        for element in root.iter():
            if element.tag == f"{SVG}image" or any("data:" in value for value in element.attrib.values()):
                problem(f"{name}: holds a raster image")
        if path.stem.endswith("-symbolic") and numbers[2] != 16:
            problem(f"{name}: a symbolic icon is 16 units wide")


def check_workshop():
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    print(run(sys.executable, "-m", "unittest", cwd=SOURCE / "data/charts/workshop", env=environment))


def check_charts():
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    print(run(SOURCE / "data/charts/workshop/make-charts", "--quick", cwd=SOURCE / "data/charts/workshop", env=environment))


def check_lengths():
    for path in tracked():
        limit = {".c": 600, ".h": 600, ".ui": 400}.get(path.suffix)
        length = len((text_of(path) or "").splitlines()) if limit else 0
        if limit and length > limit:
            problem(f"{path}: has {length} lines; at most {limit} are good to read")


CHECKS = {name[len("check_"):]: value for name, value in sorted(globals().items()) if name.startswith("check_")}


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in CHECKS:
        print(f"usage: checks.py {'|'.join(CHECKS)}", file=sys.stderr)
        return 2
    CHECKS[sys.argv[1]]()
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
