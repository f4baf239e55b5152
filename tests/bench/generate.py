"""Made-up records in any number, the same at every run, for measuring."""

from __future__ import annotations

import sys
from pathlib import Path

FIRST_YEAR = 1998
YEARS = 26
PLATFORMS = 10
ORGANISATIONS = 20
TOPICS = 20
PLACES = 10
FIXED = PLATFORMS + ORGANISATIONS + TOPICS + PLACES
KINDS = ("plenary", "working-meeting", "task-force", "forum")
OUTCOME_KINDS = ("agreed", "signed", "reviewed", "announced", "launched")
PROVINCE = "廣深珠佛惠東中江肇澳"


def write_records(data: Path, total: int) -> None:
    """Write `total` records with a page each, and half as many sources, into an empty folder.

    Nine in ten of a thousand are meetings. Not one of the records has a finding.
    """
    sources = max(total // 2, 1)
    people = count_people(total)
    plans = _count_plans(total)
    meetings = count_meetings(total)
    if meetings < sources:
        message = f"at least {4 * FIXED} records are needed, not {total}"
        raise ValueError(message)
    _write_fixed(data)
    for number in range(people):
        _write(data, f"people/person-{number}", _person(number, sources))
    for number in range(sources):
        year = FIRST_YEAR + number % YEARS
        _write(data, f"sources/{year}/source-{number}", _source(number, year))
    for number in range(plans):
        _write(data, f"plans/plan-{number}", _plan(number, sources))
    for number in range(meetings):
        day = day_of(number)
        _write(
            data,
            f"meetings/{day[:4]}/{day}-meeting-{number}",
            _meeting(number, day, people=people, sources=sources, plans=plans),
        )


def count_people(total: int) -> int:
    """How many of so many records are people."""
    return max(total // 20, 4)


def _count_plans(total: int) -> int:
    return max(total // 25, 1)


def count_meetings(total: int) -> int:
    """How many of so many records are meetings."""
    return total - count_people(total) - _count_plans(total) - FIXED


def _write_fixed(data: Path) -> None:
    for number in range(PLATFORMS):
        _write(data, f"platforms/platform-{number}", _platform(number))
    for number in range(ORGANISATIONS):
        _write(data, f"organisations/organisation-{number}", _organisation(number))
    for number in range(TOPICS):
        _write(data, f"topics/topic-{number}", _topic(number))
    for number in range(PLACES):
        _write(data, f"places/place-{number}", _place(number))
    _write(data, "hosts", "official: [example.org]\n")


def _write(data: Path, name: str, text: str) -> None:
    path = data / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def day_of(number: int) -> str:
    """A day for a meeting: the later the number within its series, the later the day."""
    return f"{FIRST_YEAR + number % YEARS}-{number % 12 + 1:02}-{number % 28 + 1:02}"


def _series(number: int) -> tuple[int, str]:
    return number % PLATFORMS, KINDS[number % len(KINDS)]


def _meeting(number: int, day: str, *, people: int, sources: int, plans: int) -> str:
    platform, kind = _series(number)
    outcomes = "".join(_outcome(number, part, sources, plans) for part in range(4))
    heads = [number % people, (number + 1) % people]
    others = [(number + 2) % people, (number + 3) % people]
    return f"""\
name:
  en: Meeting {number} of Hong Kong and Sample Province on joint work in trade and youth
  zh-Hant: 香港與示例省貿易及青年合作第{number}號會議
short:
  en: Sample meeting {number}
  zh-Hant: 示例會議{number}
translated: [en]
kind: {kind}
status: held
date: {day}
platform: platform-{platform}
place: place-{number % PLACES}
venue:
  en: Sample Hall {number % 7}, first floor
  zh-Hant: 示例會堂{number % 7}號一樓
online: false
principals:
  - {{person: person-{heads[0]}, post: organisation-{heads[0] % ORGANISATIONS}/head}}
  - {{person: person-{heads[1]}, post: organisation-{heads[1] % ORGANISATIONS}/head}}
participants:
  - {{person: person-{others[0]}, post: organisation-{others[0] % ORGANISATIONS}/head}}
  - {{person: person-{others[1]}, post: organisation-{others[1] % ORGANISATIONS}/head}}
  - {{name: {{en: Chan Sample {number}, zh-Hant: 陳示例}}, side: hksar}}
theme:
  en: Working together on matter {number}
  zh-Hant: 攜手推進第{number}項事務
topics: [topic-{number % TOPICS}, topic-{(number + 7) % TOPICS}]
outcomes:
{outcomes}sources:
  - {{id: source-{number % sources}, at: para 2}}
  - source-{_of_same_year(number, sources)}
note:
  en: The report names no end of the meeting.
  zh-Hant: 報道沒有提及會議何時結束。
"""


def _of_same_year(number: int, sources: int) -> int:
    """A source that came out by the end of a meeting's year."""
    return number % YEARS + YEARS * (number // YEARS % (sources // YEARS))


def _outcome(number: int, part: int, sources: int, plans: int) -> str:
    kind = OUTCOME_KINDS[(number + part) % len(OUTCOME_KINDS)]
    plan = f"    plan: plan-{number % plans}\n" if part == 0 else ""
    return f"""\
  - kind: {kind}
    text:
      en: The two sides took up item {part} of meeting {number} and set a date for its review.
      zh-Hant: 雙方討論了第{number}號會議的第{part}項議題，並訂定檢討日期。
{plan}    sources: [{{id: source-{(number + part) % sources}, at: para {part + 3}}}]
"""


def _source(number: int, year: int) -> str:
    return f"""\
title:
  en: Sample report {number}
  zh-Hant: 示例報道{number}
publisher:
  en: Sample Office
  zh-Hant: 示例辦公室
published: {year}-12-31
url: https://www.example.org/{year}/report-{number}.htm?lang=en&page=1
language: en
grade: official
seen: original
"""


def _person(number: int, sources: int) -> str:
    return f"""\
name:
  en: Person {number}
  zh-Hant: 示例人{number}
posts:
  - post: organisation-{number % ORGANISATIONS}/head
    period: {FIRST_YEAR}/..
    sources: [source-{number % sources}]
sources: [source-{number % sources}]
"""


def _plan(number: int, sources: int) -> str:
    return f"""\
name:
  en: Sample plan {number}
  zh-Hant: 示例規劃{number}
kind: development-plan
issued: {FIRST_YEAR + number % YEARS}-03
issuers: [organisation-{number % ORGANISATIONS}]
places: [place-{number % PLACES}]
topics: [topic-{number % TOPICS}]
measures:
  - text:
      en: It provides for a service centre in area {number}.
      zh-Hant: 規劃提出在第{number}區設立服務中心。
    sources: [{{id: source-{number % sources}, at: page 4}}]
sources: [source-{number % sources}]
"""


def _platform(number: int) -> str:
    parties = f"organisation-{2 * number}, organisation-{2 * number + 1}"
    return f"""\
name:
  en: Sample Co-operation Conference {number}
  zh-Hant: 示例合作會議{number}
parties: [{parties}]
established: {FIRST_YEAR}
state: standing
cmab_order: {number + 1}
places: [place-{number}]
topics: [topic-{number}]
sources: [source-0]
"""


def _organisation(number: int) -> str:
    return f"""\
name:
  en: Sample Office {number}
  zh-Hant: 示例辦公室{number}
side: {("hksar", "mainland")[number % 2]}
posts:
  - id: head
    name: {{en: Head of Sample Office {number}, zh-Hant: 示例辦公室{number}主任}}
  - id: deputy
    name: {{en: Deputy Head of Sample Office {number}, zh-Hant: 示例辦公室{number}副主任}}
sources: [source-0]
"""


def _topic(number: int) -> str:
    return f"""\
name:
  en: Sample area {number}
  zh-Hant: 示例範疇{number}
group: other
order: {number + 1}
keywords:
  en: [sample, area {number}]
  zh-Hant: [示例, 範疇{number}]
"""


def _place(number: int) -> str:
    return f"""\
name:
  en: Sample City {number}
  zh-Hant: {PROVINCE[number]}示例市
kind: city
"""


if __name__ == "__main__":
    write_records(Path(sys.argv[1]), int(sys.argv[2]))
