"""Tests of change on the weeks in which they ran: letters above the plot, bars below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from cyclebook.catalogue import _
from cyclebook.figures import colours, lettering
from cyclebook.figures.marks import Bar, Box, Disc, Label, Rule
from cyclebook.figures.runchart.frame import Format, Frame
from cyclebook.figures.runchart.weeks import WeekScale
from cyclebook.published import Decision, Test

_BESIDE = 7.0  # between a bar and its name
_APART = 2.0  # between two letters
_DASHES = (3.0, 2.0)


@dataclass(frozen=True, slots=True)
class Change:
    """A test with the weeks in which the chart shows it."""

    test: Test
    first: int
    last: int

    @property
    def words(self) -> str:
        return decided(self.test.decision)


def decided(decision: Decision) -> str:
    """ "adopted", "decision not published": what became of a test."""
    return _("decision not published") if decision is Decision.NOT_PUBLISHED else decision.word.lower()


def changes(tests: Sequence[Test], weeks: WeekScale) -> tuple[Change, ...]:
    """The tests that begin in a week of the chart; one whose end is not known shows its first week."""
    known = weeks.weeks
    found = []
    for test in tests:
        if test.first_week in known:
            last = max(week for week in known if week <= max(test.last_week or 0, test.first_week))
            found.append(Change(test, test.first_week, last))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters as (change, x, level); level 0 stands on the plot, higher ones where there is no room."""

    places: tuple[tuple[Change, float, int], ...]

    @property
    def levels(self) -> int:
        return max((level + 1 for *_place, level in self.places), default=0)


def letters(shown: Sequence[Change], xs: dict[int, float], half_week: float, format_: Format) -> Letters:
    """Where the letters go: tests of one week side by side if there is room, else one above the other."""
    pitch = 2 * format_.disc + _APART
    placed: list[tuple[Change, float, int]] = []
    for week, same in groupby(
        sorted(shown, key=lambda change: change.first), key=lambda change: change.first
    ):
        group = list(same)
        abreast = max(int(2 * half_week // pitch), 1)
        for begin in range(0, len(group), abreast):
            row = group[begin : begin + abreast]
            start = xs[week] - pitch * (len(row) - 1) / 2
            cluster = [(change, start + pitch * i) for i, change in enumerate(row)]
            level = 0
            while any(
                abs(x - other) < pitch and at == level
                for _change, x in cluster
                for _other, other, at in placed
            ):
                level += 1
            placed += [(change, x, level) for change, x in cluster]
    return Letters(tuple(placed))


def letter_height(format_: Format, levels: int) -> float:
    """The room above the plot that `levels` rows of letters take."""
    return levels * (2 * format_.disc + _APART) + _APART if levels else 0


def letter_marks(placed: Letters, frame: Frame) -> tuple[list[Disc], list[Label], list[Rule]]:
    """The letters in their discs, and a dotted line down from each."""
    radius = frame.format.disc
    discs: list[Disc] = []
    labels: list[Label] = []
    drops: list[Rule] = []
    for change, x, level in placed.places:
        y = frame.top - _APART - radius - level * (2 * radius + _APART)
        size = frame.format.letter if len(change.test.letter) < 2 else frame.format.letter - 1
        discs.append(Disc(x, y, radius, colours.INK))
        labels.append(Label(x, y + size * 0.35, change.test.letter, size, colours.PAPER, "middle", bold=True))
        week = frame.x(change.first)
        if any(drop.x == week for drop in drops):
            continue
        drops.append(Rule(week, y if x == week else frame.top, week, frame.bottom, colours.RULE_2, 1, (1, 3)))
    return discs, labels, drops


def bar_rows(shown: Sequence[Change], frame: Frame, top: float) -> tuple[list[Bar], list[Label], float]:
    """A bar for each test, named left of it, right of it or above it; and where the rows end."""
    format_ = frame.format
    bars, labels = [], []
    y = top
    for change in shown:
        left = frame.x(change.first) - frame.half_week + 1
        right = max(frame.x(change.last) + frame.half_week - 1, left + 2)
        beside = next(_beside(change, left, right, y, format_), None)
        if beside is None:
            beside = _above(change, left, right, y, format_)
            y += format_.text + 5
        bars.append(_bar(change, Box(left, y, right, y + format_.bar)))
        labels.append(beside)
        y += format_.row
    return bars, labels, y - (format_.row - format_.bar)


def _name(change: Change, room: float, size: float) -> str:
    tail = f": {change.words}"
    head = f"{change.test.letter} "
    idea = lettering.one_line(change.test.label)
    left = room - lettering.width(head + tail, size)
    return f"{head}{lettering.fitted(idea, size, left)}{tail}"


def _beside(change: Change, left: float, right: float, y: float, format_: Format) -> Iterator[Label]:
    name = _name(change, float("inf"), format_.text)
    base = y + format_.bar / 2 + format_.text * 0.35
    if lettering.width(name, format_.text) <= left - _BESIDE:
        yield Label(left - _BESIDE, base, name, format_.text, colours.INK, "end")
    if lettering.width(name, format_.text) <= format_.width - right - _BESIDE:
        yield Label(right + _BESIDE, base, name, format_.text, colours.INK)


def _above(change: Change, left: float, right: float, y: float, format_: Format) -> Label:
    name = _name(change, format_.width, format_.text)
    base = y + format_.text * 0.8
    wide = lettering.width(name, format_.text)
    if left + wide <= format_.width:
        return Label(left, base, name, format_.text, colours.INK)
    if right - wide >= 0:
        return Label(right, base, name, format_.text, colours.INK, "end")
    return Label(0, base, name, format_.text, colours.INK)


def _bar(change: Change, box: Box) -> Bar:
    if change.test.decision is Decision.ADOPT:
        return Bar(box, colours.DATA, colours.DATA)
    if change.test.decision is Decision.ADAPT:
        return Bar(box, colours.DATA_WASH, colours.DATA)
    return Bar(box, colours.PAPER, colours.INK_3, _DASHES)
