"""A storyboard: one team's one cycle, as the team wrote it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag

from cyclebook.model.block import Block
from cyclebook.model.fields import (
    Day,
    Flag,
    Persons,
    Quantity,
    Slug,
    Text,
    Weekly,
    WeekNumber,
    WeekSpan,
    choice,
)
from cyclebook.model.source import SourceEntry


class GoalKind(StrEnum):
    """What a goal counts: so many of a group, a share of it, an average, or a percent of unknown n."""

    COUNT = "count"
    SHARE = "share"
    MEAN = "mean"
    PERCENT = "percent"


class Better(StrEnum):
    """The direction that counts as improvement."""

    HIGHER = "higher"
    LOWER = "lower"


class MeasureKind(StrEnum):
    """What a weekly measure is for."""

    OUTCOME = "outcome"
    PROCESS = "process"
    BALANCING = "balancing"


class Decision(StrEnum):
    """What the team decided after a test."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"


class Outcome(StrEnum):
    """What a source says of a goal."""

    MET = "met"
    NOT_MET = "not met"


class Member(Block):
    """A role on the team. Roles, not names."""

    role: Text
    lead: Flag = False


class WhyStep(Block):
    """One answer of the Five Whys and what the team looked at."""

    why: Text
    evidence: Text | None = None


class Revision(Block):
    """A new version of the goal, from `week` on."""

    week: WeekNumber
    target: Quantity
    was: Quantity
    because: Text | None = None


class Goal(Block):
    """The SMART goal: who, how many of how many, from what, to what, by when."""

    kind: Annotated[GoalKind, BeforeValidator(choice(GoalKind))]
    measure: Text
    """What is counted, as words that follow the count: "students on time every day"."""
    reads: Text | None = None
    """The rest of the sentence that begins with the result: "students were on time every day"."""
    unit: Text | None = None
    """What the number counts, when it is not people."""
    baseline: Quantity | None = None
    target: Quantity | None = None
    of: Persons | None = None
    """How many people the group has. Left out, the page says that it is not known."""
    better: Annotated[Better, BeforeValidator(choice(Better))] | None = None
    group: Text | None = None
    selection: Text | None = None
    """How the group was chosen."""
    start: Day | None = None
    end: Day | None = None
    result: Quantity | None = None
    statement: Text | None = None
    """The goal in the team's own words; left out, it is written from the fields."""
    revised: list[Revision] = Field(default_factory=list)


class Measure(Block):
    """Something counted every week."""

    id: Slug
    name: Text
    kind: Annotated[MeasureKind, BeforeValidator(choice(MeasureKind))] = MeasureKind.OUTCOME
    unit: Text = "students"
    of: Persons | None = None
    """The group that the weekly count is out of."""
    among: Persons | None = None
    """For events (absences, meals): how many people they were counted among."""
    goal: Quantity | None = None
    """The weekly goal."""
    baseline: Quantity | None = None
    better: Annotated[Better, BeforeValidator(choice(Better))] | None = None
    about_staff: Flag = False
    """True where it counts staff, rooms or lessons: no rule for small groups of students applies."""
    cumulative: Flag = False
    targets: dict[WeekNumber, Quantity] = Field(default_factory=dict)
    source: Text | None = None


