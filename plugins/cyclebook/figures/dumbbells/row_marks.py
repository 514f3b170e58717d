"""One row of a dumbbell chart: baseline, result and goal, with their numbers or with words in their place."""

from collections.abc import Iterator, Sequence

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering
from cyclebook.figures.dumbbells.rows import Axis, Row
from cyclebook.figures.dumbbells.sheet import Format, Sheet
from cyclebook.figures.marks import Anchor, Box, Datum, Label, Rule
from cyclebook.figures.placing import Obstacle, best_place
from cyclebook.published import Band, Number, Value

_THIN_BAND = 6.0

Extent = tuple[float, float]


def draw_marks(sheet: Sheet, row: Row, axis: Axis, top: float) -> None:
    """Put the marks and the numbers of `row` on the sheet, in the row that begins at `top`.

    A row without a number on this scale has words in place of marks.
    """
    format_ = sheet.format
    y = top + format_.line
    within = Box(0, y - 25, format_.width, top + format_.row)
    if format_.wide:
        within = Box(sheet.names_end + 4, top + 1, sheet.right + 16, top + format_.row)
    start, end = axis.extent(row, row.baseline), axis.extent(row, row.result)
    taken: list[Box] = []
    if start is not None or end is not None:
        taken = put_marks(sheet, row, axis, y)
        _put_numbers(sheet, row, axis, y, taken, within)
    words = in_words(row, axis)
    if words:
        label = best_place(_word_places(sheet, words, y, taken, within), taken=taken, lines=(), within=within)
        sheet.write(*([label] if label else []))


def put_marks(sheet: Sheet, row: Row, axis: Axis, y: float) -> list[Box]:
    """Put the marks of `row` at their places on the scale, on the level `y`; what they cover."""
    start, end, goal = (axis.extent(row, value) for value in (row.baseline, row.result, row.goal))
    taken = []
    if goal is not None and isinstance(row.goal, Number):
        x, tick = sheet.x(axis, goal[0]), sheet.format.tick
        sheet.data["goals"].append({"at": goal[0], "y": y - tick, "y2": y + tick})
        taken.append(Box(x - 1.5, y - tick, x + 1.5, y + tick))
    exact = isinstance(row.baseline, Number) and isinstance(row.result, Number)
    if start is not None and end is not None and exact:
        sheet.data["links"].append({"from": min(start[0], end[0]), "to": max(start[0], end[0]), "y": y})
    boxes = ((end, True, row.result), (start, False, row.baseline))
    for extent, filled, value in boxes:
        if extent is not None and isinstance(value, Band):
            sheet.data["ranges"].append(
                _range(extent, y, _thickness(sheet.format, filled=filled), filled=filled)
            )
            taken.append(_room(sheet, axis, extent, y, value, filled=filled))
    for extent, filled, value in reversed(boxes):
        if extent is not None and not isinstance(value, Band):
            sheet.data["points"].append(
                _point(extent[0], y, _radius(sheet.format, filled=filled), filled=filled)
            )
            taken.append(_room(sheet, axis, extent, y, value, filled=filled))
    return taken


def _room(sheet: Sheet, axis: Axis, extent: Extent, y: float, value: Value, *, filled: bool) -> Box:
    """What a point or the box of a band covers."""
    left, right = (sheet.x(axis, at) for at in extent)
    if isinstance(value, Band):
        half = _thickness(sheet.format, filled=filled) / 2
        return Box(left - 1, y - half - 1, right + 1, y + half + 1)
    radius = _radius(sheet.format, filled=filled) + 1
    return Box(left - radius, y - radius, right + radius, y + radius)


