"""Templates are compiled once: what came out is kept in the project's cache, as Python does."""

from __future__ import annotations

from hashlib import blake2b
from importlib.metadata import version
from inspect import getsource
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from coop import text
from coop.pages import templating
from coop.text import Language

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

_FOLDER = ".cache/templates"
_COMPILERS = ("jinja2", "mkdocs")


def cache_page_templates(root: Path, *, serving: bool) -> None:
    """Let our own templates be kept below a project; a change to one is seen only while serving."""
    folder = _make_folder(root)
    for language in Language:
        templates = templating.load_templates(language)
        templates.auto_reload = serving
        if folder:
            templates.bytecode_cache = _cache(folder, language.value)


def cache_theme_templates(theme: Environment, root: Path) -> None:
    """Let the theme's templates be kept below a project."""
    if folder := _make_folder(root):
        theme.bytecode_cache = _cache(folder, "theme")


def _cache(folder: Path, name: str) -> FileSystemBytecodeCache:
    return FileSystemBytecodeCache(str(folder), f"{name}-%s.cache")


def _make_folder(root: Path) -> Path | None:
    """The folder, named by what compiles; none where none may be made.

    A template that has changed is compiled again: each is kept with a hash of its source.
    """
    folder = root / _FOLDER / _fingerprint()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def _fingerprint() -> str:
    rules = map(getsource, (templating, text))
    versions = map(version, _COMPILERS)
    return blake2b("".join((*rules, *versions)).encode(), digest_size=8).hexdigest()
