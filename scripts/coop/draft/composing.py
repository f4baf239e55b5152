"""A draft as files: the record, its source, and people who have no record yet.

Nothing of the text goes into them but names, dates and the title of the source. What is not
certain is marked `# check:`; statements are left to the editor, with the paragraphs to look at.
"""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from coop.draft.patterns import load_pattern
from coop.draft.people import posts_on
from coop.draft.reading import Found
from coop.editing.formatting import write_record
from coop.editing.starting import suggest_id
from coop.edtf import parse_edtf
from coop.model import Kind
from coop.model.vocabulary import Grade
from coop.numerals import ordinal_suffix, write_chinese_number
from coop.text import Language, is_id
from coop.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.draft.drafting import Draft
    from coop.draft.people import Someone
    from coop.model import Meeting, Person, Plan, Source

_STATEMENTS = (
    ("signed", load_pattern("composing.statements.signed")),
    (
        "agreed",
        load_pattern("composing.statements.agreed"),
    ),
    ("launched", load_pattern("composing.statements.launched")),
    ("announced", load_pattern("composing.statements.announced")),
    ("reviewed", load_pattern("composing.statements.reviewed")),
)
_UNKNOWN_PUBLISHER = {"en": "Not known", "zh-Hant": "不詳"}
_DATES = {"plan": "issued", "meeting": "date"}
_DAY = len("2024-02-06")


class DraftFile(NamedTuple):
    """A file of a draft: its path below data/ and its text."""

    path: str
    text: str


def compose_files(
    draft: Draft, catalog: Catalog, hosts: Mapping[str, tuple[str, ...]]
) -> tuple[DraftFile, ...]:
    """The files of a draft, the record first; a source that has a record already is not drafted."""
    source_id, source = _source(draft, catalog, hosts)
    people = dict(_new_people(draft, source_id))
    kind = Kind.PLANS if draft.record == "plan" else Kind.MEETINGS
    tree = (
        _plan(draft, catalog, source_id)
        if kind is Kind.PLANS
        else _meeting(draft, catalog, source_id)
    )
    record_id = suggest_id(kind, tree) or f"undated-{source_id}"
    if kind is Kind.MEETINGS:
        year = record_id[:4] if record_id[:4].isdecimal() else "undated"
        path = f"{kind.value}/{year}/{record_id}.yaml"
    else:
        path = f"{kind.value}/{record_id}.yaml"
    head = "".join(f"# {line}\n" for line in _remarks(draft))
    foot = "".join(f"# {line}\n" for line in _prompts(draft, source_id))
    found = [DraftFile(path, head + write_record(tree, kind) + foot)]
    if source:
        year = str(draft.published.year) if draft.published else "undated"
        text = write_record(source, Kind.SOURCES)
        found.append(DraftFile(f"{Kind.SOURCES.value}/{year}/{source_id}.yaml", text))
    for person_id, person in people.items():
        text = "# check: the name in other languages, and the post\n" + write_record(
            person, Kind.PEOPLE
        )
        found.append(DraftFile(f"{Kind.PEOPLE.value}/{person_id}.yaml", text))
    return tuple(found)


def find_duplicate(draft: Draft, catalog: Catalog) -> Meeting | Plan | None:
    """The meeting or plan on record that a draft is probably about."""
    if draft.record == "plan":
        return catalog.plans[draft.plans[0]]
    number = int(draft.ordinal.value) if draft.ordinal else None
    platform = draft.platform.value if draft.platform else None
    for meeting in catalog.meetings.values():
        same_platform = platform is not None and meeting.platform == platform
        if same_platform and number and meeting.ordinal == number and _same_kind(draft, meeting):
            return meeting
        if not (draft.day and meeting.date and meeting.date.edtf[:_DAY] == draft.day.value[:_DAY]):
            continue
        heads = {one.person for one in meeting.principals} & {one.who for one in draft.principals}
        if same_platform or heads:
            return meeting
    return None


def _same_kind(draft: Draft, meeting: Meeting) -> bool:
    return draft.kind is None or meeting.kind.value == draft.kind.value


