"""The source of a draft: the release itself as a record, if it has none yet."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from coop.editing.starting import suggest_id
from coop.model import Kind
from coop.model.vocabulary import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.draft.drafting import Draft
    from coop.model import Source

_NO_TITLE = "[no title]"
_UNKNOWN_PUBLISHER = {"en": "Not known", "zh-Hant": "不詳"}


def cite_release(
    draft: Draft, catalog: Catalog, hosts: Mapping[str, tuple[str, ...]]
) -> tuple[str, dict[str, Any] | None]:
    """The id of the source, and its record if it is a new one."""
    url = draft.url
    known = next((one for one in catalog.sources.values() if _is_same(one, draft)), None)
    if known:
        return known.id, None
    language = draft.release.language.value
    tree: dict[str, Any] = {
        "title": {language: draft.release.title or _NO_TITLE},
        "publisher": _publisher(url, catalog),
        "published": draft.published.isoformat() if draft.published else "",
        "url": url,
        "language": language,
        "grade": _grade(url, hosts) if url else _form_grade(draft),
        "seen": "original" if url else "copy",
    }
    tree = {key: value for key, value in tree.items() if value}
    words = draft.release.title or " ".join(part.text for part in draft.release.paragraphs)
    mark = blake2b(words.encode(), digest_size=3).hexdigest()
    day = draft.published.isoformat().replace("-", "") if draft.published else "undated"
    source_id = suggest_id(Kind.SOURCES, tree) if url else ""
    if not source_id or source_id in catalog.sources:
        source_id = f"release-{day}-{mark}"
    return source_id, tree


def list_doubts(source: Mapping[str, Any]) -> Iterator[str]:
    """What the editor is to check in a drafted source: what stands in it for want of better."""
    if _NO_TITLE in source["title"].values():
        yield "check: title (not found)"
    if source["publisher"] == _UNKNOWN_PUBLISHER:
        yield "check: publisher (not found; write who published it)"
    if "url" not in source:
        yield f"check: grade {source['grade']} (by the form of the text; no address was given)"


def _is_same(source: Source, draft: Draft) -> bool:
    if draft.url:
        return (
            bool(source.url)
            and str(source.url).partition("://")[2] == draft.url.partition("://")[2]
        )
    titles = {text for _, text in source.title.items()}
    return bool(draft.release.title) and draft.release.title in titles


def _publisher(url: str, catalog: Catalog) -> dict[str, str]:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    counted: Counter[tuple[tuple[str, str], ...]] = Counter()
    for source in catalog.sources.values() if host else ():
        theirs = (urlsplit(str(source.url or "")).hostname or "").removeprefix("www.")
        if theirs == host:
            counted[tuple((key.value, text) for key, text in source.publisher.items())] += 1
    return dict(counted.most_common(1)[0][0]) if counted else dict(_UNKNOWN_PUBLISHER)


def _grade(url: str, hosts: Mapping[str, tuple[str, ...]]) -> str:
    host = urlsplit(url).hostname or ""
    for grade, names in hosts.items():
        if any(host == name or host.endswith(f".{name}") for name in names):
            return grade
    return Grade.REPOST.value


def _form_grade(draft: Draft) -> str:
    return Grade.OFFICIAL.value if draft.release.closing else Grade.REPOST.value
