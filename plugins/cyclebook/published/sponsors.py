"""What sponsors ask of a cohort: who has reported, who is stuck, what waits, and when they meet next."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cyclebook.published.change_test import Test
from cyclebook.published.series import Point
from cyclebook.published.storyboard import PublishedStoryboard
from cyclebook.published.values import Number


class Standing(StrEnum):
    """How the last counted week of a team stands beside the target of that week."""

    AT_TARGET = "at-target"
    SHORT = "short"
    NOT_COMPARED = "not-compared"  # counted; a target or the counts are not for the reader
    NOT_COUNTED = "not-counted"


@dataclass(frozen=True, slots=True)
class TeamThisWeek:
    """One team in the running cycle.

    `last` is its last counted week and `target` the number asked for in that week, None where
    it is not published. `reported` is the last week with any report; `silent` where that is
    before the last week that is over. `stuck` is None where it cannot be judged from what is
    published.
    """

    storyboard: PublishedStoryboard
    standing: Standing
    last: Point | None
    target: Number | None
    reported: int | None
    silent: bool
    stuck: bool | None


@dataclass(frozen=True, slots=True)
class Revised:
    """A goal that was revised in `week`; the targets are None where they are not published."""

    storyboard: PublishedStoryboard
    week: int
    was: Number | None
    target: Number | None
    because: str | None


@dataclass(frozen=True, slots=True)
class TeamsTest:
    """A test of change and the team whose it is."""

    storyboard: PublishedStoryboard
    test: Test


@dataclass(frozen=True, slots=True)
class SponsorsView:
    """The cohort as sponsors see it on a day; teams in the order of the cohort's page.

    `week` is the week of the cycle, None after its end; `over` the weeks that are over. A
    check-in is (week, its first day); the last is None before the first one. What changed is
    counted from the week after the last check-in. Embargoed teams are not known here; withheld
    ones and those that withdrew are only counted.
    """

    as_of: date
    weeks: int
    week: int | None
    over: int
    last_check_in: int | None
    next_check_in: tuple[int, date] | None
    teams: tuple[TeamThisWeek, ...]
    revised: tuple[Revised, ...]
    turned: tuple[TeamsTest, ...]
    awaiting: tuple[TeamsTest, ...]
    without_result: tuple[PublishedStoryboard, ...]
    withheld: int
    withdrawn: int

    @property
    def silent(self) -> tuple[TeamThisWeek, ...]:
        """Teams without a report for the last week that is over."""
        return tuple(one for one in self.teams if one.silent)

    @property
    def stuck(self) -> tuple[TeamThisWeek, ...]:
        """Teams whose last three counted weeks were no better than their baseline."""
        return tuple(one for one in self.teams if one.stuck)
