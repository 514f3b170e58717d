"""Bands that must add up: which of them to keep back, so that their sum narrows none of the others.

Of 52 students, "over 70% to 75%" and its rest "over 20% to 25%" leave one count alone: 39 and 13.
"""

from collections.abc import Sequence
from itertools import combinations

from cyclebook.disclosure.bands import counts_in
from cyclebook.published import Band, Value

_MOST_TRIED = 4

Counts = tuple[int, int]
"""The lowest and the highest count that a reader must think possible."""


def counts_of(value: Value, size: int) -> Counts | None:
    """The counts of `size` people whose share lies in a band; None for what is no band."""
    if not isinstance(value, Band):
        return None
    return counts_in((value.low, value.high), size)


def kept_back(parts: Sequence[Counts | None], sizes: Sequence[int], total: Counts | None) -> frozenset[int]:
    """The fewest parts to withhold, by their places, so that the sum narrows no band that is shown.

    `parts` are bands as counts, None for what is withheld already, and `sizes` how many each could be at
    most; `total` is the range of the sum, None where a reader knows nothing of it. Of equally few the
    first are taken. All are, where none so few will do.
    """
    if total is None:
        return frozenset()
    shown = [place for place, part in enumerate(parts) if part is not None]
    for many in range(_MOST_TRIED + 1):
        for chosen in combinations(shown, many):
            left = [None if place in chosen else part for place, part in enumerate(parts)]
            if not _narrowed(left, sizes, total):
                return frozenset(chosen)
    return frozenset(shown)


def _narrowed(parts: Sequence[Counts | None], sizes: Sequence[int], total: Counts) -> bool:
    """True where the sum rules out an end of a part that is shown, or of the total."""
    ranges = [part or (0, size) for part, size in zip(parts, sizes, strict=True)]
    lows, highs = sum(low for low, _ in ranges), sum(high for _, high in ranges)
    if total[0] != total[1] and (lows > total[0] or highs < total[1]):
        return True
    return any(
        part is not None and (lows - part[0] + part[1] > total[1] or highs - part[1] + part[0] < total[0])
        for part in parts
    )
