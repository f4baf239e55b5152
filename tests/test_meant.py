"""What was probably meant: right where it can be told, nothing where it would be a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coop.edtf import is_date
from coop.model import Kind, Meeting
from coop.model.shape.walk import list_keys
from coop.model.written.addresses import is_address
from coop.model.written.labels import other_key
from coop.model.written.meant import (
    address_meant,
    boolean_meant,
    date_meant,
    id_meant,
    ids_meant,
    number_meant,
    pair_meant,
    tag_meant,
    word_meant,
)
from coop.model.written.vague import why_no_date
from coop.text import Language, is_id
from tests.samples import SOURCE, codes, decode_text, meeting_text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024/2/6", "2024-02-06"),
        ("2024-2-6", "2024-02-06"),
        ("2024-0206", "2024-02-06"),
        ("2024 February 6", "2024-02-06"),
        ("2024, Feb 6", "2024-02-06"),
        ("16 / 2 / 2024", "2024-02-16"),
        ("2024-O2-l6", "2024-02-16"),
        ("15 January 2024 - 16 January 2024", "2024-01-15/2024-01-16"),
        ("2019-2023", "2019/2023"),
        ("2024.02.06", "2024-02-06"),
        ("20240206", "2024-02-06"),
        ("\uff12\uff10\uff12\uff14-02-06", "2024-02-06"),
        ("\u201c2024-02-06\u201d", "2024-02-06"),
        ("2024\u201302\u201306", "2024-02-06"),
        ("2024-02-06T10:00", "2024-02-06"),
        ("6 Feb 2024", "2024-02-06"),
        ("6th February, 2024", "2024-02-06"),
        ("February 6, 2024", "2024-02-06"),
        ("Sept. 2024", "2024-09"),
        ("2024年2月6日", "2024-02-06"),
        ("2024 年 2 月", "2024-02"),
        ("2024/02", "2024-02"),
        ("26/2/2024", "2024-02-26"),
        ("2/26/2024", "2024-02-26"),
        ("6/2/2024", ""),  # of February or of June
        ("31 Apr 2024", ""),
        ("2024/13/01", ""),
        ("6 Foo 2024", ""),
        ("May", ""),
        ("TBC", ""),
        ("1 May 2024 to 3 May 2024", "2024-05-01/2024-05-03"),
        ("2024-05-01 - 2024-05-03", "2024-05-01/2024-05-03"),
        ("2024年5月1日至2024年5月3日", "2024-05-01/2024-05-03"),
        ("3 May 2024 to 1 May 2024", ""),
        ("July 2022 to present", "2022-07/.."),
        ("2022-07-01/", "2022-07-01/.."),
        ("2021-2025", "2021/2025"),
        ("Thursday, 30 April 2020", "2020-04-30"),
        ("2020年4月30日(星期四)", "2020-04-30"),
        ("二零二零年四月三十日", "2020-04-30"),
        ("二〇二〇年四月", "2020-04"),
        ("2020年", "2020"),
        ("四月三十日", ""),
        ("2020年4月起", "2020-04/.."),
        ("since April 2020", "2020-04/.."),
        ("2020-04-XX", "2020-04"),
        ("2020-04-30,", "2020-04-30"),
        ("2020-04~", ""),
        ("c. 2020", ""),
        ("1 to 3 May 2024", "2024-05-01/2024-05-03"),
        ("1-3 May 2024", "2024-05-01/2024-05-03"),
        ("May 1\u20133, 2024", "2024-05-01/2024-05-03"),
        ("30 April to 2 May 2024", "2024-04-30/2024-05-02"),
        ("2024-05-01/03", "2024-05-01/2024-05-03"),
        ("2024年5月1日至3日", "2024-05-01/2024-05-03"),
        ("2024年4月30日至5月2日", "2024-04-30/2024-05-02"),
        ("二零二四年五月一日至三日", "2024-05-01/2024-05-03"),
        ("3 to 1 May 2024", ""),
        ("2024-05-06", "2024-05-06"),
    ],
)
def test_dates(written: str, meant: str) -> None:
    assert date_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("30 February 2024", "'2024-02-30' is not in the calendar: that month has 29 days"),
        ("31/11/2024", "'2024-11-31' is not in the calendar: that month has 30 days"),
        ("2024年2月30日", "'2024-02-30' is not in the calendar: that month has 29 days"),
        (
            "2024-15-01",
            "'2024-15-01' is not in the calendar: the month, before the day, is 01 to 12",
        ),
    ],
)
def test_a_day_that_there_is_not_is_told_however_it_is_written(written: str, told: str) -> None:
    (finding,) = decode_text(Kind.MEETINGS, meeting_text(written))[1]

    assert finding.message == told


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        *(("1st", "1"), ("third", "3"), ("Twenty-fourth", "24"), ("07", "7"), ("2.0", "2")),
        *(("第二十四次", "24"), ("\uff13", "3"), ("第3屆", "3"), ("#5", "5"), ("No. 5", "5")),
        *(("N/A", ""), ("", ""), ("3a", ""), ("首次", "1"), ("1-2", "")),
    ],
)
def test_numbers(written: str, meant: str) -> None:
    assert number_meant(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sample City", "sample-city"),
        ("sample_city", "sample-city"),
        ("sample\u2013city", "sample-city"),
        ("data/places/sample-city.yaml", "sample-city"),
        ("places/sample-city", "sample-city"),
        ("Sample City/Town Meeting", "sample-city-town-meeting"),
        ("places\\sample-city.yaml", "sample-city"),
        ("示例市", ""),
        ("https://example.org/a", ""),
    ],
)
def test_ids(written: str, meant: str) -> None:
    assert id_meant(written) == meant


def test_several_ids_in_a_text() -> None:
    assert ids_meant("youth, trade-and-more") == ["youth", "trade-and-more"]
    assert ids_meant("【youth\uff0ctrade】") == ["youth", "trade"]
    assert ids_meant("• youth • trade") == ["youth", "trade"]
    assert ids_meant("Youth, trade") == []


def test_pairs_words_and_tags() -> None:
    assert pair_meant("Sample Office / Director") == "sample-office/director"
    assert pair_meant("Director") == pair_meant("/x") == pair_meant("a/b/c") == ""
    assert [boolean_meant(word) for word in ("Yes", "NO", "maybe")] == ["true", "false", ""]
    assert word_meant("Working Meeting", ["plenary", "working-meeting"]) == "working-meeting"
    assert word_meant("banquet", ["plenary", "working-meeting"]) == ""
    tags = {"zh-HK": "zh-Hant", "zh_hant": "zh-Hant", "zh-CN": "zh-Hans", "English": "en", "fr": ""}
    assert {tag: tag_meant(tag, tuple(Language)) for tag in tags} == tags


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.example.org/a", "https://www.example.org/a"),
        ("<http://example.org/a>", "http://example.org/a"),
        ("https:/example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/a/ b /c d", "https://example.org/a/b/c%20d"),
        ("https\uff1a//example.org/報", "https://example.org/%E5%A0%B1"),
        ("https//www.example.org/a", "https://www.example.org/a"),
        ("someone@example.org", ""),
        ("see the report", ""),
    ],
)
def test_addresses(written: str, meant: str) -> None:
    assert address_meant(written) == meant


@given(st.text(max_size=40))
def test_what_is_meant_is_right(text: str) -> None:
    date, number, one, address = (
        meant(text) for meant in (date_meant, number_meant, id_meant, address_meant)
    )

    assert not date or is_date(date)
    assert not number or str(int(number)) == number
    assert not one or is_id(one)
    assert all(map(is_id, ids_meant(text)))
    assert not address or "://" in address


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"Status": "held"}, ["E202 status"]),
        ({"sources": "[a-report para 3]"}, ["E201 {id: a-report, at: para 3}"]),
        ({"sources": "['a-report: page 3']"}, ["E201 {id: a-report, at: page 3}"]),
        ({"sources": "[a-report: table 3]"}, ["E201 {id: a-report, at: table 3}"]),
        ({"venue": "\nen: Hall\nzh-Hant: 禮堂"}, ["E204 "]),
        ({"sources": "[{id: a, at:para 3}]"}, ["E204 "]),
        ({"venue": "{en: Hall, and garden.}"}, ["E204 "]),
        ({"kind": "[call, visit]"}, ["E201 "]),
        ({"topics": "youth, trade"}, ["E201 [youth, trade]"]),
        ({"translated": "[zh-TW]"}, ["E206 zh-Hant"]),
    ],
)
def test_one_slip_is_one_finding(keys: dict[str, str], told: list[str]) -> None:
    status = {} if "Status" not in keys else {"status": None}
    _, findings = decode_text(Kind.MEETINGS, meeting_text(None, **status, **keys))

    assert [f"{one.code} {one.suggestion}" for one in findings] == told


def test_a_meant_address_is_only_told_if_it_is_one() -> None:
    _, findings = decode_text(Kind.SOURCES, SOURCE + "url: www.example.org:99999/x\n")

    assert codes(findings) == ["E502"]
    assert not findings[0].suggestion
    assert not is_address("https://www.example.org:99999/x")


@pytest.mark.parametrize(
    ("written", "told", "certain"),
    [
        ("6.2.2024", "write 2024-06-02 or 2024-02-06", ""),
        ("today", "write the day itself with its year", ""),
        ("昨日", "write the day itself with its year", ""),
        ("06-02-24", "write the year in four figures", ""),
        ("6 Feb", "lacks its year", ""),
        ("2月6日", "lacks its year", ""),
        ("early 2024", "is vague", "2024"),
        ("mid-February 2024", "is vague", "2024-02"),
        ("2024年底", "is vague", "2024"),
        ("2024-02-06?", "is vague", "2024-02-06"),
        ("Q1 2024", "is vague", "2024"),
        ("the lighthouse", "", ""),
        ("Monday", "", ""),
    ],
)
def test_what_is_wrong_with_a_date_is_told_with_what_is_certain(
    written: str, told: str, certain: str
) -> None:
    why, meant = why_no_date(written)

    assert (told in why, meant) == (True, certain)
    assert bool(why) == bool(told)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("where", "place"),
        ("Delegates", "participants"),
        ("co chairs", "principals"),
        ("link", "sources"),
        ("title", "name"),
        ("time", ""),
        ("date", None),
        ("Date", None),
        ("lighthouse", None),
    ],
)
def test_an_english_word_for_a_key_is_known(word: str, meant: str | None) -> None:
    assert other_key(word, list_keys(Meeting)) == meant
