"""What several tests draw from: dates of the profile, ids, texts, small meetings."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

DAYS = st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31))


@st.composite
def points(draw: st.DrawFn) -> str:
    """A day, a month or a year as EDTF text."""
    day = draw(DAYS)
    return draw(st.sampled_from((day.isoformat(), day.isoformat()[:7], day.isoformat()[:4])))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """An interval that does not end before it starts, open at one end at most."""
    first, last = sorted((draw(DAYS), draw(DAYS)))
    texts = (f"{first}/{last}", f"{first}/..", f"../{last}")
    return draw(st.sampled_from(texts))


@st.composite
def no_years(draw: st.DrawFn) -> str:
    """A day of an unknown year."""
    day = draw(st.dates(min_value=date(2000, 1, 1), max_value=date(2000, 12, 31)))
    return f"XXXX-{day:%m-%d}"


DATES = st.one_of(points(), intervals(), no_years())

# What an editor may type: any letters, ASCII punctuation, Chinese; no control characters.
TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")),
        st.sampled_from("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
        st.sampled_from("香港特別行政區深圳前海"),
        st.sampled_from(" \n\t"),
    ),
    max_size=60,
)
WORDS = st.text(st.sampled_from("abcdefgh香港深圳"), min_size=1, max_size=8)
