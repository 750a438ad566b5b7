#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of files that are not code: `checks.py CHECK`; see the functions named check_…"""

import configparser
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import required_texts

SOURCE = Path(os.environ.get("PALPATE_SOURCE_DIR", Path(__file__).resolve().parents[2]))
BUILD = Path(os.environ.get("PALPATE_BUILD_DIR", SOURCE / "_build/dev"))
PROGRAM = os.environ.get("PALPATE_PROGRAM", str(BUILD / "src/palpate"))
ID = "io.github.palpate.Palpate"
SOURCES = {".c", ".h", ".ui", ".svg", ".py", ".sh", ".css", ".cmake"}
MIME = "application/vnd.palpate.sheet+json"
MIME_NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"
FINISH_ARGS = ["--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri"]
SVG = "{http://www.w3.org/2000/svg}"
MOST_WORDS = 22
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
    git = shutil.which("git")
    result = subprocess.run([git, "-c", f"safe.directory={SOURCE}", "-C", str(SOURCE), "ls-files", "-z", "--cached", "--others",
                             "--exclude-standard"], capture_output=True, text=True, check=False) if git else None
    if result and result.returncode == 0:
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


def expect(condition, text):
    if not condition:
        problem(text)


def keys_of(path, group):
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return dict(parser[group]) if parser.has_section(group) else {}


def check_desktop():
    """Desktop file, D-Bus service, search provider and file type: valid, and of one mind about names."""
    run("desktop-file-validate", BUILD / f"data/{ID}.desktop")
    desktop = keys_of(BUILD / f"data/{ID}.desktop", "Desktop Entry")
    service = keys_of(BUILD / f"data/{ID}.service", "D-BUS Service")
    search_service = keys_of(BUILD / f"data/{ID}.SearchProvider.service", "D-BUS Service")
    provider = keys_of(SOURCE / f"data/{ID}.search-provider.ini", "Shell Search Provider")
    mime = ElementTree.parse(BUILD / f"data/{ID}.mime.xml").getroot()[0]
    actions = [name for name in desktop.get("Actions", "").split(";") if name]
    for name in actions:   # activated over D-Bus, an action of the desktop file is one of the application
        expect(f'{{ "{name}", ' in text_of("src/app/palpate-application.c"), f"the program has no action {name}")
    expect(actions == ["new-session", "print-sheet"], "the actions of the desktop file are others")
    expect(desktop.get("Icon") == ID, "the desktop file names another icon")
    expect(desktop.get("DBusActivatable") == "true", "the desktop file is not activated over D-Bus")
    expect(service.get("Name") == ID, "the D-Bus service has another name")
    expect(re.fullmatch(r"/\S+/palpate --gapplication-service", service.get("Exec", "")),
           "the D-Bus service does not start the program as a service")
    expect(search_service.get("Name") == f"{ID}.SearchProvider" and re.fullmatch(r"/\S+/palpate-search-provider", search_service.get("Exec", "")),
           "the D-Bus service of the search does not start its program")
    expect(provider == {"DesktopId": f"{ID}.desktop", "BusName": f"{ID}.SearchProvider", "Version": "2",
                        "ObjectPath": "/" + ID.replace(".", "/") + "/SearchProvider"},
           "the search provider does not lead to the program")
    expect(mime.get("type") == MIME, f"the file type is not {MIME}")
    expect([glob.get("pattern") for glob in mime.iter(f"{MIME_NAMESPACE}glob")] == ["*.palpate"], "a sheet does not end with .palpate")
    expect((SOURCE / f"data/icons/{mime.find(f'{MIME_NAMESPACE}icon').get('name')}.svg").exists(), "the file type has no icon")
    languages = {comment.get("{http://www.w3.org/XML/1998/namespace}lang") for comment in mime.iter(f"{MIME_NAMESPACE}comment")}
    expect(languages == {None, *re.findall(r"^[a-z]+$", text_of("po/LINGUAS"), re.M)}, f"the file type is described in {languages}")
    expect(desktop.get("MimeType") == f"{MIME};" and desktop["Exec"] == "palpate %U", "the desktop file does not open sheets, or opens more")
    expect(MIME in text_of("src/sheet/palpate-sheet-file.h"), "the program gives its sheets another type")


