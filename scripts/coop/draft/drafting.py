"""What a release says of an event or a plan, each value with the paragraph that says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from coop.draft.citing import find_source
from coop.draft.dates.schedule import find_day, find_issue_day
from coop.draft.documents.subjects import find_issued_plan, find_plans, is_document, is_of_issue
from coop.draft.documents.unknown import (
    NewBody,
    NewDocument,
    find_bodies,
    find_documents,
    find_new_place,
    find_told_plan,
    read_own_name,
)
from coop.draft.event.kind import find_kind
from coop.draft.event.status import find_status
from coop.draft.names.catalogue import collect_names
from coop.draft.names.people import Someone
from coop.draft.patterns import load_pattern
from coop.draft.people.roles import find_people
from coop.draft.places.finding import Event, find_place, is_online
from coop.draft.platforms.finding import find_platform
from coop.draft.text.addresses import read_address_day, read_address_year
from coop.draft.text.days import CHINESE_YEAR, find_dates
from coop.draft.text.publication import read_publication_day
from coop.draft.text.reading import Found, Reading
from coop.draft.text.release import Release, read_release
from coop.draft.text.times import find_today
from coop.draft.text.tokens import fold_script
from coop.draft.topics import find_topics
from coop.edtf import Precision, parse_edtf
from coop.numerals import read_chinese_year

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.past import Past

_REPLY = ("批复", "批覆", "批復")
_YEAR = re.compile(
    r"(?<!\d)(?<![Bb]y )(?<![Ss]ince )(?<![自从從—–-])((?:19|20)\d\d)"
    r"(?!\d|[—–/-](?:19|20)?\d\d(?!\d)|年(?:以[来來]|起)| [Ee]lection| [Pp]olicy)"
)
_YEAR_OF = re.compile(
    rf"((?:19|20)\d\d|{CHINESE_YEAR})年度?(?=[\u4e00-\u9fff—·-]{{2,18}}(?:活动|计划|会议|论坛|交流会|研讨会)|恰逢|适逢|正值)"
)
_CHINESE_YEAR = re.compile(f"{CHINESE_YEAR}(?=年)")
_LATE, _SHORTLY = timedelta(days=30), timedelta(days=7)
_EARLY = 2
_HEARD = load_pattern("event.heard")
_MONTH_TOLD = re.compile(r"月|[A-Za-z]")


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
    plans: list[Found]
    topics: list[Found]
    documents: list[NewDocument]
    bodies: list[NewBody]
    new_place: Found | None
    document: NewDocument | None = None
    """The new document that the release is of, where it is of one."""

    @property
    def values(self) -> dict[str, Found | None]:
        """What was found where one value is looked for, by key."""
        return {
            "platform": self.platform,
            "ordinal": self.ordinal,
            "kind": self.kind,
            "status": self.status,
            "date": self.day,
            "place": self.place,
        }

    def facts(self) -> dict[str, Any]:
        """The values alone, by key."""
        return {
            "date": "",
            **{key: found.value for key, found in self.values.items() if found},
            "record": self.record,
            "published": self.published.isoformat() if self.published else "",
            "online": self.online,
            "principals": [one.who for one in self.principals],
            "participants": [one.who for one in self.participants],
            "plans": [found.value for found in self.plans],
            "topics": [found.value for found in self.topics],
        }


def draft_release(
    raw: bytes,
    catalog: Catalog,
    past: Past | None = None,
    *,
    published: date | None = None,
    url: str = "",
) -> Draft:
    """What a release says, as far as it is sure; UnreadableError with a message for a person.

    `past`: where the meetings are asked for, if they are not in the catalogue.
    """
    release = read_release(raw)
    address = url or release.url
    came_out = published or _published(release, address) or _on_record(catalog, release, address)
    year = None if came_out else read_address_year(address) or _assume_year(release)
    written = _written(release, came_out, year)
    reading = Reading(release, catalog, collect_names(catalog), written, year, past=past or catalog)
    platform, ordinal = find_platform(reading)
    kind = find_kind(reading, platform.value if platform and platform.is_sure else "")
    day = find_day(reading, kind.value)
    documents = find_documents(reading)
    issued = find_issued_plan(reading)
    document = None if issued else _issued_document(reading, documents)
    if issued or document:
        day = day or find_issue_day(reading)
    if issued:
        kind = Found(catalog.plans[issued].kind.value, "title")
    elif document:
        kind = Found(document.kind, document.at, is_sure=False)
    heads, others = find_people(reading, kind.value, ordinal, day)
    number = int(ordinal.value) if ordinal else None
    place = find_place(reading, Event(kind.value, number, _first_day(day)))
    return Draft(
        release=release,
        url=address,
        published=came_out,
        record="plan" if issued or document else "meeting",
        platform=platform,
        ordinal=ordinal,
        kind=kind,
        status=find_status(reading, day),
        day=day,
        place=place,
        online=is_online(reading),
        principals=heads,
        participants=others,
        plans=_begin_with(issued, find_plans(reading)),
        topics=list(find_topics(reading, platform.value if platform else "")),
        documents=documents,
        bodies=find_bodies(reading),
        new_place=None if place else find_new_place(reading),
        document=document,
    )


def _begin_with(issued: str, plans: Iterable[Found]) -> list[Found]:
    """The plans named, that which has come out before the others."""
    others = [found for found in plans if found.value != issued]
    return [Found(issued, "title"), *others] if issued else others


def _first_day(day: Found | None) -> date | None:
    return parse_edtf(day.value).start if day else None


def _issued_document(reading: Reading, documents: list[NewDocument]) -> NewDocument | None:
    """The new document that the text says has come out; None where it tells of an event."""
    if not is_of_issue(reading):
        return None
    title = reading.release.title
    issued = [one for one in documents if one.how == "issued"]
    early = (one for one in issued if one.at in {"title", "para 1"} or one.name in title)
    if told := next(early, find_told_plan(reading)):
        return told
    if not is_document(reading):
        return None
    return issued[0] if title.endswith(_REPLY) and issued else read_own_name(reading)


def _assume_year(release: Release) -> int | None:
    """The one year that title and first paragraph name, where nothing says when it came out.

    Else the only one whose activities are named below: 「2012年交流活動」.
    """
    for text in (release.heading.text, *(one.text for one in release.paragraphs[:1])):
        told = _CHINESE_YEAR.findall(fold_script(text))
        years = {int(year) for year in _YEAR.findall(text)} | {*map(read_chinese_year, told)}
        if years:
            return years.pop() if len(years) == 1 else None
    found = {year for one in release.paragraphs for year in _YEAR_OF.findall(one.folded)}
    named = {year for said in found if (year := read_chinese_year(said))}
    return named.pop() if len(named) == 1 else None


def _written(release: Release, came_out: date | None, year: int | None) -> date | None:
    """The day that a dateline tells, from which "today" counts; else when the text came out."""
    told = find_dates(fold_script(f"{release.dateline.when}電"), came_out, year)
    has_month = _MONTH_TOLD.search(release.dateline.when) is not None
    days = (
        day.first
        for day in told
        if day.form == "day" and (has_month or (came_out and day.first <= came_out))
    )
    return next(days, _reported(release, came_out) or _today(release, came_out) or came_out)


def _today(release: Release, came_out: date | None) -> date | None:
    """The day that the first paragraphs call today, where it is shortly before they came out."""
    texts = (one.folded for one in release.paragraphs[:_EARLY])
    told = (find_today(text, came_out) for text in texts if came_out)
    day = next(filter(None, told), None)
    return day if day and came_out and came_out - _SHORTLY <= day <= came_out else None


def _reported(release: Release, came_out: date | None) -> date | None:
    """The day of the report that a page repeats long after: 「據十一月二日消息」."""
    opening = release.paragraphs[0].folded if release.paragraphs and came_out else ""
    day = next((one for one in find_dates(opening, came_out) if one.form == "day"), None)
    is_told = day is not None and _HEARD.match(opening, day.end) is not None
    return day.first if day and came_out and is_told and day.first < came_out - _LATE else None


def _published(release: Release, url: str) -> date | None:
    for line in (release.published, *release.closing, *release.dated):
        if line and (day := read_publication_day(line, is_chinese=release.is_chinese)):
            return day
    if day := read_publication_day(release.dateline.when):
        return day
    return read_address_day(url)


def _on_record(catalog: Catalog, release: Release, url: str) -> date | None:
    """The day of publication that the text's own record tells."""
    known = find_source(catalog, release.title, url)
    day = known.published if known else None
    return day.start if day and day.precision is Precision.DAY else None
