"""Where the boxes of a nested structure stand: districts in rows inside the box of the network."""

from collections.abc import Iterator
from dataclasses import dataclass

from cyclebook.figures import colours, lettering
from cyclebook.figures.marks import Bar, Box, Disc, Label
from cyclebook.figures.pen import Mark
from cyclebook.figures.sketch import Sketch
from cyclebook.figures.structure.teams import teams_counted, teams_told
from cyclebook.published import DriverNetwork, PublishedDistrict

_LEADING = 1.22
_PAD, _APART = 12.0, 10.0
_DOT, _STEP = 4.5, 14.0


@dataclass(frozen=True, slots=True)
class Format:
    """A width for which the structure is drawn, with at most so many districts side by side."""

    width: float
    text: float
    most: int


WIDE = Format(740, 14, 4)
NARROW = Format(328, 13, 2)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A district's words in lines, and its dots in rows."""

    names: tuple[str, ...]
    told: tuple[str, ...]
    dots: int
    across: int

    @property
    def rows(self) -> int:
        return -(-self.dots // self.across)

    def height(self, text: float) -> float:
        words = (len(self.names) + len(self.told)) * text * _LEADING
        return 2 * _PAD + words + (self.rows * _STEP + 6 if self.rows else 0)


def sketched(network: DriverNetwork, format_: Format) -> Sketch:
    """The marks of the drawing."""
    text = format_.text
    columns = min(format_.most, len(network.districts))
    inner = format_.width - 2 * _PAD
    width = (inner - _APART * (columns - 1)) / columns
    cells = [_cell(one, network, width - 2 * _PAD, text) for one in network.districts]
    title = lettering.wrapped(lettering.one_line(network.title), text + 1, inner, bold=True)
    marks: list[Mark] = [
        Label(_PAD, _PAD + text + index * (text + 1) * _LEADING, line, text + 1, colours.INK, bold=True)
        for index, line in enumerate(title)
    ]
    y = _PAD * 2 + len(title) * (text + 1) * _LEADING
    for first in range(0, len(cells), columns):
        row = cells[first : first + columns]
        height = max(one.height(text) for one in row)
        for index, cell in enumerate(row):
            left = _PAD + index * (width + _APART)
            marks += _drawn(cell, Box(left, y, left + width, y + height), text)
        y += height + _APART
    end = y - _APART + _PAD
    frame = Bar(Box(1, 1, format_.width - 1, end), colours.PAPER, colours.INK)
    return Sketch((frame, *marks), (round(format_.width), round(end + 1)))


def _cell(district: PublishedDistrict, network: DriverNetwork, room: float, text: float) -> _Cell:
    return _Cell(
        lettering.wrapped(lettering.one_line(district.name), text, room, bold=True),
        lettering.wrapped(teams_told(district, network), text, room),
        teams_counted(district, network) or 0,
        max(1, int(room // _STEP)),
    )


def _drawn(cell: _Cell, box: Box, text: float) -> Iterator[Mark]:
    yield Bar(box, colours.TINT)
    y = box.top + _PAD + text * 0.8
    for line in cell.names:
        yield Label(box.left + _PAD, y, line, text, colours.INK, bold=True)
        y += text * _LEADING
    for line in cell.told:
        yield Label(box.left + _PAD, y, line, text, colours.INK_2)
        y += text * _LEADING
    for number in range(cell.dots):
        row, column = divmod(number, cell.across)
        yield Disc(box.left + _PAD + _DOT + column * _STEP, y - text * 0.3 + row * _STEP, _DOT, colours.DATA)
