"""One row of a dumbbell chart: baseline, result and goal, with their numbers or with words in their place."""

from collections.abc import Iterator, Sequence

from cyclebook.figures import colours, lettering
from cyclebook.figures.dumbbells.rows import Axis, Row
from cyclebook.figures.dumbbells.sheet import Format, Sheet
from cyclebook.figures.marks import Anchor, Box, Datum, Label, Rule
from cyclebook.figures.placing import Obstacle, best_place
from cyclebook.published import Number

_HOLLOW, _FILLED, _TICK = 6.0, 7.0, 13.0


def draw_marks(sheet: Sheet, row: Row, axis: Axis, top: float) -> None:
    """Put the marks and the numbers of `row` on the sheet, in the row that begins at `top`.

    A row without a number on this scale has words in place of marks.
    """
    format_ = sheet.format
    y = top + format_.line
    within = Box(0, y - 25, format_.width, top + format_.row)
    if format_.wide:
        within = Box(sheet.names_end + 4, top + 1, sheet.right + 16, top + format_.row)
    start, end = axis.place(row, row.baseline), axis.place(row, row.result)
    taken: list[Box] = []
    if start is not None or end is not None:
        taken = _put_marks(sheet, start, end, axis.place(row, row.goal), axis, y)
        _put_numbers(sheet, row, axis, y, taken, within)
    words = _words(row, start, end)
    if words:
        label = best_place(_word_places(sheet, words, y, taken, within), taken=taken, lines=(), within=within)
        sheet.write(*([label] if label else []))


def _put_marks(
    sheet: Sheet, start: float | None, end: float | None, goal: float | None, axis: Axis, y: float
) -> list[Box]:
    """The marks at their places on the scale; what they cover."""
    taken = []
    if goal is not None:
        x = sheet.x(axis, goal)
        sheet.data["goals"].append({"at": goal, "y": y - _TICK, "y2": y + _TICK})
        taken.append(Box(x - 1.5, y - _TICK, x + 1.5, y + _TICK))
    if start is not None and end is not None:
        sheet.data["links"].append({"from": min(start, end), "to": max(start, end), "y": y})
    for at, filled in ((start, False), (end, True)):
        if at is not None:
            sheet.data["points"].append(_point(at, y, filled=filled))
            radius = (_FILLED if filled else _HOLLOW) + 1
            x = sheet.x(axis, at)
            taken.append(Box(x - radius, y - radius, x + radius, y + radius))
    return taken


def _put_numbers(sheet: Sheet, row: Row, axis: Axis, y: float, taken: list[Box], within: Box) -> None:
    """The result's number first, then the baseline's, each on the side away from the other."""
    start, end = axis.place(row, row.baseline), axis.place(row, row.result)
    lines = []
    side = 1
    if start is not None and end is not None:
        lines.append(Obstacle(Rule(sheet.x(axis, start), y, sheet.x(axis, end), y, colours.DATA), 1))
        side = -1 if end < start else 1
    for value, at, bold, direction in ((row.result, end, True, side), (row.baseline, start, False, -side)):
        if at is None or not isinstance(value, Number):
            continue
        text = value.text + (" →" if axis.beyond(row, value) else "")
        places = _around(sheet.x(axis, at), y, text, direction, sheet.format, bold=bold)
        placed = best_place(places, taken=taken, lines=lines, within=within)
        if placed:
            taken.append(placed.box)
            sheet.write(placed)


def _words(row: Row, start: float | None, end: float | None) -> str | None:
    if row.words:
        return f"result {row.words}" if start is not None and not row.withheld else row.words
    if end is None or (start is None and isinstance(row.baseline, Number)):
        return f"{row.course}, not drawn to scale"
    return None


def _word_places(sheet: Sheet, words: str, y: float, taken: Sequence[Box], within: Box) -> Iterator[Label]:
    """Places for words: at the row's start, after each mark, below the marks; then shortened."""
    size = sheet.format.text
    level, below = y + size * 0.35, y + _FILLED + 3 + size * 0.72
    for start in (sheet.left + 8, *(box.right + 10 for box in taken)):
        yield Label(start, level, words, size, colours.INK_3, halo=colours.PAPER)
    for base in (below, level):
        text = lettering.fitted(words, size, within.right - sheet.left - 8)
        yield Label(sheet.left + 8, base, text, size, colours.INK_3, halo=colours.PAPER)


def _around(x: float, y: float, text: str, side: int, format_: Format, *, bold: bool) -> Iterator[Label]:
    """Places for a number round its mark: beside it on the outer side, above, below, on the inner side."""
    size = format_.name if bold else format_.text
    fill = colours.DATA if bold else colours.INK_2
    level, above, below = y + size * 0.35, y - 12, y + 12 + size * 0.72
    outer: Anchor = "start" if side > 0 else "end"
    inner: Anchor = "end" if side > 0 else "start"
    spots: list[tuple[float, float, Anchor]] = [
        (x + side * 13, level, outer),
        (x, above, "middle"),
        (x - side * 13, level, inner),
        (x, below, "middle"),
        (x - side * 4, above, inner),
        (x + side * 4, above, outer),
        (x - side * 4, below, inner),
        (x + side * 4, below, outer),
    ]
    for at_x, at_y, anchor in spots:
        yield Label(at_x, at_y, text, size, fill, anchor, bold=bold, halo=colours.PAPER)


def _point(at: float, y: float, *, filled: bool) -> Datum:
    radius = _FILLED if filled else _HOLLOW
    fill, stroke = (colours.DATA, colours.PAPER) if filled else (colours.PAPER, colours.DATA)
    return {
        "at": at,
        "y": round(y, 1),
        "area": 4 * radius**2,
        "fill": fill,
        "stroke": stroke,
        "width": 1.5 if filled else 2.2,
    }
