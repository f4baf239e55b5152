"""What a line of a page is: a paragraph, the words below a picture, a date, or furniture."""

from __future__ import annotations

import re

from coop.draft.patterns import load_pattern
from coop.draft.text.datelines import DATELINE
from coop.draft.text.tokens import fold_script

IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
FULL_STOP = re.compile(r"[.。!！?？…:：;；][\"”」』)）]*\s*$")
UNDERLINE = load_pattern("release.underline")
DATED = load_pattern("release.dated")
SENTENCE_EN, SENTENCE_ZH = 45, 15
_NOTICE = load_pattern("release.notice_title")
_NOISE = load_pattern("release.noise")
_CAPTION = load_pattern("release.caption")
_LONG_TITLE, _LONG_TITLE_ZH = 260, 70
_LONG_CAPTION_EN, _LONG_CAPTION_ZH = 700, 200
_SHARE_OF_HAN = 5  # Chinese names stand in English lines too
_WIDE = {0xFF10 + digit: str(digit) for digit in range(10)} | str.maketrans(
    "（）\uff3b\uff3d’‘“”–—\u2011\uff0d\uff5e\u301c\u3000\xa0", "()[]''\"\"----~~  "
)
_WIDE_SIGNS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_NARROW = re.compile(r"(?<=[\u3400-\u9fff)\"”」』》·])[,;:!?]|[,;:!?](?=[\u3400-\u9fff\"“「『《])")
_GIVEN_NAME = re.compile(  # 「黃（華華）省長、周（波）副主任」, as speeches add them
    r"(?<=[\u4e00-\u9fff])\((?P<given>(?![左右中前後后])[\u4e00-\u9fff]{1,2})\)"
    r"(?=(?:常[務务]|[執执]行)?副?(?:[省市部][長长]|主任|主席|[書书][記记]|[總总]理|委[員员][長长]))"
)
_APART = re.compile(  # 「第 23 次會議於 3 月 25 日舉行」, as some sites set figures
    r"(?<=\d) (?=[年月日号號])|(?<=[年月]) (?=\d{1,2}\D)"
    r"|(?<=[于於在自从從至到和及由今本]) (?=\d{1,4} ?[年月日号號])"
    r"|(?<=\d[日号號]) (?=[上下早晚中在于於至到及和起，])"
    r"|(?<=第) (?=\d)|(?<=第\d) (?=[次届屆])|(?<=第\d\d) (?=[次届屆])"
)


def clean(text: str) -> str:
    """A text on one line with plain digits, brackets, quotes and dashes.

    Commas and the like are wide in Chinese, as they are where the text was not copied badly, and
    given names stand in no brackets.
    """
    plain = " ".join(text.translate(_WIDE).split())
    if not _is_chinese(plain):
        return plain
    plain = _GIVEN_NAME.sub(r"\g<given>", plain)
    return _NARROW.sub(lambda found: _WIDE_SIGNS[found[0]], _APART.sub("", plain))


def _is_chinese(line: str) -> bool:
    return len(IDEOGRAPH.findall(line)) * _SHARE_OF_HAN > len(line)


def is_sentence(line: str) -> bool:
    """Whether a line is a paragraph: whole sentences, neither a caption nor a link of the page."""
    plain = clean(line)
    if is_furniture(line) or is_notice_title(line):
        return False
    if DATELINE.match(fold_script(plain)):
        return True
    long = SENTENCE_ZH if IDEOGRAPH.search(plain) else SENTENCE_EN
    is_han = len(IDEOGRAPH.findall(plain)) * 2 > len(plain) and "，" in plain
    longest = _LONG_TITLE_ZH if is_han else _LONG_TITLE
    return len(plain) > longest or (len(plain) >= long and bool(FULL_STOP.search(plain)))


def is_notice_title(line: str) -> bool:
    """Whether a line is how an official document begins: 「某府關於印發《某措施》的通知」."""
    return _NOTICE.search(fold_script(clean(line))) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is none of the text: a link of the page, a date, the words of a picture."""
    plain = clean(line)
    return is_noise(line) or DATED.match(plain) is not None or is_caption(plain)


def is_caption(line: str) -> bool:
    """Whether a line is the words below a picture; not a whole report with such words in it."""
    longest = _LONG_CAPTION_ZH if IDEOGRAPH.search(line[:SENTENCE_ZH]) else _LONG_CAPTION_EN
    return len(line) <= longest and _CAPTION.search(line) is not None


def is_noise(line: str) -> bool:
    """Whether a line is a link or a label of the page."""
    return bool(_NOISE.match(clean(line)))
