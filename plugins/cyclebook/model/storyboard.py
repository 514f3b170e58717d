"""A storyboard: one team's one cycle, as the team wrote it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Discriminator, Field, Tag

from cyclebook.model.block import Block
from cyclebook.model.comparison import Comparison
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
from cyclebook.model.photo import Photo
from cyclebook.model.privacy import OwnPrivacy
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


class Selection(StrEnum):
    """How the goal's group was chosen, as far as it matters for reading a change."""

    LOW_BASELINE = "low-baseline"
    FAVOURABLE_BASELINE = "favourable-baseline"
    WHOLE_GROUP = "whole-group"
    OTHER = "other"


class Caution(StrEnum):
    """What weakens a comparison of before and after and cannot be seen in the numbers."""

    DIFFERENT_TEST = "different-test"
    ABSENT_AS_ZERO = "absent-as-zero"
    EXTRAPOLATED = "extrapolated"


class Outcome(StrEnum):
    """What a source says of a goal."""

    MET = "met"
    NOT_MET = "not met"


class Member(Block):
    """A role on the team. Roles, not names."""

    role: Text
    """The role, not a name: Kindergarten teacher."""
    lead: Flag = False
    """True for the person who leads the team."""


class WhyStep(Block):
    """One answer of the Five Whys and what the team looked at."""

    why: Text
    """One answer to the question why."""
    evidence: Text | None = None
    """What the team looked at to be sure."""


class Revision(Block):
    """A new version of the goal, from `week` on."""

    week: WeekNumber
    """The week from which the new target counts."""
    target: Quantity
    """The new target."""
    was: Quantity
    """The target before it."""
    because: Text | None = None
    """Why the goal changed."""


class Goal(Block):
    """The SMART goal: who, how many of how many, from what, to what, by when."""

    kind: Annotated[GoalKind, BeforeValidator(choice(GoalKind))]
    """What the target is: people of a group (count), a share of it (share), an average (mean),
    or a percent of a group whose size is not known (percent)."""
    measure: Text
    """What is counted, as words that follow the count: "students on time every day"."""
    reads: Text | None = None
    """The rest of the sentence that begins with the result: "students were on time every day"."""
    unit: Text | None = None
    """What the number counts, when it is not people."""
    baseline: Quantity | None = None
    """Where the group stood before the cycle."""
    target: Quantity | None = None
    """What the team wants to reach. Needed, unless a source reports the outcome."""
    of: Persons | None = None
    """How many people the group has. Left out, the page says that it is not known."""
    better: Annotated[Better, BeforeValidator(choice(Better))] | None = None
    """Which way is better. Needed where there is no baseline."""
    group: Text | None = None
    """Who is counted, in a few words."""
    selection: Annotated[Selection, BeforeValidator(choice(Selection))] | None = None
    """How the group was chosen: for a low start, for a good one, the whole group, or another way.
    The page prints the caution that follows from it."""
    chosen: Text | None = None
    """How the group was chosen, in words for the page."""
    start: Day | None = None
    """The first day of the goal."""
    end: Day | None = None
    """The last day of the goal. After it, the page says whether the goal was met."""
    result: Quantity | None = None
    """Where the group stood at the end."""
    last_year: Quantity | None = None
    """Where it stood in the same weeks of last year."""
    cautions: list[Annotated[Caution, BeforeValidator(choice(Caution))]] = Field(default_factory=list)
    """What a reader should know that the numbers do not show: another test before than after
    (different-test), absent students counted as zero (absent-as-zero), a figure reckoned beyond the
    weeks that were counted (extrapolated)."""
    statement: Text | None = None
    """The goal in the team's own words; left out, it is written from the fields."""
    revised: list[Revision] = Field(default_factory=list)
    """Every change of the target, in order. The page shows all versions."""


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


class Cause(Block):
    """One cause on a bone of the fishbone, and what the team looked at."""

    cause: Text
    """The cause, in a few words."""
    evidence: Text | None = None
    """What the team looked at to be sure."""


class Bone(Block):
    """A family of causes: People, Timetable, Building."""

    name: Text
    """The name of the family."""
    causes: list[Cause]
    """The causes in it."""


class Withdrawal(Block):
    """The team stopped before the end."""

    week: WeekNumber | None = None
    """The week in which the team stopped."""
    because: Text | None = None
    """Why it stopped."""


class Test(Block):
    """A test of change: one turn of plan, do, study, act."""

    idea: Text
    """The change that was tried: its title, or the id of one of the ideas in network.md."""
    short: Text | None = None
    """A few words for the chart."""
    driver: Slug | None = None
    """The driver that the idea works on, by its id in network.md."""
    ramp: Text | None = None
    """The idea that this test carries on: tests with the same words here form a ramp."""
    weeks: WeekSpan | None = None
    """The week of the test, or its first and last week."""
    scale: Text | None = None
    """How large the test was: one class, then three."""
    question: Text | None = None
    """What the team wanted to find out."""
    predict: Text | None = None
    """What the team expected, written before the test."""
    happened: Text | None = None
    """What came of it, in the same terms as the prediction."""
    study: Text | None = None
    """What the team makes of the difference."""
    decision: Annotated[Decision, BeforeValidator(choice(Decision))] | None = None
    """What the team decided after the test. Left out while the test runs."""
    next: Text | None = None
    """What follows from it."""


