"""Names in Latin letters as offices write them straight behind a post: "Vice-Minister … Yi Jun".

A name is told by its surname, in Pinyin or as Hong Kong and Macao spell it, and by where that
stands: before a given name of one or two syllables, or behind a given name or initials. Behind
posts in the plural stand two: "Vice-Ministers Yi Jun and Wang Wei".
"""

from __future__ import annotations

from coop.draft.patterns import Pattern, load_pattern

_PINYIN = load_pattern("spellings.pinyin").pattern
_LOCAL = load_pattern("spellings.local").pattern
_NO_POST = load_pattern("spellings.no_english_name").pattern
_TITLE = load_pattern("spellings.title").pattern
SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ou|ia|ie|in|iu"
    r"|ua|ue|ui|un|uo|[aeiou])"
)
_NO_MR = r"(?!(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\b)"
_GIVEN = rf"(?=[A-Z])(?i:{SYLLABLE}){{1,2}}"
_NAME = (
    rf"(?!Hong Kong\b)(?:(?:{_PINYIN}) {_GIVEN}"
    rf"|(?:{_NO_MR}[A-Z][a-z]+ (?:[A-Z]\.? )?|[A-Z]{{2}} |[A-Z]\.? [A-Z]\.? )(?:{_LOCAL})"
    r"(?: [A-Z][a-z]+-[a-z]+)?"
    rf"|(?:{_LOCAL}) (?:(?!\w+-(?:year|term|time|led|based|day)\b)[a-z]{{2,6}}-[a-z]{{2,6}}"
    rf"|{_NO_MR}[A-Z][a-z]+(?:-[a-z]+| {_NO_MR}[A-Z][a-z]+)))"
)
_OF_BODIES = load_pattern("spellings.of_bodies").pattern
_WORD = (
    r"(?:[a-z]+'s|[A-Z][\w'-]*|of|for|and|the|&|in|cum|\([A-Z][\w ]{1,30}\)"
    rf"|(?:{_OF_BODIES})\b),?"
)
_BEHIND = rf"\b(?:{_TITLE})s?(?: {_WORD}){{0,24}}?,? "
_ENDS = rf"(?![\w'-])(?! {_NO_MR}[A-Z])"
BEHIND_POST = Pattern(rf"{_BEHIND}(?P<posted>{_NAME}){_ENDS}")
SECOND_BEHIND_POSTS = Pattern(
    rf"\b(?:{_TITLE})s(?: {_WORD}){{0,24}}? {_NAME},? and (?P<second>{_NAME}){_ENDS}"
)
WITH_ENGLISH = Pattern(  # "Chief Judge of the High Court Ada Poon Tai-man"
    rf"\b(?P<with_english>{_NO_POST}[A-Z][a-z]+ (?:(?:{_LOCAL}) ){{1,2}}[A-Z][a-z]+-[a-z]+){_ENDS}"
)
OF_ONE_WORD = Pattern(  # "the Chairman of the Region, Mr Bateer, called on"
    rf"\b(?:{_TITLE})(?: {_WORD}){{0,14}}?(?<=,) (?:Mr|Mrs|Ms|Madam|Dr)\.? "
    rf"(?!(?:{_PINYIN}|{_LOCAL})\b)(?P<one_word>[A-Z][a-z]{{3,}})(?=,)"
)
_PLAIN = rf"(?:{_PINYIN}) {_GIVEN}\b"
_NEXT = rf"(?:, |,? and ){_PLAIN}"
NEXT_PLAIN = Pattern(  # "Li Yi and Cai Er were present", where Li Yi has a record
    rf"(?:,|,? and) (?!Hong Kong\b)(?P<name>{_PLAIN})"
    r"(?=,? and |, [A-Z]|,? (?:were|was|attended|joined|took part|sat)\b)"
)
ON_LIST = Pattern(  # "Li Yi, Cai Er, Ding San and other officials"
    rf"\b(?P<on_list>{_PLAIN})(?={_NEXT}(?:{_NEXT}| and other))"
)