def _source(
    draft: Draft, catalog: Catalog, hosts: Mapping[str, tuple[str, ...]]
) -> tuple[str, dict[str, Any] | None]:
    url = draft.url
    known = next((one for one in catalog.sources.values() if _is_same(one, draft)), None)
    if known:
        return known.id, None
    language = draft.release.language.value
    tree: dict[str, Any] = {
        "title": {language: draft.release.title or "[no title]"},
        "publisher": _publisher(url, catalog),
        "published": draft.published.isoformat() if draft.published else "",
        "url": url,
        "language": language,
        "grade": _grade(url, hosts) if url else _form_grade(draft),
        "seen": "original" if url else "copy",
    }
    tree = {key: value for key, value in tree.items() if value}
    mark = blake2b(draft.release.title.encode(), digest_size=3).hexdigest()
    day = draft.published.isoformat().replace("-", "") if draft.published else "undated"
    source_id = suggest_id(Kind.SOURCES, tree) if url else ""
    if not source_id or source_id in catalog.sources:
        source_id = f"release-{day}-{mark}"
    return source_id, tree


def _is_same(source: Source, draft: Draft) -> bool:
    if draft.url:
        return (
            bool(source.url)
            and str(source.url).partition("://")[2] == draft.url.partition("://")[2]
        )
    titles = {text for _, text in source.title.items()}
    return bool(draft.release.title) and draft.release.title in titles


def _publisher(url: str, catalog: Catalog) -> dict[str, str]:
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    counted: Counter[tuple[tuple[str, str], ...]] = Counter()
    for source in catalog.sources.values() if host else ():
        theirs = (urlsplit(str(source.url or "")).hostname or "").removeprefix("www.")
        if theirs == host:
            counted[tuple((key.value, text) for key, text in source.publisher.items())] += 1
    return dict(counted.most_common(1)[0][0]) if counted else dict(_UNKNOWN_PUBLISHER)


def _grade(url: str, hosts: Mapping[str, tuple[str, ...]]) -> str:
    host = urlsplit(url).hostname or ""
    for grade, names in hosts.items():
        if any(host == name or host.endswith(f".{name}") for name in names):
            return grade
    return Grade.REPOST.value


def _form_grade(draft: Draft) -> str:
    return Grade.OFFICIAL.value if draft.release.closing else Grade.REPOST.value


def _meeting(draft: Draft, catalog: Catalog, source_id: str) -> dict[str, Any]:
    paragraphs = sorted({found.at for found in _found(draft)} - {"title"}, key=_number)
    tree: dict[str, Any] = {
        "name": _name(draft, catalog),
        "translated": ["en", "zh-Hant"],
        "kind": draft.kind.value if draft.kind else "other",
        "status": draft.status.value if draft.status else "held",
        "date": draft.day.value if draft.day else "",
        "platform": draft.platform.value if draft.platform else "",
        "ordinal": draft.ordinal.value if draft.ordinal else "",
        "place": draft.place.value if draft.place else "",
        "online": "true" if draft.online else "",
        "principals": [_attendance(one, draft, catalog) for one in draft.principals],
        "participants": [
            {
                **_attendance(one, draft, catalog),
                "sources": [{"id": source_id, "at": one.at}],
            }
            for one in draft.participants
        ],
        "topics": draft.topics,
        "plans": draft.plans,
        "sources": [{"id": source_id, "at": paragraphs[0]} if paragraphs else source_id],
    }
    return {key: value for key, value in tree.items() if value}


def _plan(draft: Draft, catalog: Catalog, source_id: str) -> dict[str, Any]:
    named = catalog.plans.get(draft.plans[0]) if draft.plans else None
    name = named.name if named else None
    tree: dict[str, Any] = {
        "name": {key.value: text for key, text in name.items()} if name else {},
        "kind": draft.kind.value if draft.kind else "other",
        "issued": draft.day.value if draft.day else "",
        "topics": draft.topics,
        "sources": [source_id],
    }
    return {key: value for key, value in tree.items() if value}


def _number(at: str) -> int:
    return int(at.rpartition(" ")[2])


def _found(draft: Draft) -> Iterator[Found]:
    for found in (draft.platform, draft.ordinal, draft.kind, draft.status, draft.day, draft.place):
        if found:
            yield found


