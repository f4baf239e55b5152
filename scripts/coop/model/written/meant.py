"""What an editor most likely meant by a value that is written as people write it.

Each function gives the value in the form of a record, or an empty text where it would be a guess.
"""

from __future__ import annotations

import re
from unicodedata import normalize
from urllib.parse import quote

from coop.diagnostics import closest
from coop.edtf import is_date
from coop.model.kinds import Kind
from coop.numerals import read_chinese_number, read_chinese_year, read_english_ordinal
from coop.script import has_ideographs, language_of, to_simplified
from coop.text import is_id

_TWO = 2  # ends of an interval, parts of a pair
_DASHES = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_QUOTES = " \t\"'“”‘’「」『』《》<>`"
_ID_WORD = re.compile(r"[a-z0-9]+", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<word>[A-Za-z]{3,9})\.?"
# compiled when a date is wrong, as few are
_DATES = (
    r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<day>\d{1,2}))?(?:[T ]\d\d?:.*)?",
    r"(?P<year>\d{4}) ?年 ?(?P<month>\d{1,2}) ?月(?: ?(?P<day>\d{1,2}) ?[日号號])?",
    r"(?P<year>\d{4})-?(?P<month>0\d|1[0-2])-?(?P<day>[0-3]\d)",
    r"(?P<day>1[3-9]|2\d|3[01])[-/. ](?P<month>\d{1,2})[-/. ](?P<year>\d{4})",
    r"(?P<month>\d{1,2})[-/. ](?P<day>1[3-9]|2\d|3[01])[-/. ](?P<year>\d{4})",
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?:of )?{_MONTH},? (?P<year>\d{{4}})",
    rf"(?P<year>\d{{4}}),? {_MONTH} (?P<day>\d{{1,2}})",
    rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})",
)
_IN_NUMERALS = r"([\u3007○零一二三四五六七八九十廿卅]{1,4})([年月日号號])"
_LETTERS_FOR_FIGURES = r"[\dOoIl]{4}([-/.])[\dOoIl]{1,2}(?:\1[\dOoIl]{1,2})?"
_FIGURES = str.maketrans("OoIl", "0011")
_OPEN_END = r"^(?:since|from) (.+)$|^(.+)起$"
_BETWEEN = re.compile(r"\s+(?:-|to|until)\s+|\s*[~至]\s*|/|--|(?<=^\d{4})-(?=\d{4}$)")
_UNTIL = r"\s*(?:-|~|/|to|until|至|到)\s*"
_DAY = r"\d{1,2}"
# Intervals that tell a month or a year once for both ends; compiled when a date is wrong.
_TOGETHER = (
    rf"(?P<first>{_DAY}){_UNTIL}(?P<last>{_DAY})(?P<tail> [A-Za-z]+\.?,? \d{{4}})",
    rf"(?P<head>[A-Za-z]+\.? )(?P<first>{_DAY}){_UNTIL}(?P<last>{_DAY})(?P<tail>,? \d{{4}})",
    rf"(?P<first>{_DAY} [A-Za-z]+\.?){_UNTIL}(?P<last>{_DAY} [A-Za-z]+\.?)(?P<tail>,? \d{{4}})",
    rf"(?P<head>\d{{4}}-\d\d-)(?P<first>\d\d){_UNTIL}(?P<last>\d\d)",
    rf"(?P<head>\d{{4}}年{_DAY}月)(?P<first>{_DAY})[日号號]?{_UNTIL}(?P<last>{_DAY})(?P<tail>[日号號])",
    rf"(?P<head>\d{{4}}年)(?P<first>{_DAY}月{_DAY}[日号號]){_UNTIL}(?P<last>{_DAY}月{_DAY}[日号號])",
)
_OPEN = {"..", "now", "present", "today", "今"}
_BESIDE_DATE = re.compile(
    r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? "
    r"|[ (（]+\D+[)）]$|-XX|[,;.]$",
    re.IGNORECASE,
)
_BESIDE_NAME = (
    r"^(?:mrs?|ms|miss|dr|prof(?:essor)?|sir)\.? |(?:先生|女士|小姐|博士|教授)$"
    r"|(?:市|省|自治[區区]|[特別特别]*行政[區区])$"
)
_NEEDS_NO_QUOTES = r"[\w《「『(（](?:[^,:#\[\]{}'\"]*[^\s,:#\[\]{}'\"])?"
_YES, _NO = {"yes", "y", "true", "on", "是"}, {"no", "n", "false", "off", "否"}
_BESIDE_NUMBER = re.compile(r"^(?:第|no\.? ?|#)+|[次屆届回]+$|\.0+$")
_TAGS = {
    **dict.fromkeys(("zh", "zh-tw", "zh-hk", "zh-mo", "tc", "cht", "traditional"), "zh-Hant"),
    **dict.fromkeys(("traditional chinese", "繁體中文", "繁体中文", "繁體", "繁中"), "zh-Hant"),
    **dict.fromkeys(("zh-cn", "zh-sg", "sc", "chs", "cn", "simplified"), "zh-Hans"),
    **dict.fromkeys(("simplified chinese", "簡體中文", "简体中文", "簡體", "简体"), "zh-Hans"),
    **dict.fromkeys(("english", "eng", "en-gb", "en-us", "en-hk", "英文", "英語"), "en"),
}
_TORN_SCHEME = re.compile(r"^(https?)(?:[;.]/*|/+)(?=[\w-]+\.)", re.IGNORECASE)
_BESIDE_SLASH = re.compile(r"\s*/\s*")  # where an address was broken over lines
_BRACKETED = re.compile(r"[\[【]([^\[\]【】]*)[\]】]")
# The address of a record's page, or of a source on the page of its year.
_PAGE = re.compile(rf"https?://\S+/(?:{'|'.join(Kind)})/(?:\w+/#)?([a-z0-9-]+)/?", re.ASCII)
_BETWEEN_NAMES = r"\s*[,\uff0c\u3001;\uff1b]\s*"
_BETWEEN_ITEMS = re.compile(r"[\s,;、•·*【】\[\]()]+")


