"""A dumbbell chart of many teams on a phone: names on the left, one short line of marks for each.

A reader sees the whole cohort here; the numbers are left to the data table. Teams
stand by their priorities where these gather enough of them.
"""

from collections.abc import Sequence
from itertools import groupby

from cyclebook.catalogue import N_, _
from cyclebook.figures import colours, lettering
from cyclebook.figures.dumbbells.layout import draw_grid, draw_key
from cyclebook.figures.dumbbells.row_marks import in_words, put_marks
from cyclebook.figures.dumbbells.rows import Axis, Row
from cyclebook.figures.dumbbells.sheet import DENSE, Mark, Sheet
from cyclebook.figures.marks import Label, Rule
from cyclebook.figures.runchart.weeks import shown

FEWEST = 24
"""A cohort of more teams than this is drawn densely on a phone."""

_NARROWEST, _WIDEST = 120.0, 154.0  # the column of names
_MARGIN = 14.0
_LINE = 15.0
_PADDING = 7.0
_HEADING = 13.0
_ARROW = 12.0
_OTHERS = N_("No priority given")
_FEWEST_IN_GROUP = 3  # on average; smaller groups would be more headings than rows


def laid_out(rows: Sequence[Row], axis: Axis, key: Sequence[tuple[Mark, str]]) -> Sheet:
    """The drawing of `rows`; `key` are (mark, words) pairs of the marks that occur."""
    size = DENSE.text
    names = [name for row in rows for name, _fill in _name_lines(row, rows)]
    names_end = max(_NARROWEST, *(lettering.width(name, size) for name in names))
    beyond = any(axis.beyond(row, number) for row in rows for number in row.numbers)
    right = DENSE.width - DENSE.filled - 2 - (_ARROW if beyond else 0)
    sheet = Sheet(DENSE, left=round(names_end + _MARGIN), right=right, names_end=names_end)
    draw_key(sheet, key)
    y = 30.0
    groups = _groups(rows)
    for heading, group in groups:
        y = _draw_heading(sheet, heading, axis, y)
        for row in group:
            y = _draw_row(sheet, row, _name_lines(row, rows), axis, y)
    sheet.data["grid"].append(Rule(0, y, DENSE.width, y, colours.RULE).datum())
    y += size + 6
    order = [_("Teams stand by priority.")] if len(groups) > 1 else []
    scale = [_("Share of each team’s own goal, in percent.")] if axis.of_goal else []
    for words in [*scale, " ".join([*order, _("The data table has the numbers.")])]:
        sheet.write(Label(0, y, words, size, colours.INK_3))
        y += _LINE
    sheet.height = round(y - _LINE + 8)
    return sheet


def _groups(rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    """The rows by priority, those without one last; in one group without a name where they are too many."""
    names = {row.priority for row in rows}
    if len(names) < 2 or len(rows) < _FEWEST_IN_GROUP * len(names):
        return [("", list(rows))]
    ordered = sorted(rows, key=lambda row: (not row.priority, row.priority))
    return [(name or _(_OTHERS), list(group)) for name, group in groupby(ordered, lambda row: row.priority)]


def _name_lines(row: Row, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The name in as many lines as it needs, and what else tells the row from others: (words, colour)."""
    namesakes = sum(other.name == row.name for other in rows)
    below = [row.focus if namesakes > 1 else "", _("lower is better") if row.lower_is_better else ""]
    said = [(row.name, colours.INK), *((words, colours.INK_2) for words in below if words)]
    return [(line, fill) for words, fill in said for line in lettering.wrapped(words, DENSE.text, _WIDEST)]


def _draw_heading(sheet: Sheet, heading: str, axis: Axis, top: float) -> float:
    """The priority, and on its last line the scale; where the rows begin."""
    lines = lettering.wrapped(heading, _HEADING, sheet.left - _MARGIN, bold=True)
    y = top + (_LINE if heading else 0)
    for number, line in enumerate(lines):
        y = top + _LINE * (number + 1) + (4 if heading else -4)
        sheet.write(Label(0, y, line, _HEADING, colours.INK, bold=True))
    ticks = [
        Label(sheet.x(axis, at), y, text, DENSE.text, colours.INK_3, "middle") for at, text in axis.ticks[:-1]
    ]
    _at, last = axis.ticks[-1]
    sheet.write(*shown([*ticks, Label(DENSE.width, y, last, DENSE.text, colours.INK_3, "end")]))
    return y + 5


def _draw_row(sheet: Sheet, row: Row, names: Sequence[tuple[str, str]], axis: Axis, top: float) -> float:
    """The row of a team; where the next one begins. The level lines end where there are words."""
    said = in_words(row, axis) or ""
    marked = any(axis.extent(row, value) is not None for value in (row.baseline, row.result, row.goal))
    words = lettering.wrapped(said, DENSE.text, DENSE.width - sheet.left) if said else ()
    lines = max(len(names), len(words) + marked, 1)
    bottom = top + max(DENSE.row, _LINE * lines + _PADDING)
    sheet.data["grid"].append(Rule(0, top, DENSE.width, top, colours.RULE).datum())
    for number, (line, fill) in enumerate(names):
        sheet.write(Label(0, top + DENSE.first + _LINE * number, line, DENSE.text, fill))
    for number, line in enumerate(words, start=int(marked)):
        sheet.write(Label(sheet.left, top + DENSE.first + _LINE * number, line, DENSE.text, colours.INK_3))
    if marked or not words:
        draw_grid(sheet, axis, top, top + DENSE.row if words else bottom)
        put_marks(sheet, row, axis, top + DENSE.line)
    if any(axis.beyond(row, number) for number in row.numbers):
        arrow = Label(DENSE.width, top + DENSE.first, "→", DENSE.text, colours.DATA, "end")
        sheet.write(arrow)
    return bottom
