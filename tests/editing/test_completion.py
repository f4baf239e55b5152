"""The schemas that code editors complete and underline by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coop.editing.completion import write_editor_schemas
from coop.exports.api.schemas import editor_schemas
from coop.model import Kind
from tests.samples import NAME, SOURCE, make_catalog, read_record

if TYPE_CHECKING:
    from pathlib import Path

CATALOG = make_catalog(
    read_record(Kind.PLACES, NAME + "kind: zone\n", "pier"),
    read_record(Kind.SOURCES, SOURCE, "report"),
)


def schema(kind: Kind) -> Any:
    return json.loads(editor_schemas(CATALOG)[kind.value])


@pytest.mark.parametrize("kind", Kind)
def test_every_key_is_explained(kind: Kind) -> None:
    found = schema(kind)
    models = [found, *(one for one in found["$defs"].values() if "properties" in one)]

    bare = [key for one in models for key, value in one["properties"].items()
            if "description" not in value]  # fmt: skip

    assert len(models) > 1
    assert not bare


def test_the_ids_that_exist_are_the_choices() -> None:
    found = schema(Kind.MEETINGS)

    assert found["$defs"]["ids-places"]["enum"] == ["pier"]
    assert "#/$defs/ids-places" in json.dumps(found["properties"]["place"])
    assert "#/$defs/ids-sources" in json.dumps(found["$defs"]["SourceRef"])


def test_each_choice_says_what_it_is() -> None:
    found = schema(Kind.MEETINGS)["$defs"]

    assert found["ids-places"]["enumDescriptions"] == ["Sample · 示例"]
    status = dict(zip(found["Status"]["enum"], found["Status"]["enumDescriptions"], strict=True))
    assert status["held"] == "reported to have taken place"


def test_a_key_without_a_value_does_not_fit() -> None:
    found = schema(Kind.MEETINGS)

    assert '"null"' not in json.dumps(found)
    assert '"default"' not in json.dumps(found)
    assert found["properties"]["place"]["description"] == "The city or place."


def test_a_text_may_look_like_a_number() -> None:
    found = schema(Kind.MEETINGS)

    assert found["properties"]["date"]["type"] == ["string", "number", "boolean"]
    assert found["$defs"]["DisputedValue"]["properties"]["value"]["type"][0] == "string"
    assert found["$defs"]["Status"]["type"] == "string"


def test_what_is_there_already_is_not_written_again(tmp_path: Path) -> None:
    write_editor_schemas(CATALOG, tmp_path / "new")
    files = sorted((tmp_path / "new").iterdir())
    assert [file.stem for file in files] == sorted(Kind)
    files[0].write_text("old")
    before = {file: file.stat().st_mtime_ns for file in files[1:]}

    write_editor_schemas(CATALOG, tmp_path / "new")

    assert json.loads(files[0].read_bytes())
    assert {file: file.stat().st_mtime_ns for file in files[1:]} == before
