"""What a team counts every week, and the weekly rows themselves."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from cyclebook.model.amounts import Quantity, Weekly
from cyclebook.model.block import Block
from cyclebook.model.days_and_weeks import Day, WeekNumber
from cyclebook.model.fields import Flag, Persons, Slug, Text, choice
from cyclebook.model.goal import Better
from cyclebook.model.privacy import OwnPrivacy


class MeasureKind(StrEnum):
    """What a weekly measure is for."""

    OUTCOME = "outcome"
    PROCESS = "process"
    BALANCING = "balancing"


class Measure(Block):
    """Something counted every week."""

    id: Slug
    """A short name. The weekly rows use it as their key or column."""
    name: Text
    """What is counted, in words for a reader."""
    kind: Annotated[MeasureKind, BeforeValidator(choice(MeasureKind))] = MeasureKind.OUTCOME
    """What the measure is for: the outcome itself, the work (process), or harm elsewhere (balancing)."""
    unit: Text = "students"
    """What one number counts."""
    of: Persons | None = None
    """The group that the weekly count is out of."""
    among: Persons | None = None
    """For events (absences, meals): how many people they were counted among."""
    goal: Quantity | None = None
    """The weekly goal."""
    baseline: Quantity | None = None
    """The count before the cycle."""
    baseline_weeks: WeekNumber | None = None
    """How many of the first weekly numbers were counted before anything changed. From eight on, their
    median is the line that all weeks are judged by."""
    better: Annotated[Better, BeforeValidator(choice(Better))] | None = None
    """Which way is better."""
    about_staff: Flag = False
    """True where it counts staff, rooms or lessons: no rule for small groups of students applies."""
    cumulative: Flag = False
    """True where each week gives the total so far."""
    targets: dict[WeekNumber, Quantity] = Field(default_factory=dict)
    """For a total so far: where it should stand in some weeks."""
    source: Text | None = None
    """Where the numbers come from: a register, a gradebook."""
    privacy: OwnPrivacy | None = None
    """A policy that shows less of this measure than the hub's does."""


class WeekRow(Block):
    """One week: what was counted, by measure id, and a short reflection."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Weekly] = Field(init=False)

    week: WeekNumber
    """The week of the cycle."""
    date: Day | None = None
    """The day of the count."""
    note: Text | None = None
    """What a reader should know of this week."""
    success: Text | None = None
    """What went well."""
    challenge: Text | None = None
    """What stood in the way."""
    breakthrough: Text | None = None
    """What the team sees now that it did not see before."""
    next: Text | None = None
    """What the team does next."""

    @property
    def values(self) -> dict[str, Weekly]:
        """The counts, by measure id."""
        return self.__pydantic_extra__
