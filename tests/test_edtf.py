"""Partial dates: what is read, what is refused, how they are ordered."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coop.edtf import (
    UNDATED,
    BackwardsError,
    DateError,
    PartialDate,
    Precision,
    parse_edtf,
    sort_key,
)
from tests.strategies import DATES, DAYS


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2024-02-06", date(2024, 2, 6), date(2024, 2, 6), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), Precision.MONTH),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31), Precision.MONTH),
        ("1998", date(1998, 1, 1), date(1998, 12, 31), Precision.YEAR),
        ("2024-05-01/2024-05-03", date(2024, 5, 1), date(2024, 5, 3), Precision.DAY),
        ("2018/2019-03", date(2018, 1, 1), date(2019, 3, 31), Precision.YEAR),
        ("1998-03/..", date(1998, 3, 1), None, Precision.MONTH),
        ("../2004", None, date(2004, 12, 31), Precision.YEAR),
        ("XXXX-02-29", None, None, Precision.UNKNOWN),
    ],
)
def test_reads_the_forms_of_the_profile(
    text: str, start: date | None, end: date | None, precision: Precision
) -> None:
    when = parse_edtf(text)

    assert (when.start, when.end, when.precision, str(when)) == (start, end, precision, text)
    assert when.is_interval is ("/" in text)
    assert when.year == (start.year if start else None)


@pytest.mark.parametrize(
    "text",
    [
        *("", "2023-02-30", "2023-13", "2023-00-01", "0000", "98", "2024-2-6", "6.2.2024"),
        *("2024-02-06T10", "2024-02-06 ", "\uff12\uff10\uff12\uff14", "XXXX", "XXXX-02-30"),
        *("../..", "/2024", "2024/", "2024/2025/2026"),
    ],
)
def test_refuses_what_is_no_date_and_quotes_it(text: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)

    assert text in str(caught.value) or text == "../.."


@pytest.mark.parametrize("text", ["2024-05-03/2024-05-01", "2024/2023", "2024-03/2024-02-28"])
def test_an_interval_does_not_end_before_it_starts(text: str) -> None:
    with pytest.raises(BackwardsError):
        parse_edtf(text)


def test_an_interval_may_end_within_its_first_month() -> None:
    assert parse_edtf("2024-03/2024-03-15").end == date(2024, 3, 15)


@given(st.one_of(st.text(max_size=30), st.from_regex(r"[0-9X./-]{0,24}", fullmatch=True)))
def test_any_text_gives_a_date_or_a_date_error(text: str) -> None:
    with contextlib.suppress(DateError):
        assert parse_edtf(text).edtf == text


@given(DATES)
def test_a_date_spans_at_least_a_day(text: str) -> None:
    when = parse_edtf(text)

    assert not (when.start and when.end) or when.start <= when.end
    assert (when.precision is Precision.UNKNOWN) == (when.start is None and when.end is None)


@given(DAYS)
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    text = day.isoformat()
    for coarser in (text[:7], text[:4]):
        when = parse_edtf(coarser)
        assert when.start
        assert when.end
        assert when.start <= day <= when.end
        assert (when.end.replace(day=1) - when.start.replace(day=1)).days < 366


@given(DATES, DATES, DATES)
def test_the_order_is_total(first: str, second: str, third: str) -> None:
    keys = [parse_edtf(text).sort_key() for text in (first, second, third)]
    low, middle, high = sorted(keys)

    assert low <= middle <= high
    assert low <= high
    assert max(keys) < UNDATED


@given(DATES, DATES)
def test_an_earlier_start_comes_first(first: str, second: str) -> None:
    one, two = parse_edtf(first), parse_edtf(second)
    if one.start and two.start and one.start < two.start:
        assert one.sort_key() < two.sort_key()
    if one.start and not two.start:
        assert one.sort_key() < two.sort_key()


def test_coarser_comes_before_finer_and_undated_last() -> None:
    texts = ["2024-01-01", "2024", "2024-01", "2023-12-31", "../2004", "XXXX-01-01"]
    dates: list[PartialDate | None] = [None, *(parse_edtf(text) for text in texts)]

    ordered = [str(when) for when in sorted(dates, key=sort_key)]

    assert ordered == [
        "2023-12-31",
        "2024",
        "2024-01",
        "2024-01-01",
        "../2004",
        "XXXX-01-01",
        "None",
    ]
