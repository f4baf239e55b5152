"""Ids, folders and references."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding, Location, closest
from coop.edtf import is_date
from coop.model import Kind, Meeting, find_kind
from coop.model.folders import UNDATED, year_folder, year_of_id
from coop.model.values import ANY, POST
from coop.model.written.meant import date_meant
from coop.text import is_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from coop.loading import Entry
    from coop.model.references import Reference
    from coop.rules.scope import Scope

_NEAR = 0.6
_SURE = 0.9  # only a letter or two differ
_CANDIDATES = 8
_TELLING = 3  # letters of a word that tells one name from another
_NEAR_IF_ALIKE = 0.85  # ids with dates in them are all alike, and so are three letters
_SHORT = 3
_FIGURES = re.compile(r"\d{4,}(?:-\d{1,2}(?![\da-z])){0,2}", re.ASCII)
_OTHER_DAY = re.compile(r"(\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{8})-(?=[a-z])", re.ASCII)
_NO_IDS = {
    *("yes", "no", "true", "false", "on", "off", "none", "null", "nil", "na", "n-a", "x", "xx"),
    *("tbc", "tba", "tbd", "todo", "unknown", "not-known", "various", "several", "others"),
}
_LEAVE_OUT = "What is not known is left out: delete the line"
_BY_VIDEO = {"online", "zoom", "teams", "video", "virtual", "by-video", "videoconference"}
_ONLINE = "If it was held by video, write 'online: true' in place of this line"
_MEETING_ID = re.compile(r"(?:\d{4}(?:-\d{2}){0,2}|undated)-[a-z0-9-]*[a-z][a-z0-9-]*", re.ASCII)


def check_duplicate_ids(scope: Scope) -> Iterator[Finding]:
    """Two files for one id (E305); of the two the one that lies in a wrong folder is told."""
    first: dict[str, Entry] = {}
    for entry in scope.loaded.entries:
        earlier = first.setdefault(entry.record.ref, entry)
        if earlier is not entry:
            later = _folder(earlier) == year_folder(earlier.record)
            new, old = (entry, earlier) if later else (earlier, entry)
            message = f"id '{entry.id}' is taken by {old.document.path}"
            advice = "If both tell of one thing, keep one file; if not, give this one another name"
            place = Location(new.document.path)
            yield Finding(place, Code.DUPLICATE_ID, message, advice=advice)


def check_meeting_ids(scope: Scope) -> Iterator[Finding]:
    """A meeting's id starts with its date (E309)."""
    for entry, meeting in scope.entries(Meeting):
        if not is_meeting_id(meeting.id):
            message = f"a meeting's id is its date and some words; {_why_no_meeting(meeting.id)}"
            meant = _meeting_meant(meeting)
            yield Finding(Location(entry.document.path), Code.MALFORMED_ID, message, meant)


def is_meeting_id(text: str) -> bool:
    """Whether a text can be a meeting's id: its date, or `undated`, and some words."""
    figures = _FIGURES.match(text)
    return _MEETING_ID.fullmatch(text) is not None and (not figures or is_date(figures[0]))


def _meeting_meant(meeting: Meeting) -> str:
    """The name of the file of an id with the day in another form or none; else nothing."""
    record_id, when = meeting.id, meeting.date
    if record_id[0].isalpha() and when and not record_id.startswith(UNDATED):
        return f"{when.edtf.partition('/')[0]}-{record_id}.yaml" if when.start else ""
    figures = _OTHER_DAY.match(record_id)
    day = date_meant(figures[1]) if figures else ""
    return f"{day}-{record_id[figures.end() :]}.yaml" if figures and day else ""


def _why_no_meeting(record_id: str) -> str:
    figures = _FIGURES.match(record_id)
    if figures and not is_date(figures[0]):
        return f"'{figures[0]}' is no date such as 2024-02-06, 2024-02 or 2024"
    if figures or record_id.startswith(UNDATED):
        return f"'{record_id}' has no words behind its date"
    return f"'{record_id}' does not start with a date; write '{UNDATED}-' if none is known"