def _name(draft: Draft, catalog: Catalog) -> dict[str, str]:
    """A name of ours in both languages: of the platform's session, else of who did what."""
    english, chinese = load_words(Language.EN), load_words(Language.ZH_HANT)
    kind = draft.kind.value if draft.kind else "other"
    word = f"meeting.kind.{kind}"
    platform = catalog.platforms.get(draft.platform.value) if draft.platform else None
    if platform:
        names = platform.name
        en, zh = f"{english(word)} of the {names.en}", f"{names.zh_hant}會議"
        if draft.ordinal:
            number = int(draft.ordinal.value)
            en = f"{number}{ordinal_suffix(number)} {english(word)} of the {names.en}"
            zh = f"{names.zh_hant}第{write_chinese_number(number)}次會議"
        return {"en": en, "zh-Hant": zh}
    people = [one.who for one in draft.principals]
    en = ", ".join(_person_name(who, catalog, Language.EN) for who in people)
    zh = "、".join(_person_name(who, catalog, Language.ZH_HANT) for who in people)
    return {
        "en": f"{english(word)}: {en}" if en else english(word),
        "zh-Hant": f"{zh}{chinese(word)}" if zh else chinese(word),
    }


def _person_name(who: str, catalog: Catalog, language: Language) -> str:
    person = catalog.people.get(who)
    if person is None:
        return who
    return person.name.get(language) or next(text for _, text in person.name.items())


def _attendance(someone: Someone, draft: Draft, catalog: Catalog) -> dict[str, Any]:
    person = catalog.people.get(someone.who) if someone.is_known else None
    if person:
        post = _post_at(person, someone, draft)
        return {"person": person.id} | ({"post": post} if post else {})
    new_id = _new_id(someone)
    who: dict[str, Any] = {"name": {_language(someone, draft): someone.who}}
    if new_id and someone in draft.principals:
        who = {"person": new_id}
    return who | ({"post": someone.post} if someone.post else {})


def _language(someone: Someone, draft: Draft) -> str:
    return "en" if someone.who.isascii() else draft.release.language.value


def _post_at(person: Person, someone: Someone, draft: Draft) -> str:
    """The post that the text gives, if the person is known to hold it, else the one of that day."""
    if someone.post in posts_on(person, None):
        return someone.post
    start = parse_edtf(draft.day.value).start if draft.day else None
    then = posts_on(person, start) if start else set()
    return then.pop() if len(then) == 1 else ""


def _new_id(someone: Someone) -> str:
    found = "-".join(re.findall(r"[a-z]+", someone.who.casefold())) if someone.who.isascii() else ""
    return found if is_id(found) else ""


def _new_people(draft: Draft, source_id: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Heads of sides without a record; a name in Chinese alone gives no id: none is romanised."""
    for someone in draft.principals:
        if not someone.is_known and (new_id := _new_id(someone)):
            sources = [{"id": source_id, "at": someone.at}]
            tree: dict[str, Any] = {"name": {"en": someone.who}, "sources": sources}
            if someone.post and draft.day:
                tree["posts"] = [
                    {"post": someone.post, "seen": draft.day.value, "sources": sources}
                ]
            yield new_id, tree


def _remarks(draft: Draft) -> Iterator[str]:
    """What the editor is to know and to check, before the record."""
    yield "A draft: read it against the text, give it a name, delete these lines."
    values = {
        "platform": draft.platform,
        "ordinal": draft.ordinal,
        "kind": draft.kind,
        "status": draft.status,
        _DATES[draft.record]: draft.day,
        "place": draft.place,
    }
    told = [f"{key} {found.at}" for key, found in values.items() if found and found.is_sure]
    told += [f"{one.who} {one.at}" for one in draft.principals]
    if told:
        yield f"Where the text says so: {'; '.join(told)}."
    yield "check: name (ours; the official one may stand in the text)"
    for key, found in values.items():
        if found is None and key in {"kind", "place", _DATES[draft.record]}:
            yield f"check: {key} (not found)"
        elif found and not found.is_sure:
            yield f"check: {key} {found.value} (not said outright)"
    if not draft.published:
        yield "check: published (not found; give it with --published)"


def _prompts(draft: Draft, source_id: str) -> Iterator[str]:
    """Where statements may be made, paragraph by paragraph; never the sentences themselves."""
    key = "measures" if draft.record == "plan" else "outcomes"
    lines = []
    for paragraph in draft.release.paragraphs:
        found = [kind for kind, pattern in _STATEMENTS if pattern.search(paragraph.folded)]
        if found:
            lines.append(f"  para {paragraph.number}: {' or '.join(found)}?")
    if lines:
        yield f"{key}: say in your own words what follows from these, each with"
        yield f"  sources: [{{id: {source_id}, at: para …}}]"
        yield from lines
