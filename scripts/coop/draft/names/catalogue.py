"""The names that the catalogue knows, as phrases to look for in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.catalog import once
from coop.draft.names.spellings import SYLLABLE
from coop.draft.names.variants import shorten_plan_name, vary_names
from coop.draft.patterns import Pattern, load_pattern
from coop.draft.text.tokens import Lexicon, fold_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model import Organisation, Person
    from coop.model.records.record import Named
    from coop.model.values import LangMap

# A long name is known also without the place at its end: "… Technology Park" of "… in the Loop".
_WITHOUT_PLACE = Pattern(r"(?:\S+ ){7,}?\S+(?= in (?:the )?[A-Z]\S+$)")
_INITIALS = Pattern(r"(?<=\b[A-Z]) (?=[A-Z] [A-Z])")  # "C Y Leung" is "CY Leung" too
_GIVEN_LAST = Pattern(
    r"(?:(?P<english>[A-Z][a-z]+) )?(?P<surname>[A-Z][a-z]+) "
    r"(?P<one>[A-Z][a-z]+)[- ](?P<two>[A-Za-z]+)"
)
_FEWEST_HAN = 2
_WHOLE_NAME = 3
_PINYIN = Pattern(
    rf"(?:{load_pattern('spellings.pinyin').pattern}) "
    rf"(?P<first>(?i:{SYLLABLE}))(?P<second>{SYLLABLE})"
)
_GENERIC = load_pattern("names.generic")
_OF_PLACE = Pattern(r"([A-Z][\w -]+) of ([A-Z]\w+(?: [A-Z]\w+)?)")
_SAID_TWICE = Pattern(r"([司局署廳厅處处])(?=\1[長长]$)")  # 保安局局長 is 保安局長 too
_OUTLINE = "Outline "


@once
def collect_names(catalog: Catalog) -> Lexicon:
    """Every person, platform, plan, place, body and post by all names, as `<kind>:<id>`."""
    lexicon = Lexicon()
    for person in catalog.people.values():
        for name in dict.fromkeys(_person_names(person)):
            lexicon.add(name, f"person:{person.id}")
    _add_initials(lexicon, catalog)
    groups = {
        "platform": catalog.platforms,
        "plan": catalog.plans,
        "place": catalog.places,
        "body": catalog.organisations,
    }
    for kind, records in groups.items():
        for record in records.values():
            for name in _all_names(record):
                lexicon.add(name, f"{kind}:{record.id}")
                for form in _FORMS.get(kind, _no_forms)(name):
                    lexicon.add(form, f"{kind}:{record.id}")
    _add_variants(lexicon, catalog)
    _add_supplements(lexicon, catalog)
    _add_parts(lexicon, catalog)
    for topic in catalog.topics.values():
        for name in _all_names(topic):
            lexicon.add(name, f"topic:{topic.id}")
    _add_posts(lexicon, catalog)
    return lexicon


def _add_initials(lexicon: Lexicon, catalog: Catalog) -> None:
    """Names with initials that only one person may have: "C H Tung", "CH Tung", "Paul W M Ko"."""
    meant: dict[str, set[str]] = {}
    for person in catalog.people.values():
        for name in _all_names(person):
            for form in _initialled(name):
                meant.setdefault(form, set()).add(person.id)
    for form, people in meant.items():
        if len(people) == 1:
            lexicon.add(form, f"person:{people.pop()}")


def _initialled(name: str) -> Iterator[str]:
    """The forms of a name as people of Hong Kong have them, with initials before the surname."""
    if found := _GIVEN_LAST.fullmatch(name):
        first, second = found["one"][0].upper(), found["two"][0].upper()
        before = f"{found['english']} " if found["english"] else ""
        yield f"{before}{first} {second} {found['surname']}"
        yield f"{before}{first}{second} {found['surname']}"


def _add_variants(lexicon: Lexicon, catalog: Catalog) -> None:
    """Other wordings of the names of platforms and plans that nothing else has for its own."""
    for kind, records in (("platform", catalog.platforms), ("plan", catalog.plans)):
        for record in records.values():
            names = _all_names(record)
            if kind == "plan":  # those in Chinese are shortened, not varied
                names = (name for name in names if name.isascii())
            for form in vary_names(names):
                lexicon.add_new(form, f"{kind}:{record.id}")


def _platform_forms(name: str) -> Iterator[str]:
    """A long name without the place at its end."""
    if found := _WITHOUT_PLACE.match(name):
        yield found[0]


def _plan_forms(name: str) -> Iterator[str]:
    """An outline development plan is a development plan too; Chinese names are also shortened."""
    if not name.isascii():
        yield from shorten_plan_name(name)
    if name.startswith(_OUTLINE):
        yield name.removeprefix(_OUTLINE)


def _add_supplements(lexicon: Lexicon, catalog: Catalog) -> None:
    """A plan named after another one is known by the short name of that too: "… to the CEPA"."""
    plans = catalog.plans.values()
    shorts = {one.name.en: one.short.en for one in plans if one.name.en and one.short}
    for plan in plans:
        start, to, other = (plan.name.en or "").rpartition(" to the ")
        if short := shorts.get(other):
            lexicon.add(f"{start}{to}{short}", f"plan:{plan.id}")


def _add_parts(lexicon: Lexicon, catalog: Catalog) -> None:
    """What a plan's name adds to that of another: "Investment Agreement" of the CEPA one."""
    plans = catalog.plans.values()
    shorts = {text for one in plans if one.short for _, text in one.short.items()}
    for plan in plans:
        for name in _all_names(plan):
            whole, _, part = name.replace("《", " ").partition(" ")
            if part and whole in shorts:
                lexicon.add(part.strip("》"), f"part:{plan.id}")


