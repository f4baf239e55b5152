"""How drafted meetings are named: as the records are, by posts of Hong Kong and by sessions."""

from __future__ import annotations

import pytest

from coop.catalog import build_catalog
from coop.draft.composing import compose_files
from coop.draft.drafting import draft_release
from coop.loading import load
from tests.draft.scoring import ROOT

LOADED = load(ROOT / "data")
CATALOG = build_catalog([entry.record for entry in LOADED.entries], LOADED.redirects)

NAMED = """\
  en: Secretary for Security visits Guangzhou
  zh-Hant: 保安局局長訪問廣州
"""


def draft_meeting(text: str) -> str:
    found = draft_release(text.encode(), CATALOG)
    return compose_files(found, CATALOG, LOADED.hosts)[0].text


def test_a_visit_is_named_by_who_travels_and_where_to() -> None:
    text = (
        "保安局局長訪問廣州\n\n保安局局長鄧炳強2031年5月7日訪問廣州。\n\n"
        "鄧炳強與廣東省海事局局長陸亞平會面。"
    )
    record = draft_meeting(text)
    assert (
        "  en: Secretary for Security visits Guangzhou\n  zh-Hant: 保安局局長訪問廣州\n" in record
    )


def test_a_visit_of_a_platform_is_named_as_any_visit() -> None:
    text = (
        "外交部與特區政府年度互訪\n\n保安局局長鄧炳強2031年5月7日起訪問廣州三天，"
        "這是香港特區政府與外交部官員互訪的一部分。"
    )
    record = draft_meeting(text)
    assert "platform: hksar-mfa-reciprocal-visits" in record
    assert (
        "  en: Secretary for Security visits Guangzhou\n  zh-Hant: 保安局局長訪問廣州\n" in record
    )


def test_names_of_one_language_stand_in_its_name_of_a_meeting() -> None:
    text = (
        "保安局局長會見局長\n\n保安局局長鄧炳強2031年5月7日在政府總部與廣東省海事局局長陸亞平會面。"
    )
    record = draft_meeting(text)
    assert "en: 'Call: Secretary for Security'" in record
    assert "zh-Hant: 保安局局長與陸亞平會面" in record


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        (
            (
                "Marine guests visit Hong Kong\n\nThe Secretary for Security, Mr Tang Ping-keung,"
                " received the Vice-Mayor of Shenzhen, Mr Lu Dahao, and his delegation, who are"
                " visiting Hong Kong, today (May 7, 2031)."
            ),
            "Lu Dahao visits Hong Kong",
            "訪問香港",
        ),
        (
            (
                "S for S to visit Guangzhou\n\nThe Secretary for Security, Mr Tang Ping-keung, will"
                " visit Guangzhou tomorrow (May 7, 2031)."
            ),
            "Secretary for Security to visit Guangzhou",
            "保安局局長訪問廣州",
        ),
        (
            "行政長官與夏寶龍會面\n\n行政長官李家超2031年5月7日在北京與國務院港澳事務辦公室主任夏寶龍會面。",
            "Chief Executive meets Xia Baolong",
            "行政長官與夏寶龍會面",
        ),
        (
            "河套專責小組會議\n\n河套區港深創新及科技園發展聯合專責小組第六次會議2031年5月7日在香港舉行。",
            "Sixth meeting of the Joint Task Force on the Development",
            "河套區港深創新及科技園發展聯合專責小組第六次會議",
        ),
        (
            "粵港工作會議\n\n粵港合作聯席會議第四十次工作會議2031年5月7日在廣州舉行。",
            "40th working meeting of the Hong Kong/Guangdong Cooperation Joint Conference",
            "粵港合作聯席會議第四十次工作會議",
        ),
    ],
)
def test_names_are_like_those_of_the_records(text: str, en: str, zh: str) -> None:
    record = draft_meeting(text)

    assert f"  en: {en}" in record
    assert f"  zh-Hant: {zh}\n" in record


def test_a_signing_is_named_by_what_was_signed_that_day() -> None:
    text = (
        "CEPA Supplement VII signed\n\nThe Financial Secretary, Mr John Tsang, and the Vice "
        "Minister of Commerce, Mr Jiang Zengwei, today (May 27) signed Supplement VII to CEPA.\n\n"
        "Ends/Thursday, May 27, 2010"
    )
    assert "  en: 'Signing: Supplement VII to the Mainland and Hong Kong" in draft_meeting(text)
