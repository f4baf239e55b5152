"""Texts cut into terms: two ways to write a thing give one term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coop.search.terms import cut, stem, tokenise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Co-operation", "cooperation"),
        ("HK/Shanghai Conference", "Hong Kong Shanghai conferences"),
        ("Xi'an", "xian"),
        ("Bao’an", "Baoan"),
        ("the GBA", "Greater Bay Area"),
        ("PPRD", "Pan-Pearl River Delta"),
        ("２０２４年", "2024"),
        ("粵港合作聯席會議", "粤港合作联席会议"),
        ("曾國衞", "曾國衛"),
        ("agencies", "agency"),
        ("signed", "signing"),
        ("Café", "CAFE"),
        ("十五五規劃", "第十五個五年規劃"),
        ("14th FYP", "14th Five-Year Plan"),
        ("I&T", "Innovation and Technology"),
        ("北都", "北部都會區"),
    ],
)
def test_two_spellings_are_one(one: str, other: str) -> None:
    assert cut(one).key == cut(other).key != ""


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-06",
        "2024/2/6",
        "2024.2.6",
        "6 February 2024",
        "6th Feb 2024",
        "February 6, 2024",
        "6/2/2024",
        "6/2/24",
        "06.02.24",
        "2024年2月6日",
        "2024年02月06日",
        "二\u3007二四年2月6日",
        "二○二四年2月6日",
        "二零二四年二月六日",
        "2024 年 2 月 6 日",
        "2024年2月6号",
        "20240206",
        "6.2.2024",
        "6-Feb-2024",
        "6th of February 2024",
        "2024 Feb 6",
    ],
)
def test_a_day_is_read_as_people_type_it(text: str) -> None:
    assert tokenise(text) == ["2024-02-06"]
    assert cut(text).terms == {"2024", "2024-02", "2024-02-06", "--02", "--02-06"}


@pytest.mark.parametrize(
    "text",
    [
        *("Feb 2024", "2024 Feb", "Feb. 2024", "Feb-2024", "二零二四年二月", "2024 2月"),
        *("2/2024", "2024/2", "2024.02"),
    ],
)
def test_a_month_is_read_as_people_type_it(text: str) -> None:
    assert tokenise(text) == ["2024-02"]
    assert cut(text).terms == {"2024", "2024-02", "--02"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        *(("December", ["--12"]), ("in december", ["--12"]), ("12月", ["--12"])),
        *(("十二月", ["--12"]), ("12月份", ["--12"]), ("5月訪問", ["--05", "访问"])),
        *(("visits in June", ["visits", "--06"]), ("May", ["--05"]), ("in March", ["--03"])),
        *(("may visit", ["may", "visit"]), ("march on", ["march"]), ("十二個月", ["十二个月"])),
    ],
)
def test_a_month_of_any_year_is_read_as_people_type_it(text: str, read: list[str]) -> None:
    assert tokenise(text) == read


@pytest.mark.parametrize("text", ["2024/25", "2024.13", "5-10", "cepa-supplement-7-2010"])
def test_other_figures_are_no_month(text: str) -> None:
    assert not any(term.startswith("--") for term in cut(text).terms)


@pytest.mark.parametrize(
    "text",
    [
        "24th",
        "twenty-fourth",
        "Twenty fourth",
        "第二十四次",
        "第24次",
        "第二十四屆",
        "24次",
        "二十四届",
        "第廿四次",
        "第 24 次",
    ],
)
def test_an_ordinal_is_read_as_people_type_it(text: str) -> None:
    assert tokenise(text) == ["#24"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("首次", 1),
        ("首個", 1),
        ("第九屆", 9),
        ("第十次", 10),
        ("tenth", 10),
        ("第十四個", 14),
        ("第三十次", 30),
    ],
)
def test_other_ordinals(text: str, number: int) -> None:
    assert tokenise(text) == [f"#{number}"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1/7/97", "1997-07-01"),
        ("4/26/2024", "2024-04-26"),
        ("4/5/2024", "2024-05-04"),
        ("26-4-24", "2024-04-26"),
    ],
)
def test_figures_are_day_and_month_unless_only_the_reverse_is_a_date(text: str, day: str) -> None:
    assert tokenise(text) == [day]


def test_months_in_a_row_keep_their_years() -> None:
    assert tokenise("January 2024, February 2025") == ["2024-01", "2025-02"]


def test_a_span_of_years_is_no_month() -> None:
    assert "2015-20" not in cut("2015-2025").terms
    assert {"2015", "2025"} <= cut("2015-2025").terms


def test_stop_words_alone_are_kept() -> None:
    assert tokenise("the of") == ["the", "of"]
    assert tokenise("the Loop") == ["loop"]


def test_chinese_is_cut_into_pairs() -> None:
    assert cut("前海合作").terms == {"前海", "海合", "合作"}
    assert cut("前海合作").characters == set("前海合作")


def test_what_has_hyphens_is_one_word_too_but_no_id_is() -> None:
    assert cut("E-Hub").terms == {"e", "hub", "ehub"}
    assert cut("meeting-4321").terms == {"meet", "4321"}
    assert "hkguangdongplenary" not in cut("2024-07-12-hk-guangdong-plenary-24").terms


@given(st.text(max_size=40))
def test_any_text_can_be_cut(text: str) -> None:
    terms = cut(text).terms | cut(text).characters
    assert "" not in terms
    assert all(term == term.strip().lower() for term in terms)


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [
        *(("meetings", "meet"), ("agencies", "agency"), ("dies", "die"), ("gas", "gas")),
        *(("campus", "campus"), ("basis", "basis"), ("business", "business"), ("bus", "bus")),
        *(("ring", "ring"), ("signed", "sign"), ("trade", "trad"), ("date", "date")),
        *(("co2s", "co2s"), ("前海", "前海")),
    ],
)
def test_only_simple_endings_go(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_stem_begins_its_word(word: str) -> None:
    assert word.startswith(stem(word).removesuffix("y"))
