"""The median of a series, exact."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.measuring.median import median, useful

VALUES = st.lists(st.decimals(min_value=-999, max_value=999, places=3), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("7", "7"),
        ("3 1 2", "2"),
        ("4 1 3 2", "2.5"),
        ("86.7 86.7 90", "86.7"),
        ("0.1 0.2", "0.15"),
        ("5 5 5 1", "5"),
    ],
)
def test_middle_value(values: str, expected: str) -> None:
    """The median is the middle value, or the exact mean of the middle two."""
    assert Decimal(expected) == median([Decimal(one) for one in values.split()])


def test_no_values() -> None:
    """A series without values has no median."""
    assert median([]) is None


@given(values=VALUES, step=st.decimals(min_value=-999, max_value=999, places=3))
@settings(max_examples=100, deadline=None)
def test_shift(values: list[Decimal], step: Decimal) -> None:
    """Adding a number to every value adds it to the median."""
    assert median(values) + step == median([value + step for value in values])


@given(values=VALUES)
@settings(max_examples=100, deadline=None)
def test_reversal(values: list[Decimal]) -> None:
    """The order of the values does not matter, and turning every sign round turns the median's round."""
    middle = median(values)

    assert middle == median(values[::-1])
    assert -middle == median([-value for value in values])


@given(values=VALUES)
@settings(max_examples=100, deadline=None)
def test_half_on_each_side(values: list[Decimal]) -> None:
    """At most half of the values lie above the median and at most half below."""
    middle = median(values)

    assert max(sum(one > middle for one in values), sum(one < middle for one in values)) <= len(values) / 2


@pytest.mark.parametrize(
    ("values", "centre", "expected"),
    [
        ("1 2 3 4 5", "3", 4),
        ("3 3 3", "3", 0),
        ("3.0000000001 2.9999999999", "3", 0),
        ("3.00001 2.99999", "3", 2),
        ("1000000.0005 1000001", "1000000", 1),
    ],
)
def test_useful(values: str, centre: str, expected: int) -> None:
    """Values on the centre line, within one part in a billion of it, are of no use for runs."""
    assert expected == useful([Decimal(one) for one in values.split()], Decimal(centre))


@given(values=VALUES)
@settings(max_examples=60, deadline=None)
def test_useful_counts_what_is_off_the_centre(values: list[Decimal]) -> None:
    """With values of three decimals, useful ones are exactly those that differ from the centre."""
    assert sum(one != values[0] for one in values) == useful(values, values[0])
