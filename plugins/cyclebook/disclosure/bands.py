"""Shares as bands: how exactly the share of a group of n people may be told.

The larger the group, the narrower its bands. A band is open below and closed above,
except that the top one begins at its edge. Each holds at least three possible
counts; one that would hold fewer is joined to its neighbour.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from cyclebook.published import Band

FEWEST_COUNTS = 3


def band_of(share: Decimal, size: int) -> Band:
    """The band that holds a share (percent, 0 to 100) of `size` people, ten or more."""
    every = bands(size)
    top, _ = every[-1]
    if share >= top:
        return Band(top, 100, size)
    low, high = next(one for one in every if share <= one[1] and share < top)
    return Band(low, high, size)


@cache
def bands(size: int) -> tuple[tuple[int, int], ...]:
    """The bands of a group of `size`, ten or more, as (low, high) percents from the lowest up."""
    edge, width = _rule(size)
    top = 100 - edge
    marks = [edge, *(mark for mark in range(0, 100, width) if edge < mark < top), top]
    return ((0, edge), *_joined(marks, size), (top, 100))


def counts_in(band: tuple[int, int], size: int) -> tuple[int, int]:
    """The lowest and the highest count of `size` people whose share lies in a band of `bands`."""
    low, high = band
    top, _ = bands(size)[-1]
    lowest = -(-low * size // 100) if low == top else low * size // 100 + 1 if low else 0
    return lowest, -(-high * size // 100) - 1 if high == top else high * size // 100


def _rule(size: int) -> tuple[int, int]:
    """The outer edge and the inner width, in percent points."""
    for at_least, edge, width in ((300, 1, 1), (100, 2, 5), (40, 5, 5), (20, 10, 10)):
        if size >= at_least:
            return edge, width
    return 20, 20


def _joined(marks: list[int], size: int) -> Iterator[tuple[int, int]]:
    """Neighbours, joined from below until each holds enough counts; a rest joins the last."""
    kept = [marks[0]]
    for _, high in pairwise(marks):
        if _counts(kept[-1], high, size, top=marks[-1]) >= FEWEST_COUNTS:
            kept.append(high)
    if kept[-1] != marks[-1]:
        kept = [*(kept[:-1] if len(kept) > 1 else kept), marks[-1]]
    yield from pairwise(kept)


def _counts(low: int, high: int, size: int, *, top: int) -> int:
    """How many counts lie above `low` and up to `high`; `top` itself belongs to the top band."""
    last = -(-high * size // 100) - 1 if high == top else high * size // 100
    return last - low * size // 100
