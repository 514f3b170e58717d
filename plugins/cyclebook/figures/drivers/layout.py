"""Where everything of a driver diagram stands: columns from left to right, one row for each lowest driver."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cyclebook.catalogue import N_, _
from cyclebook.figures import colours, lettering
from cyclebook.figures.drivers.attached import NOBODY, Attached, attached
from cyclebook.figures.marks import Bar, Box, Disc, Label, Path, Rule
from cyclebook.figures.pen import Mark
from cyclebook.figures.sketch import Sketch
from cyclebook.published import DriverNetwork, PublishedDriver, Strength

DEEPEST = 3
"""Levels of drivers that one drawing can hold; a deeper tree is a list only."""

_WIDTH = 1010.0
_AIM, _GAP, _RIGHT = 150.0, 46.0, {1: 420.0, 2: 330.0, 3: 270.0}
_TEXT, _SMALL, _TITLE = 14.0, 13.0, 15.0
_LEADING = 1.22
_ROW, _ITEM = 18.0, 9.0  # between two rows, and between two teams of one driver
_PAD = 9.0
_DISC, _BESIDE = 5.0, 20.0
_TOP = 44.0
_DASH = (6.0, 4.0)
_WEIGHTS = {Strength.STRONG: 4.0, Strength.MODERATE: 2.2, Strength.WEAK: 0.9, None: 1.4}
_LEVELS = {
    1: (N_("Drivers"),),
    2: (N_("Primary drivers"), N_("Secondary drivers")),
    3: (N_("First level"), N_("Second level"), N_("Third level")),
}


@dataclass(frozen=True, slots=True)
class _Block:
    """A driver with its words in lines, what is attached to it, and the blocks beneath it."""

    driver: PublishedDriver
    names: tuple[str, ...]
    link: tuple[str, ...]
    items: tuple[tuple[Attached | None, tuple[str, ...]], ...]
    below: tuple["_Block", ...]

    @property
    def box(self) -> float:
        return _PAD * 2 + len(self.names) * _TEXT * _LEADING + len(self.link) * _SMALL * _LEADING

    @property
    def beside(self) -> float:
        """Height of the teams and districts that work on it."""
        lines = sum(len(lines) for _item, lines in self.items) * _TEXT * _LEADING
        return lines + _ITEM * max(len(self.items) - 1, 0)

    @property
    def inner(self) -> float:
        """Height of all rows beneath and beside it."""
        rows = [*([self.beside] if self.items else []), *(one.height for one in self.below)]
        return sum(rows) + _ROW * max(len(rows) - 1, 0)

    @property
    def height(self) -> float:
        return max(self.box, self.inner)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and widths: one column for each level of drivers, then teams and districts."""

    depth: int

    @property
    def width(self) -> float:
        return (_WIDTH - _AIM - _RIGHT[self.depth] - _GAP * (self.depth + 1)) / self.depth

    def left(self, level: int) -> float:
        return _AIM + _GAP + level * (self.width + _GAP)

    @property
    def right(self) -> float:
        return _WIDTH - _RIGHT[self.depth]


def depth(drivers: Sequence[PublishedDriver]) -> int:
    """How many levels of drivers there are."""
    return max((1 + depth(one.drivers) for one in drivers), default=0)


def sketched(network: DriverNetwork) -> Sketch:
    """The marks of a diagram of one to three levels of drivers."""
    columns = _Columns(depth(network.drivers))
    blocks = [_block(one, network, columns) for one in network.drivers]
    rows = sum(one.height for one in blocks) + _ROW * (len(blocks) - 1)
    words = lettering.one_line(network.aim or network.title)
    aim = lettering.wrapped(words, _TITLE, _AIM, bold=True)
    aim_height = len(aim) * _TITLE * _LEADING + 16
    height = max(rows, aim_height)
    middle = _TOP + height / 2
    marks: list[Mark] = [*_headings(columns)]
    y = middle - rows / 2
    for block in blocks:
        marks += _placed(block, columns, 0, y, (_AIM + 8, middle))
        y += block.height + _ROW
    first = middle - aim_height / 2 + 16 + _TITLE * 0.74
    marks.append(Rule(0, first - _TITLE * 0.74 - 10, _AIM, first - _TITLE * 0.74 - 10, colours.INK, 2))
    marks += [
        Label(0, first + index * _TITLE * _LEADING, line, _TITLE, colours.INK, bold=True)
        for index, line in enumerate(aim)
    ]
    return Sketch(tuple(marks), (round(_WIDTH), round(_TOP + height + 10)))


