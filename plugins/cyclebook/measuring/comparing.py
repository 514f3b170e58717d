"""Groups side by side: the difference between two shares, and the interval that belongs to it."""

from dataclasses import dataclass
from decimal import Decimal

from cyclebook.measuring.intervals import design_effect, newcombe, risk_ratio
from cyclebook.model.comparison import ComparedGroup, Comparison


@dataclass(frozen=True, slots=True)
class Difference:
    """The first group of a comparison against another one, by their indexes.

    `points` is the share of the first minus that of the other, in percentage points, with
    the `low` and `high` end of its 95% interval (Newcombe). `ratio` is the risk ratio with its ends
    (Katz), None where a count is 0 or schools were allowed for. `widened` where they were.
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

    A percentage is no count, so nothing is reckoned from "75%" or from "nearly 500".
    """
    counts = [_count(group) for group in comparison.groups]
    first = counts[0] if counts else None
    if first is None:
        return ()
    return tuple(
        _difference(comparison, index, first, other)
        for index, other in enumerate(counts[1:], 1)
        if other is not None
    )


def _difference(
    comparison: Comparison, index: int, first: tuple[int, int], other: tuple[int, int]
) -> Difference:
    effect = _effect(comparison, comparison.groups[0], comparison.groups[index])
    low, high = newcombe(*first, *other, design_effect=effect or 1.0)
    ratio = None if effect or 0 in (first[0], other[0]) else risk_ratio(*first, *other)
    points = first[0] / first[1] - other[0] / other[1]
    return Difference(0, index, points * 100, low * 100, high * 100, ratio, effect is not None)


def _effect(comparison: Comparison, *groups: ComparedGroup) -> float | None:
    """The design effect of results by school; None where it cannot be known."""
    if comparison.icc is None:
        return None
    sizes = [(group.of, group.schools) for group in groups]
    if not all(people and schools for people, schools in sizes):
        return None
    people = sum(people or 0 for people, _ in sizes)
    schools = sum(schools or 0 for _, schools in sizes)
    return design_effect(max(people / schools, 1.0), float(comparison.icc.value))


def _count(group: ComparedGroup) -> tuple[int, int] | None:
    """People who reached the measure, and all of the group."""
    if group.result is None or group.result.percent:
        return None
    size = group.result.of or group.of
    whole = group.result.value == Decimal(int(group.result.value))
    return (int(group.result.value), size) if size and whole and group.result.value <= size else None
