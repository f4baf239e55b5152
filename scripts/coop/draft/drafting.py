"""What a release says of an event or a plan, each value with the paragraph that says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from coop.draft.days import read_publication_day
from coop.draft.event import (
    find_day,
    find_issued_plan,
    find_kind,
    find_place,
    find_plans,
    find_platform,
    find_status,
    find_topics,
    is_online,
)
from coop.draft.names import collect_names
from coop.draft.people import Someone, find_people
from coop.draft.reading import Found, Reading
from coop.draft.release import Release, read_release

if TYPE_CHECKING:
    from coop.catalog import Catalog

_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?=\D|\d{5})")


@dataclass(frozen=True)
class Draft:
    """What was found in a release."""

    release: Release
    url: str
    published: date | None
    record: str
    platform: Found | None
    ordinal: Found | None
    kind: Found | None
    status: Found | None
    day: Found | None
    place: Found | None
    online: bool
    principals: list[Someone]
    participants: list[Someone]
    plans: list[str]
    topics: list[str]

    def facts(self) -> dict[str, Any]:
        """The values alone, by key."""
        singles = ("platform", "ordinal", "kind", "status", "place")
        return {
            **{key: found.value for key in singles if (found := getattr(self, key))},
            "record": self.record,
            "date": self.day.value if self.day else "",
            "published": self.published.isoformat() if self.published else "",
            "online": self.online,
            "principals": [one.who for one in self.principals],
            "participants": [one.who for one in self.participants],
            "plans": self.plans,
            "topics": self.topics,
        }


def draft_release(
    raw: bytes, catalog: Catalog, *, published: date | None = None, url: str = ""
) -> Draft:
    """What a release says, as far as it is sure; UnreadableError with a message for a person."""
    release = read_release(raw)
    came_out = published or _published(release, url or release.url)
    reading = Reading(release, catalog, collect_names(catalog), came_out)
    platform, ordinal = find_platform(reading)
    kind = find_kind(reading, platform.value if platform else "")
    day = find_day(reading)
    number = int(ordinal.value) if ordinal else None
    heads, others = find_people(reading, kind.value if kind else "", number)
    if issued := find_issued_plan(reading):
        kind = Found(catalog.plans[issued].kind.value, "title")
    return Draft(
        release=release,
        url=url or release.url,
        published=came_out,
        record="plan" if issued else "meeting",
        platform=platform,
        ordinal=ordinal,
        kind=kind,
        status=find_status(reading, day),
        day=day,
        place=find_place(reading),
        online=is_online(reading),
        principals=heads,
        participants=others,
        plans=list(find_plans(reading)),
        topics=list(find_topics(reading, platform.value if platform else "")),
    )


def _published(release: Release, url: str) -> date | None:
    for line in (release.published, *release.closing, *release.dated):
        if line and (day := read_publication_day(line)):
            return day
    if day := read_publication_day(release.dateline.when):
        return day
    if found := _IN_URL.search(url):
        try:
            return date(*map(int, found.groups()))
        except ValueError:
            return None
    return None
