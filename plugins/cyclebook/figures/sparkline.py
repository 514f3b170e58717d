"""The weeks of a measure as a line in a table cell, which says the numbers in words."""

from cyclebook.figures import colours, pen
from cyclebook.figures.marks import Bar, Box, Disc, Path, Rule
from cyclebook.figures.runchart.extents import amount, drawn_goals, extents
from cyclebook.figures.runchart.values import amounts
from cyclebook.published import Series

_WIDTH, _HEIGHT, _EDGE = 104.0, 30.0, 4.0
_DASHES = (3.0, 2.0)


def sparkline(series: Series) -> str:
    """An `<svg>` of 104 by 30, hidden from assistive technology; empty where no week has a number.

    It runs from the series' own lowest to its highest amount. A missing week is a gap, the
    goal in force is dashed, a band is a box.
    """
    places = extents(series)
    if not places:
        return ""
    goals = [amount(series, step.value) for step in drawn_goals(series)[-1:]]
    goal = goals[0] if goals else None
    ends = [end for extent in places.values() for end in extent] + ([] if goal is None else [goal])
    low, high = min(ends), max(ends)
    weeks = [point.week for point in series.points]
    pitch = (_WIDTH - 2 * _EDGE) / max(len(weeks) - 1, 1)
    xs = {week: _EDGE + pitch * number for number, week in enumerate(weeks)}

    def y(at: float) -> float:
        part = (at - low) / (high - low) if high > low else 0.5
        return _HEIGHT - _EDGE - (_HEIGHT - 2 * _EDGE) * part

    marks: list[pen.Mark] = []
    if goal is not None:
        marks.append(Rule(0, y(goal), _WIDTH, y(goal), colours.MARK, 1.2, _DASHES))
    run: list[tuple[float, float]] = []
    numbers = amounts(series)
    for week in weeks:
        if week in numbers:
            run.append((xs[week], y(places[week][0])))
            continue
        marks += _line(run)
        run = []
        if week in places:
            half = min(max(pitch * 0.35, 1), 5)
            low_y, high_y = (y(end) for end in places[week])
            box = Box(xs[week] - half, min(high_y, low_y - 2), xs[week] + half, low_y)
            marks.append(Bar(box, colours.DATA))
    marks += _line(run)
    if numbers:
        last = max(numbers)
        marks.append(Disc(xs[last], y(places[last][0]), 2.8, colours.DATA))
    return (
        f'<svg class="spark" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" width="{_WIDTH:g}" height="{_HEIGHT:g}" '
        f'aria-hidden="true" focusable="false" data-search-exclude="">{pen.drawn(marks)}</svg>'
    )


def _line(run: list[tuple[float, float]]) -> list[pen.Mark]:
    """A run of neighbouring weeks; one alone is a dot."""
    if len(run) > 1:
        return [Path(tuple(run), colours.DATA, 1.8)]
    return [Disc(x, y, 1.8, colours.DATA) for x, y in run]
