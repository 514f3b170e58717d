"""A measure's weekly numbers: one entry for every week of the cycle, with the goal in force."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from cyclebook.measuring.attainment import better_of, reached
from cyclebook.measuring.median import FEWEST_FOR_MEDIAN, median, useful
from cyclebook.model.fields import Amount, NotCollected
from cyclebook.model.storyboard import Better, Goal, Measure, WeekRow


@dataclass(frozen=True, slots=True)
class Week:
    """`value` is an amount, `NotCollected`, or None where the file says nothing."""

    week: int
    day: date | None
    value: Amount | NotCollected | None


@dataclass(frozen=True, slots=True)
class Weekly:
    """A measure by week. `goals` are (first week, target) in order; `at_goal` counts weeks at or past it.

    `median` is None where fewer than five weeks, or fewer than five weeks off the
    median, were counted, and for a running total.
    """

    measure: Measure
    better: Better | None
    weeks: tuple[Week, ...]
    goals: tuple[tuple[int, Decimal], ...]
    baseline: Decimal | None
    median: Decimal | None
    at_goal: tuple[int, int] | None

    @property
    def counted(self) -> list[tuple[int, Amount]]:
        """The weeks that have a number."""
        return [(week.week, week.value) for week in self.weeks if isinstance(week.value, Amount)]


def weekly(measure: Measure, rows: tuple[WeekRow, ...], goal: Goal | None, planned: int | None) -> Weekly:
    """The series of one measure over all weeks, planned or recorded."""
    by_week = {row.week: row for row in rows}
    last = max([*by_week, planned or 0, 1])
    weeks = tuple(
        Week(number, row.date if row else None, row.values.get(measure.id) if row else None)
        for number in range(1, last + 1)
        for row in [by_week.get(number)]
    )
    series = Weekly(
        measure, _direction(measure, goal), weeks, _goals(measure, goal), _baseline(measure, goal), None, None
    )
    values = [amount.value for _, amount in series.counted]
    return Weekly(
        measure,
        series.better,
        weeks,
        series.goals,
        series.baseline,
        None if measure.cumulative else _median(values),
        _at_goal(series),
    )


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


def _baseline(measure: Measure, goal: Goal | None) -> Decimal | None:
    if measure.baseline is not None:
        return measure.baseline.value
    if goal is not None and goal.baseline is not None and tracks(measure, goal):
        return goal.baseline.value
    return None


def _goals(measure: Measure, goal: Goal | None) -> tuple[tuple[int, Decimal], ...]:
    if measure.goal is None:
        return ()
    if goal is not None and goal.revised and tracks(measure, goal):
        return ((1, goal.revised[0].was.value), *((one.week, one.target.value) for one in goal.revised))
    return ((1, measure.goal.value),)


def _median(values: list[Decimal]) -> Decimal | None:
    middle = median(values)
    if middle is None or len(values) < FEWEST_FOR_MEDIAN or useful(values, middle) < FEWEST_FOR_MEDIAN:
        return None
    return middle


def _at_goal(series: Weekly) -> tuple[int, int] | None:
    if not series.goals or series.better is None or not series.counted:
        return None
    hits = 0
    for week, amount in series.counted:
        in_force = [target for first, target in series.goals if first <= week][-1]
        hits += reached(amount.value, in_force, series.better)
    return hits, len(series.counted)
