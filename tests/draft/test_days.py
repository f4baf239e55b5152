"""Days in texts: how they are written, and the year that they are in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coop.draft.text.lines import clean
from coop.draft.text.publication import read_publication_day
from coop.draft.text.times import date_weekdays, find_days
from coop.draft.text.tokens import fold_script

PUBLISHED = date(2024, 2, 7)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("會議於2月5及6日舉行", "2024-02-05/2024-02-06"),
        ("会议于2月5、6两日举行", "2024-02-05/2024-02-06"),
        ("會議於2月4、5和6日舉行", "2024-02-04/2024-02-06"),
        ("會議於2月5日及9日舉行", "2024-02-05"),
        ("局長於2月5日3月1日訪問", "2024-02-05/2024-03-01"),
        ("会期由今日至9日举行", "2024-02-07/2024-02-09"),
        ("held today (February 6)", "2024-02-06"),
        ("會議於昨日及今日(二月六及七日)舉行", "2024-02-06/2024-02-07"),
        ("会议于昨日和今日(2月6日至7日)举行", "2024-02-06/2024-02-07"),
        ("held yesterday and today (February 6 and 7)", "2024-02-06/2024-02-07"),
        ("was on the 2nd chaired by both", "2024-02-02"),
        ("on the 6th met the mayor", "2024-02-06"),
        ("held today", "2024-02-07"),
        ("held yesterday", "2024-02-06"),
        ("leaves tomorrow", "2024-02-08"),
        ("on 6 February 2023", "2023-02-06"),
        ("on Feb 6, 2023", "2023-02-06"),
        ("from January 30 to February 1", "2024-01-30/2024-02-01"),
        ("on December 31", "2023-12-31"),
        ("in March", "2024-03"),
        ("said Tuesday", "2024-02-06"),
        ("今日（二月七日）"[:2] + "(二月七日)", "2024-02-07"),
        ("昨日(6日)", "2024-02-06"),
        ("2023年12月20日", "2023-12-20"),
        ("二〇二三年十二月二十日", "2023-12-20"),
        ("1月30日至2月1日", "2024-01-30/2024-02-01"),
        ("5日电", "2024-02-05"),
        ("去年的12月31日", "2023-12-31"),
        ("10 to 12 May 2023", "2023-05-10/2023-05-12"),
        ("next Monday (February 12)", "2024-02-12"),
        ("here on Monday and met", "2024-02-05"),
        ("next Monday", "2024-02-12"),
        ("will meet on Friday", "2024-02-09"),
        ("下周二和周三(13至14日)", "2024-02-13/2024-02-14"),
        ("下周二和周三", "2024-02-13/2024-02-14"),
        ("周二（6日）".replace("（", "(").replace("）", ")"), "2024-02-06"),
        ("本月18日", "2024-02-18"),
        ("下月3日举行", "2024-03-03"),
        ("将于18日举行", "2024-02-18"),
        ("前天", "2024-02-05"),
        ("局长前日起访问北京", "2024-02-05"),
        ("两地昨签署协议", "2024-02-06"),
        ("局长今会见部长", "2024-02-07"),
        ("the city will help, he told reporters on Monday", "2024-02-05"),
        ("the city will help, the mayor said Friday", "2024-02-02"),
        ("the city will help, said the mayor on Friday", "2024-02-02"),
        ("后日起访问北京及天津五日。", "2024-02-09"),
        ("明日(二月八日)下午至十一日到北京", "2024-02-08/2024-02-11"),
        ("他于5日访问上海，", "2024-02-05"),
        ("today (February 7) and yesterday", "2024-02-06/2024-02-07"),
        ("今(8)日上午举行", "2024-02-08"),
        ("今(七)日举行", "2024-02-07"),
        ("十二月四日(星期一)和五日(星期二)举行", "2023-12-04/2023-12-05"),
        ("六日行政长官会见省长", "2024-02-06"),
        ("六日前往北京", "2024-02-06"),
        ("9日在广州举行", "2024-02-09"),
        ("五至七日行政长官不在澳门期间", "2024-02-05/2024-02-07"),
        ("from Wednesday night to Feb. 9", "2024-02-07/2024-02-09"),
        ("held on Feb 1, 5 and 6", "2024-02-01/2024-02-06"),
        ("held on February 6, 2024", "2024-02-06"),
        ("2024-02-05下午，市长会见局长", "2024-02-05"),
        ("2024/2/5起访问北京", "2024-02-05"),
        ("下周一至三访问北京", "2024-02-12/2024-02-14"),
        ("下周一、三位局长", "2024-02-12"),
        ("局长今明两日访问广州", "2024-02-07/2024-02-08"),
        ("局长今晨会见部长", "2024-02-07"),
        ("昨今两日举行", "2024-02-06/2024-02-07"),
        ("2月5号下午会见", "2024-02-05"),
        ("2月5号至6号访问", "2024-02-05/2024-02-06"),
        ("arrived last night", "2024-02-06"),
        ("二月五日至今日访问北京", "2024-02-05/2024-02-07"),
        ("on February 6, 12 people came", "2024-02-06"),
        ("1月27日~2月2日,副市长带领代表团", "2024-01-27/2024-02-02"),
        ("局长，星期日至下星期三到北京述职", "2024-02-11/2024-02-14"),
        ("市长周六至下周一访问", "2024-02-10/2024-02-12"),
        ("from Sunday to next Tuesday in Wuhan", "2024-02-11/2024-02-13"),
        ("meets on Thursday next week", "2024-02-15"),
    ],
)
def test_days_are_read_as_people_write_them(text: str, edtf: str) -> None:
    assert [day.edtf for day in find_days(text, PUBLISHED)] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("会议于 2 月 5 日至 6 日在武汉举行", "2024-02-05/2024-02-06"),
        ("公園會議在 2023 年 12 月 20 日舉行", "2023-12-20"),
        ("會議定於下月 5至6日在武漢舉行", "2024-03-05/2024-03-06"),
        ("公园会议2月5日\uff0d6日在武汉举行", "2024-02-05/2024-02-06"),
        ("公园会议2月5日\u301c6日在武汉举行", "2024-02-05/2024-02-06"),
    ],
)
def test_days_are_read_however_sites_set_them(text: str, edtf: str) -> None:
    assert [day.edtf for day in find_days(fold_script(clean(text)), PUBLISHED)] == [edtf]


@pytest.mark.parametrize(
    ("published", "text", "edtf"),
    [
        (date(2024, 1, 2), "on December 31", "2023-12-31"),
        (date(2023, 12, 30), "on January 5", "2024-01-05"),
        (date(2024, 1, 2), "12月31日", "2023-12-31"),
        (date(2023, 12, 30), "1月5日", "2024-01-05"),
    ],
)
def test_the_year_is_the_one_nearest_to_the_publication(
    published: date, text: str, edtf: str
) -> None:
    assert [day.edtf for day in find_days(text, published)] == [edtf]


@pytest.mark.parametrize(
    "text",
    [
        "on February 30",
        "2月30日",
        "31日在京",
        "访问3日",
        "访问北京及天津5日。",
        "今后日本",
        "目前日本",
        "昨年",
        "今到目前",
        "2023年13月1日",
        "Room 12",
        "2024-02-05 10:31 editor",
        "至今仍未",
        "展开五日访问",
        "四日三夜的行程",
        "在5号码头",
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert find_days(text, PUBLISHED) == []


def test_without_a_day_of_publication_nothing_is_guessed() -> None:
    assert find_days("today (February 6), 昨日, 2月6日, in March", None) == []
    assert [day.edtf for day in find_days("on 6 February 2024", None)] == ["2024-02-06"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("on Friday (June 28)", ["2024-06-28"]), ("on Monday (June 28)", []), ("today", [])],
)
def test_a_year_that_is_assumed_agrees_with_the_days_of_the_week(
    text: str, edtf: list[str]
) -> None:
    assert [day.edtf for day in find_days(text, None, 2024)] == edtf


def test_without_its_month_a_day_of_a_year_is_none() -> None:
    assert find_days("5日访问澳门，本月6日返港, on the 7th.", None, 2024) == []


def test_days_of_the_week_are_of_the_dates_told_beside_them() -> None:
    dated = date_weekdays(
        "本月11日(周日)启程。周一(12日)出席。周二(2月6日)，周二(2月13日)。", PUBLISHED
    )
    assert dated == {6: date(2024, 2, 11), 0: date(2024, 2, 12)}
    assert [day.edtf for day in find_days("周日前往北京", PUBLISHED, None, dated)] == ["2024-02-11"]
    assert [day.edtf for day in find_days("周日前往北京", PUBLISHED)] == ["2024-02-04"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("04/03/2026", date(2026, 3, 4)),
        ("18/08/2017 15:09", date(2017, 8, 18)),
        ("08/18/2017", date(2017, 8, 18)),
        ("2017/08/18", date(2017, 8, 18)),
        ("31/02/2017", None),
    ],
)
def test_the_day_of_publication_is_read_in_any_order(line: str, day: date | None) -> None:
    assert read_publication_day(line, is_chinese=True) == day


@pytest.mark.parametrize("text", ["on the 2nd floor", "on the 5th anniversary", "on the 3rd day"])
def test_what_is_numbered_is_no_day(text: str) -> None:
    assert not find_days(text, PUBLISHED)


@pytest.mark.parametrize("text", ["某通社2月7日電/今早，專班開會", "某通社2月7日讯 今晨专班开会"])
def test_today_is_told_beside_the_day_of_a_dateline(text: str) -> None:
    assert [day.form for day in find_days(fold_script(text), PUBLISHED)] == ["day", "near"]


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for day in find_days(text, PUBLISHED):
        assert day.first <= day.last
        assert 0 <= day.start < day.end <= len(text)
