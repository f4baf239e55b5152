"""The templates of the pages, with the words of a language in their places.

A word that a template names, as in `t("nav.home")`, is put into the template's text before it is
compiled: pages hold so many that looking each up on each page took a tenth of a build. For the
same reason what a template calls is called, and what it writes is escaped, by shorter ways than
Jinja's own, which must do for templates of every kind: that takes a sixth off the pages' time.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context
from markupsafe import Markup, escape

from coop.text import Language, escape_markdown
from coop.words import Words, load_words, write_number

if TYPE_CHECKING:
    from collections.abc import Callable

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


class _Context(Context):
    """Calls as Python does: nothing that a template of ours calls asks for Jinja's context."""

    def call(
        self,
        function: Callable[..., Any],
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        return function(*args, **kwargs)


class _Generator(CodeGenerator):
    """Has values escaped by `_Templates.escape`."""

    def _output_child_pre(self, *_: object) -> None:
        self.write("environment.escape(")


class _Templates(Environment):
    """Templates that escape whatever they write but HTML."""

    code_generator_class = _Generator
    context_class = _Context

    @staticmethod
    def escape(value: object) -> str:
        """A value as HTML; most are HTML already, or words that stand on many pages."""
        if type(value) is Markup:
            return value
        return _escape_once(value) if type(value) is str else escape(value)


_escape_once = lru_cache(maxsize=8192)(escape)


@cache
def load_templates(language: Language) -> Environment:
    """The templates with the words of a language; a caller may give them a `bytecode_cache`."""
    environment = _Templates(
        loader=_WordedLoader(load_words(language)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["md"] = _escape
    environment.filters["number"] = write_number
    return environment


def _escape(text: object) -> Markup:
    return Markup(escape_markdown(str(text)))  # noqa: S704 - escaped here
