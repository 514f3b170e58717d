"""Whole numbers that are still possible, as ranges, and what sums leave of them."""

from collections.abc import Iterable, Sequence

Ranges = tuple[tuple[int, int], ...]
"""Lowest and highest numbers of ranges, from the lowest up; two ranges never touch."""


def joined(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """The same numbers, with ranges that overlap or touch made one."""
    found: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return tuple(found)


def shared(some: Ranges, others: Ranges) -> Ranges:
    """The numbers that are in both."""
    both = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return joined((low, high) for low, high in both if low <= high)


def within(some: Ranges, others: Ranges) -> bool:
    """True where all numbers of `some` are among the `others`."""
    return shared(some, others) == some


def added(some: Ranges, others: Ranges) -> Ranges:
    """All sums of a number of each."""
    return joined((a + c, b + d) for a, b in some for c, d in others)


def taken_away(some: Ranges, others: Ranges) -> Ranges:
    """All differences of a number of `some` and one of the `others`."""
    return joined((a - d, b - c) for a, b in some for c, d in others)


def narrowed(known: Sequence[Ranges], sums: Sequence[tuple[int, Sequence[int]]]) -> list[Ranges] | None:
    """What is possible of each number where each whole is the sum of its parts; None where nothing is.

    `sums` are (place of the whole, places of its parts). Each is applied until none leaves less. That is
    exact where no chain of sums leads back to its beginning. Elsewhere it can leave too much.
    """
    left = list(known)
    changed = True
    while changed:
        changed = False
        for whole, parts in sums:
            less = [(whole, _sum(left[at] for at in parts))]
            for at in parts:
                others = _sum(left[other] for other in parts if other != at)
                less.append((at, taken_away(left[whole], others)))
            for at, possible in less:
                both = shared(left[at], possible)
                if not both:
                    return None
                changed = changed or both != left[at]
                left[at] = both
    return left


def _sum(each: Iterable[Ranges]) -> Ranges:
    found: Ranges = ((0, 0),)
    for ranges in each:
        found = added(found, ranges)
    return found
