"""The title that a text gives someone before the name, where no post on record says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.patterns import Pattern, load_pattern

if TYPE_CHECKING:
    from coop.draft.text.reading import Sentence

_ENGLISH = load_pattern("titles.english")
_CHINESE = Pattern(
    rf"[\u4e00-\u9fff·]{{2,30}}(?:{load_pattern('people.title').pattern})(?:\([^()]{{2,14}}\))?"
)
_BEGINS = load_pattern("titles.begins")
_JOINT = load_pattern("titles.joint")
_OPENS_BODY = load_pattern("titles.opens_body")
_NO_TITLE = load_pattern("titles.no_title")
_GENERIC = load_pattern("names.generic")
_WIDTH = 160


def title_told(sentence: Sentence, start: int) -> str:
    """The title before a name, as written; empty where it is not plain where it begins."""
    before = sentence.before(start, _WIDTH)
    if found := _ENGLISH.search(before):
        begins, ends = found.span("title")
        return sentence.written(start - len(before) + begins, start - len(before) + ends)
    begins = _chinese_begin(sentence, start)
    return sentence.written(begins, start) if begins < start else ""


def _chinese_begin(sentence: Sentence, start: int) -> int:
    """Where a Chinese title begins: behind the stop or the verb before it, or behind a joint.

    A joint may stand in a name too, as in 發展和改革委員會: what follows it must begin like the
    name of a body, else the title is left out, and `start` is returned.
    """
    begins = max(start - _WIDTH, 0)
    names = [one for one in sentence.between(begins, start) if one.of("body") or one.of("post")]
    for pattern in (_BEGINS, _JOINT):
        for found in pattern.finditer(sentence.text, begins, start):
            if any(one.start <= found.start() < one.end for one in names):
                continue
            opens = any(one.start == found.end() for one in names)
            if pattern is _JOINT and not (opens or _OPENS_BODY.match(sentence.text, found.end())):
                return start
            begins = found.end()
    title = sentence.text[begins:start]
    is_title = _CHINESE.fullmatch(title) and not _GENERIC.fullmatch(title)
    return begins if is_title and not _NO_TITLE.search(title) else start
