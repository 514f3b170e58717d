"""The middle of a series, and which values lie off it."""

from collections.abc import Sequence
from decimal import Decimal

FEWEST_FOR_MEDIAN = 5


def median(values: Sequence[Decimal]) -> Decimal | None:
    """The middle value, or the mean of the middle two; None for no values. Exact."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def sides(values: Sequence[Decimal], centre: Decimal) -> tuple[int, ...]:
    """1 for each value above the centre line, -1 for each below it; those on it are left out.

    On the line is what differs from it by at most 1e-9 of it (or 1e-9, near zero).
    """
    allowed = tolerance(centre)
    return tuple(1 if value > centre else -1 for value in values if abs(value - centre) > allowed)


def useful(values: Sequence[Decimal], centre: Decimal) -> int:
    """How many values are not on the centre line; those on it tell nothing of either side."""
    return len(sides(values, centre))


def tolerance(centre: Decimal) -> Decimal:
    """How far a value may be from the centre line and still be on it."""
    return Decimal("1e-9") * max(Decimal(1), abs(centre))