def _put_numbers(sheet: Sheet, row: Row, axis: Axis, y: float, taken: list[Box], within: Box) -> None:
    """The result's number first, then the baseline's, each on the side away from the other."""
    start, end = axis.extent(row, row.baseline), axis.extent(row, row.result)
    lines = []
    side = 1
    if start is not None and end is not None:
        lines.append(Obstacle(Rule(sheet.x(axis, start[0]), y, sheet.x(axis, end[0]), y, colours.DATA), 1))
        side = -1 if end < start else 1
    for value, at, bold, direction in ((row.result, end, True, side), (row.baseline, start, False, -side)):
        if at is None:
            continue
        text = value.short if isinstance(value, Band) else value.text
        text += " →" if axis.beyond(row, value) else ""
        room = _room(sheet, axis, at, y, value, filled=bold)
        placed = best_place(
            _around(room, y, text, direction, sheet.format, bold=bold),
            taken=taken,
            lines=lines,
            within=within,
        )
        if placed:
            taken.append(placed.box)
            sheet.write(placed)


def in_words(row: Row, axis: Axis) -> str | None:
    """What the marks of `row` cannot say on this scale: "not reported", "from 9 to 2, not drawn to scale"."""
    start, end = axis.extent(row, row.baseline), axis.extent(row, row.result)
    if row.words:
        begun = start is not None and not row.withheld
        return _("result {why}", why=row.words) if begun else row.words
    if end is None or (start is None and isinstance(row.baseline, Number | Band)):
        return _("{course}, not drawn to scale", course=row.course)
    return None


def _word_places(sheet: Sheet, words: str, y: float, taken: Sequence[Box], within: Box) -> Iterator[Label]:
    """Places for words: at the row's start, after each mark, below the marks; then shortened."""
    size = sheet.format.text
    level, below = y + size * 0.35, y + sheet.format.filled + 3 + size * 0.72
    for start in (sheet.left + 8, *(box.right + 10 for box in taken)):
        yield Label(start, level, words, size, colours.INK_3, halo=colours.PAPER)
    for base in (below, level):
        text = lettering.fitted(words, size, within.right - sheet.left - 8)
        yield Label(sheet.left + 8, base, text, size, colours.INK_3, halo=colours.PAPER)


def _around(mark: Box, y: float, text: str, side: int, format_: Format, *, bold: bool) -> Iterator[Label]:
    """Places for a number round its mark: beside it on the outer side, above, below, on the inner side."""
    size = format_.name if bold else format_.text
    fill = colours.DATA if bold else colours.INK_2
    level, above, below = y + size * 0.35, mark.top - 4, mark.bottom + 4 + size * 0.72
    x, away = (mark.left + mark.right) / 2, (mark.right - mark.left) / 2 + 5
    outer: Anchor = "start" if side > 0 else "end"
    inner: Anchor = "end" if side > 0 else "start"
    spots: list[tuple[float, float, Anchor]] = [
        (x + side * away, level, outer),
        (x, above, "middle"),
        (x - side * away, level, inner),
        (x, below, "middle"),
        (x - side * 4, above, inner),
        (x + side * 4, above, outer),
        (x - side * 4, below, inner),
        (x + side * 4, below, outer),
    ]
    for at_x, at_y, anchor in spots:
        yield Label(at_x, at_y, text, size, fill, anchor, bold=bold, halo=colours.PAPER)


def _radius(format_: Format, *, filled: bool) -> float:
    return format_.filled if filled else format_.hollow


def _thickness(format_: Format, *, filled: bool) -> float:
    return 2 * format_.filled if filled else _THIN_BAND


def _range(extent: Extent, y: float, thickness: float, *, filled: bool) -> Datum:
    return {
        "low": extent[0],
        "high": extent[1],
        "y": round(y, 1),
        "size": thickness,
        "fill": colours.DATA_WASH if filled else colours.PAPER,
        "stroke": colours.DATA,
    }


def _point(at: float, y: float, radius: float, *, filled: bool) -> Datum:
    fill, stroke = (colours.DATA, colours.PAPER) if filled else (colours.PAPER, colours.DATA)
    return {
        "at": at,
        "y": round(y, 1),
        "area": 4 * radius**2,
        "fill": fill,
        "stroke": stroke,
        "width": 1.5 if filled else 2.2,
    }