def plain(text: str) -> str:
    """A text without quotes around it, its full-width signs, spaces and dashes made plain."""
    return " ".join(normalize("NFKC", text).translate(_DASHES).strip(_QUOTES).split())


def fold_name(text: str) -> str:
    """A name made plain, in Simplified characters and small letters, to be compared with others."""
    return to_simplified(plain(text)).casefold()


def date_meant(text: str) -> str:
    """The date or interval that people write as `6 Feb 2024`, `2024/2/6`, `2024年二月6日`.

    Day and month in figures are told apart only by their size, never by custom.
    """
    written = date_written(text)
    return written if is_date(written) else ""


def date_written(text: str) -> str:
    """What is written as a date or interval, in the form of records, be there such a day or not."""
    words = _BESIDE_DATE.sub("", plain(text))
    words = re.sub(_IN_NUMERALS, _in_figures, words)
    if re.fullmatch(r"[\d ./-]+", words):
        words = re.sub(r"(?<=\d) ?([-/.]) ?(?=\d\d?(?:\D|$)|\d{4}$)", r"\1", words)
    if re.fullmatch(_LETTERS_FOR_FIGURES, words):
        words = words.translate(_FIGURES)
    words = re.sub(_OPEN_END, r"\1\2/..", words, flags=re.IGNORECASE)
    words += ".." if words.endswith("/") else ""
    if whole := _point_written(words):
        return whole
    ends = [".." if end in _OPEN else _point_written(end) for end in _split(words)]
    return "/".join(ends) if len(ends) == _TWO and all(ends) and ends[0] != ".." else ""


def _split(words: str) -> list[str]:
    """The ends of an interval, each with what is written once for both: `1 to 3 May 2024`."""
    for pattern in _TOGETHER:
        if found := re.fullmatch(pattern, words):
            parts = {"head": "", "tail": ""} | found.groupdict()
            return [f"{parts['head']}{parts[end]}{parts['tail']}" for end in ("first", "last")]
    return _BETWEEN.split(words)


def _in_figures(found: re.Match[str]) -> str:
    """A part of a date in figures, from 二〇二四年 or 三十一日."""
    said, unit = found.groups()
    number = read_chinese_year(said) if unit == "年" else read_chinese_number(said)
    return f"{number or said}{unit}"


def _point_written(words: str) -> str:
    for pattern in _DATES:
        if found := re.fullmatch(pattern, words, re.ASCII):
            parts = found.groupdict()
            month = parts.get("month") or _month(parts.get("word") or "")
            pieces = [parts["year"], month.zfill(2), (parts["day"] or "").zfill(2)]
            return "-".join(pieces if parts["day"] else pieces[:2]) if month else ""
    return words.removesuffix("年") if is_date(words.removesuffix("年")) else ""


