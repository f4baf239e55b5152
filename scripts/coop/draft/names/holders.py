"""Who is meant where a name is spelt as no record has it: whoever held the post told with it.

Reports translated from Chinese spell people of Hong Kong and Macao in Pinyin ("Li Jiachao, Chief
Executive").
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from coop.catalog import once
from coop.draft.names.local_names import find_by_local_name
from coop.draft.names.namesakes import tell_apart
from coop.draft.names.people import find_named
from coop.draft.names.pinyin import find_by_pinyin, may_be_spelt
from coop.draft.names.posts import posts_on
from coop.draft.names.sides import held_side
from coop.draft.names.someone import Someone
from coop.draft.patterns import Pattern, load_pattern
from coop.draft.text.tokens import fold_script

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from coop.catalog import Catalog
    from coop.draft.text.reading import Sentence
    from coop.model import Person

_BEHIND = load_pattern("people.post_behind")
_STAND_IN = load_pattern("people.stand_in")
_MIDDLE = Pattern(r"(?<=[a-z])(?:(?: [A-Z]\.?){1,2}| [A-Z]{2})(?= [A-Z][a-z])")
_FAMILY = Pattern(
    r",? (?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.? (?P<family>[A-Z][a-z]+))"
    r"(?![\w'’-]| [A-Z])"
)
_TITLED_FAMILY = load_pattern("people.titled_family")
_CHINESE_NAME = 3
_REGIONS = {"hksar", "macao"}


class Holders:
    """Who held which post on the day of a text; remembers whom a spelling turned out to mean.

    `is_of_macao` tells that the text names Macao and nowhere Hong Kong.
    """

    def __init__(self, catalog: Catalog, day: date | None, *, is_of_macao: bool = False) -> None:
        self._catalog = catalog
        self._day = day
        self._is_of_macao = is_of_macao
        self._meant: dict[str, Person] = {}
        self._told: dict[str, Someone] = {}
        self._sides: dict[str, str] = {}
        self._part: dict[str, Person] = {}
        self._families: dict[str, dict[str, Someone]] = {}

    def find(self, sentence: Sentence) -> list[Someone]:
        """The people named, those without a record as the holder of the post told, if that fits."""
        found = find_named(sentence, self._catalog, self._day)
        named = [(self._settle if one.is_known else self._known)(one, sentence) for one in found]
        taken = {one.start for one in named}
        again = [*self._again(sentence, taken), *self._by_family(sentence, taken)]
        again += self._by_title(sentence, {one.who for one in (*named, *again)})
        self._told |= {fold_script(one.who): one for one in named if not one.is_known}
        for one in named:
            if not one.is_known and not one.who.isascii():
                self._families.setdefault(fold_script(one.who)[0], {})[one.who] = one
        everyone = sorted([*named, *again], key=attrgetter("start"))
        return [self._sided(one) for one in everyone]

    def hear(self, sentence: Sentence) -> None:
        """Remember the people named, whom a text may go on to call by a part of the name."""
        for mention, who in sentence.of("person"):
            name = sentence.text[mention.start : mention.end]
            if not name.isascii():
                self._families.setdefault(name[0], {})[who] = Someone(who, "", "")
            if not name.isascii() and len(name) >= _CHINESE_NAME:
                part = name[1:] if len(name) == _CHINESE_NAME else name[:2]
                self._part.setdefault(part, self._catalog.people[who])

    def _sided(self, someone: Someone) -> Someone:
        """Someone with the side that an earlier sentence told, where this one tells none.

        Both regions have a Chief Executive and secretaries: a text that names Macao alone means
        those of Macao.
        """
        side = someone.side or self._sides.get(someone.who, "")
        if self._is_of_macao and side == "hksar" and not someone.is_known:
            side = "macao"
        if side:
            self._sides.setdefault(someone.who, side)
        return someone._replace(side=side)

    def _again(self, sentence: Sentence, taken: set[int]) -> Iterator[Someone]:
        """Who has no record and was told with a post before, where only the name stands."""
        whole = (name for name in self._told if len(name) >= _CHINESE_NAME and not name.isascii())
        for name in whole:
            someone, start = self._told[name], sentence.text.find(name)
            if start >= 0 and start not in taken:
                yield someone._replace(at=sentence.at, start=start)

    def _by_title(self, sentence: Sentence, here: set[str]) -> Iterator[Someone]:
        """Who was named in full and stands by family name and title: 「與曾特首見面」."""
        for found in _TITLED_FAMILY.finditer(sentence.text):
            meant = self._families.get(found["family"], {})
            if len(meant) == 1 and not here.intersection(meant):
                one = next(iter(meant.values()))
                here.add(one.who)
                side = one.side or held_side(one, self._catalog, self._day)
                yield one._replace(at=sentence.at, start=found.start("family"), side=side)

    def _by_family(self, sentence: Sentence, taken: set[int]) -> Iterator[Someone]:
        """Who is named by post and family name alone: "the Chief Executive, Mrs Lam"."""
        for mention, post in sentence.of("post"):
            named = _FAMILY.match(sentence.text, mention.end)
            start = named.start("name") if named else -1
            if not named or start in taken or _STAND_IN.search(sentence.before(mention.start, 80)):
                continue
            held = [
                one for one in _holders(self._catalog, post) if post in posts_on(one, self._day)
            ]
            fit = [one for one in held if named["family"] in words_of(one)]
            if len(fit) == 1:
                someone = Someone(fit[0].id, sentence.at, post, start=start)
                yield someone._replace(side=held_side(someone, self._catalog, self._day))

    def _settle(self, someone: Someone, sentence: Sentence) -> Someone:
        """Who of several people of one name is meant; the first where no sentence told it."""
        here = sentence.between(someone.start, someone.start + 1)
        mention = next(one for one in here if one.of("person"))
        same = [self._catalog.people[who] for who in mention.of("person")]
        if len(same) == 1:
            return someone
        told = tell_apart(same, someone, sentence, self._day)
        meant = told or self._meant.get(same[0].id)
        if meant is None:
            return someone
        self._meant[same[0].id] = meant
        settled = someone._replace(who=meant.id)
        return settled._replace(side=held_side(settled, self._catalog, self._day) or someone.side)

    def _known(self, someone: Someone, sentence: Sentence) -> Someone:
        if someone.who in self._meant:
            return someone._replace(who=self._meant[someone.who].id, is_known=True)
        named = self._part.get(fold_script(someone.who))  # 「華華省長」, 「林鄭司長」
        named = named or self._without_initials(someone.who)
        if named := named or find_by_local_name(someone.who, self._catalog):
            return someone._replace(who=named.id, is_known=True)
        for post in _posts_told(someone, sentence):
            meant = self._holder(post, someone.who)
            if meant:
                self._meant[someone.who] = meant
                return someone._replace(who=meant.id, post=post, is_known=True)
        if meant := self._of_region(someone):
            self._meant[someone.who] = meant
            return someone._replace(who=meant.id, is_known=True)
        return someone

    def _of_region(self, someone: Someone) -> Person | None:
        """The one person of Hong Kong or Macao whose Chinese name is read as the spelling says.

        Posts are translated freely with it: "Director of the Bureau of Innovation".
        """
        if someone.side not in _REGIONS:
            return None
        named = (Someone(one.id, "", "") for one in find_by_pinyin(someone.who, self._catalog))
        sides = {one.who: held_side(one, self._catalog, None) for one in named}
        same = [who for who, side in sides.items() if side in {someone.side, ""}]
        return self._catalog.people[same[0]] if len(same) == 1 else None

    def _without_initials(self, name: str) -> Person | None:
        """The one person of a name that has initials in the text alone: "Joseph W P Wong"."""
        plain = _MIDDLE.sub("", name)
        if plain == name:
            return None
        same = [one for one in self._catalog.people.values() if one.name.en == plain]
        return same[0] if len(same) == 1 else None

    def _holder(self, post: str, name: str) -> Person | None:
        """Who held a post on the day and is spelt so; of all its holders where none did then."""
        people = _holders(self._catalog, post)
        held = [one for one in people if post in posts_on(one, self._day)]
        if self._day and len(held) > 1:
            return None
        held = held or people
        fit = [one for one in held if may_be_spelt(name, one, self._catalog)]
        return fit[0] if len(fit) == 1 else None


def _holders(catalog: Catalog, post: str) -> list[Person]:
    """All who are known to have held a post."""
    return list_holders(catalog).get(post, [])


@once
def list_holders(catalog: Catalog) -> dict[str, list[Person]]:
    """All who are known to have held a post, by the post."""
    held: dict[str, list[Person]] = {}
    for person in catalog.people.values():
        for post in posts_on(person, None):
            held.setdefault(post, []).append(person)
    return held


def words_of(person: Person) -> set[str]:
    """The words of the English names of a person."""
    texts = (text for name in (person.name, *person.other_names) for _, text in name.items())
    return {word for text in texts if text.isascii() for word in text.split()}


def _posts_told(someone: Someone, sentence: Sentence) -> Iterator[str]:
    """The post before the name, and one that follows it: "Li Jiachao, Chief Executive"."""
    if _STAND_IN.search(sentence.before(someone.start, 80)):
        return
    if someone.post:
        yield someone.post
    end = someone.start + len(someone.who)
    for mention, post in sentence.of("post"):
        if _BEHIND.fullmatch(sentence.text, end, mention.start):
            yield post
