"""Everything that names a record, newest first, with the part that the record has in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from markupsafe import Markup

from coop.chronology import plan_date
from coop.edtf import sort_key
from coop.model import Kind, Meeting, Person, Plan, Platform
from coop.pages.parts.attendance import ATTENDED, head_word, post_title
from coop.pages.parts.events import NO_PLATFORM
from coop.pages.parts.rows import MeetingRow, PlanRow, few_html, meeting_row, plan_row
from coop.pages.view import link_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model import Record
    from coop.model.parts import Attendance
    from coop.model.shape.walk import Path
    from coop.model.vocabulary import Side
    from coop.pages.view import View

# Beyond the first number lines show date and title alone, beyond the second they are counted by
# platform: the pages of the governments and of Hong Kong stay below their size.
_FULL = 24
_MOST = 36
# what the heading of the list says already
_SILENT = {
    Kind.PLACES: frozenset({"place", "places"}),
    Kind.TOPICS: frozenset({"topics"}),
    Kind.PLATFORMS: frozenset({"platform"}),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A meeting or plan that names the record, as what, and whom a person met there."""

    row: MeetingRow | PlanRow
    is_meeting: bool
    role: str
    met: Markup | None


@dataclass(frozen=True, slots=True)
class Mentions:
    """Lines of one list; `brief` without a second line; `rest` counts what is not listed."""

    lines: tuple[Mention, ...]
    brief: bool
    total: int
    rest: tuple[tuple[Markup, int], ...]


def list_mentions(view: View, record: Record, kinds: Iterable[Kind]) -> Mentions:
    """The records of some kinds (meetings, plans) that name a record, newest first."""
    roles = _roles(view, record, kinds)
    naming = [found for ref in roles if (found := view.catalog.find(ref))]
    naming.sort(key=lambda found: (sort_key(date_of(found)), found.id))
    dated = [found for found in reversed(naming) if date_of(found)]
    ordered = dated + [found for found in naming if not date_of(found)]
    shown, left = ordered[:_MOST], ordered[_MOST:]
    return Mentions(
        lines=tuple(_line(view, record, found, roles[found.ref]) for found in shown),
        brief=len(ordered) > _FULL,
        total=len(ordered),
        rest=_count_by_platform(view, left),
    )


def list_platforms(view: View, record: Record) -> tuple[tuple[Markup, Markup | str], ...]:
    """The platforms that name a record: a link to each, and who heads it, else as what."""
    roles = _roles(view, record, [Kind.PLATFORMS])
    naming = (one for one in view.catalog.platforms.values() if one.ref in roles)
    return tuple(
        (
            view.link_to(platform),
            view.html(platform.level) or view.words("record.comma").join(roles[platform.ref]),
        )
        for platform in sorted(naming, key=view.list_order)
    )


def named_by(view: View, record: Record, kind: Kind, key: str) -> tuple[Record, ...]:
    """The records of a kind that name a record under a key: `part_of`, `parent`, `amends`."""
    refs = dict.fromkeys(
        link.ref
        for link in view.catalog.back_links(record)
        if link.role == key and link.ref.startswith(f"{kind.value}/")
    )
    return tuple(found for ref in refs if (found := view.catalog.find(ref)))


def count_meetings(catalog: Catalog, record: Record) -> int:
    """In how many meetings a record is named."""
    return len(catalog.meetings_naming(record))


def find_stood(catalog: Catalog, person: Person) -> Side | None:
    """The side on which someone stood at a meeting or signed; None if no record tells."""
    for link in catalog.back_links(person):
        if link.path[0] in ATTENDED:
            attending = getattr(catalog.find(link.ref), str(link.path[0]))
            if side := catalog.find_side(attending[cast("int", link.path[1])]):
                return side
    return None


def date_of(record: Record) -> PartialDate | None:
    """The date by which a record is ordered among others."""
    if isinstance(record, Meeting):
        return record.date
    if isinstance(record, Plan):
        return plan_date(record)
    return record.established if isinstance(record, Platform) else None


def _roles(view: View, record: Record, kinds: Iterable[Kind]) -> dict[str, list[str]]:
    wanted = tuple(f"{kind.value}/" for kind in kinds)
    silent = _SILENT.get(record.kind_of, frozenset())
    found: defaultdict[str, list[str]] = defaultdict(list)
    for link in view.catalog.back_links(record):
        if not link.ref.startswith(wanted):
            continue
        words = found[link.ref]
        if link.role not in silent:
            word = _role(view, record, link.ref, link.path)
            words += [] if word in words else [word]
    return found


def _role(view: View, record: Record, ref: str, path: Path) -> str:
    key = str(path[0])
    if path[-1] != key and "led_to" in path:
        return view.words("record.role.led_to")
    naming = view.catalog.find(ref)
    if key in ATTENDED and isinstance(record, Person) and isinstance(naming, Meeting):
        return _part_in(view, naming, key, cast("int", path[1]))
    return view.words(f"record.role.{key}")


def _part_in(view: View, meeting: Meeting, key: str, index: int) -> str:
    someone: Attendance = getattr(meeting, key)[index]
    words = [head_word(view, meeting, someone)] if key == "principals" else []
    found = view.catalog.find_post(someone.post or "")
    if found:
        words.append(post_title(view, *found))
    return view.words("record.colon").join(words) or view.words("record.role.participants")


def _line(view: View, named: Record, record: Record, roles: list[str]) -> Mention:
    role = view.words("record.comma").join(roles)
    if isinstance(record, Meeting):
        met = _met(view, named, record) if isinstance(named, Person) else None
        return Mention(meeting_row(view, record), is_meeting=True, role=role, met=met)
    row = plan_row(view, cast("Plan", record))
    return Mention(row, is_meeting=False, role=role, met=None)


def _met(view: View, person: Person, meeting: Meeting) -> Markup:
    """Who headed the other sides of a meeting that someone took part in."""
    own = {view.catalog.find_side(one) for one in meeting.attendees if one.person == person.id}
    others = few_html(
        view, (one for one in meeting.principals if view.catalog.find_side(one) not in own)
    )
    if not others:
        return Markup()
    return Markup.escape(view.words("record.met")).format(names=others)


def _count_by_platform(view: View, records: list[Record]) -> tuple[tuple[Markup, int], ...]:
    counted = Counter(getattr(record, "platform", None) or "" for record in records)
    return tuple(
        (view.link(f"platforms/{platform}") if platform else _loose(view), count)
        for platform, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _loose(view: View) -> Markup:
    href = f"{view.href('timeline/')}?platform={NO_PLATFORM}"
    return link_html(href, Markup.escape(view.words("timeline.no_platform")))
