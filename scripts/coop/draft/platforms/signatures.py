"""What the names of platforms say: the sides, what it is about, the form of the body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coop.catalog import once
from coop.draft.patterns import Pattern, load_pattern, load_words
from coop.draft.text.tokens import fold_script, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Platform


def _table(name: str) -> dict[str, Pattern]:
    pairs = (line.split(" = ", 1) for line in load_words(name))
    return {key: Pattern(pattern, re.IGNORECASE) for key, pattern in pairs}


YEARLY = "review"  # told by its year, not by a number: "the 2012 review meeting"
HONG_KONG_IN = load_pattern("platforms.hong_kong_in")
_SHORT, _STEM = 4, 5
_MANY = 4
_MOST_OF_THEM = 0.75
_SIDES = _table("platforms.sides")
_FORMS = _table("platforms.forms")
_SAME = _table("platforms.same")
_GENERIC = load_pattern("platforms.generic")
_GENERIC_ZH = load_pattern("platforms.generic_zh")
_TOGETHER = load_pattern("platforms.together")
_HKSAR = "hksar-government"


class Signature(NamedTuple):
    """What a name of a platform says: its sides, the form of the body, stems of its subject."""

    platform: str
    sides: frozenset[str]
    form: str
    words: frozenset[str]
    """None where it is named after its sides alone."""

    def fits(self, words: set[str], forms: list[str]) -> bool:
        """Whether a phrase tells the form and the subject; of a long name most of the words."""
        if len(self.words) < _MANY:
            return self.form in forms and self.words <= words
        return bool(forms) and len(self.words & words) >= len(self.words) * _MOST_OF_THEM


@once
def list_signatures(catalog: Catalog) -> tuple[Signature, ...]:
    """What the names of all platforms say that are not of Hong Kong's government alone."""
    shared = (one for one in catalog.platforms.values() if set(map(str, one.parties)) != {_HKSAR})
    return tuple(one for platform in shared for one in _signatures_of(platform))


def _signatures_of(platform: Platform) -> Iterator[Signature]:
    texts = (platform.name, platform.short, *platform.other_names)
    names = [fold_script(name) for text in texts if text for _, name in text.items()]
    sides = frozenset(side for name in names for side in list_sides(name))
    for name in dict.fromkeys(names):
        form = next(iter(list_forms(name)), "")
        words = frozenset(list_stems(name))
        if form and (sides or len(words) > 1):
            yield Signature(platform.id, sides, form, words)


def list_sides(text: str) -> list[str]:
    """The sides besides Hong Kong that a text names."""
    return [key for key, pattern in _SIDES.items() if pattern.search(text)]


def list_forms(text: str) -> list[str]:
    """The forms of a body that a text names, those that say most first."""
    return [key for key, pattern in _FORMS.items() if pattern.search(text)]


def says_no_subject(name: str) -> bool:
    """Whether a name of a meeting tells that sides work together, and nothing of what about."""
    return bool(_TOGETHER.search(name)) and not any(list_stems(name, shortest=1))


def list_stems(text: str, shortest: int = _SHORT) -> Iterator[str]:
    """The beginnings of English words, and neighbouring characters, that tell a subject."""
    for usual, other in _SAME.items():
        text = other.sub(usual, text)
    if text.isascii():
        words = (token.word for token in split_words(text) if token.word != "|")
        telling = (one for one in words if len(one) >= shortest and not _GENERIC.fullmatch(one))
        yield from (word[:_STEM] for word in telling)
    else:
        for part in _GENERIC_ZH.sub(" ", text).split():
            yield from (part[at : at + 2] for at in range(max(len(part) - 1, shortest == 1)))
