"""Rules that hold for every text: right percentages pass, wrong ones do not, and nothing takes long."""

import time
from decimal import Decimal
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyclebook.model.problem import Place
from cyclebook.reading.agreement.numbers_in_text import Bound, agree, bound, fractions, number
from cyclebook.reading.agreement.passages import passages_of_body
from cyclebook.reading.agreement.percentages import no_such_count, pairs
from cyclebook.reading.agreement.times_in_text import Precision, times

GROUPS = st.integers(1, 400).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size)))
FORMS = ("{x} of {n} students, {p}%.", "{p}% ({x} of {n})", "{p}% ({x}) of the {n}", "{x}/{n} = {p}%")


@given(GROUPS, st.integers(0, 2), st.sampled_from(FORMS))
def test_a_right_percentage_passes(group: tuple[int, int], decimals: int, form: str) -> None:
    """A share rounded to 0 to 2 decimals is never flagged beside its own count, in any form."""
    count, size = group
    share = round(Decimal(100 * count) / size, decimals)
    found = list(pairs(form.format(x=count, n=size, p=share)))

    assert [pair.agrees for pair in found] == [True]


@given(GROUPS, st.integers(-40, 40).filter(lambda off: abs(off) >= 1), st.sampled_from(FORMS))
def test_a_wrong_percentage_is_found(group: tuple[int, int], off: int, form: str) -> None:
    """A whole percentage one or more points beside its count is flagged, in any form."""
    count, size = group
    exact = Decimal(100 * count) / size
    share = round(exact) + off
    found = list(pairs(form.format(x=count, n=size, p=max(share, 0))))

    assert [pair.agrees for pair in found] == [agree(Decimal(max(share, 0)), 0, count, size)]
    # 12.5 may be given as 12 or as 13: at a half, a point beside one of them can be the other.
    assert share < 0 or abs(share - exact) <= Decimal("0.5") or not found[0].agrees


@given(GROUPS)
def test_a_count_has_a_percentage(group: tuple[int, int]) -> None:
    """The whole percentage of a count is always one that some count of the group gives."""
    count, size = group
    written = f"{round(Decimal(100 * count) / size)}%"

    assert list(no_such_count(written, size, Place(PurePosixPath("a.md")), "value", entered=False)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("at least 40", Bound.AT_LEAST),
        ("more than 40", Bound.AT_LEAST),
        ("40 or more", Bound.AT_LEAST),
        ("nearly 40", Bound.ABOUT),
        ("no more than 40", Bound.AT_MOST),
        ("no fewer than 40", Bound.AT_LEAST),
        ("the 40", Bound.EXACT),
        ("a mover 40", Bound.EXACT),
    ],
)
def test_bounds(text: str, told: Bound) -> None:
    """The words around a number say how exactly it is meant."""
    start = text.index("40")

    assert bound(text, start, start + 2) is told


def test_numbers_in_words() -> None:
    """Digits, digits with commas, and words up to ninety-nine."""
    assert [number(one) for one in ("7", "1,306", "seven", "Seventy-three", "forty two")] == [
        7,
        1306,
        7,
        73,
        42,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "week 3 of 10",
        "one of the 23 students",
        "grade 7 of 8",
        "9 out of the bus",
        "52 of 40",
        "on 3/14/2026",
        "in Algebra 1 of 2",
    ],
)
def test_what_is_no_fraction(text: str) -> None:
    """Weeks, grades, one of many, and dates count nobody."""
    assert list(fractions(text)) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on 18 October 2021", "2021-10-18", "2021-10-18"),
        ("on October 18th, 2021", "2021-10-18", "2021-10-18"),
        ("on 2021-10-18", "2021-10-18", "2021-10-18"),
        ("in Sept. 2021", "2021-09-01", "2021-09-30"),
        ("in fall 2021", "2021-07-01", "2021-12-31"),
        ("in 2017–18", "2017-07-01", "2018-06-30"),
        ("in 2017-2018", "2017-07-01", "2018-06-30"),
        ("in 2016–2019", "2016-01-01", "2019-12-31"),
        ("in 2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_times(text: str, first: str, last: str) -> None:
    """Days, months, seasons, school years and years are read, each as the most exact thing it says."""
    (time_told,) = times(text)

    assert time_told.span is not None
    assert [time_told.span.first.isoformat(), time_told.span.last.isoformat()] == [first, last]


@pytest.mark.parametrize(
    "text", ["room 2021b", "$2021", "2021 students", "2,021", "40 May", "20211", "at 8:10", "1021"]
)
def test_what_is_no_time(text: str) -> None:
    """Rooms, money, counts and impossible days tell no time."""
    assert list(times(text)) == []


def test_day_without_its_year() -> None:
    """A day without a year has a month and a day, and no place in the calendar."""
    (told,) = times("by April 10")

    assert (told.precision, told.span, told.month, told.day) == (Precision.DAY, None, 4, 10)


def test_places_in_a_body() -> None:
    """A part of a paragraph is found on its own line, at its own column."""
    body = "\n\n## Week 4\nFirst line,\nthen 44 of 52.\n\n```\n40 of 52\n```\n"
    (passage,) = passages_of_body(body, 10, PurePosixPath("a.md"))
    start = passage.text.index("44")

    assert passage.heading == "Week 4"
    assert passage.place(start, start + 8) == Place(PurePosixPath("a.md"), 14, 6, 8)


@given(st.text(alphabet="0123456789 %().,/ofatl\n", max_size=300))
def test_no_text_is_too_odd(text: str) -> None:
    """Any mix of digits and signs is read without an exception."""
    assert all(pair.count <= pair.size for pair in pairs(text))
    assert all(one.count <= one.size for one in fractions(text))
    assert all(one.words in text for one in times(text))


@pytest.mark.parametrize(
    "piece", ["17 of 23 ", "a ", "75% of ", "(", "1 ", "from 1 to ", "May ", "% (", "of the "]
)
def test_long_texts_take_no_longer_than_their_length(piece: str) -> None:
    """100 kB of anything is read in seconds: a hostile file cannot hold up a build."""
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    for read in (pairs, fractions, times):
        list(read(text))

    assert time.process_time() - began < 10