def check_installed():
    """What is installed carries the id in its name, so that nothing collides and Flatpak exports it."""
    with tempfile.TemporaryDirectory() as folder:
        run("cmake", "--install", BUILD, "--prefix", folder)
        paths = [path.relative_to(folder) for path in Path(folder).rglob("*") if path.is_file()]
    for path in paths:
        named = ID in str(path) or path.name in {"palpate", "palpate-search-provider", "gschemas.compiled"} or (path.parts[:2] == ("share", "locale") and path.name == "palpate.mo")
        expect(named, f"{path} is installed without the id in its name")
    for place in ["applications", "metainfo", "dbus-1/services", "gnome-shell/search-providers", "mime/packages", "glib-2.0/schemas",
                  "icons/hicolor/scalable/apps", "icons/hicolor/symbolic/apps", "icons/hicolor/scalable/mimetypes", f"licenses/{ID}"]:
        expect(any(path.parent == Path("share") / place for path in paths), f"nothing is installed into share/{place}")


def check_metainfo():
    path = BUILD / f"data/{ID}.metainfo.xml"
    version = run("appstreamcli", "--version")
    # before 1.0 it does not know <developer>, which 1.0 demands
    old = ["--override=unknown-tag=pedantic"] if re.search(r"version: 0\.", version) else []
    print(run("appstreamcli", "validate", "--no-net", "--strict", *old, path))
    root = ElementTree.parse(path).getroot()
    texts = {name: root.findtext(name) or "" for name in ["id", "name", "summary", "project_license", "metadata_license"]}
    expect(texts["id"] == ID, "another id")
    expect(len(texts["name"]) <= 15 and "GNOME" not in texts["name"], "the name is long, or uses the mark of others")
    expect(texts["metadata_license"] == "CC0-1.0", "the metadata are not free to use")
    expect(texts["project_license"] == "GPL-3.0-or-later AND CC-BY-SA-4.0", "the licence leaves out code or content")
    look_at_summary(texts["summary"], texts["name"])
    look_at_screenshots(root)
    expect(root.find("developer") is not None and root.find("developer").get("id"), "no developer with an id")
    expect({url.get("type") for url in root.iter("url")} >= {"homepage", "bugtracker", "vcs-browser"}, "addresses are missing")
    schemes = {color.get("scheme_preference"): color.text for color in root.iterfind("branding/color")}
    expect(set(schemes) == {"light", "dark"} and schemes["light"] != schemes["dark"], "two branding colours are wanted")
    expect(root.find("content_rating").get("type") == "oars-1.1", "no content rating")
    expect(root.findtext("provides/mediatype") == MIME, "does not say that it opens sheets")
    expect(root.find("requires/display_length") is not None, "does not say how small a display may be")
    expect(root.findtext("launchable") == f"{ID}.desktop", "launches something else")
    current = re.search(r"project\(palpate VERSION (\S+)", text_of("CMakeLists.txt")).group(1)
    expect(root.find("releases/release").get("version") == current, f"the newest release is not {current}")
    for release in root.iter("release"):
        expect(release.get("date") and len("".join(release.find("description").itertext()).split()) > 8,
               f"release {release.get('version')} has no date or no notes")


def look_at_summary(summary, name):
    expect(10 <= len(summary) <= 35, f"the summary is {len(summary)} characters long; 10 to 35 are shown whole")
    expect(not summary.endswith(".") and not re.match(r"(?:A|An|The) ", summary), "the summary is a sentence or begins with an article")
    expect(not re.search(rf"{name}|GTK|libadwaita|Linux", summary, re.IGNORECASE), "the summary names program or toolkit")


