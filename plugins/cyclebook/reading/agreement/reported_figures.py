"""Figures as a source states them: one against another, and against the days and goals they tell of."""

import re
from collections.abc import Iterator
from decimal import Decimal

from cyclebook.model.cohort import Cohort
from cyclebook.model.goal import Better, Goal, Outcome
from cyclebook.model.problem import Problem, Severity
from cyclebook.model.source import ReportedFigure
from cyclebook.model.storyboard import StoryboardFile
from cyclebook.reading.agreement.account import IF_THE_SOURCE, Account, days_of, season_of
from cyclebook.reading.agreement.numbers_in_text import NUMBER, number
from cyclebook.reading.agreement.percentages import no_such_count
from cyclebook.reading.agreement.times_in_text import Span, times
from cyclebook.reading.places import Places

_LOOSE = re.compile(r"^(?:about|around|approximately|roughly|some|ca\.)\s+", re.IGNORECASE)
_WEEKS = re.compile(rf"(?:about\s+)?(?P<x>{NUMBER})\s+weeks?", re.IGNORECASE)
_A_COUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")


def check_figures(figures: list[ReportedFigure], places: Places) -> Iterator[Problem]:
    """Figures alone and among each other; `places` are those of the file, under `reported`."""
    seen: dict[str, int] = {}
    for index, figure in enumerate(figures):
        place = places.of_value(("reported", index, "value"))
        size = _count(figure.of)
        if size:
            yield from no_such_count(figure.value, size, place, "reported.value", entered=True)
        count = _count(figure.value)
        if size and count is not None and count > size:
            yield Problem(
                "more-than-the-whole",
                place,
                "{it} is more than the whole it is part of.",
                f"Check value and of. {IF_THE_SOURCE}",
                field="reported.value",
                it=figure.value,
                severity=Severity.WARNING,
            )
        what = " ".join(figure.what.lower().split())
        first = seen.setdefault(what, index)
        if first != index and _plain(figures[first].value) != _plain(figure.value):
            line = places.of_value(("reported", first, "value")).line
            yield Problem(
                "figures-disagree",
                place,
                f"{{it}} is not what line {line} gives for the same thing.",
                f"Check both. {IF_THE_SOURCE}",
                field="reported.value",
                it=figure.value,
                stand_in="This figure",
                severity=Severity.WARNING,
            )


def _count(words: str | None) -> int | None:
    return int(words.replace(",", "")) if words and _A_COUNT.fullmatch(words.strip()) else None


def _plain(value: str) -> str:
    return _LOOSE.sub("", value.strip().lower())


def check_cohort_figures(
    cohort: Cohort, places: Places, folder: str, storyboards: list[StoryboardFile]
) -> Iterator[Problem]:
    """Reported times and lengths of a cycle against the days of the cohort and of its teams' goals."""
    goals = _days_of_goals(storyboards)
    cycle = days_of(cohort) or goals or season_of(cohort, folder)
    for index, figure in enumerate(cohort.reported):
        place = places.of_value(("reported", index, "value"))
        whole = [time for time in times(figure.value) if time.words.strip() == figure.value.strip()]
        if cycle and whole and whole[0].span and not whole[0].span.meets(cycle):
            yield Problem(
                "time-outside-cycle",
                place,
                "{it} is not when this cycle ran, by its own dates.",
                f"Check it against start, the title and the goals of the teams. {IF_THE_SOURCE}",
                field="reported.value",
                it=figure.value,
                stand_in="This time",
                severity=Severity.WARNING,
            )
        length = _WEEKS.fullmatch(figure.value.strip())
        if length and "cycle" in figure.what.lower():
            if cohort.weeks is not None and cohort.weeks != number(length["x"]):
                yield _length(figure, index, places, "weeks says", f"Here weeks is {cohort.weeks}.")
            for board in storyboards:
                days = _days(board.storyboard.goal)
                if days is not None and round(days / 7) != number(length["x"]):
                    other = f"the goal in {board.path.name} runs, by its start and end"
                    told = f"That goal runs for {days} days, about {days / 7:.1f} weeks."
                    yield _length(figure, index, places, other, told)


def _days_of_goals(storyboards: list[StoryboardFile]) -> Span | None:
    goals = [board.storyboard.goal for board in storyboards if board.storyboard.goal]
    days = [day for goal in goals for day in (goal.start, goal.end) if day]
    return Span(min(days), max(days)) if days else None


def _days(goal: Goal | None) -> int | None:
    """How many days a goal runs, the first and the last included."""
    return (goal.end - goal.start).days + 1 if goal and goal.start and goal.end else None


def _length(figure: ReportedFigure, index: int, places: Places, other: str, told: str) -> Problem:
    hint = f"Check both. {IF_THE_SOURCE}"
    return Problem(
        "length-disagrees",
        places.of_value(("reported", index, "value")),
        f"A cycle of {{it}} is not as long as {other}.",
        f"{told} {hint}",
        field="reported.value",
        it=figure.value,
        stand_in="this length",
        severity=Severity.WARNING,
        public_hint=hint,
    )


def check_reported_outcome(account: Account) -> Iterator[Problem]:
    """A source's "met" or "not met" against the goal's own numbers, where both are there."""
    reported, goal = account.storyboard.reported, account.storyboard.goal
    reached = _reached(goal) if goal else None
    if reported is not None and reached is not None and reached != (reported.status is Outcome.MET):
        numbers = "reach" if reached else "do not reach"
        yield Problem(
            "outcome-disagrees",
            account.places.of_value(("reported", "status")),
            f"The source says {reported.status.value}, and the goal’s numbers {numbers} the target.",
            f"Check target, result and better. {IF_THE_SOURCE}",
            field="reported.status",
            severity=Severity.WARNING,
        )


def _reached(goal: Goal) -> bool | None:
    """Whether the result is at the target or beyond; None where that cannot be told."""
    target, result, baseline = goal.target, goal.result, goal.baseline
    if target is None or result is None or target.percent != result.percent:
        return None
    lower = goal.better is Better.LOWER
    if goal.better is None:
        if baseline is None or baseline.percent != target.percent or baseline.value == target.value:
            return None
        lower = target.value < baseline.value
    distance: Decimal = target.value - result.value if lower else result.value - target.value
    return distance >= 0
