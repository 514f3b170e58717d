"""Where everything in a dumbbell chart stands, wide and narrow."""

from collections.abc import Sequence

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering
from cyclebook.figures.dumbbells.row_marks import draw_marks
from cyclebook.figures.dumbbells.rows import Axis, Row
from cyclebook.figures.dumbbells.sheet import Format, Mark, Sheet
from cyclebook.figures.marks import Anchor, Bar, Box, Disc, Label, Rule
from cyclebook.published import Number

_GAP = 12.0
_MARGIN = 18.0  # between the names, the plot and the goals of a wide drawing
_NARROWEST, _WIDEST = 150.0, 236.0  # the column of names
_MANY = 12  # rows after which the scale stands above the chart as well


def laid_out(rows: Sequence[Row], axis: Axis, format_: Format, key: Sequence[tuple[Mark, str]]) -> Sheet:
    """The drawing of `rows`; `key` are (mark, words) pairs of the marks that occur."""
    sheet = _empty(rows, format_)
    top = 30.0
    draw_key(sheet, key)
    if len(rows) > _MANY:
        _draw_ticks(sheet, axis, top + format_.text)
        top += format_.text + 8
    bottom = top + format_.row * len(rows)
    for start in [top + format_.row * number for number in range(len(rows))] if format_.grid else [top]:
        draw_grid(sheet, axis, start + format_.grid, start + format_.row if format_.grid else bottom)
    for number, row in enumerate(rows):
        _draw_row(sheet, row, axis, top + format_.row * number, first=number == 0)
    base = bottom + format_.text + 7
    _draw_ticks(sheet, axis, base)
    if axis.of_goal:
        base += format_.text + 5
        middle = (sheet.left + sheet.right) / 2
        words = _("share of each team’s own goal")
        sheet.write(Label(middle, base, words, format_.text, colours.INK_3, "middle"))
    sheet.height = round(base + 8)
    return sheet


def _empty(rows: Sequence[Row], format_: Format) -> Sheet:
    if not format_.wide:
        return Sheet(format_, left=10, right=format_.width - 12, names_end=format_.width)
    names = [lettering.width(row.name, format_.name, bold=True) for row in rows]
    focuses = [lettering.width(_focus(row, format_.text, _WIDEST), format_.text) for row in rows]
    goals = [lettering.width(row.goal_words, format_.text, bold=True) for row in rows]
    names_end = min(max(*names, *focuses, _NARROWEST), _WIDEST)
    goals_start = format_.width - max(goals) - 1
    return Sheet(
        format_, left=round(names_end + _MARGIN), right=round(goals_start - _MARGIN), names_end=names_end
    )


def draw_grid(sheet: Sheet, axis: Axis, top: float, bottom: float) -> None:
    """A line at each amount of the scale; zero stands out, and the goal where it is the measure of all."""
    for at, _text in axis.ticks:
        x = sheet.x(axis, at)
        stroke = colours.RULE_2 if at == 0 or (axis.of_goal and at == 100) else colours.RULE
        sheet.data["grid"].append(Rule(x, top, x, bottom, stroke).datum())


def draw_key(sheet: Sheet, key: Sequence[tuple[Mark, str]]) -> None:
    """What the marks stand for, in a line above the chart."""
    size = sheet.format.text
    x = sheet.left if sheet.format.wide else 6.0
    for mark, words in key:
        if mark == "goal":
            sheet.data["key_rules"].append(Rule(x, 4, x, 20, colours.MARK, 3).datum())
        elif mark == "baseline-band":
            box = Box(x - 6, 9, x + 7, 15)
            sheet.data["key_boxes"].append(Bar(box, colours.PAPER, colours.DATA).datum())
        elif mark == "result-band":
            box = Box(x - 6, 5, x + 7, 19)
            sheet.data["key_boxes"].append(Bar(box, colours.DATA_WASH, colours.DATA).datum())
        elif mark == "baseline":
            sheet.data["key"].append(Disc(x, 12, 5, colours.PAPER, colours.DATA, 2).datum())
        else:
            sheet.data["key"].append(Disc(x, 12, 6, colours.DATA).datum())
        label = Label(x + 11, 12 + size * 0.35, words, size, colours.INK_2)
        sheet.write(label)
        x = label.box.right + size * 1.6


def _draw_ticks(sheet: Sheet, axis: Axis, base: float) -> None:
    size = sheet.format.text
    for at, text in axis.ticks:
        x = sheet.x(axis, at)
        anchor: Anchor = "middle" if sheet.format.wide else "start" if at == 0 else "middle"
        if not sheet.format.wide and at == axis.highest:
            x, anchor = sheet.format.width, "end"
        sheet.write(Label(x, base, text, size, colours.INK_3, anchor))


def _draw_row(sheet: Sheet, row: Row, axis: Axis, top: float, *, first: bool) -> None:
    goal = _goal(sheet, row, top)
    _draw_names(sheet, row, top, goal)
    sheet.write(goal)
    if not first:
        sheet.data["grid"].append(Rule(0, top, sheet.names_end, top, colours.RULE).datum())
    draw_marks(sheet, row, axis, top)


def _draw_names(sheet: Sheet, row: Row, top: float, goal: Label) -> None:
    """The team's name, and its focus on the line below."""
    format_ = sheet.format
    name = lettering.fitted(row.name, format_.name, sheet.names_end, bold=True)
    room = sheet.names_end if format_.wide else goal.box.left - _GAP
    halo = None if format_.wide else colours.PAPER
    sheet.write(Label(0, top + format_.first, name, format_.name, colours.INK, bold=True, halo=halo))
    second = top + format_.first + format_.text + 4
    sheet.write(Label(0, second, _focus(row, format_.text, room), format_.text, colours.INK_2, halo=halo))


def _goal(sheet: Sheet, row: Row, top: float) -> Label:
    """The goal in words: right of the row, in a narrow drawing at the end of the focus line."""
    format_ = sheet.format
    known = isinstance(row.goal, Number)
    fill = colours.MARK if known else colours.INK_3
    if format_.wide:
        y = top + format_.line + format_.text * 0.35
        return Label(sheet.right + _MARGIN, y, row.goal_words, format_.text, fill, bold=known)
    y = top + format_.first + format_.text + 4
    halo = colours.PAPER
    return Label(format_.width, y, row.goal_words, format_.text, fill, "end", bold=known, halo=halo)


def _focus(row: Row, size: float, room: float) -> str:
    tail = _("lower is better") if row.lower_is_better else ""
    if not (row.focus and tail):
        return lettering.fitted(row.focus or tail, size, room)
    room -= lettering.width(f", {tail}", size)
    return f"{lettering.fitted(row.focus, size, room)}, {tail}"
