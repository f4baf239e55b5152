"""Reading YAML: every scalar as written, every place exact, never a crash."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from coop.diagnostics import Code, Finding, Location
from coop.yamlio import Document, read_document, read_mended
from tests.strategies import WORDS

TREES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(WORDS, inner, min_size=1, max_size=3),
    ),
    max_leaves=12,
)


def read(text: str) -> Document:
    document, findings = read_document("x.yaml", text.encode())
    assert document, findings
    assert not findings
    return document


def mistakes(text: str | bytes) -> list[Finding]:
    raw = text.encode() if isinstance(text, str) else text
    return read_document("x.yaml", raw)[1]


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "yes",
        "true",
        "0123",
        "0x1F",
        "1e3",
        "12:30",
        "2024-02-06",
        "1_000",
        ".5",
        "=",
        "Null1",
    ],
)
def test_words_that_yaml_would_change_stay(word: str) -> None:
    assert read(f"a: {word}\nb: [{word}]\n{word}: c\n").tree == {"a": word, "b": [word], word: "c"}


def test_no_value_is_none_and_a_quoted_one_is_text() -> None:
    document = read("a:\nb: ~\nc: null\nd: ''\ne: '~'\nf: \"null\"\n")

    assert document.tree == {"a": None, "b": None, "c": None, "d": "", "e": "~", "f": "null"}


def test_places_count_characters_also_after_chinese_and_beyond_the_first_plane() -> None:
    document = read("香港: {深圳: 前海, 𠮷野: x}\nlist:\n  - 一\n  - 二: 三\n")

    assert document.locate(("香港", "深圳")) == Location("x.yaml", 1, 10)
    assert document.locate(("香港", "深圳"), key=True) == Location("x.yaml", 1, 6)
    assert document.locate(("香港", "𠮷野")) == Location("x.yaml", 1, 18)
    assert document.locate(("list", 1, "二")) == Location("x.yaml", 4, 8)


def test_what_is_missing_is_placed_at_its_parent() -> None:
    document = read("a:\n  b: [c]\n")

    assert document.locate(("a", "nothing", "deeper")) == Location("x.yaml", 2, 3)
    assert document.locate(("a", "b", 7)) == Location("x.yaml", 2, 6)
    assert document.locate(()) == Location("x.yaml", 1, 1)


def test_a_byte_order_mark_and_windows_lines_do_no_harm() -> None:
    document, findings = read_document("x.yaml", b"\xef\xbb\xbfa: b\r\nc: d\r\n")

    assert not findings
    assert document
    assert document.tree == {"a": "b", "c": "d"}
    assert document.locate(("c",)) == Location("x.yaml", 2, 4)
    assert (document.line(1), document.line(2)) == ("a: b", "c: d")
    assert document.line(3) == document.line(0) == ""


@pytest.mark.parametrize(
    "text",
    [
        "a: R&D and *stars*!",
        "a: https://a.org/?x=1&y=*&z=!b",
        "a: 'x: <<'",
        "a: |\n  &x *y !z",
    ],
)
def test_signs_inside_a_text_are_no_features(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: &x b\n", (1, 4), "anchor '&x'"),
        ("- 香\n- *x\n", (2, 3), "alias '*x'"),
        ("a: !!int 3\n", (1, 4), "tag '!!int'"),
        ("a: !own {b: c}\n", (1, 4), "tag '!own'"),
        ("a: 1\n<<: {b: c}\n", (2, 1), "merge key '<<'"),
        ('{"a":&x b}', (1, 6), "anchor '&x'"),
    ],
)
def test_features_are_refused(text: str, place: tuple[int, int], message: str) -> None:
    (finding,) = mistakes(text)

    assert finding.code is Code.YAML_FEATURE
    assert finding.location == Location("x.yaml", *place)
    assert finding.message.startswith(message)


def test_every_feature_and_every_tab_and_every_double_key_is_told() -> None:
    assert len(mistakes("a: &x 1\nb: *x\nc: !t 2\n")) == 3
    assert len(mistakes("a:\n\tb: c\n\td: e\n")) == 2
    assert len(mistakes("a: 1\na: 2\nb: {c: 1, c: 2}\na: 3\n")) == 3


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("> a: b\n> c: {d: e\uff5d\n", ["1:1 E101", "2:11 E101"]),
        ("1: a: b\n2: c: *d\n", ["1:1 E101", "2:7 E103"]),
        ("as:\n  {b: c}\n  - {b: d}\n  {b: *e}\n", ["2:3 E101", "4:3 E101", "4:7 E103"]),
        ("as:\n  - b: c\n    d: e\n    b: f\n    d: g\nh: i\nh: j\n", ["4:5 E102", "7:1 E102"]),
        ("a: -\nc: *d\n", ["1:4 E101", "2:4 E103"]),
    ],
)
def test_what_is_plainly_meant_is_read_on(text: str, told: list[str]) -> None:
    found = sorted(mistakes(text))

    assert [f"{one.location.line}:{one.location.column} {one.code}" for one in found] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a:\tb\na: c\n", ["1:3 E105", "2:1 E102"]),
        ("x:\n\ta: b\n  c: d\n\te: &f g\n", ["2:1 E105", "4:1 E105", "4:5 E103"]),
        ("x:\n\ta: b\n c: d\ne: *f\n", ["2:1 E105", "4:4 E103"]),
        ("a:\tb\nc: 'd\n", ["1:3 E105", "2:4 E101"]),
        ("x:\n\ta: b\n     c: d\n", ["2:1 E105", "3:7 E101"]),
        ("\t\n", ["1:1 E105"]),
        ("\tx\n\t\t- y\n", ["1:1 E105", "2:1 E105"]),
        ("a\u200b: b\na: c\n", ["1:2 E109", "2:1 E102"]),
        ("a: b\u2028c\nd: !e f\n", ["1:5 E109", "2:4 E103"]),
    ],
)
def test_a_tab_or_a_hidden_character_hides_nothing_else(text: str, told: list[str]) -> None:
    found = sorted(mistakes(text))

    assert [f"{one.location.line}:{one.location.column} {one.code}" for one in found] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: b\nc：d\ne:f\ng：h\n", ["2:2 E101", "3:2 E101", "4:2 E101"]),
        ("a：b\nc：d\n", ["1:2 E101", "2:2 E101"]),
        ("a: 'b\nc：d\nc: e\n", ["1:4 E101", "2:2 E101", "3:1 E102"]),
        ("a: b\r\nc：d\r\ne:f\r\n", ["2:2 E101", "3:2 E101"]),
        ("a:\tb\nc：d\ne:f\n", ["1:3 E105", "2:2 E101", "3:2 E101"]),
        ("a:\n–  b：c\n   d: e\n", ["2:1 E101", "2:5 E101"]),
        ("a: b: c\nd：e\n", ["1:5 E101"]),
    ],
)
def test_a_slip_hides_no_other_as_far_as_it_is_plain(text: str, told: list[str]) -> None:
    found = sorted(mistakes(text))

    assert [f"{one.location.line}:{one.location.column} {one.code}" for one in found] == told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: Room #3\n", (1, 9)),
        ("- 'x' #y\n", (1, 7)),
        ("a: Room # 3\n", None),
        ("a: Room#3\n", None),
        ("a: 'x #y'\nb: |\n  c #d\n", None),
        ("#a\nb: c\n  #d\n", None),
    ],
)
def test_a_text_that_a_comment_cuts_off_is_told(text: str, place: tuple[int, int] | None) -> None:
    found = [(one.code, one.location) for one in mistakes(text)]

    assert found == ([(Code.CUT_OFF, Location("x.yaml", *place))] if place else [])


def test_the_first_of_two_equal_keys_counts() -> None:
    document, (finding,) = read_document("x.yaml", b"a: first\nb: 1\na: {c: d}\n")

    assert document
    assert document.tree == {"a": "first", "b": "1"}
    assert finding.location == Location("x.yaml", 3, 1)


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b"a: \xb4\xfa", Code.NOT_UTF8, (1, 4)),
        ("香: 港\n港: ".encode() + b"\xff", Code.NOT_UTF8, (2, 4)),
        (b"", Code.EMPTY_FILE, (1, 1)),
        (b"# nothing\n---\n", Code.EMPTY_FILE, (1, 1)),
        (b"a: 1\n---\nb: 2\n", Code.SEVERAL_DOCUMENTS, (2, 1)),
        (b"a: 'b\nc: d\n", Code.BROKEN_YAML, (1, 4)),
        (b"a: b: c\n", Code.BROKEN_YAML, (1, 5)),
        (b"a: \x07", Code.BROKEN_YAML, (1, 4)),
        (b"[a]: b\n", Code.BROKEN_YAML, (1, 1)),
        (b"[" * 5000, Code.BROKEN_YAML, (1, 1)),
        (b"a: b\nc:\td\n", Code.TAB, (2, 3)),
        (b"a:\n\tb: c\n", Code.TAB, (2, 1)),
    ],
)
def test_broken_files(raw: bytes, code: Code, place: tuple[int, int]) -> None:
    (finding,) = mistakes(raw)

    assert (finding.code, finding.location) == (code, Location("x.yaml", *place))
    assert "\n" not in finding.message


@pytest.mark.parametrize(
    ("text", "meant", "column"),
    [
        ("a: b\nc:\td\n", {"a": "b", "c": "d"}, 4),
        ("a: b\nc：d\n", {"a": "b", "c": "d"}, 3),
        ("a: b\n\tc: d\n", None, 0),
        ("a: b\nc: {d: e\n", None, 0),
        ("a: b\nc: *d\n", None, 0),
    ],
)
def test_what_is_meant_by_a_slip_is_read_where_that_is_plain(
    text: str, meant: object, column: int
) -> None:
    document = read_mended("x.yaml", text.encode())

    assert (document.tree if document else None) == meant
    if document:
        assert document.locate(("c",)) == Location("x.yaml", 2, column)
        assert document.locate(("a",)) == Location("x.yaml", 1, 4)


@given(st.one_of(st.binary(max_size=200), st.text(max_size=80).map(lambda text: text.encode())))
@example(b"\xff\xfea")
@example(b"%YAML 3.0\n---\na")
@example(b'"\\ud800"')
@example(b"? ? ? a")
def test_any_bytes_give_a_document_or_findings(raw: bytes) -> None:
    document, findings = read_document("x.yaml", raw)

    assert document or findings
    assert all("\n" not in str(finding) for finding in findings)


@given(TREES)
def test_what_was_written_is_read_and_each_place_holds_it(tree: Any) -> None:
    text = yaml.dump(tree, allow_unicode=True, Dumper=yaml.CSafeDumper, width=1000)
    document = read(text)

    assert document.tree == tree
    for path, word in _scalars(tree, ()):
        place = document.locate(path)
        rest = document.line(place.line)[place.column - 1 :]
        assert rest.lstrip("'\"").startswith(word)


def _scalars(tree: Any, path: tuple[Any, ...]) -> list[tuple[tuple[Any, ...], str]]:
    if isinstance(tree, dict):
        pairs = list(tree.items())
    elif isinstance(tree, list):
        pairs = list(enumerate(tree))
    else:
        return [(path, tree)]
    return [found for step, inner in pairs for found in _scalars(inner, (*path, step))]
