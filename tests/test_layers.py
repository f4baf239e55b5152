"""The rooms of the house: imports only go down, and only the outermost touch the world."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"
# From the outermost down; a module imports from its own layer and those below it.
# A module of a room that touches the world, though its room does not, is named by itself.
LAYERS = (
    {"cli", "commands", "links", "publish", "site_hook"}
    | {"editing.completion", "history.base", "history.git", "history.summary"},
    {"site"},
    {"search", "draft"},
    {"draft.people", "draft.event"},
    {"draft.places"},
    {"draft.dates"},
    {"draft.platforms"},
    {"draft.documents"},
    {"draft.names"},
    {"draft.text"},
    {"draft.patterns", "draft.past"},
    {"exports.surroundings"},
    {"exports.tables", "exports.linked", "exports.following", "exports.addresses"},
    {"exports.api"},
    {"exports"},
    {"pages.register", "pages.prose"},
    {"pages.records", "pages.lists", "pages.editors"},
    {"pages.parts"},
    {"pages"},
    {"pictures"},
    {"rules", "catalog", "loading", "lists", "published", "editing", "history"},
    {"chronology", "series"},
    {"model.decoding"},
    {"model"},
    {"model.records"},
    {"model.parts"},
    {"model.values"},
    {"model.written"},
    {"model.kinds", "model.vocabulary", "model.shape", "words"},
    {"script", "yamlio"},
    {"edtf", "numerals", "text", "diagnostics"},
)
DEPTH = {room: depth for depth, rooms in enumerate(LAYERS) for room in rooms}
OUTERMOST = LAYERS[0] | {"dev", "machine"}
MODULES = sorted(SCRIPTS.rglob("*.py"))
# What prints, reads the environment, runs programs, waits, draws lots or asks the network.
WORLD = {"click", "http", "logging", "mkdocs", "os", "random", "secrets", "shutil", "socket"} | {
    "subprocess",
    "sys",
    "tempfile",
    "time",
    "urllib.request",
    "uuid",
}
CLOCKS = {"now", "today", "utcnow"}
WRITERS = {"mkdir", "rename", "touch", "unlink", "write_text"}


def place(steps: Sequence[str]) -> str:
    """Where a module stands: itself where `LAYERS` names it, else the room that it lies in."""
    itself = ".".join(steps[:2])
    return itself if itself in DEPTH else steps[0]


def room(path: Path) -> str:
    """The room that a module lies in: its name below `coop`, or below `scripts`."""
    parts = path.relative_to(SCRIPTS).with_suffix("").parts
    return place(parts[1:] if parts[0] == "coop" and len(parts) > 1 else parts)


def name(path: Path) -> str:
    return path.relative_to(SCRIPTS).as_posix()


def imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "relative imports hide the layer"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def own_rooms(tree: ast.AST) -> Iterator[str]:
    for imported in imports(tree):
        steps = imported.split(".")
        if steps[0] == "coop" and len(steps) > 1:
            yield place(steps[1:])
        elif steps[0] in OUTERMOST:
            yield steps[0]


def touches(tree: ast.AST) -> Iterator[str]:
    """What a module does with the world outside the library."""
    for imported in imports(tree):
        steps = imported.split(".")
        yield from {".".join(steps[:n]) for n in (1, 2)} & WORLD
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in {"print", "input", "open", "exec"}:
            yield node.func.id
        if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS | WRITERS:
            yield node.func.attr


def parse(text: str) -> ast.AST:
    return ast.parse(text)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    if here in {"dev", "machine", "__init__"}:  # what runs before anything is installed
        assert set(own_rooms(parse(path.read_text("utf-8")))) <= {"machine"}
        return
    assert here in DEPTH, f"'{here}' has no place in LAYERS"

    above = {
        other
        for other in own_rooms(parse(path.read_text("utf-8")))
        if DEPTH.get(other, -1) < DEPTH[here]
    }

    assert not above


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {".".join(path.relative_to(SCRIPTS).with_suffix("").parts): path for path in MODULES}
    imported = {
        module: {
            other
            for named in imports(parse(path.read_text("utf-8")))
            for other in (named if named in modules else named.rpartition(".")[0],)
            if other in modules
        }
        for module, path in modules.items()
    }

    TopologicalSorter(imported).prepare()


@pytest.mark.parametrize("path", [p for p in MODULES if room(p).startswith("pages")], ids=name)
def test_pages_know_neither_rules_nor_yaml(path: Path) -> None:
    assert not {"rules", "yamlio", "loading"} & set(own_rooms(parse(path.read_text("utf-8"))))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_one_room_imports_yaml(path: Path) -> None:
    imported = {step.partition(".")[0] for step in imports(parse(path.read_text("utf-8")))}

    assert "yaml" not in imported or room(path) == "yamlio"


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) not in OUTERMOST], ids=name)
def test_the_library_leaves_the_world_alone(path: Path) -> None:
    assert not set(touches(parse(path.read_text("utf-8"))))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import os", {"os"}),
        ("from os import environ", {"os"}),
        ("import urllib.request as r", {"urllib.request"}),
        ("from urllib import request", {"urllib.request"}),
        ("from urllib.parse import urlsplit", set()),
        ("print(1)", {"print"}),
        ("from datetime import date\ndate.today()", {"today"}),
        ("from mkdocs.config import Config", {"mkdocs"}),
        ("def f():\n    import sys", {"sys"}),
        ("path.write_text('a')", {"write_text"}),
        ("from datetime import date\ndate(2024, 1, 1)", set()),
    ],
)
def test_the_reader_of_modules_sees_what_it_should(text: str, found: set[str]) -> None:
    assert set(touches(parse(text))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from coop.rules import check", ["rules"]),
        ("from coop import rules", ["rules"]),
        ("import coop.rules.texts", ["rules"]),
        ("if x:\n    from coop.pages.page import Page", ["pages"]),
        ("from pathlib import Path", []),
        ("import publish.frames", ["publish"]),
    ],
)
def test_the_reader_of_imports_sees_what_it_should(text: str, found: list[str]) -> None:
    assert list(own_rooms(parse(text))) == found
