"""Which line of a text is its title, among the labels, dates and pictures around it."""

from __future__ import annotations

import pytest

from coop.draft.text.release import read_release

TITLE = "Mayor of Shenzhen meets Chief Executive"
TITLE_ZH = "深圳市長在港會見行政長官"
REPORT = "The Mayor of Shenzhen, Mr Qin Weizhong, met the Chief Executive, Mr John Lee, on Tuesday."
REPORT_ZH = "深圳市市長覃偉中星期二在香港會見行政長官李家超，雙方談到渡輪和種子庫。"


@pytest.mark.parametrize(
    "lines",
    [
        ["Markets", TITLE, "By Ann Lee  ·  2024-06-12  ·   Source: NO.24 JUNE 13, 2024"],
        ["Regional News", "Home /News /Regional", TITLE, "2024-06-12 | Example Daily"],
        [TITLE, "Seeds being sorted in a bank in Shenzhen in the south of the country (XINHUA)"],
        [TITLE, "2024-06-12", "A ferry leaves the harbour in the morning. [Photo/Example Daily]"],
        ["Your current location:Home >> News", TITLE],
        ["Home>>Politics", "Last updated at: (Beijing Time) Wednesday, June 12, 2024", TITLE],
        ["Calendar", f"  • {TITLE}", "• Wednesday, 12th June 2024"],
        [TITLE, "By Ann Lee and Bob Ho (Example Daily)", "Updated: 2024-06-12 06:08"],
        ["Turnover", TITLE, "Company", "Market links and more", "12 June 2024"],
        ["English Version", "Traditional Chinese Version", "12 June, 2024", TITLE],
        ["Default Font Size Larger Font Size Largest Font Size Search Site Map", TITLE],
        ["Previous Next", TITLE],
    ],
)
def test_the_title_is_no_label_and_no_caption(lines: list[str]) -> None:
    text = "\n\n".join((*lines, REPORT))
    assert read_release(text.encode()).title == TITLE


@pytest.mark.parametrize(
    "lines",
    [
        ["加載中", TITLE_ZH, "企業", "互聯互通的市場", "2024年6月12日"],
        [TITLE_ZH, "時間：2024-06-12 09:41:37 | 來源：例報"],
        [TITLE_ZH, "深府函\u30142024\u301514號"],
        ["返回列表 回復 發帖", TITLE_ZH],
        [TITLE_ZH, "市長（前）昨早在碼頭。（例報網圖片）"],
        [TITLE_ZH, "【放大字體】 【縮小字體】"],
    ],
)
def test_the_title_is_found_in_chinese(lines: list[str]) -> None:
    text = "\n\n".join((*lines, REPORT_ZH))
    assert read_release(text.encode()).title == TITLE_ZH


def test_of_a_menu_nothing_is_the_title() -> None:
    menu = "首頁\n機構\n新聞\n交流\n經貿\n合作\n認識深港青年\n法規\n服務\n資料\n\n日期：2024-06-12"
    assert read_release(f"{menu}\n\n{REPORT_ZH}".encode()).title == ""


@pytest.mark.parametrize(
    "shown",
    [
        f"<div>{TITLE}</div><div>Print this page or send it</div>",
        f"<h1>Example Daily Online</h1><h2>{TITLE}</h2>",
        f"<h1>{TITLE}</h1><h2>News of the day</h2>",
    ],
)
def test_the_name_of_a_page_tells_which_line_is_the_title(shown: str) -> None:
    page = (
        f"<html><head><title>{TITLE} - News - Example</title></head>"
        f"<body>{shown}<p>{REPORT}</p></body></html>"
    )
    assert read_release(page.encode()).title == TITLE


def test_of_two_lines_with_links_between_the_second_is_the_title() -> None:
    section = "News and views of trees"
    text = f"{section}\nExample | 中文繁體 | 中文简体\n\n{TITLE}\n\n{REPORT}"
    assert read_release(text.encode()).title == TITLE


@pytest.mark.parametrize(
    "label",
    ["Press Releases", "Latest News", "Speeches and articles", "要聞", "Tag: Fujian", "標籤：福建"],
)
def test_what_sort_of_page_it_is_is_no_title(label: str) -> None:
    page = (
        f"<html><head><title>Office of Trees - {label}</title></head><body><h1>{label}</h1>"
        f"<h2>{TITLE}</h2><p>{REPORT}</p></body></html>"
    )
    assert read_release(page.encode()).title == TITLE


