"""Days and weeks of a storyboard against each other, its goal, and the cycle of its cohort."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from cyclebook.model.goal import Goal, Revision
from cyclebook.model.measure import WeekRow
from cyclebook.model.problem import Problem, Severity
from cyclebook.reading.agreement.account import Account, days_of, season_of
from cyclebook.reading.agreement.times_in_text import Span
from cyclebook.reading.places import Path, Places, dotted

SLACK = 7
"""Days by which a row may lie outside the cycle: a count made late is still that week’s."""

_SEASON_SLACK = 31
"""The same where the cycle's days are known by its season only."""

_BREAKS = 21
"""Days by which a goal may end after the cohort’s last week: school breaks are not counted as weeks."""


@dataclass(frozen=True, slots=True)
class _Cycle:
    span: Span
    slack: int


def check_dates(account: Account) -> Iterator[Problem]:
    """Everything about the days and weeks of one storyboard."""
    yield from _backwards(account.rows, account.row_places)
    goal = account.storyboard.goal
    cycle = _cycle(account)
    if goal is not None:
        yield from _goal_outside(goal, cycle, account)
    yield from _rows_outside(account, cycle)
    yield from _weeks_beyond(account)
    yield from _early_follow_up(account)


def _cycle(account: Account) -> _Cycle | None:
    days = days_of(account.cohort)
    if days is not None:
        return _Cycle(days, SLACK)
    season = season_of(account.cohort, account.folder)
    return _Cycle(season, _SEASON_SLACK) if season else None


def weeks_out_of_order(rows: list[WeekRow], places: Places) -> Iterator[Problem]:
    """Rows that stand after those of later weeks; a week that stands twice is told elsewhere."""
    for index, (before, row) in enumerate(pairwise(rows), 1):
        if row.week < before.week:
            path: Path = ("weeks", index, "week")
            yield Problem(
                "weeks-out-of-order",
                places.of_value(path),
                f"Week {row.week} stands after week {before.week}.",
                "Put the rows in the order of the weeks, or correct the number.",
                field=dotted(path),
            )


def _backwards(rows: list[WeekRow], places: Places) -> Iterator[Problem]:
    """Dates that do not go on while the weeks do."""
    dated = sorted(
        ((row.week, index, row.date) for index, row in enumerate(rows) if row.date is not None),
        key=lambda one: one[:2],
    )
    for (week, first, before), (later_week, index, day) in pairwise(dated):
        if later_week > week and day <= before:
            path: Path = ("weeks", index, "date")
            line = places.of_value(("weeks", first, "date")).line
            same = "the same day as" if day == before else "an earlier day than"
            yield Problem(
                "dates-backwards",
                places.of_value(path),
                f"Week {later_week} has {same} week {week}, on line {line}.",
                "Check both dates.",
                field=dotted(path),
                severity=Severity.WARNING,
            )


def _goal_outside(goal: Goal, cycle: _Cycle | None, account: Account) -> Iterator[Problem]:
    if cycle is None:
        return
    first, last = cycle.span.first, cycle.span.last
    late = max(cycle.slack, _BREAKS)
    for name, day, earliest, latest in (
        ("start", goal.start, first - timedelta(cycle.slack), last + timedelta(cycle.slack)),
        ("end", goal.end, first, last + timedelta(late)),
    ):
        if day is not None and not earliest <= day <= latest:
            hint = "Check the dates of the goal, and start and weeks in cohort.md."
            yield Problem(
                "date-outside-cycle",
                account.places.of_value(("goal", name)),
                f"The goal’s {name} lies outside the cycle of its cohort.",
                account.advice(f"The cycle runs from {first} to {last}. {hint}"),
                field=f"goal.{name}",
                severity=Severity.WARNING,
                public_hint=account.advice(hint),
            )


