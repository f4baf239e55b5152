"""Traditional and Simplified Chinese: conversion by OpenCC and characters of the wrong script."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import opencc

from coop.text import Language
from coop.yamlio import read_own

if TYPE_CHECKING:
    from collections.abc import Mapping

# Results of the conversion that are good Traditional characters as well: 后 beside 後, forms that
# Hong Kong writes (峰, 群, 恒, 厦), surnames (范, 沈). A finding stops a build, so what is doubtful
# stands here.
_ALSO_TRADITIONAL = frozenset(
    "丑于云仆伙余佛佣俊修僵克兑冢冬凄准凉凌几凶出划刮制千升卜占卧即卷厘厦叁叠只台吁吃合吊同后向呆周"
    "咏咤咨咸咽哄唇喂噪回困囱埼夸奸姜娘媪家尸局岩岳峰巨布帘席干幸床庵弦彩征御志念恒恤悦愈愠戚户扇"
    "才扎托扣折抬抵拐拼挂挨挲挽捆捍捝揾搜教敚斗旋旗既昆晒暗曲札朱朴杆杠杯杰松板查栖栗核梁棁棋榅欲"
    "氲污沈沾泄泛注洒涂涌涚淀温游溪溯漓灶炖煴熏狸玩璇瓮症痴皂真矩私秋秘税笋粽糊糖系累羡群肴胄胡脱"
    "腌腽膻致舍芸苔范葱蒀蒙蓑蔑虱蚝蜕蝎表谷跖辟迹逾郁酸采里雇雕霉面飧"
)
# and the reverse: Traditional forms that Simplified Chinese keeps in some words
_ALSO_SIMPLIFIED = frozenset("乾於徵瞭藉覆著")
_EXCEPTIONS = Path(__file__).parent / "locale" / "simplified.yaml"
_RARER_BIG5 = b"\xc9\x40"  # where the second level begins


@lru_cache(maxsize=65536)
def to_simplified(text: str) -> str:
    """A Traditional (Hong Kong) text in Simplified: OpenCC `hk2s`, then the reviewed exceptions."""
    words = load_exceptions()
    converted: str = _converter().convert(text)
    return _excepted().sub(lambda found: words[found[0]], converted)


@cache
def load_exceptions() -> Mapping[str, str]:
    """What the conversion leaves and what the Mainland writes instead."""
    entries = (entry for group in read_own(_EXCEPTIONS).values() for entry in group)
    return {entry["from"]: entry["to"] for entry in entries}


def has_ideographs(text: str) -> bool:
    """Whether Chinese characters stand in a text."""
    return not text.isascii() and any("\u3400" <= char <= "\u9fff" for char in text)


def language_of(text: str) -> Language:
    """The language that a text is in by its characters; Chinese in both scripts is Traditional."""
    if not has_ideographs(text):
        return Language.EN
    return Language.ZH_HANS if simplified_only(text) else Language.ZH_HANT


def simplified_only(text: str) -> str:
    """The characters of a text that only Simplified Chinese uses, in their order."""
    wrong = _simplified_characters()
    return "" if wrong.isdisjoint(text) else "".join(char for char in text if char in wrong)


def traditional_only(text: str) -> str:
    """The characters of a text that only Traditional Chinese uses, in their order."""
    wrong = _traditional_characters()
    return "" if wrong.isdisjoint(text) else "".join(char for char in text if char in wrong)


def traditional_forms(char: str) -> tuple[str, ...]:
    """The common Traditional characters (Big5's first level) of a Simplified one, if any."""
    return tuple(old for old, new in _changes().items() if new == char and _is_common(old))


def _is_common(char: str) -> bool:
    try:
        return char.encode("big5") < _RARER_BIG5
    except UnicodeEncodeError:
        return False


@cache
def _simplified_characters() -> frozenset[str]:
    changes = _changes()
    return frozenset("".join(changes.values())) - changes.keys() - _ALSO_TRADITIONAL


@cache
def _traditional_characters() -> frozenset[str]:
    return frozenset(_changes()) - _ALSO_SIMPLIFIED


@cache
def simple_characters() -> Mapping[int, str]:
    """The Simplified form of every character that has one, each by itself, for str.translate."""
    return {ord(old): new for old, new in _changes().items() if len(new) == 1}


@cache
def _changes() -> dict[str, str]:
    # Only `hk2s` is asked: it loads in milliseconds, the tables of the other direction do not.
    ideographs = [chr(number) for number in range(0x4E00, 0xA000)]
    lines = _converter().convert("\n".join(ideographs)).split("\n")
    return {char: new for char, new in zip(ideographs, lines, strict=True) if char != new}


@cache
def _excepted() -> re.Pattern[str]:
    words = sorted(load_exceptions(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("hk2s")
