"""Feeds tell what became known, newest first, in the form that feed readers ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import feedparser  # type: ignore[import-untyped]  # it brings no types
import pytest

from coop.exports.following.feeds import feed_files
from coop.model import Kind
from tests.histories import remember
from tests.samples import NAME, SOURCE, make_catalog, meeting_text, read_meeting, read_record

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.history.past import History

SITE = "https://example.org/records/"
HOSTILE = "name: {en: 'A <b> & \"c\"', zh-Hant: 甲<乙>}\nsources: [report]\n"
PLAN = NAME + "kind: agreement\nissued: 2020-06\nplatform: joint\nsources: [late]\n"
STATEMENT = (
    "outcomes: [{kind: agreed, text: {en: One., zh-Hant: 一。}, sources: [late]}]\nplace: city\n"
)


def source(published: str | None) -> str:
    line = f"published: {published}\n" if published else ""
    return SOURCE.replace("published: 2020-05-01\n", line)


def catalog(**redirects: str) -> Catalog:
    moved = {key.replace("__", "/"): new for key, new in redirects.items()}
    told = "name: {en: Told, zh-Hant: 所述}\nkind: call\nstatus: held\ndate: 2001\n"
    return make_catalog(
        read_meeting("old", "2001-01-01", platform="joint", topics="[youth]"),
        read_record(Kind.MEETINGS, told + STATEMENT + "sources: [report]\n", "told"),
        read_meeting("undated-source", "2002-02-02", sources="[undated]"),
        read_record(Kind.PLANS, PLAN, "plan"),
        read_record(Kind.PLATFORMS, HOSTILE, "joint"),
        read_record(Kind.TOPICS, NAME + "group: other\n", "youth"),
        read_record(Kind.PLACES, "name: {en: City, zh-Hant: 城}\nkind: city\n", "city"),
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_record(Kind.SOURCES, source("2021-03-04"), "late"),
        read_record(Kind.SOURCES, source(None), "undated"),
        redirects=moved,
    )


def files(records: Catalog) -> dict[str, bytes]:
    return {file.path: file.render() for file in feed_files(records, SITE)}


def read(records: Catalog, path: str) -> Any:
    parsed = feedparser.parse(files(records)[path])
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


@pytest.mark.parametrize("path", sorted(files(catalog())))
def test_every_feed_is_read_without_a_complaint(path: str) -> None:
    parsed = read(catalog(), path)
    assert parsed.version == "atom10"
    feed = parsed.feed
    assert feed.id
    assert feed.title
    assert feed.updated
    assert feed.author
    links = {link.rel: link.href for link in feed.links}
    assert links["self"] == SITE + path
    tags = {"zh-hant": "zh-Hant", "zh-hans": "zh-Hans"}
    assert feed.title_detail.language == tags.get(path.partition("/")[0], "en")


def test_entries_stand_by_the_newest_document_behind_them() -> None:
    entries = read(catalog(), "feeds/all.atom").entries
    assert [(entry.title, entry.updated[:10]) for entry in entries] == [
        ("Sample", "2021-03-04"),
        ("Told", "2021-03-04"),
        ("Sample", "2020-05-01"),
    ]
    assert [entry.link.removeprefix(SITE) for entry in entries] == [
        "plans/plan/",
        "meetings/told/",
        "meetings/old/",
    ]


def test_what_is_to_come_has_a_feed_of_its_own() -> None:
    soon = "name: {en: Soon, zh-Hant: 將至}\nkind: call\nstatus: announced\ndate: 2021-04-01\n"
    records = make_catalog(
        read_meeting("held", "2021-01-01"),
        read_record(Kind.MEETINGS, soon + "sources: [late]\n", "soon"),
        read_record(Kind.SOURCES, source("2021-03-04"), "late"),
    )
    parsed = read(records, "zh-hant/feeds/upcoming.atom")
    assert "即將舉行" in parsed.feed.title
    assert [entry.title for entry in parsed.entries] == ["將至"]


def test_an_entry_says_what_when_and_where() -> None:
    told = read(catalog(), "feeds/all.atom").entries[1]
    assert told.summary == "Call · Held · 2001 · City"
    chinese = read(catalog(), "zh-hans/feeds/all.atom").entries[1]
    assert (chinese.title, chinese.link) == ("所述", f"{SITE}zh-hans/meetings/told/")


def test_ids_differ_between_languages_and_outlast_the_address_and_a_rename() -> None:
    ids = {
        entry.id
        for path in ("feeds/all.atom", "zh-hant/feeds/all.atom", "zh-hans/feeds/all.atom")
        for entry in read(catalog(), path).entries
    }
    assert len(ids) == 9
    assert not any(SITE in each for each in ids)
    renamed = read(catalog(meetings__first="meetings/old"), "feeds/youth.atom")
    assert renamed.entries[0].id == "tag:hk-mainland-records,2026:en/meetings/first"


def test_a_platform_has_its_meetings_and_plans_and_keeps_its_old_address() -> None:
    records = catalog(platforms__forum="platforms/joint")
    parsed = read(records, "feeds/joint.atom")
    assert parsed.feed.title.startswith('A <b> & "c" – ')
    assert len(parsed.entries) == 2
    assert files(records)["feeds/forum.atom"] == files(records)["feeds/joint.atom"]


def test_a_long_feed_holds_the_newest() -> None:
    many = [read_meeting(f"m{number:03}", "2000", sources="[report]") for number in range(130)]
    parsed = read(
        make_catalog(*many, read_record(Kind.SOURCES, SOURCE, "report")), "feeds/all.atom"
    )
    assert len(parsed.entries) == 100
    assert parsed.entries[0].link.endswith("meetings/m129/")


def remembered() -> History:
    old = {"meetings/2001/old": meeting_text("2001-01-01", platform="joint")}
    told = {"meetings/2001/told": meeting_text("2000"), "places/city": NAME}
    again = {"meetings/2001/told": meeting_text("2001"), "sources/2020/report": SOURCE}
    return remember(old, told, again, {"platforms/joint": HOSTILE})


def read_remembered(path: str) -> Any:
    made = {file.path: file.render for file in feed_files(catalog(), SITE, remembered())}
    parsed = feedparser.parse(made[path]())
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def test_with_a_history_new_records_and_corrections_are_told() -> None:
    parsed = read_remembered("feeds/all.atom")
    assert [(entry.title, entry.updated) for entry in parsed.entries] == [
        ('A <b> & "c"', "2024-01-04T08:00:00+08:00"),
        ("Corrected: Told", "2024-01-03T08:00:00+08:00"),
        ("Told", "2024-01-02T08:00:00+08:00"),
        ("City", "2024-01-02T08:00:00+08:00"),
        ("Sample", "2024-01-01T08:00:00+08:00"),
    ]
    assert parsed.feed.updated == parsed.entries[0].updated
    corrected = parsed.entries[1]
    assert corrected.id == "tag:hk-mainland-records,2026:en/meetings/told#2024-01-03"
    assert corrected.summary == "Date: 2000 → 2001"
    assert len({entry.id for entry in parsed.entries}) == len(parsed.entries)


def test_a_platforms_feed_tells_of_its_meetings_and_of_itself() -> None:
    parsed = read_remembered("zh-hant/feeds/joint.atom")
    assert [entry.title for entry in parsed.entries] == ["甲<乙>", "示例"]
    assert parsed.entries[0].summary == "合作平台"
