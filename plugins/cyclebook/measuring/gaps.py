"""Weeks that a series passes over: between two week numbers, or between two dates."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

WEEK = 7


def weeks_between(weeks: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """After each week number, in order, those that are passed over before the next one."""
    return tuple(tuple(range(here + 1, after)) for here, after in pairwise([*weeks, 0]))


def days_between(days: Sequence[date]) -> tuple[tuple[date, ...], ...]:
    """After each date, in order, the days on which a week that was passed over would have been counted.

    By the usual step, which is the most frequent one, and a week at least: rows of one
    week on several days leave no gap at the weekend.
    """
    steps = [(after - here).days for here, after in pairwise(days)]
    often = Counter(steps)
    usual = max(WEEK, max(often, key=lambda step: (often[step], -step), default=WEEK))
    # Half a step late is late; more is a week passed over.
    missed = [(2 * step + usual) // (2 * usual) - 1 for step in steps]
    gaps = (
        tuple(day + timedelta(days=usual * number) for number in range(1, count + 1))
        for day, count in zip(days, missed, strict=False)
    )
    return (*gaps, ()) if days else ()
