"""Who may be meant by a name in Pinyin: "Li Jiachao" is John Lee.

How characters are read is learnt from the records whose names are in Pinyin, and told by a list.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from coop.catalog import once
from coop.draft.names.spellings import SYLLABLE
from coop.draft.patterns import Pattern, load_pattern, load_words
from coop.draft.text.tokens import fold_script

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.model import Person

_PINYIN = Pattern(
    rf"(?:{load_pattern('spellings.pinyin').pattern}) (?=[A-Z])(?i:{SYLLABLE}){{1,2}}"
)
_TWO = Pattern(rf"({SYLLABLE})({SYLLABLE})")
_LIKE = 0.85
_THREE = 3  # characters: the family name and two of the given name


def find_by_pinyin(name: str, catalog: Catalog) -> list[Person]:
    """Those whose Chinese name of three characters is known to be read so."""
    if not _PINYIN.fullmatch(name):
        return []
    known = _learn_readings(catalog)
    return [
        one
        for one in catalog.people.values()
        for text in {fold_script(text) for _, text in one.name.items()}
        if len(text) == _THREE and all(sign in known for sign in text)
        if _is_pinyin_of(name, text, known)
    ]


def may_be_spelt(name: str, person: Person, catalog: Catalog) -> bool:
    """Whether a name is that of a person in Pinyin, or one of its English forms misspelt.

    A Chinese name is that of someone who is on record by the Pinyin alone.
    """
    texts = [text for _, text in person.name.items()]
    if not name.isascii():
        only = texts[0] if len(texts) == 1 else ""
        is_pinyin = _PINYIN.fullmatch(only) is not None
        return is_pinyin and _is_pinyin_of(only, fold_script(name), _learn_readings(catalog))
    own = [text for text in texts if _PINYIN.fullmatch(text)]
    if _PINYIN.fullmatch(name) and own:
        return any(_is_like(*(one.partition(" ")[2] for one in (name, text))) for text in own)
    if _PINYIN.fullmatch(name):
        readings = _learn_readings(catalog)
        return any(_is_pinyin_of(name, fold_script(text), readings) for text in texts)
    return any(_is_like(name, text) for text in texts if text.isascii())


def _is_like(name: str, other: str) -> bool:
    return SequenceMatcher(None, name.casefold(), other.casefold()).ratio() >= _LIKE


def _is_pinyin_of(name: str, characters: str, readings: dict[str, set[str]]) -> bool:
    """Whether a spelling fits: the surname is known to be read so, no other character otherwise."""
    surname, _, given = name.casefold().partition(" ")
    if surname not in readings.get(characters[:1], ()):
        return False
    parts = _TWO.fullmatch(given)
    spelt = parts.groups() if parts and len(characters) > len("李强") else (given,)
    rest = characters[1:]
    return len(spelt) == len(rest) and all(
        syllable in readings.get(char, {syllable})
        for char, syllable in zip(rest, spelt, strict=True)
    )


@once
def _learn_readings(catalog: Catalog) -> dict[str, set[str]]:
    """How surnames are read, and what else the names show that are on record in both scripts."""
    lists = (load_words(f"spellings.{key}")[0] for key in ("readings", "given_readings"))
    listed = (pair.split() for line in lists for pair in line.split(" = "))
    readings = {char: {syllable} for char, syllable in listed}
    for person in catalog.people.values():
        english, chinese = person.name.en or "", fold_script(person.name.zh_hant or "")
        surname, _, given = english.casefold().partition(" ")
        parts = _TWO.fullmatch(given)
        spelt = (surname, *parts.groups()) if parts else (surname, given)
        if _PINYIN.fullmatch(english) and len(spelt) == len(chinese):
            for char, syllable in zip(chinese, spelt, strict=True):
                readings.setdefault(char, set()).add(syllable)
    return readings
