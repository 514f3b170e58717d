"""Weeks that a series passes over."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cyclebook.measuring.gaps import days_between, weeks_between

START = date(2024, 9, 6)


def days(*steps: int) -> list[date]:
    """Dates that are so many days apart."""
    found = [START]
    for step in steps:
        found.append(found[-1] + timedelta(days=step))
    return found


@pytest.mark.parametrize(
    ("weeks", "expected"),
    [([], ()), ([4], ((),)), ([1, 2, 3], ((), (), ())), ([41, 42, 45], ((), (43, 44), ()))],
)
def test_weeks_passed_over(weeks: list[int], expected: tuple[tuple[int, ...], ...]) -> None:
    """Between two week numbers lie the weeks that were not counted."""
    assert expected == weeks_between(weeks)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((7, 7, 7), (0, 0, 0, 0)),
        ((7, 7, 14, 7), (0, 0, 1, 0, 0)),
        ((7, 6, 8, 7), (0, 0, 0, 0, 0)),
        ((7, 7, 10), (0, 0, 0, 0)),
        ((7, 7, 11), (0, 0, 1, 0)),
        ((7, 21), (0, 2, 0)),
        ((14, 14, 28), (0, 0, 1, 0)),
        ((1, 1, 1, 3, 1, 1), (0, 0, 0, 0, 0, 0, 0)),
        ((1, 1, 1, 14), (0, 0, 0, 1, 0)),
        ((30, 31, 30, 61), (0, 0, 0, 1, 0)),
    ],
)
def test_days_passed_over(steps: tuple[int, ...], expected: tuple[int, ...]) -> None:
    """A date more than half a usual step late leaves a gap; a day early or late does not, nor a weekend."""
    assert expected == tuple(len(gap) for gap in days_between(days(*steps)))


def test_days_of_the_gap() -> None:
    """A gap is named by the days on which a count was due."""
    assert days_between(days(7, 21))[1] == (START + timedelta(days=14), START + timedelta(days=21))


def test_no_dates() -> None:
    """Without dates there is no gap."""
    assert days_between([]) == ()


@given(steps=st.lists(st.integers(1, 60), max_size=30))
def test_gaps_lie_between_their_neighbours(steps: list[int]) -> None:
    """Every date has its gap, and the days in it come after that date and before the next."""
    given_days = days(*steps)
    gaps = days_between(given_days)

    assert len(given_days) == len(gaps)
    assert gaps[-1] == ()
    for gap, here, after in zip(gaps, given_days, given_days[1:], strict=False):
        assert all(here < day < after for day in gap)
