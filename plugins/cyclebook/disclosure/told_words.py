"""Which weeks a published word ("signal", "no signal") may come from, and when it tells too much.

A word is a fact about every week behind it. So a week whose number is withheld has no part in
it, and of the others none may be known more closely by it: for either end of each band there must be
numbers of the other weeks, in their own bands, with which the series says the same. Otherwise nothing is
said. Only some such numbers are tried, so a word may stay back that could have been said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from cyclebook.disclosure.bands import counts_in
from cyclebook.measuring.runchart import Reason, RunChart, Says
from cyclebook.measuring.weekly import Week, Weekly, with_weeks
from cyclebook.model.amounts import Amount
from cyclebook.published import Absent, Band, Point

_JUDGED = (Says.NO_SIGNAL, Says.SIGNAL, Says.SHIFT_ABOVE, Says.SHIFT_BELOW)


def told_by(weekly: Weekly, points: Sequence[Point]) -> Weekly:
    """The series that words may be said of: `points` are its weeks as published.

    Its chart is None where the word would narrow a band.
    """
    kept = [
        replace(week, value=None)
        if isinstance(point.value, Absent) and isinstance(week.value, Amount)
        else week
        for week, point in zip(weekly.weeks, points, strict=True)
    ]
    seen = with_weeks(weekly, kept)
    if seen.chart is None or seen.chart.says not in _JUDGED:
        return seen
    word = _word(seen.chart)
    ends = [_ends(week, point, seen.measure.of) for week, point in zip(seen.weeks, points, strict=True)]
    others = [list(seen.weeks), *_patterns(seen.weeks, ends)]

    def possible(index: int, value: Decimal) -> bool:
        return any(_word(with_weeks(seen, _with(one, index, value)).chart) == word for one in others)

    wide = all(possible(index, value) for index, both in enumerate(ends) if both for value in both)
    return seen if wide else replace(seen, chart=None)


def _word(chart: RunChart | None) -> tuple[object, ...]:
    """All that is published of a reading in words."""
    return (chart.says, chart.line, Reason.UNSTEADY_BASELINE in chart.reasons) if chart else ()


def _ends(week: Week, point: Point, size: int | None) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest number in the band of a week: counts of the group, or percents."""
    if not isinstance(week.value, Amount) or not isinstance(point.value, Band):
        return None
    band, size = point.value, week.value.of or size
    if week.value.percent or size is None:
        return Decimal(band.low), Decimal(band.high)
    lowest, highest = counts_in((band.low, band.high), size)
    return Decimal(lowest), Decimal(highest)


def _patterns(weeks: Sequence[Week], ends: Sequence[tuple[Decimal, Decimal] | None]) -> Iterator[list[Week]]:
    """The weeks at the ends of their bands: in turns of one, two, three; up to a week one, then the other."""
    places = range(len(weeks))
    sides = [[index // length % 2 for index in places] for length in (1, 2, 3)]
    sides += [[int(index >= split) for index in places] for split in places]
    for side in sides:
        for first in (0, 1):
            changed = list(weeks)
            for index, both in enumerate(ends):
                if both:
                    changed = _with(changed, index, both[(side[index] + first) % 2])
            yield changed


def _with(weeks: Sequence[Week], index: int, value: Decimal) -> list[Week]:
    changed, week = list(weeks), weeks[index]
    if isinstance(week.value, Amount):
        changed[index] = replace(week, value=replace(week.value, value=value))
    return changed
