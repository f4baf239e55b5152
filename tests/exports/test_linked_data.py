"""Linked data says what the record says, in the words of schema.org, and can do no harm."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from coop.exports.linked.records import Graph
from coop.exports.surroundings import Surroundings
from coop.model import Kind
from coop.text import Language
from tests.pages.record_catalog import HOSTILE, both, record_catalog
from tests.samples import NAME, SOURCE, make_catalog, read_meeting, read_record

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.model import Record

SITE = "https://example.org/records/"
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>')


def describe(catalog: Catalog, ref: str, language: Language = Language.EN) -> dict[str, Any]:
    record = catalog.find(ref)
    assert record
    graph = Graph(catalog, language, SITE).describe_record(record)
    json.dumps(graph)
    main: dict[str, Any] = graph["@graph"][0]
    return main


def said(texts: list[dict[str, str]]) -> dict[str, str]:
    return {text["@language"]: text["@value"] for text in texts}


def test_an_event_of_which_only_the_last_possible_day_is_known_claims_no_day() -> None:
    catalog = make_catalog(read_meeting("2026-01-15-a", "../2026-01-15"))
    event = describe(catalog, "meetings/2026-01-15-a")
    assert "startDate" not in event
    assert "endDate" not in event


def test_a_meeting_is_an_event() -> None:
    event = describe(record_catalog(), "meetings/2001-05-06-first", Language.ZH_HANT)
    assert event["@type"] == "Event"
    assert event["@id"] == f"{SITE}meetings/2001-05-06-first/"
    assert event["url"] == f"{SITE}zh-hant/meetings/2001-05-06-first/"
    assert said(event["name"]) == {
        "en": "First plenary",
        "zh-Hant": "第一次會議",
        "zh-Hans": "第一次会议",
    }
    assert (event["startDate"], event["endDate"]) == ("2001-05-06", "2001-05-06")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["organizer"]["@id"] == f"{SITE}platforms/river/"
    assert event["location"]["@id"] == f"{SITE}places/harbour/"
    assert [each.get("@id", "") for each in event["attendee"]][:2] == [
        f"{SITE}people/ann-lee/",
        f"{SITE}people/wang/",
    ]
    assert said(event["attendee"][2]["name"]) == {"en": "Guest of No Record"}
    assert said(event["alternateName"])["zh-Hant"] == "江河聯席會議第一次會議"
    assert said(event["subjectOf"][0]["name"]) == {"zh-Hant": "會議新聞稿"}
    assert "sameAs" not in json.dumps(event)


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("held", "EventScheduled"),
        ("announced", "EventScheduled"),
        ("postponed", "EventPostponed"),
        ("cancelled", "EventCancelled"),
    ],
)
def test_the_status_of_an_event(status: str, word: str) -> None:
    event = describe(make_catalog(read_meeting("m", "2020-03", status=status)), "meetings/m")
    assert event["eventStatus"] == f"https://schema.org/{word}"
    assert (event["startDate"], event["endDate"]) == ("2020-03", "2020-03")


def test_a_meeting_in_place_of_another_tells_the_day_before() -> None:
    put_off = read_meeting("put-off", "2020-03-01", status="postponed", replaced_by="held")
    event = describe(make_catalog(put_off, read_meeting("held", "2020-05-01")), "meetings/held")
    assert event["eventStatus"] == "https://schema.org/EventRescheduled"
    assert event["previousStartDate"] == "2020-03-01"


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("1998-03/..", "1998-03", None),
        ("XXXX-06-28", None, None),
        ("2024-05-01/2024-06", "2024-05-01", "2024-06"),
        (None, None, None),
    ],
)
def test_no_more_of_a_date_is_said_than_is_known(
    date: str | None, start: str | None, end: str | None
) -> None:
    event = describe(make_catalog(read_meeting("m", date)), "meetings/m")
    assert (event.get("startDate"), event.get("endDate")) == (start, end)


@pytest.mark.parametrize(
    ("kind", "text", "word"),
    [
        (Kind.PLANS, "kind: agreement\nsources: [report]\n", "Legislation"),
        (Kind.PLANS, "kind: five-year-plan\nsources: [report]\n", "CreativeWork"),
        (Kind.PLATFORMS, "sources: [report]\n", "GovernmentOrganization"),
        (Kind.ORGANISATIONS, "side: hksar\n", "GovernmentOrganization"),
        (Kind.PEOPLE, "sources: [report]\n", "Person"),
        (Kind.PLACES, "kind: city\n", "Place"),
        (Kind.TOPICS, "group: other\n", "DefinedTerm"),
    ],
)
def test_the_type_of_a_record(kind: Kind, text: str, word: str) -> None:
    catalog = make_catalog(read_record(kind, NAME + text))
    assert describe(catalog, f"{kind.value}/sample")["@type"] == word


def test_a_person_has_posts_with_their_terms() -> None:
    catalog = record_catalog()
    found = [describe(catalog, f"people/{each}") for each in catalog.people]
    roles = [role for person in found for role in person.get("affiliation", ())]
    assert roles
    assert all(role["@type"] == "OrganizationRole" and role["affiliation"] for role in roles)


def test_the_way_to_a_page_is_a_list_of_addresses() -> None:
    catalog = record_catalog()
    record: Record = catalog.platforms["river"]
    graph = Graph(catalog, Language.ZH_HANS, SITE).describe_record(record)
    path = graph["@graph"][1]
    assert path["@type"] == "BreadcrumbList"
    assert [step["item"] for step in path["itemListElement"]] == [
        f"{SITE}zh-hans/",
        f"{SITE}zh-hans/platforms/",
        f"{SITE}zh-hans/platforms/river/",
    ]


def test_names_cannot_leave_the_script() -> None:
    catalog = make_catalog(read_record(Kind.PLACES, f"name: {both(HOSTILE)}\nkind: city\n"))
    head, foot = Surroundings(catalog, SITE).around("places/sample/", Language.EN)
    (script,) = _SCRIPT.findall(head)
    assert not set(script) & set("<>&")
    assert json.loads(script)["@graph"][0]["name"][0]["@value"] == HOSTILE
    assert "<script>x" not in head + foot


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("", ["WebSite"]),
        ("platforms/", ["CollectionPage", "BreadcrumbList"]),
        ("meetings/year/2024/", ["BreadcrumbList"]),
        ("about/", ["WebPage", "BreadcrumbList"]),
        ("changes/", []),
    ],
)
def test_other_pages_say_what_they_are_and_where_they_stand(address: str, kinds: list[str]) -> None:
    head, _ = Surroundings(record_catalog(), SITE).around(address, Language.EN)
    nodes = [json.loads(script) for script in _SCRIPT.findall(head)]
    assert [each["@type"] for node in nodes for each in node.get("@graph", [node])] == kinds


def test_the_site_tells_how_it_is_searched() -> None:
    head, _ = Surroundings(record_catalog(), SITE).around("", Language.ZH_HANS)
    (script,) = _SCRIPT.findall(head)
    site = json.loads(script)
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{SITE}zh-hans/find/?q={{query}}"
    assert {name["@language"] for name in site["name"]} == set(Language)


def test_the_page_about_the_data_describes_a_data_set() -> None:
    head, foot = Surroundings(record_catalog(), SITE).around("data/", Language.ZH_HANT)
    (script,) = _SCRIPT.findall(head)
    found, path = json.loads(script)["@graph"]
    assert (found["@type"], found["url"]) == ("Dataset", f"{SITE}zh-hant/data/")
    assert [step["name"] for step in path["itemListElement"]] == ["主頁", "數據"]
    assert f"{SITE}data/records.zip" in {each["contentUrl"] for each in found["distribution"]}
    assert "coop-citation" not in foot


def test_nobody_is_named_as_the_publisher_of_a_document_of_which_it_is_not_known() -> None:
    call = read_meeting("2020-04-30-call", "2020-04-30")
    for publisher, named in (("Sample Office", True), ("Not known", False)):
        text = SOURCE.replace("Sample Office", publisher)
        catalog = make_catalog(call, read_record(Kind.SOURCES, text, "report"))
        (document,) = describe(catalog, call.ref)["subjectOf"]
        assert ("publisher" in document) is named


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("", "all"),
        ("meetings/", "all"),
        ("platforms/river/", "river"),
        ("topics/water/", "water"),
        ("people/wang/", None),
        ("about/", None),
    ],
)
def test_a_page_names_the_feed_that_belongs_to_it(address: str, feed: str | None) -> None:
    head, _ = Surroundings(record_catalog(), SITE).around(address, Language.ZH_HANS)
    expected = [f"{SITE}zh-hans/feeds/{feed}.atom"] if feed else []
    pattern = r'<link rel="alternate " type="application/atom\+xml" title="[^"]+" href="([^"]+)">'
    assert re.findall(pattern, head) == expected


def test_reference_managers_find_the_name_and_address_of_a_page() -> None:
    head, _ = Surroundings(record_catalog(), SITE).around("people/wang/", Language.EN)
    found = dict(re.findall(r'<meta name="([^"]+)" content="([^"]+)">', head))
    assert found["DC.identifier"] == f"{SITE}people/wang/"
    assert found["DC.language"] == "en"
    assert set(found) >= {"DC.title", "DC.date", "DC.publisher", "DC.rights"}