def _headings(columns: _Columns) -> Iterator[Mark]:
    words = (_("Aim"), *(_(level) for level in _LEVELS[columns.depth]), _("Who works on it"))
    lefts = (0.0, *(columns.left(level) for level in range(columns.depth)), columns.right)
    for text, left in zip(words, lefts, strict=True):
        yield Label(left, 14, text, _SMALL, colours.INK_3)
    yield Rule(0, 24, _WIDTH, 24, colours.RULE, 1)


def _block(driver: PublishedDriver, network: DriverNetwork, columns: _Columns) -> _Block:
    room = columns.width - 2 * _PAD - 2
    found: list[tuple[Attached | None, tuple[str, ...]]] = [
        (one, lettering.wrapped(lettering.one_line(one.text), _TEXT, _RIGHT[columns.depth] - _BESIDE))
        for one in attached(driver, network)
    ]
    if not found and not driver.drivers:
        found = [(None, (_(NOBODY),))]
    return _Block(
        driver,
        lettering.wrapped(lettering.one_line(driver.name), _TEXT, room, bold=bool(driver.drivers)),
        (driver.strength.link,) if driver.strength else (),
        tuple(found),
        tuple(_block(one, network, columns) for one in driver.drivers),
    )


def _placed(
    block: _Block, columns: _Columns, level: int, top: float, start: tuple[float, float]
) -> Iterator[Mark]:
    """The block from height `top` on, linked to `start`; links first, so that boxes lie over them."""
    middle = top + block.height / 2
    left = columns.left(level)
    right = left + columns.width
    end = (right, middle)
    untested = block.driver.untested
    yield _link(start, (left, middle), block.driver, dashed=untested)
    y = top + (block.height - block.inner) / 2
    if block.items:
        at = y + block.beside / 2
        if block.items[0][0] is not None:
            yield Path(
                (end, (right + 10, middle), (right + _GAP - 14, at), (columns.right - 8, at)),
                colours.RULE_2,
                1.4,
                _DASH if untested else (),
            )
        yield from _items(block, columns.right, y)
        y += block.beside + _ROW
    for one in block.below:
        yield from _placed(one, columns, level + 1, y, end)
        y += one.height + _ROW
    yield from _box(block, Box(left, middle - block.box / 2, right, middle + block.box / 2))


def _link(
    start: tuple[float, float], end: tuple[float, float], driver: PublishedDriver, *, dashed: bool
) -> Path:
    (x, y), (x2, y2) = start, end
    stroke = colours.MARK if dashed else colours.INK_2
    places = ((x, y), (x + 8, y), (x2 - 8, y2), (x2, y2))
    return Path(places, stroke, _WEIGHTS[driver.strength], _DASH if dashed else ())


def _box(block: _Block, box: Box) -> Iterator[Mark]:
    untested = block.driver.untested
    if untested:
        yield Bar(box, colours.PAPER, colours.MARK, _DASH)
    else:
        yield Bar(box, colours.TINT)
        yield Rule(box.left, box.top, box.left, box.bottom, colours.INK, 2)
    y = box.top + _PAD + _TEXT * 0.8
    for line in block.names:
        yield Label(box.left + _PAD + 2, y, line, _TEXT, colours.INK, bold=bool(block.below))
        y += _TEXT * _LEADING
    for line in block.link:
        yield Label(box.left + _PAD + 2, y, line, _SMALL, colours.INK_3)


def _items(block: _Block, left: float, top: float) -> Iterator[Mark]:
    y = top + _TEXT * 0.8
    for one, lines in block.items:
        fill = colours.MARK if one is None else colours.INK
        if one is not None:
            middle = y - _TEXT * 0.33
            yield (
                Disc(left + _DISC, middle, _DISC, colours.DATA)
                if one.tested
                else Disc(left + _DISC, middle, _DISC - 0.8, colours.PAPER, colours.INK, 1.6)
            )
        for line in lines:
            yield Label(left + (0 if one is None else _BESIDE), y, line, _TEXT, fill, bold=one is None)
            y += _TEXT * _LEADING
        y += _ITEM