def _month(word: str) -> str:
    start = word.casefold()[:3]
    return str(_MONTHS.index(start) + 1) if start in _MONTHS else ""


def bare_name(text: str) -> str:
    """A name without the title of a person or the sort of a place that people write with it."""
    return re.sub(_BESIDE_NAME, "", plain(text), flags=re.IGNORECASE)


def text_meant(text: str) -> str:
    """A text as a map with its language, `{zh-Hant: 示例}`; empty where it would need quotes."""
    is_plain = re.fullmatch(_NEEDS_NO_QUOTES, text)
    return f"{{{language_of(text).value}: {text}}}" if is_plain else ""


def number_meant(text: str) -> str:
    """The number that people write as `3rd`, `third`, `第三次`, `03`."""
    words = _BESIDE_NUMBER.sub("", plain(text).casefold())
    if words == "首":
        return "1"
    number = read_english_ordinal(words) if words.isascii() else read_chinese_number(words)
    return str(number) if number else ""


def boolean_meant(text: str) -> str:
    """`true` or `false` for yes or no."""
    word = plain(text).casefold()
    if word in _YES:
        return "true"
    return "false" if word in _NO else ""


def id_meant(text: str) -> str:
    """The id in a name, a file's name or an id with other signs between its words."""
    if page := _PAGE.fullmatch(text.strip()):
        return page[1]
    words = plain(text).casefold().replace("\\", "/").rstrip("/")
    words = words.removesuffix(".yaml").removesuffix(".yml")
    if words.startswith(("data/", "/")) or (words.count("/") == 1 and " " not in words):
        words = words.rpartition("/")[2]
    return "-".join(_ID_WORD.findall(words)) if words.isascii() and ":" not in words else ""


def ids_meant(text: str) -> list[str]:
    """The ids in a text that names several of them; none where one word is no id."""
    words = [word.lstrip("-") for word in _BETWEEN_ITEMS.split(plain(text)) if word]
    ids = [word.removesuffix(".yaml") for word in words]
    return ids if all(map(is_id, ids)) else []


def list_meant(text: str) -> str:
    """The list of ids, of Chinese names or of what stands in brackets of any kind, in brackets."""
    if found := _BRACKETED.fullmatch(plain(text)):
        return f"[{found[1].strip()}]"
    names = [name for name in re.split(_BETWEEN_NAMES, text) if name]
    items = ids_meant(text) or (
        names if all(map(text_meant, names)) and has_ideographs(text) else []
    )
    return f"[{', '.join(items)}]" if items else ""


def words_meant(text: str, known: list[str]) -> str:
    """The words of a list in a text that names several of them, with commas between."""
    words = [word for word in _BETWEEN_ITEMS.split(plain(text)) if word]
    return ", ".join(words) if len(words) > 1 and all(word in known for word in words) else ""


def pair_meant(text: str) -> str:
    """`<organisation>/<post>` or `<plural>/<id>` from two parts with other signs in them."""
    parts = [id_meant(part) for part in plain(text).split("/")]
    return "/".join(parts) if len(parts) == _TWO and all(parts) else ""


def address_meant(text: str) -> str:
    """An address with its scheme, and with the signs in it that browsers write otherwise."""
    words = _BESIDE_SLASH.sub("/", _TORN_SCHEME.sub(r"\1://", plain(text)))
    if " http" in words or ", " in words:
        return ""  # more than an address
    scheme, colon, rest = words.partition(":")
    if colon and scheme.casefold() in {"http", "https"}:
        return f"{scheme}://{_escape(rest.lstrip('/'))}"
    host = words.lstrip("/").partition("/")[0]
    return "" if "@" in host or "." not in host else f"https://{_escape(words.lstrip('/'))}"


def _escape(rest: str) -> str:
    host, slash, path = rest.partition("/")
    return host + slash + quote(path, safe="/?#[]@!$&'()*+,;=:%~-._")


def tag_meant(text: str, known: tuple[str, ...]) -> str:
    """The language tag of the site's own that another tag or name stands for."""
    words = plain(text).replace("_", "-").casefold()
    same = next((tag for tag in known if tag.casefold() == words), "")
    return same or _TAGS.get(words, "")


def word_meant(text: str, known: list[str]) -> str:
    """The nearest word of a list, however the word is set in capitals, quotes and blanks."""
    words = plain(text).casefold().replace("_", "-").replace(" ", "-")
    folded = {word.casefold().replace("_", "-"): word for word in known}
    return folded.get(closest(words, folded), "")
