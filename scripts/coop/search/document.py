"""What can be found: a record or page, with the texts that it is found by and those shown of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from coop.text import Language

# How much it says of a document that a term stands in one of its texts, from 1 to 9.
HELD_AT = 8  # the place where a meeting was held
TITLE = 6  # from here on: a name, or the date
FACT = 4  # from here on: what the record states of itself
SIDE_FACT = 3  # what it states by the way: its topics, who took part
STATEMENT = 2  # what is told of it in sentences
QUOTED = 1  # what stands in a source, found after the records that rest on it
Texts = dict[Language, str]


@dataclass
class Facets:
    """By what a document is filtered: ids of records, the status."""

    platform: str = ""
    place: str = ""
    status: str = ""
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass
class Document:
    """A record or page: what it is found by (`names`, and texts by level), and what is shown.

    `called` holds the names that a reader of a language sees in it, converted ones too.
    `names` are told apart from titles by the level that a name has at most; one of `posts` finds
    it as a name does, but after the records whose name it is. `day` is the number yyyymmdd of its
    date, 0 if it has none.
    """

    address: str
    kind: str
    names: list[str]
    title: Texts
    label: Texts
    called: dict[Language, list[str]] = field(default_factory=dict)
    name_level: int = 9
    posts: tuple[str, ...] = ()
    found_by: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    body: dict[Language, list[str]] = field(default_factory=dict)
    when: Texts = field(default_factory=dict)
    day: int = 0
    facets: Facets = field(default_factory=Facets)
