"""To which kind of record the keys of a document belong, where they are not those of its own."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from coop.model import MODELS, Kind
from coop.model.folders import file_of
from coop.model.shape.walk import list_keys

if TYPE_CHECKING:
    from coop.yamlio import Document

_SEVERAL = 3


def tell_home(document: Document, record_id: str, kind: Kind | None = None) -> str:
    """Where a document belongs that lies with a kind not its own, or with none; empty if unsure."""
    tree = document.tree
    home = _home_of(tree, kind) if isinstance(tree, dict) else None
    if not home:
        return ""
    folder = home.value
    with suppress(ValidationError):
        named = {**tree, "id": record_id}
        record = MODELS[home].model_validate(named, by_alias=True, by_name=False)
        folder = file_of(record).rpartition("/")[0]
    return f"these keys are those of {one_of(home)}; it belongs in data/{folder}/"


def one_of(kind: Kind) -> str:
    """A kind with its article, as in `a meeting`."""
    return f"{'an' if kind is Kind.ORGANISATIONS else 'a'} {kind.singular}"


def _home_of(tree: dict[str, Any], kind: Kind | None) -> Kind | None:
    """The one other kind to which a tree belongs: that has all its keys, or of which it is one."""
    own = set(list_keys(MODELS[kind])) if kind else set()
    strange = tree.keys() - own
    homes = [other for other in Kind if not tree.keys() - set(list_keys(MODELS[other]))]
    if len(strange) <= 1 or len(homes) > 1:
        homes = [other for other in homes if other is not kind and _is_one(tree, other)]
    return homes[0] if len(homes) == 1 else None


def second_record(tree: dict[str, Any], kind: Kind) -> tuple[Kind | None, list[str]]:
    """The kind of a whole record that stands among the keys of another, and its keys; or none."""
    own = list_keys(MODELS[kind])
    strange = [key for key in tree if key not in own]
    for other in Kind if len(strange) >= _SEVERAL else ():
        fields = MODELS[other].model_fields.items()
        needed = {field.alias or name for name, field in fields if field.is_required()}
        if needed <= tree.keys() and not {*strange} - {*list_keys(MODELS[other])}:
            return other, strange
    return None, []


def _is_one(tree: dict[str, Any], kind: Kind) -> bool:
    try:
        MODELS[kind].model_validate(tree, by_alias=True, by_name=False)
    except ValidationError:
        return False
    return True