def look_at_screenshots(root):
    screenshots = list(root.iter("screenshot"))
    expect(3 <= len(screenshots) <= 6, "three to six screenshots are wanted")
    expect([shot.get("type") for shot in screenshots].count("default") == 1, "one screenshot is the default")
    for shot in screenshots:
        address = shot.findtext("image")
        path = SOURCE / "data/screenshots" / Path(address).name
        expect(re.search(r"/v\d+\.\d+\.\d+/data/screenshots/[a-z-]+\.png$", address), f"{address} is not pinned to a release")
        expect(not shot.findtext("caption").endswith("."), f"{address}: the caption ends with a full stop")
        if not path.exists():
            problem(f"{address} is not in data/screenshots")
            continue
        width, height = struct.unpack(">II", path.read_bytes()[16:24])
        expect(width <= 2000 and height <= 1400, f"{path.name}: {width} × {height} is too large for the store")


def check_flatpak():
    """The rules of Flathub that can be tested here; building it is flatpak/build-local."""
    manifest = json.loads(text_of(f"flatpak/{ID}.json"))
    parts = ID.split(".")
    expect(manifest["id"] == ID, "the manifest's name is not its id")
    expect(4 <= len(parts) <= 5 and parts[:2] == ["io", "github"] and all(re.fullmatch(r"[A-Za-z]\w*", part) for part in parts),
           "the id is not of the form of a code host")
    expect(manifest["finish-args"] == FINISH_ARGS, f"the permissions are not {FINISH_ARGS}")
    expect((manifest["runtime"], manifest["sdk"]) == ("org.gnome.Platform", "org.gnome.Sdk"), "not the runtime of GNOME")
    expect(manifest["command"] == "palpate", "starts something else")
    expect("network" not in json.dumps(manifest), "wants the network")
    expect("/include" in manifest["cleanup"] and "/lib/pkgconfig" in manifest["cleanup"], "leaves development files")
    for module in manifest["modules"]:
        expect(module["buildsystem"] == "cmake-ninja" and module["run-tests"] is True, f"{module['name']} is not built by CMake, with tests")
        expect("build-args" not in module.get("build-options", {}), f"{module['name']} widens the sandbox of the build")
        for source in module["sources"]:
            pinned = source["type"] == "git" and "commit" in source or "sha256" in source
            ours = source == {"type": "dir", "path": "..", "skip": [".git", "_build"]}
            expect(pinned or ours, f"{module['name']}: a source that is neither pinned nor this folder")


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
    files = {str(path.relative_to(data)) for path in charts}
    compare_lists("data/palpate-charts.gresource.xml", files, listed_files("data/palpate-charts.gresource.xml"))
    resources = SOURCE / "resources"
    files = {path.name for path in (SOURCE / "ui").glob("*.ui")} | {path.name for path in resources.glob("*.css")}
    files |= {str(path.relative_to(resources)) for pattern in ("*.svg", "*.wav") for path in resources.rglob(pattern)}
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
        return re.search(r'\b(?:_|N_|C_|NC_|ngettext)\s*\(\s*"|\b(?:T|palpate_tongue_bare|palpate_tongue_plural) \([\w>-]+, "', without_comments(text)) is not None
    if path.suffix == ".ui":
        return re.search(r'translatable="(?:yes|true)"', text) is not None
    return path.name in {f"{ID}.desktop.in", f"{ID}.metainfo.xml.in", f"{ID}.mime.xml.in", f"{ID}.gschema.xml"}


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


def check_reading():
    """Who is twelve can read it: no sentence of the content is long; what stands in brackets is not counted."""
    for path in sorted((SOURCE / "data/content").rglob("*.json")):
        if path.name == "sources.json":
            continue
        for item, text in required_texts.texts_of(json.loads(path.read_text(encoding="utf-8")), None, None):
            for sentence in re.split(r"(?<=[.!?:;])\s+", re.sub(r"\([^)]*\)", "", text)):
                words = len(re.findall(r"[\w’'-]+", sentence))
                expect(words <= MOST_WORDS, f"{path.name}: {item}: a sentence of {words} words: {sentence}")


