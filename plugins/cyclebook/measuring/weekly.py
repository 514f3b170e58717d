"""A measure's weekly numbers: one entry for every week of the cycle, with the goal in force."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from cyclebook.measuring.attainment import better_of, reached
from cyclebook.measuring.median import median
from cyclebook.measuring.runchart import Line, RunChart, analyse
from cyclebook.model.amounts import Amount, NotCollected
from cyclebook.model.goal import Better, Goal
from cyclebook.model.measure import Measure, WeekRow


@dataclass(frozen=True, slots=True)
class Week:
    """`value` is an amount, `NotCollected`, or None where the file says nothing."""

    week: int
    day: date | None
    value: Amount | NotCollected | None


@dataclass(frozen=True, slots=True)
class Weekly:
    """A measure by week. `goals` are (first week, target) in order; `at_goal` counts weeks at or past it.

    `chart` is the analysis; a running total has none. `median` is that of all weeks or of the
    baseline weeks, None where the analysis allows no such line, and where the size of the group
    varies: then shares are analysed, and counts have no common line.
    """

    measure: Measure
    better: Better | None
    weeks: tuple[Week, ...]
    goals: tuple[tuple[int, Decimal], ...]
    baseline: Decimal | None
    median: Decimal | None = None
    at_goal: tuple[int, int] | None = None
    chart: RunChart | None = None

    @property
    def counted(self) -> list[tuple[int, Amount]]:
        """The weeks that have a number."""
        return [(week.week, week.value) for week in self.weeks if isinstance(week.value, Amount)]

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes of the group in the counted weeks, each once, smallest first."""
        every = {amount.of or self.measure.of for _, amount in self.counted}
        return tuple(sorted(size for size in every if size is not None))

    @property
    def sizes_differ(self) -> bool:
        """True where the group of one week is more than a quarter larger than that of another."""
        return sizes_differ(self.sizes)

    @property
    def baseline_values(self) -> list[Decimal]:
        """The values of the baseline weeks; none where no such weeks are named."""
        first = self.measure.baseline_weeks or 0
        return [amount.value for week, amount in self.counted if week <= first]


def sizes_differ(sizes: Sequence[int]) -> bool:
    """True where the largest group is more than a quarter larger than the smallest."""
    return bool(sizes) and 4 * max(sizes) > 5 * min(sizes)


def weekly(measure: Measure, rows: tuple[WeekRow, ...], goal: Goal | None, planned: int | None) -> Weekly:
    """The series of one measure over all weeks, planned or recorded, and its analysis."""
    by_week = {row.week: row for row in rows}
    last = max([*by_week, planned or 0, 1])
    weeks = tuple(
        Week(number, row.date if row else None, row.values.get(measure.id) if row else None)
        for number in range(1, last + 1)
        for row in [by_week.get(number)]
    )
    series = Weekly(measure, _direction(measure, goal), weeks, _goals(measure, goal), None)
    chart = None if measure.cumulative else _analysed(series, max(by_week, default=0))
    return replace(
        series,
        baseline=_baseline(measure, goal, series, chart),
        median=_median(series, chart),
        at_goal=_at_goal(series),
        chart=chart,
    )


def with_weeks(series: Weekly, weeks: Sequence[Week]) -> Weekly:
    """The same measure with other numbers in its weeks, analysed anew up to the last week with a row."""
    other = replace(series, weeks=tuple(weeks))
    chart = None if series.chart is None else _analysed(other, series.chart.n_obs)
    return replace(other, median=_median(other, chart), at_goal=_at_goal(other), chart=chart)


def _analysed(series: Weekly, last: int) -> RunChart:
    """The run chart up to the `last` week with a row: counts, or shares of a group that varies."""
    values = [_plotted(series, week.value) for week in series.weeks[:last]]
    first = series.measure.baseline_weeks
    return analyse(values, baseline=min(first, last) if first and last else None, better=series.better)


def _plotted(series: Weekly, value: Amount | NotCollected | None) -> Decimal | None:
    if not isinstance(value, Amount):
        return None
    if len(series.sizes) < 2:
        return value.value
    size = value.of or series.measure.of
    # A count of nobody knows how many has no place among shares.
    return value.value / size if size else None


def _median(series: Weekly, chart: RunChart | None) -> Decimal | None:
    if chart is None or len(series.sizes) > 1:
        return None
    if chart.line is Line.FROZEN_MEDIAN:
        return median(series.baseline_values)
    drawn = chart.line in (Line.MEDIAN, Line.MEDIAN_SO_FAR)
    return median([amount.value for _, amount in series.counted]) if drawn else None


def tracks(measure: Measure, goal: Goal | None) -> bool:
    """True where the measure counts weekly what the goal asks for: same group, same target."""
    return (
        goal is not None
        and goal.target is not None
        and measure.goal is not None
        and measure.of == goal.of
        and measure.goal.value == goal.target.value
    )


def _direction(measure: Measure, goal: Goal | None) -> Better | None:
    if measure.better is not None:
        return measure.better
    return better_of(goal) if goal is not None and tracks(measure, goal) else None


def _baseline(measure: Measure, goal: Goal | None, series: Weekly, chart: RunChart | None) -> Decimal | None:
    """The value before the cycle; where baseline weeks are too few to judge by, their middle."""
    if measure.baseline is not None:
        return measure.baseline.value
    if goal is not None and goal.baseline is not None and tracks(measure, goal):
        return goal.baseline.value
    short = chart is not None and chart.line is Line.BASELINE and len(series.sizes) < 2
    return median(series.baseline_values) if short else None


def _goals(measure: Measure, goal: Goal | None) -> tuple[tuple[int, Decimal], ...]:
    if measure.goal is None:
        return ()
    if goal is not None and goal.revised and tracks(measure, goal):
        return ((1, goal.revised[0].was.value), *((one.week, one.target.value) for one in goal.revised))
    return ((1, measure.goal.value),)


def _at_goal(series: Weekly) -> tuple[int, int] | None:
    if not series.goals or series.better is None or not series.counted:
        return None
    hits = 0
    for week, amount in series.counted:
        in_force = [target for first, target in series.goals if first <= week][-1]
        hits += reached(amount.value, in_force, series.better)
    return hits, len(series.counted)
