"""The JSON Schemas (2020-12) of the records, as pydantic reads them off the models."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Literal

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import to_jsonable_python

from coop.model import MODELS, Kind

Mode = Literal["validation", "serialization"]
_PARTS = "#/$defs/"


def model_schema(kind: Kind, mode: Mode, parts: str = _PARTS) -> dict[str, Any]:
    """The schema of a kind of record as written (validation) or as published (serialization).

    Its parts stand in `$defs`; what names one does so by `parts` and the name of the model.
    """
    schema: dict[str, Any] = json.loads(_schema_text(kind, mode).replace(f'"{_PARTS}', f'"{parts}'))
    return schema


class _Generator(GenerateJsonSchema):
    """Writes default values without building a schema of its own for each."""

    def encode_default(self, dft: Any) -> Any:
        return to_jsonable_python(dft)


@cache
def _schema_text(kind: Kind, mode: Mode) -> str:
    return json.dumps(MODELS[kind].model_json_schema(mode=mode, schema_generator=_Generator))
