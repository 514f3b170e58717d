"""The rows of a dumbbell chart: what is known of each team, in numbers or in words."""

import math
from dataclasses import dataclass
from decimal import Decimal

from cyclebook.catalogue import _
from cyclebook.figures import lettering, phrases
from cyclebook.figures.round_numbers import round_step
from cyclebook.published import Absent, Band, Better, Form, Number, PublishedStoryboard, Status, Value

_REPORTED = (Status.REPORTED_MET, Status.REPORTED_NOT_MET)


@dataclass(frozen=True, slots=True)
class Row:
    """One team. `running` means that the result is the latest number of a cycle under way.

    `priority` is the name of the shared aim that the team works on, "" where it has none.
    """

    name: str
    focus: str
    unit: str
    lower_is_better: bool
    baseline: Value
    result: Value
    goal: Value
    status: Status
    running: bool
    withheld: str | None
    priority: str = ""

    @property
    def numbers(self) -> tuple[Number, ...]:
        return tuple(v for v in (self.baseline, self.result, self.goal) if isinstance(v, Number))

    @property
    def goal_words(self) -> str:
        """ "goal 73 of 80", "goal not published"; why it is withheld stands in the table."""
        withheld = isinstance(self.goal, Absent) and self.goal.withheld
        return _("goal withheld") if withheld else _("goal {goal}", goal=self.goal.text)

    @property
    def words(self) -> str | None:
        """What stands in the row where it has no result: "withheld: …", "not reported"."""
        if isinstance(self.result, Number | Band):
            return None
        if self.withheld:
            return self.withheld
        if self.status in _REPORTED:
            return _("{status}, number {why}", status=self.status.word.lower(), why=self.result.text)
        return self.result.text

    @property
    def course(self) -> str:
        """ "from 43% to 71%", "43% to start with, result not reported", "74 of 80".

        With a band: "over 40% to 45% to start with, then over 70% to 75%".
        """
        begin, end = (v.text if isinstance(v, Number | Band) else None for v in (self.baseline, self.result))
        if begin is None:
            return end or self.words or ""
        if end is None:
            return _("{begin} to start with, result {why}", begin=begin, why=self.words or "")
        if isinstance(self.baseline, Number) and isinstance(self.result, Number):
            return _("from {begin} to {end}", begin=begin, end=end)
        return _("{begin} to start with, then {end}", begin=begin, end=end)


def row_of(storyboard: PublishedStoryboard) -> Row:
    """The row of a storyboard."""
    goal = storyboard.goal
    latest = goal.latest[1] if goal.latest and not isinstance(goal.result, Number | Band) else None
    focus = lettering.one_line(storyboard.focus or goal.measure)
    return Row(
        name=lettering.one_line(storyboard.name),
        focus=phrases.capital(focus),
        unit=_unit(goal.result, goal.target, goal.baseline)
        or lettering.one_line(goal.unit or "")
        or _("number"),
        lower_is_better=goal.better is Better.LOWER,
        baseline=goal.baseline,
        result=latest or goal.result,
        goal=goal.target,
        status=goal.status,
        running=latest is not None,
        withheld=storyboard.withheld.text if storyboard.withheld else None,
        priority=lettering.one_line(storyboard.priority or ""),
    )


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale all rows share: percent of a group, percent of each team's own goal, or plain amounts."""

    of_goal: bool
    highest: float
    ticks: tuple[tuple[float, str], ...]
    plain: bool = False

    def place(self, row: Row, value: Value) -> float | None:
        """Where a value of a row stands; None where it has no place on this scale."""
        if not isinstance(value, Number):
            return None
        percent = self._amount(row, value)
        return None if percent is None else min(max(float(percent), 0.0), self.highest)

    def extent(self, row: Row, value: Value) -> tuple[float, float] | None:
        """From where to where a value of a row reaches: a band has two ends, a number one place."""
        if isinstance(value, Band):
            return None if self.of_goal or self.plain else (float(value.low), float(value.high))
        place = self.place(row, value)
        return None if place is None else (place, place)

    def beyond(self, row: Row, value: Value) -> bool:
        """True where a value lies past the end of the scale."""
        if not isinstance(value, Number):
            return False
        percent = self._amount(row, value)
        return percent is not None and float(percent) > self.highest

    def _amount(self, row: Row, value: Number) -> Decimal | None:
        if self.plain:
            return value.value
        return _share_of_goal(value, row.goal) if self.of_goal else value.share


_FURTHEST = 250.0


def axis_of(rows: tuple[Row, ...]) -> Axis:
    """Percent of a group if every number of every row has one, else percent of each row's own goal."""
    of_goal = any(number.share is None for row in rows for number in row.numbers)
    placed = [
        _share_of_goal(number, row.goal) if of_goal else number.share
        for row in rows
        for number in row.numbers
    ]
    furthest = max([float(p) for p in placed if p is not None], default=100.0)
    step = 25 if furthest <= 125 else 50
    top = max(100.0, min(_FURTHEST, -(-furthest // step) * step))
    ticks = [step * i for i in range(int(top // step) + 1)]
    return Axis(of_goal, top, tuple((float(t), f"{t}%" if t == ticks[-1] else str(t)) for t in ticks))


def plain_axis(row: Row) -> Axis:
    """The scale of one row alone: percent where every value has a share, else amounts from zero."""
    if all(number.share is not None for number in row.numbers):
        return axis_of((row,))
    furthest = max(float(number.value) for number in row.numbers)
    step = round_step(furthest, 4)
    steps = max(math.ceil(furthest / step), 1)
    ticks = tuple((step * i, f"{step * i:,.6f}".rstrip("0").rstrip(".")) for i in range(steps + 1))
    return Axis(of_goal=False, highest=ticks[-1][0], ticks=ticks, plain=True)


def _share_of_goal(number: Number, goal: Value) -> Decimal | None:
    if not isinstance(goal, Number):
        return None
    a, b = number.value, goal.value
    if number.form is not goal.form or number.of != goal.of:
        if number.share is None or goal.share is None:
            return None
        a, b = number.share, goal.share
    return a * 100 / b if b > 0 and a >= 0 else None


def _unit(*values: Value) -> str | None:
    forms = {value.form for value in values if isinstance(value, Number)}
    if any(isinstance(value, Band) for value in values):
        forms.add(Form.PERCENT)
    return _("percent") if forms == {Form.PERCENT} else _("count") if forms == {Form.COUNT} else None
