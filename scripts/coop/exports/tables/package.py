"""The description of the CSV files: a Frictionless Tabular Data Package, version 1."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from coop.exports.licence import LICENCE, LICENCE_URL
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coop.exports.tables.table import Column, Table


def describe_package(files: Mapping[Table, bytes], as_of: str, homepage: str) -> dict[str, Any]:
    """The package of some tables with the bytes of their files, as known on a day."""
    words = load_words(Language.EN)
    version = {"version": as_of} if as_of else {}
    keys = {table.name: table.columns[0].name for table in files}
    return {
        "profile": "tabular-data-package",
        "name": "hk-mainland-records",
        "title": words("site.name"),
        "description": words("site.description"),
        **version,
        "homepage": homepage,
        "licenses": [
            {
                "name": LICENCE,
                "path": LICENCE_URL,
                "title": "Creative Commons Attribution 4.0",
            }
        ],
        "resources": [_resource(table, made, keys) for table, made in files.items()],
    }


def _resource(table: Table, made: bytes, keys: Mapping[str, str]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "description": table.meaning,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(made),
        "hash": f"sha256:{hashlib.sha256(made).hexdigest()}",
        "schema": _schema(table, keys),
    }


def _schema(table: Table, keys: Mapping[str, str]) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.keyed:
        schema["primaryKey"] = table.columns[0].name
    links = [_link(column, table, keys) for column in table.columns if column.names]
    return schema | ({"foreignKeys": links} if links else {})


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": column.type, "description": column.meaning}


def _link(column: Column, table: Table, keys: Mapping[str, str]) -> dict[str, Any]:
    # a table that names itself is named by the empty text
    there = "" if column.names == table.name else column.names.replace("_", "-")
    return {
        "fields": column.name,
        "reference": {"resource": there, "fields": keys[column.names]},
    }
