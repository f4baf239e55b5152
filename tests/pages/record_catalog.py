"""A made-up catalogue in which every part of a record page has something to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coop.model import Kind
from coop.text import Language
from tests.pages.convert import Outline, outline
from tests.samples import SOURCE, make_catalog, read_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from coop.catalog import Catalog
    from coop.model import Record
    from coop.pages.page import Content, Page

HOSTILE = '<script>x</script> *a* [b](c) # \\ "q" `d` {#e}'
_BOTH = "{{en: {0}, zh-Hant: {0}}}"


def both(text: str) -> str:
    """A language map with one text in English and Traditional Chinese."""
    return _BOTH.format("'" + text.replace("'", "''") + "'")


def texts(english: str, chinese: str) -> str:
    """A language map."""
    return f"{{en: '{english}', zh-Hant: '{chinese}'}}"


RELEASE = """\
title: {zh-Hant: 會議新聞稿}
publisher: {en: Press Office, zh-Hant: 新聞處}
published: 2024-03-04
url: https://www.example.org/release
language: zh-Hant
grade: official
seen: original
"""
FIRST = f"""\
name: {texts("First Plenary of the River Conference", "江河聯席會議第一次會議")}
short: {texts("First plenary", "第一次會議")}
translated: [en]
kind: plenary
status: held
date: 2001-05-06
platform: river
ordinal: 1
place: harbour
venue: {texts("Town Hall", "大會堂")}
principals:
  - {{person: ann-lee, post: home-office/head}}
  - {{person: wang, post: far-office/mayor}}
participants:
  - {{name: {{en: Guest of No Record}}, role: {{en: Adviser}}, side: hksar}}
  - {{post: far-office/deputy}}
topics: [water]
plans: [outline]
outcomes:
  - kind: signed
    key: the-accord
    text: {texts("They signed the accord.", "雙方簽署協議。")}
    plan: accord
    led_to: [meetings/2003-07-08-second]
    sources: [{{id: release, at: para 8}}]
  - kind: agreed
    text: {texts("To meet again.", "再次會面。")}
    sources: [report]
    basis: inferred
    reason: {texts("From the agenda.", "據議程。")}
disputes:
  - field: date
    values: [{{value: 2001-05-06, sources: [release]}}, {{value: 2001-05-07, sources: [report]}}]
    preferred: 0
    why: {texts("The release is the earlier.", "新聞稿較早。")}
gaps:
  - {{text: {texts("The seating.", "座次。")}, look: {texts("The archive.", "檔案館。")}}}
sources: [{{id: release, at: para 1}}, report]
note: {texts("A remark.", "一則附註。")}
note_sources: [report]
"""
SECOND = f"""\
name: {texts("Second Plenary", "第二次會議")}
kind: plenary
status: held
date: 2003-07-08
platform: river
ordinal: 4
principals: [{{person: ann-lee, post: home-office/head}}, {{person: li, post: far-office/mayor}}]
sources: [release]
"""
PUT_OFF = f"""\
name: {texts("Second Plenary, first date", "第二次會議（原定）")}
kind: plenary
status: postponed
date: 2003-06-01
platform: river
ordinal: 4
replaced_by: 2003-07-08-second
sources: [report]
"""
ANNOUNCED = f"""\
name: {texts("Visit of Wang", "王氏訪問")}
kind: visit
status: announced
date: 2004-01
place: harbour
principals: [{{person: wang, post: far-office/mayor}}, {{person: ann-lee, post: home-office/head}}]
sources: [release]
"""
RIVER = f"""\
name: {texts("River Conference", "江河聯席會議")}
parties: [home-office, far-office]
level: {texts("Heads of the offices", "兩署首長")}
state: standing
established: 2000-01-01
cmab_order: 1
working_groups: [{{text: {texts("A group on water.", "水務小組。")}, sources: [report]}}]
statements: [{{text: {texts("It began small.", "初時規模小。")}, sources: [release]}}]
sources: [release]
"""
ACCORD = f"""\
name: {texts("River Accord", "江河協議")}
kind: agreement
signed: 2001-05-06
parties: [home-office, far-office]
signatories: [{{person: ann-lee, post: home-office/head}}, {{post: far-office/deputy}}]
places: [harbour]
platform: river
signed_at: 2001-05-06-first
measures: [{{text: {texts("Share the water.", "共用水源。")}, sources: [release]}}]
implements: [outline]
sources: [release]
"""
OUTLINE = f"""\
name: {texts("Outline", "綱要")}
kind: strategy
issued: 2000
issuers: [home-office]
period: 2000/..
topics: [water]
sources: [report]
"""
HOME = f"""\
name: {texts("Home Office", "內署")}
side: hksar
place: harbour
posts: [{{id: head, name: {texts("Head", "署長")}}}, {{id: spare, name: {texts("Spare", "備員")}}}]
sources: [report]
"""
FAR = f"""\
name: {texts("Far Office", "遠署")}
side: mainland
posts:
  - {{id: mayor, name: {texts("Mayor", "市長")}}}
  - {{id: deputy, name: {texts("Deputy of the Mayor", "副市長")}}}
