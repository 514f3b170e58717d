"""Two rows of dots, one dot for each child counted.

Of a known group the others are open circles. Where the size of the group is not known,
dashed circles in the shorter row keep the place of the longer one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from cyclebook.figures import colours, lettering, pen, sketch
from cyclebook.figures.exhibit import Drawing
from cyclebook.figures.marks import Anchor, Disc, Label
from cyclebook.published import BeforeAfter, Form, Number, Value

_MOST = 100
_LARGEST, _SMALLEST = 30.0, 15.0  # from dot to dot
_NUMBER = 24.0
_DASHES = (2.0, 2.0)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many before and after, and in all: the group's size, or None where it is not known."""

    before: int
    after: int
    group: int | None

    @property
    def places(self) -> int:
        return self.group if self.group is not None else max(self.before, self.after)


@dataclass(frozen=True, slots=True)
class _Format:
    width: float
    names: float  # the column of names; 0 where they stand above the dots
    text: float


_WIDE = _Format(740, 190, 15)
_NARROW = _Format(328, 0, 14)


def counts(fact: BeforeAfter) -> Counts | None:
    """The counts of a fact that can be drawn as dots: whole, of one group or of none that is known."""
    before, after = _whole(fact.before), _whole(fact.after)
    if before is None or after is None:
        return None
    sizes = {value.of for value in (fact.before, fact.after) if isinstance(value, Number)}
    group = next(iter(sizes)) if len(sizes) == 1 else None
    if len(sizes) > 1 or (group is not None and group < max(before, after)):
        return None
    found = Counts(before, after, group)
    return found if 0 < found.places <= _MOST else None


def _whole(value: Value) -> int | None:
    if not isinstance(value, Number) or value.form is not Form.COUNT or value.value < 0:
        return None
    return int(value.value) if value.value == int(value.value) else None


def drawn(
    found: Counts, names: Sequence[str], *, figure: str, title: str, told: str
) -> tuple[Drawing, Drawing]:
    """The rows, wide and narrow."""
    wide, narrow = (_sketched(found, names, one) for one in (_WIDE, _NARROW))
    return sketch.drawn(wide, narrow, figure=figure, title=title, told=told)


def _sketched(found: Counts, names: Sequence[str], format_: _Format) -> sketch.Sketch:
    number_room = lettering.width(str(max(found.before, found.after)), _NUMBER, bold=True) + 16
    room = format_.width - format_.names - (number_room if format_.names else 0)
    pitch = min(max(room / found.places, _SMALLEST), _LARGEST)
    columns = min(int(room // pitch), found.places)
    marks: list[pen.Mark] = []
    top = 4.0
    for name, number in zip(names, (found.before, found.after), strict=True):
        name_room = (format_.names - 14) if format_.names else format_.width - number_room
        words = lettering.fitted(lettering.one_line(name), format_.text, name_room, bold=True)
        rows = ceil(found.places / columns)
        line = max(_NUMBER, pitch) if format_.names else _NUMBER + 6
        first = top + line / 2 if format_.names else top + line + pitch / 2
        base = top + line / 2 + format_.text * 0.35
        marks.append(Label(0, base, words, format_.text, colours.INK, bold=True))
        x = format_.names + columns * pitch + 10 if format_.names else format_.width
        level = top + line / 2 + _NUMBER * 0.35
        anchor: Anchor = "start" if format_.names else "end"
        marks.append(Label(x, level, str(number), _NUMBER, colours.DATA, anchor, bold=True))
        marks += _dots(found, number, format_.names, first, pitch, columns)
        top = first + (rows - 1) * pitch + pitch / 2 + 18
    return sketch.Sketch(tuple(marks), (round(format_.width), round(top - 12)))


def _dots(
    found: Counts, number: int, left: float, first: float, pitch: float, columns: int
) -> list[pen.Mark]:
    radius = round(pitch * 0.35, 1)
    dash = _DASHES if found.group is None else ()
    marks: list[pen.Mark] = []
    for place in range(found.places):
        row, column = divmod(place, columns)
        x, y = left + column * pitch + pitch / 2, first + row * pitch
        if place < number:
            marks.append(Disc(x, y, radius, colours.DATA))
        else:
            marks.append(Disc(x, y, radius - 0.7, colours.PAPER, colours.RULE_2, 1.4, dash))
    return marks
