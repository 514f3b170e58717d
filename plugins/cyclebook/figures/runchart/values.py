"""The counted weeks: a line that breaks where a week is missing, points, and their numbers."""

from collections.abc import Iterator
from itertools import pairwise

from cyclebook.figures import colours, lettering
from cyclebook.figures.marks import Anchor, Box, Datum, Label, Rule
from cyclebook.figures.runchart.frame import Frame
from cyclebook.published import Form, Number, Series

# With fewer weeks than this the numbers are the chart: all are large.
FEW = 5


def amounts(series: Series) -> dict[int, Number]:
    """The number of each counted week."""
    return {point.week: point.value for point in series.counted if isinstance(point.value, Number)}


def value_text(series: Series, number: Number) -> str:
    """What stands at a point: the number, with the group's size where that varies ("19/50")."""
    if not series.varying_group or number.of is None:
        return number.short
    if number.form is Form.COUNT:
        return f"{number.short}/{number.of:,}"
    return f"{number.short} of {number.of:,}"


def path(series: Series, frame: Frame) -> list[Datum]:
    """The line's corners; a new segment begins after every missing week."""
    counted = amounts(series)
    rows: list[Datum] = []
    segment = 0
    for week in frame.weeks.weeks:
        if week not in counted:
            segment += 1
            continue
        rows.append(
            {"at": frame.weeks.at(week), "value": float(counted[week].value), "segment": str(segment)}
        )
    return rows


def points(series: Series, frame: Frame) -> list[Datum]:
    """A disc for each counted week."""
    return [
        {
            "at": frame.weeks.at(week),
            "value": float(number.value),
            "area": 4 * frame.point**2,
            "fill": colours.DATA,
            "stroke": colours.PAPER,
            "width": round(min(1.5, frame.point * 0.3), 2),
        }
        for week, number in amounts(series).items()
    ]


def point_boxes(series: Series, frame: Frame) -> list[Box]:
    """The room that the points take."""
    radius = frame.point
    places = [(frame.x(week), frame.y(float(number.value))) for week, number in amounts(series).items()]
    return [Box(x - radius, y - radius, x + radius, y + radius) for x, y in places]


def joins(series: Series, frame: Frame) -> list[Rule]:
    """The line between neighbouring counted weeks, as straight pieces."""
    counted = amounts(series)
    spots = [
        (frame.x(week), frame.y(float(counted[week].value))) if week in counted else None
        for week in frame.weeks.weeks
    ]
    return [Rule(*a, *b, colours.DATA, 2.8) for a, b in pairwise(spots) if a and b]


def by_importance(series: Series, *, every: bool) -> list[int]:
    """The weeks to be labelled after the last one: first, highest, lowest and, if wanted, all others."""
    counted = amounts(series)
    weeks = list(counted)
    ordered = sorted(weeks, key=lambda week: (counted[week].value, week))
    leading = [weeks[0], ordered[-1], ordered[0]] if weeks else []
    wanted = dict.fromkeys([*leading, *(weeks if every else [])])
    return [week for week in wanted if week != weeks[-1]]


def value_places(series: Series, week: int, frame: Frame) -> Iterator[Label]:
    """Places for the number of a week, best first: above it, or below it where the line dips.

    Beside it only where the next week is far enough to leave no doubt whose number it is.
    """
    counted = amounts(series)
    text, size = value_text(series, counted[week]), frame.format.text
    x, y = frame.x(week), frame.y(float(counted[week].value))
    near = frame.point
    above, below = y - near - size * 0.38, y + near + size * 1.0
    weeks = list(counted)
    place = weeks.index(week)
    beside = [counted[w].value for w in weeks[max(place - 1, 0) : place + 2] if w != week]
    dips = all(counted[week].value < other for other in beside)
    spots: list[tuple[float, float, Anchor]] = [(x, above, "middle"), (x, below, "middle")]
    if dips:
        spots.reverse()
    if lettering.width(text, size) + 2 * near < 2 * frame.half_week:
        level, side = y + size * 0.34, near + 4
        spots += [(x + side, level, "start"), (x - side, level, "end")]
        spots += [(x - 2, above, "end"), (x + 2, above, "start")]
        spots += [(x - 2, below, "end"), (x + 2, below, "start")]
    for at_x, at_y, anchor in spots:
        yield Label(at_x, at_y, text, size, colours.INK, anchor, halo=colours.PAPER)


def large_places(series: Series, week: int, frame: Frame) -> Iterator[Label]:
    """Places for a large number: right of its point and a little higher, else around it."""
    number = amounts(series)[week]
    text, size = value_text(series, number), frame.format.value
    x, y = frame.x(week), frame.y(float(number.value))
    side = frame.point + 6
    spots: list[tuple[float, float, Anchor]] = [
        (x + side, y - 4, "start"),
        (x + side, y + size * 0.34, "start"),
        (x + side, y + size * 0.9, "start"),
        (x, y - side, "middle"),
        (x, y + side + size * 0.7, "middle"),
        (x + frame.half_week, y - side, "end"),
        (x + frame.half_week, y + side + size * 0.7, "end"),
        (x - side, y - 4, "end"),
        (x - side, y + size * 0.9, "end"),
        (x - side, y + size * 0.34, "end"),
    ]
    for at_x, at_y, anchor in spots:
        yield Label(at_x, at_y, text, size, colours.DATA, anchor, bold=True, halo=colours.PAPER)
