"""The times in a text: dates, and days told by their distance or by the day of the week."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from coop.draft.patterns import CHINESE_NUMBER, Pattern, load_pattern
from coop.draft.text.days import Day, find_dates
from coop.numerals import read_chinese_number

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

_NEAR = load_pattern("times.near")
_BESIDE_DAY = load_pattern("times.beside")
_DISTANCES = {"now": 0, "before": -1, "after": 1, "two_before": -2, "two_after": 2} | {
    "now_after": 0,
    "before_now": -1,
}
_PAIRS = ("now_after", "before_now")  # 「今明兩日」
_WEEKDAYS = ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"]
_ENGLISH_WEEKDAY = (
    rf"(?:\b(?P<week>next|this|last|coming)\s|(?P<on>\b(?:on|said|here)\s|(?<=[a-z]\s)))"
    rf"(?P<day>{'|'.join(_WEEKDAYS)})day\b"
    rf"(?:\s(?:and|(?:to|until|till|through)(?P<until_week>\snext)?)"
    rf"\s(?P<until>{'|'.join(_WEEKDAYS)})day\b)?"
    rf"(?:\s(?P<en_week>next|this|last)\sweek\b)?"
)
_OF_WEEK = r"(?:周|星期|礼拜)(?!一[岳鸣帆凡航川])"  # 周一鸣 is someone's name
_CHINESE_WEEKDAY = (
    rf"(?P<zh_week>下|本|这|上)?(?:一个|个)?{_OF_WEEK}(?P<zh_day>[一二三四五六日天])"
    rf"(?:早上|上午|中午|下午|傍晚|晚上|晚)?"
    rf"(?:(?:和|及|、|(?P<zh_to>至|到|-))(?P<zh_until>下|本|这|上)?(?:一个|个)?"
    rf"(?:{_OF_WEEK}(?P<zh_last>[一二三四五六日天])"
    rf"|(?P<zh_short>[一二三四五六日天])(?=[^月日年\d一二三四五六七八九十名位个项家]|$)))?"
)
_WEEKDAY = Pattern(f"{_ENGLISH_WEEKDAY}|{_CHINESE_WEEKDAY}")
_WEEKS = {"next": 1, "下": 1, "this": 0, "coming": 0, "本": 0, "这": 0, "last": -1, "上": -1}
_NEXT = (" next", "下")
_DAYS_OF_WEEK = "一二三四五六日"
_IN_BRACKETS = Pattern(rf"\(({CHINESE_NUMBER})\)")
_TO_COME = load_pattern("days.to_come")
_PAST = load_pattern("days.past")
_PAST_BETWEEN = load_pattern("days.past_between")
_SPOKE_THEN = load_pattern("days.spoke_then")
_ABSENCE = load_pattern("days.absence")
_TO = Pattern(
    r"\)?(?: (?:morning|afternoon|evening|night)|早上|上午|下午|晚上|晚)?"
    r"\s?(?:to|until|through|至|到|-|~)\s?(?:(?:\w+day|tomorrow) \(|[今昨明][日天早晚]\("
    r"|[下本这上]?(?:周|星期|礼拜)[一二三四五六日天]\()?"
    r"|\)?起日?(?:至|到)|(?<=\d日)"  # a dash that got lost: 「2月23日3月1日」
)
_AND = Pattern(
    r"\)?\s?(?:and(?: on)?|及|和|与|、)\s?(?:(?:\w+day|tomorrow) \(|[今昨明][日天早晚]\()?"
)
_WIRED = Pattern("[电讯]")
_BESIDE = 2  # a bracket and a blank between 「今日」 and its date


def tells_absence(text: str) -> bool:
    """Whether a text says who acts for someone who will be away: it is of a journey to come."""
    return _ABSENCE.search(text) is not None


def date_weekdays(text: str, published: date | None) -> dict[int, date]:
    """Of which date each day of the week is that a text tells beside one: 「25日（周日）」.

    Monday is 0; what is told of two dates is of none. In a notice of who acts for someone who
    will be away, the others are the days to come.
    """
    told: dict[int, set[date]] = {}
    ahead = _days_ahead(published) if published and tells_absence(text) else {}
    dates = find_dates(text, published) if published else []
    for match in _WEEKDAY.finditer(text) if dates else ():
        wanted, _ = _read_weekdays(match)
        for day in dates:
            if _is_beside(day, match) and day.first == day.last and day.first.weekday() == wanted:
                told.setdefault(wanted, set()).add(day.first)
    return ahead | {wanted: days.pop() for wanted, days in told.items() if len(days) == 1}


def _days_ahead(published: date) -> dict[int, date]:
    """The next date of each day of the week, Monday being 0."""
    week = (published + timedelta(days=gap) for gap in range(len(_WEEKDAYS)))
    return {day.weekday(): day for day in week}


def _is_beside(day: Day, match: re.Match[str]) -> bool:
    after, before = day.start - match.end(), match.start() - day.end
    return 0 <= after <= _BESIDE or -1 <= before <= _BESIDE


def find_days(
    text: str,
    published: date | None,
    year: int | None = None,
    dated: Mapping[int, date] = MappingProxyType({}),
    above: Day | None = None,
) -> list[Day]:
    """The times in a text in order; `text` is in English or in Simplified characters.

    `dated` are the days of the week of which the whole document tells the date; `above` is the
    last time told above the text, from which its "the next day" counts.

    A day without a year is the one nearest to the day of publication, else in the year
    that is assumed; without both it is none.
    """
    found = find_dates(text, published, year)
    if year and not published:
        return _on_their_weekdays(text, found)
    if published:
        told = (*_near_days(text, published), *_weekdays(text, published, dated))
        found += [day for day in told if not _has_date(text, day, found)]
    found = sorted(found)
    return _join_stretches(text, sorted([*found, *_days_beside(text, found, above)]))


def _days_beside(text: str, days: list[Day], above: Day | None) -> Iterator[Day]:
    """The same day as the one told before it, or the next: 「翌日」."""
    first = [above._replace(start=0, end=0)] if above else []
    told = [day for day in (*first, *days) if day.form != "month"]
    for match in _BESIDE_DAY.finditer(text):
        before = max((day for day in told if day.end <= match.start()), default=None)
        here = before and before._replace(start=match.start(), end=match.end())
        if before and here and not _has_date(text, here, days):
            then = before.last + timedelta(days=1 if match["next"] else 0)
            told.append(Day(*match.span(), then, then, "near"))
            yield told[-1]


def _join_stretches(text: str, days: list[Day]) -> list[Day]:
    """The times, those that are the two ends of a stretch as one: "September 7 to yesterday"."""
    joined: list[Day] = []
    for day in days:
        last = joined[-1] if joined else None
        if last and last.last < day.first and _TO.fullmatch(text, last.end, day.start):
            joined[-1] = last._replace(end=day.end, last=day.last)
        elif last and _is_next_to(last, day) and _AND.fullmatch(text, last.end, day.start):
            first = min(last.first, day.first)
            joined[-1] = last._replace(end=day.end, first=first, last=max(last.last, day.last))
        elif last and _is_first_of(last, day) and _AND.fullmatch(text, last.end, day.start):
            joined[-1] = day._replace(start=last.start)
        else:
            joined.append(day)
    return joined


def _is_next_to(one: Day, other: Day) -> bool:
    """Whether two single days are neighbours, whichever is told first."""
    is_single = one.first == one.last and other.first == other.last
    return is_single and abs(one.first - other.first) == timedelta(days=1)


def _is_first_of(one: Day, stretch: Day) -> bool:
    """Whether a day opens the stretch told behind it: 「昨日及今日（五及六日）」."""
    return one.first == one.last == stretch.first < stretch.last


def _on_their_weekdays(text: str, dates: list[Day]) -> list[Day]:
    """The dates without those that are not on the day of the week beside them."""
    said = [(match, _read_weekdays(match)[0]) for match in _WEEKDAY.finditer(text)]
    return [
        day
        for day in dates
        if all(day.first.weekday() == wanted for match, wanted in said if _is_beside(day, match))
    ]


def _has_date(text: str, day: Day, dates: list[Day]) -> bool:
    """Whether a date stands beside or around a day told otherwise: "Monday (September 6)".

    Not 「今日至19日」, which are two, nor the day of a dateline: 「19日電，今早」.
    """
    if any(each.start <= day.start < each.end for each in dates):
        return True
    gaps = (
        sorted((day.start, day.end, each.start, each.end))[1:3]
        for each in dates
        if each.form == "day"
    )
    return any(
        last - first <= _BESIDE
        and not _TO.fullmatch(text, first, last)
        and not _WIRED.search(text, first, last)
        for first, last in gaps
    )


def find_today(text: str, published: date) -> date | None:
    """The day that a text counts from, as it gives the date of one beside it: "tomorrow (May 8)".

    What is copied later bears the day on which it was copied.
    """
    dates = {day.start: day for day in find_dates(text, published) if day.form == "day"}
    for match in _NEAR.finditer(text):
        dated = dates.get(match.end() + 2) or dates.get(match.end() + 1)
        is_bracketed = dated and text[match.end() : dated.start].strip() == "("
        if dated and is_bracketed and dated.first == dated.last:
            name = next(key for key, said in match.groupdict().items() if said)
            return dated.first - timedelta(days=_DISTANCES[name])
    return None


def _near_days(text: str, published: date) -> Iterator[Day]:
    for match in _NEAR.finditer(text):
        name = next(key for key, said in match.groupdict().items() if said)
        day = published + timedelta(days=_DISTANCES[name])
        if inside := _IN_BRACKETS.search(match[0]):
            number = read_chinese_number(inside[1])
            about = (day + timedelta(days=gap) for gap in (0, 1, -1, 2, -2, 3, -3))
            day = next((one for one in about if one.day == number), day)
        last = day + timedelta(days=name in _PAIRS)
        yield Day(match.start(), match.end(), day, last, "near")


def _weekdays(text: str, published: date, dated: Mapping[int, date]) -> Iterator[Day]:
    told = ""
    for match in _WEEKDAY.finditer(text):
        wanted, last = _read_weekdays(match)
        week = match["week"] or match["en_week"] or match["zh_week"]
        if match["zh_week"]:
            told = week
        elif told and match["day"] is None and wanted not in dated:
            week = told  # 「下周四赴京，周五返港」
        if week:
            monday = published - timedelta(days=published.weekday())
            first = monday + timedelta(weeks=_WEEKS[week], days=wanted)
        elif wanted in dated:
            first = dated[wanted]
        elif wanted < last and wanted <= published.weekday() <= last:
            first = published - timedelta(days=published.weekday() - wanted)  # now under way
        elif _is_ahead(text, match):
            first = published + timedelta(days=(wanted - published.weekday()) % 7)
        else:
            first = published - timedelta(days=(published.weekday() - wanted) % 7)
            if first + timedelta(days=last - wanted) > published:
                first -= timedelta(weeks=1)
        yield Day(match.start(), match.end(), first, first + timedelta(days=last - wanted), "near")


def _is_ahead(text: str, match: re.Match[str]) -> bool:
    """Whether a day of the week is the next one; so is one from which it goes on to next week."""
    start = match.start("day") if match["day"] else match.start()
    return (match["until_week"] or match["zh_until"]) in _NEXT or _is_to_come(
        text, start, match.end()
    )


def _is_to_come(text: str, start: int, end: int) -> bool:
    """Whether a day of the week is the next one: what is to come stands before it or beside it.

    "met on Thursday those who came to attend" and "on Thursday met those" tell of the last one, as
    "will help, he said Monday" and "will help, he Monday said" do.
    """
    if _SPOKE_THEN.match(text, end):
        return False
    cues = [cue.span() for cue in _TO_COME.finditer(text)]
    before = max((end for _, end in cues if end <= start), default=None)
    if before is not None and not _PAST_BETWEEN.search(text, before, start):
        return True
    return any(first >= start and not _PAST.search(text[:first]) for first, _ in cues)


def _read_weekdays(match: re.Match[str]) -> tuple[int, int]:
    """The first and the last day of the week, Monday being 0."""
    if match["day"]:
        first = _WEEKDAYS.index(match["day"])
        last = _WEEKDAYS.index(match["until"]) if match["until"] else first
        return first, last if last >= first else last + len(_WEEKDAYS)
    first, *others = (
        _DAYS_OF_WEEK.index(said.replace("天", "日"))
        for key in ("zh_day", "zh_last", "zh_short")
        if (said := match[key])
    )
    last = max(others, default=first)
    if last < first and match["zh_to"]:
        last += len(_WEEKDAYS)  # 「周六至下周二」
    return first, max(first, last)