class Action(Block):
    """Something to do, by whom and when."""

    what: Text
    """The step to take."""
    who: Text | None = None
    """Who takes it, as a role."""
    week: WeekNumber | None = None
    """The week by which it is done."""
    done: Flag = False
    """True once it is done."""


class Support(Block):
    """Coaching, professional development or a check-in."""

    kind: Text
    """What kind of support: coaching, check-in, professional development."""
    week: WeekNumber | None = None
    """The week of it."""
    note: Text
    """What came of it."""


class GroupResult(Block):
    """Results of one student group."""

    name: Text
    """The name of the group."""
    of: Persons | None = None
    """How many people the group has."""
    baseline: Quantity | None = None
    """Where the group stood before the cycle."""
    result: Quantity | None = None
    """Where it stood at the end."""


class Observation(Block):
    """Something counted beside the goal, or after the cycle."""

    what: Text
    """What was counted."""
    date: Day | None = None
    """The day of the count."""
    before: Quantity | None = None
    """The count before."""
    value: Quantity
    """The count."""
    of: Persons | None = None
    """How many people the group has."""
    unit: Text | None = None
    """What the number counts, when it is not people."""
    nature: Text | None = None
    """How to read it, where it is not a plain count: "extrapolated to a whole year"."""


def _written_as(given: Any) -> str:
    """Whether a key holds words, a list or a block; picks the type that reads it."""
    return "list" if isinstance(given, list) else "block" if isinstance(given, dict) else "words"


class ReportedOutcome(Block):
    """What a source says of the goal, where it gives no numbers to check."""

    status: Annotated[Outcome, BeforeValidator(choice(Outcome))]
    """What the source says."""
    source: Slug
    """The source, by its id."""


class Storyboard(Block):
    """The front matter of one storyboard file."""

    title: Text
    """The title of the page."""
    school: Text | None = None
    """The school. A team of the district has none."""
    district: Slug | None = None
    """The district, by its id in network.md."""
    level: Text | None = None
    """The level of the school: elementary, middle, high."""
    priority: Slug | None = None
    """The priority that the team works on, by its id in network.md."""
    focus: Text | None = None
    """The subject in a word or two, where one school has several teams: "Geometry"."""
    drivers: list[Slug] = Field(default_factory=list)
    """The drivers that the team works on, by their ids in network.md."""
    team: list[Member] = Field(default_factory=list)
    """The people, as roles."""
    team_size: Persons | None = None
    """How many people the team has, as it or a source says. A check compares it with the roles."""
    coach: Text | None = None
    """Who coaches the team, as a role."""
    facilitator: Text | None = None
    """Who runs the cycle in the district, as a role."""
    sponsor: Text | None = None
    """Who answers for the team, as a role."""
    continues: Text | None = None
    """The earlier storyboard of the same team: its cohort, a slash, its file name."""
    problem: Text | None = None
    """The problem in one or two sentences."""
    root_cause: list[WhyStep] = Field(default_factory=list)
    """The Five Whys, first to last."""
    fishbone: list[Bone] = Field(default_factory=list)
    """Causes in families, for a fishbone diagram."""
    goal: Goal | None = None
    """The SMART goal."""
    reported: ReportedOutcome | None = None
    """What a source says of the goal, where it gives no numbers."""
    withdrawn: Withdrawal | None = None
    """For a team that stopped before the end."""
    measures: list[Measure] = Field(default_factory=list)
    """What is counted every week."""
    other_measures: Text | None = None
    """Where every measure is an outcome: "none chosen, because" and the reason. The page prints it with the
    other measures, or under "How sure are we?"."""
    comparison: Comparison | None = None
    """The goal's group beside groups that did not take part."""
    groups: list[GroupResult] = Field(default_factory=list)
    """Results of student groups, each of them part of the goal’s group."""
    weeks: Annotated[
        Annotated[Text, Tag("words")] | Annotated[Text, Tag("block")] | Annotated[list[WeekRow], Tag("list")],
        Discriminator(_written_as),
    ] = Field(default_factory=list)
    """The weekly rows, or the name of a CSV file beside this one."""
    tests: list[Test] = Field(default_factory=list)
    """The tests of change."""
    actions: list[Action] = Field(default_factory=list)
    """Steps to take, with their owners."""
    support: list[Support] = Field(default_factory=list)
    """Coaching, professional development and check-ins."""
    other_results: list[Observation] = Field(default_factory=list)
    """What was counted beside the goal."""
    follow_up: list[Observation] = Field(default_factory=list)
    """What was seen after the cycle ended."""
    photos: list[Photo] = Field(default_factory=list)
    """Photos in the folder with this storyboard’s name: JPEG, PNG or WebP."""
    notes: list[Text] = Field(default_factory=list)
    """What a reader should know about these numbers: contradictions in a source, both versions kept."""
    because: Text | None = None
    """Why the text may say that one thing caused another, where the numbers alone cannot show it. The page
    prints it under "How sure are we?"."""
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
    privacy: OwnPrivacy | None = None
    """A policy that shows less of this storyboard than the hub's does."""
    publish_after: Day | None = None
    """The page stays off the site through this day."""
    illustrative: Flag = False
    """True for invented data: shown with a badge, in no total."""


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
