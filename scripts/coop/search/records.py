"""The documents of records: by which texts each is found, and what is shown of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.chronology import plan_date
from coop.edtf import sort_key
from coop.model import Kind, Meeting, Organisation, Person, Plan, Platform, Source, Topic
from coop.model.records.record import Named
from coop.model.values import LangMap
from coop.model.vocabulary import MeetingKind, Status
from coop.pages.parts.attendance import post_title
from coop.pages.view import View, record_address
from coop.search.aliases import load_aliases
from coop.search.document import FACT, HELD_AT, QUOTED, SIDE_FACT, STATEMENT, TITLE, Document
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from coop.catalog import Catalog
    from coop.edtf import PartialDate
    from coop.model import Record
    from coop.model.parts import Attendance

# The order of documents: where two match alike, the kind that stands first wins, then the newer.
ORDER = (
    Kind.PLATFORMS,
    Kind.PLACES,
    Kind.TOPICS,
    Kind.PEOPLE,
    Kind.ORGANISATIONS,
    Kind.PLANS,
    Kind.MEETINGS,
    Kind.SOURCES,
)
# What is told of a record, in this order; what is not known of it is no reason to find it.
_TOLD = (
    *("theme", "outcomes", "measures", "statements", "working_groups"),
    *("level", "venue", "note", "publisher"),
)
_INITIAL = re.compile(r"\b([A-Z]) (?=[A-Z]\b)")  # as in K S Wong, which is also written KS Wong
_ATTENDED = {"principals": FACT, "signatories": FACT, "participants": SIDE_FACT}


class Writer:
    """Writes the document of a record in all languages."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.views = {language: View(catalog, language, "") for language in Language}
        self._called: dict[str, tuple[str, ...]] = {}
        self._meeting = tuple(load_words(language)("find.kind.meetings") for language in Language)

    def list_records(self) -> Iterator[Document]:
        """A document for every record, in the order of the index."""
        for kind in ORDER:
            records: Iterable[Record] = getattr(self.catalog, kind.value).values()
            if kind in {Kind.PLANS, Kind.MEETINGS, Kind.SOURCES}:
                records = sorted(records, key=_newest_first, reverse=True)
            for record in records:
                yield self.write(record)

    def write(self, record: Record) -> Document:
        """The document of a record."""
        made = Document(
            address=record_address(record),
            kind=record.kind_of.value,
            names=list(self._names(record)),
            title={tag: view.title(record) or record.id for tag, view in self.views.items()},
            label={tag: _label(view, record) for tag, view in self.views.items()},
            called={tag: list(_called(view, record)) for tag, view in self.views.items()},
        )
        made.found_by.append((FACT, (*made.label.values(),)))
        if isinstance(record, Meeting):
            made.facets.status = record.status.value
            made.found_by.append((FACT, self._meeting))
        self._date(made, date_of(record))
        self._relations(made, record)
        self._statements(made, record)
        if isinstance(record, Topic):
            words = record.keywords
            made.found_by.append((TITLE, (*words.en, *words.zh_hant, *words.zh_hans)))
        if isinstance(record, Source):
            made.name_level = STATEMENT
            made.found_by = [(QUOTED, texts) for _, texts in made.found_by]
        return made

    def _date(self, made: Document, when: PartialDate | None) -> None:
        if when is None:
            return
        made.when = {tag: view.date_text(when) for tag, view in self.views.items()}
        known = when.edtf.replace("/", " ").replace("..", "")
        made.found_by.append((TITLE + (made.kind == Kind.MEETINGS.value), (known,)))
        if when.start:
            made.day = int(when.start.strftime("%Y%m%d"))

    def _relations(self, made: Document, record: Record) -> None:
        values = record.__dict__
        facets = made.facets
        facets.platform = record.id if isinstance(record, Platform) else values.get("platform", "")
        facets.platform = facets.platform or ""
        places = (values.get("place"), *values.get("places", ()))
        facets.place = next(filter(None, places), "")
        facets.topics = tuple(values.get("topics", ()))
        for ref in filter(None, (facets.platform and f"platforms/{facets.platform}",)):
            if ref != record.ref:
                self._add(made, FACT, ref)
        for place in filter(None, places):
            self._add(made, HELD_AT if isinstance(record, Meeting) else FACT + 1, f"places/{place}")
        for topic in facets.topics:
            self._add(made, SIDE_FACT, f"topics/{topic}")
        for body in (*values.get("parties", ()), *values.get("issuers", ()), values.get("parent")):
            if body and not isinstance(record, Platform):
                self._add(made, SIDE_FACT, f"organisations/{body}")
        self._people(made, values)
        if isinstance(record, Person):
            self._posts(made, [held.post for held in record.posts])
            self._tell_posts(made, record)
        if isinstance(record, Organisation):
            posts = (text for post in record.posts for text in _texts(post.name, *post.other_names))
            made.found_by.append((SIDE_FACT, tuple(posts)))
            made.posts = tuple(self._call_posts(record))

    def _people(self, made: Document, values: dict[str, object]) -> None:
        people: list[str] = []
        for key, level in _ATTENDED.items():
            attending: Iterable[Attendance] = values.get(key, ())  # type: ignore[assignment]  # these keys hold people
            for someone in attending:
                if someone.person:
                    people.append(someone.person)
                    self._add(made, level, f"people/{someone.person}")
                made.found_by.append((level, (*_texts(someone.name, someone.role),)))
                if someone.post:
                    self._posts(made, [someone.post])
        made.facets.people = tuple(dict.fromkeys(people))

    def _posts(self, made: Document, refs: Iterable[str]) -> None:
        for ref in dict.fromkeys(refs):
            if found := self.catalog.find_post(ref):
                body, post = found
                names = _texts(post.name, *post.other_names)
                made.found_by += [(SIDE_FACT, (*names,)), (SIDE_FACT, self._names(body))]

    def _tell_posts(self, made: Document, person: Person) -> None:
        held = [found for one in person.posts if (found := self.catalog.find_post(one.post))]
        for tag, view in self.views.items():
            made.body[tag] = [post_title(view, body, post) for body, post in held]

    def _call_posts(self, body: Organisation) -> Iterator[str]:
        """What a body's posts are called alone, and together with its names or its place's."""
        place = self.catalog.places.get(body.place or "")
        owners = (*self._names(body)[:-1], *(self._names(place)[:-1] if place else ()))
        for post in body.posts:
            for said in _texts(post.name, *post.other_names):
                yield said
                space = " " if said.isascii() else ""
                for name in owners:
                    if name.isascii() == said.isascii():
                        yield f"{name}{space}{said}"
                        if space:
                            yield f"{said} {name}"

    def _add(self, made: Document, level: int, ref: str) -> None:
        if record := self.catalog.find(ref):
            made.found_by.append((level, self._names(record)[:-1]))

    def _names(self, record: Record) -> tuple[str, ...]:
        """All that a record is called in any language, its id last."""
        if record.ref not in self._called:
            written = (*_texts(*_maps(record)), *load_aliases().get(record.ref, ()))
            joined = (_INITIAL.sub(r"\1", name) for name in written if _INITIAL.search(name))
            self._called[record.ref] = (*written, *joined, record.id)
        return self._called[record.ref]

    def _statements(self, made: Document, record: Record) -> None:
        told: dict[str, list[LangMap]] = {key: [] for key in _TOLD}
        for path, part in record.parts:
            if path and path[0] in _TOLD and path[-1] != "reason" and isinstance(part, LangMap):
                told[str(path[0])].append(part)
        for part in (part for parts in told.values() for part in parts):
            made.found_by.append((STATEMENT, (*_texts(part),)))
            for tag, view in self.views.items():
                made.body.setdefault(tag, []).append(view.plain(part))


