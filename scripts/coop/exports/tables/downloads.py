"""Downloads below /data/: a CSV file a table, a database, their description, all in one archive."""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from functools import cached_property, partial
from typing import TYPE_CHECKING

from pydantic_core import to_json

from coop.exports import DataFile
from coop.exports.licence import LICENCE, LICENCE_URL
from coop.exports.tables.children import child_tables
from coop.exports.tables.database import write_database
from coop.exports.tables.figures import figure_tables
from coop.exports.tables.package import describe_package
from coop.exports.tables.table import Cell, Table, kind_table
from coop.model import Kind
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog

FOLDER = "data"
DATABASE = "records.sqlite"
PACKAGE = "datapackage.json"
ARCHIVE = "records.zip"
# An archive tells no other time than this: it cannot leave it out.
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o644 << 16
_LEVEL = 2  # the usual 6 takes more than twice as long to spare a twelfth of the bytes
_README = """\
# {site}

Meetings, plans and bodies of co-operation between Hong Kong and the Mainland. Every statement
names the public document that it rests on.{known}

From {site_url}data/

- `*.csv`: one table a file, UTF-8 with a byte order mark, described in `datapackage.json`
- `records.sqlite`: the same tables in one database, with full-text search in `records_fts`
- `datapackage.json`: every table and column explained (Frictionless Data Package)
- `SHA256SUMS`: checksums; `sha256sum -c SHA256SUMS` compares

## Mind

- This is no official publication and not complete: `gaps.csv` and the site say what is not known.
- `announced` means that no report of the event was found, not that it did not take place.
- Dates are as exact as the sources: use `_start` and `_end` with `_precision`.
- Simplified Chinese is mostly converted by a program from Traditional Chinese; the names named in
  `translated` are the editors' own.
- Cells hold the exact values of the records; none is altered for spreadsheets, which may take a
  value that begins with `=`, `+`, `-` or `@` for a formula: import the columns as text.
- Where sources disagree, `disputes.csv` has every value with the one that is used.

## Licence

CC BY 4.0, {licence_url}

## Citation

{site}. ({year}).{version} [Data set]. {site_url}
"""


class Downloads:
    """The files of one catalogue, each made once; `site_url` ends in a slash."""

    def __init__(self, catalog: Catalog, site_url: str) -> None:
        """Keep the catalogue; nothing is made until a file is asked for."""
        self._catalog = catalog
        self._site_url = site_url
        self._made: dict[str, bytes] = {}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table; rows are made when they are first asked for."""
        kinds = (kind_table(self._catalog, kind) for kind in Kind)
        return (*kinds, *child_tables(self._catalog), *figure_tables(self._catalog))

    def files(self) -> Iterator[DataFile]:
        """Every file of the folder."""
        for name in (*(f"{table.name}.csv" for table in self.tables), DATABASE, PACKAGE, ARCHIVE):
            yield DataFile(f"{FOLDER}/{name}", partial(self.read, name))

    def read(self, name: str) -> bytes:
        """The bytes of a file by its name."""
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> bytes:
        if name == DATABASE:
            return write_database(self.tables)
        if name == PACKAGE:
            return self._package()
        if name == ARCHIVE:
            return self._archive()
        return write_csv(next(table for table in self.tables if f"{table.name}.csv" == name))

    @property
    def _as_of(self) -> str:
        return self._catalog.as_of.isoformat() if self._catalog.as_of else ""

    def _package(self) -> bytes:
        files = {table: self.read(f"{table.name}.csv") for table in self.tables}
        described = describe_package(files, self._as_of, f"{self._site_url}{FOLDER}/")
        return to_json(described, indent=2) + b"\n"

    def _archive(self) -> bytes:
        names = [*(f"{table.name}.csv" for table in self.tables), DATABASE, PACKAGE]
        files = {name: self.read(name) for name in names}
        as_of = self._as_of
        readme = _README.format(
            site=load_words(Language.EN)("site.name"),
            known=f" Records as known on {as_of}." if as_of else "",
            site_url=self._site_url,
            year=as_of[:4] or "n.d.",
            version=f" Version {as_of}" if as_of else "",
            licence_url=LICENCE_URL,
        )
        licence = f"{LICENCE}\n{LICENCE_URL}\n"
        files |= {"README.md": readme.encode(), "LICENCE.txt": licence.encode()}
        return write_zip(files | {"SHA256SUMS": _checksums(files)})


def write_csv(table: Table) -> bytes:
    """A table as RFC 4180 has it; the byte order mark tells spreadsheets that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    truths = [place for place, column in enumerate(table.columns) if column.type == "boolean"]
    writer.writerows(_spell(row, truths) for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _spell(row: tuple[Cell, ...], truths: list[int]) -> Iterable[Cell]:
    if not truths:
        return row
    spelled = list(row)
    for place in truths:
        value = row[place]
        spelled[place] = value if value is None else str(bool(value)).lower()
    return spelled


def _checksums(files: dict[str, bytes]) -> bytes:
    lines = (
        f"{hashlib.sha256(made).hexdigest()}  {name}\n" for name, made in sorted(files.items())
    )
    return "".join(lines).encode()


def write_zip(files: dict[str, bytes]) -> bytes:
    """An archive that depends on nothing but the names and the bytes in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, inner in sorted(files.items()):
            entry = zipfile.ZipInfo(f"records/{name}", _EARLIEST)
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, inner, zipfile.ZIP_DEFLATED, _LEVEL)
    return made.getvalue()
