"""Names in characters, told by a title before or behind them or by a list that they stand on."""

from __future__ import annotations

from coop.draft.patterns import Pattern, load_pattern

TITLE_BEHIND = load_pattern("people.title_behind")
AFTER_NAME = load_pattern("people.after_name")
_SIGN = "[\u3400-\u9fff\U00020000-\U0003ffff]"  # simplified, some rare ones lie further up
_TITLE = load_pattern("people.title").pattern
_SURNAME = rf"(?:{load_pattern('people.surname').pattern})"
_NO_GIVEN_NAME = load_pattern("people.no_given_name").pattern
_AS_LEADER = load_pattern("people.as_leader").pattern
_AFTER_LISTED = load_pattern("people.after_listed").pattern
_TITLED = Pattern(
    rf"(?:{_TITLE})(?:\([^()]{{1,14}}\))?"
    rf"(?P<name>{_SURNAME}{_SIGN}{{1,3}}?)"
    rf"(?={AFTER_NAME.pattern}|$)"
)
_FIRST = Pattern(  # 「深圳市政府王守睿副市長」, not 「康文署長陳小明」
    rf"(?:(?<=[府省市局部委厅署处司室办心会院校区由和及与为，。；、])|(?<=海关)|^)"
    rf"(?![向和应]{_SURNAME}(?:{TITLE_BEHIND.pattern}))"  # 「向高副部長介紹」
    rf"(?P<name>{_SURNAME}(?:(?!{_NO_GIVEN_NAME}){_SURNAME})??"
    rf"(?:(?!{_NO_GIVEN_NAME}){_SIGN}){{1,2}}?)(?=(?:{TITLE_BEHIND.pattern})"
    rf"(?!(?![向于和与及同应对时常]){_SURNAME}{_SIGN}{{1,2}}?(?:{AFTER_NAME.pattern})))"
)
_LED = Pattern(  # 「由夏雅朗先生率領的訪問團」、「以夏雅朗為團長的訪問團」
    rf"(?:[由以]|欢迎|接待|会见)(?P<name>{_SURNAME}{_SIGN}{{1,2}}?)"
    rf"(?=(?:{TITLE_BEHIND.pattern})?(?:{_AS_LEADER}))"
)
_BARE = Pattern(  # 「參加會見的有甲、乙」
    rf"(?:会[见晤面谈议]|活动)的(?:还)?有[：:]?"
    rf"(?P<name>{_SURNAME}{_SIGN}{{1,2}}?)(?=[、，。和及])"
)
_SEATED = Pattern(  # 「甲、乙等參加會見。」: who needs no title
    rf"^(?P<name>{_SURNAME}{_SIGN}{{1,2}}?)(?=(?:[、和]{_SURNAME}{_SIGN}{{1,2}}?){{0,12}}"
    r"(?:等(?:领导|人)?)?(?:也|亦|都|均|一同|一起)?(?:参加|出席|陪同|在座|列席|同行|随行|到会|与会|参会))"
)
_DOTTED = Pattern(  # 「自治區主席艾力·吐爾遜」
    rf"(?:{_TITLE})"
    rf"(?P<name>{_SIGN}{{1,6}}(?:[·•‧・]{_SIGN}{{1,6}}?){{1,2}})"
    rf"(?={AFTER_NAME.pattern}|$)"
)
HAN_FORMS = (_TITLED, _FIRST, _LED, _BARE, _SEATED, _DOTTED)
NEXT_ON_LIST = Pattern(  # 「副秘書長甲及乙」: the title is said once
    rf"(?:\([^()]{{1,8}}\)|博士|教授|医生|先生|女士)?(?:、|，?(?:以及|及|和|与))"
    rf"(?P<name>{_SURNAME}{{1,2}}{_SIGN}{{1,2}}?)"
    rf"(?={_AFTER_LISTED}|$)"
)
