"""Who receives a guest, sees one off or goes along, and who came for a side that only attended."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

if TYPE_CHECKING:
    from coop.draft.draft import Draft


def draft(text: str) -> Draft:
    return draft_release(text.encode(), read_catalog(), published=date(2019, 3, 4))


def people(text: str) -> tuple[list[str], list[str]]:
    """The heads and the others."""
    found = draft(text).facts()
    return found["principals"], found["participants"]


@pytest.mark.parametrize(
    ("told", "heads"),
    [
        (
            (
                "Vice Minister Lu Dahao came to Hong Kong today. Waiting for Lu at the station "
                "were Chief Secretary Matthew Cheung, Secretary for Parks Chan Siu-ming and others."
            ),
            ["Lu Dahao", "matthew-cheung"],
        ),
        (
            (
                "Vice Minister Lu Dahao ended a visit to Hong Kong today. He was seen off at "
                "the station by Chief Secretary Matthew Cheung and Secretary Chan Siu-ming."
            ),
            ["Lu Dahao", "matthew-cheung"],
        ),
        (
            (
                "The Chief Secretary for Administration, Mr Matthew Cheung, is on a visit to "
                "Fuzhou. The Mayor of Fuzhou, Mr Lu Dahao, gave the delegation a warm welcome."
            ),
            ["matthew-cheung", "Lu Dahao"],
        ),
        (
            "副部長盧大浩今日抵港訪問。政務司司長張建宗到機場迎接盧大浩一行。",
            ["盧大浩", "matthew-cheung"],
        ),
        (
            "副部长卢大浩今日结束访港行程。到车站送行的有政务司司长张建宗、局长陈小明。",
            ["卢大浩", "matthew-cheung"],
        ),
    ],
)
def test_who_awaits_or_sees_off_a_guest_is_the_host(told: str, heads: list[str]) -> None:
    assert people(f"Visit\n\n{told}")[0] == heads


@pytest.mark.parametrize(
    "told",
    [
        "政務司司長張建宗今日到訪福州。在福州市市長盧大浩陪同下，張建宗參觀公園。",
        "政务司司长张建宗今日到访福州，福州市市长卢大浩陪同参观公园。",
        (
            "Chief Secretary Matthew Cheung visited Fuzhou today. He went to a park accompanied "
            "by the Mayor of Fuzhou, Mr Lu Dahao."
        ),
    ],
)
def test_whoever_of_the_other_side_goes_along_is_the_host_to_be_checked(told: str) -> None:
    heads = draft(f"兩地加強合作\n\n{told}").principals
    assert heads[0].who == "matthew-cheung"
    assert [(one.who, one.is_sure) for one in heads[1:]] in (
        [("盧大浩", False)],
        [("卢大浩", False)],
        [("Lu Dahao", False)],
    )


def test_who_goes_along_of_the_same_side_is_no_host() -> None:
    told = "政務司司長張建宗今日到訪福州。在香港公園事務署署長陳小明陪同下，他參觀公園。"
    assert people(f"兩地加強合作\n\n{told}") == (["matthew-cheung"], ["陳小明"])


@pytest.mark.parametrize(
    "told",
    [
        "政務司司長張建宗明日應福州市市長盧大浩之邀訪問福州。",
        (
            "The Chief Secretary, Mr Matthew Cheung, will visit Fuzhou tomorrow at the invitation "
            "of the Mayor of Fuzhou, Mr Lu Dahao."
        ),
    ],
)
def test_who_only_invited_is_no_host(told: str) -> None:
    assert people(f"兩地加強合作\n\n{told}")[0] == ["matthew-cheung"]


@pytest.mark.parametrize(
    "told",
    [
        (
            "政務司司長張建宗今日聯同福建省副省長盧大浩和澳門園林局局長何小明，"
            "出席在福州舉行的閩港澳公園工作會議。"
        ),
        (
            "閩港澳公園合作第三次會議今日舉行。出席會議的特區政府官員由政務司司長張建宗帶領。"
            "出席會議的內地官員包括福建省副省長盧大浩、局長方大明。"
            "出席會議的澳門代表包括澳門園林局局長何小明。"
        ),
        (
            "The third Fujian-Hong Kong-Macao parks co-operation meeting was held today. Chief "
            "Secretary Matthew Cheung, Fujian Vice Governor Lu Dahao and Macau Secretary for "
            "Social Affairs & Culture Ho Siu-ming were there."
        ),
    ],
)
def test_of_each_side_that_only_attended_the_first_heads_it(told: str) -> None:
    heads = people(f"兩地加強合作\n\n{told}")[0]
    assert heads[0] == "matthew-cheung"
    assert heads[1:] in (["盧大浩", "何小明"], ["Lu Dahao", "Ho Siu-ming"])


@pytest.mark.parametrize(
    ("told", "others"),
    [
        ("港方代表包括公園事務署署長陳小明及園藝處處長何大明。", ["陳小明", "何大明"]),
        ("香港方面有公園事務署署長陳小明。", ["陳小明"]),
        ("同行的公園諮詢委員會主席陳小明表示，會上談到樹木。", ["陳小明"]),
        (
            "Parks Commissioner Chan Siu-ming and five officers made up the Hong Kong delegation.",
            ["Chan Siu-ming"],
        ),
        (
            "The Commissioner for Parks, Mr Chan Siu-ming, was at the meetings as well.",
            ["Chan Siu-ming"],
        ),
    ],
)
def test_who_is_counted_among_a_side_came_along(told: str, others: list[str]) -> None:
    first = (
        "The Chief Secretary, Mr Matthew Cheung, met the Mayor of Fuzhou, Mr Lu Dahao, today."
        if told.isascii()
        else "政務司司長張建宗今日在福州與福州市市長盧大浩會面。"
    )
    heads, found = people(f"兩地加強合作\n\n{first}\n\n{told}")
    assert heads[0] == "matthew-cheung"
    assert len(heads) == len(("Cheung", "Lu"))
    assert found == others


@pytest.mark.parametrize(
    ("told", "heads"),
    [
        (
            "政務司司長張建宗與公園局局長陳小明今日會見福州市市長盧大浩。",
            ["matthew-cheung", "陳小明", "盧大浩"],
        ),
        (
            "政务司司长张建宗、公园局局长陈小明今日在福州与福州市市长卢大浩会面。",
            ["matthew-cheung", "陈小明", "卢大浩"],
        ),
        (
            (
                "The Mayor of Fuzhou, Mr Lu Dahao, held separate meetings today with "
                "Matthew Cheung, chief secretary of the HKSAR; and Fang Daming, vice governor "
                "of Fujian."
            ),
            ["Lu Dahao", "matthew-cheung", "Fang Daming"],
        ),
        (
            "福州市市長盧大浩今日在港先後拜會政務司司長張建宗和福建省副省長方大明。",
            ["盧大浩", "matthew-cheung", "方大明"],
        ),
    ],
)
def test_two_of_one_side_who_meet_or_are_met_each_by_each_head_it(
    told: str, heads: list[str]
) -> None:
    assert people(f"兩地加強合作\n\n{told}")[0] == heads


def test_of_a_long_list_of_hosts_the_first_receives() -> None:
    told = "福州園林局盧大浩局長、方大明政委、容小梅副局長分別與來訪的香港公園商會會長陳小明見面。"
    assert people(f"兩地加強合作\n\n{told}")[0] == ["盧大浩", "陳小明"]


def test_company_told_in_passing_ends_before_the_verb() -> None:
    told = (
        "The Chief Secretary, Mr Matthew Cheung, accompanied by the Secretary for Parks, "
        "Ms Chan Siu-ming, called on the Mayor of Fuzhou, Mr Lu Dahao, today."
    )
    found = people(f"Talks on parks\n\n{told}")
    assert found == (["matthew-cheung", "Lu Dahao"], ["Chan Siu-ming"])


def test_who_spoke_for_the_sides_heads_them_before_a_deputy_who_presided() -> None:
    told = (
        "公園合作工作會議今日在福州召開。福州市園林局局長盧大浩、香港公園事務署署長陳小明"
        "出席會議並致辭。會議由福州市園林局副局長方大明主持。"
    )
    assert people(f"兩地加強合作\n\n{told}") == (["盧大浩", "陳小明"], ["方大明"])


def test_of_four_parties_each_has_a_head() -> None:
    told = (
        "Hong Kong Chief Secretary Matthew Cheung put his name to an accord today. The four-party "
        "accord was inked with director of the National Parks Administration, Lu Dahao, and "
        "secretary for parks of the Macao SAR, Ho Siu-ming."
    )
    found = people(f"Accord on parks\n\n{told}")[0]
    assert found == ["matthew-cheung", "Lu Dahao", "Ho Siu-ming"]


@pytest.mark.parametrize(
    ("told", "heads", "others"),
    [
        (
            (
                "Vice Minister Lu Dahao went on with his visit to Hong Kong today, accompanied by "
                "the Chief Secretary, Mr Matthew Cheung. In the company of Mr Cheung and the "
                "Secretary for Parks, Ms Chan Siu-ming, Mr Lu saw a park."
            ),
            ["Lu Dahao", "matthew-cheung"],
            ["Chan Siu-ming"],
        ),
        (
            (
                "Witnessed by Vice Minister Lu Dahao, Mr Matthew Cheung signed a deal today with "
                "Fujian Vice Governor Fang Daming, Fuzhou Mayor Pang Zhixin and Macau Secretary "
                "for Parks Ho Siu-ming."
            ),
            ["matthew-cheung", "Fang Daming", "Pang Zhixin", "Ho Siu-ming"],
            ["Lu Dahao"],
        ),
        (
            (
                "The Chief Secretary, Mr Matthew Cheung, and the Mayor of Fuzhou, Mr Lu Dahao, "
                "witnessed the signing of an accord between the Director of Health, Ms Chan "
                "Siu-ming, and the Director of the Fuzhou Parks Bureau, Mr Fang Daming."
            ),
            ["Chan Siu-ming", "Fang Daming"],
            ["matthew-cheung", "Lu Dahao"],
        ),
        (
            ("香港公園商會會長陳小明率團訪問福州，獲市長盧大浩、副市長方大明、局長容小梅會見。"),
            ["陳小明", "盧大浩"],
            ["方大明", "容小梅"],
        ),
    ],
)
def test_company_ends_where_the_sentence_goes_on(
    told: str, heads: list[str], others: list[str]
) -> None:
    found = people(f"兩地加強合作\n\n{told}")
    assert [one for one in found[0] if one in heads] == found[0]
    assert (sorted(found[0]), sorted(found[1])) == (sorted(heads), sorted(others))


@pytest.mark.parametrize(
    "told",
    [
        "香港公園考察團今日到訪福州。園林局副局長盧大浩向考察團介紹當地公園。",
        (
            "A mission of Hong Kong park keepers visited Fuzhou. Deputy Director Lu Dahao of the "
            "Fuzhou Parks Bureau briefed the mission today."
        ),
    ],
)
def test_who_only_shows_guests_round_heads_no_journey_for_sure(told: str) -> None:
    heads = draft(f"兩地加強合作\n\n{told}").principals
    assert not any(one.is_sure for one in heads)
