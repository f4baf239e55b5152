"""`coop fmt`: one form for one record, nothing lost, nothing half-written."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from coop.cli import cli
from coop.editing.formatting import STYLE, FormatError, format_record, write_record
from coop.editing.notes import Notes
from coop.editing.writing import WIDTH, write_yaml
from coop.model import MODELS, Kind
from coop.model.shape.order import key_order
from coop.yamlio import Document, list_comments, read_document
from tests.samples import SOURCE
from tests.strategies import TEXTS

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "scripts" / "coop" / "locale" / "examples"
ANYTHING = st.one_of(TEXTS, st.text(st.characters(codec="utf-8"), max_size=20))
TREES = st.recursive(
    st.one_of(st.none(), ANYTHING),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(ANYTHING, inner, max_size=4)
    ),
    max_leaves=12,
)


def read(text: str) -> Document:
    document, findings = read_document("data/meetings/x.yaml", text.encode())
    assert document, findings
    assert not findings, [str(finding) for finding in findings]
    return document


def fmt(text: str, kind: Kind = Kind.MEETINGS) -> str:
    """Format a text, and prove on the way that a second time changes nothing."""
    once = format_record(read(text), kind)
    assert format_record(read(once), kind) == once
    return once


def run(root: Path, *words: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli, ["fmt", "--root", str(root), *map(str, words)])
    return done.exit_code, done.stdout, done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "data" / "sources" / "2020"
    folder.mkdir(parents=True)
    (folder / "one.yaml").write_text("title:\n  en: One\npublisher: {en: 'Office'}\nseen: copy\n")
    (folder / "two.yaml").write_text("title:\n  en: Two\nseen: copy\n")
    return tmp_path


@given(st.dictionaries(ANYTHING, TREES, min_size=1, max_size=5))
@example({"a": "x: y", "b": "- c", "d": "#", "e": "null", "f": "", "g": None, "<<": "~"})
@example({"a": [["b", None], {}, []], "c": {"d": {"e": "f\n\tg\u2028\ufeff\U0001f600"}}})
@example({"a": ["?b", ":c", "-d", "e:", "[", "x,y", "z: 1", "--- ", "..."]})
def test_whatever_is_written_is_read_as_it_was(tree: dict[str, Any]) -> None:
    text = write_yaml(tree, STYLE, Notes())

    assert read(text).tree == tree
    assert fmt(text) == fmt(text.replace("\n", "\r\n"))


@given(
    st.lists(
        st.sampled_from(
            [
                "# c", "  # c", "    # c", "      # c", "kind: a", "kind: a  # c", "name:  # c",
                "name: {en: a}", "  en: b", "  zh-Hant: c # c", "participants:", "- a",
                "- post: a/b # c", "  - post: a/b", "  - {post: a/b} # c", "    side: hksar",
                "sources: [a, # c", "  b] # c", "sources: [a]  # c", "note:", "  en: >- # c",
                "    long", "", "[",
            ]
        ),
        min_size=3,
        max_size=14,
    )
)  # fmt: skip
def test_comments_stay_and_a_second_time_changes_nothing(lines: list[str]) -> None:
    document, findings = read_document("x.yaml", "\n".join(lines).encode())
    if document is None or findings:
        return
    text = fmt(document.text)

    assert read(text).tree == document.tree
    before, after = (
        sorted(comment.text for comment in list_comments(one)) for one in (document.text, text)
    )
    assert before == after


def test_keys_come_in_their_order_and_unknown_ones_after_them() -> None:
    text = "sources: [a]\nodd: 1\ndate: 2024\nkind: call\nname: {zh-Hant: 乙, en: B}\n"

    assert fmt(text) == (
        "name:\n  en: B\n  zh-Hant: 乙\nkind: call\ndate: 2024\nsources: [a]\nodd: 1\n"
    )


@pytest.mark.parametrize("kind", Kind)
def test_the_order_has_every_key_once(kind: Kind) -> None:
    model = MODELS[kind]
    keys = [field.alias or name for name, field in model.model_fields.items()]

    assert sorted(key_order(model)) == sorted(keys)


def test_short_things_stand_on_one_line_and_long_ones_do_not() -> None:
    fits = "x" * (WIDTH - len("venue: {en: }"))
    assert fmt(f"venue:\n  en: {fits}\n") == f"venue: {{en: {fits}}}\n"
    assert fmt(f"venue: {{en: {fits}x}}\n") == f"venue:\n  en: {fits}x\n"
    assert fmt("sources:\n- a\n- {at: para 1, id: b}\n") == "sources: [a, {id: b, at: para 1}]\n"
    assert fmt("principals: [{post: a/b}]\n") == "principals:\n  - {post: a/b}\n"


def test_quotes_only_where_they_are_needed() -> None:
    text = "date: \"2024\"\nonline: 'true'\nvenue: {en: 'a, b'}\ntheme: {en: \"it's: so\"}\n"

    assert fmt(text) == (
        "date: 2024\nvenue: {en: 'a, b'}\nonline: true\ntheme: {en: 'it''s: so'}\n"
    )


def test_comments_go_with_what_they_are_about() -> None:
    text = (
        "# head\n\nsources: [a]   # of names\n# the kind\nkind: call\nparticipants:\n"
        "- {post: a/b}  # first\n# second\n- post: c/d\n  # last\n# end\n"
    )

    assert fmt(text) == (
        "# head\n\n# the kind\nkind: call\nparticipants:\n  - {post: a/b}  # first\n"
        "  # second\n  - post: c/d\n    # last\nsources: [a]   # of names\n# end\n"
    )


@pytest.mark.parametrize("kind", Kind)
def test_the_examples_are_in_the_one_form(kind: Kind) -> None:
    text = (EXAMPLES / f"{kind.singular}.yaml").read_text("utf-8")

    assert fmt(text, kind) == text


def test_what_is_nested_too_deeply_is_refused() -> None:
    tree: list[Any] = []
    document = Document("x.yaml", "", tree)
    for _ in range(5000):
        tree.append(inner := list[Any]())
        tree = inner

    with pytest.raises(FormatError, match="nested far too deeply"):
        format_record(document, Kind.MEETINGS)


def test_a_new_record_is_in_the_one_form() -> None:
    text = write_record(read(SOURCE).tree, Kind.SOURCES)

    assert fmt(text, Kind.SOURCES) == text


def test_check_shows_the_difference_and_changes_nothing(project: Path) -> None:
    one = project / "data" / "sources" / "2020" / "one.yaml"
    before = one.read_bytes()

    code, shown, said = run(project, "--check")

    assert (code, said) == (1, "1 of 2 files would change\n")
    assert "+++ data/sources/2020/one.yaml\n" in shown
    assert "-publisher: {en: 'Office'}\n+publisher: {en: Office}\n" in shown
    assert one.read_bytes() == before


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_of_windows_is_named_where_no_line_differs(project: Path, mark: bytes) -> None:
    two = project / "data" / "sources" / "2020" / "two.yaml"
    two.write_bytes(mark + two.read_bytes().replace(b"\n", b"\r\n"))

    shown = run(project, "--check", two)[1]

    assert shown == (
        "data/sources/2020/two.yaml: nothing but how its lines end, or a mark before the first\n"
    )


def test_fmt_writes_once_and_then_has_nothing_to_do(project: Path) -> None:
    assert run(project) == (0, "", "1 of 2 files changed\n")
    assert run(project) == (0, "", "0 of 2 files changed\n")
    assert run(project, "--check")[0] == 0


def test_paths_choose_what_is_formatted(project: Path) -> None:
    two = project / "data" / "sources" / "2020" / "two.yaml"

    assert run(project, two) == (0, "", "0 of 1 files changed\n")
    assert run(project, two, two.parent)[2] == "1 of 2 files changed\n"
    assert run(project, __file__)[0] == 2


@pytest.mark.parametrize("raw", [b"a: [", b"a: 1\na: 2\n", b"", b"\xff", b"a:\tb\n", b"a: &x 1\n"])
def test_what_is_not_yaml_is_left_alone_with_its_finding(project: Path, raw: bytes) -> None:
    broken = project / "data" / "sources" / "2020" / "broken.yaml"
    broken.write_bytes(raw)

    code, shown, said = run(project)

    assert code == 1
    assert shown.startswith("data/sources/2020/broken.yaml:")
    assert said.endswith("1 of 3 files changed\n")
    assert broken.read_bytes() == raw


def test_every_record_keeps_its_values(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")

    assert run(tmp_path)[0] == 0
    assert run(tmp_path, "--check")[:2] == (0, "")
    for path in sorted((ROOT / "data").rglob("*.yaml")):
        copy = tmp_path / "data" / path.relative_to(ROOT / "data")
        assert read(copy.read_text("utf-8")).tree == read(path.read_text("utf-8")).tree


def test_what_is_no_file_is_told_and_not_published(project: Path) -> None:
    data = project / "data"
    (data / "published.txt").write_text("# Published\n", encoding="utf-8")
    (data / "places" / "folder.yaml").mkdir(parents=True)
    if os.name != "nt":  # where links need rights of their own
        (data / "places" / ".#open.yaml").symlink_to("editor@machine.1234")

    code, out, _ = run(project)

    assert (code, out.count("E108")) == (1, 1)
    assert "places/" not in (data / "published.txt").read_text(encoding="utf-8")


def test_new_ids_are_added_to_the_list_of_published_ones(project: Path) -> None:
    listed = project / "data" / "published.txt"
    listed.write_text("# Published\nsources/zoo\nplaces/gone\n", "utf-8")
    added = "+sources/one\n+sources/two\n"
    code, shown, _ = run(project, "--check")
    assert code == 1
    assert added in shown
    run(project)
    wanted = ["# Published", "places/gone", "sources/one", "sources/two", "sources/zoo"]
    assert listed.read_text("utf-8").splitlines() == wanted
    assert run(project, "--check")[0] == 0


def test_a_text_torn_by_a_comma_stays_as_it_is_and_is_told(project: Path) -> None:
    torn = project / "data" / "sources" / "2020" / "torn.yaml"
    torn.write_text("seen: copy\ntitle: {en: Minutes, part one, zh-Hant: 會議紀錄}\n")
    before = torn.read_bytes()

    code, said, _ = run(project)

    assert torn.read_bytes() == before
    assert code == 1
    assert "torn.yaml:2:22: E204 'part one' is no key; put the text" in said
