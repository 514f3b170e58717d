"""The counted weeks: a line that breaks where a week is missing, points, and their numbers.

A week known only as a band is a box from its lower to its upper end, and no line runs through it.
"""

from collections.abc import Iterator
from itertools import pairwise

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering
from cyclebook.figures.marks import Anchor, Box, Datum, Label, Rule
from cyclebook.figures.runchart.extents import Extent, extents, known
from cyclebook.figures.runchart.frame import Frame
from cyclebook.published import Band, Form, Known, Number, Series

# With fewer weeks than this the numbers are the chart: all are large.
FEW = 5

_WIDEST_BAND = 30.0


def amounts(series: Series) -> dict[int, Number]:
    """The number of each counted week."""
    return {point.week: point.value for point in series.counted if isinstance(point.value, Number)}


def value_text(series: Series, number: Known) -> str:
    """What stands at a point: the number, with the group's size where that varies ("19/50")."""
    if isinstance(number, Band) or not series.varying_group or number.of is None:
        return number.short
    if number.form is Form.COUNT:
        return f"{number.short}/{number.of:,}"
    return _("{count} of {group}", count=number.short, group=f"{number.of:,}")


def path(series: Series, frame: Frame) -> list[Datum]:
    """The line's corners; a new segment begins after every week without a number."""
    counted, places = amounts(series), extents(series)
    rows: list[Datum] = []
    segment = 0
    for week in frame.weeks.weeks:
        if week not in counted:
            segment += 1
            continue
        rows.append({"at": frame.weeks.at(week), "value": places[week][0], "segment": str(segment)})
    return rows


def points(series: Series, frame: Frame) -> list[Datum]:
    """A disc for each week with a number."""
    places = extents(series)
    return [
        {
            "at": frame.weeks.at(week),
            "value": places[week][0],
            "area": 4 * frame.point**2,
            "fill": colours.DATA,
            "stroke": colours.PAPER,
            "width": round(min(1.5, frame.point * 0.3), 2),
        }
        for week in amounts(series)
    ]


def ranges(series: Series, frame: Frame) -> list[Datum]:
    """A box for each week with a band, from its lower to its upper end."""
    return [
        {
            "at": frame.weeks.at(week),
            "low": low,
            "high": high,
            "size": round(2 * _half_band(frame), 1),
            "fill": colours.DATA_WASH,
            "stroke": colours.DATA,
        }
        for week, (low, high) in extents(series).items()
        if isinstance(known(series)[week], Band)
    ]


def point_boxes(series: Series, frame: Frame) -> list[Box]:
    """The room that the points and the boxes of bands take."""
    return [_box(week, extent, series, frame) for week, extent in extents(series).items()]


def joins(series: Series, frame: Frame) -> list[Rule]:
    """The line between neighbouring weeks with numbers, as straight pieces."""
    counted, places = amounts(series), extents(series)
    spots = [
        (frame.x(week), frame.y(places[week][0])) if week in counted else None for week in frame.weeks.weeks
    ]
    return [Rule(*a, *b, colours.DATA, 2.8) for a, b in pairwise(spots) if a and b]


def _half_band(frame: Frame) -> float:
    return max(1.5, min(_WIDEST_BAND / 2, frame.half_week * 0.7))


def _box(week: int, extent: Extent, series: Series, frame: Frame) -> Box:
    low, high = extent
    side = _half_band(frame) if isinstance(known(series)[week], Band) else frame.point
    over = 1.0 if isinstance(known(series)[week], Band) else frame.point
    x = frame.x(week)
    return Box(x - side, frame.y(high) - over, x + side, frame.y(low) + over)


def by_importance(series: Series, *, every: bool) -> list[int]:
    """The weeks to be labelled after the last one: first, highest, lowest and, if wanted, all others."""
    places = extents(series)
    weeks = list(places)
    ordered = sorted(weeks, key=lambda week: (places[week], week))
    leading = [weeks[0], ordered[-1], ordered[0]] if weeks else []
    wanted = dict.fromkeys([*leading, *(weeks if every else [])])
    return [week for week in wanted if week != weeks[-1]]


def value_places(series: Series, week: int, frame: Frame) -> Iterator[Label]:
    """Places for the number of a week, best first: above it, or below it where the line dips.

    Beside it only where the next week is far enough to leave no doubt whose number it is.
    """
    places = extents(series)
    text, size = value_text(series, known(series)[week]), frame.format.text
    mark = _box(week, places[week], series, frame)
    x, near = frame.x(week), mark.right - frame.x(week)
    above, below = mark.top - size * 0.38, mark.bottom + size * 1.0
    weeks = list(places)
    place = weeks.index(week)
    beside = [places[w] for w in weeks[max(place - 1, 0) : place + 2] if w != week]
    dips = all(places[week] < other for other in beside)
    spots: list[tuple[float, float, Anchor]] = [(x, above, "middle"), (x, below, "middle")]
    if dips:
        spots.reverse()
    if lettering.width(text, size) + 2 * near < 2 * frame.half_week:
        level, side = (mark.top + mark.bottom) / 2 + size * 0.34, near + 4
        spots += [(x + side, level, "start"), (x - side, level, "end")]
        spots += [(x - 2, above, "end"), (x + 2, above, "start")]
        spots += [(x - 2, below, "end"), (x + 2, below, "start")]
    for at_x, at_y, anchor in spots:
        yield Label(at_x, at_y, text, size, colours.INK, anchor, halo=colours.PAPER)


def large_places(series: Series, week: int, frame: Frame) -> Iterator[Label]:
    """Places for a large number: right of its point and a little higher, else around it."""
    text, size = value_text(series, known(series)[week]), frame.format.value
    mark = _box(week, extents(series)[week], series, frame)
    x, y = frame.x(week), (mark.top + mark.bottom) / 2
    side, above, below = mark.right - x + 6, mark.top - 6, mark.bottom + 6 + size * 0.7
    spots: list[tuple[float, float, Anchor]] = [
        (x + side, y - 4, "start"),
        (x + side, y + size * 0.34, "start"),
        (x + side, y + size * 0.9, "start"),
        (x, above, "middle"),
        (x, below, "middle"),
        (x + frame.half_week, above, "end"),
        (x + frame.half_week, below, "end"),
        (x - side, y - 4, "end"),
        (x - side, y + size * 0.9, "end"),
        (x - side, y + size * 0.34, "end"),
    ]
    for at_x, at_y, anchor in spots:
        yield Label(at_x, at_y, text, size, colours.DATA, anchor, bold=True, halo=colours.PAPER)