def _rows_outside(account: Account, cycle: _Cycle | None) -> Iterator[Problem]:
    goal = account.storyboard.goal
    end = goal.end if goal else None
    begin = goal.start if goal else None
    earliest = _earliest(cycle, begin)
    latest = _latest(cycle, end)
    dated = [(index, row) for index, row in enumerate(account.rows) if row.date is not None]
    first = min(dated, key=lambda one: one[1].week, default=None)
    outside = []
    for index, row in dated:
        if row.date is None:
            continue
        known_end = end or (cycle.span.last if cycle and cycle.slack == SLACK else None)
        if first is not None and index == first[0] and known_end and row.date > known_end:
            yield Problem(
                "first-week-after-end",
                account.row_places.of_value(("weeks", index, "date")),
                f"Week {row.week} comes after the end of the {'goal' if end else 'cycle'}.",
                account.advice("Check this date, and the end."),
                field="weeks.date",
                severity=Severity.WARNING,
            )
            return
        if (earliest and row.date < earliest) or (latest and row.date > latest):
            outside.append(index)
    if outside:
        others = len(outside) - 1
        more = (
            f", and so do {others} more rows" if others > 1 else ", and so does another row" if others else ""
        )
        yield Problem(
            "date-outside-cycle",
            account.row_places.of_value(("weeks", outside[0], "date")),
            f"This date lies outside the cycle{more}.",
            account.advice("Check the date, the dates of the goal, and start and weeks in cohort.md."),
            field="weeks.date",
            severity=Severity.WARNING,
        )


def _earliest(cycle: _Cycle | None, begin: date | None) -> date | None:
    if cycle is not None:
        return cycle.span.first - timedelta(cycle.slack)
    return begin - timedelta(SLACK) if begin else None


def _latest(cycle: _Cycle | None, end: date | None) -> date | None:
    """The last day for a row: a week after the cycle or the goal, whichever ends later."""
    if cycle is None:
        return end + timedelta(SLACK) if end else None
    last = cycle.span.last + timedelta(cycle.slack)
    near = end is not None and end <= cycle.span.last + timedelta(_BREAKS)
    return max(last, end + timedelta(SLACK)) if end and near else last


def _weeks_beyond(account: Account) -> Iterator[Problem]:
    """Week numbers more than one beyond the weeks of the cohort."""
    weeks = account.cohort.weeks if account.cohort else None
    if weeks is None:
        return
    board = account.storyboard
    named: list[tuple[Path, int | None]] = [
        *((("goal", "revised", index, "week"), one.week) for index, one in enumerate(_revisions(board.goal))),
        *((("tests", index, "weeks"), one.weeks[1]) for index, one in enumerate(board.tests) if one.weeks),
        *((("actions", index, "week"), one.week) for index, one in enumerate(board.actions)),
        *((("support", index, "week"), one.week) for index, one in enumerate(board.support)),
        (("withdrawn", "week"), board.withdrawn.week if board.withdrawn else None),
    ]
    rows: list[tuple[Path, int | None]] = [
        (("weeks", index, "week"), row.week) for index, row in enumerate(account.rows)
    ]
    for places, found in ((account.places, named), (account.row_places, rows)):
        for path, week in found:
            if week is not None and week > weeks + 1:
                hint = "Check the week, and weeks in cohort.md."
                yield Problem(
                    "week-outside-cycle",
                    places.of_value(path),
                    "This week comes after the last week of the cycle.",
                    account.advice(f"The cycle has {weeks} weeks. {hint}"),
                    field=dotted(path),
                    severity=Severity.WARNING,
                    public_hint=account.advice(hint),
                )


def _revisions(goal: Goal | None) -> list[Revision]:
    return goal.revised if goal else []


def _early_follow_up(account: Account) -> Iterator[Problem]:
    """What was seen after the cycle, dated before the goal's end."""
    goal = account.storyboard.goal
    for index, seen in enumerate(account.storyboard.follow_up):
        if goal and goal.end and seen.date and seen.date <= goal.end:
            path: Path = ("follow_up", index, "date")
            yield Problem(
                "date-outside-cycle",
                account.places.of_value(path),
                "This follow-up is dated before the goal ends.",
                account.advice("Check the date. What was counted within the cycle belongs in other_results."),
                field=dotted(path),
                severity=Severity.WARNING,
            )
