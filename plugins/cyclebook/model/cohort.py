"""A cohort: the teams that run one cycle together, as the hub wrote it."""

from dataclasses import dataclass
from pathlib import PurePosixPath

from pydantic import Field

from cyclebook.model.block import Block
from cyclebook.model.comparison import Comparison, Distribution
from cyclebook.model.days_and_weeks import Day, WeekNumber
from cyclebook.model.drivers import Aim, District, Driver, LearningEvent
from cyclebook.model.fields import Flag, Slug, TeamCount, TeamTally, Text
from cyclebook.model.privacy import Privacy
from cyclebook.model.schools import SchoolFigures
from cyclebook.model.source import ReportedFigure, SourceEntry
from cyclebook.model.storyboard import BodySection, Member, StoryboardFile
from cyclebook.model.terms import HubTerms


class DistrictTeams(Block):
    """How many teams one district has in the cohort."""

    name: Text
    """The name of the district."""
    teams: TeamTally
    """How many of the teams are its own; none where it has none."""


class Cohort(Block):
    """The front matter of `cohort.md`."""

    title: Text
    """The title of the page."""
    subtitle: Text | None = None
    """A line under the title."""
    network: Text | None = None
    """The network this cohort belongs to, where it is not the hub's own. Cohorts that name the same one
    share its aim, drivers and districts: write them in one of the cohorts."""
    aim: Aim | None = None
    """What that network is for."""
    drivers: list[Driver] = Field(default_factory=list)
    """The causes that that network works on, as a tree."""
    districts: list[District] = Field(default_factory=list)
    """The districts of that network."""
    events: list[LearningEvent] = Field(default_factory=list)
    """The meetings in which that network learns, for its calendar."""
    schools: Text | None = None
    """A CSV file beside this one: school, district, level, two columns of figures, participating."""
    schools_source: Slug | None = None
    """The source of the figures of schools, by its id."""
    terms: HubTerms | None = None
    """The words of that network for ours."""
    start: Day | None = None
    """The first day of the cycle."""
    weeks: WeekNumber | None = None
    """How many weeks the cycle has."""
    setting: Text | None = None
    """What a reader should know of the circumstances, in one line."""
    check_ins: list[WeekNumber] = Field(default_factory=list)
    """The weeks in which sponsors and teams meet."""
    sponsors: list[Member] = Field(default_factory=list)
    """Who answers for the cohort, as roles."""
    coaches: list[Member] = Field(default_factory=list)
    """Who coaches its teams, as roles."""
    teams_taking_part: TeamCount = None
    """How many teams took part; "not published" where no source says so."""
    teams_by_district: list[DistrictTeams] = Field(default_factory=list)
    """How many teams each district has. A check adds them up."""
    selection: Text | None = None
    """How the teams shown here were chosen, where others took part."""
    reported: list[ReportedFigure] = Field(default_factory=list)
    """Figures that a source states of this cohort."""
    sources: list[SourceEntry] = Field(default_factory=list)
    """Published sources that its storyboards refer to."""
    notes: list[Text] = Field(default_factory=list)
    """What a reader should know of these numbers."""
    comparisons: list[Comparison] = Field(default_factory=list)
    """One thing measured in several groups."""
    distributions: list[Distribution] = Field(default_factory=list)
    """How groups spread over bands in order."""
    privacy: Privacy | None = None
    """Where this cohort's policy is not the network's own; needs the reason."""
    publish_after: Day | None = None
    """The cohort and all its teams stay off the site through this day."""
    illustrative: Flag = False
    """True where every team of the cohort is invented."""

    @property
    def carries(self) -> tuple[str, ...]:
        """The keys that describe another network here."""
        of_network = ("aim", "drivers", "districts", "events", "schools", "terms")
        return tuple(key for key in of_network if getattr(self, key))


@dataclass(frozen=True, slots=True)
class CohortFolder:
    """A cohort with the storyboards that can be read, by slug, and the slugs of those that cannot."""

    path: PurePosixPath
    slug: str
    cohort: Cohort
    storyboards: tuple[StoryboardFile, ...]
    broken: tuple[str, ...] = ()
    body: tuple[BodySection, ...] = ()
    schools: SchoolFigures | None = None
