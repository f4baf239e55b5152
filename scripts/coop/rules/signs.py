"""Signs in texts: quotes and brackets come in pairs, and nothing is markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coop.diagnostics import Code, Finding, Location
from coop.model.values import SourceRef
from coop.text import shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.loading import Entry
    from coop.rules.scope import Scope

_QUOTES = {"\u201c": "\u201d", "「": "」", "『": "』"}
_BRACKETS = {"《": "》", "〈": "〉", "(": ")", "\uff08": "\uff09", "[": "]", "【": "】"}
_SIGNS = re.compile(r"[\"'\u2018-\u201d「」『』《》〈〉()\uff08\uff09\[\]【】]")
_OF_ITEMS = ")\uff09"
_LISTED = re.compile(r"(?:^|\W)\w{1,2}$")  # before the bracket of an item, as in a) or 12)
_LISTED_WIDTH = 3
# An apostrophe ends a word in s; behind another one, at the end of a text, it is a quote.
_SINGLE = re.compile("(?<![s\\W])['\u2019]$")
_OPENED = re.compile(r"(?:^|\W)['\u2018]\w")
_LONGEST = 120
_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|<!--|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+\d*);"
    r"|!?\[[^\[\]]+\]\([^()\s]{1,300}\)|\*\*[^*]+\*\*|__[^_]+__|`[^`]+`"
)


class _Words(NamedTuple):
    """A text of a record, where it stands, and the file that it is in."""

    text: str
    place: Location
    entry: Entry

    def locate(self, index: int) -> Location:
        """Where a sign of the text stands; where the text does, if it is written otherwise."""
        line = self.entry.document.line(self.place.line)
        start = line.find(self.text, self.place.column - 1)
        if start < 0:
            return self.place
        return Location(self.place.path, self.place.line, start + index + 1)


def check_pairs(scope: Scope) -> Iterator[Finding]:
    """No quote or bracket of a text is without the one that belongs to it (N215)."""
    torn = {(one.location.path, one.location.line) for one in scope.loaded.findings}
    for words in _texts(scope):
        if not _SIGNS.search(words.text) or (words.place.path, words.place.line) in torn:
            continue
        for index in find_single(words.text):
            sign = words.text[index]
            meant = words.text.removeprefix(sign).removesuffix(sign).strip()
            is_at_edge = sign not in _BRACKETS.values() and sign not in _BRACKETS
            is_at_edge = is_at_edge and index in {0, len(words.text) - 1}
            message = (
                f"the sign {sign} stands alone in this text; "
                "take it out, or write the one that belongs to it"
            )
            near = meant if is_at_edge and len(meant) <= _LONGEST else ""
            yield Finding(words.locate(index), Code.SIGN_ALONE, message, near)


def check_markup(scope: Scope) -> Iterator[Finding]:
    """No text has signs of Markdown or HTML in it, which a page shows as they are (N216)."""
    for words in _texts(scope):
        if found := _MARKUP.search(words.text):
            message = (
                f"'{shorten(found[0])}' is shown as it is written, for a text is plain; "
                "write the words alone, and name a document under sources"
            )
            yield Finding(words.locate(found.start()), Code.MARKUP, message)


def find_single(text: str) -> Iterator[int]:
    """The first sign of a text that is without its other half: of the quotes, of the brackets."""
    quotes = [*_find_unpaired(text, _QUOTES), *_find_plain(text)]
    brackets = [*_find_unpaired(text, _BRACKETS)]
    yield from (min(found) for found in (quotes, brackets) if found)


def _find_unpaired(text: str, pairs: dict[str, str]) -> Iterator[int]:
    for opening, closing in pairs.items():
        open_ones: list[int] = []
        for index, sign in enumerate(text):
            if sign == opening:
                open_ones.append(index)
            elif sign == closing and open_ones:
                open_ones.pop()
            elif sign == closing and not (sign in _OF_ITEMS and _is_item(text, index)):
                yield index
        yield from open_ones


def _is_item(text: str, index: int) -> bool:
    """Whether a closing bracket is that of an item of a list: a) or 12)."""
    return _LISTED.search(text[max(index - _LISTED_WIDTH, 0) : index]) is not None


def _find_plain(text: str) -> Iterator[int]:
    """Quotes of which both halves look alike, or that look like apostrophes."""
    if text.count('"') % 2:
        yield 0 if text.startswith('"') else text.rindex('"')
    if not _OPENED.search(text):
        yield from (found.start() for found in _SINGLE.finditer(text))
    elif text.count("\u2018") > text.count("\u2019"):
        yield text.rindex("\u2018")


def _texts(scope: Scope) -> Iterator[_Words]:
    for entry, path, part in scope.texts:
        for language, text in part.items():
            yield _Words(text, entry.locate(*path, language.value), entry)
    for entry, path, source in scope.parts(SourceRef):
        if source.at:
            yield _Words(source.at, entry.locate(*path, "at"), entry)


RULES = (check_pairs, check_markup)
