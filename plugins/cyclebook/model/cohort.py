"""A cohort: the teams that run one cycle together, as the hub wrote it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import Field

from cyclebook.model.block import Block
from cyclebook.model.fields import (
    Day,
    Flag,
    MaybeQuantity,
    Persons,
    Quantity,
    Slug,
    TeamCount,
    Text,
    WeekNumber,
)
from cyclebook.model.privacy import Privacy
from cyclebook.model.source import ReportedFigure, SourceEntry
from cyclebook.model.storyboard import BodySection, Member, StoryboardFile


class ComparedGroup(Block):
    """A group beside the target group: who, how many, what was seen, and how the group was formed."""

    name: Text
    of: Persons | None = None
    result: Quantity | None = None
    formed: Text | None = None


class Comparison(Block):
    """One thing measured in several groups."""

    what: Text
    groups: list[ComparedGroup]
    source: Slug | None = None
    note: Text | None = None


class DistributionGroup(Block):
    """A group's shares, one for each band in order; "not published" where a source gives none."""

    name: Text
    of: Persons | None = None
    shares: list[MaybeQuantity]


class Distribution(Block):
    """How groups spread over bands in order: chronic, basic, proficient; or 0, 1, 2, more absences."""

    what: Text
    bands: list[Text]
    groups: list[DistributionGroup]
    source: Slug | None = None
    note: Text | None = None


class Cohort(Block):
    """The front matter of `cohort.md`."""

    title: Text
    subtitle: Text | None = None
    network: Text | None = None
    """The network this cohort belongs to, where it is not the hub's own."""
    start: Day | None = None
    weeks: WeekNumber | None = None
    setting: Text | None = None
    """What a reader should know of the circumstances, in one line."""
    check_ins: list[WeekNumber] = Field(default_factory=list)
    sponsors: list[Member] = Field(default_factory=list)
    coaches: list[Member] = Field(default_factory=list)
    teams_taking_part: TeamCount = None
    """How many teams took part; "not published" where no source says so."""
    selection: Text | None = None
    """How the teams shown here were chosen, where others took part."""
    reported: list[ReportedFigure] = Field(default_factory=list)
    sources: list[SourceEntry] = Field(default_factory=list)
    notes: list[Text] = Field(default_factory=list)
    comparisons: list[Comparison] = Field(default_factory=list)
    distributions: list[Distribution] = Field(default_factory=list)
    privacy: Privacy | None = None
    """Where this cohort's policy is not the network's own; needs the reason."""
    publish_after: Day | None = None
    illustrative: Flag = False


@dataclass(frozen=True, slots=True)
class CohortFolder:
    """A cohort with the storyboards that can be read, by slug, and the slugs of those that cannot."""

    path: PurePosixPath
    slug: str
    cohort: Cohort
    storyboards: tuple[StoryboardFile, ...]
    broken: tuple[str, ...] = ()
    body: tuple[BodySection, ...] = ()
