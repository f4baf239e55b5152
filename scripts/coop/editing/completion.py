"""`python -m coop.editing.completion`: schemas with the ids as choices, for code editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coop.catalog import build_catalog
from coop.exports.api.schemas import editor_schemas
from coop.loading import load

if TYPE_CHECKING:
    from coop.catalog import Catalog

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / ".venv" / "schemas"


def write_editor_schemas(catalog: Catalog, folder: Path) -> None:
    """Write `<plural>.json` for each kind of record, where it differs from what is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for plural, schema in editor_schemas(catalog).items():
        target = folder / f"{plural}.json"
        if not target.is_file() or target.read_bytes() != schema:
            target.write_bytes(schema)


def main() -> None:
    """Write the schemas of the records in data/ into the virtual environment."""
    loaded = load(ROOT / "data")
    catalog = build_catalog([entry.record for entry in loaded.entries], loaded.redirects)
    write_editor_schemas(catalog, FOLDER)


if __name__ == "__main__":
    main()
