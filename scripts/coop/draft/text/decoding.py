"""The text in any bytes, or one clear message why there is none."""

from __future__ import annotations

import codecs
import re
import unicodedata

MOST_BYTES = 2_000_000
_FEWEST_LETTERS = 20
_SOUND_FOR_BROKEN = 10  # of the characters beyond ASCII; with fewer it is another encoding
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = ("utf-16-le", "utf-16-be")
_OTHER_FORMATS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "an RTF file"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.ASCII | re.IGNORECASE)
_DECLARED_WITHIN = 4000
# Characters that any Chinese report is full of: a text read in the wrong encoding has few of them.
_COMMON = frozenset(
    "的一是在不了有和人這这中大為为上個个國国我以要他時时來来用們们生到作地於于出會会年月日港政府區区長长行合"
)
_COMMON_SHARE = 0.08
_SPACED = re.compile(r"[\u3400-\u9fff\d] (?=\S)")
_APART = re.compile(r"(?<![A-Za-z]) (?=\S)|(?<=[A-Za-z]) (?![A-Za-z])")
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{1,6} ?\)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]")


class UnreadableError(ValueError):
    """Bytes that no draft can be made from; the message is for a person."""


def decode_text(raw: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, GB18030, Big5 or Windows-1252, without control signs.

    Raises UnreadableError for what is empty, too large, of another format or in no encoding known.
    """
    if not raw.strip():
        raise UnreadableError("the file is empty")
    if len(raw) > MOST_BYTES:
        raise UnreadableError(f"more than {MOST_BYTES:,} bytes are no press release")
    for start, name in _OTHER_FORMATS:
        if raw.startswith(start):
            raise UnreadableError(f"this is {name}; save its text in a file and draft from that")
    text = _CONTROL.sub("", _decode(raw).replace("\r\n", "\n").replace("\r", "\n"))
    letters = sum(char.isalpha() for char in text[: _FEWEST_LETTERS * 500])
    if letters < _FEWEST_LETTERS:
        raise UnreadableError("there is no text to read in it")
    return _PINYIN.sub("", unicodedata.normalize("NFC", _close_up(text)))


def _close_up(text: str) -> str:
    """A text in whose lines every ideograph stands apart, without those spaces."""
    return "\n".join(
        _APART.sub("", line) if len(_SPACED.findall(line)) * 2 > len(line) // 2 else line
        for line in text.split("\n")
    )


def _decode(raw: bytes) -> str:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    has_zeros = b"\x00" in raw
    if not has_zeros:
        mended = raw.decode("utf-8", errors="replace")
        broken = mended.count("\ufffd")
        if broken * _SOUND_FOR_BROKEN <= sum(not char.isascii() for char in mended) - broken:
            return mended.replace("\ufffd", "")
    for encoding in _WITHOUT_MARK if has_zeros else _candidates(raw):
        try:
            text = raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_likely(text, encoding):
            return text
    if has_zeros:
        raise UnreadableError("this is no text (it holds zero bytes)")
    raise UnreadableError("its encoding is not known; save it as UTF-8 and draft from that")


def _candidates(raw: bytes) -> list[str]:
    declared = _DECLARED.search(raw[:_DECLARED_WITHIN])
    name = declared[1].decode("ascii").lower() if declared else ""
    first = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, "")
    return [*filter(None, [first]), "gb18030", "big5hkscs", "cp1252", *_WITHOUT_MARK]


def _is_likely(text: str, encoding: str) -> bool:
    beyond = [char for char in text if ord(char) > ord("~")]
    if encoding == "cp1252":  # typographic quotes, dashes and accents, seldom two in a row
        return len(beyond) * 20 < len(text)
    if encoding in _WITHOUT_MARK and len(beyond) * 10 < len(text):
        return "\x00" not in text
    ideographs = [char for char in beyond if "\u3400" <= char <= "\u9fff"]
    common = sum(char in _COMMON for char in ideographs)
    return bool(ideographs) and common >= len(ideographs) * _COMMON_SHARE
