"""How Chinese is written here: no blank beside Latin words and digits, as in official releases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN = r"[\u2e80-\u9fff\uff01-\uff60…—]"
_LATIN = r"[A-Za-z0-9`*()\[\]<>%+/\"'.,:;]"
_BLANK = re.compile(rf".{{0,8}}(?:{_HAN} +(?={_LATIN})|(?<={_LATIN}) +(?={_HAN})).{{0,8}}")
_MARKER = re.compile(r"^\s*(?:(?:[-*+>:]|#+|\d+\.|title:|description:)\s+)*")
_CODE = re.compile(r"`[^`]*`")
_ATTRIBUTES = re.compile(r"\s*\{\s*[#.:][^}]*\}\s*$")


def blanks_in(text: str) -> list[str]:
    """Each blank between a Chinese character and a Latin one, digit or mark, with what is near."""
    return [found[0] for found in _BLANK.finditer(text)]


def prose_of(markdown: str) -> Iterator[str]:
    """The lines of a page outside blocks of code, without the marks of lists and headings."""
    inside = False
    for line in markdown.splitlines():
        if line.lstrip().startswith("```"):
            inside = not inside
        elif not inside:
            yield _CODE.sub("`x`", _ATTRIBUTES.sub("", _MARKER.sub("", line)))