def date_of(record: Record) -> PartialDate | None:
    """The date by which a record is looked for."""
    if isinstance(record, Meeting):
        return record.date
    if isinstance(record, Plan):
        return plan_date(record)
    return record.published if isinstance(record, Source) else None


def _newest_first(record: Record) -> tuple[bool, object, bool, str]:
    when = date_of(record)
    plenary = isinstance(record, Meeting) and record.kind is MeetingKind.PLENARY
    return bool(when and when.start), sort_key(when), plenary, record.id


def _maps(record: Record) -> Iterator[LangMap]:
    if isinstance(record, Source):
        yield record.title
    if isinstance(record, Named):
        yield from (one for one in (record.short, record.name, *record.other_names) if one)


def _called(view: View, record: Record) -> Iterator[str]:
    """What a record is called in the language of a view, and in no other."""
    for chosen in map(view.choose, _maps(record)):
        if chosen and chosen[1] is view.language:
            yield chosen[0]


def _texts(*maps: LangMap | None) -> Iterator[str]:
    for one in maps:
        if one:
            yield from (text for _, text in one.items())


def _label(view: View, record: Record) -> str:
    """The kind of a record in words; of a meeting that was not held, its status too."""
    if isinstance(record, Plan):
        return view.words(f"plan.kind.{record.kind.value}")
    if not isinstance(record, Meeting):
        return view.words(f"find.kind.{record.kind_of.value}")
    kind = view.words(f"meeting.kind.{record.kind.value}")
    if record.status is Status.HELD:
        return kind
    return f"{kind}{view.words('record.dot')}{view.words(f'meeting.status.{record.status.value}')}"
