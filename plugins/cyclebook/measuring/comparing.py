"""Groups side by side: the difference between two shares, and the interval that belongs to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cyclebook.measuring.intervals import design_effect, newcombe, risk_ratio
from cyclebook.model.comparison import ComparedGroup, Comparison

_Count = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """The first group of a comparison against another one, by their indexes.

    `points` is the share of the first minus that of the other, in percentage points, with
    the `low` and `high` end of its 95% interval (Newcombe). `ratio` is the risk ratio with its ends
    (Katz), None where a count is 0 or the interval was `widened`, for people of one school are alike.
    """

    first: int
    other: int
    points: float
    low: float
    high: float
    ratio: tuple[float, float, float] | None
    widened: bool

    @property
    def clear(self) -> bool:
        """True where the interval excludes zero."""
        return self.low > 0 or self.high < 0


def differences(comparison: Comparison) -> tuple[Difference, ...]:
    """The first group against each other one, where both counts are known.

    A percentage is no count, so nothing is reckoned from "75%" or from "nearly 500". Where
    people of one school are said to be alike, and nobody says how many schools there are,
    no interval can be trusted and there is no difference.
    """
    return tuple(
        _difference(index, first, other, effect)
        for index, first, other in _pairs(comparison)
        if (effect := _effect(comparison, index, first, other)) is not None
    )


def counts_compared(comparison: Comparison) -> bool:
    """True where the first group and another one have counts to set side by side."""
    return any(True for _ in _pairs(comparison))


def _pairs(comparison: Comparison) -> Iterator[tuple[int, _Count, _Count]]:
    """The index of each other group whose count is known, the count of the first group, and its own."""
    counts = [_count(group) for group in comparison.groups]
    first = counts[0] if counts else None
    for index, other in enumerate(counts[1:], 1):
        if first is not None and other is not None:
            yield index, first, other


def _difference(index: int, first: _Count, other: _Count, effect: float) -> Difference:
    low, high = newcombe(*first, *other, design_effect=effect)
    widened = effect > 1
    ratio = None if widened or 0 in (first[0], other[0]) else risk_ratio(*first, *other)
    points = first[0] / first[1] - other[0] / other[1]
    return Difference(0, index, points * 100, low * 100, high * 100, ratio, widened)


def _effect(comparison: Comparison, index: int, *counts: _Count) -> float | None:
    """The design effect of results by school: 1 where nobody speaks of schools, None where it is unknown."""
    if comparison.icc is None:
        return 1.0
    schools = [comparison.groups[one].schools for one in (0, index)]
    known = [number for number in schools if number]
    if len(known) < len(schools):
        return None
    people = sum(size for _, size in counts)
    return design_effect(max(people / sum(known), 1.0), float(comparison.icc))


def _count(group: ComparedGroup) -> _Count | None:
    """People who reached the measure, and all of the group."""
    if group.result is None or group.result.percent:
        return None
    size = group.result.of or group.of
    whole = group.result.value == Decimal(int(group.result.value))
    return (int(group.result.value), size) if size and whole and group.result.value <= size else None
