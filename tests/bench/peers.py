"""What other people's programs say of everything that is published: `python tests/bench/peers.py`.

The programs are not the project's own: `peers.txt` locks them, hash by hash, and they live in an
environment of their own under .cache/. Exit 1 if one of them has a complaint.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from coop.catalog import build_catalog
from coop.exports.linked.records import Graph
from coop.exports.linked.site import describe_page
from coop.history.git import HistoryReader
from coop.loading import load
from coop.model import Kind
from coop.pages.view import View
from coop.site import build, write_bytes
from coop.text import Language
from tests.site.building import ROOT

SITE = "https://example.org/records/"
# uv pip compile tests/bench/peers.in --universal --python-version 3.11 --generate-hashes \
#   --no-emit-index-url --no-header --output-file tests/bench/peers.txt
LOCK = Path(__file__).with_name("peers.txt")
HOME = ROOT / ".cache" / "peers"
_PAGES = ("", "data/", "meetings/", "meetings/year/2024/", "about/")
ICALENDAR = """
import sys, pathlib
from icalendar import Calendar
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.ics"))
events = errors = 0
for path in paths:
    calendar = Calendar.from_ical(path.read_bytes())
    events += len(calendar.events)
    errors += len(calendar.errors) + sum(len(event.errors) for event in calendar.events)
print(f"{len(paths)} calendars, {events} events, {errors} errors")
sys.exit(bool(errors))
"""
ICS = """
import sys, pathlib
from ics import Calendar
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.ics"))
events = sum(len(Calendar(path.read_bytes().decode()).events) for path in paths)
written = sum(path.read_bytes().count(b"BEGIN:VEVENT") for path in paths)
print(f"{len(paths)} calendars, {events} events of {written}")
sys.exit(events != written)
"""
FEEDPARSER = """
import sys, pathlib, feedparser
paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.atom"))
read = [feedparser.parse(path.read_bytes()) for path in paths]
bad = [str(path) for path, feed in zip(paths, read) if feed.bozo or feed.version != "atom10"]
print(f"{len(paths)} feeds, {sum(len(feed.entries) for feed in read)} entries, complaints: {bad}")
sys.exit(bool(bad))
"""
# schema.org's own context cannot be fetched here: its rule is that each term is one of schema.org.
PYLD = """
import sys, json
from pyld import jsonld
context = {"@context": {"@vocab": "http://schema.org/"}}
def load(url, options):
    assert url == "https://schema.org", url
    return {"contextUrl": None, "documentUrl": url, "document": context}
jsonld.set_document_loader(load)
nodes = triples = 0
def count(value):
    if isinstance(value, list):
        return sum(map(count, value))
    if not isinstance(value, dict):
        return 0
    return sum(count(inner) + (not key.startswith("@")) for key, inner in value.items())
for line in open(sys.argv[1], encoding="utf-8"):
    document = json.loads(line)
    expanded = jsonld.expand(document)
    graph = document.get("@graph", [document])
    assert count(graph) == count(expanded), "a key was dropped: " + line[:200]
    rdf = jsonld.to_rdf(document)
    nodes += len(expanded)
    triples += sum(map(len, rdf.values()))
print(f"{nodes} nodes, {triples} triples, no key dropped")
"""
# Whether each key is a property that schema.org gives to the type that it stands in.
SCHEMA_ORG = """
import sys, json
import msgspec_schemaorg.models as models
kinds, unknown = {}, set()
def fields(name):
    if name not in kinds:
        kinds[name] = set(getattr(models, name).__struct_encode_fields__)
    return kinds[name]
def look(value, above):
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            kind = item.get("@type")
            known = fields(kind) | {above} if kind else set()  # a role repeats the key above it
            for key, inner in item.items():
                if kind and key[0] != "@" and key.removesuffix("-input") not in known:
                    unknown.add(f"{kind}.{key}")
                look(inner, key)
for line in open(sys.argv[1], encoding="utf-8"):
    look(json.loads(line), "")
print(f"{len(kinds)} types, properties that they do not have: {sorted(unknown)}")
sys.exit(bool(unknown))
"""


class Peer(NamedTuple):
    """A program that is asked: its name, and the command."""

    name: str
    command: list[str]


def make_environment() -> Path:
    """The folder with the programs, filled anew when the lock has changed."""
    programs = HOME / ("Scripts" if sys.platform == "win32" else "bin")
    stamp, wanted = HOME / "stamp", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        venv.create(HOME, clear=True, with_pip=True)
        install = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
        subprocess.run([str(programs / "python"), *install], check=True)
        stamp.write_text(wanted, "utf-8")
    return programs


def write_outputs(folder: Path) -> None:
    """Write what is published into a folder, and the linked data of all pages, one a line."""
    loaded = load(ROOT / "data")
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    history = HistoryReader().read(ROOT, loaded.redirects)
    for output in build(catalog, {}, SITE, history):
        if not output.path.endswith(".md"):
            target = folder / output.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(write_bytes(output))
    with_pages = [kind for kind in Kind if kind is not Kind.SOURCES]
    records = [record for kind in with_pages for record in catalog.records[kind].values()]
    with (folder / "linked-data.jsonl").open("w", encoding="utf-8") as file:
        for language in Language:
            graph = Graph(catalog, language, SITE)
            pages = (describe_page(View(catalog, language, each), SITE, ()) for each in _PAGES)
            told = [page for page in pages if page]
            told += [graph.describe_record(record) for record in records]
            file.writelines(f"{json.dumps(node, ensure_ascii=False)}\n" for node in told)


def list_peers(programs: Path, folder: Path) -> list[Peer]:
    """Every program with what it is asked."""

    def python(code: str, path: Path) -> list[str]:
        return [str(programs / "python"), "-c", code, str(path)]

    database = str(folder / "data" / "records.sqlite")
    rows = "/records/records.json?_search=youth&_col=title_en&_size=3&_shape=array"
    return [
        Peer("icalendar", python(ICALENDAR, folder)),
        Peer("ics", python(ICS, folder)),
        Peer("feedparser", python(FEEDPARSER, folder)),
        Peer("frictionless", [str(programs / "frictionless"), "validate", "datapackage.json"]),
        Peer("datasette", [str(programs / "datasette"), database, "--get", rows]),
        Peer(
            "openapi-spec-validator",
            [str(programs / "openapi-spec-validator"), str(folder / "api/v1/openapi.json")],
        ),
        Peer("pyld", python(PYLD, folder / "linked-data.jsonl")),
        Peer("msgspec-schemaorg", python(SCHEMA_ORG, folder / "linked-data.jsonl")),
        Peer(
            "check-jsonschema",
            [
                *(str(programs / "check-jsonschema"), "--builtin-schema"),
                *("vendor.citation-file-format", str(ROOT / "CITATION.cff")),
            ],
        ),
    ]


def main() -> None:
    """Ask every program and print what it says."""
    programs = make_environment()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_outputs(folder)
        for peer in list_peers(programs, folder):
            done = subprocess.run(
                peer.command, cwd=folder / "data", capture_output=True, text=True, check=False
            )
            said = (done.stdout + done.stderr).strip()
            sys.stdout.write(f"== {peer.name}: exit {done.returncode}\n{said[-2000:]}\n\n")
            failed += bool(done.returncode)
    sys.exit(int(bool(failed)))


if __name__ == "__main__":
    main()
