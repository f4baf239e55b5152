"""Where English releases say that an event was, and where they only seem to say so."""

from __future__ import annotations

from datetime import date

import pytest

from coop.draft.drafting import draft_release
from tests.draft.scoring import read_catalog

PUBLISHED = date(2024, 6, 13)
WHO = "The Chief Executive, Mr John Lee,"


def place(sentence: str, title: str = "Secretary busy") -> str:
    text = f"{title}\n\n{sentence}".encode()
    found = draft_release(text, read_catalog(), published=PUBLISHED).facts().get("place")
    return str(found or "")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("ended his three-day Hong Kong visit today and left Hong Kong for Beijing.", "hong-kong"),
        ("will be off to Guangzhou tomorrow.", "guangzhou"),
        ("visited southwest China's Sichuan Province today.", "sichuan"),
        ("left today with a mission to Beijing.", "beijing"),
        ("was welcomed with his group to Chengdu today.", "chengdu"),
        ("said today that a new era brings opportunities for Hong Kong.", ""),
        ("spoke today of the supply of food to Hong Kong.", ""),
        ("spoke today of the care of the State for Shanghai and of ties to Beijing.", ""),
        ("wrapped up a visit to the Guangdong city today.", ""),
    ],
)
def test_a_place_is_gone_to_behind_a_word_of_going(sentence: str, told: str) -> None:
    assert place(f"{WHO} {sentence}") == told


def test_whose_something_is_says_not_where() -> None:
    sentence = "President Xi Jinping today gave full credit to Hong Kong's Chief Executive."
    assert place(sentence) == ""


def test_a_venue_tells_the_place_however_late_if_nothing_else_does() -> None:
    early = "President Hu Jintao thanked Mr Donald Tsang on Wednesday."
    rest = "\n\n".join(["They talked."] * 5)
    assert place(f"{early}\n\n{rest}\n\nThe talks were held at Government House.") == "hong-kong"
    assert place(f"{early}\n\n{rest}\n\nMr Tsang lives in Government House.") == ""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("led a delegation to Guiyang in Guizhou Province today.", "guiyang"),
        ("led a delegation to Guangzhou and Shenzhen in Guangdong Province today.", "guangdong"),
        ("led a delegation to Guangdong Province today.", "guangdong"),
    ],
)
def test_a_visit_to_one_city_of_a_province_is_to_the_city(sentence: str, told: str) -> None:
    title = f"CE visits {'Guizhou' if told == 'guiyang' else 'Guangdong'}"
    assert place(f"{WHO} {sentence}", title) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("met a delegation from Hainan today.", "hong-kong"),
        ("welcomed Governor Gao Bin and his delegation today.", "hong-kong"),
        ("led a delegation today to meet a delegation of the State.", ""),
        ("met students today.", ""),
        ("opened a tour today at a ceremony in the Hong Kong Customs College.", "hong-kong"),
        ("spoke of the Hong Kong Customs College today.", ""),
        ("toured a housing project in Beijing today.", "beijing"),
        ("spoke today of a housing project in Beijing.", ""),
        ("met guests today, reports in Beijing media said.", ""),
        ("met Ms Xian today.", ""),
    ],
)
def test_guests_are_received_at_home_and_works_seen_where_they_stand(
    sentence: str, told: str
) -> None:
    assert place(f"{WHO} {sentence}") == told


def test_who_is_called_on_is_at_home_and_a_mainland_host_may_be_anywhere() -> None:
    caller = "The Vice Minister of Parks of the State Council, Mr Gao Bin,"
    assert place(f"{caller} called on the Chief Executive, Mr John Lee, today.") == "hong-kong"
    assert not place(f"{caller} met a delegation from Hong Kong today.")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("called on the Ministry of Justice and the Supreme People's Court today.", "beijing"),
        ("had talks on parks in the capital today.", "beijing"),
        ("visited the Ministry of Justice's garden in Example Bay today.", ""),
        ("spoke of trust in the capital market today.", ""),
        ("visited Example, Fujian Province, today.", "fujian"),
        ("ended his last day in Shenzhen today.", "shenzhen"),
        ("met Mr Gong Jiali of Example, Fujian Province, today.", ""),
    ],
)
def test_ministries_are_in_the_capital_and_towns_in_their_province(
    sentence: str, told: str
) -> None:
    assert place(f"{WHO} {sentence}") == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("called on the Director of the National Health Commission today.", "beijing"),
        ("today called on the Administrator of the State Administration of Parks.", "beijing"),
        ("spoke today of the Director of the National Health Commission.", ""),
        (
            "called on the Director of the National Health Commission in Example Bay today.",
            "beijing",
        ),
    ],
)
def test_who_is_called_on_by_post_is_at_their_office_as_far_as_nothing_else_tells(
    sentence: str, told: str
) -> None:
    assert place(f"{WHO} {sentence}") == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("will visit Guangzhou, Foshan and Zhaoqing from tomorrow.", "guangdong"),
        ("will visit Beijing, Hohhot and Guangzhou from tomorrow.", ""),
        ("will visit Fuzhou, Ningbo and Wuxi from tomorrow.", ""),
        ("will visit Beijing and Guangzhou from tomorrow.", ""),
    ],
)
def test_a_visit_to_several_cities_is_to_the_province_that_they_lie_in(
    sentence: str, told: str
) -> None:
    assert place(f"{WHO} {sentence}", "Secretary to visit the Mainland") == told


def test_where_earlier_sessions_have_been_held_is_no_place_of_this_one() -> None:
    sentence = "will open the meeting on parks in Shenzhen today."
    earlier = "Two sessions have been held, in Hong Kong and Shanghai."
    assert place(f"{WHO} {sentence} {earlier}") == "shenzhen"
    assert not place(f"{WHO} spoke today. {earlier}")


def test_the_place_of_a_meeting_may_be_told_as_that() -> None:
    assert place("Guangzhou is where a meeting on parks took place today.") == "guangzhou"
    sentence = "Shenzhen was today the place of a meeting on parks."
    assert place(sentence) == "shenzhen"
    assert place("Shenzhen was today the subject of a meeting on parks.") == ""
