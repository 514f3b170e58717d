"""What sponsors ask of a cohort, from its published storyboards: no raw number comes in here."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from cyclebook.disclosure.week_reports import tells
from cyclebook.published import (
    Better,
    Cycle,
    Decision,
    Number,
    Point,
    PublishedStoryboard,
    Revised,
    Series,
    SponsorsView,
    Standing,
    Status,
    TeamsTest,
    TeamThisWeek,
)

WEEKS_TO_BE_STUCK = 3

_ENDED = (Status.MET, Status.NOT_MET, Status.REPORTED_MET, Status.REPORTED_NOT_MET)


def sponsors_view(
    storyboards: Sequence[PublishedStoryboard], cycle: Cycle, as_of: date
) -> SponsorsView | None:
    """The cohort on a day; None before its launch, without dates, and where nothing is left to say.

    What a source tells of a team is not a report to a sponsor, so such teams are left out.
    After the end only teams without a result and tests without a decision remain.
    """
    own = [one for one in storyboards if not one.entered_from_source]
    at_work = [one for one in own if one.withheld is None and one.goal.status is not Status.WITHDRAWN]
    week, over = cycle.begun_by(as_of), cycle.over_by(as_of)
    if not week or not own:
        return None
    running = over < cycle.weeks
    last = max((one for one in cycle.check_ins if one <= over), default=None) if running else None
    awaiting = tuple(_awaiting(at_work, over))
    without = () if running else tuple(one for one in at_work if one.goal.status is Status.NOT_REPORTED)
    if not running and not awaiting and not without:
        return None
    return SponsorsView(
        as_of=as_of,
        weeks=cycle.weeks,
        week=week if running else None,
        over=over,
        last_check_in=last,
        next_check_in=_next_check_in(cycle, over) if running else None,
        teams=tuple(_team(one, over) for one in at_work) if running else (),
        revised=tuple(_revised(at_work, last or 0)) if running else (),
        turned=tuple(_turned(at_work, last or 0)) if running else (),
        awaiting=awaiting,
        without_result=without,
        withheld=sum(one.withheld is not None for one in own),
        withdrawn=sum(one.goal.status is Status.WITHDRAWN for one in own),
    )


def _next_check_in(cycle: Cycle, over: int) -> tuple[int, date] | None:
    for week in cycle.check_ins:
        first = cycle.day_of(week)
        if week > over and first:
            return week, first
    return None


def _team(one: PublishedStoryboard, over: int) -> TeamThisWeek:
    outcome = one.outcome
    last = outcome.counted[-1] if outcome else None
    target = _target(outcome, last.week) if outcome and last else None
    reported = _last_report(one)
    ended = one.goal.status in (*_ENDED, Status.WITHHELD)
    return TeamThisWeek(
        storyboard=one,
        standing=_standing(outcome, last, target),
        last=last,
        target=target,
        reported=reported,
        silent=not ended and (reported or 0) < over,
        stuck=None if ended else _stuck(outcome),
    )


def _target(series: Series, week: int) -> Number | None:
    """What is asked for in a week; of a total so far, what it should have reached by then."""
    if not series.cumulative:
        return series.goal_at(week)
    return next((step.value for step in reversed(series.pace) if step.week <= week), None)


def _standing(series: Series | None, last: Point | None, target: Number | None) -> Standing:
    if series is None or last is None:
        return Standing.NOT_COUNTED
    if not isinstance(last.value, Number) or target is None or series.better is None:
        return Standing.NOT_COMPARED
    higher = series.better is Better.HIGHER
    there = last.value.value >= target.value if higher else last.value.value <= target.value
    return Standing.AT_TARGET if there else Standing.SHORT


def _last_report(one: PublishedStoryboard) -> int | None:
    """The last week that the team reported, by the rule of the weekly pages."""
    return max((entry.week for entry in one.weeks if tells(entry)), default=None)


def _stuck(series: Series | None) -> bool | None:
    """True where the last three weeks counted after the baseline were all no better than it."""
    if series is None or series.better is None or series.baseline is None or series.cumulative:
        return None
    before = (series.reading.baseline_weeks or 0) if series.reading else 0
    after = series.counted[before:][-WEEKS_TO_BE_STUCK:]
    values = [point.value for point in after if isinstance(point.value, Number)]
    if len(values) < WEEKS_TO_BE_STUCK:
        return None
    return not any(_nearer(value, series.baseline, series.better) for value in values)


def _nearer(value: Number, baseline: Number, better: Better) -> bool:
    """True on the better side of the baseline; of groups that change in size, by their share."""
    mine, its = value.share, baseline.share
    first, second = (value.value, baseline.value) if mine is None or its is None else (mine, its)
    return first > second if better is Better.HIGHER else first < second


def _revised(storyboards: Sequence[PublishedStoryboard], since: int) -> Iterator[Revised]:
    for one in storyboards:
        versions = one.goal.versions
        for before, now in pairwise(versions):
            if now.week is not None and now.week > since:
                was, target = (
                    version.target if isinstance(version.target, Number) else None
                    for version in (before, now)
                )
                yield Revised(one, now.week, was, target, now.because)


def _turned(storyboards: Sequence[PublishedStoryboard], since: int) -> Iterator[TeamsTest]:
    """Tests that a team adapted or abandoned after the last check-in, as far as their weeks are given."""
    for one in storyboards:
        for test in one.tests:
            changed = test.decision in (Decision.ADAPT, Decision.ABANDON)
            if changed and test.last_week is not None and test.last_week > since:
                yield TeamsTest(one, test)


def _awaiting(storyboards: Sequence[PublishedStoryboard], over: int) -> Iterator[TeamsTest]:
    """Tests whose weeks are over, or of which the team says what happened, without a decision."""
    for one in storyboards:
        for test in one.tests:
            ended = test.last_week is not None and test.last_week <= over
            if test.decision is Decision.OPEN and (ended or test.happened):
                yield TeamsTest(one, test)
