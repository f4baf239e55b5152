"""The name of a drafted meeting in both languages, in the way in which the records are named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coop.draft.names.posts import only_post_on
from coop.draft.names.sides import held_side
from coop.draft.people.heads import LED
from coop.model.vocabulary import Side, Status
from coop.numerals import ORDINAL_WORDS, ordinal_suffix, write_chinese_number
from coop.script import language_of
from coop.text import Language
from coop.words import load_words

if TYPE_CHECKING:
    from coop.catalog import Catalog
    from coop.draft.draft import Draft
    from coop.draft.names.someone import Someone
    from coop.model import Platform
    from coop.model.values import LangMap

_TWO = 2
_LAST_IN_WORDS = 20
_IN_WORDS = {number: word for word, number in ORDINAL_WORDS.items() if number <= _LAST_IN_WORDS}
_OF_A_BODY = (" of ", " for ")  # what stands in the name of a post that tells of what it is


class _Name(NamedTuple):
    """Someone by post or name, in each language in which there is one."""

    en: str
    zh: str


def name_meeting(draft: Draft, catalog: Catalog) -> dict[str, str]:
    """A name of ours: of the platform's session, else of who did what.

    A visit or a call is not a session, even where the platform is one of yearly visits.
    """
    kind = draft.kind.value if draft.kind else "other"
    platform = catalog.platforms.get(draft.platform.value) if draft.platform else None
    named = _of_session(draft, platform, kind) if platform and kind not in LED else None
    named = (_of_signed(draft, catalog) if kind == "signing" else None) or named
    en, zh = named or _of_heads(draft, catalog, kind)
    return {"en": en, "zh-Hant": zh}


def _of_session(draft: Draft, platform: Platform, kind: str) -> _Name:
    english, chinese = _words(kind)
    names = platform.name
    if not draft.ordinal:
        return _Name(f"{english} of the {names.en}", f"{names.zh_hant}{chinese}")
    number = int(draft.ordinal.value)
    nth = _IN_WORDS.get(number, f"{number}{ordinal_suffix(number)}").capitalize()
    is_told = english.lower().removesuffix(" meeting") in str(names.en).lower()
    what = "meeting" if is_told else english.lower()
    session = chinese if kind == "working-meeting" else "會議"
    return _Name(
        f"{nth} {what} of the {names.en}",
        f"{names.zh_hant}第{write_chinese_number(number)}次{session}",
    )


def _of_signed(draft: Draft, catalog: Catalog) -> _Name | None:
    """A signing by the document on record that was signed that day, where it is the only one."""
    day = draft.day.value if draft.day else None
    plans = (catalog.plans[found.value] for found in draft.plans)
    signed = [plan.name for plan in plans if plan.signed and str(plan.signed) == day]
    if len(signed) != 1:
        return None
    return _Name(f"Signing: {signed[0].en}", f"{signed[0].zh_hant}簽署儀式")


def _of_heads(draft: Draft, catalog: Catalog, kind: str) -> _Name:
    english, chinese = _words(kind)
    place = catalog.places.get(draft.place.value) if draft.place else None
    heads = [_name_of(one, draft, catalog) for one in draft.principals]
    own, own_zh = [one.en for one in heads if one.en], [one.zh for one in heads if one.zh]
    if kind == "visit" and place:
        guest = _name_of(_guest(draft, catalog), draft, catalog)
        visits = "to visit" if draft.status and draft.status.value == Status.ANNOUNCED else "visits"
        en = f"{guest.en} {visits} {place.name.en}" if guest.en else f"Visit to {place.name.en}"
        return _Name(en, f"{guest.zh}{chinese}{place.name.zh_hant}")
    where = f" in {place.name.en}" if place else ""
    en = f"{english}: {', '.join(own)}" if own else f"{english}{where}"
    zh = f"{'、'.join(own_zh) or (str(place.name.zh_hant) if place else '')}{chinese}"
    if kind == "call" and len(heads) == _TWO:
        en = " meets ".join(own) if len(own) == _TWO else en
        zh = f"{'與'.join(own_zh)}會面" if len(own_zh) == _TWO else zh
    return _Name(en, zh)


def _guest(draft: Draft, catalog: Catalog) -> Someone | None:
    """The first of the heads who is not at home where a visit goes."""
    host = catalog.find_host(draft.place.value) if draft.place else None
    for one in draft.principals:
        side = one.side or held_side(one, catalog, draft.first_day)
        if side and side != host:
            return one
    return next(iter(draft.principals), None)


def _name_of(someone: Someone | None, draft: Draft, catalog: Catalog) -> _Name:
    """Someone by the post, where that is one of the Hong Kong government; else by name."""
    if someone is None:
        return _Name("", "")
    person = catalog.people.get(someone.who) if someone.is_known else None
    if person is None:
        return _as_written(someone.who)
    ref = someone.post or only_post_on(person, draft.first_day)
    title = _title(ref, catalog) or person.name
    return _Name(title.en or "", title.zh_hant or "")


def _title(ref: str, catalog: Catalog) -> LangMap | None:
    """The name of a post of the Hong Kong government that tells of what it is."""
    body, post = catalog.find_post(ref) or (None, None)
    if not body or not post or body.side is not Side.HKSAR:
        return None
    is_whole = not body.parent or any(word in (post.name.en or "") for word in _OF_A_BODY)
    return post.name if is_whole else None


def _as_written(name: str) -> _Name:
    language = language_of(name)
    return _Name(*(name if language is one else "" for one in (Language.EN, Language.ZH_HANT)))


def _words(kind: str) -> tuple[str, str]:
    word = f"meeting.kind.{kind}"
    return load_words(Language.EN)(word), load_words(Language.ZH_HANT)(word)