def check_warnings():
    """What the care profile takes away, and what a muscle warns of, is said on its page and with its stretches."""
    content = SOURCE / "data/content"
    muscles = {muscle["id"]: muscle for path in sorted((content / "muscles").glob("*.json"))
               for muscle in json.loads(path.read_text(encoding="utf-8"))["muscles"]}
    stretches = {stretch["id"]: stretch for stretch in
                 json.loads((content / "stretches.json").read_text(encoding="utf-8"))["stretches"]}
    warnings = json.loads((content / "cautions.json").read_text(encoding="utf-8"))
    cautions = {caution["id"]: caution["text"] for caution in warnings["cautions"]}
    profiles = {profile["id"]: profile for profile in warnings["profiles"]}
    told = {"pregnancy": {"pregnancy-belly", "belly-serious", "psoas-never"}, "pacemaker": {"pacemaker-site"},
            "neck-arteries": {"no-carotid-disease", "vertebral-artery"}, "rheumatoid-arthritis": {"neck-half-way"}}
    for profile, wanted in told.items():
        removed = {name for effect in profiles[profile]["effects"]
                   if effect["effect"] == "remove" and effect["families"] != ["stretch"] for name in effect["muscles"]}
        expect(len(removed) > 3, f"profile {profile}: names hardly a muscle")
        for name in sorted(removed):
            if any(point["mode"] != "professional" for point in muscles[name]["points"]):
                expect(wanted & set(muscles[name]["cautions"]), f"{name}: profile {profile} removes it, its cautions do not say so")
    for name, muscle in muscles.items():
        for point in muscle["points"]:
            if any(technique["technique"] == "sole-roll" for technique in point["techniques"]):
                expect("numb-feet-no-tools" in point["cautions"], f"{point['id']}: a hard ball, and no word on numb feet")
            for technique in point["techniques"]:
                expect(point["mode"] == "self-gentle" or "2 to 4 of 10" not in " ".join(technique["steps"]),
                       f"{point['id']}: {technique['technique']}: its steps press lighter than the point's kind of care says")
        if any("neck-rheumatoid" in stretches[stretch]["contraindications"] for stretch in muscle["stretches"]):
            expect(any(effect["effect"] == "remove" and "stretch" in effect["families"] and name in effect["muscles"]
                       for effect in profiles["rheumatoid-arthritis"]["effects"]),
                   f"{name}: profile rheumatoid-arthritis lets one stretch the neck")
        for caution in muscle["cautions"]:
            expect(len(muscle["points"]) == 1 or not cautions[caution].startswith("This spot"),
                   f"{name}: {caution} is of one point, and stands on all of its points")
        if "leg-clot-signs" in muscle["cautions"]:
            for stretch in muscle["stretches"]:
                expect("clot" in stretches[stretch]["contraindications"], f"{stretch}: {name} warns of a clot, its stretch does not")


def check_rollers():
    """Sitting on a roller, the inner side of the leg comes down as the leg turns in, the outer side as it turns out."""
    seen = 0
    for path in sorted((SOURCE / "data/content/muscles").glob("*.json")):
        for muscle in json.loads(path.read_text(encoding="utf-8"))["muscles"]:
            for point in muscle["points"]:
                for technique in point["techniques"]:
                    steps = " ".join(technique["steps"])
                    turned = re.search(r"Turn the (?:leg|foot) (?:slightly )?(in|out)ward", steps)
                    sides = set(re.findall(r"\b(in|out)(?:ner|er)\b", steps)) or set(re.findall(r"\b(in|out)(?:ner|er)\b", point["where"]))
                    if technique["technique"].startswith("roller") and steps.startswith("Sit") and turned and len(sides) == 1:
                        seen += 1
                        expect(sides == {turned.group(1)}, f"{point['id']}: {technique['technique']}: turns the leg away from the sore side of it")
    expect(seen >= 2, f"only {seen} rollers were looked at")


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
        if path.stem.endswith("-symbolic"):
            fills = {element.get("fill") for element in root.iter() if element.get("fill")}
            expect(numbers[2] == 16, f"{name}: a symbolic icon is 16 units wide")
            expect(len(fills - {"none"}) <= 1, f"{name}: a symbolic icon has one colour")
    names = {path.name for path in (SOURCE / "data/icons").glob("*")}
    expect(names == {f"{ID}.svg", f"{ID}-symbolic.svg", f"{ID}.sheet.svg"}, "the icons of the program are not named after it")


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
