"""The templates of the pages, with the words of a language in their places.

A word that a template names, as in `t("nav.home")`, is put into the template's text before it is
compiled: pages hold so many that looking each up on each page took a tenth of a build.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from markupsafe import Markup

from coop.text import Language, escape_markdown
from coop.words import Words, load_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

_FOLDER = Path(__file__).parent / "templates"
_WORD = re.compile(r"""\bt\((["'])([a-z0-9_.-]+)\1\)""")


class _WordedLoader(FileSystemLoader):
    def __init__(self, words: Words) -> None:
        super().__init__(_FOLDER)
        self._words = words

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, filename, up_to_date = super().get_source(environment, template)
        worded = _WORD.sub(lambda match: repr(self._words(match[2])), source)
        return worded, filename, up_to_date


@cache
def load_templates(language: Language) -> Environment:
    """The templates with the words of a language; a caller may give them a `bytecode_cache`."""
    environment = Environment(
        loader=_WordedLoader(load_words(language)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["md"] = _escape
    return environment


@pass_context  # else it would be done at compile time, and be kept though `escape_markdown` changed
def _escape(_: Context, text: object) -> Markup:
    return Markup(escape_markdown(str(text)))  # noqa: S704 - escaped here
