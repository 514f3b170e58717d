"""Before and after on one scale, drawn with the design of the dumbbell chart."""

from collections.abc import Sequence

from cyclebook.figures import colours, design, lettering
from cyclebook.figures.drawing import drawing
from cyclebook.figures.dumbbells.row_marks import draw_marks
from cyclebook.figures.dumbbells.rows import Axis, Row, plain_axis
from cyclebook.figures.dumbbells.sheet import Format, Sheet
from cyclebook.figures.exhibit import Drawing
from cyclebook.figures.marks import Bar, Box, Disc, Label, Rule
from cyclebook.published import Absence, Absent, Band, BeforeAfter, Number, Status, Value

_WIDE = Format("wide", 740, text=14, name=17, row=64, line=34, first=0)
_NARROW = Format("narrow", 328, text=13, name=16, row=64, line=34, first=0)
_LEFT, _RIGHT = 10.0, 64.0


def drawn(
    fact: BeforeAfter, names: Sequence[str], *, figure: str, title: str, told: str
) -> tuple[Drawing, Drawing]:
    """The scale with both places, wide and narrow; words where a number is missing."""
    row = Row(
        name="",
        focus="",
        unit="",
        lower_is_better=False,
        baseline=fact.before,
        result=fact.after,
        goal=Absent(Absence.NOT_PUBLISHED),
        status=Status.NOT_REPORTED,
        running=False,
        withheld=None,
    )
    axis = plain_axis(row)
    wide, narrow = (
        _drawn(row, axis, names, format_, figure=figure, title=title, told=told)
        for format_ in (_WIDE, _NARROW)
    )
    return wide, narrow


def _drawn(
    row: Row, axis: Axis, names: Sequence[str], format_: Format, *, figure: str, title: str, told: str
) -> Drawing:
    sheet = Sheet(format_, left=_LEFT, right=format_.width - _RIGHT, names_end=0)
    top = _key(sheet, row, names)
    bottom = top + format_.row
    for at, text in axis.ticks:
        x = sheet.x(axis, at)
        sheet.data["grid"].append(
            Rule(x, top, x, bottom, colours.RULE_2 if at == 0 else colours.RULE).datum()
        )
        half = lettering.width(text, format_.text) / 2
        middle = min(max(x, half), format_.width - half)
        sheet.write(Label(middle, bottom + format_.text + 6, text, format_.text, colours.INK_3, "middle"))
    draw_marks(sheet, row, axis, top)
    height = round(bottom + format_.text + 14)
    svg = design.rendered(
        design.dumbbell(),
        width=format_.width,
        height=height,
        data=sheet.data,
        parameters={"lowest": 0, "highest": axis.highest, "left": sheet.left, "right": sheet.right},
    )
    return drawing(svg, figure=figure, variant=format_.variant, title=title, description=told)


def _key(sheet: Sheet, row: Row, names: Sequence[str]) -> float:
    """What the hollow and the filled mark stand for, with the words of a value that is missing."""
    y, size = 14.0, sheet.format.text
    for value, name, filled in zip((row.baseline, row.result), names, (False, True), strict=True):
        _key_mark(sheet, value, y, filled=filled)
        words = f"{lettering.one_line(name)}: {value.text}"
        text = lettering.fitted(words, size, sheet.format.width - 22)
        sheet.write(Label(20, y + size * 0.35, text, size, colours.INK_2))
        y += size + 8
    return y - 4


def _key_mark(sheet: Sheet, value: Value, y: float, *, filled: bool) -> None:
    if isinstance(value, Band):
        half = 7 if filled else 3
        fill = colours.DATA_WASH if filled else colours.PAPER
        sheet.data["key_boxes"].append(Bar(Box(2, y - half, 15, y + half), fill, colours.DATA).datum())
    elif isinstance(value, Number):
        disc = Disc(8, y, 6, colours.DATA) if filled else Disc(8, y, 5, colours.PAPER, colours.DATA, 2)
        sheet.data["key"].append(disc.datum())
