"""The pages for editors: examples that hold, every key explained, code that stays code."""

from __future__ import annotations

from typing import Any

import pytest

from coop.catalog import build_catalog
from coop.model import MODELS, Kind
from coop.model.decoding.decode import decode_record
from coop.model.values import POST
from coop.pages.editors import contribute
from coop.pages.editors.contribute import (
    code_html,
    contribute_pages,
    read_example,
    translate_comments,
)
from coop.pages.editors.coverage import measure
from coop.pages.fields import list_fields
from coop.text import Language
from coop.words import load_comments, load_meanings
from coop.yamlio import list_comments, read_document
from tests.pages.convert import Outline, outline, slow_outline
from tests.pages.record_catalog import record_catalog
from tests.samples import make_catalog

EXPLAINED = {
    "E302": {
        "title": "Unknown `reference`",
        "why": "Why.",
        "bad": "a: 1\n\n# b\n  c: <d>\n",
        "good": "a: 2",
    },
    "N405": {"title": {"en": "In English", "zh-Hant": "中文說"}, "why": {"en": "Only English"}},
}


def _page(name: str, language: Language = Language.EN) -> Outline:
    pages = {page.address: page for page in contribute_pages(make_catalog(), language)}
    return outline(pages[f"contribute/{name}/"].render())


def test_the_examples_decode_without_findings_and_name_one_another_rightly() -> None:
    records = []
    for kind in Kind:
        text = read_example(kind)
        path = text.splitlines()[0].removeprefix("# ")
        assert path.startswith(f"data/{kind.value}/")
        document, findings = read_document(path, text.encode())
        assert document
        record, more = decode_record(document, kind, path.rpartition("/")[2].removesuffix(".yaml"))
        assert [*findings, *more] == []
        assert record
        records.append(record)
    catalog = build_catalog(records, {})
    references = [one for found in catalog.references.values() for one in found]
    assert len(references) > len(records)
    for reference in references:
        assert catalog.find(reference.ref), reference
        assert reference.target != POST or catalog.find_post(reference.value), reference


@pytest.mark.parametrize("kind", Kind)
def test_an_example_says_that_it_is_one(kind: Kind) -> None:
    assert read_example(kind).splitlines()[1].startswith("# An example:")


def test_code_keeps_its_lines_and_spaces_in_both_readers() -> None:
    pages = {page.address: page for page in contribute_pages(make_catalog(), Language.ZH_HANS)}
    content = pages["contribute/examples/"].render()
    for seen in (outline(content), slow_outline(content)):
        whole = "".join(seen.pieces)
        for kind in Kind:
            text = translate_comments(read_example(kind), Language.ZH_HANS)
            assert text.strip() in whole, kind
        assert seen.tags.count("pre") == len(Kind)


def test_every_comment_of_an_example_is_said_in_chinese_and_nothing_else_changes() -> None:
    comments = load_comments()
    found = set()
    for kind in Kind:
        english = read_example(kind)
        texts = [comment.text for comment in list_comments(english)][1:]  # the first is a path
        found |= {text.rpartition("# ")[2] for text in texts}
        for language in (Language.ZH_HANT, Language.ZH_HANS):
            chinese = translate_comments(english, language)
            assert read_tree(chinese) == read_tree(english)
            assert [line.partition("#")[0] for line in chinese.splitlines()] == [
                line.partition("#")[0] for line in english.splitlines()
            ]
    assert found == set(comments)


def read_tree(text: str) -> Any:
    document, findings = read_document("", text.encode())
    assert document, findings
    return document.tree


def test_code_is_escaped() -> None:
    assert code_html("  a: <b>\n\n# c") == "&#32;&#32;a: &lt;b&gt;&#10;&#10;# c"


def test_the_field_guide_has_every_key_of_every_kind() -> None:
    ids = _page("fields").ids
    for kind in Kind:
        for name, field in MODELS[kind].model_fields.items():
            assert f"{kind.singular}-{(field.alias or name).lower()}" in ids
    assert len(ids) == len(set(ids))


def test_every_key_is_explained_in_chinese_and_nothing_else_is() -> None:
    meanings = load_meanings()
    tables, keys = meanings["tables"], meanings["keys"]
    listed = [*list_fields()[0], *list_fields()[1]]
    lines = [(table.name, line.key) for table in listed for line in table.lines]

    assert list(tables) == [table.name for table in listed]
    assert [line for line in lines if line[1] not in keys["Any"] | keys.get(line[0], {})] == []
    shared = {("Any", key) for name, key in lines if key not in keys.get(name, {})}
    assert {(name, key) for name in keys for key in keys[name]} <= {*lines, *shared}
    assert "檔案名稱，不連" in "".join(_page("fields", Language.ZH_HANT).pieces)
    assert "文件名，不连" in "".join(_page("fields", Language.ZH_HANS).pieces)


def test_links_of_the_field_guide_lead_to_its_own_tables() -> None:
    page = _page("fields", Language.ZH_HANT)
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_required_keys_and_forms_are_read_off_the_models() -> None:
    kinds, parts = list_fields()
    lines = {(table.name, line.key): line for table in (*kinds, *parts) for line in table.lines}
    assert lines["Meeting", "status"].required
    assert not lines["Meeting", "date"].required
    assert lines["Meeting", "date"].form == ("date", "", False)
    assert lines["Meeting", "topics"].form == ("ref", "topics", True)
    assert lines["Attendance", "post"].form.word == "posts"
    assert lines["Outcome", "led_to"].form == ("any", "any", True)
    assert lines["Place", "iso"].form.word == "iso"
    assert lines["Source", "language"].form.word == "tag"
    assert lines["Meeting", "status"].choices == ("announced", "held", "postponed", "cancelled")


def test_findings_have_a_section_each_and_english_texts_say_so_on_chinese_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(contribute, "load_explanations", lambda: EXPLAINED)
    page = _page("findings")
    assert page.ids == ["title", "E302", "N405"]
    assert "a: 1\n\n# b\n  c: <d>" in "".join(page.pieces)
    chinese = {p.address: p for p in contribute_pages(make_catalog(), Language.ZH_HANT)}
    body = chinese["contribute/findings/"].render().body
    assert '<strong lang="en">Unknown <code>reference</code></strong>' in body
    assert "<strong>中文說</strong>" in body
    assert '<p lang="en">Only English</p>' in body
    simplified = {p.address: p for p in contribute_pages(make_catalog(), Language.ZH_HANS)}
    assert "<strong>中文说</strong>" in simplified["contribute/findings/"].render().body


def test_the_reach_of_a_language_is_counted_from_the_records() -> None:
    catalog = record_catalog()
    reach = {language: rows for language, (rows, _) in measure(catalog).items()}
    names = [meeting.name for meeting in catalog.meetings.values()]
    for rows in reach.values():
        assert sum(rows["meetings"].values()) == len(names)
    assert reach[Language.ZH_HANT]["meetings"]["missing"] == sum(not n.zh_hant for n in names)
    converted = sum(bool(n.zh_hant) and not n.zh_hans for n in names)
    assert reach[Language.ZH_HANS]["meetings"]["converted"] == converted > 0
    assert "en" in _page("coverage").ids
