"""Drafts of what a release names and no record is of: people, bodies, places and plans.

A file needs an id in Latin letters. Nothing is romanised, so what is named in Chinese alone gets
none; the remarks of the main record name it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from coop.editing.formatting import write_record
from coop.editing.starting import suggest_id
from coop.model import Kind
from coop.model.vocabulary import PlaceKind
from coop.text import is_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.draft.documents.unknown import NewBody, NewDocument
    from coop.draft.draft import Draft
    from coop.draft.names.someone import Someone

_PLANS = "check: the name in Chinese, the kind, who the parties are"
_BODIES = "check: the name in Chinese, the side, the body that it is part of"
_PLACES = "check: the name in Chinese, the kind, the place that it lies in"
_PEOPLE = "check: the name in other languages, and the post"


class Newcomer(NamedTuple):
    """A draft of something new: kind and id, what is to be checked, the record."""

    kind: Kind
    id: str
    remark: str
    tree: dict[str, Any]

    @property
    def ref(self) -> str:
        """The record's name, `<plural>/<id>`."""
        return f"{self.kind.value}/{self.id}"

    @property
    def text(self) -> str:
        """The file."""
        return f"# {self.remark}\n{write_record(self.tree, self.kind)}"


def draft_newcomers(draft: Draft, catalog: Catalog, source_id: str) -> list[Newcomer]:
    """What is new and has a name in Latin letters, each once."""
    found = {
        one.ref: one
        for one in (
            *_places(draft),
            *_bodies(draft, source_id),
            *_people(draft, source_id),
            *_plans(draft, source_id),
        )
        if is_id(one.id) and one.id not in catalog.records[one.kind]
    }
    return list(found.values())


def place_id(draft: Draft) -> str:
    """The id of a place that is new; empty where there is none or its name gives none."""
    return _id(draft.new_place.value) if draft.new_place else ""


def person_id(someone: Someone) -> str:
    """The id of someone who is new, of the name in Latin letters; else empty."""
    return _id(someone.who)


def plan_id(document: NewDocument, draft: Draft) -> str:
    """The id of a document that is new, of its name in English; else empty."""
    return suggest_id(Kind.PLANS, _plan(document, draft, "")) if document.name.isascii() else ""


def post_of(someone: Someone, draft: Draft) -> str:
    """The post of someone in a body that is new, if a draft of that body is made."""
    for body in draft.bodies:
        if body.holder and body.holder in someone.who and _is_drafted(body):
            return f"{_id(body.name)}/{_id(body.title)}"
    return ""


def _id(name: str) -> str:
    plain = name.casefold().replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain)) if name.isascii() else ""


def _is_drafted(body: NewBody) -> bool:
    return bool(body.side and body.name.isascii() and body.title)


def _places(draft: Draft) -> Iterator[Newcomer]:
    if (found := draft.new_place) and (new_id := place_id(draft)):
        tree = {"name": {"en": found.value}, "kind": PlaceKind.CITY.value}
        yield Newcomer(Kind.PLACES, new_id, _PLACES, tree)


def _bodies(draft: Draft, source_id: str) -> Iterator[Newcomer]:
    for body in filter(_is_drafted, draft.bodies):
        tree = {
            "name": {"en": body.name},
            "side": body.side,
            "posts": [{"id": _id(body.title), "name": {"en": body.title}}],
            "sources": [{"id": source_id, "at": body.at}],
        }
        yield Newcomer(Kind.ORGANISATIONS, _id(body.name), _BODIES, tree)


def _people(draft: Draft, source_id: str) -> Iterator[Newcomer]:
    """Heads of sides without a record."""
    for someone in draft.principals:
        if someone.is_known:
            continue
        sources = [{"id": source_id, "at": someone.at}]
        tree: dict[str, Any] = {"name": {"en": someone.who}, "sources": sources}
        if draft.day and (post := someone.post or post_of(someone, draft)):
            tree["posts"] = [{"post": post, "seen": draft.day.value, "sources": sources}]
        yield Newcomer(Kind.PEOPLE, person_id(someone), _PEOPLE, tree)


def _plans(draft: Draft, source_id: str) -> Iterator[Newcomer]:
    for document in draft.documents:
        if document is not draft.document:  # that one is the main record
            tree = _plan(document, draft, source_id)
            yield Newcomer(Kind.PLANS, plan_id(document, draft), _PLANS, tree)


def _plan(document: NewDocument, draft: Draft, source_id: str) -> dict[str, Any]:
    tree: dict[str, Any] = {"name": {"en": document.name}, "kind": document.kind}
    if draft.day:
        tree[document.how] = draft.day.value
    return {**tree, "sources": [{"id": source_id, "at": document.at}]}
