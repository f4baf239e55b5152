"""Numbers and ordinals as English and Chinese write them."""

from __future__ import annotations

import pytest

from coop.numerals import (
    ordinal_suffix,
    read_chinese_number,
    read_chinese_year,
    read_english_ordinal,
    write_chinese_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("24th", 24),
        ("Twenty-fourth", 24),
        ("twenty fourth", 24),
        ("21st", 21),
        ("Third", 3),
        ("fiftieth", 50),
        ("plenary", None),
        ("", None),
    ],
)
def test_english_ordinals_are_read(text: str, number: int | None) -> None:
    assert read_english_ordinal(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("24", 24), ("十", 10), ("二十", 20), ("廿四", 24), ("卅", 30), ("二三", None), ("", None)],
)
def test_chinese_numbers_are_read(text: str, number: int | None) -> None:
    assert read_chinese_number(text) == number


def test_what_is_written_is_read_again() -> None:
    numbers = range(1, 100)
    assert [read_chinese_number(write_chinese_number(number)) for number in numbers] == [*numbers]
    written = [f"{number}{ordinal_suffix(number)}" for number in numbers]
    assert [read_english_ordinal(text) for text in written] == [*numbers]
    assert [written[at - 1] for at in (1, 11, 22, 43)] == ["1st", "11th", "22nd", "43rd"]


@pytest.mark.parametrize("text", ["二〇二四", "二○二四", "2024"])
def test_years_are_read(text: str) -> None:
    assert read_chinese_year(text) == 2024
    assert read_chinese_year("廿四") is None
