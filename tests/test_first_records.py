"""The documents that the project began from: every name in them has its record."""

from __future__ import annotations

from pathlib import Path

import pytest

from coop.catalog import Catalog, build_catalog
from coop.loading import load
from coop.model.records.record import Named
from coop.model.vocabulary import MeetingKind, OutcomeKind, TopicGroup

DATA = Path(__file__).resolve().parent.parent / "data"
NAMES = {
    "Hong Kong/Guangdong Co": "platforms/hk-guangdong-joint-conference",
    "Hong Kong/Shenzhen Co": "platforms/hk-shenzhen-cooperation-meeting",
    "Pan-Pearl River Delta": "platforms/pprd-forum",
    "Shanghai Co": "platforms/hk-shanghai-cooperation-conference",
    "Beijing Co": "platforms/hk-beijing-cooperation-conference",
    "Macao Co": "platforms/hk-macao-high-level-meeting",
    "Fujian Co": "platforms/hk-fujian-cooperation-conference",
    "Sichuan Co": "platforms/hk-sichuan-cooperation-conference",
    "Hubei Co": "platforms/hk-hubei-cooperation-conference",
    "Chongqing Co": "platforms/hk-chongqing-cooperation-conference",
    "Qianhai": "platforms/qianhai-task-force",
    "National Development and Reform Commission": "organisations/ndrc",
    "Department of Regional Economy": "organisations/ndrc-regional-economy",
    "Qianhai Authority": "organisations/qianhai-authority",
    "Constitutional and Mainland Affairs Bureau": "organisations/cmab",
    "Invest Hong Kong": "organisations/investhk",
    "Hong Kong Trade Development Council": "organisations/hktdc",
    "Nanshan": "organisations/nanshan-government",
    "Bao'an": "organisations/baoan-government",
    "Hong Kong Federation of Youth Groups": "organisations/hkfyg",
    "Enterprises Service Centre": "organisations/qianhai-hong-kong-enterprises-service-centre",
    "Youth Development Centre": "organisations/qianhai-hong-kong-youth-development-centre",
    "Guangdong": "organisations/guangdong-government",
    "Shenzhen Municipal": "organisations/shenzhen-government",
    "Commerce and Economic Development": "organisations/cedb",
    "Financial Services and the Treasury": "organisations/fstb",
    "Development Bureau": "organisations/devb",
    "Home and Youth Affairs": "organisations/hyab",
    "Innovation, Technology and Industry": "organisations/itib",
    "Hong Kong Special Administrative Region": "organisations/hksar-government",
    "John Lee": "people/john-lee",
    "Zheng Shanjie": "people/zheng-shanjie",
    "Wu Shulin": "people/wu-shulin",
    "Erick Tsang": "people/erick-tsang",
    "Wang Shourui": "people/wang-shourui",
    "Bernard Chan": "people/bernard-chan-pak-li",
    "Joseph Chan": "people/joseph-chan",
    "David Lam": "people/david-lam",
    "Clarence Leung": "people/clarence-leung",
    "Lilian Cheong": "people/lilian-cheong",
    "Maisie Chan": "people/maisie-chan",
    "Alpha Lau": "people/alpha-lau",
    "14th Five-Year Plan": "plans/national-14th-five-year-plan",
    "Overall Development Plan": "plans/qianhai-overall-development-plan-2023",
    "Shenzhen Park of": "plans/hetao-shenzhen-park-plan-2023",
    "Northern Metropolis Action Agenda": "plans/northern-metropolis-action-agenda-2023",
    "Innovation and Technology Development Blueprint": "plans/innovation-technology-blueprint-2022",
    "Guangdong-Hong Kong-Macao Greater Bay Area": "plans/gba-outline-development-plan-2019",
    "Belt and Road": "plans/belt-and-road-initiative",
    "Youth Innovation and Entrepreneur": "places/qianhai-youth-hub",
    "Qianhai Shenzhen-Hong Kong": "places/qianhai",
    "Hetao": "places/hetao",
    "Northern Metropolis": "places/northern-metropolis",
    "Greater Bay Area": "places/greater-bay-area",
    "Headquarters economy": "topics/headquarters-economy",
    "Dual circulation": "topics/dual-circulation",
    "Market access": "topics/market-access",
    "New industrialisation": "topics/new-industrialisation",
    "Cultural and creative industries": "topics/cultural-creative-industries",
    "Youth": "topics/youth",
    "Talent": "topics/talent",
    "lignment of rules": "topics/rules-alignment",
}
CMAB_ORDER = (
    "hk-guangdong-joint-conference",
    "hk-shenzhen-cooperation-meeting",
    "pprd-forum",
    "hk-shanghai-cooperation-conference",
    "hk-beijing-cooperation-conference",
    "hk-macao-high-level-meeting",
    "hk-fujian-cooperation-conference",
    "hk-sichuan-cooperation-conference",
    "hk-hubei-cooperation-conference",
    "hk-chongqing-cooperation-conference",
)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    loaded = load(DATA)
    return build_catalog([entry.record for entry in loaded.entries], loaded.redirects)


