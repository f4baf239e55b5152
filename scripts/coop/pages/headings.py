"""Chinese titles do not break inside a name; by itself a browser breaks between any two signs."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from markupsafe import Markup

from coop.catalog import once
from coop.model import Kind, Organisation
from coop.model.records.record import Named
from coop.pages.view import View, link_html
from coop.script import to_simplified
from coop.text import Language, escape_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coop.catalog import Catalog
    from coop.model import Record

Names = dict[str, tuple[str, ...]]
LONGEST = 9  # signs that a heading holds on one line of the narrowest screen
ROOM = 10  # signs with which no line of a list ends yet, however narrow the screen
_HEAD = 2
_KINDS = (Kind.PLATFORMS, Kind.PEOPLE, Kind.ORGANISATIONS, Kind.PLACES, Kind.TOPICS, Kind.PLANS)
_NAME = re.compile(rf"[\u3400-\u9fff]{{{_HEAD},{LONGEST}}}")
_WORDS = """
會議 聯席會議 會面 會晤 論壇 研討會 洽談會 宣講會 發布會 運動會 大會 訪問
訪港 到訪 拜訪 出席 舉行 簽署 儀式 備忘錄 協議 安排 意見 規劃 綱要 方案
措施 機制 平台 領導 官員 書記 主席 主任 部長 省長 市長 局長 司長 秘書長
行政 高層 部門 政府 辦公室 委員會 代表團 督導組 專責小組 工作小組 合作小組
合作 業務 監管 執行 判決 法律 新聞 藥品 氣象 氣候變化 民航 空管 亞洲 香港
內地 最多 工作會議 工作會晤 座談會 說明會 交流會 高峰論壇 計劃 修訂協議 建設
管理 代表 委員 勝利 供水 訪京 訪滬 訪穗 副部長 副局長 副主任 副主席 副院長
副省長 副市長 檢察長 副檢察長 社會保障廳
"""
_FIXED = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?"
    r"|第[一二三四五六七八九十\d]+[次屆届](?:[會会][議议])?"
    rf"|（[^（）<>]{{1,{LONGEST}}}）"
)


def heading(view: View, record: Record) -> Markup:
    """A record's title as a heading in Markdown."""
    title = Markup(escape_markdown(view.title(record)))  # noqa: S704 - escaped here
    return keep_names(view, title) if _is_own(view, record) else title


def line_title(view: View, record: Record) -> Markup:
    """A record's title on a line of its own, as HTML."""
    return view.share(_line_title, record, record.ref)


def line_link(view: View, record: Record) -> Markup:
    """A link to a record on a line of its own."""
    return link_html(view.record_href(record), line_title(view, record))


def keep_names(view: View, html: Markup, room: int = 0) -> Markup:
    """A text of a page in Chinese in which no name of the catalogue is broken.

    Of the first signs of the text, as many as `room` says stand on one line wherever it stands.
    """
    if view.language is Language.EN or len(html) <= max(room, LONGEST):
        return html
    pieces = _cut(str(html), _names(view.catalog)[view.language], room)
    return Markup("").join(Markup(piece) for piece in pieces)  # noqa: S704 - as it was, and tags


def _line_title(view: View, record: Record) -> Markup:
    title = view.title_html(record)
    return keep_names(view, title, ROOM) if _is_own(view, record) else title


def _is_own(view: View, record: Record) -> bool:
    """Whether the title of a record is in the language of the page."""
    chosen = view.choose(view.title_map(record))
    return bool(chosen and chosen[1] is view.language)


def _cut(text: str, names: Names, room: int) -> Iterator[str]:
    at = plain = 0
    while at < len(text):
        fixed = _FIXED.match(text, at)
        found = fixed[0] if fixed else _longest(text, at, names)
        if not found:
            at += 1
            continue
        if at + len(found) > room:
            yield text[plain:at]
            yield f'<span class="coop-nb">{found}</span>'
            plain = at + len(found)
        at += len(found)
    yield text[plain:]


def _longest(text: str, at: int, names: Names) -> str:
    heads = names.get(text[at : at + _HEAD], ())
    return next((name for name in heads if text.startswith(name, at)), "")


@once
def _names(catalog: Catalog) -> Mapping[Language, Names]:
    """The names that are short enough by their first two signs, the longest first."""
    chinese = (Language.ZH_HANT, Language.ZH_HANS)
    return {language: _by_head(View(catalog, language, "")) for language in chinese}


def _by_head(view: View) -> Names:
    is_simple = view.language is Language.ZH_HANS
    words = (to_simplified(_WORDS) if is_simple else _WORDS).split()
    found = {name for name in chain(words, _all_names(view)) if _NAME.fullmatch(name)}
    grouped: dict[str, list[str]] = {}
    for name in sorted(found, key=lambda name: (-len(name), name)):
        grouped.setdefault(name[:_HEAD], []).append(name)
    return {head: tuple(group) for head, group in grouped.items()}


def _all_names(view: View) -> Iterator[str]:
    for record in chain.from_iterable(view.catalog.records[kind].values() for kind in _KINDS):
        yield view.title(record)
        if isinstance(record, Named):
            yield view.plain(record.name)
        if isinstance(record, Organisation):
            yield from (view.plain(post.name) for post in record.posts)
