"""Names and parts of posts that stand where their ids belong: which post is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.diagnostics import Code, Finding
from coop.model import Kind
from coop.model.values import POST
from coop.model.written.meant import fold_name
from coop.rules.unread import list_unread
from coop.script import language_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.catalog import Catalog
    from coop.model.parts import Post
    from coop.model.records.organisation import Organisation
    from coop.rules.scope import Scope

_MOST = 6
_OTHER = ("副", "代", "总")  # 副市長 is no 市長, 總書記 no 書記
_PARTY = "中共"
_PART = r"(?:of|for|to)\b"  # what may follow a title: Mayor of Shenzhen


def check_names_for_posts(scope: Scope) -> Iterator[Finding]:
    """A text that names a post, in full or by a part: which one it is, or which there are (E308).

    Of several of a title that is meant which the person named beside it held.
    """
    for place, target, text, beside in list_unread(scope, Code.WRONG_TYPE):
        if target != POST:
            continue
        someone = str(beside.get("person") or "")
        person = scope.catalog.people.get(someone)
        held = {one.post for one in person.posts} if person else set()
        named = find_posts_called(scope.catalog, text)
        meant = sorted(named & held) or sorted(named)
        message = f"'{text}' is the name of a post, not its id"
        if len(meant) == 1:
            yield Finding(place, Code.UNKNOWN_POST, message, meant[0])
        elif meant:
            advice = f"There are several: {_list(meant)}"
            yield Finding(place, Code.UNKNOWN_POST, message, advice=advice)
        elif held or not is_of_person(place.path):
            message = f"'{text}' is the name of no post"
            advice = f"On record '{someone}' held {_list(sorted(held))}" if held else ""
            role = f"{{{language_of(text).value}: {text}}}"
            advice = advice or f"Of a post that is not on record write 'role: {role}' instead"
            yield Finding(place, Code.UNKNOWN_POST, message, advice=advice)


def is_of_person(path: str) -> bool:
    """Whether a file is that of a person, where no title stands in place of a post."""
    return path.split("/")[1:2] == [Kind.PEOPLE.value]


def find_posts_called(catalog: Catalog, text: str) -> set[str]:
    """The post of a name, else those that it may mean: of a title, of a body, or both by id."""
    if joined := [ref for ref in catalog.posts if ref.replace("/", "-") == _joined(text)]:
        return set(joined)
    body, _, title = text.rpartition("/")
    wanted = fold_name(title)
    posts = {ref: found for ref, found in catalog.posts.items() if body in {"", found[0].id}}
    exact = {ref for ref, found in posts.items() if wanted in map(fold_name, _full_names(*found))}
    if len(exact) == 1:
        return exact
    of_title = {
        ref
        for ref, (_, post) in posts.items()
        if wanted == post.id or any(_is_title(wanted, fold_name(name)) for name in _titles(post))
    }
    return exact | of_title or {ref for ref in posts if ref.partition("/")[0] == wanted}


def _joined(text: str) -> str:
    """The words of a post's id with single hyphens, whatever stands between them in a text."""
    path = text.rpartition("/organisations/")[2].casefold()
    return "-".join(re.findall("[a-z0-9]+", path))


def _titles(post: Post) -> Iterator[str]:
    for name in (post.name, *post.other_names):
        yield from (words for _, words in name.items())


def _full_names(body: Organisation, post: Post) -> Iterator[str]:
    """The titles of a post, alone and behind each name of its body: 深圳市委書記."""
    yield from _titles(post)
    for name in filter(None, (body.name, body.short, *body.other_names)):
        names = dict(name.items())
        for tag, words in post.name.items():
            if tag in names:
                yield f"{names[tag]}{words}"
                yield f"{names[tag].removeprefix(_PARTY)}{words}"


def _is_title(wanted: str, name: str) -> bool:
    """Whether a text is the title in the name of a post: 市長 in 深圳市市長, or the first word."""
    if wanted.isascii():
        return re.match(rf"{re.escape(wanted)} {_PART}", name) is not None
    before = name.removesuffix(wanted)
    return before != name and not before.endswith(_OTHER)


def _list(posts: list[str]) -> str:
    more = f" and {len(posts) - _MOST} more" if len(posts) > _MOST else ""
    return ", ".join(posts[:_MOST]) + more


RULES = (check_names_for_posts,)