def _no_forms(_: str) -> Iterator[str]:
    return iter(())


_FORMS = {"platform": _platform_forms, "plan": _plan_forms}


def _add_posts(lexicon: Lexicon, catalog: Catalog) -> None:
    for body in catalog.organisations.values():
        for name, ref in _post_names(body):
            for form in dict.fromkeys((name, _SAID_TWICE.sub("", name))):
                lexicon.add(form, f"post:{ref}")


def _all_names(record: Named) -> Iterator[str]:
    texts = (record.name, record.short, *record.other_names)
    for text in texts:
        for _, name in text.items() if text else ():
            if name.isascii() or len(name) >= _FEWEST_HAN:
                yield name


def _person_names(person: Person) -> Iterator[str]:
    """Names as given, and the shorter and longer forms in which English names stand.

    The id spells a name in Latin letters also where no source of the catalogue does.
    """
    names = [*_all_names(person), person.id.replace("-", " ")]
    for name in names:
        yield name
        yield _INITIALS.sub("", name)
        words = name.split()
        if name.isascii() and len(words) >= _WHOLE_NAME and "-" in words[-1]:
            yield " ".join(words[:-1])
            yield " ".join(words[1:])
        elif found := _PINYIN.fullmatch(name):
            yield f"{words[0]} {found['first']} {found['second']}"  # "Huang Hua Hua", "Hua-hua"
        elif name.isascii() and len(words) > _WHOLE_NAME:  # "Francis Tam Pak Yuen"
            yield " ".join(words[:-2])
            yield " ".join(words[1:])


def _post_names(body: Organisation) -> Iterator[tuple[str, str]]:
    """Titles with the body before or behind them, alone where they name enough by themselves.

    A mayor or a director is that of some body; without its name it is not known of which.
    """
    owners = [name for text in (body.name, body.short, *body.other_names) for name in _texts(text)]
    for post in body.posts:
        ref = f"{body.id}/{post.id}"
        for title in _texts(post.name):
            if not _GENERIC.fullmatch(fold_script(title)):
                yield title, ref
            if found := _OF_PLACE.fullmatch(title):
                yield f"{found[2]} {found[1]}", ref  # "Shenzhen Vice Mayor"
            for owner in owners:
                if owner.isascii() and title.isascii():
                    yield f"{title} of the {owner}", ref
                elif not owner.isascii() and not title.isascii():
                    yield f"{owner}{title}", ref


def _texts(text: LangMap | None) -> Iterator[str]:
    return (words for _, words in text.items()) if text else iter(())
