"""A cohort: the teams that run one cycle together, as the hub wrote it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import Field

from cyclebook.model.block import Block
from cyclebook.model.fields import Day, Flag, TeamCount, Text, WeekNumber
from cyclebook.model.source import ReportedFigure, SourceEntry
from cyclebook.model.storyboard import BodySection, Member, StoryboardFile


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
