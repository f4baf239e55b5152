"""What the list of results shows of a document, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Kind
from coop.script import to_simplified
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.pages.view import View
    from coop.search.document import Document

_DOT = " · "  # between the names of a document, and after a statement without a stop
_STOPS = {".": " ", "。": ""}


def show(document: Document, view: View) -> list[str]:
    """Address, title, kind, date, platform, other names and text, as the worker takes them."""
    title = document.title[view.language]
    told = {title, document.address.replace("#", "/").rstrip("/").rpartition("/")[2]}  # and the id
    called = [name for name in document.called.get(view.language, ()) if name not in told]
    others = dict.fromkeys((*called, *_foreign(document, view.language, told | {*called})))
    platform = view.catalog.platforms.get(document.facets.platform)
    named = platform and document.kind != Kind.PLATFORMS.value
    return [
        document.address,
        title,
        document.label[view.language],
        document.when.get(view.language, ""),
        view.title(platform) if platform and named else "",
        _DOT.join(others),
        _run_on(document.body.get(view.language, [])) or next(iter(called), ""),
    ]


def _foreign(document: Document, language: Language, told: set[str]) -> Iterator[str]:
    """The names that are not told yet; a Traditional one not beside its own conversion."""
    for name in document.names:
        shown = to_simplified(name) if language is Language.ZH_HANS else name
        if not told & {name, shown}:
            yield name


def _run_on(statements: list[str]) -> str:
    """Statements one after another as a text."""
    written = (text + _STOPS.get(text[-1:], _DOT) for text in statements)
    return "".join(written).removesuffix(_DOT).rstrip()
