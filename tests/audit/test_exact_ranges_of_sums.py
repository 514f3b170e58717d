"""The audit's own solver leaves the same range for every unknown as scipy's exact one."""

import random

import pytest
from exact_ranges import exact_range

from cyclebook.audit.ranges import Contradiction, Sum, Unknowns


def random_sums(dice: random.Random) -> Unknowns:
    """A table with totals, some of it unknown, and sometimes one more sum that fits no table."""
    height, width = dice.randint(1, 4), dice.randint(1, 4)
    values = {
        (r, c): dice.choice([dice.randint(0, 12), dice.randint(0, 60)])
        for r in range(height)
        for c in range(width)
    }
    values |= {(r, width): sum(values[r, c] for c in range(width)) for r in range(height)}
    values |= {(height, c): sum(values[r, c] for r in range(height)) for c in range(width + 1)}
    part = dice.choice([0.3, 0.6, 0.9])
    found = Unknowns()
    for key, value in values.items():
        hidden = dice.random() < part
        found.bounds[key] = (0, dice.choice([None, None, max(9, value)])) if hidden else (value, value)
    for r in range(height + 1):
        found.sums.append(Sum({(r, width): -1, **{(r, c): 1 for c in range(width)}}, 0, 0))
    for c in range(width + 1):
        found.sums.append(Sum({(height, c): -1, **{(r, c): 1 for r in range(height)}}, 0, 0))
    if dice.random() < 0.4:
        terms = {key: dice.choice([1, 2, -1, 3]) for key in dice.sample(sorted(values), min(4, len(values)))}
        told = sum(times * values[key] for key, times in terms.items())
        found.sums.append(Sum(terms, told - dice.randint(0, 2), told + dice.randint(0, 2)))
    return found


def compared(seed: int, tables: int, at_most: int) -> tuple[int, int]:
    """How many ranges were compared, and how many the audit cut short; those contain the true range."""
    dice = random.Random(seed)  # noqa: S311 - invented data, nothing secret
    exact = short = 0
    for _ in range(tables):
        unknowns = random_sums(dice)
        for keys, sums in unknowns.groups():
            wanted = [key for key in keys if unknowns.bounds[key][0] != unknowns.bounds[key][1]][:at_most]
            for key, left in unknowns.possible(keys, sums, wanted).items():
                least, most = exact_range(unknowns, key)
                if left.exact:
                    assert (left.least, left.most) == (least, most)
                    exact += 1
                else:
                    assert left.least <= least
                    assert left.most is None or (most is not None and most <= left.most)
                    short += 1
    return exact, short


def test_ranges_are_those_of_an_exact_solver() -> None:
    """On tables of up to four by four, with totals and odd sums; hardly any search is cut short."""
    exact, short = compared(seed=1, tables=60, at_most=3)
    assert exact > 100
    assert short <= exact // 20


@pytest.mark.slow
def test_ranges_are_those_of_an_exact_solver_at_length() -> None:
    """The same on many more tables."""
    exact, short = compared(seed=2, tables=600, at_most=8)
    assert exact > 2_000
    assert short <= exact // 20


def test_sums_that_no_numbers_keep_are_a_contradiction() -> None:
    """Two sums that cannot both hold are reported, and no range is made up."""
    unknowns = Unknowns({"a": (0, None), "b": (0, None), "c": (0, None)})
    unknowns.sums = [Sum({"a": 1, "b": 1, "c": 1}, 20, 20), Sum({"a": 1, "b": 1}, 25, 25)]
    ((keys, sums),) = unknowns.groups()
    with pytest.raises(Contradiction):
        unknowns.possible(list(keys), list(sums), ["a"])