class WeekRow(Block):
    """One week: what was counted, by measure id, and a short reflection."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Weekly] = Field(init=False)

    week: WeekNumber
    date: Day | None = None
    note: Text | None = None
    success: Text | None = None
    challenge: Text | None = None
    breakthrough: Text | None = None
    next: Text | None = None

    @property
    def values(self) -> dict[str, Weekly]:
        """The counts, by measure id."""
        return self.__pydantic_extra__


class Cause(Block):
    """One cause on a bone of the fishbone, and what the team looked at."""

    cause: Text
    evidence: Text | None = None


class Bone(Block):
    """A family of causes: People, Timetable, Building."""

    name: Text
    causes: list[Cause]


class Withdrawal(Block):
    """The team stopped before the end."""

    week: WeekNumber | None = None
    because: Text | None = None


class Test(Block):
    """A test of change: one turn of plan, do, study, act."""

    idea: Text
    short: Text | None = None
    """A few words for the chart."""
    driver: Slug | None = None
    ramp: Text | None = None
    """The idea that this test carries on: tests with the same words here form a ramp."""
    weeks: WeekSpan | None = None
    scale: Text | None = None
    question: Text | None = None
    predict: Text | None = None
    happened: Text | None = None
    study: Text | None = None
    decision: Annotated[Decision, BeforeValidator(choice(Decision))] | None = None
    next: Text | None = None


class Action(Block):
    """Something to do, by whom and when."""

    what: Text
    who: Text | None = None
    week: WeekNumber | None = None
    done: Flag = False


class Support(Block):
    """Coaching, professional development or a check-in."""

    kind: Text
    week: WeekNumber | None = None
    note: Text


class GroupResult(Block):
    """Results of one student group."""

    name: Text
    of: Persons | None = None
    baseline: Quantity | None = None
    result: Quantity | None = None


class Observation(Block):
    """Something counted beside the goal, or after the cycle."""

    what: Text
    date: Day | None = None
    before: Quantity | None = None
    value: Quantity
    of: Persons | None = None
    unit: Text | None = None
    nature: Text | None = None
    """How to read it, where it is not a plain count: "extrapolated to a whole year"."""


def _written_as(given: Any) -> str:
    """Whether a key holds words, a list or a block; picks the type that reads it."""
    return "list" if isinstance(given, list) else "block" if isinstance(given, dict) else "words"


class ReportedOutcome(Block):
    """What a source says of the goal, where it gives no numbers to check."""

    status: Annotated[Outcome, BeforeValidator(choice(Outcome))]
    source: Slug


class Storyboard(Block):
    """The front matter of one storyboard file."""

    title: Text
    school: Text | None = None
    district: Slug | None = None
    level: Text | None = None
    priority: Slug | None = None
    focus: Text | None = None
    """The subject in a word or two, where one school has several teams: "Geometry"."""
    drivers: list[Slug] = Field(default_factory=list)
    team: list[Member] = Field(default_factory=list)
    coach: Text | None = None
    facilitator: Text | None = None
    sponsor: Text | None = None
    continues: Text | None = None
    problem: Text | None = None
    root_cause: list[WhyStep] = Field(default_factory=list)
    fishbone: list[Bone] = Field(default_factory=list)
    goal: Goal | None = None
    reported: ReportedOutcome | None = None
    withdrawn: Withdrawal | None = None
    measures: list[Measure] = Field(default_factory=list)
    groups: list[GroupResult] = Field(default_factory=list)
    weeks: Annotated[
        Annotated[Text, Tag("words")] | Annotated[Text, Tag("block")] | Annotated[list[WeekRow], Tag("list")],
        Discriminator(_written_as),
    ] = Field(default_factory=list)
    """The weekly rows, or the name of a CSV file beside this one."""
    tests: list[Test] = Field(default_factory=list)
    actions: list[Action] = Field(default_factory=list)
    support: list[Support] = Field(default_factory=list)
    other_results: list[Observation] = Field(default_factory=list)
    """What was counted beside the goal."""
    follow_up: list[Observation] = Field(default_factory=list)
    """What was seen after the cycle ended."""
    notes: list[Text] = Field(default_factory=list)
    """What a reader should know about these numbers: contradictions in a source, both versions kept."""
    sources: list[
        Annotated[
            Annotated[Text, Tag("words")]
            | Annotated[Text, Tag("list")]
            | Annotated[SourceEntry, Tag("block")],
            Discriminator(_written_as),
        ]
    ] = Field(default_factory=list)
    """Ids of the network's or cohort's sources, or references in words."""
    entered_from: Slug | None = None
    """The published source that the hub entered this storyboard from."""
    publish_after: Day | None = None
    illustrative: Flag = False


@dataclass(frozen=True, slots=True)
class BodySection:
    """A heading of the body and the Markdown under it; `line` counts from 1 in the file."""

    heading: str
    markdown: str
    line: int


@dataclass(frozen=True, slots=True)
class StoryboardFile:
    """A storyboard that can be read, with its weekly rows in week order and its body in sections."""

    path: PurePosixPath
    cohort: str
    slug: str
    storyboard: Storyboard
    weeks: tuple[WeekRow, ...] = ()
    body: tuple[BodySection, ...] = ()
