"""Where published values stand on the scale of a series: a number at one place, a band between two.

A series with bands is drawn in percent of its group, any other in its own amounts.
"""

from cyclebook.figures.runchart.attainment import goal_steps
from cyclebook.published import Band, Form, GoalStep, Known, Number, Series

Extent = tuple[float, float]


def amount(series: Series, number: Number) -> float | None:
    """Where a number stands; None where it has no place on a scale of percent."""
    if not series.banded:
        return float(number.value)
    if number.share is None and number.form is Form.COUNT and series.of:
        return float(number.value * 100 / series.of)
    return None if number.share is None else float(number.share)


def known(series: Series) -> dict[int, Known]:
    """The number or band of each counted week."""
    return {point.week: point.value for point in series.counted if isinstance(point.value, Number | Band)}


def extents(series: Series) -> dict[int, Extent]:
    """The lowest and the highest place of each counted week; the same place twice for a number."""
    found = {}
    for week, value in known(series).items():
        if isinstance(value, Band):
            found[week] = (float(value.low), float(value.high))
        elif (place := amount(series, value)) is not None:
            found[week] = (place, place)
    return found


def drawn_goals(series: Series) -> tuple[GoalStep, ...]:
    """The versions of the goal that have a place on the scale."""
    return tuple(step for step in goal_steps(series) if amount(series, step.value) is not None)


def line_amounts(series: Series) -> list[float]:
    """The places of goals, baseline and median."""
    lines = [number for number in (series.baseline, series.median) if number]
    places = [amount(series, number) for number in (*(step.value for step in goal_steps(series)), *lines)]
    return [place for place in places if place is not None]