def check_year_folders(scope: Scope) -> Iterator[Finding]:
    """Meetings and sources lie in the folder of their year (E304), but for a second of one id."""
    twice = {finding.location.path for finding in check_duplicate_ids(scope)}
    for entry in scope.loaded.entries:
        wanted, folder = year_folder(entry.record), _folder(entry)
        is_named = not isinstance(entry.record, Meeting) or is_meeting_id(entry.record.id)
        if folder != wanted and is_named and entry.document.path not in twice:
            kind = entry.kind.value
            home = f"data/{kind}/{wanted}/" if wanted else f"data/{kind}/"
            message = f"the file belongs in {home}"
            if wanted == UNDATED and entry.kind is Kind.SOURCES and folder.isdecimal():
                message += f", unless 'published' tells the year {folder}"
            yield Finding(Location(entry.document.path), Code.WRONG_YEAR_FOLDER, message)


def _folder(entry: Entry) -> str:
    """The folder below that of its kind in which a file lies."""
    return "/".join(entry.document.path.split("/")[2:-1])


def check_references(scope: Scope) -> Iterator[Finding]:
    """Every reference names a record that exists (E302), of the right kind (E303).

    Of one that was published and is gone its own finding tells, and of a meeting whose file has
    its date in another form.
    """
    told = {*scope.refs, *scope.gone, *_meetings_meant(scope)}
    for entry, reference in scope.mentions:
        if reference.ref not in told:
            yield _unknown(scope, entry, reference)


def _meetings_meant(scope: Scope) -> Iterator[str]:
    """The meetings whose files have names that are none, by the names that were meant."""
    for found in check_meeting_ids(scope):
        if found.suggestion:
            yield f"{Kind.MEETINGS.value}/{found.suggestion.removesuffix('.yaml')}"


def _unknown(scope: Scope, entry: Entry, reference: Reference) -> Finding:
    place = entry.locate(*reference.path)
    plural, _, record_id = reference.ref.partition("/")
    kind = find_kind(plural)
    if kind is None:
        message = f"unknown kind '{plural}'; one of {', '.join(Kind)}"
        return Finding(place, Code.UNKNOWN_REFERENCE, message, closest(plural, Kind))
    known = scope.catalog.records[kind]
    moved = scope.catalog.redirects.get(reference.ref, "").partition("/")[2]
    other = next((k for k in Kind if f"{k.value}/{record_id}" in scope.refs), None)
    if other and not moved and reference.target not in {ANY, POST}:
        message = f"'{record_id}' is one of the {other.value}, not of the {kind.value}"
        longer = _list_longer(known, record_id)
        if (other, kind) == (Kind.PLACES, Kind.ORGANISATIONS):
            longer = [scope.names.find_government(record_id)]
        meant, advice = longer[0] if len(longer) == 1 else "", _which_of(longer)
        return Finding(place, Code.WRONG_KIND, message, meant, advice)
    near = moved or scope.names.find_like(kind, record_id)
    if not near and kind is Kind.PLACES:  # a city and where it lies
        near = next((one for one in known if record_id.startswith(f"{one}-")), "")
    message = f"unknown {kind.singular} '{record_id}'"
    if not near and record_id in _NO_IDS:
        return Finding(place, Code.UNKNOWN_REFERENCE, message, advice=_LEAVE_OUT)
    if not near and kind is Kind.PLACES and record_id in _BY_VIDEO:
        return Finding(place, Code.UNKNOWN_REFERENCE, message, advice=_ONLINE)
    several = "" if near else _which_of(_list_longer(known, record_id))
    near = near or ("" if several else _nearest(record_id, known, kind))
    if not near and kind is Kind.PEOPLE:  # on record as 'tang-ping-keung', and also called Chris
        name = _nearest(record_id, scope.names.other_names_of_people, kind)
        near = scope.names.find_like(kind, name)
    meant = _full(scope, reference, plural, near)
    advice = "" if moved else several or _how_to_add(kind, record_id)
    return Finding(place, Code.UNKNOWN_REFERENCE, message, meant, advice)


