"""Days, seasons and years in words that lie far from the cycle, or that miss the goal's end."""

import re
from collections.abc import Iterator

from cyclebook.model.cohort import Cohort
from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.agreement.account import Account, cycle_of, days_of, season_of
from cyclebook.reading.agreement.passages import Passage
from cyclebook.reading.agreement.times_in_text import Precision, Span, Time, times
from cyclebook.reading.places import Places

_YEAR_AND_A_HALF, _HALF_A_YEAR = 548, 183
_NEAR = 150
_TELLING = frozenset({"title", "goal", "tests", "support", "weeks", "withdrawn"})
"""Keys that tell of the cycle itself."""

_LOOKING_AHEAD = frozenset({"next", "because", "group", "chosen"})
"""Keys within them that may look further."""

_WEEK = re.compile(r"week\s+[0-9]{1,2}\b.*", re.IGNORECASE)
_DEADLINE = re.compile(
    r"\b(?:by|until|before|no later than|on or before)\s+(?:the\s+end\s+of\s+)?$", re.IGNORECASE
)


def check_times(account: Account) -> Iterator[Problem]:
    """Every time told in the words of one storyboard, and the day by which the statement wants its goal."""
    cycle = cycle_of(account.cohort, account.folder) or _of_goal(account)
    for passage in account.passages():
        missed = _missed(passage, account)
        if missed is not None:
            yield _misses_end(passage, missed, account)
        for time in times(passage.text):
            if cycle and time.span and time != missed and _is_far(passage, time, time.span, cycle):
                yield _far(passage, time, account)


def _of_goal(account: Account) -> Span | None:
    goal = account.storyboard.goal
    return Span(goal.start, goal.end) if goal and goal.start and goal.end and goal.start <= goal.end else None


def _is_far(passage: Passage, time: Time, span: Span, cycle: Span) -> bool:
    """Whether a time cannot belong to what the passage tells.

    Words about the cycle itself reach from a year and a half before it to half a year after it; a bare
    year may be that before or after its years. Other words may tell of any time before: a school has
    a history.
    """
    telling = bool(passage.path) and passage.path[0] in _TELLING and passage.path[-1] not in _LOOKING_AHEAD
    if telling or _WEEK.fullmatch(passage.heading):
        if time.precision is Precision.YEARS:
            return False
        if time.precision is Precision.YEAR:
            return span.first.year > cycle.last.year + 1 or span.last.year < cycle.first.year - 1
        return not span.meets(cycle, before=_YEAR_AND_A_HALF, after=_HALF_A_YEAR)
    later = span.first.toordinal() > cycle.last.toordinal() + _YEAR_AND_A_HALF
    return time.precision is Precision.DAY and later


def _far(passage: Passage, time: Time, account: Account) -> Problem:
    return Problem(
        "time-far-from-cycle",
        passage.place(time.start, time.end),
        "{it} is far from the time of this cycle.",
        account.advice("Check the year."),
        field=passage.field,
        it=time.words,
        stand_in="A time in these words",
        severity=Severity.WARNING,
    )


def _missed(passage: Passage, account: Account) -> Time | None:
    """The "by 9 June" of the statement where the goal ends on another day."""
    goal = account.storyboard.goal
    if goal is None or goal.end is None or passage.path != ("goal", "statement"):
        return None
    for time in times(passage.text):
        if time.precision >= Precision.MONTH and _DEADLINE.search(
            passage.text[max(0, time.start - 40) : time.start]
        ):
            meets = time.span is None or time.span.meets(Span(goal.end, goal.end))
            same = time.month in (None, goal.end.month) and time.day in (None, goal.end.day)
            return None if meets and same else time
    return None


def _misses_end(passage: Passage, time: Time, account: Account) -> Problem:
    goal = account.storyboard.goal
    hint = account.advice("Check both.")
    return Problem(
        "deadline-disagrees",
        passage.place(time.start, time.end),
        "The statement wants the goal reached by {it}, and its end is another day.",
        f"The end is {goal.end}. {hint}" if goal else hint,
        field="goal.statement",
        it=time.words,
        stand_in="one day",
        severity=Severity.WARNING,
        public_hint=hint,
    )


def check_cohort_times(cohort: Cohort, places: Places, folder: str) -> Iterator[Problem]:
    """A cohort's days against the season in its title or folder, and the seasons in its title's company."""
    days, season = days_of(cohort), season_of(cohort, folder)
    if days and season and not season.meets(days):
        hint = "Check the year of start, the title and the name of the folder."
        yield Problem(
            "time-outside-cycle",
            places.of_value(("start",)),
            "The cycle does not lie in the season that the cohort is named after.",
            f"The cycle runs from {days.first} to {days.last}. {hint}",
            field="start",
            severity=Severity.WARNING,
            public_hint=hint,
        )
    cycle = days or season
    for key in ("subtitle", "setting"):
        words = getattr(cohort, key)
        for time in times(words or ""):
            if time.span is None or cycle is None or time.precision < Precision.SEASON:
                continue
            history = time.precision > Precision.SEASON and time.span.last < cycle.first
            if not history and not time.span.meets(cycle, before=_NEAR, after=_NEAR):
                yield Problem(
                    "time-far-from-cycle",
                    places.of_value((key,)),
                    "{it} is far from the time of this cycle.",
                    "Check the year.",
                    field=key,
                    it=time.words,
                    stand_in="A time in these words",
                    severity=Severity.WARNING,
                )
