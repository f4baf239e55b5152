"""A document held against the model of the record that it should be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import EnumType
from typing import TYPE_CHECKING, Any, get_args

from coop.model.shape.walk import inner_models

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import BaseModel

    from coop.model.shape.walk import Path
    from coop.yamlio import Document


@dataclass(frozen=True, slots=True)
class Attempt:
    """A document, the model that it should be, and the paths in it that have no value."""

    document: Document
    model: type[BaseModel]
    empty: Sequence[Path]

    def value_at(self, path: Path) -> Any:
        """What stands at a path."""
        part = self.document.tree
        for step in path:
            part = part[step]
        return part

    def model_at(self, path: Path) -> type[BaseModel]:
        """The model of the innermost part that a path leads into."""
        model = self.model
        for step in path:
            if isinstance(step, str):
                model = inner_models(model).get(step, model)
        return model

    def words_at(self, path: Path) -> list[str]:
        """The words that a key takes, where it takes one or some of a closed list."""
        fields = self.model_at(path[:-1]).model_fields.items()
        by_key = {field.alias or name: field.annotation for name, field in fields}
        annotation = by_key.get(str(path[-1]))
        parts = (annotation, *get_args(annotation))
        return next(([*part] for part in parts[:2] if isinstance(part, EnumType)), [])


def path_name(path: Path) -> str:
    """The last key of a path, for messages."""
    return str(next((step for step in reversed(path) if isinstance(step, str)), "value"))
