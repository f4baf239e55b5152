"""A draft as files: the record, its source, and what it names that has no record yet.

Nothing of the text goes into them but names, dates and the title of the source. What is not
certain is marked `# check:`; statements are left to the editor, with the paragraphs to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from coop.draft.citing import cite_release, list_doubts
from coop.draft.names.posts import only_post_on
from coop.draft.naming import name_meeting
from coop.draft.newcomers import draft_newcomers, person_id, place_id, post_of
from coop.draft.remarks import list_prompts, list_remarks
from coop.draft.text.reading import Found
from coop.editing.formatting import write_record
from coop.editing.starting import suggest_id
from coop.model import Kind
from coop.model.folders import UNDATED, year_of_id
from coop.script import language_of
from coop.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.draft.draft import Draft
    from coop.draft.names.someone import Someone


class DraftFile(NamedTuple):
    """A file of a draft: its path below data/ and its text."""

    path: str
    text: str


def compose_files(
    draft: Draft, catalog: Catalog, hosts: Mapping[str, tuple[str, ...]]
) -> tuple[DraftFile, ...]:
    """The files of a draft, the record first; a source that has a record already is not drafted."""
    source_id, source = cite_release(draft, catalog, hosts)
    newcomers = draft_newcomers(draft, catalog, source_id)
    is_plan = draft.record == "plan"
    kind = Kind.PLANS if is_plan else Kind.MEETINGS
    tree = (_plan if is_plan else _meeting)(draft, catalog, source_id)
    record_id = suggest_id(kind, tree) or f"{UNDATED}-{source_id}"
    head = "".join(f"# {line}\n" for line in list_remarks(draft, newcomers, catalog))
    foot = "".join(f"# {line}\n" for line in list_prompts(draft, source_id))
    found = [DraftFile(_path(kind, record_id), head + write_record(tree, kind) + foot)]
    if source:
        year = str(draft.published.year) if draft.published else UNDATED
        doubts = "".join(f"# {line}\n" for line in list_doubts(source, hosts, draft.release.origin))
        text = doubts + write_record(source, Kind.SOURCES)
        found.append(DraftFile(f"{Kind.SOURCES.value}/{year}/{source_id}.yaml", text))
    found += [DraftFile(f"{one.ref}.yaml", one.text) for one in newcomers]
    return tuple(found)


def _path(kind: Kind, record_id: str) -> str:
    if kind is Kind.PLANS:
        return f"{kind.value}/{record_id}.yaml"
    return f"{kind.value}/{year_of_id(record_id)}/{record_id}.yaml"


def _meeting(draft: Draft, catalog: Catalog, source_id: str) -> dict[str, Any]:
    paragraphs = sorted({found.at for found in _found(draft)} - {"title"}, key=_order)
    tree: dict[str, Any] = {
        "name": name_meeting(draft, catalog),
        "translated": ["en", "zh-Hant"],
        "kind": draft.kind.value if draft.kind else "other",
        "status": draft.status.value if draft.status else "held",
        "date": draft.day.value if draft.day else "",
        "platform": draft.platform.value if draft.platform else "",
        "ordinal": draft.ordinal.value if draft.ordinal else "",
        "place": draft.place.value if draft.place else place_id(draft),
        "online": "true" if draft.online else "",
        "principals": [_attendance(one, draft, catalog) for one in draft.principals],
        "participants": [
            {
                **_attendance(one, draft, catalog),
                "sources": [{"id": source_id, "at": one.at}],
            }
            for one in draft.participants
        ],
        "topics": [found.value for found in draft.topics],
        "plans": [found.value for found in draft.plans],
        "sources": [{"id": source_id, "at": paragraphs[0]} if paragraphs else source_id],
    }
    return {key: value for key, value in tree.items() if value}


def _plan(draft: Draft, catalog: Catalog, source_id: str) -> dict[str, Any]:
    if new := draft.document:
        name = {_language_of(new.name, draft): new.name}
    else:
        named = catalog.plans[draft.plans[0].value].name
        name = {key.value: text for key, text in named.items()}
    tree: dict[str, Any] = {
        "name": name,
        "kind": draft.kind.value if draft.kind else "other",
        "issued": draft.day.value if draft.day else "",
        "topics": [found.value for found in draft.topics],
        "sources": [source_id],
    }
    return {key: value for key, value in tree.items() if value}


def _order(at: str) -> tuple[bool, int]:
    """Paragraphs by their number, then captions."""
    number = at.removeprefix("para ")
    return not number.isdigit(), int(number) if number.isdigit() else 0


def _found(draft: Draft) -> Iterator[Found]:
    for found in (draft.platform, draft.ordinal, draft.kind, draft.status, draft.day, draft.place):
        if found:
            yield found


def _attendance(someone: Someone, draft: Draft, catalog: Catalog) -> dict[str, Any]:
    person = catalog.people.get(someone.who) if someone.is_known else None
    new_id = person_id(someone)
    if person:
        who: dict[str, Any] = {"person": person.id}
        post = someone.post or only_post_on(person, draft.first_day)
    else:
        who = {"name": {_language_of(someone.who, draft): someone.who}}
        if new_id and someone in draft.principals:
            who = {"person": new_id}
        post = someone.post or post_of(someone, draft)
    if post:
        return {**who, "post": post}
    role = {_language_of(someone.title, draft): someone.title} if someone.title else {}
    told = {"role": role, "side": someone.side}
    return {**who, **{key: value for key, value in told.items() if value}}


def _language_of(name: str, draft: Draft) -> str:
    of_text = draft.release.language
    if name.isascii() or of_text is Language.EN:
        return language_of(name).value
    return of_text.value
