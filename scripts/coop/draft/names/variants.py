"""The other wordings under which a text may name a platform.

Agencies and portals turn the sides round, put "and" between them or "between" before them, and
translate the Chinese name anew: "Executive Heads Joint Meeting". In Chinese they say 港深 for
深港, 工作專班 for 專班, and 高層會晤 for the high-level meeting of a conference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coop.draft.patterns import load_pattern, load_words
from coop.draft.text.tokens import fold_script

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SAME = tuple(tuple(line.split(" = ")) for line in load_words("names.same"))
_SIDES = re.compile(
    rf"(?P<first>{load_pattern('names.side').pattern})(?:[/ -]| and )"
    rf"(?P<second>{load_pattern('names.side').pattern}) (?P<rest>.+)"
)
_ABOUT = ("on", "of", "for")
_BETWEEN = re.compile(r"(?P<kind>.+ between) (?:the )?(?P<one>.+) and (?:the )?(?P<other>.+)")
_PERIOD = re.compile(r" \((?:19|20)\d\d ?- ?(?:19|20)\d\d\)$")
_KIND_FIRST = re.compile(r"(?P<kind>Framework Agreement) on (?P<about>\S+(?: \S+){0,4})")
_CO_OPERATION = re.compile(r"(?P<about>.*?Cooperation) (?P<event>\w+)")

_CITY = "[粤深穗沪京闽川鄂渝浙澳珠苏]"
_BODY = "[^与和]{2,16}?[局台署部院会处厅]"
_TWO_BODIES = rf"^({_BODY})与({_BODY})(?=(?:高层|合作|工作|业务|联席|年度|定期|专责|联合))"
_VARIED_PLATFORMS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (rf"港({_CITY})", r"\1港"),
        (rf"({_CITY})港", r"港\1"),
        (r"^(.港)合作会议$", r"\1高层会晤暨\1合作会议"),
        (r"^(.港)合作会议$", r"\1高层会晤暨合作会议"),
        (r"^(.港)合作会议$", r"\1高层会晤"),
        (r"合作联席会议$", "联席会议"),
        (r"合作高层会议$", "高层合作会议"),
        (r"合作高层会议$", "高层会议"),
        (r"高层管理会议$", "高层管理人员会议"),
        (r"合作与发展论坛$", "合作论坛"),
        (r"^泛珠三角区域", "泛珠区域"),
        (r"(?<!工作)专班$", "工作专班"),
        (r"工作专班$", "专班"),
        (r"联合专责小组$", "专责小组"),
        (r"与香港特别行政区", "与香港"),
        (_TWO_BODIES, r"\2与\1"),
        (r"^内地与香港", "香港与内地"),
        (r"^内地与香港", "内地香港"),
        (r"^北京.香港", "京港"),
        (r"^北京.香港", "香港北京"),
        (r"研讨洽谈会$", "洽谈会"),
        (r"研讨洽谈会$", "洽谈研讨会"),
        (r"(?<=部)官员互访$", "年度互访"),
        (r"(?<=部)官员互访$", "的年度互访"),
        (r"(?<=部)官员互访$", "互访"),
        (r"^香港特区政府与外交部", "外交部与香港特区政府"),
        (r"(?<=部)官员互访$", "之间的既定互访"),
        (r"(?<=部)官员互访$", "每年的互访"),
        (r"香港特区政府", "特区政府"),
    )
)
_VARIED_PLANS = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        (r"（[^（）]*年）$", ""),
        (r"^关于", ""),
        (r"年度(?=重点工作$)", ""),
        (r"^实施(?=《.+》)", ""),
        (r"(?<=框架)协议", "协定"),
        (r"改革(?=发展规划纲要$)", ""),
        (r"珠江三角洲地区", "珠三角"),
        (r"^(香港)(五年规划)$", r"\1首个\2"),
        (r"^粤港澳大湾区", "大湾区"),
        (r"合作框架协议$", "框架协议"),
        (r"^.*(前海|横琴|南沙).*方案$", r"\1方案"),
        (r"^《?内地与香港关于建立更紧密经贸关系的安排》?(补充协议.)$", r"\1"),
        (r"^(补充协议.)$", r"《安排》\1"),
    )
)


def vary_names(names: Iterable[str]) -> Iterator[str]:
    """The other wordings of a platform's names, each once; of Chinese ones in Simplified."""
    seen: set[str] = set()
    for name in names:
        for form in _vary_english(name) if name.isascii() else _vary(name, _VARIED_PLATFORMS):
            if form not in seen:
                seen.add(form)
                yield form


def _vary_english(name: str) -> Iterator[str]:
    for worded in _reword(_PERIOD.sub("", name)):
        yield from (worded, *_turn(worded))
        if found := _BETWEEN.fullmatch(worded):
            for one, other in (found["one"], found["other"]), (found["other"], found["one"]):
                yield f"{found['kind']} {one} and {other}"
                yield f"{found['kind']} the {one} and the {other}"
        if found := _KIND_FIRST.fullmatch(worded):
            kind_last = f"{found['about']} {found['kind']}"
            yield from (kind_last, *_turn(kind_last))


def shorten_plan_name(name: str) -> Iterator[str]:
    """The shorter ways in which Chinese reports name a plan: 「珠三角规划纲要」, 「前海方案」."""
    return _vary(name, _VARIED_PLANS)


def _vary(name: str, rules: Iterable[tuple[re.Pattern[str], str]]) -> Iterator[str]:
    forms = [fold_script(name)]
    for form in forms:  # which grows
        varied = (pattern.sub(other, form) for pattern, other in rules)
        forms += dict.fromkeys(one for one in varied if one not in forms)
    yield from forms[1:]


def _reword(name: str) -> list[str]:
    """A name with each of its stock phrases in all ways in which that is said."""
    forms = [name.replace("Co-operation", "Cooperation")]
    for said, *others in _SAME:
        if said in forms[0]:
            forms += [form.replace(said, other) for other in others for form in forms]
    return forms


def _turn(name: str) -> Iterator[str]:
    """A name of two sides with the sides in the other order, or told after "between"."""
    found = _SIDES.fullmatch(name)
    if not found:
        return
    for one, other in ((found[1], found[2]), (found[2], found[1])):
        yield f"{one} {other} {found['rest']}"
        yield f"{one} and {other} {found['rest']}"
        yield f"{found['rest']} between {one} and {other}"
        if inner := _CO_OPERATION.fullmatch(found["rest"]):
            yield f"{inner['event']} on {one} {other} {inner['about']}"
            for about in _ABOUT:
                yield f"{one} {other} {inner['event']} {about} {inner['about']}"
