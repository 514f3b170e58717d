"""Parts that add up to a group do not tell each other: how groups spread over bands, as published."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_networks import cohort, published_cohort, team
from table_oracle import Truth

from cyclebook.disclosure.bands import FEWEST_COUNTS, counts_in
from cyclebook.model.privacy import PolicyName
from cyclebook.published import Absence, Absent, Band, DistributionRow, Number, Value

APPROVED = {
    PolicyName.OPEN: {"approved": {"by": "Data steward", "because": "the counts are invented"}},
    PolicyName.BANDED: {"because": "the students of this cohort are few"},
}
GONE = Absent(Absence.WORKED_OUT)


def published(shares: Sequence[object], of: int, policy: PolicyName = PolicyName.OPEN) -> DistributionRow:
    """The one group of a cohort's distribution, as published."""
    told = {
        "what": "late days",
        "bands": [f"band {at}" for at in range(len(shares))],
        "groups": [{"name": "All", "of": str(of), "shares": [str(one) for one in shares]}],
    }
    found = published_cohort(
        cohort(team(), distributions=[told], privacy={"policy": policy.value, **APPROVED[policy]})
    )
    assert found is not None
    (row,) = found.distributions[0].spread.groups
    return row


def words(row: DistributionRow) -> list[str]:
    """What each part reads, "-" for those withheld here."""
    return ["-" if share == GONE else share.short for share in row.shares]


@pytest.mark.parametrize(
    ("shares", "of", "expected"),
    [
        ([20, 25, 35], 80, ["20", "25", "35"]),
        ([4, 30, 46], 80, ["-", "-", "46"]),
        ([46, 30, 4], 80, ["-", "30", "-"]),
        ([4, 6, 70], 80, ["-", "-", "70"]),
        ([4, 3, 73], 80, ["-", "-", "-"]),
        ([0, 30, 50], 80, ["0", "30", "50"]),
        (["5%", "45%", "50%"], 80, ["-", "-", "50%"]),
        (["25%", "25%", "50%"], 80, ["25%", "25%", "50%"]),
        (["not published", 30, 46], 80, ["not published", "-", "46"]),
        (["not published", 30, 36], 80, ["not published", "30", "36"]),
        (["not published", "not published", 76], 80, ["not published", "not published", "-"]),
        ([30, 46], 80, ["-", "46"]),
    ],
)
def test_a_small_part_takes_another_with_it(shares: list[object], of: int, expected: list[str]) -> None:
    """Under open: fewer than ten in a part, or left over, and another part is withheld beside it."""
    row = published(shares, of)

    assert (expected, f"{of}") == (words(row), row.size.short)


def test_the_size_goes_where_nothing_else_does() -> None:
    """3, 3 and 4 of ten: each would be eight at most. So the size goes, and the zero that says it."""
    row = published([0, 3, 3, 4], 10)

    assert words(row) == ["-", "-", "-", "-"]
    assert row.size == GONE


def test_what_is_withheld_does_not_say_which_part_is_small() -> None:
    """The small part and the one that protects it read the same."""
    first, second, _ = published([4, 30, 46], 80).shares

    assert first == second == GONE
    assert (first.text, first.short) == ("withheld, so that private numbers cannot be worked out", "withheld")


@pytest.mark.parametrize(
    ("shares", "of", "expected"),
    [
        ([12, 28], 40, ["25–35%", "-"]),
        ([52, 33, 15], 100, ["50–55%", "30–35%", "-"]),
        ([76, 4], 80, ["≥95%", "≤5%"]),
        ([20, 30, "not published"], 80, ["20–25%", "35–40%", "not published"]),
    ],
)
def test_ranges_do_not_narrow_each_other(shares: list[object], of: int, expected: list[str]) -> None:
    """Under banded a part is withheld where those told before it cut its range."""
    assert expected == words(published(shares, of, PolicyName.BANDED))


def possible(row: DistributionRow, size: int) -> list[set[int]]:
    """By trying everything: which counts each part can have, for all that the row shows."""

    def told(share: Value) -> range:
        low, high = counts_in((share.low, share.high), size) if isinstance(share, Band) else (0, size)
        return range(low, high + 1)

    *first, last = map(told, row.shares)
    every = [(*some, size - sum(some)) for some in product(*first) if size - sum(some) in last]
    return [set(part) for part in zip(*every, strict=True)]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 25), min_size=2, max_size=3).filter(lambda counts: sum(counts) >= 10))
def test_every_range_is_as_wide_as_it_reads(counts: list[int]) -> None:
    """Under banded no shown range can be narrowed, and nothing withheld is left with one or two counts."""
    size = sum(counts)
    row = published(counts, size, PolicyName.BANDED)

    for share, left in zip(row.shares, possible(row, size), strict=True):
        if isinstance(share, Band):
            low, high = counts_in((share.low, share.high), size)
            assert left == set(range(low, high + 1))
        else:
            assert len(left) >= FEWEST_COUNTS


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 40), min_size=2, max_size=5).filter(lambda counts: sum(counts) >= 10))
def test_no_small_part_can_be_recovered(counts: list[int]) -> None:
    """Under open the integer program of the tables' tests works no small part out."""
    row = published(counts, sum(counts))
    entries = [*row.shares, row.size]
    hidden = frozenset(at for at, entry in enumerate(entries) if not isinstance(entry, Number))

    assert Truth(counts, zeros_public=True).recovered(hidden) is None or row.size == GONE
