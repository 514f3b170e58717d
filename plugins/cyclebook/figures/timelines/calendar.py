"""Where things stand on the line of a cycle, in calendar weeks after its launch."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from cyclebook.catalogue import _
from cyclebook.figures import lettering
from cyclebook.published import Cycle
from cyclebook.published.days import short_day


@dataclass(frozen=True, slots=True)
class Stop:
    """Something at the end of a week; the launch stands at the beginning of the first (week 0)."""

    at: int
    week: int
    words: str
    day: date | None

    @property
    def when(self) -> str:
        """ "week 3", where the day is known "week 3, 16 Mar"; the launch is known by its day only."""
        pieces = [_("week {week}", week=self.week)] if self.week else []
        return ", ".join(pieces + ([short_day(self.day)] if self.day else []))


@dataclass(frozen=True, slots=True)
class Pause:
    """A break, from one place on the line to another."""

    begin: int
    end: int
    name: str


def end_of(cycle: Cycle, week: int) -> int:
    """The end of a week on the line; of week 0, the launch."""
    return week + cycle.weeks_off(week)


def stops(cycle: Cycle) -> tuple[Stop, ...]:
    """Launch, check-ins and retrospective; a check-in in the last week shares the place of the latter."""
    last = cycle.weeks
    both = last in cycle.check_ins
    check_ins = [week for week in cycle.check_ins if week != last]
    closing = _("Check-in and retrospective") if both else _("Retrospective")
    return (
        Stop(0, 0, _("Launch"), cycle.start),
        *(Stop(end_of(cycle, week), week, _("Check-in"), cycle.day_of(week)) for week in check_ins),
        Stop(end_of(cycle, last), last, closing, cycle.day_of(last)),
    )


def pauses(cycle: Cycle) -> tuple[Pause, ...]:
    """The breaks, in order."""
    found: list[Pause] = []
    for one in cycle.breaks:
        begin = one.after_week + sum(pause.end - pause.begin for pause in found)
        found.append(Pause(begin, begin + one.weeks, lettering.one_line(one.name)))
    return tuple(found)


def pieces(cycle: Cycle) -> tuple[tuple[int, int], ...]:
    """The runs of working weeks between the breaks."""
    edges = [
        0,
        *(at for pause in pauses(cycle) for at in (pause.begin, pause.end)),
        end_of(cycle, cycle.weeks),
    ]
    return tuple((a, b) for a, b in list(pairwise(edges))[::2] if a < b)
