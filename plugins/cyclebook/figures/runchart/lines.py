"""Goal, baseline and median: level lines, each with its name.

In a wide drawing the names stand in a margin on the right, in a narrow one on the
line. An earlier version of the goal is named on its own piece of line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cyclebook.catalogue import _
from cyclebook.figures import colours, phrases
from cyclebook.figures.marks import Label, Rule
from cyclebook.figures.runchart.extents import amount, drawn_goals
from cyclebook.figures.runchart.frame import Format, Frame
from cyclebook.published import Number, RunLine, Series

_DASHES = (7.0, 4.0)
_DOTS = (3.0, 3.0)
_OF_ALL_WEEKS = (RunLine.MEDIAN, RunLine.MEDIAN_SO_FAR)


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A level line from one place to another. `words` is its name in pieces; a `mark` tells of a signal."""

    words: tuple[str, ...]
    rule: Rule
    bold: bool
    mark: str | None = None

    @property
    def y(self) -> float:
        return self.rule.y

    @property
    def name(self) -> str:
        name = " ".join(self.words)
        return f"{name}: {self.mark}" if self.mark else name

    @property
    def pieces(self) -> tuple[str, ...]:
        """The name, line by line."""
        return (*self.words, *([self.mark] if self.mark else []))

    def in_margin(self, top: float, format_: Format, x: float) -> tuple[Label, ...]:
        """The name in the margin, one line for each piece."""
        line = format_.text + 2
        return tuple(
            Label(
                x, top + format_.text * 0.74 + line * i, piece, format_.text, self.rule.stroke, bold=self.bold
            )
            for i, piece in enumerate(self.pieces)
        )

    def on_line(self, format_: Format) -> Iterator[Label]:
        """Places for the name along the line, above it or below it, from its right end to its left."""
        text, size = self.name, format_.text
        label = Label(0, 0, text, size, self.rule.stroke, bold=self.bold, halo=colours.PAPER)
        room = max(self.rule.x2 - self.rule.x - label.width, 0)
        for away in (0.0, 0.6):
            for part in (1.0, 0.0, 0.75, 0.5, 0.25):
                for y in (self.rule.y - size * (0.45 + away), self.rule.y + size * (1.1 + away)):
                    x = self.rule.x + room * part
                    yield Label(x, y, text, size, self.rule.stroke, bold=self.bold, halo=colours.PAPER)


def goal_lines(series: Series, frame: Frame) -> tuple[tuple[LevelLine, ...], tuple[Rule, ...]]:
    """A dashed line for each version of the goal at its own weeks, and what joins them."""
    steps = drawn_goals(series)
    weeks = frame.weeks.weeks
    starts = [frame.left]
    for step in steps[1:]:
        first = next(week for week in weeks if week >= step.week)
        before = weeks[weeks.index(first) - 1]
        starts.append((frame.x(before) + frame.x(first)) / 2)
    if steps and steps[0].week > weeks[0]:
        starts[0] = frame.x(next(week for week in weeks if week >= steps[0].week)) - frame.half_week
    lines = tuple(
        LevelLine(
            (_("Goal {goal}", goal=step.value.short),),
            _level(series, step.value, left, right, frame),
            bold=True,
        )
        for step, (left, right) in zip(steps, pairwise([*starts, frame.right]), strict=False)
    )
    joints = tuple(
        Rule(b.rule.x, a.y, b.rule.x, b.y, colours.MARK, 2) for a, b in pairwise(lines) if a.y != b.y
    )
    return lines, joints


def other_lines(series: Series, frame: Frame) -> tuple[LevelLine, ...]:
    """The baseline and, where it may be drawn, the median."""
    found = []
    if series.baseline and (place := amount(series, series.baseline)) is not None:
        y = frame.y(place)
        rule = Rule(frame.left, y, frame.right, y, colours.INK_3, 1.2, _DOTS)
        words = _("Baseline {number}", number=series.baseline.short)
        found.append(LevelLine((words,), rule, bold=False))
    if series.median and (place := amount(series, series.median)) is not None:
        y = frame.y(place)
        rule = Rule(frame.left, y, frame.right, y, colours.INK_2, 1.5)
        mark = series.reading.mark if series.reading else None
        found.append(LevelLine(tuple(_median_words(series, series.median)), rule, bold=False, mark=mark))
    return tuple(found)


def _median_words(series: Series, median: Number) -> Iterator[str]:
    """ "Median 33", "so far"."""
    reading = series.reading
    if reading and reading.line in _OF_ALL_WEEKS and not reading.finished:
        yield _("Median {number}", number=median.short)
        yield _("so far")
    else:
        yield phrases.capital(_("{line} {number}", line=series.median_name, number=median.short))


def _level(series: Series, goal: Number, left: float, right: float, frame: Frame) -> Rule:
    y = frame.y(amount(series, goal) or 0.0)
    return Rule(left, y, right, y, colours.MARK, 2, _DASHES)
