"""Marks of a chart of ranges: each ends at the edge of a range, or it tells the value inside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.audit.amounts import Range, bands_in
from cyclebook.audit.page import Drawing

_TICK = re.compile(r"(?P<percent>\d{1,3})\s?%?")
_STEP = re.compile(r"([a-zA-Z])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_FEWEST_TICKS = 3
_LINE_HEIGHT = 9.0
_SLACK = 0.35  # percent points: drawings round their coordinates
_MARGIN = 2.0  # a box may be drawn this much wider than its band, in units of the drawing
_MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True)
class Scale:
    """Percent along one axis: where 0% is drawn, how long one percent is, from which label to which.

    `first` and `last` are the ends of its rules along the other axis.
    """

    axis: str
    zero: float
    unit: float
    low: float
    high: float
    first: float
    last: float

    def percent(self, at: float) -> float:
        """The percent at a coordinate."""
        return (at - self.zero) / self.unit


def marks_off_edges(drawing: Drawing, edges_told: str) -> Iterator[tuple[str, float]]:
    """Marks of a chart of ranges that end between edges: which mark, and the percent it gives away.

    `edges_told` are words with the chart's ranges, its table included. A drawing without ranges,
    or without an axis in percent, gives nothing.
    """
    words = " ".join([*drawing.told, *(words for _, words in drawing.labels)])
    bands = bands_in(words)
    if not bands:
        return
    bands += bands_in(edges_told)
    edges = {0.0, 100.0, *(float(edge) for band in bands for edge in (band.low, band.high))}
    ticks = {float(found[0]) for _, words in drawing.labels if (found := re.match(r"\d{1,3}", words))}
    seen: set[float] = set()
    for scale in percent_scales(drawing):
        for tag, attributes in drawing.shapes:
            for told, kind in _told(tag, attributes, scale):
                allowed = edges | (ticks if kind == "rule" else set())
                padded = kind == "box" and any(_covers(told, band, scale) for band in bands)
                off = [one for one in told if min(abs(one - edge) for edge in allowed) > _SLACK]
                if off and not padded and round(off[0], 1) not in seen:
                    seen.add(round(off[0], 1))
                    yield f"<{tag}>", off[0]


def _covers(told: list[float], band: Range, scale: Scale) -> bool:
    """True for a box drawn over a band with the same narrow margin below and above."""
    below, above = band.low - told[0], told[1] - band.high
    return abs(below - above) <= _SLACK and 0 <= below * abs(scale.unit) <= _MARGIN


def _told(tag: str, attributes: dict[str, str], scale: Scale) -> Iterator[tuple[list[float], str]]:
    """The percents at which a mark on the scale ends, and whether it is a box, a point or a rule."""
    other = "x" if scale.axis == "y" else "y"
    across = [at for ends in _extents(tag, attributes, other, boxed=True) for at in ends]
    if not across or min(across) < scale.first - 1 or max(across) > scale.last + 1:
        return
    for ends in _extents(tag, attributes, scale.axis):
        percents = sorted(scale.percent(at) for at in ends)
        beyond = max(scale.low - percents[0], percents[1] - scale.high)
        margin = _MARGIN / abs(scale.unit) if percents[1] - percents[0] >= _SLACK else _SLACK
        if beyond > max(margin, _SLACK):
            continue  # beside the scale: labels of tests, shades of weeks
        if tag in ("circle", "ellipse") or percents[1] - percents[0] < _SLACK:
            yield [sum(percents) / 2], "rule" if tag == "line" else "point"
        else:
            yield percents, "box"


def percent_scales(drawing: Drawing) -> list[Scale]:
    """The axes whose labels count percents, one for each panel."""
    found: list[tuple[dict[str, float], str]] = []
    for attributes, words in drawing.labels:
        across, down = _number(attributes.get("x")), _number(attributes.get("y"))
        if _TICK.fullmatch(words) and across is not None and down is not None:
            found.append(({"x": across, "y": down}, words))
    scales: list[Scale] = []
    for axis, other in (("y", "x"), ("x", "y")):
        columns: dict[float, list[tuple[float, str]]] = {}
        for at, words in found:
            columns.setdefault(round(at[other], 1), []).append((at[axis], words))
        for ticks in columns.values():
            for run in _runs(sorted(set(ticks), reverse=axis == "y")):
                if any("%" in words for _, words in run):
                    scales.extend(
                        _fitted([(where, float(words.rstrip("% "))) for where, words in run], axis, drawing)
                    )
    return scales


def _runs(ticks: list[tuple[float, str]]) -> Iterator[list[tuple[float, str]]]:
    """Labels along one line, parted where their numbers begin anew."""
    run: list[tuple[float, str]] = []
    for at, words in ticks:
        if run and float(words.rstrip("% ")) <= float(run[-1][1].rstrip("% ")):
            yield run
            run = []
        run.append((at, words))
    yield run


def _fitted(ticks: list[tuple[float, float]], axis: str, drawing: Drawing) -> Iterator[Scale]:
    """A straight scale through labels, moved to the rules that they stand at."""
    if len(ticks) < _FEWEST_TICKS:
        return
    unit = (ticks[-1][0] - ticks[0][0]) / (ticks[-1][1] - ticks[0][1])
    zero = ticks[0][0] - unit * ticks[0][1]
    if not unit or any(abs(zero + unit * percent - at) > 1 for at, percent in ticks):
        return
    other = "x" if axis == "y" else "y"
    moves: list[float] = []
    reach: list[float] = []
    for at, _ in ticks:
        rules: list[tuple[float, float, float]] = []
        for tag, one in drawing.shapes:
            ends = [_number(one.get(name)) for name in (f"{axis}1", f"{axis}2", f"{other}1", f"{other}2")]
            if (
                tag == "line"
                and None not in ends
                and ends[0] == ends[1]
                and abs((ends[0] or 0) - at) <= _LINE_HEIGHT
            ):
                rules.append(((ends[0] or 0) - at, ends[2] or 0, ends[3] or 0))
        if rules:
            nearest = min(rules, key=lambda rule: abs(rule[0]))
            moves.append(nearest[0])
            reach.extend(nearest[1:])
    if moves:
        move = sorted(moves)[len(moves) // 2]
        yield Scale(axis, zero + move, unit, ticks[0][1], ticks[-1][1], min(reach), max(reach))
    else:
        yield Scale(axis, zero, unit, ticks[0][1], ticks[-1][1], float("-inf"), float("inf"))


def _extents(
    tag: str, attributes: dict[str, str], axis: str, *, boxed: bool = False
) -> Iterator[tuple[float, float]]:
    """From where to where a shape reaches along an axis; a curve gives each of its points unless `boxed`."""
    if tag in ("circle", "ellipse"):
        at = _number(attributes.get(f"c{axis}"))
        if at is not None:
            yield at, at
    elif tag == "line":
        one, other = _number(attributes.get(f"{axis}1")), _number(attributes.get(f"{axis}2"))
        if one is not None and other is not None and (boxed or one == other):
            yield one, other
    elif tag == "rect":
        at, size = (
            _number(attributes.get(axis)),
            _number(attributes.get("height" if axis == "y" else "width")),
        )
        if at is not None and size is not None:
            yield at, at + size
    elif tag in ("polyline", "polygon"):
        numbers = [float(one) for _, one in _STEP.findall(attributes.get("points", "")) if one][:_MOST_STEPS]
        yield from _points(list(zip(numbers[::2], numbers[1::2], strict=False)), axis, boxed=boxed)
    elif tag == "path":
        yield from _points(path_points(attributes.get("d", "")), axis, boxed=boxed)


def _points(points: list[tuple[float, float]], axis: str, *, boxed: bool) -> Iterator[tuple[float, float]]:
    """A box gives its extent, and anything else each of its points."""
    along = [round(one[1] if axis == "y" else one[0], 3) for one in points]
    across = [round(one[0] if axis == "y" else one[1], 3) for one in points]
    if len(set(across)) > 2 and not boxed:
        yield from ((one, one) for one in dict.fromkeys(along))
    elif along:
        yield min(along), max(along)


def path_points(d: str) -> list[tuple[float, float]]:
    """The points a path passes through, with curves taken from end to end."""
    steps = _STEP.findall(d[: _MOST_STEPS * 10])[:_MOST_STEPS]
    x = y = 0.0
    start = (0.0, 0.0)
    points: list[tuple[float, float]] = []
    command, numbers = "", list[float]()
    for letter, number in [*steps, ("Z", "")]:
        if number:
            numbers.append(float(number))
        takes = {"H": 1, "V": 1, "M": 2, "L": 2, "T": 2, "Q": 4, "S": 4, "C": 6, "A": 7}.get(
            command.upper(), 0
        )
        if number and takes and len(numbers) == takes:
            own = command.islower()
            upper = command.upper()
            if upper == "H":
                x = numbers[0] + (x if own else 0)
            elif upper == "V":
                y = numbers[0] + (y if own else 0)
            else:
                x, y = numbers[-2] + (x if own else 0), numbers[-1] + (y if own else 0)
            points.append((x, y))
            if upper == "M":
                start, command = (x, y), "l" if own else "L"
            numbers = []
        if letter:
            if letter in "zZ" and points:
                x, y = start
            command, numbers = letter, []
    return points


def _number(written: str | None) -> float | None:
    try:
        return float(written) if written is not None and len(written) < 30 else None
    except ValueError:
        return None
