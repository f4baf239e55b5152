"""What copying leaves in a text: broken lines, buttons, counters, days of the copy, lost pinyin."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.draft import Draft
from coop.draft.drafting import draft_release
from coop.draft.text.release import read_release
from tests.draft.scoring import read_catalog

TITLE = "深圳市長在港會見行政長官"
REPORT = "深圳市市長覃偉中星期二在香港會見行政長官李家超，雙方談到渡輪和種子庫。"


def draft(text: str, published: date | None = None, url: str = "") -> Draft:
    return draft_release(text.encode(), read_catalog(), published=published, url=url)


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, "分享", "Facebook Twitter WhatsApp Copy Link", "A A A"],
        [TITLE, "閱讀量: 1,289"],
        ["播放本新聞相關短片", TITLE],
        ["有線圖文新聞 / 本地資訊", TITLE, "有線圖文新聞 / 本地資訊"],
        ["行業 : 公共行政", f"篇名：{TITLE}", "文類 : 演講辭"],
    ],
)
def test_the_title_is_the_line_that_says_what_the_text_says(lines: list[str]) -> None:
    text = "\n\n".join((*lines, REPORT))
    assert TITLE in read_release(text.encode()).title


@pytest.mark.parametrize(
    "line",
    ["點擊數：12", "放大圖片", "回到頁首", "網絡編輯：小明", "微博 微信 QQ空间 打印", "我要評論"],
)
def test_a_label_of_the_page_is_no_paragraph(line: str) -> None:
    text = f"{TITLE}\n\n{REPORT}\n\n{line}\n\n雙方又談到圖書館，並同意每年開會一次。"
    assert [one.number for one in read_release(text.encode()).paragraphs] == [1, 2]


def test_chinese_lines_broken_at_a_column_are_paragraphs_again() -> None:
    first = "深圳市市長覃偉中2024年6月12日在香港會見行政長官李家超，雙方談到渡輪和種子庫的事，"
    first += (
        "並同意每年六月在兩地輪流開會一次，由市長和行政長官主持，談渡輪、種子庫和圖書館的合作。"
    )
    second = (
        "會後，兩人到碼頭看了新渡輪，又到圖書館看了關於樹木的展覽，與負責的館長和園丁談了半小時，"
    )
    second += "並在館前種下兩棵樹。"
    wrapped = [
        "\n".join(told[at : at + 30] for at in range(0, len(told), 30)) for told in (first, second)
    ]
    found = read_release(f"{TITLE}\n{wrapped[0]}\n{wrapped[1]}\n".encode())
    assert found.title == TITLE
    assert [one.text for one in found.paragraphs] == [first, second]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The Mayor, Mr Lu Dahao, will visit Hong Kong tomorrow (May 8).", "2024-05-08"),
        ("市長盧大好今日（五月八日）下午在香港會見行政長官李家超。", "2024-05-08"),
    ],
)
def test_today_is_the_day_that_the_text_gives_not_that_of_the_copy(told: str, day: str) -> None:
    found = draft(f"A visit\n\n{told}", date(2024, 5, 9)).facts()
    assert found["date"] == day


def test_pinyin_in_brackets_goes_with_its_blank() -> None:
    page = "樹木會(huì )議(yì)\n\n關於樹木的會(huì )議(yì)今日在圖書館舉行，雙方談到種子庫。"
    told = "關於樹木的會議今日在圖書館舉行，雙方談到種子庫。"
    assert [one.text for one in read_release(page.encode()).paragraphs] == [told]


@pytest.mark.parametrize(
    ("told", "url", "day"),
    [
        ("The meeting was held in Macao on June 12.", "https://e.example/2024/06", "2024-06-12"),
        (
            "关于树木的会议6月12日在澳门举行，双方谈到种子库。",
            "https://e.example/news_2024/06/1.shtml",
            "2024-06-12",
        ),
        ("The 2013/14 Meeting was held in Macao on June 12.", "", ""),
    ],
)
def test_the_year_is_that_of_the_address(told: str, url: str, day: str) -> None:
    assert draft(f"Trees\n\n{told}", url=url).facts()["date"] == day


def test_the_day_of_any_site_s_report_is_that_of_the_text() -> None:
    told = "某某社网6月12日讯 深圳市市长覃伟中十一日在港会见行政长官李家超。"
    found = draft(f"一次会面\n\n{told}", url="https://e.example/2024/06/1.shtml")
    assert found.facts()["date"] == "2024-06-11"


def test_a_date_that_ran_into_the_text_is_none_of_its_days() -> None:
    told = (
        "Thursday, June 13, 2024, updated at 11:24(GMT+8) A meeting on trees opened in Macao on "
        "June 12. It talked about ferries and seeds and will go on talking."
    )
    found = draft(f"|\n|\n{told}")
    assert (found.facts()["published"], found.facts()["date"]) == ("2024-06-13", "2024-06-12")


@pytest.mark.parametrize("caption", ["市長將到圖書館。資料圖片", "市長在碼頭。圖片來源：例報"])
def test_the_words_of_a_picture_are_no_title(caption: str) -> None:
    assert read_release(f"{TITLE}\n\n{caption}\n{REPORT}".encode()).title == TITLE


@pytest.mark.parametrize(
    ("told", "head"),
    [
        ("政務司司長率團赴閩出席植樹會議\n***\n會議定於三月四日在福州舉行，雙方會談樹木。", True),
        ("SHA to visit Wuhan\n***\nMr Lau will go to Wuhan on March 4 to look at trees.", True),
        ("SHA to visit Wuhan\n***\nThe delegation will go to Wuhan on March 4.", False),
    ],
)
def test_whom_the_title_names_by_the_post_is_asked_where_the_opening_is_lost(
    told: str, *, head: bool
) -> None:
    title, text = told.split("\n***\n")
    found = draft(f"{title}\n{'*' * 20}\n{text}", date(2019, 3, 3))
    heads = [(one.who, one.is_sure) for one in found.principals]
    who = "lau-kong-wah" if title.isascii() else "matthew-cheung"
    assert heads == ([(who, False)] if head else [])


def test_a_day_goes_before_a_month_told_earlier() -> None:
    told = (
        "When the Chief Executive was in Beijing in December 2023, the idea was agreed. On "
        "January 25 the Financial Secretary, Mr Paul Chan, went to Beijing for talks on trees."
    )
    assert draft(f"Trees\n\n{told}", date(2024, 2, 4)).facts()["date"] == "2024-01-25"


def test_a_date_of_the_page_that_ran_into_the_text_is_not_the_event_s() -> None:
    told = "2024年6月13日（星期四）2024年6月11至12日，驻沪办主任卢大浩到浙江省杭州市访问。"
    found = draft(f"驻沪办主任到杭州访问\n{told}").facts()
    assert (found["published"], found["date"]) == ("2024-06-13", "2024-06-11/2024-06-12")


def test_the_title_may_say_more_than_the_name_of_the_page() -> None:
    page = (
        "<html><head><title>盧大浩在京會見香港圖書館館長</title></head><body>"
        "<div>審訂署署長盧大浩在京會見香港圖書館館長</div><div>【來源：審訂署】</div>"
        "<p>六月五日，香港圖書館館長到訪，審訂署署長盧大浩在京與其會見。</p></body></html>"
    )
    assert read_release(page.encode()).title == "審訂署署長盧大浩在京會見香港圖書館館長"
