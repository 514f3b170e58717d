"""Shares as bands: how exactly the share of a group of n people may be told.

The larger the group, the narrower its bands. A band is open below and closed above,
except that the top one begins at its edge. Each holds at least three possible
counts; one that would hold fewer is joined to its neighbour.

Under the policy `strict` counts near nobody and near everybody have no band at all. There, and
wherever the size of a group is not told, the bands are wide and do not depend on the size: else
the edges would tell it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from math import ceil, floor

from cyclebook.disclosure.ranges import Ranges, joined
from cyclebook.published import Band

FEWEST_COUNTS = 3
MOST_WITHHELD = 9
"""Under `strict` nothing is shown of so many people or fewer, counted or left over."""

_WIDE = ((0, 30), (30, 40), (40, 50), (50, 60), (60, 70), (70, 100))
_WIDEST = ((0, 35), (35, 65), (65, 100))
_HALVES = ((0, 50), (50, 100))
_MANY, _MANY_UNDER_STRICT, _FEWEST_UNDER_STRICT = 30, 41, 25
"""From so many people on, each band of `_WIDE`, and of `_HALVES`, holds three counts that are shown.

Where a size is not told, neither may edges tell it. These are the same for all sizes of a class, and each can
occur in every one of them. All are closed above, the top one is open below.
"""

_PLACES = 6  # a count that was written as a share comes back with what the division left over


def counted_share(percent: Decimal, size: int) -> Decimal:
    """The share of the one whole count that a percent stands for, as an author rounds or cuts it.

    Of 29 people 90% are 26, a share of 89.7%: so a count has one band, however it is written. A percent
    stays as it is where several counts round to it, and where none does and none is cut to it: it is an
    average, or a share of other people.
    """
    half = Decimal(5).scaleb(min(0, int(percent.as_tuple().exponent)) - 1)
    first, last = ceil((percent - half) * size / 100), floor((percent + half) * size / 100)
    if first > last:
        first = last = ceil(percent * size / 100)
    share = Decimal(first * 100) / size
    return share if first == last and share < percent + 2 * half else percent


def band_of(share: Decimal, size: int) -> Band:
    """The band that holds a share (percent, 0 to 100) of `size` people, ten or more."""
    return Band(*_holding(share, size), size)


def band_without_size(share: Decimal, size: int) -> Band:
    """The band of a share of `size` people, ten or more, whose number is not told."""
    return _wide_band(_bands_without_size(size), share)


def _bands_without_size(size: int) -> tuple[tuple[int, int], ...]:
    return _WIDE if size >= _MANY else _WIDEST


def strict_band_of(share: Decimal, size: int) -> Band | None:
    """The band of a share under `strict`, without the size; None where it is withheld.

    Nobody and everybody are withheld like one to nine: were they shown, their band would tell them apart.
    """
    count = round(share * size / 100, _PLACES)
    every = strict_bands(size)
    if not every or not MOST_WITHHELD + 1 <= count <= size - MOST_WITHHELD - 1:
        return None
    return _wide_band(every, share)


def _wide_band(every: Sequence[tuple[int, int]], share: Decimal) -> Band:
    low, high = next(one for one in every if share <= one[1])
    return Band(low, high, over=high == 100)


def strict_bands(size: int) -> tuple[tuple[int, int], ...]:
    """The bands of `strict` from the lowest up; none for a group of which too few counts could be shown."""
    if size < _FEWEST_UNDER_STRICT:
        return ()
    return _WIDE if size >= _MANY_UNDER_STRICT else _HALVES


def _holding(share: Decimal, size: int) -> tuple[int, int]:
    """The band of a share: it holds its upper end, but for the one below the top band."""
    every = bands(size)
    top, _ = every[-1]
    return next((one for one in every if share < one[1] or share == one[1] != top), every[-1])


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


@cache
def answers(size: int, *, strict: bool, size_told: bool = True) -> tuple[Ranges, ...]:
    """All that can be told of a count of `size` people, each as the counts that it stands for.

    Under `strict` that nothing is told is the first of them; it is the only one where no band is left.
    """
    if not strict:
        every = bands(size) if size_told else _bands_without_size(size)
        return tuple((counts_in(band, size),) for band in every)
    every = strict_bands(size)
    if not every:
        return (((0, size),),)
    last = size - MOST_WITHHELD - 1
    tops = [*(counts_in(band, size)[1] for band in every[:-1]), last]
    bottoms = [MOST_WITHHELD + 1, *(top + 1 for top in tops)]
    outside = joined([(0, MOST_WITHHELD), (size - MOST_WITHHELD, size)])
    return (outside, *(((low, high),) for low, high in zip(bottoms, tops, strict=False)))


def strict_answer(band: Band | None, size: int) -> Ranges:
    """The counts that a band of `strict` stands for, or that nothing is told."""
    every = answers(size, strict=True)
    return every[0] if band is None else every[strict_bands(size).index((band.low, band.high)) + 1]


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
