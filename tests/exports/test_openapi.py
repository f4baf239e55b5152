"""The API is described in OpenAPI, holds what the description says, and only ever grows."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from coop.catalog import build_catalog
from coop.exports.api.openapi import describe_api
from coop.exports.api.records import SCHEMA_VERSION
from coop.exports.api.reference import api_reference_pages
from coop.loading import load
from coop.site import build, write_bytes
from coop.text import Language
from coop.words import load_descriptions
from tests.histories import remember
from tests.site.building import ROOT
from tests.site.markup import outline

if TYPE_CHECKING:
    from collections.abc import Iterator

# The description last released. After a release: `coop pages --out OUT`, then the file from there.
RELEASED = Path(__file__).parent.parent / "released" / "openapi.json"
DOCUMENT = describe_api(Language.EN)
SCHEMAS = DOCUMENT["components"]["schemas"]


def breaks(old: Any, new: Any, path: str = "") -> Iterator[str]:
    """Where a program that relies on an old schema would stumble over the new one."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old:
            if key not in TOLD:
                if key not in new:
                    yield f"{path}/{key} has gone"
                else:
                    yield from breaks(old[key], new[key], f"{path}/{key}")
    elif isinstance(old, list) and isinstance(new, list):
        if path.endswith(("/required", "/enum")):
            yield from (f"{path}: {item} has gone" for item in old if item not in new)
        elif len(old) != len(new):
            yield f"{path} has another number of forms"
        else:
            for place, (one, other) in enumerate(zip(old, new, strict=True)):
                yield from breaks(one, other, f"{path}/{place}")
    elif old != new:
        yield f"{path}: {old} became {new}"


TOLD = {"description", "title", "summary", "default", "version", "servers", "info"}


@pytest.fixture(scope="module")
def published() -> dict[str, Any]:
    """Return the files of the real API, parsed, by their paths."""
    loaded = load(ROOT / "data")
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    old, new = "name: {en: A}\n", "name: {en: B}\n"
    history = remember({"places/a": old, "places/b": old}, {"places/a": new, "places/b": None})
    outputs = build(catalog, {}, "https://example.org/records/", history)
    found = (each for each in outputs if each.path.startswith("api/"))
    return {each.path: json.loads(write_bytes(each)) for each in found}


def schema_of(path: str) -> str:
    """Return the reference to the schema of what a file holds."""
    answer = DOCUMENT["paths"][path]["get"]["responses"]["200"]
    reference: str = answer["content"]["application/json"]["schema"]["$ref"]
    return reference


def test_every_file_holds_what_is_described(published: dict[str, Any]) -> None:
    checks = {}
    for path in DOCUMENT["paths"]:
        schema = {"$ref": schema_of(path), "components": DOCUMENT["components"]}
        checks[path] = jsonschema_rs.validator_for(schema)
    told = set()
    for path, content in published.items():
        if path.endswith("/openapi.json"):
            continue
        known = (
            f"/{path}" if f"/{path}" in checks else re.sub(r"[^/]+\.json$", "{id}.json", f"/{path}")
        )
        assert [str(error) for error in checks[known].iter_errors(content)] == [], path
        told.add(known)
    assert told == set(DOCUMENT["paths"])


def test_the_description_is_published_for_the_address_of_the_site(
    published: dict[str, Any],
) -> None:
    described = published["api/v1/openapi.json"]
    assert described["servers"] == [{"url": "https://example.org/records"}]
    assert described["info"]["version"] == SCHEMA_VERSION
    assert described["paths"] == DOCUMENT["paths"]


def test_every_reference_leads_to_a_schema() -> None:
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(DOCUMENT)))
    assert named <= set(SCHEMAS)
    assert set(re.findall(r'"(#/[^"]*)"', json.dumps(DOCUMENT))) == {
        f"#/components/schemas/{name}" for name in named
    }


def test_within_version_1_nothing_that_was_released_is_lost() -> None:
    released = json.loads(RELEASED.read_text("utf-8"))
    assert list(breaks(released, DOCUMENT)) == []
    assert SCHEMA_VERSION.split(".")[0] == "1"


def test_what_is_added_has_a_version_of_its_own() -> None:
    released = json.loads(RELEASED.read_text("utf-8"))
    added = list(breaks(DOCUMENT, released))
    newer = released["info"]["version"] != SCHEMA_VERSION
    assert newer or not added, (
        f"raise SCHEMA_VERSION and tell of this in the API changes of docs/data.md: {added}"
    )


@pytest.mark.parametrize("page", ["docs/data.md", "docs/zh-hant/data.md"])
def test_the_list_of_api_changes_begins_with_this_version(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    (section,) = re.findall(r"\{#api-changes\}\n(.*?)\n## ", text, re.DOTALL)
    assert re.findall(r"^\| (\d+\.\d+\.\d+) \|", section, re.MULTILINE)[0] == SCHEMA_VERSION


def spoil(change: str) -> dict[str, Any]:
    """Return the description with a change that a program would stumble over."""
    spoilt = copy.deepcopy(DOCUMENT)
    meeting = spoilt["components"]["schemas"]["Meeting"]
    if change == "key":
        del meeting["properties"]["date"]
    elif change == "required":
        meeting["required"].remove("date")
    elif change == "type":
        meeting["properties"]["ordinal"]["anyOf"][0]["type"] = "string"
    elif change == "null":
        meeting["properties"]["status"] = {"anyOf": [meeting["properties"]["status"]]}
    elif change == "word":
        spoilt["components"]["schemas"]["Status"]["enum"].remove("held")
    else:
        del spoilt["paths"]["/api/v1/series.json"]
    return spoilt


@pytest.mark.parametrize("change", ["key", "required", "type", "null", "word", "file"])
def test_a_loss_would_be_noticed(change: str) -> None:
    assert len(list(breaks(DOCUMENT, spoil(change)))) == 1


def test_the_reference_names_every_file_and_schema_with_its_keys() -> None:
    loaded = load(ROOT / "data")
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    for page in api_reference_pages(catalog):
        body = page.render().body
        for path in DOCUMENT["paths"]:
            assert f"<code>{path}</code>" in body
        for name, schema in SCHEMAS.items():
            assert f"<summary><code>{name}</code>" in body
            part = body.partition(f'<div id="{name}">')[2].partition("</details>")[0]
            for key in schema.get("properties", {}):
                assert f"<code>{key}</code>" in part, (name, key)
        assert "<code>days[].corrected[].changes[].path</code>" in body
        assert outline(body).tags


def test_every_description_in_chinese_stands_in_the_document() -> None:
    written = json.dumps(DOCUMENT, ensure_ascii=False)
    told = load_descriptions()
    assert [english for english in told if json.dumps(english) not in written] == []
