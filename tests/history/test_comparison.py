"""Two states of a record differ by what they say, never by how it is written."""

from __future__ import annotations

from typing import Any

import pytest

from coop.history.comparison import compare_trees


def differences(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[Any, Any, Any]]:
    return [(change.path, change.before, change.after) for change in compare_trees(old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"a": "1", "b": "2"}, {"b": "2", "a": "1"}),
        ({"text": "one\ntwo"}, {"text": "one two "}),
        ({"sources": ["report"]}, {"sources": [{"id": "report"}]}),
        ({"topics": ["one", "two"]}, {"topics": ["two", "one"]}),
        ({"id": "sample"}, {}),
    ],
)
def test_another_form_is_no_change(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert differences(old, new) == []


def test_a_value_changes_comes_and_goes() -> None:
    old = {"date": "2024-02-06", "place": "pier", "name": {"en": "A", "zh-Hant": "甲"}}
    new = {"date": "2024-02-07", "venue": {"en": "Hall"}, "name": {"en": "B", "zh-Hant": "甲"}}
    assert differences(old, new) == [
        (("date",), "2024-02-06", "2024-02-07"),
        (("venue",), None, {"en": "Hall"}),
        (("name", "en"), "A", "B"),
        (("place",), "pier", None),
    ]


def test_items_of_a_list_are_told_apart() -> None:
    one, two, three = ({"text": {"en": text}} for text in ("One", "Two", "Three"))
    assert differences({}, {"outcomes": [one]}) == [(("outcomes", 1), None, one)]
    assert differences({"outcomes": [one, two]}, {"outcomes": [two]}) == [
        (("outcomes", 1), one, None)
    ]
    assert differences({"outcomes": [two]}, {"outcomes": [one, two, three]}) == [
        (("outcomes", 1), None, one),
        (("outcomes", 3), None, three),
    ]


def test_as_many_items_as_went_are_the_same_ones_reworded() -> None:
    old = {"outcomes": [{"text": {"en": "One"}}, {"text": {"en": "Two"}}]}
    new = {"outcomes": [{"text": {"en": "One"}}, {"text": {"en": "Three"}}]}
    assert differences(old, new) == [(("outcomes", 2, "text", "en"), "Two", "Three")]


def test_items_are_known_by_what_they_name() -> None:
    old = {"sources": ["report", {"id": "list", "at": "page 1"}]}
    new = {"sources": [{"id": "list", "at": "page 2"}, "other", "report"]}
    assert differences(old, new) == [
        (("sources", 1, "at"), "page 1", "page 2"),
        (("sources", 2), None, {"id": "other"}),
    ]
    texts = {key: {"key": key, "text": {"en": key}} for key in ("pier", "park", "pool")}
    outcomes = [texts["pool"], texts["park"] | {"text": {"en": "A park"}}]
    assert differences({"outcomes": [texts["pier"], texts["park"]]}, {"outcomes": outcomes}) == [
        (("outcomes", 1), None, texts["pool"]),
        (("outcomes", 2, "text", "en"), "park", "A park"),
        (("outcomes", 1), texts["pier"], None),
    ]
    one = {"principals": [{"person": "chan"}, {"person": "lee"}]}
    other = {"principals": [{"person": "ng"}, {"person": "chan"}]}
    assert differences(one, other) == [
        (("principals", 1), None, {"person": "ng"}),
        (("principals", 2), {"person": "lee"}, None),
    ]