def _list_longer(known: Collection[str], record_id: str) -> list[str]:
    """The ids that begin with another, as that of a task force does with that of its zone."""
    return sorted(one for one in known if one.startswith(f"{record_id}-"))


def _which_of(ids: Sequence[str]) -> str:
    """What to say of several ids that may be meant; nothing of more than a line holds."""
    return f"Ids that begin so: {', '.join(ids)}" if 1 < len(ids) <= _CANDIDATES else ""


def _nearest(record_id: str, known: Collection[str], kind: Kind) -> str:
    """The id that was probably meant: of those near enough, the one with most of its words.

    A word that other ids have is no slip, and says the more the fewer they are. Of a person every
    word has to be near one of the id meant, of a platform those that no other has: else it is new.
    """
    are_alike = kind in {Kind.SOURCES, Kind.MEETINGS} or len(record_id) <= _SHORT
    cutoff = _NEAR_IF_ALIKE if are_alike else _NEAR
    near = get_close_matches(record_id, known, n=_CANDIDATES, cutoff=cutoff)
    if not near or SequenceMatcher(None, near[0], record_id).ratio() >= _SURE:
        return next(iter(near), "")
    users = Counter(word for one in known for word in set(one.split("-")))
    words = set(record_id.split("-"))
    told = {Kind.PEOPLE: words, Kind.PLATFORMS: words - users.keys()}.get(kind, set())
    slips = [word for word in told if len(word) >= _TELLING]
    near = [one for one in near if all(closest(slip, one.split("-")) for slip in slips)]
    return max(
        near,
        key=lambda one: sum(1 / users[word] for word in words if word in one.split("-")),
        default="",
    )


def _how_to_add(kind: Kind, record_id: str) -> str:
    """Which file a new record needs, and the command that writes it."""
    if not is_id(record_id):
        return "Write its id, the name of its file without .yaml"
    if kind is Kind.SOURCES:
        file = f"data/{kind.value}/<year of publication>/{record_id}.yaml"
    elif kind is Kind.MEETINGS:
        file = f"data/{kind.value}/{year_of_id(record_id)}/{record_id}.yaml"
    else:
        file = f"data/{kind.value}/{record_id}.yaml"
    advice = f"If it is new, add {file} (coop new {kind.singular})"
    if kind is Kind.PEOPLE:
        return f"{advice}, or write 'name: {{…}}' in place of 'person: …'"
    return advice


def _full(scope: Scope, reference: Reference, plural: str, near: str) -> str:
    """What was probably meant as it is written in the reference: with its kind, with the post."""
    if near and reference.target == ANY:
        return f"{plural}/{near}"
    if near and reference.target == POST:
        post = reference.value.partition("/")[2]
        return f"{near}/{_nearest_post(scope, near, post) or post}"
    return near


def _nearest_post(scope: Scope, body: str, post: str) -> str:
    organisation = scope.catalog.organisations.get(body)
    return closest(post, [known.id for known in organisation.posts]) if organisation else ""


def check_posts(scope: Scope) -> Iterator[Finding]:
    """A post that is named belongs to its organisation (E308)."""
    for entry, reference in scope.mentions:
        if reference.target != POST or scope.catalog.find_post(reference.value):
            continue
        body, _, post = reference.value.partition("/")
        if body in scope.catalog.organisations:
            near = _nearest_post(scope, body, post)
            message, meant = f"'{body}' has no post '{post}'", f"{body}/{near}" if near else ""
            advice = f"If it is new, add it to the posts in data/organisations/{body}.yaml"
            if entry.kind is not Kind.PEOPLE:
                advice += ", or write 'role: {…}' in place of 'post: …'"
            yield Finding(entry.locate(*reference.path), Code.UNKNOWN_POST, message, meant, advice)


RULES = (
    check_duplicate_ids,
    check_meeting_ids,
    check_year_folders,
    check_references,
    check_posts,
)
