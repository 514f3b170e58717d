"""One team's one cycle, as a reader may see it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cyclebook.catalogue import _
from cyclebook.published.comparison import CohortComparison
from cyclebook.published.evidence import Evidence
from cyclebook.published.fishbone import Fishbone
from cyclebook.published.picture import Picture
from cyclebook.published.policies import PolicyApart
from cyclebook.published.series import Series, outcome_of
from cyclebook.published.sources import Source
from cyclebook.published.values import Absent, Better, Known, Number, Value


class Status(StrEnum):
    """How a goal stands. The value is a stable key; `word` is what a reader sees."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_YET = "not-yet"
    NOT_REPORTED = "not-reported"
    REPORTED_MET = "reported-met"
    REPORTED_NOT_MET = "reported-not-met"
    WITHDRAWN = "withdrawn"
    WITHHELD = "withheld"

    @property
    def word(self) -> str:
        return {
            Status.MET: _("Goal met"),
            Status.NOT_MET: _("Goal not met"),
            Status.NOT_YET: _("Not yet"),
            Status.NOT_REPORTED: _("Not reported"),
            Status.REPORTED_MET: _("Reported met"),
            Status.REPORTED_NOT_MET: _("Reported not met"),
            Status.WITHDRAWN: _("Withdrawn"),
            Status.WITHHELD: _("Withheld"),
        }[self]


class Decision(StrEnum):
    """What a team decided after a test; `word` is what a reader sees."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    ABANDON = "abandon"
    OPEN = "open"  # the test still runs or nobody has decided
    NOT_PUBLISHED = "not-published"

    @property
    def word(self) -> str:
        return {
            Decision.ADOPT: _("Adopted"),
            Decision.ADAPT: _("Adapted"),
            Decision.ABANDON: _("Abandoned"),
            Decision.OPEN: _("Not decided"),
            Decision.NOT_PUBLISHED: _("Not published"),
        }[self]


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
class GoalVersion:
    """A version of the goal: set at launch (`week` None) or revised in a week."""

    target: Value
    week: int | None = None
    because: str | None = None
    met: bool | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """The goal and how it stands. `versions` are in time order; the last one is judged.

    `result_words` finishes the sentence that begins with the result:
    "52 of 58" + "students missed two days or fewer". `latest` is the last counted
    week and its number or band, for a goal without a result yet.
    """

    measure: str
    result_words: str
    statement: str | None
    status: Status
    baseline: Value
    target: Value
    result: Value
    versions: tuple[GoalVersion, ...] = ()
    better: Better | None = None
    group: str | None = None
    chosen: str | None = None
    group_size: Value | None = None
    unit: str | None = None
    latest: tuple[int, Known] | None = None
    last_year: Value | None = None

    def worded(self, value: Value) -> str:
        """A value with the goal's unit, where it has one: "23 minutes", "74 of 80"."""
        if not self.unit or not isinstance(value, Number):
            return value.text
        return _("{number} {unit}", number=value.text, unit=self.unit)

    @property
    def revised(self) -> bool:
        return len(self.versions) > 1

    @property
    def status_word(self) -> str:
        """The status as a reader sees it; a goal judged by a later version says so."""
        if self.revised and self.status in (Status.MET, Status.NOT_MET):
            return _("Revised goal met") if self.status is Status.MET else _("Revised goal not met")
        return self.status.word


@dataclass(frozen=True, slots=True)
class PredictedCount:
    """A prediction and its outcome as counts of one group: 35 of 52, then 34 of 52."""

    predicted: Number
    happened: Number


@dataclass(frozen=True, slots=True)
class Named:
    """A driver, by the id that its page has and the name that a reader sees."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Test:
    """A test of change. `letter` is A, B, C… in order of start; weeks are None where not known.

    Tests with the same `idea_key`, across teams, are of one idea; None where its title is withheld.
    `counts` are given only where both numbers may be shown.
    """

    letter: str
    idea: str
    first_week: int | None
    last_week: int | None
    decision: Decision
    scale: str | None = None
    question: str | None = None
    predicted: str | None = None
    happened: str | None = None
    off: str | None = None
    study: str | None = None
    next: str | None = None
    ramp: str | None = None
    driver: str | None = None
    short: str | None = None
    idea_key: str | None = None
    counts: PredictedCount | None = None
    driver_id: str | None = None

    @property
    def label(self) -> str:
        """The name used inside a chart."""
        return self.short or self.idea

    @property
    def weeks(self) -> str | None:
        if self.first_week is None:
            return None
        if self.last_week is None or self.last_week == self.first_week:
            return _("Week {week}", week=self.first_week)
        return _("Weeks {first}–{last}", first=self.first_week, last=self.last_week)


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