sources: [report]
"""
ANN = """\
name: {en: Ann Lee, zh-Hant: 李安}
other_names: [{en: A. Lee}]
posts:
  - {post: home-office/head, period: 1999/.., sources: [release]}
  - {post: far-office/deputy, seen: 1998-02-03, sources: [report]}
sources: [report]
"""


def record_catalog(*more: Record) -> Catalog:
    """Three plenaries, one of them put off, a visit announced, two plans, and what they name."""
    made = {
        Kind.SOURCES: {"release": RELEASE, "report": SOURCE},
        Kind.MEETINGS: {
            "2001-05-06-first": FIRST,
            "2003-07-08-second": SECOND,
            "2003-06-01-put-off": PUT_OFF,
            "2004-01-visit": ANNOUNCED,
        },
        Kind.PLATFORMS: {"river": RIVER},
        Kind.PLANS: {"accord": ACCORD, "outline": OUTLINE},
        Kind.ORGANISATIONS: {"home-office": HOME, "far-office": FAR},
        Kind.PEOPLE: {
            "ann-lee": ANN,
            "wang": "name: {zh-Hant: 王某}\nsources: [report]\n",
            "li": "name: {zh-Hans: 李华}\nsources: [report]\n",
        },
        Kind.PLACES: {
            "harbour": f"name: {texts('Harbour', '海港')}\nkind: sar\niso: CN-HK\n",
            "pier": f"name: {texts('Pier', '碼頭')}\nkind: zone\npart_of: harbour\n",
        },
        Kind.TOPICS: {
            "water": f"name: {texts('Water', '水務')}\ngroup: other\n"
            "keywords: {en: [rivers], zh-Hant: [河流]}\n"
        },
    }
    records = [
        read_record(kind, text, name)
        for kind, found in made.items()
        for name, text in found.items()
    ]
    return make_catalog(*records, *more)


def one_page(
    pages_of: Callable[[Catalog, Language], Iterator[Page]],
    catalog: Catalog,
    record_id: str,
    language: Language = Language.EN,
) -> Content:
    """The page of one record."""
    pages = pages_of(catalog, language)
    return next(page for page in pages if page.address.endswith(f"/{record_id}/")).render()


def sections(content: Content) -> dict[str, str]:
    """The text below each heading, by the heading's id; the head's under an empty id."""
    found: dict[str, str] = {}
    for block in ("\n" + content.body).split("\n## "):
        heading, _, rest = block.partition("\n")
        name = heading.rpartition("{#")[2].rstrip("}") if heading.endswith("}") else ""
        found[name] = Outline(rest).text
    return found


def assert_sound(content: Content) -> None:
    """No id stands twice, and every link within the page leads somewhere."""
    made = outline(content)
    within = {link.removeprefix("#") for link in made.links if link.startswith("#")}
    assert len(made.ids) == len(set(made.ids))
    assert within <= set(made.ids)
