"""A storyboard: one team's one cycle, as the team wrote it."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from cyclebook.model.amounts import Quantity
from cyclebook.model.block import Block
from cyclebook.model.causes import Bone, WhyStep
from cyclebook.model.change_test import Test
from cyclebook.model.comparison import Comparison
from cyclebook.model.days_and_weeks import Day, WeekNumber
from cyclebook.model.fields import Flag, Persons, Slug, Text
from cyclebook.model.goal import Goal, ReportedOutcome
from cyclebook.model.measure import Measure, WeekRow
from cyclebook.model.photo import Photo
from cyclebook.model.privacy import OwnPrivacy
from cyclebook.model.source import SourceEntry


class Member(Block):
    """A role on the team. Roles, not names."""

    role: Text
    """The role, not a name: Kindergarten teacher."""
    lead: Flag = False
    """True for the person who leads the team."""


class Withdrawal(Block):
    """The team stopped before the end."""

    week: WeekNumber | None = None
    """The week in which the team stopped."""
    because: Text | None = None
    """Why it stopped."""


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
