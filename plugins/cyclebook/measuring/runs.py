"""Runs, crossings and trends of a series, and the limits that chance alone seldom passes.

The limits are Anhøj's: J. Anhøj and A. Vingaard Olesen, "Run charts revisited", PLoS ONE 9(11), 2014.
"""

import math
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from cyclebook.measuring.median import tolerance


def runs(sides: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Side and length of each run, in order, of useful points given by their side (1 or -1)."""
    return tuple((side, len(list(group))) for side, group in groupby(sides))


def longest_run_by_chance(useful: int) -> int:
    """The longest run that is no signal: log2 of the useful points, rounded, plus 3."""
    return round(math.log2(useful)) + 3


def fewest_crossings_by_chance(useful: int) -> int:
    """The fewest crossings that are no signal: the 5% quantile of a fair coin thrown useful - 1 times.

    In whole numbers, so that no rounding decides.
    """
    throws = useful - 1
    ways, below, fewest = 1, 1, 0
    while below * 20 < 2**throws:
        ways = ways * (throws - fewest) // (fewest + 1)
        below += ways
        fewest += 1
    return fewest


def longest_trend(values: Sequence[Decimal], centre: Decimal) -> int:
    """The most points in a row that only rise or only fall; 0 without values.

    Equal neighbours (to the tolerance of the centre line) neither make nor break a trend.
    """
    allowed = tolerance(centre)
    distinct: list[Decimal] = []
    for value in values:
        if not distinct or abs(value - distinct[-1]) > allowed:
            distinct.append(value)
    steps = [1 if after > before else -1 for before, after in pairwise(distinct)]
    return max((length for _, length in runs(steps)), default=len(distinct) - 1) + 1
