"""Names and texts: in which languages they stand, and in which script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model import Meeting, Person, Plan
from coop.model.decoding.unknown_keys import tell_unknown_key
from coop.model.parts import Dispute, Statement
from coop.model.records.record import Named
from coop.model.shape.walk import list_keys
from coop.model.values import LangMap
from coop.model.vocabulary import Basis
from coop.script import (
    has_ideographs,
    simplified_only,
    to_simplified,
    traditional_forms,
    traditional_only,
)
from coop.text import Language, shorten

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from coop.diagnostics import Location
    from coop.loading import Entry
    from coop.model.shape.walk import Path
    from coop.rules.scope import Scope

_WORD = re.compile(r"[A-Za-z]{2,}")
_ON_NAMES = "If no source gives it, translate it and list that language under translated"
_ON_TEXTS = "Write it in English, in Traditional Chinese or, best, in both"
# The anchors that the pages of meetings and plans have of their own.
_ANCHORS = re.compile(
    r"attended|content|coop-.*|disputes|documents|facts|life|measures|meetings|note|origins"
    r"|outcomes|plans|relations|sources|title|unknown|at-[a-z]+|[a-z]-(?:[a-z]|\d+)|s\d+",
    re.ASCII,
)
_QUOTES = {"「": "」", "『": "』", "《": "》", "〈": "〉", "“": "”", '"': '"'}
_IN_LATIN = {"publisher", "short", "other_names"}  # which often are so in Chinese, too
_FILLERS = {
    *("tbc", "tbd", "tba", "to be confirmed", "to do", "todo", "n/a", "nil", "xx", "xxx"),
    *("待定", "待補", "待补", "待查", "待譯", "待译"),
}
_SENTENCE = 3  # words; a brand has fewer
_NAMES = frozenset({"name", "short", "other_names"})


def check_names(scope: Scope) -> Iterator[Finding]:
    """Names in English and Traditional Chinese, statements in one of the two (E207).

    People's names may be in any one language.
    """
    told = {found.location for found in scope.loaded.findings if found.code is Code.NO_VALUE}
    for entry, path, part in scope.parts(LangMap):
        if part.en and part.zh_hant:
            continue
        missing = [
            language.value
            for language in _needed(entry.record, path, part)
            if not part.get(language) and entry.locate(*path, language.value, key=True) not in told
        ]
        if missing:
            message = f"'{path[-1]}' is missing in {' and '.join(missing)}"
            advice = _ON_NAMES if path == ("name",) else _ON_TEXTS
            place = entry.locate(*path, missing[0])
            yield Finding(place, Code.NAME_MISSING, message, advice=advice)
        elif not part.items() and not _is_told_beside(place := entry.locate(*path), told):
            message = f"'{path[-1]}' is missing in every language"
            yield Finding(place, Code.NAME_MISSING, message)


def _is_told_beside(place: Location, told: Collection[Location]) -> bool:
    """Whether something on the line of a part is found to be no key: its text may stand there."""
    return any((one.path, one.line) == (place.path, place.line) for one in told)


def _needed(record: object, path: Path, part: LangMap) -> tuple[Language, ...]:
    if path == ("name",) and isinstance(record, Named) and not isinstance(record, Person):
        return (Language.EN, Language.ZH_HANT)
    return (Language.EN,) if path[-1] == "text" and not part.zh_hant else ()


def check_bare_names(scope: Scope) -> Iterator[Finding]:
    """No name stands in quotes as a whole (N214)."""
    for entry in scope.loaded.entries:
        record = entry.record
        texts = {"name": record.name, "short": record.short} if isinstance(record, Named) else {}
        for key, text in texts.items():
            if text and any(map(_is_quoted, (text.en, text.zh_hant, text.zh_hans))):
                for language, words in filter(lambda pair: _is_quoted(pair[1]), text.items()):
                    message, bare = f"the name stands in quotes: {words}", words[1:-1].strip()
                    place = entry.locate(key, language.value)
                    yield Finding(place, Code.NAME_IN_QUOTES, message, bare)


def _is_quoted(words: str | None) -> bool:
    if not words or words[0] not in _QUOTES:
        return False
    return _QUOTES[words[0]] == words[-1] and words[-1] not in words[1:-1]


def check_english(scope: Scope) -> Iterator[Finding]:
    """No Chinese text stands where English is expected (E212)."""
    for entry, path, part in scope.texts:
        if part.en and has_ideographs(part.en) and not _WORD.search(part.en):
            place = entry.locate(*path, Language.EN.value)
            yield from tell_script(part.en, Language.EN, place)


def check_fillers(scope: Scope) -> Iterator[Finding]:
    """No text stands only for one that is still to come (E204)."""
    for entry, path, part in scope.texts:
        for language, text in part.items():
            if text.casefold() in _FILLERS or not any(map(str.isalnum, text)):
                message = f"'{text}' says nothing; write the text, or leave the key out"
                place = entry.locate(*path, language.value)
                yield Finding(place, Code.NO_VALUE, message)


def check_chinese(scope: Scope) -> Iterator[Finding]:
    """No English sentence or name stands where Chinese is expected (N217).

    Of two texts that were exchanged the other one is told; publishers may have no Chinese name.
    """
    for entry, path, part in scope.texts:
        exchanged = part.en and has_ideographs(part.en) and not _WORD.search(part.en)
        for language in (Language.ZH_HANT, Language.ZH_HANS) if not exchanged else ():
            text = part.get(language)
            if text and path[-1] not in _IN_LATIN and _is_english(text):
                message = f"'{shorten(text)}' is not in Chinese"
                advice = "Write it under en, or in Chinese here"
                place = entry.locate(*path, language.value)
                yield Finding(place, Code.ENGLISH_AS_CHINESE, message, advice=advice)


def _is_english(text: str) -> bool:
    return not has_ideographs(text) and len(_WORD.findall(text)) >= _SENTENCE


def check_traditional(scope: Scope) -> Iterator[Finding]:
    """No Simplified characters in a Traditional text (E208)."""
    for entry, path, part in scope.texts:
        if part.zh_hant and (wrong := simplified_only(part.zh_hant)):
            if len(wrong) == 1 and _is_personal(entry.record, path):
                continue  # people write their names as they please
            place = entry.locate(*path, Language.ZH_HANT.value)
            yield from tell_script(part.zh_hant, Language.ZH_HANT, place)


def check_simplified(scope: Scope) -> Iterator[Finding]:
    """No Traditional characters in a Simplified text (E209)."""
    for entry, path, part in scope.texts:
        if part.zh_hans and (wrong := traditional_only(part.zh_hans)):
            if len(wrong) == 1 and _is_personal(entry.record, path):
                continue
            place = entry.locate(*path, Language.ZH_HANS.value)
            yield from tell_script(part.zh_hans, Language.ZH_HANS, place)


def tell_script(text: str, language: Language, place: Location) -> Iterator[Finding]:
    """What is wrong with a text at a place because it is not in the script of its language."""
    if language is Language.EN:
        if has_ideographs(text) and not _WORD.search(text):
            message = f"Chinese where English is expected: {shorten(text)}"
            advice = "Write it under zh-Hant, or under zh-Hans if it is in Simplified Chinese"
            yield Finding(place, Code.CHINESE_AS_ENGLISH, message, advice=advice)
    elif language is Language.ZH_HANT:
        if found := ", ".join(map(_with_forms, dict.fromkeys(simplified_only(text)))):
            message = f"Simplified characters in a Traditional text: {found}"
            yield Finding(place, Code.SIMPLIFIED_IN_TRADITIONAL, message)
    elif wrong := dict.fromkeys(traditional_only(text)):
        found = ", ".join(f"{char} (write {to_simplified(char)})" for char in wrong)
        message = f"Traditional characters in a Simplified text: {found}"
        yield Finding(place, Code.TRADITIONAL_IN_SIMPLIFIED, message)


def _with_forms(char: str) -> str:
    forms = traditional_forms(char)
    return f"{char} (write {' or '.join(forms)})" if forms else char


def _is_personal(record: object, path: Path) -> bool:
    return (isinstance(record, Person) and path[0] in _NAMES) or (
        "principals" in path or "participants" in path or "signatories" in path
    )


def check_reasons(scope: Scope) -> Iterator[Finding]:
    """What is inferred says how (E210)."""
    parts: Iterator[tuple[Entry, Path, Meeting | Plan | Statement]]
    parts = scope.parts(Meeting, Plan, Statement)
    for entry, path, part in parts:
        if part.basis is Basis.INFERRED and part.reason is None:
            message = "basis is inferred; say in reason how it follows"
            yield Finding(entry.locate(*path, "basis"), Code.INFERRED_WITHOUT_REASON, message)


def check_keys(scope: Scope) -> Iterator[Finding]:
    """No two statements of a record with one key, their anchor on its page (E211)."""
    first: dict[tuple[str, str], Path] = {}
    for entry, path, part in scope.parts(Statement):
        if not part.key:
            continue
        there = first.setdefault((entry.document.path, part.key), path)
        if there is not path:
            line = entry.locate(*there, "key").line
            message = f"key '{part.key}' is that of another statement (line {line})"
            advice = "Give one of them another key"
            place = entry.locate(*path, "key")
            yield Finding(place, Code.KEY_TWICE, message, advice=advice)


def check_anchors(scope: Scope) -> Iterator[Finding]:
    """No statement's key is an anchor that its page has anyway (E213)."""
    for entry, path, part in scope.parts(Statement):
        if part.key and _ANCHORS.fullmatch(part.key):
            message = f"key '{part.key}' is the address of another part of the page"
            advice = "Name the statement by what it is about, as in 'youth-centre'"
            place = entry.locate(*path, "key")
            yield Finding(place, Code.KEY_OF_THE_PAGE, message, advice=advice)


def check_disputed_keys(scope: Scope) -> Iterator[Finding]:
    """What is in dispute is a key that the record's kind has (E202)."""
    for entry, path, part in scope.parts(Dispute):
        model = type(entry.record)
        if part.field not in list_keys(model):
            message, near = tell_unknown_key(part.field, model)
            yield Finding(entry.locate(*path, "field"), Code.UNKNOWN_KEY, message, near)


RULES = (
    check_names,
    check_bare_names,
    check_english,
    check_chinese,
    check_fillers,
    check_traditional,
    check_simplified,
    check_reasons,
    check_keys,
    check_anchors,
    check_disputed_keys,
)
