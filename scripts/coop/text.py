"""Texts made safe for Markdown and HTML, and the languages that a text can be in."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from html import escape

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
# Soft hyphen, spaces without width, signs of direction, breaks that only some programs see, signs
# for private use, and what is no character. To stand within the brackets of a pattern.
HIDDEN_SIGNS = "\x85\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufffe\uffff"
UNSEEN = re.compile(f"[\x00-\x1f\x7f-\x9f{HIDDEN_SIGNS}]")


class Language(StrEnum):
    """The site's languages as BCP 47 tags."""

    EN = "en"
    ZH_HANT = "zh-Hant"
    ZH_HANS = "zh-Hans"


_CHINESE_CODES = {Language.ZH_HANT: "big5", Language.ZH_HANS: "gb2312"}


def collation_key(text: str, language: Language) -> tuple[bytes, ...]:
    """What puts names into the order that readers of a language look for them in.

    Common characters stand by strokes in Big5 and by pinyin in GB 2312; what a code lacks is last.
    """
    code = _CHINESE_CODES.get(language, "ascii")
    return tuple(_place_in(code, char) for char in text.casefold())


def _place_in(code: str, char: str) -> bytes:
    try:
        return char.encode(code)
    except UnicodeEncodeError:
        return b"\xff" + char.encode()


@lru_cache(maxsize=16384)  # the same ids are named again and again
def is_id(text: str) -> bool:
    """Whether a text is kebab-case ASCII, as ids are."""
    return _ID.fullmatch(text) is not None


def shorten(text: str, most: int = 100) -> str:
    """A text as far as it can be shown within a sentence."""
    return text if len(text) <= most else f"{text[:most]}…"


def find_unseen(text: str) -> str:
    """The first character of a text that cannot be seen, control characters too; empty if none."""
    found = None if text.isprintable() else UNSEEN.search(text)
    return found[0] if found else ""


def escape_html(text: str) -> str:
    """A text with the characters that HTML reads written as references."""
    return escape(text, quote=True)


def escape_markdown(text: str) -> str:
    """A text in which no character means anything to Markdown or HTML, on one line.

    ASCII punctuation becomes numeric references: backslashes are not read alike by
    Python-Markdown and CommonMark, references are.
    """
    return _PUNCTUATION.sub(lambda match: f"&#{ord(match[0])};", " ".join(text.split()))
