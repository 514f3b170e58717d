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
    """A cycle of `weeks` working weeks from launch to retrospective; without `start` it has no dates."""

    weeks: int
    start: date | None = None
    check_ins: tuple[int, ...] = ()
    breaks: tuple[Break, ...] = ()

    def weeks_off(self, week: int) -> int:
        """Calendar weeks of breaks before a week of the cycle."""
        return sum(one.weeks for one in self.breaks if one.after_week < week)

    def day_of(self, week: int) -> date | None:
        """The first day of a week of the cycle; of week `weeks` + 1, the day after the cycle."""
        if self.start is None:
            return None
        return self.start + timedelta(days=7 * (week - 1 + self.weeks_off(min(week, self.weeks))))
