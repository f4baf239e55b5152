"""The words of the interface: the same in every language, each of them used."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from coop.script import to_simplified
from coop.text import Language
from coop.words import WordError, Words, load_words
from coop.yamlio import read_own
from tests.chinese import blanks_in, prose_of
from tests.words_used import COMPLETED_ELSEWHERE, is_in_code, is_used, keys_built

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
HOLE = re.compile(r"\{[a-z_]+\}")
CODES = {"record.fact.iso", "fields.form.any", "fields.form.posts"}  # the same in any language
HAN = re.compile(r"[\u4e00-\u9fff]")
LOCALE = ("zh-Hant", "zh-Hans", "findings", "fields", "examples/comments.zh-Hant", "api.zh-Hant")
EXAMPLES = (".bad", ".good")
PAGES = sorted((ROOT / "docs" / "zh-hant").rglob("*.md"))


def yaml_tree(name: str) -> dict[str, str]:
    """Return the texts of a locale file by dotted key."""
    return dict(flatten(read_own(ROOT / "scripts" / "coop" / "locale" / f"{name}.yaml"), ""))


def flatten(tree: Any, prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def test_both_written_languages_have_the_same_words() -> None:
    english, chinese = load_words(Language.EN).texts, load_words(Language.ZH_HANT).texts
    assert set(english) ^ set(chinese) == set()


def test_a_word_has_the_same_holes_in_every_language() -> None:
    english = load_words(Language.EN).texts
    for language in (Language.ZH_HANT, Language.ZH_HANS):
        for key, text in load_words(language).texts.items():
            assert set(HOLE.findall(text)) == set(HOLE.findall(english[key])), (language, key)


def test_no_word_is_empty() -> None:
    for language in Language:
        assert [key for key, text in load_words(language).texts.items() if not text] == []


def test_every_word_is_used() -> None:
    unused = [key for key in load_words(Language.EN).texts if not is_used(key)]
    assert unused == []


def test_a_word_that_only_begins_like_those_that_are_used_is_none() -> None:
    for key in ("side.moon", "record.panel.lost", "nav.moons", "new.plan.moon", "frame.moon"):
        assert not is_used(key)


@pytest.mark.parametrize("name", COMPLETED_ELSEWHERE)
def test_what_is_completed_from_elsewhere_is_begun_somewhere_and_needed(name: str) -> None:
    known = load_words(Language.EN).texts
    completed = {f"{name}.{word}" for word in COMPLETED_ELSEWHERE[name]} & {*known}
    assert any(re.match(re.escape(re.escape(f"{name}.")), built.pattern) for built in keys_built())
    assert not all(is_in_code(key) for key in completed)


def test_chinese_words_are_chinese() -> None:
    foreign = {
        key: text
        for key, text in load_words(Language.ZH_HANT).texts.items()
        if key not in CODES
        and re.search(r"[A-Za-z]{3}", HOLE.sub("", text))
        and not HAN.search(text)
    }
    assert foreign == {}


def test_simplified_words_are_converted() -> None:
    assert load_words(Language.ZH_HANS)("site.name") == "香港与内地合作记录"


def test_a_simplified_word_is_stated_only_where_the_conversion_would_not_give_it() -> None:
    stated = yaml_tree("zh-Hans")
    traditional = load_words(Language.ZH_HANT).texts
    needless = [key for key, text in stated.items() if to_simplified(traditional[key]) == text]
    assert needless == []


def test_a_number_of_things_is_set_in_groups_and_a_year_is_not() -> None:
    words = Words(Language.EN, {"found": "one of {year} | {n} of {year}"})
    assert words("found", n=1844, year=2024) == "1,844 of 2024"
    assert words("found", n=1, year=2024) == "one of 2024"


def test_an_unknown_word_is_a_bug() -> None:
    words = Words(Language.EN, {})
    assert not words.has("no.such.word")
    with pytest.raises(WordError):
        words("no.such.word")


@pytest.mark.parametrize("name", LOCALE)
def test_no_blank_stands_beside_latin_words_in_the_words_of_ours(name: str) -> None:
    texts = {key: text for key, text in yaml_tree(name).items() if not key.endswith(EXAMPLES)}
    found = {key: blanks for key, text in texts.items() if (blanks := blanks_in(text))}
    assert found == {}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_blank_stands_beside_latin_words_on_the_pages_of_ours(path: Path) -> None:
    assert [blank for line in prose_of(path.read_text("utf-8")) for blank in blanks_in(line)] == []
