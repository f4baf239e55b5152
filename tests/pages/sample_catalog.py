"""A small made-up catalogue for the pages that look at all records together."""

from __future__ import annotations

from coop.catalog import Catalog
from coop.model import Kind
from tests.samples import NAME, SOURCE, make_catalog, meeting_text, read_meeting, read_record

HOSTILE = '<script>x</script> *a* [b](c) # \\ "q" `d` {#e}'
NAMED = "name: {{en: {0}, zh-Hant: {0}}}\n"

PLATFORM = "name: {en: Ten One, zh-Hant: 十之一}\ncmab_order: 1\nsources: [report]\n"
OTHER_PLATFORM = "name: {en: Another, zh-Hant: 另一個}\nsources: [report]\n"
OFFICIAL = """\
title: {en: Press release}
publisher: {en: Sample Office}
published: 2024-03-01
url: https://www.example.org/a
language: en
grade: official
seen: original
"""
ORGANISATION = """\
name: {en: Office, zh-Hant: 辦公室}
side: hksar
posts: [{id: head, name: {en: Head, zh-Hant: 主任}}]
"""
PERSON = """\
name: {zh-Hant: 陳大文}
posts: [{post: office/head, period: 2000/.., sources: [report]}]
sources: [report]
gaps:
  - text: {en: A gap of a person., zh-Hant: 人物待查。}
    look: {en: The archive., zh-Hant: 檔案館。}
"""
OUTCOMES = """\
outcomes:
  - {kind: agreed, text: {en: One., zh-Hant: 一。}, sources: [{id: release, at: para 2}]}
  - {kind: agreed, text: {en: Two., zh-Hant: 二。}, sources: [report]}
"""


def sample_catalog(*more_meetings: str) -> Catalog:
    """Two platforms with meetings, a call, plans, one of everything else; `more` are ids to add."""
    meetings = [
        read_record(Kind.MEETINGS, _first(), "2000-02-03-first"),
        read_meeting("2004-05-06-third", "2004-05-06", platform="ten-one", ordinal=3),
        read_meeting("2010-soon", "2010", platform="ten-one", status="announced"),
        read_meeting("2024-02-20-call", "2024-02-20", kind="call"),
        read_meeting("2024-12-01-next", "2024-12-01", status="announced", kind="visit"),
        read_meeting("undated-visit", None, kind="visit", platform="another"),
        *(read_meeting(one, one[:10], platform="another") for one in more_meetings),
    ]
    return make_catalog(
        *meetings,
        read_record(Kind.PLATFORMS, PLATFORM, "ten-one"),
        read_record(Kind.PLATFORMS, OTHER_PLATFORM, "another"),
        read_record(Kind.SOURCES, SOURCE, "report"),
        read_record(Kind.SOURCES, OFFICIAL, "release"),
        read_record(Kind.ORGANISATIONS, ORGANISATION, "office"),
        read_record(Kind.PEOPLE, PERSON, "chan"),
        read_record(Kind.PLANS, _plan("2023/2026"), "current"),
        read_record(Kind.PLANS, _plan("2001/2005"), "past"),
        read_record(Kind.PLANS, _plan("2020/.."), "old-open"),
        read_record(Kind.PLANS, _plan("2022/..") + "supersedes: [old-open]\n", "open"),
        read_record(Kind.PLACES, NAME + "kind: province\n", "province"),
        read_record(Kind.PLACES, NAME + "kind: city\npart_of: province\n", "city"),
        read_record(Kind.TOPICS, NAME + "group: other\n", "topic"),
    )


def _first() -> str:
    someone = "[{person: chan, post: office/head}, {post: office/head}]"
    keys = {"platform": "ten-one", "ordinal": 1, "place": "city", "topics": "[topic]"}
    return meeting_text("2000-02-03", principals=someone, **keys) + OUTCOMES


def _plan(period: str) -> str:
    return (
        f"{NAME}kind: agreement\nissued: {period[:4]}-01-15\nperiod: {period}\nsources: [report]\n"
    )


def hostile_catalog() -> Catalog:
    """Records whose names and texts are full of marks that Markdown and HTML would read."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    name = NAMED.format(quoted)
    gap = f"gaps: [{{text: {{en: {quoted}, zh-Hant: {quoted}}}}}]\n"
    meeting = (
        name
        + gap
        + "kind: plenary\nstatus: held\ndate: 2020-01-02\nplatform: p\nsources: [report]\n"
    )
    source = SOURCE.replace("Sample report", quoted).replace("Sample Office", quoted)
    return make_catalog(
        read_record(Kind.MEETINGS, meeting, "2020-01-02-x"),
        read_record(Kind.PLATFORMS, name + "cmab_order: 1\nsources: [report]\n", "p"),
        read_record(Kind.SOURCES, source, "report"),
        read_record(Kind.PEOPLE, name + "sources: [report]\n", "someone"),
        read_record(
            Kind.PLANS, name + "kind: other\nperiod: 2019/2021\nsources: [report]\n", "plan"
        ),
        read_record(Kind.PLACES, name + "kind: city\n", "place"),
        read_record(Kind.TOPICS, name + "group: other\n", "topic"),
        read_record(Kind.ORGANISATIONS, name + "side: macao\n", "body"),
    )