@pytest.mark.parametrize(("name", "ref"), NAMES.items())
def test_every_name_has_its_record(catalog: Catalog, name: str, ref: str) -> None:
    record = catalog.find(ref)
    assert isinstance(record, Named), ref
    names = [record.name, record.short, *record.other_names]
    words = " | ".join(text.en or "" for text in names if text).replace("’", "'")
    assert name.casefold() in words.casefold(), f"{name} is none of the names of {ref}: {words}"


def test_the_ten_platforms_stand_in_the_order_of_the_bureau(catalog: Catalog) -> None:
    assert tuple(catalog.platforms)[:10] == CMAB_ORDER
    assert [catalog.platforms[name].cmab_order for name in CMAB_ORDER] == list(range(1, 11))


def test_the_eleven_areas_and_the_eight_centres_are_complete(catalog: Catalog) -> None:
    groups = {group: [] for group in TopicGroup}  # type: dict[TopicGroup, list[int | None]]
    for topic in catalog.topics.values():
        groups[topic.group].append(topic.order)
    assert groups[TopicGroup.CMAB_AREAS] == list(range(1, 12))
    assert groups[TopicGroup.EIGHT_CENTRES] == list(range(1, 9))
    plan = catalog.plans["national-14th-five-year-plan"]
    centres = {t.id for t in catalog.topics.values() if t.group is TopicGroup.EIGHT_CENTRES}
    assert centres <= set(plan.topics)


def test_the_first_qianhai_meeting_is_there_in_full(catalog: Catalog) -> None:
    meeting = catalog.meetings["2024-02-06-qianhai-task-force-1"]
    assert (str(meeting.date), meeting.ordinal, meeting.place) == ("2024-02-06", 1, "shenzhen")
    assert [someone.person for someone in meeting.principals] == ["erick-tsang", "wang-shourui"]
    officials = [someone.person for someone in meeting.participants if someone.person]
    assert officials == [
        "bernard-chan-pak-li",
        "joseph-chan",
        "david-lam",
        "clarence-leung",
        "lilian-cheong",
        "maisie-chan",
        "alpha-lau",
    ]
    assert "ndrc/representative" in [someone.post for someone in meeting.participants]
    memorandum = catalog.plans["qianhai-enterprises-service-centre-mou-2024"]
    assert set(memorandum.parties) == {
        "qianhai-authority",
        "investhk",
        "hktdc",
        "nanshan-government",
        "baoan-government",
    }
    launched = [o for o in meeting.outcomes if o.kind is OutcomeKind.LAUNCHED]
    assert len(launched) == 2


@pytest.mark.parametrize(
    ("meeting_id", "date", "place", "principals"),
    [
        ("2023-12-20-ce-calls-on-ndrc", "2023-12-20", "beijing", {"john-lee", "zheng-shanjie"}),
        (
            "2024-02-26-qianhai-plan-promotion",
            "2024-02-26",
            "hong-kong",
            {"erick-tsang", "wu-shulin"},
        ),
    ],
)
def test_the_two_other_events(
    catalog: Catalog, meeting_id: str, date: str, place: str, principals: set[str]
) -> None:
    meeting = catalog.meetings[meeting_id]
    assert (str(meeting.date), meeting.place) == (date, place)
    assert principals <= {someone.person for someone in meeting.principals}


def test_every_plenary_with_guangdong_is_there(catalog: Catalog) -> None:
    plenaries = [
        meeting
        for meeting in catalog.meetings_of(catalog.platforms["hk-guangdong-joint-conference"])
        if meeting.kind is MeetingKind.PLENARY
    ]
    held = [meeting.ordinal for meeting in plenaries if meeting.status.value == "held"]
    assert held == list(range(1, 25))
    assert [m.replaced_by for m in plenaries if m.status.value == "postponed"] == [
        "2024-07-12-hk-guangdong-plenary-24"
    ]
