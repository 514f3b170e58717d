"""A cohort, as a reader may see it."""

from dataclasses import dataclass, field
from datetime import date

from cyclebook.catalogue import Terms, _
from cyclebook.published.comparison import CohortComparison, Distribution
from cyclebook.published.goal import Status
from cyclebook.published.policies import PolicyApart
from cyclebook.published.sources import Source
from cyclebook.published.sponsors import SponsorsView
from cyclebook.published.storyboard import PublishedStoryboard, Role
from cyclebook.published.weeks import WeekReport


@dataclass(frozen=True, slots=True)
class ReportedFact:
    """A figure that a source states and this site did not compute."""

    what: str
    value: str
    of: str | None
    source: Source

    @property
    def text(self) -> str:
        return _("{count} of {group}", count=self.value, group=self.of) if self.of else self.value


@dataclass(frozen=True, slots=True)
class CohortDistribution:
    """How groups spread over bands, where that was published, and the hub's note on it."""

    spread: Distribution
    source: Source | None
    note: str | None


@dataclass(frozen=True, slots=True)
class CohortPriority:
    """What teams of the cohort work on; `target` is the district's own, in words."""

    name: str
    target: str | None
    teams: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many teams stand where: counts of teams, so no privacy rule applies.

    `met` and `not_met` were checked here against a published goal; the
    `reported_…` ones are the source's own word.
    """

    total: int
    met: int
    not_met: int
    reported_met: int
    reported_not_met: int
    not_yet: int
    not_reported: int
    withdrawn: int
    withheld: int
    revised: int

    @property
    def all_met(self) -> int:
        """Teams that met their goal, checked here or by the source's word."""
        return self.met + self.reported_met

    @property
    def judged(self) -> int:
        """Teams whose goal is known to be met or not met."""
        return self.all_met + self.not_met + self.reported_not_met

    def rows(self) -> tuple[tuple[Status, int], ...]:
        """The statuses that occur, with their counts, in the order a reader wants them."""
        every = (
            (Status.MET, self.met),
            (Status.REPORTED_MET, self.reported_met),
            (Status.NOT_MET, self.not_met),
            (Status.REPORTED_NOT_MET, self.reported_not_met),
            (Status.NOT_YET, self.not_yet),
            (Status.NOT_REPORTED, self.not_reported),
            (Status.WITHDRAWN, self.withdrawn),
            (Status.WITHHELD, self.withheld),
        )
        return tuple((status, count) for status, count in every if count)


@dataclass(frozen=True, slots=True)
class PublishedCohort:
    """A cohort and its storyboards, in the order of the page (by school, then title).

    `complete` is True where every team that took part is here; only then is a
    cohort result computed. `taking_part` is None where it is not known. `sponsored` is what
    sponsors ask, None where there is nothing to say to them. Its pages speak in its `terms`.
    """

    slug: str
    title: str
    subtitle: str | None
    network: str | None
    start: date | None
    weeks: int | None
    setting: str | None
    check_ins: tuple[int, ...]
    sponsors: tuple[Role, ...]
    coaches: tuple[Role, ...]
    taking_part: int | None
    selection: str | None
    complete: bool
    illustrative: bool
    tally: Tally
    storyboards: tuple[PublishedStoryboard, ...]
    policy: str = "open"
    policy_because: str | None = None
    policies: tuple[PolicyApart, ...] = ()
    comparisons: tuple[CohortComparison, ...] = ()
    distributions: tuple[CohortDistribution, ...] = ()
    reported: tuple[ReportedFact, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    intro: str | None = None
    weekly: tuple[WeekReport, ...] = ()
    priorities: tuple[CohortPriority, ...] = ()
    sponsored: SponsorsView | None = None
    terms: Terms = field(default_factory=Terms)
