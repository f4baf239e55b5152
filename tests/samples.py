"""Small made-up records as YAML, and the way from a folder of them to a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from coop.catalog import Catalog, build_catalog
from coop.diagnostics import Finding
from coop.loading import load
from coop.model import Kind
from coop.model.decoding.decode import decode_record
from coop.rules import check
from coop.yamlio import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from coop.model import Meeting, Record

SOURCE = """\
title: {en: Sample report}
publisher: {en: Sample Office}
published: 2020-05-01
language: en
grade: press
seen: copy
"""
NAME = "name: {en: Sample, zh-Hant: 示例}\n"


def read_record(kind: Kind, text: str, record_id: str = "sample") -> Record:
    """The record in a text that has no mistake."""
    record, findings = decode_text(kind, text, record_id)
    assert not findings, [str(finding) for finding in findings]
    assert record
    return record


def decode_text(
    kind: Kind, text: str, record_id: str = "sample"
) -> tuple[Record | None, list[Finding]]:
    """The record in a text, and what is wrong with it."""
    document, findings = read_document("data/x.yaml", text.encode())
    assert document, findings
    return decode_record(document, kind, record_id)


def meeting_text(date: str | None = None, /, **keys: object) -> str:
    """A meeting; keys are written as they are."""
    values: dict[str, object] = {"kind": "plenary", "status": "held", "sources": "[report]"}
    values |= {"date": date} | keys
    lines = (f"{key}: {value}\n" for key, value in values.items() if value is not None)
    return NAME + "".join(lines)


def read_meeting(record_id: str, date: str | None = None, /, **keys: object) -> Meeting:
    """A meeting as a record."""
    text = meeting_text(date, **keys)
    return cast("Meeting", read_record(Kind.MEETINGS, text, record_id))


def make_catalog(*records: Record, redirects: Mapping[str, str] | None = None) -> Catalog:
    """The catalogue of some records."""
    return build_catalog(records, redirects or {})


def write_files(data: Path, files: Mapping[str, str]) -> None:
    """Write YAML files below a folder; names are without `.yaml`."""
    for name, text in files.items():
        path = data / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def check_folder(data: Path) -> list[Finding]:
    """Every finding about a folder of records."""
    loaded = load(data)
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    return check(loaded, catalog)


def codes(findings: Iterable[Finding]) -> list[str]:
    """The codes of findings in their order."""
    return [finding.code.value for finding in findings]
