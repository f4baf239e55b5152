"""Findings as text, with carets, for GitHub, as JSON; suggestions; the sum of a run."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coop.diagnostics import (
    Code,
    Finding,
    Location,
    closest,
    count_line,
    render_detailed,
    render_github,
    render_json,
    render_text,
)

PLACE = Location("data/places/香港.yaml", 12, 7)
FINDING = Finding(PLACE, Code.UNKNOWN_REFERENCE, "unknown source 'gia-1'", "gia-2")
NOTICE = Finding(Location("data/a.yaml"), Code.SOURCE_UNUSED, "no record cites it")


def test_codes_are_unique_and_tell_errors_from_notices() -> None:
    assert all(re.fullmatch(r"[EN][1-9]\d\d", code) for code in Code)
    assert len({code[1:] for code in Code}) == len(Code)
    assert Code.BROKEN_YAML.is_error
    assert not Code.SOURCE_UNUSED.is_error


def test_text() -> None:
    assert render_text([FINDING, NOTICE]) == (
        "data/places/香港.yaml:12:7: E302 unknown source 'gia-1'; did you mean 'gia-2'?\n"
        "data/a.yaml:1:1: N506 no record cites it\n"
    )


@pytest.mark.parametrize(
    ("meant", "told"),
    [
        ("b", "no 'a'; did you mean 'b'? If it is new, add it"),
        ("", "no 'a'. If it is new, add it"),
    ],
)
def test_advice_follows_what_was_meant_in_every_form(meant: str, told: str) -> None:
    finding = Finding(PLACE, Code.UNKNOWN_REFERENCE, "no 'a'", meant, "If it is new, add it")

    assert render_text([finding]) == f"{PLACE}: E302 {told}\n"
    assert render_detailed([finding], lambda _: "") == f"{PLACE}: E302 {told}\n"
    assert render_github([finding]).endswith(f"::{told}\n")


def test_findings_are_ordered_by_place_then_code() -> None:
    def at(path: str, line: int, column: int, code: Code = Code.TAB) -> Finding:
        return Finding(Location(path, line, column), code, "m")

    ordered = [at("a", 1, 1), at("a", 2, 1), at("a", 2, 10), at("a", 10, 1), at("b", 1, 1)]
    ordered.append(at("b", 1, 1, Code.UNKNOWN_KEY))
    shuffled = [ordered[place] for place in (5, 2, 0, 4, 1, 3)]

    assert sorted(shuffled) == ordered


@pytest.mark.parametrize(
    ("line", "column", "before"),
    [
        ("place: shenzen", 8, 7),
        ("香港: 深圳", 1, 0),
        ("香港: 深圳", 5, 6),
        ("香: {en: x，y}", 12, 13),
    ],
)
def test_the_caret_stands_below_its_character_on_a_terminal(
    line: str, column: int, before: int
) -> None:
    finding = Finding(Location("a", 3, column), Code.TAB, "m")

    shown = render_detailed([finding], lambda _: line).splitlines()

    assert shown == [str(finding), f"    {line}", f"    {' ' * before}^"]


def test_without_a_source_line_there_is_no_caret() -> None:
    assert render_detailed([FINDING], lambda _: "") == f"{FINDING}\n"


def test_github_names_level_place_and_title() -> None:
    assert render_github([FINDING, NOTICE]) == (
        "::error file=data/places/香港.yaml,line=12,col=7,title=E302::"
        "unknown source 'gia-1'; did you mean 'gia-2'?\n"
        "::notice file=data/a.yaml,line=1,col=1,title=N506::no record cites it\n"
    )


def test_github_escapes_what_its_commands_read() -> None:
    finding = Finding(Location("a,b:c%.yaml"), Code.TAB, "50% of\r\na: b, c")

    assert render_github([finding]) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=E105::50%25 of%0D%0Aa: b, c\n"
    )


@given(st.text(), st.text())
def test_a_github_command_is_one_line_whatever_the_text(path: str, message: str) -> None:
    shown = render_github([Finding(Location(path), Code.TAB, message)])

    assert shown.count("\n") == 1
    assert "\r" not in shown
    assert re.fullmatch(r"::error file=[^,:]*,line=1,col=1,title=E105::.*\n", shown, re.DOTALL)


def test_json() -> None:
    shown = render_json([FINDING, NOTICE])

    assert json.loads(shown) == [
        {
            "path": "data/places/香港.yaml",
            "line": 12,
            "column": 7,
            "code": "E302",
            "severity": "error",
            "message": "unknown source 'gia-1'",
            "suggestion": "gia-2",
            "advice": None,
        },
        {
            "path": "data/a.yaml",
            "line": 1,
            "column": 1,
            "code": "N506",
            "severity": "notice",
            "message": "no record cites it",
            "suggestion": None,
            "advice": None,
        },
    ]
    assert "香港" in shown
    assert json.loads(render_json([])) == []


@pytest.mark.parametrize(
    ("findings", "files", "line"),
    [
        ([], 1, "0 errors, 0 notices in 1 file"),
        ([FINDING, NOTICE], 2, "1 error, 1 notice in 2 files"),
        ([FINDING, FINDING], 0, "2 errors, 0 notices in 0 files"),
    ],
)
def test_the_sum_of_a_run(findings: list[Finding], files: int, line: str) -> None:
    assert count_line(findings, files) == line


def test_the_closest_word() -> None:
    words = ["shenzhen", "shanghai", "hong-kong"]

    assert closest("shenzen", words) == "shenzhen"
    assert closest("weather", words) == ""
    assert closest("x", []) == ""


def test_of_a_very_long_line_only_what_is_near_is_shown() -> None:
    line = f"en: {'a' * 9000}b{'c' * 9000}"
    found = Finding(Location("data/a.yaml", 1, 9005), Code.SIGN_ALONE, "this")

    shown, below = render_detailed([found], lambda _place: line).splitlines()[1:]

    assert len(shown) < 500
    assert shown[below.index("^")] == "b"


def test_nothing_in_a_record_or_its_name_ends_a_line_or_steers_a_terminal() -> None:
    place = Location("data/a\n::error::b.yaml", 1, 3)
    found = Finding(place, Code.UNKNOWN_WORD, "'a\r\n::error::b\x1b[2J\u2028c'", advice="d\ne")

    text = render_text([found]) + render_detailed([found], lambda _place: "a\tb\x1b[2Jc")

    assert len(text.splitlines()) == 4
    assert "\x1b" not in text
    assert "'a\\r\\n::error::b\\x1b[2J\\u2028c'. d\\ne" in text
    assert "    a\\tb\\x1b[2Jc\n       ^\n" in text
