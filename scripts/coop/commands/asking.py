"""The questions of `coop new`, each asked until its answer can stand in a record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from coop.commands.project import DATA
from coop.commands.prompting import BACK, BackError, ask_or_go_back, is_wanted, tell_finding
from coop.diagnostics import Location, closest
from coop.editing.starting import (
    QUESTIONS,
    build_tree,
    check_answer,
    describe_field,
    find_choices,
    says_whole_words,
    split_answer,
    suggest_id,
)
from coop.model import MODELS, Kind
from coop.model.folders import file_of
from coop.model.values import POST, LangMap
from coop.model.written.labels import word_labelled
from coop.model.written.meant import id_meant
from coop.pages.fields import CHOICES
from coop.rules.called import Names
from coop.rules.names_for_posts import find_posts_called
from coop.rules.references import is_meeting_id
from coop.rules.texts import tell_script
from coop.rules.titles import find_namesakes
from coop.script import language_of
from coop.text import Language, is_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from coop.catalog import Catalog
    from coop.diagnostics import Finding
    from coop.editing.starting import Answer, Field
    from coop.words import Words

_MOST_SHOWN = 12
_NEAR, _NEAR_IF_DATED = 0.6, 0.85  # ids with dates in them are all alike
_SHORT = "short."
_TAGS = {language.value for language in Language}
_NOTHING = {"-", "n/a", "nil", "no", "none", "unknown", "無", "无", "沒有", "没有", "不詳", "不详"}
# What is asked only where another question was answered.
_FOLLOWS = {
    "posts.0.seen": "posts.0.post",
    "posts.0.sources": "posts.0.post",
    "posts.0.name.zh-Hant": "posts.0.name.en",
    "posts.0.id": "posts.0.name.en",
}
_SAME = {"posts.0.sources": "sources"}  # what another answer stands for if nothing is said
_NAME_ALONE = {"person": "name", "post": "role"}  # the key for what has no record


class Asking:
    """Asks for what a new record of a kind needs; `answers` holds what was said so far."""

    def __init__(self, catalog: Catalog, kind: Kind, words: Words) -> None:
        """Keep what can be chosen from, and the words to ask in."""
        self.answers: dict[str, Answer] = {}
        self._catalog = catalog
        self._names = Names(catalog)
        self._kind = kind
        self._words = words

    def ask_all(self) -> None:
        """Ask every question, the id last; raises click.Abort where the answers end."""
        click.echo(self._words("new.before", back=BACK))
        keys = (*QUESTIONS[self._kind], "id")
        place, asked = 0, list[int]()
        while place < len(keys):
            try:
                place = self._ask_at(keys, place, asked)
            except BackError:
                self._say("new.back" if asked else "new.first")
                place = asked.pop() if asked else place

    def _ask_at(self, keys: Sequence[str], place: int, asked: list[int]) -> int:
        """Ask one question, if it is to be asked, and return the place of the one to come."""
        key = keys[place]
        if not self._is_asked(key):
            self.answers.pop(key, None)
        else:
            self._ask_again(key)
            asked.append(place)
        head = key.partition(".")[0]
        group = [at for at, one in enumerate(keys) if one.partition(".")[0] == head]
        is_last = place == group[-1] and self._is_needed_in_one_language(head)
        if is_last and not any(self.answers.get(keys[at]) for at in group):
            self._say("new.one_language")
            asked[:] = [at for at in asked if at < group[0]]
            return group[0]
        return place + 1

    def _ask_again(self, key: str) -> None:
        """Ask a question, with the answer that it had before, which stays if there is no other."""
        before = {**self.answers}
        former = self._forget(key)
        try:
            if key == "id":
                self.answers[key] = self._ask_id()
            else:
                self._ask(key, former)
        except (BackError, click.Abort):
            self.answers = before
            raise

    def _forget(self, key: str) -> str:
        """Take back an answer, whether a record or a name alone, and return it as it was said."""
        way, _, last = key.rpartition(".")
        alone = f"{way}.{_NAME_ALONE[last]}." if last in _NAME_ALONE else ""
        keys = [one for one in self.answers if one == key or (alone and one.startswith(alone))]
        said = next(filter(None, [self.answers.pop(one) for one in keys]), "")
        return said if isinstance(said, str) else ", ".join(said)

    def _say(self, word: str, **values: object) -> None:
        click.echo(f"  {self._words(word, **values)}")

    def _is_needed_in_one_language(self, head: str) -> bool:
        fields = MODELS[self._kind].model_fields
        return head in fields and fields[head].is_required() and fields[head].annotation is LangMap

    def _is_asked(self, key: str) -> bool:
        if key.startswith(_SHORT):
            return self._is_taken(key.removeprefix(_SHORT))
        return key not in _FOLLOWS or bool(self.answers.get(_FOLLOWS[key]))

    def _is_taken(self, language: str) -> bool:
        """Whether a name that has a text in a language is on record already, told once."""
        said = build_tree(self.answers).get("name", {})
        name = LangMap.model_validate(said)
        taken = find_namesakes(self._catalog, self._kind, name) if language in said else []
        if taken and language == next(iter(said)):
            files = ", ".join(f"{DATA}/{file_of(one)}" for one in taken)
            self._say("new.namesake", name=" · ".join(said.values()), files=files)
        return bool(taken)

    def _ask_id(self) -> str:
        known = self._catalog.records[self._kind]
        default = suggest_id(self._kind, build_tree(self.answers))
        question = self._question("id")
        while True:
            text = ask_or_go_back(question, default)
            if not is_id(text) and (meant := id_meant(text)):
                click.echo(f"  → {meant}")
                text = meant
            if not text:
                self._say("new.needed")
            elif not is_id(text) or (self._kind is Kind.MEETINGS and not is_meeting_id(text)):
                self._say("new.no_id")
            elif text in known:
                self._say("new.taken", id=text)
            else:
                return text

    def _question(self, key: str) -> str:
        own = f"new.{self._kind.singular}.{key}"
        return self._words(own) if self._words.has(own) else self._words(f"new.any.{key}")

    def _ask(self, key: str, former: str) -> None:
        field = self._describe(key)
        question, mark = self._question(key), ": "
        if field.closed_list:
            click.echo(question)
            for word, name in field.choices.items():
                meaning = self._words(f"meaning.{CHOICES[field.closed_list]}.{word}")
                told = filter(None, dict.fromkeys((name, meaning)))
                click.echo(f"  {word}  {' – '.join(told)}")
            question, mark = "", "  → "
        held = self._show_posts_held(key, field)
        while True:
            text = ask_or_go_back(question, former, mark)
            if not field.is_needed and text.casefold() in {"", *_NOTHING}:
                self.answers[key] = self.answers.get(_SAME.get(key, ""), "")
                return
            if not text:
                self._say("new.needed")
            elif self._take(key, field, text, held):
                return

    def _describe(self, key: str) -> Field:
        """What may be answered, with the words of a closed list by their names in the language."""
        field = describe_field(self._catalog, self._kind, key)
        if key == "posts.0.id":
            return replace(field, is_needed=True)
        if not field.closed_list:
            return field
        is_language = field.closed_list == Language.__name__
        prefix = "record.fact.name" if is_language else CHOICES[field.closed_list]
        names = {word: self._name(f"{prefix}.{word}") for word in field.choices}
        return replace(field, choices=names)

    def _name(self, key: str) -> str:
        return self._words(key) if self._words.has(key) else ""

    def _show_posts_held(self, key: str, field: Field) -> Mapping[str, str]:
        """The posts on the record of the person whose post is asked for, each told."""
        way, _, last = key.rpartition(".")
        someone = str(self.answers.get(f"{way}.person", "")) if last == "post" else ""
        person = self._catalog.people.get(someone)
        held = {one.post: field.choices.get(one.post, "") for one in person.posts} if person else {}
        for one in person.posts if person else ():
            when = one.period or one.seen or ""
            click.echo(f"  {one.post}  {held[one.post]}  {when}".rstrip())
        return held

    def _take(self, key: str, field: Field, text: str, held: Mapping[str, str]) -> bool:
        """Whether an answer could be taken, as it is or as what it surely means."""
        parts = split_answer(field, text)
        wanted = [parts] if isinstance(parts, str) else parts
        found = [self._choose(key, field, part, held) for part in wanted]
        if not all(found):
            return key in self.answers  # nobody on record, and taken by name
        answer: Answer = found if field.is_list else found[0]
        findings = [*check_answer(self._kind, key, answer), *self._tell_script(key, text)]
        meant = findings[0].suggestion if len(findings) == 1 and not field.is_list else ""
        if meant and not check_answer(self._kind, key, meant):
            click.echo(f"  → {meant}")
            answer, findings = meant, []
        for finding in findings:
            click.echo(f"  {tell_finding(finding, self._words.language)}")
        if not findings:
            self.answers[key] = answer
        return not findings

    def _tell_script(self, key: str, text: str) -> list[Finding]:
        """What is wrong with the script of a text; people write their names as they please."""
        tag = key.rpartition(".")[2]
        if tag not in _TAGS or (self._kind is Kind.PEOPLE and tag != Language.EN.value):
            return []
        return list(tell_script(text, Language(tag), Location("")))

    def _choose(self, key: str, field: Field, text: str, held: Mapping[str, str]) -> str:
        """The choice that is surely meant; empty where there is none, which is told."""
        if not field.choices:
            return text
        found = find_choices(held, text) if held else []
        if len(found) != 1:
            found = find_choices(field.choices, text)
        found = found or self._find_otherwise(field, text)
        if len(found) == 1 and self._is_sure(field, found[0], text):
            if found[0] != text:
                click.echo(f"  → {found[0]}  {field.choices[found[0]]}".rstrip())
            return found[0]
        if not found:
            return self._without_record(key, field, text)
        for choice in found[:_MOST_SHOWN]:
            click.echo(f"  {choice}  {field.choices[choice]}".rstrip())
        if len(found) > _MOST_SHOWN:
            self._say("new.more", n=len(found) - _MOST_SHOWN)
        return ""

    def _is_sure(self, field: Field, choice: str, text: str) -> bool:
        """Whether an answer surely means a choice: it has whole words of it, or another name."""
        is_whole = says_whole_words(choice, field.choices[choice], text)
        return is_whole or choice in self._find_otherwise(field, text)

    def _find_otherwise(self, field: Field, text: str) -> list[str]:
        """What has a name in another form: with a title, a short one, with the name of a body."""
        if field.target == POST:
            return sorted(find_posts_called(self._catalog, text))
        if field.target:
            called = self._names.find_called(Kind(field.target), text)
            return [called] if called else []
        return []

    def _without_record(self, key: str, field: Field, text: str) -> str:
        """What stands for a name that no record has: its id, if that comes later; else nothing."""
        is_dated = any(map(str.isdigit, text))
        near = closest(text, field.choices, _NEAR_IF_DATED if is_dated else _NEAR)
        near = (word_labelled(text, field.choices) if field.closed_list else "") or near
        meant = self._words("new.meant", id=near) if near else ""
        click.echo(f"  {self._words('new.nothing', text=text)}{meant}")
        way, _, last = key.rpartition(".")
        if way.startswith("principals") and last in _NAME_ALONE:
            if is_wanted(
                f"  {self._words(f'new.{_NAME_ALONE[last]}_alone', text=text)}", self._words
            ):
                self.answers |= {
                    key: "",
                    f"{way}.{_NAME_ALONE[last]}.{language_of(text).value}": text,
                }
        elif last == "sources" and is_id(text):
            return text if is_wanted(f"  {self._words('new.later', id=text)}", self._words) else ""
        elif not field.closed_list and not near:
            self._say("new.add_first")
        return ""
