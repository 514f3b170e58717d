"""The middle of a series."""

from collections.abc import Sequence
from decimal import Decimal


def median(values: Sequence[Decimal]) -> Decimal | None:
    """The middle value, or the mean of the middle two; None for no values. Exact."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def useful(values: Sequence[Decimal], centre: Decimal) -> int:
    """How many values are not on the centre line; those on it tell nothing of either side."""
    tolerance = Decimal("1e-9") * max(Decimal(1), abs(centre))
    return sum(abs(value - centre) > tolerance for value in values)
