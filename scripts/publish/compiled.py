"""Templates are compiled once: what came out is kept in the project's cache, as Python does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from coop.pages.templating import load_templates
from coop.text import Language

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

_FOLDER = ".cache/templates"


def keep_compiled(theme: Environment, root: Path) -> None:
    """Let the theme's templates and our own be kept below a project; not where none may write.

    A template that has changed is compiled again: each is kept with a hash of its source.
    """
    folder = root / _FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    theme.bytecode_cache = FileSystemBytecodeCache(str(folder), "theme-%s.cache")
    for language in Language:
        cache = FileSystemBytecodeCache(str(folder), f"{language.value}-%s.cache")
        load_templates(language).bytecode_cache = cache
