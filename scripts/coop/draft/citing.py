"""The source of a draft: the release itself as a record, if it has none yet."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from coop.editing.starting import suggest_id
from coop.model import Kind
from coop.model.vocabulary import Grade
from coop.script import language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.draft import Draft
    from coop.draft.text.release import Release
    from coop.model import Source

_GRADES = tuple(Grade)
_NO_TITLE = "[no title]"
_NUMBER = re.compile(r"\d{6,}")
_ENOUGH = 60  # sources of a site
_RELEASES = "info.gov.hk"  # whose form tells a release without an address
_UNKNOWN_PUBLISHER = {"en": "Not known", "zh-Hant": "不詳"}


def cite_release(
    draft: Draft, catalog: Catalog, hosts: Mapping[str, tuple[str, ...]]
) -> tuple[str, dict[str, Any] | None]:
    """The id of the source, and its record if it is a new one."""
    url = draft.url
    if known := find_source(catalog, draft.release.title, url, draft.published):
        return known.id, None
    language = draft.release.language.value
    publisher = _publisher(_host(url) or _home(draft.release), catalog)
    origin = draft.release.origin
    tree: dict[str, Any] = {
        "title": {language: draft.release.title or _NO_TITLE},
        "publisher": publisher
        or ({language_of(origin).value: origin} if origin else _UNKNOWN_PUBLISHER),
        "published": draft.published.isoformat() if draft.published else "",
        "url": url,
        "language": language,
        "grade": (_grade(url, hosts) or Grade.REPOST.value) if url else _form_grade(draft),
        "seen": "original" if url else "copy",
    }
    tree = {key: value for key, value in tree.items() if value}
    words = draft.release.title or " ".join(part.text for part in draft.release.paragraphs)
    mark = blake2b(words.encode(), digest_size=3).hexdigest()
    day = draft.published.isoformat().replace("-", "") if draft.published else "undated"
    named = tree if publisher else {**tree, "publisher": {"en": _host(url).partition(".")[0]}}
    source_id = suggest_id(Kind.SOURCES, named) if url else ""
    if not source_id or source_id in catalog.sources:
        source_id = f"release-{day}-{mark}"
    return source_id, tree


def find_source(
    catalog: Catalog, title: str, url: str, published: date | None = None
) -> Source | None:
    """The record of a text: of its address, else of its title and day.

    None where there is none, or where texts of several days have the title and no day is known.
    """
    same = [one for one in catalog.sources.values() if _is_same(one, title, url, published)]
    is_of_one_day = len({one.published for one in same}) == 1
    return min(same, key=lambda one: _GRADES.index(one.grade)) if is_of_one_day else None


def may_be_asked(release: Release, url: str) -> Callable[[Kind, bytes], bool]:
    """Whether the draft of a text may ask for a record, judged by the record's kind and bytes.

    Of the sources, which are half of all records, only those of the text's site, or, where its
    address is not known, those with its title; of a site with many, enough to see who publishes
    there, and any of the text's own address or number. For meetings it asks later (`draft.past`).
    """
    words = re.findall(r"\w+", release.title)
    told = {_host(url) or max(words, key=len, default=""), _home(release)} - {""}
    marks = [one.encode() for one in told]
    name = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    number = _NUMBER.search(name)  # which it has in each language
    own = (number[0] if number else name).encode()
    asked = count(1)

    def is_asked(kind: Kind, raw: bytes) -> bool:
        if kind is not Kind.SOURCES:
            return kind is not Kind.MEETINGS
        if not any(mark in raw for mark in marks):
            return False
        return not url or next(asked) <= _ENOUGH or own in raw

    return is_asked


def list_doubts(
    source: Mapping[str, Any], hosts: Mapping[str, tuple[str, ...]], origin: str = ""
) -> Iterator[str]:
    """What the editor is to check in a drafted source: what stands in it for want of better."""
    if _NO_TITLE in source["title"].values():
        yield "check: title (not found)"
    if source["publisher"] == _UNKNOWN_PUBLISHER:
        yield "check: publisher (not found; write who published it)"
    is_origin = origin in source["publisher"].values()
    if is_origin:
        yield "check: publisher (the text says that it is from there; write who published it)"
    url, grade = source.get("url", ""), source["grade"]
    if not url:
        by_form = "by the form of the text; no address was given"
        if source["publisher"] != _UNKNOWN_PUBLISHER and not is_origin:
            yield f"check: publisher ({by_form})"
        yield f"check: grade {grade} ({by_form})"
    elif not _grade(url, hosts):
        yield (
            f"check: grade {grade} (the site is new here: write whose it is, and add the line "
            f"'  - {_host(url)}' to data/hosts.yaml, below that grade)"
        )


def _is_same(source: Source, title: str, url: str, published: date | None) -> bool:
    if url:
        return bool(source.url) and str(source.url).partition("://")[2] == url.partition("://")[2]
    if not title or title not in (text for _, text in source.title.items()):
        return False
    day = source.published.start if source.published else None
    return published is None or day == published


def _home(release: Release) -> str:
    """The host that the form of a text tells."""
    return _RELEASES if release.closing else ""


def _publisher(host: str, catalog: Catalog) -> dict[str, str]:
    """Who most sources on record of a host were published by; empty where there are none."""
    counted: Counter[tuple[tuple[str, str], ...]] = Counter()
    for source in catalog.sources.values() if host else ():
        if host in (source.url or "") and _host(source.url or "") == host:
            counted[tuple((key.value, text) for key, text in source.publisher.items())] += 1
    return dict(counted.most_common(1)[0][0]) if counted else {}


def _host(url: str) -> str:
    """The host of an address without `www.`; empty where there is none."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _grade(url: str, hosts: Mapping[str, tuple[str, ...]]) -> str:
    """The grade under which the host of an address is listed; empty where it is under none."""
    host = urlsplit(url).hostname or ""
    for grade in Grade:
        if any(host == name or host.endswith(f".{name}") for name in hosts.get(grade, ())):
            return grade.value
    return ""


def _form_grade(draft: Draft) -> str:
    return Grade.OFFICIAL.value if draft.release.closing else Grade.REPOST.value
