"""Signs that come in pairs: which one of a text is without its other half."""

from __future__ import annotations

import pytest

from coop.rules.signs import find_single


@pytest.mark.parametrize(
    "text",
    [
        "Meeting held",
        'The "Belt and Road" meeting',
        "“Belt and Road” (B&R) meeting",
        "港珠澳「三地」會議（第二次）",
        "《內地與香港〈安排〉》",
        "The ministers' meeting on the directors\u2019 report",
        "The ministers'",
        "The directors\u2019",
        "'One country' and \u2018two systems\u2019",
        "Agreed on a) trade; b) talent; 12) youth",
        "同意：1）貿易；2）人才",
        "It's China's plan",
    ],
)
def test_what_is_paired_or_belongs_to_a_word_is_left(text: str) -> None:
    assert not [*find_single(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('Meeting held"', [12]),
        ('"Meeting held', [0]),
        ('Meeting "held', [8]),
        ("Meeting held'", [12]),
        ("Meeting held\u2019", [12]),
        ("Meeting held\u201d", [12]),
        ("\u2018Meeting held", [0]),
        ("第一次會議」", [5]),
        ("簽署《備忘錄。", [2]),
        ("Meeting (held", [8]),
        ("Meeting) held", [7]),
        ("Meeting \uff08held)", [8]),  # both are told at once: they are one bracket
        ('Meeting\u201d (held"', [7, 9]),
        ("二）三」（四", [3, 4]),
    ],
)
def test_the_first_single_quote_and_bracket_are_told(text: str, places: list[int]) -> None:
    assert [*find_single(text)] == places
