"""Words of closed lists and keys by what the pages call them, as people write them in records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.model.vocabulary import VOCABULARIES
from coop.model.written.meant import plain
from coop.script import has_ideographs, to_simplified
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Collection

_KEY = "record.field."
_SHORTEST = 2  # letters; one alone is part of too much
_BETWEEN = "\uff0f"  # parts the names of one word

_OTHER_WORDS = {  # of a closed list, as English documents are called
    **dict.fromkeys(("mou", "memorandum of understanding"), "memorandum"),
    **dict.fromkeys(("treaty", "pact", "accord"), "agreement"),
    **dict.fromkeys(("done", "completed", "finished", "took place", "past"), "held"),
    **dict.fromkeys(("planned", "upcoming", "scheduled", "expected", "future"), "announced"),
    **dict.fromkeys(("active", "ongoing", "current"), "standing"),
    **dict.fromkeys(("decided", "concluded", "consensus"), "agreed"),
    **dict.fromkeys(("government", "gov", "govt"), "official"),
    **dict.fromkeys(("news", "newspaper", "media"), "press"),
    **dict.fromkeys(("reprint", "relay"), "repost"),
    **dict.fromkeys(("wikipedia", "encyclopaedia", "encyclopedia"), "reference"),
    **dict.fromkeys(("hk", "hong kong", "hongkong"), "hksar"),
    **dict.fromkeys(("china", "prc", "cn"), "mainland"),
}
_OTHER_KEYS = {  # each with the keys that may be meant, of which a part has the first or none
    **dict.fromkeys(("when", "day", "on"), ("date", "published", "signed", "period", "seen")),
    **dict.fromkeys(("date", "issued"), ("published", "signed", "period")),
    **dict.fromkeys(("start", "end", "term", "from", "until", "dates"), ("period", "date")),
    **dict.fromkeys(("where", "location", "city", "town", "site"), ("place", "places", "part_of")),
    **dict.fromkeys(("type", "category", "sort"), ("kind", "group", "grade")),
    **dict.fromkeys(("title", "titles", "headline"), ("title", "role", "name")),
    **dict.fromkeys(("name",), ("title",)),
    **dict.fromkeys(("position", "job", "office", "rank"), ("post", "posts", "role")),
    **dict.fromkeys(("attendees", "attendance", "delegates", "delegation"), ("participants",)),
    **dict.fromkeys(("people", "members", "guests", "present"), ("participants", "person")),
    **dict.fromkeys(("chair", "chairs", "co-chairs", "heads", "leaders"), ("principals",)),
    **dict.fromkeys(("results", "result", "decisions", "achievements"), ("outcomes", "measures")),
    **dict.fromkeys(("subject", "subjects", "tags"), ("topics", "theme")),
    **dict.fromkeys(("link", "links", "website", "web", "href"), ("url", "sources")),
    **dict.fromkeys(("url", "reference", "references", "refs", "citations"), ("sources", "id")),
    **dict.fromkeys(("remark", "remarks", "comment", "comments"), ("note",)),
    **dict.fromkeys(("description", "summary", "details"), ("text", "note")),
    **dict.fromkeys(("number", "session", "no", "edition", "nth"), ("ordinal",)),
    **dict.fromkeys(("author", "newspaper", "issuer", "media"), ("publisher", "issuers")),
    **dict.fromkeys(("lang",), ("language",)),
    **dict.fromkeys(("para", "page", "paragraph", "locator"), ("at",)),
    **dict.fromkeys(("status",), ("state",)),
    **dict.fromkeys(("time", "host", "hosts", "country", "tag"), ()),  # near by chance
}


def word_labelled(text: str, known: Collection[str]) -> str:
    """The one word of a closed list that pages call so, in either Chinese script; else empty.

    Failing that the one whose name is part of the text, or whose name or meaning has it as a part.
    """
    names = (name for name, words in VOCABULARIES.items() if set(words) == set(known))
    name, wanted = next(names, ""), _fold(text)
    other = _OTHER_WORDS.get(re.sub("[-_]", " ", wanted.casefold()), "")
    if other in known:
        return other
    if not name or len(wanted) < _SHORTEST or not has_ideographs(wanted):
        return ""
    labels = {word: _labels(f"{name}.{word}") for word in known}
    meanings = {word: _labels(f"meaning.{name}.{word}") for word in known}
    for found in (
        {word for word, said in labels.items() if wanted in said},
        {word for word, said in labels.items() if any(one in wanted for one in said)},
        {word for word, said in labels.items() if any(wanted in one for one in said)},
        {word for word, said in meanings.items() if any(wanted in one for one in said)},
    ):
        if len(found) == 1:
            return found.pop()
    return ""


def key_labelled(text: str, known: Collection[str]) -> str:
    """The one key of a part that pages call so, in either Chinese script; else empty."""
    paths = (path for path in load_words(Language.ZH_HANT).texts if path.startswith(_KEY))
    keys = {path: path.rpartition(".")[2] for path in paths}
    wanted = _fold(text)
    found = {key for path, key in keys.items() if key in known and wanted in _labels(path)}
    return found.pop() if len(found) == 1 else ""


def other_key(word: str, known: Collection[str]) -> str | None:
    """The key of a part that an English word means; empty if none does, None for other words."""
    folded = re.sub("[ _]", "-", plain(word).casefold())
    meant = None if folded in known else _OTHER_KEYS.get(folded)
    return None if meant is None else next((key for key in meant if key in known), "")


def _labels(path: str) -> list[str]:
    """What a word of the locale files says, each of its names, in Simplified characters."""
    said = load_words(Language.ZH_HANT).texts.get(path, "")
    return [_fold(one) for one in said.split(_BETWEEN) if one]


def _fold(text: str) -> str:
    return to_simplified(plain(text))
