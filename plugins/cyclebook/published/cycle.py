"""The calendar of a cycle: its weeks, check-ins, breaks and retrospective."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Break:
    """Calendar weeks without work, after a week of the cycle: "Spring break", after week 6."""

    name: str
    after_week: int
    weeks: int = 1


@dataclass(frozen=True, slots=True)
class Cycle:
    """A cycle of `weeks` working weeks from launch to retrospective; without `start` it has no dates.

    Check-ins and breaks are in order. Raises ValueError for a check-in in a week that the
    cycle does not have, and for a break that does not stand between two weeks.
    """

    weeks: int
    start: date | None = None
    check_ins: tuple[int, ...] = ()
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        if self.weeks < 1 or list(self.check_ins) != sorted(set(self.check_ins)):
            raise ValueError("A cycle has at least one week, and its check-ins are in order.")
        if any(not 1 <= week <= self.weeks for week in self.check_ins):
            raise ValueError(f"A check-in stands in one of the {self.weeks} weeks.")
        after = [one.after_week for one in self.breaks]
        if after != sorted(after) or any(not 1 <= week < self.weeks for week in after):
            raise ValueError("Breaks stand between two weeks of the cycle, in order.")
        if any(one.weeks < 1 for one in self.breaks):
            raise ValueError("A break lasts at least one calendar week.")

    def weeks_off(self, week: int) -> int:
        """Calendar weeks of breaks before a week of the cycle."""
        return sum(one.weeks for one in self.breaks if one.after_week < week)

    def day_of(self, week: int) -> date | None:
        """The first day of a week of the cycle."""
        if self.start is None:
            return None
        return self.start + timedelta(days=7 * (week - 1 + self.weeks_off(week)))

    def last_day_of(self, week: int) -> date | None:
        """The seventh day of a week of the cycle."""
        first = self.day_of(week)
        return first + timedelta(days=6) if first else None

    def begun_by(self, day: date) -> int:
        """How many weeks have begun by a day: 0 before the launch, and without dates."""
        firsts = [self.day_of(week) for week in range(1, self.weeks + 1)]
        return sum(first is not None and first <= day for first in firsts)

    def over_by(self, day: date) -> int:
        """How many weeks have had their seven days before a day."""
        lasts = [self.last_day_of(week) for week in range(1, self.weeks + 1)]
        return sum(last is not None and last < day for last in lasts)
