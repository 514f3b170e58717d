"""One team's one cycle, as a reader may see it."""

from dataclasses import dataclass
from datetime import date

from cyclebook.catalogue import _
from cyclebook.published.change_test import Test
from cyclebook.published.comparison import CohortComparison
from cyclebook.published.evidence import Evidence
from cyclebook.published.fishbone import Fishbone
from cyclebook.published.goal import Goal
from cyclebook.published.picture import Picture
from cyclebook.published.policies import PolicyApart
from cyclebook.published.series import Series, outcome_of
from cyclebook.published.sources import Source
from cyclebook.published.values import Absent, Number, Value


@dataclass(frozen=True, slots=True)
class Role:
    """A role on the team, never a student's name."""

    role: str
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """One step of the Five Whys; `evidence` is what the team looked at, if anything."""

    claim: str
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A driver, by the id that its page has and the name that a reader sees."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class WeekEntry:
    """One week of the timeline. `prose` is the author's Markdown, not yet rendered."""

    week: int
    day: date | None
    value: Value
    goal: Number | None
    note: str | None = None
    success: str | None = None
    challenge: str | None = None
    breakthrough: str | None = None
    next: str | None = None
    prose: str | None = None
    tests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do, by whom and when."""

    what: str
    who: str | None
    week: int | None
    done: bool


@dataclass(frozen=True, slots=True)
class Support:
    """Coaching, professional development or a check-in."""

    kind: str
    week: int | None
    note: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something seen after the cycle ended, or beside the goal. `nature` warns how to read it."""

    what: str
    day: date | None
    before: Value | None
    value: Value
    unit: str | None = None
    nature: str | None = None

    def worded(self, value: Value) -> str:
        """A value with its unit: "231 days", "9%", "5 of 12"."""
        if not self.unit or not isinstance(value, Number):
            return value.text
        return _("{number} {unit}", number=value.text, unit=self.unit)


@dataclass(frozen=True, slots=True)
class GroupResult:
    """Results of one student group."""

    name: str
    size: Value
    baseline: Value
    result: Value


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the author's own story: Markdown, not yet rendered."""

    heading: str
    markdown: str


@dataclass(frozen=True, slots=True)
class PublishedStoryboard:
    """Everything a storyboard page, a cohort row or a chart may show of one team's cycle.

    `evidence` is None where everything is withheld. `withdrawn` says when and why the team
    stopped; `continues` is (cohort, slug) of the cycle before this one. `because` says why the text
    speaks of cause and effect, `other_measures` why no other measures were chosen. `drivers_at` and
    `district_at` say whose pages have its drivers and its district: the cohort that describes another
    network, or None for the hub. `policies` are those that its authors narrowed.
    """

    cohort_slug: str
    cohort_title: str
    slug: str
    title: str
    school: str | None
    district: str | None
    level: str | None
    priority: str | None
    focus: str | None
    illustrative: bool
    withheld: Absent | None
    team: tuple[Role, ...]
    coach: str | None
    facilitator: str | None
    sponsor: str | None
    start: date | None
    end: date | None
    weeks_planned: int | None
    goal: Goal
    withdrawn: str | None = None
    withdrawn_week: int | None = None
    continues: tuple[str, str] | None = None
    problem: str | None = None
    root_cause: tuple[Why, ...] = ()
    fishbone: Fishbone | None = None
    series: tuple[Series, ...] = ()
    evidence: Evidence | None = None
    because: str | None = None
    other_measures: str | None = None
    comparison: CohortComparison | None = None
    tests: tuple[Test, ...] = ()
    weeks: tuple[WeekEntry, ...] = ()
    actions: tuple[Action, ...] = ()
    support: tuple[Support, ...] = ()
    groups: tuple[GroupResult, ...] = ()
    beside: tuple[FollowUp, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()
    photos: tuple[Picture, ...] = ()
    notes: tuple[str, ...] = ()
    why_it_matters: str | None = None
    went_well: str | None = None
    could_be_better: str | None = None
    whats_next: str | None = None
    we_offer: str | None = None
    we_ask: str | None = None
    story: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    entered_from_source: bool = False
    drivers: tuple[Named, ...] = ()
    drivers_at: str | None = None
    district_id: str | None = None
    district_at: str | None = None
    policies: tuple[PolicyApart, ...] = ()

    @property
    def outcome(self) -> Series | None:
        """The measure that the run chart draws."""
        return outcome_of(self.series)

    @property
    def name(self) -> str:
        """School where there is one, else the title: what a row of a table is called."""
        return self.school or self.title
