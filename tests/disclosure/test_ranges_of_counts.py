"""Ranges of whole numbers, held to sets of them."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from cyclebook.disclosure.ranges import Ranges, added, joined, narrowed, shared, taken_away, within

NUMBERS = st.frozensets(st.integers(0, 14), min_size=1, max_size=8)


def ranges(numbers: frozenset[int] | set[int]) -> Ranges:
    """A set of numbers as ranges."""
    return joined((one, one) for one in numbers)


@given(NUMBERS, NUMBERS)
def test_as_with_sets(some: frozenset[int], others: frozenset[int]) -> None:
    """What is shared, contained, added and taken away is the same as with sets."""
    first, second = ranges(some), ranges(others)

    assert shared(first, second) == ranges(some & others)
    assert within(first, second) is (some <= others)
    assert added(first, second) == ranges({a + b for a, b in product(some, others)})
    assert taken_away(first, second) == ranges({a - b for a, b in product(some, others)})


@given(st.lists(NUMBERS, min_size=4, max_size=4))
@settings(max_examples=60, deadline=None)
def test_sums_leave_what_is_possible(sets: list[frozenset[int]]) -> None:
    """Of a whole with two parts, one of them the same as a fourth number, the possible ones are left."""
    possible = [
        (whole, one, other, same)
        for whole, one, other, same in product(*sets)
        if whole == one + other and same == other
    ]
    expected = [ranges(set(each)) for each in zip(*possible, strict=True)] if possible else None

    assert narrowed([ranges(one) for one in sets], [(0, (1, 2)), (3, (2,))]) == expected
