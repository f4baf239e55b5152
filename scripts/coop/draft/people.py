"""Who took part, as far as the text says it: heads of the sides, and the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from coop.draft.event import list_numbers
from coop.draft.patterns import load_pattern
from coop.draft.release import MOST_PARAGRAPHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coop.draft.reading import Reading, Sentence
    from coop.draft.tokens import Mention

_HEADS = {
    "chair": load_pattern("people.heads.chair"),
    "met": load_pattern("people.heads.met"),
    "signed": load_pattern("people.heads.signed"),
    "present": load_pattern("people.heads.present"),
    "spoke": load_pattern("people.heads.spoke"),
}
_CUES = {
    "plenary": ("chair", "met", "spoke"),
    "working-meeting": ("chair", "met", "spoke"),
    "task-force": ("chair", "met", "spoke"),
    "call": ("met",),
    "visit": ("met", "chair"),
    "signing": ("signed", "met"),
    "promotion": ("spoke", "chair"),
    "forum": ("spoke", "chair"),
    "other": ("present", "chair", "spoke"),
}
_COMPANY = load_pattern("people.company")
_ACTING = load_pattern("people.acting")
_ASIDE = load_pattern("people.aside")
_ENGLISH_NAME = load_pattern("people.english_name")
_SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马胡朱郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱"
    "方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由宝琪"
)
_CHINESE_NAME = re.compile(
    rf"(?P<title>(?:局长|市长|省长|书记|主任|司长|部长|署长|专员|院长|主席|总裁|秘书长|组长|会长|处长|关长|校长|司司长|厅长|区长|行长|代表|总监|常委))"
    rf"(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,3}}?)(?=[，。、；：（(]|和|与|及|出席|共同|主持|率|在|会|说|表示|分别|于|今|昨|一行|同|等|致|带|作|也|亦|参|签|代表|陪|以|就|向|为|一起|先生|女士|博士|医生|教授|指|到|拜|访)"
)
_NEAR = 25
_SHORT_NAME = 2
_AFTER_NAME = frozenset(
    "和与及出共主率在会说表分于今昨一同等致带作也亦参签代陪以就向为先女博指到拜访、，。的见进前提强介赴担任将"
)
_ATTENDED = load_pattern("people.attended")
_LED = {"visit", "call"}
_CHAIRED = {"plenary", "working-meeting", "task-force"}
_EARLY = 2
_MOST = {"present": 2, "met": 2, "signed": 4, "spoke": 6, "chair": 2}


class Someone(NamedTuple):
    """Someone named: the person's id or, with no record, the name as written; where it is said."""

    who: str
    at: str
    post: str
    is_known: bool = True


def find_people(
    reading: Reading, kind: str, ordinal: int | None
) -> tuple[list[Someone], list[Someone]]:
    """The heads of the sides, and the others of whom the text says that they took part."""
    heads = _find_heads(reading, kind, ordinal)
    if kind in _LED and (leader := _leader(reading)) and leader.who not in heads:
        heads = {leader.who: leader, **dict(list(heads.items())[:1])}
    others: dict[str, Someone] = {}
    for sentence in filter(_names_company, _usable(reading)):
        for someone in _people(sentence):
            if someone.who not in heads:
                others.setdefault(someone.who, someone)
    return list(heads.values()), list(others.values())


def _find_heads(reading: Reading, kind: str, ordinal: int | None) -> dict[str, Someone]:
    heads: dict[str, Someone] = {}
    for cue in _CUES[kind]:
        last = _EARLY if cue == "spoke" and kind in _CHAIRED else MOST_PARAGRAPHS
        told = (
            someone
            for sentence in _usable(reading)
            if sentence.paragraph.number <= last and _HEADS[cue].search(sentence.text)
            if not _is_of_another(sentence, ordinal)
            for someone in _heads_in(sentence, cue)
        )
        for someone in told:
            if len(heads) < _MOST[cue]:
                heads.setdefault(someone.who, someone)
        if len(heads) > 1:
            break
    return heads


def _names_company(sentence: Sentence) -> bool:
    attended = sentence.paragraph.number > 1 and _ATTENDED.search(sentence.text)
    return bool(attended or _COMPANY.search(sentence.text))


def _heads_in(sentence: Sentence, cue: str) -> list[Someone]:
    """The people whom a cue is about: of a chair the subject, then who stands after the cue."""
    placed = list(_placed_before_company(sentence))
    found = _HEADS[cue].search(sentence.text)
    if cue != "chair" or not found or len(placed) <= _MOST[cue]:
        return [someone for _, someone in placed]
    chairs = list(_HEADS[cue].finditer(sentence.text))
    after = [someone for place, someone in placed if place > chairs[-1].start()]
    return [placed[0][1], *after] if after else [someone for _, someone in placed]


def _leader(reading: Reading) -> Someone | None:
    early = (*reading.lead(_EARLY)[len(reading.heading) :], *reading.heading)
    return next((one for sentence in early for one in _people(sentence)), None)


def _is_of_another(sentence: Sentence, ordinal: int | None) -> bool:
    numbers = {number for number, _ in list_numbers(sentence)}
    return bool(ordinal and numbers and ordinal not in numbers)


def _usable(reading: Reading) -> Iterator[Sentence]:
    body = (*reading.body, *reading.heading)
    return (one for one in body if not _ACTING.search(one.text))


def _placed_before_company(sentence: Sentence) -> Iterator[tuple[int, Someone]]:
    company = _COMPANY.search(sentence.text)
    for place, someone in _placed(sentence):
        if company and place > company.start():
            return
        yield place, someone


def _people(sentence: Sentence) -> Iterator[Someone]:
    return (someone for _, someone in _placed(sentence))


def _placed(sentence: Sentence) -> list[tuple[int, Someone]]:
    found: list[tuple[int, Someone]] = []
    known = [
        (mention, who) for mention, who in sentence.of("person") if _is_whole(sentence, mention)
    ]
    for mention, who in known:
        if not _ASIDE.search(sentence.before(mention.start, 20)):
            found.append(
                (
                    mention.start,
                    Someone(who, sentence.at, _post_before(sentence, mention.start)),
                )
            )
    spans = [range(mention.start, mention.end) for mention, _ in known]
    for match in (*_ENGLISH_NAME.finditer(sentence.text), *_CHINESE_NAME.finditer(sentence.text)):
        groups = match.groupdict()
        key = next(name for name in ("titled", "bare", "hyphen", "name") if groups.get(name))
        start, end = match.span(key)
        if any(start in span or end - 1 in span for span in spans):
            continue
        if any(m.start <= start < m.end for m in sentence.mentions):
            continue
        written = sentence.paragraph.text[sentence.paragraph.folded.index(sentence.text) :][
            start:end
        ]
        found.append(
            (start, Someone(written, sentence.at, _post_before(sentence, start), is_known=False))
        )
    return sorted(found)


def _is_whole(sentence: Sentence, mention: Mention) -> bool:
    """Whether a Chinese name of two characters does not begin a longer one: 苏伟 in 苏伟文."""
    name = sentence.text[mention.start : mention.end]
    if name.isascii() or len(name) > _SHORT_NAME:
        return True
    after = sentence.text[mention.end : mention.end + 1]
    return not after or not "\u4e00" <= after <= "\u9fff" or after in _AFTER_NAME


def _post_before(sentence: Sentence, place: int) -> str:
    posts = [
        (mention, ref) for mention, ref in sentence.of("post") if 0 <= place - mention.end <= _NEAR
    ]
    return posts[-1][1] if posts else ""
