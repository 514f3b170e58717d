"""The cheapest set that takes one from each of many sets, held against trying them all."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from cyclebook.disclosure.tables.cover import quick_cover, smallest_cover

SETS = st.lists(st.integers(1, 2**8 - 1), max_size=12)
COSTS = st.lists(st.integers(1, 9), min_size=8, max_size=8)


def cost(cover: int, costs: list[int]) -> int:
    return sum(price for bit, price in enumerate(costs) if cover >> bit & 1)


def cheapest(sets: list[int], costs: list[int]) -> int:
    """By trying all 256."""
    every = (sum(some) for many in range(9) for some in combinations([1 << bit for bit in range(8)], many))
    return min(cost(one, costs) for one in every if all(one & other for other in sets))


@given(SETS, COSTS)
def test_no_cover_is_cheaper(sets: list[int], costs: list[int]) -> None:
    """It meets every set, at the least cost there is."""
    found = smallest_cover(sets, costs, None)

    assert found is not None
    assert all(found & one for one in sets)
    assert cost(found, costs) == cheapest(sets, costs)


@given(SETS, COSTS)
def test_a_quick_cover_meets_every_set(sets: list[int], costs: list[int]) -> None:
    """It may cost more, but leaves no set out."""
    assert all(quick_cover(sets, costs) & one for one in sets)


def test_patience_ends() -> None:
    """A search of too many branches gives nothing, rather than something that is not the cheapest."""
    pairs = [1 << one | 1 << other for one, other in combinations(range(8), 2)]

    assert smallest_cover(pairs, [1] * 8, 3) is None
    assert smallest_cover(pairs, [1] * 8, 10_000) == 0b01111111
