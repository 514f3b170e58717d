"""Weekly numbers of one measure, as a reader may see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cyclebook.catalogue import N_, _
from cyclebook.published.run_reading import RunReading
from cyclebook.published.values import Band, Better, Form, Number, Value


class Measure(StrEnum):
    """What a measure is for; `word` is what a reader sees, before or after the name of a measure."""

    OUTCOME = N_("outcome")
    PROCESS = N_("process")
    BALANCING = N_("balancing")

    @property
    def word(self) -> str:
        return _(self.value)


@dataclass(frozen=True, slots=True)
class Point:
    """One week. `value` says why where there is no number; `day` is the date of the count, if given."""

    week: int
    value: Value
    day: date | None = None


@dataclass(frozen=True, slots=True)
class GoalStep:
    """The goal in force from `week` (1 is the launch) until the next step; of a pace, the total by `week`."""

    week: int
    value: Number


@dataclass(frozen=True, slots=True)
class Series:
    """A measure with one point for every week of the cycle, in week order, missing weeks included.

    `of` is the size of the group (None: events, or not shown); `among` words the
    group that events were counted in. `median` is given only where it may be
    drawn: that of all weeks, or of the baseline weeks. `reading` is what may be said of the
    weeks; a running total has none. `at_goal` is (weeks at or past the goal in force, counted weeks). `pace`
    are the totals that a cumulative measure is to reach by the end of their weeks.
    A series with a band is read on a scale of percent: ValueError for a number in it
    that has no share of its group.
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
    pace: tuple[GoalStep, ...] = ()
    reading: RunReading | None = None

    def __post_init__(self) -> None:
        numbers = [point.value for point in self.points if isinstance(point.value, Number)]
        if self.banded and any(number.share is None for number in numbers):
            raise ValueError(f"{self.name}: in a series with bands every number has a share of its group.")

    @property
    def counted(self) -> tuple[Point, ...]:
        """The weeks that have a number or a band."""
        return tuple(point for point in self.points if isinstance(point.value, Number | Band))

    @property
    def banded(self) -> bool:
        """True where at least one week is known only as a range."""
        return any(isinstance(point.value, Band) for point in self.points)

    @property
    def median_name(self) -> str:
        """What the median is called beside its value: "median", "median so far", "baseline median"."""
        return (self.reading.line_name if self.reading else None) or _("median")

    @property
    def varying_group(self) -> bool:
        """True where the group size is not the same in every counted week."""
        sizes = {point.value.of for point in self.counted if isinstance(point.value, Number | Band)}
        return len(sizes) > 1

    def goal_at(self, week: int) -> Number | None:
        """The goal in force in `week`."""
        in_force = [step.value for step in self.goal if step.week <= week]
        return in_force[-1] if in_force else None


def outcome_of(series: Sequence[Series]) -> Series | None:
    """The measure that stands for a storyboard: the first counted outcome, else the first counted one."""
    counted = [one for one in series if one.counted]
    return next((one for one in counted if one.kind is Measure.OUTCOME), counted[0] if counted else None)
