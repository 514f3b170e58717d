"""One week of a cohort: who reported what, as a reader may see it."""

from dataclasses import dataclass
from datetime import date

from cyclebook.catalogue import _, ngettext
from cyclebook.published.change_test import Decision, Test
from cyclebook.published.storyboard import PublishedStoryboard, WeekEntry
from cyclebook.published.values import Band, Number


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """What one team reported of a week. `tests` were running or ended in it."""

    storyboard: PublishedStoryboard
    entry: WeekEntry
    tests: tuple[Test, ...] = ()

    @property
    def number(self) -> str:
        """The week's number with its unit: "22 of 52", "4 absences", or a band; else why there is none."""
        value = self.entry.value
        outcome = self.storyboard.outcome
        if isinstance(value, Band):
            if not value.of:
                return value.text
            return _("{count} of {group}", count=value.text, group=f"{value.of:,}")
        if (
            isinstance(value, Number)
            and value.of is None
            and outcome
            and outcome.unit not in ("%", "percent")
        ):
            return _("{number} {unit}", number=value.text, unit=outcome.unit)
        return value.text

    def ended(self, test: Test) -> bool:
        """True where this was the last week of a test, and the team has decided."""
        last = test.last_week or test.first_week
        decided = test.decision not in (Decision.OPEN, Decision.NOT_PUBLISHED)
        return decided and last == self.entry.week

    def state(self, test: Test) -> str:
        """How a test stood in this week: its decision if this was its last week, else "running"."""
        return test.decision.word.lower() if self.ended(test) else _("running")


@dataclass(frozen=True, slots=True)
class WeekReport:
    """A week of a cohort. `silent` are teams at work that reported nothing of it.

    `day` is the first day that a row of it names, else its first day; `updated` the last one that a
    row names, else its last day; None where nothing gives a date. `told` is True where the week is
    known from published sources only: then nobody is called silent. `withheld` teams are not here.
    """

    cohort_slug: str
    cohort_title: str
    week: int
    weeks_planned: int | None
    day: date | None
    updated: date | None
    check_in: bool
    illustrative: bool
    told: bool
    withheld: int
    teams: tuple[TeamWeek, ...]
    silent: tuple[PublishedStoryboard, ...]

    @property
    def sentence(self) -> str:
        """How many reported: "6 of 7 teams reported."."""
        if self.told:
            return _("What published sources tell of this week.")
        reported, every = len(self.teams), len(self.teams) + len(self.silent)
        if not reported:
            return _("No team reported.")
        return ngettext(
            "{reported} of {count} team reported.",
            "{reported} of {count} teams reported.",
            every,
            reported=reported,
        )

    @property
    def title(self) -> str:
        """ "Week 3, Spring 2026"; an invented cohort says so."""
        said = any(word in self.cohort_title.casefold() for word in ("invented", "illustrative"))
        if self.illustrative and not said:
            return _("Week {week}, {cohort} (illustrative)", week=self.week, cohort=self.cohort_title)
        return _("Week {week}, {cohort}", week=self.week, cohort=self.cohort_title)
