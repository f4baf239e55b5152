"""What a draft tells its editor in comments: what to check, what is new, where statements are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.draft.names.posts import posts_on
from coop.draft.newcomers import place_id, plan_id
from coop.draft.patterns import load_pattern
from coop.draft.text.tokens import fold_script
from coop.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.draft.draft import Draft
    from coop.draft.newcomers import Newcomer
    from coop.model import Person

_STATEMENTS = tuple(
    (kind, load_pattern(f"composing.statements.{kind}"))
    for kind in ("signed", "agreed", "launched", "announced", "reviewed")
)
DATES = {"plan": "issued", "meeting": "date"}
_LONGEST = 100
# Why something new has no draft, by whether its name is in Latin letters.
_WHY = {False: "its id needs Latin letters, which you choose", True: "not enough is told of it"}


def list_remarks(draft: Draft, newcomers: Iterable[Newcomer], catalog: Catalog) -> Iterator[str]:
    """What the editor is to know and to check, before the record."""
    yield "A draft: read it against the text, give it a name, delete these lines."
    dated = {"date": DATES[draft.record]}
    values = {dated.get(key, key): found for key, found in draft.values.items()}
    told = [f"{key} {found.at}" for key, found in values.items() if found and found.is_sure]
    told += [f"{one.who} {one.at}" for one in draft.principals if one.is_sure]
    told += [f"{one.value} {one.at}" for one in (*draft.plans, *draft.topics) if one.is_sure]
    if told:
        yield f"Where the text says so: {'; '.join(told)}."
    yield "check: name (ours; the official one may stand in the text)"
    for key, found in values.items():
        if found is None and key == "place" and (new := place_id(draft)):
            yield f"check: place {new} (new)"
        elif found is None and key in {"kind", "place", DATES[draft.record]}:
            yield f"check: {key} (not found)"
        elif found and not found.is_sure:
            yield f"check: {key} {found.value} (not said outright)"
    yield from _list_unsure(draft)
    if not draft.published:
        yield "check: published (not found; give it with --published)"
    if draft.release.is_cut:
        last = draft.release.paragraphs[-1].at
        yield f"check: the rest of the text (it is long; what stands behind {last} was not read)"
    yield from _list_doubtful(draft, catalog)
    yield from _list_new(draft, newcomers)


def _list_unsure(draft: Draft) -> Iterator[str]:
    """Which heads of sides and topics the text does not tell outright."""
    for one in draft.principals:
        if not one.is_sure:
            yield f"check: principal {one.who} ({one.at}; may have come along, as a participant)"
    for found in draft.topics:
        if not found.is_sure:
            yield f"check: topic {found.value} (only named, {found.at})"


def _list_doubtful(draft: Draft, catalog: Catalog) -> Iterator[str]:
    """Who is known by a name that someone else may have: others on record, or a post not there."""
    for someone in (*draft.principals, *draft.participants):
        person = catalog.people.get(someone.who) if someone.is_known else None
        if not person:
            continue
        names = _names(person)
        others = [one.id for one in catalog.people.values() if names & _names(one)]
        others.remove(person.id)
        new = (body for body in draft.bodies if _fold(body.holder) in names)
        titles = (f"{body.title}, {body.name}" for body in new)
        told = next(titles, someone.post if someone.post not in posts_on(person, None) else "")
        if others:
            yield f"check: {person.id} (on record by that name also: {', '.join(others)})"
        elif told and person.posts:
            yield (
                f"check: {person.id} as {told} (not on that person's record; someone else of the "
                "name needs one: coop new person)"
            )


def _names(person: Person) -> set[str]:
    """All names of a person in one script, in small letters."""
    texts = (text for name in (person.name, *person.other_names) for _, text in name.items())
    return {_fold(text) for text in texts}


def _fold(name: str) -> str:
    return fold_script(name).casefold()


def _list_new(draft: Draft, newcomers: Iterable[Newcomer]) -> Iterator[str]:
    """What the text names and no record is of: with its draft, or to be added by hand."""
    drafted = {one.tree["name"].get("en"): one.ref for one in newcomers}
    named = [(Kind.PLANS, one.name, one.at) for one in draft.documents]
    named += [(Kind.ORGANISATIONS, one.name, one.at) for one in draft.bodies]
    if draft.new_place:
        named.append((Kind.PLACES, draft.new_place.value, draft.new_place.at))
    named += [(Kind.PEOPLE, one.who, one.at) for one in draft.principals if not one.is_known]
    for kind, name, at in named:
        told = drafted.get(name) or f"no file: {_WHY[name.isascii()]}; coop new {kind.singular}"
        yield f"new, {at}: {name[:_LONGEST]} ({told})"


def list_prompts(draft: Draft, source_id: str) -> Iterator[str]:
    """Where statements may be made, paragraph by paragraph; never the sentences themselves."""
    key = "measures" if draft.record == "plan" else "outcomes"
    plans: dict[str, list[str]] = {}
    for document in draft.documents:
        if new_id := plan_id(document, draft):
            plans.setdefault(document.at, []).append(new_id)
    lines = []
    for paragraph in draft.release.paragraphs:
        found = [kind for kind, pattern in _STATEMENTS if pattern.search(paragraph.folded)]
        if found:
            of = "".join(f" plan: {plan}" for plan in plans.get(paragraph.at, ()))
            lines.append(f"  para {paragraph.number}: {' or '.join(found)}?{of}")
    if lines:
        yield f"{key}: say in your own words what follows from these, each with"
        yield f"  sources: [{{id: {source_id}, at: para …}}]"
        yield from lines
