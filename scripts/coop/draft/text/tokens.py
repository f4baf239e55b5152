"""Words of both languages in one form, and a lexicon that finds the longest known phrase."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from coop.script import simple_characters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORD = re.compile(
    r"(?P<skip>\((?:the )?[“\"']?(?:[A-Z&]{2,8}|9\+2)[”\"']?\)"  # (HKSAR): told in passing
    r"|(?<=[a-z] )(?<!Ms )(?<!Mr )(?<!rs )(?<!Dr )[A-Z]\.?(?= [A-Z][a-z]))"  # a middle initial
    r"|(?P<han>[\u3400-\u9fff\u3007])"
    r"|(?P<word>[Cc]o-(?:oper|ordin|chair)[a-z]*|(?:(?![\u3400-\u9fff])[^\W_])+(?:['’](?:(?![\u3400-\u9fff])[^\W_])+)*|&)"
    r"|(?P<stop>[，。；、！？：（）;:()\n])"
)
# As agencies write the names of people in Hong Kong; and signs that stand for another by mistake.
_USUAL = str.maketrans("甯锺徖珮巿", "宁钟卫佩市")
_SAME = {
    "&": ("and",),
    "center": ("centre",),
    "centers": ("centres",),
    "hk": ("hong", "kong"),
    "macau": ("macao",),
    "program": ("programme",),
    "the": (),
}
_SILENT = str.maketrans("", "", "'’-")
_TOWNS_OF = {"长": "沙春治"}  # a word that ends a post and begins a town: 「湖南省長沙市」


class Token(NamedTuple):
    """A word in its folded form, with its place in the text."""

    word: str
    start: int
    end: int
    is_capital: bool


class Mention(NamedTuple):
    """A phrase of a lexicon in a text, and all that it may stand for."""

    start: int
    end: int
    meanings: tuple[str, ...]

    def of(self, kind: str) -> list[str]:
        """The ids of one kind among the meanings, which are `<kind>:<id>`."""
        return [m.partition(":")[2] for m in self.meanings if m.startswith(f"{kind}:")]


def fold_script(text: str) -> str:
    """A text in Simplified characters, each at its place, and names in their usual signs."""
    return text if text.isascii() else text.translate(_plain_signs())


@cache
def _plain_signs() -> dict[int, str | int]:
    simple = {sign: other.translate(_USUAL) for sign, other in simple_characters().items()}
    return {**_USUAL, **simple}


def split_words(text: str) -> list[Token]:
    """The words of a text, folded: small letters, Simplified, one spelling, no possessives."""
    return list(_words(text))


def _words(text: str) -> Iterator[Token]:
    text = fold_script(text)
    for found in _WORD.finditer(text):
        start, end = found.span()
        if found.lastgroup == "han":
            yield Token(found[0], start, end, is_capital=True)
        elif found.lastgroup == "stop":
            yield Token("|", start, end, is_capital=False)
        elif found.lastgroup == "word":
            is_capital = not found[0][0].islower() or text[max(start - 1, 0)] == "-"
            for word in _fold_word(found[0]):
                yield Token(word, start, end, is_capital)


@cache
def _fold_word(word: str) -> tuple[str, ...]:
    plain = word.casefold().removesuffix("'s").removesuffix("’s").translate(_SILENT)
    return _SAME.get(plain, (plain,))


class Lexicon:
    """Phrases by their words. `add` them, then `find` the longest at each place of a text."""

    def __init__(self) -> None:
        self._root: dict[str, object] = {}

    def add(self, phrase: str, meaning: str) -> None:
        """Take a phrase up, under a meaning written `<kind>:<id>`."""
        self._add(split_words(phrase), meaning)

    def add_new(self, phrase: str, meaning: str) -> None:
        """Take a phrase up that has no meaning of that kind yet."""
        tokens = split_words(phrase)
        kind = meaning.partition(":")[0]
        whole = (one for one in self.find(tokens) if one.end - one.start == len(phrase))
        if not any(one.of(kind) for one in whole):
            self._add(tokens, meaning)

    def _add(self, tokens: Sequence[Token], meaning: str) -> None:
        node = self._root
        for token in tokens:
            node = node.setdefault(token.word, {})  # type: ignore[assignment]  # a tree of dicts
        meanings = node.setdefault("", [])
        if tokens and isinstance(meanings, list) and meaning not in meanings:
            meanings.append(meaning)

    def find_in(self, text: str) -> list[Mention]:
        """The phrases in a text that is not cut into words yet."""
        return self.find(split_words(text))

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        """The phrases in a text, longest first, none inside another."""
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            end, meanings = self._longest(tokens, at)
            if meanings:
                found.append(Mention(tokens[at].start, tokens[end - 1].end, tuple(meanings)))
            at = max(end, at + 1)
        return found

    def _longest(self, tokens: Sequence[Token], at: int) -> tuple[int, list[str]]:
        node: dict[str, object] = self._root
        best: tuple[int, list[str]] = (at, [])
        for place in range(at, len(tokens)):
            inner = node.get(tokens[place].word)
            if not isinstance(inner, dict):
                break
            node = inner
            meanings = node.get("")
            if isinstance(meanings, list) and meanings and not _is_town(tokens, place):
                capital = all(token.is_capital for token in tokens[at : place + 1])
                kept = [m for m in meanings if capital or not m.startswith("person:")]
                best = (place + 1, kept) if kept else best
        return best


def _is_town(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at a place begins the name of a town and so ends no post."""
    behind = tokens[at + 1 : at + 2]
    return bool(behind and behind[0].word in _TOWNS_OF.get(tokens[at].word, ""))
