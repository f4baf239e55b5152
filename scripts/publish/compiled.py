"""Templates are compiled once: what came out is kept in the project's cache, as Python does."""

from __future__ import annotations

from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemBytecodeCache

from coop.pages import templating
from coop.text import Language

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER = ".cache/templates"
_COMPILERS = ("jinja2", "mkdocs")


def keep_compiled(theme: Environment, root: Path) -> None:
    """Let the theme's templates and our own be kept below a project; not where none may write.

    A template that has changed is compiled again: each is kept with a hash of its source, in a
    folder named by what compiled it.
    """
    folder = root / _FOLDER / _fingerprint()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    theme.bytecode_cache = FileSystemBytecodeCache(str(folder), "theme-%s.cache")
    for language in Language:
        cache = FileSystemBytecodeCache(str(folder), f"{language.value}-%s.cache")
        templating.load_templates(language).bytecode_cache = cache


def _fingerprint() -> str:
    rules = Path(templating.__file__).read_bytes()
    versions = "".join(version(name) for name in _COMPILERS)
    return blake2b(rules + versions.encode(), digest_size=8).hexdigest()
