"""What a release names that has no record yet: documents signed or issued, bodies, places."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.draft.names.sides import side_of_words
from coop.draft.patterns import load_pattern
from coop.draft.text.reading import Found
from coop.draft.text.tokens import fold_script

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from coop.draft.text.reading import Reading, Sentence

MOST = 12
_NO_NAMES = {"plan", "planning", "outline", "blueprint", "guideline", "guidelines"}
_QUOTED = load_pattern("unknown.document")
_IS_DOCUMENT = load_pattern("unknown.document_word")
_SHORT_NAME = load_pattern("unknown.short_name")
_HOW = {
    "signed": load_pattern("composing.statements.signed"),
    "issued": load_pattern("event.issued"),
}
_KINDS = {
    kind: load_pattern(f"unknown.kinds.{kind}")
    for kind in (
        *("five-year-plan", "framework-agreement", "memorandum", "agreement", "arrangement"),
        *("action-agenda", "blueprint", "strategy", "policy-measures", "development-plan"),
    )
}
_BODY = load_pattern("unknown.body")
_IS_BODY = load_pattern("unknown.body_word")
_PLAN_ISSUED = load_pattern("event.plan_issued")
_TOLD_PLAN = load_pattern("unknown.told_plan")
_NEW_PLACE = load_pattern("places.unknown")
_MONTH_OR_DAY = load_pattern("places.no_place")
_SMALL_END = load_pattern("unknown.small_end")


class NewDocument(NamedTuple):
    """A document that is not on record: its name as written, and whether signed or issued."""

    name: str
    at: str
    how: str
    kind: str


class NewBody(NamedTuple):
    """A body that is not on record, with a post of it; `side` is empty where it is not told."""

    name: str
    at: str
    side: str
    title: str
    holder: str


def find_documents(reading: Reading) -> list[NewDocument]:
    """The documents that the text says were signed or issued and that no record is of."""
    found: dict[str, NewDocument] = {}
    for sentence in (*reading.body, *reading.heading):
        how = next((how for how, cue in _HOW.items() if cue.search(sentence.text)), "")
        for name in _documents_in(sentence) if how else ():
            kind = _kind_of(fold_script(name))
            found.setdefault(name.casefold(), NewDocument(name, sentence.at, how, kind))
    return list(found.values())[:MOST]


def read_own_name(reading: Reading) -> NewDocument:
    """The document that the text itself is, by its title."""
    title = reading.release.title
    return NewDocument(title, "title", "issued", _kind_of(fold_script(title)))


def _kind_of(name: str) -> str:
    return next((kind for kind, word in _KINDS.items() if word.search(name)), "other")


def find_told_plan(reading: Reading) -> NewDocument | None:
    """The plan without a name of its own that title or first paragraph say has come out."""
    told: list[NewDocument] = []
    for sentence in reading.lead(1):
        is_issued = _PLAN_ISSUED.search(sentence.text)
        for found in _TOLD_PLAN.finditer(sentence.text) if is_issued else ():
            name = _SMALL_END.sub("", sentence.written(*found.span()).strip())
            told.append(NewDocument(name, sentence.at, "issued", _kind_of(found[0])))
    named = (one for one in told if one.name.casefold() not in _NO_NAMES)
    return next(named, told[0] if told else None)


def _documents_in(sentence: Sentence) -> Iterator[str]:
    for match in _QUOTED.finditer(sentence.text):
        key, start, end = _span(match)
        is_of_other = "〈" in match[key]  # 《關於落實〈某規劃〉的意見》
        is_known = not is_of_other and _names_known(sentence, "plan", start, end)
        is_short = _SHORT_NAME.fullmatch(match[key])  # of what was named before
        if is_known or is_short or not _IS_DOCUMENT.search(match[key]):
            continue
        yield _SMALL_END.sub("", sentence.written(start, end))


def find_bodies(reading: Reading) -> list[NewBody]:
    """The bodies without a record whose head or member the text names with a post."""
    found: dict[str, NewBody] = {}
    for sentence in reading.body:
        for match in _BODY.finditer(sentence.text):
            key, start, end = _span(match, "body", "body_zh")
            known = any(_names_known(sentence, kind, start, end) for kind in ("body", "post"))
            if known or not _IS_BODY.search(match[key]):
                continue
            name = _SMALL_END.sub("", sentence.written(start, end))
            title = match["title"] or match["title_zh"] or ""
            holder = match["holder"] or ""
            side = side_of_words(fold_script(name))
            found.setdefault(name.casefold(), NewBody(name, sentence.at, side, title, holder))
    return list(found.values())[:MOST]


def find_new_place(reading: Reading) -> Found | None:
    """The name of a place without a record where the text says that the event was held there."""
    for sentence in reading.lead(1):
        for found in _NEW_PLACE.finditer(sentence.text):
            key = next(key for key, said in found.groupdict().items() if said)
            start, end = found.span(key)
            known = any(m.start < end and start < m.end for m in sentence.mentions)
            if not known and not _MONTH_OR_DAY.search(found[key]):
                return Found(sentence.written(start, end), sentence.at, is_sure=False)
    return None


def _span(match: re.Match[str], *names: str) -> tuple[str, int, int]:
    """The group that matched, and where."""
    groups = match.groupdict()
    key = next(name for name in (names or tuple(groups)) if groups.get(name))
    return key, *match.span(key)


def _names_known(sentence: Sentence, kind: str, start: int, end: int) -> bool:
    """Whether a known name of a kind stands in a stretch of a sentence."""
    return any(
        mention.start < end and start < mention.end and mention.of(kind)
        for mention in sentence.mentions
    )
