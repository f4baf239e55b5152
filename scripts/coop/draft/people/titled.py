"""Whom a title names by the post alone, where the text that is left nowhere names the holder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.catalog import once
from coop.draft.names.holders import list_holders, words_of
from coop.draft.names.posts import posts_on
from coop.draft.names.someone import Someone
from coop.draft.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.draft.text.reading import Reading

_SIDE = "hksar"
_SHORT_TITLE = Pattern(r"[A-Z]{2,5}(?= [a-z])")
_SMALL = {"for", "and", "of", "the"}
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor) (?P<family>[A-Z][a-z]+)")


def find_titled(reading: Reading) -> Someone | None:
    """The one of Hong Kong who held the post with which the title begins; not sure.

    A short title as "SHA" is that of whoever the text calls by the family name: "Mr Lau".
    """
    day = reading.published
    if not reading.heading or day is None:
        return None
    opening = reading.heading[0]
    first = next((mention for mention in opening.posts if mention.start == 0), None)
    posts = set(first.of("post")) if first else set(_posts_shortened(reading))
    families = None if first else set(_families(reading))
    held = {
        one.id: one
        for post in posts
        if _is_of_side(post, reading.catalog)
        for one in list_holders(reading.catalog).get(post, ())
        if post in posts_on(one, day) and (families is None or families & words_of(one))
    }
    if len(held) != 1:
        return None
    who, person = held.popitem()
    post = next(post for post in sorted(posts) if post in posts_on(person, day))
    return Someone(who, "title", post, side=_SIDE, is_sure=False)


def _posts_shortened(reading: Reading) -> Iterator[str]:
    """The posts that the first word of a title may stand for: "SCMA to visit Wuhan"."""
    short = _SHORT_TITLE.match(reading.heading[0].text)
    yield from _list_short_titles(reading.catalog).get(short[0], ()) if short else ()


@once
def _list_short_titles(catalog: Catalog) -> dict[str, list[str]]:
    """The posts of Hong Kong by the initials of their titles, the last word also with more.

    "SHA" is of Home Affairs, "SDEV" of Development, "CS" the Chief Secretary for Administration.
    """
    posts: dict[str, list[str]] = {}
    for body in catalog.organisations.values():
        for post in body.posts:
            words = [word for word in (post.name.en or "").split() if word not in _SMALL]
            ref = f"{body.id}/{post.id}"
            if len(words) > 1 and _is_of_side(ref, catalog):
                initials = "".join(word[0] for word in words)
                ends = (words[-1][:length].upper() for length in (1, 2, 3))
                forms = {initials[:2], *(f"{initials[:-1]}{end}" for end in ends)}
                for form in forms:
                    posts.setdefault(form, []).append(ref)
    return posts


def _is_of_side(post: str, catalog: Catalog) -> bool:
    body = catalog.organisations.get(post.partition("/")[0])
    return body is not None and body.side.value == _SIDE


def _families(reading: Reading) -> Iterator[str]:
    """The family names by which the first paragraphs call people."""
    for paragraph in reading.release.paragraphs[:2]:
        yield from (found["family"] for found in _COURTESY.finditer(paragraph.folded))
