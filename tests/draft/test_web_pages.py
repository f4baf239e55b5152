"""What a text copied from a web page says beside its report: furniture, dates and addresses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from coop.draft.text.addresses import read_address_day, read_address_year
from coop.draft.text.release import read_release
from tests.draft.scoring import read_catalog

REPORT = (
    "The Mayor of Shenzhen, Mr Qin Weizhong, met the Chief Executive, Mr John Lee, on Tuesday.\n\n"
    "They talked about ferries and about seed banks, and each side named someone to go on with it."
)


def facts(text: str, url: str = "") -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), url=url).facts()


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2024-06-13 19:28 Last Updated At:19:38", "2024-06-13"),
        ("2024 June 13   13:59", "2024-06-13"),
        ("June 13,2024 22:01:03 readCount:407", "2024-06-13"),
        ("13 June, 2024", "2024-06-13"),
        ("6/13/2024 Source: Example Net", "2024-06-13"),
        ("0 Comment(s)Print E-mail Example News, June 13, 2024", "2024-06-13"),
        ("An Example Paper on 2024-06-13 11:06", "2024-06-13"),
        ("13-06-2024Source: Example News Press", "2024-06-13"),
        ("6/7/2024 Source: Example Net", ""),  # of June in one country, of July in another
        ("Order No. 2024 June 13", ""),
    ],
)
def test_the_line_above_a_report_tells_when_it_came_out(line: str, day: str) -> None:
    assert facts(f"Mayor meets Chief Executive\n\n{line}\n\n{REPORT}")["published"] == day


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("12 March 2021", "Mayor meets Chief Executive", "2024-06-13 Print"), "2024-06-13"),
        (("Mayor meets Chief Executive", "Updated: June 15, 2024", "June 13, 2024"), "2024-06-13"),
        (("Mayor meets Chief Executive", "Release time:2024-06-13", "1 May 2024"), "2024-06-13"),
    ],
)
def test_of_several_such_lines_the_nearest_counts(lines: tuple[str, ...], day: str) -> None:
    text = "\n\n".join((*lines, REPORT))
    assert facts(text)["published"] == day


def test_the_date_right_above_the_end_counts_before_one_below_it() -> None:
    end = "June 13, 2024\nIssued at HKT 14:00\n\n1 May 2025"
    assert facts(f"Mayor meets Chief Executive\n\n{REPORT}\n\n{end}")["published"] == "2024-06-13"


def test_a_label_behind_an_address_is_one() -> None:
    lines = "http://example.org   發布日期：2024-06-13   關注度：\n\n1 May 2025"
    assert facts(f"Mayor meets Chief Executive\n\n{lines}\n\n{REPORT}")["published"] == "2024-06-13"


def test_a_day_of_long_ago_is_not_the_events() -> None:
    text = (
        "The Mayor met the Chief Executive on May 23, 2021 to speak of closer relations of the two."
    )
    found = facts(f"Mayor to build relations\n\nJune 13, 2024\n\n{text}")
    assert not found["date"]


def test_an_agency_and_its_day_stand_below_a_report() -> None:
    found = facts(f"Mayor meets Chief Executive\n\n{REPORT}\n\n(Example Daily June 13, 2024)")
    assert (found["published"], found["date"]) == ("2024-06-13", "2024-06-11")


@pytest.mark.parametrize(
    "line",
    [
        "By going on you agree to our use of cookies, which you can change in your browser.",
        "Our Privacy Statement & Cookie Policy",
        "Loading...",
        "00:51",
        "Skip navigation",
    ],
)
def test_furniture_is_neither_title_nor_paragraph(line: str) -> None:
    release = read_release(f"{line}\n\nMayor meets Chief Executive\n\n{REPORT}".encode())
    assert release.title == "Mayor meets Chief Executive"
    assert [one.text for one in release.paragraphs] == REPORT.split("\n\n")


def test_what_is_said_of_biscuits_and_hours_is_no_furniture() -> None:
    text = f"{REPORT}\n\nThe cake was cut at 00:51, and the sides had biscuits and tea."
    assert len(read_release(text.encode()).paragraphs) == 3


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://news.example.org/eng/2018/11/20181107/20181107_170440_123.html", "2018-11-07"),
        ("https://press.example.org/gia/general/201711/18/P2017111800744p.htm", "2017-11-18"),
        ("https://office.example.org/press/2016/0912b.htm", "2016-09-12"),
        ("https://press.example.org/P201303010566_print.htm", "2013-03-01"),
        ("https://paper.example.org/a/202305/10/WS645af26ea310b605.html", "2023-05-10"),
        ("https://paper.example.org/2012-05-26/content_15394331.htm", "2012-05-26"),
        ("https://bulletin.example.org/en/html/090210en06002.htm", "2009-02-10"),
        ("https://office.example.org/en/press131106a.htm", "2013-11-06"),
        ("https://office.example.org/activities_2025/250225a.html", "2025-02-25"),
        ("https://office.example.org/activities_2025/240225a.html", ""),
        ("https://paper.example.org/2014-7-3/5f661b12.html", "2014-07-03"),
        ("https://office.example.org/pr/history/200712/071206-7.htm", "2007-12-06"),
        ("https://office.example.org/pr/history/200712/081206-7.htm", ""),
        ("https://paper.example.org/article/3190768/20191399/title", ""),
        ("https://paper.example.org/article/120405/title", ""),  # six figures of nobody knows what
    ],
)
def test_an_address_tells_when_a_text_came_out(address: str, day: str) -> None:
    found = read_address_day(address)
    assert (found.isoformat() if found else "") == day


@pytest.mark.parametrize(
    ("address", "year"),
    [
        ("https://blog.example.org/2024/03/trip.html", 2024),
        ("https://blog.example.org/2024/01/trip.html", None),  # a December may be meant
        ("https://blog.example.org/id/2024/trip.html", None),
    ],
)
def test_an_address_with_a_month_tells_the_year(address: str, year: int | None) -> None:
    assert read_address_year(address) == year


def test_a_day_without_a_year_is_of_the_year_in_the_address() -> None:
    text = "Trip planned\n\nThe Secretary for Development, Ms Bernadette Linn, leaves on March 3."
    assert facts(text, "https://blog.example.org/2024/03/trip.html")["date"] == "2024-03-03"
    assert facts(text)["date"] == ""


def test_the_year_of_something_else_is_not_assumed() -> None:
    text = "Talks on the 2017 election\n\nMr John Lee met guests on May 3, to plan it by 2016."
    assert facts(text)["date"] == ""


def test_today_is_told_from_a_dateline_with_the_day_first() -> None:
    text = f"Mayor meets Chief Executive\n\n13th June 2024 – (Hong Kong) {REPORT}"
    found = facts(text)
    assert (found["published"], found["date"]) == ("2024-06-13", str(date(2024, 6, 11)))


def test_a_day_before_the_first_words_is_that_of_publication_and_one_of_a_comment_is_not() -> None:
    text = (
        "Parks grow\n\n2019-03-04 The mayor, Mr Au, opened a park of trees in Wuhan on Sunday.\n\n"
    )
    release = read_release(f"{text}2019-05-31 18:36:38回复".encode())
    assert (release.dated, release.paragraphs[0].text[:9]) == (("2019-03-04",), "The mayor")


def test_the_title_again_with_a_label_is_no_paragraph() -> None:
    title = "Parks Day Brings Two Cities Together for the Ninth Year"
    page = "<title>{0}</title><body><h1>{0}</h1> {1}<p>2025-12-18 17:05</p><p>{2}</p></body>"
    report = REPORT.replace("\n\n", "</p><p>")
    labelled = read_release(page.format(title, "<span>HK</span>", report).encode())
    assert labelled.paragraphs[0].text.startswith("The Mayor of Shenzhen")
    goes_on = read_release(f"{title}\n\n{title}, he said.\n\n{REPORT}".encode())
    assert goes_on.paragraphs[0].text.endswith("he said.")