@pytest.mark.parametrize("paper", ["樹木網-苗圃日報", "苗圃電視台", "树木报"])
def test_the_paper_named_beside_the_day_is_no_title(paper: str) -> None:
    text = f"{TITLE_ZH}\n2024-06-12　{paper}\n{REPORT_ZH}\n"
    assert read_release(text.encode()).title == TITLE_ZH


def test_what_a_page_says_of_itself_below_its_title_is_no_paragraph() -> None:
    lines = ["Publish time: 12th June, 2024    Source: Seeds", "For more, please contact us"]
    release = read_release("\n\n".join((TITLE, *lines, REPORT)).encode())
    assert [one.text for one in release.paragraphs] == [REPORT]


@pytest.mark.parametrize(
    ("headline", "title", "report"),
    [
        ("The two cities open new ways for their trees and their ferries to grow.", TITLE, REPORT),
        ("兩個城市攜手為渡輪和種子庫開拓新機遇，交流合作更上一層樓。", TITLE_ZH, REPORT_ZH),
    ],
)
def test_the_headline_that_a_page_sets_above_a_text_is_not_its_title(
    headline: str, title: str, report: str
) -> None:
    dated = "2024-06-12 18:32 Last Updated At:06-13 20:02"
    repeated = [headline, "HK", headline, title, report]
    placed_above = [headline, dated, title, report]
    for lines in (repeated, placed_above):
        release = read_release("\n\n".join(lines).encode())
        assert release.title == title
        assert [one.text for one in release.paragraphs] == [report]


def test_a_first_paragraph_with_a_date_below_is_no_headline() -> None:
    text = f"{TITLE}\n\n{REPORT}\n\n2024-06-12\n\nThey talked about the ferries at length."
    assert [one.number for one in read_release(text.encode()).paragraphs] == [1, 2]


def test_the_source_of_a_picture_and_the_way_to_more_are_no_paragraphs() -> None:
    lines = ["Click to Gallery", "More Images", f"{TITLE} Source: Example Press Releases"]
    release = read_release("\n\n".join((TITLE, REPORT, *lines)).encode())
    assert [one.text for one in release.paragraphs] == [REPORT]


@pytest.mark.parametrize(
    "lines",
    [
        ['"); jQuery("#212 h3").html("', TITLE, '"); });', "2024-06-12 HKT 19:31"],
        [TITLE, "Share this story", "facebook"],
        ["UPDATED: June 12, 2024 NO. 4 JUNE 13, 2024", TITLE, "OVER THE WATER: A ferry leaves"],
    ],
)
def test_scripts_and_labels_of_a_page_are_no_title(lines: list[str]) -> None:
    release = read_release("\n\n".join((*lines, REPORT)).encode())
    assert release.title == TITLE
    assert [one.text for one in release.paragraphs] == [REPORT]


def test_the_line_that_a_page_repeats_is_its_title_not_a_catchphrase_below() -> None:
    text = f"{TITLE}\n\nHK\n\n{TITLE}\n\n2024-06-12 15:00\n\nBusy journey of a mayor\n\n{REPORT}"
    assert read_release(text.encode()).title == TITLE


def test_a_whole_report_is_no_caption_though_it_says_who_stands_left() -> None:
    report = f"{REPORT} Mr Qin (left) was glad. " + "They talked about the ferries at length. " * 16
    assert len(read_release(f"{TITLE}\n\n{report}".encode()).paragraphs) == 1


def test_lines_broken_within_sentences_are_joined_though_their_widths_differ() -> None:
    lines = (
        "深圳市市長覃偉中今日在香港會見行政長官李家超，雙方談到渡輪和種子",
        "庫，同意每年六月在兩地輪流開會一次，由市長和行政長官主持，又談渡",
        "輪、種子庫和圖書館，並到碼頭看了新",
        "渡輪，與負責的館長和園丁談了半小時，並在館前種下兩棵樹，留作紀念，後來又去看海",
        "濱。",
    )
    release = read_release("\n".join((TITLE_ZH, *lines)).encode())
    assert release.title == TITLE_ZH
    assert [one.text for one in release.paragraphs] == ["".join(lines)]
