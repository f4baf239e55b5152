"""Whom English releases name as heads of the sides, in the forms that offices and agencies use."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from coop.draft.drafting import draft_release
from coop.draft.names.sides import side_of_words
from tests.draft.scoring import read_catalog
from tests.draft.test_english import list_people, named

PUBLISHED = date(2024, 6, 13)


def facts(text: str) -> dict[str, Any]:
    return draft_release(text.encode(), read_catalog(), published=PUBLISHED).facts()


def heads(text: str) -> list[str]:
    return list(facts(text)["principals"])


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("She met Vice-ministers Chen Dawei and Gao Bin.", ["Chen Dawei", "Gao Bin"]),
        ("Top political adviser Gong Jiali begins a visit.", ["Gong Jiali"]),
        ("Secretary for Parks of the Example government Wong Dai Man came.", ["Wong Dai Man"]),
        ("The Director-General of Treaties Xu Hong spoke.", ["Xu Hong"]),
        (
            "Professor Nancy Y. Yip and Mr Raimundo do Prado spoke.",
            ["Nancy Y. Yip", "Raimundo do Prado"],
        ),
        ("Ms O Lin and Mr U U Man spoke.", ["O Lin", "U U Man"]),
        ("At Villa Linda, Director Gong Jiali spoke.", ["Gong Jiali"]),
        ("Talks with Linda Villa, director of parks, began.", ["Linda Villa"]),
        ("The Permanent Secretary and Commissioner for Hong Kong Affairs spoke.", []),
    ],
)
def test_names_are_told_by_their_form(sentence: str, people: list[str]) -> None:
    assert named(sentence) == people


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("CH Tung met guests.", ["tung-chee-hwa"]),
        ("C. H. Tung met guests.", ["tung-chee-hwa"]),
        ("W K Tung met guests.", []),
    ],
)
def test_people_are_known_by_their_initials(sentence: str, people: list[str]) -> None:
    assert named(sentence) == people


@pytest.mark.parametrize(
    "sentence",
    [
        "She met the then Secretary of the Example Municipal Committee, Mr Gong Jiali.",
        "He spoke of the case of Mr Gong Jiali, the former Secretary for Parks.",
        "The pact was issued by Premier Wen Jiabao in 2003.",
    ],
)
def test_who_is_named_in_passing_is_not_told_of(sentence: str) -> None:
    assert named(sentence) == []


def test_who_speaks_next_is_no_former_one() -> None:
    assert named("The Director, Mr Gong Jiali, then spoke.") == ["Gong Jiali"]


@pytest.mark.parametrize(
    ("sentence", "who", "others"),
    [
        (
            (
                "The Chief Executive, Mr John Lee, witnessed the signing of an accord on parks by "
                "the Financial Secretary, Mr Paul Chan, and the Mayor of Shenzhen, Mr Qin Weizhong."
            ),
            ["paul-chan", "qin-weizhong"],
            ["john-lee"],
        ),
        (
            (
                "The Chief Executive, Mr John Lee, met the Mayor of Shenzhen, Mr Qin Weizhong, who "
                "saw an accord signed."
            ),
            ["john-lee", "qin-weizhong"],
            [],
        ),
    ],
)
def test_who_witnesses_a_signing_does_not_sign(
    sentence: str, who: list[str], others: list[str]
) -> None:
    found = facts(f"Accord signed\n\n{sentence}")
    assert (found["principals"], found["participants"]) == (who, others)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lee made the remarks while meeting Qin in Shenzhen.",
        "Mayor Qin met with Lee in Shenzhen.",
        "Lee heard a report from Qin in Shenzhen.",
    ],
)
def test_agencies_name_people_again_by_the_family_name(sentence: str) -> None:
    text = (
        "Leaders meet\n\nHong Kong Chief Executive John Lee told Shenzhen Mayor Qin Weizhong on "
        f"Wednesday that the parks were fine.\n\n{sentence}"
    )
    assert set(heads(text)) == {"john-lee", "qin-weizhong"}


def test_a_word_that_only_looks_like_a_family_name_is_none() -> None:
    text = (
        "Chief Executive in town\n\nHong Kong Chief Executive John Lee met Shenzhen Mayor Qin "
        "Weizhong.\n\nPark warden Chan Dai Man fell ill, and the visitors met the Lee Tung Club."
    )
    assert heads(text) == ["john-lee", "qin-weizhong"]


def test_two_who_lead_together_are_both_heads() -> None:
    text = (
        "Officials meet mayor\n\nThe Secretary for Development, Ms Bernadette Linn, and the "
        "Secretary for Health, Professor Lo Chung-mau, today called on the Mayor of Shenzhen, Mr "
        "Qin Weizhong."
    )
    assert heads(text) == ["bernadette-linn", "lo-chung-mau", "qin-weizhong"]


def test_whose_team_someone_leads_is_no_head_of_a_side() -> None:
    text = (
        "University visit\n\nProfessor Ada Chan visited Shenzhen today.\n\nShe met Professor Gong "
        "Jiali. A team led by Professor Gao Bin will plant trees."
    )
    assert heads(text) == ["Ada Chan", "Gong Jiali"]


def test_those_of_whom_it_is_told_only_that_they_attended_are_the_heads() -> None:
    text = (
        "Accords reached\n\nBoth sides signed the papers at a meeting on Wednesday attended by "
        "Gong Jiali, director of the National Parks Administration, and Ada Chan, Hong Kong's "
        "Secretary for Parks."
    )
    assert heads(text) == ["Gong Jiali", "Ada Chan"]


def test_the_day_of_something_else_makes_no_other_meeting() -> None:
    text = (
        "Lee for more parks\n\nHong Kong Chief Executive John Lee praised parks on Wednesday.\n\n"
        "Lee made the remarks at a meeting with Shenzhen Mayor Qin Weizhong ahead of the opening "
        "of a park on Dec. 18."
    )
    assert heads(text) == ["john-lee", "qin-weizhong"]


def test_names_in_chinese_beside_the_english_ones_are_not_taken_twice() -> None:
    assert named("Mr Gong Jiali, Mayor of Example (龔嘉麗市長), came to the Chamber.") == [
        "Gong Jiali"
    ]


@pytest.mark.parametrize(
    ("sentence", "who", "others"),
    [
        (
            (
                "The Chief Executive, Mr John Lee, was received by the Mayor of Shenzhen, Mr Qin "
                "Weizhong, and the Park Director, Mr Gong Jiali."
            ),
            ["john-lee", "qin-weizhong"],
            ["Gong Jiali"],
        ),
        (
            (
                "The Chief Executive, Mr John Lee, called on the Mayor of Shenzhen, Mr Qin "
                "Weizhong, and the Park Director, Mr Gong Jiali."
            ),
            ["john-lee", "qin-weizhong", "Gong Jiali"],
            [],
        ),
    ],
)
def test_a_host_receives_with_others_beside(
    sentence: str, who: list[str], others: list[str]
) -> None:
    found = facts(f"Chief Executive in Shenzhen\n\n{sentence}")
    assert (found["principals"], found["participants"]) == (who, others)


def test_witnesses_before_a_list_of_signers_end_with_their_own_list() -> None:
    found = facts(
        "Accord signed\n\nWitnessed by the Park Director, Mr Gong Jiali; and the Chief Executive, "
        "Mr John Lee; the Mayor of Shenzhen, Mr Qin Weizhong; and the Financial Secretary, Mr Paul "
        "Chan, signed the accord."
    )
    assert found["principals"] == ["qin-weizhong", "paul-chan"]
    assert found["participants"] == ["Gong Jiali", "john-lee"]


def test_who_is_met_tomorrow_is_no_part_of_today_s_call() -> None:
    text = (
        "Secretary calls on mayor\n\nThe Secretary for Development, Ms Bernadette Linn, called on "
        "the Mayor of Shenzhen, Mr Qin Weizhong, today (June 13).\n\nShe will meet with the Park "
        "Director, Mr Gong Jiali, tomorrow."
    )
    assert heads(text) == ["bernadette-linn", "qin-weizhong"]


def test_words_below_a_picture_name_the_signers_where_nothing_else_does() -> None:
    text = (
        "Accord signed\n\nThe two governments signed an accord on parks today (June 13).\n\nThe "
        "Mayor of Shenzhen, Mr Qin Weizhong (right), and the Financial Secretary, Mr Paul Chan "
        "(left), exchange documents."
    )
    assert heads(text) == ["qin-weizhong", "paul-chan"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            (
                "The Secretary for Transport and Logistics, Ms Mable Chan, was in Guangzhou "
                "today. She saw parks.\n\nMore.\n\nThere are trees.\n\nMs Chan met the "
                "Director of Parks of Guangdong, Mr Chen Dawei, and the Director of Trees of "
                "Guangzhou, Mr Gao Bin."
            ),
            ["mable-chan", "Chen Dawei", "Gao Bin"],
        ),
        (
            (
                "The Secretary for Security, Mr Tang Ping-keung, met in Macao today a delegation "
                "led by Ms Xian Hui."
            ),
            ["tang-ping-keung", "Xian Hui"],
        ),
        (
            (
                "The Secretary for Health, Professor Lo Chung-mau, paid a courtesy visit to his "
                "counterpart in Macao, Ms O Lin, today."
            ),
            ["lo-chung-mau", "O Lin"],
        ),
        (
            (
                "He was there. Photo shows the Secretary for Health, Professor Lo Chung-mau "
                "(right); the Director of Health, Dr Ronald Lam (third right); and the Deputy "
                "Secretary for Health, Ms Ng Dai-yan (first right), meeting with the Director "
                "of Parks of Beijing, Mr Gao Bin (left)."
            ),
            ["lo-chung-mau", "Gao Bin"],
        ),
    ],
)
def test_those_who_met_are_told_again_by_their_family_name(text: str, people: list[str]) -> None:
    assert heads(f"Secretary on visit\n\n{text}") == people


def test_those_who_met_head_the_sides_of_which_others_signed() -> None:
    met = "The Chief Executive, Mr John Lee, and the Governor of Example Province, Mr Gao Bin, met"
    signed = "The Director of Parks, Ms Ng Dai-yan, and the Director of Trees of Beijing, Mr Chen "
    signed += "Dawei, signed an agreement."
    title = "Governments sign agreement"
    assert heads(f"{title}\n\n{met} today.\n\n{signed}") == ["john-lee", "Gao Bin"]
    assert heads(f"{title}\n\n{signed}") == ["Ng Dai-yan", "Chen Dawei"]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("With Ms Ng Dai-yan and Mr Gao Bin, Mr Lee also saw a park.", ["Ng Dai-yan", "Gao Bin"]),
        (
            "With Mr Lee at the meeting were Ms Ng Dai-yan and Mr Gao Bin.",
            ["Ng Dai-yan", "Gao Bin"],
        ),
        ("Representatives attending it included Ms Ng Dai-yan, co-chairman.", ["Ng Dai-yan"]),
        ("Ms Ng Dai-yan and Mr Gao Bin were, among others, present.", ["Ng Dai-yan", "Gao Bin"]),
        ("Ms Ng Dai-yan will travel to Beijing with Mr Lee.", ["Ng Dai-yan"]),
        ("With Ms Ng Dai-yan he had never met.", []),
    ],
)
def test_company_is_told_before_or_behind(sentence: str, people: list[str]) -> None:
    met = "The Chief Executive, Mr John Lee, met the Mayor of Beijing, Mr Yin Yong, today."
    text = f"CE visits Beijing\n\n{met}\n\n{sentence}"
    assert facts(text)["participants"] == people


@pytest.mark.parametrize(
    ("post", "side"),
    [
        ("the Director of the Office of Hong Kong, Macao and Taiwan Affairs, Mr", ""),
        ("Guangdong Food & Drug Administration Director-General", "mainland"),
        ("the Director-General of the Macao Parks Service, Mr", "macao"),
        ("the Deputy Director of the Liaison Office of the State in the HKSAR, Mr", "mainland"),
        ("the Director of the Hong Kong Economic and Trade Office in Guangdong, Mr", "hksar"),
        ("the Director of Parks of the HKSAR Government, Mr", "hksar"),
    ],
)
def test_the_side_of_someone_is_that_of_the_office(post: str, side: str) -> None:
    assert side_of_words(f"met {post} ") == side


@pytest.mark.parametrize(
    ("words", "people"),
    [
        ("meets", ["raymond-tam", "Gao Bin"]),
        ("and a tree of", ["raymond-tam"]),
    ],
)
def test_whom_a_picture_alone_shows_to_be_met(words: str, people: list[str]) -> None:
    text = "The Secretary for Constitutional and Mainland Affairs, Mr Raymond Tam, began his visit "
    text += "to Beijing today. He met officials of the State Council."
    shown = f"Mr Raymond Tam (left) {words} the Vice Minister of Parks of the State, Mr Gao Bin."
    end = "Ends/Thursday, June 13, 2024\n\nNNNN"
    title = "SCMA begins visit to Beijing (with photo)"
    assert heads(f"{title}\n\n{text}\n\n{end}\n\n{shown}") == people


def test_on_a_visit_who_officiates_beside_a_leader_heads_the_other_side() -> None:
    text = "The Secretary for Health, Professor Lo Chung-mau, was in Wuhan today.\n\nProfessor Lo "
    text += "and the Vice Governor of Hubei, Mr Gao Bin, officiated at {what}."
    title = "Secretary for Health visits Wuhan"
    assert heads(f"{title}\n\n{text.format(what='an opening')}") == ["lo-chung-mau", "Gao Bin"]


def test_a_page_of_pictures_also_names_who_was_there() -> None:
    met = "The Chief Executive, Mr John Lee (right), met the Mayor of Beijing, Mr Yin Yong (left), "
    there = "today. The Director of Parks, Ms Ng Dai-yan (front row), was also present."
    said = facts(f"Jun 13, 2024\n\nCE meets Mayor\n\n{met}{there}\n\nBack to previous")
    assert said["principals"] == ["john-lee", "yin-yong"]
    assert said["participants"] == ["Ng Dai-yan"]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("Chief Judge of the High Court Ada Poon Tai-man sang.", ["Ada Poon Tai-man"]),
        (
            "Judges of the Court Ann Chan Tai-man and Bea Lok Siu-ming sang.",
            ["Ann Chan Tai-man", "Bea Lok Siu-ming"],
        ),
        ("Director of Planning Leung Tai-man sang.", ["Leung Tai-man"]),
        ("Assistant Commissioner Crime Yam Tai-man sang.", ["Yam Tai-man"]),
    ],
)
def test_an_english_name_before_the_family_name_belongs_to_it(
    sentence: str, people: list[str]
) -> None:
    assert named(sentence) == people


def test_all_who_officiate_together_are_heads() -> None:
    found = facts(
        "Show opens\n\nThe Director of the Hong Kong Office in Chengdu, Miss Ann Lam; the Vice "
        "Chairman of the Guizhou Provincial Committee, Mr Xie Yi; and the Vice Chairman of the "
        "Guizhou Association for Trees, Mr Zhang Er, officiated at the opening ceremony today. "
        "The Director of Parks, Mr Wu San, was also present."
    )
    assert found["principals"] == ["Ann Lam", "Xie Yi", "Zhang Er"]
    assert found["participants"] == ["Wu San"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ma Wai, Director of Guangdong Provincial Trees Department, Mr Pan Yi, sang.", "mainland"),
        ("Deputy Chief (Trees) Ma Wai, Director of Guangdong Trees, Mr Pan Yi, sang.", ""),
    ],
)
def test_a_post_behind_a_name_may_be_the_next_one_s(text: str, side: str) -> None:
    first, *_ = list_people(text)
    assert first.side == side


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "John Lee met with the Secretary, Mr Huang Yi, and with the Governor, Mr Wang Er, "
            "co-chaired the {0}."
        ),
        "John Lee co-chaired the {0} with the Governor, Mr Wang Er, after a lunch.",
    ],
)
def test_a_chair_is_named_next_to_the_chairing(sentence: str) -> None:
    plenary = "60th Plenary of the Hong Kong/Guangdong Co-operation Joint Conference"
    found = facts(f"Conference held\n\n{sentence.format(plenary)}")
    assert found["principals"] == ["john-lee", "Wang Er"]


@pytest.mark.parametrize(
    ("met", "heads"),
    [
        ("met with the delegation", ["c-y-leung", "shen-xiaoming"]),
        ("travelled with the delegation", ["c-y-leung"]),
    ],
)
def test_who_meets_a_delegation_is_a_host_of_whichever_side(met: str, heads: list[str]) -> None:
    text = (
        "CPPCC members visit Sanya\n\nA delegation of members of the CPPCC National Committee led "
        "by its vice-chairman, Leung Chun-ying, visited Sanya on March 2.\n\n"
        f"Shen Xiaoming, governor of Hainan province, {met}.\n"
    )
    assert facts(text)["principals"] == heads


def test_a_deputy_named_behind_a_head_came_along() -> None:
    text = (
        "Council meets trade body\n\nChairman Wang Shanhao and Vice Chairman Cong Suhao of the "
        "council met with Lyu Hao, Chief Representative of the Hong Kong Trade Development Council "
        "for East China, on March 2.\n"
    )
    found = facts(text)
    assert found["principals"] == ["Wang Shanhao", "Lyu Hao"]
    assert found["participants"] == ["Cong Suhao"]


def test_of_two_people_of_one_family_name_the_title_tells_who_is_meant() -> None:
    text = (
        "Secretary meets experts\n\nThe Secretary for Food and Health, Professor Sophia Chan, "
        "today (March 4) welcomed the Head of the Commission's task force in Beijing, Professor "
        "Liang Hao. The Permanent Secretary, Mr Thomas Chan, was there.\n\n"
        "Professor Chan; Mr Chan; and the Chairman of the Hospital Authority, Mr Henry Fan, met "
        "Professor Liang in the afternoon.\n"
    )
    assert facts(text)["principals"] == ["sophia-chan", "Liang Hao"]


def test_the_host_may_be_told_among_those_who_attended() -> None:
    text = (
        "MACAO, March 4 - The Chief Executive, Mr Ho Iat Seng, met today with leading officials of "
        "Guangzhou, in Guangdong Province.\n\nThe meeting took place in Guangzhou. The officials "
        "attending included the Mayor of Guangzhou, Mr Lu Hao; and the Vice Mayor of Guangzhou, "
        "Mr Guan Hao.\n"
    )
    found = facts(text)
    assert found["principals"] == ["ho-iat-seng", "Lu Hao"]
    assert found["participants"] == ["Guan Hao"]


def test_whom_a_head_of_state_met_is_a_host_whatever_post_it_has_now() -> None:
    text = (
        "President meets former chief executives\n\nMACAO, March 4 (Xinhua) -- Chinese President "
        "Xi Jinping met with Ho Hau Wah and Chui Sai On, who were chief executives of the Macao "
        "SAR.\n\nPresent were, among others, Vice-Premier Lu Dahao and State Councilor Guan Hao.\n"
    )
    found = facts(text)
    assert found["principals"] == ["xi-jinping", "edmund-ho", "chui-sai-on"]
    assert found["participants"] == ["Lu Dahao", "Guan Hao"]


@pytest.mark.parametrize(
    ("sentence", "who", "others"),
    [
        ("He was accompanied to the parks by Mr Paul Chan.", [], ["paul-chan"]),
        ("Going with Mr Lee to the parks is Mr Paul Chan.", [], ["paul-chan"]),
        ("Mr Lee and the officials with him met Mayor Qin Weizhong.", ["qin-weizhong"], []),
        ("He signed an accord on parks with Mayor Qin Weizhong.", ["qin-weizhong"], []),
        ("He heard from the Mayor, Mr Qin Weizhong, how parks grow.", ["qin-weizhong"], []),
        ("Earlier today, Mr Lee had met Mayor Qin Weizhong.", ["qin-weizhong"], []),
        ("Mayor Qin Weizhong had met Mr Lee in the old days.", [], []),
    ],
)
def test_on_a_visit_some_are_met_and_some_come_along(
    sentence: str, who: list[str], others: list[str]
) -> None:
    first = "The Chief Executive, Mr John Lee, visited Shenzhen today."
    found = facts(f"CE visits Shenzhen\n\n{first}\n\n{sentence}")
    assert (found["principals"], found["participants"]) == (["john-lee", *who], others)


@pytest.mark.parametrize(
    ("name", "who"), [("Paul MP Chan", "paul-chan"), ("Paula MP Chan", "Paula MP Chan")]
)
def test_initials_in_one_word_are_no_other_name(name: str, who: str) -> None:
    assert heads(f"Parks\n\nMr {name} met Mayor Qin Weizhong today.") == [who, "qin-weizhong"]


@pytest.mark.parametrize(
    ("whom", "who"),
    [
        ("the gardener of the park, Mr Shen Daguo", []),
        ("the Mayor of Zhuhai, Mr Shen Daguo", ["Shen Daguo"]),
    ],
)
def test_whom_a_traveller_saw_after_the_first_host_is_a_host_by_the_side_told(
    whom: str, who: list[str]
) -> None:
    first = "The Chief Executive, Mr John Lee, visited Shenzhen today and met Mayor Qin Weizhong."
    found = facts(f"CE visits Shenzhen\n\n{first}\n\nMr Lee met {whom}, in the afternoon.")
    assert found["principals"] == ["john-lee", "qin-weizhong", *who]


def test_a_name_behind_the_post_of_a_body_in_small_letters_is_read() -> None:
    text = (
        "Parks\n\nSecretary for Security John Lee and the director of Hubei's transport "
        "department, Xu Kefan, met in Wuhan on May 7, 2024."
    )
    draft = draft_release(text.encode(), read_catalog())
    assert [one.who for one in draft.principals] == ["john-lee", "Xu Kefan"]
