"""One SQLite file with every table: foreign keys, and full-text search over all records."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coop.exports.tables.table import Column, Table

_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}
# Three characters at a time, so that words are found in Chinese, which has no spaces. A search for
# fewer is answered by LIKE. Datasette offers search where it reads `content="…"`, in these quotes.
_SEARCH = """\
CREATE VIRTUAL TABLE records_fts USING fts5(text, content="records", tokenize='trigram')"""
_FILL = (
    "INSERT INTO records_fts (records_fts) VALUES ('rebuild')",
    "INSERT INTO records_fts (records_fts) VALUES ('optimize')",
)


def write_database(tables: Iterable[Table]) -> bytes:
    """The file with some tables; the same bytes for the same rows and release of SQLite."""
    made = {table.name: table for table in tables}
    with closing(sqlite3.connect(":memory:")) as connection:
        with connection:
            for table in made.values():
                connection.execute(_create(table, made))
                _insert(connection, table)
                _index(connection, table)
            connection.execute(_SEARCH)
            for line in _FILL:
                connection.execute(line)
        return connection.serialize()


def _create(table: Table, made: Mapping[str, Table]) -> str:
    lines = [_column(column, made) for column in table.columns]
    if table.keyed:
        lines[0] += " PRIMARY KEY"
    inner = ",\n  ".join(lines)
    return f"CREATE TABLE {_quote(table.name)} (\n  {inner}\n)"


def _column(column: Column, made: Mapping[str, Table]) -> str:
    line = f"{_quote(column.name)} {_TYPES.get(column.type, 'TEXT')}"
    if not column.names:
        return line
    key = made[column.names].columns[0].name
    return f"{line} REFERENCES {_quote(column.names)} ({_quote(key)})"


def _insert(connection: sqlite3.Connection, table: Table) -> None:
    marks = ", ".join("?" * len(table.columns))
    line = f"INSERT INTO {_quote(table.name)} VALUES ({marks})"  # noqa: S608 - a name of ours
    connection.executemany(line, table.rows)


def _index(connection: sqlite3.Connection, table: Table) -> None:
    for column in table.columns:
        if column.names:
            name = _quote(f"{table.name}_{column.name}")
            line = f"CREATE INDEX {name} ON {_quote(table.name)} ({_quote(column.name)})"
            connection.execute(line)


def _quote(name: str) -> str:
    return f'"{name}"'
