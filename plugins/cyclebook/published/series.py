"""Weekly numbers of one measure, as a reader may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cyclebook.published.values import Better, Form, Number, Value


class Measure(StrEnum):
    """What a measure is for."""

    OUTCOME = "outcome"
    PROCESS = "process"
    BALANCING = "balancing"


@dataclass(frozen=True, slots=True)
class Point:
    """One week. `value` says why where there is no number; `day` is the date of the count, if given."""

    week: int
    value: Value
    day: date | None = None


@dataclass(frozen=True, slots=True)
class GoalStep:
    """The goal in force from `week` (1 is the launch) until the next step."""

    week: int
    value: Number


@dataclass(frozen=True, slots=True)
class Series:
    """A measure with one point for every week of the cycle, in week order, missing weeks included.

    `of` is the size of the group (None: events, or not shown); `among` words the
    group that events were counted in. `median` is given only where it may be
    drawn. `at_goal` is (weeks at or past the goal in force, counted weeks).
    """

    id: str
    name: str
    kind: Measure
    form: Form
    unit: str
    better: Better | None
    points: tuple[Point, ...]
    of: int | None = None
    among: str | None = None
    cumulative: bool = False
    goal: tuple[GoalStep, ...] = ()
    baseline: Number | None = None
    median: Number | None = None
    at_goal: tuple[int, int] | None = None
    source: str | None = None

    @property
    def counted(self) -> tuple[Point, ...]:
        """The weeks that have a number."""
        return tuple(point for point in self.points if isinstance(point.value, Number))

    @property
    def varying_group(self) -> bool:
        """True where the group size is not the same in every counted week."""
        sizes = {point.value.of for point in self.counted if isinstance(point.value, Number)}
        return len(sizes) > 1

    def goal_at(self, week: int) -> Number | None:
        """The goal in force in `week`."""
        in_force = [step.value for step in self.goal if step.week <= week]
        return in_force[-1] if in_force else None


def outcome_of(series: Sequence[Series]) -> Series | None:
    """The measure that stands for a storyboard: the first counted outcome, else the first counted one."""
    counted = [one for one in series if one.counted]
    return next((one for one in counted if one.kind is Measure.OUTCOME), counted[0] if counted else None)
